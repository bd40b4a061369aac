//! `bedside-cli` as people run it: the built program, its exit codes, and what it prints where.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use office::app::{SAMPLE_NAME, SAMPLE_PASSPHRASE, command_table};
use office_tests::files::{bytes_below, copy_folder, flipped, put};
use office_tests::office::{PASSPHRASE, person};
use serde_json::{Value, json};
use tempfile::TempDir;

const NAME: &str = "Ana Test";

/// The program, built from the code as it is.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let folder = test.ancestors().nth(2).unwrap();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "cli"]);
        build
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("CARGO_TARGET_DIR", folder.parent().unwrap());
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success(), "the program could not be built");
        folder.join(format!("bedside-cli{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A folder with an office in it, and a passphrase beside it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        put(&folder.path().join("passphrase"), format!("{PASSPHRASE}\n").as_bytes());
        put(&folder.path().join("sample-passphrase"), SAMPLE_PASSPHRASE.as_bytes());
        Self { folder }
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// A desk with a hospital's office.
    fn with_office() -> Self {
        let desk = Self::new();
        let (office, key) = (desk.at("office"), desk.at("passphrase"));
        let made = run(&[
            "new",
            &office,
            "--office",
            "Test Office",
            "--name",
            NAME,
            "--time-zone",
            "America/New_York",
            "--passphrase-file",
            &key,
        ]);
        assert_eq!(code(&made), 0, "{}", stderr(&made));
        desk
    }

    /// Runs one command of the office, with its input on standard input.
    fn call(&self, name: &str, input: &Value) -> Output {
        let (office, key) = (self.at("office"), self.at("passphrase"));
        let input = input.to_string();
        run_with(&["call", &office, name, "-", "--name", NAME, "--passphrase-file", &key], &input)
    }

    fn verify(&self, office: &str) -> Output {
        let (office, key) = (self.at(office), self.at("passphrase"));
        run(&["verify", &office, "--name", NAME, "--passphrase-file", &key])
    }
}

fn run(args: &[&str]) -> Output {
    run_with(args, "")
}

fn run_with(args: &[&str], input: &str) -> Output {
    let mut command = Command::new(program());
    command.args(args).env("BEDSIDE_PASSPHRASE", PASSPHRASE).env("PASSPHRASE", PASSPHRASE);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // One that does not read its input has closed it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("not JSON: {text}"))
}

#[test]
fn an_office_is_made_worked_in_and_checked_from_a_terminal() {
    let desk = Desk::with_office();
    let added = desk.call("people.add", &person("patient", "Žofie", "Ångqvist"));
    assert_eq!(code(&added), 0, "{}", stderr(&added));
    assert_eq!(json_of(&stdout(&added))["name"], "Žofie Ångqvist");
    let (office, key) = (desk.at("office"), desk.at("passphrase"));
    let counts = run(&["call", &office, "cases.counts", "--name", NAME, "--passphrase-file", &key]);
    assert_eq!(json_of(&stdout(&counts))["open"], 0);
    let people = json!({ "text": "angqvist", "kind": null, "after": null, "limit": null });
    let found = desk.call("people.list", &people);
    assert_eq!(json_of(&stdout(&found))["total"], 1);
    let whole = desk.verify("office");
    assert_eq!(code(&whole), 0, "{}", stderr(&whole));
    assert_eq!(stdout(&whole).lines().count(), 5, "{}", stdout(&whole));
    assert_eq!(stderr(&whole), "");
    // Nothing has to be unlocked to ask how things stand.
    let status = run(&["call", &office, "security.status"]);
    assert_eq!(json_of(&stdout(&status))["state"], "locked");
}

#[test]
fn leaflets_are_found_put_in_a_file_and_given_from_a_terminal() {
    let desk = Desk::with_office();
    let found = desk.call("education.search", &json!({ "text": "visitors" }));
    assert_eq!(json_of(&stdout(&found))[0]["key"], "visitors");
    let path = desk.at("leaflet.html");
    let leaflet = json!({ "key": "visitors", "language": "en" });
    let handing = json!({ "leaflets": [leaflet], "sheet": null, "paper": "letter", "size": "18" });
    let saved = desk.call("education.save", &json!({ "handing": handing, "path": path }));
    assert_eq!(code(&saved), 0, "{}", stderr(&saved));
    assert!(std::fs::read_to_string(path).unwrap().contains("Visitors and your support person"));
    let patient = desk.call("people.add", &person("patient", "Ruth", "Abara"));
    let give = json!({
        "person": json_of(&stdout(&patient))["id"], "case": null, "way": "printed", "at": null,
        "note": null, "leaflets": [{ "key": "visitors", "language": "en", "teachBack": null }],
    });
    let given = desk.call("education.give", &give);
    assert_eq!(json_of(&stdout(&given))[0]["personName"], "Ruth Abara");
}

#[test]
fn a_refusal_is_said_as_json_on_standard_error() {
    let desk = Desk::with_office();
    let kind = |output: &Output| -> (i32, Value, String) {
        (code(output), json_of(&stderr(output))["kind"].clone(), stdout(output))
    };
    let unfit = desk.call("people.add", &person("patient", "", ""));
    assert_eq!(kind(&unfit), (1, json!("invalid"), String::new()));
    let unknown = desk.call("people.explode", &Value::Null);
    assert_eq!(kind(&unknown), (1, json!("not_found"), String::new()));
    let (office, key) = (desk.at("office"), desk.at("sample-passphrase"));
    let wrong = run(&["call", &office, "cases.counts", "--name", NAME, "--passphrase-file", &key]);
    assert_eq!(kind(&wrong), (1, json!("invalid"), String::new()));
    let no_json = run_with(&["call", &office, "people.add", "-"], "{ \"Ruth Abara\"");
    assert_eq!(kind(&no_json), (1, json!("invalid"), String::new()));
    assert!(!stderr(&no_json).contains("Ruth"));
}

#[test]
fn the_passphrase_is_taken_neither_from_the_line_nor_from_the_environment() {
    let desk = Desk::with_office();
    let office = desk.at("office");
    let given = run(&["verify", &office, "--name", NAME, "--passphrase", PASSPHRASE]);
    assert_eq!((code(&given), stderr(&given).contains(PASSPHRASE)), (1, false));
    let asked = run(&["verify", &office, "--name", NAME]);
    assert_eq!(code(&asked), 1);
    assert!(stderr(&asked).contains("--passphrase-file"), "{}", stderr(&asked));
    let missing = desk.at("nowhere");
    let lost = run(&["verify", &office, "--name", NAME, "--passphrase-file", &missing]);
    assert_eq!(code(&lost), 1);
    let weak = desk.at("weak");
    put(Path::new(&weak), b"short");
    let other = desk.at("other");
    let made = run(&["new", &other, "--office", "O", "--name", NAME, "--passphrase-file", &weak]);
    assert_eq!(code(&made), 1);
    assert!(stderr(&made).contains("15"), "{}", stderr(&made));
    assert!(!Path::new(&other).join("CURRENT").exists());
}

#[test]
fn what_is_not_ours_or_not_whole_is_named_and_nothing_is_changed() {
    let desk = Desk::with_office();
    let store = |office: &str| PathBuf::from(desk.at(office)).join("gen-000001/store.db");
    let spoiled = |name: &str, file: &str, spoil: &dyn Fn(&[u8]) -> Vec<u8>| {
        copy_folder(Path::new(&desk.at("office")), Path::new(&desk.at(name)));
        let path = PathBuf::from(desk.at(name)).join(file);
        let bytes = std::fs::read(&path).unwrap();
        put(&path, &spoil(&bytes));
    };
    spoiled("cut", "gen-000001/store.db", &|bytes| bytes[..bytes.len() / 2].to_vec());
    spoiled("empty", "gen-000001/store.db", &|_| Vec::new());
    spoiled("plain", "gen-000001/store.db", &|_| b"SQLite format 3\0 and so on".to_vec());
    spoiled("header", "gen-000001/header.json", &|bytes| flipped(bytes, 10));
    spoiled("pointer", "CURRENT", &|_| b"elsewhere".to_vec());
    for office in ["empty", "plain", "header", "pointer"] {
        let before = bytes_below(Path::new(&desk.at(office)));
        let fault = desk.verify(office);
        assert_eq!(code(&fault), 2, "{office}: {}{}", stdout(&fault), stderr(&fault));
        assert!(!stderr(&fault).trim().is_empty(), "{office}");
        assert!(bytes_below(Path::new(&desk.at(office))) == before, "{office} was changed");
    }
    let cut = desk.verify("cut");
    assert_eq!(code(&cut), 2, "{}{}", stdout(&cut), stderr(&cut));
    let length = std::fs::metadata(store("office")).unwrap().len();
    for tenth in 1..10 {
        let name = format!("flipped-{tenth}");
        let place = usize::try_from(length * tenth / 10 + 77).unwrap();
        spoiled(&name, "gen-000001/store.db", &|bytes| flipped(bytes, place));
        let fault = desk.verify(&name);
        assert_eq!(code(&fault), 2, "{name}: {}{}", stdout(&fault), stderr(&fault));
        assert!(!stderr(&fault).contains("inside Bedside"), "{name}: {}", stderr(&fault));
    }
    let nothing = desk.verify("nothing-here");
    assert_eq!(code(&nothing), 2);
    assert!(stderr(&nothing).contains("no office"), "{}", stderr(&nothing));
    assert_eq!(code(&desk.verify("office")), 0);
}

#[test]
fn the_same_day_and_seed_print_the_same_sample() {
    let desk = Desk::new();
    let key = desk.at("sample-passphrase");
    let list = json!({ "filter": {}, "order": "received", "after": null, "limit": 100 });
    let listed = |name: &str, seed: &str| {
        let office = desk.at(name);
        let made =
            run(&["sample", &office, "--cases", "30", "--seed", seed, "--today", "2026-03-12"]);
        assert_eq!(code(&made), 0, "{}", stderr(&made));
        for printed in [office.as_str(), SAMPLE_NAME, SAMPLE_PASSPHRASE] {
            assert!(stdout(&made).contains(printed), "{}", stdout(&made));
        }
        let opened = ["call", &office, "cases.list", "-", "--name", SAMPLE_NAME];
        let line = [opened.as_slice(), &["--passphrase-file", &key]].concat();
        let rows = run_with(&line, &list.to_string());
        assert_eq!(code(&rows), 0, "{}", stderr(&rows));
        stdout(&rows)
    };
    let (one, two, other) = (listed("one", "7"), listed("two", "7"), listed("three", "8"));
    assert_eq!(json_of(&one)["total"], 30);
    assert!(one == two, "the same seed and day made another office");
    assert!(one != other, "another seed made the same office");
    let office = desk.at("one");
    let again = run(&["sample", &office]);
    assert_eq!(code(&again), 1, "an office that is there is left alone");
    let verify = ["verify", &office, "--name", SAMPLE_NAME, "--passphrase-file", &key];
    assert_eq!(code(&run(&verify)), 0);
}

#[test]
fn the_commands_it_lists_are_the_table() {
    let listed = json_of(&stdout(&run(&["commands"])));
    let rows = listed.as_array().unwrap();
    let table = command_table();
    let names: Vec<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, table.all().map(|c| c.name).collect::<Vec<_>>());
    let find = |name: &str| rows.iter().find(|row| row["name"] == name).unwrap().clone();
    assert_eq!(
        find("contacts.add"),
        json!({ "name": "contacts.add", "access": "contacts", "kind": "action",
                "input": "AddContact", "output": "ContactView" })
    );
    assert_eq!(find("cases.view")["kind"], "viewing");
    assert_eq!(find("security.unlock")["access"], "open");
}

#[test]
fn help_tells_of_every_command_and_wrong_arguments_are_named() {
    let all = stdout(&run(&["--help"]));
    for command in ["new", "sample", "call", "commands", "verify"] {
        assert!(all.contains(&format!("bedside-cli {command}")), "{command}");
        let one = run(&[command, "--help"]);
        assert_eq!(code(&one), 0);
        assert!(stdout(&one).starts_with(&format!("bedside-cli {command}")), "{command}");
    }
    let wrong = run(&["verify"]);
    assert_eq!((code(&wrong), stdout(&wrong)), (1, String::new()));
    assert!(stderr(&wrong).contains("--help"));
}
