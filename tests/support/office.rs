//! A real encrypted office in a temporary folder, called through the command table.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use office::app::{Caller, Host, Office, Reply};
use office::kernel::Error;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::answers::Answers;
use crate::setup;

/// The passphrase of test offices.
pub const PASSPHRASE: &str = "copper meadow lantern seven";

/// The name of the one person in a test office.
pub const NAME: &str = "Ana Test";

/// A test office.
pub struct TestOffice {
    /// The office.
    pub office: Arc<Office>,
    /// Its dialogs.
    pub desktop: Arc<Answers>,
    at: PathBuf,
    folder: Arc<TempDir>,
}

/// Tuesday, March 10, 2026, 10:00 in the office's zone.
pub const MORNING: &str = "2026-03-10T14:00:00Z";

impl TestOffice {
    /// A folder with nothing in it, at 10 in the morning of March 10, 2026.
    pub fn empty() -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        let at = folder.path().join("office");
        Self::started(folder, at)
    }

    fn started(folder: Arc<TempDir>, at: PathBuf) -> Self {
        let desktop = Arc::new(Answers::default());
        let setup = setup::at(at.clone(), desktop.clone(), Some(MORNING)).expect("a set-up");
        Self { office: Office::new(setup), desktop, at, folder }
    }

    /// A new hospital office, unlocked.
    pub async fn hospital() -> Self {
        Self::with_profile("us-hospital").await
    }

    /// A new office under these rules, unlocked.
    pub async fn with_profile(profile: &str) -> Self {
        let made = Self::empty();
        made.found(profile).await;
        made
    }

    /// Makes the office in a folder that has none.
    pub async fn found(&self, profile: &str) {
        self.ok(
            "security.create",
            json!({
                "officeName": "Test Office", "yourName": NAME, "passphrase": PASSPHRASE,
                "profile": profile, "timeZone": "America/New_York",
            }),
        )
        .await;
    }

    /// The same folder in a program started anew, locked.
    pub fn restarted(self) -> Self {
        let (folder, at) = (self.folder.clone(), self.at.clone());
        drop(self);
        Self::started(folder, at)
    }

    /// A second program on the same folder, while this one runs.
    pub fn second(&self) -> Self {
        Self::started(self.folder.clone(), self.at.clone())
    }

    /// A program on another folder beside this one.
    pub fn elsewhere(&self, name: &str) -> Self {
        Self::started(self.folder.clone(), self.folder.path().join(name))
    }

    /// Where its files are.
    pub fn folder(&self) -> PathBuf {
        self.at.clone()
    }

    /// A place beside it for a test's own files.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Moves the clock.
    pub fn is_now(&self, instant: &str) {
        let at: DateTime<Utc> = instant.parse().expect("an instant");
        self.office.clock().set(at);
    }

    /// Calls a command.
    pub async fn call(&self, name: &str, input: Value) -> Result<Reply, Error> {
        self.office.call(Caller { host: Host::Test }, name, input).await
    }

    /// Calls a command from another host.
    pub async fn call_from(&self, host: Host, name: &str, input: Value) -> Result<Reply, Error> {
        self.office.call(Caller { host }, name, input).await
    }

    /// Calls a command that must work; its whole reply.
    pub async fn reply(&self, name: &str, input: Value) -> Reply {
        match self.call(name, input).await {
            Ok(reply) => reply,
            Err(error) => panic!("{name}: {error} {:?} {:?}", error.fields, error.source),
        }
    }

    /// Calls a command that must work; its output.
    pub async fn ok(&self, name: &str, input: Value) -> Value {
        self.reply(name, input).await.output
    }

    /// Calls an action that must work; its output and the entry that can be taken back.
    pub async fn done(&self, name: &str, input: Value) -> (Value, String) {
        let reply = self.reply(name, input).await;
        (reply.output, reply.entry.unwrap_or_else(|| panic!("{name} cannot be taken back")))
    }

    /// Calls a command that must be refused; why.
    pub async fn refused(&self, name: &str, input: Value) -> Error {
        match self.call(name, input).await {
            Ok(_) => panic!("{name} was not refused"),
            Err(error) => error,
        }
    }

    /// Locks.
    pub async fn lock(&self) {
        self.office.lock().await.expect("a lock");
    }

    /// Unlocks with the usual passphrase.
    pub async fn unlock(&self) {
        self.ok("security.unlock", json!({ "name": NAME, "passphrase": PASSPHRASE })).await;
    }

    /// Adds a patient; their id.
    pub async fn a_patient(&self, given: &str, family: &str) -> String {
        let person = self.ok("people.add", person("patient", given, family)).await;
        id(&person)
    }

    /// Opens a grievance for a patient, received March 3, 2026 at 9:00; the case.
    pub async fn a_grievance(&self, patient: &str) -> Value {
        self.ok("cases.open", case("grievance", patient, "2026-03-03T09:00")).await
    }
}

/// The id of a view.
pub fn id(view: &Value) -> String {
    view.get("id").and_then(Value::as_str).expect("an id").to_owned()
}

/// A person as a form holds them.
pub fn person(kind: &str, given: &str, family: &str) -> Value {
    json!({
        "kind": kind,
        "name": { "prefix": null, "given": given, "middle": null, "family": family,
                  "suffix": null, "whole": null },
        "preferredName": null, "pronouns": null, "birthDate": null, "deathDate": null,
        "spokenLanguage": null, "writtenLanguage": null, "interpreter": false, "needs": null,
        "identifiers": [], "phones": [], "emails": [], "address": null, "unit": null,
        "title": null, "memberOf": null, "notes": null,
    })
}

/// A case as a form holds it.
pub fn case(kind: &str, patient: &str, received: &str) -> Value {
    json!({
        "kind": kind, "patient": patient, "raisedBy": patient, "relation": "self",
        "saidHow": "call", "saidOn": null, "saidWhere": null, "receivedOn": received,
        "about": "Call light unanswered for two hours", "happened": "Nobody came.",
        "wants": "To know why, and that it will not happen to the next person.",
        "urgency": "routine", "unit": "4 West",
    })
}

/// A contact as a form holds it.
pub fn contact(case: &str, channel: &str, at: &str, summary: &str) -> Value {
    json!({
        "case": case, "channel": channel, "direction": "out", "at": at, "minutes": 12,
        "with": null, "withName": "Joan Abara", "reached": "reached", "summary": summary,
        "promise": null, "meets": [], "keeps": [],
    })
}
