//! Decisions on what a case is, in the store: the kind and its reads.

use sqlx::SqliteConnection;

use crate::features::cases::CaseId;
use crate::kernel::Result;
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[RecordKind {
    name: "classification",
    topics: &["advisor", "watchers"],
    table: "classifications",
    label: "What it is",
    fields: &[
        field("case_id", "Case", Merge::Log),
        field("profile", "Decision table", Merge::Log),
        field("version", "Version", Merge::Log),
        field("answers", "Facts", Merge::Log),
        field("rule", "Rule", Merge::Log),
        field("called", "What the rule calls it", Merge::Log),
        field("citation", "Where it is written", Merge::Log),
        field("advised", "Advised", Merge::Log),
        field("chosen", "Decided", Merge::Log),
        field("was", "Before", Merge::Log),
        field("reason", "Why not as advised", Merge::Log),
        field("other", "Other reading", Merge::Log),
    ],
    computed: &[],
    compute: nothing_computed,
}];

row! {
    /// A decision on what a case is.
    pub(super) struct ClassificationRow {
        id: String, made_at: String, maker: Option<String>, profile: String, version: String,
        answers: String, rule: String, called: String, citation: String, advised: String,
        chosen: String, was: String, reason: Option<String>, other: Option<String>,
    }
}

/// What was decided on a case, the latest first, at most 50.
pub(super) async fn of_case(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<ClassificationRow>> {
    sqlx::query_as(
        r"select c.id, c.made_at, s.name as maker, c.profile, c.version, c.answers, c.rule,
                 c.called, c.citation, c.advised, c.chosen, c.was, c.reason, c.other
          from classifications c left join staff s on s.id = c.made_by
          where c.case_id = ?1 and c.voided = 0 order by c.n desc limit 50",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}
