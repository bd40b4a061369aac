//! Open clocks by what their dates are counted from.

use sqlx::SqliteConnection;

use crate::kernel::Result;
use crate::store::row::row;
use crate::store::tx::failed;

row! {
    /// A rule of which clocks are open.
    pub(crate) struct OpenRule { pack: String, rule: String, rule_version: String }
}

/// The rules of which clocks are open, in the versions they started under. Steps from one to the next
/// in the index, whatever many clocks each has.
pub(crate) async fn open_rules(connection: &mut SqliteConnection) -> Result<Vec<OpenRule>> {
    sqlx::query_as(
        "with recursive rules(rule) as (
             select min(rule) from clocks indexed by clocks_alike
             where voided = 0 and met_on is null and stopped_on is null
             union all
             select (select min(rule) from clocks indexed by clocks_alike
                     where voided = 0 and met_on is null and stopped_on is null
                       and rule > rules.rule)
             from rules where rule is not null
         ),
         versions(rule, rule_version) as (
             select rule, (select min(rule_version) from clocks indexed by clocks_alike
                           where voided = 0 and met_on is null and stopped_on is null
                             and rule = rules.rule)
             from rules where rule is not null
             union all
             select rule, (select min(rule_version) from clocks indexed by clocks_alike
                           where voided = 0 and met_on is null and stopped_on is null
                             and rule = versions.rule and rule_version > versions.rule_version)
             from versions where rule_version is not null
         )
         select (select pack from clocks indexed by clocks_alike
                 where voided = 0 and met_on is null and stopped_on is null
                   and rule = versions.rule and rule_version = versions.rule_version
                 limit 1) as pack, rule, rule_version
         from versions where rule_version is not null order by rule, rule_version",
    )
    .fetch_all(connection)
    .await
    .map_err(failed)
}

row! {
    /// Open clocks whose dates are counted from the same things. `started_at` is one of their
    /// moments, and all of them where `by_minute`.
    pub(crate) struct Alike {
        pack: String, rule: String, rule_version: String, started_on: String, started_at: String,
        by_minute: bool, length: Option<String>, due: String, safe_on: Option<String>,
        missed_on: Option<String>, counted_by: Option<String>, many: i64
    }
}

/// Open clocks of open cases by what their dates are counted from, without those that have an
/// extension, a pause or another day of their own, which have to be looked at one by one. Those of
/// the rules `to_the_minute` are told apart by the minute they started, the others by the day.
pub(crate) async fn alike(
    connection: &mut SqliteConnection,
    to_the_minute: &str,
) -> Result<Vec<Alike>> {
    let mut all: Vec<Alike> = sqlx::query_as(
        "select pack, rule, rule_version, started_on, min(started_at) as started_at,
                0 as by_minute, length, due, safe_on, missed_on, counted_by, count(*) as many
         from clocks indexed by clocks_alike
         where voided = 0 and met_on is null and stopped_on is null
           and rule not in (select value from json_each(?1))
           and later_on is null and presumed_from is null and paused_since is null
           and id not in (select clock from clock_extensions where voided = 0)
           and id not in (select clock from clock_pauses where voided = 0)
           and case_id not in (select id from cases where closed_on is not null or voided = 1)
         group by rule, rule_version, started_on, due, length, pack, safe_on, missed_on,
                  counted_by",
    )
    .bind(to_the_minute)
    .fetch_all(&mut *connection)
    .await
    .map_err(failed)?;
    let by_minute: Vec<Alike> = sqlx::query_as(
        "select pack, rule, rule_version, started_on, started_at, 1 as by_minute, length, due,
                safe_on, missed_on, counted_by, count(*) as many
         from clocks indexed by clocks_alike
         where voided = 0 and met_on is null and stopped_on is null
           and rule in (select value from json_each(?1))
           and later_on is null and presumed_from is null and paused_since is null
           and id not in (select clock from clock_extensions where voided = 0)
           and id not in (select clock from clock_pauses where voided = 0)
           and case_id not in (select id from cases where closed_on is not null or voided = 1)
         group by rule, rule_version, started_at, due, length, pack, safe_on, missed_on,
                  counted_by",
    )
    .bind(to_the_minute)
    .fetch_all(connection)
    .await
    .map_err(failed)?;
    all.extend(by_minute);
    Ok(all)
}

row! {
    /// An open clock to be counted again.
    pub(crate) struct OpenClock { id: String, case_id: String }
}

/// The open clocks of one such group, after the id `after`.
pub(crate) async fn of_group(
    connection: &mut SqliteConnection,
    group: &Alike,
    after: &str,
    limit: i64,
) -> Result<Vec<OpenClock>> {
    sqlx::query_as(
        "select id, case_id from clocks indexed by clocks_alike
         where voided = 0 and met_on is null and stopped_on is null
           and rule = ?1 and rule_version = ?2 and started_on = ?3 and due = ?4
           and length is ?5 and pack = ?6 and safe_on is ?7 and missed_on is ?8
           and counted_by is ?12
           and (?9 is null or started_at = ?9) and id > ?10
           and later_on is null and presumed_from is null and paused_since is null
           and id not in (select clock from clock_extensions
                          where case_id = clocks.case_id and voided = 0)
           and id not in (select clock from clock_pauses
                          where case_id = clocks.case_id and voided = 0)
           and case_id not in (select id from cases
                               where id = clocks.case_id and (closed_on is not null or voided = 1))
         order by id limit ?11",
    )
    .bind(&group.rule)
    .bind(&group.rule_version)
    .bind(&group.started_on)
    .bind(&group.due)
    .bind(group.length.as_deref())
    .bind(&group.pack)
    .bind(group.safe_on.as_deref())
    .bind(group.missed_on.as_deref())
    .bind(group.by_minute.then_some(group.started_at.as_str()))
    .bind(after)
    .bind(limit)
    .bind(group.counted_by.as_deref())
    .fetch_all(connection)
    .await
    .map_err(failed)
}

row! {
    /// A case whose clocks have to be looked at one by one.
    pub(crate) struct Singular { case_id: String, clocks: String, many: i64 }
}

/// The open cases with an open clock that has an extension, a pause or another day of its own, or
/// is of one of these `rules`, with those clocks.
pub(crate) async fn singular(
    connection: &mut SqliteConnection,
    rules: &str,
) -> Result<Vec<Singular>> {
    sqlx::query_as(
        "select case_id, group_concat(id) as clocks, count(*) as many
         from (select id, case_id from clocks indexed by clocks_apart
               where voided = 0 and met_on is null and stopped_on is null
                 and (later_on is not null or presumed_from is not null
                      or paused_since is not null)
               union
               select k.id, k.case_id
               from json_each(?1) j cross join clocks k indexed by clocks_alike on k.rule = j.value
               where k.voided = 0 and k.met_on is null and k.stopped_on is null
               union
               select k.id, k.case_id
               from clock_extensions e cross join clocks k on k.id = e.clock
               where e.voided = 0 and k.voided = 0 and k.met_on is null and k.stopped_on is null
               union
               select k.id, k.case_id from clock_pauses p cross join clocks k on k.id = p.clock
               where p.voided = 0 and k.voided = 0 and k.met_on is null and k.stopped_on is null)
         where case_id not in (select id from cases where closed_on is not null or voided = 1)
         group by case_id",
    )
    .bind(rules)
    .fetch_all(connection)
    .await
    .map_err(failed)
}

row! {
    /// The case of a clock whose date would move.
    pub(crate) struct CaseRow { number: String, about: String, patient_name: Option<String> }
}

/// What a preview says of a case.
pub(crate) async fn case_row(connection: &mut SqliteConnection, case: &str) -> Result<CaseRow> {
    sqlx::query_as(
        "select c.number, c.about, p.name as patient_name
         from cases c left join people p on p.id = c.patient where c.id = ?1",
    )
    .bind(case)
    .fetch_one(connection)
    .await
    .map_err(failed)
}
