//! Finding and reading leaflets, and laying them out for paper.

use super::drawing::{Drawing, left_out};
use crate::features::education::commands::{
    ChangeView, FoundLeaflet, Handing, HelperView, KeyPointForm, LeafletRow, LeafletView,
    LibraryView, QuestionsView, ReachView, RelatedView, RightView, SourceView, TermView,
    TranslationView, VisitView,
};
use crate::features::education::held::{Held, find, held, is_behind, leaflet_of, standing};
use crate::features::education::model::{KeyPoint, Leaflet, LeafletState, Origin, Setting};
use crate::features::education::rules::{
    Letterhead, Reach, Sheet, Standing, base_of, leaflet as lay_out_one, lines_of, markdown,
    questions_of, sheet, shipped, stack,
};
use crate::features::education::store;
use crate::features::office::{self, Profile};
use crate::kernel::documents::{DateOrder, Dates, Document};
use crate::kernel::text::{fold, tidy_line};
use crate::kernel::{Error, Result};
use crate::store::Reads;

/// The most leaflets in one stack: a ream of paper is not information.
const MOST_IN_A_STACK: usize = 50;
/// The most questions on one sheet.
const MOST_QUESTIONS: usize = 40;

/// What kind of office this is.
pub(in crate::features::education) async fn setting(tx: &mut impl Reads) -> Result<Setting> {
    let office = office::office(tx).await?;
    Ok(match office.sort() {
        Some(Profile::UkEngland) => Setting::England,
        Some(Profile::UsLtcOmbudsman) => Setting::Ombudsman,
        Some(Profile::UsInsurance) => Setting::Insurance,
        _ => Setting::Hospital,
    })
}

/// Whether the day to check it again has come.
pub(super) fn review_due(tx: &impl Reads, review_by: Option<&str>) -> bool {
    review_by
        .and_then(|day| day.parse().ok())
        .is_some_and(|day: chrono::NaiveDate| day <= tx.today())
}

/// The library: every leaflet in every language.
pub(crate) async fn library(tx: &mut impl Reads) -> Result<LibraryView> {
    let all = held(tx).await?;
    let setting = setting(tx).await?;
    let rows = all.iter().map(|one| row(tx, &all, one)).collect();
    let rights = shipped().rights.iter();
    let right = |right: &crate::features::education::rules::Right| RightView {
        id: right.id.clone(),
        name: right.name.clone(),
    };
    Ok(LibraryView {
        rows,
        setting,
        rights: rights.map(right).collect(),
        mistakes: shipped().mistakes.clone(),
    })
}

fn row(tx: &impl Reads, all: &[Held], one: &Held) -> LeafletRow {
    let leaflet = &one.leaflet;
    let front = &leaflet.front;
    LeafletRow {
        key: leaflet.key.clone(),
        language: leaflet.language.clone(),
        title: leaflet.title.clone(),
        about: front.about.clone(),
        topic: front.topic,
        audiences: front.audiences.clone(),
        settings: front.profiles.clone(),
        kinds: front.kinds.clone(),
        purpose: leaflet.purpose,
        origin: one.origin,
        version: leaflet.version,
        reviewed: front.reviewed.0.to_string(),
        review_due: review_due(tx, one.review_by.as_deref()),
        behind: is_behind(all, leaflet),
        languages: others(all, leaflet).map(|held| held.leaflet.language.clone()).collect(),
        retired: leaflet.state == LeafletState::Retired,
    }
}

/// The same leaflet in its other languages, those in the library.
fn others<'a>(all: &'a [Held], leaflet: &'a Leaflet) -> impl Iterator<Item = &'a Held> {
    all.iter().filter(|held| {
        held.leaflet.key == leaflet.key
            && held.leaflet.language != leaflet.language
            && held.leaflet.state != LeafletState::Retired
    })
}

/// The leaflets that hold all the words of `text`: in the title first, then in what they are about,
/// then anywhere.
pub(crate) async fn search(tx: &mut impl Reads, text: &str) -> Result<Vec<FoundLeaflet>> {
    let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).take(8).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let holds = |text: &str| {
        let folded = fold(text);
        words.iter().all(|word| folded.contains(word.as_str()))
    };
    let mut found: Vec<(u8, FoundLeaflet)> = Vec::new();
    for one in held(tx).await? {
        let leaflet = &one.leaflet;
        let lines = lines_of(leaflet);
        let line = lines.iter().find(|line| holds(line));
        let rank = match line {
            _ if holds(&leaflet.title) => 0,
            _ if holds(&leaflet.front.about) => 1,
            Some(_) => 2,
            None if holds(&format!("{} {}", leaflet.title, lines.join(" "))) => 3,
            None => continue,
        };
        let name = FoundLeaflet {
            key: leaflet.key.clone(),
            language: leaflet.language.clone(),
            line: line.filter(|_| rank == 2).cloned(),
        };
        found.push((rank, name));
    }
    found.sort_by_key(|(rank, _)| *rank);
    Ok(found.into_iter().map(|(_, name)| name).collect())
}

/// A leaflet to be read.
pub(crate) async fn read(tx: &mut impl Reads, key: &str, language: &str) -> Result<LeafletView> {
    let all = held(tx).await?;
    let one = find(&all, key, language).ok_or_else(|| Error::not_found("leaflet"))?;
    let standing = standing(tx).await?;
    let mut view = view(&all, &standing, &one.leaflet);
    view.origin = one.origin;
    view.own.clone_from(&one.own);
    view.reviewer.clone_from(&one.reviewer);
    view.review_due = review_due(tx, one.review_by.as_deref());
    Ok(view)
}

/// A text as it was handed out.
pub(crate) async fn read_text(tx: &mut impl Reads, id: &str) -> Result<LeafletView> {
    let text = store::text(tx.connection(), id).await?;
    let leaflet = leaflet_of(&text)?;
    let all = held(tx).await?;
    let standing = standing(tx).await?;
    let mut view = view(&all, &standing, &leaflet);
    view.origin = Origin::parse(&text.origin).unwrap_or(Origin::Office);
    Ok(view)
}

fn view(all: &[Held], standing: &Standing, leaflet: &Leaflet) -> LeafletView {
    let reading = markdown::read(&leaflet.body);
    let mut drawing = Drawing::new(shipped(), standing, &leaflet.language);
    let blocks = drawing.blocks(&reading.blocks);
    let front = &leaflet.front;
    LeafletView {
        key: leaflet.key.clone(),
        language: leaflet.language.clone(),
        version: leaflet.version,
        purpose: leaflet.purpose,
        origin: Origin::Shipped,
        state: leaflet.state,
        own: None,
        title: leaflet.title.clone(),
        about: front.about.clone(),
        topic: front.topic,
        audiences: front.audiences.clone(),
        blocks,
        who: front.who.iter().filter_map(|who| helper(standing, leaflet, who)).collect(),
        key_points: front.key_points.iter().cloned().map(key_point_form).collect(),
        questions: questions_of(&reading.blocks),
        sources: sources(leaflet),
        limits: drawing.limits(&reading.blocks),
        reviewed: front.reviewed.0.to_string(),
        reviewer: None,
        review_due: false,
        changes: changes(leaflet),
        related: related(all, leaflet),
        translations: others(all, leaflet).map(|held| translation(all, held)).collect(),
        behind: is_behind(all, leaflet),
        link: front.link.clone(),
        left_out: left_out(reading.left_out),
    }
}

fn sources(leaflet: &Leaflet) -> Vec<SourceView> {
    let source = |source: &crate::features::education::model::Source| SourceView {
        title: source.title.clone(),
        citation: source.citation.clone(),
        publisher: source.publisher.clone(),
    };
    leaflet.front.sources.iter().map(source).collect()
}

fn changes(leaflet: &Leaflet) -> Vec<ChangeView> {
    let mut changes = leaflet.front.changes.clone();
    changes.sort_by_key(|change| std::cmp::Reverse(change.version));
    changes
        .into_iter()
        .map(|c| ChangeView { version: c.version, on: c.on.0.to_string(), what: c.what })
        .collect()
}

fn translation(all: &[Held], held: &Held) -> TranslationView {
    TranslationView {
        language: held.leaflet.language.clone(),
        title: held.leaflet.title.clone(),
        version: held.leaflet.version,
        behind: is_behind(all, &held.leaflet),
    }
}

/// What goes with it, in its own language where there is one, else in English.
fn related(all: &[Held], leaflet: &Leaflet) -> Vec<RelatedView> {
    leaflet
        .front
        .related
        .iter()
        .filter_map(|key| find(all, key, &leaflet.language).or_else(|| find(all, key, "en")))
        .filter(|held| held.leaflet.state != LeafletState::Retired)
        .map(|held| RelatedView {
            key: held.leaflet.key.clone(),
            language: held.leaflet.language.clone(),
            title: held.leaflet.title.clone(),
        })
        .collect()
}

fn helper(
    standing: &Standing,
    leaflet: &Leaflet,
    who: &crate::features::education::model::Helper,
) -> Option<HelperView> {
    let slot = shipped().slot(&who.slot)?;
    let reach = standing.helpers.get(&who.slot);
    let name = reach.and_then(|reach| reach.name.clone());
    Some(HelperView {
        slot: who.slot.clone(),
        name: name.unwrap_or_else(|| slot.name_in(&leaflet.language).to_owned()),
        why: who.why.clone(),
        reach: reach.map(reach_view),
    })
}

/// A key point as the window wants it.
pub(super) fn key_point_form(point: KeyPoint) -> KeyPointForm {
    KeyPointForm { ask: point.ask, listen_for: point.listen_for }
}

/// How somebody is reached, for the window.
pub(super) fn reach_view(reach: &Reach) -> ReachView {
    ReachView {
        name: reach.name.clone(),
        phone: reach.phone.clone(),
        address: reach.address.clone(),
        web: reach.web.clone(),
        hours: reach.hours.clone(),
    }
}

/// Every hard word of every language.
pub(crate) fn glossary() -> Vec<TermView> {
    let of = |(language, glossary): (&String, &crate::features::education::rules::Glossary)| {
        let term = |term: &crate::features::education::rules::Term| TermView {
            id: term.id.clone(),
            language: language.clone(),
            term: term.term.clone(),
            also: term.also.clone(),
            means: term.means.clone(),
        };
        glossary.terms.iter().map(term).collect::<Vec<_>>()
    };
    shipped().glossaries.iter().flat_map(of).collect()
}

/// Questions to ask, by language and kind of visit.
pub(crate) fn questions() -> Vec<QuestionsView> {
    shipped()
        .questions
        .iter()
        .map(|(language, visits)| QuestionsView {
            language: language.clone(),
            visits: visits
                .iter()
                .map(|visit| VisitView {
                    id: visit.id.clone(),
                    title: visit.title.clone(),
                    questions: visit.questions.clone(),
                })
                .collect(),
        })
        .collect()
}

/// Leaflets, or a sheet of questions, laid out for paper, with the name suggested for a file.
pub(crate) async fn handing(tx: &mut impl Reads, wanted: &Handing) -> Result<(Document, String)> {
    let office = office::office(tx).await?;
    let uk = !office.is_american();
    let head = Letterhead {
        office: office.name,
        dates: Dates { order: if uk { DateOrder::Uk } else { DateOrder::Us }, clock24: uk },
        paper: wanted.paper,
        size: wanted.size,
    };
    let standing = standing(tx).await?;
    if let Some(form) = &wanted.sheet {
        let questions: Vec<String> =
            form.questions.iter().filter_map(|question| tidy_line(question)).collect();
        if questions.is_empty() || questions.len() > MOST_QUESTIONS {
            return Err(Error::invalid("questions", "Choose between 1 and 40 questions."));
        }
        let form = Sheet {
            language: form.language.clone(),
            visit: form.visit.as_deref().and_then(tidy_line),
            questions,
        };
        let document = sheet(shipped(), &standing, &head, &form);
        return Ok((document, "Questions to ask.html".into()));
    }
    let all = held(tx).await?;
    if wanted.leaflets.is_empty() || wanted.leaflets.len() > MOST_IN_A_STACK {
        return Err(Error::invalid("leaflets", "Choose between 1 and 50 leaflets."));
    }
    let mut leaflets = Vec::new();
    for name in &wanted.leaflets {
        let one = find(&all, &name.key, &name.language);
        leaflets.push(one.ok_or_else(|| Error::not_found("leaflet"))?.leaflet.as_ref().clone());
    }
    Ok(match leaflets.as_slice() {
        [only] => {
            let language = base_of(&only.language);
            let name = format!("{} ({language}).html", file_words(&only.title));
            (lay_out_one(shipped(), &standing, &head, only), name)
        }
        many => (stack(shipped(), &standing, &head, many), format!("{} leaflets.html", many.len())),
    })
}

/// A title as it may stand in a file's name on every system.
fn file_words(title: &str) -> String {
    let kept: String =
        title.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(80).collect();
    if short.is_empty() { "Leaflet".to_owned() } else { short }
}
