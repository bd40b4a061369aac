//! Reading a decision table, and refusing one that would mislead.

use super::decide::{Turn, check, turn};
use crate::features::advisor::model::{Answers, Fact, Question, Row, Table, When};
use crate::features::cases::{CaseKind, Channel, Relation};
use crate::kernel::calendar::Source;
use crate::kernel::error::{Error, Result};

/// A field that cannot be, and why.
type Fault = (String, String);

/// Reads a table. A mistake is named by file, line and field.
///
/// Every worked example must come out, every row must be shown by one, and whatever is answered
/// must lead to a row.
pub fn read(file: Source<'_>) -> Result<Table> {
    let table: Table = file.read()?;
    for (nth, question) in table.questions.iter().enumerate() {
        let again = table.questions.iter().take(nth).any(|before| before.id == question.id);
        let doubled = again.then(|| fault("id", "another question has this id"));
        if let Some((field, what)) = doubled.or_else(|| fault_in_question(question)) {
            return Err(file.mistake_in("question", nth, &field, &what));
        }
    }
    for (nth, row) in table.rows.iter().enumerate() {
        let again = table.rows.iter().take(nth).any(|before| before.id == row.id);
        let doubled = again.then(|| fault("id", "another row has this id"));
        if let Some((field, what)) = doubled.or_else(|| fault_in_row(&table, row)) {
            return Err(file.mistake_in("row", nth, &field, &what));
        }
    }
    for nth in 0..table.examples.len() {
        if let Some((field, what)) = fault_in_example(&table, nth) {
            return Err(file.mistake_in("example", nth, &field, &what));
        }
    }
    let shown = |row: &Row| table.examples.iter().any(|example| example.row == row.id);
    if let Some(nth) = table.rows.iter().position(|row| !shown(row)) {
        return Err(file.mistake_in("row", nth, "id", "no worked example leads to this row"));
    }
    match open_end(&table, &mut Answers::new()) {
        Some(given) => Err(nowhere(file, &given)),
        None => Ok(table),
    }
}

fn nowhere(file: Source<'_>, given: &Answers) -> Error {
    let given: Vec<String> = given.iter().map(|(id, code)| format!("{id} = {code}")).collect();
    let (name, given) = (file.name(), given.join(", "));
    Error::invalid(name, format!("{name}, row: no row holds for {given}"))
}

fn fault(field: &str, what: &str) -> Fault {
    (field.to_owned(), what.to_owned())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn fault_in_question(question: &Question) -> Option<Fault> {
    let offers = |code: &String| question.option(code).is_some();
    if is_blank(&question.id) {
        return Some(fault("id", "a question needs an id"));
    }
    if is_blank(&question.asks) {
        return Some(fault("asks", "write the question"));
    }
    for (nth, option) in question.options.iter().enumerate() {
        if question.options.iter().take(nth).any(|before| before.code == option.code) {
            let field = format!("option[{nth}].code");
            return Some(fault(&field, "another option has this code"));
        }
        if is_blank(&option.code) || is_blank(&option.label) {
            return Some(fault(
                &format!("option[{nth}].code"),
                "an option needs a code and a label",
            ));
        }
    }
    if question.options.len() < 2 {
        return Some(fault("id", "a question needs two options at least"));
    }
    if question.presumed.as_ref().is_some_and(|presumed| !offers(presumed)) {
        return Some(fault("presumed", "this is no option of the question"));
    }
    if question.known_from.is_some() == question.known.is_empty() {
        return Some(fault("known", "known_from and known go together"));
    }
    let from = question.known_from?;
    if question.known.keys().any(|code| !is_code_of(from, code)) {
        return Some(fault("known", &format!("the codes here are {}", codes_of(from).join(", "))));
    }
    let stray = question.known.values().any(|answer| !offers(answer));
    stray.then(|| fault("known", "each code means one of the options"))
}

fn codes_of(fact: Fact) -> Vec<&'static str> {
    match fact {
        Fact::SaidHow => Channel::ALL.iter().map(|one| one.code()).collect(),
        Fact::Kind => CaseKind::ALL.iter().map(|one| one.code()).collect(),
        Fact::Relation => Relation::ALL.iter().map(|one| one.code()).collect(),
        Fact::Stay => vec!["during"],
    }
}

fn is_code_of(fact: Fact, code: &str) -> bool {
    codes_of(fact).contains(&code)
}

fn fault_in_row(table: &Table, row: &Row) -> Option<Fault> {
    for (field, text) in [
        ("id", &row.id),
        ("called", &row.called),
        ("sentence", &row.sentence),
        ("authority", &row.authority),
        ("citation", &row.citation),
    ] {
        if is_blank(text) {
            return Some(fault(field, "this is empty"));
        }
    }
    if row.when.is_empty() {
        return Some(fault("when", "say when it holds"));
    }
    if let Some(what) = fault_in_when(table, &row.when) {
        return Some(("when".to_owned(), what));
    }
    for (nth, doubt) in row.doubts.iter().enumerate() {
        let what = match fault_in_when(table, &doubt.when) {
            _ if doubt.when.is_empty() => {
                Some("say when, or lower the confidence of the row".into())
            }
            // A doubt that left the badge away would be none.
            None if !doubt.confidence.is_unverified() => {
                return Some(fault(
                    &format!("doubt[{nth}].confidence"),
                    "a doubt is default_high, default_medium or default_low",
                ));
            }
            what => what,
        };
        if let Some(what) = what {
            return Some((format!("doubt[{nth}].when"), what));
        }
    }
    for (nth, reading) in row.also.iter().enumerate() {
        if let Some(what) = fault_in_when(table, &reading.when) {
            return Some((format!("also[{nth}].when"), what));
        }
        if reading.kind == row.kind {
            let what = "another reading files it as something else";
            return Some(fault(&format!("also[{nth}].kind"), what));
        }
    }
    None
}

fn fault_in_when(table: &Table, when: &When) -> Option<String> {
    for (id, codes) in when.iter().flatten() {
        let Some(question) = table.question(id) else {
            return Some(format!("there is no question {id}"));
        };
        if let Some(code) = codes.iter().find(|code| question.option(code).is_none()) {
            return Some(format!("{id} has no option {code}"));
        }
        if codes.is_empty() {
            return Some(format!("name the answers to {id} that fit"));
        }
    }
    when.iter().any(|one| one.is_empty()).then(|| "an alternative names no question".to_owned())
}

fn fault_in_example(table: &Table, nth: usize) -> Option<Fault> {
    let example = table.examples.get(nth)?;
    if let Err(error) = check(table, &example.answers) {
        return Some(("answers".to_owned(), error.fields.first()?.message.clone()));
    }
    let what = match turn(table, &example.answers) {
        Some(Turn::Advise(advice)) if advice.row.id == example.row => return None,
        Some(Turn::Advise(advice)) => {
            format!("these answers lead to {}, not to {}", advice.row.id, example.row)
        }
        Some(Turn::Ask(question)) => format!("these answers leave {} open", question.id),
        None => "these answers lead to no row".to_owned(),
    };
    Some(("row".to_owned(), what))
}

/// Answers that lead nowhere, if somebody could give them by answering what is asked.
fn open_end(table: &Table, given: &mut Answers) -> Option<Answers> {
    match turn(table, given) {
        None => Some(given.clone()),
        Some(Turn::Advise(_)) => None,
        Some(Turn::Ask(question)) => question.options.iter().find_map(|option| {
            given.insert(question.id.clone(), option.code.clone());
            let found = open_end(table, given);
            given.remove(&question.id);
            found
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::features::advisor::rules::tables;

    fn shipped(name: &str) -> &'static str {
        let files = content::files("advisor", "toml");
        files.iter().find(|(path, _)| path.ends_with(name)).unwrap().1
    }

    #[test]
    fn the_shipped_tables_are_whole_and_every_example_comes_out() {
        let ids: Vec<&str> = tables().unwrap().iter().map(|table| table.id.as_str()).collect();
        assert_eq!(ids, ["uk-england", "us-hospital", "us-insurance", "us-ltc-ombudsman"]);
        for (name, _) in content::files("advisor", "toml") {
            assert!(ids.iter().any(|id| *name == format!("advisor/{id}.toml")), "{name}");
        }
    }

    #[test]
    fn the_hospital_table_has_the_eleven_rows_and_no_others() {
        let table = crate::features::advisor::rules::table("us-hospital").unwrap();
        let mut ids: Vec<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
        ids.sort_by_key(|id| id.trim_start_matches('G').parse::<u32>().unwrap());
        let all: Vec<String> = (1..=11).map(|n| format!("G{n}")).collect();
        assert_eq!(ids, all);
    }

    /// What is written, what a slip of the pen makes of it, and what is then said.
    const SLIPS: &[(&str, &str, &str)] = &[
        ("id = \"G11\"", "id = \"G4\"", "row G4, id: another row has this id"),
        ("id = \"who\"", "id = \"danger\"", "question danger, id: another question"),
        ("who = [\"other\"]", "whom = [\"other\"]", "row G11, when: there is no question whom"),
        ("who = [\"other\"]", "who = [\"others\"]", "row G11, when: who has no option others"),
        ("who = [\"other\"]", "who = []", "row G11, when: name the answers"),
        ("presumed = \"none\"", "presumed = \"nothing\"", "question danger, presumed: this is no"),
        ("self = \"patient\"", "me = \"patient\"", "question who, known: the codes here are self"),
        ("self = \"patient\"", "self = \"her\"", "question who, known: each code means one"),
        (
            "known_from = \"relation\"\n",
            "",
            "question who, known: known_from and known go together",
        ),
        ("code = \"abuse\"", "code = \"none\"", "option[1].code: another option has this code"),
        ("kind = \"concern\"", "kind = \"worry\"", "row G11, kind: unknown variant"),
        ("confidence = \"confirmed\"", "confidence = \"sure\"", "confidence: unknown variant"),
        ("confidence = \"confirmed\"\n", "", "row G4, confidence: missing field"),
        ("urgent = true", "urgently = true", "row G4, urgently: unknown field"),
        ("row = \"G11\"", "row = \"G5\"", "these answers lead to G11, not to G5"),
        ("danger = \"abuse\", said", "danger = \"grave\", said", "answers: This is none of the"),
        (
            "when = [{ danger = [\"harm\"] }]\nconfidence = \"default_high\"",
            "when = [{ danger = [\"harm\"] }]\nconfidence = \"confirmed\"",
            "doubt[0].confidence: a doubt is",
        ),
        (
            "[[row.also]]\nkind = \"complaint\"",
            "[[row.also]]\nkind = \"grievance\"",
            "row G10, also[0].kind: another reading",
        ),
        (
            "{ said = [\"in_person\", \"phone\"] }]\nkind",
            "{ said = [\"in_person\"] }]\nkind",
            "no row holds for about = care",
        ),
        (
            "answers = { danger = \"none\", who = \"other\", asks = \"yes\", said = \"letter\" }",
            "answers = { who = \"other\" }",
            "these answers leave danger open",
        ),
    ];

    #[test]
    fn a_table_with_a_mistake_is_named_by_file_line_and_field() {
        let text = shipped("us-hospital.toml");
        for (from, to, said) in SLIPS {
            let mut broken = text.replacen(from, to, 1);
            assert_ne!(broken, text, "{from} is not in the file");
            if said.contains("no row holds") {
                // The example that needs the row would be named first.
                let call = "said = \"phone\", stay = \"after\", routine = \"no\"";
                broken = broken.replacen(call, "said = \"in_person\", settled = \"later\"", 1);
            }
            let message =
                read(Source::new("advisor/us-hospital.toml", &broken)).unwrap_err().message;
            assert!(message.contains(said), "{message}\nshould say\n{said}");
            assert!(message.starts_with("advisor/us-hospital.toml, "), "{message}");
            if !said.contains("no row holds") {
                assert!(message.contains(", line "), "{message}");
            }
        }
    }

    #[test]
    fn a_row_that_no_example_shows_is_named() {
        let text = shipped("us-ltc-ombudsman.toml");
        let last = text.rfind("[[example]]").unwrap();
        let (shorter, _) = text.split_at(last);
        let message = read(Source::new("advisor/x.toml", shorter)).unwrap_err().message;
        assert!(message.contains("row NORS-C, id: no worked example"), "{message}");
    }
}
