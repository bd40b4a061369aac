//! What watching reads of open cases.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::kernel::{Error, Result};
use crate::store::row::row;
use crate::store::tx::failed;

/// An open case.
#[derive(Debug, Deserialize)]
pub(super) struct CaseFact<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'a str,
    pub(super) stage: &'a str,
    pub(super) said_how: &'a str,
    pub(super) received_on: &'a str,
}

/// A clock that is near, past, or met with nothing to show.
#[derive(Debug, Deserialize)]
pub(super) struct ClockRow<'a> {
    pub(super) case: &'a str,
    pub(super) id: &'a str,
    pub(super) pack: &'a str,
    pub(super) rule: &'a str,
    pub(super) version: &'a str,
    pub(super) length: Option<&'a str>,
    pub(super) act_by: &'a str,
    pub(super) due: &'a str,
    /// One for a clock that stands as met.
    pub(super) met: u8,
}

/// A promise that was not kept.
#[derive(Debug, Deserialize)]
pub(super) struct PromiseRow<'a> {
    pub(super) case: &'a str,
    pub(super) id: &'a str,
    pub(super) what: String,
    pub(super) due: &'a str,
}

/// An issue.
#[derive(Debug, Deserialize)]
pub(super) struct IssueRow<'a> {
    pub(super) case: &'a str,
    pub(super) id: &'a str,
    pub(super) about: String,
    pub(super) state: &'a str,
}

/// When somebody of the office last spoke with the person, and whether they wrote.
#[derive(Debug, Deserialize)]
pub(super) struct TalkRow<'a> {
    pub(super) case: &'a str,
    pub(super) talked: Option<&'a str>,
    /// One where they did.
    pub(super) wrote: u8,
}

/// What somebody decided a case is.
#[derive(Debug, Deserialize)]
pub(super) struct DecisionRow<'a> {
    pub(super) case: &'a str,
    pub(super) answers: String,
    pub(super) chosen: &'a str,
}

/// What of a list came as one JSON text, an array for each row: with many thousand rows, handing
/// over each by itself would cost more than finding it.
pub(super) fn rows<'a, T: Deserialize<'a>>(text: &'a str) -> Result<Vec<T>> {
    serde_json::from_str(text).map_err(|e| Error::bug("a list of the store").caused_by(e))
}

/// All open cases. [`CaseFact`]s.
pub(super) async fn open_cases(connection: &mut SqliteConnection) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(id, kind, stage, said_how, received_on))
          from cases indexed by cases_watched where closed_on is null and voided = 0",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// Those of these cases that are open. [`CaseFact`]s.
pub(super) async fn cases(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(c.id, c.kind, c.stage, c.said_how, c.received_on))
          from json_each(?1) j cross join cases c on c.id = j.value
          where c.closed_on is null and c.voided = 0",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// All running clocks that fall due by `until`, by their day. [`ClockRow`]s.
pub(super) async fn near_clocks(connection: &mut SqliteConnection, until: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(case_id, id, pack, rule, rule_version, length, shown_on,
                                             due, 0))
          from clocks indexed by clocks_shown
          where voided = 0 and met_on is null and stopped_on is null and shown_on <= ?1",
    )
    .bind(until)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The running clocks of these cases that fall due by `until`. [`ClockRow`]s.
pub(super) async fn clocks(
    connection: &mut SqliteConnection,
    ids: &str,
    until: &str,
) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(k.case_id, k.id, k.pack, k.rule, k.rule_version,
                                             k.length, k.shown_on, k.due, 0))
          from json_each(?1) j cross join clocks k on k.case_id = j.value
          where k.voided = 0 and k.met_on is null and k.stopped_on is null and k.shown_on <= ?2",
    )
    .bind(ids)
    .bind(until)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The clocks of these cases that stand as met with nothing to show it. [`ClockRow`]s.
pub(super) async fn unproven(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(k.case_id, k.id, k.pack, k.rule, k.rule_version,
                                             k.length, k.due, k.due, 1))
          from json_each(?1) j cross join clocks k indexed by clocks_met on k.case_id = j.value
          where k.voided = 0 and k.met_on is not null and k.stopped_on is null
            and not exists (select 1 from contacts t
                            where t.id = k.met_contact and t.voided = 0)
            and not exists (select 1 from case_events e
                            where e.id = k.met_contact and e.voided = 0)",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The promises of these cases that were not kept and fall due by `until`. [`PromiseRow`]s.
pub(super) async fn promises(
    connection: &mut SqliteConnection,
    ids: &str,
    until: &str,
) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(p.case_id, p.id, p.what, p.due))
          from json_each(?1) j cross join promises p on p.case_id = j.value
          where p.voided = 0 and p.kept_on is null and p.due <= ?2",
    )
    .bind(ids)
    .bind(until)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The issues of these cases, in their order. [`IssueRow`]s.
pub(super) async fn issues(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(i.case_id, i.id, i.about, i.state) order by i.n)
          from json_each(?1) j cross join case_issues i on i.case_id = j.value and i.voided = 0",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// When somebody last spoke with the person of these cases, and whether anybody wrote to them, by
/// the log as it was first written. [`TalkRow`]s.
pub(super) async fn first_talks(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(
              j.value,
              (select max(t.at) from contacts t indexed by contacts_spoke
               where t.case_id = j.value and t.voided = 0 and t.reached = 'reached'
                 and t.channel in ('call', 'visit', 'video')),
              exists (select 1 from contacts t indexed by contacts_wrote
                      where t.case_id = j.value and t.voided = 0 and t.direction = 'out'
                        and t.channel in ('letter', 'email'))))
          from json_each(?1) j",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The open cases in whose log something was amended. Their ids.
pub(super) async fn amended(connection: &mut SqliteConnection) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(distinct t.case_id)
          from contact_versions v cross join contacts t on t.id = v.contact
          cross join cases c indexed by cases_watched on c.id = t.case_id
          where v.voided = 0 and c.closed_on is null and c.voided = 0",
    )
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// When somebody last spoke with the person of these cases, and whether anybody wrote to them, by
/// the log as it stands now. [`TalkRow`]s.
pub(super) async fn talks(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(case_id, talked, wrote))
          from (select t.case_id,
                       max(iif(coalesce(v.channel, t.channel) in ('call', 'visit', 'video')
                                   and coalesce(v.reached, t.reached) = 'reached',
                               coalesce(v.at, t.at), null)) as talked,
                       max(coalesce(v.channel, t.channel) in ('letter', 'email')
                               and coalesce(v.direction, t.direction) = 'out') as wrote
                from json_each(?1) j
                cross join contacts t on t.case_id = j.value and t.voided = 0
                left join contact_versions v on v.n = (
                    select max(l.n) from contact_versions l
                    where l.contact = t.id and l.voided = 0)
                group by t.case_id)",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// What somebody decided these cases are, the last decision last. [`DecisionRow`]s.
pub(super) async fn decisions(connection: &mut SqliteConnection, ids: &str) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(json_array(k.case_id, k.answers, k.chosen) order by k.n)
          from json_each(?1) j cross join classifications k on k.case_id = j.value
          where k.voided = 0",
    )
    .bind(ids)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

/// The cases in which one of these leaflets was given. Their ids.
pub(super) async fn told(
    connection: &mut SqliteConnection,
    ids: &str,
    leaflets: &str,
) -> Result<String> {
    sqlx::query_scalar(
        r"select json_group_array(j.value) from json_each(?1) j
          where exists (select 1 from handouts h where h.case_id = j.value and h.voided = 0
                          and h.key in (select value from json_each(?2)))",
    )
    .bind(ids)
    .bind(leaflets)
    .fetch_one(connection)
    .await
    .map_err(failed)
}

row! {
    /// The words of a case, folded as for searching.
    pub(super) struct WordsRow { id: String, words: String }
}

/// The words of those of these cases that are complaints, where they may change how they are filed.
pub(super) async fn words_of(
    connection: &mut SqliteConnection,
    ids: &str,
) -> Result<Vec<WordsRow>> {
    sqlx::query_as(
        r"select c.id, c.search_words as words
          from json_each(?1) j cross join cases c on c.id = j.value
          where c.kind = 'complaint'",
    )
    .bind(ids)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The words of all open complaints in which the search index knows one of `sought`, as that index
/// wants them.
pub(super) async fn words_with(
    connection: &mut SqliteConnection,
    sought: &str,
) -> Result<Vec<WordsRow>> {
    sqlx::query_as(
        r"select c.id, c.search_words as words
          from cases_search s cross join cases c on c.n = s.rowid
          where s.words match ?1
            and +s.rowid in (select n from cases indexed by cases_watched
                             where closed_on is null and voided = 0 and kind = 'complaint')",
    )
    .bind(sought)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The last change in the journal.
pub(super) async fn last_change(connection: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar("select coalesce(max(n), 0) from journal_change")
        .fetch_one(connection)
        .await
        .map_err(failed)
}

/// The scopes that changed after a change of the journal.
pub(super) async fn changed_after(
    connection: &mut SqliteConnection,
    after: i64,
) -> Result<Vec<String>> {
    sqlx::query_scalar("select distinct scope from journal_change where n > ?1")
        .bind(after)
        .fetch_all(connection)
        .await
        .map_err(failed)
}

row! {
    /// A case as a line of the list.
    pub(super) struct LineRow {
        id: String, number: String, patient_name: Option<String>
    }
}

/// The cases of these ids, for lines.
pub(super) async fn lines(connection: &mut SqliteConnection, ids: &str) -> Result<Vec<LineRow>> {
    sqlx::query_as(
        r"select c.id, c.number, p.name as patient_name
          from json_each(?1) j join cases c on c.id = j.value
          left join people p on p.id = c.patient",
    )
    .bind(ids)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// Those of these rules by which a clock runs. Their ids.
pub(super) async fn running(connection: &mut SqliteConnection, rules: &str) -> Result<Vec<String>> {
    sqlx::query_scalar(
        r"select j.value from json_each(?1) j
          where exists (select 1 from clocks k indexed by clocks_alike
                        where k.rule = j.value and k.voided = 0 and k.met_on is null
                          and k.stopped_on is null)",
    )
    .bind(rules)
    .fetch_all(connection)
    .await
    .map_err(failed)
}
