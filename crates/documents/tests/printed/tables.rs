use crate::{samples, samples::made_at};
use calamine::{Data, Reader, Xlsx};
use documents::tables::{Cell, Column, Kind, Separator, Table, TableError, csv, disarm, rearm, xlsx};
use jiff::civil::date;
use proptest::prelude::*;
use std::io::Cursor;

const KINDS: [(&str, Kind); 3] = [("Аты", Kind::Text), ("Сағат", Kind::Number), ("Күні", Kind::Day)];

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: "Кездесулер: 2026/27".to_owned(),
        columns: KINDS
            .iter()
            .map(|(heading, kind)| Column { heading: (*heading).to_owned(), kind: *kind })
            .collect(),
        rows,
    }
}

fn meetings() -> Table {
    table(vec![
        vec![Cell::Text("Сәтбаева Дана".to_owned()), Cell::Number(1.5), Cell::Day(date(2026, 10, 5))],
        vec![Cell::Text("=1+1".to_owned()), Cell::Number(-2.0), Cell::Empty],
    ])
}

/// First sheet of a workbook, headings included.
fn read_back(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names().first().unwrap().clone();
    book.worksheet_range(&name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

/// A table of texts in one column.
fn texts(cells: &[String]) -> Table {
    Table {
        title: "Тізім".to_owned(),
        columns: vec![Column { heading: "Мәтін".to_owned(), kind: Kind::Text }],
        rows: cells.iter().map(|text| vec![Cell::Text(text.clone())]).collect(),
    }
}

/// Reads our own CSV as an importer does: mark off, split, each text rearmed.
fn import(bytes: &[u8], separator: u8) -> Vec<String> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap();
    let mut reader = csv_reader(bytes, separator);
    reader.records().map(|record| rearm(record.unwrap().get(0).unwrap()).to_owned()).collect()
}

fn csv_reader(bytes: &[u8], separator: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes)
}

#[test]
fn csv_for_excel_has_mark_semicolons_decimal_comma_and_our_days() {
    assert_eq!(
        String::from_utf8(csv(&meetings(), Separator::Semicolon).unwrap()).unwrap(),
        "\u{FEFF}Аты;Сағат;Күні\r\nСәтбаева Дана;1,5;05.10.2026\r\n'=1+1;-2;\r\n",
    );
}

#[test]
fn csv_for_programs_has_commas_points_and_iso_days() {
    assert_eq!(
        String::from_utf8(csv(&meetings(), Separator::Comma).unwrap()).unwrap(),
        "\u{FEFF}Аты,Сағат,Күні\r\nСәтбаева Дана,1.5,2026-10-05\r\n'=1+1,-2,\r\n",
    );
}

#[test]
fn a_text_that_would_run_is_disarmed_and_comes_back() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+7 701 000 00 00", "'+7 701 000 00 00"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1+1", "''=1+1"),
        ("'тәлімгер'", "'тәлімгер'"),
        ("a=b", "a=b"),
        ("", ""),
    ] {
        assert_eq!(disarm(text), cell);
        assert_eq!(rearm(cell), text);
    }
}

#[test]
fn a_hostile_text_survives_export_and_import() {
    let cells: Vec<String> =
        samples::HOSTILE.into_iter().chain(samples::FOREIGN).map(str::to_owned).collect();
    assert_eq!(import(&csv(&texts(&cells), Separator::Semicolon).unwrap(), b';'), cells);
}

#[test]
fn excel_gets_texts_as_texts_and_days_as_days() {
    let rows = read_back(xlsx(&meetings(), made_at()).unwrap());
    assert_eq!(rows[1][0], Data::String("Сәтбаева Дана".to_owned()));
    assert_eq!(rows[1][1], Data::Float(1.5));
    assert!(
        matches!(&rows[1][2], Data::DateTime(day) if (day.as_f64() - 46_300.0).abs() < 1e-9),
        "{:?}",
        rows[1][2]
    );
    assert_eq!(rows[2][0], Data::String("=1+1".to_owned()));
    assert_eq!(rows[2][2], Data::Empty);
}

#[test]
fn excel_gets_no_formula_and_no_link() {
    let cells: Vec<String> = samples::HOSTILE.map(str::to_owned).to_vec();
    let bytes = xlsx(&texts(&cells), made_at()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert!(book.worksheet_formula("Тізім").unwrap().is_empty());
    let read: Vec<String> = read_back(bytes).into_iter().skip(1).map(|row| row[0].to_string()).collect();
    assert_eq!(read, cells);
}

#[test]
fn the_same_table_gives_the_same_workbook() {
    assert_eq!(xlsx(&meetings(), made_at()).unwrap(), xlsx(&meetings(), made_at()).unwrap());
}

#[test]
fn a_title_that_excel_refuses_becomes_a_sheet_name_it_takes() {
    let name = |title: &str| {
        let bytes = xlsx(&Table { title: title.to_owned(), ..texts(&[]) }, made_at()).unwrap();
        Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names()[0].clone()
    };
    assert_eq!(name("Кездесулер: 2026/27"), "Кездесулер 202627");
    assert_eq!(name("'[]:*?/\\'"), "1");
    assert_eq!(name(&"ә".repeat(50)), "ә".repeat(31));
}

#[test]
fn what_does_not_fit_is_refused_with_its_place() {
    let long = "ә".repeat(32_768);
    assert_eq!(
        xlsx(&texts(&["қысқа".to_owned(), long]), made_at()),
        Err(TableError::TextTooLong { row: Some(1), column: 0 })
    );
    assert!(xlsx(&texts(&["ә".repeat(32_767)]), made_at()).is_ok());
    assert_eq!(csv(&table(vec![vec![]]), Separator::Comma), Err(TableError::RowLength { row: 0 }));
    assert_eq!(
        xlsx(&table(vec![vec![Cell::Empty, Cell::Number(f64::NAN), Cell::Empty]]), made_at()),
        Err(TableError::NotFinite { row: 0, column: 1 })
    );
}

#[test]
fn a_day_that_excel_does_not_know_is_refused() {
    let early = table(vec![vec![Cell::Empty, Cell::Empty, Cell::Day(date(1850, 1, 1))]]);
    assert!(matches!(xlsx(&early, made_at()), Err(TableError::Format(_))));
}

proptest! {
    #[test]
    fn disarming_can_always_be_undone(text in any::<String>(), marks in "['=+@\\-]{0,4}") {
        let text = format!("{marks}{text}");
        let disarmed = disarm(&text);
        prop_assert!(!disarmed.starts_with(['=', '+', '-', '@', '\t', '\r']));
        prop_assert_eq!(rearm(&disarmed), text);
    }

    #[test]
    fn any_text_survives_csv(cells in prop::collection::vec("\\PC{0,12}|['=\"\r\n\t;,]{1,6}", 1..6)) {
        prop_assert_eq!(import(&csv(&texts(&cells), Separator::Comma).unwrap(), b','), cells);
    }

    #[test]
    fn any_text_survives_excel(cells in prop::collection::vec("\\PC{1,12}|_x[0-9A-F]{4}_|[=+@'-]{1,6}", 1..6)) {
        let read: Vec<String> = read_back(xlsx(&texts(&cells), made_at()).unwrap())
            .into_iter()
            .skip(1)
            .map(|row| row[0].to_string())
            .collect();
        prop_assert_eq!(read, cells);
    }
}
