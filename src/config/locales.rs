//! The operator's own words and languages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{Fault, Faults};
use crate::text::{Languages, Own};

const VARIABLE: &str = "VESTIBULE_LOCALES";

/// The maximum size of a file in bytes.
const LARGEST: u64 = 1024 * 1024;

/// The folder with them.
#[derive(Debug, Args, Default)]
pub struct LocalesArgs {
    /// Your own words: a directory with Fluent files, LANGUAGE/*.ftl, that replace single messages or add a language
    #[arg(
        long,
        env = "VESTIBULE_LOCALES",
        value_name = "DIRECTORY",
        help_heading = "Web"
    )]
    locales: Option<PathBuf>,
}

impl LocalesArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<Languages> {
        let Some(folder) = &self.locales else {
            return Some(Languages::built_in());
        };
        let own = faults.keep(own(folder))?;
        match Languages::with(own) {
            Ok(languages) => Some(languages),
            Err(found) => {
                let found = found.into_iter();
                faults
                    .0
                    .extend(found.map(|fault| Fault::new(VARIABLE, format!("has a fault in {fault}"))));
                None
            }
        }
    }
}

/// The files of a folder, in the order of their names.
fn own(folder: &Path) -> Result<Vec<Own>, Fault> {
    let mut own = Vec::new();
    let is_fluent = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("ftl"))
    };
    for language in sorted(folder)? {
        if !language.is_dir() {
            if is_fluent(&language) {
                return Err(unreadable(
                    &language,
                    "it has to be in a folder named after its language",
                ));
            }
            continue;
        }
        for path in sorted(&language)?.into_iter().filter(|path| is_fluent(path)) {
            let is_small = fs::metadata(&path).is_ok_and(|file| file.is_file() && file.len() <= LARGEST);
            if !is_small {
                return Err(unreadable(&path, "not a file of at most 1 MiB"));
            }
            own.push(Own {
                language: language
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                text: fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?,
                path: path.display().to_string(),
            });
        }
    }
    if own.is_empty() {
        return Err(unreadable(
            folder,
            "no file in it is named LANGUAGE/NAME.ftl, such as sv/words.ftl",
        ));
    }
    Ok(own)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, error))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| unreadable(folder, error))?;
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, why: impl std::fmt::Display) -> Fault {
    Fault::new(
        VARIABLE,
        format!("names {}, which cannot be used: {why}", path.display()),
    )
}
