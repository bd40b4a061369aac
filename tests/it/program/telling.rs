//! What is told about education in the journey that looks for readable words.

use serde_json::{Value, json};

use super::plaintext::{Canaries, Program};

/// Writes, gives and asks back leaflets, with a planted word wherever one can be typed.
pub(super) fn teach(program: &mut Program, canaries: &mut Canaries, case: &str, patient: &str) {
    let mut form = program.ok("education.source", json!({ "key": "visitors", "language": "en" }));
    for field in ["title", "about", "body", "reviewer"] {
        form[field] = json!(canaries.marked());
    }
    form["sources"] = json!([{ "title": canaries.marked(), "citation": canaries.marked(),
                               "publisher": canaries.marked() }]);
    form["keyPoints"] = json!([{ "ask": canaries.marked(), "listenFor": canaries.marked() }]);
    let draft = program.ok("education.write", json!({ "id": null, "key": null, "form": form }));
    let (own, key) = (draft["row"]["id"].clone(), draft["row"]["key"].clone());
    program.ok("education.publish", json!({ "id": own, "changed": canaries.marked() }));
    program.ok("education.adapt", json!({ "key": "interpreters", "language": "en" }));
    let retire = json!({ "key": "going-home", "language": "en", "reason": canaries.marked() });
    program.ok("education.retire", retire);
    program.ok("education.restore", json!({ "key": "going-home", "language": "en" }));
    let reach = json!({ "slot": "qio", "name": canaries.marked(), "phone": canaries.marked(),
                        "address": canaries.marked(), "web": canaries.marked(),
                        "hours": canaries.marked() });
    program.ok("education.fill_helper", reach);
    let limit = json!({ "rule": "US-CMS-POL", "figure": "30 days", "confirmed": true });
    program.ok("education.confirm_limit", limit);
    program.ok("education.set_rights", json!({ "case": case, "rights": ["complain"] }));
    let mut said = || {
        json!({
            "points": [{ "ask": canaries.marked(), "outcome": "not_yet",
                         "words": canaries.marked() }],
            "interpreter": true, "note": canaries.marked(), "againOn": "2099-01-01",
        })
    };
    let (first, second) = (said(), said());
    let give = json!({
        "person": patient, "case": case, "way": "printed", "at": null, "note": canaries.marked(),
        "leaflets": [{ "key": key, "language": "en", "teachBack": first }],
    });
    let given = program.ok("education.give", give);
    program.ok("education.teach_back", json!({ "handout": given[0]["id"], "form": second }));
    program.ok("education.search", json!({ "text": canaries.plain() }));
    let handing = json!({ "leaflets": [{ "key": key, "language": "en" }], "sheet": null,
                          "paper": "letter", "size": "12" });
    program.ok("education.print", json!({ "handing": handing }));
    program.ok("education.follow_ups", Value::Null);
}
