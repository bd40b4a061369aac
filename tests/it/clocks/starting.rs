//! Which clocks a case starts, from when, and what moves them.

use office::kernel::Kind;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{changed, clocks, logged, meet, patient, stands};

#[tokio::test]
async fn a_grievance_starts_its_clocks_from_the_day_anybody_first_heard_it() {
    let office = TestOffice::hospital().await;
    let mut form = case("grievance", &patient(&office).await, "2026-03-03T09:00");
    form["saidOn"] = json!("2026-02-27T22:40");
    let case = office.ok("cases.open", form).await;
    let clocks = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-06", "overdue"), ("US-CMS-POL", "2026-03-29", "later")];
    assert_eq!(stands(&clocks), expected);
    assert_eq!(clocks[0]["startedOn"], "2026-02-27");
    assert_eq!(clocks[0]["days"], -4);
    assert_eq!(clocks[0]["howCounted"], "Received Fri, Feb 27 + 7 calendar days = Fri, Mar 6.");
    assert_eq!(clocks[0]["unverified"], true);
    assert_eq!(clocks[0]["meetableBy"], json!(["letter", "email"]));
    assert_eq!(clocks[1]["meetableBy"], json!(["letter"]));
}

#[tokio::test]
async fn only_kinds_that_a_rule_names_start_a_clock() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    for kind in ["complaint", "question", "concern", "compliment", "suggestion", "billing"] {
        let case = office.ok("cases.open", case(kind, &patient, "2026-03-03T09:00")).await;
        assert_eq!(clocks(&office, &case).await, [] as [Value; 0], "{kind}");
    }
}

#[tokio::test]
async fn a_matter_that_becomes_a_grievance_gets_its_clocks_and_one_that_is_none_loses_them() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.ok("cases.open", case("complaint", &patient, "2026-03-03T09:00")).await;
    let case = changed(&office, &case, json!({ "kind": "grievance" })).await;
    let running = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "today"), ("US-CMS-POL", "2026-04-02", "later")];
    assert_eq!(stands(&running), expected);
    let letter = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&running[0], &letter)).await;

    let case = changed(&office, &case, json!({ "kind": "complaint" })).await;
    let left = clocks(&office, &case).await;
    assert_eq!(stands(&left), [("US-CMS-7", "2026-03-10", "met")]);
    let stopped = office.refused("clocks.meet", meet(&running[1], &letter)).await;
    assert_eq!(stopped.kind, Kind::Conflict);
    let history = office.ok("journal.history", json!({ "record": id(&running[1]) })).await;
    assert_eq!(
        history[0]["changes"][0]["to"],
        "The case is no longer of a kind this rule applies to."
    );

    // A grievance once more: the met clock stays met, and the other starts anew.
    let case = changed(&office, &case, json!({ "kind": "grievance" })).await;
    let again = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "met"), ("US-CMS-POL", "2026-04-02", "later")];
    assert_eq!(stands(&again), expected);
    assert_eq!(again[0]["id"], running[0]["id"]);
    assert_ne!(again[1]["id"], running[1]["id"]);
}

#[tokio::test]
async fn moving_the_day_it_was_said_counts_unmet_clocks_again_and_the_history_keeps_both() {
    let office = TestOffice::hospital().await;
    let case = office.a_grievance(&patient(&office).await).await;
    let before = clocks(&office, &case).await;
    let letter = logged(&office, &case, "letter", "2026-03-09T09:00").await;
    office.ok("clocks.meet", meet(&before[0], &letter)).await;
    let change = json!({ "saidOn": "2026-02-27T22:40" });
    let case = changed(&office, &case, change).await;
    let after = clocks(&office, &case).await;
    let expected = [("US-CMS-7", "2026-03-10", "met"), ("US-CMS-POL", "2026-03-29", "later")];
    assert_eq!(stands(&after), expected);
    assert_eq!(after[1]["id"], before[1]["id"]);
    let history = office.ok("journal.history", json!({ "record": id(&after[1]) })).await;
    let lines = history.as_array().unwrap();
    assert_eq!(lines.len(), 2);
    let due = lines[0]["changes"].as_array().unwrap().iter().find(|c| c["field"] == "due").unwrap();
    assert_eq!((&due["from"], &due["to"]), (&json!("2026-04-02"), &json!("2026-03-29")));
    assert_eq!(lines[0]["reason"], "Told so.");
    // What does not move a clock leaves no mark on it.
    changed(&office, &case, json!({ "wants": "An apology." })).await;
    let history = office.ok("journal.history", json!({ "record": id(&after[1]) })).await;
    assert_eq!(history.as_array().unwrap().len(), 2);
}
