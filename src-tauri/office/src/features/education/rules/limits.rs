//! Which figure of the law a leaflet means by "30 days", "three working days" or "noon tomorrow".

use serde::Deserialize;

/// The time limits and amounts a leaflet may quote.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// One row for each figure.
    #[serde(default, rename = "limit")]
    pub rows: Vec<Limit>,
}

/// One figure of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The rule's id in the catalog.
    pub rule: String,
    /// What the figure is.
    pub name: String,
    /// A number and its unit, such as `30 days`; or a time of day.
    pub figure: String,
    /// When the time starts, or what the figure is measured against.
    pub from: String,
    /// Where it is written.
    pub authority: String,
    /// Whether it was checked against a published source.
    pub confirmed: bool,
}

impl Limits {
    /// The rows that `words`, quoted under `rule`, speak of. None when the words name a figure the
    /// rule does not have, or the rule is unknown.
    pub fn meant(&self, rule: &str, words: &str) -> Vec<&Limit> {
        let of_rule = || self.rows.iter().filter(|row| row.rule == rule);
        let figures = figures_in(words);
        if figures.is_empty() {
            let time_of_day = time_of_day(words);
            return of_rule()
                .filter(|row| match time_of_day {
                    Some(Time::Noon) => row.figure.starts_with("noon"),
                    Some(Time::DayEnd) => {
                        row.figure.starts_with("end of") || row.figure == "1 business day"
                    }
                    None => false,
                })
                .collect();
        }
        let of = |figure: &Figure| -> Vec<&Limit> {
            of_rule().filter(|row| figures_in(&row.figure).contains(figure)).collect()
        };
        let found: Vec<Vec<&Limit>> = figures.iter().map(of).collect();
        // A range names two figures; both must be the rule's.
        if found.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        found.into_iter().flatten().collect()
    }
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
    number: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Days,
    BusinessDays,
    Months,
    Years,
    Dollars,
}

#[derive(Clone, Copy)]
enum Time {
    Noon,
    DayEnd,
}

fn time_of_day(words: &str) -> Option<Time> {
    let words = words.to_lowercase();
    let has = |any: &[&str]| any.iter().any(|one| words.contains(one));
    if has(&["noon", "mediodía"]) {
        Some(Time::Noon)
    } else if has(&[
        "end of",
        "close of",
        "day of your discharge",
        "fin del día",
        "final del día",
        "día de su alta",
        "día del alta",
        "acabe el día",
        "termine el día",
    ]) {
        Some(Time::DayEnd)
    } else {
        None
    }
}

/// Every number with a unit in `words`. A number without one takes the unit of the next.
fn figures_in(words: &str) -> Vec<Figure> {
    let words = words.to_lowercase().replace('$', " dollars ");
    let mut waiting: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    let mut dollars = false;
    let mut business = false;
    for word in words.split(|c: char| !c.is_alphanumeric() && c != ',').filter(|w| !w.is_empty()) {
        if let Some(number) = number_of(word) {
            if std::mem::take(&mut dollars) {
                found.push(Figure { number, unit: Unit::Dollars });
            } else {
                waiting.push(number);
            }
            continue;
        }
        match word {
            "dollars" if waiting.is_empty() => dollars = true,
            "business" | "working" => business = true,
            "to" | "or" | "and" | "more" | "calendar" | "a" | "o" | "y" => {}
            _ => {
                if let Some(unit) = unit_of(word) {
                    let business = std::mem::take(&mut business)
                        || (unit == Unit::Days && follows_as_business(&words, word));
                    let unit =
                        if business && unit == Unit::Days { Unit::BusinessDays } else { unit };
                    found.extend(waiting.drain(..).map(|number| Figure { number, unit }));
                } else {
                    // A number belongs to the unit beside it, not to one in the next sentence.
                    waiting.clear();
                    business = false;
                }
            }
        }
    }
    found
}

/// Whether a text names a time or an amount: a number with its unit, such as "30 days" or "$25".
pub fn names_a_figure(text: &str) -> bool {
    !figures_in(text).is_empty()
}

/// "días hábiles": Spanish says it after the day.
fn follows_as_business(words: &str, day: &str) -> bool {
    ["hábiles", "hábil", "laborables", "laborable"]
        .iter()
        .any(|after| words.contains(&format!("{day} {after}")))
}

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word {
        "hour" | "hours" | "hora" | "horas" => Unit::Hours,
        "day" | "days" | "día" | "días" => Unit::Days,
        "month" | "months" | "mes" | "meses" => Unit::Months,
        "year" | "years" | "año" | "años" => Unit::Years,
        "dollars" | "dólares" => Unit::Dollars,
        _ => return None,
    })
}

fn number_of(word: &str) -> Option<u32> {
    const NAMED: [(&str, u32); 34] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("twelve", 12),
        ("fourteen", 14),
        ("twenty", 20),
        ("thirty", 30),
        ("sixty", 60),
        ("ninety", 90),
        ("un", 1),
        ("una", 1),
        ("dos", 2),
        ("tres", 3),
        ("cuatro", 4),
        ("cinco", 5),
        ("seis", 6),
        ("siete", 7),
        ("ocho", 8),
        ("nueve", 9),
        ("diez", 10),
        ("doce", 12),
        ("catorce", 14),
        ("veinte", 20),
        ("treinta", 30),
        ("sesenta", 60),
        ("noventa", 90),
        ("uno", 1),
    ];
    let named = NAMED.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named.or_else(|| word.replace(',', "").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(rule: &str, figure: &str) -> Limit {
        Limit {
            rule: rule.into(),
            name: "n".into(),
            figure: figure.into(),
            from: "f".into(),
            authority: "a".into(),
            confirmed: true,
        }
    }

    fn limits() -> Limits {
        let rows = [
            ("A", "30 days"),
            ("A", "6 years"),
            ("B", "90 days"),
            ("B", "120 days"),
            ("C", "noon of the next day"),
            ("C", "72 hours"),
            ("D", "3 business days"),
            ("E", "400 dollars"),
            ("F", "end of the discharge day"),
            ("G", "1 month"),
        ];
        Limits { rows: rows.map(|(rule, figure)| limit(rule, figure)).to_vec() }
    }

    #[test]
    fn words_that_name_a_figure_of_the_rule_are_matched_to_it() {
        let limits = limits();
        for (rule, words, figures) in [
            ("A", "30 days", vec!["30 days"]),
            ("A", "within thirty days of asking", vec!["30 days"]),
            ("A", "30 more days", vec!["30 days"]),
            ("A", "6 years", vec!["6 years"]),
            ("B", "90 to 120 days", vec!["90 days", "120 days"]),
            ("C", "noon tomorrow", vec!["noon of the next day"]),
            ("C", "72 horas", vec!["72 hours"]),
            ("C", "el mediodía del día siguiente", vec!["noon of the next day"]),
            ("D", "three working days", vec!["3 business days"]),
            ("D", "tres días hábiles", vec!["3 business days"]),
            ("E", "$400", vec!["400 dollars"]),
            ("E", "400 dólares", vec!["400 dollars"]),
            ("F", "by the end of the day you are due to leave", vec!["end of the discharge day"]),
            ("G", "un mes", vec!["1 month"]),
        ] {
            let meant: Vec<&str> =
                limits.meant(rule, words).into_iter().map(|row| row.figure.as_str()).collect();
            assert_eq!(meant, figures, "{rule} {words}");
        }
    }

    #[test]
    fn words_that_name_another_figure_are_matched_to_nothing() {
        let limits = limits();
        for (rule, words) in [
            ("A", "31 days"),
            ("A", "30 people in days"),
            ("A", "30 working days"),
            ("A", "30 months"),
            ("B", "90 to 130 days"),
            ("C", "73 hours"),
            ("D", "3 days"),
            ("E", "$4,000"),
            ("G", "30 days"),
            ("Z", "30 days"),
            ("A", "soon"),
        ] {
            assert!(limits.meant(rule, words).is_empty(), "{rule} {words}");
        }
    }
}
