//! `VESTIBULE_KEY_FILE`.

use std::{
    fs::{OpenOptions, Permissions},
    io::{ErrorKind, Read as _, Write as _},
    os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _, fchown},
    path::{Path, PathBuf},
};

use clap::Args;
use zeroize::Zeroizing;

use super::{Fault, secret};
use crate::{
    domain::{
        random::Random,
        sealed::{KeyRing, KeyRingError},
    },
    store::Location,
};

/// Where the key ring is.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Database")]
pub struct KeyArgs {
    /// Key ring that seals secrets; beside a SQLite file by default, required with PostgreSQL
    #[arg(long, env = "VESTIBULE_KEY_FILE", value_name = "FILE")]
    key_file: Option<String>,
}

/// A key file, and whether it may be made.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Where it is.
    pub path: PathBuf,
    /// Made where it is missing: only for a SQLite file that is missing too. Else a lost
    /// ring would be replaced in silence by one that opens nothing.
    pub may_be_created: bool,
}

impl KeyArgs {
    /// Reads the setting.
    ///
    /// # Errors
    /// A [`Fault`] where PostgreSQL has no key file, or the setting holds a key itself.
    pub fn file(&self, location: &Location) -> Result<KeyFile, Fault> {
        // Not repeated, as the name of a file that is missing would be.
        if self
            .key_file
            .as_deref()
            .is_some_and(|text| KeyRing::parse(text).is_ok())
        {
            return Err(Fault::new(
                "VESTIBULE_KEY_FILE",
                "holds a key; write the key into a file, and name the file",
            ));
        }
        let beside = location.path().map(|file| {
            file.parent()
                .unwrap_or_else(|| Path::new(""))
                .join("vestibule.key")
        });
        let path = self
            .key_file
            .as_ref()
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
            .or(beside)
            .ok_or_else(|| {
                Fault::new(
                    "VESTIBULE_KEY_FILE",
                    "is required with PostgreSQL; make a file with `vestibule keys new FILE` and name it",
                )
            })?;
        let may_be_created = location.path().is_some_and(|database| !database.exists());
        Ok(KeyFile { path, may_be_created })
    }
}

/// Why a key file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none.
    #[error(
        "the key file {0} is missing; the secrets in the database cannot be opened without it. \
         Restore it from the backup, or for a new database make one with `vestibule keys new`"
    )]
    Missing(PathBuf),
    /// There is one already.
    #[error("{0} exists already and is not overwritten")]
    Exists(PathBuf),
    /// Others can read or write it.
    #[error(
        "the key file {0} is open to others (mode {1:o}); run chmod 600 {0}, or where it is mounted as a secret, \
         mount it with mode 0440 or 0400"
    )]
    Open(PathBuf, u32),
    /// It is no key ring.
    #[error("the key file {0} cannot be used: {1}")]
    Malformed(PathBuf, KeyRingError),
    /// The operating system says no.
    #[error("the key file {0}: {1}")]
    Io(PathBuf, std::io::Error),
    /// No key could be made.
    #[error(transparent)]
    Random(#[from] crate::domain::random::RandomUnavailable),
}

impl KeyFile {
    /// Reads the ring, or makes the file where it may be made.
    ///
    /// # Errors
    /// [`KeyFileError`].
    pub fn open(&self, random: &dyn Random) -> Result<KeyRing, KeyFileError> {
        let ring = match read(&self.path) {
            Err(KeyFileError::Missing(_)) if self.may_be_created => match create(&self.path, random) {
                // Another instance was first.
                Err(KeyFileError::Exists(_)) => read(&self.path),
                made => made,
            },
            read => read,
        }?;
        let path = self.path.clone();
        Ok(ring.read_again_from(Box::new(move || read(&path).ok())))
    }
}

fn read(path: &Path) -> Result<KeyRing, KeyFileError> {
    let mut text = Zeroizing::new(String::new());
    let (mode, owner) = std::fs::File::open(path)
        .and_then(|mut file| {
            file.read_to_string(&mut text)?;
            let found = file.metadata()?;
            Ok((found.mode() & 0o777, found.uid()))
        })
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => KeyFileError::Missing(path.to_owned()),
            _ => KeyFileError::Io(path.to_owned(), error),
        })?;
    // The attack: another user of the machine, or a backup that keeps modes.
    let allowed = match mode {
        0o600 | 0o400 => true,
        // How systemd and Kubernetes hand a secret to one service: root owns it, or systemd's own
        // folder holds it, and the group is the service's. Anybody else's group may be anybody.
        0o640 | 0o440 => owner == 0 || is_credential(path),
        _ => false,
    };
    if !allowed {
        return Err(KeyFileError::Open(path.to_owned(), mode));
    }
    KeyRing::parse(&text).map_err(|error| KeyFileError::Malformed(path.to_owned(), error))
}

/// Whether a file lies in the folder that systemd made for the program's credentials. Both without
/// symbolic links (the attack: a link in the folder to a file elsewhere).
fn is_credential(path: &Path) -> bool {
    let folder = secret::credentials().and_then(|folder| folder.canonicalize().ok());
    match (path.canonicalize(), folder) {
        (Ok(path), Some(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// Makes a key file that its owner alone can read, whole or not at all.
///
/// # Errors
/// [`KeyFileError::Exists`] rather than overwriting one.
pub fn create(path: &Path, random: &dyn Random) -> Result<KeyRing, KeyFileError> {
    let ring = KeyRing::generate(random)?;
    let beside = beside(path);
    // Linked into place, because `link` fails where there is one already.
    let written = write(&beside, &ring, None).and_then(|()| std::fs::hard_link(&beside, path));
    // Ours alone, by its name; nothing is lost if it stays.
    let _ = std::fs::remove_file(&beside);
    match written {
        Ok(()) => Ok(ring),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(KeyFileError::Exists(path.to_owned())),
        Err(error) => Err(KeyFileError::Io(path.to_owned(), error)),
    }
}

/// Puts a ring in the place of a key file, whole or not at all; it belongs to whom it belonged, and
/// who could read it still can. Where the name is a symbolic link, the file that it leads to is
/// replaced: the link stays, and so does whatever else names the file.
///
/// # Errors
/// [`KeyFileError`].
pub fn replace(path: &Path, ring: &KeyRing) -> Result<(), KeyFileError> {
    let replaced = std::fs::canonicalize(path).and_then(|file| {
        let beside = beside(&file);
        let old = std::fs::metadata(&file)?;
        write(&beside, ring, Some(&old))
            .and_then(|()| std::fs::rename(&beside, &file))
            .inspect_err(|_| {
                let _ = std::fs::remove_file(&beside);
            })
    });
    replaced.map_err(|error| KeyFileError::Io(path.to_owned(), error))
}

/// Where a file is written before it is put into its place: a reader sees no half file.
fn beside(path: &Path) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    PathBuf::from(beside)
}

fn write(path: &Path, ring: &KeyRing, like: Option<&std::fs::Metadata>) -> std::io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    if let Some(old) = like {
        fchown(&file, Some(old.uid()), Some(old.gid()))?;
        file.set_permissions(Permissions::from_mode(old.mode() & 0o777))?;
    }
    file.write_all(ring.to_file().as_bytes())?;
    file.sync_all()
}
