//! Tells a story: each step by the domain function that the same command of the window runs.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::cast::Cast;
use super::days::{Order, Today, workday_after};
use super::pen::Pen;
use super::stories::{self, Step, Story};
use crate::app::workflows;
use crate::features::cases::{self, CaseDetails, CaseId, IssueChange, IssueState, moment_text};
use crate::features::clocks::of_case;
use crate::features::contacts::{self, AddContact, ContactDetails, ContactId, NewPromise};
use crate::features::education;
use crate::features::education::model::{Giving, GivingOne, TeachBackDetails};
use crate::features::people::PersonId;
use crate::kernel::{Error, Id, OrNotFound as _, Result};
use crate::store::{Reads as _, WriteTx};

/// A story being told.
pub(super) struct Tale {
    story: Story,
    said: NaiveDateTime,
    received: NaiveDateTime,
    at: Vec<NaiveDateTime>,
    case: Option<CaseId>,
    contacts: HashMap<String, (ContactId, ContactDetails)>,
}

impl Tale {
    /// Fixes on which day and at which time each step was.
    pub(super) fn of(story: Story, today: Today<'_>) -> Self {
        let said = today.exact(story.said);
        let received = match today.at_work(story.received) {
            // Said over the weekend, it was received when the office opened again.
            early if early < said => workday_after(said).min(today.latest()).max(said),
            received => received,
        };
        let mut order = Order::from(received, today.latest());
        let at = story.step.iter().map(|step| order.next(today.at_work(step.on()))).collect();
        Self { story, said, received, at, case: None, contacts: HashMap::new() }
    }

    /// When its parts were: opening first, then every step.
    pub(super) fn moments(&self) -> impl Iterator<Item = NaiveDateTime> {
        std::iter::once(self.received).chain(self.at.iter().copied())
    }

    /// Tells part `nth`: 0 opens the case.
    pub(super) async fn tell(
        &mut self,
        nth: usize,
        pen: &Pen<'_>,
        cast: &mut Cast,
        today: Today<'_>,
    ) -> Result<()> {
        match nth.checked_sub(1) {
            None => self.open(pen, cast, today).await,
            Some(step) => self.step(step, pen, cast, today).await,
        }
    }

    async fn open(&mut self, pen: &Pen<'_>, cast: &mut Cast, today: Today<'_>) -> Result<()> {
        let at = today.written(self.received);
        let mut people = Vec::new();
        for key in [&self.story.patient, &self.story.raised_by] {
            let person = match key {
                Some(key) => Some(cast.meet(pen, key, (at, today)).await?),
                None => None,
            };
            people.push(person);
        }
        let raised_by = people.pop().flatten();
        let details = self.details(people.pop().flatten(), raised_by);
        let id = pen
            .write((self.story.owner, at), "cases.open", move |tx| {
                Box::pin(workflows::open(tx, details))
            })
            .await?;
        self.case = Some(id);
        Ok(())
    }

    fn details(&self, patient: Option<PersonId>, raised_by: Option<PersonId>) -> CaseDetails {
        let story = self.story.clone();
        CaseDetails {
            kind: story.kind,
            patient,
            raised_by,
            relation: story.relation,
            said_how: story.said_how,
            said_on: Some(self.said),
            said_where: story.said_where,
            received_on: self.received,
            about: story.about,
            happened: story.happened,
            wants: story.wants,
            urgency: story.urgency,
            unit: Some(story.unit),
        }
    }

    async fn step(
        &mut self,
        nth: usize,
        pen: &Pen<'_>,
        cast: &mut Cast,
        today: Today<'_>,
    ) -> Result<()> {
        let step = self.story.step.get(nth).cloned().or_not_found("step")?;
        let local = self.at.get(nth).copied().unwrap_or(self.received);
        let (case, at) = (self.case.or_not_found("case")?, today.written(local));
        let who = match step.people() {
            Some(key) => Some(cast.meet(pen, key, (at, today)).await?),
            None => None,
        };
        let (by, action) = ((self.story.owner, at), step.action());
        match step {
            Step::Contact(step) => {
                let key = step.key.clone();
                let input = self.contact(case, step, who, local, today);
                let details = input.0.details()?;
                let id = pen
                    .write(by, action, move |tx| {
                        Box::pin(async move { add_contact(tx, input).await })
                    })
                    .await?;
                if let Some(key) = key {
                    self.contacts.insert(key, (id, details));
                }
                Ok(())
            }
            Step::Amend(step) => {
                let (id, mut details) =
                    self.contacts.get(&step.contact).cloned().or_not_found("contact")?;
                details.summary = step.summary;
                let reason = step.reason;
                pen.write(by, action, move |tx| {
                    Box::pin(async move { contacts::amend(tx, id, &reason, details).await })
                })
                .await
            }
            Step::Leaflet(step) => {
                let giving = giving(case, step, who.or_not_found("person")?, local, today);
                pen.write(by, action, move |tx| {
                    Box::pin(async move { education::give(tx, giving).await.map(|_| ()) })
                })
                .await
            }
            step => {
                pen.write(by, action, move |tx| {
                    Box::pin(async move { work(tx, case, step, who, local).await })
                })
                .await
            }
        }
    }

    /// The contact, and what the promises that it keeps are called.
    fn contact(
        &self,
        case: CaseId,
        step: stories::Contact,
        with: Option<PersonId>,
        at: NaiveDateTime,
        today: Today<'_>,
    ) -> (AddContact, Vec<String>) {
        let made = self.story.step.iter().filter_map(|step| match step {
            Step::Contact(contact) => contact.promise.as_ref(),
            _ => None,
        });
        let kept = made.filter(|p| step.keeps.contains(&p.key)).map(|p| p.what.clone()).collect();
        let promise = step.promise.map(|promise| NewPromise {
            what: promise.what,
            due: today.promised(promise.due).to_string(),
            to: None,
        });
        let input = AddContact {
            case,
            channel: step.channel,
            direction: step.direction,
            at: moment_text(at),
            minutes: step.minutes,
            with: with.map(|id| id.to_string()),
            with_name: step.with_name,
            reached: step.reached,
            summary: step.summary,
            promise,
            meets: step.meets,
            keeps: Vec::new(),
        };
        (input, kept)
    }
}

/// The leaflet, and what was said back.
fn giving(
    case: CaseId,
    step: stories::Leaflet,
    person: PersonId,
    at: NaiveDateTime,
    today: Today<'_>,
) -> Giving {
    let said = TeachBackDetails {
        points: step.said,
        interpreter: step.interpreter,
        note: String::new(),
        again_on: step.again.map(|day| today.promised(day)),
    };
    let one = GivingOne {
        key: step.key,
        language: step.language,
        said: (!said.points.is_empty()).then_some(said),
    };
    Giving {
        person,
        case: Some(case),
        leaflets: vec![one],
        way: step.way,
        at: Some(at),
        note: None,
    }
}

/// Adds a contact whose clocks are named by rule, and whose promises by what was promised.
pub(super) async fn add_contact(
    tx: &mut WriteTx,
    (mut input, kept): (AddContact, Vec<String>),
) -> Result<ContactId> {
    if !input.meets.is_empty() || !kept.is_empty() {
        let running = of_case(tx, input.case).await?;
        let met = |rule: &String| {
            running
                .clocks
                .iter()
                .find(|c| c.rule == *rule)
                .map(|c| c.id.clone())
                .or_not_found("clock")
        };
        input.meets = input.meets.iter().map(met).collect::<Result<_>>()?;
        let kept_now = |what: &String| {
            let open = running.promises.iter().find(|p| p.what == *what && p.kept_on.is_none());
            open.map(|p| p.id.clone()).or_not_found("promise")
        };
        input.keeps = kept.iter().map(kept_now).collect::<Result<_>>()?;
    }
    workflows::add(tx, input).await
}

/// What a step does to the case itself.
async fn work(
    tx: &mut WriteTx,
    case: CaseId,
    step: Step,
    who: Option<PersonId>,
    local: NaiveDateTime,
) -> Result<()> {
    match step {
        Step::Issue(step) => cases::add_issue(tx, case, &step.about).await,
        Step::LookInto(step) => {
            let new = IssueChange {
                about: step.about,
                state: IssueState::Investigating,
                outcome: None,
                finding: None,
            };
            change_issue(tx, case, new).await
        }
        Step::Decide(step) => {
            let new = IssueChange {
                about: step.about,
                state: IssueState::Decided,
                outcome: Some(step.outcome),
                finding: Some(step.finding),
            };
            change_issue(tx, case, new).await
        }
        Step::Party(step) => {
            let who = who.or_not_found("person")?;
            cases::add_party(tx, case, who, step.role, step.relation, step.may_be_told).await
        }
        Step::Stage(step) => cases::set_stage(tx, case, step.stage).await,
        Step::Close(step) => cases::close(tx, case, step.outcome, &step.note, local.date()).await,
        Step::Reopen(step) => cases::reopen(tx, case, &step.reason).await,
        Step::Contact(_) | Step::Amend(_) | Step::Leaflet(_) => {
            Err(Error::bug("this is no work on the case"))
        }
    }
}

async fn change_issue(tx: &mut WriteTx, case: CaseId, new: IssueChange) -> Result<()> {
    let issues = cases::issues(tx.connection(), case).await?;
    let issue = issues.into_iter().find(|i| i.about == new.about).or_not_found("issue")?;
    cases::change_issue(tx, Id::parse(&issue.id)?, new).await.map(|_| ())
}
