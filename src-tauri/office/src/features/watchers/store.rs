//! What watching reads of open cases.

use sqlx::SqliteConnection;

use crate::kernel::Result;
use crate::store::row::row;
use crate::store::tx::failed;

row! {
    /// An open case. Its words are read only where they may change how it is filed.
    pub(super) struct CaseFact {
        id: String, kind: String, stage: String, said_how: String, received_on: String,
        words: Option<String>, answers: Option<String>, chosen: Option<String>,
        answered: Option<String>, talked: Option<String>, issues: i64, decided: i64, told: bool
    }
}

row! {
    /// A clock that is near, past, or met with nothing to show.
    pub(super) struct ClockRow {
        id: String, case_id: String, pack: String, rule: String, rule_version: String,
        length: Option<String>, act_by: String, due: String, met: bool, shown: bool
    }
}

row! {
    /// A promise that was not kept.
    pub(super) struct PromiseRow { id: String, case_id: String, what: String, due: String }
}

row! {
    /// An issue nobody has begun to look into.
    pub(super) struct IssueRow { id: String, case_id: String, about: String }
}

/// The open cases of these ids; all of them where there are none.
pub(super) async fn cases(
    connection: &mut SqliteConnection,
    ids: Option<&str>,
    leaflets: &str,
) -> Result<Vec<CaseFact>> {
    sqlx::query_as(
        r"select c.id, c.kind, c.stage, c.said_how, c.received_on,
                 case when c.kind = 'complaint' then c.search_words end as words,
                 (select k.answers from classifications k where k.case_id = c.id and k.voided = 0
                  order by k.n desc limit 1) as answers,
                 (select k.chosen from classifications k where k.case_id = c.id and k.voided = 0
                  order by k.n desc limit 1) as chosen,
                 (select min(t.at) from contacts t where t.case_id = c.id and t.voided = 0
                    and (t.channel in ('letter', 'email') and t.direction = 'out'
                         or t.channel in ('call', 'visit', 'video') and t.reached = 'reached'))
                  as answered,
                 (select max(t.at) from contacts t where t.case_id = c.id and t.voided = 0
                    and t.channel in ('call', 'visit', 'video') and t.reached = 'reached')
                  as talked,
                 (select count(*) from case_issues i where i.case_id = c.id and i.voided = 0)
                  as issues,
                 (select count(*) from case_issues i where i.case_id = c.id and i.voided = 0
                    and i.state = 'decided') as decided,
                 exists (select 1 from handouts h where h.case_id = c.id and h.voided = 0
                    and h.key in (select value from json_each(?2))) as told
          from cases c
          where c.closed_on is null and c.voided = 0
            and (?1 is null or c.id in (select value from json_each(?1)))
          order by c.id",
    )
    .bind(ids)
    .bind(leaflets)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The clocks of open cases that fall due by `until`, and those that stand as met with nothing to
/// show it.
pub(super) async fn clocks(
    connection: &mut SqliteConnection,
    ids: Option<&str>,
    until: &str,
) -> Result<Vec<ClockRow>> {
    sqlx::query_as(
        r"select k.id, k.case_id, k.pack, k.rule, k.rule_version, k.length,
                 k.shown_on as act_by, k.due, 0 as met, 1 as shown
          from clocks k
          where k.voided = 0 and k.met_on is null and k.stopped_on is null and k.shown_on <= ?2
            and (?1 is null or k.case_id in (select value from json_each(?1)))
          union all
          select k.id, k.case_id, k.pack, k.rule, k.rule_version, k.length, k.due, k.due, 1, 0
          from clocks k
          where k.voided = 0 and k.met_on is not null and k.stopped_on is null
            and (?1 is null or k.case_id in (select value from json_each(?1)))
            and not exists (select 1 from contacts t where t.id = k.met_contact and t.voided = 0)
            and not exists (select 1 from case_events e where e.id = k.met_contact
                            and e.voided = 0)",
    )
    .bind(ids)
    .bind(until)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The promises of open cases that were not kept and fall due by `until`.
pub(super) async fn promises(
    connection: &mut SqliteConnection,
    ids: Option<&str>,
    until: &str,
) -> Result<Vec<PromiseRow>> {
    sqlx::query_as(
        r"select p.id, p.case_id, p.what, p.due from promises p
          where p.voided = 0 and p.kept_on is null and p.due <= ?2
            and (?1 is null or p.case_id in (select value from json_each(?1)))",
    )
    .bind(ids)
    .bind(until)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

/// The issues of open cases that nobody has begun to look into.
pub(super) async fn issues(
    connection: &mut SqliteConnection,
    ids: Option<&str>,
) -> Result<Vec<IssueRow>> {
    sqlx::query_as(
        r"select i.id, i.case_id, i.about from case_issues i
          join cases c on c.id = i.case_id and c.closed_on is null and c.voided = 0
          where i.voided = 0 and i.state = 'open'
            and (?1 is null or i.case_id in (select value from json_each(?1)))
          order by i.case_id, i.n",
    )
    .bind(ids)
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

row! {
    /// How many open clocks run by the office's own number for a rule.
    pub(super) struct RunningRow { rule: String, many: i64 }
}

/// How many clocks of open cases run by each rule.
pub(super) async fn running(connection: &mut SqliteConnection) -> Result<Vec<RunningRow>> {
    sqlx::query_as(
        r"select rule, count(*) as many from clocks
          where voided = 0 and met_on is null and stopped_on is null group by rule",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}
