//! Generates a method for each English message, so that the compiler refuses an unknown message, a missing argument
//! and an unused message. Compiles the files of all languages into the program.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

#[expect(dead_code, reason = "the program takes the rest of it")]
#[path = "src/text/shape.rs"]
mod shape;
#[path = "src/text/source.rs"]
mod source;

use shape::Shape;

const LOCALES: &str = "locales";
/// The language that every other language falls back to, message by message.
const ENGLISH: &str = "en";

/// The messages by id: the shape of each, and its text.
type Messages = BTreeMap<String, (Shape, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=src/text/shape.rs");
    println!("cargo::rerun-if-changed=src/text/source.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LOCALES);
    let mut languages = Vec::new();
    for folder in sorted(&root)?.into_iter().filter(|path| path.is_dir()) {
        let files = sorted(&folder)?;
        let mut messages = Messages::new();
        for file in &files {
            read(file, &mut messages).map_err(|fault| format!("{}: {fault}", file.display()))?;
        }
        let tag = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        languages.push((tag, files, messages));
    }
    // English comes first: it is the last fallback.
    languages.sort_by_key(|(tag, ..)| (tag != ENGLISH, tag.clone()));
    let mut code = String::from("/// The languages, English first: the tag of each, and its files.\n");
    code += "const BUILT_IN: &[(&str, &[&str])] = &[\n";
    for (tag, files, _) in &languages {
        writeln!(code, "    ({tag:?}, &[")?;
        for file in files {
            writeln!(code, "        include_str!({:?}),", file.display().to_string())?;
        }
        code += "    ]),\n";
    }
    code += "];\n\n";
    let english = &languages.first().ok_or("there is no language")?.2;
    code += &methods(english)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

/// Reads the messages of a file. Their ids begin with its name, so that an id says which file has it.
fn read(file: &Path, messages: &mut Messages) -> Result<(), Box<dyn Error>> {
    let name = file
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let found = source::read(&fs::read_to_string(file)?).map_err(|faults| {
        let lines = faults
            .iter()
            .map(|fault| format!("line {}: {}", fault.line, fault.what));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    for message in found {
        let (id, line) = (&message.id, message.line);
        if !id.starts_with(&format!("{name}-")) {
            return Err(format!("line {line}: the id {id} has to begin with {name}-").into());
        }
        if messages
            .insert(id.clone(), (message.shape, message.text))
            .is_some()
        {
            return Err(format!("line {line}: {id} stands there twice").into());
        }
    }
    Ok(())
}

fn methods(messages: &Messages) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("/// Every message, by number, and whether it takes arguments.\n");
    writeln!(code, "static MESSAGES: [(&str, bool); {}] = [", messages.len())?;
    for (id, (shape, _)) in messages {
        writeln!(code, "    ({id:?}, {}),", !shape.arguments.is_empty())?;
    }
    writeln!(code, "];\n\nimpl Text {{")?;
    for (number, (id, (shape, english))) in messages.iter().enumerate() {
        // The text layer reads them itself.
        if id.starts_with("number-") || id == "language-name" {
            continue;
        }
        let english: Vec<&str> = english.split_whitespace().collect();
        writeln!(code, "    /// `{}`", english.join(" ").replace('`', "'"))?;
        code += &method(number, id, shape);
    }
    code += "}\n";
    Ok(code)
}

/// The method of a message: the addresses of its links, its arguments, and what it returns.
fn method(number: usize, id: &str, shape: &Shape) -> String {
    let plain = |name: &str| name.replace('-', "_");
    let (kind, value) = if shape.is_rich() {
        ("FillMarkup", "markup")
    } else {
        ("Fill", "value")
    };
    let mut takes: Vec<String> = shape.links().map(|tag| format!("{}: &str", plain(tag))).collect();
    takes.extend(
        shape
            .arguments
            .iter()
            .map(|name| format!("{}: impl {kind}", plain(name))),
    );
    let arguments: Vec<String> = shape
        .arguments
        .iter()
        .map(|name| format!("({name:?}, {}.{value}())", plain(name)))
        .collect();
    let links: Vec<String> = shape
        .links()
        .map(|tag| format!("({tag:?}, {})", plain(tag)))
        .collect();
    let (arguments, links) = (arguments.join(", "), links.join(", "));
    let (gives, body) = match (shape.is_rich(), shape.arguments.is_empty()) {
        (true, true) if links.is_empty() => ("Markup", format!("self.fixed_markup({number})")),
        (true, _) => (
            "Markup",
            format!("self.rich({number}, [{arguments}], &[{links}])"),
        ),
        (false, true) => ("&'static str", format!("self.fixed({number})")),
        (false, false) => ("String", format!("self.filled({number}, [{arguments}])")),
    };
    takes.insert(0, "self".to_owned());
    let (name, takes) = (plain(id), takes.join(", "));
    format!("    pub(crate) fn {name}({takes}) -> {gives} {{\n        {body}\n    }}\n\n")
}
