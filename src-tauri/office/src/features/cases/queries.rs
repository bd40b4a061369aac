//! Cases as screens want them.

use chrono::{Days, NaiveDate};

use super::commands::{
    CaseCounts, CaseFilter, CaseForm, CaseIssue, CaseOrder, CaseParty, CaseRow, CaseView, Due,
    DueFilter, OwnerName,
};
use super::model::{
    CaseId, CaseKind, Channel, DueState, DueWhat, IssueState, Outcome, PartyRole, Relation, Stage,
    Urgency,
};
use super::store::{self, CaseLine, Narrow, PartyRow};
use crate::features::people::names;
use crate::kernel::text::search_words;
use crate::kernel::{Error, Result};
use crate::store::Reads;
use crate::store::page::{CAP, Page, Paging};

fn narrow(filter: CaseFilter, today: NaiveDate) -> Narrow {
    let day = |offset: u64| today.checked_add_days(Days::new(offset)).unwrap_or(today).to_string();
    let yesterday = today.pred_opt().unwrap_or(today).to_string();
    // A case is late once a last day has passed. Past a last safe day only, it presses: today.
    let (late_from, due_to, late_to) = match filter.due {
        Some(DueFilter::Overdue) => (None, Some(yesterday.clone()), Some(yesterday)),
        Some(DueFilter::Today) => (Some(day(0)), Some(day(0)), None),
        Some(DueFilter::Week) => (Some(day(0)), Some(day(7)), None),
        None => (None, None, None),
    };
    let words = filter.text.as_deref().and_then(search_words);
    Narrow {
        open: filter.open,
        kind: filter.kind.map(CaseKind::code),
        stage: filter.stage.map(Stage::code),
        unit: filter.unit,
        owner: filter.owner,
        urgency: filter.urgency.map(Urgency::code),
        late_from,
        late_to,
        due_to,
        received_from: filter.received_from,
        received_to: filter.received_to.map(|d| format!("{d}T99")),
        people: words.clone(),
        words,
        person: filter.person,
        after_key: None,
        after_n: None,
    }
}

/// A page of cases.
pub(super) async fn list(
    tx: &mut impl Reads,
    filter: CaseFilter,
    order: CaseOrder,
    after: Option<String>,
    limit: Option<u32>,
) -> Result<Page<CaseRow>> {
    let today = tx.today();
    let mut narrow = narrow(filter, today);
    if matches!(order, CaseOrder::Due) && narrow.late_from.is_none() {
        // Ordered by what is due, the list holds the cases that have something due.
        narrow.late_from = Some(String::new());
    }
    if narrow.late_from.is_some() || narrow.due_to.is_some() {
        // On a closed case nothing is due any more.
        narrow.open.get_or_insert(true);
    }
    let total = store::count(tx.connection(), &narrow).await?;
    let paging = Paging::new(after.clone(), limit);
    let limit = paging.limit();
    match order {
        CaseOrder::Received => {
            if let Some((key, n)) = paging.text_and_number() {
                narrow.after_key = Some(key);
                narrow.after_n = Some(n);
            }
            let lines = store::by_received(tx.connection(), &narrow, limit + 1).await?;
            let next = |line: &CaseLine| Paging::join(&line.received_on, line.n);
            Ok(Page::cut(lines, limit, total, next, |line| row(line, today)))
        }
        CaseOrder::Due => {
            narrow.after_key = after;
            let lines = store::by_due(tx.connection(), &narrow, limit + 1).await?;
            let next = |line: &CaseLine| {
                format!("{}|{}", line.due.as_deref().unwrap_or_default(), line.id)
            };
            Ok(Page::cut(lines, limit, total, next, |line| row(line, today)))
        }
    }
}

/// How something due stands on a day.
pub(crate) fn due(
    what: DueWhat,
    label: String,
    on: NaiveDate,
    today: NaiveDate,
    done: Option<NaiveDate>,
) -> Due {
    let days = i32::try_from((on - today).num_days()).unwrap_or_default();
    Due { what, label, on: on.to_string(), state: DueState::of(on, today, done), days }
}

/// What is next on a case: what is late, else what has to be done first. Past its last safe day a
/// window is shown by its last one, as on the page of the case: it presses, but it is not late.
fn next(line: &CaseLine, today: NaiveDate) -> Option<Due> {
    let day = |text: &Option<String>| text.as_deref().and_then(|day| day.parse().ok());
    let what = |what: &Option<String>| match what.as_deref() {
        Some("promise") => DueWhat::Promise,
        _ => DueWhat::Clock,
    };
    if let Some(late) = day(&line.late_on).filter(|late| *late < today) {
        let label = line.late_label.clone().unwrap_or_default();
        return Some(due(what(&line.late_what), label, late, today, None));
    }
    let (on, last): (NaiveDate, NaiveDate) = (day(&line.due)?, day(&line.last_on)?);
    let presses = on < today;
    let label = line.due_label.clone().unwrap_or_default();
    let mut next = due(what(&line.due_what), label, if presses { last } else { on }, today, None);
    if presses && next.state == DueState::Later {
        next.state = DueState::Soon;
    }
    Some(next)
}

fn row(line: CaseLine, today: NaiveDate) -> CaseRow {
    let next = next(&line, today);
    CaseRow {
        id: line.id,
        number: line.number,
        patient_name: line.patient_name.unwrap_or_else(|| WITHHELD.into()),
        kind: CaseKind::parse(&line.kind).unwrap_or(CaseKind::Concern),
        about: line.about,
        stage: Stage::parse(&line.stage).unwrap_or(Stage::New),
        urgency: Urgency::parse(&line.urgency).unwrap_or(Urgency::Routine),
        unit: line.unit,
        owner: line.owner,
        owner_name: line.owner_name.unwrap_or_default(),
        received_on: line.received_on.get(..10).unwrap_or_default().to_owned(),
        next: next.filter(|_| line.closed_on.is_none()),
        closed_on: line.closed_on,
    }
}

/// What stands where a patient is not named.
pub(crate) const WITHHELD: &str = "(name withheld)";

/// Counts for the rail and choices for the filters.
pub(super) async fn counts(tx: &mut impl Reads) -> Result<CaseCounts> {
    let counts = store::counts(tx.connection()).await?;
    let today = tx.today().to_string();
    let my_day = store::count_due(tx.connection(), &today).await?;
    let units = store::units(tx.connection()).await?;
    let owners = crate::features::office::people(tx).await?;
    let small = |n: i64| u32::try_from(n.min(CAP)).unwrap_or_default();
    Ok(CaseCounts {
        open: small(counts.open),
        all: small(counts.everything),
        all_capped: counts.everything > CAP,
        my_day: small(my_day),
        units,
        owners: owners.into_iter().map(|s| OwnerName { id: s.id, name: s.name }).collect(),
    })
}

/// Everything about one case that belongs to the case itself.
pub(crate) async fn view(tx: &mut impl Reads, id: CaseId) -> Result<CaseView> {
    let case = store::find(tx.connection(), id).await?;
    let issues = store::issues(tx.connection(), id).await?;
    let parties = store::parties(tx.connection(), id).await?;
    let ids: Vec<String> =
        [&case.patient, &case.raised_by].into_iter().flatten().cloned().collect();
    let called = names(tx.connection(), &ids).await?;
    let owner_name = crate::features::office::name_of(tx, &case.owner).await?;
    let name = |id: &Option<String>| id.as_ref().and_then(|id| called.get(id)).cloned();
    let odd = |what: &str| Error::bug(format!("stored {what}"));
    Ok(CaseView {
        id: case.id.clone(),
        number: case.number.clone(),
        patient_name: name(&case.patient).unwrap_or_else(|| WITHHELD.into()),
        raised_by_name: name(&case.raised_by),
        stage: Stage::parse(&case.stage).ok_or_else(|| odd("stage"))?,
        owner: case.owner.clone(),
        owner_name,
        opened_at: case.made_at.clone(),
        closed_on: case.closed_on.clone(),
        outcome: case.outcome.as_deref().and_then(Outcome::parse),
        closing_note: case.closing_note.clone(),
        reopened: u32::try_from(case.reopened).unwrap_or_default(),
        issues: issues
            .into_iter()
            .map(|i| CaseIssue {
                id: i.id,
                about: i.about,
                state: IssueState::parse(&i.state).unwrap_or(IssueState::Open),
                outcome: i.outcome.as_deref().and_then(Outcome::parse),
                finding: i.finding,
            })
            .collect(),
        parties: parties.into_iter().map(party).collect(),
        form: CaseForm {
            kind: CaseKind::parse(&case.kind).ok_or_else(|| odd("kind"))?,
            patient: case.patient,
            raised_by: case.raised_by,
            relation: Relation::parse(&case.relation).unwrap_or(Relation::Other),
            said_how: Channel::parse(&case.said_how).unwrap_or(Channel::Note),
            said_on: case.said_on,
            said_where: case.said_where,
            received_on: case.received_on,
            about: case.about,
            happened: case.happened,
            wants: case.wants,
            urgency: Urgency::parse(&case.urgency).unwrap_or(Urgency::Routine),
            unit: case.unit,
        },
    })
}

fn party(row: PartyRow) -> CaseParty {
    let mut detail: Vec<String> = Vec::new();
    detail.extend(row.title);
    if row.interpreter {
        let language = row.language.as_deref().unwrap_or("their language");
        detail.push(format!("interpreter for {language}"));
    } else {
        detail.extend(row.language.filter(|l| l != "English").map(|l| format!("speaks {l}")));
    }
    detail.extend(row.needs);
    CaseParty {
        id: row.id,
        person: row.person,
        name: row.name,
        role: PartyRole::parse(&row.role).unwrap_or(PartyRole::Other),
        relation: row.relation.as_deref().and_then(Relation::parse),
        may_be_told: row.may_be_told,
        detail: detail.join(" · "),
    }
}
