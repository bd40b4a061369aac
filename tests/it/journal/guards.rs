//! What keeps the tables the journal's own, and what is declared of every field.

use std::collections::BTreeSet;

use office::features;
use office_tests::office::TestOffice;
use office_tests::store::Tables;
use serde_json::Value;

use super::scene::full_office;

/// Tables that are no projection of the journal.
const FREE: [&str; 8] = [
    "_sqlx_migrations",
    "apply_guard",
    "draft",
    "journal_change",
    "journal_entry",
    "journal_head",
    "journal_slice",
    "local_identity",
];

async fn projected(tables: &mut Tables) -> Vec<String> {
    let all: Vec<(String,)> = tables
        .rows(
            "select name from pragma_table_list where schema = 'main' and type = 'table' \
             and name not like 'sqlite%' order by name",
        )
        .await;
    all.into_iter().map(|(name,)| name).filter(|name| !FREE.contains(&name.as_str())).collect()
}

#[tokio::test]
async fn only_the_journal_writes_to_the_tables() {
    let (office, mut tables) = full_office().await.watched().await;
    let names = projected(&mut tables).await;
    assert!(names.len() > 15, "{names:?}");
    for name in names {
        let column =
            tables.text(&format!("select name from pragma_table_info('{name}') limit 1")).await;
        // What is worked out from the others cannot be written at all.
        let all = format!("select group_concat(name) from pragma_table_info('{name}')");
        let all = tables.text(&all).await;
        assert!(
            tables.number(&format!("select count(*) from {name}")).await > 0,
            "{name} is empty"
        );
        for sql in [
            format!("insert into {name} ({all}) select {all} from {name}"),
            format!("update {name} set {column} = {column}"),
            format!("delete from {name}"),
        ] {
            let error = tables.run(&sql).await.unwrap_err().to_string();
            assert!(
                error.contains(&format!("only the journal writes to {name}")),
                "{sql}: {error}"
            );
        }
    }
    for name in ["journal_entry", "journal_slice", "journal_change", "journal_head"] {
        let column =
            tables.text(&format!("select name from pragma_table_info('{name}') limit 1")).await;
        for sql in [format!("update {name} set {column} = {column}"), format!("delete from {name}")]
        {
            let error = tables.run(&sql).await.unwrap_err().to_string();
            assert!(error.contains("the journal is append-only"), "{sql}: {error}");
        }
    }
    assert_eq!(office.ok("journal.verify", Value::Null).await["firstFault"], Value::Null);
}

#[tokio::test]
async fn every_column_belongs_to_a_field_and_every_field_to_a_column() {
    const FIXED: [&str; 6] = ["id", "made_at", "made_by", "n", "scope", "voided"];
    let (_, mut tables) = TestOffice::hospital().await.with_tables().await;
    let kinds = features::kinds();
    let mut laid_out = BTreeSet::new();
    for kind in kinds.all() {
        let mut expected: BTreeSet<String> = FIXED.map(str::to_owned).into();
        for name in kind.fields.iter().map(|f| f.name).chain(kind.computed.iter().copied()) {
            assert!(expected.insert(name.to_owned()), "{}.{name} is there twice", kind.name);
        }
        let columns: Vec<(String,)> =
            tables.rows(&format!("select name from pragma_table_info('{}')", kind.table)).await;
        let columns: BTreeSet<String> = columns.into_iter().map(|(name,)| name).collect();
        assert_eq!(columns, expected, "{}", kind.table);
        assert!(kind.fields.iter().all(|f| !f.label.is_empty()) && !kind.label.is_empty());
        assert!(laid_out.insert(kind.table), "two kinds share {}", kind.table);
    }
    let names: BTreeSet<String> = projected(&mut tables).await.into_iter().collect();
    // Worked out by triggers from the tables above.
    let derived = ["case_next", "journal_record", "person_attachment", "person_identifier"];
    let expected: BTreeSet<String> =
        laid_out.into_iter().chain(derived).map(str::to_owned).collect();
    assert_eq!(names, expected);
    for (table,) in tables
        .rows::<(String,)>(
            "select distinct tbl_name from sqlite_schema where type = 'index' \
             and (sql like 'create unique%' or sql is null)",
        )
        .await
    {
        // Nothing that a person types may be unique: two laptops would lose one of two.
        let unique: Vec<(String,)> = tables
            .rows(&format!(
                "select c.name from pragma_index_list('{table}') i, pragma_index_info(i.name) c \
                 where i.\"unique\" and i.origin <> 'pk'"
            ))
            .await;
        assert!(unique.iter().all(|(column,)| column == "id"), "{table}: {unique:?}");
    }
}

#[test]
fn a_merge_rule_is_declared_for_every_field() {
    let mut text = String::new();
    for kind in features::kinds().all() {
        text.push_str(&format!("{} ({})\n", kind.name, kind.topics.join(", ")));
        for field in kind.fields {
            text.push_str(&format!("  {:<18} {:?}\n", field.name, field.merge));
        }
    }
    crate::snapshot("merge", &text);
}
