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
        topics: &["clocks", "cases", "contacts", "watchers"],
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
            field("length", "Length", Merge::Scalar),
            field("later_on", "Other day", Merge::Scalar),
            field("presumed_from", "Notice dated", Merge::Scalar),
            field("event", "Runs from", Merge::Log),
            field("opens_on", "Not before", Merge::Earliest),
            field("sense", "Means", Merge::Log),
            field("binds", "Binds", Merge::Log),
            field("safe_on", "Last safe day", Merge::Earliest),
            field("paused_since", "Paused since", Merge::OpenWins),
            field("missed_on", "Date that passed", Merge::Earliest),
            field("stopped_by_hand", "Stopped by a person", Merge::OpenWins),
            field("counted_by", "Counted with", Merge::Scalar),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "promise",
        topics: &["clocks", "cases", "contacts", "watchers"],
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
    RecordKind {
        name: "case_event",
        topics: &["clocks", "cases", "watchers"],
        table: "case_events",
        label: "Date",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("event", "What", Merge::Log),
            field("at", "When", Merge::Surfaced),
            field("note", "Note", Merge::Scalar),
            field("shown_by", "What shows it", Merge::Surfaced),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "clock_extension",
        topics: &["clocks", "cases", "watchers"],
        table: "clock_extensions",
        label: "Extension",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("clock", "Clock", Merge::Log),
            field("contact", "Notice", Merge::Log),
            field("noticed_on", "Notice sent", Merge::Log),
            field("to_on", "New date", Merge::Log),
            field("reason", "Why", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "clock_pause",
        topics: &["clocks", "cases", "watchers"],
        table: "clock_pauses",
        label: "Pause",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("clock", "Clock", Merge::Log),
            field("from_on", "From", Merge::Log),
            field("to_on", "To", Merge::Earliest),
            field("why", "Why", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "clock_choice",
        topics: &["clocks", "office", "watchers", "advisor"],
        table: "clock_choices",
        label: "Rule of the office",
        fields: &[
            field("key", "What", Merge::Log),
            field("value", "Value", Merge::Surfaced),
            field("policy", "Written in", Merge::Surfaced),
            field("confirmed_by", "Confirmed by", Merge::Surfaced),
            field("confirmed_on", "Confirmed on", Merge::Surfaced),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "rule_pack",
        topics: &["clocks", "watchers"],
        table: "rule_packs",
        label: "Rules",
        fields: &[
            field("pack", "Rules", Merge::Log),
            field("version", "Version", Merge::Log),
            field("brought", "The office's own", Merge::Log),
            field("name", "File", Merge::Log),
            field("text", "Text", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A clock.
    pub(crate) struct ClockRow {
        id: String, case_id: String, pack: String, rule: String, rule_version: String,
        name: String, started_at: String, due: String, due_by: Option<String>,
        length: Option<String>, later_on: Option<String>, presumed_from: Option<String>,
        event: Option<String>, opens_on: Option<String>, safe_on: Option<String>,
        paused_since: Option<String>, missed_on: Option<String>, met_on: Option<String>,
        met_contact: Option<String>, stopped_on: Option<String>, counted_by: Option<String>,
        evidence_at: Option<String>, evidence_channel: Option<String>, evidence_with: Option<String>,
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
        label: String, id: String,
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
        r"select c.id, c.case_id, c.pack, c.rule, c.rule_version, c.name, c.started_at, c.due,
                 c.due_by, c.length, c.later_on, c.presumed_from, c.event, c.opens_on, c.safe_on,
                 c.paused_since, c.missed_on, c.met_on, c.met_contact, c.stopped_on, c.counted_by,
                 coalesce(v.at, t.at) as evidence_at,
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
        r"select c.id, c.case_id, c.pack, c.rule, c.rule_version, c.name, c.started_at, c.due,
                 c.due_by, c.length, c.later_on, c.presumed_from, c.event, c.opens_on, c.safe_on,
                 c.paused_since, c.missed_on, c.met_on, c.met_contact, c.stopped_on, c.counted_by,
                 coalesce(v.at, t.at) as evidence_at,
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

/// The clocks of these ids.
pub(super) async fn by_ids(connection: &mut SqliteConnection, ids: &str) -> Result<Vec<ClockRow>> {
    sqlx::query_as(
        r"select c.id, c.case_id, c.pack, c.rule, c.rule_version, c.name, c.started_at, c.due,
                 c.due_by, c.length, c.later_on, c.presumed_from, c.event, c.opens_on, c.safe_on,
                 c.paused_since, c.missed_on, c.met_on, c.met_contact, c.stopped_on, c.counted_by,
                 null as evidence_at, null as evidence_channel, null as evidence_with
          from json_each(?1) j join clocks c on c.id = j.value where c.voided = 0",
    )
    .bind(ids)
    .fetch_all(connection)
    .await
    .map_err(failed)
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
        r"select k.case_id, c.number, p.name as patient_name, k.shown_on as due, k.name as label,
                 k.id, null as to_name, null as promised_on, null as maker, c.about
          from clocks k cross join cases c on c.id = k.case_id
          left join people p on p.id = c.patient
          where k.voided = 0 and k.met_on is null and k.stopped_on is null
            and k.shown_on > ?1 and k.shown_on <= ?2 and c.closed_on is null and c.voided = 0
          order by k.shown_on, k.case_id limit ?3",
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
        r"select k.case_id, c.number, p.name as patient_name, k.due, k.what as label, k.id,
                 k.to_name, k.promised_on, s.name as maker, c.about
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
    pub(super) struct DueCounts { clocks: i64, open: i64, promises: i64 }
}

/// How many open clocks and promises of open cases fall in a span, each counted up to 1,001, and how
/// many of those clocks have a last day after it: windows whose last safe day was in it.
pub(super) async fn count_due(
    connection: &mut SqliteConnection,
    after: &str,
    to: &str,
) -> Result<DueCounts> {
    sqlx::query_as(
        r"select
            (select count(*) from (select 1 from clocks k cross join cases c on c.id = k.case_id
              where k.voided = 0 and k.met_on is null and k.stopped_on is null
                and k.shown_on > ?1 and k.shown_on <= ?2 and c.closed_on is null and c.voided = 0
              limit 1001)) as clocks,
            (select count(*) from (select 1 from clocks k cross join cases c on c.id = k.case_id
              where k.voided = 0 and k.met_on is null and k.stopped_on is null
                and k.shown_on > ?1 and k.shown_on <= ?2 and k.due > ?2
                and c.closed_on is null and c.voided = 0
              limit 1001)) as open,
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

row! {
    /// An event of a case.
    pub(crate) struct EventRow {
        id: String, case_id: String, event: String, at: String, note: Option<String>,
        shown_by: Option<String>
    }
}

row! {
    /// An extension of a clock.
    pub(crate) struct ExtensionRow {
        clock: String, contact: String, noticed_on: String, to_on: Option<String>, reason: String
    }
}

row! {
    /// A pause of a clock.
    pub(crate) struct PauseRow {
        id: String, clock: String, from_on: String, to_on: Option<String>, why: String
    }
}

row! {
    /// Something the office settled about its rules.
    pub(crate) struct ChoiceRow {
        id: String, key: String, value: Option<String>, policy: Option<String>,
        confirmed_by: Option<String>, confirmed_on: Option<String>
    }
}

row! {
    /// A version of a pack that the store keeps.
    pub(crate) struct PackVersion {
        id: String, pack: String, version: String, brought: bool, name: String
    }
}

/// The events of a case, by their moment.
pub(crate) async fn events(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<EventRow>> {
    sqlx::query_as(
        "select id, case_id, event, at, note, shown_by from case_events
         where case_id = ?1 and voided = 0 order by at, n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The event of that id.
pub(crate) async fn event(connection: &mut SqliteConnection, id: &str) -> Result<EventRow> {
    sqlx::query_as(
        "select id, case_id, event, at, note, shown_by from case_events
         where id = ?1 and voided = 0",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("date")
}

/// The extensions of a case's clocks, oldest first.
pub(crate) async fn extensions(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<ExtensionRow>> {
    sqlx::query_as(
        "select clock, contact, noticed_on, to_on, reason from clock_extensions
         where case_id = ?1 and voided = 0 order by noticed_on, n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The pauses of a case's clocks, oldest first.
pub(crate) async fn pauses(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<PauseRow>> {
    sqlx::query_as(
        "select id, clock, from_on, to_on, why from clock_pauses
         where case_id = ?1 and voided = 0 order by from_on, n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

row! {
    /// A clock that a person stopped.
    pub(crate) struct StoppedRow {
        id: String, rule: String, name: String, event: Option<String>, presumed: bool,
        stopped_on: String, stop_reason: Option<String>
    }
}

/// The clocks of a case that a person stopped: they do not start by themselves.
pub(crate) async fn stopped_by_hand(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<StoppedRow>> {
    sqlx::query_as(
        "select id, rule, name, event, presumed_from is not null as presumed, stopped_on, stop_reason
         from clocks
         where case_id = ?1 and voided = 0 and stopped_on is not null and stopped_by_hand = 1
         order by stopped_on, n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// What the office settled; of two entries for one key, the older comes first.
pub(crate) async fn choices(connection: &mut SqliteConnection) -> Result<Vec<ChoiceRow>> {
    sqlx::query_as(
        "select id, key, value, policy, confirmed_by, confirmed_on from clock_choices
         where voided = 0 order by n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The versions of packs that the store keeps, oldest first, without their texts.
pub(crate) async fn pack_versions(connection: &mut SqliteConnection) -> Result<Vec<PackVersion>> {
    sqlx::query_as(
        "select id, pack, version, brought, name from rule_packs where voided = 0 order by n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The text of a version of a pack that the store keeps.
pub(crate) async fn pack_text(connection: &mut SqliteConnection, id: &str) -> Result<String> {
    sqlx::query_scalar("select text from rule_packs where id = ?1 and voided = 0")
        .bind(id)
        .fetch_optional(connection)
        .await
        .map_err(failed)?
        .or_not_found("rules")
}
