//! Reading, measuring and laying out leaflets: pure.

mod glossary;
mod library;
mod limits;
pub mod markdown;
pub mod meter;
mod paper;
mod suggest;

pub use glossary::{Glossary, Piece, Term};
pub use library::{
    File, Library, PlainWord, Right, Shipped, Slot, Visit, base_of, lines_of, questions_of, shipped,
};
pub use limits::{Limit, Limits, names_a_figure};
pub use paper::{Letterhead, Reach, Sheet, Standing, leaflet, sheet, stack};
pub use suggest::{Matter, Suggested, suggest};
