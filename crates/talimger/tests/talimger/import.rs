//! `talimger import` as somebody at a terminal runs it: a list in, a report and exit codes out.

use crate::{FOUNDING, found, places, said, talimger, wait};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use store::Db;

const LIST: &str = "ФИО;Предмет;Пед. стаж;Дата приёма;Электронная почта\n\
    Әбенова Салтанат Ерланқызы;химия;8;01.09.2018;saltanat@school.example\n\
    Жұмағұлова Әсел;тарих;0;25.08.2026;asel.zh@school.example\n\
    Жұмағұлова Әсел;физика;4;25.08.2022;asel@school.example\n";

const BROKEN: &str = "ФИО;Дата приёма;Электронная почта\n\
    Ли Анна;31.09.2026;li@school.example\nКим Сергей;01.09.2020;kim@school.example\n";

fn import(folder: &Path, text: &[u8], options: &[&str]) -> Output {
    let database = format!("sqlite:{}", folder.join("school.db").display());
    import_into(&database, folder, text, options)
}

fn import_into(database: &str, folder: &Path, text: &[u8], options: &[&str]) -> Output {
    let file = folder.join("staff.csv");
    std::fs::write(&file, text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_talimger"))
        .args(["import", file.to_str().unwrap(), "--kind", "staff", "--json", "--database", database])
        .args(options)
        .output()
        .unwrap()
}

/// The report and the exit code.
fn report(output: &Output) -> (Value, i32) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{complaint}"));
    (report, output.status.code().unwrap())
}

fn count(report: &Value, word: &str) -> u64 {
    report["counts"][word].as_u64().unwrap()
}

#[test]
fn a_dry_run_says_what_the_run_does_and_a_second_run_does_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let separate = ["--school", "Школа № 12", "--decide", "namesakes=separate"];
    let (looked, code) =
        report(&import(folder.path(), LIST.as_bytes(), &[&separate[..], &["--dry-run"]].concat()));
    assert_eq!((count(&looked, "create"), count(&looked, "decision"), code), (3, 0, 0));
    assert_eq!(looked["first_time_teachers"], serde_json::json!(["asel.zh@school.example"]));
    let (done, _) = report(&import(folder.path(), LIST.as_bytes(), &separate));
    assert_eq!(done["counts"], looked["counts"]);
    let (again, code) = report(&import(folder.path(), LIST.as_bytes(), &["--school", "Школа № 12"]));
    assert_eq!(
        (count(&again, "unchanged"), count(&again, "create"), count(&again, "update"), code),
        (3, 0, 0, 0)
    );
    assert_eq!(count(&again, "decision"), 0, "decided once");
    assert_eq!((&done["written"], &again["written"]), (&Value::Bool(true), &Value::Bool(false)));
    wait(async {
        let db = Db::open(&format!("sqlite:{}", folder.path().join("school.db").display())).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let school = store::schools::every(&mut tx).await.unwrap().remove(0);
        let imports = store::rosters::of_school(&mut tx, &school.id).await.unwrap();
        assert_eq!(imports.len(), 1, "the same list again has no place in the history");
    });
}

#[test]
fn whoever_reads_only_the_beginning_of_a_report_breaks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("staff.csv");
    std::fs::write(&file, LIST).unwrap();
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    for command in [
        &[
            "import",
            file.to_str().unwrap(),
            "--kind",
            "staff",
            "--school",
            "Школа № 12",
            "--database",
            &database,
        ][..],
        &["check", "--database", &database],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_talimger"))
            .args(command)
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", said(&output));
    }
}

#[test]
fn namesakes_without_a_decision_stay_out_and_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (report, code) = report(&import(folder.path(), LIST.as_bytes(), &["--school", "Школа № 12"]));
    assert_eq!((count(&report, "create"), count(&report, "decision"), code), (1, 2, 0));
    let lines: Vec<_> =
        report["messages"].as_array().unwrap().iter().map(|message| &message["line"]).collect();
    assert_eq!(lines, [3, 4]);
}

#[test]
fn an_error_names_line_column_and_value_and_exits_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let (report, code) =
        report(&import(folder.path(), BROKEN.as_bytes(), &["--school", "Школа № 12", "--lang", "kk"]));
    assert_eq!((count(&report, "create"), count(&report, "error"), code), (1, 1, 1));
    let message = &report["messages"][0];
    assert_eq!(message["line"], 2);
    assert_eq!(message["column"], "Дата приёма");
    assert_eq!(message["value"], "31.09.2026");
    assert!(message["message"].as_str().unwrap().starts_with("Мұндай күн жоқ"));
}

#[test]
fn a_file_that_is_no_table_exits_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let (report, code) =
        report(&import(folder.path(), b"%PDF-1.7", &["--school", "Школа № 12", "--dry-run"]));
    assert_eq!(code, 2);
    assert!(report["unusable"].as_str().unwrap().contains("не таблица"));
}

#[test]
fn a_school_must_be_named_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let (_, code) = report(&import(folder.path(), LIST.as_bytes(), &[]));
    assert_eq!(code, 2);
}

#[test]
fn the_old_kazakh_encoding_is_never_guessed_and_is_read_by_choice() {
    let folder = tempfile::tempdir().unwrap();
    // KZ-1048: «ФИО» and «Әлия Қали» as an old program of a school saves them.
    let mut list = b"\xD4\xC8\xCE\n".to_vec();
    list.extend(b"\xA3\xEB\xE8\xFF \x8D\xE0\xEB\xE8\n\xA3\xF1\xE5\xEB \x8D\xF3\xE0\xED\n");
    let school = ["--school", "Школа"];
    let (doubt, code) = report(&import(folder.path(), &list, &school));
    assert_eq!(code, 2, "{doubt}");
    assert!(doubt["details"][0].as_str().unwrap().contains("KZ-1048"));
    let (read, code) =
        report(&import(folder.path(), &list, &[&school[..], &["--encoding", "kz-1048"]].concat()));
    assert_eq!((count(&read, "create"), code), (2, 0), "{read}");
}

#[test]
fn what_the_page_lets_one_choose_the_command_line_does_too() {
    let folder = tempfile::tempdir().unwrap();
    let import = |text: &str, options: &[&str]| {
        let school = ["--school", "Школа № 12", "--dry-run", "--lang", "en"];
        report(&import(folder.path(), text.as_bytes(), &[&school[..], options].concat()))
    };
    // Nobody calls a column so; the line with the headers is the third, the separator is no usual one.
    let list = "Школа № 12|\nна 2026 год|\nПедагог|С какого дня\nЛи Анна|05/09/2026\n";
    let (unready, code) = import(list, &["--separator", "bar", "--header-line", "3"]);
    assert_eq!(code, 2, "{unready}");
    let ways = unready["details"].as_array().unwrap().last().unwrap().as_str().unwrap();
    assert!(ways.contains("--column") && ways.contains("full-name"), "{ways}");
    let columns = ["--column", "Педагог=full-name", "--column", "С какого дня=hire-date"];
    let read = [&["--separator", "bar", "--header-line", "3"][..], &columns].concat();
    let (doubtful, code) = import(list, &read);
    assert_eq!((count(&doubtful, "create"), code), (1, 0), "{doubtful}");
    assert_eq!(doubtful["messages"][0]["kind"], "ambiguous-date");
    let (clear, _) = import(list, &[&read[..], &["--date-order", "day_first"]].concat());
    assert_eq!(clear["messages"], serde_json::json!([]), "{clear}");
    for (option, value) in [
        ("--separator", "dot"),
        ("--date-order", "year_first"),
        ("--encoding", "latin"),
        ("--column", "Педагог=name"),
        ("--column", "Учитель=full-name"),
        ("--file-wins", "salary"),
    ] {
        let (wrong, code) = import(LIST, &[option, value]);
        assert_eq!(code, 2, "{option} {value}: {wrong}");
        assert!(wrong["unusable"].as_str().unwrap().contains(option), "{wrong}");
    }
}

#[test]
fn all_or_nothing_writes_nothing_of_a_list_with_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let whole = ["--school", "Школа № 12", "--all-or-nothing"];
    let (refused, code) = report(&import(folder.path(), BROKEN.as_bytes(), &whole));
    assert_eq!(
        (&refused["written"], &refused["refused"]["kind"], code),
        (&false.into(), &"faulty".into(), 1)
    );
    let (after, _) = report(&import(folder.path(), BROKEN.as_bytes(), &["--dry-run"]));
    assert_eq!(count(&after, "create"), 1, "nobody was written: {after}");
}

#[test]
fn a_dry_run_needs_no_database_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("staff.csv");
    std::fs::write(&file, LIST).unwrap();
    let named = format!("sqlite:{}", folder.path().join("new.db").display());
    for database in [&[][..], &["--database", &named]] {
        for school in [&[][..], &["--school", "Школа № 12"]] {
            let output = Command::new(env!("CARGO_BIN_EXE_talimger"))
                .args(["import", file.to_str().unwrap(), "--kind", "staff", "--json", "--dry-run"])
                .args(database)
                .args(school)
                .current_dir(folder.path())
                .output()
                .unwrap();
            let (report, code) = report(&output);
            assert_eq!((count(&report, "create"), count(&report, "decision"), code), (1, 2, 0));
            assert_eq!((&report["written"], &report["refused"]), (&Value::Bool(false), &Value::Null));
            let left: Vec<_> =
                std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().path()).collect();
            assert_eq!(left, std::slice::from_ref(&file));
        }
    }
}

#[test]
fn a_dry_run_over_a_school_changes_nothing_there_and_leaves_older_tables_alone() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let contents = || {
            wait(async {
                let db = Db::look(&database).await.unwrap();
                let contents = store::testing::contents(&db).await;
                db.close().await;
                contents
            })
        };
        let before = contents();
        let (looked, code) = report(&import_into(&database, folder.path(), LIST.as_bytes(), &["--dry-run"]));
        assert_eq!((count(&looked, "create"), count(&looked, "absent"), code), (1, 2, 0));
        assert_eq!(contents(), before);
        wait(async {
            let db = Db::open(&database).await.unwrap();
            let last =
                "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)";
            store::testing::spoil(&db, last).await;
            db.close().await;
        });
        let (older, code) = report(&import_into(&database, folder.path(), LIST.as_bytes(), &["--dry-run"]));
        assert_eq!(code, 2);
        assert!(older["unusable"].as_str().unwrap().contains("другая версия"), "{older}");
    }
}

#[test]
fn a_list_may_come_before_the_founding_and_is_written_down_as_the_command_lines() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let output = import_into(&database, folder.path(), LIST.as_bytes(), &["--school", "12"]);
        assert_eq!(report(&output).1, 0);
        assert!(String::from_utf8_lossy(&output.stderr).contains("talimger found"), "{}", said(&output));
        found(&database);
        let again = talimger(&[&["found", "--database", &database], &FOUNDING[..]].concat());
        assert_eq!(again.status.code(), Some(1));
        let after = import_into(&database, folder.path(), LIST.as_bytes(), &["--school", "КГУ «Школа № 12»"]);
        assert_eq!(report(&after).1, 0);
        assert!(!String::from_utf8_lossy(&after.stderr).contains("talimger found"), "{}", said(&after));
        wait(async {
            let db = Db::look(&database).await.unwrap();
            let actors = store::testing::column(&db, "audit", "actor").await;
            let deeds = store::testing::column(&db, "audit", "what").await;
            assert_eq!(actors, vec!["command-line"; deeds.len()]);
            assert!(deeds.contains(&"school-founded".to_owned()), "{deeds:?}");
            db.close().await;
        });
    }
}

#[test]
fn many_who_leave_are_confirmed_by_their_number_and_a_refusal_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let import = |text: &str, options: &[&str]| {
            report(&import_into(&database, folder.path(), text.as_bytes(), options))
        };
        import(LIST, &["--decide", "namesakes=separate"]);
        let short = LIST.lines().take(2).collect::<Vec<_>>().join("\n");
        let (refused, code) = import(&short, &["--full-list", "--lang", "kk"]);
        assert_eq!((count(&refused, "unchanged"), count(&refused, "leaving"), code), (1, 2, 1), "{refused}");
        assert_eq!((&refused["written"], &refused["refused"]["kind"]), (&false.into(), &"brake".into()));
        let message = refused["refused"]["message"].as_str().unwrap();
        assert!(message.contains("--leaving 2") && message.contains("жазылмады"), "{message}");
        assert_eq!(refused["leaving"], serde_json::json!(["Жұмағұлова Әсел", "Жұмағұлова Әсел"]));
        wait(async {
            let db = Db::look(&database).await.unwrap();
            let states = store::testing::column(&db, "imports", "state").await;
            assert!(!states.contains(&"draft".to_owned()), "{states:?}");
            assert_eq!(store::testing::column(&db, "people", "left_on").await, Vec::<String>::new());
            db.close().await;
        });
        assert_eq!(import(&short, &["--full-list", "--leaving", "1"]).1, 1, "another number");
        let (written, code) = import(&short, &["--full-list", "--leaving", "2"]);
        assert_eq!(
            (count(&written, "leaving"), &written["written"], code),
            (2, &true.into(), 0),
            "{written}"
        );
        let (after, _) = import(&short, &["--full-list"]);
        assert_eq!((count(&after, "leaving"), count(&after, "absent")), (0, 2), "the two who lead stay");
    }
}

#[test]
fn whoever_has_a_list_in_hand_is_named_and_the_report_comes_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        wait(brought_by_the_coordinator(&database));
        let (waits, code) =
            report(&import_into(&database, folder.path(), LIST.as_bytes(), &["--lang", "en"]));
        assert_eq!((count(&waits, "create"), count(&waits, "decision"), code), (1, 2, 1));
        assert_eq!(waits["refused"]["kind"], "running");
        let message = waits["refused"]["message"].as_str().unwrap();
        assert!(message.contains("Гүлнафиса Ахмарқызы"), "{message}");
    }
}

/// A draft of the coordinator, made now.
async fn brought_by_the_coordinator(database: &str) {
    let db = Db::open(database).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let person = store::people::by_email(&mut tx, "gulnafisa@school.example").await.unwrap().unwrap();
    drop(tx);
    let school = person.school.unwrap();
    let actor = domain::people::Actor {
        person: person.id,
        school: Some(school.clone()),
        district: None,
        roles: vec![domain::people::Role::Coordinator],
    };
    #[expect(clippy::disallowed_methods, reason = "the real program runs by the real clock")]
    let now = domain::Instant::now();
    let ids = actions::Ids::counting(0);
    let today = domain::calendar::local(now, 300).date();
    let context = actions::Context { db: &db, actor: &actor, now, today, ids: &ids };
    let kind = domain::rosters::Kind::Staff;
    let upload = actions::rosters::Upload { school: &school, kind, name: "list.csv", bytes: LIST.as_bytes() };
    actions::rosters::prepare(&context, &upload, None).await.unwrap();
    db.close().await;
}
