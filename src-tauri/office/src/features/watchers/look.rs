//! Reading the facts of open cases, and looking at them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::model::{Behind, ClockFact, Facts, IssueFact, PromiseFact, Seen, Sign};
use super::rules::{ReadAs, seen_in, shipped, signs};
use super::store::{self, rows};
use crate::features::advisor::model::Answers;
use crate::features::cases::{CaseKind, Channel, Stage};
use crate::features::clocks::model::Rule;
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
    let listed = |ids: &[&str]| serde_json::Value::from(ids.to_vec()).to_string();
    let asked = ids.map(|ids| serde_json::Value::from(ids.to_vec()).to_string());
    let cases = store::cases(tx.connection(), asked.as_deref()).await?;
    let cases: Vec<store::CaseFact<'_>> = rows(&cases)?;
    let ids = listed(&cases.iter().map(|case| case.id).collect::<Vec<_>>());
    let read = Read::of(tx, watching.today, &ids, asked.is_none()).await?;
    let mut facts = read.facts()?;
    // A rule is found once for all its clocks.
    let known: HashMap<&Behind, Option<&Rule>> =
        facts.behind.iter().map(|behind| (&**behind, watching.rule(behind))).collect();
    let read_as = ReadAs::new(&watching.profile);
    let mut all = BTreeMap::new();
    for case in &cases {
        let about = facts.of.remove(case.id).unwrap_or_default();
        let told = facts.told.contains(case.id);
        let found = signs(&facts_of(case, about, told)?, &read_as, |behind| {
            known.get(behind).copied().flatten()
        });
        if !found.is_empty() {
            all.insert(case.id.to_owned(), found);
        }
    }
    Ok(all)
}

/// What the store says of some cases, a text for each kind of fact.
struct Read {
    clocks: String,
    promises: String,
    issues: String,
    talks: String,
    decisions: String,
    told: String,
    words: Vec<store::WordsRow>,
}

/// The same by case.
struct Sorted<'a> {
    of: HashMap<&'a str, About>,
    /// Every rule that has a clock.
    behind: HashSet<Arc<Behind>>,
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
    answered: Option<NaiveDate>,
    talked: Option<NaiveDate>,
    answers: Answers,
    chosen: Option<CaseKind>,
    seen: Vec<Seen>,
}

impl Read {
    /// Of these open cases; `all` where they are all there are.
    async fn of(tx: &mut impl Reads, today: NaiveDate, ids: &str, all: bool) -> Result<Self> {
        let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today).to_string();
        let leaflets = serde_json::Value::from(shipped()?.leaflets.clone()).to_string();
        Ok(Self {
            clocks: store::clocks(tx.connection(), ids, &until, all).await?,
            promises: store::promises(tx.connection(), ids, &until).await?,
            issues: store::issues(tx.connection(), ids).await?,
            talks: store::talks(tx.connection(), ids).await?,
            decisions: store::decisions(tx.connection(), ids).await?,
            told: store::told(tx.connection(), ids, &leaflets).await?,
            words: if all {
                store::words_with(tx.connection(), &shipped()?.sought).await?
            } else {
                store::words_of(tx.connection(), ids).await?
            },
        })
    }

    fn facts(&self) -> Result<Sorted<'_>> {
        let mut of: HashMap<&str, About> = HashMap::new();
        let behind = self.clocks(&mut of)?;
        for row in rows::<store::PromiseRow<'_>>(&self.promises)? {
            let fact = PromiseFact { due: day(row.due)?, id: row.id.to_owned(), what: row.what };
            of.entry(row.case).or_default().promises.push(fact);
        }
        for row in rows::<store::IssueRow<'_>>(&self.issues)? {
            let about = of.entry(row.case).or_default();
            about.decided.0 += 1;
            about.decided.1 += u32::from(row.state == "decided");
            // Nobody has begun to look into it.
            if row.state == "open" {
                about.issues.push(IssueFact { id: row.id.to_owned(), about: row.about });
            }
        }
        for row in rows::<store::TalkRow<'_>>(&self.talks)? {
            let (answered, talked) = row.moments;
            let about = of.entry(row.case).or_default();
            about.answered = answered.map(day).transpose()?;
            about.talked = talked.map(day).transpose()?;
        }
        for row in rows::<store::DecisionRow<'_>>(&self.decisions)? {
            let about = of.entry(row.case).or_default();
            about.answers = answered(&row.answers);
            about.chosen = CaseKind::parse(row.chosen);
        }
        for row in &self.words {
            of.entry(&row.id).or_default().seen = seen_in(&row.words);
        }
        Ok(Sorted { of, behind, told: rows(&self.told)?.into_iter().collect() })
    }

    fn clocks<'a>(&'a self, of: &mut HashMap<&'a str, About>) -> Result<HashSet<Arc<Behind>>> {
        let mut shared: HashMap<(&str, &str, &str), Arc<Behind>> = HashMap::new();
        for row in rows::<store::ClockRow<'_>>(&self.clocks)? {
            let behind = shared.entry((row.pack, row.version, row.rule)).or_insert_with(|| {
                Arc::new(Behind {
                    pack: row.pack.to_owned(),
                    version: row.version.to_owned(),
                    rule: row.rule.to_owned(),
                })
            });
            of.entry(row.case).or_default().clocks.push(ClockFact {
                behind: behind.clone(),
                act_by: day(row.act_by)?,
                due: day(row.due)?,
                id: row.id.to_owned(),
                length: row.length.map(str::to_owned),
                met: row.met != 0,
            });
        }
        Ok(shared.into_values().collect())
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
        answered: about.answered,
        talked: about.talked,
        decided: about.decided,
        told,
        case: case.id.to_owned(),
        clocks: about.clocks,
        promises: about.promises,
        issues: about.issues,
    })
}
