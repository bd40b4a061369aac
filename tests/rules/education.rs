//! Leaflets are right as they ship: plain, sourced, and no number of law in them that is not in the
//! list of limits.

use std::collections::{BTreeMap, BTreeSet};

use office::features::education::model::{Block, Inline};
use office::features::education::rules::{
    Library, Shipped, Visit, lines_of, markdown, meter, names_a_figure, questions_of, shipped,
};

use crate::fault::{Fault, Rule};
use crate::reading::tree::files;
use office_tests::files::repository;

const CONTENT: &str = "src-tauri/office/content/education";

/// The leaflets there are: domain reference, section 5.
const LEAFLETS: u32 = 41;

/// The hardest grade a leaflet may have.
const GRADE: f64 = 6.0;

const PLAIN: Rule = Rule {
    wants: "A leaflet can be read after six years of school.",
    because: "half the people it is for would struggle with an average text.",
    instead: "shorter sentences, common words; the editor in the window shows which.",
};

const SOURCED: Rule = Rule {
    wants: "A leaflet names its sources, what to ask back, who can help, and what changed.",
    because: "somebody will act on it, and somebody will ask where it is written.",
    instead: "fill in the front matter; README.md beside the leaflets tells how.",
};

const AGREES: Rule = Rule {
    wants: "The reading grade we show is the one others would find.",
    because: "an office that checks us with another tool must not find us kinder to ourselves.",
    instead: "measure anew: BEDSIDE_MEASURE_LEAFLETS=1 cargo test -p office-tests --test rules \
              textstat, with Python's textstat 0.7 installed; if they differ, mend the meter.",
};

const NUMBERS: Rule = Rule {
    wants: "Every number of law in a leaflet is a mark, and a default has words that do without it.",
    because: "a wrong time limit can cost somebody an appeal.",
    instead: "write {RULE|30 days}, or {RULE|30 days|the time our policy sets} for a default.",
};

const NAMED: Rule = Rule {
    wants: "What a leaflet names exists, and a translation says which version it is of.",
    because: "a link that leads nowhere is worse than none.",
    instead: "mend the key.",
};

fn leaflets() -> impl Iterator<Item = (String, &'static Shipped)> {
    shipped().leaflets.values().map(|one| {
        let leaflet = &one.leaflet;
        (format!("{CONTENT}/{}/{}.md", leaflet.language, leaflet.key), one)
    })
}

#[test]
fn every_leaflet_is_read_and_none_is_missing() {
    assert_eq!(shipped().mistakes, Vec::<String>::new());
    let english: BTreeSet<u32> = leaflets()
        .filter(|(_, one)| one.leaflet.language == "en")
        .map(|(_, one)| one.number)
        .collect();
    assert_eq!(english, (1..=LEAFLETS).collect());
    assert_eq!(leaflets().filter(|(_, one)| one.leaflet.language == "es").count(), 10);
}

#[test]
fn every_leaflet_is_plain() {
    let hard = leaflets().filter_map(|(path, one)| {
        let lines = lines_of(&one.leaflet);
        let measure = meter::measure(lines.iter().map(String::as_str));
        let grade = measure.grade.unwrap_or(99.0);
        let is_english = one.leaflet.language == "en";
        (is_english && (grade > GRADE || !measure.reliable))
            .then(|| Fault::of(&path, format!("grade {grade:.1}, {} words", measure.words)))
    });
    PLAIN.holds(hard.collect());
}

/// What `textstat` (PyPI) says of a leaflet's text: written by `education/measure.py` beside the
/// fixtures, which needs Python and the package; so the figures are kept, with a fingerprint of the
/// text they are of.
const MEASURED: &str = "tests/fixtures/education/textstat.toml";

/// How far our meter may be from it, in grades.
const NEAR: f64 = 0.5;

#[derive(serde::Deserialize)]
struct Measured {
    text: String,
    grade: f64,
}

fn fingerprint(lines: &[String]) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(lines.join("\n").as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The English leaflets as the lines that are measured, by key.
fn english_lines() -> BTreeMap<String, Vec<String>> {
    let english = leaflets().filter(|(_, one)| one.leaflet.language == "en");
    english.map(|(_, one)| (one.leaflet.key.clone(), lines_of(&one.leaflet))).collect()
}

/// Has the figures measured anew, when `BEDSIDE_MEASURE_LEAFLETS` is set.
fn measure_anew() {
    let mut script = std::process::Command::new("python3");
    script.arg(repository().join("tests/fixtures/education/measure.py"));
    let mut child = script
        .arg(repository().join(MEASURED))
        .stdin(std::process::Stdio::piped())
        .spawn()
        .expect("python3 with textstat");
    let texts: BTreeMap<String, (String, Vec<String>)> = english_lines()
        .into_iter()
        .map(|(key, lines)| (key, (fingerprint(&lines), lines)))
        .collect();
    let input = child.stdin.take().expect("its input");
    serde_json::to_writer(input, &texts).expect("the texts");
    assert!(child.wait().expect("an answer").success(), "measure.py failed");
}

#[test]
fn the_meter_agrees_with_textstat_within_half_a_grade() {
    if std::env::var_os("BEDSIDE_MEASURE_LEAFLETS").is_some() {
        measure_anew();
    }
    let text = std::fs::read_to_string(repository().join(MEASURED)).expect("the kept figures");
    let kept: BTreeMap<String, Measured> = toml::from_str(&text).expect("the kept figures");
    let mut faults = Vec::new();
    for (key, lines) in english_lines() {
        let path = format!("{CONTENT}/en/{key}.md");
        let Some(kept) = kept.get(&key).filter(|kept| kept.text == fingerprint(&lines)) else {
            faults.push(Fault::of(&path, "changed since it was measured"));
            continue;
        };
        let ours = meter::measure(lines.iter().map(String::as_str)).grade.unwrap_or(99.0);
        if (ours - kept.grade).abs() > NEAR {
            faults.push(Fault::of(&path, format!("{ours:.2}, and {:.2} there", kept.grade)));
        }
    }
    AGREES.holds(faults);
}

/// The lines of a tree, each with what it is, so that a change shows what a reader would see of it.
fn outline(blocks: &[Block], depth: usize) -> Vec<String> {
    let pad = "  ".repeat(depth);
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, text } => lines.push(format!("{pad}h{level} {}", told(text))),
            Block::Paragraph(text) => lines.push(format!("{pad}p {}", told(text))),
            Block::Quote(inner) => {
                lines.push(format!("{pad}quote"));
                lines.extend(outline(inner, depth + 1));
            }
            Block::List { ordered, items } => {
                let sort = if *ordered { "steps" } else { "points" };
                lines.push(format!("{pad}{sort}"));
                lines.extend(items.iter().flat_map(|point| outline(point, depth + 1)));
            }
            Block::Table { head, rows } => {
                let row = |row: &Vec<Vec<Inline>>| {
                    let cells: Vec<String> = row.iter().map(|cell| told(cell)).collect();
                    format!("{pad}| {}", cells.join(" | "))
                };
                lines.extend(std::iter::once(head).chain(rows).map(row));
            }
        }
    }
    lines
}

/// Words with the marks of what carries them.
fn told(pieces: &[Inline]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Inline::Text(words) => words.clone(),
            Inline::Strong(inner) => format!("**{}**", told(inner)),
            Inline::Emphasis(inner) => format!("*{}*", told(inner)),
            Inline::Limit { rule, words, without: None } => format!("[{rule}: {words}]"),
            Inline::Limit { rule, words, without: Some(without) } => {
                format!("[{rule}: {words}; else {without}]")
            }
            Inline::Link { words, target } => format!("({} → {target})", told(words)),
            Inline::Break => " / ".to_owned(),
        })
        .collect()
}

#[test]
fn every_leaflet_becomes_the_tree_that_is_kept() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/leaflets");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (_, one) in leaflets() {
            let leaflet = &one.leaflet;
            let tree = outline(&markdown::read(&leaflet.body).blocks, 0).join("\n");
            insta::assert_snapshot!(format!("{}.{}", leaflet.key, leaflet.language), tree);
        }
    });
}

#[test]
fn every_leaflet_names_its_sources_and_what_to_ask_back() {
    let thin = leaflets().filter_map(|(path, one)| {
        let front = &one.leaflet.front;
        let blocks = markdown::read(&one.leaflet.body).blocks;
        let lacks = [
            (front.about.is_empty(), "about"),
            (front.sources.iter().all(|source| source.citation.is_empty()), "sources"),
            (!(2..=4).contains(&front.key_points.len()), "key_points"),
            (!(2..=5).contains(&front.who.len()), "who"),
            (front.audiences.is_empty(), "audiences"),
            (front.profiles.is_empty(), "profiles"),
            (front.kinds.is_empty(), "kinds"),
            (front.rights.is_empty(), "rights"),
            (front.changes.iter().all(|c| c.version != one.leaflet.version), "changes"),
            (questions_of(&blocks).len() < 4, "questions to ask"),
        ];
        let lacks: Vec<&str> =
            lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, n)| n).collect();
        (!lacks.is_empty()).then(|| Fault::of(&path, format!("lacks {}", lacks.join(", "))))
    });
    SOURCED.holds(thin.collect());
}

/// The words of a text outside its marks.
fn unmarked(pieces: &[Inline]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Inline::Limit { .. } => " — ".to_owned(),
            Inline::Text(words) => words.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
                unmarked(inner)
            }
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

fn unmarked_lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => lines.push(unmarked(text)),
            Block::List { items, .. } => items.iter().for_each(|i| lines.extend(unmarked_lines(i))),
            Block::Table { head, rows } => {
                lines.extend(head.iter().chain(rows.iter().flatten()).map(|cell| unmarked(cell)));
            }
            Block::Quote(inner) => lines.extend(unmarked_lines(inner)),
        }
    }
    lines
}

/// Marks of a default without the words that do without it.
fn bare_defaults(library: &Library, pieces: &[Inline], found: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Inline::Limit { rule, words, without: None } => {
                let meant = library.limits.meant(rule, words);
                if !meant.iter().any(|limit| limit.confirmed) {
                    found.push(format!("{{{rule}|{words}}} is a default"));
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
                bare_defaults(library, inner, found);
            }
            Inline::Limit { .. } | Inline::Text(_) | Inline::Break => {}
        }
    }
}

fn defaults_in(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => {
                bare_defaults(shipped(), text, found);
            }
            Block::List { items, .. } => items.iter().for_each(|point| defaults_in(point, found)),
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    bare_defaults(shipped(), cell, found);
                }
            }
            Block::Quote(inner) => defaults_in(inner, found),
        }
    }
}

#[test]
fn every_number_of_law_is_marked_and_known() {
    let mut faults = Vec::new();
    for (path, one) in leaflets() {
        let blocks = markdown::read(&one.leaflet.body).blocks;
        let mut lines = unmarked_lines(&blocks);
        lines.push(one.leaflet.front.about.clone());
        lines.push(one.leaflet.title.clone());
        lines.extend(
            one.leaflet.front.key_points.iter().map(|p| format!("{} {}", p.ask, p.listen_for)),
        );
        lines.extend(one.leaflet.front.who.iter().map(|who| who.why.clone()));
        for line in lines.iter().filter(|line| names_a_figure(line)) {
            faults.push(Fault::of(&path, format!("a bare number: {line}")));
        }
        let mut bare = Vec::new();
        defaults_in(&blocks, &mut bare);
        faults.extend(bare.into_iter().map(|what| Fault::of(&path, what)));
    }
    NUMBERS.holds(faults);
}

#[test]
fn what_a_leaflet_names_exists() {
    let mut faults = Vec::new();
    for (path, one) in leaflets() {
        let front = &one.leaflet.front;
        let lost = front.related.iter().filter(|key| shipped().leaflet(key, "en").is_none());
        faults.extend(lost.map(|key| Fault::of(&path, format!("related: {key}"))));
        let english = shipped().leaflet(&one.leaflet.key, "en").map(|english| &english.leaflet);
        if one.leaflet.language != "en" {
            let of = front.source_version;
            if english.is_none_or(|english| of != Some(english.version)) {
                faults.push(Fault::of(&path, "source_version is not that of the English leaflet"));
            }
            let marks = |body: &str| -> Vec<String> {
                let blocks = markdown::read(body).blocks;
                let mut rules: Vec<String> =
                    Block::limits(&blocks).into_iter().map(|(rule, _)| rule.to_owned()).collect();
                rules.sort();
                rules
            };
            if english.is_some_and(|english| marks(&english.body) != marks(&one.leaflet.body)) {
                faults.push(Fault::of(&path, "its numbers are not those of the English leaflet"));
            }
        }
    }
    NAMED.holds(faults);
}

#[test]
fn the_glossary_explains_each_word_once_and_plainly() {
    let glossary = shipped().glossary("en").expect("the English glossary");
    assert!(glossary.terms.len() >= 150, "{} terms", glossary.terms.len());
    assert_eq!(glossary.doubles(), Vec::<String>::new());
    let ids: BTreeSet<&str> = glossary.terms.iter().map(|term| term.id.as_str()).collect();
    assert_eq!(ids.len(), glossary.terms.len());
    let bare = glossary.terms.iter().filter(|term| names_a_figure(&term.means));
    NUMBERS.holds(bare.map(|term| Fault::of(CONTENT, format!("glossary: {}", term.id))).collect());
    let meanings: Vec<&str> = glossary.terms.iter().map(|term| term.means.as_str()).collect();
    let grade = meter::measure(meanings.into_iter()).grade.unwrap_or(99.0);
    assert!(grade <= GRADE, "grade {grade:.1}");
}

#[test]
fn there_are_questions_for_every_kind_of_visit() {
    let visits: &Vec<Visit> = shipped().questions.get("en").expect("English questions");
    assert!(visits.len() >= 12);
    let ids: BTreeMap<&str, usize> =
        visits.iter().map(|v| (v.id.as_str(), v.questions.len())).collect();
    assert_eq!(ids.len(), visits.len());
    assert!(ids.values().all(|count| (5..=12).contains(count)), "{ids:?}");
    assert!(visits.iter().flat_map(|v| &v.questions).all(|q| q.ends_with('?')));
}

/// The shipped files with one of them changed.
fn with_changed(name: &str, change: impl Fn(&str) -> String) -> Library {
    let all: Vec<(String, String)> = files(CONTENT, &[".toml", ".md"])
        .filter(|file| !file.path.ends_with("README.md"))
        .map(|file| {
            let path = file.path.trim_start_matches("src-tauri/office/content/").to_owned();
            let text = if path.ends_with(name) { change(&file.text) } else { file.text.clone() };
            (path, text)
        })
        .collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    Library::read(&all)
}

#[test]
fn a_file_with_a_mistake_is_named_by_line_and_field_and_the_rest_works() {
    let whole = shipped().leaflets.len();
    for ((from, to), at, field) in [
        (("topic = \"records\"", "topic = \"nonsense\""), "topic = ", "topic"),
        (("version = 1\n", "version = \"one\"\n"), "version = ", "version"),
        (("units = []", "units = []\ncolor = \"red\""), "color = ", "color"),
        (("slot = \"medical-records\"", "slot = \"nobody\""), "slot = \"nobody\"", "slot"),
        (("{US-HIPAA-ACC|30 days}", "{US-HIPAA-ACC|31 days}"), "|31 days}", "US-HIPAA-ACC"),
        (("\n+++\n## ", "\n## "), "+++", "+++"),
    ] {
        let name = "en/getting-your-record.md";
        let library = with_changed(name, |text| text.replacen(from, to, 1));
        assert_eq!(library.mistakes.len(), 1, "{field}: {:?}", library.mistakes);
        assert_eq!(library.leaflets.len(), whole - 1, "{field}");
        let file = files(CONTENT, &[name]).next().expect("the file");
        let changed = file.text.replacen(from, to, 1);
        let line = changed.lines().position(|line| line.contains(at)).expect("the line") + 1;
        let said = library.mistakes.first().expect("a mistake");
        let place = format!("education/{name}, line {line}");
        assert!(said.starts_with(&place) && said.contains(field), "{field} at {line}: {said}");
    }
}

#[test]
fn a_bare_number_and_a_bare_default_are_noticed() {
    assert!(names_a_figure("We answer in 30 days."));
    assert!(names_a_figure("It costs $25."));
    assert!(names_a_figure("within thirty days"));
    assert!(!names_a_figure("Call 911. Bring two people."));
    let mut found = Vec::new();
    defaults_in(&markdown::read("Answer in {US-CMS-POL|30 days}.").blocks, &mut found);
    assert_eq!(found.len(), 1);
}
