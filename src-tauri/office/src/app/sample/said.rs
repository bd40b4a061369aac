//! What was said to whom and when in an ordinary case, drawn from the lines.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::chance::Chance;
use super::days::{Order, moved, workday};
use super::matters::Lines;
use crate::features::cases::{CaseKind, Channel, Stage};
use crate::features::contacts::{Direction, Reached};

/// One entry of the contact log.
pub(super) struct Said {
    pub(super) at: NaiveDateTime,
    pub(super) channel: Channel,
    pub(super) direction: Direction,
    pub(super) reached: Reached,
    pub(super) minutes: Option<u32>,
    /// With the unit; otherwise with whoever raised it.
    pub(super) with_unit: bool,
    pub(super) summary: String,
    /// The rules whose clocks it meets.
    pub(super) meets: Vec<String>,
    pub(super) promise: Option<(String, NaiveDate)>,
    /// The promise that it keeps.
    pub(super) keeps: Option<String>,
    /// Why its time was put right.
    pub(super) amended: Option<String>,
}

/// Where a case stands.
pub(super) enum End {
    /// Closed then.
    Closed(NaiveDateTime),
    /// At this stage since then.
    Open(Stage, NaiveDateTime),
}

/// The days between which a case lies.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// When it was first said.
    pub(super) said: NaiveDate,
    /// When the office received it.
    pub(super) received: NaiveDate,
    /// How many days ago that was, at least.
    pub(super) ago: i64,
}

/// Who the lines speak of.
pub(super) struct Words {
    pub(super) who: String,
    pub(super) patient: String,
    pub(super) unit: String,
}

impl Words {
    fn fill(&self, line: &str) -> String {
        line.replace("{who}", &self.who)
            .replace("{patient}", &self.patient)
            .replace("{unit}", &self.unit)
    }
}

/// A time between half past eight and half past four.
pub(super) fn office_hour(chance: &mut Chance) -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(chance.between(8 * 60 + 30, 16 * 60 + 30))
}

/// A contact log being drawn.
pub(super) struct Log<'a> {
    lines: &'a Lines,
    words: Words,
    order: Order,
    promised: Option<String>,
    pub(super) entries: Vec<Said>,
}

type Way = (Channel, Direction);
const CALLED: Way = (Channel::Call, Direction::Out);
const WROTE: Way = (Channel::Letter, Direction::Out);
const MAILED: Way = (Channel::Email, Direction::Out);
const ANSWERED: Way = (Channel::Email, Direction::In);
const VISITED: Way = (Channel::Visit, Direction::Out);
const CALLED_US: Way = (Channel::Call, Direction::In);

/// The rules of a US hospital, whose letters meet its two clocks.
const INTERIM: &str = "US-CMS-7";
const DECISION: &str = "US-CMS-POL";

impl<'a> Log<'a> {
    pub(super) fn new(lines: &'a Lines, words: Words, order: Order) -> Self {
        Self { lines, words, order, promised: None, entries: Vec::new() }
    }

    fn say(&mut self, day: NaiveDate, way: Way, lines: &[String], chance: &mut Chance) -> Said {
        let (channel, direction) = way;
        let at = self.order.next(workday(day).and_time(office_hour(chance)));
        let line = chance.pick(lines).map(String::as_str).unwrap_or_default();
        let spoken = matches!(channel, Channel::Call | Channel::Visit);
        let minutes = u32::try_from(chance.between(3, 38)).ok().filter(|_| spoken);
        Said {
            at,
            channel,
            direction,
            reached: Reached::Reached,
            minutes,
            with_unit: false,
            summary: self.words.fill(line),
            meets: Vec::new(),
            promise: None,
            keeps: None,
            amended: None,
        }
    }

    /// The first talk, sometimes with a promise, and sometimes a line to say that we have it.
    fn begin(&mut self, span: Span, done: Option<NaiveDate>, chance: &mut Chance) {
        let way = *chance.pick(&[CALLED, VISITED, CALLED_US]).unwrap_or(&CALLED);
        let mut first = self.say(span.received, way, &self.lines.first, chance);
        if let (Some(done), true) = (done, chance.percent(30)) {
            let what = chance.pick(&self.lines.promises).cloned().unwrap_or_default();
            // Most are kept in time.
            let slack =
                if chance.percent(85) { chance.between(0, 3) } else { chance.between(-4, -1) };
            let due = moved(done, slack).max(first.at.date());
            first.promise = Some((what.clone(), due));
            self.promised = Some(what);
        }
        self.entries.push(first);
        if chance.percent(45) {
            let way = *chance.pick(&[WROTE, CALLED]).unwrap_or(&WROTE);
            let day = moved(span.received, chance.between(0, 1));
            let told = self.say(day, way, &self.lines.acknowledged, chance);
            self.entries.push(told);
        }
    }

    /// The question to the unit, and its answer if there is one.
    fn ask(&mut self, (asked, answered): (NaiveDate, Option<NaiveDate>), chance: &mut Chance) {
        let mut question = self.say(asked, MAILED, &self.lines.asked, chance);
        question.with_unit = true;
        self.entries.push(question);
        if chance.percent(22) {
            let (reached, lines) = *chance
                .pick(&[
                    (Reached::NoAnswer, &self.lines.missed),
                    (Reached::LeftMessage, &self.lines.message),
                ])
                .unwrap_or(&(Reached::NoAnswer, &self.lines.missed));
            let mut missed = self.say(asked, CALLED, lines, chance);
            missed.reached = reached;
            missed.minutes = None;
            self.entries.push(missed);
        }
        if let Some(day) = answered {
            let mut answer = self.say(day, ANSWERED, &self.lines.answered, chance);
            answer.with_unit = true;
            self.entries.push(answer);
        }
    }

    /// A letter that meets clocks.
    fn letter(&mut self, day: NaiveDate, rules: &[&str], chance: &mut Chance) {
        let lines =
            if rules.contains(&DECISION) { &self.lines.decision } else { &self.lines.interim };
        let mut letter = self.say(day, WROTE, lines, chance);
        letter.meets = rules.iter().map(|rule| (*rule).to_owned()).collect();
        self.entries.push(letter);
    }

    /// The last talk, which keeps what was promised in the first.
    fn end(&mut self, day: NaiveDate, kind: CaseKind, chance: &mut Chance) -> End {
        let (way, lines) = match kind {
            CaseKind::Compliment | CaseKind::Suggestion => (MAILED, &self.lines.passed_on),
            _ => (CALLED, &self.lines.told),
        };
        let mut last = self.say(day, way, lines, chance);
        last.keeps = self.promised.take();
        if chance.percent(3) {
            last.amended = chance.pick(&self.lines.amend_reasons).map(|why| self.words.fill(why));
        }
        self.entries.push(last);
        End::Closed(self.order.next(workday(day).and_time(NaiveTime::MIN)))
    }

    /// A case that is not a grievance, to its end.
    pub(super) fn settled(&mut self, kind: CaseKind, span: Span, chance: &mut Chance) -> End {
        let (least, most) = match kind {
            CaseKind::Compliment | CaseKind::Question | CaseKind::Discharge => (0, 5),
            CaseKind::Billing => (8, 40),
            CaseKind::Records => (5, 28),
            CaseKind::Suggestion => (3, 14),
            CaseKind::Complaint | CaseKind::Concern | CaseKind::Grievance => (1, 12),
        };
        let days = chance.between(least, most).min(span.ago - 1);
        let done = moved(span.received, days);
        self.begin(span, Some(workday(done)), chance);
        if kind != CaseKind::Compliment {
            let answered = chance.percent(80).then(|| moved(span.received, days * 2 / 3));
            self.ask((moved(span.received, days / 4), answered), chance);
        }
        self.end(done, kind, chance)
    }

    /// A grievance to its end: both clocks are met, a few of them late.
    pub(super) fn decided(&mut self, span: Span, chance: &mut Chance) -> End {
        let most = span.ago - 3;
        let written = match chance.below(100) {
            0..5 => chance.between(3, 6),
            5..12 => chance.between(34, 44),
            _ => chance.between(10, 29),
        };
        let written = written.min(most);
        let done = moved(span.said, written + chance.between(1, 2));
        self.begin(span, Some(workday(done)), chance);
        let asked = moved(span.received, 1);
        if written <= 7 {
            self.ask((asked, None), chance);
            self.letter(moved(span.said, written), &[INTERIM, DECISION], chance);
        } else {
            let late = written > 14 && chance.percent(6);
            let interim = if late { chance.between(10, 13) } else { chance.between(3, 6) };
            self.letter(moved(span.said, interim), &[INTERIM], chance);
            self.ask((moved(span.said, interim), Some(moved(span.said, written - 1))), chance);
            self.letter(moved(span.said, written), &[DECISION], chance);
        }
        self.end(done, CaseKind::Grievance, chance)
    }

    /// A case that is still open: nothing in it is due this week.
    pub(super) fn so_far(&mut self, kind: CaseKind, span: Span, chance: &mut Chance) -> End {
        self.begin(span, None, chance);
        let grievance = kind == CaseKind::Grievance;
        if grievance {
            let interim = chance.between(2, 6).min(span.ago - 1);
            self.letter(moved(span.said, interim), &[INTERIM], chance);
        }
        let asks = grievance || chance.percent(70);
        if asks {
            self.ask((moved(span.received, chance.between(1, 3).min(span.ago - 1)), None), chance);
        }
        let stages: &[Stage] = if asks {
            &[Stage::Investigating, Stage::Investigating, Stage::Awaiting]
        } else {
            &[Stage::Triaged, Stage::Acknowledged, Stage::FollowUp]
        };
        let stage = chance.pick(stages).copied().unwrap_or(Stage::Triaged);
        let last = self.order.next(span.received.and_time(NaiveTime::MIN));
        End::Open(stage, last)
    }
}
