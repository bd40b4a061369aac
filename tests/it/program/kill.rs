//! Killed in the middle of writing, again and again: what was acknowledged is there, and the
//! office is whole.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use office::app::{Caller, Host, Office};
use office_tests::answers::Answers;
use office_tests::office::{NAME, PASSPHRASE, TestOffice};
use office_tests::setup;
use serde_json::{Value, json};

/// How often the writer is killed; `BEDSIDE_KILL_CYCLES` asks for more or fewer.
const CYCLES: u32 = 200;

/// What a writer said must be there: record or draft, its id, and a mark that is in it.
#[derive(Clone)]
struct Acknowledged {
    kind: String,
    id: String,
    mark: String,
}

/// Starts a writer, lets it work for a while, and kills it. Answers what it acknowledged.
fn killed_after(folder: &Path, run: u32, work: Duration) -> Vec<Acknowledged> {
    let mut writer = Command::new(env!("CARGO_BIN_EXE_writer"))
        .arg("mix")
        .arg(folder)
        .arg(run.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap());
    let mut said = String::new();
    // Mostly it is killed at work, sometimes while it still unlocks.
    if !run.is_multiple_of(10) {
        lines.read_line(&mut said).unwrap();
        assert!(!said.is_empty(), "the writer ended by itself");
    }
    std::thread::sleep(work);
    writer.kill().unwrap();
    writer.wait().unwrap();
    let rest = lines.lines().map_while(Result::ok);
    let all = std::iter::once(said.trim_end().to_owned()).chain(rest);
    all.filter_map(|line| acknowledged(&line)).collect()
}

/// A whole line that a writer said. One that the kill cut short acknowledges nothing.
fn acknowledged(line: &str) -> Option<Acknowledged> {
    match line.split(' ').collect::<Vec<_>>().as_slice() {
        [kind, id, mark] if mark.starts_with("mark") => Some(Acknowledged {
            kind: (*kind).to_owned(),
            id: (*id).to_owned(),
            mark: (*mark).to_owned(),
        }),
        _ => None,
    }
}

/// The office, opened by a new program.
async fn reopened(folder: &Path) -> Arc<Office> {
    let setup = setup::at(folder.to_owned(), Arc::new(Answers::default()), None).unwrap();
    let office = Office::new(setup);
    call(&office, "security.unlock", json!({ "name": NAME, "passphrase": PASSPHRASE })).await;
    office
}

async fn call(office: &Arc<Office>, name: &str, input: Value) -> Value {
    let answer = office.call(Caller { host: Host::Test }, name, input).await;
    answer.unwrap_or_else(|error| panic!("{name}: {error} {:?}", error.source)).output
}

async fn check_is_there(office: &Arc<Office>, one: &Acknowledged) {
    let shown = match one.kind.as_str() {
        "draft" => call(office, "drafts.get", json!({ "key": one.id })).await,
        _ => call(office, "journal.history", json!({ "record": one.id })).await,
    };
    assert!(shown.to_string().contains(&one.mark), "lost: {} {} {}", one.kind, one.id, one.mark);
}

async fn check_is_whole(office: &Arc<Office>, run: u32) {
    let report = call(office, "journal.verify", Value::Null).await;
    assert_eq!(report["firstFault"], Value::Null, "after {run} kills");
    assert_eq!(report["steps"].as_array().map(Vec::len), Some(5));
}

fn cycles() -> u32 {
    std::env::var("BEDSIDE_KILL_CYCLES").ok().and_then(|n| n.parse().ok()).unwrap_or(CYCLES)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let made = TestOffice::hospital().await;
    made.lock().await;
    let folder = made.folder();
    let made = made.restarted();
    let (mut all, cycles) = (VecDeque::new(), cycles());
    for run in 1..=cycles {
        // Spread over a round of the writer's work, so that every step is hit.
        let work = Duration::from_micros(u64::from(run) * 7_919 % 90_000);
        let said = killed_after(&folder, run, work);
        let office = reopened(&folder).await;
        for one in &said {
            check_is_there(&office, one).await;
        }
        all.extend(said);
        if run.is_multiple_of(20) || run == cycles {
            check_is_whole(&office, run).await;
        }
        office.lock().await.unwrap();
    }
    assert!(all.len() > usize::try_from(cycles).unwrap(), "too little was written: {}", all.len());
    let office = reopened(&folder).await;
    for one in &all {
        check_is_there(&office, one).await;
    }
    office.lock().await.unwrap();
    drop(made);
}
