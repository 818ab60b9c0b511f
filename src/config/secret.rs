//! A setting that may hold a secret: its value, a file that holds it, or a credential that systemd
//! hands over.

use std::{
    ffi::OsStr,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::Fault;

/// The folder of the credentials that systemd hands over.
pub(super) const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// More than any of these settings has.
const LARGEST: u64 = 64 * 1024;

/// The names of such a setting.
pub(super) struct Names {
    /// Of the value.
    pub value: &'static str,
    /// Of the file that holds it.
    pub file: &'static str,
}

/// Reads the setting; none where it is not set. A flag counts as the variable of its name.
pub(super) fn read(
    names: &Names,
    value: Option<&str>,
    file: Option<&Path>,
) -> Result<Option<SecretString>, Fault> {
    let given = value.map(str::trim).filter(|value| !value.is_empty());
    let file = file.filter(|file| !file.as_os_str().is_empty());
    match (given, file) {
        (Some(_), Some(_)) => {
            let both = format_args!("and {} are both set; set one of them", names.file);
            Err(Fault::new(names.value, both))
        }
        (Some(value), None) => Ok(Some(SecretString::from(value.to_owned()))),
        (None, Some(file)) => content(file)
            .map(Some)
            .map_err(|why| Fault::new(names.file, format_args!("names {}, {why}", shown(file)))),
        (None, None) => match credential(names.value) {
            Some(file) => content(&file)
                .map(Some)
                .map_err(|why| Fault::new(CREDENTIALS, format_args!("has {}, {why}", file.display()))),
            None => Ok(None),
        },
    }
}

/// The folder of the credentials, where there is one.
pub(super) fn credentials() -> Option<PathBuf> {
    std::env::var_os(CREDENTIALS)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

/// The name of a file for a message. Whoever sets the secret in the place of its file finds it in no
/// log: an address is not shown, nor is what is no file and has no folder.
fn shown(file: &Path) -> String {
    let name = file.display().to_string();
    if name.contains("://") || (!name.contains('/') && !file.exists()) {
        "what is no file here (not shown, because it may be the secret itself)".to_owned()
    } else {
        name
    }
}

fn credential(name: &str) -> Option<PathBuf> {
    let file = credentials()?.join(OsStr::new(name));
    file.exists().then_some(file)
}

/// What a file holds, without one line break at its end; or the rest of a sentence that says why not.
/// Nothing of it is repeated.
fn content(file: &Path) -> Result<SecretString, String> {
    let mut bytes = Zeroizing::new(Vec::new());
    File::open(file)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| format!("which cannot be read: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err("which has more than 64 KiB".to_owned());
    }
    let text = str::from_utf8(&bytes).map_err(|_| "which is not UTF-8".to_owned())?;
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
