//! The words that preview lines are made of.

use crate::kernel::text::grouped;

use super::super::draft::{Stay, in_words};

/// "116 measurements and test results", and why they stay out.
pub(super) fn of_others(kind: &str, count: usize) -> (String, &'static str) {
    let (one, many, why) = named(kind);
    let number = grouped(count);
    match (one, many) {
        ("", _) if kind.is_empty() => (format!("{number} of other kinds"), why),
        ("", _) => (format!("{number} of the kind {kind}"), why),
        (one, _) if count == 1 => (format!("1 {one}"), why),
        (_, many) => (format!("{number} {many}"), why),
    }
}

/// "outpatient visit, 4 West, November 1, 2015"
pub(super) fn of_stays(stays: &[Stay]) -> String {
    let kind = stays.iter().find_map(|stay| stay.kind.as_deref()).unwrap_or("Visit or stay");
    let spots = stays.iter().filter_map(|stay| stay.unit.as_deref().or(stay.place.as_deref()));
    let mut spots: Vec<&str> = spots.collect();
    spots.dedup();
    let spot = match spots.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [first, .., last] => Some(format!("{first} to {last}")),
    };
    let from = stays.iter().filter_map(|stay| stay.from).min();
    // A part without an end may still be going on.
    let is_open = stays.iter().any(|stay| stay.to.is_none());
    let to = stays.iter().filter_map(|stay| stay.to).max().filter(|_| !is_open);
    let when = match (from, to) {
        (Some(from), Some(to)) if from == to => Some(in_words(from)),
        (Some(from), Some(to)) => Some(format!("{} to {}", in_words(from), in_words(to))),
        (Some(from), None) => Some(format!("from {}", in_words(from))),
        (None, Some(to)) => Some(format!("until {}", in_words(to))),
        (None, None) => None,
    };
    let parts = [Some(lowered(kind)), spot, when];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "Niece of Amy Baxter."
pub(super) fn of_relation(relation: &str, patient: Option<&str>) -> String {
    let relation = raised(relation);
    match patient {
        Some(patient) => format!("{relation} of {patient}."),
        None => format!("{relation}."),
    }
}

fn lowered(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

/// `text` with a capital first letter.
pub(super) fn raised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

const MEDICAL: &str = "Bedside brings in people, stays and coverage. Medical records stay where \
                       they are.";
const BILLING: &str = "Bedside brings in people, stays and coverage. Bills and claims stay where \
                       they are.";
const OTHER: &str = "Bedside brings in people, stays and coverage, and has no use for these.";
const PLACES: &str = "Used for the names of units and hospitals; not kept on their own.";
const UNKNOWN: &str = "This is not a kind of record that Bedside knows.";

fn named(kind: &str) -> (&'static str, &'static str, &'static str) {
    match kind {
        "AllergyIntolerance" => ("allergy", "allergies", MEDICAL),
        "Appointment" => ("appointment", "appointments", OTHER),
        "CapabilityStatement" => ("description of a system", "descriptions of systems", OTHER),
        "CarePlan" => ("care plan", "care plans", MEDICAL),
        "CareTeam" => ("care team", "care teams", OTHER),
        "Claim" => ("claim", "claims", BILLING),
        "ClaimResponse" => ("answer to a claim", "answers to claims", BILLING),
        "Communication" => ("message", "messages", OTHER),
        "Composition" => ("document", "documents", MEDICAL),
        "Condition" => ("diagnosis", "diagnoses", MEDICAL),
        "Consent" => ("consent", "consents", OTHER),
        "Device" => ("device", "devices", MEDICAL),
        "DiagnosticReport" => ("test report", "test reports", MEDICAL),
        "DocumentReference" => ("document", "documents", MEDICAL),
        "Endpoint" => ("computer address", "computer addresses", OTHER),
        "EpisodeOfCare" => ("episode of care", "episodes of care", OTHER),
        "ExplanationOfBenefit" => ("benefit statement", "benefit statements", BILLING),
        "FamilyMemberHistory" => ("family history", "family histories", MEDICAL),
        "Goal" => ("goal", "goals", MEDICAL),
        "Group" => ("group", "groups", OTHER),
        "HealthcareService" => ("service", "services", OTHER),
        "ImagingStudy" => ("imaging study", "imaging studies", MEDICAL),
        "Immunization" => ("immunization", "immunizations", MEDICAL),
        "Location" => ("place", "places", PLACES),
        "Media" => ("picture or recording", "pictures or recordings", MEDICAL),
        "Medication" => ("medicine", "medicines", MEDICAL),
        "MedicationAdministration" => ("given dose", "given doses", MEDICAL),
        "MedicationDispense" => ("dispensed medicine", "dispensed medicines", MEDICAL),
        "MedicationRequest" => ("prescription", "prescriptions", MEDICAL),
        "MedicationStatement" => ("note on medicines", "notes on medicines", MEDICAL),
        "Observation" => ("measurement or result", "measurements and results", MEDICAL),
        "OperationOutcome" => ("message from the system", "messages from the system", OTHER),
        "Person" => ("link between records", "links between records", OTHER),
        "Procedure" => ("procedure", "procedures", MEDICAL),
        "Provenance" => ("note on where it came from", "notes on where it came from", OTHER),
        "Questionnaire" => ("questionnaire", "questionnaires", OTHER),
        "QuestionnaireResponse" => ("filled-in questionnaire", "filled-in questionnaires", OTHER),
        "ServiceRequest" => ("order or referral", "orders and referrals", MEDICAL),
        "Specimen" => ("specimen", "specimens", MEDICAL),
        "SupplyDelivery" => ("delivery of supplies", "deliveries of supplies", MEDICAL),
        "" => ("", "", UNKNOWN),
        _ => ("", "", OTHER),
    }
}
