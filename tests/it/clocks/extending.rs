//! Making a clock longer: only by its notice, and only as far as the rule allows.

use office_tests::office::{TestOffice, case, contact, id};
use serde_json::{Value, json};

use super::{changed, clock, clocks, fields, happened, insured, logged, opened, patient};

fn extend(clock: &Value, contact: &str, to: Option<&str>) -> Value {
    let says = &clock["extension"]["elements"];
    json!({
        "id": id(clock), "contact": contact, "to": to, "reason": "The ward's notes are missing.",
        "says": if says.is_null() { json!([]) } else { says.clone() },
    })
}

#[tokio::test]
async fn an_extension_needs_its_notice_with_all_it_has_to_say() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let other = opened(&office, "records").await;
    let access = clock(&office, &case, "US-HIPAA-ACC").await;
    assert_eq!(access["due"], "2026-04-02");
    assert_eq!(access["extension"]["length"], "30 calendar days");
    let call = logged(&office, &case, "call", "2026-03-09T09:00").await;
    let early = logged(&office, &case, "letter", "2026-03-02T09:00").await;
    let elsewhere = logged(&office, &other, "letter", "2026-03-09T09:00").await;
    let mut came_in = contact(&id(&case), "email", "2026-03-09T09:00", "Asks how it stands.");
    came_in["direction"] = json!("in");
    let came_in = id(&office.ok("contacts.add", came_in).await);
    let letter = logged(&office, &case, "letter", "2026-03-09T10:00").await;
    let with = |field: &str, value: Value| {
        let mut input = extend(&access, &letter, Some("2026-04-20"));
        input[field] = value;
        input
    };
    let first = access["extension"]["elements"][0].clone();
    for (input, wrong) in [
        (with("contact", json!(call)), "contact"),
        (with("contact", json!(early)), "contact"),
        (with("contact", json!(elsewhere)), "contact"),
        (with("contact", json!(came_in)), "contact"),
        (with("says", json!([first])), "says"),
        (with("reason", json!(" ")), "reason"),
        (with("to", json!("2026-04-02")), "to"),
        (with("to", json!("2026-05-03")), "to"),
        (with("to", json!("in spring")), "to"),
    ] {
        let error = office.refused("clocks.extend", input.clone()).await;
        assert_eq!(fields(&error), [wrong], "{input}");
    }
    // What it would do is told before, in the same bounds.
    let ask = |to: Option<&str>| json!({ "id": id(&access), "to": to });
    let error = office.refused("clocks.preview_extension", ask(Some("2026-05-03"))).await;
    assert_eq!(fields(&error), ["to"]);
    for (to, then) in [(None, "2026-05-02"), (Some("2026-04-20"), "2026-04-20")] {
        let said = office.ok("clocks.preview_extension", ask(to)).await;
        let line = json!([{ "kind": "moves", "clock": id(&access), "name": access["name"],
                            "from": "2026-04-02", "to": then, "why": null }]);
        assert_eq!(said, line);
    }
    let done = office.ok("clocks.extend", extend(&access, &letter, Some("2026-04-20"))).await;
    let longer = clock(&office, &case, "US-HIPAA-ACC").await;
    assert_eq!((&longer["id"], &longer["due"]), (&access["id"], &json!("2026-04-20")));
    assert_eq!(longer["extensions"][0]["to"], "2026-04-20");
    assert_eq!(longer["extension"], Value::Null);
    // The notice promised that date.
    let promise = &done["promises"][0];
    assert_eq!((&promise["due"], &promise["madeOn"]), (&json!("2026-04-20"), &json!("2026-03-09")));
    let again = logged(&office, &case, "letter", "2026-03-10T09:00").await;
    let error = office.refused("clocks.extend", extend(&access, &again, None)).await;
    assert_eq!(fields(&error), ["clock"]);
    assert!(error.message.contains("longer once"), "{error}");
}

#[tokio::test]
async fn a_notice_that_goes_out_too_late_makes_nothing_longer() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let access = clock(&office, &case, "US-HIPAA-ACC").await;
    office.is_now("2026-04-03T14:00:00Z");
    let late = logged(&office, &case, "letter", "2026-04-03T09:00").await;
    let error = office.refused("clocks.extend", extend(&access, &late, None)).await;
    assert_eq!(fields(&error), ["contact"]);
    assert!(error.message.contains("too late"), "{error}");
    // On the last day it is in time. Without a date of its own it gives all that the rule allows.
    let last = logged(&office, &case, "email", "2026-04-02T23:00").await;
    office.ok("clocks.extend", extend(&access, &last, None)).await;
    let longer = clock(&office, &case, "US-HIPAA-ACC").await;
    assert_eq!(longer["due"], "2026-05-02");
    assert_eq!(longer["howCounted"], "Received Tue, Mar 3 + 60 calendar days = Sat, May 2.",);
}

#[tokio::test]
async fn an_extended_date_stays_within_the_rule_wherever_the_start_is_moved() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let access = clock(&office, &case, "US-HIPAA-ACC").await;
    let letter = logged(&office, &case, "letter", "2026-03-09T10:00").await;
    office.ok("clocks.extend", extend(&access, &letter, Some("2026-04-28"))).await;
    // Two times thirty days from February 15, and no day more.
    let case = changed(&office, &case, json!({ "saidOn": "2026-02-15T09:00" })).await;
    assert_eq!(clock(&office, &case, "US-HIPAA-ACC").await["due"], "2026-04-16");
    let case = changed(&office, &case, json!({ "saidOn": null })).await;
    assert_eq!(clock(&office, &case, "US-HIPAA-ACC").await["due"], "2026-04-28");
}

#[tokio::test]
async fn two_more_months_are_three_from_the_same_start() {
    let office = TestOffice::with_profile("uk-england").await;
    let case = opened(&office, "records").await;
    happened(&office, &case, "uk_records_requested", "2026-01-31").await;
    let access = clock(&office, &case, "UK-SAR").await;
    assert_eq!(access["due"], "2026-02-28");
    let letter = logged(&office, &case, "letter", "2026-02-20T09:00").await;
    office.ok("clocks.extend", extend(&access, &letter, None)).await;
    let longer = clock(&office, &case, "UK-SAR").await;
    // Two months after February 28 would be two days too early.
    assert_eq!(longer["due"], "2026-04-30");
    // So it is when the clock is counted again.
    changed(&office, &case, json!({ "wants": "All of it." })).await;
    assert_eq!(clock(&office, &case, "UK-SAR").await["due"], "2026-04-30");
}

#[tokio::test]
async fn a_limit_of_policy_is_made_longer_by_a_new_letter_each_time() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let decision = clock(&office, &case, "US-CMS-POL").await;
    let first = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    let error = office.refused("clocks.extend", extend(&decision, &first, None)).await;
    assert_eq!(fields(&error), ["to"]);
    office.ok("clocks.extend", extend(&decision, &first, Some("2026-04-20"))).await;
    let decision = clock(&office, &case, "US-CMS-POL").await;
    let error =
        office.refused("clocks.extend", extend(&decision, &first, Some("2026-05-11"))).await;
    assert_eq!(fields(&error), ["contact"]);
    let second = logged(&office, &case, "letter", "2026-03-10T09:00").await;
    office.ok("clocks.extend", extend(&decision, &second, Some("2026-05-11"))).await;
    let decision = clock(&office, &case, "US-CMS-POL").await;
    assert_eq!(decision["due"], "2026-05-11");
    assert_eq!(decision["extensions"].as_array().unwrap().len(), 2);
    // The interim notice has no extension, nor does a clock that was met.
    let interim = clock(&office, &case, "US-CMS-7").await;
    let error =
        office.refused("clocks.extend", extend(&interim, &second, Some("2026-04-01"))).await;
    assert!(error.message.contains("42 CFR 482.13(a)(2)(ii)"), "{error}");
}

#[tokio::test]
async fn a_plan_tells_of_its_extension_within_two_days_after() {
    let office = insured().await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("billing", &patient, "2026-03-03T09:00")).await;
    happened(&office, &case, "mcd_appeal_received", "2026-02-05").await;
    let decision = clock(&office, &case, "US-MCD-A-D").await;
    assert_eq!((&decision["due"], &decision["binds"]), (&json!("2026-03-07"), &json!("theirs")));
    let incoming = async |at: &str| {
        let mut letter = contact(&id(&case), "letter", at, "The plan needs longer.");
        letter["direction"] = json!("in");
        id(&office.ok("contacts.add", letter).await)
    };
    let late = incoming("2026-03-10T08:00").await;
    let error = office.refused("clocks.extend", extend(&decision, &late, None)).await;
    assert_eq!(fields(&error), ["contact"]);
    let told = incoming("2026-03-09T08:00").await;
    let done = office.ok("clocks.extend", extend(&decision, &told, None)).await;
    let longer = clocks(&office, &case).await;
    let longer = longer.iter().find(|clock| clock["rule"] == "US-MCD-A-D").unwrap();
    assert_eq!((&longer["due"], &longer["missedOn"]), (&json!("2026-03-21"), &json!("2026-03-07")));
    // Somebody else's date is no promise of ours.
    assert_eq!(done["promises"], json!([]));
}
