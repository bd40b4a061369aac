//! One folder a feature. Which may know which: office and people know none; cases know people and
//! office; contacts and clocks know cases; exports know them all. Two features in one write meet in
//! `app::workflows`.

pub mod cases;
pub mod clocks;
pub mod contacts;
pub mod exports;
pub mod office;
pub mod people;

use crate::store::Kinds;

/// Every record kind of every feature.
pub fn kinds() -> Kinds {
    Kinds::new(
        [
            office::KINDS,
            people::KINDS,
            cases::KINDS,
            contacts::KINDS,
            clocks::KINDS,
            exports::KINDS,
        ]
        .into_iter()
        .flatten()
        .copied(),
    )
}
