//! The memory of the window, open on an office and left alone, and that of an empty window of the
//! same Tauri and WebKit in the same run.
//!
//! Counted is what would be free again if the window were gone: each process's own share of what it
//! holds (PSS), added up over Bedside and the processes WebKit starts for it. Each is open alone, as
//! on a person's laptop: two that are open at once would share WebKit's code and halve it for both.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail};
use office_tests::browser::{Browser, Engine, Opening};

use crate::Figure;

/// How long a window is left alone before it is looked at.
const IDLE: Duration = Duration::from_secs(60);

const TARGET: &str = "at most 1.35 times the floor";

/// Measures on a sample office that is locked.
pub(crate) async fn measure(folder: &Path) -> anyhow::Result<Figure> {
    let opening =
        Opening { folder: folder.to_path_buf(), size: Some((1360, 850)), ..Opening::default() };
    let profile = tempfile::TempDir::new()?;
    let empty = Empty::open(profile.path())?;
    tokio::time::sleep(IDLE).await;
    let floor = tree(empty.child.id())?;
    drop(empty);
    let at = Browser::open(Engine::Window, &opening).await?;
    crate::paint::unlock(&at).await?;
    tokio::time::sleep(IDLE).await;
    let ours = tree(bedside_on(folder)?)?;
    for (name, parts) in [("Bedside", &ours), ("empty", &floor)] {
        let parts: Vec<String> =
            parts.iter().map(|(name, size)| format!("{name} {size:.0} MiB")).collect();
        crate::say(&format!("  {name}: {}", parts.join(", ")));
    }
    let sum = |parts: &[(String, f64)]| parts.iter().map(|(_, size)| size).sum::<f64>();
    let (ours, floor) = (sum(&ours), sum(&floor));
    at.close().await?;
    Ok(Figure {
        name: "memory, unlocked and idle".to_owned(),
        unit: "MiB",
        ours,
        p95: None,
        there: None,
        floor,
        target: TARGET,
    })
}

/// An empty window. Closed when dropped.
struct Empty {
    child: Child,
}

impl Empty {
    fn open(profile: &Path) -> anyhow::Result<Self> {
        let here = std::env::current_exe()?;
        let program = here.parent().context("a folder")?.join("empty");
        if !program.is_file() {
            bail!("the empty window is not built: cargo xtask bench --window builds it");
        }
        // The same way of drawing as the driver gives Bedside.
        let child = Command::new(program)
            .arg(profile)
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { child })
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The Bedside that has this office open.
fn bedside_on(folder: &Path) -> anyhow::Result<u32> {
    let folder = folder.to_string_lossy();
    let is_ours = |id: &u32| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        line.contains("bedside --data") && line.contains(folder.as_ref())
    };
    processes().find(is_ours).context("no Bedside is open on the office")
}

fn processes() -> impl Iterator<Item = u32> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// A process and everything it started: their names, and what each holds, in MiB.
fn tree(root: u32) -> anyhow::Result<Vec<(String, f64)>> {
    let parents: BTreeMap<u32, u32> =
        processes().filter_map(|id| Some((id, parent_of(id)?))).collect();
    let is_below = |mut id: u32| {
        while id != root {
            match parents.get(&id) {
                Some(parent) if *parent != 0 => id = *parent,
                _ => return false,
            }
        }
        true
    };
    let tree = parents.keys().copied().filter(|id| is_below(*id));
    let held: Vec<(String, f64)> = tree.filter_map(held).collect();
    if held.len() < 3 {
        bail!("process {root} has no web process: {} in all", held.len());
    }
    Ok(held)
}

fn held(id: u32) -> Option<(String, f64)> {
    let name = field(&format!("/proc/{id}/status"), "Name:")?;
    let kibibytes: f64 = field(&format!("/proc/{id}/smaps_rollup"), "Pss:")?.parse().ok()?;
    Some((name, kibibytes / 1024.0))
}

fn parent_of(id: u32) -> Option<u32> {
    field(&format!("/proc/{id}/status"), "PPid:")?.parse().ok()
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next().map(str::to_owned)
}
