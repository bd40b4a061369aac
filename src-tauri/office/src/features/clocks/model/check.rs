//! What somebody in this office compared with its source, and what they compared: a rule that the
//! law sets stays a default until then.

use super::event::Anchor;
use super::length::{Direction, Length, MonthOverflow, Roll, SetBy, Start};
use super::rule::Rule;
use super::settings::{Confirmed, Settings};

/// That somebody compared something with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Under which key the office's records have it, so that it can be taken back.
    pub key: String,
    /// Who did, and when.
    pub confirmed: Confirmed,
    /// What they compared it with, in their words.
    pub note: Option<String>,
}

impl Rule {
    /// Whether it came as a default that no number of the office can settle: somebody has to
    /// compare it with its source.
    pub fn is_to_be_checked(&self) -> bool {
        self.length_set_by == SetBy::Rule && self.confidence.is_unverified()
    }

    /// Who compared it with its source, as it is now. What was checked under other terms does not
    /// count for these.
    pub fn checked<'a>(&self, settings: &'a Settings) -> Option<&'a Checked> {
        let checked = || settings.checked.get(&(self.id.clone(), self.terms_code()));
        self.is_to_be_checked().then(checked).flatten()
    }

    /// Everything its date rests on and where that is written, as records keep it: what somebody
    /// checked. With another word in it, it is another rule.
    pub fn terms_code(&self) -> String {
        let length = |length: Length| length.code();
        let mut said = vec![
            length(self.length),
            match self.start {
                Start::Exclusive => "exclusive",
                Start::Inclusive => "inclusive",
            }
            .into(),
            format!("from {}", self.trigger.code()),
        ];
        if self.counts == Direction::Back {
            said.push("back".into());
        }
        if self.anchor == Anchor::YearEnd {
            said.push("year end".into());
        }
        if self.roll == Roll::NextBusinessDay {
            said.push("next business day".into());
        }
        if self.month_overflow == MonthOverflow::NextFirst {
            said.push("next first".into());
        }
        said.extend(self.opens.map(|opens| format!("opens {}", length(opens))));
        said.extend(self.later_of.iter().map(|other| format!("later of {other}")));
        said.extend(
            self.starts_from_later_of.iter().map(|other| format!("starts from later of {other}")),
        );
        said.extend(self.presumption.iter().map(|presumption| {
            format!("presumed {} after {}", length(presumption.length), presumption.event)
        }));
        said.extend(self.due_by.map(|by| format!("by {}", by.code())));
        said.extend(self.calendar.iter().map(|calendar| format!("calendar {calendar}")));
        if let Some(extension) = &self.extension {
            let by = extension.length.map_or_else(|| "as noticed".to_owned(), length);
            let times = extension.max_times.map_or_else(String::new, |times| format!(" × {times}"));
            said.push(format!("extended {by}{times}"));
        }
        format!("{}; {}", said.join(", "), self.citation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::clocks::model::{Confidence, Pack};
    use crate::features::clocks::rules::book;

    fn rule(id: &str) -> Rule {
        book().unwrap().rule(id).unwrap().rule.clone()
    }

    fn length(code: &str) -> Length {
        Length::parse(code).unwrap()
    }

    fn checked(rule: &Rule) -> Settings {
        let confirmed = Confirmed { by: "Ana Test".into(), on: "2026-03-10".parse().unwrap() };
        let checked = Checked { key: "checked".into(), confirmed, note: None };
        let mut settings = Settings::default();
        settings.checked.insert((rule.id.clone(), rule.terms_code()), checked);
        settings
    }

    fn pack_of(rule: &Rule) -> Pack {
        book().unwrap().rule(&rule.id).unwrap().pack.clone()
    }

    #[test]
    fn a_rule_somebody_checked_is_no_default_until_its_terms_change() {
        let mut of_law = rule("US-CMS-7");
        of_law.length_set_by = SetBy::Rule;
        of_law.confidence = Confidence::DefaultMedium;
        let pack = pack_of(&of_law);
        let settings = checked(&of_law);
        assert!(of_law.is_unverified(&pack, &Settings::default()));
        assert!(!of_law.is_unverified(&pack, &settings));
        let changes: [fn(&mut Rule); 6] = [
            |rule| rule.length = length("8 calendar day"),
            |rule| rule.length = length("7 business day"),
            |rule| rule.start = Start::Inclusive,
            |rule| rule.roll = Roll::NextBusinessDay,
            |rule| rule.month_overflow = MonthOverflow::NextFirst,
            |rule| rule.citation.push_str(", as amended"),
        ];
        for change in changes {
            let mut changed = of_law.clone();
            change(&mut changed);
            assert_ne!(changed.terms_code(), of_law.terms_code());
            assert!(changed.length_is_unverified(&settings), "{}", changed.terms_code());
        }
        // Other words about the same count are the same rule.
        let mut said = of_law.clone();
        said.sentence.push_str(" Said another way.");
        said.name.push('!');
        assert!(!said.length_is_unverified(&settings));
    }

    #[test]
    fn a_check_does_not_stand_in_for_the_number_of_an_office() {
        let mut number = rule("US-CMS-7");
        number.confidence = Confidence::DefaultHigh;
        number.length_set_by = SetBy::Office;
        let settings = checked(&number);
        assert!(number.checked(&settings).is_none());
        assert!(number.length_is_unverified(&settings));
    }
}
