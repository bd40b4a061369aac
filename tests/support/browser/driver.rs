//! Starting WebKitWebDriver with the real window, or ChromeDriver with the loopback host.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

use super::Opening;

/// The engine people will have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The real window: WebKit, as on Linux and macOS.
    Window,
    /// Chromium on the loopback host: the engine of Windows' web view.
    Chromium,
}

/// The programs behind a session. Stopped when dropped.
pub(super) struct Running {
    children: Vec<Child>,
    /// The office's folder: the window that has it open was started by the driver, not by us.
    folder: PathBuf,
    base: Option<String>,
    _profile: Option<tempfile::TempDir>,
}

impl Running {
    pub(super) fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    pub(super) fn stop(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
        // A failed test leaves no browser behind, which would be idle for ever.
        let profile = self._profile.as_ref().map(|p| p.path().to_path_buf());
        let left = profile.iter().chain([&self.folder]).flat_map(|folder| windows_on(folder));
        for window in left {
            let _ = Command::new("kill").arg("-9").arg(window).status();
        }
    }
}

/// The windows and browsers that were started on this folder. Whoever merely names it, as the
/// shell does that a test was started from, is left alone.
fn windows_on(folder: &Path) -> Vec<String> {
    let folder = folder.display();
    let told = [format!("--data\0{folder}\0"), format!("--user-data-dir={folder}\0")];
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        told.iter().any(|words| line.contains(words))
    })
    .map(|id| id.to_string())
    .collect()
}

/// Starts an engine on an office.
pub(super) async fn start(engine: Engine, opening: &Opening) -> anyhow::Result<(Client, Running)> {
    match engine {
        Engine::Window => window(opening).await,
        Engine::Chromium => chromium(opening).await,
    }
}

/// The folder that holds what cargo built beside this test.
pub(super) fn built() -> anyhow::Result<PathBuf> {
    let here = std::env::current_exe()?;
    let folder = here.parent().context("a folder")?;
    let folder =
        if folder.ends_with("deps") { folder.parent().context("a folder")? } else { folder };
    Ok(folder.to_path_buf())
}

fn program(names: &[&str]) -> anyhow::Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    for folder in std::env::split_paths(&path) {
        for name in names {
            let at = folder.join(name);
            if at.is_file() {
                return Ok(at);
            }
        }
    }
    bail!("skipped: {} is not on this machine", names.join(" or "))
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

async fn window(opening: &Opening) -> anyhow::Result<(Client, Running)> {
    let driver = program(&["WebKitWebDriver"])?;
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        bail!("skipped: there is no display for the window");
    }
    let binary = built()?.join("bedside");
    if !binary.is_file() {
        bail!("the window is not built: cargo build -p desktop --features automation");
    }
    let port = free_port()?;
    let mut command = Command::new(driver);
    command
        .arg(format!("--port={port}"))
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(answers) = &opening.answers {
        command.env("BEDSIDE_DIALOG_ANSWERS", answers);
    }
    if let Some(bus) = &opening.bus {
        command.env("DBUS_SESSION_BUS_ADDRESS", bus);
    }
    let running = Running {
        children: vec![command.spawn()?],
        folder: opening.folder.clone(),
        base: None,
        _profile: None,
    };
    let folder = opening.folder.to_string_lossy();
    let options = json!({ "binary": binary, "args": ["--data", folder] });
    let mut capabilities = Map::new();
    capabilities.insert("webkitgtk:browserOptions".into(), options);
    let client = connect(port, capabilities).await?;
    Ok((client, running))
}

async fn chromium(opening: &Opening) -> anyhow::Result<(Client, Running)> {
    let driver = program(&["chromedriver"])?;
    let browser = program(&["chromium", "chromium-browser", "google-chrome"])?;
    let (host, base) = host(opening)?;
    let port = free_port()?;
    let driver = Command::new(driver)
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let profile = tempfile::TempDir::new()?;
    let mut args = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-quic".into(),
        "--lang=en-US".into(),
        "--window-size=1360,850".into(),
        format!("--user-data-dir={}", profile.path().display()),
    ];
    if opening.dark {
        args.push("--force-dark-mode".into());
    }
    let mut capabilities = Map::new();
    capabilities.insert("goog:chromeOptions".into(), json!({ "binary": browser, "args": args }));
    let folder = opening.folder.clone();
    let running =
        Running { children: vec![driver, host], folder, base: Some(base), _profile: Some(profile) };
    let client = connect(port, capabilities).await?;
    Ok((client, running))
}

/// Starts the loopback host; answers it and its address.
fn host(opening: &Opening) -> anyhow::Result<(Child, String)> {
    let binary = built()?.join("host");
    if !binary.is_file() {
        bail!("the host is not built: cargo build -p office-tests --bin host");
    }
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let mut command = Command::new(binary);
    command.arg("--data").arg(&opening.folder).arg("--ui").arg(ui).stdout(Stdio::piped());
    if let Some(clock) = &opening.clock {
        command.arg("--clock").arg(clock);
    }
    if let Some(answers) = &opening.answers {
        command.env("BEDSIDE_DIALOG_ANSWERS", answers);
    }
    let mut host = command.spawn()?;
    let said = host.stdout.take().context("the host's output")?;
    let mut line = String::new();
    BufReader::new(said).read_line(&mut line)?;
    let base = line.trim().strip_prefix("listening on ").context("the host's address")?;
    Ok((host, base.to_owned()))
}

async fn connect(port: u16, capabilities: Map<String, Value>) -> anyhow::Result<Client> {
    let mut last = None;
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder
            .capabilities(capabilities.clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
        {
            Ok(client) => return Ok(client),
            Err(error) => last = Some(error),
        }
    }
    match last {
        Some(error) => Err(error).context("no WebDriver session"),
        None => bail!("no WebDriver session"),
    }
}
