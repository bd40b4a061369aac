//! The benchmark: each figure beside a floor measured in the same run, printed and written as JSON.
//!
//! The floor of a read is the same SQL on the same encrypted file, bare; the floor of a write is one
//! bare row and its commit, with the same settings. The floor of unlocking is deriving the key.

mod floor;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use office::app::{Caller, Host, Office, OfficeSetup, SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office_tests::answers::Answers;
use serde_json::{Value, json};

/// One operation: ours and its floor, in milliseconds, the median of many.
struct Figure {
    name: &'static str,
    ours: f64,
    floor: f64,
    target: &'static str,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut cases = 10_000_u32;
    let mut out = PathBuf::from("target/bench.json");
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--cases" => cases = args.next().context("--cases N")?.parse()?,
            "--out" => out = PathBuf::from(args.next().context("--out FILE")?),
            other => anyhow::bail!("unknown argument {other}; there are --cases N and --out FILE"),
        }
    }
    let folder = tempfile::TempDir::new()?;
    let at = folder.path().join("office");
    let made = Instant::now();
    let office = open(&at);
    office.make_sample_here(cases, 7).await?;
    say(&format!("{cases} cases made in {:.1} s", made.elapsed().as_secs_f64()));
    let figures = measure(office, &at).await?;
    report(&figures, cases, &out)
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
    let leaflets = leaflets(&office).await?;
    office.lock().await?;
    drop(office);
    let floor = floor::measure(at, &case).await?;
    let mut figures = vec![
        Figure {
            name: "unlock to first list",
            ours: median(unlocks),
            floor: floor.unlock,
            target: "at most the floor + 100 ms",
        },
        Figure { name: "first 50 cases", ours: list, floor: floor.list, target: "" },
        Figure { name: "open a case", ours: opened, floor: floor.case, target: "at most 50 ms" },
        Figure {
            name: "its 50 newest contacts",
            ours: timeline,
            floor: floor.contacts,
            target: "",
        },
        Figure { name: "add a contact", ours: added, floor: floor.commit, target: "at most 50 ms" },
    ];
    figures.extend(leaflets);
    Ok(figures)
}

/// The library, one leaflet on paper, twenty on paper. Their floor is a call that does nothing.
async fn leaflets(office: &Arc<Office>) -> anyhow::Result<Vec<Figure>> {
    let call_floor =
        repeat(200, async || call(office, "office.progress", Value::Null).await).await?;
    let library = call(office, "education.library", Value::Null).await?;
    let rows = library.get("rows").and_then(Value::as_array).context("leaflets")?;
    let names: Vec<Value> = rows
        .iter()
        .take(20)
        .map(|row| json!({ "key": row.get("key"), "language": row.get("language") }))
        .collect();
    let paper = |leaflets: &[Value]| {
        json!({ "handing": {
        "leaflets": leaflets, "sheet": null, "paper": "letter", "size": "12" } })
    };
    let place = tempfile::TempDir::new()?;
    let saved = |leaflets: &[Value]| {
        let mut input = paper(leaflets);
        if let Value::Object(map) = &mut input {
            map.insert("path".into(), json!(place.path().join("leaflet.html")));
        }
        input
    };
    let name = rows.first().and_then(|row| row.get("key")).context("a leaflet")?.clone();
    let read = json!({ "key": name, "language": "en", "textId": null });
    let (one, twenty) = (saved(names.get(..1).unwrap_or_default()), saved(&names));
    let opened = repeat(50, async || call(office, "education.library", Value::Null).await).await?;
    let words = json!({ "text": "time limit" });
    let found = repeat(50, async || call(office, "education.search", words.clone()).await).await?;
    let shown = repeat(50, async || call(office, "education.read", read.clone()).await).await?;
    let one = repeat(20, async || call(office, "education.save", one.clone()).await).await?;
    let twenty = repeat(20, async || call(office, "education.save", twenty.clone()).await).await?;
    let figure = |name, ours, target| Figure { name, ours, floor: call_floor, target };
    Ok(vec![
        figure("the library", opened, "within a frame: 16 ms"),
        figure("search the library", found, "within a frame: 16 ms"),
        figure("a leaflet on screen", shown, "at most 10 ms"),
        figure("a leaflet on paper, saved", one, "at most 10 ms"),
        figure("20 leaflets, saved", twenty, "at most 200 ms"),
    ])
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

fn report(figures: &[Figure], cases: u32, out: &Path) -> anyhow::Result<()> {
    say(&format!("{:<26}{:>10}{:>10}{:>8}  target", "operation", "ours ms", "floor ms", "ratio"));
    let mut rows = Vec::new();
    for figure in figures {
        let ratio = figure.ours / figure.floor.max(1e-6);
        say(&format!(
            "{:<26}{:>10.3}{:>10.3}{:>8.2}  {}",
            figure.name, figure.ours, figure.floor, ratio, figure.target
        ));
        rows.push(json!({
            "operation": figure.name, "ours_ms": figure.ours, "floor_ms": figure.floor,
            "ratio": ratio, "target": figure.target,
        }));
    }
    let text = json!({ "cases": cases, "figures": rows }).to_string();
    vault::files::write_atomic(out, text.as_bytes())?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "a benchmark is read on the terminal")]
fn say(line: &str) {
    println!("{line}");
}
