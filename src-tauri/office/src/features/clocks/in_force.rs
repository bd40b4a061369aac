//! The rules as they are in force in this office: what was shipped, with the office's own over it,
//! and the versions that running clocks started under.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use super::model::{
    AfterHours, Checked, Confirmed, Extended, Length, OfficeNumber, Pause, Rule, Settings, Terms,
    as_kept,
};
use super::rules::{self, Found, Rulebook, Style};
use super::store::{self, ChoiceRow, ClockRow, ExtensionRow, PackVersion, PauseRow};
use crate::features::cases::parse_moment;
use crate::features::office;
use crate::kernel::calendar::Source;
use crate::kernel::{Error, OrNotFound as _, Result, Zone};
use crate::store::Reads;

/// The rules and what the office settled about them.
#[derive(Debug, Clone)]
pub(crate) struct InForce {
    /// The rules.
    pub(crate) book: Arc<Rulebook>,
    /// The same with the office's own closed days, for its own limits; nothing when it has none.
    own: Option<Arc<Rulebook>>,
    /// What the office settled.
    pub(crate) settings: Settings,
}

/// Books made before, by the texts in them: reading a pack runs all of its examples.
static MADE: Mutex<Vec<(u64, Arc<Rulebook>)>> = Mutex::new(Vec::new());

/// How many of them are remembered.
const REMEMBERED: usize = 4;

/// The rules as they are in force.
pub(crate) async fn in_force(tx: &mut impl Reads) -> Result<InForce> {
    let profile = office::office(tx).await?.profile;
    let choices = store::choices(tx.connection()).await?;
    let book = book(tx).await?;
    let zone = tx.clock().zone();
    Ok(InForce::new(book, settled(&profile, zone, &choices)))
}

impl InForce {
    /// These rules with these settings.
    pub(super) fn new(book: Arc<Rulebook>, settings: Settings) -> Self {
        let own = (!settings.closed.is_empty()).then(|| Arc::new(book.closed_on(&settings.closed)));
        Self { book, own, settings }
    }

    /// The same with what the office had settled when a clock was counted.
    #[must_use]
    pub(super) fn of_clock(&self, clock: &ClockRow) -> Option<Self> {
        let kept = clock.counted_by.as_deref()?;
        let length = match clock.length.as_deref().and_then(Length::parse) {
            Some(length) => length,
            None => self.rule_of(clock).ok()?.rule.length_under(&self.settings),
        };
        let counted = (day(&clock.started_at).ok()?, day(&clock.due).ok()?);
        let settings = as_kept(kept, length, counted, &self.settings);
        (settings != self.settings).then(|| Self::new(self.book.clone(), settings))
    }

    /// The rules in force of the packs in force.
    pub(crate) fn rules(&self) -> impl Iterator<Item = Found<'_>> {
        self.book.rules_of(&self.settings.packs).map(|found| self.own_days(found))
    }

    /// The rule of a clock, in the version it started under.
    pub(crate) fn rule_of(&self, clock: &ClockRow) -> Result<Found<'_>> {
        self.version(&clock.pack, &clock.rule_version, &clock.rule)
    }

    /// The rule `rule` of `version` of `pack`.
    pub(crate) fn version(&self, pack: &str, version: &str, rule: &str) -> Result<Found<'_>> {
        let found = self.book.rule_of(pack, version, rule).or_not_found("rule")?;
        Ok(self.own_days(found))
    }

    /// The rule with the calendar it is counted by: the organization's own limits pass over the
    /// days it is closed, the law's do not.
    fn own_days<'a>(&'a self, found: Found<'a>) -> Found<'a> {
        match &self.own {
            Some(own) if found.rule.is_own() => {
                let calendar = own.calendar(found.calendar.id()).unwrap_or(found.calendar);
                Found { calendar, ..found }
            }
            _ => found,
        }
    }
}

/// How this office reads dates.
pub(crate) async fn style(tx: &mut impl Reads) -> Result<Style> {
    let american = office::office(tx).await?.is_american();
    Ok(Style {
        dates: if american { rules::Dates::Us } else { rules::Dates::Uk },
        clock24: !american,
    })
}

/// What a clock of the store is counted from.
pub(super) fn terms_of(
    clock: &ClockRow,
    rule: &Rule,
    settings: &Settings,
    extensions: &[ExtensionRow],
    pauses: &[PauseRow],
    today: NaiveDate,
) -> Result<Terms> {
    let kept = |text: &str| {
        parse_moment("startedAt", text).map_err(|e| Error::bug("a stored moment").caused_by(e))
    };
    let length = clock.length.as_deref().and_then(Length::parse);
    let extended = extensions.iter().filter(|one| one.clock == clock.id).map(|one| {
        Ok(Extended {
            to: one.to_on.as_deref().map(day).transpose()?,
            noticed_on: day(&one.noticed_on)?,
        })
    });
    let pauses = pauses.iter().filter(|one| one.clock == clock.id).map(|one| {
        Ok(Pause {
            from: day(&one.from_on)?,
            to: one.to_on.as_deref().map(day).transpose()?.unwrap_or(today),
            why: one.why.clone(),
        })
    });
    Ok(Terms {
        trigger: kept(&clock.started_at)?,
        presumed_from: clock.presumed_from.as_deref().map(kept).transpose()?,
        length: length.unwrap_or_else(|| rule.length_under(settings)),
        later: clock.later_on.as_deref().map(day).transpose()?,
        extended: extended.collect::<Result<_>>()?,
        pauses: pauses.collect::<Result<_>>()?,
    })
}

/// A stored day, alone or before a time. Its places are fixed, so it is read in a tenth of the time
/// that parsing any date takes; watching reads a hundred thousand of them.
pub(crate) fn day(text: &str) -> Result<NaiveDate> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
    let is_day = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let found =
        || NaiveDate::from_ymd_opt(part(0, 4)?.into(), part(5, 7)?.into(), part(8, 10)?.into());
    found().filter(|_| is_day).ok_or_else(|| Error::bug("a stored day is not one"))
}

/// The book of this office.
async fn book(tx: &mut impl Reads) -> Result<Arc<Rulebook>> {
    let shipped = rules::book()?;
    let kept = store::pack_versions(tx.connection()).await?;
    let current =
        |one: &PackVersion| shipped.pack(&one.pack).is_some_and(|pack| pack.version == one.version);
    let other: Vec<_> = kept.into_iter().filter(|one| !current(one)).collect();
    if other.is_empty() {
        return Ok(shipped);
    }
    // By its text and not by its version: a file that was taken back may come again, mended.
    let mut files = Vec::new();
    let mut hasher = DefaultHasher::new();
    for one in &other {
        let text = store::pack_text(tx.connection(), &one.id).await?;
        (&one.name, one.brought, &text).hash(&mut hasher);
        files.push((one, text));
    }
    let key = hasher.finish();
    if let Some(made) = remembered(key) {
        return Ok(made);
    }
    let mut book = (*shipped).clone();
    for (one, text) in &files {
        let file = Source::new(&one.name, text);
        let newer = book.pack(&one.pack).is_none_or(|pack| pack.precedes(&one.version));
        // What was accepted once may no longer fit the rules that came with a newer program. Then
        // it serves the clocks that started under it, and the newer ones are in force.
        let fits = (one.brought && newer).then(|| book.with(file).ok()).flatten();
        if let Some(then) = fits.or_else(|| book.with_former(file).ok()) {
            book = then;
        }
    }
    let book = Arc::new(book);
    if let Ok(mut made) = MADE.lock() {
        if made.len() >= REMEMBERED {
            made.remove(0);
        }
        made.push((key, book.clone()));
    }
    Ok(book)
}

fn remembered(key: u64) -> Option<Arc<Rulebook>> {
    let made = MADE.lock().ok()?;
    made.iter().find(|(texts, _)| *texts == key).map(|(_, book)| book.clone())
}

/// What the office's choices come to. The later of two entries for one key is in force.
pub(super) fn settled(profile: &str, zone: Zone, choices: &[ChoiceRow]) -> Settings {
    let mut last: BTreeMap<&str, &ChoiceRow> = BTreeMap::new();
    for choice in choices {
        last.insert(&choice.key, choice);
    }
    let mut settings = Settings { packs: vec![profile.to_owned()], zone, ..Settings::default() };
    for (key, choice) in last {
        let confirmed = choice.confirmed_by.clone().zip(choice.confirmed_on.as_deref());
        let confirmed = confirmed.and_then(|(by, on)| Some(Confirmed { by, on: day(on).ok()? }));
        let value = choice.value.as_deref();
        let (what, of) = key.split_once(':').unwrap_or((key, ""));
        match what {
            "pack" if value == Some("on") && of != profile => settings.packs.push(of.to_owned()),
            "rule" if value == Some("on") => {
                settings.chosen.insert(of.to_owned());
            }
            "number" => {
                if let Some(length) = value.and_then(Length::parse) {
                    let policy = choice.policy.clone();
                    let number = OfficeNumber { length, policy, confirmed };
                    settings.numbers.insert(of.to_owned(), number);
                }
            }
            "checked" => {
                if let (Some(confirmed), Some(terms)) = (confirmed, value) {
                    let of = of.split('@').next().unwrap_or(of).to_owned();
                    let (key, note) = (key.to_owned(), choice.policy.clone());
                    let checked = Checked { key, confirmed, note };
                    settings.checked.insert((of, terms.to_owned()), checked);
                }
            }
            // What the advisor says: it knows what was checked.
            "advice" => {
                if let (Some(confirmed), Some(terms)) = (confirmed, value) {
                    let (id, note) = (key.to_owned(), choice.policy.clone());
                    let checked = Checked { key: id.clone(), confirmed, note };
                    settings.checked.insert((id, terms.to_owned()), checked);
                }
            }
            "calendar" => {
                if let Some(confirmed) = confirmed {
                    settings.calendars.insert(of.to_owned(), confirmed);
                }
            }
            "after_hours" => {
                settings.after_hours = value
                    .and_then(|v| chrono::NaiveTime::parse_from_str(v, "%H:%M").ok())
                    .map(|closes| AfterHours { closes });
                settings.after_hours_confirmed = confirmed;
            }
            "margin" => {
                if let Some(margin) = value.and_then(|v| v.parse().ok()) {
                    settings.margin = margin;
                }
                settings.margin_confirmed = confirmed;
            }
            "closed" => {
                if let (Ok(on), Some(name)) = (day(of), value) {
                    settings.closed.insert(on, name.to_owned());
                }
            }
            _ => {}
        }
    }
    settings
}
