//! Pure nouns with rules that three features or more use: no database, no window, no clock of its own.

pub mod calendar;
pub mod clock;
pub mod code;
pub mod documents;
pub mod error;
pub mod id;
pub mod language;
pub mod text;
pub mod zone;

pub use calendar::{Calendar, DayKind};
pub use clock::Clock;
pub use error::{Error, FieldError, Kind, OrNotFound, Result};
pub use id::{Id, Ids};
pub use zone::Zone;
