//! Makes a method for each English message, so that the compiler refuses a message that is not there, an
//! argument that is missing, and a message that nobody uses.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast::Entry, parser};

#[path = "src/text/shape.rs"]
mod shape;

use shape::Shape;

/// The language that every other one falls back to, message by message.
const ENGLISH: &str = "locales/en";

/// The messages by id: what each is made of, and its text.
type Messages = BTreeMap<String, (Shape, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={ENGLISH}");
    println!("cargo::rerun-if-changed=src/text/shape.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files: Vec<PathBuf> = fs::read_dir(root.join(ENGLISH))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut messages = Messages::new();
    for file in &files {
        read(file, &mut messages).map_err(|fault| format!("{}: {fault}", file.display()))?;
    }
    let out = Path::new(&env::var("OUT_DIR")?).join("messages.rs");
    fs::write(out, code(&files, &messages)?)?;
    Ok(())
}

/// Reads the messages of a file. Their ids begin with its name, so that an id says where it stands.
fn read(file: &Path, messages: &mut Messages) -> Result<(), Box<dyn Error>> {
    let name = file
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let text = fs::read_to_string(file)?;
    let resource = parser::parse(text.as_str()).map_err(|(_, errors)| {
        let found: Vec<String> = errors
            .iter()
            .map(|error| format!("line {}: {}", text[..error.pos.start].lines().count(), error.kind))
            .collect();
        found.join("\n")
    })?;
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if !id.starts_with(&format!("{name}-")) {
            return Err(format!("the id {id} has to begin with {name}-").into());
        }
        let Some(pattern) = message.value.filter(|_| message.attributes.is_empty()) else {
            return Err(format!("{id} has to have a value, and no attributes").into());
        };
        let shape = Shape::of(&pattern);
        if let Some(fault) = shape.faults.first() {
            return Err(format!("{id}: {fault}").into());
        }
        let from = text.find(&format!("{id} =")).unwrap_or_default();
        let lines = text[from..].lines();
        let english: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
        if messages
            .insert(id.to_owned(), (shape, english.join(" ")))
            .is_some()
        {
            return Err(format!("{id} stands there twice").into());
        }
    }
    Ok(())
}

fn code(files: &[PathBuf], messages: &Messages) -> Result<String, Box<dyn Error>> {
    let mut code = String::from("/// The English files.\nconst ENGLISH: &[&str] = &[\n");
    for file in files {
        writeln!(code, "    include_str!({:?}),", file.display().to_string())?;
    }
    writeln!(
        code,
        "];\n\n/// Every message, by number, and whether it takes arguments."
    )?;
    writeln!(code, "const MESSAGES: [(&str, bool); {}] = [", messages.len())?;
    for (id, (shape, _)) in messages {
        writeln!(code, "    ({id:?}, {}),", !shape.arguments.is_empty())?;
    }
    writeln!(code, "];\n\nimpl Text {{")?;
    for (number, (id, (shape, english))) in messages.iter().enumerate() {
        // The text layer reads them itself.
        if id.starts_with("number-") {
            continue;
        }
        let english: Vec<&str> = english.split_whitespace().collect();
        writeln!(code, "    /// `{}`", english.join(" ").replace('`', "'"))?;
        code += &method(number, id, shape);
    }
    code += "}\n";
    Ok(code)
}

/// The method of a message: its addresses of links, its arguments, and what it gives.
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
