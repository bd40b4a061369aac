//! Clocks and promises as screens want them.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::commands::{
    CaseClocks, ClockView, DayCell, DueLine, ExplanationView, MyDay, PromiseView, RuleView,
};
use super::model::{Role, Settings, TimeOfDay};
use super::rules::{self, Found, Question, Rulebook, Style};
use super::store::{self, ClockRow, DueRow, PromiseRow};
use crate::features::cases::{CaseId, Channel, DueState, DueWhat, due, parse_moment};
use crate::features::office;
use crate::kernel::{Error, Id, OrNotFound, Result};
use crate::store::Reads;

/// How this office reads dates.
pub(super) async fn style(tx: &mut impl Reads) -> Result<Style> {
    let profile = office::office(tx).await?.profile;
    Ok(Style {
        dates: if profile == "uk-england" { rules::Dates::Uk } else { rules::Dates::Us },
        clock24: profile == "uk-england",
    })
}

fn day(text: &str) -> Result<NaiveDate> {
    text.get(..10).and_then(|d| d.parse().ok()).ok_or_else(|| Error::bug("a stored day is not one"))
}

fn moment(text: &str) -> Result<NaiveDateTime> {
    parse_moment("startedAt", text).map_err(|e| Error::bug("a stored moment").caused_by(e))
}

fn rule_of<'a>(book: &'a Rulebook, rule: &str) -> Result<Found<'a>> {
    book.rule(rule).or_not_found("rule")
}

fn question<'a>(
    found: Found<'a>,
    settings: &'a Settings,
    trigger: NaiveDateTime,
    style: Style,
) -> Question<'a> {
    Question {
        pack: found.pack,
        rule: found.rule,
        calendar: found.calendar,
        settings,
        trigger,
        how: None,
        style,
    }
}

/// The clocks and promises of a case.
pub(crate) async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<CaseClocks> {
    let style = style(tx).await?;
    let today = tx.today();
    let rows = store::of_case(tx.connection(), case).await?;
    let clocks =
        rows.into_iter().map(|row| clock_view(row, today, style)).collect::<Result<_>>()?;
    let rows = store::promises_of_case(tx.connection(), case).await?;
    let promises = rows.into_iter().map(|row| promise_view(row, today)).collect::<Result<_>>()?;
    Ok(CaseClocks { clocks, promises })
}

fn clock_view(row: ClockRow, today: NaiveDate, style: Style) -> Result<ClockView> {
    let found = rule_of(rules::book()?, &row.rule)?;
    let settings = Settings::default();
    let ask = question(found, &settings, moment(&row.started_at)?, style);
    let on = day(&row.due)?;
    let met_on = row.met_on.as_deref().map(day).transpose()?;
    let stands = due(DueWhat::Clock, row.name.clone(), on, today, met_on);
    let evidence_text = match (&row.evidence_channel, &row.evidence_at, &row.evidence_with) {
        (Some(channel), Some(at), Some(with)) => {
            Some(evidence_words(channel, with, day(at)?, style))
        }
        _ => None,
    };
    Ok(ClockView {
        id: row.id,
        rule: row.rule,
        name: row.name,
        due: stands.on,
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
        how_counted: rules::how_counted(&ask)?,
        citation: found.rule.citation.clone(),
        unverified: found.rule.is_unverified(found.pack, &settings),
        met_by: found.rule.met_by.words.clone(),
        meetable_by: found.rule.met_by.channels.iter().filter_map(|c| Channel::parse(c)).collect(),
    })
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
    let style = style(tx).await?;
    let today = tx.today();
    let found = rule_of(rules::book()?, &row.rule)?;
    let settings = Settings::default();
    let how = how_said(&record.said_how, record.said_where.as_deref());
    let mut ask = question(found, &settings, moment(&row.started_at)?, style);
    ask.how = Some(&how);
    let why = rules::explain(&ask)?;
    Ok(ExplanationView {
        clock: clock_view(row, today, style)?,
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

/// Every rule this version ships, with how sure we are of it.
pub(super) fn all_rules() -> Result<Vec<RuleView>> {
    let settings = Settings::default();
    let book = rules::book()?;
    let mut all = Vec::new();
    for pack in book.packs() {
        for rule in &pack.rules {
            let found = rule_of(book, &rule.id)?;
            all.push(RuleView {
                id: rule.id.clone(),
                pack: pack.id.clone(),
                name: rule.name.clone(),
                length: rules::length_words(rule.length_under(&settings), found.calendar),
                starts_when: rule.starts_when.clone(),
                authority: rule.authority.clone(),
                citation: rule.citation.clone(),
                confidence: rule.confidence.into(),
                unverified: rule.is_unverified(pack, &settings),
            });
        }
    }
    Ok(all)
}

/// How many lines a part of My day shows.
const MOST: i64 = 50;

/// What needs somebody today, and this week.
pub(super) async fn my_day(tx: &mut impl Reads) -> Result<MyDay> {
    let today = tx.today();
    let style = style(tx).await?;
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    let (start, now, end) = (String::new(), today.to_string(), week.to_string());
    let (now_lines, now_more) = lines(tx, (&start, &now), style).await?;
    let (week_lines, week_more) = lines(tx, (&now, &end), style).await?;
    let yesterday = today.pred_opt().unwrap_or(today).to_string();
    let late = store::count_due(tx.connection(), &start, &yesterday).await?;
    let due = store::count_due(tx.connection(), &yesterday, &now).await?;
    let ahead = store::count_due(tx.connection(), &now, &end).await?;
    let sentence = sentence(&[
        (late.clocks, "clock has run out", "clocks have run out"),
        (late.promises, "promise was not kept in time", "promises were not kept in time"),
        (due.clocks + due.promises, "thing is due today", "things are due today"),
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
    style: Style,
) -> Result<(Vec<DueLine>, u32)> {
    let today = tx.today();
    let clocks = store::clocks_due(tx.connection(), after, to, MOST).await?;
    let promises = store::promises_due(tx.connection(), after, to, MOST).await?;
    let counted = store::count_due(tx.connection(), after, to).await?;
    let mut lines = Vec::new();
    for row in clocks {
        lines.push(clock_line(row, today, style)?);
    }
    for row in promises {
        lines.push(promise_line(row, today, style)?);
    }
    lines.sort_by(|a, b| (&a.due.on, &a.number).cmp(&(&b.due.on, &b.number)));
    lines.truncate(usize::try_from(MOST).unwrap_or_default());
    let shown = i64::try_from(lines.len()).unwrap_or_default();
    let more = u32::try_from((counted.clocks + counted.promises - shown).max(0));
    Ok((lines, more.unwrap_or_default()))
}

fn clock_line(row: DueRow, today: NaiveDate, style: Style) -> Result<DueLine> {
    let found = rule_of(rules::book()?, row.rule.as_deref().unwrap_or_default())?;
    let settings = Settings::default();
    let trigger = moment(row.started_at.as_deref().unwrap_or_default())?;
    let counted = rules::how_counted(&question(found, &settings, trigger, style))?;
    let stands = due(DueWhat::Clock, row.label, day(&row.due)?, today, None);
    Ok(DueLine {
        case: row.case_id,
        number: row.number,
        patient_name: row.patient_name.unwrap_or_else(|| "(name withheld)".into()),
        title: found.rule.task.clone(),
        why: format!("{counted} {}.", found.rule.citation),
        aside: if stands.state == DueState::Overdue { found.rule.unmet.clone() } else { row.about },
        due: stands,
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
