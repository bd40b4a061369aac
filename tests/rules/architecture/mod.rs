//! Which code may know which: imports run one way, in both languages.

mod features;
mod layers;
mod packages;
mod ui;
