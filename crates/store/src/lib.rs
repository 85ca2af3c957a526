//! Remembers: one SQL text on SQLite and PostgreSQL.
//!
//! [`Db::read`] and [`Db::write`] are the only doors; pools are private. A write transaction is
//! `BEGIN IMMEDIATE` on SQLite and `SERIALIZABLE` on PostgreSQL; [`change!`] runs it again when another writer
//! won the race. Instants are stored as UTC milliseconds, days as ISO text, ids as text.

#[macro_use]
mod sql;

pub mod absences;
pub mod accounts;
pub mod appeals;
pub mod archives;
pub mod attempts;
pub mod audit;
pub mod awards;
pub mod bundles;
pub mod camps;
pub mod cards;
pub mod certificates;
pub mod checks;
pub mod choices;
pub mod closings;
pub mod commissions;
pub mod commitments;
pub mod competencies;
pub mod concerns;
pub mod consents;
pub mod contacts;
pub mod courses;
pub mod data_checks;
pub mod deletions;
pub mod deliveries;
pub mod deputies;
pub mod difficulties;
pub mod draws;
pub mod duties;
pub mod endings;
pub mod extensions;
pub mod favourites;
pub mod feeds;
pub mod formsets;
pub mod goals;
pub mod grades;
pub mod handovers;
pub mod heartbeats;
pub mod ideas;
pub mod jobs;
pub mod journals;
pub mod lanterns;
pub mod lots;
pub mod meetings;
pub mod mentors;
pub mod messages;
pub mod milestones;
pub mod motivations;
pub mod newcomers;
pub mod observations;
pub mod orders;
pub mod organisations;
pub mod pairs;
pub mod panels;
pub mod pauses;
pub mod peers;
pub mod people;
pub mod plans;
pub mod programme_templates;
pub mod programmes;
pub mod proposals;
pub mod pulses;
pub mod pupils;
pub mod questions;
pub mod recognitions;
pub mod references;
pub mod referrals;
pub mod regulations;
pub mod reports;
pub mod requests;
pub mod reservations;
pub mod rosters;
pub mod rotations;
pub mod rounds;
pub mod rubrics;
pub mod sanctions;
pub mod scenes;
pub mod schema;
pub mod schools;
pub mod seals;
pub mod signatures;
pub mod sittings;
pub mod sociometries;
pub mod surveys;
pub mod telegram;
#[cfg(feature = "testing")]
pub mod testing;
pub mod thanks;
pub mod timetables;
pub mod topics;
pub mod voices;
pub mod volunteers;

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Executor, PgPool, Postgres, Sqlite, Transaction};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;
use std::time::Duration;

/// A database of either kind.
#[derive(Clone, Debug)]
pub struct Db(Pools);

#[derive(Clone, Debug)]
enum Pools {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

/// An open transaction; queries of the feature modules take it.
#[derive(Debug)]
pub struct Tx(pub(crate) TxKind);

#[derive(Debug)]
pub(crate) enum TxKind {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// A transaction that only reads; dropped when done.
#[derive(Debug)]
pub struct ReadTx(Tx);

/// A transaction that writes; without [`WriteTx::commit`] nothing of it stays.
#[derive(Debug)]
pub struct WriteTx(Tx);

impl std::ops::Deref for ReadTx {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.0
    }
}
impl std::ops::DerefMut for ReadTx {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.0
    }
}
impl std::ops::Deref for WriteTx {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.0
    }
}
impl std::ops::DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.0
    }
}

/// Why the database did not do it. A missing row is not an error: queries give `Ok(None)`.
#[derive(Debug)]
pub enum StoreError {
    /// Somebody saved the row in between.
    Stale,
    /// A unique key stands in the way: the place, the name or the pair exists.
    Taken,
    /// What is stored cannot be read back: the column and the value's kind.
    Unreadable(&'static str),
    /// The address of a database begins neither with `sqlite:` nor with `postgres:`. It is not repeated: there may
    /// be a password in it.
    Address,
    /// The file of an SQLite database that is only to be looked at is not there.
    Missing(PathBuf),
    /// The database itself.
    Db(sqlx::Error),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stale => f.write_str("saved by somebody else in between"),
            Self::Taken => f.write_str("a unique key stands in the way"),
            Self::Unreadable(what) => write!(f, "stored value cannot be read: {what}"),
            Self::Address => {
                f.write_str("the address of a database is sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME")
            }
            Self::Missing(file) => write!(f, "there is no database {}", file.display()),
            Self::Db(error) => write!(f, "database: {error}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error().map(sqlx::error::DatabaseError::kind) {
            Some(sqlx::error::ErrorKind::UniqueViolation) => Self::Taken,
            _ => Self::Db(error),
        }
    }
}

/// Which kind of database an address names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    Sqlite,
    Postgres,
}

impl Address {
    /// Reads the beginning of an address. A bare file name is refused: nobody can tell it from a slip of the pen, and
    /// a new, empty database would be made of it.
    pub(crate) fn read(url: &str) -> Result<Self> {
        match url.split_once(':') {
            Some(("sqlite", _)) => Ok(Self::Sqlite),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres),
            _ => Err(StoreError::Address),
        }
    }
}

/// What queries give.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Begins a transaction of PostgreSQL in a task of its own. Whoever asks may stop waiting at any moment, as when a browser goes
/// away; a connection whose BEGIN nobody waited for would go back to the pool inside a transaction that nobody ends.
async fn begun(pool: &PgPool, how: &'static str) -> Result<Transaction<'static, Postgres>> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(how).await }).await;
    Ok(begun.map_err(|_| sqlx::Error::WorkerCrashed)??)
}

impl Db {
    /// Opens `sqlite:FILE`, `sqlite::memory:` or `postgres://…` and brings its schema up to date.
    pub async fn open(url: &str) -> Result<Self> {
        match Address::read(url)? {
            Address::Postgres => open_postgres(url).await,
            Address::Sqlite => open_sqlite(url).await,
        }
    }

    /// Opens a database only to look at it: nothing is created, brought up to date or written.
    pub async fn look(url: &str) -> Result<Self> {
        if Address::read(url)? == Address::Postgres {
            let pool = PgPoolOptions::new().max_connections(1).connect(url).await?;
            return Ok(Self(Pools::Postgres(pool)));
        }
        if !Self::is_there(url) {
            let file = url.parse::<SqliteConnectOptions>()?.get_filename().to_owned();
            return Err(StoreError::Missing(file));
        }
        let options = url.parse::<SqliteConnectOptions>()?.read_only(true);
        let read = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        Ok(Self(Pools::Sqlite { write: read.clone(), read }))
    }

    /// True where there is something to look at: the file of an SQLite database. A PostgreSQL server is asked only
    /// when it is looked at.
    pub fn is_there(url: &str) -> bool {
        let file = |options: SqliteConnectOptions| options.get_filename().exists();
        // An address that cannot be used says so when it is looked at.
        !matches!(Address::read(url), Ok(Address::Sqlite)) || url.parse().is_ok_and(file)
    }

    /// Opens a transaction that reads.
    pub async fn read(&self) -> Result<ReadTx> {
        Ok(ReadTx(Tx(match &self.0 {
            Pools::Sqlite { read, .. } => TxKind::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => {
                TxKind::Postgres(begun(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })))
    }

    /// Opens a transaction that writes. Use [`change!`], which tries again after a lost race.
    pub async fn write(&self) -> Result<WriteTx> {
        Ok(WriteTx(Tx(match &self.0 {
            Pools::Sqlite { write, .. } => TxKind::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => {
                TxKind::Postgres(begun(pool, "BEGIN ISOLATION LEVEL SERIALIZABLE").await?)
            }
        })))
    }

    /// Closes all connections; SQLite folds its journal into the one file.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    /// True where a question is answered within two seconds: for a watchman at the door of the server.
    pub async fn answers(&self) -> bool {
        let asked = async {
            let mut tx = self.read().await?;
            on!(tx.0, c => { c.execute("SELECT 1").await?; });
            Ok::<(), StoreError>(())
        };
        tokio::time::timeout(Duration::from_secs(2), asked).await.is_ok_and(|answer| answer.is_ok())
    }

    /// Prepares every statement of every feature; gives those that the database refuses.
    pub async fn refused_statements(&self) -> Vec<String> {
        let mut refused = Vec::new();
        for (name, text) in statements() {
            let text = sqlx::SqlStr::from_static(text);
            let error = match &self.0 {
                Pools::Sqlite { read, .. } => read.prepare(text).await.err(),
                Pools::Postgres(pool) => pool.prepare(text).await.err(),
            };
            refused.extend(error.map(|error| format!("{name}: {error}")));
        }
        refused
    }
}

#[expect(clippy::too_many_lines, reason = "one line for each module that has statements")]
fn statements() -> Vec<(&'static str, &'static str)> {
    [
        absences::ALL,
        accounts::ALL,
        appeals::ALL,
        attempts::ALL,
        audit::ALL,
        awards::ALL,
        bundles::ALL,
        camps::ALL,
        camps::voices::ALL,
        cards::ALL,
        certificates::ALL,
        checks::ALL,
        choices::ALL,
        closings::ALL,
        commissions::ALL,
        commitments::ALL,
        competencies::ALL,
        concerns::ALL,
        consents::ALL,
        contacts::ALL,
        courses::ALL,
        courses::LIBRARY,
        courses::TRAININGS,
        data_checks::ALL,
        deletions::ALL,
        deliveries::ALL,
        deputies::ALL,
        difficulties::ALL,
        draws::ALL,
        duties::ALL,
        endings::ALL,
        extensions::ALL,
        favourites::ALL,
        feeds::ALL,
        formsets::ALL,
        goals::ALL,
        grades::ALL,
        handovers::ALL,
        heartbeats::ALL,
        ideas::ALL,
        jobs::ALL,
        journals::ALL,
        lanterns::ALL,
        lots::ALL,
        meetings::ALL,
        meetings::ANSWERS,
        meetings::THEMES,
        mentors::ALL,
        messages::ALL,
        milestones::ALL,
        motivations::ALL,
        newcomers::ALL,
        observations::ALL,
        orders::ALL,
        organisations::ALL,
        pairs::ALL,
        panels::ALL,
        pauses::ALL,
        peers::ALL,
        people::ALL,
        plans::ALL,
        plans::signings::ALL,
        plans::templates::ALL,
        programme_templates::ALL,
        programmes::ALL,
        proposals::ALL,
        pulses::ALL,
        pupils::ALL,
        pupils::blocks::ALL,
        pupils::consents::ALL,
        pupils::reads::ALL,
        pupils::scans::ALL,
        questions::ALL,
        recognitions::ALL,
        references::ALL,
        referrals::ALL,
        regulations::ALL,
        reports::ALL,
        reports::EDITIONS,
        reports::FORMS,
        reports::SIGNATURES,
        requests::ALL,
        reservations::ALL,
        rosters::ALL,
        rotations::ALL,
        rounds::ALL,
        rubrics::ALL,
        sanctions::ALL,
        scenes::ALL,
        schools::ALL,
        seals::ALL,
        signatures::ALL,
        sittings::ALL,
        sociometries::ALL,
        surveys::ALL,
        telegram::ALL,
        thanks::ALL,
        timetables::ALL,
        topics::ALL,
        voices::ALL,
        volunteers::ALL,
    ]
    .concat()
}

async fn open_postgres(url: &str) -> Result<Db> {
    let pool = PgPoolOptions::new().max_connections(16).connect(url).await?;
    schema::POSTGRES.run(&pool).await.map_err(|error| StoreError::Db(error.into()))?;
    Ok(Db(Pools::Postgres(pool)))
}

async fn open_sqlite(url: &str) -> Result<Db> {
    let options = sqlite_options(url)?;
    let write = writing_pool(options.clone()).await?;
    schema::SQLITE.run(&write).await.map_err(|error| StoreError::Db(error.into()))?;
    let read = if url.contains(":memory:") {
        write.clone()
    } else {
        SqlitePoolOptions::new().max_connections(4).connect_with(options.read_only(true)).await?
    };
    Ok(Db(Pools::Sqlite { read, write }))
}

fn sqlite_options(url: &str) -> Result<SqliteConnectOptions> {
    Ok(url
        .parse::<SqliteConnectOptions>()?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What was confirmed survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10)))
}

/// The one connection that writes.
async fn writing_pool(options: SqliteConnectOptions) -> Result<SqlitePool> {
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        // A database in memory lives as long as its one connection.
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_mins(1));
    Ok(pool.connect_with(options).await?)
}

impl WriteTx {
    /// Makes everything done in the transaction stay.
    pub async fn commit(self) -> Result<()> {
        match self.0.0 {
            TxKind::Sqlite(tx) => tx.commit().await?,
            TxKind::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// Errors that may hold a store error, so that [`change!`] can tell a lost race from a refusal.
pub trait LostRace {
    /// True where the same call may succeed when run again.
    fn lost_race(&self) -> bool;
}

impl LostRace for StoreError {
    fn lost_race(&self) -> bool {
        // 40001 serialization failure, 40P01 deadlock; a unique key in the way tells the rule to look again:
        // on the second run it sees the row that won.
        match self {
            Self::Db(error) => error
                .as_database_error()
                .and_then(sqlx::error::DatabaseError::code)
                .is_some_and(|code| code == "40001" || code == "40P01"),
            Self::Taken => true,
            Self::Stale | Self::Unreadable(_) | Self::Address | Self::Missing(_) => false,
        }
    }
}

/// How often a change is tried when others win the race; with the waits between, somebody who loses every time
/// has an error after a second and a half.
pub const ATTEMPTS: u32 = 12;

/// Waits a moment before the next attempt: longer each time, and by chance, so that racing writers spread out
/// rather than meet again.
pub async fn back_off(attempt: u32) {
    let longest = u64::from(2_u32.pow(attempt.min(8)));
    // Every `RandomState` has keys of its own: chance enough for a wait.
    let chance = RandomState::new().build_hasher().finish() % longest;
    tokio::time::sleep(Duration::from_millis(longest / 2 + chance)).await;
}

/// Opens a write transaction, runs the call, commits; runs it again when another writer won the race.
/// The call's error type is made from [`StoreError`] and implements [`LostRace`].
#[macro_export]
macro_rules! change {
    ($db:expr, $tx:ident => $call:expr) => {{
        let mut attempt = 0;
        loop {
            attempt += 1;
            let mut $tx = $db.write().await?;
            let done = match $call.await {
                Ok(value) => $tx.commit().await.map(|()| value).map_err(Into::into),
                Err(error) => {
                    drop($tx);
                    Err(error)
                }
            };
            match done {
                Err(ref error) if attempt < $crate::ATTEMPTS && $crate::LostRace::lost_race(error) => {
                    $crate::back_off(attempt).await;
                }
                done => break done,
            }
        }
    }};
}
