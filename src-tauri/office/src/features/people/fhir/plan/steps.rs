//! What to write, once a person has looked at the preview and agreed.

use std::collections::{HashMap, HashSet};

use crate::kernel::Id;

use super::super::draft::{Coverage, Draft, Labeled, SourceKey, Stay};
use super::decide::{Decision, Fate};
use super::{Link, Plan, Role, Thing, What};

/// A person a step speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Party {
    /// The one created by the step with this line number.
    New(usize),
    /// One who is already in the office.
    Known(Id),
}

/// One thing to write. Give an id to every `Create` before writing any: parties may come later.
pub(crate) enum Step {
    /// A new person.
    Create {
        /// The line.
        n: usize,
        /// The person.
        draft: Box<Draft>,
        /// Where they belong.
        member_of: Option<Party>,
        /// Keys to keep with them.
        sources: Vec<SourceKey>,
    },
    /// Stays for one person, from one encounter.
    Stays {
        /// Whose they are.
        patient: Party,
        /// The stays, one for each unit.
        stays: Vec<Stay>,
        /// Keys to keep with each of them.
        sources: Vec<SourceKey>,
    },
    /// A coverage for one person.
    Coverage {
        /// Whose it is.
        patient: Party,
        /// The payer's own record, if there is one.
        payer: Option<Party>,
        /// The coverage.
        coverage: Coverage,
        /// Keys to keep with it.
        sources: Vec<SourceKey>,
    },
}

/// How many lines came to what, as `ImportResult` on the wire.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// New people.
    pub(crate) created: usize,
    /// People and things that were there already.
    pub(crate) matched: usize,
    /// Stays, coverages and roles put onto someone's record.
    pub(crate) attached: usize,
    /// Everything else, unticked lines included.
    pub(crate) skipped: usize,
}

/// What to write, without the lines that were unticked and without what would hang on them.
pub(crate) fn steps(plan: &Plan, decision: &Decision, exclude: &[usize]) -> (Vec<Step>, Tally) {
    let parties = Parties { decision, excluded: exclude.iter().copied().collect() };
    let roles = parties.roles(plan);
    let (mut steps, mut tally) = (Vec::new(), Tally::default());
    for (thing, line) in plan.things.iter().zip(&decision.lines) {
        let is_wanted = !parties.excluded.contains(&line.n);
        match line.fate {
            Fate::Match if is_wanted => tally.matched += 1,
            Fate::Create | Fate::Attach if is_wanted => {
                let before = steps.len();
                steps.extend(parties.step(thing, line.n, &roles));
                let holder = match &thing.what {
                    What::Role { person, .. } => parties.find(*person),
                    _ => None,
                };
                if line.fate == Fate::Create {
                    tally.created += 1;
                } else if steps.len() > before || holder.is_some() {
                    tally.attached += 1;
                } else {
                    tally.skipped += 1;
                }
            }
            _ => tally.skipped += 1,
        }
    }
    (steps, tally)
}

struct Parties<'a> {
    decision: &'a Decision,
    excluded: HashSet<usize>,
}

type Roles<'a> = HashMap<usize, Vec<&'a Role>>;

impl Parties<'_> {
    // The wanted roles of each line, by its place.
    fn roles<'p>(&self, plan: &'p Plan) -> Roles<'p> {
        let mut roles = Roles::new();
        for (thing, line) in plan.things.iter().zip(&self.decision.lines) {
            if let What::Role { person: Link::Thing(place), role } = &thing.what
                && line.fate == Fate::Attach
                && !self.excluded.contains(&line.n)
            {
                roles.entry(*place).or_default().push(role);
            }
        }
        roles
    }

    fn find(&self, link: Link) -> Option<Party> {
        match link {
            Link::Outsider(number) => {
                self.decision.outsiders.get(number).copied().flatten().map(Party::Known)
            }
            Link::Thing(place) => {
                let line = self.decision.lines.get(place)?;
                match (line.fate, line.matched) {
                    (Fate::Match, Some(id)) => Some(Party::Known(id)),
                    (Fate::Create, _) if !self.excluded.contains(&line.n) => {
                        Some(Party::New(line.n))
                    }
                    _ => None,
                }
            }
        }
    }

    fn step(&self, thing: &Thing, n: usize, roles: &Roles<'_>) -> Option<Step> {
        let sources = thing.sources.clone();
        match &thing.what {
            What::Person { draft, member_of } => {
                let mut draft = draft.clone();
                let mut member_of = *member_of;
                for role in roles.get(&(n - 1)).into_iter().flatten() {
                    take_on(&mut draft, role);
                    member_of = member_of.or(role.member_of);
                }
                let member_of = member_of.and_then(|link| self.find(link));
                Some(Step::Create { n, draft, member_of, sources })
            }
            What::Stays { patient, stays } => {
                let patient = self.find(*patient)?;
                Some(Step::Stays { patient, stays: stays.clone(), sources })
            }
            What::Coverage { patient, payer, coverage } => {
                let patient = self.find(*patient)?;
                let payer = payer.and_then(|link| self.find(link));
                let coverage = Coverage::clone(coverage);
                Some(Step::Coverage { patient, payer, coverage, sources })
            }
            What::Role { .. } | What::Skip { .. } => None,
        }
    }
}

/// The most phones or e-mails of one person.
const MOST: usize = 20;

// The first role gives title and unit; later ones only add ways to reach the person.
fn take_on(draft: &mut Draft, role: &Role) {
    draft.title = draft.title.take().or_else(|| role.title.clone());
    draft.unit = draft.unit.take().or_else(|| role.unit.clone());
    let add = |list: &mut Vec<Labeled>, more: &[Labeled]| {
        for new in more {
            if list.len() < MOST && !list.iter().any(|known| known.value == new.value) {
                list.push(new.clone());
            }
        }
    };
    add(&mut draft.phones, &role.phones);
    add(&mut draft.emails, &role.emails);
}
