//! A Bedside that tests may kill or look into: it works on an office until it is stopped.
//!
//! `writer mix DIR RUN` does mixed work for ever and says, after each call has returned, what must
//! be there from then on. `writer script DIR` runs the commands on its standard input, a name and
//! JSON on each line, and answers each on a line of its own.

use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use office::app::{Caller, Host, Office};
use office_tests::answers::Answers;
use office_tests::office::{NAME, PASSPHRASE, case, contact, id, person};
use office_tests::setup;
use serde_json::{Value, json};

const CALLER: Caller = Caller { host: Host::Test };

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (work, folder) = (args.next().context("mix or script")?, args.next().context("DIR")?);
    let setup = setup::at(PathBuf::from(folder), Arc::new(Answers::default()), None)?;
    let office = Office::new(setup);
    match work.as_str() {
        "script" => script(&office).await,
        "mix" => mix(&office, &args.next().context("RUN")?).await,
        other => bail!("there is no {other}"),
    }
}

fn say(line: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush().context("standard output")
}

async fn script(office: &Arc<Office>) -> anyhow::Result<()> {
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (name, input) = line.split_once(' ').unwrap_or((&line, "null"));
        let answer = match office.call(CALLER, name, serde_json::from_str(input)?).await {
            Ok(reply) => json!({ "output": reply.output, "entry": reply.entry }),
            Err(error) => json!({ "error": error }),
        };
        say(&answer.to_string())?;
    }
    office.lock().await?;
    Ok(())
}

/// Works for ever, a round at a time.
async fn mix(office: &Arc<Office>, run: &str) -> anyhow::Result<()> {
    let mut hand = Hand { office, run, n: 0 };
    hand.call("security.unlock", json!({ "name": NAME, "passphrase": PASSPHRASE })).await?;
    loop {
        hand.round().await?;
    }
}

/// Writes, and says what was acknowledged: what kind, which record, and a mark that is in it.
struct Hand<'a> {
    office: &'a Arc<Office>,
    run: &'a str,
    n: u32,
}

impl Hand<'_> {
    async fn call(&self, name: &str, input: Value) -> anyhow::Result<Value> {
        Ok(self.office.call(CALLER, name, input).await?.output)
    }

    /// A mark that no other record has.
    fn mark(&mut self) -> String {
        self.n += 1;
        format!("mark{}x{}", self.run, self.n)
    }

    async fn write(&mut self, name: &str, input: Value, mark: &str) -> anyhow::Result<String> {
        let output = self.call(name, input).await?;
        let record = id(&output);
        say(&format!("record {record} {mark}"))?;
        Ok(record)
    }

    /// Somebody comes, a case is opened, worked on and closed, and a draft is left behind.
    async fn round(&mut self) -> anyhow::Result<()> {
        let mark = self.mark();
        let patient = self.write("people.add", person("patient", "Ada", &mark), &mark).await?;
        let mark = self.mark();
        let mut form = case("grievance", &patient, "2026-03-03T09:00");
        set(&mut form, "about", json!(mark));
        let opened = self.write("cases.open", form.clone(), &mark).await?;
        let mark = self.mark();
        let mut call = contact(&opened, "call", "2026-03-04T10:00", &mark);
        set(&mut call, "promise", json!({ "what": "to call", "due": "2026-03-30", "to": null }));
        let called = self.write("contacts.add", call.clone(), &mark).await?;
        let mark = self.mark();
        let draft = json!({ "key": mark, "title": "Half a letter", "body": { "text": mark } });
        self.call("drafts.save", draft).await?;
        say(&format!("draft {mark} {mark}"))?;
        let mark = self.mark();
        set(&mut form, "wants", json!(mark));
        let change = json!({ "id": opened, "form": form, "reason": null });
        self.write("cases.change", change, &mark).await?;
        let mark = self.mark();
        let issue = json!({ "case": opened, "about": mark });
        self.write("cases.add_issue", issue, &mark).await?;
        let mark = self.mark();
        set(&mut call, "id", json!(called));
        set(&mut call, "summary", json!(mark));
        set(&mut call, "reason", json!("The time was wrong."));
        self.call("contacts.amend", call).await?;
        // An amendment is a record of its own, found through the history of its case.
        say(&format!("record {opened} {mark}"))
    }
}

fn set(form: &mut Value, field: &str, value: Value) {
    if let Some(map) = form.as_object_mut() {
        map.insert(field.to_owned(), value);
    }
}
