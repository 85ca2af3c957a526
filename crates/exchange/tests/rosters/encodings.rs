//! One list in every encoding, separator and line ending that programs of schools save it in.

use encoding_rs::{IBM866, KOI8_R, KOI8_U, WINDOWS_1251, X_MAC_CYRILLIC};
use exchange::roster::{Doubt, Encoding, Kind, Opened, Options, Records, Refused, Separator, open, read};
use std::collections::BTreeSet;

type Row = [&'static str; 6];

const RUSSIAN_HEADER: Row = ["Фамилия", "Имя", "Отчество", "Класс", "Дата рождения", "ИИН"];

/// Invented; month 99 of the numbers can be nobody's, and their check digits agree.
const RUSSIAN: [Row; 12] = [
    ["Абрамова", "Вера", "Николаевна", "5 «А»", "27.05.2013", "139913504119"],
    ["Белов", "Пётр", "Ильич", "5 «А»", "03.12.2013", "149920513702"],
    ["Вдовина", "Дарья", "Сергеевна", "5 «Б»", "22.11.2012", "159927523294"],
    ["Горшенин", "Олег", "Викторович", "5 «Б»", "03.09.2013", "139916532884"],
    ["Дёмина", "Анна", "Юрьевна", "6 «А»", "22.04.2011", "149923542475"],
    ["Ершов", "Глеб", "Михайлович", "6 «А»", "10.06.2012", "159912552068"],
    ["Журавлёва", "Эмма", "Фёдоровна", "6 «Б»", "27.05.2012", "139919561656"],
    ["Зыков", "Роман", "Денисович", "6 «Б»", "13.07.2012", "149926571247"],
    ["Ким", "Виктор", "", "7 «А»", "27.10.2011", "159915580832"],
    ["Щукина", "Яна", "Эдуардовна", "7 «А»", "17.06.2011", "139922590428"],
    ["Объедков", "Юрий", "Семёнович", "7 «Б»", "18.03.2011", "149911500018"],
    ["Ли", "Анна", "", "7 «Б»", "20.11.2010", "159918509606"],
];

const KAZAKH_HEADER: Row = ["Тегі", "Аты", "Әкесінің аты", "Сыныбы", "Туған күні", "ЖСН"];

/// All sixteen letters that windows-1251 lacks, capital and small, and lines that have none of them.
const KAZAKH: [Row; 12] = [
    ["Әбенова", "Салтанат", "Ерланқызы", "5 «Ә»", "27.04.2014", "139913504119"],
    ["Ғабитов", "Нұрлан", "Бағдатұлы", "5 «Ә»", "04.10.2013", "149920513702"],
    ["Қалиева", "Асыл", "Маратқызы", "5 «Ғ»", "13.04.2012", "159927523294"],
    ["Ким", "Виктор", "", "5 «А»", "08.03.2011", "139916532884"],
    ["Өмірбеков", "Өркен", "Сәкенұлы", "6 «Ә»", "22.04.2011", "149923542475"],
    ["Ұзақбаева", "Ұлпан", "Көшербайқызы", "6 «Ә»", "10.06.2012", "159912552068"],
    ["Үсенов", "Үміт", "Дүйсенұлы", "6 «Ғ»", "27.05.2012", "139919561656"],
    ["Һадиева", "Шаһизада", "Меңдіқызы", "6 «Ғ»", "13.07.2012", "149926571247"],
    ["Іліясов", "Бекзат", "Іліясович", "7 «А»", "27.10.2011", "159915580832"],
    ["Ли", "Анна", "", "7 «А»", "17.06.2011", "139922590428"],
    ["Теңізбаева", "Гүлмира", "Тұрсынқызы", "7 «Ә»", "18.03.2011", "149911500018"],
    ["СЕҢГІРБАЕВ", "ҚАЙРАТ", "ӘБДІҰЛЫ", "7 «Ә»", "20.11.2010", "159918509606"],
];

/// How a program writes a table as text.
#[derive(Clone, Copy)]
struct Written {
    separator: char,
    newline: &'static str,
    /// Code pages without «» get the class in straight quotes, and so in quoted cells.
    straight: bool,
}

const EXCEL: Written = Written { separator: ';', newline: "\r\n", straight: false };
const DOS: Written = Written { straight: true, ..EXCEL };

impl Written {
    fn list(self, header: Row, rows: &[Row]) -> String {
        let cell = |cell: &&str| {
            if self.straight && cell.contains('«') {
                format!("\"{}\"", cell.replace(['«', '»'], "\"\""))
            } else {
                (*cell).to_owned()
            }
        };
        let line = |row: &Row| {
            row.iter().map(cell).collect::<Vec<_>>().join(&self.separator.to_string()) + self.newline
        };
        std::iter::once(&header).chain(rows).map(line).collect()
    }
}

fn russian(written: Written) -> String {
    written.list(RUSSIAN_HEADER, &RUSSIAN)
}

fn kazakh(written: Written) -> String {
    written.list(KAZAKH_HEADER, &KAZAKH)
}

fn in_page(table: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = table.encode(text);
    assert!(!lossy, "the page has every letter of the list");
    bytes.into_owned()
}

fn marked(text: &str) -> Vec<u8> {
    ["\u{feff}", text].concat().into_bytes()
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// As an old program of a Kazakh school saves it: KZ-1048 (STRK1048-2002).
fn in_kz1048(text: &str) -> Vec<u8> {
    const OWN: [(char, u8); 16] = [
        ('Қ', 0x8d),
        ('Һ', 0x8e),
        ('қ', 0x9d),
        ('һ', 0x9e),
        ('Ұ', 0xa1),
        ('ұ', 0xa2),
        ('Ә', 0xa3),
        ('Ө', 0xa5),
        ('Ғ', 0xaa),
        ('Ү', 0xaf),
        ('ө', 0xb4),
        ('ғ', 0xba),
        ('ә', 0xbc),
        ('Ң', 0xbd),
        ('ң', 0xbe),
        ('ү', 0xbf),
    ];
    let one = |letter: char| match OWN.iter().find(|(own, _)| *own == letter) {
        Some((_, byte)) => vec![*byte],
        None => in_page(WINDOWS_1251, &letter.to_string()),
    };
    text.chars().flat_map(one).collect()
}

/// As Excel saves Kazakh letters as plain «CSV»: a question mark for each that windows-1251 lacks.
fn lossily(text: &str) -> Vec<u8> {
    let one = |letter: char| {
        let letter = letter.to_string();
        let (bytes, _, lossy) = WINDOWS_1251.encode(&letter);
        if lossy { b"?".to_vec() } else { bytes.into_owned() }
    };
    text.chars().flat_map(one).collect()
}

fn opened(bytes: &[u8], encoding: Option<Encoding>) -> Opened {
    let options = Options { encoding, ..Options::default() };
    open("list.csv", bytes, Kind::Pupils, &options).unwrap_or_else(|refused| panic!("{refused:?}"))
}

/// The records, each as the row that it was written from.
fn rows_of(opened: &Opened) -> Vec<[String; 6]> {
    let reading = read(opened).unwrap();
    assert_eq!(reading.problems, []);
    let Records::Pupils(pupils) = reading.records else { panic!("not pupils") };
    let row = |pupil: exchange::roster::PupilRecord| {
        [
            pupil.name.family,
            pupil.name.given,
            pupil.name.patronymic.unwrap_or_default(),
            pupil.class.typed.replacen('"', "«", 1).replacen('"', "»", 1),
            pupil.born_on.unwrap().strftime("%d.%m.%Y").to_string(),
            pupil.iin.unwrap(),
        ]
    };
    pupils.into_iter().map(row).collect()
}

fn rows(of: &[Row]) -> Vec<[String; 6]> {
    of.iter().map(|row| row.map(str::to_owned)).collect()
}

/// The Kazakh rows as they are kept: a name in capitals is written as names are.
fn kazakh_rows() -> Vec<[String; 6]> {
    let mut rows = rows(&KAZAKH);
    let [family, given, patronymic, ..] = rows.last_mut().unwrap();
    (*family, *given, *patronymic) = ("Сеңгірбаев".into(), "Қайрат".into(), "Әбдіұлы".into());
    rows
}

#[test]
fn a_russian_list_is_recognised_in_every_encoding_and_gives_the_same_records() {
    let (excel, dos) = (russian(EXCEL), russian(DOS));
    let saved = [
        ("UTF-8", excel.clone().into_bytes(), Encoding::Utf8),
        ("UTF-8 with a mark", marked(&excel), Encoding::Utf8),
        ("UTF-16LE", wide(&excel, u16::to_le_bytes), Encoding::Utf16Le),
        ("UTF-16LE with a mark", wide(&format!("\u{feff}{excel}"), u16::to_le_bytes), Encoding::Utf16Le),
        ("UTF-16BE", wide(&excel, u16::to_be_bytes), Encoding::Utf16Be),
        ("UTF-16BE with a mark", wide(&format!("\u{feff}{excel}"), u16::to_be_bytes), Encoding::Utf16Be),
        ("windows-1251", in_page(WINDOWS_1251, &excel), Encoding::Windows1251),
        ("IBM866", in_page(IBM866, &dos), Encoding::Ibm866),
        ("KOI8-R", in_page(KOI8_R, &dos), Encoding::Koi8R),
        ("MacCyrillic", in_page(X_MAC_CYRILLIC, &excel), Encoding::MacCyrillic),
    ];
    for (name, bytes, encoding) in saved {
        let opened = opened(&bytes, None);
        assert_eq!((opened.encoding, opened.doubts.as_slice()), (Some(encoding), &[][..]), "{name}");
        assert_eq!(rows_of(&opened), rows(&RUSSIAN), "{name}");
    }
}

#[test]
fn a_kazakh_list_is_recognised_in_every_encoding_that_has_its_letters() {
    let excel = kazakh(EXCEL);
    let saved = [
        ("UTF-8", excel.clone().into_bytes(), Encoding::Utf8),
        ("UTF-8 with a mark", marked(&excel), Encoding::Utf8),
        ("UTF-16LE", wide(&excel, u16::to_le_bytes), Encoding::Utf16Le),
        ("UTF-16LE with a mark", wide(&format!("\u{feff}{excel}"), u16::to_le_bytes), Encoding::Utf16Le),
        ("UTF-16BE", wide(&excel, u16::to_be_bytes), Encoding::Utf16Be),
        ("UTF-16BE with a mark", wide(&format!("\u{feff}{excel}"), u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (name, bytes, encoding) in saved {
        let opened = opened(&bytes, None);
        assert_eq!((opened.encoding, opened.doubts.as_slice()), (Some(encoding), &[][..]), "{name}");
        assert_eq!(rows_of(&opened), kazakh_rows(), "{name}");
    }
}

#[test]
fn every_separator_and_line_ending_gives_the_same_records() {
    for (separator, named) in
        [(';', Separator::Semicolon), (',', Separator::Comma), ('\t', Separator::Tab), ('|', Separator::Bar)]
    {
        for newline in ["\r\n", "\n"] {
            let text = kazakh(Written { separator, newline, straight: false });
            for text in [text.clone(), format!("sep={separator}{newline}{text}")] {
                let opened = opened(&marked(&text), None);
                assert_eq!(opened.separator, Some(named), "{separator:?} {newline:?}");
                assert_eq!(rows_of(&opened), kazakh_rows(), "{separator:?} {newline:?}");
            }
        }
    }
}

#[test]
fn kz1048_is_doubted_as_windows_1251_and_read_by_choice() {
    let bytes = in_kz1048(&kazakh(EXCEL));
    let guessed = opened(&bytes, None);
    assert_eq!(guessed.encoding, Some(Encoding::Windows1251));
    assert!(matches!(guessed.doubts.as_slice(), [Doubt::MayBeKz1048 { .. }]), "{:?}", guessed.doubts);
    assert_eq!(rows_of(&opened(&bytes, Some(Encoding::Kz1048))), kazakh_rows());
}

#[test]
fn koi8_u_is_read_by_choice() {
    let bytes = in_page(KOI8_U, &russian(DOS));
    assert_eq!(rows_of(&opened(&bytes, Some(Encoding::Koi8U))), rows(&RUSSIAN));
}

#[test]
fn a_list_whose_letters_were_lost_is_refused_with_exactly_its_lines() {
    let bytes = lossily(&kazakh(EXCEL));
    let refused = open("list.csv", &bytes, Kind::Pupils, &Options::default());
    let Err(Refused::LossyEncoding { cells }) = refused else { panic!("read in spite of lost letters") };
    let named: BTreeSet<u32> = cells.iter().map(|cell| cell.line).collect();
    let lost = |row: &Row| lossily(&row[..3].concat()).contains(&b'?');
    let lines = (2..).zip(&KAZAKH).filter(|(_, row)| lost(row)).map(|(line, _)| line);
    assert_eq!(named, lines.collect());
    assert!(!named.contains(&5) && !named.contains(&10) && !named.contains(&11), "nothing is lost there");
}
