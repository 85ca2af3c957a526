//! An archive is taken up into a database: whole or not at all, and what stood there before is kept aside.
//!
//! The tables are first made as the archive's version knew them, then filled, then brought up to date, so that
//! an old backup opens in a new program. References are compared when all rows are in: their order says nothing.

use super::lines::{Counted, Header, Reader, unhex};
use super::{ArchiveError, STRIDE, Step};
use crate::schema::{self, Column, Kind, POSTGRES, SQLITE, Table};
use crate::{Address, StoreError, Tx, TxKind};
use serde_json::Value;
use sqlx::migrate::MigrateError;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Rows that one INSERT brings: few enough for the number of values that either database takes.
const BATCH: usize = 200;

/// How often this looks whether somebody who has just gone still holds the database, and how long between.
const LOOKS: usize = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

const POSTGRES_REFERENCES: &str = "SELECT conrelid::REGCLASS::TEXT, conname::TEXT FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::REGNAMESPACE";
const POSTGRES_NUMBERED: &str = "SELECT table_name::TEXT, column_name::TEXT FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'";
const POSTGRES_OTHERS: &str = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

/// Where the former contents are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// There were none.
    Nothing,
    /// In this file.
    File(PathBuf),
    /// In this schema of the same database.
    Schema(String),
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was in the archive.
    pub header: Header,
    /// SHA-256 of what it says, hexadecimal; compared.
    pub sha256: String,
    /// Where the former contents are.
    pub kept: Kept,
}

/// Takes an archive up into `sqlite:FILE` or `postgres://…`. A database with rows in it is left alone unless
/// `replace` says that it may be kept aside, under a name that ends in `stamp`.
pub async fn restore(
    url: &str,
    archive: impl Read,
    replace: bool,
    stamp: &str,
    progress: &mut dyn FnMut(Step<'_>),
) -> Result<Restored, ArchiveError> {
    let address = Address::read(url)?;
    let (reader, header) = Reader::begin(archive)?;
    if header.schema > schema::latest() {
        return Err(ArchiveError::TooNew { schema: header.schema });
    }
    let filling = Filling { reader, header, progress };
    match address {
        Address::Postgres => into_postgres(url, filling, replace, stamp).await,
        Address::Sqlite => into_sqlite(url, filling, replace, stamp).await,
    }
}

struct Filling<'a, R: Read> {
    reader: Reader<R>,
    header: Header,
    progress: &'a mut dyn FnMut(Step<'_>),
}

impl<R: Read> Filling<'_, R> {
    /// Puts every row into the tables, which are empty. Gives the header and the digest, which was compared.
    async fn fill(mut self, tx: &mut Tx) -> Result<(Header, String), ArchiveError> {
        let tables = schema::tables(tx).await?;
        if !self.header.tables.iter().map(|counted| &counted.table).eq(&tables) {
            return Err(ArchiveError::OtherTables);
        }
        let (mut done, of) = (0, self.header.rows());
        for Counted { table, rows } in &self.header.tables {
            let mut left = *rows;
            while left > 0 {
                let mut batch = Vec::new();
                while left > 0 && batch.len() < BATCH {
                    batch.push(self.reader.row(&table.columns)?);
                    left -= 1;
                    done += 1;
                    if done % STRIDE == 0 {
                        (self.progress)(Step { table: &table.name, done, of });
                    }
                }
                insert(tx, table, &batch).await?;
            }
        }
        Ok((self.header, self.reader.end()?))
    }
}

async fn insert(tx: &mut Tx, table: &Table, rows: &[Vec<Value>]) -> Result<(), ArchiveError> {
    // The lines of the log keep their numbers, which PostgreSQL otherwise gives out itself.
    let own_numbers = if matches!(tx.0, TxKind::Postgres(_)) { " OVERRIDING SYSTEM VALUE" } else { "" };
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let width = names.len();
    let row = |row: usize| {
        let places: Vec<String> = (1..=width).map(|place| format!("${}", row * width + place)).collect();
        format!("({})", places.join(", "))
    };
    let places: Vec<String> = (0..rows.len()).map(row).collect();
    let text = AssertSqlSafe(format!(
        "INSERT INTO {} ({}){own_numbers} VALUES {}",
        table.name,
        names.join(", "),
        places.join(", ")
    ));
    on!(tx, c => {
        let mut query = sqlx::query(text).persistent(rows.len() == BATCH);
        for (value, Column { kind, .. }) in rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
            query = match kind {
                Kind::Text => query.bind(value.as_str()),
                Kind::Number => query.bind(value.as_i64()),
                Kind::Bytes => query.bind(value.as_str().and_then(unhex)),
            };
        }
        query.execute(c).await?;
    });
    Ok(())
}

fn migrated(error: MigrateError) -> ArchiveError {
    ArchiveError::Store(StoreError::Db(error.into()))
}

// ── PostgreSQL: everything in one transaction, the former tables in a schema of their own ──────────────────────

/// Nobody else is connected. A server that has just ended is seen for a moment longer, so this looks again.
async fn alone(inner: &mut sqlx::PgConnection) -> Result<(), ArchiveError> {
    for _ in 0..LOOKS {
        // What a transaction sees of others stands still until it is asked to look anew.
        sqlx::query("SELECT pg_stat_clear_snapshot()").execute(&mut *inner).await?;
        let (others,): (i64,) = sqlx::query_as(POSTGRES_OTHERS).fetch_one(&mut *inner).await?;
        if others == 0 {
            return Ok(());
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Err(ArchiveError::InUse)
}

async fn into_postgres<R: Read>(
    url: &str,
    filling: Filling<'_, R>,
    replace: bool,
    stamp: &str,
) -> Result<Restored, ArchiveError> {
    let pool = PgPoolOptions::new().max_connections(1).connect(url).await?;
    let mut tx = Tx(TxKind::Postgres(pool.begin().await?));
    if !replace && has_rows(&mut tx).await? {
        return Err(ArchiveError::NotEmpty);
    }
    let tables = schema::tables(&mut tx).await?;
    let TxKind::Postgres(inner) = &mut tx.0 else { return Err(ArchiveError::NotOurs) };
    alone(inner).await?;
    let kept = if tables.is_empty() { Kept::Nothing } else { set_aside(inner, stamp).await? };
    POSTGRES.run_to(filling.header.schema, &mut **inner).await.map_err(migrated)?;
    let references: Vec<(String, String)> =
        sqlx::query_as(POSTGRES_REFERENCES).fetch_all(&mut **inner).await?;
    defer(inner, &references, "DEFERRABLE INITIALLY DEFERRED").await?;
    let (header, sha256) = filling.fill(&mut tx).await?;
    let TxKind::Postgres(mut inner) = tx.0 else { return Err(ArchiveError::NotOurs) };
    inner.execute("SET CONSTRAINTS ALL IMMEDIATE").await.map_err(|_| ArchiveError::Inconsistent)?;
    defer(&mut inner, &references, "NOT DEFERRABLE").await?;
    go_on_counting(&mut inner).await?;
    POSTGRES.run(&mut *inner).await.map_err(migrated)?;
    inner.commit().await?;
    pool.close().await;
    Ok(Restored { header, sha256, kept })
}

/// Moves the whole schema aside and makes an empty one of its name. Tables, triggers and functions go with it.
async fn set_aside(connection: &mut sqlx::PgConnection, stamp: &str) -> Result<Kept, ArchiveError> {
    let (schema,): (String,) =
        sqlx::query_as("SELECT current_schema()::TEXT").fetch_one(&mut *connection).await?;
    let aside = format!("before_{stamp}");
    for text in
        [format!("ALTER SCHEMA \"{schema}\" RENAME TO \"{aside}\""), format!("CREATE SCHEMA \"{schema}\"")]
    {
        connection.execute(AssertSqlSafe(text)).await?;
    }
    Ok(Kept::Schema(aside))
}

async fn defer(
    connection: &mut sqlx::PgConnection,
    references: &[(String, String)],
    how: &str,
) -> Result<(), ArchiveError> {
    for (table, name) in references {
        let text = format!("ALTER TABLE {table} ALTER CONSTRAINT \"{name}\" {how}");
        connection.execute(AssertSqlSafe(text)).await?;
    }
    Ok(())
}

/// Numbers that the database gives out go on after the last that came in. SQLite does so by itself.
async fn go_on_counting(connection: &mut sqlx::PgConnection) -> Result<(), ArchiveError> {
    let numbered: Vec<(String, String)> =
        sqlx::query_as(POSTGRES_NUMBERED).fetch_all(&mut *connection).await?;
    for (table, column) in numbered {
        let text = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX({column}), 1), COUNT(*) > 0) FROM {table}"
        );
        connection.execute(AssertSqlSafe(text)).await?;
    }
    Ok(())
}

/// True where any table has a row.
async fn has_rows(tx: &mut Tx) -> Result<bool, ArchiveError> {
    for table in schema::tables(tx).await? {
        if schema::rows(tx, &table).await? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

// ── SQLite: a new file beside the old one, put in its place when it is whole ───────────────────────────────────

async fn into_sqlite<R: Read>(
    url: &str,
    filling: Filling<'_, R>,
    replace: bool,
    stamp: &str,
) -> Result<Restored, ArchiveError> {
    let options: SqliteConnectOptions = url.parse()?;
    let file = options.get_filename().to_owned();
    let stands = file.exists();
    if stands && !settled_and_empty(&options).await? && !replace {
        return Err(ArchiveError::NotEmpty);
    }
    let beside = with_ending(&file, ".restoring");
    // One that was left by a restore that was cut off.
    remove(&beside)?;
    let (header, sha256) = match fill_new(&beside, filling).await {
        Ok(filled) => filled,
        Err(error) => {
            remove(&beside)?;
            return Err(error);
        }
    };
    File::open(&beside)?.sync_all()?;
    let kept = if stands { Kept::File(keep_aside(&file, stamp)?) } else { Kept::Nothing };
    std::fs::rename(&beside, &file)?;
    sync_folder(&file)?;
    Ok(Restored { header, sha256, kept })
}

/// Closes the journal. A server that has just ended holds its file for a moment longer, so this tries again.
async fn settle(pool: &SqlitePool) -> sqlx::Result<()> {
    let mut looks = 0..LOOKS;
    loop {
        let settled = sqlx::query("PRAGMA journal_mode = DELETE").execute(pool).await;
        match (settled, looks.next()) {
            (Err(error), Some(_)) if locked(&error) => tokio::time::sleep(BETWEEN_LOOKS).await,
            (settled, _) => return settled.map(drop),
        }
    }
}

fn locked(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.message().contains("locked"))
}

/// Closes the journal of a database into its one file, which nobody may have open meanwhile, and says whether
/// it has no rows. What is no database is not empty.
async fn settled_and_empty(options: &SqliteConnectOptions) -> Result<bool, ArchiveError> {
    if std::fs::metadata(options.get_filename())?.len() == 0 {
        return Ok(true);
    }
    let Ok(pool) = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await else {
        return Ok(false);
    };
    match settle(&pool).await {
        Ok(()) => {}
        Err(error) if locked(&error) => return Err(ArchiveError::InUse),
        Err(_) => return Ok(false),
    }
    let mut tx = Tx(TxKind::Sqlite(pool.begin().await?));
    let empty = !has_rows(&mut tx).await?;
    drop(tx);
    pool.close().await;
    Ok(empty)
}

async fn fill_new<R: Read>(file: &Path, filling: Filling<'_, R>) -> Result<(Header, String), ArchiveError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Delete);
    let pool: SqlitePool = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let filled = fill_pool(&pool, filling).await;
    // Also where it failed: a connection that ends later would leave its journal behind.
    pool.close().await;
    let filled = filled?;
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let (sound,): (String,) = sqlx::query_as("PRAGMA integrity_check").fetch_one(&mut connection).await?;
    connection.close().await?;
    if sound == "ok" { Ok(filled) } else { Err(ArchiveError::Inconsistent) }
}

async fn fill_pool<R: Read>(
    pool: &SqlitePool,
    filling: Filling<'_, R>,
) -> Result<(Header, String), ArchiveError> {
    SQLITE.run_to(filling.header.schema, pool).await.map_err(migrated)?;
    let mut tx = Tx(TxKind::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?));
    on!(tx, c => { c.execute("PRAGMA defer_foreign_keys = ON").await?; });
    let filled = filling.fill(&mut tx).await?;
    let TxKind::Sqlite(inner) = tx.0 else { return Err(ArchiveError::NotOurs) };
    inner.commit().await.map_err(|_| ArchiveError::Inconsistent)?;
    SQLITE.run(pool).await.map_err(migrated)?;
    Ok(filled)
}

/// The old file under a name of its own. Where the disk can give one file two names, there is no moment without
/// a database.
fn keep_aside(file: &Path, stamp: &str) -> Result<PathBuf, ArchiveError> {
    let aside = with_ending(file, &format!(".before-{stamp}"));
    if std::fs::hard_link(file, &aside).is_err() {
        std::fs::rename(file, &aside)?;
    }
    // The journal of a file that was no database after all must not be taken for that of the new one.
    for ending in ["-wal", "-shm", "-journal"] {
        remove(&with_ending(file, ending))?;
    }
    Ok(aside)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn remove(file: &Path) -> Result<(), ArchiveError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// A new name is safe once its folder is on the disk.
fn sync_folder(file: &Path) -> Result<(), ArchiveError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
}
