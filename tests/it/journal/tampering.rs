//! What the check finds after somebody with the key changed the file.

use office_tests::files::{bytes_below, put, restore};
use office_tests::office::TestOffice;
use serde_json::{Value, json};

use super::scene::full_office;

/// What the check first finds after somebody with the key ran this SQL on a locked office.
async fn found_after(office: TestOffice, sql: &str) -> (TestOffice, String) {
    let (office, mut tables) = office.with_tables().await;
    tables.drop_guards().await;
    assert!(tables.run(sql).await.unwrap() > 0, "{sql}");
    drop(tables);
    office.unlock().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let fault = report["firstFault"].as_str().unwrap_or_else(|| panic!("not found: {sql}"));
    assert_eq!(report["ok"], false);
    (office, fault.to_owned())
}

#[tokio::test]
async fn tables_that_were_tampered_with_are_named_and_can_be_made_anew() {
    let mut office = full_office().await;
    for (sql, fault) in [
        ("update people set notes = 'she is lying'", "Records: One table differ"),
        ("delete from contact_versions", "the first: contact_versions"),
        ("update clocks set due = '2027-01-01', met_on = '2026-03-09'", "differ"),
        ("update disclosures set recipient = 'nobody'", "the first: disclosures"),
        ("insert into people_search (rowid, words) values (999, 'ghost')", "people_search"),
        ("delete from person_identifier", "the first: person_identifier"),
        (
            "insert into person_identifier (person, value) select id, 'ghost' from people limit 1",
            "the first: person_identifier",
        ),
        ("update journal_record set heads = '[]'", "the first: journal_record"),
        (
            "insert into staff (n, id, scope, made_at, made_by, name, roles, slot)
             values (99, 'x', 'x', 'x', 'x', 'Eve', '[\"admin\"]', 'u-09')",
            "the first: staff",
        ),
    ] {
        let (spoiled, found) = found_after(office, sql).await;
        assert!(found.contains(fault), "{sql}: {found}");
        let mended = spoiled.ok("journal.rebuild", Value::Null).await;
        assert_eq!(mended["ok"], true, "{mended}");
        let report = spoiled.ok("journal.verify", Value::Null).await;
        assert_eq!(report["firstFault"], Value::Null, "{sql}");
        office = spoiled;
    }
}

#[tokio::test]
async fn a_journal_that_was_tampered_with_is_found_and_no_table_is_made_from_it() {
    let mut office = full_office().await;
    office.lock().await;
    let whole = bytes_below(&office.folder());
    for (sql, fault) in [
        (
            "update journal_change set fields = replace(fields, 'She called.', 'He called.')",
            "what it changed was altered",
        ),
        ("update journal_change set record = 'x' where n = 9", "what it changed was altered"),
        ("update journal_change set base = '[\"x\"]' where n = 9", "what it changed was altered"),
        ("update journal_slice set reason = 'because'", "what it changed was altered"),
        ("update journal_slice set facts = 'no JSON'", "what it changed was altered"),
        (
            "update journal_slice set facts = '{}' where facts is null",
            "what it changed was altered",
        ),
        (
            "update journal_entry set at = '2026-01-01T00:00:00.000Z' where n = 5",
            "header was altered",
        ),
        ("update journal_entry set actor = device where n = 5", "header was altered"),
        ("update journal_entry set action = 'people.view' where n = 5", "header was altered"),
        ("update journal_entry set hash = prev_hash where n = 5", "header was altered"),
        ("update journal_entry set prev_hash = '' where n = 5", "not linked"),
        ("delete from journal_entry where n = 5", "an entry before it is missing"),
        (
            "delete from journal_slice where entry = (select id from journal_entry where n = 5)",
            "a part of it is missing",
        ),
        ("delete from journal_change where n = 9", "what it changed was altered"),
        (
            "insert into journal_change (entry, ord, kind, record, scope, base, fields)
             select entry, 99, kind, record, 'elsewhere', base, fields from journal_change limit 1",
            "a change was slipped in",
        ),
        (
            "insert into journal_change (entry, ord, kind, record, scope, base, fields)
             select 'nobody', ord, kind, record, scope, base, fields from journal_change limit 1",
            "belong to no entry",
        ),
    ] {
        let (spoiled, found) = found_after(office, sql).await;
        assert!(found.starts_with("Journal: ") && found.contains(fault), "{sql}: {found}");
        let report = spoiled.ok("journal.rebuild", Value::Null).await;
        assert_eq!(report["ok"], false, "{sql}");
        spoiled.lock().await;
        office = spoiled.restarted();
        restore(&office.folder(), &whole);
    }
}

#[tokio::test]
async fn a_journal_cut_short_is_found_by_what_was_signed_beside_it() {
    let cut = "delete from journal_change where entry in
                 (select id from journal_entry order by n desc limit 4);
               delete from journal_slice where entry in
                 (select id from journal_entry order by n desc limit 4);
               delete from journal_entry where n > (select max(n) - 4 from journal_entry)";
    let (office, found) = found_after(full_office().await, cut).await;
    assert!(found.starts_with("Signatures: The office file is older than"), "{found}");
    // Also when the file beside it went with the entries: the store has its own copy.
    std::fs::remove_file(office.folder().join("anchors.log")).unwrap();
    let report = office.ok("journal.verify", Value::Null).await;
    assert!(report["firstFault"].as_str().unwrap().starts_with("Signatures"), "{report}");
}

#[tokio::test]
async fn a_mark_signed_by_a_stranger_is_found() {
    let office = full_office().await;
    office.lock().await;
    let other = TestOffice::hospital().await;
    other.lock().await;
    let strange = std::fs::read(other.folder().join("anchors.log")).unwrap();
    let office = office.restarted();
    put(&office.folder().join("anchors.log"), &strange);
    office.unlock().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let fault = report["firstFault"].as_str().unwrap();
    assert_eq!(fault, "Signatures: A signed mark beside the office file is not one of ours.");
}

#[tokio::test]
async fn a_whole_office_is_found_whole_step_by_step() {
    let office = full_office().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let names: Vec<&str> =
        report["steps"].as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Seals", "Structure", "Journal", "Signatures", "Records"]);
    assert_eq!((&report["ok"], &report["firstFault"]), (&json!(true), &Value::Null));
    let rebuilt = office.ok("journal.rebuild", Value::Null).await;
    let words = rebuilt["steps"][1]["words"].as_str().unwrap();
    assert_eq!(words, "Every record was made anew. Nothing had differed.");
}
