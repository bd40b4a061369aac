//! Deciding what a case is.

use serde_json::{Value, json};

use super::commands::Classify;
use super::model::{Answers, ClassificationId};
use super::queries::facts;
use super::rules::{Turn, check, known, table, turn};
use crate::features::cases::{self, CaseKind};
use crate::features::office::office;
use crate::kernel::error::Checks;
use crate::kernel::text::{check_length, limit, tidy};
use crate::kernel::{Error, Result};
use crate::store::{Reads as _, WriteTx};
use crate::table::change;

/// What was decided, for those who act on it.
pub(crate) struct Decided {
    /// The kind that was chosen.
    pub(crate) kind: CaseKind,
    /// Whether the advice was taken and says that it cannot wait.
    pub(crate) is_urgent: bool,
}

/// Records what somebody decided a case is, beside what the rules would call it. Choosing
/// something else than is advised needs a reason.
pub(crate) async fn decide(tx: &mut WriteTx, input: &Classify) -> Result<Decided> {
    let case = cases::must_be_open(tx.connection(), input.case).await?;
    let profile = office(tx).await?.profile;
    let table = table(&profile)?;
    check(table, &input.answers)?;
    let mut answers = known(table, facts(tx, &case).await?);
    answers.extend(input.answers.clone());
    let advice = match turn(table, &answers) {
        Some(Turn::Advise(advice)) => advice,
        Some(Turn::Ask(question)) => {
            let field = format!("answers.{}", question.id);
            return Err(Error::invalid(field, "This has to be answered first."));
        }
        None => return Err(Error::bug("a decision table leads nowhere")),
    };
    if advice.row.id != input.rule {
        let message = "The facts of this case have changed meanwhile. Look at the advice again.";
        return Err(Error::conflict(message));
    }
    let reason = reason(input, advice.row.kind)?;
    if let Some(reason) = &reason {
        tx.because(reason.clone());
    }
    let id: ClassificationId = tx.new_id();
    let other = advice.other.map(|other| format!("{}. {}", other.called, other.sentence));
    let fields = json!({
        "case_id": input.case, "profile": table.id, "version": table.version,
        "answers": listed(&answers), "rule": advice.row.id, "called": advice.row.called,
        "citation": advice.row.citation, "advised": advice.row.kind.code(),
        "chosen": input.chosen.code(), "was": case.kind, "reason": reason, "other": other,
    });
    tx.record(change("classification", id, input.case, fields)).await?;
    let is_taken = input.chosen == advice.row.kind;
    Ok(Decided { kind: input.chosen, is_urgent: is_taken && advice.row.urgent })
}

/// The reason that was given; one has to be where the choice is not the advice.
fn reason(input: &Classify, advised: CaseKind) -> Result<Option<String>> {
    let mut checks = Checks::default();
    let text = input.reason.as_deref().unwrap_or_default();
    check_length(&mut checks, "reason", text, limit::LINE);
    let reason = tidy(text);
    checks.need(
        reason.is_some() || input.chosen == advised,
        "reason",
        "Say why you choose something else. It is kept with the decision.",
    );
    checks.done()?;
    Ok(reason)
}

fn listed(answers: &Answers) -> Value {
    answers.iter().map(|(id, code)| json!({ "asked": id, "said": code })).collect()
}
