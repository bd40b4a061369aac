//! Handing out, teach-back, going over it again, the register.

use office::kernel::{Error, Kind};
use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|field| field.field.as_str()).collect()
}

fn give(person: &str, case: Option<&str>, key: &str, teach_back: &Value) -> Value {
    json!({
        "person": person, "case": case, "way": "printed", "at": null, "note": null,
        "leaflets": [{ "key": key, "language": "en", "teachBack": teach_back }],
    })
}

fn said(outcome: &str, again_on: Option<&str>) -> Value {
    json!({
        "points": [
            { "ask": "How would you ask?", "outcome": "understood", "words": "In writing." },
            { "ask": "What if nothing comes?", "outcome": outcome, "words": "" },
        ],
        "interpreter": true, "note": "", "againOn": again_on,
    })
}

async fn case_of(office: &TestOffice) -> (String, String) {
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = id(&office.a_grievance(&patient).await);
    (patient, case)
}

#[tokio::test]
async fn what_is_not_yet_understood_comes_back_until_it_is() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    let form =
        give(&patient, Some(&case), "getting-your-record", &said("not_yet", Some("2026-03-12")));
    let given = office.ok("education.give", form).await;
    assert_eq!(given[0]["againOn"], "2026-03-12");
    assert_eq!(given[0]["teachBacks"][0]["interpreter"], true);
    let open = office.ok("education.follow_ups", Value::Null).await;
    assert_eq!(open[0]["personName"], "Ruth Abara");
    assert_eq!(open[0]["open"], json!(["What if nothing comes?"]));
    assert_eq!(open[0]["state"], "soon");
    office.is_now("2026-03-14T14:00:00Z");
    assert_eq!(office.ok("education.follow_ups", Value::Null).await[0]["state"], "overdue");
    let again = json!({ "handout": id(&given[0]), "form": said("retaught", None) });
    let after = office.ok("education.teach_back", again).await;
    assert!(after["againOn"].is_null());
    assert_eq!(after["teachBacks"].as_array().unwrap().len(), 2);
    assert_eq!(office.ok("education.follow_ups", Value::Null).await, json!([]));
}

#[tokio::test]
async fn a_point_that_is_not_spoken_of_again_stays_open() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    let form = give(&patient, Some(&case), "going-home", &said("not_yet", Some("2026-03-12")));
    let given = office.ok("education.give", form).await;
    let other = json!({
        "points": [{ "ask": "Who drives you?", "outcome": "understood", "words": "My son." }],
        "interpreter": false, "note": "", "againOn": null,
    });
    let again = json!({ "handout": id(&given[0]), "form": other });
    assert_eq!(fields(&office.refused("education.teach_back", again).await), ["againOn"]);
    let mut dated = other;
    dated["againOn"] = json!("2026-03-13");
    let again = json!({ "handout": id(&given[0]), "form": dated });
    let after = office.ok("education.teach_back", again).await;
    assert_eq!(after["againOn"], "2026-03-13");
    assert_eq!(after["teachBacks"][0]["points"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn not_yet_needs_a_day_that_has_not_passed() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    for day in [None, Some("2026-03-09")] {
        let form = give(&patient, Some(&case), "going-home", &said("not_yet", day));
        let refused = office.refused("education.give", form).await;
        assert_eq!(fields(&refused), ["leaflets.0.teachBack.againOn"]);
    }
    let none = office.ok("education.given", json!({ "person": patient, "case": null })).await;
    assert_eq!(none["handouts"], json!([]), "a refused handout leaves nothing behind");
}

#[tokio::test]
async fn nothing_is_given_of_what_does_not_exist_or_to_nobody() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    let lost = give(&patient, Some(&case), "no-such-leaflet", &Value::Null);
    assert_eq!(office.refused("education.give", lost).await.kind, Kind::NotFound);
    let mut none = give(&patient, Some(&case), "going-home", &Value::Null);
    none["leaflets"] = json!([]);
    assert_eq!(fields(&office.refused("education.give", none).await), ["leaflets"]);
    let mut future = give(&patient, Some(&case), "going-home", &Value::Null);
    future["at"] = json!("2026-03-11T10:00");
    assert_eq!(fields(&office.refused("education.give", future).await), ["at"]);
}

#[tokio::test]
async fn taking_it_back_takes_the_handout_and_its_teach_back() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    let form = give(&patient, Some(&case), "going-home", &said("not_yet", Some("2026-03-12")));
    let (_, entry) = office.done("education.give", form).await;
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let given = office.ok("education.given", json!({ "person": patient, "case": null })).await;
    assert_eq!(given["handouts"], json!([]));
    assert_eq!(office.ok("education.follow_ups", Value::Null).await, json!([]));
}

#[tokio::test]
async fn a_case_is_suggested_what_its_kind_rights_and_unit_call_for() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    let which = json!({ "person": null, "case": case });
    let before = office.ok("education.given", which.clone()).await;
    let keys = |view: &Value| -> Vec<String> {
        let list = view["suggestions"].as_array().unwrap();
        list.iter().map(|one| one["leaflet"]["key"].as_str().unwrap().to_owned()).collect()
    };
    assert!(keys(&before).contains(&"complaint-or-grievance".to_owned()), "{:?}", keys(&before));
    let rights = json!({ "case": case, "rights": ["access-to-record"] });
    let after = office.ok("education.set_rights", rights).await;
    assert_eq!(keys(&after).first().map(String::as_str), Some("getting-your-record"));
    assert_eq!(after["suggestions"][0]["byRights"], json!(["access-to-record"]));
    office
        .ok("education.give", give(&patient, Some(&case), "getting-your-record", &Value::Null))
        .await;
    let given = office.ok("education.given", which).await;
    assert!(!keys(&given).contains(&"getting-your-record".to_owned()), "it was given");
    assert_eq!(given["handouts"][0]["key"], "getting-your-record");
    let strange = json!({ "case": case, "rights": ["to-be-king"] });
    assert_eq!(fields(&office.refused("education.set_rights", strange).await), ["rights"]);
}

#[tokio::test]
async fn a_person_who_reads_spanish_is_suggested_spanish() {
    let office = TestOffice::hospital().await;
    let mut person = office_tests::office::person("patient", "Rosa", "Medina");
    person["writtenLanguage"] = json!("Spanish (Mexico)");
    let patient = id(&office.ok("people.add", person).await);
    let case = id(&office.a_grievance(&patient).await);
    let view = office.ok("education.given", json!({ "person": null, "case": case })).await;
    let grievance = view["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["leaflet"]["key"] == "complaint-or-grievance")
        .unwrap();
    assert_eq!(grievance["leaflet"]["language"], "es");
    assert_eq!(view["reads"], "es");
}

#[tokio::test]
async fn the_register_counts_by_leaflet_topic_language_unit_and_way() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    office
        .ok("education.give", give(&patient, Some(&case), "going-home", &said("understood", None)))
        .await;
    office
        .ok(
            "education.give",
            give(&patient, None, "going-home", &said("not_yet", Some("2026-03-20"))),
        )
        .await;
    let mut spanish = give(&patient, None, "interpreters", &Value::Null);
    spanish["leaflets"][0]["language"] = json!("es");
    spanish["way"] = json!("large_print");
    office.ok("education.give", spanish).await;
    let register =
        office.ok("education.register", json!({ "from": "2026-03-01", "to": "2026-03-31" })).await;
    assert_eq!(register["given"], 3);
    assert_eq!(register["people"], 1);
    assert_eq!(register["taught"], 2);
    assert_eq!(register["notYet"], 1);
    assert_eq!(register["leaflets"][0]["title"], "Going home: your checklist");
    assert_eq!(
        register["languages"],
        json!([{ "name": "en", "count": 2 }, { "name": "es", "count": 1 }])
    );
    assert_eq!(
        register["units"],
        json!([{ "name": "", "count": 2 }, { "name": "4 West", "count": 1 }])
    );
    let before =
        office.ok("education.register", json!({ "from": "2026-02-01", "to": "2026-02-28" })).await;
    assert_eq!(before["given"], 0);
    let turned = json!({ "from": "2026-03-31", "to": "2026-03-01" });
    assert_eq!(fields(&office.refused("education.register", turned).await), ["to"]);
}

#[tokio::test]
async fn the_case_summary_tells_what_was_given_and_said_back() {
    let office = TestOffice::hospital().await;
    let (patient, case) = case_of(&office).await;
    office
        .ok(
            "education.give",
            give(
                &patient,
                Some(&case),
                "getting-your-record",
                &said("not_yet", Some("2026-03-12")),
            ),
        )
        .await;
    let options = json!({ "case": case, "paper": "letter", "copy": "full" });
    let summary = office.ok("exports.preview", options).await.to_string();
    for said in [
        "Education given",
        "Getting your medical record",
        "In writing.",
        "Not yet",
        "An interpreter helped",
        "March 12, 2026",
    ] {
        assert!(summary.contains(said), "{said}");
    }
}
