//! Which leaflets a case calls for, and why.

use std::collections::BTreeSet;

use crate::features::cases::CaseKind;
use crate::features::education::model::{Leaflet, Setting};
use crate::kernel::text::fold;

/// The most that is suggested at once: a longer list is not a suggestion.
const MOST: usize = 8;

/// What is known of a case.
#[derive(Debug, Clone)]
pub struct Matter {
    /// Its kind.
    pub kind: CaseKind,
    /// Its unit, as it is written.
    pub unit: String,
    /// The rights at stake.
    pub rights: BTreeSet<String>,
    /// What kind of office this is.
    pub setting: Setting,
    /// Keys of the leaflets the person has had in the version that is out.
    pub had: BTreeSet<String>,
}

/// A leaflet the case calls for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested<'a> {
    /// The leaflet.
    pub leaflet: &'a Leaflet,
    /// Whether its kind calls for it.
    pub by_kind: bool,
    /// The rights at stake that it speaks of.
    pub by_rights: Vec<&'a str>,
    /// Whether the unit calls for it.
    pub by_unit: bool,
}

/// The leaflets `matter` calls for, the best first. What the person has had is left out.
///
/// A right at stake weighs most, and more in the leaflet that is about it; then the unit, then the kind of case; a leaflet that names few
/// kinds says more by naming one.
pub fn suggest<'a>(
    matter: &Matter,
    leaflets: impl Iterator<Item = &'a Leaflet>,
) -> Vec<Suggested<'a>> {
    let unit = fold(&matter.unit);
    let words: BTreeSet<&str> = unit.split(|c: char| !c.is_alphanumeric()).collect();
    let mut found: Vec<(usize, Suggested<'a>)> = leaflets
        .filter(|leaflet| {
            let profiles = &leaflet.front.profiles;
            (profiles.is_empty() || profiles.contains(&matter.setting))
                && !matter.had.contains(&leaflet.key)
        })
        .map(|leaflet| {
            let front = &leaflet.front;
            let by_rights: Vec<&str> = front
                .rights
                .iter()
                .map(String::as_str)
                .filter(|right| matter.rights.contains(*right))
                .collect();
            let by_kind = front.kinds.contains(&matter.kind);
            let by_unit = front.units.iter().any(|unit| words.contains(fold(unit).as_str()));
            let sharp = 4_usize.saturating_sub(front.kinds.len());
            // A leaflet names first the right it is about.
            let is_about = front.rights.first().is_some_and(|right| matter.rights.contains(right));
            let weight = by_rights.len() * 100
                + usize::from(is_about) * 60
                + usize::from(by_unit) * 50
                + usize::from(by_kind) * (10 + sharp);
            (weight, Suggested { leaflet, by_kind, by_rights, by_unit })
        })
        .filter(|(weight, _)| *weight > 0)
        .collect();
    found.sort_by(|(a, one), (b, other)| b.cmp(a).then(one.leaflet.key.cmp(&other.leaflet.key)));
    found.into_iter().map(|(_, suggested)| suggested).take(MOST).collect()
}
