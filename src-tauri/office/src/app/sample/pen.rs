//! Writes the entries of the sample office, each at its own time and by its own hand.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;

use crate::app::session::Session;
use crate::features::office::join_staff;
use crate::kernel::{Id, Ids, Result};
use crate::store::{Author, WriteTx};
use crate::table::Role;

/// Which of the two advocates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Hand {
    /// Dana Whitcomb, whose office it is.
    #[default]
    Dana,
    /// Lee Okafor, a colleague.
    Lee,
}

/// The colleague. Nobody unlocks as Lee: there is no key slot.
const COLLEAGUE: &str = "Lee Okafor";

/// Writes entries into an office that is not in use yet.
pub(super) struct Pen<'a> {
    session: &'a Session,
    ids: Arc<Ids>,
    lee: Author,
}

impl<'a> Pen<'a> {
    /// Takes up the pen; the colleague joins the office at `at`.
    pub(super) async fn new(session: &'a Session, ids: Ids, at: DateTime<Utc>) -> Result<Self> {
        let lee: Id = ids.next(at);
        let lee = Author { id: lee, name: COLLEAGUE.into() };
        let pen = Self { session, ids: Arc::new(ids), lee };
        let (id, name) = (pen.lee.id, pen.lee.name.clone());
        pen.write((Hand::Dana, at), "sample.colleague", move |tx| {
            Box::pin(async move { join_staff(tx, id.cast(), &name, &[Role::Advocate], "").await })
        })
        .await?;
        Ok(pen)
    }

    /// One entry.
    pub(super) async fn write<O: Send>(
        &self,
        (hand, at): (Hand, DateTime<Utc>),
        action: &str,
        run: impl for<'t> FnOnce(&'t mut WriteTx) -> BoxFuture<'t, Result<O>> + Send,
    ) -> Result<O> {
        let author = match hand {
            Hand::Dana => self.session.author(),
            Hand::Lee => self.lee.clone(),
        };
        let mut tx = self.session.store.write_at(author, at, self.ids.clone()).await?;
        match run(&mut tx).await {
            Ok(output) => {
                tx.commit(action).await?;
                Ok(output)
            }
            Err(error) => {
                tx.roll_back().await?;
                Err(error)
            }
        }
    }
}
