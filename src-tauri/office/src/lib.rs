//! The product: casework of a patient-advocacy office. No window, no network.
//!
//! In reading order: `kernel` (pure nouns), `store` (the encrypted store and its journal),
//! `table` (the list of commands), `features` (one folder each), `app` (where they meet).

pub mod app;
pub mod content;
pub mod features;
pub mod kernel;
pub mod store;
pub mod table;
