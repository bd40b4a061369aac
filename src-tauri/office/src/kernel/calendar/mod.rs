//! Which days are business days, from published rules, for the years a calendar covers.

mod holidays;
pub mod source;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

pub use source::Source;

use super::error::{Error, Result};

/// Which days a time limit counts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Every day.
    #[default]
    Calendar,
    /// Days that are neither weekend nor holiday; England calls them working days.
    Business,
}

impl DayKind {
    /// How it is written in files and in the office's records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Business => "business",
        }
    }
}

/// Why a day is no business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed<'a> {
    /// It is on the weekend.
    Weekend(Weekday),
    /// It is a holiday of this name.
    Holiday(&'a str),
}

impl Closed<'_> {
    /// The name of the holiday, or of the weekday.
    pub fn words(&self) -> String {
        match self {
            Self::Weekend(day) => weekday_name(*day).to_owned(),
            Self::Holiday(name) => (*name).to_owned(),
        }
    }
}

/// One jurisdiction's weekends and holidays over the years it covers.
///
/// Asked about any other year it says so; it never guesses.
#[derive(Debug, Clone)]
pub struct Calendar {
    id: String,
    name: String,
    jurisdiction: String,
    business_day: String,
    source: String,
    reviewed_on: NaiveDate,
    years: RangeInclusive<i32>,
    weekend: Vec<Weekday>,
    days_off: BTreeMap<NaiveDate, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: String,
    jurisdiction: String,
    business_day: String,
    source: String,
    #[serde(deserialize_with = "source::day")]
    reviewed_on: NaiveDate,
    first_year: i32,
    last_year: i32,
    weekend: Vec<Weekday>,
    #[serde(default)]
    holiday: Vec<holidays::Holiday>,
    #[serde(default)]
    day: Vec<holidays::OneOff>,
}

impl Calendar {
    /// Reads a calendar file; a mistake is named by file, line and field.
    pub fn parse(file: Source<'_>) -> Result<Self> {
        let written: Written = file.read()?;
        let years = written.first_year..=written.last_year;
        let wrong =
            |what: &str| Err(Error::invalid(file.name(), format!("{}: {what}", file.name())));
        if years.is_empty()
            || !(1900..=2200).contains(&written.first_year)
            || written.last_year > 2200
        {
            return wrong("first_year and last_year span the years from 1900 to 2200 at most");
        }
        if written.weekend.len() > 6 {
            return wrong("weekend leaves no day of the week to work on");
        }
        for (nth, one) in written.day.iter().enumerate() {
            if !years.contains(&one.date.year()) {
                let what = "this day is outside the years the calendar covers";
                return Err(file.mistake_in("day", nth, "date", what));
            }
        }
        let days_off = holidays::days_off(&years, &written.weekend, &written.holiday, &written.day);
        Ok(Self {
            id: written.id,
            name: written.name,
            jurisdiction: written.jurisdiction,
            business_day: written.business_day,
            source: written.source,
            reviewed_on: written.reviewed_on,
            years,
            weekend: written.weekend,
            days_off,
        })
    }

    /// The same calendar with more days on which nobody works, by name.
    #[must_use]
    pub fn closed_also_on(&self, days: &BTreeMap<NaiveDate, String>) -> Self {
        let mut more = self.clone();
        for (day, name) in days {
            more.days_off.entry(*day).or_insert_with(|| name.clone());
        }
        more
    }

    /// Its short code, `us-federal`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name for people, "US federal holidays".
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it holds.
    pub fn jurisdiction(&self) -> &str {
        &self.jurisdiction
    }

    /// What a business day is called there: "business day" or "working day".
    pub fn business_day(&self) -> &str {
        &self.business_day
    }

    /// The published rule it follows.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// When somebody last compared it with that rule.
    pub const fn reviewed_on(&self) -> NaiveDate {
        self.reviewed_on
    }

    /// The years it covers.
    pub const fn years(&self) -> &RangeInclusive<i32> {
        &self.years
    }

    /// Why `day` is no business day; `None` when it is one. A holiday is named before a weekend.
    pub fn closed(&self, day: NaiveDate) -> Result<Option<Closed<'_>>> {
        if !self.years.contains(&day.year()) {
            return Err(self.not_covered(day.year()));
        }
        if let Some(name) = self.days_off.get(&day) {
            return Ok(Some(Closed::Holiday(name)));
        }
        let weekday = day.weekday();
        Ok(self.weekend.contains(&weekday).then_some(Closed::Weekend(weekday)))
    }

    /// Whether `day` is on the weekend, holiday or not.
    pub fn is_weekend(&self, day: NaiveDate) -> bool {
        self.weekend.contains(&day.weekday())
    }

    /// Whether `day` is a business day.
    pub fn is_business(&self, day: NaiveDate) -> Result<bool> {
        Ok(self.closed(day)?.is_none())
    }

    /// Why `day` is no business day, in words: "Saturday", "New Year's Day", "Independence Day
    /// (observed)".
    pub fn why_not(&self, day: NaiveDate) -> Result<Option<String>> {
        Ok(self.closed(day)?.map(|closed| closed.words()))
    }

    /// `day` itself when it is a business day, else the next one.
    pub fn next_business(&self, day: NaiveDate) -> Result<NaiveDate> {
        let mut day = day;
        while !self.is_business(day)? {
            day = self.day_after(day)?;
        }
        Ok(day)
    }

    /// The `n`th business day after `start`; `start` itself when `n` is 0, whatever day it is.
    pub fn add_business(&self, start: NaiveDate, n: u32) -> Result<NaiveDate> {
        let mut day = start;
        for _ in 0..n {
            day = self.next_business(self.day_after(day)?)?;
        }
        Ok(day)
    }

    /// The `n`th business day before `start`; `start` itself when `n` is 0, whatever day it is.
    pub fn sub_business(&self, start: NaiveDate, n: u32) -> Result<NaiveDate> {
        let mut day = start;
        for _ in 0..n {
            loop {
                day = day.pred_opt().ok_or_else(|| self.not_covered(day.year()))?;
                if self.is_business(day)? {
                    break;
                }
            }
        }
        Ok(day)
    }

    /// How many business days lie after `from`, up to and including `to`; 0 when `to` is earlier.
    pub fn business_days_after(&self, from: NaiveDate, to: NaiveDate) -> Result<u32> {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = self.day_after(day)?;
            count += u32::from(self.is_business(day)?);
        }
        Ok(count)
    }

    /// The holidays of `year` in order, with their names; those on a weekend are among them.
    pub fn holidays(&self, year: i32) -> Result<Vec<(NaiveDate, &str)>> {
        if !self.years.contains(&year) {
            return Err(self.not_covered(year));
        }
        let of_year = self.days_off.iter().filter(|(day, _)| day.year() == year);
        Ok(of_year.map(|(day, name)| (*day, name.as_str())).collect())
    }

    fn day_after(&self, day: NaiveDate) -> Result<NaiveDate> {
        day.succ_opt().ok_or_else(|| self.not_covered(day.year()))
    }

    fn not_covered(&self, year: i32) -> Error {
        Error::unavailable(format!(
            "The calendar of {} covers {} to {} and does not know {year}, so this date cannot be \
             counted.",
            self.name,
            self.years.start(),
            self.years.end(),
        ))
    }
}

/// "Monday" and so on.
pub const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static US: LazyLock<Calendar> = LazyLock::new(|| {
        let text = include_str!("../../../content/calendars/us-federal.toml");
        Calendar::parse(Source::new("calendars/us-federal.toml", text)).unwrap()
    });

    static ENGLAND: LazyLock<Calendar> = LazyLock::new(|| {
        let text = include_str!("../../../content/calendars/england-wales.toml");
        Calendar::parse(Source::new("calendars/england-wales.toml", text)).unwrap()
    });

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn federal_holidays_fall_on_their_days_and_are_kept_on_weekdays() {
        for (on, name) in [
            ("1990-01-15", Some("Martin Luther King Jr. Day")),
            ("2020-06-19", None),
            ("2021-06-18", Some("Juneteenth (observed)")),
            ("2021-12-24", Some("Christmas Day (observed)")),
            ("2021-12-31", Some("New Year's Day (observed)")),
            ("2022-01-01", Some("New Year's Day")),
            ("2022-06-20", Some("Juneteenth (observed)")),
            ("2023-01-02", Some("New Year's Day (observed)")),
            ("2026-01-01", Some("New Year's Day")),
            ("2026-07-03", Some("Independence Day (observed)")),
            ("2026-07-04", Some("Independence Day")),
            ("2026-05-25", Some("Memorial Day")),
            ("2026-11-26", Some("Thanksgiving Day")),
            ("2026-11-27", None),
            ("2026-11-28", Some("Saturday")),
            ("2033-12-26", Some("Christmas Day (observed)")),
        ] {
            assert_eq!(US.why_not(day(on)).unwrap().as_deref(), name, "{on}");
        }
    }

    #[test]
    fn english_holidays_on_weekends_get_the_next_free_day() {
        for (on, name) in [
            ("1995-05-01", None),
            ("1995-05-08", Some("Early May bank holiday (moved for VE Day)")),
            ("1999-12-31", Some("Millennium bank holiday")),
            ("2011-04-29", Some("Royal wedding bank holiday")),
            ("2012-05-28", None),
            ("2012-06-04", Some("Spring bank holiday (moved for the Diamond Jubilee)")),
            ("2016-12-26", Some("Boxing Day")),
            ("2016-12-27", Some("Christmas Day (substitute day)")),
            ("2020-05-04", None),
            ("2020-12-28", Some("Boxing Day (substitute day)")),
            ("2021-12-27", Some("Christmas Day (substitute day)")),
            ("2021-12-28", Some("Boxing Day (substitute day)")),
            ("2022-01-03", Some("New Year's Day (substitute day)")),
            ("2022-06-02", Some("Spring bank holiday (moved for the Platinum Jubilee)")),
            ("2022-09-19", Some("State funeral of Queen Elizabeth II")),
            ("2023-01-02", Some("New Year's Day (substitute day)")),
            ("2023-05-08", Some("Coronation bank holiday")),
            ("2026-04-03", Some("Good Friday")),
            ("2026-04-06", Some("Easter Monday")),
        ] {
            assert_eq!(ENGLAND.why_not(day(on)).unwrap().as_deref(), name, "{on}");
        }
    }

    #[test]
    fn a_year_off_work_has_the_published_number_of_days_off() {
        for year in 1990..=2035 {
            let weekdays = |calendar: &Calendar| {
                let all = calendar.holidays(year).unwrap();
                all.iter().filter(|(on, _)| on.weekday().number_from_monday() < 6).count()
            };
            let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().weekday();
            let mut federal = if year < 2021 { 10 } else { 11 };
            // A New Year's Day on Saturday is kept in the year before it.
            federal -= usize::from(new_year(year) == Weekday::Sat);
            federal += usize::from(new_year(year + 1) == Weekday::Sat);
            assert_eq!(weekdays(&US), federal, "{year}");
            let extra = usize::from([1999, 2002, 2011, 2012, 2023].contains(&year))
                + 2 * usize::from(year == 2022);
            assert_eq!(weekdays(&ENGLAND), 8 + extra, "{year}");
        }
    }

    #[test]
    fn a_year_that_is_not_covered_is_an_answer_not_a_guess() {
        assert!(US.is_business(day("2035-12-31")).unwrap());
        assert!(US.add_business(day("2035-12-28"), 1).is_ok());
        for asked in [
            US.is_business(day("2036-01-01")).err(),
            US.is_business(day("1989-12-29")).err(),
            US.add_business(day("2035-12-31"), 1).err(),
            US.sub_business(day("1990-01-02"), 1).err(),
            US.next_business(day("2036-01-01")).err(),
            US.business_days_after(day("2035-12-30"), day("2036-01-02")).err(),
            US.holidays(2036).err(),
        ] {
            let error = asked.unwrap();
            assert!(error.message.contains("covers 1990 to 2035"), "{}", error.message);
        }
    }

    #[test]
    fn a_calendar_with_a_mistake_is_refused_with_its_place() {
        let text = include_str!("../../../content/calendars/us-federal.toml");
        for (from, to, place) in [
            ("month = 2, nth = 3", "month = 13, nth = 3", "holiday Washington's Birthday, on"),
            ("month = 2, nth = 3", "month = 2, nth = 5", "nth is a number from 1 to 4"),
            ("day = 4 }", "day = 32 }", "that month has no such day"),
            ("last = \"monday\"", "last = \"moonday\"", "line 32, holiday Memorial Day, on.last"),
            ("last_year = 2035", "last_year = 1989", "first_year and last_year"),
            ("nearest_weekday", "nearest", "observed: unknown variant"),
            (
                "[\"saturday\", \"sunday\"]",
                "[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"]",
                "weekend",
            ),
        ] {
            let broken = text.replacen(from, to, 1);
            assert_ne!(broken, text, "{from} is not in the file");
            let error = Calendar::parse(Source::new("us.toml", &broken)).unwrap_err();
            assert!(error.message.contains(place), "{}\nshould say {place}", error.message);
            assert!(error.message.starts_with("us.toml"), "{}", error.message);
        }
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0..16_000_u64).prop_map(|n| day("1990-03-01") + Days::new(n))
    }

    proptest! {
        #[test]
        fn business_days_add_up(start in any_day(), a in 0..40_u32, b in 0..40_u32) {
            for calendar in [&*US, &*ENGLAND] {
                let there = calendar.add_business(start, a).unwrap();
                let further = calendar.add_business(there, b).unwrap();
                prop_assert_eq!(further, calendar.add_business(start, a + b).unwrap());
                prop_assert_eq!(calendar.business_days_after(start, further).unwrap(), a + b);
                prop_assert!(a == 0 || calendar.is_business(there).unwrap());
            }
        }

        #[test]
        fn going_back_undoes_going_on(start in any_day(), n in 0..40_u32) {
                let open = US.next_business(start).unwrap();
            prop_assert_eq!(US.sub_business(US.add_business(open, n).unwrap(), n).unwrap(), open);
        }

        #[test]
        fn a_later_start_never_ends_earlier(start in any_day(), later in 0..20_u64, n in 0..40_u32) {
                let end = |start| ENGLAND.add_business(start, n).unwrap();
            prop_assert!(end(start) <= end(start + Days::new(later)));
        }
    }
}
