//! Nothing that people tell the office stands readable in any file that the program writes.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use office::app::command_table;
use office::kernel::text::fold;
use office::table::Sort;
use office_tests::files::put;
use office_tests::office::{NAME, PASSPHRASE, id};
use office_tests::plaintext::Phrases;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::telling::{decide, settle, teach};

/// Words that are in no other file, each used once: one for every field that is typed.
#[derive(Default)]
pub(super) struct Canaries {
    words: Vec<String>,
}

impl Canaries {
    /// A new word of plain letters.
    pub(super) fn plain(&mut self) -> String {
        self.word(["Zyq", "vor", "Quil", "mex", "Jub", "thar"])
    }

    /// A new word with marks above its letters, which a search folds away.
    pub(super) fn marked(&mut self) -> String {
        let word = self.word(["Žýq", "vôr", "Qüïl", "méx", "Ĵúb", "thår"]);
        self.words.push(fold(&word));
        word
    }

    fn word(&mut self, parts: [&str; 6]) -> String {
        let n = self.words.len();
        let part = |place: usize| parts.get((n / (place + 1) + place) % 6).copied().unwrap_or("x");
        let word = format!("{}{}{}{n:03}", part(0), part(1), part(2));
        self.words.push(word.clone());
        word
    }

    fn phrases(&self) -> Phrases {
        Phrases::of(self.words.iter().map(String::as_str))
    }
}

/// Where the program may write: its office, its temporary folder, its home, where it was started.
struct Ground {
    root: TempDir,
}

const WATCHED: [&str; 4] = ["office", "temporary", "home", "here"];

impl Ground {
    fn new() -> Self {
        let root = TempDir::new().unwrap();
        for folder in WATCHED.iter().chain(&["chosen"]) {
            vault::files::create_private_folder(&root.path().join(folder)).unwrap();
        }
        Self { root }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn watched(&self) -> Vec<PathBuf> {
        WATCHED.iter().map(|name| self.at(name)).collect()
    }

    /// A program that keeps to these folders.
    fn start(&self, work: &[&str]) -> Program {
        let office = self.at("office");
        let (first, rest) = work.split_first().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
        command.arg(first).arg(office).args(rest).current_dir(self.at("here"));
        for name in ["TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"] {
            command.env(name, self.at("temporary"));
        }
        for name in ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"]
        {
            command.env(name, self.at("home"));
        }
        let complaints = fs::File::create(self.at("here/complaints")).unwrap();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(complaints);
        let mut child = command.spawn().unwrap();
        let (to, from) = (child.stdin.take(), child.stdout.take());
        let from = BufReader::new(from.unwrap());
        Program { child, to, from, called: BTreeSet::new() }
    }

    /// Asserts that nothing stands readable; how many files were read.
    fn check_is_clean(&self, phrases: &Phrases, program: Option<&Program>, when: &str) -> usize {
        let (found, read) = phrases.in_folders(&self.watched()).unwrap();
        assert!(found.is_empty(), "{when}: {found:#?}");
        if let Some(program) = program.filter(|_| cfg!(target_os = "linux")) {
            let (found, _) = phrases.in_unlinked_files_of(program.child.id()).unwrap();
            assert!(found.is_empty(), "{when}, unlinked: {found:#?}");
        }
        read
    }
}

/// A running program that takes commands line by line.
pub(super) struct Program {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    called: BTreeSet<String>,
}

impl Program {
    fn answer(&mut self, name: &str, input: impl Display) -> Value {
        writeln!(self.to.as_mut().unwrap(), "{name} {input}").unwrap();
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("{name} got no answer"))
    }

    /// Runs a command that must work.
    pub(super) fn ok(&mut self, name: &str, input: impl Display) -> Value {
        let answer = self.answer(name, input);
        assert!(answer.get("error").is_none(), "{name}: {answer}");
        self.called.insert(name.to_owned());
        answer["output"].clone()
    }

    /// Runs a command that must be refused.
    fn refused(&mut self, name: &str, input: impl Display) {
        let answer = self.answer(name, input);
        assert!(answer.get("error").is_some(), "{name} was not refused");
    }

    /// Tells it that there is nothing more, and waits until it has locked and gone.
    fn ends(mut self) {
        drop(self.to.take());
        assert!(self.child.wait().unwrap().success());
    }

    fn dies(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn person(canaries: &mut Canaries, kind: &str) -> Value {
    let mut word = || canaries.marked();
    json!({
        "kind": kind,
        "name": { "prefix": word(), "given": word(), "middle": word(), "family": word(),
                  "suffix": word(), "whole": null },
        "preferredName": word(), "pronouns": word(), "birthDate": "1944-05-01",
        "deathDate": null, "spokenLanguage": word(), "writtenLanguage": word(),
        "interpreter": true, "needs": word(),
        "identifiers": [{ "label": word(), "value": word() }],
        "phones": [{ "label": word(), "value": word() }],
        "emails": [{ "label": word(), "value": format!("{}@example.org", word()) }],
        "address": { "lines": word(), "city": word(), "region": word(), "postalCode": word(),
                     "country": word() },
        "unit": word(), "title": word(), "memberOf": null, "notes": word(),
    })
}

fn case(canaries: &mut Canaries, patient: &str, raised_by: &str) -> Value {
    let mut word = || canaries.marked();
    json!({
        "kind": "grievance", "patient": patient, "raisedBy": raised_by, "relation": "child",
        "saidHow": "call", "saidOn": "2026-03-02T09:00", "saidWhere": word(),
        "receivedOn": "2026-03-03T09:00", "about": word(), "happened": word(), "wants": word(),
        "urgency": "routine", "unit": word(),
    })
}

/// Makes an office and lets people tell it everything that can be told.
fn tell_everything(program: &mut Program, ground: &Ground, canaries: &mut Canaries) {
    let name = canaries.plain();
    let passphrase = format!("{} {}", canaries.plain(), canaries.plain());
    let found = json!({
        "officeName": canaries.marked(), "yourName": name, "passphrase": passphrase,
        "profile": "us-hospital", "timeZone": "America/New_York",
    });
    program.ok("security.create", found);
    let patient = id(&program.ok("people.add", person(canaries, "patient")));
    let relative = id(&program.ok("people.add", person(canaries, "relative")));
    let change = json!({ "id": relative, "form": person(canaries, "relative") });
    program.ok("people.change", change);
    let ward = canaries.plain();
    let mut department = person(canaries, "department");
    department["name"] = json!({ "prefix": null, "given": null, "middle": null, "family": null,
                                 "suffix": null, "whole": ward });
    program.ok("people.add", department);
    let opened = id(&program.ok("cases.open", case(canaries, &patient, &relative)));
    work_on(program, canaries, (&opened, &patient, &relative));
    teach(program, canaries, &opened, &patient);
    settle(program, canaries, &opened, &patient);
    decide(program, canaries, &opened);
    look_around(program, canaries, &opened);
    bring_and_take(program, ground, canaries, &opened);
    let mut settings = program.ok("office.view", Value::Null);
    settings["name"] = json!(canaries.marked());
    program.ok("office.change", settings);
    let next = format!("{} {}", canaries.plain(), canaries.plain());
    let change = json!({ "current": passphrase, "next": next });
    program.ok("security.change_passphrase", change);
    program.ok("journal.verify", Value::Null);
    program.ok("journal.rebuild", Value::Null);
    program.ok("security.lock", Value::Null);
    let wrong = json!({ "name": name, "passphrase": canaries.plain() });
    program.refused("security.unlock", wrong);
    program.ok("security.unlock", json!({ "name": name, "passphrase": next }));
}

fn work_on(program: &mut Program, canaries: &mut Canaries, ids: (&str, &str, &str)) {
    let (case_id, patient, relative) = ids;
    let mut call = json!({
        "case": case_id, "channel": "call", "direction": "out", "at": "2026-03-04T10:00",
        "minutes": 4, "with": null, "withName": canaries.marked(), "reached": "reached",
        "summary": canaries.marked(), "meets": [], "keeps": [],
        "promise": { "what": canaries.marked(), "due": "2026-03-30", "to": null },
    });
    let contact = id(&program.ok("contacts.add", call.clone()));
    call["id"] = json!(contact);
    call["summary"] = json!(canaries.marked());
    call["reason"] = json!(canaries.marked());
    program.ok("contacts.amend", call);
    let promise =
        json!({ "case": case_id, "what": canaries.marked(), "due": "2099-01-01", "to": null });
    program.ok("clocks.promise", promise);
    let form = case(canaries, patient, relative);
    program.ok("cases.change", json!({ "id": case_id, "form": form, "reason": canaries.marked() }));
    let view =
        program.ok("cases.add_issue", json!({ "case": case_id, "about": canaries.marked() }));
    let decided = json!({
        "id": view["issues"][0]["id"], "about": canaries.marked(), "state": "decided",
        "outcome": "upheld", "finding": canaries.marked(),
    });
    program.ok("cases.change_issue", decided);
    let party = view["parties"][1]["id"].clone();
    program.ok("cases.remove_party", json!({ "id": party, "reason": canaries.marked() }));
    let back = json!({
        "case": case_id, "person": relative, "role": "relative", "relation": "child",
        "mayBeTold": true,
    });
    program.ok("cases.add_party", back);
    program.ok("cases.set_stage", json!({ "id": case_id, "stage": "investigating" }));
    meet_and_keep(program, canaries, case_id);
    let close = json!({
        "id": case_id, "outcome": "withdrawn", "note": canaries.marked(), "on": "2026-03-09",
    });
    program.ok("cases.close", close);
    program.ok("cases.reopen", json!({ "id": case_id, "reason": canaries.marked() }));
    let draft = json!({
        "key": canaries.plain(), "title": canaries.marked(),
        "body": { "summary": canaries.marked(), "more": [canaries.plain()] },
    });
    program.ok("drafts.save", draft);
}

fn meet_and_keep(program: &mut Program, canaries: &mut Canaries, case_id: &str) {
    let letter = json!({
        "case": case_id, "channel": "letter", "direction": "out", "at": "2026-03-05T10:00",
        "minutes": null, "with": null, "withName": canaries.marked(), "reached": "reached",
        "summary": canaries.marked(), "meets": [], "keeps": [], "promise": null,
    });
    let letter = id(&program.ok("contacts.add", letter));
    let due = program.ok("clocks.for_case", json!({ "case": case_id }));
    let clock = due["clocks"][0]["id"].clone();
    program.ok("clocks.meet", json!({ "id": clock, "contact": letter }));
    let promise = due["promises"][0]["id"].clone();
    program.ok("clocks.keep_promise", json!({ "id": promise, "contact": letter }));
}

fn look_around(program: &mut Program, canaries: &mut Canaries, case: &str) {
    let text = canaries.words.iter().find(|w| !w.is_ascii()).cloned().unwrap();
    let people = json!({ "text": text, "kind": null, "after": null, "limit": null });
    program.ok("people.list", people);
    let unknown = json!({ "text": canaries.plain(), "kind": null, "after": null, "limit": null });
    program.ok("people.list", unknown);
    let filter = json!({ "text": canaries.plain() });
    let list = json!({ "filter": filter, "order": "received", "after": null, "limit": null });
    program.ok("cases.list", list);
    program.ok("cases.view", json!({ "id": case }));
    program.ok("journal.history", json!({ "record": case }));
    // What is refused must not be repeated anywhere either.
    let long = format!("{}{}", canaries.plain(), "x".repeat(600));
    program.refused("cases.add_issue", json!({ "case": case, "about": long }));
    let word = canaries.plain();
    program.refused("cases.add_issue", json!({ "case": word, "about": word }));
    program.refused(&canaries.plain(), Value::Null);
}

fn bring_and_take(program: &mut Program, ground: &Ground, canaries: &mut Canaries, case: &str) {
    let file = ground.at("chosen").join("patients.json");
    let patient = json!({
        "resourceType": "Patient", "id": canaries.plain(), "birthDate": "1950-02-03",
        "name": [{ "family": canaries.marked(), "given": [canaries.marked()] }],
        "telecom": [{ "system": "phone", "value": canaries.plain() }],
    });
    put(&file, patient.to_string().as_bytes());
    let preview = program.ok("people.import_preview", json!({ "kind": "paths", "paths": [file] }));
    assert_eq!(preview["creates"], 1, "{preview}");
    let apply = json!({ "token": preview["token"], "exclude": [] });
    assert_eq!(program.ok("people.import_apply", apply)["created"], 1);
    let mut copy = json!({ "case": case, "paper": "letter", "copy": "full" });
    program.ok("exports.preview", copy.clone());
    copy["reason"] = json!(canaries.marked());
    copy["recipient"] = json!(canaries.marked());
    program.ok("exports.print", copy.clone());
    copy["path"] = json!(ground.at("chosen").join("summary.html"));
    program.ok("exports.save", copy);
}

#[test]
fn nothing_that_is_told_stands_readable_in_any_file() {
    let ground = Ground::new();
    let mut canaries = Canaries::default();
    let mut program = ground.start(&["script"]);
    tell_everything(&mut program, &ground, &mut canaries);
    let actions = command_table();
    let missed = actions.all().filter(|c| c.sort == Sort::Action).map(|c| c.name);
    let missed: Vec<&str> = missed.filter(|name| !program.called.contains(*name)).collect();
    assert!(missed.is_empty(), "the journey leaves out {missed:?}");
    let phrases = canaries.phrases();
    let read = ground.check_is_clean(&phrases, Some(&program), "while the office is open");
    assert!(read >= 6, "only {read} files were read");
    // The copy that was saved on purpose is readable: the words are there to be found.
    let copies = [ground.at("chosen")];
    let (saved, _) = phrases.in_folders(&copies).unwrap();
    let in_summary: BTreeSet<&str> = saved
        .iter()
        .filter(|f| f.place.ends_with("summary.html"))
        .map(|f| f.phrase.as_str())
        .collect();
    assert!(in_summary.len() > 10, "{in_summary:?}");
    program.ends();
    ground.check_is_clean(&phrases, None, "once it is locked");
    let leak = ground.at("office").join("gen-000001/cache");
    let word: Vec<u8> = canaries.words[7].encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(&leak, &[&[0; 999], word.as_slice(), &[7; 999]].concat());
    let (found, _) = phrases.in_folders(&ground.watched()).unwrap();
    assert!(found.iter().any(|f| f.place == leak), "the planted leak was not found");
}

#[test]
fn what_a_killed_program_leaves_behind_is_not_readable() {
    let ground = Ground::new();
    let mut program = ground.start(&["script"]);
    let found = json!({
        "officeName": "Test Office", "yourName": NAME, "passphrase": PASSPHRASE,
        "profile": "us-hospital", "timeZone": "America/New_York",
    });
    program.ok("security.create", found);
    program.ends();
    let phrases = Phrases::of(["markZyqvorQuil"]);
    for run in 1..=12_u64 {
        let mut program = ground.start(&["mix", "ZyqvorQuil"]);
        let mut line = String::new();
        program.from.read_line(&mut line).unwrap();
        assert!(line.contains("markZyqvorQuil"), "the writer ended by itself");
        std::thread::sleep(Duration::from_micros(run * 4_001));
        ground.check_is_clean(&phrases, Some(&program), "at work");
        program.dies();
        ground.check_is_clean(&phrases, None, "after it was killed");
    }
}

#[test]
fn a_planted_leak_is_found_however_it_is_spelled() {
    let folder = TempDir::new().unwrap();
    let phrase = "Žofie Ångqvist, 4 West";
    let phrases = Phrases::of([phrase]);
    let at = |name: &str| folder.path().join(name);
    let here = [folder.path().to_owned()];
    put(&at("plain"), b"Zofie Angqvist, 4 West, and much else");
    assert_eq!(phrases.in_folders(&here).unwrap(), (Vec::new(), 1));
    let utf16 = |of: fn(u16) -> [u8; 2]| phrase.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let written: [(&str, Vec<u8>); 13] = [
        ("as it is", phrase.into()),
        ("in lower case", "žofie ångqvist, 4 west".into()),
        ("in upper case", "ŽOFIE ÅNGQVIST, 4 WEST".into()),
        ("in UTF-16, little end first", utf16(u16::to_le_bytes)),
        ("in UTF-16, big end first", utf16(u16::to_be_bytes)),
        ("in hex", b"c5bd6f66696520c3856e6771766973742c20342057657374".into()),
        ("in hex", b"C5BD6F66696520C3856E6771766973742C20342057657374".into()),
        ("escaped as in an address", b"%C5%BDofie%20%C3%85ngqvist%2C%204%20West".into()),
        ("escaped as in a form", b"%C5%BDofie+%C3%85ngqvist%2C+4+West".into()),
        ("escaped as in JSON", br"\u017dofie \u00c5ngqvist, 4 West".into()),
        // "Žofie Ångqvist, 4 West" alone, after one byte and after two.
        ("in base64", b"xb1vZmllIMOFbmdxdmlzdCwgNCBXZXN0".into()),
        ("in base64", b"IMW9b2ZpZSDDhW5ncXZpc3QsIDQgV2VzdCE=".into()),
        ("in base64", b"ICDFvW9maWUgw4VuZ3F2aXN0LCA0IFdlc3QhIQ==".into()),
    ];
    for (spelling, bytes) in written {
        let file = at("leak");
        put(&file, &[b"noise".as_slice(), &bytes, b"noise"].concat());
        let (found, _) = phrases.in_folders(&here).unwrap();
        assert!(
            found.iter().any(|f| f.spelling == spelling && f.place == file),
            "{spelling}: {found:?}"
        );
    }
    put(&at("leak"), b"nothing");
    vault::files::create_private_folder(&at("below").join(phrase)).unwrap();
    assert_eq!(phrases.in_folders(&here).unwrap().0.len(), 1, "the name of a folder");
}

#[cfg(target_os = "linux")]
#[test]
fn a_leak_into_a_file_that_has_no_name_any_more_is_found() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("temporary");
    put(&path, b"... Jubtharmex leaked ...");
    let file = fs::File::open(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let phrases = Phrases::of(["Jubtharmex"]);
    let (found, read) = phrases.in_unlinked_files_of(std::process::id()).unwrap();
    assert!(read >= 1);
    assert!(found.iter().any(|f| f.place.starts_with(folder.path())), "{found:?}");
    drop(file);
    assert!(!Path::new(&path).exists());
}
