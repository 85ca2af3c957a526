//! Sample lists of other people, which are not part of the repository; `rosters/encodings.rs` tries the same with
//! lists of our own. `TALIMGER_SAMPLES` names a folder with `school/` and `standards/`:
//! `TALIMGER_SAMPLES=… cargo nextest run -p exchange --run-ignored only`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use exchange::roster::{
    Doubt, Encoding, Kind, Opened, Options, Reading, Records, Refused, SkipReason, open, read,
};
use serde_json::{Value, json};

fn samples() -> PathBuf {
    std::env::var_os("TALIMGER_SAMPLES")
        .map(PathBuf::from)
        .expect("TALIMGER_SAMPLES names a folder of samples")
}

fn file(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&file(path)).unwrap()
}

fn opened(path: &Path, kind: Kind, options: &Options) -> Opened {
    let name = path.file_name().unwrap().to_string_lossy();
    open(&name, &file(path), kind, options).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn reading(path: &Path, kind: Kind) -> Reading {
    read(&opened(path, kind, &Options::default())).unwrap()
}

fn as_expected(reading: &Reading) -> Value {
    let Records::Pupils(pupils) = &reading.records else { panic!("not pupils") };
    let record = |pupil: &exchange::roster::PupilRecord| {
        json!({
            "family": pupil.name.family,
            "given": pupil.name.given,
            "patronymic": pupil.name.patronymic.clone().unwrap_or_default(),
            "class": pupil.class.typed.replacen('"', "«", 1).replace('"', "»"),
            "birth_date": pupil.born_on.unwrap().to_string(),
            "iin": pupil.iin,
        })
    };
    pupils.iter().map(record).collect()
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn one_roster_in_every_encoding_gives_the_same_records() {
    let samples = samples();
    let folder = samples.join("standards/roster-cyrillic-derived");
    let files = [
        ("ru_semicolon_cp1251_crlf.csv", "expected_ru.json", Encoding::Windows1251),
        ("ru_semicolon_utf8_bom.csv", "expected_ru.json", Encoding::Utf8),
        ("ru_semicolon_ibm866.csv", "expected_ru.json", Encoding::Ibm866),
        ("kk_semicolon_utf8_bom.csv", "expected_kk.json", Encoding::Utf8),
        ("kk_comma_utf8_nobom_lf.csv", "expected_kk.json", Encoding::Utf8),
        ("kk_tab_utf16le_bom.txt", "expected_kk.json", Encoding::Utf16Le),
        ("kk_sep_line_utf8_bom.csv", "expected_kk.json", Encoding::Utf8),
    ];
    for (name, expected, encoding) in files {
        let opened = opened(&folder.join(name), Kind::Pupils, &Options::default());
        assert_eq!(opened.encoding, Some(encoding), "{name}");
        let reading = read(&opened).unwrap();
        assert_eq!(reading.problems, [], "{name}");
        assert_eq!(as_expected(&reading), json_of(&folder.join(expected))["records"], "{name}");
    }
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn kz1048_is_read_by_choice_and_doubted_as_windows_1251() {
    let samples = samples();
    let folder = samples.join("standards/roster-cyrillic-derived");
    let path = folder.join("kk_semicolon_kz1048.csv");
    let guessed = opened(&path, Kind::Pupils, &Options::default());
    assert!(matches!(guessed.doubts.as_slice(), [Doubt::MayBeKz1048 { .. }]));
    let options = Options { encoding: Some(Encoding::Kz1048), ..Options::default() };
    let reading = read(&opened(&path, Kind::Pupils, &options)).unwrap();
    assert_eq!(as_expected(&reading), json_of(&folder.join("expected_kk.json"))["records"]);
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn a_list_with_lost_letters_is_refused_with_its_lines() {
    let samples = samples();
    let folder = samples.join("standards/roster-cyrillic-derived");
    let bytes = file(&folder.join("kk_saved_as_cp1251_LOSSY.csv"));
    let Err(Refused::LossyEncoding { cells }) = open("kk.csv", &bytes, Kind::Pupils, &Options::default())
    else {
        panic!("read in spite of lost letters");
    };
    let lines: BTreeSet<u32> = cells.iter().map(|cell| cell.line).collect();
    let expected = json_of(&folder.join("expected_kk.json"));
    let expected = &expected["lossy_file"]["physical_lines_with_loss"];
    assert_eq!(json!(lines), *expected);
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn a_school_hands_over_its_lists() {
    let samples = samples();
    let school = samples.join("school");
    let expected = json_of(&school.join("expected.json"));

    let russian = opened(&school.join("staff_ru.xlsx"), Kind::Staff, &Options::default());
    assert_eq!(russian.header_line, 3);
    assert!(russian.sheets.iter().any(|sheet| sheet.hidden));
    let russian = read(&russian).unwrap();
    assert!(russian.skipped.iter().all(|skipped| skipped.reason == SkipReason::Total));
    assert_eq!(russian.skipped.len(), 1);
    let kazakh = reading(&school.join("staff_kk.csv"), Kind::Staff);
    let (Records::Staff(russian), Records::Staff(kazakh)) = (&russian.records, &kazakh.records) else {
        panic!("not staff")
    };
    assert_eq!(json!(russian.len()), expected["staff"]);
    assert_eq!(json!(kazakh.len()), expected["staff"]);
    for (russian, kazakh) in russian.iter().zip(kazakh) {
        assert_eq!(russian.name.full(), kazakh.name.full());
        assert_eq!(russian.email, kazakh.email);
        assert_eq!(russian.category, kazakh.category);
        assert!(russian.category.is_some());
        assert_eq!(russian.service_months, kazakh.service_months);
        assert_eq!(russian.hired_on, kazakh.hired_on);
        assert!(russian.hired_on.is_some());
    }

    let timetable = reading(&school.join("timetable.csv"), Kind::Timetable);
    assert_eq!((timetable.records.len(), timetable.stopped.len()), (1024, 0));

    let pupils = reading(&school.join("pupils_ru.csv"), Kind::Pupils);
    let Records::Pupils(pupils) = &pupils.records else { panic!("not pupils") };
    let classes: BTreeSet<String> = pupils.iter().map(|pupil| pupil.class.key()).collect();
    assert_eq!(json!(pupils.len()), expected["pupils"]);
    assert_eq!(json!(classes.len()), expected["classes"]);
    assert!(pupils.iter().all(|pupil| pupil.scores.len() == 4 && pupil.attendance.is_some()));
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn pages_in_cyrillic_encodings_are_recognised() {
    let samples = samples();
    let folder = samples.join("standards/encoding-chardet");
    let expected = [
        ("IBM866", Encoding::Ibm866),
        ("KOI8-R", Encoding::Koi8R),
        ("MacCyrillic", Encoding::MacCyrillic),
        ("UTF-16BE", Encoding::Utf16Be),
        ("UTF-16LE", Encoding::Utf16Le),
        ("utf-8-sig", Encoding::Utf8),
        ("windows-1251-russian", Encoding::Windows1251),
    ];
    for (name, encoding) in expected {
        for entry in std::fs::read_dir(folder.join(name)).unwrap() {
            let path = entry.unwrap().path();
            // The samples are pages, not tables: a header in ASCII makes each a list.
            let page = file(&path);
            let bytes = match encoding {
                Encoding::Utf16Be | Encoding::Utf16Le | Encoding::Utf8 => page,
                _ => [b"surname;name\n".as_slice(), &page].concat(),
            };
            let opened = open("list.csv", &bytes, Kind::Staff, &Options::default())
                .unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
            assert_eq!(opened.encoding, Some(encoding), "{}", path.display());
        }
    }
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn hostile_strings_survive_in_every_text_field() {
    let samples = samples();
    let strings = json_of(&samples.join("standards/names/blns.json"));
    let strings: Vec<&str> = strings.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    // Control characters other than white space are no text: no cell keeps them.
    let kept = |string: &str| string.replace(|one: char| one.is_control() && !one.is_whitespace(), "");
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(["Фамилия", "Имя", "Класс", "Кружки"]).unwrap();
    for string in &strings {
        writer.write_record([&format!("А{string}"), "Әлия", "5А", string]).unwrap();
        writer.write_record(["Ким", &format!("А{string}"), &format!("к{string}"), "-"]).unwrap();
    }
    let bytes = writer.into_inner().unwrap();
    let opened = open("list.csv", &bytes, Kind::Pupils, &Options::default()).unwrap();
    let reading = read(&opened).unwrap();
    let Records::Pupils(pupils) = &reading.records else { panic!("not pupils") };
    assert_eq!(pupils.len(), strings.len() * 2, "{:?}", reading.skipped);
    for (pair, string) in pupils.chunks(2).zip(&strings) {
        let activities = pair[0].activities.as_ref().map_or("", |entry| entry.as_typed());
        let string = kept(string);
        let is_blank = string.chars().all(char::is_whitespace);
        assert!(activities == string || (is_blank && activities.is_empty()), "{string:?}");
        assert_eq!(family_as_typed(&pair[0]), format!("А{string}"));
        assert_eq!(pair[1].class.typed, format!("к{string}"));
    }
}

fn family_as_typed(pupil: &exchange::roster::PupilRecord) -> &str {
    match &pupil.name.typed {
        Some(exchange::roster::TypedName::Parts { family, .. }) => family,
        _ => &pupil.name.family,
    }
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn csv_spectrum_is_parsed_right() {
    let samples = samples();
    let folder = samples.join("standards/csv-spectrum");
    for entry in std::fs::read_dir(folder.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // The expected answer names another telephone than the sample itself.
        if name == "location_coordinates" {
            continue;
        }
        let opened = opened(&path, Kind::Staff, &Options::default());
        let rows: Vec<Value> = opened
            .sample
            .iter()
            .map(|row| {
                let headers = opened.columns.iter().map(|column| column.header.clone());
                headers.zip(row.cells.iter().map(|cell| json!(cell))).collect()
            })
            .collect();
        let expected = json_of(&folder.join(format!("json/{name}.json")));
        assert_eq!(Value::Array(rows), expected, "{name}");
    }
}
