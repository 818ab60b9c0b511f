//! The rules of the design, enforced by reading the sources as text: the direction of imports, where each third-party
//! crate is used, and that the maps in `src/lib.rs` and README match the files. What the compiler or clippy can
//! enforce is not here.
//!
//! A map is an indented tree in a `text` block, one line per file or folder, the name first:
//! `accounts.rs  the table of accounts`, `pages/  one file per page`. The line of a folder covers its `mod.rs` too.
//! The map in `src/lib.rs` begins inside `src/` and names everything; README's begins at the root of the repository,
//! has a line `src/`, and below it names at least the top-level modules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Which top-level modules may name which. The longest row that matches a file applies.
const IMPORTS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("hasher", &["domain"]),
    ("delivery", &["text", "domain"]),
    // The location of the database is a value too.
    ("config", &["store", "text", "domain"]),
    ("flows", &["store", "delivery", "hasher", "domain"]),
    ("text", &["domain"]),
    ("web", &["flows", "text", "domain"]),
    // The one exception: it reads and writes the browser's session around each page.
    ("web/session", &["store", "flows", "text", "domain"]),
    (
        "app",
        &[
            "web", "flows", "store", "delivery", "hasher", "config", "text", "domain",
        ],
    ),
    (
        "commands",
        &[
            "app", "flows", "store", "delivery", "hasher", "config", "text", "domain",
        ],
    ),
    ("main", &["commands", "config"]),
    ("lib", &[]),
];

/// The only users of each third-party crate, or of a part of the standard library.
const DOORS: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("askama", &["web", "delivery", "text"]),
    ("askama_web", &["web"]),
    ("actix_web", &["web", "app"]),
    ("argon2", &["domain/authenticator/password"]),
    ("totp_rs", &["domain/authenticator/totp"]),
    ("chacha20poly1305", &["domain/sealed"]),
    ("rand", &["domain/random"]),
    ("flate2", &["web/compress"]),
    ("fluent_bundle", &["text"]),
    ("fluent_syntax", &["text"]),
    ("unic_langid", &["text"]),
    ("reqwest", &["delivery/twilio"]),
    ("lettre", &["delivery/smtp"]),
    ("phonenumber", &["domain/phone_number"]),
    ("clap", &["config", "commands", "main"]),
    ("rustix", &["commands/core_dumps"]),
    ("socket2", &["app/closing"]),
    ("std::env", &["config"]),
    // No request starts a program; only the exit code is used.
    ("std::process", &["commands", "config/keys", "main"]),
];

/// Names that only a few files may use.
const SECRETS: &[(&str, &[&str])] = &[
    ("PgConnection", &["store/dialect"]),
    ("SqliteConnection", &["store/dialect"]),
    // Whether an account is disabled also depends on its main account's row.
    ("disabled_at", &["store/accounts", "store/schema"]),
    // Judging a password takes long: never on the event loop (the attack: one request a second, each of which blocks
    // a worker for a second).
    ("judge", &["hasher", "domain/authenticator/password"]),
    ("choose", &["hasher", "flows/choose_password"]),
    ("zxcvbn", &["domain/authenticator/password"]),
    // Only the operator clears the counter of codes, at the command line.
    ("by_operator", &["domain/limits/counter", "flows/administer"]),
    // Evidence is read back only from a session, and permission for a change is given where it was proven (the
    // attack: a page or a flow that makes up its own).
    ("read_back", &["domain/evidence", "web/session/record"]),
    (
        "resume",
        &[
            "domain/session",
            "domain/change",
            "web/session",
            "web/session/record",
        ],
    ),
    (
        "with_later",
        &["domain/evidence", "domain/change", "domain/sign_in"],
    ),
    (
        "with_step",
        &[
            "domain/evidence",
            "domain/change",
            "domain/session",
            "domain/sign_in",
        ],
    ),
    ("in_session", &["domain/change", "flows/enrol", "flows/step_up"]),
    ("there_and_then", &["domain/change", "flows/step_up"]),
];

/// Where the paths of the server are defined.
const PATHS: &str = "src/web/paths.rs";

#[test]
fn imports_run_one_way() {
    let sources = sources("src");
    let modules = top_level_modules();
    let mut wrong = Vec::new();
    for source in &sources {
        let module = source.module.join("/");
        let Some((row, allowed)) = row_of(IMPORTS, &module) else {
            wrong.push(format!("{}: no row in IMPORTS fits", source.path));
            continue;
        };
        for named in source.names() {
            let Some(target) = named.path_in_crate(&source.module) else {
                continue;
            };
            let Some(target) = target.first().filter(|name| modules.contains(*name)) else {
                continue;
            };
            if *target != source.module[0] && !allowed.contains(&target.as_str()) {
                wrong.push(format!(
                    "{}:{}: {row} may not name {target}",
                    source.path, named.line
                ));
            }
        }
    }
    assert_none("imports run against the direction", wrong);
}

/// Two files that name each other are one file in two places. A folder's `mod.rs` and the files below it are one
/// module, and may.
#[test]
fn no_files_import_in_a_circle() {
    let sources = sources("src");
    let places: BTreeMap<String, usize> = (0..)
        .zip(&sources)
        .map(|(place, source)| (source.module.join("/"), place))
        .collect();
    let imports: Vec<BTreeSet<usize>> = sources
        .iter()
        .map(|source| {
            let targets = source.names().into_iter().filter_map(|named| {
                let path = named.path_in_crate(&source.module)?;
                // The longest prefix of the path that is a file.
                let file = (1..=path.len())
                    .rev()
                    .find_map(|length| places.get(&path[..length].join("/")))?;
                let module = &sources[*file].module;
                let akin = source.module.starts_with(module) || module.starts_with(&source.module);
                (!akin).then_some(*file)
            });
            targets.collect()
        })
        .collect();
    let mut wrong = Vec::new();
    for (start, direct) in imports.iter().enumerate() {
        let mut reached = direct.clone();
        let mut open: Vec<usize> = direct.iter().copied().collect();
        while let Some(place) = open.pop() {
            open.extend(imports[place].iter().filter(|next| reached.insert(**next)));
        }
        if reached.contains(&start) {
            wrong.push(format!("{}: is imported by what it imports", sources[start].path));
        }
    }
    assert_none("files import in a circle", wrong);
}

#[test]
fn each_third_party_crate_has_one_door() {
    let mut wrong = Vec::new();
    for source in &sources("src") {
        let module = source.module.join("/");
        for named in source.names() {
            let full = named.path.join("::");
            for (what, doors) in DOORS {
                let is_named = full == *what || full.starts_with(&format!("{what}::"));
                if is_named && !doors.iter().any(|door| is_within(&module, door)) {
                    wrong.push(format!(
                        "{}:{}: {what} comes in through {doors:?} alone",
                        source.path, named.line
                    ));
                }
            }
        }
        for token in &source.tokens {
            for (word, doors) in SECRETS {
                if token.text == *word && !doors.contains(&module.as_str()) {
                    wrong.push(format!(
                        "{}:{}: only {doors:?} may say {word}",
                        source.path, token.line
                    ));
                }
            }
        }
    }
    assert_none("crates come in through other doors", wrong);
}

#[test]
fn each_path_is_written_once() {
    let mut wrong = Vec::new();
    for source in sources("src/web") {
        if source.path == PATHS {
            continue;
        }
        let code = source.text.lines().take_while(|line| *line != "mod tests {");
        for (line, text) in (1..).zip(code) {
            let is_comment = text.trim_start().starts_with("//");
            // A path from its beginning, or one that continues after a placeholder.
            let is_path = |opening: &str| {
                text.match_indices(opening)
                    .any(|(at, _)| text[at + opening.len()..].starts_with(|c: char| c.is_ascii_lowercase()))
            };
            if !is_comment && (is_path("\"/") || is_path("}/")) {
                wrong.push(format!("{}:{line}: {}", source.path, text.trim()));
            }
        }
    }
    assert_none("paths stand outside of src/web/paths.rs", wrong);
}

/// A renamed path must not leave dead links behind.
#[test]
fn what_templates_link_to_is_there() {
    let source = read(PATHS);
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let paths: BTreeSet<String> = code
        .lines()
        .filter(|line| line.starts_with("pub const"))
        .filter_map(|line| line.split('"').nth(1))
        .map(nameless)
        .collect();
    let mut wrong = Vec::new();
    for path in everything_under("templates") {
        if path.ends_with('/') {
            continue;
        }
        for (line, text) in (1..).zip(read(&path).lines()) {
            for opening in ["href=\"/", "action=\"/", "{{ origin }}/"] {
                for (at, _) in text.match_indices(opening) {
                    let link = nameless(&text[at + opening.len() - 1..]);
                    let ends = |c: char| c.is_whitespace() || "\"?#,:<".contains(c);
                    let link = link.split(ends).next().unwrap_or_default();
                    if !paths.contains(link) {
                        wrong.push(format!("{path}:{line}: {link}"));
                    }
                }
            }
        }
    }
    assert_none("templates link to what is no path of src/web/paths.rs", wrong);
}

/// A path without the names of its placeholders: `/subaccounts/{id}` and `/subaccounts/{{ id }}` are
/// `/subaccounts/{}`.
fn nameless(path: &str) -> String {
    let mut parts = path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter(|part| !part.is_empty()).fold(first, |path, part| {
        let after = part.trim_start_matches(|c| c != '}').trim_start_matches('}');
        path + "{}" + after
    })
}

#[test]
fn the_map_in_lib_shows_every_file_of_src() {
    let lib = read("src/lib.rs");
    let doc: Vec<(usize, &str)> = (1..)
        .zip(lib.lines())
        .map_while(|(line, text)| Some((line, text.strip_prefix("//!")?)))
        .map(|(line, text)| (line, text.strip_prefix(' ').unwrap_or(text)))
        .collect();
    let map = maps_in(&doc)
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("src/lib.rs: no map (a ```text block) in its //!"));

    let mut wrong = what_is_not_there(&map, "src/lib.rs", "src");
    for path in everything_under("src") {
        let inside = path.strip_prefix("src/").unwrap_or(&path);
        let is_spoken_for = inside.ends_with("/mod.rs");
        if !is_spoken_for && !map.iter().any(|entry| entry.path == inside) {
            wrong.push(format!("{path}: not in the map of src/lib.rs"));
        }
    }
    assert_none("the map in src/lib.rs is not right", wrong);
}

#[test]
fn the_map_in_the_readme_shows_every_top_level_module() {
    let readme = read("README.md");
    let lines: Vec<(usize, &str)> = (1..).zip(readme.lines()).collect();
    let map = maps_in(&lines)
        .into_iter()
        .find(|map| map.iter().any(|entry| entry.path == "src/"))
        .unwrap_or_else(|| panic!("README.md: no map (a ```text block with a line src/)"));

    let mut wrong = what_is_not_there(&map, "README.md", ".");
    for module in top_level_modules() {
        let shown = [format!("src/{module}.rs"), format!("src/{module}/")];
        if !map.iter().any(|entry| shown.contains(&entry.path)) {
            wrong.push(format!("src/{module}: not in the map of README.md"));
        }
    }
    assert_none("the map in README.md is not right", wrong);
}

#[test]
fn every_source_says_first_what_lives_there() {
    let wrong = [sources("src"), sources("tests")]
        .iter()
        .flatten()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| format!("{}:1: begins without //!", source.path))
        .collect();
    assert_none("sources do not introduce themselves", wrong);
}

#[test]
fn no_file_is_a_drawer_for_leftovers() {
    const DRAWERS: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "misc"];
    let wrong = ["src", "tests", "templates", "static"]
        .iter()
        .flat_map(|folder| everything_under(folder))
        .filter(|path| {
            let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or("");
            let stem = name.split('.').next().unwrap_or(name);
            DRAWERS.contains(&stem)
        })
        .map(|path| format!("{path}: what is in it has a name of its own"))
        .collect();
    assert_none("files are called after nothing", wrong);
}

#[test]
fn nothing_is_left_for_later() {
    // Concatenated, so that the rule does not match this file.
    let words = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "templates", "migrations", "script"] {
        for path in everything_under(folder) {
            if path.ends_with('/') {
                continue;
            }
            for (line, text) in (1..).zip(read(&path).lines()) {
                let mut found = text.split(|c: char| !c.is_alphanumeric() && c != '_');
                if found.any(|word| words.iter().any(|left| left == word)) {
                    wrong.push(format!("{path}:{line}: {}", text.trim()));
                }
            }
        }
    }
    assert_none("notes for later belong into an issue", wrong);
}

// The sources

/// A Rust file as text and as tokens.
struct Source {
    /// From the root of the repository.
    path: String,
    /// `src/web/session/mod.rs` is `["web", "session"]`.
    module: Vec<String>,
    text: String,
    tokens: Vec<Token>,
}

/// A word, `::` or a single character, outside of comments and strings.
struct Token {
    line: usize,
    text: String,
}

/// A path in the code, with `use` trees expanded.
struct Named {
    line: usize,
    path: Vec<String>,
    /// The number of inline modules around it.
    depth: usize,
}

impl Named {
    /// The path from the root of the crate; nothing if it leads elsewhere.
    fn path_in_crate(&self, module: &[String]) -> Option<Vec<String>> {
        let first = self.path.first()?;
        // `main.rs` is a crate of its own, which sees the library from outside.
        if first == "crate" || first == "vestibule" {
            return Some(self.path[1..].to_vec());
        }
        let relative = self.path.iter().skip_while(|name| *name == "self");
        let ups = relative.clone().take_while(|name| *name == "super").count();
        if ups == 0 {
            return None;
        }
        let up = module.len().checked_sub(ups.saturating_sub(self.depth))?;
        let rest = relative.skip(ups).cloned();
        Some(module[..up].iter().cloned().chain(rest).collect())
    }
}

impl Source {
    /// All paths of more than one name, and `use name;`.
    fn names(&self) -> Vec<Named> {
        let mut names = Vec::new();
        let mut braces = 0_usize;
        let mut inline_modules = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.word(at) {
                "{" => {
                    braces += 1;
                    if at >= 2 && self.word(at - 2) == "mod" {
                        inline_modules.push(braces);
                    }
                    at += 1;
                }
                "}" => {
                    inline_modules.retain(|opened| *opened != braces);
                    braces = braces.saturating_sub(1);
                    at += 1;
                }
                "use" => {
                    at = self.spread(at + 1, &[], inline_modules.len(), &mut names);
                }
                word if is_name(word) && self.word(at + 1) == "::" => {
                    at = self.spread(at, &[], inline_modules.len(), &mut names);
                }
                _ => at += 1,
            }
        }
        names
    }

    /// Reads a path, and the paths in its braces; returns the place after it.
    fn spread(&self, mut at: usize, prefix: &[String], depth: usize, names: &mut Vec<Named>) -> usize {
        let line = self.tokens.get(at).map_or(0, |token| token.line);
        let mut path = prefix.to_vec();
        if self.word(at) == "::" {
            at += 1;
        }
        loop {
            let word = self.word(at);
            if word == "{" && (path.is_empty() || self.word(at - 1) == "::") {
                at += 1;
                while !["}", ""].contains(&self.word(at)) {
                    let next = self.spread(at, &path, depth, names);
                    // An alias, a comma or anything else: not a path.
                    at = next.max(at + usize::from(next == at));
                }
                return at + 1;
            }
            if is_name(word) {
                path.push(word.to_owned());
                at += 1;
            }
            if self.word(at) != "::" {
                break;
            }
            at += 1;
        }
        if path.len() > prefix.len() {
            names.push(Named { line, path, depth });
        }
        // `as _` and `as name` would look like separate names.
        if self.word(at) == "as" && !prefix.is_empty() {
            at += 2;
        }
        at
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn sources(folder: &str) -> Vec<Source> {
    everything_under(folder)
        .into_iter()
        .filter(|path| Path::new(path).extension().is_some_and(|end| end == "rs"))
        .map(|path| {
            let text = read(&path);
            let inside = path.trim_start_matches(folder).trim_start_matches('/');
            let mut module: Vec<String> = inside
                .trim_end_matches(".rs")
                .split('/')
                .map(str::to_owned)
                .collect();
            if module.len() > 1 && module.last().is_some_and(|name| name == "mod") {
                module.pop();
            }
            Source {
                module,
                tokens: tokens(&text),
                text,
                path,
            }
        })
        .collect()
}

/// The tokens of a Rust file without comments, strings, characters and lifetimes.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let next_is = |at: usize, what: &str| {
        let mut rest = chars[at..].iter();
        what.chars().all(|c| rest.next() == Some(&c))
    };
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        let c = chars[at];
        if next_is(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if next_is(at, "/*") {
            let mut open = 0;
            loop {
                if next_is(at, "/*") {
                    open += 1;
                    at += 2;
                } else if next_is(at, "*/") {
                    open -= 1;
                    at += 2;
                } else {
                    at += 1;
                }
                if open == 0 || at >= chars.len() {
                    break;
                }
            }
        } else if let Some(end) = raw_string_end(&chars, at) {
            at = end;
        } else if c == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if c == '\'' {
            // A character literal closes nearby; a lifetime does not.
            at += if chars.get(at + 1) == Some(&'\\') {
                let closing = chars[at + 3..].iter().position(|c| *c == '\'');
                closing.map_or(1, |distance| distance + 4)
            } else if chars.get(at + 2) == Some(&'\'') {
                3
            } else {
                1
            };
        } else if c.is_alphanumeric() || c == '_' {
            while at < chars.len() && (chars[at].is_alphanumeric() || chars[at] == '_') {
                at += 1;
            }
            tokens.push(Token {
                line,
                text: chars[start..at].iter().collect(),
            });
        } else if next_is(at, "::") {
            at += 2;
            tokens.push(Token {
                line,
                text: "::".to_owned(),
            });
        } else {
            at += 1;
            if !c.is_whitespace() {
                tokens.push(Token {
                    line,
                    text: c.to_string(),
                });
            }
        }
        at = at.min(chars.len());
        line += chars[start..at].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// The end of the raw string that begins here, if one does: `r"…"`, `br#"…"#`.
fn raw_string_end(chars: &[char], at: usize) -> Option<usize> {
    let is_inside_a_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    let mut open = at;
    if chars.get(open) == Some(&'b') || chars.get(open) == Some(&'c') {
        open += 1;
    }
    if is_inside_a_word || chars.get(open) != Some(&'r') {
        return None;
    }
    let hashes = chars[open + 1..].iter().take_while(|c| **c == '#').count();
    let body = open + 1 + hashes;
    if chars.get(body) != Some(&'"') {
        return None;
    }
    (body + 1..chars.len())
        .find(|end| {
            chars[*end] == '"' && chars[end + 1..].iter().take_while(|c| **c == '#').count() >= hashes
        })
        .map(|end| end + 1 + hashes)
}

// The maps

/// A line of a map.
struct Entry {
    line: usize,
    /// From the top of the map; a folder's ends with a slash.
    path: String,
}

/// The `text` blocks among numbered lines, read as trees.
fn maps_in(lines: &[(usize, &str)]) -> Vec<Vec<Entry>> {
    let mut maps = Vec::new();
    let mut block: Option<Vec<(usize, &str)>> = None;
    for (line, text) in lines {
        match &mut block {
            None if text.trim() == "```text" => block = Some(Vec::new()),
            None => {}
            Some(_) if text.trim() == "```" => maps.extend(block.take().map(|all| tree(&all))),
            Some(all) => all.push((*line, text)),
        }
    }
    maps
}

fn tree(lines: &[(usize, &str)]) -> Vec<Entry> {
    let mut entries = Vec::new();
    // The open folders, each with its indentation.
    let mut open: Vec<(usize, String)> = Vec::new();
    for (line, text) in lines {
        let Some(name) = text.split_whitespace().next() else {
            continue;
        };
        let indentation = text.len() - text.trim_start().len();
        open.retain(|(of_folder, _)| *of_folder < indentation);
        let path = open.last().map_or("", |(_, path)| path).to_owned() + name;
        if name.ends_with('/') {
            open.push((indentation, path.clone()));
        }
        entries.push(Entry { line: *line, path });
    }
    entries
}

fn what_is_not_there(map: &[Entry], file: &str, folder: &str) -> Vec<String> {
    map.iter()
        .filter(|entry| {
            let path = root().join(folder).join(&entry.path);
            path.is_dir() != entry.path.ends_with('/') || !path.exists()
        })
        .map(|entry| {
            let Entry { line, path } = entry;
            format!("{file}:{line}: {path} is in the map and not in {folder}/")
        })
        .collect()
}

// The files

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    let bytes = std::fs::read(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Files and folders below a folder, from the root of the repository, in order; folders end with a slash. Nothing if
/// the folder does not exist.
pub fn everything_under(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(root().join(folder));
    for entry in entries.into_iter().flatten() {
        let entry = entry.unwrap_or_else(|e| panic!("{folder}: {e}"));
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(everything_under(&path));
            found.push(path + "/");
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn top_level_modules() -> BTreeSet<String> {
    sources("src")
        .into_iter()
        .map(|source| source.module[0].clone())
        .filter(|module| module != "main" && module != "lib")
        .collect()
}

fn row_of<'a>(table: &[(&'a str, &'a [&'a str])], module: &str) -> Option<(&'a str, &'a [&'a str])> {
    table
        .iter()
        .filter(|(row, _)| is_within(module, row))
        .max_by_key(|(row, _)| row.len())
        .copied()
}

/// Whether a module is this file or folder, or inside of it.
fn is_within(module: &str, place: &str) -> bool {
    module
        .strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn assert_none(what: &str, mut wrong: Vec<String>) {
    wrong.sort();
    wrong.dedup();
    let mut message = String::new();
    for line in &wrong {
        let _ = write!(message, "\n  {line}");
    }
    assert!(wrong.is_empty(), "{what}:{message}");
}
