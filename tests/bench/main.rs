//! The benchmark: each figure beside a floor measured in the same run, printed and written as JSON.
//!
//! The floor of a read is the same SQL on the same encrypted file, bare; the floor of a write is one
//! bare row and its commit, with the same settings. The floor of unlocking is deriving the key.
//! With `--window` also what only a window can show: a key press until its result is painted, and
//! the memory of a window that is left alone.

mod clocks;
mod floor;
mod leaflets;
#[cfg(target_os = "linux")]
mod memory;
mod paint;
#[cfg(target_os = "linux")]
mod pixels;
#[cfg(target_os = "linux")]
mod typist;

#[cfg(not(target_os = "linux"))]
mod pixels {
    //! No display tells here when it was drawn on.

    /// A display that tells nothing.
    pub(crate) struct Screen;

    impl Screen {
        /// There is none to listen to.
        pub(crate) fn listen() -> anyhow::Result<Self> {
            anyhow::bail!("no display tells when it was drawn on")
        }

        /// Nothing is known.
        pub(crate) fn first_after(&self, _moment: f64) -> Option<f64> {
            None
        }
    }
}

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use office::app::{Caller, Host, Office, OfficeSetup, SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office_tests::answers::Answers;
use office_tests::browser::Engine;
use serde_json::{Value, json};

/// One operation: ours and its floor, the median of many.
struct Figure {
    name: String,
    unit: &'static str,
    ours: f64,
    /// Nineteen of twenty were no slower.
    p95: Option<f64>,
    /// Until the result was in the page and not yet painted.
    there: Option<f64>,
    floor: f64,
    target: &'static str,
}

impl Figure {
    fn of_table(name: &str, ours: f64, floor: f64, target: &'static str) -> Self {
        Self { name: name.to_owned(), unit: "ms", ours, p95: None, there: None, floor, target }
    }
}

/// What was asked for on the command line.
struct Wanted {
    cases: u32,
    out: PathBuf,
    /// Where a sample office stays, so that the next run need not make it again.
    office: Option<PathBuf>,
    has_window: bool,
    /// One part of it alone, while something is being mended.
    only: Option<String>,
}

impl Wanted {
    fn wants(&self, part: &str) -> bool {
        let is_asked = matches!(part, "table" | "clocks" | "watch") || self.has_window;
        is_asked && self.only.as_deref().is_none_or(|only| only == part)
    }
}

fn wanted() -> anyhow::Result<Wanted> {
    let out = PathBuf::from("target/bench.json");
    let mut wanted = Wanted { cases: 10_000, out, office: None, has_window: false, only: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--cases" => wanted.cases = value()?.parse()?,
            "--out" => wanted.out = PathBuf::from(value()?),
            "--office" => wanted.office = Some(PathBuf::from(value()?)),
            "--window" => wanted.has_window = true,
            "--only" => wanted.only = Some(value()?),
            other => anyhow::bail!(
                "unknown argument {other}; there are --window, --only table|clocks|watch|keys|memory, --cases N, \
                 --office DIR, --out FILE"
            ),
        }
    }
    Ok(wanted)
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let wanted = wanted()?;
    let folder = tempfile::TempDir::new()?;
    let at = wanted.office.clone().unwrap_or_else(|| folder.path().join("office"));
    let office = open(&at);
    let needs_sample = ["table", "keys", "memory"].iter().any(|part| wanted.wants(part));
    if needs_sample && !at.join("CURRENT").exists() {
        let made = Instant::now();
        office.make_sample_here(wanted.cases, 7).await?;
        say(&format!("{} cases made in {:.1} s", wanted.cases, made.elapsed().as_secs_f64()));
    }
    let mut figures = Vec::new();
    if wanted.wants("table") {
        figures.extend(measure(office, &at).await?);
    } else {
        // Made just now, it is still open.
        let _ = office.lock().await;
        drop(office);
    }
    if wanted.wants("clocks") {
        figures.extend(clocks::recount().await?);
    }
    if wanted.wants("watch") {
        figures.extend(clocks::watch().await?);
    }
    if wanted.wants("keys") {
        for engine in [Engine::Window, Engine::Chromium] {
            say(&format!("pressing keys: {engine:?}"));
            figures.extend(paint::measure(engine, &at).await?);
        }
    }
    #[cfg(target_os = "linux")]
    if wanted.wants("memory") {
        say("leaving the window alone for a minute");
        figures.push(memory::measure(&at).await?);
    }
    report(&figures, wanted.cases, &wanted.out)
}

fn open(folder: &Path) -> Arc<Office> {
    Office::new(OfficeSetup::here(folder.to_path_buf(), Arc::new(Answers::default())))
}

async fn call(office: &Arc<Office>, name: &str, input: Value) -> anyhow::Result<Value> {
    let caller = Caller { host: Host::Test };
    Ok(office.call(caller, name, input).await?.output)
}

fn listing(after: Option<&str>) -> Value {
    json!({
        "filter": { "open": null, "kind": null, "stage": null, "unit": null, "owner": null,
            "urgency": null, "due": null, "receivedFrom": null, "receivedTo": null,
            "text": null, "person": null },
        "order": "received", "after": after, "limit": 50,
    })
}

async fn measure(office: Arc<Office>, at: &Path) -> anyhow::Result<Vec<Figure>> {
    office.lock().await?;
    let key = json!({ "name": SAMPLE_NAME, "passphrase": SAMPLE_PASSPHRASE });
    let mut unlocks = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        call(&office, "security.unlock", key.clone()).await?;
        call(&office, "cases.list", listing(None)).await?;
        unlocks.push(millis(begun));
        office.lock().await?;
    }
    call(&office, "security.unlock", key).await?;
    let first = call(&office, "cases.list", listing(None)).await?;
    let list = repeat(200, async || call(&office, "cases.list", listing(None)).await).await?;
    let case = first.pointer("/rows/0/id").and_then(Value::as_str).context("a case")?.to_owned();
    let view = json!({ "id": case });
    let opened = repeat(100, async || call(&office, "cases.view", view.clone()).await).await?;
    let log = json!({ "case": case, "after": null, "limit": 50 });
    let timeline = repeat(100, async || call(&office, "contacts.list", log.clone()).await).await?;
    let now = call(&office, "security.status", Value::Null).await?;
    let now = now.get("now").and_then(Value::as_str).unwrap_or_default().to_owned();
    let contact = json!({
        "case": case, "channel": "call", "direction": "out", "at": now, "minutes": 5,
        "with": null, "withName": "Joan Abara", "reached": "reached",
        "summary": "She is home and sleeping. Still upset that nobody has explained.",
        "promise": null, "meets": [], "keeps": [],
    });
    let added = repeat(100, async || call(&office, "contacts.add", contact.clone()).await).await?;
    let leaflets = leaflets::measure(&office).await?;
    let (explained, clock) = clocks::explain(&office, first.get("rows").context("rows")?).await?;
    office.lock().await?;
    drop(office);
    let floor = floor::measure(at, &case).await?;
    let mut bare = floor::bare(at, SAMPLE_NAME, SAMPLE_PASSPHRASE).await?;
    let explain_floor = clocks::explain_floor(&mut bare, &clock).await?;
    let to_50 = "at most 50 ms";
    let mut figures = vec![
        Figure::of_table(
            "unlock to first list",
            median(unlocks),
            floor.unlock,
            "at most the floor + 100 ms",
        ),
        Figure::of_table("first 50 cases", list, floor.list, ""),
        Figure::of_table("open a case", opened, floor.case, to_50),
        Figure::of_table("its 50 newest contacts", timeline, floor.contacts, ""),
        Figure::of_table("add a contact", added, floor.commit, to_50),
        Figure::of_table("explain one date", explained, explain_floor, "at most 1 ms"),
    ];
    figures.extend(leaflets);
    Ok(figures)
}

async fn repeat(times: usize, run: impl AsyncFn() -> anyhow::Result<Value>) -> anyhow::Result<f64> {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let begun = Instant::now();
        run().await?;
        taken.push(millis(begun));
    }
    Ok(median(taken))
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn median(mut taken: Vec<f64>) -> f64 {
    taken.sort_by(f64::total_cmp);
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}

/// The sample that `share` percent of all are no larger than.
fn percentile(taken: &[f64], share: usize) -> f64 {
    let mut taken = taken.to_vec();
    taken.sort_by(f64::total_cmp);
    taken
        .get((taken.len() * share / 100).min(taken.len().saturating_sub(1)))
        .copied()
        .unwrap_or(0.0)
}

fn report(figures: &[Figure], cases: u32, out: &Path) -> anyhow::Result<()> {
    say(&format!(
        "{:<36}{:>10}{:>10}{:>10}{:>10}{:>8}  target",
        "operation", "ours", "p95", "in page", "floor", "ratio"
    ));
    let shown = |part: Option<f64>| part.map_or_else(String::new, |part| format!("{part:.1}"));
    let mut rows = Vec::new();
    for figure in figures {
        let ratio = figure.ours / figure.floor.max(1e-6);
        say(&format!(
            "{:<36}{:>10.3}{:>10}{:>10}{:>10.3}{:>8.2}  {}",
            format!("{}, {}", figure.name, figure.unit),
            figure.ours,
            shown(figure.p95),
            shown(figure.there),
            figure.floor,
            ratio,
            figure.target
        ));
        rows.push(json!({
            "operation": figure.name, "unit": figure.unit, "ours": figure.ours,
            "p95": figure.p95, "in_page": figure.there, "floor": figure.floor,
            "ratio": ratio, "target": figure.target,
        }));
    }
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().and_then(|word| word.parse::<f64>().ok());
    let text = json!({ "cases": cases, "load": load, "figures": rows }).to_string();
    vault::files::write_atomic(out, text.as_bytes())?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a benchmark is read on the terminal")]
fn say(line: &str) {
    println!("{line}");
}
