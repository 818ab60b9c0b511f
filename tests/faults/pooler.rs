//! A pooler between the program and PostgreSQL.

use url::Url;
use vestibule::store::Location;

use crate::support::{
    people,
    pooler::Pooler,
    portal::TestPortal,
    postgres::PostgresDatabase,
    program::{Program, folder},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pooler_in_transaction_mode_changes_nothing_for_anybody() {
    let portal = TestPortal::on_postgres();
    let (mut alice, _) = people::main_account(&portal).await;
    let database = Url::parse(&portal.database_url()).unwrap();
    let pooler = Pooler::before(&database).await;
    let through = pooler.url(&database);
    let portal = portal
        .rebuilt(|settings| settings.database = Location::parse(&through).unwrap())
        .await;
    let mut visitor = alice.sign_in(&portal).await;
    alice.set_up_authenticator(&portal, &mut visitor).await;
    let mut visitors = [(); 4].map(|()| portal.visitor());
    for _ in 0..10 {
        let [a, b, c, d] = &mut visitors;
        let pages = tokio::join!(
            alice.give_password(a),
            alice.give_password(b),
            alice.give_password(c),
            alice.give_password(d),
        );
        for page in [pages.0, pages.1, pages.2, pages.3] {
            assert_eq!(page.heading(), "Enter your one-time password", "{page:?}");
        }
        portal.wait(30);
        alice.sign_in(&portal).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn instances_that_start_at_once_behind_a_pooler_make_the_tables_once() {
    let (_kept, path) = folder();
    Program::in_folder(&path, &["keys", "new", "ring.key"]).run();
    let database = PostgresDatabase::fresh();
    let direct = Url::parse(&database.url()).unwrap();
    let pooler = Pooler::before(&direct).await;
    let through = pooler.url(&direct);
    let commands: Vec<_> = ["account list", "migrate", "account list", "migrate"]
        .map(|command| {
            let (path, through) = (path.clone(), through.clone());
            std::thread::spawn(move || {
                let arguments: Vec<&str> = command.split(' ').collect();
                Program::in_folder(&path, &arguments)
                    .with("DATABASE_URL", &through)
                    .with("VESTIBULE_KEY_FILE", "ring.key")
                    .run()
            })
        })
        .into();
    for command in commands {
        let ended = command.join().unwrap();
        assert_eq!(ended.status, 0, "{ended:?}");
    }
    let checked = Program::in_folder(&path, &["check"])
        .with("DATABASE_URL", &through)
        .with("VESTIBULE_KEY_FILE", "ring.key")
        .run();
    assert_eq!(checked.status, 0, "{checked:?}");
}
