//! Copies that left the office, in the store.

use sqlx::SqliteConnection;

use crate::features::cases::CaseId;
use crate::kernel::Result;
use crate::store::records::{field, nothing_computed};
use crate::store::row::row;
use crate::store::tx::failed;
use crate::store::{Merge, RecordKind};

pub(crate) const KINDS: &[RecordKind] = &[RecordKind {
    name: "disclosure",
    topics: &["exports"],
    table: "disclosures",
    label: "Copy that left the office",
    fields: &[
        field("case_id", "Case", Merge::Log),
        field("way", "How", Merge::Log),
        field("copy", "Copy", Merge::Log),
        field("paper", "Paper", Merge::Log),
        field("reason", "Why", Merge::Log),
        field("recipient", "For whom", Merge::Log),
        field("file_name", "File", Merge::Log),
        field("sha256", "SHA-256", Merge::Log),
        field("bytes", "Bytes", Merge::Log),
    ],
    computed: &[],
    compute: nothing_computed,
}];

row! {
    /// A copy that left the office.
    pub(super) struct DisclosureRow {
        made_at: String, maker: Option<String>, way: String, copy: String, reason: String,
        recipient: String, file_name: Option<String>, sha256: String,
    }
}

/// The copies of a case, oldest first.
pub(super) async fn of_case(
    connection: &mut SqliteConnection,
    case: CaseId,
) -> Result<Vec<DisclosureRow>> {
    sqlx::query_as(
        r"select d.made_at, s.name as maker, d.way, d.copy, d.reason, d.recipient, d.file_name,
                 d.sha256
          from disclosures d left join staff s on s.id = d.made_by
          where d.case_id = ?1 and d.voided = 0 order by d.n",
    )
    .bind(case.to_string())
    .fetch_all(connection)
    .await
    .map_err(failed)
}
