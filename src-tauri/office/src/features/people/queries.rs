//! People as screens want them.

use serde_json::Value;

use super::commands::{
    AddressForm, Coverage, LabeledField, PersonForm, PersonRow, PersonView, SimilarPerson, Stay,
};
use super::model::{PersonDetails, PersonId, PersonKind, identifier_key};
use super::store::{self, After, PersonLine};
use crate::kernel::text::{fold, search_words};
use crate::kernel::{Id, Result};
use crate::store::Reads;
use crate::store::page::{Page, Paging};

/// A page of people, all or those a search finds.
pub(super) async fn list(
    tx: &mut impl Reads,
    text: Option<&str>,
    kind: Option<&str>,
    paging: &Paging,
) -> Result<Page<PersonRow>> {
    let limit = paging.limit();
    let (lines, total, next_of): (_, _, fn(&PersonLine) -> String) =
        match text.and_then(search_words) {
            Some(words) => {
                let before = paging.number().unwrap_or(i64::MAX);
                let lines = store::search(tx.connection(), &words, kind, before, limit + 1).await?;
                let total = store::count_found(tx.connection(), &words, kind).await?;
                (lines, total, |line| line.n.to_string())
            }
            None => {
                let (sort_name, n) = paging.text_and_number().unwrap_or_default();
                let after = After { sort_name, n };
                let lines = store::page(tx.connection(), kind, &after, limit + 1).await?;
                let total = store::count(tx.connection(), kind).await?;
                (lines, total, |line| Paging::join(&line.sort_name, line.n))
            }
        };
    Ok(Page::cut(lines, limit, total, next_of, row))
}

/// A person as a line of a list.
pub(super) fn row(line: PersonLine) -> PersonRow {
    let detail = detail(&line);
    PersonRow {
        id: line.id,
        kind: PersonKind::parse(&line.kind).unwrap_or(PersonKind::Patient),
        name: line.name,
        detail,
        birth_date: line.birth_date,
        unit: line.unit,
        open_cases: u32::try_from(line.open_cases).unwrap_or_default(),
    }
}

fn detail(line: &PersonLine) -> String {
    let mut parts = Vec::new();
    parts.extend(line.title.clone());
    let numbers: Vec<LabeledField> = serde_json::from_str(&line.identifiers).unwrap_or_default();
    parts.extend(numbers.first().map(|n| format!("{} {}", n.label, n.value)));
    parts.join(" · ")
}

/// Everything about one person.
pub(super) async fn view(tx: &mut impl Reads, id: PersonId) -> Result<PersonView> {
    let record = store::find(tx.connection(), id).await?;
    let stays = store::stays(tx.connection(), id).await?;
    let coverage = store::coverage(tx.connection(), id).await?;
    let member_of_name = match &record.member_of {
        Some(of) => store::names(tx.connection(), std::slice::from_ref(of)).await?.remove(of),
        None => None,
    };
    Ok(PersonView {
        id: record.id.clone(),
        name: record.name.clone(),
        created_at: record.made_at.clone(),
        member_of_name,
        stays: stays
            .into_iter()
            .map(|s| Stay {
                id: s.id,
                unit: s.unit,
                place: s.place,
                from: s.from_day,
                to: s.to_day,
                kind: s.kind,
            })
            .collect(),
        coverage: coverage
            .into_iter()
            .map(|c| Coverage {
                id: c.id,
                payer: c.payer,
                payer_name: c.payer_name,
                member_number: c.member_number,
                plan: c.plan,
                from: c.from_day,
                to: c.to_day,
            })
            .collect(),
        form: PersonForm {
            kind: PersonKind::parse(&record.kind).unwrap_or(PersonKind::Patient),
            name: super::commands::NameForm {
                prefix: record.prefix,
                given: record.given,
                middle: record.middle,
                family: record.family,
                suffix: record.suffix,
                whole: record.whole,
            },
            preferred_name: record.preferred_name,
            pronouns: record.pronouns,
            birth_date: record.birth_date,
            death_date: record.death_date,
            spoken_language: record.spoken_language,
            written_language: record.written_language,
            interpreter: record.interpreter,
            needs: record.needs,
            identifiers: serde_json::from_str(&record.identifiers).unwrap_or_default(),
            phones: serde_json::from_str(&record.phones).unwrap_or_default(),
            emails: serde_json::from_str(&record.emails).unwrap_or_default(),
            address: record.address.as_deref().and_then(address_of),
            unit: record.unit,
            title: record.title,
            member_of: record.member_of,
            notes: record.notes,
        },
    })
}

/// Reads a stored address.
fn address_of(text: &str) -> Option<AddressForm> {
    let value: Value = serde_json::from_str(text).ok()?;
    let part = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(AddressForm {
        lines: part("lines").unwrap_or_default(),
        city: part("city"),
        region: part("region"),
        postal_code: part("postal_code"),
        country: part("country"),
    })
}

/// People who may be the same as the one being typed, with the reason.
pub(super) async fn similar(
    tx: &mut impl Reads,
    details: &PersonDetails,
    except: Option<PersonId>,
) -> Result<Vec<SimilarPerson>> {
    let keys: Vec<String> = details
        .identifiers
        .iter()
        .map(|i| identifier_key(&i.value))
        .filter(|k| !k.is_empty())
        .collect();
    let mut found: Vec<(String, String)> = Vec::new();
    for (_, person) in store::with_identifier(tx.connection(), &keys).await? {
        found.push((person, "Has the same record number.".into()));
    }
    let name = &details.name;
    let parts: Vec<&str> = [&name.whole, &name.given, &name.family]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let full = fold(&parts.join(" "));
    let born = details.birth_date.map(|d| d.to_string());
    if !full.is_empty() {
        for (person, birth) in store::with_name(tx.connection(), &full).await? {
            let why = match (&born, &birth) {
                (Some(a), Some(b)) if a == b => "Has the same name and birth date.",
                (Some(_), Some(_)) => "Has the same name, with another birth date.",
                _ => "Has the same name.",
            };
            found.push((person, why.into()));
        }
    }
    close_names(tx, details, born.as_deref(), &mut found).await?;
    let mut seen = std::collections::HashSet::new();
    found.retain(|(id, _)| except.is_none_or(|e| e.to_string() != *id) && seen.insert(id.clone()));
    found.truncate(5);
    let ids: Vec<String> = found.iter().map(|(id, _)| id.clone()).collect();
    let lines = store::lines(tx.connection(), &ids).await?;
    Ok(lines
        .into_iter()
        .filter_map(|line| {
            let why = found.iter().find(|(id, _)| *id == line.id).map(|(_, why)| why.clone())?;
            Some(SimilarPerson { person: row(line), why })
        })
        .collect())
}

/// Adds people whose names begin like the one typed, when the birth date is the same.
async fn close_names(
    tx: &mut impl Reads,
    details: &PersonDetails,
    born: Option<&str>,
    found: &mut Vec<(String, String)>,
) -> Result<()> {
    let start = |part: &Option<String>, most: usize| -> Option<String> {
        part.as_deref().map(fold).map(|f| f.chars().take(most).collect())
    };
    let family = start(&details.name.family, 40);
    let given = start(&details.name.given, 3);
    let typed = [family, given].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let Some(words) = search_words(&typed).filter(|_| details.name.family.is_some()) else {
        return Ok(());
    };
    for line in store::search(tx.connection(), &words, None, i64::MAX, 10).await? {
        let same_day = born.is_some() && line.birth_date.as_deref() == born;
        let why = if same_day {
            "Has a close name and the same birth date."
        } else {
            "Has a close name."
        };
        found.push((line.id, why.into()));
    }
    Ok(())
}

/// Reads an id that came over the wire.
pub(super) fn person_id(text: &str) -> Result<PersonId> {
    Id::parse(text)
}
