//! What a related person is to the patient.

use super::super::wire::Concept;
use super::{Kind, Margin};

/// Whether the related person is the patient themself.
pub(crate) fn is_self(relationship: &[Concept]) -> bool {
    relationship.iter().flat_map(Concept::codes).any(|code| matches!(code, "ONESELF" | "SELF"))
}

/// A representative when one of the words or codes says so, else a relative.
pub(super) fn kind(relationship: &[Concept]) -> Kind {
    let speaks_for = |concept: &Concept| {
        let words = concept.words().unwrap_or_default().to_lowercase();
        concept.codes().any(|code| REPRESENTATIVES.contains(&code))
            || REPRESENTATIVE_WORDS.iter().any(|word| words.contains(word))
    };
    if relationship.iter().any(speaks_for) { Kind::Representative } else { Kind::Relative }
}

/// "niece", "mother, guardian"; `None` when the file does not say.
pub(super) fn words(relationship: &[Concept], margin: &mut Margin<'_>) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for concept in relationship.iter().take(4) {
        let of_code = concept.codes().find_map(of_code).map(str::to_owned);
        let Some(word) = of_code.or_else(|| margin.maybe(concept.words())) else {
            continue;
        };
        let word = word.trim_end_matches("(person)").trim().to_owned();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    margin.short(&words.join(", "))
}

/// HL7 v3 RoleCode and v2 tables 0063 and 0131.
const REPRESENTATIVES: [&str; 9] =
    ["GUARD", "GUADLTM", "GRD", "POWATT", "DPOWATT", "HPOWATT", "SPOWATT", "RESPRSN", "REP"];

const REPRESENTATIVE_WORDS: [&str; 8] = [
    "guardian",
    "power of attorney",
    "proxy",
    "conservator",
    "representative",
    "surrogate",
    "lawyer",
    "attorney",
];

fn of_code(code: &str) -> Option<&'static str> {
    Some(match code {
        "SPS" | "SPO" => "spouse",
        "HUSB" => "husband",
        "WIFE" => "wife",
        "DOMPART" | "DOM" => "domestic partner",
        "SIGOTHR" => "partner",
        "FMRSPS" => "former spouse",
        "PRN" | "PAR" => "parent",
        "MTH" | "NMTH" => "mother",
        "FTH" | "NFTH" => "father",
        "STPMTH" => "stepmother",
        "STPFTH" => "stepfather",
        "CHILD" | "CHD" | "NCHILD" => "child",
        "SON" | "SONC" => "son",
        "DAU" | "DAUC" => "daughter",
        "SIB" => "sibling",
        "SIS" => "sister",
        "BRO" => "brother",
        "GRPRN" | "GRP" => "grandparent",
        "GRMTH" => "grandmother",
        "GRFTH" => "grandfather",
        "GRNDCHILD" => "grandchild",
        "GRNDSON" => "grandson",
        "GRNDDAU" => "granddaughter",
        "AUNT" => "aunt",
        "UNCLE" => "uncle",
        "NIECE" => "niece",
        "NEPHEW" => "nephew",
        "COUSN" => "cousin",
        "FRND" | "FND" => "friend",
        "NBOR" => "neighbor",
        "ROOM" => "roommate",
        "CAREGIVER" | "CGV" => "caregiver",
        "GUARD" | "GRD" => "guardian",
        "GUADLTM" => "guardian ad litem",
        "POWATT" | "DPOWATT" => "agent under a power of attorney",
        "HPOWATT" => "agent under a healthcare power of attorney",
        "C" => "emergency contact",
        "N" => "next of kin",
        _ => return None,
    })
}
