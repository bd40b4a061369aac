//! Creating, unlocking, being refused.

use super::{
    NAME, NOW, Office, PASSPHRASE, SALT, bytes_below, create, finish, is_wrong, secret, vault_at,
    worked,
};
use crate::anchors::Head;
use crate::{Error, NewOffice, OpenedBy, State, Vault, WeakPassphrase, verify};

#[test]
fn an_office_opens_again_with_the_same_key_and_signature() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("deep/office");
    let vault = vault_at(&root);
    assert!(matches!(vault.state(), State::None));
    assert!(matches!(vault.claim(), Err(Error::NoOffice)));
    let mut open = create(&vault).unwrap();
    assert!(matches!(vault.state(), State::None), "there is no office before its database");
    finish(&mut open).unwrap();
    assert!(matches!(vault.state(), State::Present { keyring: false }));
    let (key, public) = (open.store_key(), open.signer().public());
    drop(open);

    let open = vault.unlock(" robin  OKAFOR ", &secret(PASSPHRASE), NOW).unwrap();
    assert_eq!(open.store_key().expose(), key.expose());
    assert_eq!(key.expose().len(), 64);
    assert_eq!((open.generation(), open.slot_id()), (1, "u-01"));
    assert_eq!(open.opened_by(), OpenedBy::Passphrase);
    assert_eq!(open.db_path(), root.join("gen-000001/store.db"));
    assert_eq!(open.signers().unwrap().len(), 1);
    assert!(verify(&public, b"x", &open.signer().sign(b"x")));
    assert!(matches!(create(&vault), Err(Error::AlreadyThere)));
}

#[test]
fn a_wrong_name_and_a_wrong_passphrase_get_the_same_answer_and_change_nothing() {
    let office = Office::new();
    let before = office.bytes();
    let tries = [
        (NAME, "wide meadow copper lanterm"),
        ("Robin Okafo", PASSPHRASE),
        ("", ""),
        (NAME, ""),
        (NAME, &"x".repeat(100_000)),
    ];
    let mut told = Vec::new();
    for (turn, (name, passphrase)) in (0..).zip(tries) {
        let refusal = office.unlock(name, passphrase, turn);
        assert!(is_wrong(&refusal), "{refusal:?}");
        told.push(refusal.unwrap_err().to_string());
    }
    told.dedup();
    assert_eq!(told.len(), 1);
    assert_eq!(office.bytes(), before);
    assert!(office.unlock(NAME, PASSPHRASE, 9).is_ok());
}

#[test]
fn a_wrong_name_takes_as_long_as_a_wrong_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::at(folder.path());
    let new = NewOffice { office: "Lakeside", name: NAME, role: "admin", app: "0.1.0" };
    finish(&mut vault.create(&new, &secret(PASSPHRASE), NOW).unwrap()).unwrap();
    let time = |name: &str, boot_ms| {
        let start = worked();
        let now = crate::Moment { boot_ms, ..NOW };
        assert!(is_wrong(&vault.unlock(name, &secret("not the passphrase"), now)));
        (worked() - start).as_secs_f64()
    };
    let known = (0..3).map(|n| time(NAME, NOW.boot_ms + n * 60_000)).fold(f64::MAX, f64::min);
    let unknown = (3..6).map(|n| time("Nobody", NOW.boot_ms + n * 60_000)).fold(f64::MAX, f64::min);
    assert!((0.5..2.0).contains(&(unknown / known)), "known {known} s, unknown {unknown} s");
}

#[test]
fn wrong_tries_in_a_row_have_to_wait_and_a_right_one_forgets_them() {
    let office = Office::new();
    let vault = office.vault();
    for _ in 0..3 {
        assert!(is_wrong(&vault.unlock(NAME, &secret("wrong wrong wrong"), NOW)));
    }
    let refusal = vault.unlock(NAME, &secret(PASSPHRASE), NOW);
    assert!(matches!(refusal, Err(Error::Wait { seconds: 1, failures: 3 })), "{refusal:?}");
    let later = crate::Moment { boot_ms: NOW.boot_ms + 1000, ..NOW };
    assert!(vault.unlock(NAME, &secret(PASSPHRASE), later).is_ok());
    assert!(!office.path("throttle.json").exists());
}

#[test]
fn a_weak_passphrase_or_an_empty_name_makes_no_office() {
    let folder = tempfile::tempdir().unwrap();
    let vault = vault_at(folder.path());
    let good = NewOffice { office: "Lakeside", name: NAME, role: "admin", app: "0.1.0" };
    let weak = vault.create(&good, &secret("too short"), NOW);
    assert!(matches!(weak, Err(Error::Weak(WeakPassphrase::TooShort(9)))));
    for bad in [NewOffice { name: " \t", ..good }, NewOffice { office: "", ..good }] {
        assert!(matches!(vault.create(&bad, &secret(PASSPHRASE), NOW), Err(Error::BadField(_))));
    }
    assert!(bytes_below(folder.path()).is_empty());
}

#[test]
fn a_second_bedside_is_told_so_and_changes_nothing() {
    let office = Office::new();
    let first = office.vault();
    first.claim().unwrap();
    let before = office.bytes();
    let second = office.vault();
    assert!(matches!(second.claim(), Err(Error::Busy)));
    assert!(matches!(second.unlock(NAME, &secret(PASSPHRASE), NOW), Err(Error::Busy)));
    assert!(matches!(second.state(), State::Present { .. }), "looking is always allowed");
    assert_eq!(office.bytes(), before);
    assert!(!office.path("throttle.json").exists(), "the second wrote no try");
    let open = first.unlock(NAME, &secret(PASSPHRASE), NOW).unwrap();
    drop(first);
    assert!(matches!(second.claim(), Err(Error::Busy)), "an open office stays claimed");
    drop(open);
    second.claim().unwrap();
}

#[test]
fn an_office_of_a_newer_version_is_left_byte_for_byte() {
    let office = Office::new();
    let header = office.path("gen-000001/header.json");
    let text = std::fs::read_to_string(&header).unwrap();
    for (field, needs) in [("min_reader", 2), ("min_writer", 40)] {
        let newer = text.replacen(&format!("\"{field}\":1"), &format!("\"{field}\":{needs}"), 1);
        super::plant(&header, newer.as_bytes());
        std::fs::remove_file(office.path("lock")).unwrap();
        let before = bytes_below(office.folder.path());
        let vault = office.vault();
        assert!(matches!(vault.state(), State::Newer { needs: n, knows: 1 } if n == needs));
        for refusal in [
            vault.unlock(NAME, &secret(PASSPHRASE), NOW).err(),
            vault.unlock_with_keyring(NAME, NOW).err(),
            vault.claim().err(),
            create(&vault).err(),
        ] {
            assert!(matches!(refusal, Some(Error::Newer { .. })), "{refusal:?}");
        }
        assert_eq!(bytes_below(office.folder.path()), before);
        assert!(!office.path("lock").exists());
        crate::files::open_for_lock(&office.path("lock")).unwrap();
    }
}

#[test]
fn a_slot_below_the_cost_of_today_is_raised_when_it_opens() {
    let office = Office::new();
    let header = || std::fs::read_to_string(office.path("gen-000001/header.json")).unwrap();
    assert!(header().contains("\"m_kib\":64,"));
    let today = Vault::at(office.folder.path());
    today.unlock(NAME, &secret(PASSPHRASE), NOW).unwrap();
    let raised = header();
    assert!(raised.contains("\"m_kib\":65536,") && raised.contains("\"t\":3,"), "{raised}");
    today.unlock(NAME, &secret(PASSPHRASE), NOW).unwrap();
    assert_eq!(header(), raised, "once is enough");
    drop(today);
    assert!(office.unlock(NAME, PASSPHRASE, 1).is_ok());
    assert_eq!(header(), raised, "and it never goes back");
}

#[test]
fn a_signed_head_is_kept_beside_the_database() {
    let office = Office::new();
    let open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
    let head = Head {
        utc: String::from("2026-03-02T10:00:00Z"),
        replica: String::from("r1"),
        seq: 12,
        hash: "ab".repeat(32),
        why: String::from("lock"),
    };
    let anchor = open.sign_head(head);
    open.anchors().append(&anchor).unwrap();
    let found = open.anchors().read().unwrap();
    assert_eq!(found.anchors, [anchor]);
    let anchor = &found.anchors[0];
    assert!(anchor.is_signed(open.store_id()));
    assert_eq!(anchor.signer, open.signers().unwrap()[0].1);
    assert!(open.check_salt(&SALT).is_ok());
}
