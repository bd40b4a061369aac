//! The one list of commands: name, access, handler, and the types that cross the wire.
//!
//! A feature fills it; the gate in `app` stands in front of it. A handler is a plain `async fn`
//! over a transaction, so it cannot forget access, transaction or journal.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use crate::kernel::{Error, Kind, Result};
use crate::store::{Change, Fields, ReadTx, WriteTx};

/// What somebody who works in the office is there to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Works cases.
    Advocate,
    /// Sees all cases, re-opens, re-assigns, approves.
    Supervisor,
    /// Helps with contacts on cases they are given.
    Volunteer,
    /// Reads and verifies, changes nothing.
    Auditor,
    /// Keeps people, rules and settings.
    Admin,
}

impl Role {
    /// Every role, in the order of the access table.
    pub const ALL: [Self; 5] =
        [Self::Advocate, Self::Supervisor, Self::Volunteer, Self::Auditor, Self::Admin];
}

/// Who may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, also while the office is locked.
    Open,
    /// Everyone who works in the office.
    Everyone,
    /// Advocates and supervisors.
    Casework,
    /// Casework, and volunteers.
    Contacts,
    /// Casework, volunteers and auditors.
    Reading,
    /// Supervisors.
    Supervising,
    /// Auditors, supervisors and admins.
    Auditing,
    /// Admins.
    Administering,
}

impl Access {
    /// Whether somebody with `role` may.
    pub const fn allows(self, role: Role) -> bool {
        match self {
            Self::Open | Self::Everyone => true,
            Self::Casework => matches!(role, Role::Advocate | Role::Supervisor),
            Self::Contacts => {
                matches!(role, Role::Advocate | Role::Supervisor | Role::Volunteer)
            }
            Self::Reading => {
                matches!(role, Role::Advocate | Role::Supervisor | Role::Volunteer | Role::Auditor)
            }
            Self::Supervising => matches!(role, Role::Supervisor),
            Self::Auditing => matches!(role, Role::Auditor | Role::Supervisor | Role::Admin),
            Self::Administering => matches!(role, Role::Admin),
        }
    }
}

/// What kind of thing a command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Reads.
    Query,
    /// Reads, and the looking is journaled: opening a case, searching.
    Viewing,
    /// Writes one journal entry.
    Action,
    /// Has transactions and progress of its own.
    Task,
}

type Answer<'a> = Pin<Box<dyn Future<Output = Result<Value>> + Send + 'a>>;
type QueryBody = Box<dyn for<'a> Fn(&'a mut ReadTx, Value) -> Answer<'a> + Send + Sync>;
type ActionBody = Box<dyn for<'a> Fn(&'a mut WriteTx, Value) -> Answer<'a> + Send + Sync>;
type TaskBody<T> = Box<dyn Fn(Arc<T>, Value) -> Answer<'static> + Send + Sync>;

/// What a command runs.
pub enum Body<T> {
    /// Over a read transaction.
    Query(QueryBody),
    /// Over a write transaction.
    Action(ActionBody),
    /// Over the office itself.
    Task(TaskBody<T>),
}

/// One row of the table.
pub struct Command<T> {
    /// `feature.verb`.
    pub name: &'static str,
    /// Who may.
    pub access: Access,
    /// What kind of thing it is.
    pub sort: Sort,
    /// What it runs.
    pub body: Body<T>,
    /// The TypeScript name of its input.
    pub input: String,
    /// The TypeScript name of its output.
    pub output: String,
}

/// A handler over a transaction that it borrows.
pub trait Handler<'a, Tx: 'a, I, O>: Fn(&'a mut Tx, I) -> Self::Answer {
    /// What calling it yields.
    type Answer: Future<Output = Result<O>> + Send + 'a;
}

impl<'a, Tx: 'a, I, O, F, A> Handler<'a, Tx, I, O> for F
where
    F: Fn(&'a mut Tx, I) -> A,
    A: Future<Output = Result<O>> + Send + 'a,
{
    type Answer = A;
}

/// The table, and the types its commands speak.
pub struct Table<T> {
    commands: BTreeMap<&'static str, Command<T>>,
    doubles: Vec<&'static str>,
    seen: BTreeSet<String>,
    declarations: BTreeMap<String, String>,
}

impl<T: Send + Sync + 'static> Default for Table<T> {
    fn default() -> Self {
        Self {
            commands: BTreeMap::new(),
            doubles: Vec::new(),
            seen: BTreeSet::new(),
            declarations: BTreeMap::new(),
        }
    }
}

impl<T: Send + Sync + 'static> Table<T> {
    /// Adds a read.
    pub fn query<I, O, F>(&mut self, name: &'static str, access: Access, run: F) -> &mut Self
    where
        I: DeserializeOwned + TS + Send + 'static,
        O: Serialize + TS + 'static,
        F: for<'a> Handler<'a, ReadTx, I, O> + Copy + Send + Sync + 'static,
    {
        self.reading::<I, O, F>(name, access, Sort::Query, run)
    }

    /// Adds a read that is itself journaled.
    pub fn viewing<I, O, F>(&mut self, name: &'static str, access: Access, run: F) -> &mut Self
    where
        I: DeserializeOwned + TS + Send + 'static,
        O: Serialize + TS + 'static,
        F: for<'a> Handler<'a, ReadTx, I, O> + Copy + Send + Sync + 'static,
    {
        self.reading::<I, O, F>(name, access, Sort::Viewing, run)
    }

    fn reading<I, O, F>(
        &mut self,
        name: &'static str,
        access: Access,
        sort: Sort,
        run: F,
    ) -> &mut Self
    where
        I: DeserializeOwned + TS + Send + 'static,
        O: Serialize + TS + 'static,
        F: for<'a> Handler<'a, ReadTx, I, O> + Copy + Send + Sync + 'static,
    {
        let body: QueryBody = Box::new(move |tx, input| answer::<ReadTx, I, O, F>(tx, input, run));
        self.add::<I, O>(name, access, sort, Body::Query(body))
    }

    /// Adds a write.
    pub fn action<I, O, F>(&mut self, name: &'static str, access: Access, run: F) -> &mut Self
    where
        I: DeserializeOwned + TS + Send + 'static,
        O: Serialize + TS + 'static,
        F: for<'a> Handler<'a, WriteTx, I, O> + Copy + Send + Sync + 'static,
    {
        let body: ActionBody =
            Box::new(move |tx, input| answer::<WriteTx, I, O, F>(tx, input, run));
        self.add::<I, O>(name, access, Sort::Action, Body::Action(body))
    }

    /// Adds a task.
    pub fn task<I, O, F, A>(&mut self, name: &'static str, access: Access, run: F) -> &mut Self
    where
        I: DeserializeOwned + TS + Send + 'static,
        O: Serialize + TS + 'static,
        F: Fn(Arc<T>, I) -> A + Copy + Send + Sync + 'static,
        A: Future<Output = Result<O>> + Send + 'static,
    {
        let body = move |office: Arc<T>, input: Value| -> Answer<'static> {
            Box::pin(async move { encode(run(office, decode(input)?).await?) })
        };
        self.add::<I, O>(name, access, Sort::Task, Body::Task(Box::new(body)))
    }

    fn add<I: TS + 'static, O: TS + 'static>(
        &mut self,
        name: &'static str,
        access: Access,
        sort: Sort,
        body: Body<T>,
    ) -> &mut Self {
        self.declare::<I>();
        self.declare::<O>();
        let config = config();
        let (input, output) = (wire_name::<I>(&config), wire_name::<O>(&config));
        let command = Command { name, access, sort, body, input, output };
        if self.commands.insert(name, command).is_some() {
            self.doubles.push(name);
        }
        self
    }

    /// Declares a type that no command refers to, such as the error.
    pub fn declare<D: TS + ?Sized + 'static>(&mut self) -> &mut Self {
        let mut visitor =
            Declarations { config: config(), seen: &mut self.seen, found: &mut self.declarations };
        visitor.visit::<D>();
        self
    }

    /// The command of that name.
    pub fn get(&self, name: &str) -> Result<&Command<T>> {
        self.commands
            .get(name)
            .ok_or_else(|| Error::new(Kind::NotFound, "Bedside has no such command."))
    }

    /// Every command, by name.
    pub fn all(&self) -> impl Iterator<Item = &Command<T>> {
        self.commands.values()
    }

    /// Names that were registered twice. Must be empty.
    pub fn doubles(&self) -> &[&'static str] {
        &self.doubles
    }

    /// The TypeScript contract that the window is checked against.
    pub fn contract(&self) -> String {
        let mut text = String::from(
            "// Printed from the command table. Do not edit: change the Rust types instead.\n\n\
             /** A civil date, \"2026-03-12\". */\nexport type Day = string;\n\
             /** A civil date and time in the office's zone, \"2026-03-12T10:40\". */\n\
             export type Moment = string;\n\
             /** An instant, RFC 3339 UTC. */\nexport type Instant = string;\n\
             /** A UUIDv7. */\nexport type Id = string;\n\
             /** What every call answers: its output, the features that changed, and the entry \
             that can be taken back. */\n\
             export type Reply<T> = { output: T; changed: string[]; entry: Id | null };\n\n",
        );
        for declaration in self.declarations.values() {
            text.push_str(declaration);
            text.push('\n');
        }
        text.push_str("\nexport interface Contract {\n");
        for command in self.commands.values() {
            text.push_str(&format!(
                "  \"{}\": {{ input: {}; output: {} }};\n",
                command.name, command.input, command.output
            ));
        }
        text.push_str("}\n");
        text
    }
}

fn config() -> Config {
    Config::default().with_large_int("number")
}

fn wire_name<D: TS>(config: &Config) -> String {
    D::name(config)
}

struct Declarations<'a> {
    config: Config,
    seen: &'a mut BTreeSet<String>,
    found: &'a mut BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<D: TS + 'static + ?Sized>(&mut self) {
        if D::output_path().is_some() {
            // The full name tells `Page<CaseRow>` from `Page<PersonRow>`: both rows are wanted.
            if !self.seen.insert(D::name(&self.config)) {
                return;
            }
            let declaration = format!("export {}", D::decl(&self.config));
            self.found.insert(D::ident(&self.config), declaration);
            // Only of our own types: a list's own answer would walk past `seen`, and a type that
            // holds a list of itself would never end.
            D::visit_dependencies(self);
        }
        D::visit_generics(self);
    }
}

fn answer<'a, Tx, I, O, F>(tx: &'a mut Tx, input: Value, run: F) -> Answer<'a>
where
    Tx: Send + 'a,
    I: DeserializeOwned + Send + 'static,
    O: Serialize + 'static,
    F: Handler<'a, Tx, I, O> + Send + 'a,
{
    Box::pin(async move {
        let input = decode(input)?;
        encode(run(tx, input).await?)
    })
}

/// Reads a command's input. Which type was expected is for us; no typed text is repeated.
fn decode<I: DeserializeOwned>(input: Value) -> Result<I> {
    serde_json::from_value(input).map_err(|cause| {
        let message = "This request is not in the form the command expects.";
        Error::new(Kind::Invalid, message).caused_by(Shape(cause.classify()))
    })
}

/// Says how an input was out of shape without repeating what was in it.
#[derive(Debug)]
struct Shape(serde_json::error::Category);

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "input out of shape: {:?}", self.0)
    }
}

impl std::error::Error for Shape {}

fn encode<O: Serialize>(output: O) -> Result<Value> {
    serde_json::to_value(output).map_err(|cause| Error::bug("encode").caused_by(cause))
}

/// Builds a change from a kind's name and its fields.
pub fn change<R, S>(
    kind: &'static str,
    record: crate::kernel::Id<R>,
    scope: crate::kernel::Id<S>,
    fields: Value,
) -> Change {
    let fields: Fields = match fields {
        Value::Object(map) => map,
        _ => Fields::new(),
    };
    Change { kind, record: record.cast(), scope: scope.cast(), fields }
}
