//! Education as screens and papers want it.

mod drawing;
mod given;
mod reading;
mod writing;

pub(crate) use given::{follow_ups, given, handouts, of_case, register};
pub(crate) use reading::{glossary, handing, library, questions, read, read_text, search};
pub(crate) use writing::{check, draft, helpers, limits, own, source};
