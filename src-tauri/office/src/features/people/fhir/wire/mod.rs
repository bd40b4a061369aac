//! FHIR R4 as other systems write it: only the fields that are read here, and never strict.
//!
//! A value of the wrong shape reads as absent, one thing where a list belongs reads as a list of
//! one, and a number where text belongs reads as text. So one odd field never costs a person the
//! rest of their record. The narrative (`text.div`) and photographs are never read.

mod lax;
mod parts;

use serde::Deserialize;
use serde_json::Value;

use lax::{flag, lax, many, one, text};
pub(crate) use parts::{
    Address, Coding, Concept, ContactPoint, Extension, HumanName, Identifier, Period, Reference,
};

/// What every resource carries.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Head {
    /// The id on the server it came from.
    #[serde(deserialize_with = "text")]
    pub(crate) id: Option<String>,
    /// When and as which version it was written.
    #[serde(deserialize_with = "one")]
    pub(crate) meta: Option<Meta>,
    /// Resources that live inside this one and are referred to as `#id`.
    #[serde(deserialize_with = "many")]
    pub(crate) contained: Vec<Contained>,
    /// Additions that could change what the rest means.
    #[serde(deserialize_with = "many")]
    pub(crate) modifier_extension: Vec<Extension>,
    /// Rules of another system that could change what the rest means.
    #[serde(deserialize_with = "text")]
    pub(crate) implicit_rules: Option<String>,
}

/// Version facts of a resource.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Meta {
    #[serde(deserialize_with = "text")]
    pub(crate) last_updated: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) version_id: Option<String>,
}

/// A resource inside another; only its name is of use.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Contained {
    #[serde(deserialize_with = "text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) name: Option<String>,
}

/// A resource that Bedside reads.
pub(crate) enum Body {
    /// A patient.
    Patient(Box<Patient>),
    /// A relative, friend or representative.
    RelatedPerson(Box<RelatedPerson>),
    /// Someone who works there.
    Practitioner(Box<Practitioner>),
    /// Where and as what someone works.
    PractitionerRole(Box<PractitionerRole>),
    /// A hospital, department, payer or agency.
    Organization(Box<Organization>),
    /// A visit or a stay.
    Encounter(Box<Encounter>),
    /// An insurance.
    Coverage(Box<Coverage>),
    /// A ward or building; only its name is of use.
    Location(Box<Location>),
}

impl Body {
    /// Reads `value` as a resource of `kind`, or `None` for a kind that is not read here.
    pub(crate) fn read(kind: &str, value: Value) -> Option<Self> {
        Some(match kind {
            "Patient" => Self::Patient(Box::new(lax(value))),
            "RelatedPerson" => Self::RelatedPerson(Box::new(lax(value))),
            "Practitioner" => Self::Practitioner(Box::new(lax(value))),
            "PractitionerRole" => Self::PractitionerRole(Box::new(lax(value))),
            "Organization" => Self::Organization(Box::new(lax(value))),
            "Encounter" => Self::Encounter(Box::new(lax(value))),
            "Coverage" => Self::Coverage(Box::new(lax(value))),
            "Location" => Self::Location(Box::new(lax(value))),
            _ => return None,
        })
    }

    /// Whether [`Body::read`] knows `kind`.
    pub(crate) fn knows(kind: &str) -> bool {
        Self::read(kind, Value::Null).is_some()
    }

    /// The FHIR name of this kind of resource.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Patient(_) => "Patient",
            Self::RelatedPerson(_) => "RelatedPerson",
            Self::Practitioner(_) => "Practitioner",
            Self::PractitionerRole(_) => "PractitionerRole",
            Self::Organization(_) => "Organization",
            Self::Encounter(_) => "Encounter",
            Self::Coverage(_) => "Coverage",
            Self::Location(_) => "Location",
        }
    }
}

/// Patient.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Patient {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "flag")]
    pub(crate) active: Option<bool>,
    #[serde(deserialize_with = "many")]
    pub(crate) name: Vec<HumanName>,
    #[serde(deserialize_with = "many")]
    pub(crate) telecom: Vec<ContactPoint>,
    #[serde(deserialize_with = "text")]
    pub(crate) birth_date: Option<String>,
    #[serde(deserialize_with = "flag")]
    pub(crate) deceased_boolean: Option<bool>,
    #[serde(deserialize_with = "text")]
    pub(crate) deceased_date_time: Option<String>,
    #[serde(deserialize_with = "many")]
    pub(crate) address: Vec<Address>,
    #[serde(deserialize_with = "many")]
    pub(crate) communication: Vec<Communication>,
    #[serde(deserialize_with = "many")]
    pub(crate) extension: Vec<Extension>,
    #[serde(deserialize_with = "many")]
    pub(crate) link: Vec<PatientLink>,
    #[serde(deserialize_with = "many")]
    pub(crate) contact: Vec<PatientContact>,
}

/// Another record of the same patient.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct PatientLink {
    #[serde(deserialize_with = "one")]
    pub(crate) other: Option<Reference>,
    #[serde(rename = "type", deserialize_with = "text")]
    pub(crate) kind: Option<String>,
}

/// An emergency contact. They are counted, not read.
#[derive(Default, Deserialize)]
pub(crate) struct PatientContact {}

/// A language someone uses.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Communication {
    #[serde(deserialize_with = "one")]
    pub(crate) language: Option<Concept>,
    #[serde(deserialize_with = "flag")]
    pub(crate) preferred: Option<bool>,
}

/// RelatedPerson.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct RelatedPerson {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "flag")]
    pub(crate) active: Option<bool>,
    #[serde(deserialize_with = "one")]
    pub(crate) patient: Option<Reference>,
    #[serde(deserialize_with = "many")]
    pub(crate) relationship: Vec<Concept>,
    #[serde(deserialize_with = "many")]
    pub(crate) name: Vec<HumanName>,
    #[serde(deserialize_with = "many")]
    pub(crate) telecom: Vec<ContactPoint>,
    #[serde(deserialize_with = "text")]
    pub(crate) birth_date: Option<String>,
    #[serde(deserialize_with = "many")]
    pub(crate) address: Vec<Address>,
    #[serde(deserialize_with = "many")]
    pub(crate) communication: Vec<Communication>,
    #[serde(deserialize_with = "many")]
    pub(crate) extension: Vec<Extension>,
}

/// Practitioner.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Practitioner {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "flag")]
    pub(crate) active: Option<bool>,
    #[serde(deserialize_with = "many")]
    pub(crate) name: Vec<HumanName>,
    #[serde(deserialize_with = "many")]
    pub(crate) telecom: Vec<ContactPoint>,
    #[serde(deserialize_with = "many")]
    pub(crate) address: Vec<Address>,
    #[serde(deserialize_with = "many")]
    pub(crate) extension: Vec<Extension>,
}

/// PractitionerRole.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct PractitionerRole {
    #[serde(deserialize_with = "flag")]
    pub(crate) active: Option<bool>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
    #[serde(deserialize_with = "one")]
    pub(crate) practitioner: Option<Reference>,
    #[serde(deserialize_with = "one")]
    pub(crate) organization: Option<Reference>,
    #[serde(deserialize_with = "many")]
    pub(crate) code: Vec<Concept>,
    #[serde(deserialize_with = "many")]
    pub(crate) specialty: Vec<Concept>,
    #[serde(deserialize_with = "many")]
    pub(crate) location: Vec<Reference>,
    #[serde(deserialize_with = "many")]
    pub(crate) telecom: Vec<ContactPoint>,
}

/// Organization.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Organization {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "flag")]
    pub(crate) active: Option<bool>,
    #[serde(rename = "type", deserialize_with = "many")]
    pub(crate) kind: Vec<Concept>,
    #[serde(deserialize_with = "text")]
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "many")]
    pub(crate) telecom: Vec<ContactPoint>,
    #[serde(deserialize_with = "many")]
    pub(crate) address: Vec<Address>,
    #[serde(deserialize_with = "one")]
    pub(crate) part_of: Option<Reference>,
}

/// Encounter.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Encounter {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "text")]
    pub(crate) status: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) class: Option<Coding>,
    #[serde(deserialize_with = "one")]
    pub(crate) subject: Option<Reference>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
    #[serde(deserialize_with = "many")]
    pub(crate) location: Vec<EncounterLocation>,
    #[serde(deserialize_with = "one")]
    pub(crate) service_provider: Option<Reference>,
    #[serde(deserialize_with = "many")]
    pub(crate) extension: Vec<Extension>,
}

/// One place within a stay.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct EncounterLocation {
    #[serde(deserialize_with = "one")]
    pub(crate) location: Option<Reference>,
    #[serde(deserialize_with = "text")]
    pub(crate) status: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
}

/// Coverage.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Coverage {
    #[serde(deserialize_with = "many")]
    pub(crate) identifier: Vec<Identifier>,
    #[serde(deserialize_with = "text")]
    pub(crate) status: Option<String>,
    #[serde(rename = "type", deserialize_with = "one")]
    pub(crate) kind: Option<Concept>,
    #[serde(deserialize_with = "text")]
    pub(crate) subscriber_id: Option<String>,
    #[serde(deserialize_with = "one")]
    pub(crate) beneficiary: Option<Reference>,
    #[serde(deserialize_with = "one")]
    pub(crate) period: Option<Period>,
    #[serde(deserialize_with = "many")]
    pub(crate) payor: Vec<Reference>,
    #[serde(rename = "class", deserialize_with = "many")]
    pub(crate) classes: Vec<CoverageClass>,
}

/// A group, plan or the like that a coverage belongs to.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct CoverageClass {
    #[serde(rename = "type", deserialize_with = "one")]
    pub(crate) kind: Option<Concept>,
    #[serde(deserialize_with = "text")]
    pub(crate) value: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(crate) name: Option<String>,
}

/// Location.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Location {
    #[serde(deserialize_with = "text")]
    pub(crate) name: Option<String>,
    #[serde(rename = "type", deserialize_with = "many")]
    pub(crate) kind: Vec<Concept>,
    #[serde(deserialize_with = "one")]
    pub(crate) physical_type: Option<Concept>,
    #[serde(deserialize_with = "one")]
    pub(crate) part_of: Option<Reference>,
    #[serde(deserialize_with = "one")]
    pub(crate) managing_organization: Option<Reference>,
}
