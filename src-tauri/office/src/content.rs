//! What an advocate may edit, embedded in the program. Its folders have READMEs.

use include_dir::{Dir, include_dir};

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// The files of a folder whose names end in `.ending`, as name and text, by name.
pub fn files(folder: &str, ending: &str) -> Vec<(&'static str, &'static str)> {
    let Some(dir) = CONTENT.get_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = dir
        .files()
        .filter(|file| file.path().extension().is_some_and(|e| e == ending))
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

/// One file's bytes.
pub fn bytes(path: &str) -> Option<&'static [u8]> {
    CONTENT.get_file(path).map(include_dir::File::contents)
}

/// The folders in a folder, as paths, by name.
pub fn folders(folder: &str) -> Vec<&'static str> {
    let Some(dir) = CONTENT.get_dir(folder) else { return Vec::new() };
    let mut folders: Vec<_> = dir.dirs().filter_map(|dir| dir.path().to_str()).collect();
    folders.sort_unstable();
    folders
}
