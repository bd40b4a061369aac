//! A folder that is, or may become, an office: what state it is in, creating it, unlocking it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Map;

use crate::Secret;
use crate::error::{Error, KeyringTrouble, Part, Result, io};
use crate::files;
use crate::header::{self, Database, Header};
use crate::keys::bundle::Bundle;
use crate::keys::envelope::Envelope;
use crate::keys::kdf::KdfParams;
use crate::keys::{StoreKey, hex, random};
use crate::open::{Open, OpenedBy, Way};
use crate::passphrase;
use crate::place::{Claim, Place};
use crate::slots::keyring::KeyringSlot;
use crate::slots::passphrase::{PassphraseSlot, SlotOwner};
use crate::slots::{self, fold};
use crate::throttle::Throttle;

const FIRST_SLOT: &str = "u-01";
const LONGEST_NAME: usize = 200;

/// The folder of one office.
///
/// Looking at it changes nothing. Once it has been claimed, created or unlocked, this process
/// holds the office until the `Vault` and every [`Open`] from it are gone.
#[derive(Debug)]
pub struct Vault {
    place: Place,
    claim: Mutex<Option<Arc<Claim>>>,
    kdf: KdfParams,
}

/// What is in the folder.
#[derive(Debug)]
pub enum State {
    /// No office; one can be created.
    None,
    /// An office that can be unlocked.
    Present {
        /// Whether someone here unlocks with this computer's key store.
        keyring: bool,
    },
    /// An office that a newer Bedside has written.
    Newer {
        /// The least format version that may open it.
        needs: u64,
        /// The format version this program writes.
        knows: u64,
    },
    /// Something is there that cannot be opened, and why.
    Unreadable(Error),
}

/// Now, on both clocks, as the caller tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970 in UTC, by the wall clock.
    pub wall_ms: i64,
    /// Milliseconds since this computer started, sleep included: [`crate::host::boot_ms`].
    pub boot_ms: u64,
}

/// Who the office is for.
#[derive(Debug, Clone, Copy)]
pub struct NewOffice<'a> {
    /// The office's name. It is not kept here; the passphrase must just not be it.
    pub office: &'a str,
    /// The name its first person will type at the lock. It is not kept here either.
    pub name: &'a str,
    /// That person's role, a word of the office's own.
    pub role: &'a str,
    /// The version of the program, for the header.
    pub app: &'a str,
}

impl Vault {
    /// Names a folder; nothing is read yet.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { place: Place::at(folder), claim: Mutex::new(None), kdf: KdfParams::default() }
    }

    /// The same folder, with another cost for new slots.
    #[must_use]
    pub fn with_kdf(mut self, kdf: KdfParams) -> Self {
        self.kdf = kdf;
        self
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.place.root()
    }

    /// What is in the folder. Not a byte is written, whatever is there.
    #[must_use]
    pub fn state(&self) -> State {
        match self.look() {
            Ok((_, header)) => {
                State::Present { keyring: header.keyring_slots().is_ok_and(|s| !s.is_empty()) }
            }
            Err(Error::NoOffice) => State::None,
            Err(Error::Newer { needs, knows }) => State::Newer { needs, knows },
            Err(error) => State::Unreadable(error),
        }
    }

    /// Takes the office for this process, so that a second Bedside learns of it before anyone types.
    ///
    /// # Errors
    /// [`Error::Busy`] when another process has it; else whatever [`Vault::state`] would say.
    pub fn claim(&self) -> Result<()> {
        self.look()?;
        self.take_claim().map(|_| ())
    }

    /// Makes the keys of a new office, in a new generation that is not in use yet.
    ///
    /// The caller now makes the database at [`Open::db_path`] and then calls
    /// [`Open::record_salt`], which makes the office real. A crash before that leaves no office.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], [`Error::Weak`], [`Error::BadField`], [`Error::UnfitPlace`],
    /// [`Error::Busy`], or what the disk says.
    pub fn create(&self, new: &NewOffice<'_>, passphrase: &Secret, now: Moment) -> Result<Open> {
        for (field, text) in [("office's name", new.office), ("name", new.name)] {
            check_field(field, text)?;
        }
        passphrase::check(passphrase, &[new.office, new.name])?;
        self.check_vacant()?;
        files::create_private_folder(self.place.root()).map_err(io("office's folder", "made"))?;
        let claim = self.take_claim()?;
        self.check_vacant()?;

        let generation = self.place.begin_generation()?;
        let bundle = Bundle::random()?;
        self.write_keys(generation, new, passphrase, &bundle, now)?;
        let header = Header::read(&self.place.header(generation))?;
        let way = Way {
            slot_id: String::from(FIRST_SLOT),
            opened_by: OpenedBy::Passphrase,
            passphrase_ms: now.wall_ms,
            kdf: self.kdf,
        };
        Open::load(self.place.clone(), claim, (generation, header), bundle, way)
    }

    /// Opens the office for the person with this name and passphrase.
    ///
    /// # Errors
    /// [`Error::WrongNameOrPassphrase`] for either, after the same work; [`Error::Wait`] after
    /// too many of those; [`Error::Newer`], [`Error::Busy`], [`Error::NoOffice`],
    /// [`Error::Damaged`], [`Error::Foreign`], [`Error::UnfitPlace`].
    pub fn unlock(&self, name: &str, passphrase: &Secret, now: Moment) -> Result<Open> {
        self.look()?;
        let claim = self.take_claim()?;
        let (generation, header) = self.look()?;
        let throttle = Throttle::at(self.place.throttle());
        throttle.admit(now.boot_ms)?;
        let (slot, bundle) = open_slot(&header, name, passphrase)?;
        throttle.clear();
        let way = Way {
            slot_id: slot.id,
            opened_by: OpenedBy::Passphrase,
            passphrase_ms: now.wall_ms,
            kdf: self.kdf,
        };
        let mut open = Open::load(self.place.clone(), claim, (generation, header), bundle, way)?;
        open.check_database()?;
        open.keep_up(passphrase);
        Ok(open)
    }

    /// Opens the office for the person with this name through this computer's key store.
    ///
    /// It waits three seconds at most and changes nothing; the passphrase is always the other way.
    ///
    /// # Errors
    /// [`Error::Keyring`] with the reason, and all of [`Vault::unlock`] but the throttle.
    pub fn unlock_with_keyring(&self, name: &str, now: Moment) -> Result<Open> {
        self.look()?;
        let claim = self.take_claim()?;
        let (generation, header) = self.look()?;
        let slot = keyring_slot_of(&header, name)?;
        let bundle = slot.open(&header.store_id, now.wall_ms)?;
        let way = Way {
            slot_id: slot.owner.clone(),
            opened_by: OpenedBy::Keyring,
            passphrase_ms: slot.since_ms(),
            kdf: self.kdf,
        };
        let open = Open::load(self.place.clone(), claim, (generation, header), bundle, way)?;
        open.check_database()?;
        Ok(open)
    }

    /// Reads as far as can be read without a key, the version before anything else.
    fn look(&self) -> Result<(u64, Header)> {
        self.place.check()?;
        let generation = self.place.current()?.ok_or(Error::NoOffice)?;
        let header = Header::read(&self.place.header(generation))?;
        if header.generation == generation {
            Ok((generation, header))
        } else {
            Err(Error::Foreign(Part::Header))
        }
    }

    fn check_vacant(&self) -> Result<()> {
        match self.look() {
            Ok(_) => Err(Error::AlreadyThere),
            Err(Error::NoOffice) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn take_claim(&self) -> Result<Arc<Claim>> {
        let mut held = self.claim.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(claim) = held.as_ref() {
            return Ok(Arc::clone(claim));
        }
        let claim = Arc::new(self.place.claim()?);
        *held = Some(Arc::clone(&claim));
        Ok(claim)
    }

    fn write_keys(
        &self,
        generation: u64,
        new: &NewOffice<'_>,
        passphrase: &Secret,
        bundle: &Bundle,
        now: Moment,
    ) -> Result<()> {
        let envelope = Envelope {
            store_id: random::hex_id::<16>()?,
            generation,
            key_id: random::hex_id::<8>()?,
            key: StoreKey::random()?,
        };
        let owner = SlotOwner { slot_id: FIRST_SLOT, name: new.name, role: new.role };
        let slot = PassphraseSlot::create(&envelope.store_id, owner, bundle, passphrase, self.kdf)?;
        let mut header = new_header(&envelope, new.app, now)?;
        header.put_slot(FIRST_SLOT, &slot)?;
        let sealed = envelope.seal(&[bundle.identity.to_public()])?;
        files::write_atomic(&self.place.envelope(generation), &sealed)
            .map_err(io("office's sealed key", "written"))?;
        header.save(&envelope.key, &self.place.header(generation))
    }
}

fn new_header(envelope: &Envelope, app: &str, now: Moment) -> Result<Header> {
    let created: DateTime<Utc> =
        DateTime::from_timestamp_millis(now.wall_ms).ok_or(Error::Bug("time"))?;
    Ok(Header {
        fmt: String::from(header::FORMAT),
        fmt_version: header::VERSION,
        min_reader: header::VERSION,
        min_writer: header::VERSION,
        store_id: envelope.store_id.clone(),
        generation: envelope.generation,
        key_id: envelope.key_id.clone(),
        created_utc: created.to_rfc3339_opts(SecondsFormat::Secs, true),
        app: app.to_owned(),
        db: Database {
            cipher: String::from("sqlcipher4"),
            key_form: String::from("raw64"),
            page: 4096,
            salt16: None,
            kcv: hex::encode(&envelope.key.check_value(&envelope.store_id)?),
            rest: Map::new(),
        },
        slots: Vec::new(),
        mac: String::new(),
        rest: Map::new(),
    })
}

/// Tries the slots that the name may mean; without one, the work is done all the same.
fn open_slot(header: &Header, name: &str, passphrase: &Secret) -> Result<(PassphraseSlot, Bundle)> {
    let slots = header.passphrase_slots()?;
    let tag = slots::tag(&header.store_id, name);
    let mut failure = None;
    for slot in slots.iter().filter(|slot| slot.tag == tag) {
        match slot.open(&header.store_id, passphrase) {
            Ok(bundle) => return Ok((slot.clone(), bundle)),
            Err(error) => failure = Some(error),
        }
    }
    Err(failure.unwrap_or_else(|| PassphraseSlot::pretend(slots.first(), passphrase)))
}

fn keyring_slot_of(header: &Header, name: &str) -> Result<KeyringSlot> {
    let tag = slots::tag(&header.store_id, name);
    let owners: Vec<String> = header
        .passphrase_slots()?
        .into_iter()
        .filter(|slot| slot.tag == tag)
        .map(|slot| slot.id)
        .collect();
    header
        .keyring_slots()?
        .into_iter()
        .find(|slot| owners.contains(&slot.owner))
        .ok_or(Error::Keyring(KeyringTrouble::Off))
}

fn check_field(field: &'static str, text: &str) -> Result<()> {
    if fold(text).is_empty() || text.chars().count() > LONGEST_NAME {
        return Err(Error::BadField(field));
    }
    Ok(())
}
