//! What meets a clock, what it calls for, and how it may be extended.

use chrono::NaiveDate;
use serde::Deserialize;

use super::length::Length;

/// Channels on which people talk: they meet a clock only when somebody was reached.
const SPOKEN: [&str; 3] = ["call", "visit", "video"];

/// What meets a clock: always an event, never a status.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetBy {
    /// The channels that will do, from [`super::CHANNELS`].
    pub channels: Vec<String>,
    /// Who writes the letter or e-mail that meets it.
    #[serde(default)]
    pub from: Sender,
    /// Events of the case that meet it when they are recorded.
    #[serde(default)]
    pub events: Vec<String>,
    /// The same in words: "a dated letter or call to the person who raised it".
    pub words: String,
}

/// Who writes the letter or e-mail that meets a clock.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sender {
    /// Our office.
    #[default]
    Us,
    /// The other side.
    Them,
    /// Either.
    Either,
}

/// A contact that somebody says met a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// Its channel, from the contact log.
    pub channel: &'a str,
    /// Whether it went out from the office.
    pub outgoing: bool,
    /// Whether the person was reached.
    pub reached: bool,
    /// When it happened.
    pub on: NaiveDate,
}

impl MetBy {
    /// Nothing when `evidence` can meet a clock, else why not.
    ///
    /// `not_before` is the first day that can meet it: the day it started or, of a count back, the
    /// first day on which the thing may be done.
    pub fn refuses(
        &self,
        evidence: Evidence<'_>,
        not_before: Option<NaiveDate>,
    ) -> Option<&'static str> {
        let spoken = SPOKEN.contains(&evidence.channel);
        let note = evidence.channel == "note";
        let wrong_way = match self.from {
            Sender::Us => !evidence.outgoing,
            Sender::Them => evidence.outgoing,
            Sender::Either => false,
        };
        if !self.channels.iter().any(|channel| channel == evidence.channel) {
            Some("This kind of contact does not meet the clock.")
        } else if not_before.is_some_and(|first| evidence.on < first) {
            Some("This contact came before the clock started.")
        } else if note {
            None
        } else if spoken && !evidence.reached {
            Some("Nobody was reached, so this contact does not meet the clock.")
        } else if !spoken && wrong_way && self.from == Sender::Us {
            Some("This came in. Only a letter or e-mail that your office sent meets the clock.")
        } else if !spoken && wrong_way {
            Some("This went out. Only a letter or e-mail that came in meets the clock.")
        } else {
            None
        }
    }
}

/// A letter that a rule calls for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Which letter, `grievance_decision`.
    pub kind: String,
    /// What it has to say.
    pub elements: Vec<String>,
}

/// How a clock may be extended: only by its notice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// How much longer; nothing means until the date that the notice gives.
    #[serde(default)]
    pub length: Option<Length>,
    /// How many times; nothing means as often as needed.
    #[serde(default)]
    pub max_times: Option<u32>,
    /// How soon after the extension the notice must follow; nothing means before the due date.
    #[serde(default)]
    pub notice_within: Option<Length>,
    /// The letter that is the notice.
    pub notice: Letter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_met_by_what_reached_the_person_or_was_sent() {
        let met_by = MetBy {
            channels: vec!["call".into(), "letter".into()],
            from: Sender::Us,
            events: Vec::new(),
            words: "x".into(),
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let started = day("2026-03-03");
        let call = Evidence { channel: "call", outgoing: true, reached: true, on: started };
        let letter = Evidence { channel: "letter", reached: false, ..call };
        for (evidence, accepted) in [
            (call, true),
            (letter, true),
            (Evidence { outgoing: false, ..call }, true),
            (Evidence { reached: false, ..call }, false),
            (Evidence { outgoing: false, ..letter }, false),
            (Evidence { channel: "visit", ..call }, false),
            (Evidence { channel: "note", ..call }, false),
            (Evidence { on: day("2026-03-02"), ..call }, false),
        ] {
            assert_eq!(met_by.refuses(evidence, Some(started)).is_none(), accepted, "{evidence:?}");
        }
        // A decision that somebody else owes has to come in; a dated note says how we know.
        let theirs =
            MetBy { channels: vec!["letter".into(), "note".into()], from: Sender::Them, ..met_by };
        let note = Evidence { channel: "note", outgoing: false, reached: false, on: started };
        for (evidence, accepted) in
            [(letter, false), (Evidence { outgoing: false, ..letter }, true), (note, true)]
        {
            assert_eq!(theirs.refuses(evidence, None).is_none(), accepted, "{evidence:?}");
        }
    }
}
