//! Reading the facts of open cases, and looking at them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use sqlx::SqliteConnection;

use super::model::{Behind, ClockFact, Facts, IssueFact, PromiseFact, Seen, Sign};
use super::rules::{ReadAs, seen_in, shipped, signs};
use super::store::{self, rows};
use crate::features::advisor::model::Answers;
use crate::features::cases::{CaseKind, Channel, Stage};
use crate::features::clocks::model::{Length, Rule};
use crate::features::clocks::rules::Style;
use crate::features::clocks::{InForce, day, in_force, style};
use crate::features::office;
use crate::kernel::Result;
use crate::store::Reads;

/// Clocks are looked at so many days ahead: further than the widest lead.
const AHEAD: u64 = 45;

/// What looking needs, read once.
pub(crate) struct Watching {
    pub(super) in_force: InForce,
    pub(super) profile: String,
    pub(super) style: Style,
    pub(super) today: NaiveDate,
}

impl Watching {
    /// Reads it.
    pub(crate) async fn read(tx: &mut impl Reads) -> Result<Self> {
        Ok(Self {
            in_force: in_force(tx).await?,
            profile: office::office(tx).await?.profile,
            style: style(tx).await?,
            today: tx.today(),
        })
    }

    /// A rule in the version a clock started under.
    pub(super) fn rule(&self, behind: &Behind) -> Option<&Rule> {
        let Behind { pack, version, rule } = behind;
        self.in_force.version(pack, version, rule).ok().map(|found| found.rule)
    }
}

/// What is noticed in the cases of `ids`; in all open ones where there are none.
pub(super) async fn look(
    tx: &mut impl Reads,
    watching: &Watching,
    ids: Option<&[String]>,
) -> Result<BTreeMap<String, Vec<Sign>>> {
    let connection = tx.connection();
    let until = watching.today.checked_add_days(Days::new(AHEAD)).unwrap_or(watching.today);
    let until = until.to_string();
    let is_all = ids.is_none();
    let (cases, near) = match ids {
        None => {
            (store::open_cases(connection).await?, store::near_clocks(connection, &until).await?)
        }
        Some(ids) => {
            let ids = serde_json::Value::from(ids.to_vec()).to_string();
            let near = store::clocks(connection, &ids, &until).await?;
            (store::cases(connection, &ids).await?, near)
        }
    };
    let cases: Vec<store::CaseFact<'_>> = rows(&cases)?;
    let ids = listed(cases.iter().map(|case| case.id));
    let mut sorted = Sorted::default();
    // The store answers on a thread of its own: what came before is sorted meanwhile.
    let read = Read::of(connection, &ids, (&until, is_all));
    let (read, near) = tokio::join!(read, async { sorted.clocks(&near) });
    near?;
    let read = read?;
    sorted.rest(&read)?;

    // A rule is found once for all its clocks.
    let known: HashMap<&Behind, Option<&Rule>> =
        sorted.behind.values().map(|behind| (&**behind, watching.rule(behind))).collect();
    let read_as = ReadAs::new(&watching.profile);
    let mut all = BTreeMap::new();
    for case in &cases {
        let about = sorted.of.remove(case.id).unwrap_or_default();
        let told = sorted.told.contains(case.id);
        let found = signs(&facts_of(case, about, told)?, &read_as, |behind| {
            known.get(behind).copied().flatten()
        });
        if !found.is_empty() {
            all.insert(case.id.to_owned(), found);
        }
    }
    Ok(all)
}

/// Ids as one JSON text.
fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    serde_json::Value::from(ids.collect::<Vec<_>>()).to_string()
}

/// What the store says of some cases beside their clocks, a text for each kind of fact.
struct Read {
    unproven: String,
    promises: String,
    issues: String,
    /// As first written, and as amended.
    talks: [String; 2],
    decisions: String,
    told: String,
    words: Vec<store::WordsRow>,
}

/// The same by case.
#[derive(Default)]
struct Sorted<'a> {
    of: HashMap<&'a str, About>,
    /// Every rule that has a clock, by pack, version and rule.
    behind: HashMap<(&'a str, &'a str, &'a str), Arc<Behind>>,
    /// The cases in which a leaflet that says how to complain was given.
    told: HashSet<&'a str>,
}

/// What is known of a case beside its own row.
#[derive(Default)]
struct About {
    clocks: Vec<ClockFact>,
    promises: Vec<PromiseFact>,
    issues: Vec<IssueFact>,
    /// How many issues there are, and how many of them are decided.
    decided: (u32, u32),
    wrote: bool,
    talked: Option<NaiveDate>,
    answers: Answers,
    chosen: Option<CaseKind>,
    seen: Vec<Seen>,
}

impl Read {
    /// Of these open cases; they may be all there are.
    async fn of(
        connection: &mut SqliteConnection,
        ids: &str,
        (until, is_all): (&str, bool),
    ) -> Result<Self> {
        let leaflets = serde_json::Value::from(shipped()?.leaflets.clone()).to_string();
        Ok(Self {
            // What takes longest comes first: what is sorted meanwhile is sorted then.
            talks: if is_all {
                let first = store::first_talks(connection, ids).await?;
                let amended = store::amended(connection).await?;
                [first, store::talks(connection, &amended).await?]
            } else {
                [store::talks(connection, ids).await?, "[]".into()]
            },
            unproven: store::unproven(connection, ids).await?,
            promises: store::promises(connection, ids, until).await?,
            issues: store::issues(connection, ids).await?,
            decisions: store::decisions(connection, ids).await?,
            told: store::told(connection, ids, &leaflets).await?,
            words: if is_all {
                store::words_with(connection, &shipped()?.sought).await?
            } else {
                store::words_of(connection, ids).await?
            },
        })
    }
}

impl<'a> Sorted<'a> {
    fn rest(&mut self, read: &'a Read) -> Result<()> {
        self.clocks(&read.unproven)?;
        for row in rows::<store::PromiseRow<'_>>(&read.promises)? {
            let fact = PromiseFact { due: day(row.due)?, id: row.id.to_owned(), what: row.what };
            self.of.entry(row.case).or_default().promises.push(fact);
        }
        for row in rows::<store::IssueRow<'_>>(&read.issues)? {
            let about = self.of.entry(row.case).or_default();
            about.decided.0 += 1;
            about.decided.1 += u32::from(row.state == "decided");
            // Nobody has begun to look into it.
            if row.state == "open" {
                about.issues.push(IssueFact { id: row.id.to_owned(), about: row.about });
            }
        }
        for text in &read.talks {
            for row in rows::<store::TalkRow<'_>>(text)? {
                let about = self.of.entry(row.case).or_default();
                about.wrote = row.wrote != 0;
                about.talked = row.talked.map(day).transpose()?;
            }
        }
        for row in rows::<store::DecisionRow<'_>>(&read.decisions)? {
            let about = self.of.entry(row.case).or_default();
            about.answers = answered(&row.answers);
            about.chosen = CaseKind::parse(row.chosen);
        }
        for row in &read.words {
            self.of.entry(&row.id).or_default().seen = seen_in(&row.words);
        }
        self.told = rows(&read.told)?.into_iter().collect();
        Ok(())
    }

    fn clocks(&mut self, text: &'a str) -> Result<()> {
        for row in rows::<store::ClockRow<'_>>(text)? {
            let key = (row.pack, row.version, row.rule);
            let behind = self.behind.entry(key).or_insert_with(|| {
                Arc::new(Behind {
                    pack: row.pack.to_owned(),
                    version: row.version.to_owned(),
                    rule: row.rule.to_owned(),
                })
            });
            self.of.entry(row.case).or_default().clocks.push(ClockFact {
                behind: behind.clone(),
                act_by: day(row.act_by)?,
                due: day(row.due)?,
                id: row.id.to_owned(),
                length: row.length.and_then(Length::parse),
                met: row.met != 0,
            });
        }
        Ok(())
    }
}

/// What the advisor was answered, as its records keep it: `[{asked, said}]`.
fn answered(kept: &str) -> Answers {
    let kept: Vec<BTreeMap<String, String>> = serde_json::from_str(kept).unwrap_or_default();
    let pair =
        |mut one: BTreeMap<String, String>| Some((one.remove("asked")?, one.remove("said")?));
    kept.into_iter().filter_map(pair).collect()
}

fn facts_of(case: &store::CaseFact<'_>, about: About, told: bool) -> Result<Facts> {
    let kind = CaseKind::parse(case.kind).unwrap_or(CaseKind::Question);
    Ok(Facts {
        kind,
        stage: Stage::parse(case.stage).unwrap_or(Stage::New),
        said_how: Channel::parse(case.said_how).unwrap_or(Channel::Note),
        received: day(case.received_on)?,
        seen: about.seen,
        is_decided: about.chosen == Some(kind),
        answers: about.answers,
        answered: about.wrote || about.talked.is_some(),
        talked: about.talked,
        decided: about.decided,
        told,
        clocks: about.clocks,
        promises: about.promises,
        issues: about.issues,
    })
}
