//! News that no reply brings. The page asks for it, and is answered as soon as there is some.
//!
//! The other way round, the shell running a script in the page, would make WebKit start a script
//! engine in the shell as well, only to read what the script answers.

use std::mem;
use std::sync::Mutex;

use serde::Serialize;
use tokio::sync::Notify;

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum News {
    /// Records of these features changed, and no reply says so.
    Changed(Vec<String>),
    /// Files are dragged over the window.
    Drag(Drag),
}

/// Where files that are dragged are. The page never learns their paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Drag {
    /// Above the window.
    Over,
    /// Gone again.
    Left,
    /// Dropped on the window.
    Dropped,
}

/// What the page in use has not been told yet.
#[derive(Default)]
pub(crate) struct Newsstand {
    held: Mutex<Held>,
    came: Notify,
}

#[derive(Default)]
struct Held {
    news: Vec<News>,
    /// How often somebody has asked. Only the last one is still there to hear.
    asked: u64,
    /// How many pages have died in a window that stayed.
    deaths: u64,
}

impl Newsstand {
    /// Holds a piece for whoever asks next, or already waits.
    pub(crate) fn put(&self, piece: News) {
        if let Ok(mut held) = self.held.lock() {
            held.news.push(piece);
        }
        self.came.notify_waiters();
    }

    /// A new window reads everything anew; nobody else is there any more.
    pub(crate) fn clear(&self) {
        if let Ok(mut held) = self.held.lock() {
            held.news.clear();
            held.asked += 1;
        }
        self.came.notify_waiters();
    }

    /// The page has died, and is about to be loaded again in the same window.
    pub(crate) fn page_died(&self) {
        if let Ok(mut held) = self.held.lock() {
            held.deaths += 1;
        }
        self.clear();
    }

    /// How many pages have died so far. What a page asked for before that, its successor never hears.
    pub(crate) fn deaths(&self) -> u64 {
        self.held.lock().map(|held| held.deaths).unwrap_or_default()
    }

    /// Waits until there is news. `None` for a page that has asked again since, or is gone.
    pub(crate) async fn next(&self) -> Option<Vec<News>> {
        let turn = {
            let mut held = self.held.lock().ok()?;
            held.asked += 1;
            held.asked
        };
        self.came.notify_waiters();
        loop {
            // Made before looking: what comes in between still wakes it.
            let came = self.came.notified();
            {
                let mut held = self.held.lock().ok()?;
                if held.asked != turn {
                    return None;
                }
                if !held.news.is_empty() {
                    return Some(mem::take(&mut held.news));
                }
            }
            came.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::task::{JoinHandle, yield_now};

    use super::*;

    fn cases() -> News {
        News::Changed(vec!["cases".to_owned()])
    }

    /// A page that has asked and waits.
    async fn waiting(stand: &Arc<Newsstand>) -> JoinHandle<Option<Vec<News>>> {
        let stand = stand.clone();
        let page = tokio::spawn(async move { stand.next().await });
        yield_now().await;
        page
    }

    #[tokio::test]
    async fn news_waits_for_the_page_and_the_page_for_news() {
        let stand = Arc::new(Newsstand::default());
        stand.put(cases());
        stand.put(News::Drag(Drag::Over));
        assert_eq!(stand.next().await, Some(vec![cases(), News::Drag(Drag::Over)]));
        let waits = waiting(&stand).await;
        assert!(!waits.is_finished());
        stand.put(News::Drag(Drag::Dropped));
        assert_eq!(waits.await.unwrap(), Some(vec![News::Drag(Drag::Dropped)]));
    }

    #[tokio::test]
    async fn a_page_that_was_loaded_again_hears_what_the_one_before_waited_for() {
        let stand = Arc::new(Newsstand::default());
        let gone = waiting(&stand).await;
        let loaded_again = waiting(&stand).await;
        stand.put(cases());
        assert_eq!(gone.await.unwrap(), None);
        assert_eq!(loaded_again.await.unwrap(), Some(vec![cases()]));
    }

    #[tokio::test]
    async fn a_new_window_hears_nothing_of_the_one_before() {
        let stand = Arc::new(Newsstand::default());
        let waits = waiting(&stand).await;
        stand.clear();
        assert_eq!(waits.await.unwrap(), None);
        stand.put(cases());
        stand.clear();
        stand.put(News::Drag(Drag::Left));
        assert_eq!(stand.deaths(), 0);
        assert_eq!(stand.next().await, Some(vec![News::Drag(Drag::Left)]));
    }

    #[tokio::test]
    async fn what_comes_while_a_page_is_loaded_again_waits_for_it() {
        let stand = Arc::new(Newsstand::default());
        let died = waiting(&stand).await;
        stand.page_died();
        stand.put(cases());
        assert_eq!(died.await.unwrap(), None);
        assert_eq!(stand.deaths(), 1);
        assert_eq!(stand.next().await, Some(vec![cases()]));
    }

    #[test]
    fn news_is_written_as_the_page_reads_it() {
        let written = serde_json::to_value([cases(), News::Drag(Drag::Over)]).unwrap();
        assert_eq!(written, serde_json::json!([{ "changed": ["cases"] }, { "drag": "over" }]));
    }
}
