//! What every test starts from: a real office in a temporary folder, a stopped clock, seeded ids.

pub mod answers;
pub mod office;
pub mod setup;
