//! The encrypted store: connections, transactions, the journal. Nothing of the business.
//!
//! There is one way to write: [`WriteTx::record`]. It appends to the journal and projects the
//! change into the tables in the same SQLite transaction.

pub mod check;
pub mod drafts;
pub mod history;
pub mod journal;
mod keying;
pub mod migrate;
pub mod open;
pub mod page;
mod project;
pub mod records;
pub mod row;
pub mod tx;

pub use journal::{Author, EntryId};
pub use open::{Identity, Store, StoreKey};
pub use records::{Change, Field, Fields, Kinds, Merge, RecordKind};
pub use tx::{ReadTx, Reads, WriteTx};
