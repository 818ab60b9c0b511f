//! `Phone`: an authenticator app. It scans the QR code that is really on the screen (zbar) and computes codes with a
//! program that shares no code with ours (oathtool), so that the two sides are independent.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use url::{Url, form_urlencoded};

/// An authenticator app with one account in it.
#[derive(Clone, Debug)]
pub struct Phone {
    pub issuer: String,
    /// Its entry in the app's list: `ISSUER:USERNAME`.
    pub label: String,
    /// The key in base32.
    pub secret: String,
}

impl Phone {
    /// Scans a picture of the screen.
    pub fn scan(png: &Path) -> Self {
        let text = output_of(
            Command::new("zbarimg")
                .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
                .arg(png),
        );
        let codes: Vec<&str> = text.lines().collect();
        let [uri] = codes[..] else {
            panic!("{} QR codes in {}: {codes:?}", codes.len(), png.display());
        };
        Self::from_uri(uri)
    }

    /// Whether the camera recognises anything. As with real ones, the distance matters: one code in some hundreds can
    /// be read only from nearer.
    pub fn sees_a_code(png: &Path) -> bool {
        Command::new("zbarimg")
            .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
            .arg(png)
            .output()
            .is_ok_and(|output| output.status.success())
    }

    /// Reads an `otpauth://` URI, as strictly as the strictest of the apps.
    pub fn from_uri(uri: &str) -> Self {
        assert!(
            !uri.contains('+'),
            "a space in an otpauth URI is %20, apps show a plus sign as it is: {uri}"
        );
        let url = Url::parse(uri).unwrap_or_else(|e| panic!("no URI in the QR code: {uri}: {e}"));
        assert_eq!(
            (url.scheme(), url.host_str()),
            ("otpauth", Some("totp")),
            "no authenticator app opens this: {uri}"
        );
        let parameter = |name: &str| {
            let found = url.query_pairs().find(|(key, _)| key == name);
            found.map(|(_, value)| value.into_owned())
        };
        // Many apps ignore these, and use the defaults that every app knows.
        for (name, known) in [("algorithm", "SHA1"), ("digits", "6"), ("period", "30")] {
            let value = parameter(name).unwrap_or_else(|| known.to_owned());
            assert_eq!(value, known, "not every app knows this {name}: {uri}");
        }
        Self {
            issuer: parameter("issuer").unwrap_or_else(|| panic!("no issuer: {uri}")),
            label: percent_decoded(url.path().trim_start_matches('/')),
            secret: parameter("secret").unwrap_or_else(|| panic!("no secret: {uri}")),
        }
    }

    /// Types in the key beside the QR code, in groups or not.
    pub fn with_key(key: &str) -> Self {
        Self {
            issuer: String::new(),
            label: String::new(),
            secret: key.split_whitespace().collect(),
        }
    }

    /// The code that the app shows at this moment.
    pub fn code_at(&self, unix_seconds: i64) -> String {
        let now = format!("@{unix_seconds}");
        let code = output_of(
            Command::new("oathtool")
                .args(["--totp", "--base32", &self.secret, "--now"])
                .arg(now),
        );
        code.trim().to_owned()
    }

    /// The code that KeePassXC shows now, by the machine's own clock, for the content of the QR code.
    pub fn code_of_keepassxc(uri: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let (export, database) = (folder.path().join("entry.xml"), folder.path().join("entry.kdbx"));
        let entry = format!(
            "<KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAA==</UUID><Name>Root</Name><Entry>\
             <UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><String><Key>Title</Key><Value>portal</Value></String>\
             <String><Key>otp</Key><Value>{}</Value></String></Entry></Group></Root></KeePassFile>",
            uri.replace('&', "&amp;")
        );
        std::fs::write(&export, entry).expect("an entry");
        let run = |arguments: &[&str], typed: &str| {
            let mut command = Command::new("keepassxc-cli");
            command
                .args(arguments)
                .env("QT_QPA_PLATFORM", "offscreen")
                .env("HOME", folder.path());
            let mut child = command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap_or_else(|e| panic!("{command:?}: {e}; script/test installs it"));
            child
                .stdin
                .take()
                .expect("its input")
                .write_all(typed.as_bytes())
                .expect("typed");
            let output = child.wait_with_output().expect("its end");
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            String::from_utf8(output.stdout).expect("text")
        };
        let path = |path: &Path| path.display().to_string();
        run(&["import", "-p", &path(&export), &path(&database)], "key\nkey\n");
        let shown = run(&["show", "-q", "-t", &path(&database), "portal"], "key\n");
        shown.trim().to_owned()
    }

    /// Six digits that the app shows at no time within a quarter of an hour of this moment.
    pub fn wrong_code_at(&self, unix_seconds: i64) -> String {
        let shown = output_of(
            Command::new("oathtool")
                .args(["--totp", "--base32", &self.secret, "--window=60", "--now"])
                .arg(format!("@{}", unix_seconds - 900)),
        );
        let wrong = (0..).map(|number| format!("{number:06}"));
        let mut wrong = wrong.filter(|code| shown.lines().all(|line| line != code));
        wrong.next().expect("sixty codes are not all there are")
    }
}

fn output_of(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|e| panic!("{command:?}: {e}; script/test installs it"));
    assert!(
        output.status.success(),
        "{command:?}: {} {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

/// A path has no `&`, `=` or `+` of its own here, so that it reads as a form's key.
fn percent_decoded(path: &str) -> String {
    let (name, _) = form_urlencoded::parse(path.as_bytes()).next().unwrap_or_default();
    name.into_owned()
}
