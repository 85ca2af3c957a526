//! What the database says of itself: its files, its references, the guard of the log.

use super::LAST_LINE;
use crate::{Result, Tx, TxKind};
use sqlx::AssertSqlSafe;

const SQLITE_DAMAGES: &str = "PRAGMA integrity_check";
const POSTGRES_DAMAGES: &str = "SELECT 'index ' || indexrelid::REGCLASS::TEXT || ' is not valid' FROM pg_index WHERE NOT indisvalid AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::REGNAMESPACE) UNION ALL SELECT 'constraint ' || conname::TEXT || ' was never compared with the rows' FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::REGNAMESPACE";
const SQLITE_ORPHANS: &str = "SELECT \"table\", parent, COUNT(*) FROM pragma_foreign_key_check GROUP BY 1, 2";
/// Table, parent, and the columns of both in the order in which they belong together.
const POSTGRES_REFERENCES: &str = "SELECT conrelid::REGCLASS::TEXT, confrelid::REGCLASS::TEXT, (SELECT string_agg(attname::TEXT, ',' ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS key (number, place) JOIN pg_attribute ON attrelid = conrelid AND attnum = number), (SELECT string_agg(attname::TEXT, ',' ORDER BY place) FROM unnest(confkey) WITH ORDINALITY AS key (number, place) JOIN pg_attribute ON attrelid = confrelid AND attnum = number) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::REGNAMESPACE ORDER BY 1, 2";
const SQLITE_GUARDS: &str =
    "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'";
const POSTGRES_GUARDS: &str = "SELECT COUNT(*) FROM pg_trigger WHERE tgrelid = 'audit'::REGCLASS AND NOT tgisinternal AND tgenabled <> 'D'";
const SQLITE_NUMBER: &str = "SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'audit'";
const POSTGRES_NUMBER: &str = "SELECT COALESCE(MAX(last_value), 0)::BIGINT FROM pg_sequences WHERE schemaname = current_schema() AND sequencename = 'audit_id_seq'";

/// What the database finds in its own files, in its own words.
pub async fn damages(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = match &mut tx.0 {
        TxKind::Sqlite(tx) => sqlx::query_as(SQLITE_DAMAGES).fetch_all(&mut **tx).await?,
        TxKind::Postgres(tx) => sqlx::query_as(POSTGRES_DAMAGES).fetch_all(&mut **tx).await?,
    };
    Ok(rows.into_iter().map(|(damage,)| damage).filter(|damage| damage != "ok").collect())
}

/// Rows that point to something that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphans {
    /// Where they stand.
    pub table: String,
    /// Where what they point to should be.
    pub parent: String,
    /// How many they are.
    pub rows: i64,
}

/// Every reference of every row, whatever the constraints say.
pub async fn orphans(tx: &mut Tx) -> Result<Vec<Orphans>> {
    let counted: Vec<(String, String, i64)> = match &mut tx.0 {
        TxKind::Sqlite(tx) => sqlx::query_as(SQLITE_ORPHANS).fetch_all(&mut **tx).await?,
        TxKind::Postgres(tx) => {
            let references: Vec<(String, String, String, String)> =
                sqlx::query_as(POSTGRES_REFERENCES).fetch_all(&mut **tx).await?;
            let mut counted = Vec::new();
            for (table, parent, columns, keys) in references {
                let text = without_parent(&table, &parent, &columns, &keys);
                let (rows,): (i64,) = sqlx::query_as(AssertSqlSafe(text)).fetch_one(&mut **tx).await?;
                counted.push((table, parent, rows));
            }
            counted
        }
    };
    let orphans = counted.into_iter().map(|(table, parent, rows)| Orphans { table, parent, rows });
    Ok(orphans.filter(|orphans| orphans.rows > 0).collect())
}

fn without_parent(table: &str, parent: &str, columns: &str, keys: &str) -> String {
    let set: Vec<String> = columns.split(',').map(|column| format!("child.{column} IS NOT NULL")).collect();
    let same: Vec<String> = columns
        .split(',')
        .zip(keys.split(','))
        .map(|(column, key)| format!("parent.{key} = child.{column}"))
        .collect();
    format!(
        "SELECT COUNT(*) FROM {table} AS child WHERE {} AND NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE {})",
        set.join(" AND "),
        same.join(" AND ")
    )
}

/// How the append-only log stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Log {
    /// Number of its last line; 0 where it is empty.
    pub last: i64,
    /// The last number that the database gave out: the next line gets a higher one.
    pub given: i64,
    /// The triggers stand that refuse to change or delete a line.
    pub guarded: bool,
}

/// Looks at the log.
pub async fn log(tx: &mut Tx) -> Result<Log> {
    let (last,): (i64,) = on!(tx, c => sqlx::query_as(LAST_LINE).fetch_one(c).await?);
    let ((given,), (guards,)): ((i64,), (i64,)) = match &mut tx.0 {
        TxKind::Sqlite(tx) => (
            sqlx::query_as(SQLITE_NUMBER).fetch_one(&mut **tx).await?,
            sqlx::query_as(SQLITE_GUARDS).fetch_one(&mut **tx).await?,
        ),
        TxKind::Postgres(tx) => (
            sqlx::query_as(POSTGRES_NUMBER).fetch_one(&mut **tx).await?,
            sqlx::query_as(POSTGRES_GUARDS).fetch_one(&mut **tx).await?,
        ),
    };
    Ok(Log { last, given, guarded: guards == 2 })
}
