//! The sample office: made up, believable, and the same each time. Everything in it goes through
//! the functions that real work goes through, at its own past date.

mod cast;
mod chance;
mod course;
mod crowd;
mod days;
mod matters;
mod ordinary;
mod pen;
mod said;
mod stories;
mod teller;

use std::sync::{Arc, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use vault::Secret;

use self::cast::Cast;
use self::course::Source as CourseSource;
use self::crowd::Crowd;
use self::days::Today;
use self::matters::{Lines, Matters};
use self::ordinary::{Entry, Ordinary};
use self::pen::{Hand, Pen};
use self::teller::Tale;
use super::keeping::{Founding, put_in_use};
use super::office::Office;
use super::session::Session;
use crate::content;
use crate::features::office::Profile;
use crate::kernel::calendar::Source;
use crate::kernel::{Error, Ids, Result};
use crate::store::check::stopped;

/// Who the sample office is unlocked as.
pub const SAMPLE_NAME: &str = "Dana Whitcomb";

/// The passphrase of every sample office. It is no secret: nobody in it is real.
pub const SAMPLE_PASSPHRASE: &str = "this office is made up";

const OFFICE_NAME: &str = "Mercy Hill Patient Relations";

/// Keeps the ids of the sample apart from those that a test draws from the same seed.
const OWN_IDS: u64 = 0x5341_4d50_4c45;

impl Office {
    /// Makes the sample office in this office's folder, if there is none, and leaves it unlocked.
    ///
    /// It is the same for the same number of cases, seed and day. It is in use only once it is
    /// whole: stopping on the way, or a crash, leaves no office behind.
    pub async fn make_sample_here(self: &Arc<Self>, cases: u32, seed: u64) -> Result<()> {
        if self.is_unlocked().await {
            return Err(Error::conflict("An office is open already. Lock it first."));
        }
        let clock = self.clock.clone();
        let mut script = Script::of(Today::of(&clock), cases, seed)?;
        let session = self.begin(founding(self, script.begins)).await?;
        let made = Box::pin(fill(self, &session, &mut script, seed)).await;
        let mut slot = self.session_slot().write().await;
        let taken = slot.is_some();
        let ready = match made {
            Ok(()) if taken => Err(Error::conflict("Another office was opened meanwhile.")),
            Ok(()) => put_in_use(&session),
            Err(error) => Err(error),
        };
        match ready {
            Ok(()) => {
                self.move_in(&mut slot, session);
                Ok(())
            }
            Err(error) => {
                throw_away(session).await?;
                Err(error)
            }
        }
    }
}

fn founding(office: &Office, at: DateTime<Utc>) -> Founding {
    Founding {
        office: OFFICE_NAME.into(),
        name: SAMPLE_NAME.into(),
        passphrase: Secret::from(SAMPLE_PASSPHRASE.to_owned()),
        profile: Profile::UsHospital,
        time_zone: office.clock.zone().name().to_owned(),
        sample: true,
        at,
    }
}

/// Removes the file of a sample office that was never in use. Its keys open nothing else.
async fn throw_away(session: Session) -> Result<()> {
    let path = session.keys.lock().unwrap_or_else(PoisonError::into_inner).db_path();
    session.store.close().await?;
    std::fs::remove_file(path).map_err(|cause| {
        Error::unavailable("What was made of the sample office could not be removed.")
            .caused_by(cause)
    })
}

/// Whose turn it is.
enum Turn {
    /// A part of a story.
    Tale(usize, usize),
    /// An entry of an ordinary case.
    Ordinary(usize, Entry),
}

/// Everything that will be written, in the order of its dates.
struct Script<'a> {
    today: Today<'a>,
    begins: DateTime<Utc>,
    cast: Cast,
    tales: Vec<Tale>,
    ordinary: Ordinary<'a>,
    turns: Vec<(DateTime<Utc>, Turn)>,
}

impl<'a> Script<'a> {
    fn of(today: Today<'a>, cases: u32, seed: u64) -> Result<Self> {
        let cases = usize::try_from(cases).unwrap_or(usize::MAX);
        let told = stories::read()?.into_iter().take(cases);
        let tales: Vec<Tale> = told.map(|story| Tale::of(story, today)).collect();
        let source = CourseSource {
            matters: Matters::read()?,
            lines: Lines::read()?,
            seed,
            today,
            cases: cases - tales.len(),
        };
        let crowd = Crowd::read(seed, days::moved(today.date(), -11 * 365))?;
        let ordinary = Ordinary::new(source, crowd);
        let mut turns: Vec<(DateTime<Utc>, Turn)> = Vec::new();
        for (nth, tale) in tales.iter().enumerate() {
            let parts = tale.moments().enumerate();
            turns.extend(parts.map(|(part, at)| (today.written(at), Turn::Tale(nth, part))));
        }
        for nth in 0..ordinary.cases() {
            let entries = ordinary.entries(nth).into_iter();
            turns.extend(entries.map(|entry| (entry.0, Turn::Ordinary(nth, entry))));
        }
        // Stable, so that what falls together stays in the order of its case.
        turns.sort_by_key(|(at, _)| *at);
        let first = turns.first().map_or_else(|| today.written(today.latest()), |(at, _)| *at);
        let begins = first - TimeDelta::days(1);
        Ok(Self { today, begins, cast: Cast::read()?, tales, ordinary, turns })
    }

    async fn perform(&mut self, pen: &Pen<'_>, turn: Turn) -> Result<()> {
        match turn {
            Turn::Tale(nth, part) => match self.tales.get_mut(nth) {
                Some(tale) => tale.tell(part, pen, &mut self.cast, self.today).await,
                None => Err(Error::bug("no such tale")),
            },
            Turn::Ordinary(nth, entry) => self.ordinary.write(pen, nth, entry).await,
        }
    }
}

/// Writes the script into an office that is not in use yet.
async fn fill(
    office: &Office,
    session: &Session,
    script: &mut Script<'_>,
    seed: u64,
) -> Result<()> {
    let _job = office.progress.begin();
    session.store.run_ahead_of_disk().await?;
    let pen = Pen::new(session, Ids::seeded(seed ^ OWN_IDS), script.begins).await?;
    for key in script.cast.known_from_the_start() {
        script.cast.meet(&pen, &key, (script.begins, script.today)).await?;
    }
    let turns = std::mem::take(&mut script.turns);
    let total = u64::try_from(turns.len()).unwrap_or(u64::MAX);
    for ((_, turn), done) in turns.into_iter().zip(0_u64..) {
        if !office.progress.tell("Making the sample office", done, total, true) {
            return Err(stopped());
        }
        script.perform(&pen, turn).await?;
    }
    // The last entry takes everything before it to the disk.
    session.store.wait_for_disk().await?;
    let now = script.today.written(script.today.latest());
    pen.write((Hand::Dana, now), "sample.made", |_| Box::pin(async { Ok(()) })).await
}

/// A file of `content/sample`.
fn source(name: &str) -> Result<Source<'static>> {
    content::files("sample", "toml")
        .into_iter()
        .find(|(path, _)| path.ends_with(&format!("{name}.toml")))
        .map(|(path, text)| Source::new(path, text))
        .ok_or_else(|| Error::bug("a content file of the sample is missing"))
}

#[cfg(test)]
mod tests {
    use super::stories::Step;
    use super::*;
    use crate::features::cases::CaseKind;
    use crate::kernel::{Clock, Zone};

    #[test]
    fn every_story_names_only_people_contacts_and_promises_that_are_there() {
        let cast = Cast::read().unwrap();
        for story in stories::read().unwrap() {
            let about = &story.about;
            let named = [&story.patient, &story.raised_by].into_iter().flatten();
            let stepped = story.step.iter().filter_map(Step::people);
            for key in named.map(String::as_str).chain(stepped) {
                assert!(cast.has(key), "{about}: {key}");
            }
            let (mut contacts, mut promises) = (Vec::new(), Vec::new());
            for step in &story.step {
                match step {
                    Step::Contact(contact) => {
                        for kept in &contact.keeps {
                            assert!(promises.contains(kept), "{about}: {kept}");
                        }
                        contacts.extend(contact.key.clone());
                        promises.extend(contact.promise.as_ref().map(|p| p.key.clone()));
                    }
                    Step::Amend(step) => {
                        assert!(contacts.contains(&step.contact), "{about}: {}", step.contact);
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn there_is_a_matter_of_every_kind_and_no_line_is_left_with_a_gap() {
        let clock = Clock::stopped("2026-03-12T15:00:00Z".parse().unwrap(), Zone::UTC);
        let today = Today::of(&clock);
        let (matters, lines) = (Matters::read().unwrap(), Lines::read().unwrap());
        let source = CourseSource { matters, lines, seed: 7, today, cases: 400 };
        let crowd = Crowd::read(7, today.date()).unwrap();
        let courses: Vec<_> = (0..400).filter_map(|nth| source.course(nth, &crowd)).collect();
        assert_eq!(courses.len(), 400);
        for kind in CaseKind::ALL {
            assert!(courses.iter().any(|c| c.matter.kind == *kind), "{kind:?}");
        }
        for said in courses.iter().flat_map(|c| &c.log) {
            assert!(!said.summary.is_empty());
            assert!(!said.summary.contains(['{', '}']), "{}", said.summary);
        }
    }

    #[test]
    fn what_people_read_keeps_to_the_voice_of_the_house() {
        for (name, text) in content::files("sample", "toml") {
            let low = text.to_lowercase();
            for unwanted in ["!", "please", "oops"] {
                assert!(!low.contains(unwanted), "{name} has “{unwanted}”");
            }
        }
    }

    #[test]
    fn the_script_goes_forward_in_time_and_ends_before_now() {
        // A Sunday just after midnight, when most of "today" has not happened yet.
        let now = "2026-03-15T04:20:00Z".parse().unwrap();
        let clock = Clock::stopped(now, "America/New_York".parse().unwrap());
        let script = Script::of(Today::of(&clock), 300, 7).unwrap();
        let at: Vec<_> = script.turns.iter().map(|(at, _)| *at).collect();
        assert!(at.is_sorted());
        assert!(at.last().is_some_and(|last| *last <= now));
        assert!(at.first().is_some_and(|first| script.begins < *first));
    }
}
