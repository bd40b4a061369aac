//! The leaflets that were given, and what the people could say back.

use super::phrases::{joined, table_or};
use super::{EducationFacts, SummaryFacts};
use crate::kernel::documents::Section;

/// The section on education.
pub(super) fn education(facts: &SummaryFacts) -> Section {
    let mut given: Vec<_> = facts.education.iter().collect();
    given.sort_by_key(|one| one.at);
    let rows: Vec<_> = given
        .iter()
        .map(|one| {
            let leaflet = joined(&[one.title.clone(), one.text.clone()], "\n");
            let how =
                format!("{}\n{} to {}\nBy {}", facts.dates.moment(one.at), one.way, one.to, one.by);
            [leaflet, how, said_back(facts, one)]
        })
        .collect();
    let caption = format!("Leaflets given ({})", rows.len());
    let head = ["Leaflet", "Given", "Said back in their own words"];
    let block = table_or(caption, head, rows, "No leaflet was given in this case.");
    Section::new("education", "Education given", vec![block])
}

fn said_back(facts: &SummaryFacts, one: &EducationFacts) -> String {
    let Some(taught) = &one.taught else { return "Not asked".to_owned() };
    let mut lines = vec![format!("{}, asked by {}", facts.dates.moment(taught.at), taught.by)];
    for (ask, outcome, words) in &taught.points {
        let said = if words.is_empty() { String::new() } else { format!(": “{words}”") };
        lines.push(format!("{outcome}. {ask}{said}"));
    }
    if taught.interpreter {
        lines.push("An interpreter helped".into());
    }
    if let Some(day) = taught.again_on {
        lines.push(format!("To go over again on {}", facts.dates.day(day)));
    }
    lines.join("\n")
}
