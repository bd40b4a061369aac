//! The one error that crosses the house. Its kinds are named by what the person can do.

use serde::Serialize;
use ts_rs::TS;

/// What every fallible function here returns.
pub type Result<T> = std::result::Result<T, Error>;

/// What a person can do about a failure. The window acts differently on each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ErrorKind")]
pub enum Kind {
    /// Unlock again.
    Locked,
    /// Ask a supervisor.
    Denied,
    /// Go back: it is not here.
    NotFound,
    /// Mend the fields that are named.
    Invalid,
    /// Look again: somebody or something changed it meanwhile.
    Conflict,
    /// A disk, file or service failed: try again or elsewhere.
    Unavailable,
    /// Ours. The log has the place.
    Bug,
}

/// One field that needs mending, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldError {
    /// The path of the input field, such as `name.family` or `phones.0.value`.
    pub field: String,
    /// What is wrong and what to do, in plain words. Never holds what was typed.
    pub message: String,
}

/// A failure, said in words that a person can act on.
///
/// `message` and `fields` hold no client's details; `source` is for us and never crosses the wire.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "CallError")]
pub struct Error {
    /// What the person can do.
    pub kind: Kind,
    /// What happened, then what to do.
    pub message: String,
    /// The fields to mend, for `Kind::Invalid`.
    pub fields: Vec<FieldError>,
    /// Where it came from. Not sent anywhere.
    #[serde(skip)]
    #[ts(skip)]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error of `kind` that says `message`.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), fields: Vec::new(), source: None }
    }

    /// The office is locked.
    pub fn locked() -> Self {
        Self::new(Kind::Locked, "Bedside is locked. Unlock it to go on; what you wrote is kept.")
    }

    /// The person may not do this.
    pub fn denied(message: impl Into<String>) -> Self {
        Self::new(Kind::Denied, message)
    }

    /// `what` (such as "case") is not in this office.
    pub fn not_found(what: &str) -> Self {
        Self::new(
            Kind::NotFound,
            format!("This {what} is not in the office. It may have been removed."),
        )
    }

    /// One field is wrong.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        let message = message.into();
        let fields = vec![FieldError { field: field.into(), message: message.clone() }];
        Self { kind: Kind::Invalid, message, fields, source: None }
    }

    /// Something changed meanwhile.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(Kind::Conflict, message)
    }

    /// A disk, file or service failed.
    pub fn unavailable(message: impl Into<String>) -> Self {
        Self::new(Kind::Unavailable, message)
    }

    /// A fault of ours; `place` names it for the log.
    pub fn bug(place: impl Into<String>) -> Self {
        let place: String = place.into();
        Self::new(
            Kind::Bug,
            "Something went wrong inside Bedside. Nothing was changed. Try again; if it stays, \
             restart Bedside.",
        )
        .caused_by(Place(place))
    }

    /// The same error with its cause attached, for us.
    #[must_use]
    pub fn caused_by(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// Names a place in the program.
#[derive(Debug)]
struct Place(String);

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Place {}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|s| s as &(dyn std::error::Error + 'static))
    }
}

/// Collects every field that needs mending, so that a form is answered in one go.
#[derive(Debug, Default)]
pub struct Checks {
    fields: Vec<FieldError>,
}

impl Checks {
    /// Notes that `field` is wrong unless `holds`.
    pub fn need(&mut self, holds: bool, field: impl Into<String>, message: impl Into<String>) {
        if !holds {
            self.fields.push(FieldError { field: field.into(), message: message.into() });
        }
    }

    /// `Ok` when nothing was noted, else one `Kind::Invalid` with every field.
    pub fn done(self) -> Result<()> {
        let message = match self.fields.as_slice() {
            [] => return Ok(()),
            [one] => one.message.clone(),
            many => format!("{} things need another look before this can be saved.", many.len()),
        };
        Err(Error { kind: Kind::Invalid, message, fields: self.fields, source: None })
    }
}

/// Turns an absent value into `Kind::NotFound`.
pub trait OrNotFound<T> {
    /// The value, or "this `what` is not in the office".
    fn or_not_found(self, what: &str) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, what: &str) -> Result<T> {
        self.ok_or_else(|| Error::not_found(what))
    }
}
