//! The first picture. Some graphics drivers leave WebKit's window blank; there is one way around.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Manager};

/// A page that has not painted by then is not going to.
const WITHIN: Duration = Duration::from_secs(8);

/// Whether a window has painted since the start.
#[derive(Default)]
pub(crate) struct Painting {
    has_painted: AtomicBool,
}

impl Painting {
    /// A page says that it has painted.
    pub(crate) fn note(&self) {
        self.has_painted.store(true, Ordering::SeqCst);
    }

    /// Whether any page ever said so.
    pub(crate) fn is_done(&self) -> bool {
        self.has_painted.load(Ordering::SeqCst)
    }
}

/// Waits for the first picture, and starts again when none comes.
pub(crate) async fn watch(app: AppHandle) {
    tokio::time::sleep(WITHIN).await;
    if !app.state::<Painting>().is_done() {
        start_again(&app);
    }
}

/// Starts again, once, with pictures that go through plain memory. The office is locked still:
/// nobody can unlock what they cannot see.
#[cfg(all(target_os = "linux", not(feature = "automation")))]
pub(crate) fn start_again(app: &AppHandle) {
    use std::env;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use crate::windows::Windows;

    const PLAIN_MEMORY: &str = "WEBKIT_DMABUF_RENDERER_FORCE_SHM";

    let Ok(bedside) = env::current_exe() else {
        return;
    };
    if env::var_os(PLAIN_MEMORY).is_some() {
        return;
    }
    app.state::<Windows>().wipe();
    // On success this process becomes the new one. On failure the old window stays as it is.
    let _ = Command::new(bedside).args(env::args_os().skip(1)).env(PLAIN_MEMORY, "1").exec();
}

/// Elsewhere there is no other way to paint; and a driver would lose what it drives.
#[cfg(not(all(target_os = "linux", not(feature = "automation"))))]
pub(crate) fn start_again(_app: &AppHandle) {}
