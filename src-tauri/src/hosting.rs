//! The one file that speaks with the office.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use office::app::{Asked, Caller, Office, OfficeSetup, TOGETHER, Told};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::broadcast;

pub(crate) use office::app::{Desktop, Event, Host};

/// The office behind the window.
#[derive(Clone)]
pub(crate) struct Hosted {
    office: Arc<Office>,
}

impl Hosted {
    /// Stands before the office in `folder`, which may not exist yet.
    pub(crate) fn new(folder: &Path, desktop: Arc<dyn Desktop>) -> Self {
        Self { office: Office::new(OfficeSetup::here(folder.to_path_buf(), desktop)) }
    }

    /// Calls a command, or several that came in one message. The refusal is JSON, too.
    pub(crate) async fn call(&self, host: Host, name: &str, input: Value) -> Result<Answer, Value> {
        if name == TOGETHER {
            let asked: Vec<Asked> = serde_json::from_value(input).map_err(|_| broken())?;
            let told = self.office.call_together(Caller { host }, asked).await;
            let changed = told.iter().flat_map(|told| match told {
                Told::Reply(reply) => reply.changed.as_slice(),
                Told::Refusal(_) => &[],
            });
            return Answer::of(&told, changed);
        }
        match self.office.call(Caller { host }, name, input).await {
            Ok(reply) => Answer::of(&reply, &reply.changed),
            Err(refusal) => Err(serde_json::to_value(refusal).unwrap_or_else(|_| broken())),
        }
    }

    /// Locks the office, from wherever the wish came.
    pub(crate) async fn lock(&self) {
        // Refused only when it is locked already.
        self.call(Host::Window, "security.lock", Value::Null).await.ok();
    }

    /// Whether the office is open.
    pub(crate) async fn is_unlocked(&self) -> bool {
        self.office.is_unlocked().await
    }

    /// What happens in the office from now on.
    pub(crate) fn news(&self) -> broadcast::Receiver<Event> {
        self.office.subscribe()
    }

    /// Lets the office see that a second has gone by.
    pub(crate) async fn tick(&self) {
        self.office.tick().await;
    }

    /// Hands over files that were dropped on the window.
    pub(crate) fn offer_dropped(&self, files: Vec<PathBuf>) {
        self.office.offer_dropped(files);
    }
}

/// What the office says to a call.
pub(crate) struct Answer {
    /// JSON, ready for the wire.
    pub(crate) text: String,
    /// The features whose records the call changed, as the answer says itself.
    pub(crate) changed: Vec<String>,
}

impl Answer {
    fn of<'a>(
        answer: &impl Serialize,
        changed: impl IntoIterator<Item = &'a &'static str>,
    ) -> Result<Self, Value> {
        let text = serde_json::to_string(answer).map_err(|_| broken())?;
        Ok(Self { text, changed: changed.into_iter().map(|topic| (*topic).to_owned()).collect() })
    }
}

/// The refusal of a window that is no longer the one in use.
pub(crate) fn locked() -> Value {
    json!({ "kind": "locked", "message": "Bedside is locked.", "fields": [] })
}

fn broken() -> Value {
    json!({ "kind": "bug", "message": "Bedside could not write its answer.", "fields": [] })
}
