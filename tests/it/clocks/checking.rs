//! Rules that came as unverified defaults, and the people who compared them with their source.

use office::kernel::Kind;
use office::table::Role;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{clock, fields, patient, recounted, settled, versions};

/// A hospital that goes by the directive of the VA, which nobody has compared with its source.
async fn of_the_va() -> (TestOffice, Value) {
    let office = TestOffice::hospital().await;
    settled(&office, "rule:US-VA-7", Some("on")).await;
    let case = office.a_grievance(&patient(&office).await).await;
    (office, case)
}

/// The row of a rule on the page where it is confirmed, if it is there.
async fn row(office: &TestOffice, at: &str) -> Option<Value> {
    let settings = office.ok("clocks.settings", Value::Null).await;
    settings["checks"].as_array().unwrap().iter().find(|row| row["at"] == at).cloned()
}

fn checked(row: &Value, note: Option<&str>) -> Value {
    json!({ "choices": [{
        "key": row["key"], "value": row["terms"], "policy": note, "confirmed": true,
    }] })
}

fn taken_back(row: &Value) -> Value {
    json!({ "choices": [{ "key": row["key"], "value": null, "policy": null, "confirmed": false }] })
}

async fn explained(office: &TestOffice, clock: &Value) -> Value {
    office.ok("clocks.explain", json!({ "id": id(clock) })).await
}

async fn summary(office: &TestOffice, case: &Value, copy: &str) -> String {
    let options = json!({ "case": id(case), "paper": "letter", "copy": copy });
    office.ok("exports.preview", options).await.to_string()
}

#[tokio::test]
async fn a_rule_of_the_law_that_came_as_a_default_is_confirmed_with_name_and_date() {
    let (office, case) = of_the_va().await;
    let before = clock(&office, &case, "US-VA-7").await;
    assert_eq!((&before["unverified"], &before["checked"]), (&json!(true), &Value::Null));
    assert_eq!(before["confirmAt"], "rule-US-VA-7");
    let open = row(&office, "rule-US-VA-7").await.unwrap();
    assert_eq!((&open["confirmed"], &open["former"]), (&Value::Null, &Value::Null));
    assert!(open["says"].as_str().unwrap().starts_with("7 calendar days. Starts when"), "{open}");
    assert!(summary(&office, &case, "full").await.contains("Unverified default"));

    let confirm = checked(&open, Some("The directive of 2025, part 5."));
    // What is confirmed moves nothing.
    let moves = office.ok("clocks.preview_settings", confirm.clone()).await;
    assert_eq!(moves["total"], 0);
    let (_, entry) = office.done("clocks.settle_rules", confirm).await;
    let by = json!({ "by": "Ana Test", "on": "2026-03-10" });
    let sure = row(&office, "rule-US-VA-7").await.unwrap();
    assert_eq!(
        (&sure["confirmed"], &sure["note"]),
        (&by, &json!("The directive of 2025, part 5."))
    );
    let after = clock(&office, &case, "US-VA-7").await;
    assert_eq!((&after["unverified"], &after["checked"]), (&json!(false), &by));
    assert_eq!((&after["confirmAt"], &after["due"]), (&Value::Null, &before["due"]));
    let why = explained(&office, &after).await;
    assert_eq!(why["lengthUnverified"], false);
    let said = why["ruleText"].as_str().unwrap();
    assert!(said.ends_with("1003.04, checked by Ana Test on March 10, 2026"), "{said}");
    let full = summary(&office, &case, "full").await;
    assert!(full.contains("Checked against the source by Ana Test on March 10, 2026."), "{full}");
    assert!(!summary(&office, &case, "patient").await.contains("Checked against"));
    let rules = office.ok("clocks.rules", Value::Null).await;
    let rules = rules.as_array().unwrap();
    let listed = rules.iter().find(|rule| rule["id"] == "US-VA-7").unwrap();
    assert_eq!(listed["unverified"], false);

    // Undone like any other choice, and done again.
    office.ok("journal.undo", json!({ "entry": entry })).await;
    assert_eq!(clock(&office, &case, "US-VA-7").await["unverified"], true);
    office.ok("clocks.settle_rules", checked(&open, None)).await;
    assert_eq!(clock(&office, &case, "US-VA-7").await["unverified"], false);
    // Taken back, the badge is there again.
    let sure = row(&office, "rule-US-VA-7").await.unwrap();
    office.ok("clocks.settle_rules", taken_back(&sure)).await;
    let open = clock(&office, &case, "US-VA-7").await;
    assert_eq!((&open["unverified"], &open["checked"]), (&json!(true), &Value::Null));
    assert!(summary(&office, &case, "full").await.contains("Unverified default"));
}

#[tokio::test]
async fn a_newer_version_with_another_length_has_to_be_checked_again() {
    let office = TestOffice::hospital().await;
    settled(&office, "pack:ontario", Some("on")).await;
    let patient = patient(&office).await;
    let complaint = case("complaint", &patient, "2026-03-03T09:00");
    let old = office.ok("cases.open", complaint.clone()).await;
    // The days of this rule ask a calendar, which is confirmed in its own row.
    let calendar = json!({ "choices": [{
        "key": "calendar:ontario", "value": "on", "policy": null, "confirmed": true,
    }] });
    let open = row(&office, "rule-CA-ON").await.unwrap();
    office.ok("clocks.settle_rules", checked(&open, None)).await;
    let half = clock(&office, &old, "CA-ON").await;
    assert_eq!(
        (&half["unverified"], &half["confirmAt"]),
        (&json!(true), &json!("calendar-ontario"))
    );
    let why = explained(&office, &half).await;
    assert_eq!(
        (&why["lengthUnverified"], &why["calendarUnverified"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(why["calendarAt"], "calendar-ontario");
    office.ok("clocks.settle_rules", calendar).await;
    assert_eq!(clock(&office, &old, "CA-ON").await["unverified"], false);

    // Another version with the same terms: nobody has to look again.
    let bring = async |version: &str, days: u32, due: &str| {
        let text = versions::corrected(version, days, due);
        office.ok("clocks.bring_rules", json!({ "name": "ontario.toml", "text": text })).await;
        office.ok("cases.open", complaint.clone()).await
    };
    let same = bring("2026.12", 5, "2026-03-10").await;
    assert_eq!(clock(&office, &same, "CA-ON").await["unverified"], false);
    assert_eq!(row(&office, "rule-CA-ON").await.unwrap()["confirmed"]["by"], "Ana Test");
    // Another length: its badge is back, and the clocks that go by the one before keep theirs off.
    let new = bring("2027.01", 8, "2026-03-13").await;
    let other = clock(&office, &new, "CA-ON").await;
    assert_eq!((&other["unverified"], &other["confirmAt"]), (&json!(true), &json!("rule-CA-ON")));
    assert_eq!(clock(&office, &old, "CA-ON").await["unverified"], false);
    let now = row(&office, "rule-CA-ON").await.unwrap();
    assert_eq!(now["confirmed"], Value::Null);
    assert!(now["says"].as_str().unwrap().starts_with("8 business days"), "{now}");
    let former = row(&office, "rule-CA-ON@2026.11").await.unwrap();
    assert_eq!(former["former"], "2026.11");
    assert!(former["says"].as_str().unwrap().starts_with("5 business days"), "{former}");
    assert_eq!(former["confirmed"]["by"], "Ana Test");
    // What was checked is what is written down: not the rule that took its place.
    let mixed = json!({ "choices": [{
        "key": now["key"], "value": former["terms"], "policy": null, "confirmed": true,
    }] });
    let error = office.refused("clocks.settle_rules", mixed).await;
    assert_eq!(fields(&error), ["value"]);
    assert!(error.message.contains("has changed since you looked"), "{error}");
    // Both can be confirmed, and each taken back by itself.
    office.ok("clocks.settle_rules", checked(&now, None)).await;
    assert_eq!(clock(&office, &new, "CA-ON").await["unverified"], false);
    office.ok("clocks.settle_rules", taken_back(&former)).await;
    let old = clock(&office, &old, "CA-ON").await;
    assert_eq!(
        (&old["unverified"], &old["confirmAt"]),
        (&json!(true), &json!("rule-CA-ON@2026.11"))
    );
    assert_eq!(clock(&office, &new, "CA-ON").await["unverified"], false);
}

#[tokio::test]
async fn every_badge_has_a_place_where_it_is_confirmed() {
    let office = TestOffice::hospital().await;
    let settings = office.ok("clocks.settings", Value::Null).await;
    for pack in settings["packs"].as_array().unwrap() {
        let key = format!("pack:{}", pack["id"].as_str().unwrap());
        settled(&office, &key, Some("on")).await;
    }
    for rule in office.ok("clocks.settings", Value::Null).await["optional"].as_array().unwrap() {
        let key = format!("rule:{}", rule["rule"].as_str().unwrap());
        settled(&office, &key, Some("on")).await;
    }
    let settings = office.ok("clocks.settings", Value::Null).await;
    let mut all = Vec::new();
    for row in settings["checks"].as_array().unwrap() {
        all.push(checked(row, None)["choices"][0].clone());
    }
    for number in settings["numbers"].as_array().unwrap() {
        let key = format!("number:{}", number["rule"].as_str().unwrap());
        let value = &number["length"]["code"];
        all.push(json!({ "key": key, "value": value, "policy": null, "confirmed": true }));
    }
    for calendar in settings["calendars"].as_array().unwrap() {
        let key = format!("calendar:{}", calendar["id"].as_str().unwrap());
        all.push(json!({ "key": key, "value": "on", "policy": null, "confirmed": true }));
    }
    office.ok("clocks.settle_rules", json!({ "choices": all })).await;
    let rules = office.ok("clocks.rules", Value::Null).await;
    let still: Vec<_> =
        rules.as_array().unwrap().iter().filter(|rule| rule["unverified"] == true).collect();
    assert!(still.is_empty(), "{still:?}");
    let settings = office.ok("clocks.settings", Value::Null).await;
    for part in ["numbers", "calendars"] {
        let rows = settings[part].as_array().unwrap();
        assert!(rows.iter().all(|row| row["unverified"] == false), "{part}: {rows:?}");
    }
}

#[tokio::test]
async fn only_what_is_a_default_of_the_law_can_be_checked_and_only_by_who_may() {
    let (office, case) = of_the_va().await;
    let open = row(&office, "rule-US-VA-7").await.unwrap();
    let with = |key: &str, terms: &Value, confirmed: bool| {
        json!({ "choices": [
            { "key": key, "value": terms, "policy": null, "confirmed": confirmed },
        ] })
    };
    let key = open["key"].as_str().unwrap();
    for (key, confirmed, wrong) in [
        (key, false, vec!["confirmed"]),
        ("checked:US-HIPAA-ACC@2026.11", true, vec!["key", "value"]),
        ("checked:US-CMS-7@2026.11", true, vec!["key", "value"]),
    ] {
        let error =
            office.refused("clocks.settle_rules", with(key, &open["terms"], confirmed)).await;
        assert_eq!(fields(&error), wrong, "{key}");
    }
    for key in ["checked:US-NONE@2026.11", "checked:US-VA-7@1999.01", "checked:US-VA-7"] {
        let error = office.refused("clocks.settle_rules", with(key, &open["terms"], true)).await;
        assert_eq!(error.kind, Kind::NotFound, "{key}");
    }
    recounted(&office, true).await;
    assert_eq!(clock(&office, &case, "US-VA-7").await["unverified"], true);
    let office = office.as_only(Role::Advocate).await;
    let error = office.refused("clocks.settle_rules", checked(&open, None)).await;
    assert_eq!(error.kind, Kind::Denied);
}
