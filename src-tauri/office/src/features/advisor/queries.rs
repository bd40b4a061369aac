//! The next question or the advice, and what was decided.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::commands::{
    AdviceView, AdvisorTurn, AnsweredFact, AskAdvisor, CaseDecisions, ChoiceView, DecisionFact,
    DecisionView, KnownBy, QuestionView, ReadingView, ResemblanceView,
};
use super::model::{Answers, Choice, Fact, Question, Row, Table};
use super::rules::{
    Advice, CaseFacts, Turn, check, checked, key, known, reads_like, table, tables, terms_code,
    to_be_checked, turn,
};
use super::store::{self, ClassificationRow};
use crate::features::cases::{self, CaseId, CaseKind, CaseRecord, Channel, Relation, moment_text};
use crate::features::clocks::commands::{ConfirmedView, RuleCheck};
use crate::features::clocks::in_force;
use crate::features::clocks::model::{Checked, Confidence, Settings};
use crate::features::office::office;
use crate::features::people::{self, PersonId};
use crate::kernel::{Clock, Error, Result};
use crate::store::Reads;

/// What the case knows of itself.
pub(super) async fn facts(tx: &mut impl Reads, case: &CaseRecord) -> Result<CaseFacts> {
    Ok(CaseFacts {
        said_how: Channel::parse(&case.said_how),
        kind: CaseKind::parse(&case.kind),
        relation: Relation::parse(&case.relation),
        during_stay: during_stay(tx, case).await?,
    })
}

/// Whether it was first said within a stay whose first and last day are on record.
async fn during_stay(tx: &mut impl Reads, case: &CaseRecord) -> Result<bool> {
    let Some(patient) = &case.patient else { return Ok(false) };
    let said = case.said_on.as_deref().unwrap_or(&case.received_on);
    let day = said.get(..10).unwrap_or_default();
    let stays = people::stays(tx.connection(), PersonId::parse(patient)?).await?;
    // On the last day it may have been said before or after the patient left.
    Ok(stays.iter().any(|stay| match (&stay.from_day, &stay.to_day) {
        (Some(from), Some(to)) => from.as_str() <= day && day < to.as_str(),
        _ => false,
    }))
}

/// The next question, or the advice, with what is known so far.
pub(super) async fn ask(tx: &mut impl Reads, input: AskAdvisor) -> Result<AdvisorTurn> {
    let profile = match (&input.case, input.profile) {
        (None, Some(profile)) => profile,
        _ => office(tx).await?.profile,
    };
    let table = table(&profile)?;
    check(table, &input.answers)?;
    let case = match input.case {
        Some(id) => Some(cases::find(tx.connection(), id).await?),
        None => None,
    };
    let of_case = match &case {
        Some(case) => facts(tx, case).await?,
        None => CaseFacts::default(),
    };
    let by_case = known(table, of_case);
    let mut answers = by_case.clone();
    answers.extend(input.answers.clone());
    let settings = in_force(tx).await?.settings;
    let (next, advice) = match turn(table, &answers) {
        Some(Turn::Ask(question)) => (Some(question_view(question)), None),
        Some(Turn::Advise(advice)) => (None, Some(advice_view(table, &advice, &settings))),
        None => return Err(Error::bug("a decision table leads nowhere")),
    };
    Ok(AdvisorTurn {
        name: table.name.clone(),
        asks: table.asks.clone(),
        version: table.version.clone(),
        kind: of_case.kind,
        known: answered(table, &answers, &by_case, &input.answers),
        next,
        advice,
    })
}

/// What was decided on a case; what it reads like, while nobody has decided.
pub(super) async fn for_case(tx: &mut impl Reads, id: CaseId) -> Result<CaseDecisions> {
    let decisions = decisions(tx, id).await?;
    let case = cases::find(tx.connection(), id).await?;
    let profile = office(tx).await?.profile;
    let resembles = if decisions.is_empty() { resemblance(&profile, &case) } else { None };
    Ok(CaseDecisions { asks: table(&profile).is_ok(), decisions, resembles })
}

fn resemblance(profile: &str, case: &CaseRecord) -> Option<ResemblanceView> {
    let (kind, said_how) = (CaseKind::parse(&case.kind)?, Channel::parse(&case.said_how)?);
    let row = reads_like(profile, kind, said_how, &Answers::new())?;
    Some(ResemblanceView { kind: row.kind, rule: row.id.clone(), sentence: row.sentence.clone() })
}

fn answered(
    table: &Table,
    answers: &Answers,
    by_case: &Answers,
    given: &Answers,
) -> Vec<AnsweredFact> {
    let one = |question: &Question| {
        let code = answers.get(&question.id)?;
        let by = match question.known_from.filter(|_| !given.contains_key(&question.id)) {
            Some(fact) if by_case.contains_key(&question.id) => known_by(fact),
            _ => KnownBy::Answer,
        };
        Some(AnsweredFact {
            question: question_view(question),
            answer: code.clone(),
            words: question.option(code)?.label.clone(),
            by,
        })
    };
    table.questions.iter().filter_map(one).collect()
}

const fn known_by(fact: Fact) -> KnownBy {
    match fact {
        Fact::SaidHow => KnownBy::SaidHow,
        Fact::Kind => KnownBy::Kind,
        Fact::Relation => KnownBy::Relation,
        Fact::Stay => KnownBy::Stay,
    }
}

fn question_view(question: &Question) -> QuestionView {
    QuestionView {
        id: question.id.clone(),
        asks: question.asks.clone(),
        help: question.help.clone(),
        options: question.options.iter().map(choice_view).collect(),
    }
}

fn choice_view(choice: &Choice) -> ChoiceView {
    ChoiceView { code: choice.code.clone(), label: choice.label.clone(), hint: choice.hint.clone() }
}

/// The rows of the office's table that came as defaults, with who checked them.
pub(super) async fn checks(tx: &mut impl Reads) -> Result<Vec<RuleCheck>> {
    let Ok(table) = table(&office(tx).await?.profile) else { return Ok(Vec::new()) };
    let settings = in_force(tx).await?.settings;
    let view = |row: &Row| {
        let by = checked(table, row, &settings);
        RuleCheck {
            at: place(row),
            key: key(table, row),
            terms: terms_code(row),
            name: format!("{}: {}", row.id, row.called),
            pack: table.name.clone(),
            former: None,
            says: row.sentence.clone(),
            authority: row.authority.clone(),
            citation: row.citation.clone(),
            confirmed: by.map(confirmed),
            note: by.and_then(|by| by.note.clone()),
        }
    };
    Ok(to_be_checked(table).map(view).collect())
}

/// Where a row is confirmed, on the page of the rules.
fn place(row: &Row) -> String {
    format!("advice-{}", row.id)
}

fn confirmed(by: &Checked) -> ConfirmedView {
    ConfirmedView { by: by.confirmed.by.clone(), on: by.confirmed.on.to_string() }
}

fn advice_view(table: &Table, advice: &Advice<'_>, settings: &Settings) -> AdviceView {
    let by = checked(table, advice.row, settings);
    let unverified = |confidence: Confidence| by.is_none() && confidence.is_unverified();
    let Row { id, kind, called, sentence, authority, citation, urgent, follows, .. } = advice.row;
    AdviceView {
        rule: id.clone(),
        kind: *kind,
        called: called.clone(),
        sentence: sentence.clone(),
        authority: authority.clone(),
        citation: citation.clone(),
        confidence: advice.confidence.into(),
        unverified: unverified(advice.confidence),
        confirm_at: by.is_none().then(|| place(advice.row)),
        checked: by.map(confirmed),
        doubt: advice.doubt.map(str::to_owned),
        urgent: *urgent,
        follows: follows.clone(),
        other: advice.other.map(|other| ReadingView {
            kind: other.kind,
            called: other.called.clone(),
            sentence: other.sentence.clone(),
            citation: other.citation.clone(),
            unverified: unverified(other.confidence),
        }),
    }
}

/// What was decided on a case, the latest first.
pub(crate) async fn decisions(tx: &mut impl Reads, case: CaseId) -> Result<Vec<DecisionView>> {
    let rows = store::of_case(tx.connection(), case).await?;
    rows.into_iter().map(|row| decision_view(row, tx.clock())).collect()
}

#[derive(Deserialize)]
struct Kept {
    asked: String,
    said: String,
}

fn decision_view(row: ClassificationRow, clock: &Clock) -> Result<DecisionView> {
    let at: DateTime<Utc> =
        row.made_at.parse().map_err(|e| Error::bug("a stored instant").caused_by(e))?;
    let kind = |code: &str| CaseKind::parse(code).ok_or_else(|| Error::bug("a stored kind"));
    let kept: Vec<Kept> = serde_json::from_str(&row.answers)
        .map_err(|e| Error::bug("stored answers").caused_by(e))?;
    // A later version of the table may have other words; what it no longer has stands as its code.
    let table = tables()?.iter().find(|table| table.id == row.profile);
    let fact = |one: Kept| {
        let question = table.and_then(|table| table.question(&one.asked));
        let option = question.and_then(|question| question.option(&one.said));
        DecisionFact {
            asked: question.map_or(one.asked, |question| question.asks.clone()),
            said: option.map_or(one.said, |option| option.label.clone()),
        }
    };
    Ok(DecisionView {
        id: row.id,
        at: moment_text(clock.local_of(at)),
        by: row.maker.unwrap_or_default(),
        kind: kind(&row.chosen)?,
        advised: kind(&row.advised)?,
        was: kind(&row.was)?,
        rule: row.rule,
        called: row.called,
        citation: row.citation,
        version: row.version,
        facts: kept.into_iter().map(fact).collect(),
        reason: row.reason,
        other: row.other,
    })
}
