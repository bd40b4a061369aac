//! From the form a leaflet is written in to the leaflet.

use super::day;
use super::forms::{KeyPointForm, LeafletForm, SourceForm, WhoForm};
use crate::features::education::model::{Front, Helper, KeyPoint, ShippedDay, Source, Written};
use crate::features::education::rules::shipped;
use crate::kernel::Result;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy, tidy_line};

/// The longest text of a leaflet, in characters: twenty printed pages.
const LONGEST: usize = 60_000;

/// The leaflet that a form holds, tidied and checked all at once.
pub(super) fn written(form: LeafletForm) -> Result<Written> {
    let front = front(&form)?;
    Ok(Written {
        purpose: form.purpose,
        title: tidy_line(&form.title).unwrap_or_default(),
        front,
        body: form.body.replace('\r', ""),
        reviewer: form.reviewer.as_deref().and_then(tidy_line),
        review_by: form.review_by.filter(|day| !day.is_empty()),
        language: form.language,
    })
}

fn front(form: &LeafletForm) -> Result<Front> {
    let mut checks = Checks::default();
    check_length(&mut checks, "title", &form.title, limit::SHORT);
    check_length(&mut checks, "about", &form.about, limit::LINE);
    check_length(&mut checks, "body", &form.body, LONGEST);
    checks.need(tidy_line(&form.title).is_some(), "title", "Give it a title.");
    checks.need(is_language(&form.language), "language", "Choose the language it is written in.");
    let slots = form.who.iter().all(|who| shipped().slot(&who.slot).is_some());
    checks.need(slots, "who", "Choose who can help from the list.");
    let link = form.link.as_deref().and_then(tidy_line);
    checks.need(
        link.as_deref().is_none_or(|link| link.starts_with("https://") && link.len() <= 300),
        "link",
        "Type the whole address, beginning with https://.",
    );
    let reviewed = day("reviewed", &form.reviewed);
    checks.need(reviewed.is_ok(), "reviewed", "Choose the day it was last checked.");
    let review_by = form.review_by.as_deref().filter(|text| !text.is_empty());
    let is_day = review_by.is_none_or(|text| day("reviewBy", text).is_ok());
    checks.need(is_day, "reviewBy", "Choose a day.");
    checks.done()?;
    Ok(Front {
        about: tidy_line(&form.about).unwrap_or_default(),
        topic: form.topic,
        audiences: form.audiences.clone(),
        profiles: form.settings.clone(),
        kinds: form.kinds.clone(),
        rights: form.rights.clone(),
        units: form.units.iter().filter_map(|unit| tidy_line(unit)).collect(),
        related: form.related.clone(),
        reviewed: ShippedDay(reviewed?),
        sources: form.sources.iter().filter_map(source).collect(),
        key_points: form.key_points.iter().filter_map(key_point).collect(),
        who: form.who.iter().map(helper).collect(),
        changes: Vec::new(),
        source_version: form.source_version,
        link,
    })
}

/// Letters, then groups of letters and digits: `en`, `zh-Hant`, `pt-BR`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn source(form: &SourceForm) -> Option<Source> {
    let line = |text: &str| tidy_line(text).unwrap_or_default();
    let source = Source {
        title: line(&form.title),
        citation: line(&form.citation),
        publisher: line(&form.publisher),
    };
    (!source.title.is_empty() || !source.citation.is_empty()).then_some(source)
}

fn key_point(form: &KeyPointForm) -> Option<KeyPoint> {
    let ask = tidy(&form.ask)?;
    Some(KeyPoint { ask, listen_for: tidy(&form.listen_for).unwrap_or_default() })
}

fn helper(form: &WhoForm) -> Helper {
    Helper { slot: form.slot.clone(), why: tidy_line(&form.why).unwrap_or_default() }
}
