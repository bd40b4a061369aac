//! People: every field, its limits, odd text, search, doubles and paging.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use office::kernel::{Error, Kind};
use office_tests::office::{MORNING, TestOffice, id, person};
use proptest::prelude::*;
use serde_json::{Value, json};

fn fields(error: &Error) -> Vec<&str> {
    error.fields.iter().map(|f| f.field.as_str()).collect()
}

async fn found(office: &TestOffice, text: &str) -> Vec<String> {
    let page = office.ok("people.list", json!({ "text": text })).await;
    let rows = page["rows"].as_array().cloned().unwrap();
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_field_comes_back_as_it_was_typed() {
    let office = TestOffice::hospital().await;
    let mut ward = person("department", "", "");
    ward["name"] = json!({ "prefix": null, "given": null, "middle": null, "family": null,
                           "suffix": null, "whole": "4 West" });
    let ward = id(&office.ok("people.add", ward).await);
    let form = json!({
        "kind": "patient",
        "name": { "prefix": "Dr.", "given": "Ruth", "middle": "Chidi Ann", "family": "Abara",
                  "suffix": "Jr.", "whole": null },
        "preferredName": "Ruthie", "pronouns": "she/her", "birthDate": "1941-02-28",
        "deathDate": "2026-03-10", "spokenLanguage": "Igbo", "writtenLanguage": "English",
        "interpreter": true, "needs": "Large print.\nHearing loop.",
        "identifiers": [{ "label": "Record number", "value": "MRN 12-345" }],
        "phones": [{ "label": "home", "value": "(555) 010-0199" },
                   { "label": "daughter", "value": "+44 20 7946 0958" }],
        "emails": [{ "label": "home", "value": "ruth.abara@example.org" }],
        "address": { "lines": "49 Meadow St\nApt 2", "city": "Mounds", "region": "OK",
                     "postalCode": "74047", "country": "US" },
        "unit": "4 West", "title": "Retired teacher", "memberOf": ward,
        "notes": "Likes to be called after lunch.\n\n\tNot on Fridays.",
    });
    let view = office.ok("people.add", form.clone()).await;
    assert_eq!(view["form"], form);
    assert_eq!(view["name"], "Dr. Ruthie Abara Jr.");
    assert_eq!(view["memberOfName"], "4 West");
    assert_eq!(view["createdAt"], MORNING.replace("00Z", "00.000Z"));
    let again = office.ok("people.view", json!({ "id": id(&view) })).await;
    assert_eq!(again, view);

    let mut changed = form;
    changed["deathDate"] = Value::Null;
    changed["phones"] = json!([]);
    changed["address"] = Value::Null;
    changed["interpreter"] = json!(false);
    let change = json!({ "id": id(&view), "form": changed });
    assert_eq!(office.ok("people.change", change).await["form"], changed);
}

#[tokio::test]
async fn what_is_typed_around_a_value_is_tidied() {
    let office = TestOffice::hospital().await;
    let mut form = person("patient", "  Ruth\t Ann ", "Abara\u{0}\r\n");
    form["notes"] = json!("\r\n one\r\ntwo\rthree \u{7} ");
    form["needs"] = json!("   ");
    form["phones"] =
        json!([{ "label": " ", "value": "  " }, { "label": " home ", "value": " 1 " }]);
    let form = office.ok("people.add", form).await["form"].clone();
    assert_eq!(
        (&form["name"]["given"], &form["name"]["family"]),
        (&json!("Ruth Ann"), &json!("Abara"))
    );
    assert_eq!((&form["notes"], &form["needs"]), (&json!("one\ntwo\nthree"), &Value::Null));
    assert_eq!(form["phones"], json!([{ "label": "home", "value": "1" }]));
}

#[tokio::test]
async fn dates_that_cannot_be_are_named() {
    let office = TestOffice::hospital().await;
    for (born, died, wrong) in [
        (Some("2026-03-11"), None, "birthDate"),
        (Some("1889-12-31"), None, "birthDate"),
        (Some("1941-02"), None, "birthDate"),
        (Some("1941-02-30"), None, "birthDate"),
        (Some("1941-02-28"), Some("1941-02-27"), "deathDate"),
        (None, Some("2026-03-11"), "deathDate"),
    ] {
        let mut form = person("patient", "Ruth", "Abara");
        form["birthDate"] = json!(born);
        form["deathDate"] = json!(died);
        let error = office.refused("people.add", form).await;
        assert_eq!((error.kind, fields(&error)), (Kind::Invalid, vec![wrong]), "{born:?} {died:?}");
    }
    let mut born_today = person("patient", "Ruth", "Abara");
    born_today["birthDate"] = json!("2026-03-10");
    office.ok("people.add", born_today).await;
}

#[tokio::test]
async fn everything_wrong_with_a_form_is_named_at_once() {
    let office = TestOffice::hospital().await;
    let mut form = person("patient", "", " ");
    form["birthDate"] = json!("tomorrow");
    form["deathDate"] = json!("2027-01-01");
    form["emails"] = json!([{ "label": "home", "value": "no address" }]);
    let error = office.refused("people.add", form).await;
    let named: BTreeSet<&str> = fields(&error).into_iter().collect();
    assert_eq!(named, BTreeSet::from(["birthDate", "deathDate", "emails.0.value", "name.family"]));
    assert!(error.message.starts_with("4 things"), "{error}");
    let nameless = office.refused("people.add", person("payer", "Ruth", "Abara")).await;
    assert_eq!(fields(&nameless), ["name.whole"]);
    assert_eq!(office.ok("people.list", json!({})).await["total"], 0);
}

#[tokio::test]
async fn every_field_has_a_limit_and_says_so() {
    let office = TestOffice::hospital().await;
    let long = |most: usize| "ä".repeat(most);
    let paths = [
        ("/name/prefix", 200),
        ("/name/given", 200),
        ("/name/middle", 200),
        ("/name/family", 200),
        ("/name/suffix", 200),
        ("/preferredName", 200),
        ("/pronouns", 200),
        ("/spokenLanguage", 200),
        ("/writtenLanguage", 200),
        ("/unit", 200),
        ("/title", 200),
        ("/needs", 20_000),
        ("/notes", 20_000),
        ("/phones/0/value", 200),
        ("/phones/0/label", 200),
        ("/identifiers/0/value", 200),
        ("/address/lines", 500),
        ("/address/city", 200),
        ("/address/postalCode", 200),
    ];
    let mut form = person("patient", "Ruth", "Abara");
    form["phones"] = json!([{ "label": "home", "value": "1" }]);
    form["identifiers"] = json!([{ "label": "Record number", "value": "1" }]);
    form["address"] = json!({ "lines": "x", "city": "x", "region": "x", "postalCode": "x",
                              "country": "x" });
    let mut full = form.clone();
    for (path, most) in paths {
        let mut over = form.clone();
        *over.pointer_mut(path).unwrap() = json!(long(most + 1));
        let error = office.refused("people.add", over).await;
        assert_eq!(fields(&error), [path.trim_start_matches('/').replace('/', ".")], "{path}");
        assert!(error.message.contains("characters that fit here"), "{error}");
        *full.pointer_mut(path).unwrap() = json!(long(most));
    }
    assert_eq!(office.ok("people.add", full.clone()).await["form"], full);
    form["phones"] = json!(vec![json!({ "label": "x", "value": "1" }); 41]);
    assert_eq!(fields(&office.refused("people.add", form).await), ["phones"]);
}

#[tokio::test]
async fn ten_megabytes_in_a_note_are_refused_kindly_and_at_once() {
    let office = TestOffice::hospital().await;
    let mut form = person("patient", "Ruth", "Abara");
    form["notes"] = json!("lorem ipsum ".repeat(900_000));
    let started = Instant::now();
    let error = office.refused("people.add", form).await;
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    assert_eq!(fields(&error), ["notes"]);
    assert_eq!(error.message, "This is longer than the 20,000 characters that fit here.");
    assert!(serde_json::to_string(&error).unwrap().len() < 500);
    assert_eq!(office.ok("people.list", json!({})).await["total"], 0);
}

/// Text that does harm where it is taken for more than text.
const ODD: [&str; 8] = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "'; drop table people; --",
    "שרה כהן",
    "محمد بن عبد الله",
    "e\u{301}\u{323} Zalgo\u{336}\u{35C}",
    "👩🏽‍⚕️ nurse",
    "{{ 7 * 7 }} \\ \" ' &amp;",
];

#[tokio::test]
async fn odd_text_is_only_text_and_comes_back_as_it_was() {
    let office = TestOffice::hospital().await;
    for text in ODD {
        let mut form = person("patient", text, text);
        form["notes"] = json!(text);
        let view = office.ok("people.add", form).await;
        assert_eq!(view["form"]["notes"], text);
        assert_eq!(view["form"]["name"]["family"], text);
        assert_eq!(view["name"], format!("{text} {text}"));
    }
    assert_eq!(office.ok("people.list", json!({})).await["total"], ODD.len());
    assert_eq!(found(&office, "כהן").await, ["שרה כהן שרה כהן"]);
    assert_eq!(found(&office, "ALERT").await.len(), 1);
}

#[tokio::test]
async fn marks_that_turn_text_around_stay_in_notes_and_are_left_out_of_names() {
    let office = TestOffice::hospital().await;
    let text = "Ann\u{202E}eel\u{202C} \u{2066}x\u{2069}\u{200F}";
    let mut form = person("patient", text, "Lee");
    form["notes"] = json!(text);
    let view = office.ok("people.add", form).await;
    assert_eq!(view["form"]["notes"], text);
    assert_eq!(view["form"]["name"]["given"], "Anneel x");
    assert_eq!(found(&office, "anneel").await, ["Anneel x Lee"]);
}

#[test]
fn any_note_loses_nothing_but_control_characters_and_the_space_around_it() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let office = runtime.block_on(TestOffice::hospital());
    proptest!(ProptestConfig::with_cases(48), |(typed in any::<String>())| {
        let mut form = person("patient", "Ruth", "Abara");
        form["notes"] = json!(typed);
        let view = runtime.block_on(office.ok("people.add", form));
        let kept = view["form"]["notes"].as_str().unwrap_or_default();
        let seen = |text: &str| -> String {
            text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
        };
        prop_assert_eq!(seen(kept), seen(&typed));
        prop_assert!(!kept.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        prop_assert_eq!(kept.trim(), kept);
        prop_assert_eq!(office::kernel::text::tidy(kept).unwrap_or_default(), kept);
    });
}

#[tokio::test]
async fn searching_folds_accents_case_and_letters_of_other_alphabets() {
    let office = TestOffice::hospital().await;
    for (given, family) in
        [("Łukasz", "Sørensen"), ("Zoë", "Ångström"), ("İpek", "Strauß"), ("Siobhán", "O’Neil")]
    {
        office.a_patient(given, family).await;
    }
    for (typed, name) in [
        ("lukasz", "Łukasz Sørensen"),
        ("SORENSEN", "Łukasz Sørensen"),
        ("Łukasz", "Łukasz Sørensen"),
        ("angst", "Zoë Ångström"),
        ("zoe angstrom", "Zoë Ångström"),
        ("strauss", "İpek Strauß"),
        ("ipek", "İpek Strauß"),
        ("siobhan o'neil", "Siobhán O’Neil"),
    ] {
        assert_eq!(found(&office, typed).await, [name], "{typed}");
    }
    assert!(found(&office, "nobody").await.is_empty());
    assert!(found(&office, "lukasz angstrom").await.is_empty());
    // Signs of the search language are only signs.
    assert_eq!(found(&office, "\"zoe\" OR * NEAR(").await, [] as [&str; 0]);
}

#[tokio::test]
async fn people_are_found_by_their_numbers_however_these_are_written() {
    let office = TestOffice::hospital().await;
    let mut form = person("patient", "Ruth", "Abara");
    form["identifiers"] = json!([{ "label": "Record number", "value": "MRN 12-345" }]);
    form["phones"] = json!([{ "label": "home", "value": "(555) 010-0199" }]);
    form["emails"] = json!([{ "label": "home", "value": "Ruth.Abara@example.org" }]);
    office.ok("people.add", form).await;
    for typed in
        ["12-345", "mrn12345", "mrn 12", "555 010", "010-0199", "5550100199", "ruth.abara@ex"]
    {
        assert_eq!(found(&office, typed).await, ["Ruth Abara"], "{typed}");
    }
}

#[tokio::test]
async fn somebody_who_may_be_here_already_is_named_with_the_reason() {
    let office = TestOffice::hospital().await;
    let mut ruth = person("patient", "Ruth", "Ábara");
    ruth["birthDate"] = json!("1941-02-28");
    ruth["identifiers"] = json!([{ "label": "Record number", "value": "MRN 12-345" }]);
    let here = id(&office.ok("people.add", ruth).await);
    let typing = |given: &str, family: &str, born: Option<&str>, number: &str| {
        let form = person("patient", given, family);
        json!({ "kind": "patient", "name": form["name"], "birthDate": born,
                "identifiers": [{ "label": "", "value": number }], "except": null })
    };
    for (typed, why) in [
        (typing("R", "", None, "mrn12345"), "Has the same record number."),
        (typing("RUTH", "abara", Some("1941-02-28"), ""), "Has the same name and birth date."),
        (
            typing("ruth", "Abara", Some("1950-01-01"), ""),
            "Has the same name, with another birth date.",
        ),
        (typing("ruth", "Abara", Some("19"), ""), "Has the same name."),
        (
            typing("Rut", "Abara", Some("1941-02-28"), ""),
            "Has a close name and the same birth date.",
        ),
    ] {
        let similar = office.ok("people.similar", typed).await;
        assert_eq!(similar[0]["person"]["id"], here, "{why}");
        assert_eq!(similar[0]["why"], why);
        assert_eq!(similar.as_array().unwrap().len(), 1);
    }
    let mut herself = typing("Ruth", "Abara", None, "mrn12345");
    herself["except"] = json!(here);
    assert_eq!(office.ok("people.similar", herself).await, json!([]));
    let other = typing("Esther", "Kim", Some("1941-02-28"), "9");
    assert_eq!(office.ok("people.similar", other).await, json!([]));
}

/// Every id on every page, in order.
async fn paged(office: &TestOffice, mut query: Value) -> Vec<String> {
    let mut ids = Vec::new();
    loop {
        let page = office.ok("people.list", query.clone()).await;
        ids.extend(page["rows"].as_array().unwrap().iter().map(id));
        match page["next"].as_str() {
            Some(next) => query["after"] = json!(next),
            None => return ids,
        }
    }
}

#[tokio::test]
async fn paging_through_250_people_gives_each_exactly_once() {
    let office = TestOffice::hospital().await;
    let mut all = BTreeSet::new();
    for n in 0..250 {
        // Many share a name, also one with the mark that joins the parts of a page's key.
        let family = ["Abara", "Kim", "O|7", "Ångström"][n % 4];
        let kind = if n % 5 == 0 { "relative" } else { "patient" };
        let form = person(kind, ["Ruth", "Esther"][n % 2], family);
        all.insert(id(&office.ok("people.add", form).await));
    }
    for limit in [7, 100] {
        let ids = paged(&office, json!({ "limit": limit })).await;
        assert_eq!(ids.len(), 250);
        assert_eq!(ids.into_iter().collect::<BTreeSet<_>>(), all);
    }
    let relatives = paged(&office, json!({ "limit": 7, "kind": "relative" })).await;
    assert_eq!(relatives.iter().collect::<BTreeSet<_>>().len(), 50);
    let kims = paged(&office, json!({ "limit": 10, "text": "kim" })).await;
    assert_eq!((kims.len(), kims.iter().collect::<BTreeSet<_>>().len()), (63, 63));
    let first = office.ok("people.list", json!({ "limit": 1 })).await;
    assert_eq!((&first["total"], &first["capped"]), (&json!(250), &json!(false)));
}

#[tokio::test]
async fn who_is_not_here_is_not_found() {
    let office = TestOffice::hospital().await;
    let nobody = json!({ "id": "01890000-0000-7000-8000-000000000000" });
    assert_eq!(office.refused("people.view", nobody).await.kind, Kind::NotFound);
    let (ruth, entry) = office.done("people.add", person("patient", "Ruth", "Abara")).await;
    office.ok("journal.undo", json!({ "entry": entry })).await;
    let gone = json!({ "id": id(&ruth) });
    assert_eq!(office.refused("people.view", gone).await.kind, Kind::NotFound);
    assert!(found(&office, "Abara").await.is_empty());
    assert_eq!(office.ok("people.list", json!({})).await["total"], 0);
    let odd = office.refused("people.view", json!({ "id": "Ruth Abara" })).await;
    assert!(!format!("{odd} {odd:?}").contains("Ruth"), "{odd:?}");
}
