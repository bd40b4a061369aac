//! The contact log in the store: kinds and reads.

use sqlx::SqliteConnection;

use super::model::ContactId;
use crate::features::cases::CaseId;
use crate::kernel::{OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "contact",
        topics: &["contacts", "clocks", "watchers"],
        table: "contacts",
        label: "Contact",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("channel", "How", Merge::Log),
            field("direction", "Who began it", Merge::Log),
            field("at", "When", Merge::Log),
            field("minutes", "Minutes", Merge::Log),
            field("with_person", "With", Merge::Log),
            field("with_name", "With", Merge::Log),
            field("reached", "Reached", Merge::Log),
            field("summary", "What was said", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "contact_version",
        topics: &["contacts", "clocks", "watchers"],
        table: "contact_versions",
        label: "Amended contact",
        fields: &[
            field("contact", "Contact", Merge::Log),
            field("reason", "Why", Merge::Log),
            field("channel", "How", Merge::Log),
            field("direction", "Who began it", Merge::Log),
            field("at", "When", Merge::Log),
            field("minutes", "Minutes", Merge::Log),
            field("with_person", "With", Merge::Log),
            field("with_name", "With", Merge::Log),
            field("reached", "Reached", Merge::Log),
            field("summary", "What was said", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A contact as first written.
    pub(crate) struct ContactRow {
        n: i64, id: String, case_id: String, made_at: String, made_by: String, writer: Option<String>,
        channel: String, direction: String, at: String, minutes: Option<i64>,
        with_person: Option<String>, with_name: String, reached: String, summary: String,
    }
}

row! {
    /// A contact as amended.
    pub(crate) struct VersionRow {
        contact: String, made_at: String, writer: Option<String>, reason: String,
        channel: String, direction: String, at: String, minutes: Option<i64>,
        with_person: Option<String>, with_name: String, reached: String, summary: String,
    }
}

row! {
    /// A promise made in a contact.
    pub(super) struct PromiseOfContact { contact: String, id: String }
}

/// The contact of that id.
pub(crate) async fn find(connection: &mut SqliteConnection, id: ContactId) -> Result<ContactRow> {
    sqlx::query_as(
        r"select c.n, c.id, c.case_id, c.made_at, c.made_by, s.name as writer, c.channel,
                 c.direction, c.at, c.minutes, c.with_person, c.with_name, c.reached, c.summary
          from contacts c left join staff s on s.id = c.made_by
          where c.id = ?1 and c.voided = 0",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("contact")
}

/// A page of a case's log, the latest first, beginning below a time and row.
pub(super) async fn page(
    connection: &mut SqliteConnection,
    case: CaseId,
    below: (&str, i64),
    limit: i64,
) -> Result<Vec<ContactRow>> {
    sqlx::query_as(
        r"select c.n, c.id, c.case_id, c.made_at, c.made_by, s.name as writer, c.channel,
                 c.direction, c.at, c.minutes, c.with_person, c.with_name, c.reached, c.summary
          from contacts c left join staff s on s.id = c.made_by
          where c.case_id = ?1 and c.voided = 0 and (c.at, c.n) < (?2, ?3)
          order by c.at desc, c.n desc limit ?4",
    )
    .bind(case.to_string())
    .bind(below.0)
    .bind(below.1)
    .bind(limit)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// How many contacts a case has, counted up to 1,001.
pub(super) async fn count(connection: &mut SqliteConnection, case: CaseId) -> Result<i64> {
    sqlx::query_scalar(
        r"select count(*) from (select 1 from contacts
          where case_id = ?1 and voided = 0 limit 1001)",
    )
    .bind(case.to_string())
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The amendments of these contacts, oldest first.
pub(super) async fn versions(
    connection: &mut SqliteConnection,
    contacts: &str,
) -> Result<Vec<VersionRow>> {
    sqlx::query_as(
        r"select v.contact, v.made_at, s.name as writer, v.reason, v.channel, v.direction, v.at,
                 v.minutes, v.with_person, v.with_name, v.reached, v.summary
          from json_each(?1) j join contact_versions v on v.contact = j.value
          left join staff s on s.id = v.made_by
          where v.voided = 0 order by v.n",
    )
    .bind(contacts)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The clocks these contacts met: contact and the clock's name.
pub(super) async fn met(
    connection: &mut SqliteConnection,
    contacts: &str,
) -> Result<Vec<(String, String)>> {
    sqlx::query_as(
        r"select c.met_contact, c.name from json_each(?1) j
          join clocks c on c.met_contact = j.value where c.voided = 0 order by c.n",
    )
    .bind(contacts)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The promises made in these contacts.
pub(super) async fn promises(
    connection: &mut SqliteConnection,
    contacts: &str,
) -> Result<Vec<PromiseOfContact>> {
    sqlx::query_as(
        r"select p.contact, p.id from json_each(?1) j
          join promises p on p.contact = j.value where p.voided = 0 order by p.n",
    )
    .bind(contacts)
    .fetch_all(connection)
    .await
    .map_err(failed)
}
