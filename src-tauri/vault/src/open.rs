//! An unlocked office: its store key, its person's signature, and what may be changed about keys.

use std::fmt;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::sync::Arc;

use crate::Secret;
use crate::anchors::{Anchor, Anchors, Head};
use crate::error::{Error, Part, Result, io};
use crate::files;
use crate::header::Header;
use crate::keys::StoreKey;
use crate::keys::bundle::Bundle;
use crate::keys::envelope::{self, Envelope};
use crate::keys::hex;
use crate::keys::kdf::KdfParams;
use crate::keys::signer::Signer;
use crate::passphrase;
use crate::place::{Claim, Place};
use crate::slots;
use crate::slots::keyring::KeyringSlot;
use crate::slots::passphrase::PassphraseSlot;
use crate::throttle::Throttle;
use crate::vault::Moment;

/// An unlocked office. Dropping it wipes its keys; the office stays claimed by its `Vault`.
pub struct Open {
    place: Place,
    _claim: Arc<Claim>,
    generation: u64,
    header: Header,
    key: StoreKey,
    bundle: Bundle,
    way: Way,
}

/// How the office was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedBy {
    /// With the passphrase.
    Passphrase,
    /// Through this computer's key store: not enough for exports, keys and other people's access.
    Keyring,
}

/// A new passphrase for the person who has the office open.
#[derive(Debug, Clone, Copy)]
pub struct PassphraseChange<'a> {
    /// The office's name, which the new passphrase must not be.
    pub office: &'a str,
    /// The person's name, as typed at the lock.
    pub name: &'a str,
    /// The passphrase until now.
    pub old: &'a Secret,
    /// The passphrase from now on.
    pub new: &'a Secret,
}

/// Through which slot, by what, and how new slots are made.
pub(crate) struct Way {
    pub(crate) slot_id: String,
    pub(crate) opened_by: OpenedBy,
    pub(crate) passphrase_ms: i64,
    pub(crate) kdf: KdfParams,
}

impl Open {
    /// Opens the envelope and checks that all parts belong together, in that order.
    pub(crate) fn load(
        place: Place,
        claim: Arc<Claim>,
        (generation, header): (u64, Header),
        bundle: Bundle,
        way: Way,
    ) -> Result<Self> {
        let sealed = read_envelope(&place, generation)?;
        let opened = Envelope::open(&sealed, &bundle.identity)?;
        let belongs = opened.store_id == header.store_id
            && opened.generation == header.generation
            && opened.key_id == header.key_id;
        if !belongs {
            return Err(Error::Foreign(Part::Envelope));
        }
        header.check(&opened.key)?;
        Ok(Self { place, _claim: claim, generation, header, key: opened.key, bundle, way })
    }

    /// The key of the database: 64 hex digits.
    #[must_use]
    pub fn store_key(&self) -> Secret {
        self.key.to_hex()
    }

    /// Where the database is, or is to be made.
    #[must_use]
    pub fn db_path(&self) -> PathBuf {
        self.place.database(self.generation)
    }

    /// The random id of the store, 32 hex digits. It stays the same through all generations.
    #[must_use]
    pub fn store_id(&self) -> &str {
        &self.header.store_id
    }

    /// The generation that is open. The database must name the same one.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The slot of the person who unlocked.
    #[must_use]
    pub fn slot_id(&self) -> &str {
        &self.way.slot_id
    }

    /// Whether the passphrase was typed or the key store stood in for it.
    #[must_use]
    pub fn opened_by(&self) -> OpenedBy {
        self.way.opened_by
    }

    /// The person's signing key.
    #[must_use]
    pub fn signer(&self) -> &Signer {
        &self.bundle.signer
    }

    /// Every slot and the public half of its owner's signing key, as hex.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the header cannot be understood.
    pub fn signers(&self) -> Result<Vec<(String, String)>> {
        let slots = self.header.passphrase_slots()?;
        Ok(slots.into_iter().map(|slot| (slot.id, slot.sig_pub)).collect())
    }

    /// Signs where the journal stands, for [`Open::anchors`] or a backup.
    #[must_use]
    pub fn sign_head(&self, head: Head) -> Anchor {
        Anchor::sign(&self.header.store_id, self.generation, head, &self.bundle.signer)
    }

    /// The signed heads kept beside the database.
    #[must_use]
    pub fn anchors(&self) -> Anchors {
        Anchors::at(self.place.anchors())
    }

    /// Keeps the first 16 bytes of the database file, once it is made and closed.
    ///
    /// For an office that was just created this is the last step: it is in use from here on.
    /// The same bytes again change nothing; others are refused.
    ///
    /// # Errors
    /// [`Error::Foreign`] when another database was recorded before, or what the disk says.
    pub fn record_salt(&mut self, salt16: [u8; 16]) -> Result<()> {
        if self.header.db.salt16.is_some() {
            self.check_salt(&salt16)?;
        } else {
            let mut header = self.header.clone();
            header.db.salt16 = Some(hex::encode(&salt16));
            self.save(header)?;
        }
        match self.place.current()? {
            Some(current) if current == self.generation => Ok(()),
            _ => self.place.publish(self.generation),
        }
    }

    /// Whether these are the first 16 bytes of this office's database.
    ///
    /// # Errors
    /// [`Error::Foreign`] for the file of another office or time, [`Error::Damaged`] where none
    /// was ever recorded.
    pub fn check_salt(&self, first16: &[u8; 16]) -> Result<()> {
        match &self.header.db.salt16 {
            Some(salt) if *salt == hex::encode(first16) => Ok(()),
            Some(_) => Err(Error::Foreign(Part::Database)),
            None => Err(Error::Damaged(Part::Header)),
        }
    }

    /// Changes the passphrase of the person who has the office open: one slot, in one step.
    ///
    /// Copies of the old header still open with the old passphrase.
    ///
    /// # Errors
    /// [`Error::WrongNameOrPassphrase`], [`Error::Wait`], [`Error::Weak`], or what the disk says;
    /// in each case the old passphrase still holds.
    pub fn change_passphrase(&mut self, change: PassphraseChange<'_>, now: Moment) -> Result<()> {
        passphrase::check(change.new, &[change.office, change.name])?;
        let throttle = Throttle::at(self.place.throttle());
        throttle.admit(now.boot_ms)?;
        let mut slot = self.own_slot()?;
        if slot.tag != slots::tag(&self.header.store_id, change.name) {
            return Err(PassphraseSlot::pretend(Some(&slot), change.old));
        }
        slot.open(&self.header.store_id, change.old)?;
        throttle.clear();
        let params = slot.raise(self.way.kdf).unwrap_or_else(|| slot.params());
        slot.reseal(&self.header.store_id, &self.bundle, change.new, params)?;
        let mut header = self.header.clone();
        header.put_slot(&slot.id, &slot)?;
        self.save(header)
    }

    /// Whether this person may unlock through this computer's key store.
    #[must_use]
    pub fn is_keyring_on(&self) -> bool {
        self.own_keyring_slots().is_ok_and(|slots| !slots.is_empty())
    }

    /// Lets this person unlock through this computer's key store, for 12 hours after each passphrase.
    ///
    /// # Errors
    /// [`Error::Keyring`] when the key store does not keep the key; nothing is changed then.
    pub fn turn_keyring_on(&mut self) -> Result<()> {
        if self.is_keyring_on() {
            return Ok(());
        }
        let (store, owner) = (&self.header.store_id, &self.way.slot_id);
        let slot = KeyringSlot::create(store, owner, &self.bundle, self.way.passphrase_ms)?;
        let mut header = self.header.clone();
        header.put_slot(&slot.id, &slot)?;
        self.save(header)
    }

    /// Takes that way in away again, first from the header and then from the key store.
    ///
    /// # Errors
    /// [`Error::Keyring`] when the key store did not let go of its half. The header's half,
    /// without which that one opens nothing, is gone all the same.
    pub fn turn_keyring_off(&mut self) -> Result<()> {
        let slots = self.own_keyring_slots()?;
        let mut header = self.header.clone();
        slots.iter().for_each(|slot| header.remove_slot(&slot.id));
        self.save(header)?;
        slots.iter().try_for_each(KeyringSlot::forget)
    }

    /// Compares the database file with what was recorded of it.
    pub(crate) fn check_database(&self) -> Result<()> {
        let mut first16 = [0_u8; 16];
        let read = std::fs::File::open(self.db_path()).and_then(|mut f| f.read_exact(&mut first16));
        match read {
            Ok(()) => self.check_salt(&first16),
            Err(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::UnexpectedEof => {
                    Err(Error::Damaged(Part::Database))
                }
                _ => Err(io("office's database", "read")(error)),
            },
        }
    }

    /// What a passphrase just typed is good for: a slot below today's cost is raised, the key
    /// store's twelve hours begin anew, and the mark of a crash while creating goes.
    ///
    /// None of it may keep anyone out: on a full disk the office still opens.
    pub(crate) fn keep_up(&mut self, passphrase: &Secret) {
        let _ = self.place.unmark(self.generation);
        let _ = self.raise_and_renew(passphrase);
    }

    fn raise_and_renew(&mut self, passphrase: &Secret) -> Result<()> {
        let mut header = self.header.clone();
        let mut slot = self.own_slot()?;
        let raised = slot.raise(self.way.kdf);
        if let Some(params) = raised {
            slot.reseal(&self.header.store_id, &self.bundle, passphrase, params)?;
            header.put_slot(&slot.id, &slot)?;
        }
        let keyring = self.own_keyring_slots()?;
        for mut slot in keyring.iter().cloned() {
            slot.renew(self.way.passphrase_ms);
            header.put_slot(&slot.id, &slot)?;
        }
        if raised.is_none() && keyring.is_empty() { Ok(()) } else { self.save(header) }
    }

    fn own_slot(&self) -> Result<PassphraseSlot> {
        let mut slots = self.header.passphrase_slots()?.into_iter();
        slots.find(|slot| slot.id == self.way.slot_id).ok_or(Error::Bug("no slot of one's own"))
    }

    fn own_keyring_slots(&self) -> Result<Vec<KeyringSlot>> {
        let mut slots = self.header.keyring_slots()?;
        slots.retain(|slot| slot.owner == self.way.slot_id);
        Ok(slots)
    }

    /// The header in memory changes only once the one on disk has.
    fn save(&mut self, mut header: Header) -> Result<()> {
        header.save(&self.key, &self.place.header(self.generation))?;
        self.header = header;
        Ok(())
    }
}

impl fmt::Debug for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Open").field("generation", &self.generation).finish_non_exhaustive()
    }
}

fn read_envelope(place: &Place, generation: u64) -> Result<Vec<u8>> {
    files::read_capped(&place.envelope(generation), envelope::LIMIT).map_err(|error| {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::InvalidData => Error::Damaged(Part::Envelope),
            _ => io("office's sealed key", "read")(error),
        }
    })
}
