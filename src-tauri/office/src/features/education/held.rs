//! The library as it stands in this office: what was shipped, with the office's own over it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::model::{Front, Leaflet, LeafletState, Origin, Purpose};
use super::rules::{Reach, Standing, base_of, shipped};
use super::store::{self, LeafletRecord, TextRecord};
use crate::kernel::{Error, Result};
use crate::store::Reads;

/// A leaflet that this office has, in one language.
pub(crate) struct Held {
    /// The text.
    pub(crate) leaflet: Cow<'static, Leaflet>,
    /// Its number in the shipped list; those of the office come after.
    pub(crate) number: u32,
    /// Whose words.
    pub(crate) origin: Origin,
    /// The office's record, if there is one.
    pub(crate) own: Option<String>,
    /// The text that was put out, for the office's own.
    pub(crate) text_id: Option<String>,
    /// Who checked it, for the office's own.
    pub(crate) reviewer: Option<String>,
    /// When to check it again, for the office's own.
    pub(crate) review_by: Option<String>,
}

/// The leaflets after the shipped ones.
const AFTER: u32 = 1_000;

/// Every leaflet that is out or was taken out, by number, then title, then language.
pub(crate) async fn held(tx: &mut impl Reads) -> Result<Vec<Held>> {
    let own = store::own(tx.connection()).await?;
    let texts = store::published(tx.connection()).await?;
    let mut all: BTreeMap<(String, String), Held> = BTreeMap::new();
    for (name, shipped) in &shipped().leaflets {
        let held = Held {
            leaflet: Cow::Borrowed(&shipped.leaflet),
            number: shipped.number,
            origin: Origin::Shipped,
            own: None,
            text_id: None,
            reviewer: None,
            review_by: None,
        };
        all.insert(name.clone(), held);
    }
    for record in own {
        let name = (record.key.clone(), record.language.clone());
        let text = texts.iter().find(|text| text.key == name.0 && text.language == name.1);
        let state = LeafletState::parse(&record.state).unwrap_or(LeafletState::Draft);
        let number = all.get(&name).map_or(AFTER, |held| held.number);
        let mut leaflet = match (text, all.get(&name)) {
            (Some(text), _) => Cow::Owned(leaflet_of(text)?),
            (None, Some(shipped)) => shipped.leaflet.clone(),
            (None, None) => continue,
        };
        if state == LeafletState::Retired {
            leaflet.to_mut().state = state;
        }
        let held = Held {
            leaflet,
            number,
            origin: text.map_or(Origin::Shipped, |_| Origin::Office),
            own: Some(record.id),
            text_id: text.map(|text| text.id.clone()),
            reviewer: record.reviewer.filter(|_| text.is_some()),
            review_by: record.review_by.filter(|_| text.is_some()),
        };
        all.insert(name, held);
    }
    let mut all: Vec<Held> = all.into_values().collect();
    all.sort_by(|a, b| {
        let key = |held: &Held| (held.number, held.leaflet.title.to_lowercase());
        key(a).cmp(&key(b)).then(a.leaflet.language.cmp(&b.leaflet.language))
    });
    Ok(all)
}

/// Whether a working copy says nothing yet that the shipped leaflet does not.
pub(crate) fn is_untouched(record: &LeafletRecord) -> bool {
    record.version == 0
        && shipped().leaflet(&record.key, &record.language).is_some_and(|from| {
            let leaflet = &from.leaflet;
            record.title == leaflet.title
                && record.body == leaflet.body
                && record
                    .front
                    .as_deref()
                    .and_then(|front| front_of(front).ok())
                    .is_some_and(|front| front == leaflet.front)
        })
}

/// The leaflet of that key and language.
pub(crate) fn find<'a>(all: &'a [Held], key: &str, language: &str) -> Option<&'a Held> {
    all.iter().find(|held| held.leaflet.key == key && held.leaflet.language == language)
}

/// A kept text as a leaflet.
pub(crate) fn leaflet_of(text: &TextRecord) -> Result<Leaflet> {
    Ok(Leaflet {
        key: text.key.clone(),
        language: text.language.clone(),
        version: u32::try_from(text.version).unwrap_or_default(),
        purpose: Purpose::parse(&text.purpose).unwrap_or(Purpose::Leaflet),
        state: LeafletState::Published,
        title: text.title.clone(),
        front: front_of(&text.front)?,
        body: text.body.clone(),
    })
}

/// Front matter as it is kept.
pub(crate) fn front_of(kept: &str) -> Result<Front> {
    serde_json::from_str(kept).map_err(|cause| Error::bug("a kept leaflet").caused_by(cause))
}

/// Whether a translation says what an older version of its English text said.
pub(crate) fn is_behind(all: &[Held], leaflet: &Leaflet) -> bool {
    let source = leaflet.front.source_version;
    base_of(&leaflet.language) != "en"
        && find(all, &leaflet.key, "en")
            .is_some_and(|english| source.is_some_and(|from| from < english.leaflet.version))
}

/// What the office has filled in and confirmed.
pub(crate) async fn standing(tx: &mut impl Reads) -> Result<Standing> {
    let mut helpers = BTreeMap::new();
    for record in store::helpers(tx.connection()).await? {
        let reach = Reach {
            name: record.name,
            phone: record.phone,
            address: record.address,
            web: record.web,
            hours: record.hours,
        };
        helpers.insert(record.slot, reach);
    }
    let mut confirmed = BTreeSet::new();
    for record in store::limits(tx.connection()).await? {
        let figure = (record.rule, record.figure);
        if record.confirmed {
            confirmed.insert(figure);
        } else {
            confirmed.remove(&figure);
        }
    }
    Ok(Standing { helpers, confirmed })
}

/// Front matter as the journal keeps it.
pub(crate) fn front_fields(front: &Front) -> Result<serde_json::Value> {
    serde_json::to_value(front).map_err(|cause| Error::bug("front matter").caused_by(cause))
}
