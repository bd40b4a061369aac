//! What meets a clock, and what does not.

use office::kernel::Kind;
use office::table::Role;
use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};

use super::{changed, clocks, fields, logged, meet, patient, stands};

#[tokio::test]
async fn a_clock_is_met_only_by_the_right_evidence() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    let other = office.a_grievance(&patient).await;
    let running = clocks(&office, &case).await;
    let (interim, decision) = (&running[0], &running[1]);
    let call = logged(&office, &case, "call", "2026-03-09T09:00").await;
    let email = logged(&office, &case, "email", "2026-03-09T09:00").await;
    let early = logged(&office, &case, "letter", "2026-03-02T09:00").await;
    let elsewhere = logged(&office, &other, "letter", "2026-03-09T09:00").await;
    let mut came_in = contact(&id(&case), "letter", "2026-03-09T09:00", "Her complaint.");
    came_in["direction"] = json!("in");
    let came_in = id(&office.ok("contacts.add", came_in).await);
    let note = logged(&office, &case, "note", "2026-03-09T09:00").await;
    for (clock, contact, why) in [
        (decision, &call, "does not meet the clock"),
        (decision, &email, "does not meet the clock"),
        (decision, &note, "does not meet the clock"),
        (decision, &early, "came before the clock started"),
        (decision, &elsewhere, "belongs to another case"),
        (decision, &came_in, "This came in."),
        (interim, &call, "does not meet the clock"),
        (interim, &came_in, "This came in."),
    ] {
        let error = office.refused("clocks.meet", meet(clock, contact)).await;
        assert_eq!(fields(&error), ["meets"]);
        assert!(error.message.contains(why), "{error}");
    }
    // The same holds for a contact that says so while it is added.
    let mut claims = contact(&id(&case), "call", "2026-03-09T10:00", "Told her.");
    claims["meets"] = json!([id(decision)]);
    assert_eq!(fields(&office.refused("contacts.add", claims).await), ["meets"]);

    let met = office.ok("clocks.meet", meet(interim, &email)).await;
    assert_eq!(met["clocks"][0]["evidence"], email);
    assert_eq!(met["clocks"][0]["evidenceText"], "E-mail, Joan Abara, Mon, Mar 9");
    let letter = logged(&office, &case, "letter", "2026-03-10T09:00").await;
    let twice = office.refused("clocks.meet", meet(interim, &letter)).await;
    assert_eq!(twice.kind, Kind::Conflict);
    let mut letter = contact(&id(&case), "letter", "2026-03-10T09:30", "The written decision.");
    letter["meets"] = json!([id(decision)]);
    let view = office.ok("contacts.add", letter).await;
    assert_eq!(view["meets"], json!(["Written decision"]));
    let stand = clocks(&office, &case).await;
    assert_eq!(stands(&stand).iter().map(|c| c.2).collect::<Vec<_>>(), ["met", "met"]);
}

#[tokio::test]
async fn a_call_meets_an_acknowledgment_only_when_somebody_was_reached() {
    let office = TestOffice::with_profile("uk-england").await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-03-09T09:00")).await;
    let running = clocks(&office, &case).await;
    let expected = [("UK-E-ACK", "2026-03-12", "soon"), ("UK-E-6M", "2026-09-08", "later")];
    assert_eq!(stands(&running), expected);
    assert_eq!(running[0]["unverified"], false);
    let mut call = contact(&id(&case), "call", "2026-03-10T09:00", "Rang out.");
    call["reached"] = json!("left_message");
    let missed = id(&office.ok("contacts.add", call.clone()).await);
    let error = office.refused("clocks.meet", meet(&running[0], &missed)).await;
    assert!(error.message.contains("Nobody was reached"), "{error}");
    // Amended, the same call counts: what is judged is the entry as it stands.
    call["reached"] = json!("reached");
    let mut amended = call.clone();
    amended["id"] = json!(missed);
    amended["reason"] = json!("He rang back at once.");
    office.ok("contacts.amend", amended).await;
    let met = office.ok("clocks.meet", meet(&running[0], &missed)).await;
    assert_eq!(met["clocks"][0]["state"], "met");
}

#[tokio::test]
async fn whether_a_contact_meets_a_clock_is_not_for_a_volunteer_to_say() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let office = office.as_only(Role::Volunteer).await;
    let running = clocks(&office, &case).await;
    let mut letter = contact(&id(&case), "letter", "2026-03-10T09:00", "The decision.");
    letter["meets"] = json!([id(&running[1])]);
    let error = office.refused("contacts.add", letter.clone()).await;
    assert_eq!(error.kind, Kind::Denied);
    letter["meets"] = json!([]);
    office.ok("contacts.add", letter).await;
    assert_eq!(clocks(&office, &case).await, running);
}

#[tokio::test]
async fn a_clock_met_late_stays_met_late() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    office.is_now("2026-03-12T14:00:00Z");
    let running = clocks(&office, &case).await;
    assert_eq!((&running[0]["state"], &running[0]["days"]), (&json!("overdue"), &json!(-2)));
    let letter = logged(&office, &case, "letter", "2026-03-12T09:00").await;
    office.ok("clocks.meet", meet(&running[0], &letter)).await;
    office.is_now("2026-06-01T14:00:00Z");
    let later = changed(&office, &case, json!({ "saidOn": "2026-02-01T09:00" })).await;
    let stand = clocks(&office, &later).await;
    let met = stand.iter().find(|clock| clock["rule"] == "US-CMS-7").unwrap();
    assert_eq!((&met["state"], &met["metOn"]), (&json!("met_late"), &json!("2026-03-12")));
    assert_eq!(met["due"], "2026-03-10");
}

#[tokio::test]
async fn no_change_of_stage_and_no_closing_meets_a_clock() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    office.ok("cases.set_stage", json!({ "id": id(&case), "stage": "response_issued" })).await;
    let close =
        json!({ "id": id(&case), "outcome": "withdrawn", "note": "Done.", "on": "2026-03-10" });
    office.ok("cases.close", close).await;
    let stand = clocks(&office, &case).await;
    assert!(stand.iter().all(|clock| clock["metOn"].is_null()), "{stand:?}");
    office.ok("cases.reopen", json!({ "id": id(&case), "reason": "Not done." })).await;
    // Reopened, a case keeps its clocks as they were.
    assert_eq!(clocks(&office, &case).await, stand);
}

#[tokio::test]
async fn a_clock_follows_its_evidence_when_that_is_amended() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = id(&office.a_grievance(&patient).await);
    let clocks = json!({ "case": case });
    let before = office.ok("clocks.for_case", clocks.clone()).await;
    let interim = id(&before["clocks"][0]);
    let mut letter = contact(&case, "letter", "2026-03-06T10:00", "Still working on it.");
    letter["meets"] = json!([interim]);
    let letter = id(&office.ok("contacts.add", letter).await);
    let amended = |channel: &str, at: &str| {
        json!({
            "id": letter, "reason": "Looked it up.", "channel": channel, "direction": "out",
            "at": at, "minutes": null, "with": null, "withName": "Joan Abara",
            "reached": "reached", "summary": "Still working on it.",
        })
    };
    let of = |view: &Value| -> Value {
        let all = view["clocks"].as_array().unwrap();
        all.iter().find(|clock| clock["id"] == json!(interim)).unwrap().clone()
    };
    office.ok("contacts.amend", amended("letter", "2026-03-09T10:00")).await;
    let later = of(&office.ok("clocks.for_case", clocks.clone()).await);
    assert_eq!(later["metOn"], "2026-03-09");
    assert!(later["evidenceText"].as_str().unwrap().contains("9"), "{later}");
    let (_, entry) = office.done("contacts.amend", amended("note", "2026-03-09T10:00")).await;
    let open = of(&office.ok("clocks.for_case", clocks.clone()).await);
    assert!(open["metOn"].is_null(), "a note to the file meets no clock: {open}");
    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(of(&office.ok("clocks.for_case", clocks).await)["metOn"], "2026-03-09");
}
