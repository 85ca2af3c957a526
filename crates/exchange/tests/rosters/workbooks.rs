//! Worksheets, built part by part.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use exchange::roster::{Format, Kind, Options, Records, Refused, StaffRecord, open, read};
use jiff::civil::date;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of sheets given as (name, state, rows in XML).
fn xlsx(properties: &str, sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut list = String::new();
    let mut targets = String::new();
    let mut parts = Vec::new();
    for (index, (name, state, rows)) in sheets.iter().enumerate() {
        let id = index + 1;
        write!(list, "<sheet name=\"{name}\" sheetId=\"{id}\" state=\"{state}\" r:id=\"r{id}\"/>").unwrap();
        write!(
            targets,
            "<Relationship Id=\"r{id}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
        )
        .unwrap();
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{id}.xml"), sheet.into_bytes()));
    }
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{properties}<sheets>{list}</sheets></workbook>"
    );
    let relations = format!("<Relationships xmlns=\"{package}\">{targets}</Relationships>");
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" \
         Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    parts.push(("_rels/.rels".to_owned(), root.into_bytes()));
    parts.push(("xl/workbook.xml".to_owned(), workbook.into_bytes()));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations.into_bytes()));
    let parts: Vec<(&str, Vec<u8>)> =
        parts.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    zipped(&parts)
}

fn text(cell: &str, text: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Тізім\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>".to_vec()),
        ("content.xml", content.into_bytes()),
    ])
}

fn ods_cell(value: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{value}</text:p></table:table-cell>")
}

fn staff(bytes: &[u8]) -> Vec<StaffRecord> {
    let opened = open("list.xlsx", bytes, Kind::Staff, &Options::default()).unwrap();
    let Records::Staff(staff) = read(&opened).unwrap().records else { panic!("not staff") };
    staff
}

fn refused(bytes: &[u8]) -> Refused {
    open("list.xlsx", bytes, Kind::Staff, &Options::default()).unwrap_err()
}

fn header() -> String {
    format!("<row r=\"3\">{}{}{}</row>", text("B3", "ФИО"), text("C3", "Дата приёма"), text("D3", "Предмет"))
}

#[test]
fn the_visible_sheet_with_the_list_is_guessed_and_another_can_be_chosen() {
    let list = |name: &str| {
        format!("{}<row r=\"5\">{}<c r=\"C5\"><v>38894</v></c></row>", header(), text("B5", name))
    };
    let notes = format!("<row r=\"1\">{}</row>", text("A1", "Заметки"));
    let bytes = xlsx(
        "",
        &[
            ("Черновик", "hidden", &list("Ким Анна")),
            ("Заметки", "visible", &notes),
            ("Педагоги", "visible", &list("Ахметов Ерлан")),
        ],
    );
    let opened = open("list.xlsx", &bytes, Kind::Staff, &Options::default()).unwrap();
    assert_eq!((opened.format, opened.sheet.as_deref()), (Format::Xlsx, Some("Педагоги")));
    assert_eq!(opened.header_line, 3);
    let staff = staff(&bytes);
    assert_eq!((staff[0].line, staff[0].name.family.as_str()), (5, "Ахметов"));
    assert_eq!(staff[0].hired_on, Some(date(2006, 6, 26)));

    let hidden = Options { sheet: Some("Черновик".to_owned()), ..Options::default() };
    let opened = open("list.xlsx", &bytes, Kind::Staff, &hidden).unwrap();
    assert_eq!(opened.sample[0].cells[0], "Ким Анна");
    let absent = Options { sheet: Some("Нет".to_owned()), ..Options::default() };
    assert_eq!(open("list.xlsx", &bytes, Kind::Staff, &absent).unwrap_err(), Refused::NoSuchSheet);
}

#[test]
fn days_count_from_the_epoch_of_the_workbook() {
    let rows =
        format!("{}<row r=\"4\">{}<c r=\"C4\"><v>37432</v></c></row>", header(), text("B4", "Ким Анна"));
    let bytes = xlsx("<workbookPr date1904=\"1\"/>", &[("1", "visible", &rows)]);
    assert_eq!(staff(&bytes)[0].hired_on, Some(date(2006, 6, 26)));
}

#[test]
fn a_formula_is_its_stored_result_or_its_own_text_and_never_runs() {
    let row = |line: u32, name: &str, formula: &str| {
        format!(
            "<row r=\"{line}\">{}<c r=\"D{line}\" t=\"str\">{formula}</c></row>",
            text(&format!("B{line}"), name)
        )
    };
    let rows = header()
        + &row(4, "Ким Анна", "<f>\"хи\"&amp;\"мия\"</f><v>химия</v>")
        + &row(5, "Ли Олег", "<f>HYPERLINK(\"http://x.example\")</f>");
    let staff = staff(&xlsx("", &[("1", "visible", &rows)]));
    let subjects: Vec<&str> =
        staff.iter().filter_map(|record| record.subject.as_ref()).map(|s| s.value.as_str()).collect();
    assert_eq!(subjects, ["химия", "=HYPERLINK(\"http://x.example\")"]);
}

#[test]
fn libreoffice_lists_are_read_with_their_empty_tails() {
    let tail = "<table:table-cell table:number-columns-repeated=\"16382\"/>";
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| ods_cell(cell)).collect();
        format!("<table:table-row>{cells}{tail}</table:table-row>")
    };
    let bytes = ods(&(row(&["Аты-жөні", "Пәні"]) + &row(&["Нұрланова Әлия", "Химия"])));
    let opened = open("list.ods", &bytes, Kind::Staff, &Options::default()).unwrap();
    assert_eq!(opened.format, Format::Ods);
    assert_eq!(staff(&bytes)[0].name.full(), "Нұрланова Әлия");
}

#[test]
fn two_cells_in_far_corners_do_not_become_a_rectangle() {
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
        text("A1", "ФИО"),
        text("XFD1048576", "x")
    );
    assert_eq!(refused(&xlsx("", &[("1", "visible", &rows)])), Refused::TooLarge);
}

#[test]
fn cells_repeated_into_thousands_of_columns_are_refused() {
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\">\
                <text:p>x</text:p></table:table-cell>";
    assert_eq!(refused(&ods(&format!("<table:table-row>{cell}</table:table-row>"))), Refused::ZipBomb);
}

#[test]
fn an_archive_of_something_else_is_no_table() {
    assert_eq!(refused(&zipped(&[("word/document.xml", b"<w/>".to_vec())])), Refused::NotATable);
}

#[test]
fn damaged_workbooks_are_refused_and_never_panic() {
    let rows = header() + &format!("<row r=\"4\">{}</row>", text("B4", "Ким Анна"));
    let whole = xlsx("", &[("1", "visible", &rows)]);
    for cut in (0..whole.len()).step_by(7) {
        let _ = open("list.xlsx", &whole[..cut], Kind::Staff, &Options::default());
        let mut flipped = whole.clone();
        flipped[cut] ^= 0x55;
        let _ = open("list.xlsx", &flipped, Kind::Staff, &Options::default());
    }
    let compound = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[7; 2000]].concat();
    assert!(matches!(refused(&compound), Refused::Unreadable { .. }));
}

#[test]
fn a_workbook_locked_with_a_password_is_named_as_such() {
    let mut compound = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    compound.create_stream("/EncryptedPackage").unwrap().write_all(&[1; 100]).unwrap();
    let bytes = compound.into_inner().into_inner();
    assert_eq!(refused(&bytes), Refused::Encrypted);
}

#[test]
fn an_xls_that_spans_the_whole_sheet_is_refused_before_it_is_unfolded() {
    let blank = |row: u16, column: u16| {
        let body = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
        [&[0x01, 0x02, 6, 0][..], &body].concat()
    };
    let stream = [vec![0x09, 0x08, 0, 0], blank(0, 0), blank(65_535, 255)].concat();
    let mut compound = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    compound.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    assert_eq!(refused(&compound.into_inner().into_inner()), Refused::TooLarge);
}
