//! Who may call what, and what happens to those who may not.

use std::fmt::Write as _;

use office::app::{Asked, Caller, Host, command_table};
use office::kernel::Kind;
use office::table::{Access, Role, Sort};
use office_tests::office::{TestOffice, id};
use serde_json::{Value, json};

#[test]
fn every_command_is_open_to_these_roles() {
    let mut text = format!("{:<28} {:<8}", "command", "kind");
    for role in Role::ALL {
        let _ = write!(text, " {:<10}", format!("{role:?}").to_lowercase());
    }
    text.truncate(text.trim_end().len());
    let table = command_table();
    for command in table.all() {
        let sort = format!("{:?}", command.sort).to_lowercase();
        let _ = write!(text, "\n{:<28} {sort:<8}", command.name);
        for role in Role::ALL {
            let may = match (command.access, command.access.allows(role)) {
                (Access::Open, _) => "open",
                (_, true) => "yes",
                (_, false) => "-",
            };
            let _ = write!(text, " {may:<10}");
        }
        text.truncate(text.trim_end().len());
    }
    crate::snapshot("access", &text);
}

#[tokio::test]
async fn each_role_is_denied_what_the_table_denies_it_and_the_denial_is_on_record() {
    let table = command_table();
    let mut office = TestOffice::hospital().await;
    for role in Role::ALL {
        office = office.as_only(role).await;
        let (watched, mut tables) = office.watched().await;
        office = watched;
        let mut denied = 0;
        for command in table.all().filter(|c| c.access != Access::Open) {
            // Without input nothing is done, but who may do it is asked first.
            let answer = office.call(command.name, Value::Null).await;
            let refused = answer.as_ref().is_err_and(|error| error.kind == Kind::Denied);
            assert_eq!(refused, !command.access.allows(role), "{} as {role:?}", command.name);
            if refused {
                denied += 1;
                let last = tables.last_entry().await;
                assert_eq!(last, ("security.denied".into(), json!({ "command": command.name })));
            }
            if !office.office.is_unlocked().await {
                office.unlock().await;
            }
        }
        assert!(denied > 0, "{role:?} may do everything");
    }
}

#[tokio::test]
async fn the_lock_window_calls_only_what_is_open_to_anybody() {
    let office = TestOffice::hospital().await;
    let table = command_table();
    for command in table.all() {
        let answer = office.call_from(Host::Lock, command.name, Value::Null).await;
        let locked = answer.as_ref().is_err_and(|error| error.kind == Kind::Locked);
        assert_eq!(locked, command.access != Access::Open, "{}", command.name);
    }
    assert!(office.office.is_unlocked().await);
}

#[tokio::test]
async fn while_locked_nothing_but_open_commands_answers() {
    let office = TestOffice::hospital().await;
    office.lock().await;
    let table = command_table();
    for host in [Host::Window, Host::Lock, Host::CommandLine, Host::Test] {
        for command in table.all().filter(|c| c.access != Access::Open) {
            let error = office.call_from(host, command.name, json!({})).await.unwrap_err();
            assert_eq!(error.kind, Kind::Locked, "{} from {host:?}", command.name);
        }
    }
}

#[test]
fn what_is_open_to_anybody_is_only_what_a_lock_screen_needs() {
    let table = command_table();
    let open: Vec<&str> =
        table.all().filter(|c| c.access == Access::Open).map(|c| c.name).collect();
    assert_eq!(
        open,
        [
            "office.progress",
            "office.stop",
            "security.create",
            "security.open_sample",
            "security.preferences",
            "security.set_preferences",
            "security.status",
            "security.suggest_passphrase",
            "security.unlock",
            "security.unlock_with_keyring",
        ]
    );
    assert!(table.all().filter(|c| c.access == Access::Open).all(|c| c.sort == Sort::Task));
}

#[tokio::test]
async fn a_command_that_is_not_there_is_not_found() {
    let office = TestOffice::hospital().await;
    assert_eq!(office.refused("cases.burn", Value::Null).await.kind, Kind::NotFound);
}

#[tokio::test]
async fn calls_that_come_together_go_through_the_gate_one_by_one() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    let case = id(&office.a_grievance(&patient).await);
    let office = office.as_only(Role::Auditor).await;
    let asked = json!([
        { "name": "cases.view", "input": { "id": case } },
        { "name": "cases.set_stage", "input": { "id": case, "stage": "investigating" } },
        { "name": "no.such", "input": null },
        { "name": "contacts.list", "input": { "case": case, "after": null, "limit": 5 } },
    ]);
    let told = async |host: Host| {
        let asked: Vec<Asked> = serde_json::from_value(asked.clone()).unwrap();
        let told = office.office.call_together(Caller { host }, asked).await;
        serde_json::to_value(told).unwrap()
    };
    let answers = told(Host::Test).await;
    assert_eq!(answers[0]["reply"]["output"]["number"], "A-26-0001");
    assert_eq!(answers[1]["refusal"]["kind"], "denied");
    assert!(answers[2]["refusal"]["message"].is_string());
    assert_eq!(answers[3]["reply"]["output"]["total"], 0);
    // A page that stands before a locked office learns nothing this way either.
    let locked = told(Host::Lock).await;
    let refused = locked.as_array().unwrap().iter().all(|one| one.get("refusal").is_some());
    assert!(refused, "{locked}");
}
