//! Checks the SQLite database file and its side files before SQLite opens them.

use std::{
    collections::BTreeMap,
    fs::{File, Metadata, OpenOptions},
    io,
    os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    time::Duration,
};

use super::StoreError;

/// How often a file is checked before it is refused, and the pause in between.
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Creates the file if it is missing, and refuses it if it is not safe to open; returns whether it was
/// created. Call it before SQLite has the file open in this process: closing any handle of the file would
/// release SQLite's POSIX locks.
pub(super) fn prepare(path: &Path) -> Result<bool, StoreError> {
    let made = make_private(path);
    // SQLite keeps its side files next to the target of a symbolic link, and that is the file others could
    // change.
    let behind = if path.is_symlink() {
        std::fs::canonicalize(path).ok()
    } else {
        None
    };
    let file = behind.unwrap_or_else(|| path.to_owned());
    refuse_what_others_can_change(&file)?;
    refuse_what_another_file_left_behind(&file)?;
    Ok(made)
}

/// Adds what to do to the error for a file that SQLite cannot read; returns any other error unchanged.
pub(super) fn explained(path: &Path, error: StoreError) -> StoreError {
    let words = error.to_string();
    if words.contains("disk image is malformed") || words.contains("file is not a database") {
        let path = path.display();
        StoreError::Refused(format!(
            "{path} is damaged or is not a SQLite database ({words}); stop all programs that use it, move \
             it and its -wal and -shm files away, and restore a backup"
        ))
    } else {
        error
    }
}

/// Creates a missing database file with mode 0600. SQLite would leave the mode to the umask, and copies it to
/// its side files. If this fails, opening the file reports the reason.
fn make_private(path: &Path) -> bool {
    let new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    new.is_ok()
}

/// Refuses a database that other users of the machine can write to or replace in its directory (the attack:
/// they insert their own password hash). In a directory with the sticky bit, such as /tmp, users cannot
/// replace the files of others.
fn refuse_what_others_can_change(path: &Path) -> Result<(), StoreError> {
    let refuse = |path: &Path, mode: u32, change: &str| {
        Err(StoreError::Refused(format!(
            "{} is writable by other users of this machine (mode {:o}); run chmod {change} {}",
            path.display(),
            mode & 0o7777,
            path.display(),
        )))
    };
    for ending in ["", "-wal", "-shm"] {
        let file = beside(path, ending);
        // If the file is missing, opening it reports the reason.
        if let Ok(found) = std::fs::metadata(&file)
            && found.mode() & 0o022 != 0
        {
            return refuse(&file, found.mode(), "go-w");
        }
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match std::fs::metadata(folder) {
        Ok(found) if found.mode() & 0o1002 == 0o0002 => refuse(folder, found.mode(), "o-w"),
        _ => Ok(()),
    }
}

/// Refuses a file next to the `-wal` of an earlier file: SQLite would write those pages into a backup that
/// was just restored, and silently undo or damage it. Such a `-wal` is recognised by two things together: the
/// database was changed after its `-wal`, and its pages differ from those in the `-wal`. A crash leaves
/// either a `-wal` that was written last, or a database that already contains its pages. If another program
/// is copying the pages at this moment, a later check succeeds.
fn refuse_what_another_file_left_behind(path: &Path) -> Result<(), StoreError> {
    let log = beside(path, "-wal");
    for _ in 0..LOOKS {
        if belong_together(path, &log) {
            return Ok(());
        }
        std::thread::sleep(BETWEEN_LOOKS);
    }
    let (log, shared) = (log.display(), beside(path, "-shm"));
    Err(StoreError::Refused(format!(
        "{log} is older than {path} and contains different data, which would overwrite it. If you have \
         restored a backup, stop all programs that use it and run rm -f {log} {shared}. If not, and the \
         program or the machine was interrupted, run touch {log}",
        path = path.display(),
        shared = shared.display(),
    )))
}

fn belong_together(database: &Path, log: &Path) -> bool {
    let (Ok(file), Ok(beside)) = (std::fs::metadata(database), std::fs::metadata(log)) else {
        return true;
    };
    let changed = |file: &Metadata| (file.ctime(), file.ctime_nsec());
    beside.len() == 0
        || changed(&file) <= changed(&beside)
        // If it cannot be read here, SQLite cannot read it either and reports the reason.
        || holds_what_its_log_holds(database, log).unwrap_or(true)
}

/// Whether the database contains the latest version of each page in the WAL. For the format of both see
/// SQLite's "Database File Format", section "The Write-Ahead Log".
fn holds_what_its_log_holds(database: &Path, log: &Path) -> io::Result<bool> {
    let (database, log) = (File::open(database)?, File::open(log)?);
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .take(4)
            .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte))
    };
    let mut header = [0; 32];
    log.read_exact_at(&mut header, 0)?;
    let page_size = number(&header[8..]);
    if !(512..=65_536).contains(&page_size) {
        return Ok(true);
    }
    // The offset of the latest version of each page: first for the transaction being read, then for all
    // committed ones.
    let (mut open, mut committed, mut pages) = (BTreeMap::new(), BTreeMap::new(), 0);
    let (mut at, mut frame) = (32, [0; 24]);
    while log.read_exact_at(&mut frame, at).is_ok() && frame[8..16] == header[16..24] {
        open.insert(number(&frame), at + 24);
        if number(&frame[4..]) != 0 {
            committed.append(&mut open);
            pages = number(&frame[4..]);
        }
        at += 24 + page_size;
    }
    let size = usize::try_from(page_size).map_err(io::Error::other)?;
    let (mut ours, mut theirs) = (vec![0; size], vec![0; size]);
    for (page, begin) in committed.range(1..=pages) {
        log.read_exact_at(&mut theirs, *begin)?;
        match database.read_exact_at(&mut ours, (page - 1) * page_size) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            read => read?,
        }
        if ours != theirs {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The path with a suffix appended to the file name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    PathBuf::from(beside)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_database_that_others_can_change_is_refused_with_the_way_to_mend_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("v.db");
        let open = || prepare(&path);
        let set = |path: &Path, mode: u32| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        assert!(open().unwrap(), "it is made");
        for (mode, allowed) in [
            (0o600, true),
            (0o644, true),
            (0o660, false),
            (0o602, false),
            (0o666, false),
        ] {
            set(&path, mode);
            match open() {
                Ok(made) => assert!(allowed && !made, "{mode:o}"),
                Err(error) => {
                    let command = format!("(mode {mode:o}); run chmod go-w {}", path.display());
                    assert!(!allowed && error.to_string().ends_with(&command), "{error}");
                }
            }
        }
        set(&path, 0o600);
        for (mode, allowed) in [(0o755, true), (0o777, false), (0o1777, true), (0o775, true)] {
            set(folder.path(), mode);
            assert_eq!(open().is_ok(), allowed, "{mode:o}");
        }
    }

    #[test]
    fn what_a_symbolic_link_names_is_what_others_must_not_change() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("data"), folder.path().join("v.db"));
        std::fs::create_dir(&real).unwrap();
        prepare(&real.join("v.db")).unwrap();
        std::os::unix::fs::symlink(real.join("v.db"), &link).unwrap();
        prepare(&link).unwrap();
        std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o777)).unwrap();
        assert!(prepare(&link).is_err());
    }
}
