//! Dates are counted as others count them, and leaflets quote the numbers that the rules count by.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use office::features::clocks::model::{
    Anchor, Direction, Extended, Extension, Length, Letter, MonthOverflow, Presumption, Roll, Rule,
    Settings, Start, Terms, TimeOfDay, Unit,
};
use office::features::clocks::rules::{Rulebook, book, date, presumed};
use office::kernel::DayKind;
use office_tests::files::repository;

use crate::fault::{Fault, Rule as HouseRule};

/// A sample of cases as python-dateutil and holidays (PyPI) count them: written by `measure.py`
/// beside it, which needs Python and the packages; so the answers are kept.
const SAMPLE: &str = "tests/fixtures/clocks/sample.tsv";

/// How many cases are kept.
const KEPT: usize = 2_000;

const AGREES: HouseRule = HouseRule {
    wants: "The engine counts a date as others count it.",
    because: "a date that is wrong by one day can cost somebody an appeal.",
    instead: "count it by hand; mend the engine, or say in tests/fixtures/clocks/README.md why we \
              differ, and measure anew: BEDSIDE_MEASURE_CLOCKS=100000 cargo test -p office-tests \
              --test rules python, with python-dateutil and holidays installed.",
};

/// What the script says, with the days off first.
fn measured(cases: &str) -> String {
    let mut script = std::process::Command::new("python3");
    script.arg(repository().join("tests/fixtures/clocks/measure.py")).args([cases, "7"]);
    let output = script.output().expect("python3 with python-dateutil and holidays");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    let kept: Vec<&str> = text.lines().filter(|line| line.starts_with("case")).take(KEPT).collect();
    let off: Vec<&str> = text.lines().filter(|line| line.starts_with("off")).collect();
    let sample = format!("{}\n{}\n", off.join("\n"), kept.join("\n"));
    let path = repository().join(SAMPLE);
    vault::files::write_atomic(&path, sample.as_bytes()).expect("the sample");
    text
}

#[test]
fn the_engine_counts_as_python_does() {
    let text = match std::env::var("BEDSIDE_MEASURE_CLOCKS") {
        Ok(cases) => measured(&cases),
        Err(_) => std::fs::read_to_string(repository().join(SAMPLE)).expect("the sample"),
    };
    let book = book().unwrap();
    let mut faults = Vec::new();
    let mut cases = 0;
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields[0] {
            "off" => faults.extend(days_off(&book, fields[1], fields[2])),
            _ => {
                cases += 1;
                faults.extend(differs(&book, &fields).map(|ours| {
                    Fault::of(SAMPLE, format!("{}\n    ours: {ours}", fields[1..].join(" ")))
                }));
            }
        }
    }
    assert!(cases >= KEPT, "{cases} cases are too few");
    AGREES.holds(faults);
}

/// The weekdays off on which we and the package differ.
fn days_off(book: &Rulebook, name: &str, theirs: &str) -> Vec<Fault> {
    let calendar = book.calendar(name).unwrap();
    let theirs: BTreeSet<NaiveDate> = theirs.split(' ').map(|day| day.parse().unwrap()).collect();
    let ours: BTreeSet<NaiveDate> = calendar
        .years()
        .clone()
        .flat_map(|year| calendar.holidays(year).unwrap())
        .map(|(day, _)| day)
        .filter(|day| day.weekday().number_from_monday() < 6)
        .collect();
    let differ = ours.symmetric_difference(&theirs);
    let whose = |day| if ours.contains(day) { "off here only" } else { "off there only" };
    differ.map(|day| Fault::of(name, format!("{day} is {}", whose(day)))).collect()
}

fn length(code: &str) -> Option<Length> {
    (code != "-").then(|| Length::parse(code).unwrap())
}

fn known<T: std::str::FromStr>(text: &str) -> Option<T>
where
    T::Err: std::fmt::Debug,
{
    (text != "-").then(|| text.parse().unwrap())
}

/// What the engine gives for a case, where that is something else.
fn differs(book: &Rulebook, fields: &[&str]) -> Option<String> {
    let [_, calendar, trigger, of @ .., zone, due, by, open] = fields else {
        panic!("{fields:?} is no case");
    };
    let rule = rule_of(book, of);
    let given = NaiveDateTime::parse_from_str(trigger, "%Y-%m-%dT%H:%M").unwrap();
    let settings = Settings { zone: zone.parse().unwrap(), ..Settings::default() };
    let taken = rule.presumption.as_ref().map(|one| presumed(given, one.length).unwrap());
    let extended = Extended { to: None, noticed_on: given.date() };
    let terms = Terms {
        length: rule.length,
        presumed_from: taken.map(|_| given),
        later: known(of[8]),
        extended: vec![extended; of[9].parse().unwrap()],
        ..Terms::new(&rule, taken.unwrap_or(given), &settings)
    };
    let found = date(&rule, &terms, &settings, book.calendar(calendar).unwrap()).unwrap();
    let same = Some(found.due) == known(due)
        && found.due_by == known_time(by)
        && found.opens == known(open);
    (!same).then(|| format!("{} {:?} {:?}", found.due, found.due_by, found.opens))
}

/// The rule that a case is counted by.
fn rule_of(book: &Rulebook, fields: &[&str]) -> Rule {
    let [counts, start, of, overflow, roll, anchor, days, how, _, _, more, opens] = fields else {
        panic!("{fields:?} is no rule");
    };
    let event = |mode: &str| (*how == mode).then(|| "other".to_owned());
    let notice = Letter { kind: "notice".to_owned(), elements: Vec::new() };
    Rule {
        length: length(of).unwrap(),
        counts: if *counts == "back" { Direction::Back } else { Direction::Forward },
        start: if *start == "inclusive" { Start::Inclusive } else { Start::Exclusive },
        month_overflow: match *overflow {
            "next_first" => MonthOverflow::NextFirst,
            _ => MonthOverflow::Clip,
        },
        roll: if *roll == "roll" { Roll::NextBusinessDay } else { Roll::None },
        anchor: if *anchor == "year_end" { Anchor::YearEnd } else { Anchor::Day },
        later_of: event("of"),
        starts_from_later_of: event("from"),
        opens: length(opens),
        presumption: known::<u32>(days).map(|count| Presumption {
            event: "notice".to_owned(),
            length: Length { count, unit: Unit::Day, days: DayKind::Calendar },
        }),
        extension: length(more).map(|more| Extension {
            length: Some(more),
            max_times: None,
            notice_within: None,
            notice,
        }),
        ..book.rule("US-CMS-POL").unwrap().rule.clone()
    }
}

fn known_time(by: &str) -> Option<TimeOfDay> {
    match by {
        "-" => None,
        "midnight" => Some(TimeOfDay::Midnight),
        time => Some(TimeOfDay::At(NaiveTime::parse_from_str(time, "%H:%M").unwrap())),
    }
}

/// The figures that leaflets may quote, each with its rule.
const LIMITS: &str = "src-tauri/office/content/education/limits.toml";

const TIED: HouseRule = HouseRule {
    wants: "A figure that a leaflet quotes is the one that its rule counts by.",
    because: "a patient would be told one time and the office warned of another.",
    instead: "mend limits.toml or the rule pack, whichever is wrong; a figure that is no time limit \
              goes on the list in tests/rules/clocks.rs with its reason.",
};

/// Figures that no rule counts by, and why. One that a rule counts by after all is itself a fault.
const OTHERWISE: [(&str, &str, &str); 11] = [
    ("US-CMS-RST", "24 hours", "which deaths are reported, not how soon"),
    ("US-HIPAA-AOD", "6 years", "how far back the list goes"),
    ("US-HIPAA-AOD", "12 months", "how often the list is free"),
    ("US-HIPAA-BRE", "30 days", "how long the police may ask to wait; each wait is its own"),
    ("US-IM-2", "4 hours", "the manual's latest time; the rule itself names the day"),
    ("US-MOON", "24 hours", "who is owed the notice, not how soon"),
    ("US-MA-RD", "14 days", "nobody has confirmed it, so it is guidance in the pack"),
    ("US-MCD-H", "120 days", "the most a State may allow; the State's own number is a setting"),
    ("US-NSA-GFE", "10 business days", "how far ahead care is booked, not how soon"),
    ("US-NSA-PPDR", "400 dollars", "an amount"),
    ("US-NSA-PPDR", "25 dollars", "an amount"),
];

#[derive(serde::Deserialize)]
struct Limits {
    limit: Vec<Limit>,
}

#[derive(serde::Deserialize)]
struct Limit {
    rule: String,
    figure: String,
}

/// A length as the list of limits writes it.
fn figure(text: &str) -> Option<Length> {
    let (count, unit) = text.split_once(' ')?;
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let code = match unit {
        "day" => "calendar day",
        "hour" => "calendar hour",
        other => other,
    };
    Length::parse(&format!("{count} {code}"))
}

/// Whether a rule counts by this figure: its length, its extension, what it presumes, or the sum of
/// the first with one of the others.
fn counts_by(rule: &Rule, figure: &str) -> bool {
    let more =
        rule.extension.iter().flat_map(|one| one.length.into_iter().chain(one.notice_within));
    let more = more.chain(rule.opens).chain(rule.presumption.as_ref().map(|one| one.length));
    let sum = |other: &Length| {
        let same = (other.unit, other.days) == (rule.length.unit, rule.length.days);
        same.then(|| Length { count: rule.length.count + other.count, ..*other })
    };
    let more: Vec<Length> = more.collect();
    let sums = more.iter().filter_map(sum);
    match self::figure(figure) {
        Some(wanted) => {
            // The name of the limit says which hours do not count.
            let hours = wanted.unit == Unit::Hour;
            let same = |found: Length| {
                let whole = found.days == wanted.days || hours;
                (found.count, found.unit) == (wanted.count, wanted.unit) && whole
            };
            sums.chain(more.iter().copied()).chain([rule.length]).any(same)
        }
        None => {
            let time = match rule.due_by {
                Some(TimeOfDay::Noon) => "noon",
                Some(TimeOfDay::Midnight) => "end",
                _ => return false,
            };
            let (back, count) = (rule.counts == Direction::Back, rule.length.count);
            let day = match (back, count) {
                (true, 0) => "of the discharge day",
                (true, 1) => "of the day before",
                (false, 1) => "of the next day",
                _ => return false,
            };
            figure == format!("{time} {day}")
        }
    }
}

#[test]
fn a_figure_in_a_leaflet_is_the_one_its_rule_counts_by() {
    let text = std::fs::read_to_string(repository().join(LIMITS)).expect("the limits");
    let limits: Limits = toml::from_str(&text).expect("the limits");
    let book = book().unwrap();
    let rules: Vec<&Rule> = book.packs().flat_map(|pack| &pack.rules).collect();
    let mut faults = Vec::new();
    for limit in &limits.limit {
        let mut of_row = rules.iter().filter(|rule| rule.row() == limit.rule).peekable();
        let excepted = OTHERWISE
            .iter()
            .any(|(row, figure, _)| (*row, *figure) == (&limit.rule, &limit.figure));
        let says =
            |what: &str| Fault::of(LIMITS, format!("{} {}: {what}", limit.rule, limit.figure));
        if of_row.peek().is_none() {
            faults.push(says("no rule of a pack comes from this row"));
        } else if of_row.any(|rule| counts_by(rule, &limit.figure)) {
            faults.extend(excepted.then(|| says("a rule counts by it after all")));
        } else if !excepted {
            faults.push(says("no rule of this row counts by it"));
        }
    }
    for (row, figure, _) in OTHERWISE {
        if !limits.limit.iter().any(|one| (one.rule.as_str(), one.figure.as_str()) == (row, figure))
        {
            faults.push(Fault::of(
                LIMITS,
                format!("{row} {figure}: no leaflet may quote it any more"),
            ));
        }
    }
    TIED.holds(faults);
}

#[test]
fn a_figure_that_is_another_is_noticed() {
    let book = book().unwrap();
    let rule = |id: &str| book.rule(id).unwrap().rule;
    for (id, figure, counts) in [
        ("US-HIPAA-ACC", "30 days", true),
        ("US-HIPAA-ACC", "60 days", true),
        ("US-HIPAA-ACC", "15 days", false),
        ("US-HIPAA-ACC", "30 business days", false),
        ("US-MA-R", "65 days", true),
        ("US-MA-R", "66 days", false),
        ("UK-SAR", "3 months", true),
        ("US-NOMNC-2-ASK", "noon of the next day", true),
        ("US-NOMNC-2-ASK", "noon of the day before", false),
        ("US-NOMNC-2-FORM", "noon of the day before", true),
        ("US-IM-Q-ASK", "end of the discharge day", true),
    ] {
        assert_eq!(counts_by(rule(id), figure), counts, "{id} {figure}");
    }
}
