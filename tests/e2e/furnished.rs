//! An office with one patient, one open case and one contact in it, for journeys that begin
//! in the middle. It is made through the command table, on the laptop's clock.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{Days, NaiveDate};
use office::app::{Caller, Host, Office};
use office_tests::answers::Answers;
use office_tests::browser::{Browser, Engine};
use office_tests::office::{NAME, PASSPHRASE, case, contact, id, person};
use office_tests::setup;
use serde_json::{Value, json};

use crate::first::Desk;

/// What the first contact says.
pub(crate) const SAID: &str = "She is home and sleeping.";

/// What the patient's relative reads.
const READS: &str = "Spanish";

/// A screen on an open office.
pub(crate) struct Furnished {
    pub(crate) at: Browser,
    /// The address of the case's page.
    pub(crate) case: String,
    pub(crate) today: NaiveDate,
    /// Held for as long as the journey goes; where files are saved.
    pub(crate) desk: Desk,
}

impl Furnished {
    /// Makes the office, opens it in the engine and unlocks it.
    pub(crate) async fn open(engine: Engine) -> anyhow::Result<Self> {
        Self::about(engine, "grievance", &[]).await
    }

    /// The same with a case of another kind, and with what else the office settled of its rules.
    pub(crate) async fn about(
        engine: Engine,
        kind: &str,
        settled: &[(&str, &str)],
    ) -> anyhow::Result<Self> {
        let desk = Desk::new()?;
        let opening = desk.opening(desk.folder.path())?;
        let office =
            Office::new(setup::at(opening.folder.clone(), Arc::new(Answers::default()), None)?);
        let (case, today) = furnish(&office, kind, settled).await?;
        office.lock().await?;
        drop(office);
        let at = Browser::open(engine, &opening).await?;
        at.fill("Your name", NAME).await?;
        at.fill("Passphrase", PASSPHRASE).await?;
        at.click("Unlock").await?;
        at.settle().await?;
        at.sees("Locks after").await?;
        Ok(Self { at, case: format!("/cases/{case}"), today, desk })
    }
}

async fn furnish(
    office: &Arc<Office>,
    kind: &str,
    settled: &[(&str, &str)],
) -> anyhow::Result<(String, NaiveDate)> {
    let create = json!({
        "officeName": "Test Office", "yourName": NAME, "passphrase": PASSPHRASE,
        "profile": "us-hospital", "timeZone": "America/New_York",
    });
    call(office, "security.create", create).await?;
    let status = call(office, "security.status", Value::Null).await?;
    let word = |name: &str| status.get(name).and_then(Value::as_str).context("a time");
    let today: NaiveDate = word("today")?.parse()?;
    let now = word("now")?;
    let received = today.checked_sub_days(Days::new(2)).context("a day")?;
    let choices = settled.iter().map(
        |(key, value)| json!({ "key": key, "value": value, "policy": null, "confirmed": true }),
    );
    let choices: Vec<Value> = choices.collect();
    if !choices.is_empty() {
        call(office, "clocks.settle_rules", json!({ "choices": choices })).await?;
    }
    let ruth = call(office, "people.add", person("patient", "Ruth", "Abara")).await?;
    call(office, "people.add", reading(person("relative", "Luis", "Ortega"))).await?;
    let opening = case(kind, &id(&ruth), &format!("{received}T09:00"));
    let opened = id(&call(office, "cases.open", opening).await?);
    call(office, "contacts.add", contact(&opened, "call", now, SAID)).await?;
    Ok((opened, today))
}

/// The person, with what they read.
fn reading(mut person: Value) -> Value {
    if let Some(fields) = person.as_object_mut() {
        fields.insert("writtenLanguage".to_owned(), READS.into());
    }
    person
}

async fn call(office: &Arc<Office>, name: &str, input: Value) -> anyhow::Result<Value> {
    let caller = Caller { host: Host::Test };
    Ok(office.call(caller, name, input).await.with_context(|| name.to_owned())?.output)
}
