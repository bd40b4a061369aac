//! What people were given, what they could say back, and what would fit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde_json::Value;

use super::reading::{key_point_form, setting};
use crate::features::cases::{self, CaseId, CaseKind, DueState};
use crate::features::education::commands::{
    FollowUpView, GivenView, GroupCount, HandoutView, KeyPointForm, LeafletName, RegisterRow,
    RegisterView, SuggestionView, TeachBackView,
};
use crate::features::education::held::{Held, find, front_of, held};
use crate::features::education::model::{
    HandoutId, Leaflet, LeafletState, Point, Purpose, TeachOutcome, Topic, Way,
};
use crate::features::education::rules::{Matter, base_of, suggest};
use crate::features::education::store::{self, HandoutRecord, TeachBackRecord};
use crate::features::office;
use crate::features::people::{self, PersonId};
use crate::kernel::{Error, Result, language};
use crate::store::Reads;

/// What a person, or the people of a case, were given; with a case, what would fit it.
pub(crate) async fn given(
    tx: &mut impl Reads,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<GivenView> {
    let all = held(tx).await?;
    let records = match (person, case) {
        (_, Some(case)) => store::given_in(tx.connection(), case).await?,
        (Some(person), None) => store::given_to(tx.connection(), person).await?,
        (None, None) => return Err(Error::invalid("person", "Choose a person or a case.")),
    };
    let handouts = views(tx, &all, records).await?;
    let mut view = GivenView { handouts, suggestions: Vec::new(), rights: Vec::new(), reads: None };
    let patient = match case {
        Some(case) => cases::find(tx.connection(), case).await?.patient,
        None => person.map(|id| id.to_string()),
    };
    if let Some(patient) = &patient {
        let record = people::find(tx.connection(), PersonId::parse(patient)?).await?;
        view.reads = record.written_language.as_deref().and_then(language::tag_of);
    }
    if let Some(case) = case {
        let kept = store::rights(tx.connection(), case).await?;
        view.rights = kept.map(|(_, list)| list_of(&list)).unwrap_or_default();
        view.suggestions = suggestions(tx, &all, case, patient.as_deref(), &view).await?;
    }
    Ok(view)
}

async fn suggestions(
    tx: &mut impl Reads,
    all: &[Held],
    case: CaseId,
    patient: Option<&str>,
    view: &GivenView,
) -> Result<Vec<SuggestionView>> {
    let record = cases::find(tx.connection(), case).await?;
    let had = match patient {
        Some(patient) => store::given_to(tx.connection(), PersonId::parse(patient)?).await?,
        None => Vec::new(),
    };
    let is_new = |record: &HandoutRecord| {
        find(all, &record.key, &record.language)
            .is_some_and(|held| i64::from(held.leaflet.version) == record.version)
    };
    let matter = Matter {
        kind: CaseKind::parse(&record.kind).unwrap_or(CaseKind::Concern),
        unit: record.unit.unwrap_or_default(),
        rights: view.rights.iter().cloned().collect(),
        setting: setting(tx).await?,
        had: had
            .iter()
            .filter(|record| is_new(record))
            .map(|record| record.key.clone())
            .chain(view.handouts.iter().filter(|h| h.newer.is_none()).map(|h| h.key.clone()))
            .collect(),
    };
    let english = all.iter().filter(|held| {
        base_of(&held.leaflet.language) == "en"
            && held.leaflet.state != LeafletState::Retired
            && held.leaflet.purpose == Purpose::Leaflet
    });
    let found = suggest(&matter, english.map(|held| held.leaflet.as_ref()));
    let reads = view.reads.as_deref().unwrap_or("en");
    Ok(found
        .into_iter()
        .map(|one| {
            let shown = in_language(all, one.leaflet, reads);
            SuggestionView {
                leaflet: LeafletName { key: shown.key.clone(), language: shown.language.clone() },
                title: shown.title.clone(),
                about: shown.front.about.clone(),
                by_kind: one.by_kind,
                by_rights: one.by_rights.into_iter().map(str::to_owned).collect(),
                by_unit: one.by_unit,
            }
        })
        .collect())
}

/// The leaflet in the language somebody reads, or as it is.
fn in_language<'a>(all: &'a [Held], leaflet: &'a Leaflet, reads: &str) -> &'a Leaflet {
    let translated = all.iter().find(|held| {
        held.leaflet.key == leaflet.key
            && base_of(&held.leaflet.language) == base_of(reads)
            && held.leaflet.state != LeafletState::Retired
    });
    translated.map_or(leaflet, |held| held.leaflet.as_ref())
}

/// Handouts by id, in the order asked for.
pub(crate) async fn handouts(tx: &mut impl Reads, ids: &[HandoutId]) -> Result<Vec<HandoutView>> {
    let all = held(tx).await?;
    let mut records = Vec::new();
    for id in ids {
        records.push(store::handout(tx.connection(), *id).await?);
    }
    views(tx, &all, records).await
}

/// What was given in a case, for its summary.
pub(crate) async fn of_case(tx: &mut impl Reads, case: CaseId) -> Result<Vec<HandoutView>> {
    let all = held(tx).await?;
    let records = store::given_in(tx.connection(), case).await?;
    views(tx, &all, records).await
}

async fn views(
    tx: &mut impl Reads,
    all: &[Held],
    records: Vec<HandoutRecord>,
) -> Result<Vec<HandoutView>> {
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let said = store::teach_backs(tx.connection(), &Value::from(ids).to_string()).await?;
    let people: Vec<String> = records.iter().map(|record| record.person.clone()).collect();
    let names = people::names(tx.connection(), &people).await?;
    let mut staff = Names::default();
    let mut views = Vec::new();
    for record in records {
        let mut teach_backs = Vec::new();
        for one in said.iter().rev().filter(|one| one.handout == record.id) {
            teach_backs.push(teach_back(one, staff.of(tx, &one.made_by).await?));
        }
        let again = said
            .iter()
            .rev()
            .find(|one| one.handout == record.id)
            .and_then(|last| last.again_on.clone());
        let again_day: Option<NaiveDate> = again.as_deref().and_then(|day| day.parse().ok());
        let today = tx.today();
        let given_by = staff.of(tx, &record.made_by).await?;
        let now = find(all, &record.key, &record.language).map(|held| held.leaflet.version);
        let version = u32::try_from(record.version).unwrap_or_default();
        views.push(HandoutView {
            person_name: names.get(&record.person).cloned().unwrap_or_default(),
            key_points: key_points(record.front.as_deref())?,
            newer: now.filter(|now| *now > version),
            version,
            way: Way::parse(&record.way).unwrap_or(Way::Printed),
            given_by,
            note: record.note.unwrap_or_default(),
            again_state: again_day.map(|day| DueState::of(day, today, None)),
            again_days: again_day
                .map(|day| i32::try_from((day - today).num_days()).unwrap_or_default()),
            again_on: again,
            teach_backs,
            id: record.id,
            person: record.person,
            case: record.case_id,
            key: record.key,
            language: record.language,
            title: record.title,
            text_id: record.text_id,
            given_at: record.given_at,
        });
    }
    Ok(views)
}

fn key_points(front: Option<&str>) -> Result<Vec<KeyPointForm>> {
    let Some(front) = front else { return Ok(Vec::new()) };
    Ok(front_of(front)?.key_points.into_iter().map(key_point_form).collect())
}

fn teach_back(record: &TeachBackRecord, by: String) -> TeachBackView {
    TeachBackView {
        id: record.id.clone(),
        at: record.at.clone(),
        by,
        points: points_of(record),
        interpreter: record.interpreter,
        note: record.note.clone().unwrap_or_default(),
    }
}

fn points_of(record: &TeachBackRecord) -> Vec<Point> {
    serde_json::from_str(&record.points).unwrap_or_default()
}

fn list_of(json: &str) -> Vec<String> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Names of staff, each asked for once.
#[derive(Default)]
struct Names {
    known: HashMap<String, String>,
}

impl Names {
    async fn of(&mut self, tx: &mut impl Reads, id: &str) -> Result<String> {
        if let Some(name) = self.known.get(id) {
            return Ok(name.clone());
        }
        let name = office::name_of(tx, id).await?;
        self.known.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

/// What is to be gone over again, by day.
pub(crate) async fn follow_ups(tx: &mut impl Reads) -> Result<Vec<FollowUpView>> {
    let today = tx.today();
    let mut found = Vec::new();
    for last in store::open_again(tx.connection()).await? {
        let Some(on) = last.again_on.as_deref().and_then(|day| day.parse::<NaiveDate>().ok())
        else {
            continue;
        };
        let handout = store::handout(tx.connection(), HandoutId::parse(&last.handout)?).await?;
        let names = people::names(tx.connection(), std::slice::from_ref(&handout.person)).await?;
        let case_number = match &handout.case_id {
            Some(case) => Some(cases::find(tx.connection(), CaseId::parse(case)?).await?.number),
            None => None,
        };
        let open = points_of(&last).into_iter().filter(|p| p.outcome == TeachOutcome::NotYet);
        found.push(FollowUpView {
            handout: handout.id,
            person_name: names.get(&handout.person).cloned().unwrap_or_default(),
            person: handout.person,
            case: handout.case_id,
            case_number,
            title: handout.title,
            open: open.map(|point| point.ask).collect(),
            on: on.to_string(),
            state: DueState::of(on, today, None),
            days: i32::try_from((on - today).num_days()).unwrap_or_default(),
        });
    }
    Ok(found)
}

/// What was given between two days, both among them.
pub(crate) async fn register(
    tx: &mut impl Reads,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<RegisterView> {
    let records = store::given_between(tx.connection(), from, to).await?;
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let said = store::teach_backs(tx.connection(), &Value::from(ids).to_string()).await?;
    let last: HashMap<&str, &TeachBackRecord> =
        said.iter().map(|one| (one.handout.as_str(), one)).collect();
    let all = held(tx).await?;
    let topic_of = |record: &HandoutRecord| {
        let here =
            find(&all, &record.key, &record.language).or_else(|| find(&all, &record.key, "en"));
        here.map_or(Topic::Office, |held| held.leaflet.front.topic)
    };
    let mut rows: BTreeMap<&str, RegisterRow> = BTreeMap::new();
    let mut counts = [const { BTreeMap::<String, u32>::new() }; 4];
    for record in &records {
        let row = rows.entry(&record.key).or_insert_with(|| RegisterRow {
            key: record.key.clone(),
            title: find(&all, &record.key, "en")
                .map_or_else(|| record.title.clone(), |held| held.leaflet.title.clone()),
            given: 0,
            taught: 0,
            not_yet: 0,
        });
        row.given += 1;
        let back = last.get(record.id.as_str());
        row.taught += u32::from(back.is_some());
        row.not_yet += u32::from(back.is_some_and(|one| one.again_on.is_some()));
        let names = [
            topic_of(record).code().to_owned(),
            record.language.clone(),
            record.unit.clone().unwrap_or_default(),
            record.way.clone(),
        ];
        for (count, name) in counts.iter_mut().zip(names) {
            *count.entry(name).or_default() += 1;
        }
    }
    let people: BTreeSet<&str> = records.iter().map(|record| record.person.as_str()).collect();
    let mut leaflets: Vec<RegisterRow> = rows.into_values().collect();
    leaflets.sort_by(|a, b| b.given.cmp(&a.given).then(a.title.cmp(&b.title)));
    let [topics, languages, units, ways] = counts.map(groups);
    Ok(RegisterView {
        given: u32::try_from(records.len()).unwrap_or_default(),
        people: u32::try_from(people.len()).unwrap_or_default(),
        taught: leaflets.iter().map(|row| row.taught).sum(),
        not_yet: leaflets.iter().map(|row| row.not_yet).sum(),
        leaflets,
        topics,
        languages,
        units,
        ways,
    })
}

/// Counts, the greatest first.
fn groups(counts: BTreeMap<String, u32>) -> Vec<GroupCount> {
    let mut groups: Vec<GroupCount> =
        counts.into_iter().map(|(name, count)| GroupCount { name, count }).collect();
    groups.sort_by(|a, b| b.count.cmp(&a.count).then(a.name.cmp(&b.name)));
    groups
}
