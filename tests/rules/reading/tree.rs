//! The files of the house, without what a build makes and what others wrote.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One file.
pub(crate) struct File {
    /// Its path from the root of the tree, with `/` between the parts.
    pub(crate) path: String,
    /// What it says; empty when it is not text.
    pub(crate) text: String,
}

impl File {
    /// A file for a rule's own test.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// The last part of a path.
pub(crate) fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What a path has before its last part.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The top of the tree.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every file, by path.
pub(crate) fn every_file() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        let mut ignored = Vec::new();
        walk(root(), "", &mut ignored, &mut files);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    })
}

/// The files under a folder whose names end so.
pub(crate) fn files(under: &str, endings: &[&str]) -> impl Iterator<Item = &'static File> {
    let folder = format!("{}/", under.trim_end_matches('/'));
    every_file().iter().filter(move |file| {
        file.path.starts_with(&folder) && endings.iter().any(|end| file.path.ends_with(end))
    })
}

/// The folders directly in a folder, by name.
pub(crate) fn folders(within: &str) -> Vec<String> {
    let folder = format!("{}/", within.trim_end_matches('/'));
    let mut names: Vec<String> = every_file()
        .iter()
        .filter_map(|file| Some(file.path.strip_prefix(&folder)?.split_once('/')?.0.to_owned()))
        .collect();
    names.dedup();
    names.sort();
    names.dedup();
    names
}

/// One file that must be there.
pub(crate) fn file(path: &str) -> &'static File {
    every_file().iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"))
}

/// A line of a `.gitignore`: where it holds, and what it says.
type Ignored = (String, String);

fn walk(root: &Path, folder: &str, ignored: &mut Vec<Ignored>, files: &mut Vec<File>) {
    let here = root.join(folder);
    if let Ok(text) = std::fs::read_to_string(here.join(".gitignore")) {
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        ignored.extend(lines.map(|line| (folder.to_owned(), line.to_owned())));
    }
    for entry in std::fs::read_dir(here).unwrap() {
        let entry: PathBuf = entry.unwrap().path();
        let name = entry.file_name().unwrap().to_str().unwrap();
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        if name == ".git" || ignored.iter().any(|line| is_ignored(line, &path)) {
            continue;
        }
        if entry.is_dir() {
            walk(root, &path, ignored, files);
        } else if let Ok(bytes) = std::fs::read(&entry) {
            // A file may go while others work on the tree.
            files.push(File { path, text: String::from_utf8(bytes).unwrap_or_default() });
        }
    }
}

fn is_ignored((folder, line): &Ignored, path: &str) -> bool {
    let Some(within) = path.strip_prefix(folder.as_str()) else { return false };
    let within = within.trim_start_matches('/');
    let line = line.trim_end_matches('/');
    let name = within.rsplit('/').next().unwrap_or_default();
    match (line.strip_prefix('/'), line.strip_prefix('*')) {
        (Some(anchored), _) => within == anchored,
        (None, Some(ending)) => name.ends_with(ending),
        (None, None) => name == line || within == line,
    }
}

#[test]
fn what_a_build_makes_is_not_read() {
    let line = |folder: &str, line: &str| (folder.to_owned(), line.to_owned());
    assert!(is_ignored(&line("", "/target"), "target"));
    assert!(is_ignored(&line("ui", "/dist-gallery"), "ui/dist-gallery"));
    assert!(is_ignored(&line("", "*.log"), "ui/npm.log"));
    assert!(!is_ignored(&line("", "/target"), "src-tauri/target.rs"));
    assert!(!is_ignored(&line("ui", "/dist"), "tests/dist"));
    assert!(every_file().iter().all(|file| !file.path.contains("node_modules/")));
}

#[test]
fn the_house_is_where_the_rules_look() {
    assert!(files("src-tauri/office/src", &[".rs"]).count() > 50);
    assert!(files("ui/src", &[".tsx"]).count() > 20);
    assert!(file("Cargo.toml").text.contains("[workspace]"));
    assert!(folders("src-tauri/office/src").contains(&"features".to_owned()));
}
