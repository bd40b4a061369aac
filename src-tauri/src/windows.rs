//! The two windows: one asks for the passphrase, the other shows the office.
//!
//! Locking destroys the window that showed the office; hiding it would keep what it knew.
//! Every window has a label of its own, `main-7` or `lock-8`. The number is its epoch, so that
//! a late call of a window that is gone is never taken for a call of the one in use.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use tauri::webview::{Color, NewWindowResponse, WebviewWindowBuilder};
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, PhysicalSize, Url, WebviewUrl,
    WebviewWindow, Wry,
};

use crate::hosting::Host;
use crate::news::Newsstand;
use crate::page;

const TITLE: &str = "Bedside";
const SIZE: LogicalSize<f64> = LogicalSize::new(1360.0, 850.0);
const LEAST: LogicalSize<f64> = LogicalSize::new(480.0, 480.0);

/// The page's own background, light; shown for the moment before the page paints itself.
const CANVAS: Color = Color(252, 251, 248, 255);

/// On Linux each private window has a browser of its own, which stays, 60 MB each, until the
/// program ends. There one browser serves all windows and `webkit` takes its memory away.
const IS_PRIVATE: bool = !cfg!(target_os = "linux");

/// Which of the two windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Asks for the passphrase.
    Lock,
    /// Shows the office.
    Main,
}

impl Face {
    const fn word(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Main => "main",
        }
    }

    const fn page(self) -> &'static str {
        match self {
            Self::Lock => "lock.html",
            Self::Main => "index.html",
        }
    }

    /// What the office takes a call from this window for.
    pub(crate) const fn host(self) -> Host {
        match self {
            Self::Lock => Host::Lock,
            Self::Main => Host::Window,
        }
    }
}

/// Reads a label: which window it is and in which epoch it was built.
fn read(label: &str) -> Option<(Face, u64)> {
    let (word, epoch) = label.split_once('-')?;
    let face = [Face::Lock, Face::Main].into_iter().find(|face| face.word() == word)?;
    Some((face, epoch.parse().ok()?))
}

/// The windows of this run.
pub(crate) struct Windows {
    app: AppHandle,
    folder: PathBuf,
    epoch: AtomicU64,
}

impl Windows {
    /// No window yet. What a web engine keeps goes below the office's folder and is wiped with us.
    pub(crate) fn new(app: &AppHandle, office_folder: &Path) -> Self {
        let all = office_folder.join("window");
        wipe_what_others_left(&all);
        let own = all.join(std::process::id().to_string());
        Self { app: app.clone(), folder: own, epoch: AtomicU64::new(0) }
    }

    /// What a window may do now, or `None` when its time is over.
    pub(crate) fn face(&self, label: &str) -> Option<Face> {
        let (face, epoch) = read(label)?;
        (epoch == self.epoch.load(Ordering::SeqCst)).then_some(face)
    }

    /// From here on no window that was built before is listened to.
    fn begin_epoch(&self) -> u64 {
        self.epoch.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Builds the window, in the place of the one before, and destroys all the others.
    pub(crate) fn show(&self, face: Face) -> anyhow::Result<()> {
        let place = self.newest().and_then(|window| Place::of(&window));
        let label = format!("{}-{}", face.word(), self.begin_epoch());
        self.app.state::<Newsstand>().clear();
        let window = self.build(face, &label, place)?;
        for (other, old) in self.app.webview_windows() {
            if other != label {
                old.destroy()?;
            }
        }
        window.set_focus()?;
        Ok(())
    }

    /// The window that the person has before them.
    #[cfg(not(feature = "automation"))]
    pub(crate) fn in_use(&self) -> Option<WebviewWindow> {
        let mut windows = self.app.webview_windows().into_values();
        windows.find(|window| self.face(window.label()).is_some())
    }

    /// The same, even when its time is over.
    fn newest(&self) -> Option<WebviewWindow> {
        let with_epoch = |(label, window): (String, _)| Some((read(&label)?.1, window));
        let windows = self.app.webview_windows().into_iter().filter_map(with_epoch);
        windows.max_by_key(|(epoch, _)| *epoch).map(|(_, window)| window)
    }

    /// Wipes what the web engine kept.
    pub(crate) fn wipe(&self) {
        fs::remove_dir_all(&self.folder).ok();
        // The last one out takes the folder with it; another Bedside would still be in it.
        self.folder.parent().map(fs::remove_dir);
    }

    /// Where a web engine that insists on a folder gets one.
    fn profile(&self) -> io::Result<&Path> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder)?;
        Ok(&self.folder)
    }

    fn build(
        &self,
        face: Face,
        label: &str,
        place: Option<Place>,
    ) -> anyhow::Result<WebviewWindow> {
        let address = WebviewUrl::App(face.page().into());
        let mut builder = self
            .guarded(label, address, is_ours)?
            .title(TITLE)
            .inner_size(SIZE.width, SIZE.height)
            .min_inner_size(LEAST.width, LEAST.height)
            .prevent_overflow()
            .center()
            .background_color(CANVAS)
            .initialization_script(page::SCRIPT)
            .visible(false);
        if cfg!(not(debug_assertions)) {
            builder = builder.initialization_script(page::NO_MENU);
        }
        let window = builder.build()?;
        #[cfg(target_os = "linux")]
        crate::webkit::settle(&window)?;
        if let Some(place) = place {
            place.give_to(&window)?;
        }
        window.show()?;
        Ok(window)
    }

    /// What every window has in common: it stays where it is and leaves nothing behind.
    pub(crate) fn guarded<'a>(
        &'a self,
        label: &str,
        address: WebviewUrl,
        may_go_to: fn(&Url) -> bool,
    ) -> io::Result<WebviewWindowBuilder<'a, Wry, AppHandle>> {
        let builder = WebviewWindowBuilder::new(&self.app, label, address)
            .data_directory(self.profile()?.to_path_buf())
            .incognito(IS_PRIVATE)
            .devtools(cfg!(debug_assertions))
            .on_navigation(may_go_to)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .on_download(|_, _| false);
        Ok(builder)
    }
}

/// Whether an address is a page of ours. Windows has no schemes of its own and uses a host.
fn is_ours(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// A Bedside that was ended by force could not wipe what it had.
fn wipe_what_others_left(all: &Path) {
    for entry in fs::read_dir(all).into_iter().flatten().flatten() {
        let is_running = Path::new("/proc").join(entry.file_name()).exists();
        if !is_running {
            fs::remove_dir_all(entry.path()).ok();
        }
    }
}

/// Where a window stands. Kept for the next window, never written down.
struct Place {
    position: Option<PhysicalPosition<i32>>,
    size: PhysicalSize<u32>,
    is_maximized: bool,
}

impl Place {
    fn of(window: &WebviewWindow) -> Option<Self> {
        Some(Self {
            // Wayland does not tell.
            position: window.outer_position().ok(),
            size: window.inner_size().ok()?,
            is_maximized: window.is_maximized().ok()?,
        })
    }

    fn give_to(&self, window: &WebviewWindow) -> tauri::Result<()> {
        if self.is_maximized {
            return window.maximize();
        }
        window.set_size(self.size)?;
        match self.position {
            Some(position) => window.set_position(position),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_the_window_and_its_epoch() {
        assert_eq!(read("main-7"), Some((Face::Main, 7)));
        assert_eq!(read("lock-12"), Some((Face::Lock, 12)));
        for stranger in ["main", "print-0a1b", "main-", "main--1", "Main-1", "lock-x"] {
            assert_eq!(read(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn only_our_own_pages_are_gone_to() {
        let ours = ["tauri://localhost/", "tauri://localhost/index.html#/cases?open=true"];
        let others = [
            "https://example.org/",
            "http://localhost/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "tauri://elsewhere/",
            "about:blank",
            "print://localhost/0a1b",
        ];
        for address in ours {
            assert!(is_ours(&address.parse().unwrap()), "{address}");
        }
        for address in others {
            assert!(!is_ours(&address.parse().unwrap()), "{address}");
        }
    }
}
