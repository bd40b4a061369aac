//! Record kinds: what the journal may speak of, and how each is laid out in its table.

use serde_json::{Map, Value};

use crate::kernel::Id;

/// The fields of a record or of one change to it.
pub type Fields = Map<String, Value>;

/// How two edits that did not see each other are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// Never edited: the record only grows by further records.
    Log,
    /// The later edit wins; both stay in the history.
    Scalar,
    /// A person decides: both are shown until somebody writes a value that saw them.
    Surfaced,
    /// The earlier date is in force until somebody decides.
    Earliest,
    /// Open beats done.
    OpenWins,
    /// Both texts are kept side by side.
    Narrative,
    /// Elements are added by either side.
    Set,
}

/// One field of a kind: a column of its table.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name in the journal and in the table.
    pub name: &'static str,
    /// What it is called on screen, in the history.
    pub label: &'static str,
    /// How concurrent edits are merged.
    pub merge: Merge,
}

/// Shorthand for a field.
pub const fn field(name: &'static str, label: &'static str, merge: Merge) -> Field {
    Field { name, label, merge }
}

/// A kind of record.
#[derive(Debug, Clone, Copy)]
pub struct RecordKind {
    /// The name in the journal.
    pub name: &'static str,
    /// The features whose screens show it, its own first: the window drops their cached queries.
    pub topics: &'static [&'static str],
    /// The table it is projected into.
    pub table: &'static str,
    /// What one is called on screen.
    pub label: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// Columns worked out from the fields.
    pub computed: &'static [&'static str],
    /// Works them out.
    pub compute: fn(&Fields) -> Fields,
}

/// For kinds without computed columns.
pub fn nothing_computed(_: &Fields) -> Fields {
    Fields::new()
}

/// A change on its way into the journal.
#[derive(Debug, Clone)]
pub struct Change {
    /// The kind's name.
    pub kind: &'static str,
    /// The record.
    pub record: Id,
    /// The case or other scope it belongs to.
    pub scope: Id,
    /// What it sets.
    pub fields: Fields,
}

/// The statements that project one kind, made once.
pub(super) struct Layout {
    pub(super) kind: RecordKind,
    pub(super) upsert: &'static str,
    pub(super) columns: Vec<&'static str>,
}

/// Every kind the office knows, in the order they were registered.
pub struct Kinds {
    layouts: Vec<Layout>,
}

impl Kinds {
    /// Makes the registry. Call once: the statements live as long as the program.
    pub fn new(kinds: impl IntoIterator<Item = RecordKind>) -> Self {
        Self { layouts: kinds.into_iter().map(lay_out).collect() }
    }

    /// Every kind.
    pub fn all(&self) -> impl Iterator<Item = &RecordKind> {
        self.layouts.iter().map(|l| &l.kind)
    }

    /// The kind of that name.
    pub fn find(&self, name: &str) -> Option<&RecordKind> {
        self.layout(name).map(|l| &l.kind)
    }

    pub(super) fn layout(&self, name: &str) -> Option<&Layout> {
        self.layouts.iter().find(|l| l.kind.name == name)
    }
}

fn lay_out(kind: RecordKind) -> Layout {
    let columns: Vec<&'static str> =
        kind.fields.iter().map(|f| f.name).chain(kind.computed.iter().copied()).collect();
    let names = columns.join(", ");
    let marks: Vec<String> = (7..7 + columns.len()).map(|n| format!("?{n}")).collect();
    let sets: Vec<String> = columns.iter().map(|c| format!("{c} = excluded.{c}")).collect();
    let upsert = format!(
        "insert into {} (n, id, scope, voided, made_at, made_by, {names}) \
         values (?1, ?2, ?3, ?4, ?5, ?6, {}) \
         on conflict (id) do update set voided = excluded.voided, {}",
        kind.table,
        marks.join(", "),
        sets.join(", "),
    );
    Layout { kind, upsert: upsert.leak(), columns }
}
