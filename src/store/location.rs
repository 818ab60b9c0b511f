//! Parses `DATABASE_URL`. The address of a server is parsed by the rules of libpq's documentation
//! ("Connection URIs") and passed to libpq as keywords and values. libpq's own parser repeats text that it
//! cannot parse in its error message, and that may be part of a password.

use std::{
    fmt::{self, Write as _},
    net::IpAddr,
    path::{Path, PathBuf},
};

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL server.
    Server(Server),
}

/// A PostgreSQL server, or several of which one is the primary.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    options: Vec<(String, String)>,
    /// Whether there is no connection pooler in between.
    is_direct: bool,
}

/// Implemented by hand, because the options may contain a password.
impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").finish_non_exhaustive()
    }
}

/// Why a database URL is invalid. Repeats no part of it, because it may contain a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// Empty.
    #[error("is empty; set a path for SQLite or a postgres:// URL")]
    Empty,
    /// The scheme of another database or program.
    #[error(
        "has an unknown scheme; use a path or sqlite://PATH for SQLite, or postgres://USER@HOST/NAME for \
         PostgreSQL"
    )]
    UnknownScheme,
    /// Quotation marks that no shell has removed.
    #[error("is in quotation marks; remove them")]
    Quoted,
    /// libpq's keyword/value format.
    #[error("is in keyword/value format; use postgres://USER:PASSWORD@HOST:PORT/NAME")]
    Keywords,
    /// A scheme without slashes, or an address without a scheme.
    #[error(
        "is neither a path nor a URL; use sqlite://PATH for SQLite (./PATH if the path contains a colon), \
         or postgres://USER:PASSWORD@HOST:PORT/NAME for PostgreSQL"
    )]
    HalfUrl,
    /// SQLite's URI parameters.
    #[error(
        "has parameters after a question mark, which are not supported for SQLite; use sqlite://PATH \
         without them"
    )]
    Parameters,
    /// A percent-encoded path.
    #[error("has a percent-encoded character in the path; write the path without percent-encoding")]
    Encoded,
    /// Text that a shell would have expanded.
    #[error("contains a $ or ~ that was not expanded; write the full path")]
    Unexpanded,
    /// A line break or another control character.
    #[error("contains a line break or another control character; remove it")]
    Control,
    /// Not a URL.
    #[error(
        "is not a valid URL; use postgres://USER:PASSWORD@HOST:PORT/NAME and percent-encode special characters: \
         % is %25, @ is %40, / is %2F, : is %3A"
    )]
    Malformed,
    /// A parameter that libpq does not have.
    #[error(
        "has a parameter that libpq does not support; see “Parameter Key Words” in the PostgreSQL \
         documentation"
    )]
    UnknownParameter,
    /// SQLite's in-memory databases are lost with the connection.
    #[error("does not name a file; an in-memory SQLite database would lose all accounts at exit")]
    InMemory,
    /// This build has no TLS, and the URL does not disable it.
    #[error(
        "is on another machine and this build has no TLS; build with the feature postgres-tls, or set \
         sslmode=disable to send passwords unencrypted"
    )]
    NoTls,
}

impl Location {
    /// Parses a `DATABASE_URL`.
    ///
    /// # Errors
    /// [`LocationError`] completes the sentence that begins with the variable's name.
    pub fn parse(text: &str) -> Result<Self, LocationError> {
        let text = text.trim();
        if text.starts_with(['"', '\'']) || text.ends_with(['"', '\'']) {
            return Err(LocationError::Quoted);
        }
        if text.chars().any(char::is_control) {
            return Err(LocationError::Control);
        }
        match text.split_once("://") {
            Some(("postgres" | "postgresql", address)) => Server::parse(address).map(Self::Server),
            Some(("sqlite", path)) if has_escape(path) => Err(LocationError::Encoded),
            Some(("sqlite", path)) => Self::file(path),
            Some(_) => Err(LocationError::UnknownScheme),
            None => Self::plain(text),
        }
    }

    /// A path without a scheme. Refuses text that looks like another program's address.
    fn plain(text: &str) -> Result<Self, LocationError> {
        if text.starts_with(":memory:") || text.ends_with("::memory:") {
            return Err(LocationError::InMemory);
        }
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | ' ');
        let after = text.trim_start_matches(word);
        if after.len() < text.len() {
            match after.chars().next() {
                Some('=') => return Err(LocationError::Keywords),
                Some(':') => return Err(LocationError::HalfUrl),
                _ => {}
            }
        }
        Self::file(text)
    }

    fn file(path: &str) -> Result<Self, LocationError> {
        if path.is_empty() {
            Err(LocationError::Empty)
        } else if path.trim_start_matches('/').starts_with(":memory:") {
            Err(LocationError::InMemory)
        } else if path.starts_with("file:") {
            Err(LocationError::HalfUrl)
        } else if path.contains('?') {
            Err(LocationError::Parameters)
        } else if path.starts_with('~') || path.contains('$') {
            Err(LocationError::Unexpanded)
        } else {
            Ok(Self::File(PathBuf::from(path)))
        }
    }

    /// Whether it is a server, which can become unreachable between two queries.
    #[must_use]
    pub const fn is_remote(&self) -> bool {
        matches!(self, Self::Server(_))
    }

    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }
}

fn has_escape(path: &str) -> bool {
    let hex = |digit: Option<u8>| digit.is_some_and(|digit| digit.is_ascii_hexdigit());
    path.split('%').skip(1).any(|rest| {
        let mut digits = rest.bytes();
        hex(digits.next()) && hex(digits.next())
    })
}

/// The parameter key words of libpq, from its documentation.
const KNOWN: [&str; 51] = [
    "application_name",
    "channel_binding",
    "client_encoding",
    "connect_timeout",
    "dbname",
    "fallback_application_name",
    "gssdelegation",
    "gssencmode",
    "gsslib",
    "host",
    "hostaddr",
    "keepalives",
    "keepalives_count",
    "keepalives_idle",
    "keepalives_interval",
    "krbsrvname",
    "load_balance_hosts",
    "max_protocol_version",
    "min_protocol_version",
    "oauth_client_id",
    "oauth_client_secret",
    "oauth_issuer",
    "oauth_scope",
    "options",
    "passfile",
    "password",
    "port",
    "replication",
    "require_auth",
    "requirepeer",
    "scram_client_key",
    "scram_server_key",
    "service",
    "ssl_max_protocol_version",
    "ssl_min_protocol_version",
    "sslcert",
    "sslcertmode",
    "sslcompression",
    "sslcrl",
    "sslcrldir",
    "sslkey",
    "sslkeylogfile",
    "sslmode",
    "sslnegotiation",
    "sslpassword",
    "sslrootcert",
    "sslsni",
    "target_session_attrs",
    "tcp_user_timeout",
    "user",
    // Only with the value true, which means sslmode=require.
    "ssl",
];

impl Server {
    /// Parses what follows `postgres://`.
    fn parse(address: &str) -> Result<Self, LocationError> {
        let mut server = Self {
            options: Vec::new(),
            is_direct: false,
        };
        let (user, rest) = match address.find(['@', '/']) {
            Some(at) if address[at..].starts_with('@') => (&address[..at], &address[at + 1..]),
            _ => ("", address),
        };
        let (user, password) = user.split_once(':').unwrap_or((user, ""));
        server.set("user", decoded(user)?);
        server.set("password", decoded(password)?);

        let (hosts, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        server.add_hosts(hosts)?;
        let (name, parameters) = rest.split_once('?').unwrap_or((rest, ""));
        let name = name.strip_prefix('/').unwrap_or(name);
        // If the password contains an unencoded slash, its end is here.
        if name.contains('@') {
            return Err(LocationError::Malformed);
        }
        server.set("dbname", decoded(name)?);
        for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
            match parameter.split_once('=') {
                Some((name, value)) if !value.contains('=') => {
                    server.add(&decoded(name)?, decoded(value)?)?;
                }
                _ => return Err(LocationError::Malformed),
            }
        }
        server.complete()?;
        Ok(server)
    }

    /// `HOST:PORT,…`; both are optional.
    fn add_hosts(&mut self, text: &str) -> Result<(), LocationError> {
        let (mut hosts, mut ports) = (Vec::new(), Vec::new());
        for part in text.split(',') {
            let (host, port) = if let Some(part) = part.strip_prefix('[') {
                let (host, after) = part.split_once(']').ok_or(LocationError::Malformed)?;
                let port = after.strip_prefix(':');
                if host.is_empty() || (port.is_none() && !after.is_empty()) {
                    return Err(LocationError::Malformed);
                }
                (host, port.unwrap_or(""))
            } else {
                part.split_once(':').unwrap_or((part, ""))
            };
            // If the password contains an unencoded @ or slash, part of it is here.
            if host.contains('@') || !port.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(LocationError::Malformed);
            }
            hosts.push(decoded(host)?);
            ports.push(port);
        }
        if hosts.iter().any(|host| !host.is_empty()) {
            self.set("host", hosts.join(","));
        }
        if ports.iter().any(|port| !port.is_empty()) {
            self.set("port", ports.join(","));
        }
        Ok(())
    }

    fn add(&mut self, name: &str, value: String) -> Result<(), LocationError> {
        match (name, value.as_str()) {
            ("ssl", "true") => self.set("sslmode", "require".to_owned()),
            // Our own parameter.
            ("pooler", "none") => self.is_direct = true,
            ("ssl" | "pooler", _) => return Err(LocationError::UnknownParameter),
            _ if KNOWN.contains(&name) => self.set(name, value),
            _ => return Err(LocationError::UnknownParameter),
        }
        Ok(())
    }

    /// The last value wins, as in libpq; an empty one is ignored.
    fn set(&mut self, name: &str, value: String) {
        if !value.is_empty() {
            self.options.retain(|(known, _)| known != name);
            self.options.push((name.to_owned(), value));
        }
    }

    fn option(&self, name: &str) -> Option<&str> {
        let mut options = self.options.iter();
        options
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Adds secure and robust defaults that libpq does not have.
    fn complete(&mut self) -> Result<(), LocationError> {
        let local = ["host", "hostaddr"]
            .iter()
            .filter_map(|name| self.option(name))
            .flat_map(|hosts| hosts.split(','))
            .all(is_here);
        if !cfg!(feature = "postgres-tls") && !local && self.option("sslmode") != Some("disable") {
            return Err(LocationError::NoTls);
        }
        // libpq's default is to encrypt if possible and to verify nothing (the attack: a machine in the
        // middle that impersonates the server).
        let verified = (!local).then_some(("sslmode", "verify-full"));
        // A standby is read-only, and after a failover the address may lead to one.
        let writable = ("target_session_attrs", "read-write");
        // Detects a server that does not answer, at connect or later. In seconds, except for the last, which
        // is in milliseconds.
        let answering = [
            ("connect_timeout", "2"),
            ("keepalives_idle", "10"),
            ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
        ];
        for (name, value) in verified.into_iter().chain([writable]).chain(answering) {
            if self.option(name).is_none() {
                self.set(name, value.to_owned());
            }
        }
        Ok(())
    }

    /// Whether each connection keeps one server connection for its lifetime. A transaction pooler uses
    /// another server connection for each transaction, where a named prepared statement is missing or is a
    /// different one. So this is true only if the URL says so.
    pub(super) const fn is_direct(&self) -> bool {
        self.is_direct
    }

    /// As keywords and values, only for libpq: contains the password.
    pub(super) fn conninfo(&self) -> String {
        self.options
            .iter()
            .fold(String::new(), |mut text, (name, value)| {
                let value = value.replace('\\', "\\\\").replace('\'', "\\'");
                let _ = write!(text, "{name}='{value}' ");
                text
            })
    }
}

/// Whether a host is this machine: empty, a socket path, or loopback.
fn is_here(host: &str) -> bool {
    host.is_empty()
        || host == "localhost"
        || host.starts_with(['/', '@'])
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Decodes percent-encoding.
fn decoded(text: &str) -> Result<String, LocationError> {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).ok_or(LocationError::Malformed)?;
        let all_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        match u8::from_str_radix(digits, 16) {
            Ok(byte) if byte != 0 && all_hex => bytes.push(byte),
            _ => return Err(LocationError::Malformed),
        }
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).map_err(|_| LocationError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(text: &str) -> Server {
        match Location::parse(text) {
            Ok(Location::Server(server)) => server,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn the_scheme_chooses_the_database() {
        let file = |path: &str| Ok(Location::File(PathBuf::from(path)));
        assert_eq!(Location::parse("vestibule.db"), file("vestibule.db"));
        assert_eq!(Location::parse("sqlite:///var/lib/v.db"), file("/var/lib/v.db"));
        assert_eq!(Location::parse("sqlite://v.db"), file("v.db"));
        for server in [
            "postgres://u@localhost/v",
            "postgresql://u:p@[::1]:5433/v?sslmode=require",
        ] {
            assert!(Location::parse(server).unwrap().is_remote(), "{server}");
        }
        for (bad, error) in [
            ("", LocationError::Empty),
            ("sqlite://", LocationError::Empty),
            (":memory:", LocationError::InMemory),
            ("mysql://u@h/v", LocationError::UnknownScheme),
            ("postgres://u@h:port/v", LocationError::Malformed),
        ] {
            assert_eq!(Location::parse(bad), Err(error), "{bad}");
        }
    }

    #[test]
    fn another_program_s_spelling_is_no_path() {
        for (bad, error) in [
            ("host=db.example.com dbname=v", LocationError::Keywords),
            ("host = db.example.com dbname = v", LocationError::Keywords),
            ("dbname=v", LocationError::Keywords),
            ("Data Source=v.db", LocationError::Keywords),
            ("Server=db;Database=v;Uid=u;Pwd=hunter2", LocationError::Keywords),
            ("sqlite:v.db", LocationError::HalfUrl),
            ("sqlite:/srv/v.db", LocationError::HalfUrl),
            ("file:v.db?mode=rwc", LocationError::HalfUrl),
            ("postgres:u@h/v", LocationError::HalfUrl),
            ("localhost:5432/v", LocationError::HalfUrl),
            ("u:hunter2@db.example.com/v", LocationError::HalfUrl),
            ("sqlite://v.db?mode=rwc", LocationError::Parameters),
            ("v.db?cache=shared", LocationError::Parameters),
            ("\"v.db\"", LocationError::Quoted),
            ("'v.db'", LocationError::Quoted),
            ("\"postgres://u@h/v\"", LocationError::Quoted),
            ("sqlite:///srv/my%20accounts.db", LocationError::Encoded),
            ("~/v.db", LocationError::Unexpanded),
            ("$DATA/v.db", LocationError::Unexpanded),
            ("sqlite://${DATA}/v.db", LocationError::Unexpanded),
            ("sqlite::memory:", LocationError::InMemory),
            ("sqlite:///:memory:", LocationError::InMemory),
            ("sqlite+aiosqlite:///v.db", LocationError::UnknownScheme),
            ("jdbc:postgresql://h/v", LocationError::UnknownScheme),
            ("postgresql+psycopg2://u@h/v", LocationError::UnknownScheme),
            ("v.db\nVESTIBULE_ISSUER=Acme", LocationError::Control),
        ] {
            assert_eq!(Location::parse(bad), Err(error), "{bad}");
        }
        for path in [
            "v.db",
            "./v:1.db",
            "/srv/env=live/v.db",
            "data/v.db",
            "/srv/my accounts.db",
            "/srv/100%.db",
        ] {
            assert_eq!(
                Location::parse(path),
                Ok(Location::File(PathBuf::from(path))),
                "{path}"
            );
        }
    }

    #[test]
    fn every_form_that_libpq_documents_is_read() {
        for (text, options) in [
            ("postgresql://", &[][..]),
            ("postgresql://localhost", &[("host", "localhost")]),
            (
                "postgresql://localhost:5433",
                &[("host", "localhost"), ("port", "5433")],
            ),
            (
                "postgresql://user@localhost",
                &[("user", "user"), ("host", "localhost")],
            ),
            (
                "postgresql://user:secret@localhost",
                &[("user", "user"), ("password", "secret")],
            ),
            (
                "postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp",
                &[
                    ("dbname", "otherdb"),
                    ("connect_timeout", "10"),
                    ("application_name", "myapp"),
                ],
            ),
            (
                "postgresql://host1:123,host2:456/somedb?target_session_attrs=any&application_name=myapp",
                &[
                    ("host", "host1,host2"),
                    ("port", "123,456"),
                    ("target_session_attrs", "any"),
                ],
            ),
            (
                "postgres://u:p@h1,h2/db?target_session_attrs=read-write",
                &[("host", "h1,h2"), ("target_session_attrs", "read-write")],
            ),
            (
                "postgresql:///mydb?host=localhost&port=5433",
                &[("dbname", "mydb"), ("host", "localhost"), ("port", "5433")],
            ),
            (
                "postgres://u@/db?host=/run/postgresql",
                &[("user", "u"), ("dbname", "db"), ("host", "/run/postgresql")],
            ),
            (
                "postgresql://user@localhost:5433/mydb?options=-c%20synchronous_commit%3Doff",
                &[("options", "-c synchronous_commit=off")],
            ),
            (
                "postgresql://[2001:db8::1234]:5433/database",
                &[("host", "2001:db8::1234"), ("port", "5433")],
            ),
            (
                "postgresql://%2Fvar%2Flib%2Fpostgresql/dbname",
                &[("host", "/var/lib/postgresql")],
            ),
            ("postgres://u@h/v?ssl=true", &[("sslmode", "require")]),
            (
                "postgres://u:p%25%40%2F%3A%27%5C@localhost/v",
                &[("password", "p%@/:'\\")],
            ),
            ("postgres://u:#?&=*+@localhost/v", &[("password", "#?&=*+")]),
        ] {
            let server = server(text);
            for (name, value) in options {
                assert_eq!(server.option(name), Some(*value), "{text}: {name}");
            }
        }
        let quoted = server("postgres://u:p%27%5C@localhost/v").conninfo();
        assert!(quoted.contains(r"password='p\'\\' "), "{quoted}");
    }

    #[test]
    fn no_part_of_a_password_is_repeated() {
        for bad in [
            "postgres://u:abc%hunter2@localhost/v",
            "postgres://u:abc%2hunter2@localhost/v",
            "postgres://u:hunter2%@localhost/v",
            "postgres://u:hunter2%00@localhost/v",
            "postgres://u:hunter2%ff@localhost/v",
            "postgres://u:abc@hunter2@localhost/v",
            "postgres://u:abc/hunter2@localhost/v",
            "postgres://u:12/hunter2@localhost/v",
            "postgres://u:hunter2/@localhost/v",
            "postgres://u@localhost/v?password=hunter2%",
            "postgres://u@localhost/v?password=abc=hunter2",
            "postgres://u@localhost/v?password=abc&hunter2",
            "postgres://u@localhost/v?password=abc&hunter2=x",
            "postgres://u:hunter2@[localhost/v",
            "postgres://u:hunter2@[]/v",
            "host=localhost password=hunter2",
            "'postgres://u:hunter2@localhost/v'",
            "mysql://u:hunter2@localhost/v",
        ] {
            let fault = Location::parse(bad).unwrap_err().to_string();
            assert!(!fault.contains("hunter2"), "{bad}: {fault}");
        }
        let good = format!("{:?}", Location::parse("postgres://u:hunter2@localhost/v"));
        assert!(!good.contains("hunter2"), "{good}");
    }

    #[test]
    fn a_server_on_another_machine_is_verified_unless_the_url_says_otherwise() {
        let mode = |text: &str| server(text).option("sslmode").map(str::to_owned);
        for elsewhere in [
            "postgres://u@db.example.com/v",
            "postgres://u@192.0.2.1/v",
            "postgres:///v?host=db.example.com",
            "postgres://u@localhost/v?hostaddr=192.0.2.1",
            "postgres://u@localhost,db.example.com/v",
            "postgres://u@/v?host=/run/postgresql,db.example.com",
            "postgres://u@db.example.com/v?sslrootcert=/etc/ssl/db.pem",
        ] {
            assert_eq!(mode(elsewhere).as_deref(), Some("verify-full"), "{elsewhere}");
        }
        for here in [
            "postgres://u@localhost/v",
            "postgres://u@127.0.0.1/v",
            "postgres://u@[::1]/v",
            "postgres:///v",
            "postgres:///v?host=/run/postgresql",
            "postgres://%2Frun%2Fpostgresql/v",
        ] {
            assert_eq!(mode(here), None, "{here}");
        }
        let said = "postgres://u@db.internal/v?sslmode=disable";
        assert_eq!(mode(said).as_deref(), Some("disable"));
    }

    #[test]
    fn a_server_that_does_not_answer_or_takes_no_changes_is_given_up_on_unless_the_url_says_otherwise() {
        let added = |text: &str| {
            let options = server(text).options.into_iter().skip(3);
            options
                .map(|(name, value)| format!("{name}={value}"))
                .collect::<Vec<_>>()
                .join("&")
        };
        let answering = "keepalives_idle=10&keepalives_interval=5&keepalives_count=3&tcp_user_timeout=10000";
        assert_eq!(
            added("postgres://u@localhost/v"),
            format!("target_session_attrs=read-write&connect_timeout=2&{answering}")
        );
        assert_eq!(
            added("postgres://u@localhost/v?connect_timeout=9&target_session_attrs=any"),
            format!("connect_timeout=9&target_session_attrs=any&{answering}")
        );
    }
}
