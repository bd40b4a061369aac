//! The case summary: facts in, document out. Decides what each copy tells and in which order.

mod education;
mod facts;
#[cfg(test)]
pub(crate) mod fixture;
mod limits;
mod log;
mod phrases;

use crate::kernel::documents::{Block, Document, Fact, Layout, Section, TextSize};
use education::education;
use limits::{clocks, promises, tally};
use log::{contacts, history};
use phrases::{joined, table_or, text_or};

pub use facts::{
    CaseFacts, ClockFacts, ContactFacts, ContactVersion, CopyKind, Direction, DisclosureFacts,
    EducationFacts, HistoryFacts, IssueFacts, PartyFacts, PatientFacts, PromiseFacts, SavedFacts,
    Standing, SummaryFacts, TaughtFacts, initials,
};

/// The summary of one case.
///
/// The title carries the case number and initials, never the name: it shows in window lists, in
/// print queues and at the head of loose pages.
pub fn summary(facts: &SummaryFacts) -> Document {
    let title = [
        format!("Case summary {}", facts.case.number),
        facts.patient.as_ref().map(|patient| patient.initials.clone()).unwrap_or_default(),
        copy_name(facts.copy).to_owned(),
    ];
    Document {
        language: facts.dates.language().to_owned(),
        letterhead: Vec::new(),
        lead: String::new(),
        contents: false,
        title: joined(&title, " · "),
        confidential: format!(
            "Confidential. These pages tell about a person's health and private life. Keep them \
             where only the people they are meant for can read them. If they are not yours, \
             return them to {}.",
            facts.office
        ),
        head: head(facts),
        sections: sections(facts),
        foot: format!("Made {} by {}", facts.dates.moment(facts.made_at), facts.made_by),
        paper: facts.paper,
        size: match facts.copy {
            CopyKind::Full => TextSize::Twelve,
            CopyKind::Patient => TextSize::Fourteen,
        },
        layout: Layout::Record,
    }
}

fn sections(facts: &SummaryFacts) -> Vec<Section> {
    let full = facts.copy == CopyKind::Full;
    let mut sections = vec![wants(facts), happened(facts), details(facts), people(facts)];
    sections.extend([issues(facts), clocks(facts), promises(facts), contacts(facts)]);
    sections.extend([education(facts), documents(facts)]);
    if full {
        sections.extend([disclosures(facts), history(facts)]);
    } else {
        sections.push(left_out(facts));
    }
    sections
}

const fn copy_name(copy: CopyKind) -> &'static str {
    match copy {
        CopyKind::Full => "Full copy",
        CopyKind::Patient => "Patient copy",
    }
}

fn head(facts: &SummaryFacts) -> Vec<Fact> {
    let (case, dates) = (&facts.case, facts.dates);
    let copy = match facts.copy {
        CopyKind::Full => "Full copy, for the office's own files",
        CopyKind::Patient => "Patient copy, without the office's own notes",
    };
    let mut head = vec![
        Fact::new("Case", &case.number),
        Fact::new("Patient", patient(facts)),
        Fact::new("About", &case.about),
        Fact::new("Kind and stage", format!("{}, {}", case.kind, lower_first(&case.stage))),
    ];
    if let Some(closed_on) = case.closed_on {
        let outcome = case.outcome.as_deref().map(lower_first).unwrap_or_default();
        head.push(Fact::new("Closed", joined(&[dates.day(closed_on), outcome], ", ")));
    }
    let made = [dates.moment(facts.made_at), format!("By {}", facts.made_by), facts.office.clone()];
    head.extend([
        Fact::new("Received", dates.moment(case.received_on)),
        Fact::new("Looked after by", &case.owner),
        Fact::new("Time limits", tally(&facts.clocks)),
        Fact::new("Copy", copy),
        Fact::new("Made", joined(&made, "\n")),
    ]);
    head
}

/// The name and what else tells the patient apart, one to a line so that scripts never mix.
fn patient(facts: &SummaryFacts) -> String {
    let Some(patient) = &facts.patient else {
        return "No patient is named.".to_owned();
    };
    let mut lines = vec![patient.name.clone()];
    if facts.copy == CopyKind::Full {
        lines.extend(patient.born.map(|born| format!("Born {}", facts.dates.day(born))));
        lines.extend(patient.numbers.iter().map(|n| format!("{} {}", n.term, n.value)));
    }
    lines.extend(patient.needs.clone());
    lines.join("\n")
}

fn wants(facts: &SummaryFacts) -> Section {
    let blocks = text_or(&facts.case.wants, "What is wanted has not been written down.");
    Section::new("wants", "What is wanted", blocks)
}

fn happened(facts: &SummaryFacts) -> Section {
    let blocks = text_or(&facts.case.happened, "What happened has not been written down.");
    Section::new("happened", "What happened", blocks)
}

fn details(facts: &SummaryFacts) -> Section {
    let (case, dates) = (&facts.case, facts.dates);
    let full = facts.copy == CopyKind::Full;
    let mut rows = vec![Fact::new("First said", first_said(facts))];
    rows.extend(case.unit.as_ref().map(|unit| Fact::new("Ward or department", unit)));
    if full {
        rows.push(Fact::new("Urgency", &case.urgency));
        rows.push(Fact::new("Opened", dates.moment(case.opened_on)));
    }
    if case.reopened > 0 {
        rows.push(Fact::new("Opened again", times(case.reopened)));
    }
    if let Some(note) = case.closing_note.as_ref().filter(|_| full) {
        rows.push(Fact::new("Closing note", note));
    }
    Section::new("details", "How it came to us", vec![Block::Facts(rows)])
}

fn first_said(facts: &SummaryFacts) -> String {
    let case = &facts.case;
    let when = case.said_on.map(|at| facts.dates.moment(at)).unwrap_or_default();
    let mut lines = vec![joined(&[case.said_how.clone(), when], ", ")];
    lines.extend(case.said_where.clone());
    if let Some(name) = &case.raised_by {
        lines.push(format!("By {name}"));
        lines.extend(case.relation.clone());
    }
    lines.join("\n")
}

fn people(facts: &SummaryFacts) -> Section {
    let caption = format!("Everyone with a part in this case ({})", facts.people.len());
    let block = match facts.copy {
        _ if facts.people.is_empty() => Block::text("No one is named in this case."),
        CopyKind::Full => {
            let row = |party: &PartyFacts| {
                let told = if party.may_be_told { "✓ Yes" } else { "No" };
                [party.name.clone(), part(party), told.to_owned()]
            };
            let rows = facts.people.iter().map(row).collect();
            Block::table(caption, ["Name", "Part in the case", "May be told"], rows)
        }
        CopyKind::Patient => {
            let rows = facts.people.iter().map(|party| [party.name.clone(), part(party)]).collect();
            Block::table(caption, ["Name", "Part in the case"], rows)
        }
    };
    Section::new("people", "People", vec![block])
}

fn part(party: &PartyFacts) -> String {
    let mut lines = vec![party.part.clone()];
    lines.extend(party.relation.clone());
    lines.extend(party.detail.clone());
    lines.join("\n")
}

fn issues(facts: &SummaryFacts) -> Section {
    let rows: Vec<_> = facts
        .issues
        .iter()
        .map(|issue| {
            let state = [issue.state.clone(), issue.outcome.clone().unwrap_or_default()];
            [issue.about.clone(), joined(&state, "\n"), issue.finding.clone().unwrap_or_default()]
        })
        .collect();
    let caption = format!("What was complained of or asked ({})", rows.len());
    let head = ["Issue", "Where it stands", "What was found"];
    Section::new("issues", "Issues", vec![table_or(caption, head, rows, "No issues were listed.")])
}

fn documents(facts: &SummaryFacts) -> Section {
    let mut saved: Vec<_> = facts.documents.iter().collect();
    saved.sort_by_key(|document| document.at);
    let rows: Vec<_> =
        saved.iter().map(|d| [d.what.clone(), facts.dates.moment(d.at), d.by.clone()]).collect();
    let caption = format!("Saved in this case ({})", rows.len());
    let head = ["Document", "Saved", "By"];
    let block = table_or(caption, head, rows, "No documents were saved.");
    Section::new("documents", "Documents", vec![block])
}

fn disclosures(facts: &SummaryFacts) -> Section {
    let mut given: Vec<_> = facts.disclosures.iter().collect();
    given.sort_by_key(|disclosure| disclosure.at);
    let rows: Vec<_> = given
        .iter()
        .map(|d| {
            let mut what = vec![d.what.clone(), format!("By {}", d.by)];
            what.extend(d.sha256.as_ref().map(|hash| format!("SHA-256 {hash}")));
            let whom = format!("To {}\nWhy: {}", d.to, d.reason);
            [facts.dates.moment(d.at), whom, what.join("\n")]
        })
        .collect();
    let caption = format!("Who was given a copy before this one ({})", rows.len());
    let none = "No copy of this case left the office before this one.";
    let block = table_or(caption, ["When", "To whom and why", "What"], rows, none);
    Section::new("disclosures", "Copies given out", vec![block])
}

fn left_out(facts: &SummaryFacts) -> Section {
    let note = format!(
        "This is the patient copy. The office's own notes, its history of the case, earlier \
         wordings of corrected entries and its list of copies given out are not in it. Ask {} \
         about them.",
        facts.office
    );
    Section::new("copy", "About this copy", vec![Block::Note(note)])
}

fn times(n: u32) -> String {
    if n == 1 { "Once".to_owned() } else { format!("{n} times") }
}

fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::fixture::{empty_case, long_case};
    use super::*;
    use crate::kernel::documents::{Inline, Paper, Table};

    /// The document as plain lines.
    fn outline(document: &Document) -> String {
        let mut out = format!("{}\n{}\n", document.title, document.confidential);
        facts_into(&mut out, &document.head);
        for section in &document.sections {
            let _ = writeln!(out, "\n== {} ({})", section.heading, section.id);
            for block in &section.blocks {
                block_into(&mut out, block);
            }
        }
        let _ = writeln!(out, "\n{}", document.foot);
        out
    }

    fn facts_into(out: &mut String, rows: &[Fact]) {
        for fact in rows {
            let _ = writeln!(out, "{}: {}", fact.term, fact.value.replace('\n', " / "));
        }
    }

    fn block_into(out: &mut String, block: &Block) {
        match block {
            Block::Paragraph(pieces) => {
                for Inline::Text(words) | Inline::Strong(words) | Inline::Emphasis(words) in pieces
                {
                    let _ = writeln!(out, "{words}");
                }
            }
            Block::Facts(rows) => facts_into(out, rows),
            Block::List { rows, .. } => {
                rows.iter().flatten().for_each(|block| block_into(out, block));
            }
            Block::Heading(words) | Block::Line(words) | Block::Code { words, .. } => {
                let _ = writeln!(out, "{words}");
            }
            Block::Note(words) => {
                let _ = writeln!(out, "({words})");
            }
            Block::Table(table) => {
                let _ = writeln!(out, "-- {}\n   {}", table.caption, table.head.join(" | "));
                for row in &table.rows {
                    let _ = writeln!(out, "   {}", row.join(" | ").replace('\n', " / "));
                }
            }
        }
    }

    fn tables<'a>(document: &'a Document, id: &str) -> Vec<&'a Table> {
        let section = document.sections.iter().find(|section| section.id == id).unwrap();
        let table = |block: &'a Block| {
            if let Block::Table(table) = block { Some(table) } else { None }
        };
        section.blocks.iter().filter_map(table).collect()
    }

    fn check(name: &str, document: &Document) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../../../../../../tests/snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, outline(document)));
    }

    #[test]
    fn the_full_copy_tells_everything() {
        check("case_summary_full", &summary(&long_case(9, CopyKind::Full, Paper::Letter)));
    }

    #[test]
    fn the_patient_copy_tells_what_is_the_patients() {
        check("case_summary_patient", &summary(&long_case(9, CopyKind::Patient, Paper::A4)));
    }

    #[test]
    fn the_patient_copy_leaves_out_what_is_only_the_offices() {
        let internal = [
            "Owner's note",
            "May be told",
            "Copies given out",
            "SHA-256",
            "Grievance committee",
            "stamp 0",
            "1944",
            "0012345",
            "First wording",
            "Entry 4.",
            "Unverified",
            "Urgency",
        ];
        let full = outline(&summary(&long_case(60, CopyKind::Full, Paper::Letter)));
        let patient = outline(&summary(&long_case(60, CopyKind::Patient, Paper::Letter)));
        for words in internal {
            assert!(full.contains(words), "the full copy lacks {words}");
            assert!(!patient.contains(words), "the patient copy tells {words}");
        }
        assert!(patient.contains("This entry was corrected on"));
    }

    #[test]
    fn the_title_and_the_foot_never_name_the_patient() {
        for copy in [CopyKind::Full, CopyKind::Patient] {
            let document = summary(&long_case(3, copy, Paper::Letter));
            assert!(document.title.contains("A-26-0143 · R. A. · "));
            assert!(!format!("{}{}", document.title, document.foot).contains("Ruth"));
            assert_eq!(document.size == TextSize::Fourteen, copy == CopyKind::Patient);
        }
    }

    #[test]
    fn contacts_run_from_the_oldest_to_the_newest_in_one_table_a_month() {
        let mut facts = long_case(120, CopyKind::Full, Paper::Letter);
        facts.contacts.reverse();
        let document = summary(&facts);
        let months = tables(&document, "contacts");
        assert_eq!(months.len(), 9);
        assert_eq!(months[0].caption, "July 2025: 13 contacts");
        assert_eq!(months[8].caption.split(':').next(), Some("March 2026"));
        let entries: Vec<u32> = months
            .iter()
            .flat_map(|month| &month.rows)
            .map(|row| {
                let number = row[2].strip_prefix("Entry ").unwrap();
                number.split('.').next().unwrap().parse().unwrap()
            })
            .collect();
        assert_eq!(entries, (0..120).collect::<Vec<_>>());
    }

    #[test]
    fn an_amended_contact_shows_both_versions_and_the_reason() {
        let document = summary(&long_case(7, CopyKind::Full, Paper::Letter));
        let told = &tables(&document, "contacts").last().unwrap().rows[0][2];
        assert!(told.starts_with("Entry 6."), "{told}");
        assert!(told.contains("By Sam Ortiz\nWhy: Wrong person named\nBefore the change:"));
        assert!(told.ends_with("“First wording of entry 6: wrong person on the line.”"));
    }

    #[test]
    fn a_contact_changed_twice_tells_each_change_with_its_own_reason() {
        let mut facts = long_case(7, CopyKind::Full, Paper::Letter);
        let contact = &mut facts.contacts[6];
        let mut second = contact.now.clone();
        second.summary = "Last wording.".to_owned();
        second.reason = Some("Second reason".to_owned());
        contact.before.push(std::mem::replace(&mut contact.now, second));
        let document = summary(&facts);
        let told = &tables(&document, "contacts").last().unwrap().rows[0][2];
        let order =
            ["Last wording.", "Second reason", "“Entry 6.", "Wrong person", "“First wording"];
        let places: Vec<usize> = order.iter().map(|words| told.find(words).unwrap()).collect();
        assert!(places.is_sorted(), "{told}");
    }

    #[test]
    fn what_is_empty_says_so_in_one_sentence() {
        let document = summary(&empty_case());
        for section in &document.sections {
            if section.id == "details" {
                continue;
            }
            let [Block::Paragraph(pieces)] = section.blocks.as_slice() else {
                panic!("{} is not one sentence", section.id);
            };
            let [Inline::Text(sentence)] = pieces.as_slice() else { panic!("{}", section.id) };
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
        }
        assert_eq!(document.title, "Case summary A-26-0143 · Full copy");
    }
}
