//! What happened, taking it back, and whether the office is whole.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::super::words;
use crate::app::gate::{from_vault, is_lasting};
use crate::app::office::Office;
use crate::app::session::Session;
use crate::features::{office, people};
use crate::kernel::text::code_words;
use crate::kernel::{Error, Id, Result};
use crate::store::check::{self, Step};
use crate::store::history::{self, Changed, Happening};
use crate::store::{Kinds, ReadTx, Reads as _};
use crate::table::{Access, Table};

/// Adds these rows to the table.
pub(super) fn commands(table: &mut Table<Office>) {
    table
        .task("journal.history", Access::Reading, history_of)
        .task("journal.undo", Access::Contacts, undo)
        .task("journal.verify", Access::Everyone, verify)
        .task("journal.rebuild", Access::Administering, rebuild);
}

/// Names a record, or a case for everything in it.
#[derive(Debug, Deserialize, TS)]
struct OneRecord {
    #[ts(type = "Id")]
    record: Id,
}

/// Names an entry.
#[derive(Debug, Deserialize, TS)]
struct OneEntry {
    #[ts(type = "Id")]
    entry: Id,
}

/// One field that changed.
#[derive(Debug, Serialize, TS)]
struct FieldChange {
    field: String,
    label: String,
    from: Option<String>,
    to: Option<String>,
}

/// One thing that was done.
#[derive(Debug, Serialize, TS)]
struct HistoryLine {
    entry: String,
    at: String,
    actor: String,
    action: String,
    words: String,
    reason: Option<String>,
    changes: Vec<FieldChange>,
    undoable: bool,
}

/// How one part of a check went.
#[derive(Debug, Serialize, TS)]
struct VerifyStep {
    name: String,
    ok: bool,
    words: String,
}

/// How a check of the office went.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
struct VerifyReport {
    ok: bool,
    #[ts(type = "number")]
    entries: i64,
    steps: Vec<VerifyStep>,
    first_fault: Option<String>,
}

async fn history_of(office: Arc<Office>, input: OneRecord) -> Result<Vec<HistoryLine>> {
    let kinds = office.kinds;
    office.read(move |tx| Box::pin(lines_of(tx, kinds, input.record))).await
}

async fn lines_of(tx: &mut ReadTx, kinds: &Kinds, record: Id) -> Result<Vec<HistoryLine>> {
    let mut happened = history::of_scope(tx, record).await?;
    if happened.is_empty() {
        happened = history::of_record(tx, record).await?;
    }
    let names = names(tx, &happened).await?;
    let me = tx.author().id.to_string();
    let mine = happened.iter().filter(|one| one.actor == me && !is_lasting(&one.action));
    let mine: Vec<String> = mine.map(|one| one.entry.clone()).collect();
    let undoable = history::undoable(tx.connection(), &mine).await?;
    let mut lines = Vec::new();
    for one in happened {
        let actor = names.get(&one.actor).cloned().unwrap_or_default();
        lines.push(HistoryLine {
            undoable: undoable.contains(&one.entry),
            words: words::action(&one.action, &actor),
            changes: one.changes.iter().map(|c| change(kinds, c, &names)).collect(),
            entry: one.entry,
            at: one.at,
            actor,
            action: one.action,
            reason: one.reason,
        });
    }
    Ok(lines)
}

/// What the people and colleagues that a history names are called.
async fn names(tx: &mut ReadTx, happened: &[Happening]) -> Result<HashMap<String, String>> {
    let mut ids: Vec<String> = Vec::new();
    for one in happened {
        for change in &one.changes {
            for value in [&change.from, &change.to] {
                ids.extend(value.as_str().filter(|v| v.len() == 36).map(str::to_owned));
            }
        }
    }
    ids.sort();
    ids.dedup();
    let mut names = people::names(tx.connection(), &ids).await?;
    for staff in office::people(tx).await? {
        names.insert(staff.id, staff.name);
    }
    Ok(names)
}

fn change(kinds: &Kinds, change: &Changed, names: &HashMap<String, String>) -> FieldChange {
    let label = kinds
        .find(&change.kind)
        .and_then(|kind| kind.fields.iter().find(|f| f.name == change.field))
        .map_or_else(|| change.field.clone(), |field| field.label.to_owned());
    let label = if change.field == "voided" { "Taken back".to_owned() } else { label };
    FieldChange {
        field: change.field.clone(),
        label,
        from: shown(&change.from, names),
        to: shown(&change.to, names),
    }
}

/// A value as a history shows it: names for ids, words for codes.
fn shown(value: &Value, names: &HashMap<String, String>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { "Yes" } else { "No" }.into()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(names.get(text).cloned().unwrap_or_else(|| code_words(text))),
        Value::Array(list) => {
            let parts: Vec<String> = list.iter().filter_map(|v| shown(v, names)).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        Value::Object(map) => {
            let parts: Vec<String> = map.values().filter_map(|v| shown(v, names)).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    }
}

async fn undo(office: Arc<Office>, input: OneEntry) -> Result<()> {
    let kinds = office.kinds;
    office
        .write("journal.undo", move |tx| {
            Box::pin(history::undo(tx, kinds, input.entry, is_lasting))
        })
        .await
}

async fn verify(office: Arc<Office>, (): ()) -> Result<VerifyReport> {
    let guard = office.session().await;
    let session = guard.as_ref().ok_or_else(Error::locked)?;
    let _job = office.progress.begin();
    let report = look_over(&office, session).await?;
    drop(guard);
    let ok = report.ok;
    let noted = office
        .write("journal.verify", move |tx| {
            tx.note("ok", ok);
            Box::pin(async { Ok(()) })
        })
        .await;
    // What a damaged file cannot take in must not hide what was found in it.
    if ok { noted.map(|()| report) } else { Ok(report) }
}

async fn look_over(office: &Office, session: &Session) -> Result<VerifyReport> {
    let id = session.store.identity().office.to_string();
    let mut writer = session.store.writer().await;
    let _alone = session.store.alone().await;
    let mut watch = |what: &'static str, done, total| office.progress.tell(what, done, total, true);
    watch("Checking the pages", 0, 1);
    let mut steps = check::pages(&mut writer).await;
    let mut entries = 0;
    if steps.iter().all(|s| s.ok) {
        entries = check::entries(&mut writer).await?;
        let chain = check::chain(&mut writer, &id, &mut watch).await?;
        let holds = chain.ok;
        steps.push(chain);
        let marks = Marks::read(session)?;
        steps.push(marks.check(&mut writer).await?);
        if holds {
            steps.push(check::tables(&mut writer, office.kinds, &mut watch).await?);
        }
    }
    Ok(report(entries, steps))
}

/// The signed marks beside the office file, and who may have signed them.
struct Marks {
    store_id: String,
    found: vault::anchors::Found,
    signers: Vec<(String, String)>,
}

impl Marks {
    fn read(session: &Session) -> Result<Self> {
        let keys = session.keys.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Self {
            store_id: keys.store_id().to_owned(),
            found: keys.anchors().read().map_err(from_vault)?,
            signers: keys.signers().map_err(from_vault)?,
        })
    }

    /// Every mark must be signed by one of us and stand in the chain.
    async fn check(&self, connection: &mut sqlx::SqliteConnection) -> Result<Step> {
        let name = "Signatures";
        let mut stand = check::heads_stand(connection).await?;
        for mark in &self.found.anchors {
            let known = self.signers.iter().any(|(_, public)| *public == mark.signer);
            if !known || !mark.is_signed(&self.store_id) {
                let words = "A signed mark beside the office file is not one of ours.".into();
                return Ok(Step { name, ok: false, words });
            }
            let seq = i64::try_from(mark.seq).unwrap_or(i64::MAX);
            stand &= check::holds(connection, &mark.replica, seq, &mark.hash).await?;
        }
        let words = if stand {
            self.words()
        } else {
            "The office file is older than, or differs from, what was signed here. Entries may be \
             missing."
                .into()
        };
        Ok(Step { name, ok: stand, words })
    }

    /// A line that a power cut left half written is no fault, but it is said.
    fn words(&self) -> String {
        let fit = match self.found.anchors.len() {
            0 => "Nothing has been signed yet.".into(),
            1 => "The one signed mark fits.".into(),
            n => format!("All {n} signed marks fit."),
        };
        match self.found.unreadable {
            0 => fit,
            1 => format!("{fit} One more can't be read."),
            n => format!("{fit} {n} more can't be read."),
        }
    }
}

fn report(entries: i64, steps: Vec<Step>) -> VerifyReport {
    let first_fault = steps.iter().find(|s| !s.ok).map(|s| format!("{}: {}", s.name, s.words));
    VerifyReport {
        ok: first_fault.is_none(),
        entries,
        first_fault,
        steps: steps
            .into_iter()
            .map(|s| VerifyStep { name: s.name.into(), ok: s.ok, words: s.words })
            .collect(),
    }
}

async fn rebuild(office: Arc<Office>, (): ()) -> Result<VerifyReport> {
    let guard = office.session().await;
    let session = guard.as_ref().ok_or_else(Error::locked)?;
    let _job = office.progress.begin();
    let id = session.store.identity().office.to_string();
    let (entries, steps, count) = {
        let mut writer = session.store.writer().await;
        let _alone = session.store.alone().await;
        let mut watch =
            |what: &'static str, done, total| office.progress.tell(what, done, total, true);
        let entries = check::entries(&mut writer).await?;
        let chain = check::chain(&mut writer, &id, &mut watch).await?;
        if !chain.ok {
            // Tables must not be made from a journal that does not hold.
            return Ok(report(entries, vec![chain]));
        }
        let differed = check::rebuild(&mut writer, office.kinds, &mut watch).await?;
        let words = match differed.len() {
            0 => "Every record was made anew. Nothing had differed.".into(),
            1 => "Every record was made anew. One table had differed.".into(),
            n => format!("Every record was made anew. {n} tables had differed."),
        };
        (entries, vec![chain, Step { name: "Records", ok: true, words }], differed.len())
    };
    drop(guard);
    if count > 0 {
        office.changed(&office.kinds.all().flat_map(|kind| kind.topics).copied().collect());
    }
    office
        .write("journal.rebuild", move |tx| {
            tx.note("differed", count);
            Box::pin(async { Ok(()) })
        })
        .await?;
    Ok(report(entries, steps))
}
