//! Clocks and promises in the store: kinds and reads.

use sqlx::SqliteConnection;

use crate::features::cases::CaseId;
use crate::kernel::{OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "clock",
        topics: &["clocks", "cases", "contacts"],
        table: "clocks",
        label: "Clock",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("pack", "Rules", Merge::Log),
            field("rule", "Rule", Merge::Log),
            field("rule_version", "Version of the rules", Merge::Log),
            field("name", "Name", Merge::Log),
            field("started_at", "Starts", Merge::Earliest),
            field("due", "Due", Merge::Earliest),
            field("due_by", "Due by", Merge::Earliest),
            field("met_on", "Met", Merge::OpenWins),
            field("met_contact", "Met by", Merge::OpenWins),
            field("stopped_on", "Stopped", Merge::OpenWins),
            field("stop_reason", "Why it stopped", Merge::Scalar),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "promise",
        topics: &["clocks", "cases", "contacts"],
        table: "promises",
        label: "Promise",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("what", "Promise", Merge::Scalar),
            field("due", "Due", Merge::Earliest),
            field("to_person", "To", Merge::Log),
            field("to_name", "To", Merge::Log),
            field("promised_on", "Given", Merge::Log),
            field("contact", "Given in", Merge::Log),
            field("kept_on", "Kept", Merge::OpenWins),
            field("kept_contact", "Kept by", Merge::OpenWins),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A clock.
    pub(crate) struct ClockRow {
        id: String, case_id: String, rule: String, name: String, started_at: String, due: String,
        due_by: Option<String>, met_on: Option<String>, met_contact: Option<String>,
        stopped_on: Option<String>, evidence_at: Option<String>, evidence_channel: Option<String>, evidence_with: Option<String>,
    }
}

row! {
    /// A promise.
    pub(crate) struct PromiseRow {
        id: String, case_id: String, what: String, due: String, to_person: Option<String>,
        to_name: String, maker: Option<String>, promised_on: String, kept_on: Option<String>,
        kept_contact: Option<String>,
    }
}

row! {
    /// Something due, with the case it belongs to.
    pub(super) struct DueRow {
        case_id: String, number: String, patient_name: Option<String>, due: String,
        label: String, rule: Option<String>, started_at: Option<String>, id: String,
        to_name: Option<String>, promised_on: Option<String>, maker: Option<String>,
        about: String,
    }
}

/// The running and ended clocks of a case, by due date. Stopped ones are left to the history.
pub(crate) async fn of_case(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<ClockRow>> {
    sqlx::query_as(
        r"select c.id, c.case_id, c.rule, c.name, c.started_at, c.due, c.due_by, c.met_on,
                 c.met_contact, c.stopped_on, coalesce(v.at, t.at) as evidence_at,
                 coalesce(v.channel, t.channel) as evidence_channel,
                 coalesce(v.with_name, t.with_name) as evidence_with
          from clocks c left join contacts t on t.id = c.met_contact
          left join contact_versions v on v.n = (select max(w.n) from contact_versions w
                                                 where w.contact = c.met_contact and w.voided = 0)
          where c.case_id = ?1 and c.voided = 0 and c.stopped_on is null order by c.due, c.n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The clock of that id.
pub(crate) async fn find(connection: &mut SqliteConnection, id: &str) -> Result<ClockRow> {
    sqlx::query_as(
        r"select c.id, c.case_id, c.rule, c.name, c.started_at, c.due, c.due_by, c.met_on,
                 c.met_contact, c.stopped_on, coalesce(v.at, t.at) as evidence_at,
                 coalesce(v.channel, t.channel) as evidence_channel,
                 coalesce(v.with_name, t.with_name) as evidence_with
          from clocks c left join contacts t on t.id = c.met_contact
          left join contact_versions v on v.n = (select max(w.n) from contact_versions w
                                                 where w.contact = c.met_contact and w.voided = 0)
          where c.id = ?1 and c.voided = 0",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("clock")
}

/// The promises of a case, by due date.
pub(crate) async fn promises_of_case(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<PromiseRow>> {
    sqlx::query_as(
        r"select p.id, p.case_id, p.what, p.due, p.to_person, p.to_name, s.name as maker,
                 p.promised_on, p.kept_on, p.kept_contact
          from promises p left join staff s on s.id = p.made_by
          where p.case_id = ?1 and p.voided = 0 order by p.due, p.n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The promises of these ids.
pub(super) async fn promises(
    connection: &mut SqliteConnection,
    ids: &str,
) -> Result<Vec<PromiseRow>> {
    sqlx::query_as(
        r"select p.id, p.case_id, p.what, p.due, p.to_person, p.to_name, s.name as maker,
                 p.promised_on, p.kept_on, p.kept_contact
          from json_each(?1) j join promises p on p.id = j.value
          left join staff s on s.id = p.made_by where p.voided = 0",
    )
    .bind(ids)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Open clocks of open cases that are due on or before a day, by due date.
pub(super) async fn clocks_due(
    connection: &mut SqliteConnection,
    after: &str,
    to: &str,
    limit: i64,
) -> Result<Vec<DueRow>> {
    sqlx::query_as(
        r"select k.case_id, c.number, p.name as patient_name, k.due, k.name as label, k.rule,
                 k.started_at, k.id, null as to_name, null as promised_on, null as maker, c.about
          from clocks k cross join cases c on c.id = k.case_id
          left join people p on p.id = c.patient
          where k.voided = 0 and k.met_on is null and k.stopped_on is null
            and k.due > ?1 and k.due <= ?2 and c.closed_on is null and c.voided = 0
          order by k.due, k.case_id limit ?3",
    )
    .bind(after)
    .bind(to)
    .bind(limit)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Open promises of open cases that are due on or before a day, by due date.
pub(super) async fn promises_due(
    connection: &mut SqliteConnection,
    after: &str,
    to: &str,
    limit: i64,
) -> Result<Vec<DueRow>> {
    sqlx::query_as(
        r"select k.case_id, c.number, p.name as patient_name, k.due, k.what as label,
                 null as rule, null as started_at, k.id, k.to_name, k.promised_on,
                 s.name as maker, c.about
          from promises k cross join cases c on c.id = k.case_id
          left join people p on p.id = c.patient
          left join staff s on s.id = k.made_by
          where k.voided = 0 and k.kept_on is null
            and k.due > ?1 and k.due <= ?2 and c.closed_on is null and c.voided = 0
          order by k.due, k.case_id limit ?3",
    )
    .bind(after)
    .bind(to)
    .bind(limit)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

row! {
    /// How many things are due.
    pub(super) struct DueCounts { clocks: i64, promises: i64 }
}

/// How many open clocks and promises of open cases fall in a span, each counted up to 1,001.
pub(super) async fn count_due(
    connection: &mut SqliteConnection,
    after: &str,
    to: &str,
) -> Result<DueCounts> {
    sqlx::query_as(
        r"select
            (select count(*) from (select 1 from clocks k cross join cases c on c.id = k.case_id
              where k.voided = 0 and k.met_on is null and k.stopped_on is null
                and k.due > ?1 and k.due <= ?2 and c.closed_on is null and c.voided = 0
              limit 1001)) as clocks,
            (select count(*) from (select 1 from promises k cross join cases c on c.id = k.case_id
              where k.voided = 0 and k.kept_on is null
                and k.due > ?1 and k.due <= ?2 and c.closed_on is null and c.voided = 0
              limit 1001)) as promises",
    )
    .bind(after)
    .bind(to)
    .fetch_one(connection)
    .await
    .map_err(failed)
}
