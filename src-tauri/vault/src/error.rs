//! What can go wrong with keys, in words for the person who meets it.

use std::io;

/// The result of everything in this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an office could not be created or opened, or a key not changed.
///
/// No variant carries a name, a passphrase, a key or a path.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The name is not known or the passphrase does not fit; which of the two is not said.
    #[error("The name and passphrase don't fit together. Nothing has been changed.")]
    WrongNameOrPassphrase,
    /// Too many wrong tries in a row; the wait always ends.
    #[error(
        "That was not right {failures} times in a row. You can try again in {seconds} seconds."
    )]
    Wait {
        /// Whole seconds until the next try is let in.
        seconds: u64,
        /// Wrong tries in a row so far.
        failures: u32,
    },
    /// The office was written by a newer Bedside; no byte has been touched.
    #[error(
        "This office needs a newer Bedside (format {needs}; this one knows {knows}). \
         Nothing has been changed."
    )]
    Newer {
        /// The least format version that may open this office.
        needs: u64,
        /// The format version this program writes.
        knows: u64,
    },
    /// Another running Bedside holds the office.
    #[error("Another Bedside has this office open. Close it there, then try again.")]
    Busy,
    /// A file of the office is missing, cut short or altered.
    #[error("{0} is damaged or missing. Nothing has been changed. A backup can bring it back.")]
    Damaged(Part),
    /// A file is whole but belongs to another office, or to an older state of this one.
    #[error("{0} does not belong to this office. Nothing has been changed.")]
    Foreign(Part),
    /// The folder is no place for an office.
    #[error("{0}")]
    UnfitPlace(UnfitPlace),
    /// There is no office in the folder.
    #[error("There is no office in this folder yet.")]
    NoOffice,
    /// An office is already in the folder.
    #[error("There is already an office in this folder.")]
    AlreadyThere,
    /// A field for a new office is empty or far too long.
    #[error("The {0} is empty or too long.")]
    BadField(&'static str),
    /// The new passphrase is too easy to guess.
    #[error("{0}")]
    Weak(WeakPassphrase),
    /// The computer's own key store did not help; the passphrase still works.
    #[error("{0} Your passphrase still works.")]
    Keyring(KeyringTrouble),
    /// There is not enough free memory to derive the key.
    #[error("There is not enough free memory to check the passphrase. Close other programs.")]
    Memory,
    /// The operating system gave no random bytes.
    #[error("This computer gave no random numbers, so no key can be made safely.")]
    Random,
    /// The disk refused.
    #[error("The {what} could not be {verb}: {source}")]
    Io {
        /// What was being worked on, in words.
        what: &'static str,
        /// What was being done to it, in words.
        verb: &'static str,
        /// What the operating system said.
        source: io::Error,
    },
    /// A mistake of ours.
    #[error("Something inside Bedside went wrong while working with keys ({0}).")]
    Bug(&'static str),
}

/// A file of the office, named for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Part {
    /// `CURRENT`, which says which generation is in use.
    #[error("The pointer to the office's files (CURRENT)")]
    Pointer,
    /// `header.json`.
    #[error("The office's key file (header.json)")]
    Header,
    /// `dek.age`.
    #[error("The office's sealed key (dek.age)")]
    Envelope,
    /// `store.db`.
    #[error("The office's database (store.db)")]
    Database,
}

/// Why a folder is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnfitPlace {
    /// Another account of this computer owns the folder.
    #[error("This folder belongs to another account on this computer. Choose one of your own.")]
    OwnedByAnother,
    /// Others on this computer could put files there.
    #[error("Other accounts on this computer can write in this folder. Choose one of your own.")]
    OpenToOthers,
    /// A sync program would copy half-written files, and the keys, elsewhere.
    #[error(
        "This folder is copied to the internet by a sync program. An office kept there can be \
         damaged and leaves your laptop. Choose a folder outside it."
    )]
    Synced,
    /// A network drive does not keep promises about locks and power cuts.
    #[error(
        "This folder is on a network drive, where an office can be damaged. \
         Choose a folder on this laptop."
    )]
    Network,
    /// There is a file where the folder should be.
    #[error("There is a file where the office's folder should be. Choose another place.")]
    NotAFolder,
}

/// Why a new passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeakPassphrase {
    /// Fewer than 15 characters.
    #[error(
        "A passphrase needs 15 characters or more; this one has {0}. Four or more words that \
         have nothing to do with each other work well."
    )]
    TooShort(usize),
    /// More than 1,024 bytes.
    #[error("This passphrase is longer than Bedside can keep. 1,000 characters is the most.")]
    TooLong,
    /// One character, or a few, again and again.
    #[error("This is the same few characters again and again, which is quickly guessed.")]
    Repeated,
    /// One of the long phrases that many people use.
    #[error("Many people use this phrase, so it is tried first. Add words of your own.")]
    Common,
    /// Hardly more than the name of the office or of the person.
    #[error("This is little more than a name that others know. Add words that have no tie to it.")]
    NearName,
}

/// Why the computer's own key store was no help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyringTrouble {
    /// This person has not turned it on.
    #[error("Unlocking without a passphrase is not turned on.")]
    Off,
    /// There is no key store, or it is locked or refused.
    #[error("This computer's key store can't be reached.")]
    Unavailable,
    /// It did not answer within three seconds.
    #[error("This computer's key store did not answer.")]
    Slow,
    /// The key is gone from the key store.
    #[error("This computer's key store no longer has the key.")]
    Gone,
    /// What the key store returned does not open this slot.
    #[error("The key in this computer's key store does not fit this office.")]
    Misfit,
    /// More than twelve hours since the passphrase was typed.
    #[error("It is more than 12 hours since your passphrase was typed.")]
    Expired,
}

/// Names what was being done when the disk refused.
pub(crate) fn io(what: &'static str, verb: &'static str) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Io { what, verb, source }
}
