//! What every test starts from: a real office in a temporary folder, a stopped clock, seeded ids.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot be set up has failed, and says where"
)]

pub mod answers;
pub mod browser;
#[cfg(target_os = "linux")]
pub mod bus;
pub mod citations;
#[cfg(target_os = "linux")]
pub mod dropping;
pub mod files;
pub mod office;
pub mod plaintext;
pub mod setup;
pub mod store;
