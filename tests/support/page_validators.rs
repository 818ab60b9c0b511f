//! Third-party validators of pages: axe-core for what is shown, the Nu HTML checker for what is sent. `script/test`
//! installs both in `target/npm`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::browser::Browser;

use super::words;

/// The requirements for a page: everything of WCAG 2.0 to 2.2, A and AA, best practice, and the AAA contrast of 7:1.
const ASKED: &str = r"
    const found = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast-enhanced': { enabled: true } },
        resultTypes: ['violations'],
    });
    return found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));";

fn installed(path: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("target/npm/node_modules")
        .join(path);
    assert!(
        path.exists(),
        "{} is not there; script/test installs it",
        path.display()
    );
    path
}

/// axe-core, which checks pages in a browser.
pub struct Axe(String);

impl Axe {
    pub fn new() -> Self {
        Self(std::fs::read_to_string(installed("axe-core/axe.min.js")).expect("a script"))
    }

    /// The errors that it finds in the page that the browser shows.
    pub async fn violations(&self, browser: &Browser) -> Vec<String> {
        // In a function of its own, so that the page gets no additional name.
        let script = format!(
            "const [done] = [...arguments].slice(-1); \
             (async () => {{ {}; {ASKED} }})().then(done, fault => done([String(fault)]));",
            self.0
        );
        let found = browser.ask_and_wait(&script).await;
        let found = found.as_array().expect("a list");
        found
            .iter()
            .map(|one| one.as_str().expect("a sentence").to_owned())
            .collect()
    }
}

/// The errors that the Nu HTML checker finds in the files of a folder.
pub fn invalid_html(folder: &Path) -> Vec<String> {
    let checked = Command::new("java")
        .arg("-jar")
        .arg(installed("vnu-jar/build/dist/vnu.jar"))
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .arg(folder)
        .output()
        .expect("java is installed; script/test does it");
    let report: Value = serde_json::from_slice(&checked.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&checked.stderr)));
    let messages = report["messages"].as_array().expect("a list");
    // It guesses the language of a page, and does not know invented ones.
    let guess = |message: &&Value| {
        let text = message["message"].as_str().unwrap_or_default();
        words::language() == words::PSEUDO && text.starts_with("This document appears to be written in")
    };
    messages
        .iter()
        .filter(|message| !guess(message))
        .map(|message| {
            let text = |name: &str| message[name].as_str().unwrap_or_default().to_owned();
            let file = text("url");
            let file = file.rsplit('/').next().unwrap_or_default();
            format!(
                "{file}: {}: {}: {}",
                text("type"),
                text("message"),
                text("extract")
            )
        })
        .collect()
}
