//! The office's own records and their reads.

use super::model::Profile;
use crate::kernel::{Id, OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, Reads, RecordKind};
use crate::table::{Access, Role};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "office",
        topics: &["office"],
        table: "office",
        label: "Office",
        fields: &[
            field("name", "Name", Merge::Scalar),
            field("profile", "Rules", Merge::Surfaced),
            field("time_zone", "Time zone", Merge::Surfaced),
            field("paper", "Paper", Merge::Scalar),
            field("lock_after_minutes", "Locks after", Merge::Scalar),
            field("sample", "Sample office", Merge::Scalar),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "replica",
        topics: &["office"],
        table: "replicas",
        label: "Laptop",
        fields: &[
            field("prefix", "Case number prefix", Merge::Log),
            field("previous", "Came from", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "staff",
        topics: &["office"],
        table: "staff",
        label: "Colleague",
        fields: &[
            field("name", "Name", Merge::Scalar),
            field("roles", "Roles", Merge::Set),
            field("slot", "Key slot", Merge::Surfaced),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// The office.
    pub struct OfficeRow {
        id: String, name: String, profile: String, time_zone: String, paper: String,
        lock_after_minutes: i64, sample: bool,
    }
}

row! {
    /// Somebody who works in the office.
    pub struct StaffRow { id: String, name: String, roles: String }
}

impl OfficeRow {
    /// What sort of office it is, where this program knows the sort.
    pub fn sort(&self) -> Option<Profile> {
        Profile::parse(&self.profile)
    }

    /// Whether its people read the month before the day.
    pub fn is_american(&self) -> bool {
        self.sort().is_none_or(Profile::is_american)
    }
}

impl StaffRow {
    /// What they are there to do.
    pub fn roles(&self) -> Vec<Role> {
        serde_json::from_str(&self.roles).unwrap_or_default()
    }
}

/// The office record.
pub(crate) async fn office(tx: &mut impl Reads) -> Result<OfficeRow> {
    sqlx::query_as(
        r"select id, name, profile, time_zone, paper, lock_after_minutes, sample
          from office where voided = 0 order by n limit 1",
    )
    .fetch_optional(tx.connection())
    .await
    .map_err(failed)?
    .or_not_found("office")
}

/// Everyone who works here, by name.
pub(crate) async fn people(tx: &mut impl Reads) -> Result<Vec<StaffRow>> {
    sqlx::query_as("select id, name, roles from staff where voided = 0 order by name, n")
        .fetch_all(tx.connection())
        .await
        .map_err(failed)
}

/// The person whose key slot this is.
pub(crate) async fn person_of_slot(tx: &mut impl Reads, slot: &str) -> Result<StaffRow> {
    sqlx::query_as("select id, name, roles from staff where slot = ?1 and voided = 0")
        .bind(slot)
        .fetch_optional(tx.connection())
        .await
        .map_err(failed)?
        .or_not_found("person")
}

/// Whether the person who writes may do what asks for `access`.
pub(crate) async fn may(tx: &mut impl Reads, access: Access) -> Result<bool> {
    let id = tx.author().id.to_string();
    let row: Option<StaffRow> =
        sqlx::query_as("select id, name, roles from staff where id = ?1 and voided = 0")
            .bind(id)
            .fetch_optional(tx.connection())
            .await
            .map_err(failed)?;
    Ok(row.is_some_and(|row| row.roles().into_iter().any(|role| access.allows(role))))
}

/// What the staff member of that id is called.
pub(crate) async fn name_of(tx: &mut impl Reads, id: &str) -> Result<String> {
    let name: Option<String> = sqlx::query_scalar("select name from staff where id = ?1")
        .bind(id)
        .fetch_optional(tx.connection())
        .await
        .map_err(failed)?;
    Ok(name.unwrap_or_else(|| "somebody who left".into()))
}

/// The letters that start the numbers of the cases opened on this laptop.
pub(crate) async fn prefix_of(tx: &mut impl Reads, replica: Id) -> Result<String> {
    sqlx::query_scalar("select prefix from replicas where id = ?1")
        .bind(replica.to_string())
        .fetch_optional(tx.connection())
        .await
        .map_err(failed)?
        .or_not_found("laptop")
}
