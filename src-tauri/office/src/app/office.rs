//! The office: one encrypted store and the people who work in it, locked or unlocked.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use tokio::sync::{RwLock, RwLockReadGuard, broadcast};

use super::host::Desktop;
use super::progress::Progress;
use super::searching::Searching;
use super::session::Session;
use super::tasks::importing::Held;
use super::{tasks, workflows};
use crate::features;
use crate::kernel::{Clock, Error, Ids, Zone};
use crate::store::Kinds;
use crate::table::Table;

/// Something every window should hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Records of these features changed, and no reply says so.
    Changed(Vec<String>),
    /// The office was locked.
    Locked,
    /// The office was unlocked.
    Unlocked,
}

/// What an office needs from the program around it.
pub struct OfficeSetup {
    /// The folder of the office.
    pub data_dir: PathBuf,
    /// The clock.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// Dialogs and printing.
    pub desktop: Arc<dyn Desktop>,
    /// How hard new passphrases are to try.
    pub kdf: vault::KdfParams,
}

impl OfficeSetup {
    /// The office in `data_dir`, on this laptop's clock.
    pub fn here(data_dir: PathBuf, desktop: Arc<dyn Desktop>) -> Self {
        let zone = iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
        Self {
            data_dir,
            clock: Clock::system(zone.unwrap_or(Zone::UTC)),
            ids: Ids::random(),
            desktop,
            kdf: vault::KdfParams::default(),
        }
    }
}

/// One office on this laptop, and the sample office beside it.
pub struct Office {
    pub(super) clock: Arc<Clock>,
    pub(super) ids: Arc<Ids>,
    pub(super) desktop: Arc<dyn Desktop>,
    pub(super) progress: Progress,
    pub(super) searching: Searching,
    pub(super) held: Mutex<Option<Held>>,
    pub(super) offered: Mutex<Vec<PathBuf>>,
    pub(super) kinds: &'static Kinds,
    own: vault::Vault,
    sample: vault::Vault,
    in_sample: AtomicBool,
    session: RwLock<Option<Session>>,
    table: Table<Self>,
    events: broadcast::Sender<Event>,
    touched: Mutex<u64>,
    lock_after: Mutex<Duration>,
    /// Whether it has let go of what it kept in memory since somebody was here.
    rests: AtomicBool,
    /// The office's civil date that the windows show.
    day: Mutex<Option<NaiveDate>>,
}

/// Every command, in one list.
pub fn command_table() -> Table<Office> {
    let mut table = Table::default();
    table.declare::<Error>();
    features::office::commands(&mut table);
    features::people::commands(&mut table);
    features::cases::commands(&mut table);
    features::contacts::commands(&mut table);
    features::clocks::commands(&mut table);
    features::education::commands(&mut table);
    features::advisor::commands(&mut table);
    features::watchers::commands(&mut table);
    workflows::commands(&mut table);
    tasks::commands(&mut table);
    table
}

/// The registry of record kinds lives as long as the program.
fn kinds() -> &'static Kinds {
    static KINDS: std::sync::OnceLock<Kinds> = std::sync::OnceLock::new();
    KINDS.get_or_init(features::kinds)
}

/// An office that nobody has touched for so long lets go of the records it keeps decrypted in
/// memory. The next thing that is opened reads them anew.
const REST_AFTER: Duration = Duration::from_secs(30);

/// The features whose answers depend on what day it is.
const TOLD_BY_DAY: [&str; 3] = ["security", "clocks", "cases"];

impl Office {
    /// Makes ready; nothing is opened yet.
    pub fn new(setup: OfficeSetup) -> Arc<Self> {
        let beside = sample_folder(&setup.data_dir);
        Arc::new(Self {
            clock: Arc::new(setup.clock),
            ids: Arc::new(setup.ids),
            desktop: setup.desktop,
            progress: Progress::default(),
            searching: Searching::default(),
            held: Mutex::new(None),
            offered: Mutex::new(Vec::new()),
            kinds: kinds(),
            own: vault::Vault::at(&setup.data_dir).with_kdf(setup.kdf),
            sample: vault::Vault::at(&beside).with_kdf(setup.kdf),
            in_sample: AtomicBool::new(false),
            session: RwLock::new(None),
            table: command_table(),
            events: broadcast::Sender::new(64),
            touched: Mutex::new(vault::host::boot_ms()),
            lock_after: Mutex::new(Duration::from_secs(300)),
            rests: AtomicBool::new(false),
            day: Mutex::new(None),
        })
    }

    /// The list of commands.
    pub const fn table(&self) -> &Table<Self> {
        &self.table
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What happens from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Tells every window.
    pub(super) fn tell(&self, event: Event) {
        // Nobody listening is fine: the command line has no window.
        let _ = self.events.send(event);
    }

    /// Files dropped on the window, for the next import.
    pub fn offer_dropped(&self, paths: Vec<PathBuf>) {
        if let Ok(mut offered) = self.offered.lock() {
            *offered = paths;
        }
    }

    /// Somebody is here: the idle time starts anew.
    pub fn touch(&self) {
        self.rests.store(false, Ordering::Relaxed);
        if let Ok(mut touched) = self.touched.lock() {
            *touched = vault::host::boot_ms();
        }
    }

    /// Locks when nobody was here for longer than the office allows, and before that lets go of
    /// what it keeps in memory; says so when the office's day has turned. Hosts call it each second.
    ///
    /// Time asleep counts: the clock is the one that goes on while the laptop sleeps.
    pub async fn tick(self: &Arc<Self>) {
        let untouched = self.untouched();
        let idle = match self.lock_after.lock() {
            Ok(after) => untouched >= *after,
            Err(_) => true,
        };
        if idle && self.is_unlocked().await {
            self.progress.stop();
            // What cannot be written down must not keep the office open.
            let _ = self.lock().await;
            return;
        }
        if let Some(session) = self.session().await.as_ref() {
            self.notice_day();
            // It stays to be recorded at the lock if the disk refuses now.
            let _ = self.record_search(session, false).await;
            if untouched >= REST_AFTER && !self.rests.swap(true, Ordering::Relaxed) {
                // What cannot be let go stays until the lock.
                let _ = session.store.rest().await;
                vault::host::give_memory_back();
            }
        }
    }

    /// Takes today for the day that the windows show; gives the one before.
    pub(super) fn set_day(&self) -> Option<NaiveDate> {
        self.day.lock().ok()?.replace(self.clock.today())
    }

    fn notice_day(&self) {
        let today = self.clock.today();
        if self.set_day().is_some_and(|before| before != today) {
            self.tell(Event::Changed(TOLD_BY_DAY.map(str::to_owned).to_vec()));
        }
    }

    /// How long nobody was here.
    fn untouched(&self) -> Duration {
        let now = vault::host::boot_ms();
        let touched = self.touched.lock().map(|touched| *touched).unwrap_or_default();
        Duration::from_millis(now.saturating_sub(touched))
    }

    /// Whether the office is unlocked.
    pub async fn is_unlocked(&self) -> bool {
        self.session.read().await.is_some()
    }

    pub(super) async fn session(&self) -> RwLockReadGuard<'_, Option<Session>> {
        self.session.read().await
    }

    pub(super) const fn session_slot(&self) -> &RwLock<Option<Session>> {
        &self.session
    }

    pub(super) fn set_lock_after(&self, minutes: u32) {
        if let Ok(mut after) = self.lock_after.lock() {
            *after = Duration::from_secs(u64::from(minutes) * 60);
        }
    }

    pub(super) fn lock_after_minutes(&self) -> u32 {
        let seconds = self.lock_after.lock().map(|after| after.as_secs()).unwrap_or(300);
        u32::try_from(seconds / 60).unwrap_or(5)
    }

    /// The vault of the office one is in: the own one, or the sample.
    pub(super) fn vault(&self) -> &vault::Vault {
        if self.in_sample.load(Ordering::Relaxed) { &self.sample } else { &self.own }
    }

    /// The vault of the office's own folder, whichever one is in.
    pub(super) const fn own_vault(&self) -> &vault::Vault {
        &self.own
    }

    pub(super) fn enter_sample(&self, sample: bool) {
        self.in_sample.store(sample, Ordering::Relaxed);
    }

    pub(super) fn is_in_sample(&self) -> bool {
        self.in_sample.load(Ordering::Relaxed)
    }
}

/// The sample office lives beside the own one.
fn sample_folder(own: &Path) -> PathBuf {
    let mut name = own.file_name().unwrap_or_default().to_owned();
    name.push("-sample");
    own.with_file_name(name)
}
