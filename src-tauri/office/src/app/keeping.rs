//! Founding, unlocking and locking an office.

use std::path::Path;
use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use vault::anchors::Head;
use vault::{Moment, NewOffice as NewVault, Open, Secret};

use super::gate::from_vault;
use super::office::{Event, Office};
use super::session::Session;
use crate::features::office::{
    self, NewOffice, OfficeRow, Profile, StaffRow, found_office, join_staff, new_replica,
    person_of_slot,
};
use crate::kernel::{Error, Id, Result, Zone};
use crate::store::journal::instant;
use crate::store::open::Setting;
use crate::store::{Author, ReadTx, Store, StoreKey, WriteTx};
use crate::table::Role;

/// Founding an office.
pub(super) struct Founding {
    pub(super) office: String,
    pub(super) name: String,
    pub(super) passphrase: Secret,
    pub(super) profile: Profile,
    pub(super) time_zone: String,
    pub(super) sample: bool,
    /// When. The sample office was founded long ago.
    pub(super) at: DateTime<Utc>,
}

/// The first person of an office does everything until others join.
const FIRST_ROLES: [Role; 3] = [Role::Advocate, Role::Supervisor, Role::Admin];

impl Office {
    /// Now, on both clocks.
    pub(super) fn moment(&self) -> Moment {
        Moment { wall_ms: self.clock.now().timestamp_millis(), boot_ms: vault::host::boot_ms() }
    }

    /// Makes an office with its first person and unlocks it.
    pub(super) async fn found(self: &Arc<Self>, new: Founding) -> Result<()> {
        let mut slot = self.session_slot().write().await;
        if slot.is_some() {
            return Err(Error::conflict("An office is open already. Lock it first."));
        }
        let session = self.begin(new).await?;
        put_in_use(&session)?;
        self.move_in(&mut slot, session);
        Ok(())
    }

    /// Makes keys, store and first entry of an office. Until it is put in use, it is none: a crash
    /// leaves files that nothing points to.
    pub(super) async fn begin(self: &Arc<Self>, new: Founding) -> Result<Session> {
        let moment = self.moment();
        let this = self.clone();
        let (new, keys) = blocking(move || {
            let vault = NewVault {
                office: &new.office,
                name: &new.name,
                role: "admin",
                app: env!("CARGO_PKG_VERSION"),
            };
            let keys = this.vault().create(&vault, &new.passphrase, moment);
            keys.map(|keys| (new, keys)).map_err(from_vault)
        })
        .await?;
        let path = keys.db_path();
        let store =
            Store::create(self.setting(&path, Vec::new()), &StoreKey::new(keys.store_key()))
                .await?;
        self.first_day(store, keys, new).await
    }

    /// Makes this the unlocked office.
    pub(super) fn move_in(&self, slot: &mut Option<Session>, session: Session) {
        self.set_lock_after(5);
        self.open_to(slot, session);
    }

    /// From here on the office is unlocked, and who is in sees today.
    fn open_to(&self, slot: &mut Option<Session>, session: Session) {
        *slot = Some(session);
        self.touch();
        self.set_day();
        self.tell(Event::Unlocked);
    }

    async fn first_day(&self, store: Store, keys: Open, new: Founding) -> Result<Session> {
        let zone = new.time_zone.parse().map_err(|_| {
            Error::invalid("timeZone", "Choose the time zone of the office from the list.")
        })?;
        self.clock.set_zone(zone);
        let person: Id = self.ids.next(new.at);
        let author = Author { id: person, name: new.name.clone() };
        let mut tx = store.write_at(author, new.at, self.ids.clone()).await?;
        let office = NewOffice {
            name: new.office,
            profile: new.profile,
            time_zone: new.time_zone,
            sample: new.sample,
        };
        found_office(&mut tx, office).await?;
        join_staff(&mut tx, person.cast(), &new.name, &FIRST_ROLES, keys.slot_id()).await?;
        let row = office::office(&mut tx).await?;
        tx.commit("security.create").await?;
        let roles = serde_json::to_string(&FIRST_ROLES).unwrap_or_default();
        Session::new(store, keys, StaffRow { id: person.to_string(), name: new.name, roles }, &row)
    }

    /// Opens the office with a passphrase.
    pub(super) async fn unlock(self: &Arc<Self>, name: String, passphrase: Secret) -> Result<()> {
        let moment = self.moment();
        self.open_with(move |vault| vault.unlock(&name, &passphrase, moment)).await
    }

    /// Opens the office through this computer's key store.
    pub(super) async fn unlock_with_keyring(self: &Arc<Self>, name: String) -> Result<()> {
        let moment = self.moment();
        self.open_with(move |vault| vault.unlock_with_keyring(&name, moment)).await
    }

    async fn open_with(
        self: &Arc<Self>,
        open: impl FnOnce(&vault::Vault) -> vault::Result<Open> + Send + 'static,
    ) -> Result<()> {
        let mut slot = self.session_slot().write().await;
        if slot.is_some() {
            return Err(Error::conflict("The office is open already."));
        }
        let this = self.clone();
        let keys = blocking(move || open(this.vault()).map_err(from_vault)).await?;
        let session = self.open_store(keys).await?;
        self.open_to(&mut slot, session);
        Ok(())
    }

    async fn open_store(&self, keys: Open) -> Result<Session> {
        let seen = keys.anchors().read().map_err(from_vault)?;
        let seen = seen
            .anchors
            .into_iter()
            .map(|a| (a.replica, i64::try_from(a.seq).unwrap_or(i64::MAX)))
            .collect();
        let path = keys.db_path();
        let store =
            Store::open(self.setting(&path, seen), &StoreKey::new(keys.store_key())).await?;
        match self.arrive(&store, &keys).await {
            Ok((staff, office)) => {
                self.go_by(&office);
                Session::new(store, keys, staff, &office)
            }
            Err(error) => {
                store.close().await?;
                Err(error)
            }
        }
    }

    /// Goes by the settings as they are now. Settings that cannot be read stay as they were.
    pub(super) async fn take_up_settings(&self, session: &Session) {
        let Ok(mut tx) = session.store.read(session.author()).await else { return };
        if let Ok(office) = office::office(&mut tx).await {
            self.go_by(&office);
        }
    }

    fn go_by(&self, office: &OfficeRow) {
        self.clock.set_zone(office.time_zone.parse().unwrap_or(Zone::UTC));
        self.set_lock_after(u32::try_from(office.lock_after_minutes).unwrap_or(5));
    }

    /// Writes down that the office was unlocked, and takes up a new chain if this is a copy.
    async fn arrive(&self, store: &Store, keys: &Open) -> Result<(StaffRow, OfficeRow)> {
        let nobody = Author { id: Id::from_uuid(uuid::Uuid::nil()), name: String::new() };
        let mut read = store.read(nobody).await?;
        let staff = person_of_slot(&mut read, keys.slot_id()).await?;
        let office = office::office(&mut read).await?;
        drop(read);
        let author = Author { id: Id::parse(&staff.id)?, name: staff.name.clone() };
        let mut tx = store.write(author).await?;
        tx.note("slot", keys.slot_id());
        tx.note("by", format!("{:?}", keys.opened_by()).to_lowercase());
        if let Some(previous) = store.identity().previous {
            tx.note("copy_of", previous.to_string());
            new_replica(&mut tx, previous).await?;
        }
        tx.commit("security.unlock").await?;
        Ok((staff, office))
    }

    fn setting<'a>(&self, path: &'a Path, seen: Vec<(String, i64)>) -> Setting<'a> {
        Setting {
            path,
            kinds: self.kinds,
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            place: place_of(path),
            seen,
        }
    }

    /// Locks: signs where the journal stands, closes the store, wipes the keys.
    ///
    /// Waits for calls under way; a long job is asked to stop.
    pub async fn lock(self: &Arc<Self>) -> Result<()> {
        self.progress.stop();
        // Held to the end: nobody unlocks a store that is still being closed.
        let mut slot = self.session_slot().write().await;
        let Some(session) = slot.take() else { return Ok(()) };
        if let Ok(mut held) = self.held.lock() {
            *held = None;
        }
        let written = self.sign_off(&session).await;
        let closed = session.store.close().await;
        // Nobody knows the sample's lock screen: locking it leads back to the own office.
        self.enter_sample(false);
        // The window must go, whatever the disk said.
        self.tell(Event::Locked);
        written.and(closed)
    }

    async fn sign_off(&self, session: &Session) -> Result<()> {
        self.record_search(session, true).await?;
        let tx = session.store.write(session.author()).await?;
        tx.commit("security.lock").await?;
        self.sign_head(session, "lock").await
    }

    /// Signs the head of this laptop's chain, in the store and in the file beside it.
    pub(super) async fn sign_head(&self, session: &Session, why: &str) -> Result<()> {
        let identity = session.store.identity();
        let mut writer = session.store.writer().await;
        let replica = identity.replica.to_string();
        let Some((seq, hash)) = crate::store::journal::last_link(&mut writer, &replica).await?
        else {
            return Ok(());
        };
        let head = Head {
            utc: instant(self.clock.now()),
            replica,
            seq: u64::try_from(seq).unwrap_or_default(),
            hash,
            why: why.to_owned(),
        };
        let (anchor, anchors) = {
            let keys = session.keys.lock().unwrap_or_else(PoisonError::into_inner);
            (keys.sign_head(head), keys.anchors())
        };
        crate::store::journal::keep_head(
            &mut writer,
            &[&anchor.replica, &anchor.hash, &anchor.signer, &anchor.why, &anchor.utc, &anchor.sig],
            seq,
        )
        .await?;
        anchors.append(&anchor).map_err(from_vault)
    }

    /// Goes by the office's own time zone and idle time, after they changed.
    pub(super) async fn settle_in(&self) -> Result<()> {
        self.go_by(&self.read(|tx| Box::pin(office::office(tx))).await?);
        Ok(())
    }

    /// Signs the head of the chain, from a task.
    pub(super) async fn sign(&self, why: &str) -> Result<()> {
        let guard = self.session().await;
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        self.sign_head(session, why).await
    }

    /// Runs one journaled write of a task.
    pub(super) async fn write<O: Send>(
        &self,
        action: &str,
        run: impl for<'t> FnOnce(&'t mut WriteTx) -> BoxFuture<'t, Result<O>> + Send,
    ) -> Result<O> {
        let guard = self.session().await;
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        let mut tx = session.store.write(session.author()).await?;
        let outcome = run(&mut tx).await;
        self.finish(session, tx, action, outcome).await
    }

    /// Runs one read of a task.
    pub(super) async fn read<O: Send>(
        &self,
        run: impl for<'t> FnOnce(&'t mut ReadTx) -> BoxFuture<'t, Result<O>> + Send,
    ) -> Result<O> {
        let guard = self.session().await;
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        let mut tx = session.store.read(session.author()).await?;
        run(&mut tx).await
    }
}

/// Runs slow work, such as deriving a key, away from the window's thread.
pub(super) async fn blocking<O: Send + 'static>(
    work: impl FnOnce() -> Result<O> + Send + 'static,
) -> Result<O> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|cause| Error::bug("background work").caused_by(cause))?
}

/// Makes an office real: its database is known from here on, and its folder points to it.
pub(super) fn put_in_use(session: &Session) -> Result<()> {
    let mut keys = session.keys.lock().unwrap_or_else(PoisonError::into_inner);
    let salt = first_bytes(&keys.db_path())?;
    keys.record_salt(salt).map_err(from_vault)
}

fn first_bytes(path: &Path) -> Result<[u8; 16]> {
    use std::io::Read as _;
    let mut start = [0_u8; 16];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).map_err(
        |cause| Error::unavailable("The office file could not be read.").caused_by(cause),
    )?;
    Ok(start)
}

/// Names this laptop and folder, so that a copied store is noticed. Only its hash is kept.
fn place_of(path: &Path) -> String {
    let machine = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        .iter()
        .find_map(|file| std::fs::read_to_string(file).ok())
        .unwrap_or_default();
    let folder = path.parent().and_then(Path::parent).unwrap_or(path);
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    crate::store::journal::fingerprint(&[machine.trim(), &folder.to_string_lossy()])
}
