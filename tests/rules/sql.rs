//! SQL: where it may stand, that every statement prepares on the real schema, that lists walk an
//! index, and that a migration is never edited.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use office::features::kinds;
use office::kernel::{Clock, Ids, Zone};
use office::store::open::Setting;
use office::store::{Kinds, Store, StoreKey};
use sha2::{Digest as _, Sha256};
use sqlx::{Executor as _, SqlSafeStr as _, SqliteConnection};
use tempfile::TempDir;

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, Literal, code_in};
use crate::reading::tree::{File, files, name_of, root};
use crate::reading::words;

const SRC: &str = "src-tauri/office/src";

const PREPARES: Rule = Rule {
    wants: "Every SQL statement prepares on the migrated schema.",
    because: "a wrong column is found here, and not by the advocate who first opens that screen.",
    instead: "mend the statement; or add a migration, if the schema is what is wrong.",
};

const PLACE: Rule = Rule {
    wants: "SQL stands in `store/` and in the features' `store.rs`, and nowhere else.",
    because: "the tables of a feature can change while only one file knows them.",
    instead: "put the read into `store.rs` and call it by name.",
};

const LITERAL: Rule = Rule {
    wants: "A feature's SQL is a literal at its call.",
    because: "a statement that is put together can hold what somebody typed.",
    instead: "write the whole statement with `?1`; leave out a condition with `?1 is null or ..`.",
};

const WRITES: Rule = Rule {
    wants: "Only `store/` writes: no insert, update, delete or replace elsewhere.",
    because: "what does not pass the journal is in no audit, cannot be undone, and is gone after a rebuild.",
    instead: "record a change: `tx.record(change(kind, id, scope, fields))`.",
};

const LOWER: Rule = Rule {
    wants: "SQL is written in lower case.",
    because: "one way to write it is one way to search it.",
    instead: "write it in lower case; text in quotes may be as it is.",
};

const PLANS: Rule = Rule {
    wants: "A list walks its index: no full scan, no sorting of what was found.",
    because: "it must answer at a million contacts as at a hundred.",
    instead: "give the order by an index, and keep each condition in a form that leaves the index usable.",
};

const KEPT: Rule = Rule {
    wants: "A migration is never edited.",
    because: "offices have run it; theirs would differ from a new one, and no test would see it.",
    instead: "add a migration. Until the first release alone, write the list anew with \
              `BEDSIDE_WRITE_MIGRATIONS=1 cargo test -p office-tests --test rules sql`.",
};

const COLUMNS: Rule = Rule {
    wants: "Every field of a record kind is a column of its table.",
    because: "the journal is projected by these names; a field without a column cannot be kept.",
    instead: "add the column in a migration, or mend the name in the feature's `KINDS`.",
};

/// The lists that people page through, and the index each walks.
const LISTS: [(&str, &str, &str); 6] = [
    ("cases", "by_received", "cases_received"),
    ("cases", "by_due", "case_next_due"),
    ("people", "page", "people_list"),
    ("contacts", "page", "contacts_case"),
    ("clocks", "clocks_due", "clocks_shown"),
    ("clocks", "promises_due", "promises_open"),
];

/// The list of migrations as they were released.
const RECORDED: &str = "tests/fixtures/migrations.sha256";

fn is_store(path: &str) -> bool {
    path.starts_with(&format!("{SRC}/store/"))
}

fn may_hold_sql(path: &str) -> bool {
    is_store(path) || path.starts_with(&format!("{SRC}/features/")) && name_of(path) == "store.rs"
}

/// Whether a text is SQL: how it begins, and a word that such a statement goes on with.
fn is_sql(text: &str) -> bool {
    let small = text.trim().to_ascii_lowercase();
    let flat = small.split_whitespace().collect::<Vec<_>>().join(" ");
    let (first, rest) = flat.split_once(' ').unwrap_or((flat.as_str(), ""));
    let is_code = text.trim().starts_with(|c: char| c.is_lowercase())
        || text.trim().starts_with(&first.to_ascii_uppercase());
    let goes_on = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    is_code
        && match first {
            "select" => {
                rest.contains(" from ") || goes_on(&["count(", "exists", "last_insert", "("])
            }
            "insert" | "replace" => goes_on(&["into ", "or "]),
            "update" => rest.contains(" set "),
            "delete" => goes_on(&["from "]),
            "with" => rest.contains(" as (") && rest.contains("select"),
            "create" | "drop" => {
                goes_on(&["table ", "index ", "trigger ", "view ", "virtual ", "temp ", "unique "])
            }
            "alter" => goes_on(&["table "]),
            "pragma" | "savepoint" | "release" | "attach" | "explain" => !rest.is_empty(),
            "begin" => rest.is_empty() || goes_on(&["immediate", "exclusive", "deferred"]),
            "rollback" | "commit" | "vacuum" => rest.is_empty() || goes_on(&["to "]),
            _ => false,
        }
}

fn is_write(text: &str) -> bool {
    let small = text.trim().to_ascii_lowercase();
    let first = small.split_whitespace().next().unwrap_or_default();
    is_sql(text)
        && matches!(first, "insert" | "update" | "delete" | "replace" | "with")
        && ["insert ", "update ", "delete ", "replace "].iter().any(|verb| small.contains(verb))
}

fn statements(code: &Code) -> impl Iterator<Item = &Literal> {
    code.literals.iter().filter(|literal| !literal.in_tests && is_sql(&literal.value))
}

/// A frame that the store fills with the names of tables, such as `delete from {}`.
fn is_frame(literal: &Literal) -> bool {
    literal.value.contains('{')
}

/// Calls that take a statement: `sqlx::query_as(`, with where what they are given begins.
fn calls(code: &Code) -> impl Iterator<Item = (usize, usize)> {
    let takes = ["query", "query_as", "query_scalar", "query_with", "query_as_with", "raw_sql"];
    words(&code.shipped)
        .filter(move |word| takes.contains(&word.text) && word.before.ends_with("sqlx::"))
        .filter_map(|word| {
            let open = word.after.find('(')?;
            let given = word.after.get(open + 1..)?.trim_start();
            Some((word.at, code.shipped.len() - given.len()))
        })
}

fn misplaced(code: &Code) -> Vec<Fault> {
    if may_hold_sql(&code.path) {
        return Vec::new();
    }
    let texts = statements(code).map(|literal| (literal.at, "SQL"));
    let asked = calls(code).map(|(at, _)| (at, "asks the database"));
    texts.chain(asked).map(|(at, says)| Fault::at(&code.path, code.line(at), says)).collect()
}

fn writes(code: &Code) -> Vec<Fault> {
    if is_store(&code.path) {
        return Vec::new();
    }
    let texts = statements(code).filter(|literal| is_write(&literal.value));
    texts.map(|literal| Fault::at(&code.path, code.line(literal.at), "writes")).collect()
}

fn built(code: &Code) -> Vec<Fault> {
    if is_store(&code.path) {
        return Vec::new();
    }
    // A literal is blank in `shipped`: what is given then seems to begin behind it.
    let is_literal = |(at, given): (usize, usize)| {
        code.literals.iter().any(|literal| at < literal.at && literal.at < given)
    };
    let loose = calls(code).filter(|call| !is_literal(*call));
    let frames = statements(code).filter(|literal| is_frame(literal)).map(|literal| literal.at);
    let places = loose.map(|(at, _)| at).chain(frames);
    places.map(|at| Fault::at(&code.path, code.line(at), "is put together")).collect()
}

/// SQL without its comments and what stands in quotes.
fn bare(sql: &str) -> String {
    let without_comments: String = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    let mut quote = None;
    without_comments
        .chars()
        .filter(|c| match (quote, *c) {
            (None, '\'' | '"') => {
                quote = Some(*c);
                false
            }
            (Some(open), c) => {
                if open == c {
                    quote = None;
                }
                false
            }
            _ => true,
        })
        .collect()
}

fn is_lower(sql: &str) -> bool {
    !bare(sql).chars().any(|c| c.is_ascii_uppercase())
}

/// A new store with today's tables, encrypted as every store is.
struct Schema {
    store: Store,
    _folder: TempDir,
}

impl Schema {
    async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let now: DateTime<Utc> = "2026-03-10T14:00:00Z".parse().unwrap();
        let leaked: &'static Kinds = Box::leak(Box::new(kinds()));
        let setting = Setting {
            path: &folder.path().join("store.db"),
            kinds: leaked,
            clock: Arc::new(Clock::stopped(now, Zone::UTC)),
            ids: Arc::new(Ids::seeded(1)),
            place: "rules".to_owned(),
            seen: Vec::new(),
        };
        let key = StoreKey::new(vault::Secret::from("0f".repeat(32)));
        let store = Store::create(setting, &key).await.unwrap();
        Self { store, _folder: folder }
    }
}

async fn complaint(connection: &mut SqliteConnection, sql: &str) -> Option<String> {
    let sql: &'static str = sql.to_owned().leak();
    connection.prepare(sql.into_sql_str()).await.err().map(|error| error.to_string())
}

/// The steps by which SQLite would answer, those inside others set in.
async fn plan(connection: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let sql: &'static str = format!("explain query plan {sql}").leak();
    let steps: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sql).fetch_all(connection).await.unwrap();
    let depth = |mut parent: i64| {
        let mut depth = 0;
        while let Some(step) = steps.iter().find(|step| step.0 == parent) {
            parent = step.1;
            depth += 1;
        }
        depth
    };
    steps.iter().map(|step| format!("{}{}", "  ".repeat(depth(step.1)), step.3)).collect()
}

/// Steps that read a whole table, or sort what they found.
fn slow_steps(plan: &[String]) -> Vec<&str> {
    let steps = plan.iter().map(|step| step.trim());
    steps
        .filter(|step| {
            let walks = step.contains(" USING ") || step.contains(" VIRTUAL TABLE ");
            let is_constant = step.contains("CONSTANT ROW");
            step.contains("TEMP B-TREE") || step.starts_with("SCAN ") && !walks && !is_constant
        })
        .collect()
}

/// The statement in a function of a feature's `store.rs`.
fn statement_of(feature: &str, function: &str) -> String {
    let path = format!("{SRC}/features/{feature}/store.rs");
    let code = code_in(SRC).find(|code| code.path == path).unwrap();
    let functions = code.functions();
    let found = functions.iter().find(|f| f.name == function);
    let span = &found.unwrap_or_else(|| panic!("no {function} in {path}")).span;
    let mut inside = statements(code).filter(|literal| span.contains(&literal.at));
    inside.next().unwrap_or_else(|| panic!("no SQL in {function} of {path}")).value.clone()
}

fn migrations() -> impl Iterator<Item = &'static File> {
    files("src-tauri/office/migrations", &[".sql"])
}

/// The list as `sha256sum` writes it.
fn hashes<'a>(migrations: impl Iterator<Item = &'a File>) -> String {
    let mut list = String::new();
    for file in migrations {
        for byte in Sha256::digest(file.text.as_bytes()) {
            write!(list, "{byte:02x}").unwrap();
        }
        writeln!(list, "  {}", name_of(&file.path)).unwrap();
    }
    list
}

fn edited(recorded: &str, now: &str) -> Vec<Fault> {
    let name = |line: &str| line.split_whitespace().last().unwrap_or_default().to_owned();
    let gone = recorded.lines().filter(|line| !now.lines().any(|n| n == *line));
    let new = now.lines().filter(|line| !recorded.lines().any(|r| name(r) == name(line)));
    gone.map(|line| Fault::of(&name(line), "is not as it was recorded"))
        .chain(new.map(|line| Fault::of(&name(line), "is not recorded yet")))
        .collect()
}

fn product() -> impl Iterator<Item = &'static Code> {
    let ours = ["src-tauri/office/src", "src-tauri/src", "src-tauri/cli", "src-tauri/vault"];
    ours.into_iter().flat_map(code_in)
}

#[test]
fn sql_stands_in_the_store_files_alone() {
    PLACE.holds(product().flat_map(misplaced).collect());
}

#[test]
fn only_the_store_writes_to_the_database() {
    WRITES.holds(product().flat_map(writes).collect());
}

#[test]
fn the_sql_of_a_feature_is_a_literal_at_its_call() {
    assert!(product().filter(|code| !is_store(&code.path)).flat_map(calls).count() > 20);
    LITERAL.holds(product().flat_map(built).collect());
}

#[test]
fn sql_is_written_in_lower_case() {
    let in_code = product().flat_map(|code| {
        let loud = statements(code).filter(|literal| !is_lower(&literal.value));
        loud.map(|literal| Fault::at(&code.path, code.line(literal.at), "has capitals"))
            .collect::<Vec<_>>()
    });
    let loud = migrations().filter(|file| !is_lower(&file.text));
    LOWER.holds(in_code.chain(loud.map(|file| Fault::of(&file.path, "has capitals"))).collect());
}

#[tokio::test]
async fn every_statement_prepares_on_the_migrated_schema() {
    let schema = Schema::new().await;
    let mut connection = schema.store.writer().await;
    let (mut faults, mut count) = (Vec::new(), 0);
    for code in code_in(SRC).filter(|code| may_hold_sql(&code.path)) {
        for literal in statements(code).filter(|literal| !is_frame(literal)) {
            count += 1;
            if let Some(says) = complaint(&mut connection, &literal.value).await {
                faults.push(Fault::at(&code.path, code.line(literal.at), says));
            }
        }
    }
    assert!(count > 60, "the rule reads only {count} statements");
    PREPARES.holds(faults);
}

#[tokio::test]
async fn every_field_of_a_record_is_a_column_of_its_table() {
    let schema = Schema::new().await;
    let mut connection = schema.store.writer().await;
    let mut faults = Vec::new();
    for kind in schema.store.kinds().all() {
        let columns: Vec<String> = sqlx::query_scalar("select name from pragma_table_info(?1)")
            .bind(kind.table)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        let fields =
            kind.fields.iter().map(|field| field.name).chain(kind.computed.iter().copied());
        let missing = fields.filter(|name| !columns.iter().any(|column| column == name));
        faults.extend(missing.map(|name| Fault::of(kind.table, format!("has no column {name}"))));
    }
    COLUMNS.holds(faults);
}

#[tokio::test]
async fn lists_walk_their_index() {
    let schema = Schema::new().await;
    let mut connection = schema.store.writer().await;
    let (mut faults, mut shown) = (Vec::new(), String::new());
    for (feature, function, index) in LISTS {
        let plan = plan(&mut connection, &statement_of(feature, function)).await;
        let of = format!("{feature}::{function}");
        if !plan
            .first()
            .is_some_and(|step| step.ends_with(index) || step.contains(&format!("{index} ")))
        {
            faults.push(Fault::of(&of, format!("does not begin with {index}")));
        }
        faults.extend(slow_steps(&plan).into_iter().map(|step| Fault::of(&of, step)));
        writeln!(shown, "{of}\n  {}\n", plan.join("\n  ")).unwrap();
    }
    PLANS.holds(faults);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("list_plans", shown.trim_end()));
}

#[test]
fn no_migration_was_edited_since_it_was_recorded() {
    let now = hashes(migrations());
    let path = root().join(RECORDED);
    if std::env::var_os("BEDSIDE_WRITE_MIGRATIONS").is_some() {
        vault::files::write_atomic(Path::new(&path), now.as_bytes()).unwrap();
    }
    KEPT.holds(edited(&std::fs::read_to_string(path).unwrap_or_default(), &now));
}

#[test]
fn sql_is_told_from_words() {
    for sql in [
        "select a from b",
        "SELECT a FROM b",
        "\n  insert into a (b) values (1)",
        "with x as (select 1) select * from x",
        "pragma key = 'x'",
        "begin immediate",
    ] {
        assert!(is_sql(sql), "{sql}");
    }
    for words in [
        "Select a case from the list.",
        "Update the phone number, then set a date.",
        "with whom",
        "update failed",
        "begin",
    ] {
        assert!(words == "begin" || !is_sql(words), "{words}");
    }
}

#[test]
fn sql_in_the_wrong_place_or_form_is_noticed() {
    let read = |path: &str, text: &str| Code::read(&format!("{SRC}/{path}"), text);
    let query = "fn f() { sqlx::query(\"select a from b\"); }";
    assert_eq!(misplaced(&read("features/cases/queries.rs", query)).len(), 2);
    assert_eq!(misplaced(&read("features/cases/store.rs", query)).len(), 0);
    let write = "const A: &str = r\"delete from cases\";";
    assert_eq!(writes(&read("features/cases/store.rs", write)).len(), 1);
    assert_eq!(writes(&read("store/project.rs", write)).len(), 0);
    let variable = "fn f(sql: &'static str) { sqlx::query_as::<_, A>(sql); }";
    assert_eq!(built(&read("features/cases/store.rs", variable)).len(), 1);
    let format = "fn f() { sqlx::query(&format!(\"select a from {t}\")); }";
    assert_eq!(built(&read("features/cases/store.rs", format)).len(), 2);
    assert_eq!(built(&read("features/cases/store.rs", query)).len(), 0);
    assert!(!is_lower("SELECT a from b"));
    assert!(is_lower("select 'A' from b -- Why"));
}

#[tokio::test]
async fn a_statement_that_does_not_fit_the_schema_is_noticed() {
    let schema = Schema::new().await;
    let mut connection = schema.store.writer().await;
    assert!(complaint(&mut connection, "select nickname from people").await.is_some());
    assert!(complaint(&mut connection, "select name from people").await.is_none());
    let slow = plan(&mut connection, "select name from people order by notes").await;
    assert_eq!(slow_steps(&slow).len(), 2, "{slow:?}");
}

#[test]
fn an_edited_migration_is_noticed() {
    let file = |text: &str| File::new("m/20260901T0900_cases_create.sql", text);
    let (before, after) = (file("create table a (b)"), file("create table a (c)"));
    let recorded = hashes([&before].into_iter());
    assert_eq!(edited(&recorded, &recorded), []);
    assert_eq!(edited(&recorded, &hashes([&after].into_iter())).len(), 1);
    assert_eq!(edited(&recorded, "").len(), 1);
    assert_eq!(edited("", &recorded).len(), 1);
}
