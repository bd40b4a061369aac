//! From the paths a person chose to the text of each file.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::kernel::text::tidy_name;

use super::sniff;

/// The largest file that is opened: 100 MiB.
pub(super) const LARGEST: u64 = 100 << 20;
/// The most files that one import takes.
pub(super) const MOST_FILES: usize = 5_000;
const DEEPEST_FOLDER: usize = 8;

/// A file to read, and what to call it.
pub(super) struct Chosen {
    pub(super) path: PathBuf,
    pub(super) name: String,
    pub(super) problem: Option<String>,
}

impl Chosen {
    /// The end of the file's name, in small letters.
    pub(super) fn extension(&self) -> String {
        extension(&self.path)
    }
}

/// Every file named by `paths`; a folder stands for the FHIR files in it, in order of name.
pub(super) fn list(paths: &[PathBuf]) -> Vec<Chosen> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            walk(path, path, 0, &mut found);
            if found.len() == before {
                let problem = "This folder holds no FHIR files. Their names end in .json or \
                               .ndjson. Nothing was imported.";
                found.push(chosen(path, &called(path), Some(problem)));
            }
        } else {
            found.push(chosen(path, &called(path), None));
        }
    }
    if found.len() > MOST_FILES {
        found.truncate(MOST_FILES);
        let problem = "There are more than 5,000 files here. The rest was not read. Import them \
                       in smaller folders.";
        found.push(Chosen {
            path: PathBuf::new(),
            name: "…".into(),
            problem: Some(problem.into()),
        });
    }
    found
}

/// The text of one file, or why it was not read.
pub(super) fn load(path: &Path) -> Result<String, String> {
    let unread = |cause: &std::io::Error| unread(cause.kind());
    let about = fs::metadata(path).map_err(|cause| unread(&cause))?;
    refuse_size(&about)?;
    let file = File::open(path).map_err(|cause| unread(&cause))?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // It may have grown since it was measured.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|cause| unread(&cause))?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(LARGEST + 1));
    }
    sniff::decode(bytes)
}

// Links are not followed, so that a folder that holds itself has an end.
fn walk(root: &Path, folder: &Path, depth: usize, found: &mut Vec<Chosen>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut inside: Vec<_> = entries.flatten().collect();
    inside.sort_by_key(fs::DirEntry::file_name);
    for entry in inside {
        if found.len() > MOST_FILES {
            return;
        }
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else {
            continue;
        };
        if kind.is_dir() && depth < DEEPEST_FOLDER {
            walk(root, &path, depth + 1, found);
        } else if kind.is_file() && matches!(&*extension(&path), "json" | "ndjson" | "jsonl") {
            let name = path.strip_prefix(root).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            found.push(chosen(&path, &name, None));
        }
    }
}

fn chosen(path: &Path, name: &str, problem: Option<&str>) -> Chosen {
    let name = tidy_name(name).unwrap_or_else(|| "a file without a name".into());
    Chosen { path: path.to_owned(), name, problem: problem.map(Into::into) }
}

fn called(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn extension(path: &Path) -> String {
    path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn refuse_size(about: &Metadata) -> Result<(), String> {
    if !about.is_file() {
        return Err("This is not a file that can be opened. Nothing was imported.".into());
    }
    if about.len() > LARGEST { Err(too_large(about.len())) } else { Ok(()) }
}

fn too_large(bytes: u64) -> String {
    format!(
        "This file is {} MB. Bedside reads FHIR files of up to 100 MB. Ask for the export in \
         smaller parts. Nothing was imported.",
        bytes.div_ceil(1 << 20)
    )
}

fn unread(kind: ErrorKind) -> String {
    match kind {
        ErrorKind::NotFound => "This file is not there any more. Choose it again.",
        ErrorKind::PermissionDenied => {
            "You are not allowed to open this file. Nothing was imported."
        }
        _ => "We could not read this file. Nothing was imported.",
    }
    .into()
}
