//! The only place that writes to disk: whole files or none.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

static TURN: AtomicU64 = AtomicU64::new(0);

/// Replaces a file in one step: after a crash it holds the old bytes or the new ones, never a mix.
///
/// The bytes go to a temporary file in the same folder (mode 0600), reach the disk, take the
/// name, and then the folder reaches the disk.
///
/// # Errors
/// Whatever the disk says; the file is then as it was before.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = folder_of(path)?;
    let temporary = temporary_name(path)?;
    let written = write_new(&temporary, bytes).and_then(|()| {
        step()?;
        fs::rename(&temporary, path)
    });
    if let Err(error) = written {
        remove_quietly(&temporary);
        return Err(error);
    }
    sync_folder(folder)
}

/// Adds one line to the end of a file and waits until it is on the disk.
///
/// A line that a crash cut short is closed off first, so that it cannot swallow the new one.
///
/// # Errors
/// Whatever the disk says.
pub fn append_line(path: &Path, line: &str) -> io::Result<()> {
    step()?;
    let is_new = !path.exists();
    let mut file = private(OpenOptions::new().read(true).append(true).create(true)).open(path)?;
    let mut bytes = Vec::with_capacity(line.len() + 2);
    if !ends_with_newline(&mut file)? {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(line.as_bytes());
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()?;
    if is_new { sync_folder(folder_of(path)?) } else { Ok(()) }
}

/// Makes a folder, and those above it, that only this account may enter (mode 0700).
///
/// A folder that is already there keeps its mode.
///
/// # Errors
/// Whatever the disk says.
pub fn create_private_folder(path: &Path) -> io::Result<()> {
    step()?;
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Reads a whole file, but never more than `limit` bytes; a longer one is an error.
///
/// # Errors
/// `InvalidData` when the file is longer, else whatever the disk says.
pub fn read_capped(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(bytes)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, "the file is too large"))
    }
}

/// Opens a file for its lock alone, without changing a byte of it.
pub(crate) fn open_for_lock(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)
}

/// Removes a file and waits until that is on the disk; one that is not there is fine.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    step()?;
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => sync_folder(folder_of(path)?),
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    step()?;
    let mut file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(bytes)?;
    step()?;
    file.sync_all()
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn ends_with_newline(file: &mut File) -> io::Result<bool> {
    use std::io::{Seek, SeekFrom};
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0_u8; 1];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn folder_of(path: &Path) -> io::Result<&Path> {
    path.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))
}

fn temporary_name(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut temporary = OsString::from(".");
    temporary.push(name);
    let turn = TURN.fetch_add(1, Ordering::Relaxed);
    temporary.push(format!(".{}-{turn}.tmp", std::process::id()));
    Ok(path.with_file_name(temporary))
}

fn remove_quietly(path: &Path) {
    if step().is_ok() {
        // The error that brought us here is the one worth telling.
        let _ = fs::remove_file(path);
    }
}

/// A rename is only certain once the folder that holds the name is on the disk.
fn sync_folder(folder: &Path) -> io::Result<()> {
    step()?;
    #[cfg(unix)]
    {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()
    }
    // Windows has no such call; NTFS journals the rename itself.
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(())
    }
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests this is where the power goes out")]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use crash::step;

/// Lets a test cut the power before the n-th step on disk; every later step fails too.
#[cfg(test)]
pub(crate) mod crash {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        static STEPS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    }

    /// Runs `work` with power for `steps` steps; tells whether it went out.
    pub(crate) fn after<T>(steps: u32, work: impl FnOnce() -> T) -> (T, bool) {
        STEPS_LEFT.set(Some(steps));
        let result = work();
        let went_out = STEPS_LEFT.replace(None) == Some(0);
        (result, went_out)
    }

    pub(super) fn step() -> io::Result<()> {
        match STEPS_LEFT.get() {
            None => Ok(()),
            Some(0) => Err(io::Error::other("the power went out")),
            Some(left) => {
                STEPS_LEFT.set(Some(left - 1));
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a crash or somebody else may have left.
    fn plant(path: &Path, bytes: &[u8]) {
        File::create(path).and_then(|mut file| file.write_all(bytes)).unwrap();
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("header.json");
        for steps in 0.. {
            plant(&path, b"old");
            let (result, went_out) = crash::after(steps, || write_atomic(&path, b"new and longer"));
            let held = fs::read(&path).unwrap();
            assert!(held == b"old" || held == b"new and longer", "after {steps} steps");
            if result.is_ok() {
                assert_eq!(held, b"new and longer");
            }
            if !went_out {
                assert!(steps > 3, "the sweep must reach the rename");
                break;
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_old_file_is_put_aside_and_never_written_into() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("header.json");
        plant(&path, b"old");
        let mut reader = File::open(&path).unwrap();
        write_atomic(&path, b"new and longer").unwrap();
        let mut seen = String::new();
        reader.read_to_string(&mut seen).unwrap();
        assert_eq!(seen, "old");
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_for_this_account_only() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("office");
        create_private_folder(&folder).unwrap();
        write_atomic(&folder.join("a"), b"a").unwrap();
        append_line(&folder.join("b"), "b").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!((mode(&folder.join("a")), mode(&folder.join("b"))), (0o600, 0o600));
    }

    #[test]
    fn a_line_cut_short_does_not_swallow_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("anchors.log");
        plant(&path, b"{\"whole\":1}\n{\"cut");
        append_line(&path, "{\"whole\":2}").unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, "{\"whole\":1}\n{\"cut\n{\"whole\":2}\n");
    }

    #[test]
    fn a_file_over_its_limit_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big");
        plant(&path, &[0_u8; 11]);
        assert!(read_capped(&path, 10).is_err());
        assert_eq!(read_capped(&path, 11).unwrap().len(), 11);
    }
}
