//! Files: what is taken, and what is refused with a reason.

use std::cell::Cell;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::super::read_files;
use super::{Fate, Preview, fixture, problem, repository};

#[test]
fn a_file_that_is_not_fhir_is_named_for_what_it_is() {
    for (name, what) in [
        ("people.csv", "a spreadsheet"),
        ("people-named-json.json", "a spreadsheet"),
        ("people.xlsx", "a spreadsheet"),
        ("report.pdf", "a PDF"),
        ("export.zip", "a zip archive; if it holds FHIR files, unpack it first"),
        ("letter.txt", "plain text"),
        ("page.json", "a web page"),
        ("message.hl7", "an HL7 version 2 message"),
        ("clinical-document.xml", "a clinical document (C-CDA)"),
        ("not-fhir.json", "a JSON file of another kind"),
        ("not-fhir-list.json", "a JSON file of another kind"),
    ] {
        let expected =
            format!("This file is not FHIR. It looks like {what}. Nothing was imported.");
        assert_eq!(problem(name), expected, "{name}");
    }
}

#[test]
fn fhir_in_another_form_or_version_is_refused_with_what_to_ask_for() {
    assert_eq!(
        problem("patient.xml"),
        "This file is FHIR in XML, and Bedside reads FHIR in JSON. Ask for the same export as \
         JSON. Nothing was imported."
    );
    for (name, version) in [
        ("version-r5.json", "R5"),
        ("version-statement.json", "R5"),
        ("version-stu3.json", "STU3"),
        ("version-dstu2.json", "DSTU2"),
    ] {
        let expected = format!(
            "This file is FHIR {version}, and Bedside reads FHIR R4. Ask for the same export as \
             R4. Nothing was imported."
        );
        assert_eq!(problem(name), expected, "{name}");
    }
}

#[test]
fn a_broken_file_says_where() {
    let line = std::fs::read_to_string(repository().join("tests/fixtures/fhir/cut-off.json"))
        .unwrap()
        .lines()
        .count();
    assert!(problem("cut-off.json").starts_with(&format!("This file is broken at line {line}:")));
    assert!(problem("latin1.json").starts_with("Line 2 of this file holds letters"));
    assert!(problem("utf16.json").contains("UTF-16"));
    assert!(problem("utf16-no-mark.json").contains("UTF-16"));
    assert!(problem("empty.json").starts_with("This file is empty."));
    assert!(problem("nothing-in-it.json").contains("there is nothing in it"));
    assert!(problem("doubled-at-top.json").contains("says the same thing twice"));
}

#[test]
fn a_byte_order_mark_a_bare_list_and_nested_bundles_are_read() {
    for name in ["with-mark.json", "list.json", "nested.json", "deep-but-not-ours.json"] {
        let preview = Preview::of_fixture(name);
        assert_eq!(preview.line("Patient/amy").fate, Fate::Create, "{name}");
    }
}

#[test]
fn a_bulk_export_is_read_line_by_line() {
    let preview = Preview::of_fixture("bulk.ndjson");
    assert_eq!(preview.line("Patient/amy").fate, Fate::Create);
    assert_eq!(preview.line("Encounter/visit").fate, Fate::Attach);
    let broken = preview.lines().iter().find(|line| line.resource == "Line").unwrap();
    assert_eq!(broken.why, "Line 2 is not whole. The other lines were read.");
}

#[test]
fn one_page_of_many_is_said_to_be_one() {
    let preview = Preview::of_fixture("one-page.json");
    assert!(preview.lines().iter().any(|line| line.title == "More pages"));
}

#[test]
fn one_bad_entry_never_loses_the_rest() {
    let preview = Preview::of_fixture("one-bad-among-good.json");
    for good in ["Patient/amy", "Patient/odd", "Patient/lenient"] {
        let is_nameless = good == "Patient/odd";
        let expected = if is_nameless { Fate::Skip } else { Fate::Create };
        assert_eq!(preview.line(good).fate, expected, "{good}");
    }
    assert_eq!(preview.line("Encounter/visit").fate, Fate::Attach);
    let whys: Vec<&str> = preview
        .lines()
        .iter()
        .filter(|line| line.fate == Fate::Skip)
        .map(|line| line.why.as_str())
        .collect();
    for why in [
        "This entry says the same thing twice, so it cannot be trusted.",
        "This entry is nested deeper than 64 levels, which no record needs.",
        "This entry does not say what it is, or is not whole.",
        "There is no name in this entry.",
    ] {
        assert!(whys.contains(&why), "{why} not in {whys:?}");
    }
    let lenient = preview.draft("Patient/lenient");
    assert_eq!(lenient.name.plain(), "Mary Shaw");
    assert_eq!(lenient.birth_date, super::day("1937-10-21"));
    assert_eq!(lenient.phones.first().map(|phone| phone.value.as_str()), Some("5555555555"));
    let address = lenient.address.unwrap();
    assert_eq!(
        (address.lines.as_str(), address.postal_code.as_deref()),
        ("49 Meadow St", Some("74047"))
    );
}

#[test]
fn one_entry_of_another_version_is_left_and_the_rest_is_read() {
    let preview = Preview::of_fixture("version-one-odd-entry.json");
    assert_eq!(preview.fates("Encounter").iter().filter(|fate| **fate == Fate::Attach).count(), 5);
    assert_eq!(
        preview.line("Encounter/odd").why,
        "This entry is FHIR R5, and Bedside reads FHIR R4."
    );
}

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bedside-fhir-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn add(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn read(path: &Path) -> Vec<(String, Option<String>)> {
    let files = read_files(&[path.to_owned()], &|| false, &mut |_, _| {}).unwrap();
    files.into_iter().map(|file| (file.name, file.problem)).collect()
}

const PATIENT: &[u8] = br#"{"resourceType":"Patient","id":"1","name":[{"family":"Shaw"}]}"#;

#[test]
fn a_file_of_500_megabytes_is_refused_before_it_is_read() {
    let folder = Folder::new("large");
    let path = folder.add("large.json", b"{");
    std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(500 << 20).unwrap();
    let started = std::time::Instant::now();
    let read = read(&path);
    assert_eq!(
        read[0].1.as_deref(),
        Some(
            "This file is 500 MB. Bedside reads FHIR files of up to 100 MB. Ask for the export in \
             smaller parts. Nothing was imported."
        )
    );
    assert!(started.elapsed().as_millis() < 200, "it was read all the same");
}

#[test]
fn a_folder_stands_for_the_fhir_files_in_it() {
    let folder = Folder::new("folder");
    folder.add("b.json", PATIENT);
    folder.add("a.JSON", PATIENT);
    folder.add("inner/deeper/c.ndjson", PATIENT);
    folder.add("notes.txt", b"not for us");
    folder.add(".hidden.pdf", b"%PDF");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder.0, folder.0.join("circle")).unwrap();
    let names: Vec<String> = read(&folder.0).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a.JSON", "b.json", "inner/deeper/c.ndjson"]);

    let empty = Folder::new("empty");
    empty.add("notes.txt", b"not for us");
    assert!(
        read(&empty.0)[0].1.as_deref().unwrap().starts_with("This folder holds no FHIR files.")
    );
}

#[test]
fn a_path_that_leads_nowhere_is_said_kindly() {
    let folder = Folder::new("nowhere");
    let gone = read(&folder.0.join("gone.json"));
    assert_eq!(gone[0].1.as_deref(), Some("This file is not there any more. Choose it again."));
    #[cfg(unix)]
    {
        let device = read(Path::new("/dev/null"));
        assert!(
            device[0].1.as_deref().unwrap().starts_with("This is not a file that can be opened.")
        );
    }
}

#[test]
fn a_file_name_cannot_turn_its_own_direction() {
    let folder = Folder::new("bidi");
    let path = folder.add("amy\u{202E}nosj.json", PATIENT);
    assert_eq!(read(&path)[0].0, "amynosj.json");
}

#[test]
fn reading_stops_when_asked_and_tells_how_far_it_is() {
    let folder = Folder::new("stop");
    for n in 0..5 {
        folder.add(&format!("{n}.json"), PATIENT);
    }
    let (asked, heard) = (Cell::new(0), Cell::new((0, 0)));
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 2
    };
    let read = read_files(std::slice::from_ref(&folder.0), &stop, &mut |done, total| {
        heard.set((done, total))
    });
    assert!(read.is_none());
    assert_eq!(heard.get(), (2, 5));
}

#[test]
fn a_file_that_is_refused_leaves_nothing_behind() {
    let file = fixture("version-r5.json");
    assert!(file.entries.is_empty() && file.others.is_empty() && file.bad.is_empty());
    assert!(Preview::of(&[file]).lines().is_empty());
}
