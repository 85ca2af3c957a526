//! The whole database in one file that either database can take up again: a backup, and the way of a school
//! from SQLite to PostgreSQL (feat:P3). Tables and columns are taken from the database itself, so that no table
//! can be forgotten.

mod lines;
mod restoring;

pub use lines::{Counted, Header};
pub use restoring::{Kept, Restored, restore};

use crate::schema::{self, Kind, Standing, Table};
use crate::{Db, StoreError, Tx};
use futures_util::TryStreamExt;
use lines::{Writer, hex};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Row};
use std::io::Write;

/// Why there is no archive, or nothing was restored from it.
#[derive(Debug)]
pub enum ArchiveError {
    /// The file is no archive of this program, or of a form that it does not know.
    NoArchive,
    /// The file is cut off or changed.
    Damaged {
        /// Where it shows.
        line: u64,
    },
    /// A later version of the program wrote it.
    TooNew {
        /// Number of its last migration.
        schema: i64,
    },
    /// Its tables are not those that the migrations make.
    OtherTables,
    /// The database to be archived holds no tables of this program, or changed ones.
    NotOurs,
    /// The database holds something already.
    NotEmpty,
    /// Somebody is at work in the database.
    InUse,
    /// What was restored does not hold together: a row points to one that is not there.
    Inconsistent,
    /// The disk.
    Io(std::io::Error),
    /// The database.
    Store(StoreError),
}

impl std::fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoArchive => f.write_str("this is no archive of Tälimger"),
            Self::Damaged { line } => write!(f, "the archive is damaged or cut off, seen in line {line}"),
            Self::TooNew { schema } => write!(
                f,
                "a later version wrote the archive (schema {schema}; this one knows {}): use that version",
                schema::latest()
            ),
            Self::OtherTables => f.write_str("the archive has other tables than its version makes"),
            Self::NotOurs => f.write_str("the database holds no tables of Tälimger, or changed ones"),
            Self::NotEmpty => f.write_str("the database is not empty; with --force it is kept aside"),
            Self::InUse => f.write_str("somebody is at work in the database: stop the server first"),
            Self::Inconsistent => f.write_str("a row of the archive points to one that is not there"),
            Self::Io(error) => write!(f, "{error}"),
            Self::Store(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for ArchiveError {}

impl From<std::io::Error> for ArchiveError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<StoreError> for ArchiveError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<sqlx::Error> for ArchiveError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Where a long work stands: the table at hand, rows done, rows in all.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The table.
    pub table: &'a str,
    /// Rows done.
    pub done: i64,
    /// Rows in all.
    pub of: i64,
}

/// How often progress is told, in rows.
pub(super) const STRIDE: i64 = 500;

/// An archive as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// What is in it.
    pub header: Header,
    /// SHA-256 of what it says, hexadecimal.
    pub sha256: String,
}

/// Writes every row of every table, as they stood at one moment while others go on writing.
pub async fn write(
    db: &Db,
    into: impl Write,
    program: &str,
    made_at: domain::Instant,
    progress: &mut dyn FnMut(Step<'_>),
) -> Result<Archived, ArchiveError> {
    // One transaction sees one moment on both databases.
    let mut tx = db.read().await?;
    let at = match schema::standing(&mut tx).await? {
        Standing::UpToDate => schema::latest(),
        Standing::Behind { at } => at,
        Standing::Ahead { at } => return Err(ArchiveError::TooNew { schema: at }),
        Standing::Different { .. } | Standing::Foreign => return Err(ArchiveError::NotOurs),
    };
    let mut tables = Vec::new();
    for table in schema::tables(&mut tx).await? {
        let rows = schema::rows(&mut tx, &table).await?;
        tables.push(Counted { table, rows });
    }
    let header = Header::new(program, at, made_at.as_millisecond(), tables);
    let mut writer = Writer::begin(into, &header)?;
    let (mut done, of) = (0, header.rows());
    for counted in &header.tables {
        let told = &mut |rows| progress(Step { table: &counted.table.name, done: done + rows, of });
        write_table(&mut tx, &counted.table, &mut writer, told).await?;
        done += counted.rows;
    }
    Ok(Archived { sha256: writer.end()?, header })
}

async fn write_table<W: Write>(
    tx: &mut Tx,
    table: &Table,
    writer: &mut Writer<W>,
    progress: &mut dyn FnMut(i64),
) -> Result<(), ArchiveError> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let text = AssertSqlSafe(format!("SELECT {} FROM {}", names.join(", "), table.name));
    let mut done = 0;
    on!(tx, c => {
        let mut rows = sqlx::query(text).fetch(c);
        while let Some(row) = rows.try_next().await? {
            let mut values = Vec::with_capacity(names.len());
            for (place, column) in table.columns.iter().enumerate() {
                values.push(match column.kind {
                    Kind::Text => row.try_get::<Option<String>, _>(place)?.map(Value::from),
                    Kind::Number => row.try_get::<Option<i64>, _>(place)?.map(Value::from),
                    Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(place)?.map(|bytes| hex(&bytes).into()),
                }.unwrap_or_default());
            }
            writer.row(&values)?;
            done += 1;
            if done % STRIDE == 0 {
                progress(done);
            }
        }
    });
    progress(done);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pools;
    use sqlx::sqlite::SqlitePoolOptions;

    /// A database as version 1 of the tables had it, with a district in it.
    async fn old() -> Db {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        schema::SQLITE.run_to(1, &pool).await.unwrap();
        let district = "INSERT INTO districts VALUES ('d', 'Ақжайық аудандық білім бөлімі', '')";
        sqlx::raw_sql(district).execute(&pool).await.unwrap();
        Db(Pools::Sqlite { read: pool.clone(), write: pool })
    }

    #[tokio::test]
    async fn an_archive_of_an_old_version_is_brought_up_to_date() {
        let mut file = Vec::new();
        let made_at = domain::Instant::UNIX_EPOCH;
        let archived = write(&old().await, &mut file, "0.0.1", made_at, &mut |_| ()).await.unwrap();
        assert_eq!((archived.header.schema, archived.header.tables.len()), (1, 4));
        let folder = tempfile::tempdir().unwrap();
        let mut places = vec![format!("sqlite:{}", folder.path().join("new.db").display())];
        #[cfg(feature = "testing")]
        places.extend(crate::testing::fresh_postgres().await);
        for place in places {
            restore(&place, file.as_slice(), false, "stamp", &mut |_| ()).await.unwrap();
            let db = Db::look(&place).await.unwrap();
            let mut tx = db.read().await.unwrap();
            assert_eq!(schema::standing(&mut tx).await.unwrap(), Standing::UpToDate);
            let districts = crate::schools::districts(&mut tx).await.unwrap();
            assert_eq!(districts[0].name_kk, "Ақжайық аудандық білім бөлімі");
        }
    }
}
