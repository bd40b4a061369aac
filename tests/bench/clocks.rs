//! Half a million open clocks counted again after a holiday change, and one date explained. The floor
//! of the first is reading what the clocks have in common, bare; that of the second is reading the
//! clock, bare.

use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use office::app::Office;
use office::features::clocks::model::{Length, OfficeNumber, Settings, conventions};
use office::features::clocks::rules;
use office_tests::office::{NAME, PASSPHRASE, case, id, person};
use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};

use super::{Figure, call, floor, millis, open, repeat, say};

/// How many open clocks there are.
const CLOCKS: u32 = 500_000;

/// How many of them a case has.
const OF_A_CASE: u32 = 4;

/// Two years of minutes, over which they started.
const MINUTES: u32 = 2 * 365 * 24 * 60;

const ALIKE: &str = "select pack, rule, rule_version, started_on, length, due, safe_on, missed_on, \
    count(*) from clocks where voided = 0 and met_on is null and stopped_on is null \
    group by rule, rule_version, started_on, due, length, pack, safe_on, missed_on";

const ONE: &str = "select * from clocks where id = ?1";

/// Why one date of the sample office is the one it is, of the first of these cases that has one.
pub(super) async fn explain(office: &Arc<Office>, cases: &Value) -> anyhow::Result<(f64, String)> {
    for case in cases.as_array().context("cases")? {
        let clocks = call(office, "clocks.for_case", json!({ "case": id(case) })).await?;
        if let Some(clock) = clocks.pointer("/clocks/0").map(id) {
            let ask = json!({ "id": clock });
            let ask = async || call(office, "clocks.explain", ask.clone()).await;
            return Ok((repeat(200, ask).await?, clock));
        }
    }
    anyhow::bail!("none of the first cases has a clock")
}

/// The same bare.
pub(super) async fn explain_floor(
    store: &mut SqliteConnection,
    clock: &str,
) -> anyhow::Result<f64> {
    floor::time(store, ONE, Some(clock), 200).await
}

/// Counts half a million open clocks again, in an office of its own.
pub(super) async fn recount() -> anyhow::Result<Vec<Figure>> {
    let folder = tempfile::TempDir::new()?;
    let at = folder.path().join("office");
    let office = open(&at);
    let new = json!({
        "officeName": "Bench", "yourName": NAME, "passphrase": PASSPHRASE,
        "profile": "us-hospital", "timeZone": "America/New_York",
    });
    call(&office, "security.create", new).await?;
    let number = json!({ "choices": [{
        "key": "number:US-CMS-7", "value": "5 business day", "policy": null, "confirmed": true,
    }] });
    call(&office, "clocks.settle_rules", number).await?;
    let patient = id(&call(&office, "people.add", person("patient", "Ruth", "Abara")).await?);
    let first = case("grievance", &patient, "2026-03-03T09:00");
    let first = id(&call(&office, "cases.open", first).await?);
    office.lock().await?;
    drop(office);
    let made = Instant::now();
    let mut store = floor::bare(&at, NAME, PASSPHRASE).await?;
    fill(&mut store, &first, (CLOCKS, OF_A_CASE)).await?;
    let floor = floor::time(&mut store, ALIKE, None, 3).await?;
    store.close().await?;
    say(&format!("{CLOCKS} open clocks made in {:.1} s", made.elapsed().as_secs_f64()));

    let office = open(&at);
    call(&office, "security.unlock", json!({ "name": NAME, "passphrase": PASSPHRASE })).await?;
    let mut figures = Vec::new();
    for (name, value, target) in [
        ("500,000 clocks, a holiday added", Some("Inventory"), "at most 5 s"),
        ("500,000 clocks, it is taken away", None, "at most 5 s"),
        ("500,000 clocks, nothing moves", None, ""),
    ] {
        let closed = json!({ "choices": [{
            "key": "closed:2025-06-11", "value": value, "policy": null, "confirmed": true,
        }] });
        call(&office, "clocks.settle_rules", closed).await?;
        let begun = Instant::now();
        let done = call(&office, "clocks.recount", json!({ "settle": false })).await?;
        let taken = millis(begun);
        say(&format!("{name}: {done}"));
        figures.push(Figure::of_table(name, taken, floor, target));
    }
    office.lock().await?;
    Ok(figures)
}

/// What is about to go wrong in 20,000 open cases: looked at for the first time, and after a write.
/// The floor is reading the clocks that are near, bare.
pub(super) async fn watch() -> anyhow::Result<Vec<Figure>> {
    let folder = tempfile::TempDir::new()?;
    let at = folder.path().join("office");
    let office = open(&at);
    let new = json!({
        "officeName": "Bench", "yourName": NAME, "passphrase": PASSPHRASE,
        "profile": "us-hospital", "timeZone": "America/New_York",
    });
    call(&office, "security.create", new).await?;
    let patient = id(&call(&office, "people.add", person("patient", "Ruth", "Abara")).await?);
    let first = case("grievance", &patient, "2026-03-03T09:00");
    let first = id(&call(&office, "cases.open", first).await?);
    office.lock().await?;
    drop(office);
    let mut store = floor::bare(&at, NAME, PASSPHRASE).await?;
    fill(&mut store, &first, (2 * OPEN_CASES, 2)).await?;
    talk(&mut store).await?;
    let floor = floor::time(&mut store, NEAR, None, 5).await?;
    store.close().await?;

    let office = open(&at);
    let list = json!({ "limit": null });
    let mut whole = Vec::new();
    for _ in 0..5 {
        let unlock = json!({ "name": NAME, "passphrase": PASSPHRASE });
        call(&office, "security.unlock", unlock).await?;
        let begun = Instant::now();
        call(&office, "watchers.list", list.clone()).await?;
        whole.push(millis(begun));
        office.lock().await?;
    }
    call(&office, "security.unlock", json!({ "name": NAME, "passphrase": PASSPHRASE })).await?;
    call(&office, "watchers.list", list.clone()).await?;
    let mut after = Vec::new();
    for nth in 0..20 {
        let issue = json!({ "case": first, "about": format!("Issue {nth}") });
        call(&office, "cases.add_issue", issue).await?;
        let begun = Instant::now();
        call(&office, "watchers.list", list.clone()).await?;
        after.push(millis(begun));
    }
    office.lock().await?;
    Ok(vec![
        Figure::of_table("watch 20,000 open cases", super::median(whole), floor, "at most 300 ms"),
        Figure::of_table("watch again after a write", super::median(after), floor, ""),
    ])
}

/// How many cases are open while they are watched.
const OPEN_CASES: u32 = 20_000;

/// Makes every other case a complaint with a page of words, and gives each case three contacts.
async fn talk(store: &mut SqliteConnection) -> anyhow::Result<()> {
    let mut tx = store.begin().await?;
    sqlx::query("update apply_guard set mode = 1").execute(&mut *tx).await?;
    let words =
        "she says nobody came for an hour after the bell and the lunch was cold ".repeat(20);
    sqlx::query("update cases set kind = 'complaint', search_words = ?1 where n % 4 = 0")
        .bind(words)
        .execute(&mut *tx)
        .await?;
    for nth in 0..3 {
        sqlx::query(
            "insert into contacts (id, scope, made_at, made_by, case_id, channel, direction, at,
                                   with_name, reached, summary)
             select replace(id, '-9000-', '-a00' || ?1 || '-'), id, made_at, made_by, id,
                    iif(?1 = 2, 'letter', 'call'), 'out', received_on || 'T1' || ?1 || ':00', '',
                    iif(?1 = 0, 'reached', 'no_answer'), 'Called about the ward.'
             from cases where id like '019ac000-0000-7000-9000-%'",
        )
        .bind(nth)
        .execute(&mut *tx)
        .await?;
    }
    sqlx::query("update apply_guard set mode = 0").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The clocks of open cases that are near or past.
const NEAR: &str = "select id, case_id, pack, rule, rule_version, length, shown_on, due from clocks \
    where voided = 0 and met_on is null and stopped_on is null and shown_on <= '2099-01-01'";

/// Copies the clocks of one case, with their journal, to many cases and moments.
async fn fill(
    store: &mut SqliteConnection,
    first: &str,
    (clocks, of_a_case): (u32, u32),
) -> anyhow::Result<()> {
    let book = rules::book()?;
    let length = Length::parse("5 business day").context("a length")?;
    let number = OfficeNumber { length, policy: None, confirmed: None };
    let settings =
        Settings { numbers: [("US-CMS-7".to_owned(), number)].into(), ..Settings::default() };
    let start = NaiveDate::from_ymd_opt(2024, 6, 3).and_then(|day| day.and_hms_opt(0, 0, 0));
    let start: NaiveDateTime = start.context("a day")?;
    // Room for all of it: what is measured comes afterwards, in a connection of its own.
    for setting in ["pragma cache_size = -1000000", "pragma synchronous = off"] {
        sqlx::query(setting).execute(&mut *store).await?;
    }
    let mut tx = store.begin().await?;
    sqlx::query("update apply_guard set mode = 1").execute(&mut *tx).await?;
    sqlx::query("create temp table one as select * from cases where id = ?1")
        .bind(first)
        .execute(&mut *tx)
        .await?;
    sqlx::query(MODEL).bind(first).execute(&mut *tx).await?;
    for nth in 0..clocks {
        let case = format!("019ac000-0000-7000-9000-{:012x}", nth / of_a_case);
        if nth % of_a_case == 0 {
            sqlx::query("update one set id = ?1, n = ?2")
                .bind(&case)
                .bind(10_000_000 + i64::from(nth))
                .execute(&mut *tx)
                .await?;
            sqlx::query("insert into cases select * from one").execute(&mut *tx).await?;
        }
        let rule = if nth % 2 == 0 { "US-CMS-7" } else { "US-CMS-POL" };
        let found = book.rule(rule).context("a rule")?;
        // A step that has nothing in common with the span meets every minute of it.
        let minutes = i64::from(nth.wrapping_mul(7_919) % MINUTES);
        let trigger = start + TimeDelta::minutes(minutes);
        let (due, _) = rules::due(found.rule, trigger, &settings, found.calendar)?;
        let started = trigger.format("%Y-%m-%dT%H:%M").to_string();
        let id = format!("019ac000-0000-7000-8000-{nth:012x}");
        let counted = (trigger.date(), due);
        let by = conventions(found.rule, found.rule.length_under(&settings), counted, &settings);
        let by = by.unwrap_or_default();
        let values = [id.as_str(), &case, &started, &due.to_string(), rule, &by];
        for copy in COPIES {
            let mut query = sqlx::query(copy).bind(20_000_000 + i64::from(nth));
            for value in values {
                query = query.bind(value.to_owned());
            }
            query.execute(&mut *tx).await?;
        }
    }
    sqlx::query("update apply_guard set mode = 0").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The clocks of the first case with their changes.
const MODEL: &str = "create temp table model as
    select c.*, j.entry, j.ord, j.fields from clocks c join journal_change j on j.record = c.id
    where c.case_id = ?1";

/// A clock, its place in the journal and its first change, as copies of one of the first case.
const COPIES: [&str; 3] = [
    "insert into journal_record (n, id, kind, scope, heads) values (?1, ?2, 'clock', ?3, '[]')",
    "insert into journal_change (entry, ord, kind, record, scope, base, fields)
     select entry, ord, 'clock', ?2, ?3, '[]',
            json_set(fields, '$.case_id', ?3, '$.started_at', ?4, '$.due', ?5,
                     '$.counted_by', nullif(?7, ''))
     from model where rule = ?6",
    "insert into clocks (n, id, scope, made_at, made_by, case_id, pack, rule, rule_version, name,
                         started_at, due, length, sense, binds, counted_by)
     select ?1, ?2, ?3, made_at, made_by, ?3, pack, rule, rule_version, name, ?4, ?5, length,
            sense, binds, nullif(?7, '')
     from model where rule = ?6",
];
