//! A locked office's database behind the program's back: with its key, and without the gate.

use std::path::Path;
use std::sync::Arc;

use office::features;
use office::kernel::{Clock, Id, Ids};
use office::store::open::Setting;
use office::store::{Author, Kinds, Reads as _, Store, StoreKey, WriteTx};
use office::table::{Role, change};
use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{ConnectOptions as _, FromRow, SqliteConnection};
use vault::{KdfParams, Moment, Open, Secret, Vault};

use crate::office::{MORNING, NAME, PASSPHRASE, TestOffice};
use crate::setup::ZONE;

/// The id of nobody.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// The id of a colleague who is not here.
const OTHER: &str = "01890000-0000-7000-8000-00000000000a";

fn open_vault(folder: &Path) -> Open {
    let vault = Vault::at(folder).with_kdf(KdfParams::for_tests());
    let now = Moment { wall_ms: 0, boot_ms: vault::host::boot_ms() };
    vault.unlock(NAME, &Secret::from(PASSPHRASE.to_owned()), now).expect("the vault")
}

/// The keyed database of an office, for looking and for tampering.
///
/// Other than the office's own connections it stays open beside the office.
pub struct Tables {
    /// The connection.
    pub connection: SqliteConnection,
}

impl Tables {
    /// Opens the database of a locked office that no program holds.
    pub async fn open(folder: &Path) -> Self {
        let keys = open_vault(folder);
        let mut connection = SqliteConnectOptions::new()
            .filename(keys.db_path())
            .busy_timeout(std::time::Duration::from_secs(5))
            .connect()
            .await
            .expect("the database");
        let key = format!("pragma key = \"x'{}'\"", keys.store_key().expose());
        run(&mut connection, &key).await.expect("the key");
        Self { connection }
    }

    /// Runs SQL that a test made.
    pub async fn run(&mut self, sql: &str) -> sqlx::Result<u64> {
        run(&mut self.connection, sql).await
    }

    /// Reads with SQL that a test made.
    pub async fn rows<R>(&mut self, sql: &str) -> Vec<R>
    where
        R: for<'r> FromRow<'r, SqliteRow> + Send + Unpin,
    {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        sqlx::query_as(sql).fetch_all(&mut self.connection).await.expect("rows")
    }

    /// Reads one value as text.
    pub async fn text(&mut self, sql: &str) -> String {
        self.rows::<(String,)>(sql).await.pop().expect("a row").0
    }

    /// Reads one number.
    pub async fn number(&mut self, sql: &str) -> i64 {
        self.rows::<(i64,)>(sql).await.pop().expect("a row").0
    }

    /// How many entries the journal has.
    pub async fn entries(&mut self) -> i64 {
        self.number("select count(*) from journal_entry").await
    }

    /// The action and the facts of the last entry.
    pub async fn last_entry(&mut self) -> (String, Value) {
        let (action, facts) = self
            .rows::<(String, Option<String>)>(
                "select e.action, s.facts from journal_entry e join journal_slice s \
                 on s.entry = e.id order by e.n desc, s.scope limit 1",
            )
            .await
            .pop()
            .expect("an entry");
        let facts = facts.map(|facts| serde_json::from_str(&facts).expect("JSON"));
        (action, facts.unwrap_or(Value::Null))
    }

    /// The last entry of one action and its facts.
    pub async fn last_of(&mut self, action: &str) -> (String, Value) {
        let (action, facts) = self
            .rows::<(String, String)>(&format!(
                "select e.action, s.facts from journal_entry e join journal_slice s \
                 on s.entry = e.id where e.action = '{action}' order by e.n desc limit 1",
            ))
            .await
            .pop()
            .expect("an entry");
        (action, serde_json::from_str(&facts).expect("JSON"))
    }

    /// Makes every guard and every trigger of the journal go, as somebody with the key could.
    pub async fn drop_guards(&mut self) {
        let guards = self
            .rows::<(String,)>(
                "select name from sqlite_schema where type = 'trigger' \
                 and (name like '%\\_guard\\__' escape '\\' or name like '%\\_kept\\__' escape '\\')",
            )
            .await;
        for (name,) in guards {
            self.run(&format!("drop trigger {name}")).await.expect("a trigger");
        }
    }
}

async fn run(connection: &mut SqliteConnection, sql: &str) -> sqlx::Result<u64> {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    sqlx::raw_sql(sql).execute(connection).await.map(|done| done.rows_affected())
}

/// Opens the store of a locked office as the program does, without its gate.
async fn open_store(folder: &Path) -> Store {
    let place =
        Tables::open(folder).await.text("select place from local_identity where k = 1").await;
    let keys = open_vault(folder);
    let kinds: &'static Kinds = Box::leak(Box::new(features::kinds()));
    let at = MORNING.parse().expect("an instant");
    let setting = Setting {
        path: &keys.db_path(),
        kinds,
        clock: Arc::new(Clock::stopped(at, ZONE.parse().expect("a zone"))),
        ids: Arc::new(Ids::random()),
        place,
        seen: Vec::new(),
    };
    Store::open(setting, &StoreKey::new(keys.store_key())).await.expect("the store")
}

/// The office's own person, and the office's id.
async fn ours(store: &Store) -> (Author, Id) {
    let nobody = Author { id: Id::parse(NOBODY).expect("an id"), name: String::new() };
    let mut tx = store.read(nobody).await.expect("a read");
    let (id, name, home): (String, String, String) =
        sqlx::query_as("select s.id, s.name, o.id from staff s, office o order by s.n limit 1")
            .fetch_one(tx.connection())
            .await
            .expect("a person");
    (Author { id: Id::parse(&id).expect("an id"), name }, Id::parse(&home).expect("an id"))
}

impl TestOffice {
    /// This office, restarted and unlocked, with its tables open beside it.
    pub async fn watched(self) -> (Self, Tables) {
        let (office, tables) = self.with_tables().await;
        office.unlock().await;
        (office, tables)
    }

    /// This office, restarted and locked, with its tables open beside it.
    pub async fn with_tables(self) -> (Self, Tables) {
        self.lock().await;
        let office = self.restarted();
        let tables = Tables::open(&office.folder()).await;
        (office, tables)
    }

    /// This office, restarted and unlocked, after a write of its own store by its own person.
    pub async fn after_write(
        self,
        write: impl AsyncFnOnce(&mut WriteTx, Id) -> office::kernel::Result<()>,
    ) -> Self {
        self.after_write_as("", write).await
    }

    /// The same by the person of that id, or by the office's own where it is empty.
    async fn after_write_as(
        self,
        by: &str,
        write: impl AsyncFnOnce(&mut WriteTx, Id) -> office::kernel::Result<()>,
    ) -> Self {
        self.lock().await;
        let office = self.restarted();
        let store = open_store(&office.folder()).await;
        let (mut author, home) = ours(&store).await;
        if !by.is_empty() {
            author = Author { id: Id::parse(by).expect("an id"), name: String::new() };
        }
        let mut tx = store.write(author).await.expect("a write");
        write(&mut tx, home).await.expect("a change");
        tx.commit("test.write").await.expect("a commit");
        store.close().await.expect("closed");
        office.unlock().await;
        office
    }

    /// This office, whose one person now has this one role.
    pub async fn as_only(self, role: Role) -> Self {
        self.after_write(async |tx, home| {
            let id = tx.author().id;
            tx.record(change("staff", id, home, json!({ "roles": [role] }))).await
        })
        .await
    }
}

impl TestOffice {
    /// This office, restarted and unlocked, with a contact in the log of `case` by somebody else.
    pub async fn written_by_another(self, case: &str) -> Self {
        let case: Id = Id::parse(case).expect("an id");
        self.after_write_as(OTHER, async |tx, _| {
            let fields = json!({
                "case_id": case, "channel": "call", "direction": "in", "at": "2026-03-09T09:00",
                "minutes": 5, "with_person": null, "with_name": "Joan Abara",
                "reached": "reached", "summary": "Asked for the supervisor.",
            });
            tx.record(change("contact", tx.new_id::<()>(), case, fields)).await
        })
        .await
    }
}
