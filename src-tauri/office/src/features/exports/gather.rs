//! Gathers a case from all features into the facts of its summary.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::commands::{Copy, SummaryOptions};
use super::store;
use super::summary::{
    CaseFacts, ClockFacts, ContactFacts, ContactVersion as Version, CopyKind, Direction,
    DisclosureFacts, EducationFacts, HistoryFacts, IssueFacts, PartyFacts, PatientFacts,
    PromiseFacts, SavedFacts, Standing, SummaryFacts, TaughtFacts, initials,
};
use crate::features::cases::{self, CaseId, Channel, DueState, PartyRole, parse_moment};
use crate::features::clocks::model::{Cell, Role};
use crate::features::clocks::rules::{Style, short_day};
use crate::features::contacts::{self, ContactVersion};
use crate::features::people::{self, PersonId};
use crate::features::{clocks, education, office};
use crate::kernel::documents::{DateOrder, Dates, Fact};
use crate::kernel::text::code_words;
use crate::kernel::{Clock, Error, Result, language};
use crate::store::Reads;
use crate::store::history::of_scope;
use crate::store::page::Paging;

/// Everything the summary of a case tells.
pub(crate) async fn gather(
    tx: &mut impl Reads,
    options: &SummaryOptions,
    history_words: fn(&str, &str) -> String,
) -> Result<SummaryFacts> {
    let id = options.case;
    let office = office::office(tx).await?;
    let view = cases::view(tx, id).await?;
    let both = clocks::of_case(tx, id).await?;
    let strips = clocks::strips_of(tx, id).await?;
    let style = clocks::style(tx).await?;
    let patient = patient(tx, view.form.patient.as_deref()).await?;
    let contacts = all_contacts(tx, id).await?;
    let education = education_given(tx, id).await?;
    let disclosures = disclosures(tx, id).await?;
    let documents = documents(tx, id).await?;
    let full = options.copy == Copy::Full;
    let history = if full { history(tx, id, history_words).await? } else { Vec::new() };
    Ok(SummaryFacts {
        copy: if full { CopyKind::Full } else { CopyKind::Patient },
        paper: options.paper,
        dates: Dates {
            order: if office.is_american() { DateOrder::Us } else { DateOrder::Uk },
            clock24: !office.is_american(),
        },
        office: office.name,
        made_by: tx.author().name.clone(),
        made_at: tx.local(),
        patient,
        people: view.parties.iter().map(party).collect(),
        issues: view.issues.iter().map(issue).collect(),
        clocks: both
            .clocks
            .iter()
            .map(|one| clock(one, strips.get(&one.id), style))
            .collect::<Result<_>>()?,
        promises: both.promises.iter().map(promise).collect::<Result<_>>()?,
        contacts,
        education,
        documents,
        disclosures,
        history,
        case: case(view, tx.clock())?,
    })
}

fn case(view: cases::CaseView, clock: &Clock) -> Result<CaseFacts> {
    let form = view.form;
    Ok(CaseFacts {
        number: view.number,
        kind: code_words(form.kind.code()),
        stage: code_words(view.stage.code()),
        urgency: code_words(form.urgency.code()),
        unit: form.unit,
        owner: view.owner_name,
        raised_by: view.raised_by_name,
        relation: Some(code_words(form.relation.code())),
        said_how: code_words(form.said_how.code()),
        said_on: form.said_on.as_deref().map(|s| parse_moment("saidOn", s)).transpose()?,
        said_where: form.said_where,
        received_on: parse_moment("receivedOn", &form.received_on)?,
        opened_on: local(clock, &view.opened_at)?,
        closed_on: view.closed_on.as_deref().map(day).transpose()?,
        outcome: view.outcome.map(|o| code_words(o.code())),
        closing_note: view.closing_note,
        reopened: view.reopened,
        about: form.about,
        happened: form.happened,
        wants: form.wants,
    })
}

fn issue(issue: &cases::CaseIssue) -> IssueFacts {
    IssueFacts {
        about: issue.about.clone(),
        state: code_words(issue.state.code()),
        outcome: issue.outcome.map(|o| code_words(o.code())),
        finding: issue.finding.clone(),
    }
}

fn day(text: &str) -> Result<NaiveDate> {
    text.get(..10).and_then(|d| d.parse().ok()).ok_or_else(|| Error::bug("a stored day is not one"))
}

/// A stored instant as the office's civil time.
fn local(clock: &Clock, instant: &str) -> Result<NaiveDateTime> {
    let at: DateTime<Utc> =
        instant.parse().map_err(|e| Error::bug("a stored instant").caused_by(e))?;
    Ok(clock.local_of(at))
}

async fn patient(tx: &mut impl Reads, id: Option<&str>) -> Result<Option<PatientFacts>> {
    let Some(id) = id else { return Ok(None) };
    let record = people::find(tx.connection(), PersonId::parse(id)?).await?;
    let numbers: Vec<people::Labeled> = people::read_labeled(&record.identifiers);
    let mut needs: Vec<String> = Vec::new();
    if record.interpreter {
        let language = record.spoken_language.as_deref().unwrap_or("their language");
        needs.push(format!("Interpreter for {language}"));
    } else if let Some(language) = &record.spoken_language {
        needs.push(format!("Speaks {language}"));
    }
    needs.extend(record.written_language.as_ref().map(|l| format!("reads {l}")));
    needs.extend(record.needs.clone());
    let given = record.given.as_deref().unwrap_or_default();
    let family = record.family.as_deref().unwrap_or_default();
    Ok(Some(PatientFacts {
        initials: initials(given, family),
        name: record.name,
        born: record.birth_date.as_deref().map(day).transpose()?,
        numbers: numbers.into_iter().map(|n| Fact::new(n.label, n.value)).collect(),
        needs: (!needs.is_empty()).then(|| needs.join("; ")),
    }))
}

fn party(party: &cases::CaseParty) -> PartyFacts {
    let part = match party.role {
        PartyRole::RaisedBy => "Raised this".into(),
        role => code_words(role.code()),
    };
    PartyFacts {
        name: party.name.clone(),
        part,
        relation: party.relation.map(|r| code_words(r.code())),
        may_be_told: party.may_be_told,
        detail: (!party.detail.is_empty()).then(|| party.detail.clone()),
    }
}

fn standing(state: DueState, days: i32, due: NaiveDate, done: Option<&str>) -> Result<Standing> {
    Ok(match (state, done) {
        (DueState::Met, Some(on)) => Standing::Met(day(on)?),
        (DueState::MetLate, Some(on)) => {
            let on = day(on)?;
            Standing::MetLate(on, u32::try_from((on - due).num_days()).unwrap_or_default())
        }
        (DueState::Overdue, _) => Standing::Overdue(days.unsigned_abs()),
        (DueState::Today, _) => Standing::Today,
        (DueState::Soon, _) => Standing::Soon,
        _ => Standing::Later,
    })
}

/// A cell of the strip in words: "Sat, Mar 7 weekend: Saturday (not counted)".
fn cell(cell: &Cell, style: Style) -> String {
    let on = short_day(cell.on, style);
    let note = cell.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
    match cell.role {
        Role::Gap => format!("{}{note}", cell.label),
        Role::Skipped => format!("{on} {}{note} (not counted)", cell.label),
        Role::Start | Role::Counted | Role::Due => format!("{on} {}{note}", cell.label),
    }
}

fn clock(clock: &clocks::ClockView, strip: Option<&Vec<Cell>>, style: Style) -> Result<ClockFacts> {
    let due = day(&clock.due)?;
    let strip = strip.into_iter().flatten().map(|one| cell(one, style)).collect();
    Ok(ClockFacts {
        name: clock.name.clone(),
        due,
        due_by: clock.due_by.clone(),
        standing: standing(clock.state, clock.days, due, clock.met_on.as_deref())?,
        how_counted: clock.how_counted.clone(),
        strip,
        citation: clock.citation.clone(),
        evidence: clock.evidence_text.clone(),
        unverified: clock.unverified,
        checked: clock.checked.as_ref().map(|by| Ok((by.by.clone(), day(&by.on)?))).transpose()?,
    })
}

fn promise(promise: &clocks::PromiseView) -> Result<PromiseFacts> {
    let due = day(&promise.due)?;
    Ok(PromiseFacts {
        what: promise.what.clone(),
        due,
        to: promise.to_name.clone(),
        made_by: promise.made_by.clone(),
        made_on: day(&promise.made_on)?,
        standing: standing(promise.state, promise.days, due, promise.kept_on.as_deref())?,
    })
}

async fn all_contacts(tx: &mut impl Reads, id: CaseId) -> Result<Vec<ContactFacts>> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = contacts::list(tx, id, &Paging::new(after, Some(100))).await?;
        for view in page.rows {
            let now = version(tx.clock(), &view.current)?;
            let before =
                view.earlier.iter().map(|v| version(tx.clock(), v)).collect::<Result<_>>()?;
            let promise = view.promise.map(|p| day(&p.due).map(|due| (p.what, due))).transpose()?;
            let office_only = view.current.channel == Channel::Note;
            all.push(ContactFacts { now, before, promise, met: view.meets, office_only });
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(all),
        }
    }
}

fn version(clock: &Clock, from: &ContactVersion) -> Result<Version> {
    let direction = match (from.channel, from.direction) {
        (Channel::Note, _) => None,
        (_, contacts::Direction::In) => Some(Direction::From),
        (_, contacts::Direction::Out) => Some(Direction::To),
    };
    Ok(Version {
        channel: code_words(from.channel.code()),
        direction,
        at: parse_moment("at", &from.at)?,
        minutes: from.minutes,
        with: from.with_name.clone(),
        reached: (from.reached != contacts::Reached::Reached)
            .then(|| code_words(from.reached.code())),
        summary: from.summary.clone(),
        written_at: local(clock, &from.written_at)?,
        written_by: from.written_by.clone(),
        reason: from.reason.clone(),
    })
}

async fn education_given(tx: &mut impl Reads, id: CaseId) -> Result<Vec<EducationFacts>> {
    let given = education::of_case(tx, id).await?;
    given.iter().map(education_facts).collect()
}

fn education_facts(given: &education::HandoutView) -> Result<EducationFacts> {
    let version = format!("Version {}", given.version);
    let language = (given.language != "en").then(|| language::name_of(&given.language));
    let taught = given.teach_backs.first().map(|said| {
        Ok(TaughtFacts {
            at: parse_moment("at", &said.at)?,
            by: said.by.clone(),
            points: said
                .points
                .iter()
                .map(|p| (p.ask.clone(), code_words(p.outcome.code()), p.words.clone()))
                .collect(),
            interpreter: said.interpreter,
            again_on: given.again_on.as_deref().map(day).transpose()?,
        })
    });
    Ok(EducationFacts {
        title: given.title.clone(),
        text: language.map_or(version.clone(), |language| format!("{language}, {version}")),
        to: given.person_name.clone(),
        way: code_words(given.way.code()),
        at: parse_moment("at", &given.given_at)?,
        by: given.given_by.clone(),
        taught: taught.transpose()?,
    })
}

async fn documents(tx: &mut impl Reads, id: CaseId) -> Result<Vec<SavedFacts>> {
    let rows = store::of_case(tx.connection(), id).await?;
    rows.into_iter()
        .filter(|row| row.file_name.is_some())
        .map(|row| {
            Ok(SavedFacts {
                what: row.file_name.unwrap_or_default(),
                at: local(tx.clock(), &row.made_at)?,
                by: row.maker.unwrap_or_default(),
            })
        })
        .collect()
}

async fn disclosures(tx: &mut impl Reads, id: CaseId) -> Result<Vec<DisclosureFacts>> {
    let rows = store::of_case(tx.connection(), id).await?;
    rows.into_iter()
        .map(|row| {
            let copy = if row.copy == "patient" { "patient copy" } else { "full copy" };
            let way = if row.way == "print" { "printed" } else { "saved" };
            Ok(DisclosureFacts {
                at: local(tx.clock(), &row.made_at)?,
                what: format!("Case summary, {copy}, {way}"),
                to: row.recipient,
                reason: row.reason,
                by: row.maker.unwrap_or_default(),
                sha256: Some(row.sha256),
            })
        })
        .collect()
}

async fn history(
    tx: &mut impl Reads,
    id: CaseId,
    words: fn(&str, &str) -> String,
) -> Result<Vec<HistoryFacts>> {
    let mut lines = Vec::new();
    for one in of_scope(tx, id.cast()).await? {
        let actor = office::name_of(tx, &one.actor).await?;
        lines.push(HistoryFacts {
            at: local(tx.clock(), &one.at)?,
            words: words(&one.action, &actor),
            reason: one.reason,
        });
    }
    Ok(lines)
}
