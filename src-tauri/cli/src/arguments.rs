//! What was asked for on the command line.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use lexopt::prelude::{Long, Short, Value};

/// What to do.
#[derive(Debug)]
pub(crate) enum Ask {
    /// Tell about one command, or about all.
    Help(Option<String>),
    /// Say which version this is.
    Version,
    /// Make an office.
    New(New),
    /// Make the sample office.
    Sample(Sample),
    /// Run a command.
    Call(Call),
    /// List the commands.
    Commands,
    /// Check an office.
    Verify(Opening),
}

/// An office to make.
#[derive(Debug)]
pub(crate) struct New {
    pub(crate) folder: PathBuf,
    pub(crate) office: String,
    pub(crate) name: String,
    pub(crate) profile: String,
    pub(crate) time_zone: Option<String>,
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// A sample office to make.
#[derive(Debug)]
pub(crate) struct Sample {
    pub(crate) folder: PathBuf,
    pub(crate) cases: u32,
    pub(crate) seed: u64,
    pub(crate) today: Option<NaiveDate>,
}

/// An office to open.
#[derive(Debug)]
pub(crate) struct Opening {
    pub(crate) folder: PathBuf,
    pub(crate) name: Option<String>,
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// A command to run.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) opening: Opening,
    pub(crate) command: String,
    pub(crate) input: Option<String>,
}

/// Each command: its name, how many words follow it at least and at most, and its options.
const COMMANDS: [(&str, usize, usize, &[&str]); 5] = [
    ("new", 1, 1, &["office", "name", "profile", "time-zone", "passphrase-file"]),
    ("sample", 1, 1, &["cases", "seed", "today"]),
    ("call", 2, 3, &["name", "passphrase-file"]),
    ("commands", 0, 0, &[]),
    ("verify", 1, 1, &["name", "passphrase-file"]),
];

/// Options and words, before they mean anything.
struct Given {
    words: std::vec::IntoIter<OsString>,
    options: BTreeMap<String, OsString>,
}

/// Reads the command line.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Ask> {
    let (mut words, mut options, mut help) = (Vec::new(), BTreeMap::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => help = true,
            Short('V') | Long("version") => return Ok(Ask::Version),
            Value(word) => words.push(word),
            Long(option) => {
                let option = option.to_owned();
                if !COMMANDS.iter().any(|(.., known)| known.contains(&option.as_str())) {
                    bail!("There is no option --{option}.");
                }
                if options.insert(option.clone(), parser.value()?).is_some() {
                    bail!("--{option} is given twice.");
                }
            }
            Short(letter) => bail!("There is no option -{letter}."),
        }
    }
    let mut words = words.into_iter();
    let Some(command) = words.next() else { return Ok(Ask::Help(None)) };
    let command = text(command)?;
    if help || command == "help" {
        let about =
            if command == "help" { words.next().map(text).transpose()? } else { Some(command) };
        return Ok(Ask::Help(about));
    }
    asked(&command, Given { words, options })
}

fn asked(command: &str, mut given: Given) -> Result<Ask> {
    let Some((_, least, most, known)) = COMMANDS.iter().find(|(name, ..)| *name == command) else {
        bail!("There is no command {command}.");
    };
    if let Some(stray) = given.options.keys().find(|o| !known.contains(&o.as_str())) {
        bail!("--{stray} does not belong to {command}.");
    }
    let count = given.words.len();
    if count < *least {
        bail!("{command} needs more: see `bedside-cli {command} --help`.");
    }
    if count > *most {
        bail!("{command} takes fewer words: see `bedside-cli {command} --help`.");
    }
    Ok(match command {
        "new" => Ask::New(New {
            folder: given.folder()?,
            office: given.need("office")?,
            name: given.need("name")?,
            profile: given.option("profile")?.unwrap_or_else(|| "us-hospital".into()),
            time_zone: given.option("time-zone")?,
            passphrase_file: given.file(),
        }),
        "sample" => Ask::Sample(Sample {
            folder: given.folder()?,
            cases: given.number("cases", 60)?,
            seed: given.number("seed", 7)?,
            today: given
                .option("today")?
                .map(|day| day.parse().context("--today is a date such as 2026-03-12"))
                .transpose()?,
        }),
        "call" => Ask::Call(Call {
            opening: given.opening()?,
            command: given.word()?,
            input: given.words.next().map(text).transpose()?,
        }),
        "verify" => Ask::Verify(given.opening()?),
        _ => Ask::Commands,
    })
}

fn text(word: OsString) -> Result<String> {
    word.into_string().map_err(|_| anyhow::anyhow!("The command line holds what is no text."))
}

impl Given {
    fn folder(&mut self) -> Result<PathBuf> {
        self.words.next().map(PathBuf::from).context("Say in which folder.")
    }

    fn word(&mut self) -> Result<String> {
        text(self.words.next().context("Say which command.")?)
    }

    fn option(&mut self, name: &str) -> Result<Option<String>> {
        self.options.remove(name).map(text).transpose()
    }

    fn need(&mut self, name: &str) -> Result<String> {
        self.option(name)?.with_context(|| format!("--{name} is needed."))
    }

    fn number<N: std::str::FromStr>(&mut self, name: &str, otherwise: N) -> Result<N> {
        match self.option(name)? {
            None => Ok(otherwise),
            Some(number) => match number.parse() {
                Ok(number) => Ok(number),
                Err(_) => bail!("--{name} is a whole number, not too large."),
            },
        }
    }

    fn file(&mut self) -> Option<PathBuf> {
        self.options.remove("passphrase-file").map(PathBuf::from)
    }

    fn opening(&mut self) -> Result<Opening> {
        Ok(Opening {
            folder: self.folder()?,
            name: self.option("name")?,
            passphrase_file: self.file(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(line: &[&str]) -> Result<Ask> {
        read(lexopt::Parser::from_args(line))
    }

    fn refused(line: &[&str]) -> String {
        asks(line).unwrap_err().to_string()
    }

    #[test]
    fn a_call_takes_its_input_from_the_line_or_from_standard_input() {
        let line = ["call", "d", "cases.counts", "-", "--name", "Ana", "--passphrase-file=f"];
        let Ok(Ask::Call(call)) = asks(&line) else { panic!("no call") };
        assert_eq!((call.command.as_str(), call.input.as_deref()), ("cases.counts", Some("-")));
        assert_eq!(call.opening.name.as_deref(), Some("Ana"));
        assert_eq!(call.opening.passphrase_file, Some(PathBuf::from("f")));
    }

    #[test]
    fn the_sample_has_defaults_and_a_day() {
        let Ok(Ask::Sample(sample)) = asks(&["sample", "d", "--today", "2026-03-12"]) else {
            panic!("no sample")
        };
        assert_eq!((sample.cases, sample.seed), (60, 7));
        assert_eq!(sample.today.map(|d| d.to_string()).as_deref(), Some("2026-03-12"));
    }

    #[test]
    fn what_cannot_be_is_named() {
        assert_eq!(refused(&["new", "d", "--office", "O"]), "--name is needed.");
        assert_eq!(refused(&["verify", "d", "--cases", "3"]), "--cases does not belong to verify.");
        assert_eq!(refused(&["brew"]), "There is no command brew.");
        assert_eq!(
            refused(&["verify", "d", "--passphrase", "x"]),
            "There is no option --passphrase."
        );
        assert_eq!(
            refused(&["sample", "d", "--seed", "x"]),
            "--seed is a whole number, not too large."
        );
        assert_eq!(
            refused(&["sample", "d", "--seed", "1", "--seed", "2"]),
            "--seed is given twice."
        );
        assert!(refused(&["call", "d"]).starts_with("call needs more"));
        assert!(refused(&["commands", "d"]).starts_with("commands takes fewer words"));
    }

    #[test]
    fn help_is_there_for_all_and_for_each() {
        assert!(matches!(asks(&[]), Ok(Ask::Help(None))));
        assert!(matches!(asks(&["verify", "-h"]), Ok(Ask::Help(Some(about))) if about == "verify"));
        assert!(matches!(asks(&["help", "new"]), Ok(Ask::Help(Some(about))) if about == "new"));
    }
}
