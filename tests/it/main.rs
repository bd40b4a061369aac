//! Features through the command table, on a real encrypted store.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails where something is not as it should be"
)]

mod access;
mod advice;
mod cases;
mod clocks;
mod contacts;
mod contract;
mod drafts;
mod education;
mod exports;
mod flips;
mod importing;
mod journal;
mod people;
mod program;
mod rebuild;
mod sample;
mod security;

/// Compares `text` with what is kept in `tests/snapshots`.
fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
