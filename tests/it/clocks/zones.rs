//! Hours as they pass in the office's own zone, and days that a zone skips.

use office_tests::office::{NAME, PASSPHRASE, TestOffice, case};
use serde_json::{Value, json};

use super::{clock, days, happened, patient};

/// A hospital office in this zone, at this instant.
async fn office_in(zone: &str, now: &str) -> TestOffice {
    let office = TestOffice::empty();
    office.is_now(now);
    let new = json!({
        "officeName": "Test Office", "yourName": NAME, "passphrase": PASSPHRASE,
        "profile": "us-hospital", "timeZone": zone,
    });
    office.ok("security.create", new).await;
    office
}

async fn due(office: &TestOffice, event: &str, at: &str, rule: &str) -> (String, String) {
    let patient = patient(office).await;
    let received = at.get(..10).unwrap();
    let case =
        office.ok("cases.open", case("complaint", &patient, &format!("{received}T09:00"))).await;
    happened(office, &case, event, at).await;
    let clock = clock(office, &case, rule).await;
    let text = |name: &str| clock[name].as_str().unwrap().to_owned();
    (text("due"), text("dueBy"))
}

#[tokio::test]
async fn hours_pass_when_the_clocks_are_changed() {
    let office = office_in("America/New_York", "2026-11-20T15:00:00Z").await;
    for (at, day, time) in [
        // The clocks go forward on March 8, 2026, and back on November 1.
        ("2026-03-06T15:30", "2026-03-09", "4:30 PM"),
        ("2026-03-04T15:30", "2026-03-07", "3:30 PM"),
        ("2026-10-30T15:30", "2026-11-02", "2:30 PM"),
        ("2026-10-29T01:00", "2026-11-01", "1:00 AM"),
        // There is no 2:30 on March 8. The hours run from 3:00.
        ("2026-03-08T02:30", "2026-03-11", "3:00 AM"),
        // The last hour of March 10 ends at its midnight.
        ("2026-03-07T23:00", "2026-03-10", "the end of the day"),
    ] {
        let found = due(&office, "improper_transfer", at, "US-EMT-72").await;
        assert_eq!(found, (day.to_owned(), time.to_owned()), "{at}");
    }
}

#[tokio::test]
async fn a_zone_that_skips_midnight_still_has_that_day() {
    // 0:00 of November 4, 2018 was 1:00 at once.
    let office = office_in("America/Sao_Paulo", "2018-11-04T02:30:00Z").await;
    let today = async || office.ok("clocks.my_day", Value::Null).await["date"].clone();
    assert_eq!(today().await, "2018-11-03");
    office.is_now("2018-11-04T03:00:00Z");
    assert_eq!(today().await, "2018-11-04");
    let found = due(&office, "observation_started", "2018-11-03T23:30", "US-MOON").await;
    assert_eq!(found, ("2018-11-05".to_owned(), "12:30 PM".to_owned()));
    // A minute that was skipped stands for the first one after it.
    let found = due(&office, "observation_started", "2018-11-04T00:00", "US-MOON").await;
    assert_eq!(found, ("2018-11-05".to_owned(), "1:00 PM".to_owned()));
    let patient = patient(&office).await;
    let grievance = office.ok("cases.open", case("grievance", &patient, "2018-11-03T23:30")).await;
    assert_eq!(days(&office, &grievance, "US-CMS-7").await, ["2018-11-10"]);
    happened(&office, &grievance, "restraint_death_known", "2018-11-04").await;
    assert_eq!(days(&office, &grievance, "US-CMS-RST-RPT").await, ["2018-11-05"]);
}

#[tokio::test]
async fn a_zone_that_skips_a_day_counts_its_hours_right() {
    // Samoa went from December 29 to December 31, 2011.
    let office = office_in("Pacific/Apia", "2011-12-30T09:59:00Z").await;
    let today = async || office.ok("clocks.my_day", Value::Null).await["date"].clone();
    assert_eq!(today().await, "2011-12-29");
    let found = due(&office, "observation_started", "2011-12-29T10:00", "US-MOON").await;
    assert_eq!(found, ("2011-12-31".to_owned(), "10:00 PM".to_owned()));
    office.is_now("2011-12-31T09:00:00Z");
    assert_eq!(today().await, "2011-12-31");
    // Nobody can have seen December 30 there. The hours run from the first minute after it.
    let found = due(&office, "observation_started", "2011-12-30T10:00", "US-MOON").await;
    assert_eq!(found, ("2012-01-01".to_owned(), "12:00 PM".to_owned()));
    let patient = patient(&office).await;
    let grievance = office.ok("cases.open", case("grievance", &patient, "2011-12-29T10:00")).await;
    // Seven days of the calendar, as they are written.
    assert_eq!(days(&office, &grievance, "US-CMS-7").await, ["2012-01-05"]);
}
