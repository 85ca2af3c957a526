//! Fresh databases for tests: SQLite in memory always, PostgreSQL where `TALIMGER_TEST_POSTGRES` names a
//! server on which databases may be made. `./dev test` always names one.

#![expect(clippy::expect_used, reason = "a test that cannot be set up should stop at once")]

use crate::Db;
use domain::commitments::{Commitment, VERSION};
use domain::mentors::{Card, Mentor, State};
use domain::newcomers::Newcomer;
use domain::people::{Category, Name, Person, Role};
use domain::programmes::Programme;
use domain::schools::{District, School};
use domain::sides::Side;
use domain::timetables::Lesson;
use domain::{Day, DistrictId, Instant};
use jiff::civil::date;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteOwnedBuf};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// The variable that names the PostgreSQL server for tests, as `postgres://user@host:port/postgres`.
pub const SERVER: &str = "TALIMGER_TEST_POSTGRES";

/// Runs a test on every kind of database, each time on a fresh one.
///
/// # Panics
/// Where a database cannot be made.
pub async fn on_both(test: impl AsyncFn(Db)) {
    test(in_memory().await).await;
    if let Some(url) = migrated_postgres().await {
        test(Db::open(&url).await.expect("the new PostgreSQL database opens")).await;
        drop_postgres(&url).await;
    }
}

/// Runs a test on SQLite alone: for comparisons of all pages as everybody, whose statements run on both kinds of database in
/// tests of their own (docs/decisions/0052).
///
/// # Panics
/// Where a database cannot be made.
pub async fn on_sqlite(test: impl AsyncFn(Db)) {
    test(in_memory().await).await;
}

/// Work for nobody in particular.
pub fn work<'a>(id: &'a str, kind: &'a str, payload: &'a str, run_at: Instant) -> crate::jobs::Work<'a> {
    crate::jobs::Work { id, kind, payload, run_at, person: None }
}

/// A database in memory with all tables.
async fn in_memory() -> Db {
    let options = crate::sqlite_options("sqlite::memory:").expect("an address");
    let write = crate::writing_pool(options).await.expect("SQLite in memory opens");
    let tables = SqliteOwnedBuf::try_from(sqlite_tables().await.as_slice()).expect("memory for the tables");
    let mut connection = write.acquire().await.expect("SQLite lends its connection");
    connection.deserialize(None, tables, false).await.expect("SQLite takes the tables");
    Db(crate::Pools::Sqlite { read: write.clone(), write })
}

/// A database of SQLite that holds the tables and nothing else: read from a file that the first test writes, for every
/// migration run anew takes each of thousands of tests a second.
async fn sqlite_tables() -> Vec<u8> {
    let file = std::env::temp_dir().join(template_name(&crate::schema::SQLITE));
    if let Ok(tables) = std::fs::read(&file) {
        return tables;
    }
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("SQLite in memory opens");
    crate::schema::SQLITE.run(&mut connection).await.expect("the tables are made");
    let tables = connection.serialize(None).await.expect("SQLite gives the tables").to_vec();
    // Whole or not at all: tests of other processes read it.
    let mut whole = tempfile::NamedTempFile::new().expect("a file for the tables");
    whole.write_all(&tables).expect("the tables are written");
    // Where another account has left a file of this name, which is theirs alone, every test goes on making its own.
    drop(whole.persist(file));
    tables
}

/// A name for the tables that these migrations make: changed migrations have one of their own.
fn template_name(migrations: &Migrator) -> String {
    let mut hasher = DefaultHasher::new();
    for migration in migrations.iter() {
        migration.checksum.hash(&mut hasher);
    }
    format!("tables_{:016x}", hasher.finish())
}

/// Takes a database away again: hundreds of them fill a small disk before the last test has run.
async fn drop_postgres(url: &str) {
    let server = std::env::var(SERVER).expect("a server was named");
    let name = url.rsplit_once('/').map_or(url, |(_, name)| name);
    let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    connected(&server)
        .await
        .execute(sqlx::AssertSqlSafe(statement))
        .await
        .expect("the server drops the database");
}

/// One fresh database of each kind.
///
/// # Panics
/// Where a database cannot be made.
pub async fn fresh() -> Vec<Db> {
    let mut databases = vec![in_memory().await];
    if let Some(url) = migrated_postgres().await {
        databases.push(Db::open(&url).await.expect("the new PostgreSQL database opens"));
    }
    databases
}

/// The address of a new, empty PostgreSQL database, where a server is named.
///
/// # Panics
/// Where the server does not make one.
pub async fn fresh_postgres() -> Option<String> {
    let server = std::env::var(SERVER).ok()?;
    Some(made_from(&mut connected(&server).await, &server, "template1").await)
}

/// The same with all tables: copied, for hundreds of tests would each run every migration.
async fn migrated_postgres() -> Option<String> {
    let server = std::env::var(SERVER).ok()?;
    let mut connection = connected(&server).await;
    let template = template(&mut connection, &server).await;
    Some(made_from(&mut connection, &server, &template).await)
}

/// The name of a database that holds the tables and nothing else, made by the first test that needs it. It stays on
/// the server for all others; changed migrations have one of their own.
async fn template(connection: &mut PgConnection, server: &str) -> String {
    // Any number that all tests know; nothing else takes locks on the test server.
    const ONE_AT_A_TIME: &str = "SELECT pg_advisory_lock(2026)";
    const LET_GO: &str = "SELECT pg_advisory_unlock(2026)";
    let name = template_name(&crate::schema::POSTGRES);
    connection.execute(ONE_AT_A_TIME).await.expect("the lock comes");
    let there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(name.as_str());
    if there.fetch_optional(&mut *connection).await.expect("the server knows its databases").is_none() {
        let url = made(connection, server, &name, "template1").await;
        let mut inside = connected(&url).await;
        crate::schema::POSTGRES.run(&mut inside).await.expect("the tables are made");
        // Nobody may be in a database that is copied.
        inside.close().await.expect("PostgreSQL closes");
    }
    connection.execute(LET_GO).await.expect("the lock goes");
    name
}

/// Makes a database of this process out of another one; gives its address.
async fn made_from(connection: &mut PgConnection, server: &str, template: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("t{}_{number}", std::process::id());
    let statement = format!("DROP DATABASE IF EXISTS {name}");
    connection.execute(sqlx::AssertSqlSafe(statement)).await.expect("the server drops the database");
    made(connection, server, &name, template).await
}

/// Makes a database as a copy of another one; gives its address.
async fn made(connection: &mut PgConnection, server: &str, name: &str, template: &str) -> String {
    // Copied as files: logged page by page, as is usual, a copy takes twice as long.
    let statement = format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
    connection.execute(sqlx::AssertSqlSafe(statement)).await.expect("the server makes databases");
    let (address, _) = server.rsplit_once('/').expect("the address names a database");
    format!("{address}/{name}")
}

async fn connected(url: &str) -> PgConnection {
    PgConnection::connect(url).await.expect("the test server answers")
}

/// Runs a test on every kind of database as an older version of the program left it: made by the migrations up to a
/// number, filled by statements of that time, then opened by this version.
///
/// # Panics
/// Where a database cannot be made or filled.
pub async fn on_both_from(number: i64, rows: &'static str, test: impl AsyncFn(Db)) {
    let folder = tempfile::tempdir().expect("a folder for the database");
    let file = format!("sqlite:{}", folder.path().join("old.db").display());
    let options = file.parse::<SqliteConnectOptions>().expect("an address");
    let options = options.create_if_missing(true).foreign_keys(true);
    let mut old = SqliteConnection::connect_with(&options).await.expect("SQLite opens a new file");
    crate::schema::SQLITE.run_to(number, &mut old).await.expect("the old tables are made");
    sqlx::raw_sql(rows).execute(&mut old).await.expect("the old rows are put in");
    old.close().await.expect("SQLite closes");
    test(Db::open(&file).await.expect("the old file opens")).await;
    let Some(url) = fresh_postgres().await else { return };
    let mut old = PgConnection::connect(&url).await.expect("the new PostgreSQL database opens");
    crate::schema::POSTGRES.run_to(number, &mut old).await.expect("the old tables are made");
    sqlx::raw_sql(rows).execute(&mut old).await.expect("the old rows are put in");
    old.close().await.expect("PostgreSQL closes");
    test(Db::open(&url).await.expect("the old database opens")).await;
    drop_postgres(&url).await;
}

/// An empty database on which a stage is set once, for tests that each take a copy of it.
pub struct Original {
    url: String,
    /// Where the file lies; none on PostgreSQL.
    folder: Option<TempDir>,
}

impl Original {
    /// One of each kind.
    ///
    /// # Panics
    /// Where a database cannot be made.
    pub async fn fresh() -> Vec<Self> {
        let folder = tempfile::tempdir().expect("a folder for the database");
        let file = folder.path().join("original.db");
        std::fs::write(&file, sqlite_tables().await).expect("the tables are written");
        let url = format!("sqlite:{}", file.display());
        let mut originals = vec![Self { url, folder: Some(folder) }];
        originals.extend(migrated_postgres().await.map(|url| Self { url, folder: None }));
        originals
    }

    /// Opens it, to set the stage; close it before the first copy is taken.
    ///
    /// # Panics
    /// Where it cannot be opened.
    pub async fn open(&self) -> Db {
        Db::open(&self.url).await.expect("the original opens")
    }

    /// Runs a test on a copy, which is taken away afterwards.
    ///
    /// # Panics
    /// Where it cannot be copied.
    pub async fn copied(&self, test: impl AsyncFnOnce(Db)) {
        let copy = format!("{}_copy", self.url);
        match &self.folder {
            Some(_) => {
                let file = |url: &str| url.trim_start_matches("sqlite:").to_owned();
                std::fs::copy(file(&self.url), file(&copy)).expect("the file is copied");
            }
            None => copy_postgres(&self.url, &copy).await,
        }
        let db = Db::open(&copy).await.expect("the copy opens");
        test(db.clone()).await;
        db.close().await;
        if self.folder.is_none() {
            drop_postgres(&copy).await;
        }
    }
}

async fn copy_postgres(original: &str, copy: &str) {
    let server = std::env::var(SERVER).expect("a server was named");
    let [original, copy] = [original, copy].map(|url| url.rsplit_once('/').map_or(url, |(_, name)| name));
    made(&mut connected(&server).await, &server, copy, original).await;
}

/// Everything that stands in a database, as text: every table with its rows, sorted. Two of these are equal
/// where nothing was changed in between.
///
/// # Panics
/// Where the database cannot be read.
pub async fn contents(db: &Db) -> BTreeMap<String, Vec<String>> {
    contents_but(db, "").await
}

/// The same without a column, in whichever table it is.
///
/// # Panics
/// Where the database cannot be read.
pub async fn contents_but(db: &Db, column: &str) -> BTreeMap<String, Vec<String>> {
    // Each table with what makes a row of it one text.
    let tables = if is_sqlite(db) {
        format!(
            "SELECT tables.name, group_concat('quote(\"' || columns.name || '\")', ' || '','' || ') \
             FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns \
             WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND columns.name <> '{column}' \
             GROUP BY tables.name"
        )
    } else {
        format!(
            "SELECT tablename::text, '(to_jsonb(\"' || tablename || '\") - ''{column}'')::text' \
             FROM pg_tables WHERE schemaname = 'public'"
        )
    };
    let tables = pairs(db, tables).await;
    // All at once: hundreds of questions would take longer than the answers.
    let each = tables.iter().map(|(table, row)| format!("SELECT '{table}', {row} FROM \"{table}\""));
    let rows = pairs(db, each.collect::<Vec<_>>().join(" UNION ALL ")).await;
    let mut contents: BTreeMap<_, _> = tables.into_iter().map(|(table, _)| (table, Vec::new())).collect();
    for (table, row) in rows {
        contents.entry(table).or_default().push(row);
    }
    for rows in contents.values_mut() {
        rows.sort();
    }
    contents
}

/// How many rows this database in memory has had written since it was opened: whether anything was done in between.
///
/// # Panics
/// Where the database cannot be read, or is none of SQLite's.
pub async fn written(db: &Db) -> String {
    texts(db, "SELECT CAST(total_changes() AS TEXT)".to_owned()).await.concat()
}

/// The ids in a table; none where there is no such table.
///
/// # Panics
/// Where the database cannot be read.
pub async fn ids(db: &Db, table: &str) -> Vec<String> {
    if !tables(db).await.iter().any(|known| known == table) {
        return Vec::new();
    }
    texts(db, format!("SELECT id FROM \"{table}\" ORDER BY id")).await
}

/// What stands in a column, as text; a missing value is left out.
///
/// # Panics
/// Where the database cannot be read.
pub async fn column(db: &Db, table: &str, column: &str) -> Vec<String> {
    texts(db, format!("SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL")).await
}

async fn tables(db: &Db) -> Vec<String> {
    let list = if is_sqlite(db) {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    } else {
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    };
    texts(db, list.to_owned()).await
}

/// The two columns of such a query.
async fn pairs(db: &Db, query: String) -> Vec<(String, String)> {
    let mut tx = db.read().await.expect("reads");
    let read = async |tx: &mut crate::Tx| -> crate::Result<Vec<(String, String)>> {
        let query = sqlx::AssertSqlSafe(query);
        Ok(on!(tx, c => sqlx::query_as::<_, (String, String)>(query).fetch_all(c).await?))
    };
    read(&mut tx).await.expect("tables are read")
}

/// The one column of a query that the tests above put together.
async fn texts(db: &Db, query: String) -> Vec<String> {
    let mut tx = db.read().await.expect("reads");
    let read = async |tx: &mut crate::Tx| -> crate::Result<Vec<String>> {
        let query = sqlx::AssertSqlSafe(query);
        Ok(on!(tx, c => sqlx::query_scalar::<_, String>(query).fetch_all(c).await?))
    };
    read(&mut tx).await.expect("a table is read")
}

/// Runs statements past all rules, to spoil a database that a check is to look at.
///
/// # Panics
/// Where the database refuses.
pub async fn spoil(db: &Db, statements: &'static str) {
    execute(db, statements).await.expect("the database takes it");
}

/// True where the database refuses a statement.
pub async fn refuses(db: &Db, statements: &'static str) -> bool {
    execute(db, statements).await.is_err()
}

async fn execute(db: &Db, statements: &'static str) -> sqlx::Result<()> {
    match &db.0 {
        crate::Pools::Sqlite { write, .. } => sqlx::raw_sql(statements).execute(write).await.map(|_| ()),
        crate::Pools::Postgres(pool) => sqlx::raw_sql(statements).execute(pool).await.map(|_| ()),
    }
}

/// True for SQLite, where a test must speak to one of the two in its own words.
pub fn is_sqlite(db: &Db) -> bool {
    matches!(db.0, crate::Pools::Sqlite { .. })
}

/// School 12 in the selection of 2026–27: the people that tests of actions and pages speak of.
///
/// Гүлнафиса coordinates, Серік heads, Дана and Зере are newcomers, Айгүл (one place) and Бекжан (two places)
/// are mentors; Тимур coordinates another school, Сәуле sits in the district, Полина has no role. Ids are the
/// names in Latin letters.
///
/// # Panics
/// Where the database refuses.
pub async fn school_12(db: &Db) {
    let mut tx = db.write().await.expect("writes");
    let district = District {
        id: "district".into(),
        name_kk: "Ақжайық ауданының білім бөлімі".into(),
        name_ru: "Отдел образования Акжаикского района".into(),
    };
    crate::schools::add_district(&mut tx, &district).await.expect("district");
    for number in ["12", "7"] {
        crate::schools::add(&mut tx, &school(number)).await.expect("school");
    }
    for (id, school, family, given, roles) in PEOPLE {
        let person = person(id, *school, family, given);
        let district = school.is_none().then(|| DistrictId::from("district"));
        crate::people::add(&mut tx, &person, district.as_ref()).await.expect("person");
        for role in *roles {
            crate::people::open_role(&mut tx, &person.id, *role, FIRST_DAY).await.expect("role");
        }
    }
    crate::programmes::add(&mut tx, &programme()).await.expect("programme");
    for id in ["dana", "zere"] {
        let newcomer = Newcomer {
            id: id.into(),
            school: "school-12".into(),
            programme: "programme".into(),
            person: id.into(),
            hired_on: date(2026, 8, 25),
            version: 0,
        };
        crate::newcomers::add(&mut tx, &newcomer).await.expect("newcomer");
    }
    // Зере has not ticked her duties yet.
    crate::commitments::give(&mut tx, &commitment("dana")).await.expect("commitment");
    for (id, places) in [("aigul", 1), ("bekzhan", 2)] {
        crate::mentors::add(&mut tx, &mentor(id, places)).await.expect("mentor");
    }
    tx.commit().await.expect("commits");
}

/// Lessons of school 12: mentors teach in the morning, Айгүл lessons 1 to 3 and Бекжан 2 to 4, newcomers lessons 5
/// and 6, on every working day, all in class 7 «В» and room 214.
///
/// # Panics
/// Where the database refuses.
pub async fn lessons_of_school_12(db: &Db) {
    let mut tx = db.write().await.expect("writes");
    for (person, numbers) in [("aigul", 1..=3), ("bekzhan", 2..=4), ("dana", 5..=6), ("zere", 5..=6)] {
        for (weekday, number) in (1..=5).flat_map(|day| numbers.clone().map(move |number| (day, number))) {
            let lesson = Lesson {
                school: "school-12".into(),
                person: person.into(),
                weekday,
                number,
                class: "7 «В»".into(),
                room: Some("214".into()),
            };
            crate::timetables::put(&mut tx, &lesson).await.expect("lesson");
        }
    }
    tx.commit().await.expect("commits");
}

/// One more lesson of somebody on every working day.
///
/// # Panics
/// Where the database refuses.
pub async fn lesson(db: &Db, person: &str, number: u8) {
    let mut tx = db.write().await.expect("writes");
    for weekday in 1..=5 {
        let lesson = Lesson {
            school: "school-12".into(),
            person: person.into(),
            weekday,
            number,
            class: "8 «Б»".into(),
            room: None,
        };
        crate::timetables::put(&mut tx, &lesson).await.expect("lesson");
    }
    tx.commit().await.expect("commits");
}

const FIRST_DAY: Day = date(2026, 8, 15);

type PersonSeed = (&'static str, Option<&'static str>, &'static str, &'static str, &'static [Role]);

const PEOPLE: &[PersonSeed] = &[
    ("gulnafisa", Some("school-12"), "Сейфуллина", "Гүлнафиса", &[Role::Teacher, Role::Coordinator]),
    ("serik", Some("school-12"), "Оразбаев", "Серік", &[Role::Head]),
    ("dana", Some("school-12"), "Сәтбаева", "Дана", &[Role::Teacher, Role::Newcomer]),
    ("zere", Some("school-12"), "Искалиева", "Зере", &[Role::Teacher, Role::Newcomer]),
    ("aigul", Some("school-12"), "Нұрбаева", "Айгүл", &[Role::Teacher, Role::Mentor]),
    ("bekzhan", Some("school-12"), "Тұяқов", "Бекжан", &[Role::Teacher, Role::Mentor]),
    ("polina", Some("school-12"), "Котова", "Полина", &[]),
    ("timur", Some("school-7"), "Ахметов", "Тимур", &[Role::Teacher, Role::Coordinator, Role::Head]),
    ("saule", None, "Жұмабаева", "Сәуле", &[Role::DistrictOfficer]),
];

fn school(number: &str) -> School {
    School {
        id: format!("school-{number}").into(),
        district: "district".into(),
        name_kk: format!("«№ {number} жалпы білім беретін мектеп» КММ"),
        name_ru: format!("КГУ «Общеобразовательная школа № {number}»"),
        short_kk: format!("№ {number} мектеп"),
        short_ru: format!("Школа № {number}"),
        bin: "123456789012".into(),
        place_kk: "Чапаев ауылы".into(),
        place_ru: "село Чапаево".into(),
        utc_offset_minutes: 300,
        version: 0,
    }
}

/// Somebody with an ordinary file, who teaches mathematics.
pub fn person(id: &str, school: Option<&str>, family: &str, given: &str) -> Person {
    Person {
        id: id.into(),
        school: school.map(Into::into),
        name: Name { family: family.into(), given: given.into(), patronymic: None },
        email: Some(format!("{id}@school.example")),
        phone: None,
        staff_number: None,
        position: Some("мұғалім".into()),
        subject: Some("математика".into()),
        category: Category::Expert,
        service_years: Some(12),
        hired_on: Some(date(2014, 9, 1)),
        weekly_load: Some(16),
        left_on: None,
        lang: "ru".into(),
        version: 0,
    }
}

fn programme() -> Programme {
    Programme::usual("programme".into(), "school-12".into(), 2026)
}

fn commitment(newcomer: &str) -> Commitment {
    Commitment {
        school: "school-12".into(),
        programme: "programme".into(),
        person: newcomer.into(),
        side: Side::Newcomer,
        version: VERSION,
        given_at: Instant::UNIX_EPOCH,
    }
}

/// A mentor of school 12 with so many places.
pub fn mentor(id: &str, places: u8) -> Mentor {
    Mentor {
        id: id.into(),
        school: "school-12".into(),
        programme: "programme".into(),
        person: id.into(),
        state: State::Approved,
        since: Instant::UNIX_EPOCH,
        card: Card {
            motive: "Хочу, чтобы молодым было легче, чем было мне.".into(),
            gives: "Помогаю начать урок и не бояться тишины.".into(),
            works: "Раз в неделю, коротко и по делу.".into(),
            languages: vec!["kk".into(), "ru".into()],
            places,
        },
        back_on: None,
        version: 0,
    }
}
