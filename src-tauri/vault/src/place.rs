//! Where an office's files are, and whether the folder is fit for them.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, Part, Result, UnfitPlace, io};
use crate::files;

/// How often a taken lock is tried again, and how long between: half a second in all.
const CLAIM_TRIES: u32 = 20;
const CLAIM_PAUSE: std::time::Duration = std::time::Duration::from_millis(25);

const GENERATION: &str = "gen-";
const MARKER: &str = "unfinished";

/// What a folder of a sync program has in its name, in lower case.
const SYNCED: [&str; 10] = [
    "onedrive",
    "dropbox",
    "icloud",
    "com~apple~clouddocs",
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "nextcloud",
    "syncthing",
];

/// The folder of one office.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    root: PathBuf,
}

/// Holds the office for this process. The operating system lets go when the process ends.
#[derive(Debug)]
pub(crate) struct Claim {
    _file: File,
}

impl Place {
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn throttle(&self) -> PathBuf {
        self.root.join("throttle.json")
    }

    pub(crate) fn anchors(&self) -> PathBuf {
        self.root.join("anchors.log")
    }

    pub(crate) fn header(&self, generation: u64) -> PathBuf {
        self.generation(generation).join("header.json")
    }

    pub(crate) fn envelope(&self, generation: u64) -> PathBuf {
        self.generation(generation).join("dek.age")
    }

    pub(crate) fn database(&self, generation: u64) -> PathBuf {
        self.generation(generation).join("store.db")
    }

    fn generation(&self, generation: u64) -> PathBuf {
        self.root.join(format!("{GENERATION}{generation:06}"))
    }

    fn marker(&self, generation: u64) -> PathBuf {
        self.generation(generation).join(MARKER)
    }

    fn pointer(&self) -> PathBuf {
        self.root.join("CURRENT")
    }

    /// Refuses a folder where an office would be damaged or exposed.
    pub(crate) fn check(&self) -> Result<()> {
        let real = fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone());
        if is_synced(&self.root) || is_synced(&real) {
            return Err(Error::UnfitPlace(UnfitPlace::Synced));
        }
        match fs::metadata(&self.root) {
            Ok(folder) if !folder.is_dir() => Err(Error::UnfitPlace(UnfitPlace::NotAFolder)),
            Ok(folder) => check_owner(&folder).and_then(|()| check_disk(&self.root)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(io("office's folder", "looked at")(error)),
        }
    }

    /// Takes the office for this process, or tells that another one has it.
    ///
    /// A lock outlives its holder for a moment: while a program is ending, or while a child that
    /// was just started still has its parent's files. That moment is waited out.
    pub(crate) fn claim(&self) -> Result<Claim> {
        let lock = "office's lock";
        let file = files::open_for_lock(&self.root.join("lock")).map_err(io(lock, "opened"))?;
        for _ in 0..CLAIM_TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Claim { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(CLAIM_PAUSE),
                Err(TryLockError::Error(error)) => return Err(io(lock, "taken")(error)),
            }
        }
        Err(Error::Busy)
    }

    /// The generation in use; `None` where no office has been finished.
    pub(crate) fn current(&self) -> Result<Option<u64>> {
        match files::read_capped(&self.pointer(), 64) {
            Ok(bytes) => parse_pointer(&bytes).map(Some).ok_or(Error::Damaged(Part::Pointer)),
            Err(error) if error.kind() == ErrorKind::NotFound => self.without_pointer(),
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                Err(Error::Damaged(Part::Pointer))
            }
            Err(error) => Err(io("pointer to the office's files", "read")(error)),
        }
    }

    /// Starts a generation beside all others. Until it is published, nobody takes it for real.
    pub(crate) fn begin_generation(&self) -> Result<u64> {
        let last = self.generations()?.into_iter().max().unwrap_or(0);
        let generation = last.saturating_add(1);
        let folder = self.generation(generation);
        files::create_private_folder(&folder).map_err(io("office's folder", "made"))?;
        files::write_atomic(&self.marker(generation), b"")
            .map_err(io("office's folder", "made"))?;
        Ok(generation)
    }

    /// Makes a finished generation the one in use: one rename, then its mark goes.
    pub(crate) fn publish(&self, generation: u64) -> Result<()> {
        let text = format!("{GENERATION}{generation:06}\n");
        files::write_atomic(&self.pointer(), text.as_bytes())
            .map_err(io("pointer to the office's files", "written"))?;
        self.unmark(generation)
    }

    /// Takes away the mark of a generation that is in use.
    pub(crate) fn unmark(&self, generation: u64) -> Result<()> {
        if !self.marker(generation).exists() {
            return Ok(());
        }
        files::remove(&self.marker(generation)).map_err(io("office's folder", "finished"))
    }

    /// A finished generation without its pointer is damage; unfinished ones are a crash while
    /// creating, and nobody was told that there is an office.
    fn without_pointer(&self) -> Result<Option<u64>> {
        let finished = self.generations()?.into_iter().any(|one| {
            let folder = self.generation(one);
            folder.join("header.json").exists() && !self.marker(one).exists()
        });
        if finished { Err(Error::Damaged(Part::Pointer)) } else { Ok(None) }
    }

    fn generations(&self) -> Result<Vec<u64>> {
        let entries = match fs::read_dir(&self.root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(io("office's folder", "read")(error)),
        };
        Ok(entries
            .filter_map(|entry| parse_generation(entry.ok()?.file_name().to_str()?))
            .collect())
    }
}

fn parse_pointer(bytes: &[u8]) -> Option<u64> {
    parse_generation(std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?)
}

fn parse_generation(name: &str) -> Option<u64> {
    let digits = name.strip_prefix(GENERATION)?;
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    (format!("{number:06}") == digits).then_some(number)
}

fn is_synced(path: &Path) -> bool {
    path.components().any(|component| match component {
        Component::Normal(name) => {
            let name = name.to_string_lossy().to_lowercase();
            SYNCED.iter().any(|synced| name.contains(synced))
        }
        _ => false,
    })
}

#[cfg(unix)]
fn check_owner(folder: &fs::Metadata) -> Result<()> {
    use std::os::unix::fs::MetadataExt;
    if folder.uid() != rustix::process::geteuid().as_raw() {
        return Err(Error::UnfitPlace(UnfitPlace::OwnedByAnother));
    }
    if folder.mode() & 0o022 != 0 {
        return Err(Error::UnfitPlace(UnfitPlace::OpenToOthers));
    }
    Ok(())
}

/// On Windows a person's folders are closed to other people by their access list.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn check_owner(_folder: &fs::Metadata) -> Result<()> {
    Ok(())
}

/// Network file systems, by the numbers in Linux's `statfs(2)`: NFS, SMB, CIFS, SMB2.
#[cfg(target_os = "linux")]
fn check_disk(root: &Path) -> Result<()> {
    const NETWORK: [u32; 4] = [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42];
    let disk = rustix::fs::statfs(root).map_err(|error| io("disk", "looked at")(error.into()))?;
    let kind = u32::try_from(disk.f_type).unwrap_or(0);
    if NETWORK.contains(&kind) {
        return Err(Error::UnfitPlace(UnfitPlace::Network));
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature on every system")]
fn check_disk(_root: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_a_sync_program_copies_are_refused() {
        for synced in [
            "/home/r/OneDrive - Lakeside/office",
            "/Users/r/Library/Mobile Documents/com~apple~CloudDocs/office",
            "/Users/r/Library/CloudStorage/x/office",
            "/home/r/Dropbox (Personal)/office",
            "/home/r/iCloudDrive/office",
        ] {
            assert!(is_synced(Path::new(synced)), "{synced}");
        }
        assert!(!is_synced(Path::new("/home/r/.local/share/bedside/office")));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_hide_a_synced_folder() {
        let root = tempfile::tempdir().unwrap();
        let synced = root.path().join("Dropbox/office");
        fs::create_dir_all(&synced).unwrap();
        let link = root.path().join("mine");
        std::os::unix::fs::symlink(&synced, &link).unwrap();
        let refusal = Place::at(&link).check();
        assert!(matches!(refusal, Err(Error::UnfitPlace(UnfitPlace::Synced))));
    }

    #[cfg(unix)]
    #[test]
    fn folders_of_others_open_to_others_or_no_folders_at_all_are_refused() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o770)).unwrap();
        let refusal = Place::at(root.path()).check();
        assert!(matches!(refusal, Err(Error::UnfitPlace(UnfitPlace::OpenToOthers))));
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o700)).unwrap();
        let file = root.path().join("file");
        files::write_atomic(&file, b"x").unwrap();
        let refusal = Place::at(&file).check();
        assert!(matches!(refusal, Err(Error::UnfitPlace(UnfitPlace::NotAFolder))));
        if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(root.path(), Some(12_345), None).unwrap();
            let refusal = Place::at(root.path()).check();
            assert!(matches!(refusal, Err(Error::UnfitPlace(UnfitPlace::OwnedByAnother))));
        } else {
            let refusal = Place::at(Path::new("/")).check();
            assert!(matches!(refusal, Err(Error::UnfitPlace(UnfitPlace::OwnedByAnother))));
        }
    }

    #[test]
    fn a_pointer_has_one_spelling() {
        assert_eq!(parse_pointer(b"gen-000012\n"), Some(12));
        assert_eq!(parse_pointer(b"gen-1234567\n"), Some(1_234_567));
        for wrong in ["gen-000012", "gen-12\n", "gen-000000\n", "gen-000012\n\n", "../../etc\n", ""]
        {
            assert_eq!(parse_pointer(wrong.as_bytes()), None, "{wrong:?}");
        }
    }
}
