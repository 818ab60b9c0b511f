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

/// The key file setting.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Database")]
pub struct KeyArgs {
    /// Key ring file that encrypts secrets; default: vestibule.key next to the SQLite file; required with
    /// PostgreSQL
    #[arg(long, env = "VESTIBULE_KEY_FILE", value_name = "FILE")]
    key_file: Option<String>,
}

/// A key file, and whether it may be created.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Its path.
    pub path: PathBuf,
    /// Whether it is created if missing: only if the SQLite file is missing too. Otherwise a lost key ring
    /// would be silently replaced by one that cannot decrypt anything.
    pub may_be_created: bool,
}

impl KeyArgs {
    /// Reads the setting.
    ///
    /// # Errors
    /// A [`Fault`] if PostgreSQL is used without a key file, or the value is a key instead of a path.
    pub fn file(&self, location: &Location) -> Result<KeyFile, Fault> {
        // Checked first, because the error for a missing file would repeat the key.
        if self
            .key_file
            .as_deref()
            .is_some_and(|text| KeyRing::parse(text).is_ok())
        {
            return Err(Fault::new(
                "VESTIBULE_KEY_FILE",
                "contains a key; write the key to a file and set the path of the file",
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
                    "is required with PostgreSQL; create a file with `vestibule keys new FILE` and set its \
                     path",
                )
            })?;
        let may_be_created = location.path().is_some_and(|database| !database.exists());
        Ok(KeyFile { path, may_be_created })
    }
}

/// Why a key file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It does not exist.
    #[error(
        "the key file {0} is missing, and the secrets in the database cannot be decrypted without it; \
         restore it from a backup, or for a new database create one with `vestibule keys new`"
    )]
    Missing(PathBuf),
    /// It already exists.
    #[error("{0} already exists and was not overwritten")]
    Exists(PathBuf),
    /// Other users can read or write it.
    #[error(
        "the key file {0} is accessible by other users (mode {1:o}); run chmod 600 {0}, or if it is mounted \
         as a secret, mount it with mode 0440 or 0400"
    )]
    Open(PathBuf, u32),
    /// It is not a key ring.
    #[error("the key file {0} is invalid: {1}")]
    Malformed(PathBuf, KeyRingError),
    /// The operating system reports an error.
    #[error("the key file {0}: {1}")]
    Io(PathBuf, std::io::Error),
    /// No random bytes for a key.
    #[error(transparent)]
    Random(#[from] crate::domain::random::RandomUnavailable),
}

impl KeyFile {
    /// Reads the key ring, or creates the file if allowed.
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
    // The attack: another user of the machine reads the key, or a backup that preserves modes exposes it.
    let allowed = match mode {
        0o600 | 0o400 => true,
        // How systemd and Kubernetes pass a secret to one service: it is owned by root or in systemd's
        // credentials directory, and has the group of the service. In any other case unknown users may be in
        // the group.
        0o640 | 0o440 => owner == 0 || is_credential(path),
        _ => false,
    };
    if !allowed {
        return Err(KeyFileError::Open(path.to_owned(), mode));
    }
    KeyRing::parse(&text).map_err(|error| KeyFileError::Malformed(path.to_owned(), error))
}

/// Whether a file is in the credentials directory that systemd created for the program. Both paths are
/// resolved (the attack: a symbolic link in the directory to a file elsewhere).
fn is_credential(path: &Path) -> bool {
    let folder = secret::credentials().and_then(|folder| folder.canonicalize().ok());
    match (path.canonicalize(), folder) {
        (Ok(path), Some(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// Creates a key file with mode 0600, atomically.
///
/// # Errors
/// [`KeyFileError::Exists`] if the file exists; it is never overwritten.
pub fn create(path: &Path, random: &dyn Random) -> Result<KeyRing, KeyFileError> {
    let ring = KeyRing::generate(random)?;
    let beside = beside(path);
    // Hard-linked into place, because `link` fails if the file exists.
    let written = write(&beside, &ring, None).and_then(|()| std::fs::hard_link(&beside, path));
    // A temporary file with a unique name; harmless if it is left behind.
    let _ = std::fs::remove_file(&beside);
    match written {
        Ok(()) => Ok(ring),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(KeyFileError::Exists(path.to_owned())),
        Err(error) => Err(KeyFileError::Io(path.to_owned(), error)),
    }
}

/// Replaces a key file atomically, preserving owner and mode. If the path is a symbolic link, its target is
/// replaced and the link stays.
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

/// The temporary path that a file is written to before it is moved into place, so that no reader sees a
/// partial file.
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
