//! Clocks and promises as screens want them.

mod events;
mod moves;
mod settings;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::commands::{
    BindsView, CaseClocks, ClockView, DayCell, DueLine, ExplanationView, ExtensionLine,
    ExtensionRule, MyDay, PromiseView, RuleView, SenseView, StoppedClock,
};
use super::in_force::{InForce, day, in_force, style, terms_of};
use super::model::{Binds, Cell, Direction, Role, Sense, Terms, TimeOfDay};
use super::rules::{self, Found, Happened, Question, Receipt, Style};
use super::store::{self, ClockRow, DueRow, ExtensionRow, PauseRow, PromiseRow};
use crate::features::cases::{CaseId, Channel, Due, DueState, DueWhat, due, parse_moment};
use crate::kernel::{Id, Result};
use crate::store::Reads;

pub(super) use events::{events, preview_case, preview_drop, preview_event, preview_extension};
pub(super) use moves::preview;
pub(super) use settings::settings;
use settings::{confirmed, place_of_calendar, place_of_rule};

/// What telling of clocks needs, read once.
pub(crate) struct Telling {
    pub(super) in_force: InForce,
    pub(super) style: Style,
    pub(super) today: NaiveDate,
}

impl Telling {
    /// Reads it.
    pub(crate) async fn read(tx: &mut impl Reads) -> Result<Self> {
        let style = style(tx).await?;
        Ok(Self { in_force: in_force(tx).await?, style, today: tx.today() })
    }
}

/// What was done to a case's clocks: their extensions and pauses, and the days they run from.
#[derive(Default)]
struct Made {
    extensions: Vec<ExtensionRow>,
    pauses: Vec<PauseRow>,
    events: Vec<Happened>,
    /// What shows an event, by its id.
    shown_by: BTreeMap<String, String>,
}

impl Made {
    async fn of(tx: &mut impl Reads, case: CaseId) -> Result<Self> {
        let mut made = Self {
            extensions: store::extensions(tx.connection(), case).await?,
            pauses: store::pauses(tx.connection(), case).await?,
            ..Self::default()
        };
        for row in store::events(tx.connection(), case).await? {
            let at = parse_moment("at", &row.at)?;
            let shown = row.shown_by.is_some();
            made.shown_by.extend(row.shown_by.map(|by| (row.id.clone(), by)));
            made.events.push(Happened { id: row.id, event: row.event, at, shown });
        }
        Ok(made)
    }

    /// What is known of the day a clock's notice came, where that is later than presumed.
    fn receipt(&self, found: Found<'_>, row: &ClockRow) -> Option<Receipt<'_>> {
        let event = row.event.as_ref()?;
        let late = rules::late_receipts(found.rule, &self.events);
        if row.presumed_from.is_some() {
            let waits = late.iter().filter(|late| late.notice.id == *event && !late.counts());
            return waits.map(|late| late.receipt.at.date()).max().map(Receipt::Waits);
        }
        late.iter().find(|late| late.receipt.id == *event)?;
        self.shown_by.get(event).map(|by| Receipt::Shown(by))
    }

    fn extensions_of(&self, row: &ClockRow) -> Vec<ExtensionLine> {
        let of = self.extensions.iter().filter(|one| one.clock == row.id);
        let line = |one: &ExtensionRow| ExtensionLine {
            noticed_on: one.noticed_on.clone(),
            to: one.to_on.clone(),
            reason: one.reason.clone(),
            contact: one.contact.clone(),
        };
        of.map(line).collect()
    }

    fn terms(&self, telling: &Telling, row: &ClockRow, found: Found<'_>) -> Result<Terms> {
        let settings = &telling.in_force.settings;
        terms_of(row, found.rule, settings, &self.extensions, &self.pauses, telling.today)
    }
}

fn question<'a>(
    telling: &'a Telling,
    found: Found<'a>,
    row: &ClockRow,
    (terms, made): (&'a Terms, &'a Made),
) -> Question<'a> {
    let rule = found.rule;
    let presumption = rule.presumption.as_ref().map(|presumption| &presumption.event);
    let other = presumption
        .filter(|_| terms.presumed_from.is_some())
        .or(rule.later_of.as_ref())
        .or(rule.starts_from_later_of.as_ref());
    Question {
        pack: found.pack,
        rule,
        calendar: found.calendar,
        settings: &telling.in_force.settings,
        terms,
        event: found.event,
        other: other.and_then(|id| telling.in_force.book.event(id)),
        receipt: made.receipt(found, row),
        how: None,
        stands: day(&row.due).ok().filter(|_| row.paused_since.is_none()),
        style: telling.style,
    }
}

/// The clocks and promises of a case.
pub(crate) async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<CaseClocks> {
    let telling = Telling::read(tx).await?;
    let made = Made::of(tx, case).await?;
    let rows = store::of_case(tx.connection(), case).await?;
    let clocks =
        rows.into_iter().map(|row| clock_view(&telling, row, &made)).collect::<Result<_>>()?;
    let rows = store::promises_of_case(tx.connection(), case).await?;
    let promises =
        rows.into_iter().map(|row| promise_view(row, telling.today)).collect::<Result<_>>()?;
    let stopped = store::stopped_by_hand(tx.connection(), case).await?.into_iter();
    let stopped = stopped.map(|row| StoppedClock {
        id: row.id,
        name: row.name,
        on: row.stopped_on,
        reason: row.stop_reason.unwrap_or_default(),
    });
    Ok(CaseClocks { clocks, stopped: stopped.collect(), promises })
}

/// The strip of days of each of a case's clocks, by the clock's id.
pub(crate) async fn strips_of(
    tx: &mut impl Reads,
    case: CaseId,
) -> Result<BTreeMap<String, Vec<Cell>>> {
    let telling = Telling::read(tx).await?;
    let made = Made::of(tx, case).await?;
    let mut strips = BTreeMap::new();
    for row in store::of_case(tx.connection(), case).await? {
        let found = telling.in_force.rule_of(&row)?;
        let terms = made.terms(&telling, &row, found)?;
        let why = rules::explain(&question(&telling, found, &row, (&terms, &made)))?;
        strips.insert(row.id, why.days);
    }
    Ok(strips)
}

fn clock_view(telling: &Telling, row: ClockRow, made: &Made) -> Result<ClockView> {
    let found = telling.in_force.rule_of(&row)?;
    let rule = found.rule;
    let settings = &telling.in_force.settings;
    let style = telling.style;
    let terms = made.terms(telling, &row, found)?;
    let how_counted = rules::how_counted(&question(telling, found, &row, (&terms, made)))?;
    let stands = stands(telling, found, &row, &terms)?;
    let evidence_text = match (&row.evidence_channel, &row.evidence_at, &row.evidence_with) {
        (Some(channel), Some(at), Some(with)) => {
            Some(evidence_words(channel, with, day(at)?, style))
        }
        _ => None,
    };
    let extensions = made.extensions_of(&row);
    let pause = made.pauses.iter().find(|one| one.clock == row.id && one.to_on.is_none());
    let open = row.met_on.is_none();
    let receipt_waits = match made.receipt(found, &row) {
        Some(Receipt::Waits(day)) if open => Some(day.to_string()),
        _ => None,
    };
    Ok(ClockView {
        receipt_waits,
        id: row.id,
        rule: row.rule,
        name: row.name,
        due: stands.last.to_string(),
        act_by: stands.act_by.to_string(),
        due_by: row
            .due_by
            .and_then(|code| TimeOfDay::try_from(code).ok())
            .map(|time| rules::time_of_day_words(time, style)),
        state: stands.state,
        days: stands.days,
        started_on: day(&row.started_at)?.to_string(),
        met_on: row.met_on,
        evidence: row.met_contact,
        evidence_text,
        how_counted,
        citation: rule.citation.clone(),
        unverified: rule.is_unverified(found.pack, settings),
        confirm_at: confirm_at(&telling.in_force, found),
        checked: confirmed(rule.checked(settings).map(|checked| &checked.confirmed)),
        met_by: rule.met_by.words.clone(),
        meetable_by: rule.met_by.channels.iter().filter_map(|c| Channel::parse(c)).collect(),
        binds: binds_of(rule.binds),
        bound: rule.bound.clone(),
        sense: sense_of(rule.sense),
        opens: row.opens_on,
        missed_on: row.missed_on,
        paused_since: row.paused_since,
        paused_why: pause.map(|pause| pause.why.clone()),
        extension: extension_rule(found, extensions.len()).filter(|_| open),
        extensions,
        may_pause: rule.may_pause() && rule.counts == Direction::Forward && open,
    })
}

/// Where on the page of the rules somebody confirms what a clock rests on; nothing when it is.
fn confirm_at(in_force: &InForce, found: Found<'_>) -> Option<String> {
    let settings = &in_force.settings;
    if found.rule.length_is_unverified(settings) {
        return Some(place_of_rule(in_force, &found));
    }
    let unverified = found.rule.is_unverified(found.pack, settings);
    unverified.then(|| place_of_calendar(&found.pack.calendar))
}

/// How a clock stands today.
struct Stands {
    /// The last day; while it stands still, as it would be if it ran on today.
    last: NaiveDate,
    act_by: NaiveDate,
    state: DueState,
    days: i32,
}

fn stands(telling: &Telling, found: Found<'_>, row: &ClockRow, terms: &Terms) -> Result<Stands> {
    let (rule, today) = (found.rule, telling.today);
    let mut last = day(&row.due)?;
    let safe = row.safe_on.as_deref().map(day).transpose()?;
    if let Some(met) = row.met_on.as_deref().map(day).transpose()? {
        // A window that closes later than the last safe day was not missed when that passed.
        let act_by = safe.unwrap_or(last);
        let days = due(DueWhat::Clock, String::new(), act_by, today, Some(met)).days;
        let state = DueState::of(last, today, Some(met));
        return Ok(Stands { last, act_by, state, days });
    }
    if row.paused_since.is_some() {
        let under = telling.in_force.of_clock(row);
        let by = under.as_ref().unwrap_or(&telling.in_force);
        let found = by.rule_of(row)?;
        last = rules::date(rule, terms, &by.settings, found.calendar)?.due;
    }
    // Past the last safe day a window is still open, and it presses.
    let open = safe.is_some_and(|safe| safe < today) && today <= last;
    let act_by = safe.filter(|safe| *safe >= today).unwrap_or(last);
    let stands = due(DueWhat::Clock, String::new(), act_by, today, None);
    // Nobody has to act on what is barred or kept, or stands still.
    let waits = rule.sense != Sense::Deadline || row.paused_since.is_some();
    let state = match stands.state {
        _ if waits => DueState::Later,
        DueState::Later if open => DueState::Soon,
        state => state,
    };
    Ok(Stands { last, act_by, state, days: stands.days })
}

/// How a clock that was extended so many `times` can be made longer once more.
fn extension_rule(found: Found<'_>, times: usize) -> Option<ExtensionRule> {
    let extension = found.rule.extension.as_ref()?;
    let most = extension.max_times.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
    most.is_none_or(|most| times < most).then(|| ExtensionRule {
        length: extension.length.map(|length| rules::length_words(length, found.calendar)),
        needs_date: extension.length.is_none(),
        elements: extension.notice.elements.clone(),
    })
}

/// Whose limit, for the window.
pub(super) const fn binds_of(binds: Binds) -> BindsView {
    match binds {
        Binds::Ours => BindsView::Ours,
        Binds::Theirs => BindsView::Theirs,
        Binds::Patient => BindsView::Patient,
    }
}

/// What a last day means, for the window.
pub(super) const fn sense_of(sense: Sense) -> SenseView {
    match sense {
        Sense::Deadline => SenseView::Deadline,
        Sense::Bar => SenseView::Bar,
        Sense::Keep => SenseView::Keep,
    }
}

fn evidence_words(channel: &str, with: &str, on: NaiveDate, style: Style) -> String {
    let what = match Channel::parse(channel) {
        Some(Channel::Call) => "Call",
        Some(Channel::Visit) => "Visit",
        Some(Channel::Letter) => "Letter",
        Some(Channel::Email) => "E-mail",
        Some(Channel::Video) => "Video call",
        Some(Channel::Note) | None => "Note",
    };
    let date = rules::short_day(on, style);
    if with.is_empty() { format!("{what}, {date}") } else { format!("{what}, {with}, {date}") }
}

fn promise_view(row: PromiseRow, today: NaiveDate) -> Result<PromiseView> {
    let on = day(&row.due)?;
    let kept = row.kept_on.as_deref().map(day).transpose()?;
    let stands = due(DueWhat::Promise, String::new(), on, today, kept);
    Ok(PromiseView {
        id: row.id,
        case: row.case_id,
        what: row.what,
        due: stands.on,
        to: row.to_person,
        to_name: row.to_name,
        made_by: row.maker.unwrap_or_default(),
        made_on: row.promised_on,
        state: stands.state,
        days: stands.days,
        kept_on: row.kept_on,
        kept_by: row.kept_contact,
    })
}

/// Promises by their ids.
pub(crate) async fn promises_by_id(
    tx: &mut impl Reads,
    ids: &[String],
) -> Result<Vec<PromiseView>> {
    let today = tx.today();
    let ids = serde_json::Value::from(ids.to_vec()).to_string();
    let rows = store::promises(tx.connection(), &ids).await?;
    rows.into_iter().map(|row| promise_view(row, today)).collect()
}

/// Why a clock is due when it is.
pub(super) async fn explain(tx: &mut impl Reads, id: Id) -> Result<ExplanationView> {
    let row = store::find(tx.connection(), &id.to_string()).await?;
    let case: CaseId = Id::parse(&row.case_id)?;
    let record = crate::features::cases::find(tx.connection(), case).await?;
    let telling = Telling::read(tx).await?;
    let made = Made::of(tx, case).await?;
    let found = telling.in_force.rule_of(&row)?;
    let terms = made.terms(&telling, &row, found)?;
    let how = how_said(&record.said_how, record.said_where.as_deref());
    let mut ask = question(&telling, found, &row, (&terms, &made));
    if found.event.is_none() {
        ask.how = Some(&how);
    }
    let why = rules::explain(&ask)?;
    Ok(ExplanationView {
        clock: clock_view(&telling, row, &made)?,
        title: why.title,
        sentence: why.sentence,
        days: why
            .days
            .into_iter()
            .map(|cell| DayCell {
                on: cell.on.to_string(),
                role: match cell.role {
                    Role::Start => "start",
                    Role::Counted => "counted",
                    Role::Skipped => "skipped",
                    Role::Due => "due",
                    Role::Gap => "gap",
                }
                .into(),
                label: cell.label,
                note: cell.note,
            })
            .collect(),
        rule_text: why.rule_text,
        starts_when: why.starts_when,
        calendar: why.calendar,
        calendar_unverified: why.calendar_unverified,
        calendar_at: place_of_calendar(&found.pack.calendar),
        met_by: why.met_by,
        authority: why.authority,
        citation: why.citation,
        confidence: why.confidence.into(),
        length_unverified: why.length_unverified,
        rule_version: why.rule_version,
    })
}

fn how_said(how: &str, place: Option<&str>) -> String {
    let how = match Channel::parse(how) {
        Some(Channel::Call) => "by phone",
        Some(Channel::Visit) => "in person",
        Some(Channel::Letter) => "by letter",
        Some(Channel::Email) => "by e-mail",
        Some(Channel::Video) => "by video",
        Some(Channel::Note) | None => "in a note",
    };
    place.map_or_else(|| how.to_owned(), |place| format!("{how}, {place}"))
}

/// The rules in force, with how sure we are of them.
pub(super) async fn all_rules(tx: &mut impl Reads) -> Result<Vec<RuleView>> {
    let in_force = in_force(tx).await?;
    let settings = &in_force.settings;
    let all = in_force.book.packs().flat_map(|pack| &pack.rules).filter_map(|rule| {
        let found = in_force.book.rule(&rule.id)?;
        Some(RuleView {
            id: rule.id.clone(),
            pack: found.pack.id.clone(),
            name: rule.name.clone(),
            length: rules::length_words(rule.length_under(settings), found.calendar),
            starts_when: rule.starts_when.clone(),
            authority: rule.authority.clone(),
            citation: rule.citation.clone(),
            confidence: rule.confidence.into(),
            unverified: rule.is_unverified(found.pack, settings),
        })
    });
    Ok(all.collect())
}

/// How many lines a part of My day shows.
const MOST: i64 = 50;

/// What needs somebody today, and this week.
pub(super) async fn my_day(tx: &mut impl Reads) -> Result<MyDay> {
    let telling = Telling::read(tx).await?;
    let today = telling.today;
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    let (start, now, end) = (String::new(), today.to_string(), week.to_string());
    let (now_lines, now_more) = lines(tx, (&start, &now), &telling).await?;
    let (week_lines, week_more) = lines(tx, (&now, &end), &telling).await?;
    let yesterday = today.pred_opt().unwrap_or(today).to_string();
    let late = store::count_due(tx.connection(), &start, &yesterday).await?;
    let due = store::count_due(tx.connection(), &yesterday, &now).await?;
    let ahead = store::count_due(tx.connection(), &now, &end).await?;
    // A window past its last safe day has not run out yet. It presses today.
    let due_today = due.clocks + late.open + due.promises;
    let sentence = sentence(&[
        (late.clocks - late.open, "clock has run out", "clocks have run out"),
        (late.promises, "promise was not kept in time", "promises were not kept in time"),
        (due_today, "thing is due today", "things are due today"),
        (ahead.clocks, "clock runs out this week", "clocks run out this week"),
        (ahead.promises, "promise falls due this week", "promises fall due this week"),
    ]);
    Ok(MyDay { date: now, sentence, now: now_lines, week: week_lines, now_more, week_more })
}

/// How the day stands, in sentences: "One clock has run out. Two things are due today."
fn sentence(parts: &[(i64, &str, &str)]) -> String {
    let said: Vec<String> = parts
        .iter()
        .filter(|(n, _, _)| *n > 0)
        .map(|(n, one, many)| format!("{} {}.", number(*n), if *n == 1 { one } else { many }))
        .collect();
    if said.is_empty() { "Nothing is due today or this week.".into() } else { said.join(" ") }
}

/// Small numbers in words, as a sentence begins.
fn number(n: i64) -> String {
    const WORDS: [&str; 10] =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    match usize::try_from(n).ok().and_then(|n| WORDS.get(n)) {
        Some(word) => (*word).to_owned(),
        None if n > 1_000 => "More than 1,000".into(),
        None => n.to_string(),
    }
}

async fn lines(
    tx: &mut impl Reads,
    (after, to): (&str, &str),
    telling: &Telling,
) -> Result<(Vec<DueLine>, u32)> {
    let clocks = store::clocks_due(tx.connection(), after, to, MOST).await?;
    let ids: Vec<&str> = clocks.iter().map(|row| row.id.as_str()).collect();
    let ids = serde_json::Value::from(ids).to_string();
    let details = store::by_ids(tx.connection(), &ids).await?;
    let promises = store::promises_due(tx.connection(), after, to, MOST).await?;
    let counted = store::count_due(tx.connection(), after, to).await?;
    let mut lines = Vec::new();
    for row in clocks {
        let Some(clock) = details.iter().find(|clock| clock.id == row.id) else { continue };
        lines.push(clock_line(tx, telling, row, clock).await?);
    }
    for row in promises {
        lines.push(promise_line(row, telling.today, telling.style)?);
    }
    lines.sort_by(|a, b| (&a.due.on, &a.number).cmp(&(&b.due.on, &b.number)));
    lines.truncate(usize::try_from(MOST).unwrap_or_default());
    let shown = i64::try_from(lines.len()).unwrap_or_default();
    let more = u32::try_from((counted.clocks + counted.promises - shown).max(0));
    Ok((lines, more.unwrap_or_default()))
}

async fn clock_line(
    tx: &mut impl Reads,
    telling: &Telling,
    row: DueRow,
    clock: &ClockRow,
) -> Result<DueLine> {
    let found = telling.in_force.rule_of(clock)?;
    let case: CaseId = Id::parse(&row.case_id)?;
    let made = Made::of(tx, case).await?;
    let terms = made.terms(telling, clock, found)?;
    let counted = rules::how_counted(&question(telling, found, clock, (&terms, &made)))?;
    let of = stands(telling, found, clock, &terms)?;
    let on = of.act_by.to_string();
    let due = Due { what: DueWhat::Clock, label: row.label, on, state: of.state, days: of.days };
    let last = rules::short_day(of.last, telling.style);
    let safe = clock.safe_on.as_deref().map(day).transpose()?.filter(|safe| *safe != of.last);
    let aside = if due.state == DueState::Overdue {
        found.rule.unmet.clone()
    } else if let Some(safe) = safe.filter(|safe| *safe < telling.today) {
        let safe = rules::short_day(safe, telling.style);
        format!("The last safe day was {safe}. The last day is {last}.")
    } else if safe.is_some() {
        format!("Last safe day. The last day is {last}.")
    } else {
        row.about
    };
    Ok(DueLine {
        case: row.case_id,
        number: row.number,
        patient_name: row.patient_name.unwrap_or_else(|| "(name withheld)".into()),
        title: found.rule.task.clone(),
        why: format!("{counted} {}.", found.rule.citation),
        aside,
        due,
        clock: Some(row.id),
        promise: None,
    })
}

fn promise_line(row: DueRow, today: NaiveDate, style: Style) -> Result<DueLine> {
    let stands = due(DueWhat::Promise, row.label.clone(), day(&row.due)?, today, None);
    let given = day(row.promised_on.as_deref().unwrap_or_default())?;
    let maker = row.maker.unwrap_or_else(|| "Somebody".into());
    let to = row.to_name.filter(|n| !n.is_empty());
    let told = to.map_or_else(
        || format!("{maker} promised it on {}.", rules::short_day(given, style)),
        |to| format!("{maker} told {to} on {}.", rules::short_day(given, style)),
    );
    Ok(DueLine {
        case: row.case_id,
        number: row.number,
        patient_name: row.patient_name.unwrap_or_else(|| "(name withheld)".into()),
        title: format!("“{}”", row.label),
        why: told,
        aside: row.about,
        due: stands,
        clock: None,
        promise: Some(row.id),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_said_in_sentences() {
        let words =
            sentence(&[(1, "clock has run out", ""), (0, "", ""), (12, "", "things are due")]);
        assert_eq!(words, "One clock has run out. 12 things are due.");
        assert_eq!(sentence(&[]), "Nothing is due today or this week.");
    }
}
