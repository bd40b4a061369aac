//! The power goes out before every single step on disk.

use std::io::Write;

use super::{NAME, NOW, Office, PASSPHRASE, bytes_below, create, finish, secret, vault_at};
use crate::files::crash;
use crate::{Error, Part, PassphraseChange, State};

#[test]
fn a_crash_while_creating_leaves_no_office_or_a_whole_one() {
    let mut outcomes = [0, 0];
    for steps in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("office");
        let (made, went_out) = crash::after(steps, || {
            let mut open = create(&vault_at(&root))?;
            // The database is the store's work; its own steps are not counted here.
            std::fs::File::create(open.db_path())
                .and_then(|mut file| file.write_all(&super::SALT))
                .map_err(crate::error::io("test database", "written"))?;
            open.record_salt(super::SALT)
        });
        let vault = vault_at(&root);
        match vault.state() {
            State::None => {
                outcomes[0] += 1;
                assert!(made.is_err());
                finish(&mut create(&vault).unwrap()).unwrap();
            }
            State::Present { .. } => outcomes[1] += 1,
            other => panic!("after {steps} steps: {other:?}"),
        }
        assert!(vault.unlock(NAME, &secret(PASSPHRASE), NOW).is_ok(), "after {steps} steps");
        if !went_out {
            break;
        }
    }
    assert!(outcomes[0] > 15 && outcomes[1] > 1, "{outcomes:?}");
}

#[test]
fn a_crash_while_changing_a_passphrase_leaves_the_old_or_the_new_one() {
    const NEXT: &str = "seven quiet herons wading";
    let mut outcomes = [0, 0];
    for steps in 0.. {
        let office = Office::new();
        let mut open = office.unlock(NAME, PASSPHRASE, 0).unwrap();
        let (old, new) = (secret(PASSPHRASE), secret(NEXT));
        let change = PassphraseChange { office: "Lakeside", name: NAME, old: &old, new: &new };
        let (_, went_out) = crash::after(steps, || open.change_passphrase(change, NOW));
        drop(open);
        let (old, new) = (office.unlock(NAME, PASSPHRASE, 2), office.unlock(NAME, NEXT, 4));
        assert_ne!(old.is_ok(), new.is_ok(), "after {steps} steps");
        outcomes[usize::from(new.is_ok())] += 1;
        if !went_out {
            break;
        }
    }
    assert!(outcomes[0] > 3 && outcomes[1] > 0, "{outcomes:?}");
}

#[test]
fn an_office_without_its_pointer_is_damaged_and_not_created_over() {
    let office = Office::new();
    std::fs::remove_file(office.path("CURRENT")).unwrap();
    let before = bytes_below(office.folder.path());
    let vault = office.vault();
    assert!(matches!(vault.state(), State::Unreadable(Error::Damaged(Part::Pointer))));
    assert!(matches!(create(&vault), Err(Error::Damaged(Part::Pointer))));
    assert_eq!(bytes_below(office.folder.path()), before);
}

#[test]
fn an_unlock_on_a_disk_that_takes_nothing_still_opens() {
    let office = Office::new();
    let (opened, _) = crash::after(0, || office.unlock(NAME, PASSPHRASE, 0));
    assert!(opened.is_ok(), "{opened:?}");
}
