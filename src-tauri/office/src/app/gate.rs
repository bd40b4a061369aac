//! The gate: unlocked? may this person? begin, run, journal, commit, say what changed. In this
//! order, and nowhere else.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::office::{Event, Office};
use super::searching::words_of;
use super::session::Session;
use crate::kernel::{Error, Kind, Result};
use crate::store::{WriteTx, tx::Committed};
use crate::table::{Access, Body, Command, Sort};

/// Where a call comes from. The host says so, never the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The main window.
    Window,
    /// The lock window: it may call only what is open to anybody.
    Lock,
    /// A terminal.
    CommandLine,
    /// The loopback host of the tests.
    Test,
}

/// Who calls.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// From where.
    pub host: Host,
}

/// The answer to a call.
#[derive(Debug, Serialize)]
pub struct Reply {
    /// The command's output.
    pub output: Value,
    /// The features whose records changed.
    pub changed: Vec<&'static str>,
    /// The journal entry, which can be taken back.
    pub entry: Option<String>,
}

/// The name under which a host takes several calls in one message. It is no command: each of them
/// goes through the gate by itself.
pub const TOGETHER: &str = "together";

/// One of several calls that come in one message.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// The command.
    pub name: String,
    /// Its input.
    pub input: Value,
}

/// What came of one of them.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Told {
    /// It was done.
    Reply(Reply),
    /// It was refused.
    Refusal(Error),
}

#[derive(Default)]
struct Done {
    topics: BTreeSet<&'static str>,
    entry: Option<String>,
}

tokio::task_local! {
    static DONE: RefCell<Done>;
    static CALLER: Caller;
}

/// Where the call under way comes from. Work that no call began gets the window's few rights.
pub(super) fn caller() -> Caller {
    CALLER.try_with(|caller| *caller).unwrap_or(Caller { host: Host::Window })
}

/// Whether an action stays done: an office is not unmade, and a copy that left does not come back.
pub(super) fn is_lasting(action: &str) -> bool {
    action.starts_with("security.") || action.starts_with("exports.")
}

impl Office {
    /// Runs a command. Every host calls this, and nothing else.
    pub async fn call(self: &Arc<Self>, from: Caller, name: &str, input: Value) -> Result<Reply> {
        let run = CALLER.scope(from, self.run(from, name, input));
        let (output, done) = DONE
            .scope(RefCell::default(), async {
                let output = run.await;
                (output, DONE.with(RefCell::take))
            })
            .await;
        let settled = match output {
            Ok(_) if done.topics.contains("office") => self.settle_in().await,
            _ => Ok(()),
        };
        match (output, settled) {
            (Ok(output), Ok(())) => {
                Ok(Reply { output, changed: done.topics.into_iter().collect(), entry: done.entry })
            }
            (Err(refusal), _) | (_, Err(refusal)) => {
                // What was written before the refusal stays written, and a refusal tells of nothing.
                self.tell_changed(&done.topics);
                Err(refusal)
            }
        }
    }

    /// Runs the commands that came in one message, side by side, and answers in their order. What
    /// one of them is refused does not touch the others.
    pub async fn call_together(self: &Arc<Self>, from: Caller, asked: Vec<Asked>) -> Vec<Told> {
        join_all(asked.into_iter().map(async |Asked { name, input }| {
            match Box::pin(self.call(from, &name, input)).await {
                Ok(reply) => Told::Reply(reply),
                Err(refusal) => Told::Refusal(refusal),
            }
        }))
        .await
    }

    async fn run(self: &Arc<Self>, from: Caller, name: &str, input: Value) -> Result<Value> {
        let command = self.table().get(name)?;
        if command.access == Access::Open {
            return match &command.body {
                Body::Task(run) => run(self.clone(), input).await,
                _ => Err(Error::bug("an open command must be a task")),
            };
        }
        if from.host == Host::Lock {
            return Err(Error::locked());
        }
        let answer = self.unlocked(command, input).await;
        if answer.as_ref().is_err_and(|error| error.kind == Kind::Denied) {
            self.note_denied(name).await?;
        }
        answer
    }

    async fn unlocked(self: &Arc<Self>, command: &Command<Self>, input: Value) -> Result<Value> {
        let guard = self.session().await;
        let session = guard.as_ref().ok_or_else(Error::locked)?;
        session.may(command.access)?;
        if command.sort != Sort::Query {
            self.touch();
        }
        match &command.body {
            Body::Query(_) => self.look(session, command, input).await,
            Body::Action(run) => {
                let mut tx = session.store.write(session.author()).await?;
                let outcome = run(&mut tx, input).await;
                self.finish(session, tx, command.name, outcome).await
            }
            Body::Task(run) => {
                drop(guard);
                run(self.clone(), input).await
            }
        }
    }

    /// Reads; where looking counts, the answer waits until the looking is on the record.
    async fn look(
        &self,
        session: &Session,
        command: &Command<Self>,
        input: Value,
    ) -> Result<Value> {
        let Body::Query(run) = &command.body else { return Err(Error::bug("not a query")) };
        let record = input.get("id").cloned();
        let words = words_of(&input);
        let mut tx = session.store.read(session.author()).await?;
        let output = run(&mut tx, input).await;
        drop(tx);
        let output = output?;
        if command.sort == Sort::Viewing {
            let mut tx = session.store.write(session.author()).await?;
            tx.note("record", record.unwrap_or(Value::Null));
            tx.commit(command.name).await?;
        }
        if let Some(words) = words {
            self.notice_search(session, command.name, &words).await?;
        }
        Ok(output)
    }

    /// Commits what went well, takes back what did not.
    pub(super) async fn finish<O>(
        &self,
        session: &Session,
        tx: WriteTx,
        action: &str,
        outcome: Result<O>,
    ) -> Result<O> {
        match outcome {
            Ok(output) => {
                let committed = tx.commit(action).await?;
                if committed.topics.contains("office") {
                    self.take_up_settings(session).await;
                }
                self.publish(action, &committed);
                Ok(output)
            }
            Err(error) => {
                tx.roll_back().await?;
                Err(error)
            }
        }
    }

    /// Says what changed and what can be taken back.
    fn publish(&self, action: &str, committed: &Committed) {
        self.changed(&committed.topics);
        let _ = DONE.try_with(|done| {
            if !committed.topics.is_empty() && !is_lasting(action) {
                done.borrow_mut().entry = Some(committed.entry.to_string());
            }
        });
    }

    /// Says that records of these features changed: in the reply to the call under way, or by an
    /// event where nobody waits for a reply.
    pub(super) fn changed(&self, topics: &BTreeSet<&'static str>) {
        let told = DONE.try_with(|done| done.borrow_mut().topics.extend(topics));
        if told.is_err() {
            self.tell_changed(topics);
        }
    }

    fn tell_changed(&self, topics: &BTreeSet<&'static str>) {
        if !topics.is_empty() {
            self.tell(Event::Changed(topics.iter().map(|topic| (*topic).to_owned()).collect()));
        }
    }

    async fn note_denied(&self, name: &str) -> Result<()> {
        let guard = self.session().await;
        let Some(session) = guard.as_ref() else { return Ok(()) };
        let mut tx = session.store.write(session.author()).await?;
        tx.note("command", name);
        tx.commit("security.denied").await?;
        Ok(())
    }
}

/// Turns a failure of the vault into words the window acts on.
pub(super) fn from_vault(error: vault::Error) -> Error {
    let message = error.to_string();
    match error {
        vault::Error::WrongNameOrPassphrase => Error::invalid("passphrase", message),
        vault::Error::Wait { .. } => Error::invalid("passphrase", message),
        vault::Error::Weak(_) => Error::invalid("passphrase", message),
        vault::Error::BadField(_) => Error::new(Kind::Invalid, message),
        vault::Error::Bug(_) => Error::bug("vault").caused_by(error),
        vault::Error::NoOffice => Error::new(Kind::NotFound, message),
        vault::Error::AlreadyThere => Error::conflict(message),
        // The operating system's words may hold a path.
        vault::Error::Io { what, verb, source } => {
            Error::unavailable(format!("The {what} could not be {verb}. Nothing was changed."))
                .caused_by(source)
        }
        _ => Error::unavailable(message),
    }
}
