//! What every test starts from: a real office in a temporary folder, a stopped clock, seeded ids.

pub mod answers;
pub mod browser;
pub mod files;
pub mod office;
pub mod plaintext;
pub mod setup;
pub mod store;
