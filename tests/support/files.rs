//! Files on disk as tests compare, copy and spoil them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below `folder` and its bytes.
pub fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(bytes_below(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

/// Makes everything below `folder` what it was when `whole` was read.
pub fn restore(folder: &Path, whole: &BTreeMap<PathBuf, Vec<u8>>) {
    for (path, bytes) in bytes_below(folder) {
        match whole.get(&path) {
            Some(before) if *before == bytes => {}
            Some(before) => put(&path, before),
            None => fs::remove_file(&path).expect("a file"),
        }
    }
}

/// Copies everything below `from` to `to`.
pub fn copy_folder(from: &Path, to: &Path) {
    vault::files::create_private_folder(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Replaces a file.
pub fn put(path: &Path, bytes: &[u8]) {
    vault::files::write_atomic(path, bytes).expect("a file");
}

/// `bytes` with one bit of the byte at `place` turned over.
pub fn flipped(bytes: &[u8], place: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if let Some(byte) = bytes.get_mut(place) {
        *byte ^= 1 << (place % 8);
    }
    bytes
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// FHIR files that nobody here wrote, or `None`, said aloud, where they are not.
pub fn real_fhir() -> Option<PathBuf> {
    let folder = repository().join("../shared/data/fhir");
    if folder.is_dir() {
        return Some(folder);
    }
    #[expect(clippy::print_stdout, reason = "a skipped test says so")]
    {
        println!("skipped: ../shared/data/fhir is not here");
    }
    None
}
