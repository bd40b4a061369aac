//! Checking that an office is whole.

use anyhow::Result;
use office::app::Office;
use office::kernel::{Error, Kind};
use serde_json::Value;

use crate::arguments::Opening;
use crate::calling::unlock;
use crate::making::{TERMINAL, setup};
use crate::{DONE, FAULT, REFUSED, output};

/// Checks the office and says what was found.
pub(crate) async fn verify(opening: Opening) -> Result<u8> {
    let office = Office::new(setup(&opening.folder));
    let status = office.call(TERMINAL, "security.status", Value::Null).await?.output;
    let problem = text(&status, "problem");
    match text(&status, "state").as_deref() {
        Some("none") => return Ok(fault("There is no office in this folder.")),
        Some("unreadable") => return Ok(fault(&problem.unwrap_or_default())),
        Some("in_use_elsewhere") => {
            output::complain(&problem.unwrap_or_default());
            return Ok(REFUSED);
        }
        _ => {}
    }
    if let Err(error) = unlock(&office, &opening).await {
        return match error.downcast_ref::<Error>().map(|e| e.kind) {
            Some(Kind::Unavailable | Kind::Bug) => Ok(fault(&output::words(&error))),
            _ => Err(error),
        };
    }
    let report = office.call(TERMINAL, "journal.verify", Value::Null).await;
    let locked = office.lock().await;
    let report = match report {
        Ok(reply) => reply.output,
        Err(error) => return Ok(fault(&error.message)),
    };
    say_steps(&report);
    match text(&report, "firstFault") {
        Some(first) => Ok(fault(&first)),
        None => {
            locked?;
            Ok(DONE)
        }
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn say_steps(report: &Value) {
    let steps = report.get("steps").and_then(Value::as_array).cloned().unwrap_or_default();
    for step in steps {
        let word = |name| text(&step, name).unwrap_or_default();
        output::say(&format!("{}: {}", word("name"), word("words")));
    }
}

fn fault(words: &str) -> u8 {
    output::complain(words);
    FAULT
}
