//! Making, unlocking and locking an office; what is refused, and that it stays as it was.

use std::path::PathBuf;
use std::time::Duration;

use office::app::Event;
use office::kernel::Kind;
use office_tests::files::{bytes_below, put};
use office_tests::office::{NAME, PASSPHRASE, TestOffice, case, person};
use serde_json::{Value, json};

fn with(passphrase: &str) -> Value {
    json!({ "name": NAME, "passphrase": passphrase })
}

async fn status(office: &TestOffice) -> Value {
    office.ok("security.status", Value::Null).await
}

#[tokio::test]
async fn an_office_is_made_locked_and_unlocked_again() {
    let office = TestOffice::empty();
    assert_eq!(status(&office).await["state"], "none");
    office.found("us-hospital").await;
    let open = status(&office).await;
    assert_eq!(open["state"], "unlocked");
    assert_eq!(open["office"]["name"], "Test Office");
    assert_eq!(open["office"]["paper"], "letter");
    assert_eq!(open["person"]["name"], NAME);
    assert_eq!(open["person"]["roles"], json!(["advocate", "supervisor", "admin"]));
    assert_eq!(open["now"], "2026-03-10T10:00");
    office.ok("security.lock", Value::Null).await;
    assert_eq!(status(&office).await["state"], "locked");
    let office = office.restarted();
    assert_eq!(status(&office).await["state"], "locked");
    // The name is found whatever its case and spaces.
    office.ok("security.unlock", json!({ "name": " ana  TEST ", "passphrase": PASSPHRASE })).await;
    assert_eq!(status(&office).await["office"], open["office"]);
}

#[tokio::test]
async fn a_locked_office_says_nothing_of_itself() {
    let office = TestOffice::hospital().await;
    office.lock().await;
    let locked = status(&office).await;
    assert_eq!((&locked["office"], &locked["person"]), (&Value::Null, &Value::Null));
    let said = locked.to_string().to_lowercase();
    for secret in ["test office", "ana", "hospital", "advocate", "new_york"] {
        assert!(!said.contains(secret), "{said}");
    }
}

#[tokio::test]
async fn everything_wrong_with_a_new_office_is_named_at_once() {
    let office = TestOffice::empty();
    let error = office
        .refused(
            "security.create",
            json!({ "officeName": " ", "yourName": "", "passphrase": "too short",
                    "profile": "us-bakery", "timeZone": "Mars/Olympus" }),
        )
        .await;
    let fields: Vec<&str> = error.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["officeName", "yourName", "profile", "timeZone", "passphrase"]);
    assert_eq!(status(&office).await["state"], "none");
    assert!(!office.folder().exists());
}

#[tokio::test]
async fn a_passphrase_that_is_little_more_than_a_name_is_refused() {
    let office = TestOffice::empty();
    let error = office
        .refused(
            "security.create",
            json!({ "officeName": "Lakeside Patient Advocacy", "yourName": NAME,
                    "passphrase": "Lakeside Patient Advocacy 7", "profile": "us-hospital",
                    "timeZone": "America/New_York" }),
        )
        .await;
    assert_eq!(error.fields[0].field, "passphrase");
    assert!(error.message.contains("little more than a name"), "{error}");
}

#[tokio::test]
async fn a_suggested_passphrase_opens_an_office() {
    let office = TestOffice::empty();
    let suggested = office.ok("security.suggest_passphrase", Value::Null).await;
    let words = suggested["passphrase"].as_str().unwrap();
    assert_eq!(words.split(' ').count(), 6);
    let made = json!({ "officeName": "Test Office", "yourName": NAME, "passphrase": words,
                       "profile": "us-hospital", "timeZone": "America/New_York" });
    office.ok("security.create", made.clone()).await;
    office.lock().await;
    office.ok("security.unlock", with(words)).await;
    let again = office.refused("security.create", made).await;
    assert_eq!(again.kind, Kind::Conflict);
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_passphrase_sound_the_same_and_open_nothing() {
    let office = TestOffice::hospital().await;
    office.lock().await;
    let passphrase = office.refused("security.unlock", with("copper meadow lantern eight")).await;
    let name = json!({ "name": "Anna Test", "passphrase": PASSPHRASE });
    let name = office.refused("security.unlock", name).await;
    assert_eq!(passphrase.kind, Kind::Invalid);
    assert_eq!(passphrase.fields, name.fields);
    assert_eq!(status(&office).await["state"], "locked");
    let empty = office.refused("security.unlock", json!({ "name": " ", "passphrase": "" })).await;
    let fields: Vec<&str> = empty.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["name", "passphrase"]);
    office.unlock().await;
}

#[tokio::test]
async fn after_wrong_tries_there_is_a_wait_also_for_the_right_one_and_it_ends() {
    let office = TestOffice::hospital().await;
    office.lock().await;
    for _ in 0..3 {
        office.refused("security.unlock", with("a wrong passphrase")).await;
    }
    let wait = office.refused("security.unlock", with(PASSPHRASE)).await;
    assert_eq!((wait.kind, wait.fields[0].field.as_str()), (Kind::Invalid, "passphrase"));
    assert!(wait.message.contains("second"), "{wait}");
    // A program started anew waits just as long.
    let office = office.restarted();
    let again = office.refused("security.unlock", with(PASSPHRASE)).await;
    assert_eq!(again.message, wait.message);
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    office.unlock().await;
}

#[tokio::test]
async fn a_second_bedside_on_one_store_says_so_and_changes_nothing() {
    let office = TestOffice::hospital().await;
    let before = bytes_below(&office.folder());
    let second = office.second();
    let told = status(&second).await;
    assert_eq!(told["state"], "in_use_elsewhere");
    assert!(told["problem"].as_str().unwrap().contains("Another Bedside"), "{told}");
    let error = second.refused("security.unlock", with(PASSPHRASE)).await;
    assert_eq!(error.kind, Kind::Unavailable);
    let made = json!({ "officeName": "Other", "yourName": NAME, "passphrase": PASSPHRASE,
                       "profile": "us-hospital", "timeZone": "America/New_York" });
    assert_eq!(second.refused("security.create", made).await.kind, Kind::Conflict);
    assert_eq!(bytes_below(&office.folder()), before);
    // The first goes on, locked or not, and the second gets its turn when it is gone.
    office.a_patient("Ruth", "Abara").await;
    office.lock().await;
    assert_eq!(status(&second).await["state"], "in_use_elsewhere");
    drop(office);
    second.unlock().await;
}

#[tokio::test]
async fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let office = TestOffice::hospital().await;
    let change = |current: &str, next: &str| json!({ "current": current, "next": next });
    let next = "orchard velvet thunder nine";
    let wrong =
        office.refused("security.change_passphrase", change("not my passphrase", next)).await;
    assert_eq!((wrong.kind, wrong.fields[0].field.as_str()), (Kind::Invalid, "current"));
    let weak = office.refused("security.change_passphrase", change(PASSPHRASE, "short")).await;
    assert_eq!(weak.fields[0].field, "next");
    let near =
        office.refused("security.change_passphrase", change(PASSPHRASE, "Test Office 12345")).await;
    assert_eq!(near.fields[0].field, "next");
    office.ok("security.change_passphrase", change(PASSPHRASE, next)).await;
    let office = office.restarted();
    office.refused("security.unlock", with(PASSPHRASE)).await;
    office.ok("security.unlock", with(next)).await;
}

#[tokio::test]
async fn without_a_key_store_the_passphrase_is_the_way_in() {
    let office = TestOffice::hospital().await;
    let set = |on, passphrase| json!({ "on": on, "passphrase": passphrase });
    let wrong = office.refused("security.set_keyring", set(true, "not my passphrase")).await;
    assert_eq!((wrong.kind, wrong.fields[0].field.as_str()), (Kind::Invalid, "passphrase"));
    let off = office.ok("security.set_keyring", set(false, PASSPHRASE)).await;
    assert_eq!(off["keyring"], false);
    office.lock().await;
    assert_eq!(status(&office).await["keyring"], false);
    let error = office.refused("security.unlock_with_keyring", json!({ "name": NAME })).await;
    assert_eq!(error.kind, Kind::Unavailable);
    assert!(error.message.ends_with("Your passphrase still works."), "{error}");
    office.unlock().await;
}

#[tokio::test]
async fn an_office_of_a_newer_bedside_is_left_alone_to_the_byte() {
    let office = TestOffice::hospital().await;
    office.lock().await;
    let header = office.folder().join("gen-000001/header.json");
    let text = std::fs::read_to_string(&header).unwrap();
    for field in ["min_reader", "min_writer"] {
        let newer = text.replace(&format!("\"{field}\":1"), &format!("\"{field}\":2"));
        assert_ne!(newer, text);
        put(&header, newer.as_bytes());
        let before = bytes_below(&office.folder());
        let second = office.second();
        let told = status(&second).await;
        assert_eq!(told["state"], "unreadable");
        assert!(told["problem"].as_str().unwrap().contains("newer"), "{told}");
        let error = second.refused("security.unlock", with(PASSPHRASE)).await;
        assert!(error.message.contains("newer"), "{error}");
        assert_eq!(bytes_below(&office.folder()), before);
    }
}

#[tokio::test]
async fn tables_of_a_newer_bedside_are_left_alone_to_the_byte() {
    let office = TestOffice::hospital().await;
    let (office, mut tables) = office.with_tables().await;
    tables
        .run(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             values (99990101000000, 'of a newer bedside', 1, x'00', 0)",
        )
        .await
        .unwrap();
    drop(tables);
    let before = store_file(&office);
    let error = office.refused("security.unlock", with(PASSPHRASE)).await;
    assert_eq!(error.kind, Kind::Unavailable);
    assert!(error.message.contains("newer Bedside"), "{error}");
    assert_eq!(store_file(&office), before);
}

fn store_path(office: &TestOffice) -> PathBuf {
    office.folder().join("gen-000001/store.db")
}

fn store_file(office: &TestOffice) -> Vec<u8> {
    std::fs::read(store_path(office)).unwrap()
}

/// Puts `bytes` in the place of the database; it must be refused and stay as it is.
async fn refuses_store(office: TestOffice, what: &str, bytes: &[u8]) -> TestOffice {
    put(&store_path(&office), bytes);
    let error = office.refused("security.unlock", with(PASSPHRASE)).await;
    assert_eq!(error.kind, Kind::Unavailable, "{what}: {error} {:?}", error.source);
    assert_eq!(store_file(&office), bytes, "{what}");
    office.restarted()
}

#[tokio::test]
async fn a_database_that_is_not_ours_or_cut_short_is_refused_and_stays_as_it_is() {
    let office = TestOffice::hospital().await;
    office.a_patient("Ruth", "Abara").await;
    office.lock().await;
    let whole = store_file(&office);
    let other = TestOffice::hospital().await;
    other.lock().await;
    let theirs = store_file(&other);
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.extend(&whole[16..]);
    let mut salted = whole[..16].to_vec();
    salted.extend(&theirs[16..]);
    let noise: Vec<u8> = (0..whole.len()).map(|n| (n * 7_919).to_le_bytes()[1]).collect();
    let half = whole.len() / 4096 / 2 * 4096;
    let mut office = office.restarted();
    for (what, bytes) in [
        ("another office's", theirs.as_slice()),
        ("another office's under our salt", &salted),
        ("a plain database", &plain),
        ("noise", &noise),
        ("nothing", &[]),
        ("ten bytes", &whole[..10]),
        ("half a page", &whole[..2_000]),
        ("one page", &whole[..4_096]),
        ("half of the pages", &whole[..half]),
        ("all pages but the last", &whole[..whole.len() - 4_096]),
        // What is cut off reads as zeros, and one byte of a seal may be zero.
        ("all but the last bytes", &whole[..whole.len() - 16]),
    ] {
        office = refuses_store(office, what, bytes).await;
    }
    put(&store_path(&office), &whole);
    office.unlock().await;
    assert_eq!(office.ok("journal.verify", Value::Null).await["ok"], true);
}

#[tokio::test]
async fn a_folder_where_something_else_is_stays_as_it_is() {
    for (name, bytes) in [("CURRENT", b"gen-000001\n".as_slice()), ("CURRENT", b"../../etc\n")] {
        let office = TestOffice::empty();
        vault::files::create_private_folder(&office.folder()).unwrap();
        put(&office.folder().join(name), bytes);
        let before = bytes_below(&office.folder());
        let told = status(&office).await;
        assert_eq!(told["state"], "unreadable");
        assert!(told["problem"].is_string());
        office.refused("security.unlock", with(PASSPHRASE)).await;
        assert_eq!(bytes_below(&office.folder()), before);
    }
}

#[tokio::test]
async fn preferences_are_kept_before_and_after_there_is_an_office() {
    let office = TestOffice::empty();
    let plain = office.ok("security.preferences", Value::Null).await;
    assert_eq!(plain["textScale"], 100);
    let wanted = json!({ "theme": "dark", "contrast": "loud", "textScale": 900, "dates": "uk",
                         "clock24": true });
    let kept = office.ok("security.set_preferences", wanted).await;
    let expected = json!({ "theme": "dark", "contrast": "system", "textScale": 200,
                           "dates": "uk", "clock24": true });
    assert_eq!(kept, expected);
    office.found("us-hospital").await;
    office.lock().await;
    let office = office.restarted();
    assert_eq!(office.ok("security.preferences", Value::Null).await, expected);
    let file = office.folder().join("preferences.json");
    put(&file, br#"{"theme":"<script>","textScale":4000000000,"clock24":true}"#);
    let read = office.ok("security.preferences", Value::Null).await;
    assert_eq!((&read["theme"], &read["textScale"]), (&json!("system"), &json!(200)));
    put(&file, b"not JSON");
    assert_eq!(office.ok("security.preferences", Value::Null).await, plain);
}

#[tokio::test]
async fn the_settings_of_the_office_hold_at_once_and_go_back_with_an_undo() {
    let office = TestOffice::hospital().await;
    let mut settings = office.ok("office.view", Value::Null).await;
    settings["lockAfterMinutes"] = json!(12);
    settings["timeZone"] = json!("Europe/London");
    settings["name"] = json!("Night Office");
    let (_, entry) = office.done("office.change", settings.clone()).await;
    let now = status(&office).await;
    assert_eq!((&now["lockAfterMinutes"], &now["now"]), (&json!(12), &json!("2026-03-10T14:00")));
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let back = status(&office).await;
    assert_eq!((&back["lockAfterMinutes"], &back["now"]), (&json!(5), &json!("2026-03-10T10:00")));
    for (field, wrong) in [
        ("name", json!(" ")),
        ("timeZone", json!("Here")),
        ("lockAfterMinutes", json!(0)),
        ("profile", json!("uk-england")),
    ] {
        let mut settings = settings.clone();
        settings[field] = wrong;
        let error = office.refused("office.change", settings).await;
        assert_eq!(error.fields[0].field, field);
    }
    assert_eq!(status(&office).await["now"], back["now"]);
}

#[tokio::test]
async fn a_locked_office_answers_to_nothing_until_it_is_unlocked() {
    let office = TestOffice::hospital().await;
    let patient = office.a_patient("Ruth", "Abara").await;
    office.lock().await;
    let open = case("complaint", &patient, "2026-03-03T09:00");
    assert_eq!(office.refused("cases.open", open.clone()).await.kind, Kind::Locked);
    assert_eq!(office.refused("people.view", json!({ "id": patient })).await.kind, Kind::Locked);
    office.unlock().await;
    office.ok("cases.open", open).await;
}

#[tokio::test]
async fn the_windows_hear_that_a_day_has_begun_and_once() {
    let office = TestOffice::hospital().await;
    office.is_now("2026-03-11T03:58:00Z");
    let mut news = office.office.subscribe();
    office.office.tick().await;
    // New York is four hours behind by then.
    office.is_now("2026-03-11T04:00:00Z");
    office.office.tick().await;
    office.office.tick().await;
    let features = ["security", "clocks", "cases"].map(str::to_owned).to_vec();
    assert_eq!(news.try_recv().unwrap(), Event::Changed(features));
    assert!(news.try_recv().is_err());
}

#[tokio::test]
async fn what_a_reply_tells_is_not_told_again() {
    let office = TestOffice::hospital().await;
    let mut news = office.office.subscribe();
    let reply = office.call("people.add", person("patient", "Iris", "Moreno")).await.unwrap();
    assert!(reply.changed.contains(&"people"));
    assert!(news.try_recv().is_err());
}
