//! `PostgresDatabase`: a fresh database for one test, in the cluster that `script/test`
//! starts, and gone when the test ends. The schema is the portal's business.

use std::fmt::Write as _;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use url::Url;

/// An empty database; dropped with this value, open connections or not.
pub struct PostgresDatabase {
    cluster: Url,
    name: String,
}

impl PostgresDatabase {
    pub fn fresh() -> Self {
        let cluster = std::env::var("VESTIBULE_TEST_POSTGRES")
            .expect("run script/test: it starts PostgreSQL for the tests");
        let database = Self {
            cluster: Url::parse(&cluster).expect("VESTIBULE_TEST_POSTGRES is a URL"),
            name: format!("vestibule_test_{}", random_hex()),
        };
        database
            .administrate(&format!("CREATE DATABASE {}", database.name))
            .unwrap_or_else(|e| panic!("no database from {cluster}: {e}"));
        database
    }

    /// What goes into `DATABASE_URL`.
    pub fn url(&self) -> String {
        let mut url = self.cluster.clone();
        url.set_path(&self.name);
        url.into()
    }

    fn administrate(&self, sql: &str) -> Result<(), Box<dyn std::error::Error>> {
        Ok(PgConnection::establish(self.cluster.as_str())?.batch_execute(sql)?)
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        // FORCE: the portal under test may still hold its pool.
        let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        if let Err(e) = self.administrate(&sql) {
            eprintln!("{} stays behind: {e}", self.name);
        }
    }
}

fn random_hex() -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("random bytes");
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
