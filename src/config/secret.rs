//! A setting that may contain a secret: set as a value, in a file, or as a systemd credential.

use std::{
    ffi::OsStr,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::Fault;

/// The variable with the directory of systemd credentials.
pub(super) const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// Larger than any valid value of these settings.
const LARGEST: u64 = 64 * 1024;

/// The variable names of such a setting.
pub(super) struct Names {
    /// For the value.
    pub value: &'static str,
    /// For the file that contains it.
    pub file: &'static str,
}

/// Reads the setting; none if it is not set. A flag counts as the variable of the same name.
pub(super) fn read(
    names: &Names,
    value: Option<&str>,
    file: Option<&Path>,
) -> Result<Option<SecretString>, Fault> {
    let given = value.map(str::trim).filter(|value| !value.is_empty());
    let file = file.filter(|file| !file.as_os_str().is_empty());
    match (given, file) {
        (Some(_), Some(_)) => {
            let both = format_args!("and {} are both set; set only one of them", names.file);
            Err(Fault::new(names.value, both))
        }
        (Some(value), None) => Ok(Some(SecretString::from(value.to_owned()))),
        (None, Some(file)) => content(file)
            .map(Some)
            .map_err(|why| Fault::new(names.file, format_args!("is {}, {why}", shown(file)))),
        (None, None) => match credential(names.value) {
            Some(file) => content(&file)
                .map(Some)
                .map_err(|why| Fault::new(CREDENTIALS, format_args!("contains {}, {why}", file.display()))),
            None => Ok(None),
        },
    }
}

/// The directory of systemd credentials, if there is one.
pub(super) fn credentials() -> Option<PathBuf> {
    std::env::var_os(CREDENTIALS)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

/// The file name for a message (the attack: a secret that was set instead of its file name appears in a log).
/// Not shown if it is a URL, or if it has no directory and no such file exists.
fn shown(file: &Path) -> String {
    let name = file.display().to_string();
    if name.contains("://") || (!name.contains('/') && !file.exists()) {
        "a file that does not exist (name hidden, because it may be the secret itself)".to_owned()
    } else {
        name
    }
}

fn credential(name: &str) -> Option<PathBuf> {
    let file = credentials()?.join(OsStr::new(name));
    file.exists().then_some(file)
}

/// The content of a file without one line break at the end, or the end of a sentence with the error. Never
/// repeats the content.
fn content(file: &Path) -> Result<SecretString, String> {
    let mut bytes = Zeroizing::new(Vec::new());
    File::open(file)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| format!("which cannot be read: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err("which is larger than 64 KiB".to_owned());
    }
    let text = str::from_utf8(&bytes).map_err(|_| "which is not valid UTF-8".to_owned())?;
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.trim().is_empty() {
        return Err("which is empty".to_owned());
    }
    if text.chars().any(char::is_control) {
        return Err("which has more than one line".to_owned());
    }
    Ok(SecretString::from(text.to_owned()))
}
