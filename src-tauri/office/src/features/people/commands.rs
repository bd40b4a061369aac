//! People over the wire.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::model::{Address, Labeled, PersonDetails, PersonId, PersonKind, PersonName};
use super::{actions, queries};
use crate::kernel::Result;
use crate::kernel::error::Checks;
use crate::store::page::{Page, Paging};
use crate::store::{ReadTx, Reads, WriteTx};
use crate::table::{Access, Table};

/// Adds this feature's rows to the table.
pub(crate) fn commands<T: Send + Sync + 'static>(table: &mut Table<T>) {
    table
        .query("people.list", Access::Reading, list)
        .viewing("people.view", Access::Reading, view)
        .query("people.similar", Access::Casework, similar)
        .action("people.add", Access::Casework, add)
        .action("people.change", Access::Casework, alter);
}

/// The parts of a name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[ts(rename = "PersonName")]
pub struct NameForm {
    /// "Dr."
    pub prefix: Option<String>,
    /// First name.
    pub given: Option<String>,
    /// Middle names.
    pub middle: Option<String>,
    /// Last name.
    pub family: Option<String>,
    /// "Jr."
    pub suffix: Option<String>,
    /// The name of a department, organization or payer.
    pub whole: Option<String>,
}

/// A value with what it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(rename = "Labeled")]
pub struct LabeledField {
    /// What it is: "home", "Record number".
    pub label: String,
    /// The value.
    pub value: String,
}

/// Where mail goes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "Address")]
pub struct AddressForm {
    /// Street lines.
    pub lines: String,
    /// City or town.
    pub city: Option<String>,
    /// State, county or province.
    pub region: Option<String>,
    /// ZIP or postcode.
    pub postal_code: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// A person as a form holds them. Dates are "2026-03-12".
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonForm {
    /// What they are to the office.
    pub kind: PersonKind,
    /// Their name.
    pub name: NameForm,
    /// What they want to be called.
    pub preferred_name: Option<String>,
    /// Their pronouns.
    pub pronouns: Option<String>,
    /// Birth date.
    pub birth_date: Option<String>,
    /// Date of death.
    pub death_date: Option<String>,
    /// The language they speak.
    pub spoken_language: Option<String>,
    /// The language they read.
    pub written_language: Option<String>,
    /// Whether they need an interpreter.
    pub interpreter: bool,
    /// Other communication needs.
    pub needs: Option<String>,
    /// Record numbers.
    pub identifiers: Vec<LabeledField>,
    /// Phones.
    pub phones: Vec<LabeledField>,
    /// E-mail addresses.
    pub emails: Vec<LabeledField>,
    /// Postal address.
    pub address: Option<AddressForm>,
    /// Ward or unit.
    pub unit: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// The organization they belong to: a person's id.
    pub member_of: Option<String>,
    /// Notes.
    pub notes: Option<String>,
}

/// A line of the list of people.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: PersonKind,
    /// What they are called.
    pub name: String,
    /// Job title and first record number.
    pub detail: String,
    /// Birth date.
    pub birth_date: Option<String>,
    /// Ward or unit.
    pub unit: Option<String>,
    /// Open cases as the patient.
    pub open_cases: u32,
}

/// A time as a patient.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Stay {
    /// Id.
    pub id: String,
    /// Ward or unit.
    pub unit: Option<String>,
    /// Place.
    pub place: Option<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// What kind of stay or visit.
    pub kind: Option<String>,
}

/// What pays for somebody's care.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// Id.
    pub id: String,
    /// The payer's id, if it is in the office.
    pub payer: Option<String>,
    /// The payer's name.
    pub payer_name: String,
    /// Member number.
    pub member_number: Option<String>,
    /// Plan.
    pub plan: Option<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}

/// Everything about one person.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Id.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// All that can be changed.
    pub form: PersonForm,
    /// What they belong to is called this.
    pub member_of_name: Option<String>,
    /// Stays, the latest first.
    pub stays: Vec<Stay>,
    /// Coverage.
    pub coverage: Vec<Coverage>,
    /// When they were added.
    pub created_at: String,
}

/// Which people to list.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListPeople {
    text: Option<String>,
    kind: Option<PersonKind>,
    after: Option<String>,
    limit: Option<u32>,
}

/// Names one person.
#[derive(Debug, Deserialize, TS)]
pub struct OnePerson {
    #[ts(type = "Id")]
    id: PersonId,
}

/// A person being typed, to be compared with those who are here.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SimilarTo {
    kind: PersonKind,
    name: NameForm,
    birth_date: Option<String>,
    identifiers: Vec<LabeledField>,
    except: Option<String>,
}

/// Somebody who may be the same person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SimilarPerson {
    /// Who.
    pub person: PersonRow,
    /// Why they may be the same.
    pub why: String,
}

/// A change to a person.
#[derive(Debug, Deserialize, TS)]
pub struct ChangePerson {
    #[ts(type = "Id")]
    id: PersonId,
    form: PersonForm,
}

/// Where an import comes from.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportSource {
    /// Ask with the system's dialog.
    Choose,
    /// What was dropped on the window.
    Dropped,
    /// These files and folders. Not from the window.
    Paths {
        /// Paths on this machine.
        paths: Vec<String>,
    },
}

/// What an import would do with one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportFate {
    /// Add a person.
    Create,
    /// It is somebody who is here already.
    Match,
    /// Add a stay or coverage to a person.
    Attach,
    /// Leave it out.
    Skip,
}

/// One line of an import's preview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportLine {
    /// Its number in the preview.
    pub n: u32,
    /// The file's name.
    pub file: String,
    /// The FHIR resource type.
    pub resource: String,
    /// The resource's reference.
    pub reference: Option<String>,
    /// Who or what it is.
    pub title: String,
    /// What would be done.
    pub fate: ImportFate,
    /// Why.
    pub why: String,
    /// The person it matches.
    pub matched: Option<String>,
    /// Whether it is ticked.
    pub include: bool,
}

/// A file of an import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreview {
    /// Names this preview until it is applied or dropped.
    pub token: String,
    /// The files.
    pub files: Vec<ImportFile>,
    /// Line by line.
    pub lines: Vec<ImportLine>,
    /// How many would be added.
    pub creates: u32,
    /// How many are here already.
    pub matches: u32,
    /// How many stays and coverages would be added.
    pub attaches: u32,
    /// How many would be left out.
    pub skips: u32,
}

/// Carries an import out.
#[derive(Debug, Deserialize, TS)]
pub struct ApplyImport {
    /// The preview.
    pub token: String,
    /// Lines the person unticked.
    pub exclude: Vec<u32>,
}

/// Names a preview.
#[derive(Debug, Deserialize, TS)]
pub struct OnePreview {
    /// The preview.
    pub token: String,
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
pub struct ImportResult {
    /// People added.
    pub created: u32,
    /// People who were here already.
    pub matched: u32,
    /// Stays and coverages added.
    pub attached: u32,
    /// Left out.
    pub skipped: u32,
}

async fn list(tx: &mut ReadTx, input: ListPeople) -> Result<Page<PersonRow>> {
    let paging = Paging::new(input.after, input.limit);
    queries::list(tx, input.text.as_deref(), input.kind.map(PersonKind::code), &paging).await
}

async fn view(tx: &mut ReadTx, input: OnePerson) -> Result<PersonView> {
    queries::view(tx, input.id).await
}

async fn similar(tx: &mut ReadTx, input: SimilarTo) -> Result<Vec<SimilarPerson>> {
    let form = PersonForm {
        kind: input.kind,
        name: input.name,
        birth_date: input.birth_date,
        identifiers: input.identifiers,
        ..PersonForm::empty()
    };
    // A half-typed date is no fault here: it is only not compared.
    let (details, _) = details(form);
    let except = input.except.as_deref().map(queries::person_id).transpose()?;
    queries::similar(tx, &details, except).await
}

async fn add(tx: &mut WriteTx, input: PersonForm) -> Result<PersonView> {
    let id = actions::add(tx, checked(input, tx.today())?).await?;
    queries::view(tx, id).await
}

async fn alter(tx: &mut WriteTx, input: ChangePerson) -> Result<PersonView> {
    let details = checked(input.form, tx.today())?;
    actions::alter(tx, input.id, details).await?;
    queries::view(tx, input.id).await
}

/// The form as a person, with every fault named at once.
fn checked(form: PersonForm, today: NaiveDate) -> Result<PersonDetails> {
    let (details, checks) = details(form);
    let shape = checks.done();
    match (shape, details.check(today)) {
        (Ok(()), checked) => checked,
        (Err(first), Ok(_)) => Err(first),
        (Err(mut first), Err(second)) => {
            first.fields.extend(second.fields);
            first.message = format!(
                "{} things need another look before this can be saved.",
                first.fields.len()
            );
            Err(first)
        }
    }
}

impl PersonForm {
    fn empty() -> Self {
        Self {
            kind: PersonKind::Patient,
            name: NameForm::default(),
            preferred_name: None,
            pronouns: None,
            birth_date: None,
            death_date: None,
            spoken_language: None,
            written_language: None,
            interpreter: false,
            needs: None,
            identifiers: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            address: None,
            unit: None,
            title: None,
            member_of: None,
            notes: None,
        }
    }
}

fn details(form: PersonForm) -> (PersonDetails, Checks) {
    let mut checks = Checks::default();
    let birth_date = day(&mut checks, "birthDate", form.birth_date.as_deref());
    let death_date = day(&mut checks, "deathDate", form.death_date.as_deref());
    let member_of = form.member_of.as_deref().filter(|m| !m.is_empty()).map(PersonId::parse);
    checks.need(
        !matches!(member_of, Some(Err(_))),
        "memberOf",
        "Choose the organization from the list.",
    );
    let details = PersonDetails {
        kind: form.kind,
        name: PersonName {
            prefix: form.name.prefix,
            given: form.name.given,
            middle: form.name.middle,
            family: form.name.family,
            suffix: form.name.suffix,
            whole: form.name.whole,
        },
        preferred_name: form.preferred_name,
        pronouns: form.pronouns,
        birth_date,
        death_date,
        spoken_language: form.spoken_language,
        written_language: form.written_language,
        interpreter: form.interpreter,
        needs: form.needs,
        identifiers: labeled(form.identifiers),
        phones: labeled(form.phones),
        emails: labeled(form.emails),
        address: form.address.map(|a| Address {
            lines: a.lines,
            city: a.city,
            region: a.region,
            postal_code: a.postal_code,
            country: a.country,
        }),
        unit: form.unit,
        title: form.title,
        member_of: member_of.and_then(Result::ok),
        notes: form.notes,
        sources: Vec::new(),
    };
    (details, checks)
}

fn labeled(list: Vec<LabeledField>) -> Vec<Labeled> {
    list.into_iter().map(|l| Labeled { label: l.label, value: l.value }).collect()
}

fn day(checks: &mut Checks, field: &str, text: Option<&str>) -> Option<NaiveDate> {
    let text = text.map(str::trim).filter(|t| !t.is_empty())?;
    let day = text.parse().ok();
    checks.need(day.is_some(), field, "Type the whole date: day, month and year.");
    day
}
