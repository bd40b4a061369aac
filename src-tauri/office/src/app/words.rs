//! What commands and codes are called in a history.

/// "Dana Whitcomb opened the case".
pub(super) fn action(name: &str, actor: &str) -> String {
    let done = match name {
        "cases.open" => "opened the case",
        "cases.view" => "looked at the case",
        "cases.change" => "changed the case",
        "cases.set_stage" => "moved the case to another stage",
        "cases.close" => "closed the case",
        "cases.reopen" => "reopened the case",
        "cases.add_issue" => "added an issue",
        "cases.change_issue" => "changed an issue",
        "cases.add_party" => "added somebody to the case",
        "cases.remove_party" => "took somebody out of the case",
        "contacts.add" => "added a contact",
        "contacts.amend" => "amended a contact",
        "clocks.meet" => "met a clock",
        "clocks.promise" => "made a promise",
        "clocks.keep_promise" => "kept a promise",
        "people.add" => "added this person",
        "people.view" => "looked at this person",
        "people.change" => "changed this person",
        "people.import_apply" => "imported people",
        "exports.preview" => "previewed the summary",
        "exports.print" => "printed the summary",
        "exports.save" => "saved a copy of the summary",
        "journal.undo" => "took an action back",
        "office.change" => "changed the office",
        "security.create" => "made the office",
        "sample.case" => "made this sample case",
        "sample.colleague" => "added a sample colleague",
        "sample.made" => "made the sample office",
        other => return format!("{actor}: {}", other.replace(['.', '_'], " ")),
    };
    format!("{actor} {done}")
}
