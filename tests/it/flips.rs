//! One flipped bit anywhere: refused with a reason, or found by the check, and never any harm.

use std::path::Path;

use office::kernel::Kind;
use office_tests::files::{bytes_below, flipped, put, restore};
use office_tests::office::{NAME, PASSPHRASE, TestOffice, contact, id};
use serde_json::{Value, json};

const PAGE: usize = 4096;

/// A small office with something in every feature, locked.
async fn office() -> TestOffice {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = office.a_grievance(&patient).await;
    let call = contact(&id(&case), "call", "2026-03-09T15:00", "She is glad to be asked.");
    office.ok("contacts.add", call).await;
    office.lock().await;
    office.restarted()
}

/// How an office fares after something was done to it: what refused it, or what the check found.
async fn found_out(office: &TestOffice) -> Option<String> {
    let unlock = json!({ "name": NAME, "passphrase": PASSPHRASE });
    if let Err(error) = office.call("security.unlock", unlock).await {
        assert_ne!(error.kind, Kind::Bug, "{error} {:?}", error.source);
        return Some(error.message);
    }
    match office.call("journal.verify", Value::Null).await {
        Ok(reply) => {
            let steps = reply.output["steps"].as_array().cloned().unwrap_or_default();
            let unread = steps.iter().find(|s| s["words"].to_string().contains("can't be read"));
            let fault = reply.output["firstFault"].as_str().map(str::to_owned);
            fault.or_else(|| unread.map(|step| step["words"].to_string()))
        }
        Err(error) => {
            assert_eq!(error.kind, Kind::Unavailable, "{error} {:?}", error.source);
            Some(error.message)
        }
    }
}

/// Spoils `file` at each of `places` in turn; every time it must come out, and once the bytes are
/// back the office must be whole.
async fn every_flip_comes_out(
    mut office: TestOffice,
    file: &Path,
    places: impl Iterator<Item = usize>,
) -> TestOffice {
    let whole = bytes_below(&office.folder());
    let bytes = whole.get(file).unwrap().clone();
    let mut tried = 0;
    for place in places.take_while(|place| *place < bytes.len()) {
        put(file, &flipped(&bytes, place));
        let found = found_out(&office).await;
        assert!(found.is_some(), "byte {place} of {}", file.display());
        office = office.restarted();
        restore(&office.folder(), &whole);
        tried += 1;
    }
    assert!(tried > 1);
    assert_eq!(found_out(&office).await, None);
    office.lock().await;
    let office = office.restarted();
    restore(&office.folder(), &whole);
    office
}

#[tokio::test]
async fn one_flipped_bit_in_any_page_of_the_database_comes_out() {
    let office = office().await;
    let file = office.folder().join("gen-000001/store.db");
    // Salt, first bytes, cell area, page end, and the reserve that holds the seal.
    const SPOTS: [usize; 6] = [0, 17, 1_200, 3_999, 4_020, 4_095];
    let pages = std::fs::read(&file).unwrap().len() / PAGE;
    let first = SPOTS.into_iter();
    let rest = (1..pages).map(|page| page * PAGE + SPOTS[page % SPOTS.len()]);
    every_flip_comes_out(office, &file, first.chain(rest)).await;
}

#[tokio::test]
async fn one_flipped_bit_in_a_file_beside_the_database_comes_out() {
    let mut office = office().await;
    for (name, step) in [("CURRENT", 1), ("gen-000001/header.json", 61), ("gen-000001/dek.age", 23)]
    {
        let file = office.folder().join(name);
        office = every_flip_comes_out(office, &file, (0..).step_by(step)).await;
    }
}

#[tokio::test]
async fn one_flipped_bit_in_a_signed_mark_comes_out() {
    let office = office().await;
    let file = office.folder().join("anchors.log");
    every_flip_comes_out(office, &file, (0..).step_by(29)).await;
}
