//! What somebody who writes leaflets needs to see.

use super::drawing::{Drawing, left_out};
use super::reading::{key_point_form, reach_view, review_due};
use crate::features::education::commands::{
    CheckLeaflet, CheckView, DraftView, HardWordView, HelperEntry, LeafletForm, LimitEntry,
    LongSentenceView, MeasureView, OwnRow, SourceForm, WhoForm,
};
use crate::features::education::held::{find, front_fields, front_of, held, leaflet_of, standing};
use crate::features::education::model::{Block, Front, LeafletId, LeafletState, Purpose, Source};
use crate::features::education::rules::{Limit, base_of, markdown, meter, shipped};
use crate::features::education::store::{self, LeafletRecord, TextRecord};
use crate::features::office;
use crate::kernel::{Error, Result};
use crate::store::Reads;

/// How a text being written will look and read.
pub(crate) async fn check(tx: &mut impl Reads, input: &CheckLeaflet) -> Result<CheckView> {
    let standing = standing(tx).await?;
    let reading = markdown::read(&input.body);
    let mut drawing = Drawing::new(shipped(), &standing, &input.language);
    let blocks = drawing.blocks(&reading.blocks);
    let measure = (base_of(&input.language) == "en").then(|| {
        let mut lines = vec![input.about.clone()];
        lines.extend(Block::lines(&reading.blocks));
        measured(&lines)
    });
    Ok(CheckView {
        blocks,
        limits: drawing.limits(&reading.blocks),
        strange_limits: drawing.strange_limits(&reading.blocks),
        left_out: left_out(reading.left_out),
        measure,
    })
}

fn measured(lines: &[String]) -> MeasureView {
    let measure = meter::measure(lines.iter().map(String::as_str));
    let text = format!(" {} ", lines.join(" ").to_lowercase());
    let plain_of = |word: &str| {
        let found = shipped().plain_words.iter().find(|row| row.hard == word);
        found.map(|row| row.plain.clone())
    };
    let mut hard_words: Vec<HardWordView> = shipped()
        .plain_words
        .iter()
        .filter_map(|row| {
            let times = text
                .match_indices(&row.hard)
                .filter(|(at, found)| stands_alone(&text, *at, found.len()))
                .count();
            let times = u32::try_from(times).unwrap_or_default();
            let plain = Some(row.plain.clone());
            (times > 0).then(|| HardWordView { word: row.hard.clone(), times, plain })
        })
        .collect();
    for hard in measure.hard {
        if plain_of(&hard.word).is_none() {
            hard_words.push(HardWordView { word: hard.word, times: hard.times, plain: None });
        }
    }
    MeasureView {
        words: measure.words,
        sentences: measure.sentences,
        grade: measure.grade,
        smog: measure.smog,
        ease: measure.ease,
        reliable: measure.reliable,
        long_sentences: measure
            .long_sentences
            .into_iter()
            .map(|long| LongSentenceView { text: long.text, words: long.words })
            .collect(),
        hard_words,
    }
}

/// Whether the words at a place are not part of longer ones.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at + length..).and_then(|t| t.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Everything the office wrote or adapted, what waits for review first.
pub(crate) async fn own(tx: &mut impl Reads) -> Result<Vec<OwnRow>> {
    let texts = store::published(tx.connection()).await?;
    let records = store::own(tx.connection()).await?;
    let mut rows =
        records.iter().map(|one| row(tx, one, &texts)).collect::<Result<Vec<OwnRow>>>()?;
    rows.sort_by(|a, b| {
        b.review_due.cmp(&a.review_due).then(a.title.to_lowercase().cmp(&b.title.to_lowercase()))
    });
    Ok(rows)
}

fn row(tx: &impl Reads, record: &LeafletRecord, texts: &[TextRecord]) -> Result<OwnRow> {
    let out = texts.iter().find(|t| t.key == record.key && t.language == record.language);
    let changed = match out {
        Some(text) => differs(record, text)?,
        None => true,
    };
    let from = shipped().leaflet(&record.key, &record.language);
    let based = record.based_on_version.unwrap_or_default();
    Ok(OwnRow {
        id: record.id.clone(),
        key: record.key.clone(),
        language: record.language.clone(),
        purpose: Purpose::parse(&record.purpose).unwrap_or(Purpose::Leaflet),
        state: LeafletState::parse(&record.state).unwrap_or(LeafletState::Draft),
        title: record.title.clone(),
        version: u32::try_from(record.version).unwrap_or_default(),
        changed,
        review_due: review_due(tx, record.review_by.as_deref()),
        review_by: record.review_by.clone(),
        adapted: from.is_some(),
        behind: from.is_some_and(|shipped| i64::from(shipped.leaflet.version) > based),
    })
}

/// Whether a draft says something else than what is out. The list of changes is the program's.
fn differs(record: &LeafletRecord, text: &TextRecord) -> Result<bool> {
    let mut front = front_of(record.front.as_deref().unwrap_or_default())?;
    let mut out = leaflet_of(text)?.front;
    front.changes.clear();
    out.changes.clear();
    Ok(record.title != text.title
        || record.body != text.body
        || record.purpose != text.purpose
        || front_fields(&front)? != front_fields(&out)?)
}

/// A draft to be written on.
pub(crate) async fn draft(tx: &mut impl Reads, id: LeafletId) -> Result<DraftView> {
    let record = store::one(tx.connection(), id).await?;
    let texts = store::published(tx.connection()).await?;
    Ok(DraftView { row: row(tx, &record, &texts)?, form: form_of(&record)? })
}

/// The form of a draft.
fn form_of(record: &LeafletRecord) -> Result<LeafletForm> {
    let front = front_of(record.front.as_deref().unwrap_or_default())?;
    let purpose = Purpose::parse(&record.purpose).unwrap_or(Purpose::Leaflet);
    let words = (&*record.language, &*record.title, &*record.body);
    let mut form = form_with(purpose, words, front);
    form.reviewer.clone_from(&record.reviewer);
    form.review_by.clone_from(&record.review_by);
    Ok(form)
}

fn form_with(purpose: Purpose, words: (&str, &str, &str), front: Front) -> LeafletForm {
    let (language, title, body) = words;
    let source =
        |s: Source| SourceForm { title: s.title, citation: s.citation, publisher: s.publisher };
    LeafletForm {
        purpose,
        language: language.to_owned(),
        title: title.to_owned(),
        about: front.about,
        topic: front.topic,
        audiences: front.audiences,
        settings: front.profiles,
        kinds: front.kinds,
        rights: front.rights,
        units: front.units,
        related: front.related,
        sources: front.sources.into_iter().map(source).collect(),
        key_points: front.key_points.into_iter().map(key_point_form).collect(),
        who: front.who.into_iter().map(|w| WhoForm { slot: w.slot, why: w.why }).collect(),
        reviewed: front.reviewed.0.to_string(),
        reviewer: None,
        review_by: None,
        source_version: front.source_version,
        link: front.link,
        body: body.to_owned(),
    }
}

/// A leaflet of the library as a form, for whoever translates it. It was checked today, by nobody
/// yet, and says the same as the version that is out.
pub(crate) async fn source(tx: &mut impl Reads, key: &str, language: &str) -> Result<LeafletForm> {
    let all = held(tx).await?;
    let one = find(&all, key, language).ok_or_else(|| Error::not_found("leaflet"))?;
    let leaflet = one.leaflet.as_ref();
    let words = (&*leaflet.language, &*leaflet.title, &*leaflet.body);
    let mut form = form_with(leaflet.purpose, words, leaflet.front.clone());
    form.reviewed = tx.today().to_string();
    form.source_version = Some(leaflet.version);
    Ok(form)
}

/// Everybody who can help, and how the office filled them in.
pub(crate) async fn helpers(tx: &mut impl Reads) -> Result<Vec<HelperEntry>> {
    let standing = standing(tx).await?;
    let all = held(tx).await?;
    let used = |slot: &str| {
        let names = |held: &&crate::features::education::held::Held| {
            held.leaflet.front.who.iter().any(|who| who.slot == slot)
        };
        u32::try_from(all.iter().filter(names).count()).unwrap_or_default()
    };
    Ok(shipped()
        .slots
        .iter()
        .map(|slot| HelperEntry {
            slot: slot.id.clone(),
            name: slot.name.clone(),
            does: slot.does.clone(),
            settings: slot.profile.clone(),
            reach: standing.helpers.get(&slot.id).map(reach_view),
            suggested_phone: slot.suggested_phone.clone(),
            suggested_web: slot.suggested_web.clone(),
            used_in: used(&slot.id),
        })
        .collect())
}

/// Every figure that a leaflet of the library quotes, the unconfirmed first.
pub(crate) async fn limits(tx: &mut impl Reads) -> Result<Vec<LimitEntry>> {
    let library = shipped();
    let all = held(tx).await?;
    let said = store::limits(tx.connection()).await?;
    // Each text is read once, not once for each figure.
    let quoted: Vec<(&str, Vec<&Limit>)> = all
        .iter()
        .map(|held| {
            let blocks = markdown::read(&held.leaflet.body).blocks;
            let limits = Block::limits(&blocks)
                .into_iter()
                .flat_map(|(rule, words)| library.limits.meant(rule, words))
                .collect();
            (held.leaflet.title.as_str(), limits)
        })
        .collect();
    let mut entries = Vec::new();
    for row in &library.limits.rows {
        let used_in: Vec<String> = quoted
            .iter()
            .filter(|(_, limits)| limits.iter().any(|limit| std::ptr::eq(*limit, row)))
            .map(|(title, _)| (*title).to_owned())
            .collect();
        if used_in.is_empty() {
            continue;
        }
        let last = said.iter().rev().find(|s| s.rule == row.rule && s.figure == row.figure);
        let last = last.filter(|record| record.confirmed);
        let confirmed_by = match last {
            Some(record) => Some(office::name_of(tx, &record.made_by).await?),
            None => None,
        };
        entries.push(LimitEntry {
            rule: row.rule.clone(),
            figure: row.figure.clone(),
            name: row.name.clone(),
            from: row.from.clone(),
            authority: row.authority.clone(),
            published: row.confirmed,
            confirmed_by,
            confirmed_on: last.map(|record| record.made_at.clone()),
            used_in,
        });
    }
    entries.sort_by_key(|entry| (entry.published, entry.confirmed_by.is_some()));
    Ok(entries)
}
