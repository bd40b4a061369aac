//! The journal: one entry an action, taking back, history, guards, and what the check finds.

use std::collections::{BTreeMap, BTreeSet};

use office::app::command_table;
use office::features;
use office::kernel::Kind;
use office::table::Sort;
use office_tests::files::{put, repository};
use office_tests::office::{TestOffice, case, contact, id, person};
use office_tests::store::Tables;
use serde_json::{Value, json};

/// Two people, and a grievance with an issue, a party, a promise, a contact and a letter.
struct Scene {
    patient: String,
    nurse: String,
    case: Value,
    call: Value,
    letter: String,
}

async fn scene(office: &TestOffice) -> Scene {
    let patient = office.a_patient("Ruth", "Abara").await;
    let nurse = id(&office.ok("people.add", person("hospital_staff", "Dele", "Okoro")).await);
    let case = office.a_grievance(&patient).await;
    office.ok("cases.add_issue", json!({ "case": id(&case), "about": "Call light" })).await;
    let party = json!({ "case": id(&case), "person": nurse, "role": "staff", "relation": "staff",
                        "mayBeTold": false });
    office.ok("cases.add_party", party).await;
    let promise =
        json!({ "case": id(&case), "what": "Call her", "due": "2026-03-12", "to": patient });
    office.ok("clocks.promise", promise).await;
    let call = contact(&id(&case), "call", "2026-03-10T09:00", "She called.");
    let call = office.ok("contacts.add", call).await;
    let letter = contact(&id(&case), "letter", "2026-03-10T09:30", "The decision.");
    let letter = id(&office.ok("contacts.add", letter).await);
    let case = office.ok("cases.view", json!({ "id": id(&case) })).await;
    Scene { patient, nurse, case, call, letter }
}

async fn clocks_of(office: &TestOffice, scene: &Scene) -> Value {
    office.ok("clocks.for_case", json!({ "case": id(&scene.case) })).await
}

/// What each action of the table is tried with. A new action needs a line here.
async fn sample(office: &TestOffice, scene: &Scene, action: &str) -> Option<Value> {
    let case_id = id(&scene.case);
    let clocks = clocks_of(office, scene).await;
    let mut form = scene.case["form"].clone();
    form["saidOn"] = json!("2026-02-27T10:00");
    let call = &scene.call["current"];
    Some(match action {
        "office.change" => {
            let mut settings = office.ok("office.view", Value::Null).await;
            settings["paper"] = json!("a4");
            settings
        }
        "people.add" => person("patient", "Esther", "Kim"),
        "people.change" => {
            json!({ "id": scene.patient, "form": person("patient", "Ruth", "Abara-Kim") })
        }
        "cases.open" => case("grievance", &scene.patient, "2026-03-05T09:00"),
        "cases.change" => json!({ "id": case_id, "form": form, "reason": "Heard earlier." }),
        "cases.set_stage" => json!({ "id": case_id, "stage": "investigating" }),
        "cases.close" => {
            let issue = &scene.case["issues"][0];
            let decided = json!({ "id": id(issue), "about": "Call light", "state": "decided",
                                  "outcome": "upheld", "finding": null });
            office.ok("cases.change_issue", decided).await;
            json!({ "id": case_id, "outcome": "upheld", "note": "Done.", "on": "2026-03-10" })
        }
        "cases.reopen" => {
            let close = Box::pin(sample(office, scene, "cases.close")).await.unwrap();
            office.ok("cases.close", close).await;
            json!({ "id": case_id, "reason": "Not done." })
        }
        "cases.add_issue" => json!({ "case": case_id, "about": "Bed rail" }),
        "cases.change_issue" => {
            json!({ "id": id(&scene.case["issues"][0]), "about": "Call light, 4 West",
                    "state": "investigating", "outcome": null, "finding": null })
        }
        "cases.add_party" => {
            json!({ "case": case_id, "person": scene.nurse, "role": "other", "relation": null,
                    "mayBeTold": true })
        }
        "cases.remove_party" => {
            json!({ "id": id(&scene.case["parties"][1]), "reason": "Not on that shift." })
        }
        "contacts.add" => {
            let mut more = contact(&case_id, "letter", "2026-03-10T09:40", "Interim notice.");
            more["meets"] = json!([id(&clocks["clocks"][0])]);
            more["keeps"] = json!([id(&clocks["promises"][0])]);
            more["promise"] = json!({ "what": "Write", "due": "2026-03-20", "to": null });
            more
        }
        "contacts.amend" => {
            json!({ "id": id(&scene.call), "reason": "Not so.", "channel": "visit",
                    "direction": "in", "at": call["at"], "minutes": null, "with": scene.patient,
                    "withName": null, "reached": "reached", "summary": "She came by." })
        }
        "clocks.promise" => {
            json!({ "case": case_id, "what": "Ask the ward", "due": "2026-03-11", "to": null })
        }
        "clocks.meet" => json!({ "id": id(&clocks["clocks"][1]), "contact": scene.letter }),
        "clocks.keep_promise" => {
            json!({ "id": id(&clocks["promises"][0]), "contact": id(&scene.call) })
        }
        _ => return None,
    })
}

/// Everything that screens show of the office and the scene.
async fn everything(office: &TestOffice, scene: &Scene) -> Vec<Value> {
    let case = json!({ "case": id(&scene.case) });
    let list = |order: &str| json!({ "filter": {}, "order": order, "limit": 100 });
    let mut all = Vec::new();
    for (name, input) in [
        ("office.view", Value::Null),
        ("people.list", json!({ "limit": 100 })),
        ("people.list", json!({ "text": "abara" })),
        ("people.view", json!({ "id": scene.patient })),
        ("cases.list", list("received")),
        ("cases.list", list("due")),
        ("cases.counts", Value::Null),
        ("cases.view", json!({ "id": id(&scene.case) })),
        ("contacts.list", case.clone()),
        ("clocks.for_case", case),
        ("clocks.my_day", Value::Null),
    ] {
        all.push(office.ok(name, input).await);
    }
    all
}

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

/// How many entries each task leaves, with what it is tried with. A new task needs a line here.
fn task(name: &str, scene: &Scene, path: &std::path::Path) -> Option<(Value, i64)> {
    let case = id(&scene.case);
    let options = json!({ "case": case, "paper": "a4", "copy": "full" });
    let mut leaving = options.clone();
    leaving["reason"] = json!("Asked for.");
    leaving["recipient"] = json!("The file room");
    leaving["path"] = json!(path);
    let passphrase = office_tests::office::PASSPHRASE;
    Some(match name {
        "exports.preview" => (options, 1),
        "exports.print" | "exports.save" => (leaving, 1),
        "journal.verify" | "journal.rebuild" => (Value::Null, 1),
        "journal.history" => (json!({ "record": case }), 0),
        "drafts.save" => (json!({ "key": "k", "title": "t", "body": 1 }), 0),
        "drafts.get" | "drafts.drop" => (json!({ "key": "k" }), 0),
        "people.import_drop" => (json!({ "token": "none" }), 0),
        "people.import_preview" => (json!({ "kind": "choose" }), 0),
        "security.set_keyring" => (json!({ "on": false, "passphrase": passphrase }), 1),
        "security.change_passphrase" => {
            (json!({ "current": passphrase, "next": "orchard velvet thunder nine" }), 1)
        }
        "drafts.list"
        | "office.progress"
        | "office.stop"
        | "security.status"
        | "security.touch"
        | "security.preferences"
        | "security.suggest_passphrase" => (Value::Null, 0),
        "security.set_preferences" => (json!({}), 0),
        _ => return None,
    })
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
            json!({ "name": office_tests::office::NAME,
            "passphrase": "orchard velvet thunder nine" }),
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

#[tokio::test]
async fn nothing_is_taken_back_once_something_rests_on_it() {
    let office = TestOffice::hospital().await;
    let undo = |entry: &str| json!({ "entry": entry });
    let (ruth, added) = office.done("people.add", person("patient", "Ruth", "Abara")).await;
    let (case, opened) =
        office.done("cases.open", case("grievance", &id(&ruth), "2026-03-03T09:00")).await;
    let call = contact(&id(&case), "letter", "2026-03-10T09:00", "The decision.");
    let (letter, logged) = office.done("contacts.add", call).await;
    let clocks = office.ok("clocks.for_case", json!({ "case": id(&case) })).await;
    let meet = json!({ "id": id(&clocks["clocks"][1]), "contact": id(&letter) });
    let (_, met) = office.done("clocks.meet", meet).await;
    // Each rests on the one before it, so only the last can go, and then the next.
    let mut order = vec![met, logged, opened, added];
    while !order.is_empty() {
        for built_upon in &order[1..] {
            let error = office.refused("journal.undo", undo(built_upon)).await;
            assert_eq!(error.kind, Kind::Conflict, "{error}");
            assert!(error.message.contains("something was built on it"), "{error}");
        }
        let last = order.remove(0);
        office.ok("journal.undo", undo(&last)).await;
    }
    assert_eq!(office.ok("people.list", json!({})).await["total"], 0);
    assert_eq!(office.ok("cases.counts", Value::Null).await["all"], 0);
    assert_eq!(office.ok("journal.verify", Value::Null).await["ok"], true);
}

#[tokio::test]
async fn an_older_value_does_not_come_back_over_a_newer_one() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let stage = |stage: &str| json!({ "id": id(&scene.case), "stage": stage });
    let (_, first) = office.done("cases.set_stage", stage("triaged")).await;
    let (_, second) = office.done("cases.set_stage", stage("awaiting")).await;
    let error = office.refused("journal.undo", json!({ "entry": first })).await;
    assert_eq!(error.kind, Kind::Conflict);
    office.ok("journal.undo", json!({ "entry": second })).await;
    let view = office.ok("cases.view", json!({ "id": id(&scene.case) })).await;
    assert_eq!(view["stage"], "triaged");
}

#[tokio::test]
async fn what_somebody_else_did_is_theirs_to_take_back() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let office = office.written_by_another(&id(&scene.case)).await;
    let (office, mut tables) = office.watched().await;
    let theirs = tables.text("select id from journal_entry where action = 'test.write'").await;
    let history = office.ok("journal.history", json!({ "record": id(&scene.case) })).await;
    let line = history.as_array().unwrap().iter().find(|l| l["entry"] == theirs).unwrap();
    assert_eq!(line["undoable"], false);
    let error = office.refused("journal.undo", json!({ "entry": theirs })).await;
    assert_eq!(error.kind, Kind::Denied);
    let (action, facts) = tables.last_entry().await;
    assert_eq!((action.as_str(), &facts["command"]), ("security.denied", &json!("journal.undo")));
}

#[tokio::test]
async fn an_office_cannot_be_unmade() {
    let (office, mut tables) = TestOffice::hospital().await.watched().await;
    let founding =
        tables.text("select id from journal_entry where action = 'security.create'").await;
    let error = office.refused("journal.undo", json!({ "entry": founding })).await;
    assert_eq!(error.kind, Kind::Conflict);
    office.lock().await;
    office.unlock().await;
    assert_eq!(office.ok("office.view", Value::Null).await["name"], "Test Office");
}

#[tokio::test]
async fn what_was_made_long_ago_stays_and_a_change_can_still_be_taken_back() {
    let office = TestOffice::hospital().await;
    let (ruth, added) = office.done("people.add", person("patient", "Ruth", "Abara")).await;
    let change = json!({ "id": id(&ruth), "form": person("patient", "Ruth", "Kim") });
    let (_, changed) = office.done("people.change", change).await;
    let lines: Vec<String> = (0..1_000)
        .map(|n| {
            format!(r#"{{"resourceType":"Patient","id":"p{n}","name":[{{"family":"F{n}"}}]}}"#)
        })
        .collect();
    let path = office.beside("many.ndjson");
    put(&path, lines.join("\n").as_bytes());
    let seen =
        office.ok("people.import_preview", json!({ "kind": "paths", "paths": [path] })).await;
    office.ok("people.import_apply", json!({ "token": seen["token"], "exclude": [] })).await;
    let history = office.ok("journal.history", json!({ "record": id(&ruth) })).await;
    let undoable: Vec<&Value> =
        history.as_array().unwrap().iter().map(|line| &line["undoable"]).collect();
    assert_eq!(undoable, [&json!(true), &json!(false)]);
    office.ok("journal.undo", json!({ "entry": changed })).await;
    let error = office.refused("journal.undo", json!({ "entry": added })).await;
    assert_eq!(error.kind, Kind::Conflict);
}

#[tokio::test]
async fn the_history_names_fields_people_and_reasons_in_words() {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let mut form = scene.case["form"].clone();
    form["raisedBy"] = json!(scene.nurse);
    form["urgency"] = json!("urgent");
    form["relation"] = json!("staff");
    let change = json!({ "id": id(&scene.case), "form": form, "reason": "She told us." });
    office.ok("cases.change", change).await;
    let history = office.ok("journal.history", json!({ "record": id(&scene.case) })).await;
    let line = &history[0];
    assert_eq!(line["words"], "Ana Test changed the case");
    assert_eq!((&line["actor"], &line["reason"]), (&json!("Ana Test"), &json!("She told us.")));
    assert_eq!(
        (&line["at"], &line["undoable"]),
        (&json!("2026-03-10T14:00:00.000Z"), &json!(true))
    );
    let changes: BTreeMap<&str, (&Value, &Value)> = line["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["label"].as_str().unwrap(), (&c["from"], &c["to"])))
        .collect();
    assert_eq!(
        changes,
        BTreeMap::from([
            ("Raised by", (&json!("Ruth Abara"), &json!("Dele Okoro"))),
            ("Relation", (&json!("The patient"), &json!("Staff"))),
            ("Urgency", (&json!("Routine"), &json!("Urgent"))),
        ])
    );
    let actions: Vec<&str> =
        history.as_array().unwrap().iter().map(|line| line["action"].as_str().unwrap()).collect();
    assert_eq!(
        actions,
        [
            "cases.change",
            "contacts.add",
            "contacts.add",
            "clocks.promise",
            "cases.add_party",
            "cases.add_issue",
            "cases.open"
        ]
    );
    let nurse = office.ok("journal.history", json!({ "record": scene.nurse })).await;
    assert_eq!(nurse.as_array().unwrap().len(), 1);
    assert_eq!(nurse[0]["words"], "Ana Test added this person");
}

/// Tables that are no projection of the journal.
const FREE: [&str; 8] = [
    "_sqlx_migrations",
    "apply_guard",
    "draft",
    "journal_change",
    "journal_entry",
    "journal_head",
    "journal_slice",
    "local_identity",
];

async fn projected(tables: &mut Tables) -> Vec<String> {
    let all: Vec<(String,)> = tables
        .rows(
            "select name from pragma_table_list where schema = 'main' and type = 'table' \
             and name not like 'sqlite%' order by name",
        )
        .await;
    all.into_iter().map(|(name,)| name).filter(|name| !FREE.contains(&name.as_str())).collect()
}

/// An office with a row in every table.
async fn full_office() -> TestOffice {
    let office = TestOffice::hospital().await;
    let scene = scene(&office).await;
    let amend = sample(&office, &scene, "contacts.amend").await.unwrap();
    office.ok("contacts.amend", amend).await;
    let (save, _) = task("exports.save", &scene, &office.beside("copy.html")).unwrap();
    office.ok("exports.save", save).await;
    let file = repository().join("tests/fixtures/fhir/coverage.json");
    let bulk = repository().join("tests/fixtures/fhir/bulk.ndjson");
    let paths = json!({ "kind": "paths", "paths": [file, bulk] });
    let seen = office.ok("people.import_preview", paths).await;
    office.ok("people.import_apply", json!({ "token": seen["token"], "exclude": [] })).await;
    office
}

#[tokio::test]
async fn only_the_journal_writes_to_the_tables() {
    let (office, mut tables) = full_office().await.watched().await;
    let names = projected(&mut tables).await;
    assert!(names.len() > 15, "{names:?}");
    for name in names {
        let column =
            tables.text(&format!("select name from pragma_table_info('{name}') limit 1")).await;
        assert!(
            tables.number(&format!("select count(*) from {name}")).await > 0,
            "{name} is empty"
        );
        for sql in [
            format!("insert into {name} select * from {name}"),
            format!("update {name} set {column} = {column}"),
            format!("delete from {name}"),
        ] {
            let error = tables.run(&sql).await.unwrap_err().to_string();
            assert!(
                error.contains(&format!("only the journal writes to {name}")),
                "{sql}: {error}"
            );
        }
    }
    for name in ["journal_entry", "journal_slice", "journal_change", "journal_head"] {
        let column =
            tables.text(&format!("select name from pragma_table_info('{name}') limit 1")).await;
        for sql in [format!("update {name} set {column} = {column}"), format!("delete from {name}")]
        {
            let error = tables.run(&sql).await.unwrap_err().to_string();
            assert!(error.contains("the journal is append-only"), "{sql}: {error}");
        }
    }
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}

#[tokio::test]
async fn every_column_belongs_to_a_field_and_every_field_to_a_column() {
    const FIXED: [&str; 6] = ["id", "made_at", "made_by", "n", "scope", "voided"];
    let (_, mut tables) = TestOffice::hospital().await.with_tables().await;
    let kinds = features::kinds();
    let mut laid_out = BTreeSet::new();
    for kind in kinds.all() {
        let mut expected: BTreeSet<String> = FIXED.map(str::to_owned).into();
        for name in kind.fields.iter().map(|f| f.name).chain(kind.computed.iter().copied()) {
            assert!(expected.insert(name.to_owned()), "{}.{name} is there twice", kind.name);
        }
        let columns: Vec<(String,)> =
            tables.rows(&format!("select name from pragma_table_info('{}')", kind.table)).await;
        let columns: BTreeSet<String> = columns.into_iter().map(|(name,)| name).collect();
        assert_eq!(columns, expected, "{}", kind.table);
        assert!(kind.fields.iter().all(|f| !f.label.is_empty()) && !kind.label.is_empty());
        assert!(laid_out.insert(kind.table), "two kinds share {}", kind.table);
    }
    let names: BTreeSet<String> = projected(&mut tables).await.into_iter().collect();
    // Worked out by triggers from the tables above.
    let derived = ["case_next", "journal_record", "person_attachment", "person_identifier"];
    let expected: BTreeSet<String> =
        laid_out.into_iter().chain(derived).map(str::to_owned).collect();
    assert_eq!(names, expected);
    for (table,) in tables
        .rows::<(String,)>(
            "select distinct tbl_name from sqlite_schema where type = 'index' \
             and (sql like 'create unique%' or sql is null)",
        )
        .await
    {
        // Nothing that a person types may be unique: two laptops would lose one of two.
        let unique: Vec<(String,)> = tables
            .rows(&format!(
                "select c.name from pragma_index_list('{table}') i, pragma_index_info(i.name) c \
                 where i.\"unique\" and i.origin <> 'pk'"
            ))
            .await;
        assert!(unique.iter().all(|(column,)| column == "id"), "{table}: {unique:?}");
    }
}

#[test]
fn a_merge_rule_is_declared_for_every_field() {
    let mut text = String::new();
    for kind in features::kinds().all() {
        text.push_str(&format!("{} ({})\n", kind.name, kind.topics.join(", ")));
        for field in kind.fields {
            text.push_str(&format!("  {:<18} {:?}\n", field.name, field.merge));
        }
    }
    crate::snapshot("merge", &text);
}

/// What the check first finds after somebody with the key ran this SQL.
async fn found_after(office: TestOffice, sql: &str) -> (TestOffice, String) {
    let (office, mut tables) = office.with_tables().await;
    tables.drop_guards().await;
    assert!(tables.run(sql).await.unwrap() > 0, "{sql}");
    drop(tables);
    office.unlock().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let fault = report["firstFault"].as_str().unwrap_or_else(|| panic!("not found: {sql}"));
    assert_eq!(report["ok"], false);
    (office, fault.to_owned())
}

#[tokio::test]
async fn tables_that_were_tampered_with_are_named_and_can_be_made_anew() {
    let mut office = full_office().await;
    for (sql, fault) in [
        ("update people set notes = 'she is lying'", "Records: One table differ"),
        ("delete from contact_versions", "the first: contact_versions"),
        ("update clocks set due = '2027-01-01', met_on = '2026-03-09'", "differ"),
        ("update disclosures set recipient = 'nobody'", "the first: disclosures"),
        ("insert into people_search (rowid, words) values (999, 'ghost')", "people_search"),
        ("delete from person_identifier", "the first: person_identifier"),
        ("update journal_record set heads = '[]'", "the first: journal_record"),
        (
            "insert into staff (n, id, scope, made_at, made_by, name, roles, slot)
             values (99, 'x', 'x', 'x', 'x', 'Eve', '[\"admin\"]', 'u-09')",
            "the first: staff",
        ),
    ] {
        let (spoiled, found) = found_after(office, sql).await;
        assert!(found.contains(fault), "{sql}: {found}");
        let mended = spoiled.ok("journal.rebuild", Value::Null).await;
        assert_eq!(mended["ok"], true, "{mended}");
        let report = spoiled.ok("journal.verify", Value::Null).await;
        assert_eq!(report["firstFault"], Value::Null, "{sql}");
        office = spoiled;
    }
}

#[tokio::test]
async fn a_journal_that_was_tampered_with_is_found_and_no_table_is_made_from_it() {
    for (sql, fault) in [
        (
            "update journal_change set fields = replace(fields, 'She called.', 'He called.')",
            "what it changed was altered",
        ),
        ("update journal_change set record = 'x' where n = 9", "what it changed was altered"),
        ("update journal_change set base = '[\"x\"]' where n = 9", "what it changed was altered"),
        ("update journal_slice set reason = 'because'", "what it changed was altered"),
        ("update journal_slice set facts = 'no JSON'", "what it changed was altered"),
        (
            "update journal_slice set facts = '{}' where facts is null",
            "what it changed was altered",
        ),
        (
            "update journal_entry set at = '2026-01-01T00:00:00.000Z' where n = 5",
            "header was altered",
        ),
        ("update journal_entry set actor = device where n = 5", "header was altered"),
        ("update journal_entry set action = 'people.view' where n = 5", "header was altered"),
        ("update journal_entry set hash = prev_hash where n = 5", "header was altered"),
        ("update journal_entry set prev_hash = '' where n = 5", "not linked"),
        ("delete from journal_entry where n = 5", "an entry before it is missing"),
        (
            "delete from journal_slice where entry = (select id from journal_entry where n = 5)",
            "a part of it is missing",
        ),
        ("delete from journal_change where n = 9", "what it changed was altered"),
        (
            "insert into journal_change (entry, ord, kind, record, scope, base, fields)
             select entry, 99, kind, record, 'elsewhere', base, fields from journal_change limit 1",
            "a change was slipped in",
        ),
        (
            "insert into journal_change (entry, ord, kind, record, scope, base, fields)
             select 'nobody', ord, kind, record, scope, base, fields from journal_change limit 1",
            "belong to no entry",
        ),
    ] {
        let (office, found) = found_after(full_office().await, sql).await;
        assert!(found.starts_with("Journal: ") && found.contains(fault), "{sql}: {found}");
        let report = office.ok("journal.rebuild", Value::Null).await;
        assert_eq!(report["ok"], false, "{sql}");
    }
}

#[tokio::test]
async fn a_journal_cut_short_is_found_by_what_was_signed_beside_it() {
    let cut = "delete from journal_change where entry in
                 (select id from journal_entry order by n desc limit 4);
               delete from journal_slice where entry in
                 (select id from journal_entry order by n desc limit 4);
               delete from journal_entry where n > (select max(n) - 4 from journal_entry)";
    let (office, found) = found_after(full_office().await, cut).await;
    assert!(found.starts_with("Signatures: The office file is older than"), "{found}");
    // Also when the file beside it went with the entries: the store has its own copy.
    std::fs::remove_file(office.folder().join("anchors.log")).unwrap();
    let report = office.ok("journal.verify", Value::Null).await;
    assert!(report["firstFault"].as_str().unwrap().starts_with("Signatures"), "{report}");
}

#[tokio::test]
async fn a_mark_signed_by_a_stranger_is_found() {
    let office = full_office().await;
    office.lock().await;
    let other = TestOffice::hospital().await;
    other.lock().await;
    let strange = std::fs::read(other.folder().join("anchors.log")).unwrap();
    let office = office.restarted();
    put(&office.folder().join("anchors.log"), &strange);
    office.unlock().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let fault = report["firstFault"].as_str().unwrap();
    assert_eq!(fault, "Signatures: A signed mark beside the office file is not one of ours.");
}

#[tokio::test]
async fn a_whole_office_is_found_whole_step_by_step() {
    let office = full_office().await;
    let report = office.ok("journal.verify", Value::Null).await;
    let names: Vec<&str> =
        report["steps"].as_array().unwrap().iter().map(|s| s["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Seals", "Structure", "Journal", "Signatures", "Records"]);
    assert_eq!((&report["ok"], &report["firstFault"]), (&json!(true), &Value::Null));
    let rebuilt = office.ok("journal.rebuild", Value::Null).await;
    let words = rebuilt["steps"][1]["words"].as_str().unwrap();
    assert_eq!(words, "Every record was made anew. Nothing had differed.");
}
