//! Which FHIR a resource speaks. R4 files do not say so, but other versions give themselves away.
//!
//! R4B is R4 for every resource read here. The markers are elements and shapes that R4 does not
//! have; see the "R4 diff" tab of each resource page in the FHIR specification.

use std::fmt;

use serde_json::Value;

/// A version of FHIR that Bedside does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    /// FHIR 1.0, from 2015.
    Dstu2,
    /// FHIR 3.0, from 2017.
    Stu3,
    /// FHIR 5.0, from 2023.
    R5,
    /// FHIR 6.
    R6,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dstu2 => "DSTU2",
            Self::Stu3 => "STU3",
            Self::R5 => "R5",
            Self::R6 => "R6",
        })
    }
}

impl Version {
    /// The refusal of a whole file.
    pub(super) fn refusal(self) -> String {
        format!(
            "This file is FHIR {self}, and Bedside reads FHIR R4. Ask for the same export as R4. \
             Nothing was imported."
        )
    }
}

/// The version that a number such as `5.0.0` means, unless it is R4 or R4B.
pub(super) fn of_number(number: &str) -> Option<Version> {
    let mut parts = number.trim().split('.').map(str::parse::<u32>);
    let (major, minor) = (parts.next()?.ok()?, parts.next().and_then(Result::ok).unwrap_or(0));
    match (major, minor) {
        (0, _) | (1, 0..=2) => Some(Version::Dstu2),
        (1, _) | (3, 0..=1) => Some(Version::Stu3),
        (4, 2 | 4..=6) | (5, _) => Some(Version::R5),
        (6, _) => Some(Version::R6),
        _ => None,
    }
}

/// The version that a `fhirVersion` element declares: text, or a list of texts.
pub(super) fn declared(value: &Value) -> Option<Version> {
    match value {
        Value::String(number) => of_number(number),
        Value::Array(all) => all.iter().find_map(declared),
        _ => None,
    }
}

/// The version named by a profile in `meta`.
pub(super) fn of_meta(meta: &Value) -> Option<Version> {
    meta.get("profile")?.as_array()?.iter().filter_map(Value::as_str).find_map(of_profile)
}

// Guides number themselves too (`us-core-patient|9.0.0`); only the core's own number is FHIR's.
fn of_profile(profile: &str) -> Option<Version> {
    if profile.contains("fhir.org/guides/argonaut/") {
        return Some(Version::Dstu2);
    }
    let rest = profile.split_once("//hl7.org/fhir/")?.1;
    if let Some((core, number)) = rest.split_once('|') {
        return core.starts_with("StructureDefinition/").then(|| of_number(number)).flatten();
    }
    match rest.split('/').next()? {
        "DSTU2" => Some(Version::Dstu2),
        "STU3" => Some(Version::Stu3),
        "R5" => Some(Version::R5),
        number if number.contains('.') => of_number(number),
        _ => None,
    }
}

/// The version in which alone a resource of this kind exists.
pub(super) fn of_kind(kind: &str) -> Option<Version> {
    Some(match kind {
        "Conformance" | "DiagnosticOrder" | "DeviceUseRequest" | "MedicationOrder" | "Order"
        | "OrderResponse" => Version::Dstu2,
        "BodySite"
        | "EligibilityRequest"
        | "EligibilityResponse"
        | "ImagingManifest"
        | "ProcedureRequest"
        | "ReferralRequest"
        | "Sequence"
        | "ServiceDefinition" => Version::Stu3,
        "ActorDefinition"
        | "ArtifactAssessment"
        | "BiologicallyDerivedProductDispense"
        | "ConditionDefinition"
        | "DeviceAssociation"
        | "DeviceDispense"
        | "DeviceUsage"
        | "EncounterHistory"
        | "FormularyItem"
        | "GenomicStudy"
        | "ImagingSelection"
        | "InventoryItem"
        | "InventoryReport"
        | "NutritionIntake"
        | "Permission"
        | "RequestOrchestration"
        | "Requirements"
        | "TestPlan"
        | "Transport" => Version::R5,
        _ => return None,
    })
}

/// The version that the shape of one resource of `kind` betrays.
pub(super) fn of_shape(kind: &str, value: &Value) -> Option<Version> {
    let has = |key: &str| value.get(key).is_some_and(|found| !found.is_null());
    let any = |keys: &[&str]| keys.iter().any(|key| has(key));
    let is_list = |key: &str| value.get(key).is_some_and(Value::is_array);
    let is_object = |key: &str| value.get(key).is_some_and(Value::is_object);
    let of_meta = value.get("meta").and_then(of_meta);
    of_meta.or_else(|| of_names(value)).or_else(|| match kind {
        "Patient" if has("careProvider") => Some(Version::Dstu2),
        "Patient" if has("animal") => Some(Version::Stu3),
        "RelatedPerson" if is_object("relationship") => Some(Version::Stu3),
        "Practitioner" if has("practitionerRole") || is_object("name") => Some(Version::Dstu2),
        "Practitioner" if has("role") => Some(Version::Stu3),
        "PractitionerRole" if any(&["availability", "contact"]) => Some(Version::R5),
        "Organization" if has("qualification") => Some(Version::R5),
        "Location" if any(&["form", "characteristic", "virtualService"]) => Some(Version::R5),
        "Encounter" => of_encounter(value),
        "Coverage" if any(&["paymentBy", "insurer", "kind"]) => Some(Version::R5),
        "Coverage" if any(&["issuer", "bin"]) => Some(Version::Dstu2),
        "Coverage" if any(&["grouping", "sequence"]) && !is_list("class") => Some(Version::Stu3),
        _ => None,
    })
}

fn of_encounter(value: &Value) -> Option<Version> {
    let has = |key: &str| value.get(key).is_some_and(|found| !found.is_null());
    let is = |key: &str, test: fn(&Value) -> bool| value.get(key).is_some_and(test);
    let newer =
        ["actualPeriod", "admission", "subjectStatus", "plannedStartDate", "virtualService"];
    if newer.into_iter().any(has) || is("class", Value::is_array) {
        Some(Version::R5)
    } else if is("class", Value::is_string) || has("indication") || has("patient") {
        Some(Version::Dstu2)
    } else if has("incomingReferral") || has("reason") || is("appointment", Value::is_object) {
        Some(Version::Stu3)
    } else {
        None
    }
}

// A family name was a list before STU3.
fn of_names(value: &Value) -> Option<Version> {
    let names = value.get("name")?.as_array()?;
    let listed = |name: &Value| name.get("family").is_some_and(Value::is_array);
    names.iter().any(listed).then_some(Version::Dstu2)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn other_versions_give_themselves_away() {
        for (kind, value, version) in [
            ("Patient", json!({"careProvider": []}), Version::Dstu2),
            ("Patient", json!({"name": [{"family": ["Chalmers"]}]}), Version::Dstu2),
            ("Patient", json!({"animal": {}}), Version::Stu3),
            ("RelatedPerson", json!({"relationship": {"text": "wife"}}), Version::Stu3),
            ("Encounter", json!({"class": "inpatient"}), Version::Dstu2),
            ("Encounter", json!({"class": {"code": "IMP"}, "reason": [{}]}), Version::Stu3),
            ("Encounter", json!({"class": [{"coding": []}]}), Version::R5),
            ("Encounter", json!({"actualPeriod": {}}), Version::R5),
            ("Coverage", json!({"paymentBy": []}), Version::R5),
            ("Coverage", json!({"bin": "1"}), Version::Dstu2),
            (
                "Patient",
                json!({"meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/Patient|5.0.0"]}}),
                Version::R5,
            ),
            (
                "Patient",
                json!({"meta": {"profile": ["http://hl7.org/fhir/3.0/StructureDefinition/Patient"]}}),
                Version::Stu3,
            ),
        ] {
            assert_eq!(of_shape(kind, &value), Some(version), "{kind}");
        }
    }

    #[test]
    fn a_guide_that_numbers_itself_is_still_r4() {
        for profile in [
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|9.0.0",
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-practitionerrole",
            "http://hl7.org/fhir/StructureDefinition/Patient|4.0.1",
            "http://hl7.org/fhir/4.0/StructureDefinition/Patient",
            "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient|3.0.1",
        ] {
            assert_eq!(of_meta(&json!({ "profile": [profile] })), None, "{profile}");
        }
        assert_eq!(of_number("4.0.1"), None);
        assert_eq!(of_number("4.3.0"), None);
    }
}
