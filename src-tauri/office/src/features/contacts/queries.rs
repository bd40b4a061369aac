//! The contact log as screens want it.

use serde_json::Value;

use super::commands::{ContactVersion, ContactView};
use super::model::{ContactId, Direction, Reached};
use super::store::{self, ContactRow, VersionRow};
use crate::features::cases::{CaseId, Channel};
use crate::features::clocks::promises_by_id;
use crate::kernel::Result;
use crate::store::Reads;
use crate::store::page::{Page, Paging};

/// A page of a case's log, the latest first.
pub(crate) async fn list(
    tx: &mut impl Reads,
    case: CaseId,
    paging: &Paging,
) -> Result<Page<ContactView>> {
    let limit = paging.limit();
    let (at, n) = paging.text_and_number().unwrap_or_else(|| ("9999".into(), i64::MAX));
    let mut rows = store::page(tx.connection(), case, (&at, n), limit + 1).await?;
    let total = store::count(tx.connection(), case).await?;
    let fits = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > fits;
    rows.truncate(fits);
    let next = rows.last().filter(|_| more).map(|row| Paging::join(&row.at, row.n));
    let mut page = Page::cut(views(tx, rows).await?, limit, total, |_| String::new(), |v| v);
    page.next = next;
    Ok(page)
}

/// One contact.
pub(crate) async fn view(tx: &mut impl Reads, id: ContactId) -> Result<Option<ContactView>> {
    let row = store::find(tx.connection(), id).await?;
    Ok(views(tx, vec![row]).await?.pop())
}

async fn views(tx: &mut impl Reads, rows: Vec<ContactRow>) -> Result<Vec<ContactView>> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let ids = Value::from(ids).to_string();
    let versions = store::versions(tx.connection(), &ids).await?;
    let met = store::met(tx.connection(), &ids).await?;
    let made = store::promises(tx.connection(), &ids).await?;
    let promise_ids: Vec<String> = made.iter().map(|m| m.id.clone()).collect();
    let mut promises = promises_by_id(tx, &promise_ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let promise = made
                .iter()
                .find(|m| m.contact == row.id)
                .and_then(|m| promises.iter().position(|p| p.id == m.id))
                .map(|place| promises.swap_remove(place));
            let meets =
                met.iter().filter(|(id, _)| *id == row.id).map(|(_, name)| name.clone()).collect();
            let mut all = vec![first(&row)];
            all.extend(versions.iter().filter(|v| v.contact == row.id).map(amended));
            let with = versions
                .iter()
                .rev()
                .find(|v| v.contact == row.id)
                .map_or_else(|| row.with_person.clone(), |v| v.with_person.clone());
            let current = all.pop().unwrap_or_else(|| first(&row));
            ContactView {
                id: row.id,
                case: row.case_id,
                with,
                current,
                earlier: all,
                promise,
                meets,
            }
        })
        .collect())
}

fn first(row: &ContactRow) -> ContactVersion {
    ContactVersion {
        channel: Channel::parse(&row.channel).unwrap_or(Channel::Note),
        direction: Direction::parse(&row.direction).unwrap_or(Direction::In),
        at: row.at.clone(),
        minutes: row.minutes.and_then(|m| u32::try_from(m).ok()),
        with_name: row.with_name.clone(),
        reached: Reached::parse(&row.reached).unwrap_or(Reached::Reached),
        summary: row.summary.clone(),
        written_at: row.made_at.clone(),
        written_by: row.writer.clone().unwrap_or_default(),
        reason: None,
    }
}

fn amended(row: &VersionRow) -> ContactVersion {
    ContactVersion {
        channel: Channel::parse(&row.channel).unwrap_or(Channel::Note),
        direction: Direction::parse(&row.direction).unwrap_or(Direction::In),
        at: row.at.clone(),
        minutes: row.minutes.and_then(|m| u32::try_from(m).ok()),
        with_name: row.with_name.clone(),
        reached: Reached::parse(&row.reached).unwrap_or(Reached::Reached),
        summary: row.summary.clone(),
        written_at: row.made_at.clone(),
        written_by: row.writer.clone().unwrap_or_default(),
        reason: Some(row.reason.clone()),
    }
}
