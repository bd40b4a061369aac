//! An ordinary case: who, about what, and when, drawn from the matters.

use chrono::{NaiveDateTime, TimeDelta};

use super::chance::Chance;
use super::crowd::{Crowd, called};
use super::days::{Order, Today, moved, workday};
use super::matters::{Lines, Matter, Matters};
use super::pen::Hand;
use super::said::{End, Log, Said, Span, Words, office_hour};
use crate::features::cases::{CaseKind, Channel, Relation, Urgency};

/// How many ordinary cases lie in the last year or so; the rest is spread over ten.
pub(super) const RECENT: usize = 34;

/// An open case is no older, so that its clocks are not due this week.
const OPEN_DAYS: i64 = 18;

/// An ordinary case.
pub(super) struct Course {
    pub(super) patient: usize,
    pub(super) by_patient: bool,
    pub(super) relation: Relation,
    pub(super) may_be_told: bool,
    pub(super) matter: Matter,
    pub(super) unit: String,
    pub(super) hand: Hand,
    pub(super) urgency: Urgency,
    pub(super) said_how: Channel,
    pub(super) said: NaiveDateTime,
    pub(super) received: NaiveDateTime,
    pub(super) log: Vec<Said>,
    pub(super) issue: bool,
    pub(super) end: End,
}

/// What courses are drawn from.
pub(super) struct Source<'a> {
    pub(super) matters: Matters,
    pub(super) lines: Lines,
    pub(super) seed: u64,
    pub(super) today: Today<'a>,
    /// How many ordinary cases there are.
    pub(super) cases: usize,
}

impl Source<'_> {
    /// The course of the `nth` case: always the same.
    pub(super) fn course(&self, nth: usize, crowd: &Crowd) -> Option<Course> {
        let mut chance = Chance::of(self.seed, 1, nth);
        // Those that are seen first are all about something else.
        let drawn = match nth {
            0..RECENT => self.matters.shuffled(self.seed, nth),
            _ => self.matters.draw(&mut chance),
        };
        let matter = drawn?.clone();
        let ago = match nth {
            0..RECENT => {
                let far = chance.between(0, 1_000);
                4 + 416 * far * far / 1_000_000
            }
            _ => chance.between(4, 3_650),
        };
        let day = workday(moved(self.today.date(), -ago));
        let received = day.and_time(office_hour(&mut chance));
        let said = self.first_said(&matter, received, &mut chance);
        let by_patient = matter.kind == CaseKind::Compliment || chance.percent(55);
        // One case in five is about somebody who was here before.
        let patients = (self.cases * 4).div_ceil(5);
        let patient = if nth < patients {
            nth
        } else {
            usize::try_from(chance.below(patients as u64)).unwrap_or_default()
        };
        let pair = crowd.pair(patient);
        let unit = chance.pick(&matter.units)?.clone();
        let open = ago <= OPEN_DAYS && chance.percent(55);
        let who = called(if by_patient { &pair.patient } else { &pair.closest });
        let words = Words { who, patient: called(&pair.patient), unit: unit.clone() };
        let mut log = Log::new(&self.lines, words, Order::from(received, self.today.latest()));
        let span = Span { said: said.date(), received: received.date(), ago };
        let end = match (open, matter.kind) {
            (true, _) => log.so_far(matter.kind, span, &mut chance),
            (false, CaseKind::Grievance) => log.decided(span, &mut chance),
            (false, kind) => log.settled(kind, span, &mut chance),
        };
        Some(Course {
            patient,
            by_patient,
            relation: if by_patient { Relation::SelfPatient } else { pair.relation },
            may_be_told: chance.percent(80),
            hand: if chance.percent(60) { Hand::Dana } else { Hand::Lee },
            urgency: chance
                .weighed(&[(Urgency::Routine, 6), (Urgency::Soon, 3), (Urgency::Urgent, 1)], |u| {
                    u.1
                })
                .map_or(Urgency::Routine, |u| u.0),
            said_how: *chance.pick(&[
                Channel::Call,
                Channel::Call,
                Channel::Visit,
                Channel::Email,
                Channel::Letter,
            ])?,
            issue: matter.kind == CaseKind::Grievance || chance.percent(20),
            log: log.entries,
            matter,
            unit,
            said,
            received,
            end,
        })
    }

    /// Staff heard a grievance up to a day before the office did.
    fn first_said(
        &self,
        matter: &Matter,
        received: NaiveDateTime,
        chance: &mut Chance,
    ) -> NaiveDateTime {
        let hours = if matter.kind == CaseKind::Grievance { chance.between(0, 26) } else { 0 };
        received - TimeDelta::hours(hours)
    }
}
