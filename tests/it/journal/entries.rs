//! What is done and what is looked at leaves an entry; what fails leaves none.

use std::collections::BTreeSet;
use std::time::Duration;

use office::app::{Caller, Host, command_table};
use office::kernel::Kind;
use office::table::Sort;
use office_tests::office::{NAME, TestOffice, case, id, person};
use serde_json::{Value, json};

use super::scene::{NEXT, everything, sample, scene, task};

#[tokio::test]
async fn every_action_leaves_exactly_one_entry_and_an_undo_takes_all_of_it_back() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let table = command_table();
    let actions: Vec<&str> =
        table.all().filter(|c| c.sort == Sort::Action).map(|c| c.name).collect();
    assert!(actions.len() > 15);
    for action in actions {
        let scene = scene(&office).await;
        let Some(input) = sample(&office, &scene, action).await else {
            panic!("{action} is new: say in `sample` what it is tried with");
        };
        let before = everything(&office, &scene).await;
        let entries = tables.entries().await;
        let reply = office.reply(action, input).await;
        assert_eq!(tables.entries().await, entries + 1, "{action}");
        assert_eq!(tables.last_entry().await.0, action);
        assert!(!reply.changed.is_empty(), "{action}");
        assert_ne!(everything(&office, &scene).await, before, "{action}");

        let entry = reply.entry.unwrap();
        let undone = office.reply("journal.undo", json!({ "entry": entry })).await;
        assert_eq!(undone.changed, reply.changed, "{action}");
        for (after, before) in everything(&office, &scene).await.iter().zip(&before) {
            assert_eq!(after, before, "{action} taken back");
        }
        let (name, facts) = tables.last_of("journal.undo").await;
        assert_eq!((name.as_str(), &facts["undoes"]), ("journal.undo", &json!(entry)));
        let again = office.refused("journal.undo", json!({ "entry": entry })).await;
        assert_eq!(again.kind, Kind::Conflict, "{action}");
        // What was taken back can itself be taken back.
        let redo = json!({ "entry": undone.entry.unwrap() });
        office.ok("journal.undo", redo).await;
        assert_ne!(everything(&office, &scene).await, before, "{action} done again");
    }
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}

#[tokio::test]
async fn tasks_that_touch_the_record_leave_an_entry_and_others_leave_none() {
    // These end or begin a session or need a preview or an entry first; each has a test of its own.
    const ELSEWHERE: [&str; 8] = [
        "journal.undo",
        "people.import_apply",
        "security.create",
        "security.leave_sample",
        "security.lock",
        "security.open_sample",
        "security.unlock",
        "security.unlock_with_keyring",
    ];
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let scene = scene(&office).await;
    let path = office.beside("copy.html");
    let table = command_table();
    for command in table.all().filter(|c| c.sort == Sort::Task && !ELSEWHERE.contains(&c.name)) {
        let name = command.name;
        let Some((input, left)) = task(name, &scene, &path) else {
            panic!("{name} is new: say in `task` what it is tried with");
        };
        let entries = tables.entries().await;
        office.ok(name, input).await;
        assert_eq!(tables.entries().await, entries + left, "{name}");
        if left > 0 {
            assert_eq!(tables.last_entry().await.0, name);
        }
    }
    let entries = tables.entries().await;
    office.lock().await;
    assert_eq!(tables.last_entry().await.0, "security.lock");
    office
        .ok(
            "security.unlock",
            json!({ "name": NAME,
            "passphrase": NEXT }),
        )
        .await;
    let (action, facts) = tables.last_entry().await;
    assert_eq!((action.as_str(), &facts["by"]), ("security.unlock", &json!("passphrase")));
    assert_eq!(tables.entries().await, entries + 2);
}

#[tokio::test]
async fn looking_at_somebody_is_on_record_and_a_list_is_not() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let scene = scene(&office).await;
    let table = command_table();
    let viewing: BTreeSet<&str> =
        table.all().filter(|c| c.sort == Sort::Viewing).map(|c| c.name).collect();
    assert_eq!(viewing, BTreeSet::from(["cases.view", "people.view"]));
    for (name, record) in [("cases.view", id(&scene.case)), ("people.view", scene.nurse.clone())] {
        let entries = tables.entries().await;
        office.ok(name, json!({ "id": record })).await;
        assert_eq!(tables.entries().await, entries + 1);
        assert_eq!(tables.last_entry().await, (name.to_owned(), json!({ "record": record })));
    }
    let options = json!({ "case": id(&scene.case), "paper": "a4", "copy": "full" });
    office.ok("exports.preview", options).await;
    assert_eq!(tables.last_entry().await.1, json!({ "record": id(&scene.case) }));
    let entries = tables.entries().await;
    for (name, input) in [
        ("people.list", json!({})),
        ("cases.list", json!({ "filter": {}, "order": "due" })),
        ("cases.counts", Value::Null),
        ("contacts.list", json!({ "case": id(&scene.case) })),
        ("clocks.my_day", Value::Null),
    ] {
        office.ok(name, input).await;
    }
    assert_eq!(tables.entries().await, entries);
}

#[tokio::test]
async fn a_search_is_on_record_once_its_words_have_settled() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let entries = tables.entries().await;
    for typed in ["a", "ab", "aba", "abar"] {
        office.ok("people.list", json!({ "text": typed })).await;
    }
    assert_eq!(tables.entries().await, entries, "letters on the way are not a search");
    office.ok("cases.list", json!({ "filter": { "text": "call light" }, "order": "due" })).await;
    assert_eq!(tables.entries().await, entries + 1);
    let searched = ("people.list".to_owned(), json!({ "words": "abar" }));
    assert_eq!(tables.last_entry().await, searched);
    office.lock().await;
    let (_, facts) = tables.last_of("cases.list").await;
    assert_eq!(facts, json!({ "words": "call light" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn writes_at_the_same_time_wait_for_each_other_and_none_is_lost() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let from = Caller { host: Host::Test };
    let writes: Vec<_> = (0..24)
        .map(|n| {
            let (office, patient) = (office.office.clone(), patient.clone());
            tokio::spawn(async move {
                if n % 3 == 0 {
                    let list = json!({ "filter": {}, "order": "due" });
                    return office.call(from, "cases.list", list).await.map(|_| Value::Null);
                }
                let form = case("grievance", &patient, "2026-03-03T09:00");
                office.call(from, "cases.open", form).await.map(|reply| reply.output)
            })
        })
        .collect();
    let mut numbers = BTreeSet::new();
    for write in writes {
        let opened = write.await.unwrap().unwrap();
        numbers.extend(opened["number"].as_str().map(str::to_owned));
    }
    assert_eq!(numbers.len(), 16);
    assert_eq!(numbers.last().map(String::as_str), Some("A-26-0016"));
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_dropped_half_way_is_done_whole_or_not_at_all() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    for n in 0..40 {
        let waiting = office.office.clone();
        let call = tokio::spawn(async move {
            let from = Caller { host: Host::Test };
            waiting.call(from, "people.add", person("patient", "Ruth", "Abara")).await
        });
        tokio::time::sleep(Duration::from_micros(n * 120)).await;
        call.abort();
        let _ = call.await;
    }
    office.ok("people.add", person("patient", "Esther", "Kim")).await;
    let added =
        tables.number("select count(*) from journal_entry where action = 'people.add'").await;
    assert!(added < 41, "no call was dropped half-way");
    assert_eq!(office.ok("people.list", json!({})).await["total"], added);
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
    office.lock().await;
    office.unlock().await;
}

#[tokio::test]
async fn what_fails_leaves_no_entry() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let scene = scene(&office).await;
    let entries = tables.entries().await;
    for (name, input) in [
        ("people.add", person("patient", "", "")),
        (
            "cases.close",
            json!({ "id": id(&scene.case), "outcome": "upheld", "note": "",
                                "on": "2026-03-10" }),
        ),
        ("cases.set_stage", json!({ "id": id(&scene.case), "stage": "nowhere" })),
        ("people.view", json!({ "id": "01890000-0000-7000-8000-000000000000" })),
        ("journal.undo", json!({ "entry": "01890000-0000-7000-8000-000000000000" })),
        ("nobody.knows", Value::Null),
    ] {
        office.refused(name, input).await;
    }
    assert_eq!(tables.entries().await, entries);
}
