//! Rule files that the office corrected, and the clocks that started under those before.

use office_tests::files::repository;
use office_tests::office::{TestOffice, case, id};
use serde_json::{Value, json};

use super::{changed, days, patient, recounted, settled};

/// The shipped rules of Ontario, whose one rule gives five business days.
fn shipped() -> String {
    let path = "src-tauri/office/content/clocks/other/ontario.toml";
    std::fs::read_to_string(repository().join(path)).unwrap()
}

/// The same with another version and number, and one worked example.
pub(super) fn corrected(version: &str, days: u32, due: &str) -> String {
    let text = shipped();
    let examples = text.find("[[rule.example]]").unwrap();
    text.get(..examples)
        .unwrap()
        .replacen("version = \"2026.11\"", &format!("version = \"{version}\""), 1)
        .replacen("count = 5", &format!("count = {days}"), 1)
        + &format!(
            "[[rule.example]]\nreceived = 2026-03-03T10:15:00\ndue = {due}\nshows = \"By hand.\"\n"
        )
}

fn file(text: &str) -> Value {
    json!({ "name": "ontario.toml", "text": text })
}

async fn office() -> TestOffice {
    let office = TestOffice::hospital().await;
    settled(&office, "pack:ontario", Some("on")).await;
    office
}

async fn complaint(office: &TestOffice) -> Value {
    let patient = patient(office).await;
    office.ok("cases.open", case("complaint", &patient, "2026-03-03T09:00")).await
}

#[tokio::test]
async fn a_corrected_file_starts_new_clocks_and_leaves_those_that_run() {
    let office = office().await;
    let before = complaint(&office).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-10"]);
    let text = corrected("2026.12", 8, "2026-03-13");
    let settings = office.ok("clocks.bring_rules", file(&text)).await;
    let packs = settings["packs"].as_array().unwrap();
    let ours = packs.iter().find(|pack| pack["id"] == "ontario").unwrap();
    assert_eq!((&ours["version"], &ours["brought"]), (&json!("2026.12"), &json!(true)));
    let after = complaint(&office).await;
    assert_eq!(days(&office, &after, "CA-ON").await, ["2026-03-13"]);
    // Neither an edit nor counting again makes the older clock one of the newer rules.
    recounted(&office, true).await;
    let before = changed(&office, &before, json!({ "wants": "An apology." })).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-10"]);
    let before = changed(&office, &before, json!({ "receivedOn": "2026-03-04T09:00" })).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-11"]);
    let version = async |case: &Value| {
        let clock = super::clock(&office, case, "CA-ON").await;
        office.ok("clocks.explain", json!({ "id": id(&clock) })).await["ruleVersion"].clone()
    };
    assert_eq!(version(&before).await, "2026.11, reviewed November 22, 2026");
    assert_eq!(version(&after).await, "2026.12, reviewed November 22, 2026");
    // They survive a restart, which reads everything anew.
    let office = office.restarted();
    office.unlock().await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-11"]);
    assert_eq!(days(&office, &after, "CA-ON").await, ["2026-03-13"]);
}

#[tokio::test]
async fn a_clock_goes_on_by_its_own_version_when_the_newer_one_has_another_trigger_or_no_such_rule()
{
    let office = office().await;
    let patient = patient(&office).await;
    let mut form = case("complaint", &patient, "2026-03-05T09:00");
    form["saidOn"] = json!("2026-03-03T09:00");
    let before = office.ok("cases.open", form.clone()).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-12"]);
    let text = corrected("2026.12", 5, "2026-03-10");
    let said = text.replacen("trigger = \"received\"", "trigger = \"first_said\"", 1);
    office.ok("clocks.bring_rules", file(&said)).await;
    let before = changed(&office, &before, json!({ "wants": "An apology." })).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-12"]);
    let after = office.ok("cases.open", form).await;
    assert_eq!(days(&office, &after, "CA-ON").await, ["2026-03-10"]);

    let other = corrected("2027.01", 5, "2026-03-10").replacen("CA-ON", "CA-ON-NEW", 1);
    office.ok("clocks.bring_rules", file(&other)).await;
    let before = changed(&office, &before, json!({ "wants": "Two apologies." })).await;
    assert_eq!(days(&office, &before, "CA-ON").await, ["2026-03-12"]);
}

#[tokio::test]
async fn a_file_with_a_mistake_is_named_by_file_line_and_field_and_changes_nothing() {
    let office = office().await;
    let good = corrected("2026.12", 8, "2026-03-13");
    let line = |text: &str, part: &str| text.lines().position(|l| l.contains(part)).unwrap() + 1;
    let wrong_day = corrected("2026.12", 8, "2026-03-12");
    let typed = good.replacen("binding = \"regulation\"", "binding = \"rumor\"", 1);
    for (text, said) in [
        (
            wrong_day.clone(),
            format!(
                "ontario.toml, line {}, rule CA-ON, example[0].due",
                line(&wrong_day, "due = 2026-03-12")
            ),
        ),
        (typed.clone(), format!("ontario.toml, line {}", line(&typed, "rumor"))),
        (good.replacen("id = \"ontario\"", "id = \"quebec\"", 1), "ontario.toml, id:".into()),
        (shipped(), "ontario.toml, version: raise it above 2026.11".into()),
        (corrected("2026.9", 8, "2026-03-13"), "version: raise it above 2026.11".into()),
        (corrected("2025.12", 8, "2026-03-13"), "version: raise it above 2026.11".into()),
        ("not a rule file".into(), "ontario.toml".into()),
    ] {
        let error = office.refused("clocks.bring_rules", file(&text)).await;
        assert!(error.message.contains(&said), "{}\nshould say\n{said}", error.message);
    }
    let case = complaint(&office).await;
    assert_eq!(days(&office, &case, "CA-ON").await, ["2026-03-10"]);
    let long = "#".repeat((1 << 20) + 1);
    let error = office.refused("clocks.bring_rules", file(&long)).await;
    assert!(error.message.contains("too long"), "{error}");
}

#[tokio::test]
async fn a_file_may_not_take_away_an_event_that_other_rules_need() {
    let office = TestOffice::hospital().await;
    let path = "src-tauri/office/content/clocks/us-hospital.toml";
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let newer = text.replacen("version = \"2026.11\"", "version = \"2026.12\"", 1);
    let gone = newer.replacen("id = \"medicare_admitted\"", "id = \"came_in\"", 1);
    let input = json!({ "name": "us-hospital.toml", "text": gone });
    let error = office.refused("clocks.bring_rules", input).await;
    assert!(error.message.contains("trigger: unknown event"), "{error}");
    office.ok("clocks.bring_rules", json!({ "name": "us-hospital.toml", "text": newer })).await;
}

#[tokio::test]
async fn a_file_that_was_taken_back_leaves_no_trace_in_the_next_one_of_its_version() {
    let office = office().await;
    let first = file(&corrected("2026.12", 8, "2026-03-13"));
    let (_, entry) = office.done("clocks.bring_rules", first).await;
    let case = complaint(&office).await;
    assert_eq!(days(&office, &case, "CA-ON").await, ["2026-03-13"]);
    office
        .ok(
            "cases.close",
            json!({
                "id": id(&case), "outcome": "upheld", "note": "Done.", "on": "2026-03-10",
            }),
        )
        .await;
    office.ok("journal.undo", json!({ "entry": entry })).await;
    office.ok("clocks.bring_rules", file(&corrected("2026.12", 6, "2026-03-11"))).await;
    let case = complaint(&office).await;
    assert_eq!(days(&office, &case, "CA-ON").await, ["2026-03-11"]);
}
