//! Changing a passphrase.

use std::time::Duration;

use super::{NAME, NOW, Office, PASSPHRASE, is_wrong, secret, worked};
use crate::{Error, Moment, Open, PassphraseChange, Result, Vault};

const NEXT: &str = "seven quiet herons wading";

fn change(open: &mut Open, name: &str, old: &str, new: &str, now: Moment) -> Result<()> {
    let (old, new) = (secret(old), secret(new));
    let office = "Lakeside Patient Advocacy";
    open.change_passphrase(PassphraseChange { office, name, old: &old, new: &new }, now)
}

#[test]
fn the_new_passphrase_opens_and_the_old_one_does_not() {
    let office = Office::new();
    let mut open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
    let (key, envelope) =
        (open.store_key(), office.bytes()[&office.path("gen-000001/dek.age")].clone());
    change(&mut open, "robin okafor", PASSPHRASE, NEXT, NOW).unwrap();
    drop(open);
    assert!(is_wrong(&office.unlock(NAME, PASSPHRASE, 1)));
    let open = office.unlock(NAME, NEXT, 2).unwrap();
    assert_eq!(open.store_key().expose(), key.expose());
    assert_eq!(office.bytes()[&office.path("gen-000001/dek.age")], envelope, "one slot only");
}

#[test]
fn a_refused_change_changes_nothing() {
    let office = Office::new();
    let mut open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
    let before = office.bytes();
    let minute = |n: u64| Moment { boot_ms: NOW.boot_ms + n * 60_000, ..NOW };
    let wrong = change(&mut open, NAME, NEXT, NEXT, minute(1));
    assert!(matches!(wrong, Err(Error::WrongNameOrPassphrase)));
    let name = change(&mut open, "Sam", PASSPHRASE, NEXT, minute(2));
    assert!(matches!(name, Err(Error::WrongNameOrPassphrase)));
    for weak in ["short", "Lakeside Patient Advocacy 1", "robin okafor 2026"] {
        let refusal = change(&mut open, NAME, PASSPHRASE, weak, minute(3));
        assert!(matches!(refusal, Err(Error::Weak(_))), "{weak}");
    }
    assert_eq!(office.bytes(), before);
    drop(open);
    assert!(office.unlock(NAME, PASSPHRASE, 9).is_ok());
}

#[test]
fn trying_passphrases_at_an_unlocked_office_has_to_wait_too() {
    let office = Office::new();
    let mut open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
    let tries: Vec<_> =
        (0..4).map(|_| change(&mut open, NAME, "wrong wrong wrong", NEXT, NOW)).collect();
    assert!(matches!(tries[2], Err(Error::WrongNameOrPassphrase)));
    assert!(matches!(tries[3], Err(Error::Wait { .. })));
}

#[test]
fn a_change_at_full_cost_takes_less_than_two_seconds() {
    let office = Office::new();
    let vault = Vault::at(office.folder.path());
    let mut open = vault.unlock(NAME, &secret(PASSPHRASE), NOW).unwrap();
    let start = worked();
    change(&mut open, NAME, PASSPHRASE, NEXT, NOW).unwrap();
    let took = worked() - start;
    assert!(took < Duration::from_secs(2), "{took:?}");
}
