//! Asking for a passphrase: at the terminal without showing it, or from a file.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use vault::{Secret, files};

/// No passphrase is longer than this many bytes.
const MOST: u64 = 4_096;

/// The passphrase of an office that is there.
pub(crate) fn passphrase(file: Option<&Path>) -> Result<Secret> {
    match file {
        Some(file) => from_file(file),
        None => from_terminal("Passphrase: "),
    }
}

/// A passphrase for a new office: typed twice, since nobody sees it.
pub(crate) fn new_passphrase(file: Option<&Path>) -> Result<Secret> {
    let Some(file) = file else {
        let first = from_terminal("Passphrase, 15 characters or more: ")?;
        let second = from_terminal("The same again: ")?;
        if first.expose() != second.expose() {
            bail!("The two were not the same. Nothing was made.");
        }
        return Ok(first);
    };
    from_file(file)
}

fn from_terminal(prompt: &str) -> Result<Secret> {
    if !std::io::stdin().is_terminal() && !std::io::stderr().is_terminal() {
        bail!("There is no terminal to ask at. Give the passphrase with --passphrase-file.");
    }
    let typed = rpassword::prompt_password(prompt)
        .context("The passphrase could not be read from the terminal")?;
    Ok(Secret::from(typed))
}

fn from_file(file: &Path) -> Result<Secret> {
    let bytes = files::read_capped(file, MOST).context("The passphrase file could not be read")?;
    // A text that is wrong is not given back, so it cannot end up in a message.
    let Ok(mut text) = String::from_utf8(bytes) else {
        bail!("The passphrase file holds what is no text.");
    };
    let end = text.trim_end_matches(['\n', '\r']).len();
    text.truncate(end);
    Ok(Secret::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_line_end_of_a_passphrase_file_is_left_out() {
        let folder = std::env::temp_dir().join(format!("bedside-cli-{}", std::process::id()));
        files::create_private_folder(&folder).unwrap();
        let file = folder.join("passphrase");
        for (written, read) in
            [(" two words \r\n", " two words "), ("two words", "two words"), ("\n", "")]
        {
            files::write_atomic(&file, written.as_bytes()).unwrap();
            assert_eq!(passphrase(Some(&file)).unwrap().expose(), read);
        }
        files::write_atomic(&file, &[0xff, 0xfe]).unwrap();
        assert!(passphrase(Some(&file)).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
