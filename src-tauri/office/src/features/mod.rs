//! One folder a feature. Which may know which is [`KNOWS`]. Two features in one write meet in
//! `app::workflows`.

pub mod advisor;
pub mod cases;
pub mod clocks;
pub mod contacts;
pub mod education;
pub mod exports;
pub mod office;
pub mod people;
pub mod watchers;

use crate::store::Kinds;

/// Which features each may know. A test holds the imports to it and finds circles.
pub const KNOWS: &[(&str, &[&str])] = &[
    ("advisor", &["cases", "clocks", "office", "people"]),
    ("cases", &["office", "people"]),
    ("clocks", &["cases", "office", "people"]),
    ("contacts", &["cases", "clocks", "office", "people"]),
    ("education", &["cases", "office", "people"]),
    ("exports", &["cases", "clocks", "contacts", "education", "office", "people"]),
    ("office", &[]),
    ("people", &[]),
    ("watchers", &["advisor", "cases", "clocks", "office"]),
];

/// Every record kind of every feature.
pub fn kinds() -> Kinds {
    Kinds::new(
        [
            office::KINDS,
            people::KINDS,
            cases::KINDS,
            contacts::KINDS,
            clocks::KINDS,
            advisor::KINDS,
            education::KINDS,
            exports::KINDS,
        ]
        .into_iter()
        .flatten()
        .copied(),
    )
}
