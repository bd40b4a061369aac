//! Where the features meet: the office itself, the gate in front of the table, and the workflows
//! that span features.

mod gate;
mod host;
mod keeping;
mod office;
mod progress;
mod sample;
mod searching;
mod session;
mod tasks;
mod words;
mod workflows;

pub use gate::{Asked, Caller, Host, Reply, TOGETHER, Told};
pub use host::{Desktop, NoDesktop};
pub use office::{Event, Office, OfficeSetup, command_table};
pub use progress::ProgressView;
pub use sample::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
