//! After any history the tables are what the journal says, row for row.

use office::kernel::Kind;
use office_tests::files::repository;
use office_tests::office::{TestOffice, case, contact, id, person};
use serde_json::{Value, json};

/// Chances that repeat from run to run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// What has been made so far, right or wrong: some of it is closed, stopped or taken back.
#[derive(Default)]
struct Made {
    people: Vec<String>,
    cases: Vec<String>,
    issues: Vec<String>,
    parties: Vec<String>,
    contacts: Vec<String>,
    clocks: Vec<String>,
    promises: Vec<String>,
    entries: Vec<String>,
    done: usize,
}

/// What one step is about.
struct Lot {
    word: &'static str,
    day: String,
    person: String,
    case: String,
    contact: String,
}

const WORDS: [&str; 6] =
    ["Call light", "=1+1", "שרה כהן", "<b>rail</b>", "Łódź, Straße", "e\u{301} \u{202E}x"];

impl Made {
    /// Does one thing. Being refused is part of a history; a fault of ours is not.
    async fn call(&mut self, office: &TestOffice, name: &str, input: Value) -> Value {
        match office.call(name, input).await {
            Ok(reply) => {
                self.done += 1;
                self.entries.extend(reply.entry);
                reply.output
            }
            Err(error) => {
                assert_ne!(error.kind, Kind::Bug, "{name}: {:?}", error.source);
                Value::Null
            }
        }
    }

    fn note(&mut self, view: &Value) {
        let ids = |list: &Value| -> Vec<String> {
            list.as_array().map(|all| all.iter().map(id).collect()).unwrap_or_default()
        };
        self.issues.extend(ids(&view["issues"]));
        self.parties.extend(ids(&view["parties"]));
        self.clocks.extend(ids(&view["clocks"]));
        self.promises.extend(ids(&view["promises"]));
    }

    async fn step(&mut self, office: &TestOffice, chance: &mut Chance) {
        let lot = Lot {
            word: WORDS[chance.below(WORDS.len())],
            day: format!("2026-03-{:02}T{:02}:30", 1 + chance.below(9), 8 + chance.below(9)),
            person: chance.one_of(&self.people).clone(),
            case: chance.one_of(&self.cases).clone(),
            contact: chance.one_of(&self.contacts).clone(),
        };
        match chance.below(16) {
            0 | 1 => self.with_people(office, chance, &lot).await,
            2..=6 => self.with_case(office, chance, &lot).await,
            7..=9 => self.in_case(office, chance, &lot).await,
            10..=14 => self.in_log(office, chance, &lot).await,
            _ => {
                // Mostly of late, since what is old has been built upon.
                let back = chance.below(self.entries.len().min(6));
                let entry = self.entries[self.entries.len() - 1 - back].clone();
                self.call(office, "journal.undo", json!({ "entry": entry })).await;
            }
        }
    }

    async fn with_people(&mut self, office: &TestOffice, chance: &mut Chance, lot: &Lot) {
        if chance.below(2) == 0 {
            let made = self.call(office, "people.add", person("relative", lot.word, "Kim")).await;
            self.people.extend(made.get("id").map(|_| id(&made)));
        } else {
            let form = person("patient", "Ruth", lot.word);
            let change = json!({ "id": lot.person, "form": form });
            self.call(office, "people.change", change).await;
        }
    }

    async fn with_case(&mut self, office: &TestOffice, chance: &mut Chance, lot: &Lot) {
        let kind = *chance.one_of(&["grievance", "grievance", "complaint", "question"]);
        let mut form = case(kind, &lot.person, &lot.day);
        match chance.below(6) {
            0 | 1 => {
                let made = self.call(office, "cases.open", form).await;
                self.cases.extend(made.get("id").map(|_| id(&made)));
            }
            2 => {
                form["happened"] = json!(lot.word);
                form["saidOn"] = json!(chance.one_of(&[None, Some("2026-02-27T10:00")]));
                let change = json!({ "id": lot.case, "form": form, "reason": lot.word });
                let view = self.call(office, "cases.change", change).await;
                self.note(&view);
            }
            3 => {
                let stage = *chance.one_of(&["triaged", "awaiting", "follow_up"]);
                let input = json!({ "id": lot.case, "stage": stage });
                self.call(office, "cases.set_stage", input).await;
            }
            4 => {
                let close = json!({ "id": lot.case, "outcome": "answered", "note": lot.word,
                                    "on": "2026-03-10" });
                self.call(office, "cases.close", close).await;
            }
            _ => {
                let reopen = json!({ "id": lot.case, "reason": lot.word });
                self.call(office, "cases.reopen", reopen).await;
            }
        }
    }

    async fn in_case(&mut self, office: &TestOffice, chance: &mut Chance, lot: &Lot) {
        if chance.below(2) == 0 {
            let issue = json!({ "case": lot.case, "about": lot.word });
            let view = self.call(office, "cases.add_issue", issue).await;
            self.note(&view);
            if let Some(issue) = self.issues.last() {
                let decide = json!({ "id": issue, "about": lot.word, "state": "decided",
                                     "outcome": "upheld", "finding": lot.word });
                self.call(office, "cases.change_issue", decide).await;
            }
            return;
        }
        let join = json!({ "case": lot.case, "person": lot.person, "role": "relative",
                           "relation": "friend", "mayBeTold": chance.below(2) == 0 });
        let view = self.call(office, "cases.add_party", join).await;
        self.note(&view);
        if chance.below(3) == 0 {
            let leave = json!({ "id": chance.one_of(&self.parties), "reason": lot.word });
            self.call(office, "cases.remove_party", leave).await;
        }
    }

    async fn in_log(&mut self, office: &TestOffice, chance: &mut Chance, lot: &Lot) {
        match chance.below(5) {
            0 | 1 => {
                let channel = *chance.one_of(&["call", "letter", "email", "note"]);
                let mut entry = contact(&lot.case, channel, &lot.day, lot.word);
                let both = office.call("clocks.for_case", json!({ "case": lot.case })).await;
                self.note(&both.map(|reply| reply.output).unwrap_or_default());
                if chance.below(2) == 0 {
                    entry["promise"] = json!({ "what": lot.word, "due": "2026-03-20", "to": null });
                }
                if chance.below(3) == 0 {
                    entry["meets"] = json!([chance.one_of(&self.clocks)]);
                }
                let made = self.call(office, "contacts.add", entry).await;
                self.contacts.extend(made.get("id").map(|_| id(&made)));
            }
            2 => {
                let amend = json!({
                    "id": lot.contact, "reason": lot.word, "channel": "visit",
                    "direction": "in", "at": lot.day, "minutes": chance.below(90),
                    "with": lot.person, "withName": null, "reached": "reached",
                    "summary": lot.word,
                });
                self.call(office, "contacts.amend", amend).await;
            }
            3 => {
                let clock = chance.one_of(&self.clocks).clone();
                let meet = json!({ "id": clock, "contact": lot.contact });
                self.call(office, "clocks.meet", meet).await;
            }
            _ => {
                let promise =
                    json!({ "case": lot.case, "what": lot.word, "due": "2026-03-12", "to": null });
                let view = self.call(office, "clocks.promise", promise).await;
                self.note(&view);
                if let Some(promise) = self.promises.last() {
                    let keep = json!({ "id": promise, "contact": lot.contact });
                    self.call(office, "clocks.keep_promise", keep).await;
                }
            }
        }
    }
}

/// An office after a long history that this seed decides.
async fn lived_in(seed: u64) -> (TestOffice, Made) {
    let office = TestOffice::hospital().await;
    let mut made =
        Made { people: vec![office.a_patient("Ruth", "Abara").await], ..Made::default() };
    let first = office.a_grievance(&made.people[0]).await;
    made.note(&first);
    made.cases.push(id(&first));
    let call = contact(&id(&first), "call", "2026-03-09T10:00", "She called.");
    made.contacts.push(id(&office.ok("contacts.add", call).await));
    made.note(&office.ok("clocks.for_case", json!({ "case": id(&first) })).await);
    let mut chance = Chance(seed);
    for step in 0..220 {
        if step % 70 == 35 {
            let file = *chance.one_of(&["names.json", "transfers.json", "coverage.json"]);
            let file = repository().join("tests/fixtures/fhir").join(file);
            let paths = json!({ "kind": "paths", "paths": [file] });
            let seen = office.ok("people.import_preview", paths).await;
            let apply = json!({ "token": seen["token"], "exclude": [1] });
            made.call(&office, "people.import_apply", apply).await;
        }
        if step % 90 == 60 {
            office.lock().await;
            office.unlock().await;
        }
        if !made.entries.is_empty() {
            made.step(&office, &mut chance).await;
        } else {
            let more = person("patient", "Esther", "Kim");
            made.call(&office, "people.add", more).await;
        }
    }
    (office, made)
}

/// Everything that screens show.
async fn everything(office: &TestOffice, made: &Made) -> Vec<Value> {
    let mut all = Vec::new();
    let list = |order: &str| json!({ "filter": {}, "order": order, "limit": 100 });
    for (name, input) in [
        ("people.list", json!({ "limit": 100 })),
        ("people.list", json!({ "limit": 100, "text": "kim" })),
        ("cases.list", list("received")),
        ("cases.list", list("due")),
        ("clocks.my_day", Value::Null),
        ("cases.counts", Value::Null),
    ] {
        all.push(office.ok(name, input).await);
    }
    for case in &made.cases {
        for (name, key) in
            [("cases.view", "id"), ("clocks.for_case", "case"), ("contacts.list", "case")]
        {
            let answer = office.call(name, json!({ key: case })).await;
            all.push(answer.map_or(Value::Null, |reply| reply.output));
        }
    }
    all
}

#[tokio::test]
async fn the_tables_are_what_the_journal_says_after_any_history() {
    for seed in [1, 2] {
        let (office, made) = lived_in(seed).await;
        assert!(made.done > 100, "only {} things were done", made.done);
        let before = everything(&office, &made).await;
        let report = office.ok("journal.verify", Value::Null).await;
        assert_eq!(report["firstFault"], Value::Null, "seed {seed}");
        let rebuilt = office.ok("journal.rebuild", Value::Null).await;
        assert_eq!(
            rebuilt["steps"][1]["words"], "Every record was made anew. Nothing had differed.",
            "seed {seed}"
        );
        assert_eq!(everything(&office, &made).await, before, "seed {seed}");
    }
}

#[tokio::test]
async fn tables_that_were_lost_are_made_anew_from_the_journal() {
    let (office, made) = lived_in(3).await;
    let before = everything(&office, &made).await;
    let (office, mut tables) = office.with_tables().await;
    tables.drop_guards().await;
    for table in ["people", "stays", "cases", "case_parties", "contacts", "clocks", "case_next"] {
        tables.run(&format!("delete from {table}")).await.unwrap();
    }
    tables
        .run("update case_issues set about = 'x'; update promises set due = '2030-01-01'")
        .await
        .unwrap();
    drop(tables);
    office.unlock().await;
    assert_ne!(everything(&office, &made).await, before);
    let report = office.ok("journal.verify", Value::Null).await;
    assert!(report["firstFault"].as_str().unwrap().starts_with("Records: "), "{report}");
    let rebuilt = office.ok("journal.rebuild", Value::Null).await;
    assert!(rebuilt["steps"][1]["words"].as_str().unwrap().contains("tables had differed"));
    assert_eq!(everything(&office, &made).await, before);
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}
