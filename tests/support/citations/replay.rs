//! One finding in an office of its own, day by day.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::{Value, json};

use super::facts::{Event, Finding};
use crate::office::{TestOffice, case, contact, id};

/// The longest a replay goes on after the first day.
const LONGEST: i64 = 540;

/// What Bedside said, and on which day for the first time.
pub(super) type Said = BTreeMap<String, (NaiveDate, String)>;

/// The day so many days, or weekdays, after another.
fn in_days(from: NaiveDate, days: u32, working: bool) -> String {
    let counts = |day: &NaiveDate| !working || day.weekday().number_from_monday() <= 5;
    let nth = usize::try_from(days).unwrap_or_default();
    let day = from.iter_days().skip(1).filter(counts).nth(nth.saturating_sub(1));
    day.unwrap_or(from).to_string()
}

/// A finding under way.
pub(super) struct Replay<'a> {
    pub(super) finding: &'a Finding,
    pub(super) office: TestOffice,
    /// The day it was first said; a made-up one where that is not known.
    pub(super) first: NaiveDate,
    pub(super) case: Option<Value>,
    pub(super) said: Said,
}

/// A Monday on which findings without a date of receipt begin.
fn some_monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()
}

impl<'a> Replay<'a> {
    /// An office under the facility's own policy, on the day it was first said.
    pub(super) async fn begin(finding: &'a Finding) -> Self {
        let snf = finding.setting == "snf";
        let profile = if snf { "us-ltc-ombudsman" } else { "us-hospital" };
        let received = finding.facts.received.as_ref().and_then(super::facts::Day::latest);
        let admitted = finding.notice.as_ref().and_then(|notice| notice["admitted"].as_str());
        let admitted = admitted.and_then(|day| day.parse().ok());
        let first = received.or(admitted).or_else(|| finding.first_event());
        let first = first.unwrap_or_else(some_monday);
        let office = TestOffice::with_profile(profile).await;
        let replay = Self { finding, office, first, case: None, said: Said::new() };
        replay.is_now(first, 14);
        replay.settle_policy(snf).await;
        replay
    }

    /// Moves the clock to an hour of a day, in coordinated time.
    pub(super) fn is_now(&self, day: NaiveDate, hour: u32) {
        self.office.is_now(&format!("{day}T{hour:02}:00:00Z"));
    }

    /// The facility's own numbers, where the finding gives them.
    async fn settle_policy(&self, snf: bool) {
        let policy = &self.finding.policy;
        let unit = |unit: &Option<String>| match unit.as_deref() {
            Some("business") => "business",
            _ => "calendar",
        };
        let first = policy.days.map(|days| (days, unit(&policy.unit)));
        let later_unit = policy.later_unit.clone().or_else(|| policy.unit.clone());
        let later = policy.later_days.map(|days| (days, unit(&later_unit)));
        // A first written reply after more than ten days is the final one.
        let (interim, last) = match (first, later) {
            (Some(first), None) if first.0 > 10 => (None, Some(first)),
            both => both,
        };
        let mut choices = Vec::new();
        let mut set = |rule: &str, number: Option<(u32, &str)>| {
            if let Some((days, unit)) = number {
                let value = format!("{days} {unit} day");
                choices.push(json!({ "key": format!("number:{rule}"), "value": value,
                                     "policy": "as the report gives it", "confirmed": true }));
            }
        };
        if snf {
            set("US-SNF-GRV-DEC", last.or(interim));
        } else {
            set("US-CMS-7", interim);
            set("US-CMS-POL", last);
        }
        self.office.ok("clocks.settle_rules", json!({ "choices": choices })).await;
    }

    /// Enters what was said, as the one who heard it would.
    pub(super) async fn enter(&mut self, kind: &str) {
        let facts = &self.finding.facts;
        let patient = self.office.a_patient("Pat", "Reported").await;
        let at = format!("{}T09:00", self.first);
        let mut form = case(kind, &patient, &at);
        let about = facts.about.clone().unwrap_or_else(|| "Not described".into());
        form["about"] = json!(about.chars().take(400).collect::<String>());
        form["happened"] = json!(about);
        form["saidHow"] = json!(match facts.channel.as_deref() {
            Some("phone") => "call",
            Some("letter" | "survey") => "letter",
            Some("email") => "email",
            _ => "visit",
        });
        form["relation"] = json!(match facts.by.as_deref() {
            Some("family") => "other_relative",
            Some("guardian") => "representative",
            Some("staff") => "staff",
            Some("other") => "other",
            _ => "self",
        });
        let opened = self.office.ok("cases.open", form).await;
        let issue = json!({ "case": id(&opened), "about": "What was raised" });
        let opened = match facts.about.as_deref() {
            Some(_) => self.office.ok("cases.add_issue", issue).await,
            None => opened,
        };
        self.case = Some(opened);
    }

    /// The case's id.
    pub(super) fn case_id(&self) -> String {
        self.case.as_ref().map(id).unwrap_or_default()
    }

    /// Goes on day by day until `end`: what happened is entered on its day, and what Bedside says is
    /// written down. Advice on what it is, is followed on the day it is given.
    pub(super) async fn go(&mut self, end: NaiveDate) {
        let end = end.min(self.first + chrono::TimeDelta::days(LONGEST));
        let mut day = self.first;
        while day <= end {
            self.is_now(day, 15);
            let events = self.finding.events.iter();
            let today: Vec<Event> = events.filter(|one| self.falls_on(one, day)).cloned().collect();
            for event in &today {
                self.happen(event, day).await;
            }
            self.listen(day).await;
            day = day.checked_add_days(Days::new(1)).unwrap_or(end);
        }
    }

    /// Whether an event is entered on `day`. What has no day of its own is entered on the first one,
    /// when it is work; a closing, on the last.
    fn falls_on(&self, event: &Event, day: NaiveDate) -> bool {
        match &event.day {
            Some(super::facts::Day::Offset(days)) => {
                self.first + chrono::TimeDelta::days(*days) == day
            }
            Some(date) => date.exact() == Some(day),
            None => event.what == "investigation" && day == self.first,
        }
    }

    /// Enters what happened.
    pub(super) async fn happen(&mut self, event: &Event, day: NaiveDate) {
        let case = self.case_id();
        if case.is_empty() {
            return;
        }
        let at = format!("{day}T10:00");
        match event.what.as_str() {
            "acknowledged" => {
                let mut letter = contact(&case, "letter", &at, "We have it.");
                if let Some((days, working)) = event.promised() {
                    let due = in_days(day, days, working);
                    letter["promise"] = json!({ "what": "Call", "due": due, "to": null });
                }
                self.office.ok("contacts.add", letter).await;
            }
            "interim_letter" => self.letter(&case, &at, &["US-CMS-7"]).await,
            "final_letter" => {
                self.letter(&case, &at, &["US-CMS-7", "US-CMS-POL", "US-SNF-GRV-DEC"]).await;
            }
            "call" => {
                self.office.ok("contacts.add", contact(&case, "call", &at, "Talked.")).await;
                let stage = json!({ "id": case, "stage": "triaged" });
                self.office.ok("cases.set_stage", stage).await;
            }
            "investigation" => {
                let stage = json!({ "id": case, "stage": "investigating" });
                self.office.ok("cases.set_stage", stage).await;
                let view = self.office.ok("cases.view", json!({ "id": case })).await;
                for issue in view["issues"].as_array().into_iter().flatten() {
                    let change = json!({ "id": issue["id"], "about": issue["about"],
                                         "state": "investigating", "outcome": null,
                                         "finding": null });
                    self.office.ok("cases.change_issue", change).await;
                }
            }
            "closed" => self.try_to_close(day).await,
            _ => {
                self.office.ok("contacts.add", contact(&case, "note", &at, "A note.")).await;
            }
        }
    }

    /// A letter that meets the running clocks of these rules.
    async fn letter(&self, case: &str, at: &str, rules: &[&str]) {
        let both = self.office.ok("clocks.for_case", json!({ "case": case })).await;
        let running = both["clocks"].as_array().into_iter().flatten();
        let meets: Vec<&Value> = running
            .filter(|clock| rules.iter().any(|rule| clock["rule"] == **rule))
            .filter(|clock| clock["metOn"].is_null())
            .map(|clock| &clock["id"])
            .collect();
        let mut letter = contact(case, "letter", at, "The letter.");
        if self.finding.setting == "snf" {
            letter["direction"] = json!("in");
        }
        letter["meets"] = json!(meets);
        self.office.ok("contacts.add", letter).await;
    }

    /// Closes the case as the facility did: with nothing more than a word.
    pub(super) async fn try_to_close(&mut self, day: NaiveDate) {
        let case = self.case_id();
        let close = json!({ "id": case, "outcome": "inconclusive", "note": "Resolved.",
                            "on": day.to_string() });
        if let Err(error) = self.office.call("cases.close", close).await {
            self.note("close_refused", day, error.message);
        }
    }

    /// Writes down what Bedside says today.
    async fn listen(&mut self, day: NaiveDate) {
        let list = self.office.ok("watchers.list", json!({ "limit": 200 })).await;
        let mut lines = list["lines"].as_array().cloned().unwrap_or_default();
        let case = self.case_id();
        if !case.is_empty() {
            let own = self.office.ok("watchers.for_case", json!({ "case": case })).await;
            lines.extend(own.as_array().cloned().unwrap_or_default());
        }
        for line in &lines {
            let kind = line["kind"].as_str().unwrap_or_default().to_owned();
            let title = line["title"].as_str().unwrap_or_default().to_owned();
            let rule = self.rule_of(line).await;
            self.note(&format!("{kind}{rule}"), day, title.clone());
            self.note(&kind, day, title);
        }
        if lines.iter().any(|line| line["kind"] == "reads_like_grievance") {
            self.follow_advice().await;
        }
    }

    /// ":US-CMS-7" for a sign about a clock of that rule.
    async fn rule_of(&self, line: &Value) -> String {
        let Some(subject) = line["subject"].as_str() else { return String::new() };
        let case = self.case_id();
        if case.is_empty() {
            return String::new();
        }
        let both = self.office.ok("clocks.for_case", json!({ "case": case })).await;
        let clock = both["clocks"].as_array().into_iter().flatten();
        let mut clock = clock.filter(|clock| clock["id"] == subject);
        let rule = clock.next().and_then(|clock| clock["rule"].as_str().map(str::to_owned));
        rule.map_or_else(String::new, |rule| format!(":{rule}"))
    }

    fn note(&mut self, what: &str, day: NaiveDate, words: String) {
        self.said.entry(what.to_owned()).or_insert((day, words));
    }

    /// Files the case as the sign says, so that its clocks run from then on.
    async fn follow_advice(&mut self) {
        let case = self.case_id();
        let view = self.office.ok("cases.view", json!({ "id": case })).await;
        if view["form"]["kind"] != "complaint" {
            return;
        }
        let mut form = view["form"].clone();
        form["kind"] = json!("grievance");
        let change = json!({ "id": case, "form": form, "reason": "It reads like a grievance." });
        self.office.ok("cases.change", change).await;
    }
}
