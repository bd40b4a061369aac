//! The office's own records and their reads.

use serde_json::{Value, json};

use super::model::{NewOffice, StaffId};
use crate::kernel::{Id, OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, Reads, RecordKind, WriteTx};
use crate::table::{Role, change};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "office",
        topic: "office",
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
        topic: "office",
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
        topic: "office",
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

/// Founds an office on its first laptop, whose prefix is plain "A".
pub(crate) async fn found_office(tx: &mut WriteTx, new: NewOffice) -> Result<()> {
    let id: Id = tx.new_id();
    let fields = json!({
        "name": new.name, "profile": new.profile.pack(), "time_zone": new.time_zone,
        "paper": new.profile.paper(), "lock_after_minutes": 5, "sample": new.sample,
    });
    tx.record(change("office", id, id, fields)).await?;
    let replica = tx.replica();
    let fields = json!({ "prefix": "A", "previous": null });
    tx.record(change("replica", replica, id, fields)).await
}

/// Letters and digits that are not taken for one another when said aloud.
const SAYABLE: &[u8] = b"ACDEFHJKMNPRTWXY34679";

/// Registers a laptop that came from a copy. Its prefix has four marks drawn from its own random
/// id, so that it differs from "A" and, but for one chance in 194,000, from any other copy's.
pub(crate) async fn new_replica(tx: &mut WriteTx, previous: Id) -> Result<()> {
    let office = office(tx).await?;
    let replica = tx.replica();
    let mut rest = replica.uuid().as_u128();
    let mut prefix = String::new();
    for _ in 0..4 {
        let place = usize::try_from(rest % SAYABLE.len() as u128).unwrap_or_default();
        rest /= SAYABLE.len() as u128;
        prefix.extend(SAYABLE.get(place).map(|b| char::from(*b)));
    }
    let fields = json!({ "prefix": prefix, "previous": previous });
    tx.record(change("replica", replica, Id::<()>::parse(&office.id)?, fields)).await
}

/// Adds somebody who works here.
pub(crate) async fn join_staff(
    tx: &mut WriteTx,
    id: StaffId,
    name: &str,
    roles: &[Role],
    slot: &str,
) -> Result<()> {
    let office = office(tx).await?;
    let fields = json!({ "name": name, "roles": roles, "slot": slot });
    tx.record(change("staff", id, Id::<()>::parse(&office.id)?, fields)).await
}

/// Changes the office's own settings.
pub(crate) async fn change_office(tx: &mut WriteTx, fields: Value) -> Result<()> {
    let office: Id = Id::parse(&office(tx).await?.id)?;
    tx.record(change("office", office, office, fields)).await
}
