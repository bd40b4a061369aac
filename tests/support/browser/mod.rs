//! A person at the screen: the same steps in the real window (WebKit) and in Chromium.

mod axe;
mod driver;
mod page;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use fantoccini::Client;
use fantoccini::wd::WindowHandle;

pub use driver::Engine;
use driver::Running;

/// How a screen is opened.
#[derive(Default)]
pub struct Opening {
    /// Where the office is.
    pub folder: PathBuf,
    /// The file that answers the dialogs.
    pub answers: Option<PathBuf>,
    /// The home folder of the window's process, for tests that look at what it wrote.
    pub home: Option<PathBuf>,
    /// The address of the session bus of the window's process; without one, the test's own bus.
    pub bus: Option<String>,
    /// The clock of the loopback host, RFC 3339. The window runs on the laptop's clock.
    pub clock: Option<String>,
    /// Width and height of the window, in pixels.
    pub size: Option<(u32, u32)>,
    /// What Chromium reports as the person's preference.
    pub dark: bool,
}

/// A screen somebody sits at.
pub struct Browser {
    /// The WebDriver session.
    pub page: Client,
    engine: Engine,
    running: Running,
}

/// How long a person waits for something to appear before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

impl Browser {
    /// Opens the engine on an office. Says `skipped: …` when a program it needs is missing.
    pub async fn open(engine: Engine, opening: &Opening) -> anyhow::Result<Self> {
        let (page, running) = driver::start(engine, opening).await?;
        let browser = Self { page, engine, running };
        if let Some(base) = browser.running.base() {
            browser.page.goto(&format!("{base}/")).await?;
        } else {
            browser.follow(None).await?;
        }
        if let Some((width, height)) = opening.size {
            browser.page.set_window_size(width, height).await?;
        }
        Ok(browser)
    }

    /// Which engine this is.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// The loopback address of the host, in Chromium.
    pub fn base(&self) -> Option<&str> {
        self.running.base()
    }

    /// Goes to an address of the app without loading it anew, as a link does.
    pub async fn go(&self, path: &str) -> anyhow::Result<()> {
        self.page.execute("location.hash = arguments[0]", vec![path.into()]).await?;
        self.rest().await
    }

    /// Waits a moment for the page to settle.
    pub async fn rest(&self) -> anyhow::Result<()> {
        tokio::time::sleep(Duration::from_millis(250)).await;
        Ok(())
    }

    /// Takes a picture of what is on the screen.
    pub async fn shot(&self, to: &Path) -> anyhow::Result<()> {
        let png = self.page.screenshot().await?;
        vault::files::write_atomic(to, &png).context("the picture")
    }

    /// Follows the window: unlocking and locking close one and open another.
    pub async fn settle(&self) -> anyhow::Result<()> {
        if self.engine == Engine::Chromium {
            return self.rest().await;
        }
        let before = self.page.window().await.ok();
        self.follow(before).await
    }

    /// Waits until there is one window that is not the one from `before`, and looks at it.
    async fn follow(&self, before: Option<WindowHandle>) -> anyhow::Result<()> {
        for _ in 0..200 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let Ok(windows) = self.page.windows().await else { continue };
            let [only] = windows.as_slice() else { continue };
            if before.as_ref() != Some(only)
                && self.page.switch_to_window(only.clone()).await.is_ok()
                && self.page.execute("return document.readyState", vec![]).await.is_ok()
            {
                return Ok(());
            }
        }
        bail!("no window of Bedside can be reached")
    }

    /// Kills every program at once, as a flat battery would.
    pub fn kill(self) {
        self.running.stop();
    }

    /// Ends the session and every program it started.
    pub async fn close(self) -> anyhow::Result<()> {
        // A window that is gone already cannot be closed again.
        let _ = self.page.close().await;
        self.running.stop();
        Ok(())
    }
}
