//! Which of a person's names is theirs now, and what they like to be called.

use std::cmp::Reverse;

use crate::kernel::text::fold;

use super::super::wire::HumanName;
use super::days::is_current;
use super::{Margin, Name};

/// The name in use and the preferred name.
pub(super) struct Chosen {
    pub(super) name: Name,
    pub(super) preferred: Option<String>,
}

/// Chooses among `names`, or `None` when there is no name in them.
pub(super) fn choose(names: &[HumanName], margin: &mut Margin<'_>) -> Option<Chosen> {
    let named: Vec<&HumanName> = names.iter().filter(|name| has_words(name)).collect();
    let is_used = |name: &HumanName| {
        !matches!(name.usage.as_deref(), Some("old" | "maiden"))
            && is_current(name.period.as_ref(), margin.clock)
    };
    let current: Vec<&HumanName> = named.iter().copied().filter(|name| is_used(name)).collect();
    let Some(best) = current.iter().copied().min_by_key(|name| rank(name)) else {
        let last = named.into_iter().min_by_key(|name| rank(name))?;
        margin.remark("The only name in the file is marked as no longer used.");
        return Some(Chosen { name: parts(last, margin)?, preferred: None });
    };
    let name = parts(best, margin)?;
    let preferred = preferred(&current, best, &name, margin);
    Some(Chosen { name, preferred })
}

/// The parts of one name.
fn parts(from: &HumanName, margin: &mut Margin<'_>) -> Option<Name> {
    let given: Vec<String> = from.given.iter().filter_map(|given| margin.short(given)).collect();
    let middle = margin.joined(given.iter().skip(1).take(8));
    let given = given.into_iter().next();
    let family = margin.maybe(from.family.as_deref());
    let prefix = margin.joined(from.prefix.iter().take(8));
    let suffix = margin.joined(from.suffix.iter().take(8));
    if given.is_none() && family.is_none() {
        let whole = margin.short(from.text.as_deref()?)?;
        margin.remark("The file gives the name in one piece; check how it was divided.");
        return Some(Name { prefix, suffix, ..divide(&whole) });
    }
    Some(Name { prefix, given, middle, family, suffix, whole: None })
}

fn has_words(name: &HumanName) -> bool {
    let texts = [&name.text, &name.family].into_iter().flatten().chain(&name.given);
    texts.into_iter().any(|text| text.chars().any(char::is_alphanumeric))
}

// The formal name first; of two alike, the one that began last.
fn rank(name: &HumanName) -> (u8, Reverse<Option<&str>>) {
    let order = match name.usage.as_deref() {
        Some("official") => 0,
        None => 1,
        Some("usual") => 2,
        Some("nickname") => 4,
        Some("anonymous") => 5,
        Some(_) => 3,
    };
    let start = name.period.as_ref().and_then(|period| period.start.as_deref());
    (order, Reverse(start))
}

fn preferred(
    current: &[&HumanName],
    best: &HumanName,
    name: &Name,
    margin: &mut Margin<'_>,
) -> Option<String> {
    let of_use = |usage: &str| {
        let is = |other: &&&HumanName| other.usage.as_deref() == Some(usage);
        current.iter().find(is).filter(|other| !std::ptr::eq(**other, best)).copied()
    };
    let other = of_use("nickname").or_else(|| of_use("usual"))?;
    let given = other.given.first().or(other.text.as_ref()).or(other.family.as_ref())?;
    let called = margin.short(given)?;
    let same = |part: &Option<String>| part.as_deref().map(fold) == Some(fold(&called));
    if same(&name.given) || fold(&name.shown()) == fold(&called) { None } else { Some(called) }
}

// "Shaw, Amy V." or "Amy V. Shaw"; small words such as "van" belong to the family name.
fn divide(whole: &str) -> Name {
    let owned = |words: &[&str]| (!words.is_empty()).then(|| words.join(" "));
    if let Some((family, rest)) = whole.split_once(',') {
        let rest: Vec<&str> = rest.split_whitespace().collect();
        let (given, middle) = rest.split_at(rest.len().min(1));
        let family: Vec<&str> = family.split_whitespace().collect();
        let (family, given, middle) = (owned(&family), owned(given), owned(middle));
        return Name { family, given, middle, ..Name::default() };
    }
    let words: Vec<&str> = whole.split_whitespace().collect();
    let is_small = |word: &&&str| word.chars().all(char::is_lowercase);
    let last = words.len().saturating_sub(1);
    let small = words.iter().take(last).skip(1).rev().take_while(is_small).count();
    let (before, family) = words.split_at(last - small.min(last));
    let (given, middle) = before.split_at(before.len().min(1));
    Name { given: owned(given), middle: owned(middle), family: owned(family), ..Name::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_one_piece_is_divided_where_people_divide_it() {
        for (whole, given, middle, family) in [
            ("Shaw, Amy V.", Some("Amy"), Some("V."), Some("Shaw")),
            ("Amy V. Shaw", Some("Amy"), Some("V."), Some("Shaw")),
            ("Sarah van der Putten", Some("Sarah"), None, Some("van der Putten")),
            ("Sukarno", None, None, Some("Sukarno")),
            ("王小明", None, None, Some("王小明")),
            ("amy van shaw", Some("amy"), None, Some("van shaw")),
            (",", None, None, None),
        ] {
            let name = divide(whole);
            assert_eq!(name.given.as_deref(), given, "{whole}");
            assert_eq!(name.middle.as_deref(), middle, "{whole}");
            assert_eq!(name.family.as_deref(), family, "{whole}");
        }
    }
}
