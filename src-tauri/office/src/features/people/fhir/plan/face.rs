//! Whether two records are the same person, and how sure one can be.
//!
//! The costly mistake is to lay one patient's stay on another's record, so a shared number alone is
//! not enough: something else must agree, as numbers are mistyped and bare ids such as `Patient/1`
//! exist on every server.

use chrono::NaiveDate;

use crate::kernel::text::fold;

use super::super::draft::{Kind, Name, SourceKey};

/// What one goes by when comparing.
pub(super) struct Face<'a> {
    pub(super) kind: Kind,
    pub(super) name: &'a Name,
    pub(super) birth_date: Option<NaiveDate>,
    pub(super) sources: &'a [SourceKey],
    /// Numbers whose system is not known, such as a record number typed by hand.
    pub(super) numbers: Vec<&'a str>,
}

/// How alike two faces are; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// The same, because of a number that only one can have.
    ByNumber,
    /// The same by number, though the birth dates differ.
    ByNumberNotBirth,
    /// The same by name and birth date.
    ByNameAndBirth,
    /// The same organization by name.
    ByName,
    /// The same entry of the same export.
    ByEntry,
    /// Another, although the number is the same.
    OnlyNumber,
    /// Another as far as anyone can tell, although the name is the same.
    OnlyName,
    /// The same human being, perhaps, but kept as another kind of person.
    OtherKind,
    /// Another.
    No,
}

impl Alike {
    pub(super) const fn is_same(self) -> bool {
        matches!(
            self,
            Self::ByNumber
                | Self::ByNumberNotBirth
                | Self::ByNameAndBirth
                | Self::ByName
                | Self::ByEntry
        )
    }

    /// Why they are the same, or what to look out for.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::ByNumber => "the number is the same",
            Self::ByNumberNotBirth => {
                "the number and the name are the same; the birth dates differ"
            }
            Self::ByNameAndBirth => "the name and the birth date are the same",
            Self::ByName => "the name is the same",
            Self::ByEntry => "it is the same entry under the same name",
            Self::OnlyNumber => {
                "Someone of another name has the same number. Check which is right."
            }
            Self::OnlyName => {
                "Someone of the same name is there already, and the birth dates cannot tell them \
                 apart. Check that they are two people."
            }
            Self::OtherKind => {
                "Someone of the same name and birth date is there already as another kind of \
                 person. The two are kept apart."
            }
            Self::No => "",
        }
    }
}

/// Compares two faces.
pub(super) fn compare(a: &Face<'_>, b: &Face<'_>) -> Alike {
    let births = births(a.birth_date, b.birth_date);
    let is_named_alike = same_name(a.name, b.name);
    if group(a.kind) != group(b.kind) {
        let is_suspect = is_named_alike && births == Some(true);
        return if is_suspect { Alike::OtherKind } else { Alike::No };
    }
    let shared = |is_local: bool| {
        a.sources.iter().any(|key| key.is_local() == is_local && b.sources.contains(key))
    };
    if shared(false) {
        return by_number(a, b, births, is_named_alike);
    }
    let typed = |x: &Face<'_>, y: &Face<'_>| {
        let all = x.sources.iter().filter(|key| !key.is_local()).map(|key| key.value.as_str());
        all.chain(x.numbers.iter().copied()).any(|number| y.numbers.contains(&number))
    };
    if (typed(a, b) || typed(b, a)) && (is_named_alike || births == Some(true)) {
        return by_number(a, b, births, is_named_alike);
    }
    if !is_named_alike {
        return Alike::No;
    }
    match (births, shared(true)) {
        (Some(false), _) => Alike::No,
        (Some(true), _) => Alike::ByNameAndBirth,
        (None, true) => Alike::ByEntry,
        (None, false) if is_body(a.kind) && a.kind != Kind::Department => Alike::ByName,
        (None, false) => Alike::OnlyName,
    }
}

/// A name as it is looked up: given and family name, or the whole name, folded.
pub(in super::super) fn name_key(name: &Name) -> String {
    match &name.whole {
        Some(whole) => fold(whole),
        None => {
            let parts = [name.given.as_deref(), name.family.as_deref()];
            fold(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    }
}

/// Whether every word of `shown` that is longer than an initial is in `name`, and there are two.
pub(super) fn is_called(name: &Name, shown: &str) -> bool {
    let known = words(name);
    let shown = fold(shown);
    let said: Vec<&str> = shown.split([' ', ',', '.']).filter(|w| w.chars().count() > 1).collect();
    said.len() > 1 && said.iter().all(|word| known.iter().any(|known| known == word))
}

/// Whether any word of `shown` is in `name`.
pub(super) fn shares_word(name: &Name, shown: &str) -> bool {
    let known = words(name);
    fold(shown).split([' ', ',', '.']).any(|word| known.iter().any(|known| known == word))
}

// One number can be on two records by mistake, or be a mother's on her newborn's.
fn by_number(a: &Face<'_>, b: &Face<'_>, births: Option<bool>, is_named_alike: bool) -> Alike {
    match births {
        Some(true) => Alike::ByNumber,
        Some(false) if is_named_alike => Alike::ByNumberNotBirth,
        Some(false) => Alike::OnlyNumber,
        None if words(a.name).iter().any(|word| words(b.name).contains(word)) => Alike::ByNumber,
        None => Alike::OnlyNumber,
    }
}

fn births(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<bool> {
    a.zip(b).map(|(a, b)| a == b)
}

fn same_name(a: &Name, b: &Name) -> bool {
    let key = name_key(a);
    let initial = |name: &Name| name.middle.as_deref().and_then(|m| fold(m).chars().next());
    let middles = initial(a).zip(initial(b)).is_none_or(|(a, b)| a == b);
    !key.is_empty() && key == name_key(b) && middles
}

fn words(name: &Name) -> Vec<String> {
    let parts = [&name.given, &name.middle, &name.family, &name.whole];
    let folded = parts.into_iter().flatten().map(|part| fold(part));
    let words =
        folded.flat_map(|part| part.split([' ', ',', '.']).map(str::to_owned).collect::<Vec<_>>());
    words.filter(|word| word.chars().count() > 1).collect()
}

const fn is_body(kind: Kind) -> bool {
    matches!(kind, Kind::Department | Kind::Organization | Kind::Payer)
}

// Staff who are patients too have two records, on purpose.
const fn group(kind: Kind) -> u8 {
    match kind {
        Kind::Patient => 0,
        Kind::Relative | Kind::Representative => 1,
        Kind::HospitalStaff => 2,
        Kind::Department | Kind::Organization | Kind::Payer => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(given: &str, middle: Option<&str>, family: &str) -> Name {
        Name {
            given: Some(given.into()),
            middle: middle.map(Into::into),
            family: Some(family.into()),
            ..Name::default()
        }
    }

    fn whole(name: &str) -> Name {
        Name { whole: Some(name.into()), ..Name::default() }
    }

    fn key(system: &str, value: &str) -> SourceKey {
        SourceKey { system: system.into(), value: value.into() }
    }

    fn face<'a>(
        kind: Kind,
        name: &'a Name,
        born: Option<i32>,
        sources: &'a [SourceKey],
    ) -> Face<'a> {
        let birth_date = born.and_then(|year| NaiveDate::from_ymd_opt(year, 5, 1));
        Face { kind, name, birth_date, sources, numbers: Vec::new() }
    }

    #[test]
    fn people_are_the_same_only_when_two_things_agree() {
        let (amy, amy_v) = (named("Amy", None, "Shaw"), named("Amy", Some("V."), "Shaw"));
        let (amy_b, baby) = (named("Amy", Some("Beth"), "Shaw"), named("Baby", None, "Shaw"));
        let (baxter, other) = (named("Amy", None, "Baxter"), named("Ronald", None, "Bone"));
        let mrn = [key("https://h.example/mrn", "1")];
        let bare = [key("fhir:Patient", "1")];
        let none = [];
        for (a, born_a, keys_a, b, born_b, keys_b, expected) in [
            (&amy, Some(1987), &none[..], &amy_v, Some(1987), &none[..], Alike::ByNameAndBirth),
            (&amy_v, Some(1987), &none, &amy_b, Some(1987), &none, Alike::No),
            (&amy, Some(1987), &none, &amy, Some(1988), &none, Alike::No),
            (&amy, None, &none, &amy, Some(1988), &none, Alike::OnlyName),
            (&amy, Some(1987), &mrn, &other, Some(1987), &mrn, Alike::ByNumber),
            (&amy, Some(1987), &mrn, &baxter, None, &mrn, Alike::ByNumber),
            (&amy, Some(1987), &mrn, &amy, Some(1988), &mrn, Alike::ByNumberNotBirth),
            (&amy, Some(1987), &mrn, &baby, Some(2016), &mrn, Alike::OnlyNumber),
            (&amy, None, &mrn, &other, None, &mrn, Alike::OnlyNumber),
            (&amy, None, &bare, &amy, None, &bare, Alike::ByEntry),
            (&amy, None, &bare, &other, None, &bare, Alike::No),
            (&amy, Some(1987), &bare, &amy, Some(1988), &bare, Alike::No),
        ] {
            let (a, b) =
                (face(Kind::Patient, a, born_a, keys_a), face(Kind::Patient, b, born_b, keys_b));
            assert_eq!(compare(&a, &b), expected);
            assert_eq!(compare(&b, &a), expected);
        }
    }

    #[test]
    fn a_patient_who_also_works_there_is_kept_as_two() {
        let amy = named("Amy", None, "Shaw");
        let patient = face(Kind::Patient, &amy, Some(1987), &[]);
        let staff = face(Kind::HospitalStaff, &amy, Some(1987), &[]);
        assert_eq!(compare(&patient, &staff), Alike::OtherKind);
    }

    #[test]
    fn organizations_are_known_by_name_but_departments_are_not() {
        let (acme, typed, er) =
            (whole("Acme Health Plan"), whole("ACME  health plan"), whole("Emergency"));
        let payer = face(Kind::Payer, &acme, None, &[]);
        let organization = face(Kind::Organization, &typed, None, &[]);
        assert_eq!(compare(&payer, &organization), Alike::ByName);
        let (one, two) =
            (face(Kind::Department, &er, None, &[]), face(Kind::Department, &er, None, &[]));
        assert_eq!(compare(&one, &two), Alike::OnlyName);
    }

    #[test]
    fn a_record_number_typed_by_hand_counts_when_the_name_agrees() {
        let (amy, other) = (named("Amy", None, "Shaw"), named("Ronald", None, "Bone"));
        let mrn = [key("https://h.example/mrn", "1032702")];
        let imported = face(Kind::Patient, &amy, Some(1987), &mrn);
        let by_hand =
            |name| Face { numbers: vec!["1032702"], ..face(Kind::Patient, name, None, &[]) };
        assert_eq!(compare(&imported, &by_hand(&amy)), Alike::ByNumber);
        assert_eq!(compare(&imported, &by_hand(&other)), Alike::No);
    }
}
