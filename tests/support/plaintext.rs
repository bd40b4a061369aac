//! Looks for phrases that must not be on the disk, in every spelling that a program might use.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A phrase that was found where it must not be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The phrase.
    pub phrase: String,
    /// How it was spelled.
    pub spelling: &'static str,
    /// The file.
    pub place: PathBuf,
}

/// Phrases in all their spellings, ready to be looked for.
pub struct Phrases {
    spelled: Vec<Spelled>,
    /// Which spellings begin with these two bytes.
    beginnings: Vec<Vec<usize>>,
}

struct Spelled {
    phrase: String,
    spelling: &'static str,
    bytes: Vec<u8>,
}

impl Phrases {
    /// Every spelling of these phrases. A phrase has to be long enough not to turn up by chance.
    pub fn of<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut spelled: Vec<Spelled> = Vec::new();
        for phrase in phrases {
            assert!(phrase.len() >= 8, "{phrase} is too short to mean anything");
            for (spelling, bytes) in spellings(phrase) {
                let known = spelled.iter().any(|s| s.phrase == phrase && s.bytes == bytes);
                if !known {
                    spelled.push(Spelled { phrase: phrase.to_owned(), spelling, bytes });
                }
            }
        }
        let mut beginnings = vec![Vec::new(); 0x1_0000];
        for (nth, one) in spelled.iter().enumerate() {
            if let Some(list) = beginning(&one.bytes).and_then(|place| beginnings.get_mut(place)) {
                list.push(nth);
            }
        }
        Self { spelled, beginnings }
    }

    /// The phrases that `bytes` hold.
    pub fn in_bytes(&self, place: &Path, bytes: &[u8]) -> Vec<Found> {
        let mut found = Vec::new();
        for (at, pair) in bytes.windows(2).enumerate() {
            let Some(here) = beginning(pair).and_then(|place| self.beginnings.get(place)) else {
                continue;
            };
            for one in here.iter().filter_map(|nth| self.spelled.get(*nth)) {
                if bytes.get(at..).is_some_and(|rest| rest.starts_with(&one.bytes)) {
                    found.push(Found {
                        phrase: one.phrase.clone(),
                        spelling: one.spelling,
                        place: place.to_owned(),
                    });
                }
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// The phrases in any file below these folders, or in the name of one, and how many files were
    /// read. Links are not followed.
    pub fn in_folders(&self, folders: &[PathBuf]) -> std::io::Result<(Vec<Found>, usize)> {
        let (mut found, mut read) = (Vec::new(), 0);
        let mut waiting = folders.to_vec();
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let path = entry.path();
                found.extend(self.in_bytes(&path, entry.file_name().as_encoded_bytes()));
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    waiting.push(path);
                } else if kind.is_file() {
                    found.extend(self.in_bytes(&path, &fs::read(&path)?));
                    read += 1;
                }
            }
        }
        Ok((found, read))
    }

    /// The phrases in files that a running program has open and has already unlinked, such as
    /// temporary files of a database, and how many there were. Linux only.
    pub fn in_unlinked_files_of(&self, program: u32) -> std::io::Result<(Vec<Found>, usize)> {
        let (mut found, mut read) = (Vec::new(), 0);
        for entry in fs::read_dir(format!("/proc/{program}/fd"))? {
            let path = entry?.path();
            let Ok(target) = fs::read_link(&path) else { continue };
            let is_file = fs::metadata(&path).is_ok_and(|about| about.is_file());
            if is_file && target.to_string_lossy().ends_with(" (deleted)") {
                found.extend(self.in_bytes(&target, &fs::read(&path)?));
                read += 1;
            }
        }
        Ok((found, read))
    }
}

fn beginning(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [first, second, ..] => Some(usize::from(*first) << 8 | usize::from(*second)),
        _ => None,
    }
}

/// How a program might write a phrase.
fn spellings(phrase: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |of: fn(u16) -> [u8; 2]| phrase.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let bytes = phrase.as_bytes();
    let mut all = vec![
        ("as it is", bytes.to_vec()),
        ("in lower case", phrase.to_lowercase().into_bytes()),
        ("in upper case", phrase.to_uppercase().into_bytes()),
        ("in UTF-16, little end first", wide(u16::to_le_bytes)),
        ("in UTF-16, big end first", wide(u16::to_be_bytes)),
        ("in hex", hex(bytes, false)),
        ("in hex", hex(bytes, true)),
        ("escaped as in an address", percent(phrase, false)),
        ("escaped as in an address", percent(phrase, true)),
        ("escaped as in a form", spaces(&percent(phrase, true))),
        ("escaped as in JSON", escaped(phrase, false)),
        ("escaped as in JSON", escaped(phrase, true)),
    ];
    for before in 0..3 {
        let plain = base64(bytes, before);
        let for_address = plain.iter().map(|c| match c {
            b'+' => b'-',
            b'/' => b'_',
            other => *other,
        });
        all.push(("in base64", for_address.collect()));
        all.push(("in base64", plain));
    }
    all
}

fn hex(bytes: &[u8], upper: bool) -> Vec<u8> {
    let digits = bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = if upper { write!(text, "{byte:02X}") } else { write!(text, "{byte:02x}") };
        text
    });
    digits.into_bytes()
}

fn percent(phrase: &str, upper: bool) -> Vec<u8> {
    let mut text = String::new();
    for byte in phrase.bytes() {
        let _ = match byte {
            b'-' | b'.' | b'_' | b'~' => write!(text, "{}", char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => write!(text, "{}", char::from(byte)),
            _ if upper => write!(text, "%{byte:02X}"),
            _ => write!(text, "%{byte:02x}"),
        };
    }
    text.into_bytes()
}

fn spaces(escaped: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(escaped).replace("%20", "+").into_bytes()
}

fn escaped(phrase: &str, upper: bool) -> Vec<u8> {
    let mut text = String::new();
    for unit in phrase.encode_utf16() {
        let _ = match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => write!(text, "{}", char::from(byte)),
            _ if upper => write!(text, "\\u{unit:04X}"),
            _ => write!(text, "\\u{unit:04x}"),
        };
    }
    text.into_bytes()
}

/// The letters that `bytes` become in base64 whatever stands around them, where so many bytes of
/// their group of three come `before`.
fn base64(bytes: &[u8], before: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let padded: Vec<u8> = std::iter::repeat_n(0, before).chain(bytes.iter().copied()).collect();
    let bit =
        |place: usize| padded.get(place / 8).is_some_and(|byte| byte >> (7 - place % 8) & 1 == 1);
    let first = (before * 8).div_ceil(6);
    let end = padded.len() * 8 / 6;
    (first..end)
        .map(|letter| {
            let value = (0..6).fold(0, |value, n| value << 1 | usize::from(bit(letter * 6 + n)));
            LETTERS.get(value).copied().unwrap_or_default()
        })
        .collect()
}
