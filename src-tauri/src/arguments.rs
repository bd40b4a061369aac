//! What may be said on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

/// Shown by `--help`.
pub(crate) const HELP: &str = "\
bedside [--data DIR]

  --data DIR   the folder that holds the office; without it, the usual place on this system
  --help       this text";

/// What the person wants.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// To read how Bedside is started.
    Help,
    /// The window, on the office in this folder or in the usual place.
    Window {
        /// Where the office is.
        folder: Option<PathBuf>,
    },
}

/// Reads the words after the program's name, or says what is wrong with them.
pub(crate) fn read(words: impl IntoIterator<Item = OsString>) -> Result<Wanted, String> {
    let mut words = words.into_iter();
    let mut folder = None;
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--help" | "-h") => return Ok(Wanted::Help),
            Some("--data") => match words.next() {
                Some(path) if !path.is_empty() => folder = Some(PathBuf::from(path)),
                _ => return Err(format!("--data needs a folder.\n\n{HELP}")),
            },
            _ => return Err(format!("Bedside does not know this argument.\n\n{HELP}")),
        }
    }
    Ok(Wanted::Window { folder })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[&str]) -> Result<Wanted, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn without_a_word_the_office_is_in_the_usual_place() {
        assert_eq!(said(&[]), Ok(Wanted::Window { folder: None }));
    }

    #[test]
    fn a_folder_can_be_named() {
        let folder = Some(PathBuf::from("/srv/office"));
        assert_eq!(said(&["--data", "/srv/office"]), Ok(Wanted::Window { folder }));
    }

    #[test]
    fn what_is_not_understood_opens_nothing() {
        assert!(said(&["--data"]).is_err());
        assert!(said(&["--data", ""]).is_err());
        assert!(said(&["somewhere"]).is_err());
        assert_eq!(said(&["--data", "x", "--help"]), Ok(Wanted::Help));
    }
}
