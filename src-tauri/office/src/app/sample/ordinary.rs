//! Writes ordinary cases: the newest step by step, the others in two entries each, so that ten
//! thousand of them are made in reasonable time.

use std::collections::HashMap;
use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};

use super::course::{Course, RECENT, Source};
use super::crowd::{Crowd, Pair};
use super::pen::Pen;
use super::said::{End, Said};
use super::teller::add_contact;
use crate::app::workflows;
use crate::features::cases::{
    self, CaseDetails, CaseId, IssueChange, IssueState, PartyRole, moment_text,
};
use crate::features::contacts::{self, AddContact, NewPromise};
use crate::features::people::PersonId;
use crate::kernel::{Id, OrNotFound as _, Result};
use crate::store::{Reads as _, WriteTx};

/// Ordinary cases being written.
pub(super) struct Ordinary<'a> {
    source: Source<'a>,
    crowd: Crowd,
    open: HashMap<usize, Standing>,
}

/// A case that is under way.
#[derive(Clone, Copy)]
struct Standing {
    case: CaseId,
    raised_by: PersonId,
}

/// One entry of the journal: when, and which parts of a case. Part 0 opens it, the last ends it.
pub(super) type Entry = (DateTime<Utc>, Range<usize>);

impl<'a> Ordinary<'a> {
    pub(super) fn new(source: Source<'a>, crowd: Crowd) -> Self {
        Self { source, crowd, open: HashMap::new() }
    }

    /// How many cases there are.
    pub(super) const fn cases(&self) -> usize {
        self.source.cases
    }

    /// The entries of the `nth` case.
    pub(super) fn entries(&self, nth: usize) -> Vec<Entry> {
        let Some(course) = self.source.course(nth, &self.crowd) else { return Vec::new() };
        let parts = course.log.len() + 2;
        let at = |part: usize| self.source.today.written(course.moment(part));
        let opening = (at(0), 0..1);
        if nth < RECENT {
            let rest = (1..parts).map(|part| (at(part), part..part + 1));
            std::iter::once(opening).chain(rest).collect()
        } else {
            vec![opening, (at(parts - 1), 1..parts)]
        }
    }

    /// Writes one entry of the `nth` case.
    pub(super) async fn write(
        &mut self,
        pen: &Pen<'_>,
        nth: usize,
        (at, parts): Entry,
    ) -> Result<()> {
        let course = self.source.course(nth, &self.crowd).or_not_found("course")?;
        let (by, action) = ((course.hand, at), course.action(&parts));
        if parts.start == 0 {
            let patient = course.patient;
            let known = self.crowd.here(patient);
            let pair = self.crowd.pair(patient);
            let (both, standing) =
                pen.write(by, action, |tx| Box::pin(open(tx, course, pair, known))).await?;
            self.crowd.are_here(patient, both);
            self.open.insert(nth, standing);
            return Ok(());
        }
        let standing = self.open.get(&nth).copied().or_not_found("case")?;
        let is_last = parts.end == course.log.len() + 2;
        pen.write(by, action, |tx| Box::pin(go_on(tx, course, standing, parts))).await?;
        if is_last {
            self.open.remove(&nth);
        }
        Ok(())
    }
}

impl Course {
    /// When part `part` was.
    fn moment(&self, part: usize) -> chrono::NaiveDateTime {
        match (part, self.log.get(part.wrapping_sub(1)), &self.end) {
            (0, _, _) => self.received,
            (_, Some(said), _) => said.at,
            (_, None, End::Closed(at) | End::Open(_, at)) => *at,
        }
    }

    /// The command that does the same from the window, when it is one.
    fn action(&self, parts: &Range<usize>) -> &'static str {
        match (parts.len(), parts.start, &self.end) {
            (1, 0, _) => "cases.open",
            (1, part, _) if part <= self.log.len() => "contacts.add",
            (1, _, End::Closed(_)) => "cases.close",
            (1, _, End::Open(..)) => "cases.set_stage",
            _ => "sample.case",
        }
    }

    fn details(&self, patient: PersonId, raised_by: PersonId) -> CaseDetails {
        CaseDetails {
            kind: self.matter.kind,
            patient: Some(patient),
            raised_by: Some(raised_by),
            relation: self.relation,
            said_how: self.said_how,
            said_on: Some(self.said),
            said_where: None,
            received_on: self.received,
            about: self.matter.about.clone(),
            happened: self.matter.happened.clone(),
            wants: self.matter.wants.clone(),
            urgency: self.urgency,
            unit: Some(self.unit.clone()),
        }
    }
}

type Both = (PersonId, PersonId);

async fn open(
    tx: &mut WriteTx,
    course: Course,
    pair: Pair,
    known: Option<Both>,
) -> Result<(Both, Standing)> {
    let both = match known {
        Some(both) => both,
        None => pair.join(tx).await?,
    };
    let raised_by = if course.by_patient { both.0 } else { both.1 };
    let case = workflows::open(tx, course.details(both.0, raised_by)).await?;
    if !course.by_patient && course.may_be_told {
        let relation = Some(course.relation);
        cases::add_party(tx, case, raised_by, PartyRole::RaisedBy, relation, true).await?;
    }
    if course.issue {
        cases::add_issue(tx, case, &course.matter.about).await?;
    }
    Ok((both, Standing { case, raised_by }))
}

async fn go_on(
    tx: &mut WriteTx,
    course: Course,
    standing: Standing,
    parts: Range<usize>,
) -> Result<()> {
    for part in parts {
        match course.log.get(part - 1) {
            Some(said) => say(tx, &course, standing, said).await?,
            None => end(tx, &course, standing.case).await?,
        }
    }
    Ok(())
}

async fn say(tx: &mut WriteTx, course: &Course, standing: Standing, said: &Said) -> Result<()> {
    let input = AddContact {
        case: standing.case,
        channel: said.channel,
        direction: said.direction,
        at: moment_text(said.at),
        minutes: said.minutes,
        with: (!said.with_unit).then(|| standing.raised_by.to_string()),
        with_name: said.with_unit.then(|| course.unit.clone()),
        reached: said.reached,
        summary: said.summary.clone(),
        promise: said.promise.as_ref().map(|(what, due)| NewPromise {
            what: what.clone(),
            due: due.to_string(),
            to: None,
        }),
        meets: said.meets.clone(),
        keeps: Vec::new(),
    };
    let mut details = input.details()?;
    let id = add_contact(tx, (input, said.keeps.iter().cloned().collect())).await?;
    if let Some(reason) = &said.amended {
        details.at -= TimeDelta::minutes(10);
        contacts::amend(tx, id, reason, details).await?;
    }
    Ok(())
}

async fn end(tx: &mut WriteTx, course: &Course, case: CaseId) -> Result<()> {
    let at = match course.end {
        End::Open(stage, _) => return cases::set_stage(tx, case, stage).await,
        End::Closed(at) => at,
    };
    let (outcome, found) = (course.matter.outcome, course.matter.found.as_str());
    for issue in cases::issues(tx.connection(), case).await? {
        let new = IssueChange {
            about: issue.about,
            state: IssueState::Decided,
            outcome: Some(outcome),
            finding: Some(found.to_owned()),
        };
        cases::change_issue(tx, Id::parse(&issue.id)?, new).await?;
    }
    cases::close(tx, case, outcome, found, at.date()).await
}
