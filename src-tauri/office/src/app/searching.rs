//! Searching is looking, so it goes on the record: the words somebody settled on, not every letter
//! on the way there.

use std::sync::Mutex;

use serde_json::Value;

use super::office::Office;
use super::session::Session;
use crate::kernel::Result;

/// Milliseconds of rest after which typed words count as settled.
const SETTLED: u64 = 2_000;

/// Words that are being searched for.
struct Words {
    command: &'static str,
    text: String,
    at: u64,
}

/// The search under way, if there is one.
#[derive(Default)]
pub(super) struct Searching(Mutex<Option<Words>>);

impl Searching {
    /// Takes up what is searched for now; answers the search before, if this one is another.
    fn take_up(&self, command: &'static str, text: &str) -> Option<Words> {
        let at = vault::host::boot_ms();
        let now = Words { command, text: text.to_owned(), at };
        let before = self.0.lock().ok()?.replace(now)?;
        // Typing on, or deleting, is still the same search.
        let is_same = before.command == command
            && (text.starts_with(&before.text) || before.text.starts_with(text));
        (!is_same).then_some(before)
    }

    /// The search, once nobody has typed for a while, or at once when `now`.
    fn settled(&self, now: bool) -> Option<Words> {
        let mut held = self.0.lock().ok()?;
        held.take_if(|words| now || vault::host::boot_ms().saturating_sub(words.at) >= SETTLED)
    }
}

/// What a list was asked to search for.
pub(super) fn words_of(input: &Value) -> Option<String> {
    let text = input.get("text").or_else(|| input.pointer("/filter/text"))?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Office {
    /// Notices that a query searches for words, and records the search before it.
    pub(super) async fn notice_search(
        &self,
        session: &Session,
        command: &'static str,
        text: &str,
    ) -> Result<()> {
        match self.searching.take_up(command, text) {
            Some(before) => record(session, before).await,
            None => Ok(()),
        }
    }

    /// Records the search that has settled; the one under way too when `now`.
    pub(super) async fn record_search(&self, session: &Session, now: bool) -> Result<()> {
        match self.searching.settled(now) {
            Some(words) => record(session, words).await,
            None => Ok(()),
        }
    }
}

async fn record(session: &Session, words: Words) -> Result<()> {
    let mut tx = session.store.write(session.author()).await?;
    tx.note("words", words.text);
    tx.commit(words.command).await?;
    Ok(())
}
