//! What the office settled about its rules, and what that would move, over the wire.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who confirmed something, and when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConfirmedView {
    /// The person's name.
    pub by: String,
    /// The day.
    pub on: String,
}

/// A length.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LengthView {
    /// As it is written in records: `7 calendar day`.
    pub code: String,
    /// How many.
    pub count: u32,
    /// Of what: hour, day, month, year.
    pub unit: String,
    /// Whether only business days count.
    pub business: bool,
}

/// A pack of rules.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackView {
    /// Code.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// Version.
    pub version: String,
    /// When somebody last compared it with its sources.
    pub reviewed_on: String,
    /// What changed in this version.
    pub changes: String,
    /// Whether it starts clocks in this office.
    pub in_force: bool,
    /// Whether it is the one the office was made for.
    pub own: bool,
    /// How many rules are in it.
    pub rules: u32,
    /// Whether the office corrected it itself.
    pub brought: bool,
}

/// A number that the office's policy sets.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberView {
    /// The rule.
    pub rule: String,
    /// Its name.
    pub name: String,
    /// The pack it is in.
    pub pack: String,
    /// What is owed.
    pub task: String,
    /// The number in force.
    pub length: LengthView,
    /// The same in words.
    pub words: String,
    /// Whether the rule has none to offer: until the office gives its own, its clock does not run.
    pub no_default: bool,
    /// The number that came with the program.
    pub shipped: LengthView,
    /// What a business day is called there.
    pub business_day: String,
    /// What guidance adds.
    pub guidance: Option<String>,
    /// Where the rule is written.
    pub citation: String,
    /// Where the office's policy says so.
    pub policy: Option<String>,
    /// Who confirmed it.
    pub confirmed: Option<ConfirmedView>,
    /// Whether it carries the badge.
    pub unverified: bool,
}

/// A rule that came as a default, until somebody compares it with its source.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleCheck {
    /// Its place on the page.
    pub at: String,
    /// Under which key it is settled.
    pub key: String,
    /// Everything its date rests on, as records keep it.
    pub terms: String,
    /// Its name.
    pub name: String,
    /// The pack it is in.
    pub pack: String,
    /// The version of the pack, where that is one that only running clocks still go by.
    pub former: Option<String>,
    /// What it says.
    pub says: String,
    /// On whose word.
    pub authority: String,
    /// Where it is written.
    pub citation: String,
    /// Who checked it.
    pub confirmed: Option<ConfirmedView>,
    /// What they compared it with.
    pub note: Option<String>,
}

/// A rule that holds for some offices only.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OptionalRule {
    /// The rule.
    pub rule: String,
    /// Its name.
    pub name: String,
    /// The pack it is in.
    pub pack: String,
    /// How long.
    pub length: String,
    /// Where it is written.
    pub citation: String,
    /// Whether it starts clocks here.
    pub on: bool,
}

/// A holiday calendar.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarView {
    /// Code.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// The published rule it follows.
    pub source: String,
    /// When somebody last compared it with that.
    pub reviewed_on: String,
    /// The first year it knows.
    pub first_year: i32,
    /// The last year it knows.
    pub last_year: i32,
    /// Whether it carries the badge.
    pub unverified: bool,
    /// Who confirmed it.
    pub confirmed: Option<ConfirmedView>,
}

/// A day the office is closed besides the holidays.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedDay {
    /// The day.
    pub on: String,
    /// Why.
    pub name: String,
}

/// What the office settled about its rules.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesView {
    /// Every pack.
    pub packs: Vec<PackView>,
    /// The numbers the office's policy sets.
    pub numbers: Vec<NumberView>,
    /// The rules of the law that somebody has to check, or did.
    pub checks: Vec<RuleCheck>,
    /// The rules that hold for some offices only.
    pub optional: Vec<OptionalRule>,
    /// The calendars of the packs in force.
    pub calendars: Vec<CalendarView>,
    /// What comes in later than this counts as received on the next business day.
    pub closes: Option<String>,
    /// Who confirmed that.
    pub after_hours: Option<ConfirmedView>,
    /// How many days before the last one a person is told to act.
    pub margin_days: u32,
    /// Who confirmed that.
    pub margin: Option<ConfirmedView>,
    /// The days the office is closed besides the holidays.
    pub closed: Vec<ClosedDay>,
    /// The office's time zone.
    pub time_zone: String,
}

/// Something the office settles: `number:US-CMS-7`, `pack:us-insurance`, `rule:US-VA-7`,
/// `checked:US-VA-7@2026.11`, `advice:us-hospital/G8`,
/// `calendar:us-federal`, `closed:2026-12-24`, `after_hours` or `margin`.
#[derive(Debug, Deserialize, TS)]
pub struct SettledInput {
    /// What.
    pub key: String,
    /// What it is set to: `10 business day`, `on`, `17:00`, `7`, the terms that were checked;
    /// nothing takes it back.
    pub value: Option<String>,
    /// Where the policy says so, or what was looked at.
    pub policy: Option<String>,
    /// Whether the person who writes confirms it.
    pub confirmed: bool,
}

/// A clock whose date would move.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MoveLine {
    /// The clock.
    pub clock: String,
    /// Its case.
    pub case: String,
    /// The case's number.
    pub number: String,
    /// The patient.
    pub patient_name: String,
    /// What the case is about.
    pub about: String,
    /// The clock's name.
    pub name: String,
    /// The day by which to act now: the last safe day of a person's window, else the last day.
    pub from: String,
    /// The same then.
    pub to: String,
}

/// Which open clocks would move.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovesView {
    /// How many would.
    pub total: u32,
    /// How many are open in all.
    pub open: u32,
    /// The first of them.
    pub lines: Vec<MoveLine>,
}
