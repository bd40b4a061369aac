//! Promises beside the clocks.

use office::kernel::Kind;
use office_tests::office::TestOffice;
use office_tests::office::id;
use serde_json::json;

use super::{fields, logged, patient};

#[tokio::test]
async fn a_promise_is_made_and_kept_with_its_evidence() {
    let office = TestOffice::hospital().await;
    let patient = patient(&office).await;
    let case = office.a_grievance(&patient).await;
    let promise = |what: &str, due: &str| json!({ "case": id(&case), "what": what, "due": due, "to": patient });
    for (what, due, wrong) in
        [(" ", "2026-03-12", "what"), ("call", "2026-03-09", "due"), ("call", "soon", "due")]
    {
        let error = office.refused("clocks.promise", promise(what, due)).await;
        assert_eq!(fields(&error), [wrong]);
    }
    let before = logged(&office, &case, "call", "2026-03-09T09:00").await;
    let made = office.ok("clocks.promise", promise("call her son", "2026-03-12")).await;
    let made = &made["promises"][0];
    assert_eq!((&made["toName"], &made["state"]), (&json!("Ruth Abara"), &json!("soon")));
    let keep = |contact: &str| json!({ "id": id(made), "contact": contact });
    let error = office.refused("clocks.keep_promise", keep(&before)).await;
    assert_eq!(fields(&error), ["keeps"]);
    office.is_now("2026-03-13T14:00:00Z");
    let call = logged(&office, &case, "call", "2026-03-13T09:00").await;
    let kept = office.ok("clocks.keep_promise", keep(&call)).await;
    let kept = &kept["promises"][0];
    assert_eq!((&kept["state"], &kept["keptBy"]), (&json!("met_late"), &json!(call)));
    assert_eq!(office.refused("clocks.keep_promise", keep(&call)).await.kind, Kind::Conflict);
}
