//! A database in one file, and back into either kind.

use domain::rosters::{Choices, Counts, Kind, State};
use domain::{Instant, SchoolId};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};
use std::path::Path;
use store::archives::{self, ArchiveError, Kept, Restored};
use store::audit::Entry;
use store::rosters::Import;
use store::schema::Standing;
use store::{Db, testing};

const FILE: &[u8] = &[0, 255, 80, 75, 3, 4, 10];

fn entry(school: &SchoolId) -> Entry<'_> {
    Entry {
        school: Some(school),
        at: Instant::UNIX_EPOCH,
        actor: None,
        what: "request-sent",
        subject: "Әлия «7-б» \"'\n",
        detail: "",
    }
}

/// School 12 with a log whose numbers have gaps, and a file among its imports.
async fn filled(db: &Db) {
    testing::school_12(db).await;
    let school = SchoolId::from("school-12");
    for commit in [true, false, true] {
        let mut tx = db.write().await.unwrap();
        store::audit::append(&mut tx, &entry(&school)).await.unwrap();
        if commit {
            tx.commit().await.unwrap();
        }
    }
    let import = |id: &str, state: State, reverts: Option<&str>| Import {
        id: id.into(),
        school: school.clone(),
        kind: Kind::Staff,
        file_name: "қызметкерлер.csv".into(),
        file_hash: "00".into(),
        made_by: "gulnafisa".into(),
        made_at: Instant::UNIX_EPOCH,
        options: "{}".into(),
        choices: Choices::default(),
        state,
        state_at: Instant::UNIX_EPOCH,
        counts: Counts::default(),
        reverts: reverts.map(Into::into),
        version: 0,
    };
    let mut tx = db.write().await.unwrap();
    store::rosters::add(&mut tx, &import("z", State::Applied, None), Some(FILE)).await.unwrap();
    // In any order of ids it comes before the one it points to.
    store::rosters::add(&mut tx, &import("a", State::Applied, Some("z")), None).await.unwrap();
    tx.commit().await.unwrap();
}

async fn archive(db: &Db) -> Vec<u8> {
    let mut file = Vec::new();
    archives::write(db, &mut file, "0.0.0", Instant::UNIX_EPOCH, &mut |_| ()).await.unwrap();
    file
}

fn text(archive: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(archive).read_to_string(&mut text).unwrap();
    text
}

fn packed(text: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

/// What an archive says, without its digest: the two databases hand out rows in different orders.
fn rows(archive: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = text(archive).lines().map(ToOwned::to_owned).collect();
    lines.pop();
    lines.sort();
    lines
}

fn file_url(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("school.db").display())
}

/// A fresh place of each kind.
async fn places(folder: &Path) -> Vec<String> {
    let mut places = vec![file_url(folder)];
    places.extend(testing::fresh_postgres().await);
    places
}

async fn restored(url: &str, archive: &[u8], replace: bool) -> Result<Restored, ArchiveError> {
    archives::restore(url, archive, replace, "stamp", &mut |_| ()).await
}

#[tokio::test]
async fn every_row_comes_back_from_either_kind_into_either_kind() {
    testing::on_both(async |db| {
        filled(&db).await;
        let saved = archive(&db).await;
        let folder = tempfile::tempdir().unwrap();
        for place in places(folder.path()).await {
            let done = restored(&place, &saved, false).await.unwrap();
            assert_eq!(done.kept, Kept::Nothing);
            let again = Db::open(&place).await.unwrap();
            assert_eq!(rows(&archive(&again).await), rows(&saved), "{place}");
            let mut tx = again.read().await.unwrap();
            let file = store::rosters::file(&mut tx, &"school-12".into(), &"z".into()).await.unwrap();
            assert_eq!(file.as_deref(), Some(FILE));
            drop(tx);
            again.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_goes_on_after_its_last_line_and_stays_guarded() {
    testing::on_both(async |db| {
        filled(&db).await;
        let saved = archive(&db).await;
        let folder = tempfile::tempdir().unwrap();
        for place in places(folder.path()).await {
            restored(&place, &saved, false).await.unwrap();
            let again = Db::open(&place).await.unwrap();
            let before = store::checks::log(&mut again.read().await.unwrap()).await.unwrap();
            assert!(before.guarded && before.last > 0, "{before:?}");
            let school = SchoolId::from("school-12");
            let mut tx = again.write().await.unwrap();
            store::audit::append(&mut tx, &entry(&school)).await.unwrap();
            tx.commit().await.unwrap();
            let after = store::checks::log(&mut again.read().await.unwrap()).await.unwrap();
            assert!(after.last > before.last && after.given >= after.last, "{before:?} {after:?}");
            again.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_database_with_rows_is_left_alone_or_kept_aside() {
    let source = Db::open("sqlite::memory:").await.unwrap();
    filled(&source).await;
    let saved = archive(&source).await;
    let folder = tempfile::tempdir().unwrap();
    for place in places(folder.path()).await {
        let former = Db::open(&place).await.unwrap();
        testing::school_12(&former).await;
        let busy = restored(&place, &saved, true).await;
        assert!(matches!(busy, Err(ArchiveError::InUse)), "{busy:?}");
        former.close().await;
        let refused = restored(&place, &saved, false).await;
        assert!(matches!(refused, Err(ArchiveError::NotEmpty)), "{refused:?}");
        match restored(&place, &saved, true).await.unwrap().kept {
            Kept::File(file) => {
                let aside = Db::look(&format!("sqlite:{}", file.display())).await.unwrap();
                let schools = store::schools::every(&mut aside.read().await.unwrap()).await.unwrap();
                assert_eq!(schools.len(), 2, "the former database opens under its new name");
            }
            Kept::Schema(schema) => assert_eq!(schema, "before_stamp"),
            Kept::Nothing => panic!("nothing was kept of {place}"),
        }
        let again = Db::open(&place).await.unwrap();
        assert_eq!(rows(&archive(&again).await), rows(&saved));
        again.close().await;
    }
}

#[tokio::test]
async fn a_file_that_is_not_whole_changes_nothing() {
    let source = Db::open("sqlite::memory:").await.unwrap();
    filled(&source).await;
    let whole = archive(&source).await;
    let said = text(&whole);
    let last = said.trim_end().rfind('\n').unwrap();
    let damaged = [
        whole[..whole.len() / 2].to_vec(),
        packed(&said.replace("Нұрбаева", "Нурбаева")),
        packed(&said[..=last]),
        packed(&format!("{said}[]\n")),
        packed(&said.replacen("[\"gulnafisa\"", "[7,\"gulnafisa\"", 1)),
    ];
    let folder = tempfile::tempdir().unwrap();
    for place in places(folder.path()).await {
        for file in &damaged {
            let refused = restored(&place, file, false).await;
            assert!(matches!(refused, Err(ArchiveError::Damaged { .. })), "{refused:?}");
        }
        for other in [b"%PDF-1.7".as_slice(), b"", &packed("{}\n"), &packed("Tälimger\n")] {
            let refused = restored(&place, other, false).await;
            assert!(matches!(refused, Err(ArchiveError::NoArchive)), "{refused:?}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file was left behind");
}

#[tokio::test]
async fn an_archive_of_a_later_version_or_of_other_tables_is_refused() {
    let source = Db::open("sqlite::memory:").await.unwrap();
    let said = text(&archive(&source).await);
    let folder = tempfile::tempdir().unwrap();
    let schema = format!("\"schema\":{}", store::schema::latest());
    let later = packed(&said.replace(&schema, "\"schema\":9999"));
    let other = packed(&said.replace("\"short_kk\"", "\"short_kz\""));
    for place in places(folder.path()).await {
        let refused = restored(&place, &later, false).await;
        assert!(matches!(refused, Err(ArchiveError::TooNew { schema: 9999 })), "{refused:?}");
        let refused = restored(&place, &other, false).await;
        assert!(matches!(refused, Err(ArchiveError::OtherTables)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_reference_that_leads_nowhere_is_refused() {
    let source = Db::open("sqlite::memory:").await.unwrap();
    testing::school_12(&source).await;
    testing::spoil(
        &source,
        "PRAGMA foreign_keys = OFF; INSERT INTO consents (school_id, pair_id, side, given_at) VALUES ('school-12', 'nowhere', 'mentor', 1); PRAGMA foreign_keys = ON",
    )
    .await;
    let saved = archive(&source).await;
    let folder = tempfile::tempdir().unwrap();
    for place in places(folder.path()).await {
        let refused = restored(&place, &saved, false).await;
        assert!(matches!(refused, Err(ArchiveError::Inconsistent)), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_shows_one_moment_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    for place in places(folder.path()).await {
        let db = Db::open(&place).await.unwrap();
        filled(&db).await;
        let look = Db::look(&place).await.unwrap();
        let school = SchoolId::from("school-12");
        let (mut wrote, mut file) = (false, Vec::new());
        let mut told = |_: archives::Step<'_>| {
            if !std::mem::replace(&mut wrote, true) {
                // In the middle of the archive somebody commits a line on another connection.
                let (db, school) = (db.clone(), school.clone());
                tokio::task::block_in_place(|| {
                    tokio::runtime::Handle::current().block_on(async {
                        let mut tx = db.write().await.unwrap();
                        store::audit::append(&mut tx, &entry(&school)).await.unwrap();
                        tx.commit().await.unwrap();
                    });
                });
            }
        };
        archives::write(&look, &mut file, "0.0.0", Instant::UNIX_EPOCH, &mut told).await.unwrap();
        assert!(wrote);
        let before = text(&file).matches("request-sent").count();
        let after = text(&archive(&db).await).matches("request-sent").count();
        assert_eq!((before, after), (2, 3), "{place}");
        look.close().await;
        db.close().await;
    }
}

#[tokio::test]
async fn looking_creates_and_migrates_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert!(Db::look(&file_url(folder.path())).await.is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    if let Some(url) = testing::fresh_postgres().await {
        let db = Db::look(&url).await.unwrap();
        let standing = store::schema::standing(&mut db.read().await.unwrap()).await.unwrap();
        assert_eq!(standing, Standing::Foreign);
    }
}
