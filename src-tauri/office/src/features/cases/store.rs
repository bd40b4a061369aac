//! Cases in the store: kinds and reads.

use sqlx::SqliteConnection;

use super::model::{CaseId, compute};
use crate::kernel::{Error, OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "case",
        topics: &["cases", "advisor", "clocks", "people", "watchers"],
        table: "cases",
        label: "Case",
        fields: &[
            field("number", "Number", Merge::Log),
            field("kind", "Kind", Merge::Surfaced),
            field("patient", "Patient", Merge::Surfaced),
            field("raised_by", "Raised by", Merge::Surfaced),
            field("relation", "Relation", Merge::Scalar),
            field("said_how", "First said", Merge::Scalar),
            field("said_on", "First said on", Merge::Earliest),
            field("said_where", "First said where", Merge::Scalar),
            field("received_on", "Received", Merge::Earliest),
            field("about", "About", Merge::Scalar),
            field("happened", "What happened", Merge::Narrative),
            field("wants", "What they want", Merge::Narrative),
            field("urgency", "Urgency", Merge::Scalar),
            field("unit", "Unit", Merge::Scalar),
            field("owner", "Owner", Merge::Surfaced),
            field("stage", "Stage", Merge::Scalar),
            field("closed_on", "Closed", Merge::OpenWins),
            field("outcome", "Outcome", Merge::Surfaced),
            field("closing_note", "Closing note", Merge::Narrative),
            field("reopened", "Times reopened", Merge::Scalar),
        ],
        computed: &["search_words"],
        compute,
    },
    RecordKind {
        name: "issue",
        topics: &["cases", "clocks", "people", "watchers"],
        table: "case_issues",
        label: "Issue",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("about", "About", Merge::Scalar),
            field("state", "State", Merge::OpenWins),
            field("outcome", "Outcome", Merge::Surfaced),
            field("finding", "Finding", Merge::Narrative),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "party",
        topics: &["cases", "clocks", "people"],
        table: "case_parties",
        label: "Person in the case",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("person", "Person", Merge::Log),
            field("role", "Part", Merge::Scalar),
            field("relation", "Relation", Merge::Scalar),
            field("may_be_told", "May be told", Merge::Surfaced),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A case, every column.
    pub(crate) struct CaseRecord {
        id: String, made_at: String, number: String, kind: String, patient: Option<String>,
        raised_by: Option<String>, relation: String, said_how: String, said_on: Option<String>,
        said_where: Option<String>, received_on: String, about: String, happened: String,
        wants: String, urgency: String, unit: Option<String>, owner: String, stage: String,
        closed_on: Option<String>, outcome: Option<String>, closing_note: Option<String>,
        reopened: i64,
    }
}

row! {
    /// A case in a list.
    pub(super) struct CaseLine {
        n: i64, id: String, number: String, kind: String, about: String, stage: String,
        urgency: String, unit: Option<String>, owner: String, owner_name: Option<String>,
        patient_name: Option<String>, received_on: String, closed_on: Option<String>,
        due: Option<String>, due_what: Option<String>, due_label: Option<String>,
        last_on: Option<String>, late_on: Option<String>, late_what: Option<String>,
        late_label: Option<String>,
    }
}

row! {
    /// An issue of a case.
    pub(crate) struct IssueRow {
        id: String, about: String, state: String, outcome: Option<String>, finding: Option<String>,
    }
}

row! {
    /// Somebody's part in a case.
    pub(crate) struct PartyRow {
        id: String, person: String, name: String, role: String, relation: Option<String>,
        may_be_told: bool, needs: Option<String>, language: Option<String>, interpreter: bool,
        title: Option<String>,
    }
}

/// The ids of the open cases.
pub(crate) async fn open_ids(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    sqlx::query_scalar("select id from cases where closed_on is null and voided = 0 order by id")
        .fetch_all(connection)
        .await
        .map_err(failed)
}

/// The case of that id.
pub(crate) async fn find(connection: &mut SqliteConnection, id: CaseId) -> Result<CaseRecord> {
    sqlx::query_as(
        r"select id, made_at, number, kind, patient, raised_by, relation, said_how, said_on,
                 said_where, received_on, about, happened, wants, urgency, unit, owner, stage,
                 closed_on, outcome, closing_note, reopened
          from cases where id = ?1 and voided = 0",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("case")
}

/// The case of that id, if work on it may go on.
pub(crate) async fn must_be_open(
    connection: &mut SqliteConnection,
    id: CaseId,
) -> Result<CaseRecord> {
    let case = find(connection, id).await?;
    if case.closed_on.is_some() {
        return Err(Error::conflict("This case is closed. Reopen it to go on with it."));
    }
    Ok(case)
}

/// The issues of a case, in the order they were added.
pub(crate) async fn issues(connection: &mut SqliteConnection, id: CaseId) -> Result<Vec<IssueRow>> {
    sqlx::query_as(
        r"select id, about, state, outcome, finding from case_issues
          where case_id = ?1 and voided = 0 order by n",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The case an issue belongs to.
pub(super) async fn case_of_issue(connection: &mut SqliteConnection, id: &str) -> Result<String> {
    sqlx::query_scalar("select case_id from case_issues where id = ?1 and voided = 0")
        .bind(id)
        .fetch_optional(connection)
        .await
        .map_err(failed)?
        .or_not_found("issue")
}

/// The case a party belongs to.
pub(super) async fn case_of_party(connection: &mut SqliteConnection, id: &str) -> Result<String> {
    sqlx::query_scalar("select case_id from case_parties where id = ?1 and voided = 0")
        .bind(id)
        .fetch_optional(connection)
        .await
        .map_err(failed)?
        .or_not_found("person in this case")
}

/// Who has a part in a case.
pub(crate) async fn parties(
    connection: &mut SqliteConnection,
    id: CaseId,
) -> Result<Vec<PartyRow>> {
    sqlx::query_as(
        r"select c.id, c.person, p.name, c.role, c.relation, c.may_be_told, p.needs,
                 p.spoken_language as language, p.interpreter, p.title
          from case_parties c join people p on p.id = c.person
          where c.case_id = ?1 and c.voided = 0 order by c.n",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The highest running number handed out under a prefix and year.
pub(super) async fn last_number(
    connection: &mut SqliteConnection,
    stem: &str,
) -> Result<Option<String>> {
    sqlx::query_scalar(
        r"select number from cases where number >= ?1 and number < ?1 || '~'
          order by length(number) desc, number desc limit 1",
    )
    .bind(stem)
    .fetch_optional(connection)
    .await
    .map_err(failed)
}

/// What a list of cases is narrowed to; an absent part does not narrow.
#[derive(Debug, Default)]
pub(super) struct Narrow {
    pub(super) open: Option<bool>,
    pub(super) kind: Option<&'static str>,
    pub(super) stage: Option<&'static str>,
    pub(super) unit: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) urgency: Option<&'static str>,
    /// Nothing of the case is late before this day.
    pub(super) late_from: Option<String>,
    /// Something of it is late from this day or an earlier one on.
    pub(super) late_to: Option<String>,
    /// Something of it is to be done by this day or an earlier one.
    pub(super) due_to: Option<String>,
    pub(super) received_from: Option<String>,
    pub(super) received_to: Option<String>,
    pub(super) words: Option<String>,
    pub(super) people: Option<String>,
    pub(super) person: Option<String>,
    pub(super) after_key: Option<String>,
    pub(super) after_n: Option<i64>,
}

macro_rules! narrowed {
    ($query:expr, $narrow:expr) => {
        $query
            .bind($narrow.open)
            .bind($narrow.kind)
            .bind($narrow.stage)
            .bind(&$narrow.unit)
            .bind(&$narrow.owner)
            .bind($narrow.urgency)
            .bind(&$narrow.late_from)
            .bind(&$narrow.due_to)
            .bind(&$narrow.received_from)
            .bind(&$narrow.received_to)
            .bind(&$narrow.words)
            .bind(&$narrow.people)
            .bind(&$narrow.person)
            .bind(&$narrow.late_to)
    };
}

/// A page of cases, the last received first.
pub(super) async fn by_received(
    connection: &mut SqliteConnection,
    narrow: &Narrow,
    limit: i64,
) -> Result<Vec<CaseLine>> {
    let query = sqlx::query_as(
        r"select c.n, c.id, c.number, c.kind, c.about, c.stage, c.urgency, c.unit, c.owner,
                 s.name as owner_name, p.name as patient_name, c.received_on, c.closed_on,
                 x.due, x.what as due_what, x.label as due_label, x.last_on, x.late_on,
                 x.late_what, x.late_label
          from cases c
          left join staff s on s.id = c.owner
          left join people p on p.id = c.patient
          left join case_next x on x.case_id = c.id
          where c.voided = 0
            and (?1 is null or (c.closed_on is null) = ?1)
            and (?2 is null or c.kind = ?2) and (?3 is null or c.stage = ?3)
            and (?4 is null or c.unit = ?4) and (?5 is null or c.owner = ?5)
            and (?6 is null or c.urgency = ?6)
            and (?7 is null or x.late_on >= ?7) and (?8 is null or x.due <= ?8)
            and (?14 is null or x.late_on <= ?14)
            and (?9 is null or c.received_on >= ?9) and (?10 is null or c.received_on <= ?10)
            and (?11 is null
              or c.n in (select rowid from cases_search where words match ?11)
              or c.patient in (select q.id from people_search f join people q on q.n = f.rowid
                               where f.words match ?12))
            and (?13 is null or c.patient = ?13 or c.raised_by = ?13
              or exists (select 1 from case_parties y where y.person = ?13 and y.case_id = c.id
                         and y.voided = 0))
            and (?15 is null or (c.received_on, c.n) < (?15, ?16))
          order by c.received_on desc, c.n desc limit ?17",
    );
    narrowed!(query, narrow)
        .bind(&narrow.after_key)
        .bind(narrow.after_n)
        .bind(limit)
        .fetch_all(connection)
        .await
        .map_err(failed)
}

/// A page of cases that have something due, the nearest first.
pub(super) async fn by_due(
    connection: &mut SqliteConnection,
    narrow: &Narrow,
    limit: i64,
) -> Result<Vec<CaseLine>> {
    let query = sqlx::query_as(
        r"select c.n, c.id, c.number, c.kind, c.about, c.stage, c.urgency, c.unit, c.owner,
                 s.name as owner_name, p.name as patient_name, c.received_on, c.closed_on,
                 x.due, x.what as due_what, x.label as due_label, x.last_on, x.late_on,
                 x.late_what, x.late_label
          from case_next x
          cross join cases c on c.id = x.case_id
          left join staff s on s.id = c.owner
          left join people p on p.id = c.patient
          where c.voided = 0
            and (?1 is null or (c.closed_on is null) = ?1)
            and (?2 is null or c.kind = ?2) and (?3 is null or c.stage = ?3)
            and (?4 is null or c.unit = ?4) and (?5 is null or c.owner = ?5)
            and (?6 is null or c.urgency = ?6)
            and (?7 is null or x.late_on >= ?7) and (?8 is null or x.due <= ?8)
            and (?14 is null or x.late_on <= ?14)
            and (?9 is null or c.received_on >= ?9) and (?10 is null or c.received_on <= ?10)
            and (?11 is null
              or c.n in (select rowid from cases_search where words match ?11)
              or c.patient in (select q.id from people_search f join people q on q.n = f.rowid
                               where f.words match ?12))
            and (?13 is null or c.patient = ?13 or c.raised_by = ?13
              or exists (select 1 from case_parties y where y.person = ?13 and y.case_id = c.id
                         and y.voided = 0))
            and (?15 is null or (x.due, x.case_id) > (?15, ?16))
          order by x.due, x.case_id limit ?17",
    );
    // The key of this order is the case's id, which `after_key` carries behind the date.
    let (due, id) = match narrow.after_key.as_deref().and_then(|k| k.split_once('|')) {
        Some((due, id)) => (Some(due.to_owned()), Some(id.to_owned())),
        None => (None, None),
    };
    narrowed!(query, narrow)
        .bind(due)
        .bind(id)
        .bind(limit)
        .fetch_all(connection)
        .await
        .map_err(failed)
}

/// How many cases a list holds, counted up to 1,001.
pub(super) async fn count(connection: &mut SqliteConnection, narrow: &Narrow) -> Result<i64> {
    let query = sqlx::query_scalar(
        r"select count(*) from (
            select 1 from cases c left join case_next x on x.case_id = c.id
            where c.voided = 0
              and (?1 is null or (c.closed_on is null) = ?1)
              and (?2 is null or c.kind = ?2) and (?3 is null or c.stage = ?3)
              and (?4 is null or c.unit = ?4) and (?5 is null or c.owner = ?5)
              and (?6 is null or c.urgency = ?6)
              and (?7 is null or x.late_on >= ?7) and (?8 is null or x.due <= ?8)
            and (?14 is null or x.late_on <= ?14)
              and (?9 is null or c.received_on >= ?9) and (?10 is null or c.received_on <= ?10)
              and (?11 is null
                or c.n in (select rowid from cases_search where words match ?11)
                or c.patient in (select q.id from people_search f join people q on q.n = f.rowid
                                 where f.words match ?12))
              and (?13 is null or c.patient = ?13 or c.raised_by = ?13
                or exists (select 1 from case_parties y where y.person = ?13
                           and y.case_id = c.id and y.voided = 0))
            limit 1001)",
    );
    narrowed!(query, narrow).fetch_one(connection).await.map_err(failed)
}

row! {
    /// Counts for the rail.
    pub(super) struct Counts { open: i64, everything: i64 }
}

/// How many cases are open, and how many there are, each counted up to 1,001.
pub(super) async fn counts(connection: &mut SqliteConnection) -> Result<Counts> {
    sqlx::query_as(
        r"select (select count(*) from (select 1 from cases
                  where voided = 0 and closed_on is null limit 1001)) as open,
                 (select count(*) from (select 1 from cases
                  where voided = 0 limit 1001)) as everything",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// How many clocks and promises of open cases are due on or before `day`, counted up to 1,001.
pub(super) async fn count_due(connection: &mut SqliteConnection, day: &str) -> Result<i64> {
    sqlx::query_scalar(
        r"select count(*) from (select 1 from case_open_due x
          cross join cases c on c.id = x.case_id
          where x.due <= ?1 and c.voided = 0 and c.closed_on is null limit 1001)",
    )
    .bind(day)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// Units that cases name, by name, at most 200.
pub(super) async fn units(connection: &mut SqliteConnection) -> Result<Vec<String>> {
    sqlx::query_scalar(
        r"select distinct unit from cases where voided = 0 and unit is not null
          order by unit limit 200",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}
