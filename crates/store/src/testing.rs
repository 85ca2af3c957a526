//! Fresh databases for tests: SQLite in memory always, PostgreSQL where `TALIMGER_TEST_POSTGRES` names a
//! server on which databases may be made. `./dev test` always names one.

use crate::Db;
use sqlx::{Connection, Executor, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

/// The variable that names the PostgreSQL server for tests, as `postgres://user@host:port/postgres`.
pub const SERVER: &str = "TALIMGER_TEST_POSTGRES";

/// Runs a test on every kind of database, each time on a fresh one.
///
/// # Panics
/// Where a database cannot be made.
pub async fn on_both(test: impl AsyncFn(Db)) {
    for db in fresh().await {
        test(db).await;
    }
}

/// One fresh database of each kind.
///
/// # Panics
/// Where a database cannot be made.
pub async fn fresh() -> Vec<Db> {
    let mut databases = vec![Db::open("sqlite::memory:").await.expect("SQLite in memory opens")];
    if let Some(url) = fresh_postgres().await {
        databases.push(Db::open(&url).await.expect("the new PostgreSQL database opens"));
    }
    databases
}

/// The address of a new PostgreSQL database, where a server is named.
///
/// # Panics
/// Where the server does not make one.
pub async fn fresh_postgres() -> Option<String> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var(SERVER).ok()?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("t{}_{number}", std::process::id());
    let mut connection = PgConnection::connect(&server).await.expect("the test server answers");
    for statement in [format!("DROP DATABASE IF EXISTS {name}"), format!("CREATE DATABASE {name}")] {
        connection.execute(sqlx::AssertSqlSafe(statement)).await.expect("the server makes databases");
    }
    let (address, _) = server.rsplit_once('/').expect("the address names a database");
    Some(format!("{address}/{name}"))
}
