//! Resources: what each becomes, and for whom.

use super::super::{Kind, Party};
use super::{Fate, Preview, Step, day, fixture, is_of, steps};

#[test]
fn the_name_in_use_is_taken_and_the_name_they_like_is_kept() {
    let preview = Preview::of_fixture("names.json");
    for (id, shown, preferred) in [
        ("nick", "Dr. Amy V. Grace Shaw, Jr. PhD", Some("Vee")),
        ("usual", "Mary Shaw", Some("Molly")),
        ("ended", "Amy Shaw", None),
        ("text", "Sarah Jane van Putten", None),
        ("only-old", "Ann Shaw", None),
        ("nulls", "Beth Shaw", None),
        ("blank-first", "Beth Ann", None),
    ] {
        let draft = preview.draft(&format!("Patient/{id}"));
        assert_eq!(draft.name.shown(), shown);
        assert_eq!(draft.preferred_name.as_deref(), preferred, "{id}");
    }
    let nick = preview.draft("Patient/nick").name;
    assert_eq!((nick.given.as_deref(), nick.middle.as_deref()), (Some("Amy"), Some("V. Grace")));
    assert!(preview.line("Patient/text").why.contains("in one piece"));
    assert_eq!(preview.line("Patient/blank").why, "There is no name in this entry.");
}

#[test]
fn a_date_that_is_not_whole_or_cannot_be_is_left_empty_and_said() {
    let preview = Preview::of_fixture("dates.json");
    for (n, born, died, note) in [
        (0, None, None, "Born 1944, says the file; the day is not given."),
        (1, None, None, "Born May 1944, says the file; the day is not given."),
        (2, None, None, "The birth date in the file is in the future."),
        (3, None, None, "The birth date in the file could not be read."),
        (4, None, None, "The birth date in the file is too long ago to be right."),
        (5, day("1944-05-01"), None, "The file says that this person has died; it gives no date."),
        (6, day("1944-05-01"), day("2026-02-28"), ""),
        (7, day("1944-05-01"), None, "The date of death in the file is before the birth date."),
        (8, day("1944-05-01"), None, "Died 2024, says the file; the day is not given."),
        (9, day("1944-05-01"), None, ""),
        (10, None, None, "The date of death in the file is in the future."),
    ] {
        let draft = preview.draft(&format!("Patient/d{n}"));
        assert_eq!((draft.birth_date, draft.death_date), (born, died), "d{n}");
        assert_eq!(draft.notes.unwrap_or_default(), note, "d{n}");
    }
    assert!(preview.line("Patient/d0").why.contains("not complete; it is in the notes"));
}

#[test]
fn language_interpreter_pronouns_and_needs_are_read_and_gender_is_not() {
    let preview = Preview::of_fixture("languages.json");
    let draft = preview.draft("Patient/l0");
    assert_eq!(draft.spoken_language.as_deref(), Some("Portuguese (Brazil)"));
    assert_eq!(draft.pronouns.as_deref(), Some("she/her"));
    assert_eq!(draft.needs.as_deref(), Some("Hearing loss"));
    assert!(draft.interpreter);
    assert_eq!(draft.notes, None);
    assert_eq!(preview.draft("Patient/l1").spoken_language.as_deref(), Some("Shona"));
    let several = preview.draft("Patient/l2");
    assert_eq!(several.spoken_language.as_deref(), Some("Spanish"));
    assert!(!several.interpreter);
    assert!(preview.line("Patient/l2").why.contains("prefers none"));
}

#[test]
fn only_ways_to_reach_someone_that_still_work_are_taken() {
    let preview = Preview::of_fixture("reach.json");
    let draft = preview.draft("Patient/amy");
    let pairs = |list: &[super::super::Labeled]| -> Vec<(String, String)> {
        list.iter().map(|one| (one.label.clone(), one.value.clone())).collect()
    };
    let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    assert_eq!(
        pairs(&draft.phones),
        [pair("home", "555-0102"), pair("mobile", "555-0101"), pair("fax", "555-0104")]
    );
    assert_eq!(
        pairs(&draft.emails),
        [pair("home", "amy.shaw@example.com"), pair("work", "amy.work@example.com")]
    );
    let address = draft.address.unwrap();
    assert_eq!(address.lines, "183 Mountain View St\nApt 4");
    assert_eq!(address.region.as_deref(), Some("OK"));
    assert!(preview.line("Patient/amy").why.contains("2 emergency contacts"));
    let text = Preview::of_fixture("text-address.json").draft("Patient/amy").address.unwrap();
    assert_eq!(text.lines, "183 Mountain View St\nMounds, OK 74048");
}

#[test]
fn a_reference_is_followed_however_it_is_written() {
    let preview = Preview::of_fixture("references.json");
    let first = preview.lines().iter().find(|line| line.title == "Amy V. Shaw").unwrap().n;
    let other = preview.lines().iter().find(|line| line.title == "Mary Shaw").unwrap().n;
    let urn = preview.lines().iter().find(|line| line.title == "Ursula Shaw").unwrap().n;
    let owner = |reference: &str| {
        preview.steps().into_iter().find_map(|step| match step {
            Step::Stays { patient, sources, .. } if is_of(&sources, reference) => Some(patient),
            _ => None,
        })
    };
    let expected = [first, first, first, other, urn, first, first, first];
    for (n, expected) in expected.into_iter().enumerate() {
        assert_eq!(owner(&format!("Encounter/r{n}")), Some(Party::New(expected)), "r{n}");
    }
    for stranger in ["r8", "r9"] {
        let line = preview.line(&format!("Encounter/{stranger}"));
        assert!(line.why.starts_with("Its patient is neither in this import nor known here."));
    }
    for nobody in ["r10", "r11", "r12", "r13"] {
        let line = preview.line(&format!("Encounter/{nobody}"));
        assert_eq!(line.why, "It does not say which patient it belongs to.", "{nobody}");
    }
}

#[test]
fn circles_have_an_end() {
    let preview = Preview::of_fixture("circles.json");
    let of_kind =
        |kind: &str| preview.fates(kind).into_iter().filter(|fate| *fate == Fate::Create).count();
    assert_eq!((of_kind("Patient"), of_kind("Organization")), (2, 4));
    assert_eq!(preview.stays("Encounter/v").len(), 1);
    let members = preview
        .steps()
        .into_iter()
        .filter(|step| matches!(step, Step::Create { member_of: Some(_), .. }));
    assert_eq!(members.count(), 2, "one link of three breaks the circle, and none to oneself");
}

#[test]
fn a_record_that_was_replaced_passes_its_stays_on() {
    let preview = Preview::of_fixture("replaced.json");
    assert_eq!(preview.line("Patient/before").fate, Fate::Skip);
    assert_eq!(
        preview.line("Encounter/v").title,
        "Amy V. Shaw: visit or stay, from January 5, 2026"
    );
    let history = Preview::of_fixture("history.json");
    assert_eq!(
        history.fates("Patient"),
        [Fate::Create, Fate::Skip],
        "what was deleted is not read"
    );
    assert_eq!(history.lines()[0].title, "Amy V. Shaw");
}

#[test]
fn the_same_person_in_two_files_is_created_once() {
    let files =
        [fixture("reach.json"), fixture("same-person-again.json"), fixture("coverage.json")];
    let preview = Preview::of(&files);
    assert_eq!(preview.fates("Patient"), [Fate::Create, Fate::Skip, Fate::Skip]);
    let again = preview.line("Patient/another-id");
    assert_eq!(again.why, "The same as Amy V. Shaw in this import: the number is the same.");
    assert_eq!(preview.line("Coverage/c1").fate, Fate::Attach);
}

#[test]
fn a_stay_follows_the_patient_from_unit_to_unit() {
    let preview = Preview::of_fixture("transfers.json");
    let stays = preview.stays("Encounter/stay");
    let shown: Vec<_> = stays
        .iter()
        .map(|stay| (stay.unit.as_deref(), stay.place.as_deref(), stay.from, stay.to))
        .collect();
    let hospital = Some("Holy Family Hospital");
    assert_eq!(
        shown,
        [
            (Some("4 West"), hospital, day("2026-03-01"), day("2026-03-04")),
            (Some("ICU"), hospital, day("2026-03-04"), None),
        ]
    );
    let title = "Amy V. Shaw: inpatient stay, 4 West to ICU, from March 1, 2026";
    assert_eq!(preview.line("Encounter/stay").title, title);
    let ended = &preview.stays("Encounter/ended")[0];
    assert_eq!((ended.from, ended.to), (day("2026-02-10"), None));
    assert!(preview.line("Encounter/ended").why.contains("ends before it starts"));
    assert_eq!(preview.line("Encounter/mistake").fate, Fate::Skip);
    assert_eq!(preview.line("Encounter/off").why, "This visit was canceled.");
    assert!(preview.line("Encounter/interp").why.contains("only as April 2026"));
    assert!(preview.draft("Patient/amy").interpreter);
}

#[test]
fn a_coverage_names_its_payer_in_any_way() {
    let preview = Preview::of_fixture("coverage.json");
    let covered: Vec<_> = preview
        .steps()
        .into_iter()
        .filter_map(|step| match step {
            Step::Coverage { payer, coverage, .. } => Some((payer, coverage)),
            _ => None,
        })
        .collect();
    let payer = preview.line("Organization/plan");
    assert_eq!(preview.draft("Organization/plan").kind, Kind::Payer);
    assert_eq!(covered[0].0, Some(Party::New(payer.n)));
    let names: Vec<&str> = covered.iter().map(|(_, one)| one.payer_name.as_str()).collect();
    let expected =
        ["Acme Health Plan", "Medicaid", "Inside Insurance", "Self-pay", "Payer not named"];
    assert_eq!(names, expected);
    assert_eq!(covered[0].1.member_number.as_deref(), Some("S-1"));
    assert_eq!(covered[0].1.plan.as_deref(), Some("Gold"));
    assert_eq!(covered[1].1.member_number, None, "it looks like a Social Security number");
    assert!(preview.line("Coverage/c2").why.contains("Social Security number"));
    assert_eq!(preview.line("Coverage/c5").why, "This coverage was canceled.");
}

#[test]
fn relatives_are_told_from_those_who_speak_for_the_patient() {
    let preview = Preview::of_fixture("relations.json");
    for (id, kind, note) in [
        (
            "p0",
            Kind::Representative,
            "Mother, agent under a healthcare power of attorney of Amy V. Shaw.",
        ),
        ("p1", Kind::Representative, "Court appointed guardian of Amy V. Shaw."),
        ("p2", Kind::Relative, "Friend of Amy V. Shaw."),
        ("p3", Kind::Relative, "Related person of Amy V. Shaw."),
    ] {
        let draft = preview.draft(&format!("RelatedPerson/{id}"));
        assert_eq!((draft.kind, draft.notes.as_deref()), (kind, Some(note)));
    }
    assert_eq!(preview.line("RelatedPerson/p4").fate, Fate::Skip);
}

#[test]
fn staff_get_their_role_and_keep_their_home_to_themselves() {
    let preview = Preview::of_fixture("staff.json");
    let draft = preview.draft("Practitioner/bone");
    assert_eq!((draft.birth_date, draft.address.is_none()), (None, true));
    assert_eq!(draft.title.as_deref(), Some("Attending physician"));
    assert_eq!(draft.unit.as_deref(), Some("4 West"));
    let phones: Vec<&str> = draft.phones.iter().map(|phone| phone.value.as_str()).collect();
    assert_eq!(phones, ["555-0198", "555-0197"]);
    let (department, hospital) =
        (preview.line("Organization/ed").n, preview.line("Organization/hf").n);
    let members: Vec<_> = preview
        .steps()
        .into_iter()
        .filter_map(|step| match step {
            Step::Create { n, member_of: Some(party), .. } => Some((n, party)),
            _ => None,
        })
        .collect();
    let bone = preview.line("Practitioner/bone").n;
    assert_eq!(members, [(bone, Party::New(department)), (department, Party::New(hospital))]);
    let roles = [Fate::Attach, Fate::Skip, Fate::Skip];
    assert_eq!(preview.fates("PractitionerRole"), roles);
}

#[test]
fn what_is_unticked_takes_what_hangs_on_it_along() {
    let preview = Preview::of_fixture("staff.json");
    let bone = preview.line("Practitioner/bone").n;
    let role = preview.line("PractitionerRole/r1").n;
    let (without_role, tally) = steps(&preview.plan, &preview.decision, &[role]);
    let Step::Create { draft, .. } = &without_role[0] else { panic!("the first step creates") };
    assert_eq!((draft.title.as_deref(), tally.attached), (None, 0));
    let (_, tally) = steps(&preview.plan, &preview.decision, &[bone]);
    assert_eq!((tally.created, tally.attached, tally.skipped), (2, 0, 4));

    let preview = Preview::of_fixture("coverage.json");
    let amy = preview.line("Patient/amy").n;
    let (left, tally) = steps(&preview.plan, &preview.decision, &[amy]);
    assert_eq!((left.len(), tally.created, tally.attached), (1, 1, 0));
    let plan = preview.line("Organization/plan").n;
    let (left, _) = steps(&preview.plan, &preview.decision, &[plan]);
    let without_payer = left.iter().any(
        |step| matches!(step, Step::Coverage { payer: None, coverage, .. } if coverage.payer_name == "Acme Health Plan"),
    );
    assert!(without_payer);
}
