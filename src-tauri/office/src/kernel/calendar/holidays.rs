//! From published rules to the days off of each year.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use serde::Deserialize;

use super::source;

/// One `[[holiday]]` of a calendar file: a day off that comes every year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    pub(super) name: String,
    on: On,
    #[serde(default)]
    observed: Observed,
    /// The first year it was a day off.
    from: Option<i32>,
    /// The last year it was a day off.
    until: Option<i32>,
    /// Years in which it was moved; the file gives that year's date as a `[[day]]`.
    #[serde(default)]
    except: Vec<i32>,
}

/// One `[[day]]` of a calendar file: a day off that comes once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneOff {
    pub(super) name: String,
    #[serde(deserialize_with = "source::day")]
    pub(super) date: NaiveDate,
}

/// What happens when a holiday falls on a weekend.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Observed {
    /// Nothing: it stays on its day.
    #[default]
    SameDay,
    /// Saturday is kept on the Friday before, Sunday on the Monday after (5 U.S.C. 6103(b) and
    /// Executive Order 11582).
    NearestWeekday,
    /// The next day that is neither weekend nor another holiday (the English substitute day).
    NextFreeDay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
enum On {
    Date { month: u32, day: u32 },
    Nth { month: u32, nth: u8, weekday: Weekday },
    Last { month: u32, weekday: Weekday },
    Easter { days: i64 },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    month: Option<u32>,
    day: Option<u32>,
    nth: Option<u8>,
    weekday: Option<Weekday>,
    last: Option<Weekday>,
    easter: Option<i64>,
}

impl TryFrom<Written> for On {
    type Error = &'static str;

    fn try_from(w: Written) -> Result<Self, Self::Error> {
        if w.month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err("a month is a number from 1 to 12");
        }
        match (w.month, w.day, w.nth, w.weekday, w.last, w.easter) {
            // 2000 was a leap year, so February 29 passes and February 30 does not.
            (Some(month), Some(day), None, None, None, None) => {
                match NaiveDate::from_ymd_opt(2000, month, day) {
                    Some(_) => Ok(Self::Date { month, day }),
                    None => Err("that month has no such day"),
                }
            }
            (Some(month), None, Some(nth @ 1..=4), Some(weekday), None, None) => {
                Ok(Self::Nth { month, nth, weekday })
            }
            (Some(_), None, Some(_), Some(_), None, None) => {
                Err("nth is a number from 1 to 4; for the last one write last = \"monday\"")
            }
            (Some(month), None, None, None, Some(weekday), None) => {
                Ok(Self::Last { month, weekday })
            }
            (None, None, None, None, None, Some(days @ -100..=100)) => Ok(Self::Easter { days }),
            _ => Err("write one of { month, day }, { month, nth, weekday }, { month, last } or \
                      { easter = days before or after Easter Sunday }"),
        }
    }
}

impl Holiday {
    /// Its own date in `year`, before any moving; `None` where that year has none.
    fn date_in(&self, year: i32) -> Option<NaiveDate> {
        let outside = self.from.is_some_and(|from| year < from)
            || self.until.is_some_and(|until| year > until)
            || self.except.contains(&year);
        if outside {
            return None;
        }
        match self.on {
            On::Date { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            On::Nth { month, nth, weekday } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
            On::Last { month, weekday } => [5, 4]
                .into_iter()
                .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)),
            On::Easter { days } => {
                easter(year).and_then(|sunday| sunday.checked_add_signed(TimeDelta::days(days)))
            }
        }
    }
}

/// Every day off in `years`, with its name.
///
/// The years on either side are worked out too, since New Year's Day of one year can be kept on
/// December 31 of the year before.
pub(super) fn days_off(
    years: &RangeInclusive<i32>,
    weekend: &[Weekday],
    holidays: &[Holiday],
    one_offs: &[OneOff],
) -> BTreeMap<NaiveDate, String> {
    let mut days = BTreeMap::new();
    for one in one_offs {
        days.entry(one.date).or_insert_with(|| one.name.clone());
    }
    let around = (years.start() - 1)..=(years.end() + 1);
    let mut on_weekends = Vec::new();
    for year in around {
        for holiday in holidays {
            let Some(date) = holiday.date_in(year) else {
                continue;
            };
            days.entry(date).or_insert_with(|| holiday.name.clone());
            if weekend.contains(&date.weekday()) {
                on_weekends.push((date, holiday));
            }
        }
    }
    // Substitutes come last, in order: Boxing Day on a Monday is not given away to Christmas Day.
    for (date, holiday) in on_weekends {
        let (kept, word) = match holiday.observed {
            Observed::SameDay => continue,
            Observed::NearestWeekday => (nearest_weekday(date, weekend), "observed"),
            Observed::NextFreeDay => {
                let free =
                    |day: &NaiveDate| !weekend.contains(&day.weekday()) && !days.contains_key(day);
                (date.iter_days().find(free), "substitute day")
            }
        };
        if let Some(kept) = kept {
            days.entry(kept).or_insert_with(|| format!("{} ({word})", holiday.name));
        }
    }
    days.retain(|day, _| years.contains(&day.year()));
    days
}

/// The first of the weekend goes back to the day before it, the rest go on to the day after it.
fn nearest_weekday(date: NaiveDate, weekend: &[Weekday]) -> Option<NaiveDate> {
    let before = date.pred_opt()?;
    if weekend.contains(&before.weekday()) {
        date.iter_days().find(|day| !weekend.contains(&day.weekday()))
    } else {
        Some(before)
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm published in Nature, 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let past_march_22 = u64::try_from(h + l - 7 * m).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(past_march_22))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1990, 4, 15),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2018, 4, 1),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2030, 4, 21),
            (2035, 3, 25),
            (1818, 3, 22),
            (2285, 3, 22),
            (1943, 4, 25),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }

    #[test]
    fn easter_is_always_a_sunday_between_march_22_and_april_25() {
        for year in 1583..3000 {
            let sunday = easter(year).unwrap();
            assert_eq!(sunday.weekday(), Weekday::Sun, "{year}");
            let (first, last) = (
                NaiveDate::from_ymd_opt(year, 3, 22).unwrap(),
                NaiveDate::from_ymd_opt(year, 4, 25).unwrap(),
            );
            assert!((first..=last).contains(&sunday), "{sunday}");
        }
    }
}
