//! What a leaflet is, what the office adds to it, and what a handout is.

mod codes;
mod handout;
mod leaflet;
mod tree;

pub use codes::{Audience, LeafletState, Origin, Purpose, Setting, TeachOutcome, Topic, Way};
pub use handout::{Giving, GivingOne, Handout, HandoutId, Point, TeachBackDetails};
pub use leaflet::{
    Change, Front, Helper, KeyPoint, Leaflet, LeafletId, OfficeLeaflet, ShippedDay, Source, Written,
};
pub use tree::{Block, Inline, LeftOut, Reading};
