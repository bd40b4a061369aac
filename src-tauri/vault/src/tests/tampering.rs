//! Whatever is altered, swapped, cut or mixed is refused.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use super::{NAME, NOW, Office, PASSPHRASE, create, plant, secret, worked};
use crate::header::Header;
use crate::keys::StoreKey;
use crate::{Error, Part, State, canonical};

/// Runs every altered form of one file past the right name and passphrase.
fn refuse_all(office: &Office, file: &str, altered: impl Iterator<Item = Vec<u8>>) -> usize {
    let path = office.path(file);
    let whole = fs::read(&path).unwrap();
    let mut count = 0;
    for bytes in altered.filter(|bytes| *bytes != whole) {
        count += 1;
        // As the disk would have it: no temporary file, no waiting for it.
        fs::File::create(&path)
            .and_then(|mut f| std::io::Write::write_all(&mut f, &bytes))
            .unwrap();
        let refusal = office.unlock(NAME, PASSPHRASE, count);
        let refused = !matches!(refusal, Ok(_) | Err(Error::Wait { .. }));
        assert!(refused, "{file}, form {count}: {refusal:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "a refused file is left as it is");
    }
    plant(&path, &whole);
    assert!(office.unlock(NAME, PASSPHRASE, count + 1).is_ok());
    usize::try_from(count).unwrap()
}

fn flipped(whole: Vec<u8>, mask: u8) -> impl Iterator<Item = Vec<u8>> {
    (0..whole.len()).map(move |position| {
        let mut bytes = whole.clone();
        bytes[position] ^= mask;
        bytes
    })
}

#[test]
fn a_flip_in_any_byte_of_the_header_is_refused() {
    let office = Office::new();
    let whole = fs::read(office.path("gen-000001/header.json")).unwrap();
    let count = refuse_all(&office, "gen-000001/header.json", flipped(whole.clone(), 0x01));
    assert_eq!(count, whole.len());
}

#[test]
fn a_flip_of_any_bit_of_the_header_fails_its_check() {
    let office = Office::new();
    let key = office.unlock(NAME, PASSPHRASE, 0).unwrap().store_key();
    let key = StoreKey::from_hex(key.expose()).unwrap();
    let check = |bytes: &[u8]| Header::parse(bytes).and_then(|header| header.check(&key));
    let whole = fs::read(office.path("gen-000001/header.json")).unwrap();
    check(&whole).unwrap();
    for bit in 0..8 {
        for (position, bytes) in flipped(whole.clone(), 1 << bit).enumerate() {
            assert!(check(&bytes).is_err(), "bit {bit} of byte {position}");
        }
    }
}

#[test]
fn a_flip_in_any_byte_of_the_envelope_or_the_pointer_is_refused() {
    let office = Office::new();
    for file in ["gen-000001/dek.age", "CURRENT"] {
        let whole = fs::read(office.path(file)).unwrap();
        assert_eq!(refuse_all(&office, file, flipped(whole.clone(), 0x01)), whole.len());
    }
}

#[test]
fn files_cut_short_or_empty_are_refused() {
    let office = Office::new();
    for file in ["gen-000001/header.json", "gen-000001/dek.age", "CURRENT"] {
        let whole = fs::read(office.path(file)).unwrap();
        let cuts = (0..whole.len()).step_by(7).map(|end| whole[..end].to_vec());
        assert!(refuse_all(&office, file, cuts) > 1, "{file}");
    }
    let database = (0..16).map(|end| super::SALT[..end].to_vec());
    refuse_all(&office, "gen-000001/store.db", database);
}

#[test]
fn a_missing_file_is_named() {
    for (file, part) in [
        ("gen-000001/header.json", Part::Header),
        ("gen-000001/dek.age", Part::Envelope),
        ("gen-000001/store.db", Part::Database),
    ] {
        let office = Office::new();
        fs::remove_file(office.path(file)).unwrap();
        let refusal = office.unlock(NAME, PASSPHRASE, 0);
        assert!(matches!(refusal, Err(Error::Damaged(p)) if p == part), "{refusal:?}");
    }
}

#[test]
fn files_of_another_office_are_refused_by_name() {
    for (file, part) in
        [("gen-000001/dek.age", Part::Envelope), ("gen-000001/store.db", Part::Database)]
    {
        let (office, other) = (Office::new(), Office::new());
        plant(&other.path("gen-000001/store.db"), &[9; 64]);
        plant(&office.path(file), &fs::read(other.path(file)).unwrap());
        let refusal = office.unlock(NAME, PASSPHRASE, 0);
        assert!(matches!(refusal, Err(Error::Foreign(p)) if p == part), "{refusal:?}");
    }
    let (office, other) = (Office::new(), Office::new());
    let header = "gen-000001/header.json";
    plant(&office.path(header), &fs::read(other.path(header)).unwrap());
    assert!(matches!(office.unlock(NAME, PASSPHRASE, 0), Err(Error::Foreign(Part::Envelope))));
}

#[test]
fn a_database_that_was_never_encrypted_is_refused() {
    let office = Office::new();
    plant(&office.path("gen-000001/store.db"), b"SQLite format 3\0 and so on");
    let refusal = office.unlock(NAME, PASSPHRASE, 0);
    assert!(matches!(refusal, Err(Error::Foreign(Part::Database))), "{refusal:?}");
}

#[test]
fn a_header_changed_with_care_is_refused() {
    let office = Office::new();
    let path = office.path("gen-000001/header.json");
    let whole: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let slot = whole["slots"][0].clone();
    let edit = |change: &dyn Fn(&mut Value)| {
        let mut header = whole.clone();
        change(&mut header);
        canonical::text(&header).into_bytes()
    };
    let altered = [
        edit(&|h| h["slots"].as_array_mut().unwrap().push(slot.clone())),
        edit(&|h| h["slots"].as_array_mut().unwrap().clear()),
        edit(&|h| h["slots"][0]["role"] = "auditor".into()),
        edit(&|h| h["slots"][0]["later"] = 1.into()),
        edit(&|h| h["slots"][0]["kdf"]["t"] = 2.into()),
        edit(&|h| h["later"] = 1.into()),
        edit(&|h| h["db"]["salt16"] = "00".repeat(16).into()),
        edit(&|h| drop(h["db"].as_object_mut().unwrap().remove("salt16"))),
        edit(&|h| h["generation"] = 2.into()),
        edit(&|h| h["fmt_version"] = 2.into()),
        edit(&|h| h["app"] = "9.9.9".into()),
        edit(&|h| drop(h.as_object_mut().unwrap().remove("mac"))),
    ];
    let count = altered.len();
    assert_eq!(refuse_all(&office, "gen-000001/header.json", altered.into_iter()), count);
}

#[test]
fn a_header_that_asks_for_absurd_work_is_refused_at_once() {
    let office = Office::new();
    let path = office.path("gen-000001/header.json");
    let whole: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let start = worked();
    let costs = [("m_kib", u32::MAX), ("m_kib", 1_048_577), ("t", 21), ("t", u32::MAX), ("p", 17)];
    let altered = costs.iter().map(|(field, cost)| {
        let mut header = whole.clone();
        header["slots"][0]["kdf"][*field] = (*cost).into();
        canonical::text(&header).into_bytes()
    });
    assert_eq!(refuse_all(&office, "gen-000001/header.json", altered), costs.len());
    let took = worked() - start;
    assert!(took < Duration::from_secs(2), "{took:?}");
}

#[test]
fn an_older_header_of_the_same_office_does_not_undo_the_salt() {
    let folder = tempfile::tempdir().unwrap();
    let vault = super::vault_at(folder.path());
    let mut open = create(&vault).unwrap();
    let path = folder.path().join("gen-000001/header.json");
    let unfinished = fs::read(&path).unwrap();
    super::finish(&mut open).unwrap();
    assert!(open.record_salt(super::SALT).is_ok(), "the same bytes again change nothing");
    assert!(matches!(open.record_salt([1; 16]), Err(Error::Foreign(Part::Database))));
    drop(open);
    plant(&path, &unfinished);
    let refusal = vault.unlock(NAME, &secret(PASSPHRASE), NOW);
    assert!(matches!(refusal, Err(Error::Damaged(Part::Header))), "{refusal:?}");
    assert!(matches!(vault.state(), State::Present { .. }));
}
