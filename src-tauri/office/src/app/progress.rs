//! How far a long job is, and the way to stop it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use ts_rs::TS;

/// A long job, as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Progress")]
pub struct ProgressView {
    /// What is being done.
    pub what: String,
    /// How much of it is done.
    #[ts(type = "number")]
    pub done: u64,
    /// How much there is.
    #[ts(type = "number")]
    pub total: u64,
    /// Whether it can be stopped.
    pub stoppable: bool,
}

/// The one long job that may be under way.
#[derive(Default)]
pub(super) struct Progress {
    view: Mutex<Option<ProgressView>>,
    stop: AtomicBool,
}

impl Progress {
    /// Says how far it is; answers whether to go on.
    pub(super) fn tell(&self, what: &str, done: u64, total: u64, stoppable: bool) -> bool {
        let view = ProgressView { what: what.to_owned(), done, total, stoppable };
        if let Ok(mut held) = self.view.lock() {
            *held = Some(view);
        }
        !self.stop.load(Ordering::Relaxed)
    }

    /// How far it is.
    pub(super) fn view(&self) -> Option<ProgressView> {
        self.view.lock().ok().and_then(|held| held.clone())
    }

    /// Asks it to stop.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Begins a job; the answer ends it when dropped.
    pub(super) fn begin(&self) -> Job<'_> {
        self.stop.store(false, Ordering::Relaxed);
        Job { progress: self }
    }
}

/// Ends a job when dropped.
pub(super) struct Job<'a> {
    progress: &'a Progress,
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        if let Ok(mut held) = self.progress.view.lock() {
            *held = None;
        }
        self.progress.stop.store(false, Ordering::Relaxed);
    }
}
