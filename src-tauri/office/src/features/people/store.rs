//! People in the store: kinds and reads.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::model::{PersonId, compute};
use crate::kernel::{OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "person",
        topics: &["people", "cases", "clocks", "contacts"],
        table: "people",
        label: "Person",
        fields: &[
            field("kind", "Kind", Merge::Scalar),
            field("prefix", "Title before the name", Merge::Scalar),
            field("given", "First name", Merge::Scalar),
            field("middle", "Middle names", Merge::Scalar),
            field("family", "Last name", Merge::Scalar),
            field("suffix", "After the name", Merge::Scalar),
            field("whole", "Name", Merge::Scalar),
            field("preferred_name", "Preferred name", Merge::Scalar),
            field("pronouns", "Pronouns", Merge::Scalar),
            field("birth_date", "Birth date", Merge::Surfaced),
            field("death_date", "Date of death", Merge::Surfaced),
            field("spoken_language", "Speaks", Merge::Scalar),
            field("written_language", "Reads", Merge::Scalar),
            field("interpreter", "Needs an interpreter", Merge::Scalar),
            field("needs", "Communication needs", Merge::Scalar),
            field("identifiers", "Record numbers", Merge::Set),
            field("phones", "Phones", Merge::Set),
            field("emails", "E-mail", Merge::Set),
            field("address", "Address", Merge::Scalar),
            field("unit", "Unit", Merge::Scalar),
            field("title", "Job title", Merge::Scalar),
            field("member_of", "Belongs to", Merge::Scalar),
            field("notes", "Notes", Merge::Narrative),
            field("sources", "Imported as", Merge::Set),
        ],
        computed: &["name", "sort_name", "name_fold", "search_words", "identifier_keys"],
        compute,
    },
    RecordKind {
        name: "stay",
        topics: &["people", "advisor", "cases", "clocks", "contacts"],
        table: "stays",
        label: "Stay",
        fields: &[
            field("person", "Person", Merge::Log),
            field("unit", "Unit", Merge::Scalar),
            field("place", "Place", Merge::Scalar),
            field("from_day", "From", Merge::Scalar),
            field("to_day", "To", Merge::Scalar),
            field("kind", "Kind", Merge::Scalar),
            field("sources", "Imported as", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "coverage",
        topics: &["people", "cases", "clocks", "contacts"],
        table: "coverages",
        label: "Coverage",
        fields: &[
            field("person", "Person", Merge::Log),
            field("payer", "Payer", Merge::Surfaced),
            field("payer_name", "Payer name", Merge::Surfaced),
            field("member_number", "Member number", Merge::Surfaced),
            field("plan", "Plan", Merge::Scalar),
            field("from_day", "From", Merge::Scalar),
            field("to_day", "To", Merge::Scalar),
            field("sources", "Imported as", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A person, every column.
    pub(crate) struct PersonRecord {
        id: String, made_at: String, kind: String, name: String,
        prefix: Option<String>, given: Option<String>, middle: Option<String>,
        family: Option<String>, suffix: Option<String>, whole: Option<String>,
        preferred_name: Option<String>, pronouns: Option<String>,
        birth_date: Option<String>, death_date: Option<String>,
        spoken_language: Option<String>, written_language: Option<String>,
        interpreter: bool, needs: Option<String>, identifiers: String, phones: String,
        emails: String, address: Option<String>, unit: Option<String>, title: Option<String>,
        member_of: Option<String>, notes: Option<String>, sources: String,
    }
}

row! {
    /// A person in a list.
    pub(super) struct PersonLine {
        n: i64, id: String, kind: String, name: String, sort_name: String,
        birth_date: Option<String>, unit: Option<String>, title: Option<String>,
        identifiers: String, open_cases: i64,
    }
}

row! {
    /// A stay.
    pub(crate) struct StayRow {
        id: String, unit: Option<String>, place: Option<String>, from_day: Option<String>,
        to_day: Option<String>, kind: Option<String>,
    }
}

row! {
    /// A coverage.
    pub(crate) struct CoverageRow {
        id: String, payer: Option<String>, payer_name: String, member_number: Option<String>,
        plan: Option<String>, from_day: Option<String>, to_day: Option<String>,
    }
}

/// The person of that id.
pub(crate) async fn find(connection: &mut SqliteConnection, id: PersonId) -> Result<PersonRecord> {
    sqlx::query_as(
        r"select id, made_at, kind, name, prefix, given, middle, family, suffix, whole,
                 preferred_name, pronouns, birth_date, death_date, spoken_language,
                 written_language, interpreter, needs, identifiers, phones, emails, address,
                 unit, title, member_of, notes, sources
          from people where id = ?1 and voided = 0",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("person")
}

/// What each of these people is called.
pub(crate) async fn names(
    connection: &mut SqliteConnection,
    ids: &[String],
) -> Result<HashMap<String, String>> {
    let list = serde_json::Value::from(ids.to_vec()).to_string();
    let rows: Vec<(String, String)> =
        sqlx::query_as("select p.id, p.name from json_each(?1) j join people p on p.id = j.value")
            .bind(list)
            .fetch_all(connection)
            .await
            .map_err(failed)?;
    Ok(rows.into_iter().collect())
}

/// Where a page of the list begins: after this name and row.
pub(super) struct After {
    pub(super) sort_name: String,
    pub(super) n: i64,
}

/// A page of everyone, by last name.
pub(super) async fn page(
    connection: &mut SqliteConnection,
    kind: Option<&str>,
    after: &After,
    limit: i64,
) -> Result<Vec<PersonLine>> {
    sqlx::query_as(
        r"select p.n, p.id, p.kind, p.name, p.sort_name, p.birth_date, p.unit, p.title,
                 p.identifiers, (select count(*) from cases c where c.patient = p.id
                   and c.voided = 0 and c.closed_on is null) as open_cases
          from people p
          where p.voided = 0 and (?1 is null or p.kind = ?1)
            and (p.sort_name, p.n) > (?2, ?3)
          order by p.sort_name, p.n limit ?4",
    )
    .bind(kind)
    .bind(&after.sort_name)
    .bind(after.n)
    .bind(limit)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// People whose words begin with every word searched for, the last added first.
pub(super) async fn search(
    connection: &mut SqliteConnection,
    words: &str,
    kind: Option<&str>,
    before: i64,
    limit: i64,
) -> Result<Vec<PersonLine>> {
    sqlx::query_as(
        r"select p.n, p.id, p.kind, p.name, p.sort_name, p.birth_date, p.unit, p.title,
                 p.identifiers, (select count(*) from cases c where c.patient = p.id
                   and c.voided = 0 and c.closed_on is null) as open_cases
          from people_search s join people p on p.n = s.rowid
          where s.words match ?1 and s.rowid < ?3 and p.voided = 0
            and (?2 is null or p.kind = ?2)
          order by s.rowid desc limit ?4",
    )
    .bind(words)
    .bind(kind)
    .bind(before)
    .bind(limit)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// How many people there are, counted up to 1,001.
pub(super) async fn count(connection: &mut SqliteConnection, kind: Option<&str>) -> Result<i64> {
    sqlx::query_scalar(
        r"select count(*) from (select 1 from people
          where voided = 0 and (?1 is null or kind = ?1) limit 1001)",
    )
    .bind(kind)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// How many people a search finds, counted up to 1,001.
pub(super) async fn count_found(
    connection: &mut SqliteConnection,
    words: &str,
    kind: Option<&str>,
) -> Result<i64> {
    sqlx::query_scalar(
        r"select count(*) from (select 1 from people_search s join people p on p.n = s.rowid
          where s.words match ?1 and p.voided = 0 and (?2 is null or p.kind = ?2) limit 1001)",
    )
    .bind(words)
    .bind(kind)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// People who carry one of these identifier keys, at most 20.
pub(super) async fn with_identifier(
    connection: &mut SqliteConnection,
    keys: &[String],
) -> Result<Vec<(String, String)>> {
    sqlx::query_as(
        r"select i.value, i.person from json_each(?1) j
          join person_identifier i on i.value = j.value
          join people p on p.id = i.person
          where p.voided = 0 limit 20",
    )
    .bind(serde_json::Value::from(keys.to_vec()).to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// People of exactly this folded full name: id and birth date, at most 20.
pub(super) async fn with_name(
    connection: &mut SqliteConnection,
    name_fold: &str,
) -> Result<Vec<(String, Option<String>)>> {
    sqlx::query_as(
        "select id, birth_date from people where name_fold = ?1 and voided = 0 order by n limit 20",
    )
    .bind(name_fold)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// People born that day whose words hold this beginning of a last name, at most 20.
pub(super) async fn lines(
    connection: &mut SqliteConnection,
    ids: &[String],
) -> Result<Vec<PersonLine>> {
    sqlx::query_as(
        r"select p.n, p.id, p.kind, p.name, p.sort_name, p.birth_date, p.unit, p.title,
                 p.identifiers, (select count(*) from cases c where c.patient = p.id
                   and c.voided = 0 and c.closed_on is null) as open_cases
          from json_each(?1) j join people p on p.id = j.value where p.voided = 0",
    )
    .bind(serde_json::Value::from(ids.to_vec()).to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Somebody's stays, the latest first.
pub(crate) async fn stays(connection: &mut SqliteConnection, id: PersonId) -> Result<Vec<StayRow>> {
    sqlx::query_as(
        r"select id, unit, place, from_day, to_day, kind from stays
          where person = ?1 and voided = 0 order by from_day desc, n desc limit 200",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Somebody's coverage.
pub(crate) async fn coverage(
    connection: &mut SqliteConnection,
    id: PersonId,
) -> Result<Vec<CoverageRow>> {
    sqlx::query_as(
        r"select id, payer, payer_name, member_number, plan, from_day, to_day from coverages
          where person = ?1 and voided = 0 order by from_day desc, n limit 200",
    )
    .bind(id.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Stays and coverages known by one of these keys: key, whose, and which, at most 40.
pub(super) async fn with_attachment(
    connection: &mut SqliteConnection,
    keys: &[String],
) -> Result<Vec<(String, String)>> {
    sqlx::query_as(
        r"select a.value, a.person from json_each(?1) j
          join person_attachment a on a.value = j.value limit 40",
    )
    .bind(serde_json::Value::from(keys.to_vec()).to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}
