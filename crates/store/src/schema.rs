//! What the database itself says of its tables: names, columns in order, migrations. The one place, with
//! [`crate::checks`] and [`crate::archives`], where the two databases are asked in different words: each keeps
//! its catalogue in its own way.

use crate::{Result, StoreError, Tx, TxKind};
use serde::{Deserialize, Serialize};
use sqlx::AssertSqlSafe;
use sqlx::migrate::Migrator;

pub(crate) static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
pub(crate) static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

const SQLITE_COLUMNS: &str = "SELECT tables.name, columns.name, columns.type FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND tables.name NOT LIKE '!_%' ESCAPE '!' ORDER BY tables.name, columns.cid";
const POSTGRES_COLUMNS: &str = "SELECT table_name::TEXT, column_name::TEXT, data_type::TEXT FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '!_%' ESCAPE '!' ORDER BY table_name COLLATE \"C\", ordinal_position";
const SQLITE_HAS_MIGRATIONS: &str =
    "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'";
const POSTGRES_HAS_MIGRATIONS: &str = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_sqlx_migrations'";
const MIGRATIONS: &str = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number of 64 bits.
    Number,
    /// Bytes.
    Bytes,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table of ours; those of the databases themselves and of the migrations are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// All tables by name, with their columns in order: alike on both databases.
pub async fn tables(tx: &mut Tx) -> Result<Vec<Table>> {
    let rows: Vec<(String, String, String)> = match &mut tx.0 {
        TxKind::Sqlite(tx) => sqlx::query_as(SQLITE_COLUMNS).fetch_all(&mut **tx).await?,
        TxKind::Postgres(tx) => sqlx::query_as(POSTGRES_COLUMNS).fetch_all(&mut **tx).await?,
    };
    let mut tables: Vec<Table> = Vec::new();
    for (table, name, kind) in rows {
        let kind = match kind.as_str() {
            "TEXT" | "text" => Kind::Text,
            "INTEGER" | "bigint" => Kind::Number,
            "BLOB" | "bytea" => Kind::Bytes,
            _ => return Err(StoreError::Unreadable("kind of a column")),
        };
        if tables.last().is_none_or(|last| last.name != table) {
            tables.push(Table { name: table, columns: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push(Column { name, kind });
        }
    }
    Ok(tables)
}

/// How many rows a table has. The name is one that [`tables`] gave.
pub async fn rows(tx: &mut Tx, table: &Table) -> Result<i64> {
    let text = AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", table.name));
    Ok(on!(tx, c => sqlx::query_as::<_, (i64,)>(text).fetch_one(c).await?).0)
}

/// How the tables of a database stand to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Made by the same migrations, to the last.
    UpToDate,
    /// Some migrations of this program have not run yet.
    Behind {
        /// The last that has run.
        at: i64,
    },
    /// A later version of the program made them.
    Ahead {
        /// The last that has run.
        at: i64,
    },
    /// A migration that has run is not the one that this program knows under its number.
    Different {
        /// Its number.
        number: i64,
    },
    /// There are no tables of this program.
    Foreign,
}

/// The number of the last migration that this program knows.
pub fn latest() -> i64 {
    SQLITE.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// How the database stands.
pub async fn standing(tx: &mut Tx) -> Result<Standing> {
    let (has, migrator): ((i64,), _) = match &mut tx.0 {
        TxKind::Sqlite(tx) => (sqlx::query_as(SQLITE_HAS_MIGRATIONS).fetch_one(&mut **tx).await?, &SQLITE),
        TxKind::Postgres(tx) => {
            (sqlx::query_as(POSTGRES_HAS_MIGRATIONS).fetch_one(&mut **tx).await?, &POSTGRES)
        }
    };
    if has == (0,) {
        return Ok(Standing::Foreign);
    }
    let applied: Vec<(i64, Vec<u8>)> = on!(tx, c => sqlx::query_as(MIGRATIONS).fetch_all(c).await?);
    for (number, checksum) in &applied {
        let known = migrator.iter().find(|migration| migration.version == *number);
        if known.is_some_and(|known| *known.checksum != **checksum) {
            return Ok(Standing::Different { number: *number });
        }
    }
    let at = applied.last().map(|(number, _)| *number).unwrap_or_default();
    Ok(match at.cmp(&latest()) {
        std::cmp::Ordering::Equal => Standing::UpToDate,
        std::cmp::Ordering::Less => Standing::Behind { at },
        std::cmp::Ordering::Greater => Standing::Ahead { at },
    })
}
