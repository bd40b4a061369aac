//! The memory of the window, open on an office and left alone, and that of an empty window of the
//! same Tauri and WebKit in the same run.
//!
//! Counted is what would be free again if the window were gone: each process's own share of what it
//! holds (PSS), added up over Bedside and the processes WebKit starts for it. Each is open alone, as
//! on a person's laptop: two that are open at once would share WebKit's code and halve it for both.
//! Nothing drives them, since a driver leaves its scripts in the page: the office is unlocked by keys.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use office::app::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
use serde_json::json;

use crate::Figure;
use crate::typist::Typist;

/// How long a window is left alone before it is looked at.
const IDLE: Duration = Duration::from_secs(60);

const TARGET: &str = "at most 1.35 times the floor";

/// How long a window may take to open, or to open the office.
const PATIENCE: Duration = Duration::from_secs(30);

/// A page whose window is shown may still be loading for so long.
const LOADING: Duration = Duration::from_secs(4);

/// Measures on a sample office that is locked.
pub(crate) async fn measure(folder: &Path) -> anyhow::Result<Figure> {
    start_on_my_day(folder).await?;
    let profile = tempfile::TempDir::new()?;
    let empty = Program::start("empty", &[profile.path().as_os_str()])?;
    tokio::time::sleep(IDLE).await;
    let floor = tree(empty.child.id())?;
    drop(empty);
    let bedside = Program::start("bedside", &["--data".as_ref(), folder.as_os_str()])?;
    unlock().await?;
    tokio::time::sleep(IDLE).await;
    let ours = tree(bedside.child.id())?;
    drop(bedside);
    for (name, parts) in [("Bedside", &ours), ("empty", &floor)] {
        let parts: Vec<String> =
            parts.iter().map(|(name, size)| format!("{name} {size:.0} MiB")).collect();
        crate::say(&format!("  {name}: {}", parts.join(", ")));
    }
    let sum = |parts: &[(String, f64)]| parts.iter().map(|(_, size)| size).sum::<f64>();
    Ok(Figure {
        name: "memory, unlocked and idle".to_owned(),
        unit: "MiB",
        ours: sum(&ours),
        p95: None,
        there: None,
        floor: sum(&floor),
        target: TARGET,
    })
}

/// Who unlocks comes back to where they were. The figure is for My day, where everybody starts, and
/// not for the page that whoever pressed keys before has left.
async fn start_on_my_day(folder: &Path) -> anyhow::Result<()> {
    let office = crate::open(folder);
    let who = json!({ "name": SAMPLE_NAME, "passphrase": SAMPLE_PASSPHRASE });
    crate::call(&office, "security.unlock", who).await?;
    let place = json!({ "key": "place", "title": "", "body": { "href": "/day" } });
    crate::call(&office, "drafts.save", place).await?;
    Ok(office.lock().await?)
}

/// Unlocks the sample office in the window that is open. The window of the office is another one.
async fn unlock() -> anyhow::Result<()> {
    let typist = Typist::sit_down()?;
    let lock = shown(&typist, None).await.context("no window opened")?;
    tokio::time::sleep(LOADING).await;
    typist.turn_to(lock)?;
    typist.words(SAMPLE_NAME)?;
    typist.next_field()?;
    typist.words(SAMPLE_PASSPHRASE)?;
    typist.send()?;
    shown(&typist, Some(lock)).await.context("the office did not open")?;
    Ok(())
}

/// Waits for a window that is another one than `before`.
async fn shown(typist: &Typist, before: Option<u32>) -> anyhow::Result<u32> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match typist.largest_window()? {
            Some(window) if before != Some(window) => return Ok(window),
            _ => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    bail!("waited for {} s", PATIENCE.as_secs())
}

/// A program with a window. Closed when dropped.
struct Program {
    child: Child,
}

impl Program {
    fn start(name: &str, arguments: &[&OsStr]) -> anyhow::Result<Self> {
        let here = std::env::current_exe()?;
        let program = here.parent().context("a folder")?.join(name);
        if !program.is_file() {
            bail!("{name} is not built: cargo xtask bench --window builds it");
        }
        let child = Command::new(program)
            .args(arguments)
            // Drawn as where a driver opens the window, which no graphics card helps either.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { child })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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
