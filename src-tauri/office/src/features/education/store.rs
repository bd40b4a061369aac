//! Education in the store: kinds and reads.

use chrono::NaiveDate;
use sqlx::SqliteConnection;

use super::model::{HandoutId, LeafletId};
use crate::features::cases::CaseId;
use crate::features::people::PersonId;
use crate::kernel::{OrNotFound, Result};
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[
    RecordKind {
        name: "leaflet",
        topics: &["education"],
        table: "leaflets",
        label: "Leaflet",
        fields: &[
            field("key", "Leaflet", Merge::Log),
            field("language", "Language", Merge::Surfaced),
            field("purpose", "What it is", Merge::Scalar),
            field("state", "State", Merge::OpenWins),
            field("title", "Title", Merge::Scalar),
            field("front", "About it", Merge::Surfaced),
            field("body", "Text", Merge::Narrative),
            field("version", "Version", Merge::Scalar),
            field("reviewer", "Reviewed by", Merge::Scalar),
            field("review_by", "Review by", Merge::Earliest),
            field("based_on_version", "Adapted from version", Merge::Scalar),
            field("retired_why", "Why it was retired", Merge::Scalar),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "leaflet_version",
        topics: &["education"],
        table: "leaflet_versions",
        label: "Version of a leaflet",
        fields: &[
            field("key", "Leaflet", Merge::Log),
            field("language", "Language", Merge::Log),
            field("version", "Version", Merge::Log),
            field("origin", "Whose words", Merge::Log),
            field("purpose", "What it is", Merge::Log),
            field("title", "Title", Merge::Log),
            field("front", "About it", Merge::Log),
            field("body", "Text", Merge::Log),
            field("changed", "What changed", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "leaflet_helper",
        topics: &["education"],
        table: "leaflet_helpers",
        label: "Who can help",
        fields: &[
            field("slot", "Who", Merge::Log),
            field("name", "Name", Merge::Scalar),
            field("phone", "Phone", Merge::Scalar),
            field("address", "Address", Merge::Scalar),
            field("web", "Site", Merge::Scalar),
            field("hours", "Hours", Merge::Scalar),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "leaflet_limit",
        topics: &["education"],
        table: "leaflet_limits",
        label: "Confirmed number",
        fields: &[
            field("rule", "Rule", Merge::Log),
            field("figure", "Number", Merge::Log),
            field("confirmed", "Confirmed", Merge::Surfaced),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "handout",
        topics: &["education", "watchers"],
        table: "handouts",
        label: "Leaflet given",
        fields: &[
            field("person", "To", Merge::Log),
            field("case_id", "Case", Merge::Log),
            field("text_id", "Text", Merge::Log),
            field("key", "Leaflet", Merge::Log),
            field("language", "Language", Merge::Log),
            field("version", "Version", Merge::Log),
            field("title", "Title", Merge::Log),
            field("way", "How", Merge::Log),
            field("given_at", "When", Merge::Log),
            field("unit", "Ward or department", Merge::Log),
            field("note", "Note", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "teach_back",
        topics: &["education"],
        table: "teach_backs",
        label: "Teach-back",
        fields: &[
            field("handout", "Leaflet given", Merge::Log),
            field("at", "When", Merge::Log),
            field("points", "Points", Merge::Log),
            field("interpreter", "Interpreter", Merge::Log),
            field("note", "Note", Merge::Log),
            field("again_on", "Go over it again", Merge::Log),
        ],
        computed: &[],
        compute: nothing_computed,
    },
    RecordKind {
        name: "case_rights",
        topics: &["education"],
        table: "case_rights",
        label: "Rights at stake",
        fields: &[
            field("case_id", "Case", Merge::Log),
            field("rights", "Rights at stake", Merge::Set),
        ],
        computed: &[],
        compute: nothing_computed,
    },
];

row! {
    /// A leaflet of the office's own, as it is being written.
    pub(crate) struct LeafletRecord {
        id: String, key: String, language: String, purpose: String, state: String, title: String,
        front: Option<String>, body: String, version: i64, reviewer: Option<String>,
        review_by: Option<String>, based_on_version: Option<i64>,
    }
}

row! {
    /// A leaflet as it was put out or handed over.
    pub(crate) struct TextRecord {
        id: String, key: String, language: String, version: i64, origin: String, purpose: String,
        title: String, front: String, body: String,
    }
}

row! {
    /// How somebody who can help is reached.
    pub(super) struct HelperRecord {
        id: String, slot: String, name: Option<String>, phone: Option<String>,
        address: Option<String>, web: Option<String>, hours: Option<String>,
    }
}

row! {
    /// A default somebody confirmed, or took back.
    pub(super) struct LimitRecord {
        rule: String, figure: String, confirmed: bool, made_at: String, made_by: String,
    }
}

row! {
    /// A leaflet that was given.
    pub(crate) struct HandoutRecord {
        id: String, made_by: String, person: String, case_id: Option<String>, text_id: String,
        key: String, language: String, version: i64, title: String, way: String, given_at: String,
        unit: Option<String>, note: Option<String>, front: Option<String>,
    }
}

row! {
    /// What somebody said back.
    pub(crate) struct TeachBackRecord {
        id: String, handout: String, made_by: String, at: String, points: String,
        interpreter: bool, note: Option<String>, again_on: Option<String>,
    }
}

/// Every leaflet of the office's own, the oldest first.
pub(super) async fn own(connection: &mut SqliteConnection) -> Result<Vec<LeafletRecord>> {
    sqlx::query_as(
        r"select id, key, language, purpose, state, title, front, body, version, reviewer,
                 review_by, based_on_version
          from leaflets where voided = 0 order by n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The leaflet of that id.
pub(super) async fn one(connection: &mut SqliteConnection, id: LeafletId) -> Result<LeafletRecord> {
    sqlx::query_as(
        r"select id, key, language, purpose, state, title, front, body, version, reviewer,
                 review_by, based_on_version
          from leaflets where id = ?1 and voided = 0",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("leaflet")
}

/// The texts that are out: the newest of each leaflet of the office's own.
pub(super) async fn published(connection: &mut SqliteConnection) -> Result<Vec<TextRecord>> {
    sqlx::query_as(
        r"select v.id, v.key, v.language, v.version, v.origin, v.purpose, v.title, v.front, v.body
          from leaflets l
          join leaflet_versions v on v.key = l.key and v.language = l.language
               and v.origin = 'office' and v.version = l.version and v.voided = 0
          where l.voided = 0 and l.version > 0 order by v.n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The text of that id, also when the giving of it was taken back.
pub(super) async fn text(connection: &mut SqliteConnection, id: &str) -> Result<TextRecord> {
    sqlx::query_as(
        r"select id, key, language, version, origin, purpose, title, front, body
          from leaflet_versions where id = ?1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("leaflet")
}

/// The kept text of a shipped leaflet, if somebody was given it before.
pub(super) async fn kept_text(
    connection: &mut SqliteConnection,
    key: &str,
    language: &str,
    version: i64,
) -> Result<Option<TextRecord>> {
    sqlx::query_as(
        r"select id, key, language, version, origin, purpose, title, front, body
          from leaflet_versions
          where key = ?1 and language = ?2 and origin = 'shipped' and version = ?3 and voided = 0
          order by n desc limit 1",
    )
    .bind(key)
    .bind(language)
    .bind(version)
    .fetch_optional(connection)
    .await
    .map_err(failed)
}

/// How everybody who can help is reached; of two entries for one slot, the older comes first.
pub(super) async fn helpers(connection: &mut SqliteConnection) -> Result<Vec<HelperRecord>> {
    sqlx::query_as(
        r"select id, slot, name, phone, address, web, hours
          from leaflet_helpers where voided = 0 order by n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Every confirmation; of two for one figure, the older comes first.
pub(super) async fn limits(connection: &mut SqliteConnection) -> Result<Vec<LimitRecord>> {
    sqlx::query_as(
        r"select rule, figure, confirmed, made_at, made_by
          from leaflet_limits where voided = 0 order by n",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The handout of that id.
pub(super) async fn handout(
    connection: &mut SqliteConnection,
    id: HandoutId,
) -> Result<HandoutRecord> {
    sqlx::query_as(
        r"select h.id, h.made_by, h.person, h.case_id, h.text_id, h.key, h.language, h.version,
                 h.title, h.way, h.given_at, h.unit, h.note, v.front
          from handouts h left join leaflet_versions v on v.id = h.text_id
          where h.id = ?1 and h.voided = 0",
    )
    .bind(id.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)?
    .or_not_found("handout")
}

/// What a person was given, the latest first.
pub(super) async fn given_to(
    connection: &mut SqliteConnection,
    person: PersonId,
) -> Result<Vec<HandoutRecord>> {
    sqlx::query_as(
        r"select h.id, h.made_by, h.person, h.case_id, h.text_id, h.key, h.language, h.version,
                 h.title, h.way, h.given_at, h.unit, h.note, v.front
          from handouts h left join leaflet_versions v on v.id = h.text_id
          where h.person = ?1 and h.voided = 0 order by h.given_at desc, h.n desc",
    )
    .bind(person.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// What was given in a case, the latest first.
pub(super) async fn given_in(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<HandoutRecord>> {
    sqlx::query_as(
        r"select h.id, h.made_by, h.person, h.case_id, h.text_id, h.key, h.language, h.version,
                 h.title, h.way, h.given_at, h.unit, h.note, v.front
          from handouts h left join leaflet_versions v on v.id = h.text_id
          where h.case_id = ?1 and h.voided = 0 order by h.given_at desc, h.n desc",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// What was given between two days, both among them.
pub(super) async fn given_between(
    connection: &mut SqliteConnection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<HandoutRecord>> {
    sqlx::query_as(
        r"select h.id, h.made_by, h.person, h.case_id, h.text_id, h.key, h.language, h.version,
                 h.title, h.way, h.given_at, h.unit, h.note, null as front
          from handouts h
          where h.given_at >= ?1 and h.given_at < ?2 and h.voided = 0 order by h.given_at, h.n",
    )
    .bind(from.to_string())
    .bind((to + chrono::Days::new(1)).to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The teach-backs of some handouts (a JSON list of ids), the oldest first.
pub(super) async fn teach_backs(
    connection: &mut SqliteConnection,
    handouts: &str,
) -> Result<Vec<TeachBackRecord>> {
    sqlx::query_as(
        r"select t.id, t.handout, t.made_by, t.at, t.points, t.interpreter, t.note, t.again_on
          from json_each(?1) j join teach_backs t on t.handout = j.value
          where t.voided = 0 order by t.n",
    )
    .bind(handouts)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The latest teach-back of each handout, where it says to go over it again, by that day.
pub(super) async fn open_again(connection: &mut SqliteConnection) -> Result<Vec<TeachBackRecord>> {
    sqlx::query_as(
        r"select t.id, t.handout, t.made_by, t.at, t.points, t.interpreter, t.note, t.again_on
          from teach_backs t join handouts h on h.id = t.handout and h.voided = 0
          where t.again_on is not null and t.voided = 0
            and not exists (select 1 from teach_backs l
                            where l.handout = t.handout and l.n > t.n and l.voided = 0)
          order by t.again_on, t.n limit 500",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The rights at stake in a case: the record's id and the JSON list.
pub(super) async fn rights(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Option<(String, String)>> {
    sqlx::query_as(
        r"select id, rights from case_rights where case_id = ?1 and voided = 0
          order by n desc limit 1",
    )
    .bind(case.to_string())
    .fetch_optional(connection)
    .await
    .map_err(failed)
}
