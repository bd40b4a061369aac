//! Notices and when they came. The law presumes a day; a later one counts only with something that
//! shows it (domain rule 3.0, item 6), an earlier one counts as it is: it is the safe one.

use chrono::NaiveDate;

use super::pack::presumed;
use super::plan::Happened;
use crate::features::clocks::model::Rule;

/// A receipt that is recorded for a later day than the law presumes, and so gives more time.
#[derive(Debug, Clone, Copy)]
pub struct LateReceipt<'f> {
    /// The receipt.
    pub receipt: &'f Happened,
    /// The notice it is of.
    pub notice: &'f Happened,
    /// The day on which that is presumed to have come.
    pub presumed: NaiveDate,
}

impl LateReceipt<'_> {
    /// Whether its later day counts: something shows it.
    pub const fn counts(&self) -> bool {
        self.receipt.shown
    }
}

/// The receipts among `events` that are later than `rule` presumes.
pub fn late_receipts<'f>(rule: &Rule, events: &'f [Happened]) -> Vec<LateReceipt<'f>> {
    let (Some(presumption), Some(trigger)) = (&rule.presumption, rule.trigger.event()) else {
        return Vec::new();
    };
    let notices: Vec<&Happened> = named(events, &presumption.event).collect();
    let late = |receipt: &'f Happened| {
        let notice = notice_of(&notices, receipt)?;
        let presumed = presumed(notice.at, presumption.length)?.date();
        (receipt.at.date() > presumed).then_some(LateReceipt { receipt, notice, presumed })
    };
    named(events, trigger).filter_map(late).collect()
}

/// The events of this name.
pub(super) fn named<'f, 'n>(
    events: &'f [Happened],
    event: &'n str,
) -> impl Iterator<Item = &'f Happened> + use<'f, 'n> {
    events.iter().filter(move |one| one.event == event)
}

/// The notice that came with a receipt: the last one before it, or the first one when all are later.
fn notice_of<'f>(notices: &[&'f Happened], receipt: &Happened) -> Option<&'f Happened> {
    let before = notices.iter().filter(|notice| notice.at.date() <= receipt.at.date());
    let notice = before.max_by_key(|notice| notice.at);
    notice.or_else(|| notices.iter().min_by_key(|notice| notice.at)).copied()
}

/// The notices whose receipt is not known. What is known goes before what is presumed.
pub(super) fn unanswered<'f>(
    notices: &[&'f Happened],
    receipts: &[&Happened],
) -> impl Iterator<Item = &'f Happened> {
    let answered = receipts.iter().filter_map(|receipt| notice_of(notices, receipt));
    let answered: Vec<String> = answered.map(|notice| notice.id.clone()).collect();
    let notices = notices.to_vec();
    notices.into_iter().filter(move |notice| !answered.contains(&notice.id))
}
