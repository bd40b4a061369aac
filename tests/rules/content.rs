//! What an advocate may edit is right as it ships: every file is read, every name in it exists,
//! every worked example comes out.

use std::collections::BTreeSet;

use office::features::advisor::model::Table;
use office::features::advisor::rules::tables;
use office::features::cases::{CaseKind, Channel};
use office::features::clocks::model::{CASE_KINDS, CHANNELS};
use office::features::clocks::rules::{Rulebook, book};
use office::features::education::rules::meter;
use office::kernel::calendar::Source;
use office::kernel::documents::{
    Block, Document, Fact, Inline, Layout, Paper, Rank, Section, TextSize, render,
};
use office_tests::office::TestOffice;

use crate::fault::{Fault, Rule};
use crate::reading::tree::{File, files, folders, name_of};

const CONTENT: &str = "src-tauri/office/content";

/// The last year for which due dates must be known.
const UNTIL: i32 = 2035;

const READABLE: Rule = Rule {
    wants: "Every folder of content tells how to edit it, and every file in it can be read.",
    because: "the person who corrects a rule is an advocate with a text editor, not a programmer.",
    instead: "write a README.md beside the files; mend the file at the place that is named.",
};

const CALENDARS: Rule = Rule {
    wants: "Every holiday calendar knows its days through 2035.",
    because: "a due date is counted in business days, and a year that is not known is not guessed.",
    instead: "raise `last_year` once the rules in the file are known to hold.",
};

const PLAIN: Rule = Rule {
    wants: "What the advisor asks and says is read at grade 8 at most.",
    because: "it is read aloud to a family at a bedside, by someone who has five minutes.",
    instead: "say it shorter, with the words people use.",
};

/// The hardest grade of a decision table.
const GRADE: f64 = 8.0;

/// What a decision table asks and says, a line each.
fn said_by(table: &Table) -> Vec<&str> {
    let questions = table.questions.iter().flat_map(|question| {
        let options = question.options.iter().map(|option| option.label.as_str());
        [question.asks.as_str()].into_iter().chain(question.help.as_deref()).chain(options)
    });
    let rows = table.rows.iter().flat_map(|row| {
        let others = row.also.iter().map(|reading| reading.sentence.as_str());
        let doubts = row.doubts.iter().map(|doubt| doubt.says.as_str());
        let follows = row.follows.iter().map(String::as_str);
        [row.sentence.as_str()].into_iter().chain(others).chain(doubts).chain(follows)
    });
    questions.chain(rows).collect()
}

fn unreadable(file: &File) -> Option<Fault> {
    let mistake = file.text.parse::<toml::Table>().err()?;
    Some(Fault::of(&file.path, mistake.message().to_owned()))
}

/// The files of a folder as the program reads them, with each text as `change` makes it.
fn sources(folder: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    files(&format!("{CONTENT}/{folder}"), &[".toml"])
        .map(|file| (format!("{folder}/{}", name_of(&file.path)), change(&file.text)))
        .collect()
}

/// Reads the shipped rules with their packs changed.
fn rules_with(change: impl Fn(&str) -> String) -> Result<Rulebook, String> {
    let calendars = sources("calendars", str::to_owned);
    let packs = sources("clocks", change);
    fn source((name, text): &(String, String)) -> Source<'_> {
        Source::new(name, text)
    }
    Rulebook::read(calendars.iter().map(source), packs.iter().map(source))
        .map_err(|error| error.message)
}

#[test]
fn every_folder_of_content_tells_how_to_edit_it() {
    let without = folders(CONTENT).into_iter().filter(|folder| {
        !files(&format!("{CONTENT}/{folder}"), &["/README.md"]).any(|file| file.text.len() > 200)
    });
    let silent =
        without.map(|folder| Fault::of(&format!("{CONTENT}/{folder}"), "has no README.md"));
    READABLE.holds(silent.chain(files(CONTENT, &[".toml"]).filter_map(unreadable)).collect());
}

#[test]
fn every_rule_pack_and_calendar_is_read_and_its_examples_come_out() {
    let book = book().unwrap_or_else(|error| panic!("{}", error.message));
    let named = |folder: &str| -> BTreeSet<String> {
        let folder = format!("{CONTENT}/{folder}");
        let files = files(&folder, &[".toml"]);
        files.map(|file| name_of(&file.path).trim_end_matches(".toml").to_owned()).collect()
    };
    let packs: BTreeSet<String> = book.packs().map(|pack| pack.id.clone()).collect();
    assert_eq!(packs, named("clocks"), "a pack is called as its file");
    for id in named("calendars") {
        assert!(book.calendar(&id).is_some(), "a calendar is called as its file: {id}");
    }
    for pack in book.packs() {
        assert!(!pack.rules.is_empty(), "{} has no rule", pack.id);
        for rule in &pack.rules {
            assert!(!rule.examples.is_empty(), "{} has no worked example", rule.id);
        }
    }
}

#[test]
fn what_the_advisor_says_is_plain() {
    let tables = tables().unwrap_or_else(|error| panic!("{}", error.message));
    let hard = tables.iter().filter_map(|table| {
        let grade = meter::measure(said_by(table).into_iter()).grade.unwrap_or(99.0);
        let path = format!("{CONTENT}/advisor/{}.toml", table.id);
        (grade > GRADE).then(|| Fault::of(&path, format!("grade {grade:.1}")))
    });
    PLAIN.holds(hard.collect());
    let named: BTreeSet<String> = files(&format!("{CONTENT}/advisor"), &[".toml"])
        .map(|file| name_of(&file.path).trim_end_matches(".toml").to_owned())
        .collect();
    let ids: BTreeSet<String> = tables.iter().map(|table| table.id.clone()).collect();
    assert_eq!(ids, named, "a table is called as its file");
}

#[test]
fn every_calendar_knows_its_days_for_years_to_come() {
    let book = book().unwrap_or_else(|error| panic!("{}", error.message));
    let ids = sources("calendars", str::to_owned);
    let short = ids.iter().filter_map(|(name, _)| {
        let id = name.trim_start_matches("calendars/").trim_end_matches(".toml");
        let years = book.calendar(id)?.years();
        (*years.end() < UNTIL).then(|| Fault::of(name, format!("ends in {}", years.end())))
    });
    CALENDARS.holds(short.collect());
}

#[test]
fn the_codes_in_rule_packs_are_those_of_cases_and_contacts() {
    let kinds: Vec<&str> = CaseKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(kinds, CASE_KINDS);
    let channels: BTreeSet<&str> = Channel::ALL.iter().map(|channel| channel.code()).collect();
    assert_eq!(channels, CHANNELS.into_iter().collect());
}

#[test]
fn the_template_of_documents_renders_every_kind_of_block() {
    for (paper, size) in [(Paper::Letter, TextSize::Twelve), (Paper::A4, TextSize::Eighteen)] {
        let words = |says: &str| says.to_owned();
        let blocks = vec![
            Block::Paragraph(vec![Inline::Text(words("plain")), Inline::Strong(words("strong"))]),
            Block::Facts(vec![Fact::new("term", "value")]),
            Block::Heading(words("inner")),
            Block::points([words("point")]),
            Block::Line(words("write here")),
            Block::Code { side: 1, dark: vec![(0, 0, 1)], words: words("leads to") },
            Block::table("caption", ["first", "second"], vec![[words("one"), words("two")]]),
            Block::Note(words("beside")),
        ];
        let document = Document {
            language: words("en-US"),
            letterhead: vec![words("Head of letters")],
            lead: words("leading"),
            contents: true,
            title: words("Title"),
            confidential: words("Confidential"),
            head: vec![Fact::new("Made", "today")],
            sections: vec![Section {
                rank: Rank::Opening,
                ..Section::new("all", "Heading", blocks)
            }],
            foot: words("Foot"),
            paper,
            size,
            layout: Layout::Leaflet,
        };
        let html = render(&document).unwrap_or_else(|error| panic!("{}", error.message));
        for said in [
            "plain",
            "strong",
            "term",
            "value",
            "point",
            "caption",
            "two",
            "beside",
            "Foot",
            "inner",
            "write here",
            "leads to",
            "leading",
            "Head of letters",
        ] {
            assert!(html.contains(said), "{said}");
        }
    }
}

#[tokio::test]
async fn the_sample_office_can_be_told_from_its_files() {
    let test = TestOffice::empty();
    let made = Box::pin(test.office.make_sample_here(1, 1)).await;
    made.unwrap_or_else(|error| panic!("{}", error.message));
    assert!(test.call("cases.counts", serde_json::Value::Null).await.is_ok());
}

#[test]
fn a_rule_that_names_what_does_not_exist_is_noticed() {
    assert!(rules_with(str::to_owned).is_ok());
    for (good, bad) in [
        ("applies_to = [\"grievance\"]", "applies_to = [\"grievances\"]"),
        ("channels = [\"letter\"", "channels = [\"pigeon\""),
        ("calendar = \"us-federal\"", "calendar = \"us-federation\""),
        ("starts_when =", "start_when ="),
        ("due = 2026-03-10", "due = 2026-03-11"),
    ] {
        let said = rules_with(|text| text.replacen(good, bad, 1)).err();
        assert!(said.is_some_and(|said| said.contains("clocks/")), "{bad} was taken");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_noticed() {
    assert!(unreadable(&File::new("a.toml", "a = = 1")).is_some());
    assert!(unreadable(&File::new("a.toml", "a = 1")).is_none());
}
