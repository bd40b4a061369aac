//! Pausing a limit of the organization's own, and stopping a clock that does not apply.

use office::kernel::Kind;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{changed, clock, days, fields, happened, insured, logged, meet, opened, patient};

fn pause(clock: &Value, from: &str) -> Value {
    json!({ "id": id(clock), "from": from, "why": "waiting for consent" })
}

#[tokio::test]
async fn a_limit_of_policy_stands_still_while_it_is_paused() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&interim["due"], &interim["mayPause"]), (&json!("2026-03-10"), &json!(true)));
    for from in ["2026-03-11", "2026-03-03", "2026-03-01", "soon"] {
        let error = office.refused("clocks.pause", pause(&interim, from)).await;
        assert!(fields(&error).iter().all(|field| *field == "from"), "{from}: {error}");
    }
    office.ok("clocks.pause", pause(&interim, "2026-03-06")).await;
    let paused = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&paused["pausedSince"], &paused["state"]), (&json!("2026-03-06"), &json!("later")));
    assert_eq!(paused["pausedWhy"], "waiting for consent");
    assert_eq!(paused["due"], "2026-03-15");
    let error = office.refused("clocks.pause", pause(&paused, "2026-03-09")).await;
    assert_eq!(error.kind, Kind::Conflict);

    // Two days on it is two days later, and nobody is told that it is late.
    office.is_now("2026-03-20T14:00:00Z");
    let paused = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&paused["due"], &paused["state"]), (&json!("2026-03-25"), &json!("later")));
    let line = paused["howCounted"].as_str().unwrap();
    assert!(line.ends_with("15 days paused = Wed, Mar 25."), "{line}");
    let day = office.ok("clocks.my_day", Value::Null).await;
    assert_eq!(day["now"], json!([]));

    office.ok("clocks.resume", json!({ "id": id(&paused) })).await;
    let resumed = clock(&office, &case, "US-CMS-7").await;
    // Paused from March 6 to 19: four of seven days were left on the 6th.
    assert_eq!((&resumed["due"], &resumed["pausedSince"]), (&json!("2026-03-24"), &Value::Null));
    assert_eq!(resumed["state"], "later");
    let error = office.refused("clocks.resume", json!({ "id": id(&paused) })).await;
    assert_eq!(error.kind, Kind::Conflict);
    // What is told later of the case does not lose the pause.
    changed(&office, &case, json!({ "wants": "An apology." })).await;
    assert_eq!(clock(&office, &case, "US-CMS-7").await["due"], "2026-03-24");
    // Paused and resumed on one day, it stood still for none.
    office.ok("clocks.pause", pause(&resumed, "2026-03-20")).await;
    office.ok("clocks.resume", json!({ "id": id(&paused) })).await;
    assert_eq!(clock(&office, &case, "US-CMS-7").await["due"], "2026-03-24");
}

#[tokio::test]
async fn a_limit_of_the_law_never_stands_still_nor_does_what_is_not_ours() {
    let office = TestOffice::hospital().await;
    let records = opened(&office, "records").await;
    let access = clock(&office, &records, "US-HIPAA-ACC").await;
    assert_eq!(access["mayPause"], false);
    let error = office.refused("clocks.pause", pause(&access, "2026-03-09")).await;
    assert_eq!(fields(&error), ["clock"]);
    assert!(error.message.contains("45 CFR 164.524(b)"), "{error}");
    // The policy gives the number, but the window is the person's.
    happened(&office, &records, "discrimination_known", "2026-02-20").await;
    let window = clock(&office, &records, "US-1557-F").await;
    assert_eq!((&window["mayPause"], &window["binds"]), (&json!(false), &json!("patient")));
    let error = office.refused("clocks.pause", pause(&window, "2026-03-09")).await;
    assert_eq!(fields(&error), ["clock"]);

    let office = TestOffice::with_profile("uk-england").await;
    let complaint = opened(&office, "complaint").await;
    let answer = clock(&office, &complaint, "UK-E-6M").await;
    let error = office.refused("clocks.pause", pause(&answer, "2026-03-09")).await;
    assert!(error.message.contains("SI 2009/309"), "{error}");
}

#[tokio::test]
async fn a_pause_does_not_bring_back_a_day_that_passed() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    office.is_now("2026-03-12T14:00:00Z");
    let error = office.refused("clocks.pause", pause(&interim, "2026-03-11")).await;
    assert_eq!(fields(&error), ["from"]);
    assert!(error.message.contains("over before that day"), "{error}");
    // Written down late, a pause that began in time counts, and the day that passed is kept.
    office.ok("clocks.pause", pause(&interim, "2026-03-09")).await;
    let paused = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&paused["due"], &paused["missedOn"]), (&json!("2026-03-14"), &json!("2026-03-10")));
}

#[tokio::test]
async fn a_clock_stopped_by_hand_stays_stopped() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    let stop = |reason: &str| json!({ "id": id(&interim), "reason": reason });
    assert_eq!(fields(&office.refused("clocks.stop", stop(" ")).await), ["reason"]);
    office.ok("clocks.stop", stop("She was told at the bedside.")).await;
    assert_eq!(office.refused("clocks.stop", stop("Again.")).await.kind, Kind::Conflict);
    let gone = [] as [&str; 0];
    for change in [
        json!({ "wants": "An apology." }),
        json!({ "saidOn": "2026-03-01T09:00" }),
        json!({ "kind": "complaint" }),
        json!({ "kind": "grievance" }),
    ] {
        let view = office.ok("cases.view", json!({ "id": id(&case) })).await;
        changed(&office, &view, change.clone()).await;
        assert_eq!(days(&office, &case, "US-CMS-7").await, gone, "{change}");
    }
    assert_eq!(days(&office, &case, "US-CMS-POL").await, ["2026-03-31"]);
    super::recounted(&office, true).await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, gone);
}

#[tokio::test]
async fn a_presumed_clock_stopped_by_hand_does_not_come_back_with_the_receipt() {
    let office = insured().await;
    let case = opened(&office, "billing").await;
    happened(&office, &case, "ma_notice_dated", "2026-03-03").await;
    let window = clock(&office, &case, "US-MA-R").await;
    let stop = json!({ "id": id(&window), "reason": "She does not want to appeal." });
    office.ok("clocks.stop", stop).await;
    happened(&office, &case, "ma_notice_received", "2026-03-06").await;
    assert_eq!(days(&office, &case, "US-MA-R").await, [] as [&str; 0]);
    // Another notice is another matter.
    happened(&office, &case, "ma_notice_dated", "2026-03-09").await;
    assert_eq!(days(&office, &case, "US-MA-R").await, ["2026-05-13"]);
}

#[tokio::test]
async fn a_date_that_passed_stays_on_record_when_the_trigger_is_moved() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("grievance", &patient, "2026-03-03T09:00")).await;
    office.is_now("2026-03-12T14:00:00Z");
    let to = |received: &str| json!({ "receivedOn": received });
    let case = changed(&office, &case, to("2026-03-05T09:00")).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    assert_eq!(
        (&interim["due"], &interim["missedOn"]),
        (&json!("2026-03-12"), &json!("2026-03-10"))
    );
    assert_eq!(interim["state"], "today");
    // The first that passed is kept, whatever is counted after it.
    office.is_now("2026-03-14T14:00:00Z");
    let case = changed(&office, &case, to("2026-03-10T09:00")).await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    assert_eq!(
        (&interim["due"], &interim["missedOn"]),
        (&json!("2026-03-17"), &json!("2026-03-10"))
    );
    // Met, it keeps its stamp whatever is moved afterwards.
    let letter = logged(&office, &case, "letter", "2026-03-14T09:00").await;
    office.ok("clocks.meet", meet(&interim, &letter)).await;
    let met = clock(&office, &case, "US-CMS-7").await;
    let case = changed(&office, &case, to("2026-03-01T09:00")).await;
    assert_eq!(clock(&office, &case, "US-CMS-7").await, met);
}

#[tokio::test]
async fn a_clock_stopped_by_hand_starts_again_with_a_reason() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "grievance").await;
    let interim = clock(&office, &case, "US-CMS-7").await;
    let with = |reason: &str| json!({ "id": id(&interim), "reason": reason });
    let running = office.refused("clocks.start_again", with("It applies.")).await;
    assert_eq!(running.kind, Kind::Conflict);
    office.ok("clocks.stop", with("Answered by another office.")).await;
    let told = office.ok("clocks.for_case", json!({ "case": id(&case) })).await;
    assert_eq!(
        told["stopped"],
        json!([{ "id": id(&interim), "name": interim["name"], "on": "2026-03-10",
                 "reason": "Answered by another office." }])
    );
    // What moved while it was stopped moves it when it starts again.
    changed(&office, &case, json!({ "receivedOn": "2026-03-05T09:00" })).await;
    let error = office.refused("clocks.start_again", with(" ")).await;
    assert_eq!(fields(&error), ["reason"]);
    let (_, entry) = office.done("clocks.start_again", with("They sent it back to us.")).await;
    let again = clock(&office, &case, "US-CMS-7").await;
    assert_eq!((&again["id"], &again["due"]), (&interim["id"], &json!("2026-03-12")));
    let told = office.ok("clocks.for_case", json!({ "case": id(&case) })).await;
    assert_eq!(told["stopped"], json!([]));
    let lines = office.ok("journal.history", json!({ "record": id(&interim) })).await;
    assert!(lines.to_string().contains("They sent it back to us."), "{lines}");
    // It is undone like any other change, and stays what it is when the case is edited.
    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, [] as [&str; 0]);
    office.ok("clocks.start_again", with("They sent it back to us.")).await;
    let view = office.ok("cases.view", json!({ "id": id(&case) })).await;
    changed(&office, &view, json!({ "wants": "An apology." })).await;
    assert_eq!(days(&office, &case, "US-CMS-7").await, ["2026-03-12"]);
}

#[tokio::test]
async fn a_stopped_clock_that_nothing_calls_for_does_not_start_again() {
    let office = TestOffice::hospital().await;
    let case = opened(&office, "records").await;
    let event = happened(&office, &case, "amendment_requested", "2026-03-02").await;
    let running = clock(&office, &case, "US-HIPAA-AMD").await;
    let with = |reason: &str| json!({ "id": id(&running), "reason": reason });
    office.ok("clocks.stop", with("Not ours.")).await;
    office.ok("clocks.drop_event", json!({ "id": event, "reason": "Misread." })).await;
    let error = office.refused("clocks.start_again", with("It is ours.")).await;
    assert_eq!(error.kind, Kind::Conflict);
    assert!(error.message.contains("Nothing on this case calls for"), "{error}");
}
