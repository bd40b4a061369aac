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
    folder: Arc<TempDir>,
}

/// Tuesday, March 10, 2026, 10:00 in the office's zone.
pub const MORNING: &str = "2026-03-10T14:00:00Z";

impl TestOffice {
    /// A folder with nothing in it, at 10 in the morning of March 10, 2026.
    pub fn empty() -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        Self::in_folder(folder, MORNING)
    }

    fn in_folder(folder: Arc<TempDir>, clock: &str) -> Self {
        let desktop = Arc::new(Answers::default());
        let at = folder.path().join("office");
        let setup = setup::at(at, desktop.clone(), Some(clock)).expect("a set-up");
        Self { office: Office::new(setup), desktop, folder }
    }

    /// A new hospital office, unlocked.
    pub async fn hospital() -> Self {
        Self::with_profile("us-hospital").await
    }

    /// A new office under these rules, unlocked.
    pub async fn with_profile(profile: &str) -> Self {
        let made = Self::empty();
        made.ok(
            "security.create",
            json!({
                "officeName": "Test Office", "yourName": NAME, "passphrase": PASSPHRASE,
                "profile": profile, "timeZone": "America/New_York",
            }),
        )
        .await;
        made
    }

    /// The same folder in a program started anew, locked.
    pub fn restarted(self) -> Self {
        let folder = self.folder.clone();
        drop(self);
        Self::in_folder(folder, MORNING)
    }

    /// Where its files are.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("office")
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

    /// Calls a command that must work; its output.
    pub async fn ok(&self, name: &str, input: Value) -> Value {
        match self.call(name, input).await {
            Ok(reply) => reply.output,
            Err(error) => panic!("{name}: {error} {:?} {:?}", error.fields, error.source),
        }
    }

    /// Calls a command that must be refused; why.
    pub async fn refused(&self, name: &str, input: Value) -> Error {
        match self.call(name, input).await {
            Ok(_) => panic!("{name} was not refused"),
            Err(error) => error,
        }
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
