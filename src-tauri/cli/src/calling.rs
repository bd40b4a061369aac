//! Running one command of the table, and listing them all.

use std::io::Read as _;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use office::app::{Office, command_table};
use office::kernel::{Error, Kind};
use office::table::{Access, Sort};
use serde_json::{Value, json};

use crate::arguments::{Call, Opening};
use crate::making::{TERMINAL, setup};
use crate::{DONE, REFUSED, asking, output};

/// The table as JSON.
pub(crate) fn commands() -> String {
    let table = command_table();
    let rows: Vec<Value> = table
        .all()
        .map(|command| {
            json!({
                "name": command.name, "access": access(command.access),
                "kind": kind(command.sort), "input": command.input, "output": command.output,
            })
        })
        .collect();
    format!("{:#}", Value::Array(rows))
}

const fn access(access: Access) -> &'static str {
    match access {
        Access::Open => "open",
        Access::Everyone => "everyone",
        Access::Casework => "casework",
        Access::Contacts => "contacts",
        Access::Reading => "reading",
        Access::Supervising => "supervising",
        Access::Auditing => "auditing",
        Access::Administering => "administering",
    }
}

const fn kind(sort: Sort) -> &'static str {
    match sort {
        Sort::Query => "query",
        Sort::Viewing => "viewing",
        Sort::Action => "action",
        Sort::Task => "task",
    }
}

/// Runs one command and prints its answer, or its refusal as JSON.
pub(crate) async fn call(call: Call) -> Result<u8> {
    let input = match read_input(call.input.as_deref())? {
        Ok(input) => input,
        Err(refused) => return Ok(refuse(&refused)),
    };
    let office = Office::new(setup(&call.opening.folder));
    let open = match office.table().get(&call.command) {
        Ok(command) => command.access == Access::Open,
        Err(refused) => return Ok(refuse(&refused)),
    };
    if !open && let Err(error) = unlock(&office, &call.opening).await {
        return match error.downcast::<Error>() {
            Ok(refused) => Ok(refuse(&refused)),
            Err(other) => Err(other),
        };
    }
    let answer = office.call(TERMINAL, &call.command, input).await;
    let locked = office.lock().await;
    match answer.and_then(|reply| locked.map(|()| reply)) {
        Ok(reply) => {
            output::say(&reply.output.to_string());
            Ok(DONE)
        }
        Err(refused) => Ok(refuse(&refused)),
    }
}

/// Unlocks the office with a name and a passphrase.
pub(crate) async fn unlock(office: &Arc<Office>, opening: &Opening) -> Result<()> {
    let name = opening.name.as_deref().context("--name is needed: the name you unlock with.")?;
    let passphrase = asking::passphrase(opening.passphrase_file.as_deref())?;
    let input = json!({ "name": name, "passphrase": passphrase.expose() });
    office.call(TERMINAL, "security.unlock", input).await?;
    Ok(())
}

/// The most that is read from standard input.
const MOST: u64 = 64 * 1024 * 1024;

fn read_input(given: Option<&str>) -> Result<std::result::Result<Value, Error>> {
    let text = match given {
        None => return Ok(Ok(Value::Null)),
        Some("-") => {
            let mut text = String::new();
            let stdin = std::io::stdin().lock();
            stdin
                .take(MOST)
                .read_to_string(&mut text)
                .context("Standard input could not be read")?;
            text
        }
        Some(text) => text.to_owned(),
    };
    // What is wrong with it is not repeated: it may hold somebody's name.
    let wrong = || Error::new(Kind::Invalid, "What was given to the command is not JSON.");
    Ok(serde_json::from_str(&text).map_err(|_| wrong()))
}

fn refuse(error: &Error) -> u8 {
    let shown = serde_json::to_string(error).unwrap_or_else(|_| error.message.clone());
    output::complain(&shown);
    REFUSED
}
