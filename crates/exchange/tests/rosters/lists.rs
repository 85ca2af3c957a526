//! Separated text, in files and pasted.

use exchange::roster::{
    Category, Doubt, Field, Format, Kind, MAX_BYTES, Opened, Options, Problem, ProblemKind, Records, Refused,
    Separator, Severity, SkipReason, StaffRecord, Usage, open, read, template,
};
use jiff::civil::date;
use proptest::prelude::*;

fn opened(kind: Kind, text: &str) -> Opened {
    open("list.csv", text.as_bytes(), kind, &Options::default()).unwrap()
}

fn staff(text: &str) -> (Vec<StaffRecord>, Vec<Problem>) {
    let reading = read(&opened(Kind::Staff, text)).unwrap();
    let Records::Staff(staff) = reading.records else { panic!("not staff") };
    (staff, reading.problems)
}

fn kinds(problems: &[Problem]) -> Vec<&ProblemKind> {
    problems.iter().map(|problem| &problem.kind).collect()
}

#[test]
fn a_cell_longer_than_any_list_has_stops_its_line_and_is_quoted_by_its_beginning() {
    let (most, count) = (exchange::roster::MAX_CELL, 40_000);
    let (long, fits) = ("ә".repeat(count), "ә".repeat(most));
    let (staff, problems) = staff(&format!("ФИО;Предмет\nКим Виктор;{long}\nНұрланова Әлия;{fits}\n"));
    assert_eq!(kinds(&problems), [&ProblemKind::TooLong { most, count }]);
    assert_eq!(problems[0].value, format!("{fits}…"));
    assert_eq!(staff.len(), 1);
    assert_eq!(staff[0].subject.as_ref().unwrap().value, fits);
}

#[test]
fn a_list_of_teachers_is_read_whole() {
    let (staff, problems) = staff(
        "Список педагогов на 1 сентября;;;;;;\n\n\
         № п/п;ФИО;Категория;Стаж;Дата приёма;Почта;Сот. телефон\n\
         1;НҰРЛАНОВА  ӘЛИЯ СЕРІК ҚЫЗЫ;педагог-сарапшы;5 лет 3 мес.;01.09.2021;a.nurlanova@school.example;8 701 234 56 78\n\
         2;Ким Виктор;б/к;0;2026-08-25;kim@school.example;\n\
         Итого;2;;;;;\n",
    );
    assert_eq!(problems, []);
    let [aliya, viktor] = staff.as_slice() else { panic!("{staff:?}") };
    assert_eq!((aliya.line, viktor.line), (4, 5));
    assert_eq!(aliya.name.full(), "Нұрланова Әлия Серік қызы");
    assert_eq!(aliya.category, Some(Category::Expert));
    assert_eq!(aliya.service_months, Some(63));
    assert_eq!(aliya.hired_on, Some(date(2021, 9, 1)));
    assert_eq!(aliya.phone.as_ref().unwrap().value, "+77012345678");
    assert_eq!(viktor.category, Some(Category::None));
    assert_eq!(viktor.hired_on, Some(date(2026, 8, 25)));
}

#[test]
fn the_guess_is_shown_and_unknown_columns_are_listed() {
    let text = "Тегі|Аты|Кофе|Құпия сөз\nНұрланова|Әлия|қара|qwerty\n";
    let opened = opened(Kind::Staff, text);
    assert_eq!(opened.separator, Some(Separator::Bar));
    assert_eq!((opened.header_line, opened.format), (1, Format::Csv));
    let usages: Vec<&Usage> = opened.columns.iter().map(|column| &column.usage).collect();
    let mapped = [Usage::Mapped(Field::Family), Usage::Mapped(Field::Given)];
    assert_eq!(usages, [&mapped[0], &mapped[1], &Usage::Unknown, &Usage::Secret]);
    assert_eq!(opened.sample[0].cells, ["Нұрланова", "Әлия", "қара", ""]);
    assert!(!format!("{opened:?}").contains("qwerty"));
}

#[test]
fn every_guess_can_be_overruled_and_kept() {
    let text = "Дата;03/04/2020\nКто;Когда,Пароль\nКим Виктор;05/09/11\n";
    let mut options = Options {
        header_line: Some(2),
        separator: Some(Separator::Semicolon),
        date_order: Some(exchange::roster::DateOrder::DayFirst),
        ..Options::default()
    };
    options.columns.insert("Кто".to_owned(), Some(Field::FullName));
    options.columns.insert("Когда,Пароль".to_owned(), Some(Field::HireDate));
    let kept: Options = serde_json::from_str(&serde_json::to_string(&options).unwrap()).unwrap();
    assert_eq!(kept, options);
    let opened = open("list.csv", text.as_bytes(), Kind::Staff, &kept).unwrap();
    assert_eq!(opened.columns[1].usage, Usage::Secret, "no option opens a password");
    let reading = read(&opened).unwrap();
    assert_eq!((reading.records.len(), opened.header_line), (1, 2));
}

#[test]
fn two_columns_for_one_field_are_refused_until_a_person_chooses() {
    let text = "ФИО;E-mail;Электронная почта\nКим Виктор;a@school.example;b@school.example\n";
    let conflicting = opened(Kind::Staff, text);
    assert_eq!(conflicting.conflicts[0].field, Field::Email);
    assert_eq!(read(&conflicting).unwrap_err().conflicts[0].columns.len(), 2);
    let mut options = Options::default();
    options.columns.insert("E-mail".to_owned(), None);
    let chosen = open("list.csv", text.as_bytes(), Kind::Staff, &options).unwrap();
    let Records::Staff(staff) = read(&chosen).unwrap().records else { panic!("not staff") };
    assert_eq!(staff[0].email.as_ref().unwrap().value, "b@school.example");
}

#[test]
fn what_is_required_and_absent_is_named() {
    let opened = opened(Kind::Pupils, "Фамилия,Имя\nКим,Анна\n");
    assert_eq!(opened.missing, [Field::Class]);
    assert!(!opened.is_ready());
}

#[test]
fn an_error_stops_its_line_and_never_the_file() {
    let (staff, problems) = staff(
        "Фамилия,Имя,Почта,Дата приема,ИИН\n\
         Ким,,kim@school.example,,\n\
         \"Ли\n(Цой)\",Анна,нет,,\n\
         Ахметов,Ерлан,e@school.example,31.02.2020,\n\
         Сапарова,Дана,d@school.example,,\"1,20405E+11\"\n\
         Петрова,Ольга,o@school.example,05/09/11,\n\
         Иванов,Олег,o@school.example,,\n",
    );
    let names: Vec<&str> = staff.iter().map(|record| record.name.family.as_str()).collect();
    assert_eq!(names, ["Сапарова", "Петрова"]);
    let lines: Vec<(u32, Option<&str>)> =
        problems.iter().map(|problem| (problem.line, problem.column.as_deref())).collect();
    let expected = [
        (2, Some("Имя")),
        (3, Some("Почта")),
        (5, Some("Дата приема")),
        (6, Some("ИИН")),
        (7, Some("Дата приема")),
        (8, Some("Почта")),
    ];
    assert_eq!(lines, expected);
    assert_eq!((&problems[3].kind, problems[3].severity()), (&ProblemKind::LostIin, Severity::Warning));
    assert_eq!(problems[4].severity(), Severity::Warning);
    let both = vec![date(2011, 5, 9), date(2011, 9, 5)];
    assert_eq!(problems[4].kind, ProblemKind::AmbiguousDate { readings: both });
    assert_eq!(problems[5].kind, ProblemKind::DuplicateInFile { other_line: 7 });
}

/// The number is not kept, so nothing about it stands in anybody's way.
#[test]
fn a_bad_iin_never_stops_a_line() {
    // Month 99: nobody's.
    let iins = ["129982597055", "129982597055", "12998", "нет", "1,20405E+11", "129982597054"];
    let people = ["Ким Анна", "Ли Олег", "Цой Вера", "Пак Дана", "Хан Ия", "Югай Инна"];
    let lines: Vec<String> =
        people.iter().zip(iins).map(|(name, iin)| format!("{name};\"{iin}\";5А\n")).collect();
    let text = format!("ФИО;ИИН;Класс\n{}", lines.concat());
    let opened = opened(Kind::Pupils, &text);
    let reading = read(&opened).unwrap();
    let Records::Pupils(pupils) = &reading.records else { panic!("not pupils") };
    let (of_staff, problems) = staff(&text);
    assert_eq!((of_staff.len(), pupils.len()), (people.len(), people.len()));
    assert!(problems.iter().all(|problem| problem.severity() == Severity::Warning), "{problems:?}");
    let said = kinds(&problems);
    for kind in [ProblemKind::BadIin, ProblemKind::LostIin, ProblemKind::IinInFile { other_line: 2 }] {
        assert!(said.contains(&&kind), "{kind:?} in {said:?}");
    }
    // A rounded key is still an error: it tells people apart.
    let (of_staff, problems) = staff("ФИО;Табельный номер\nКим Анна;\"1,20405E+11\"\n");
    assert_eq!((of_staff.len(), kinds(&problems)), (0, vec![&ProblemKind::LostDigits]));
}

#[test]
fn two_people_of_one_name_are_both_kept_and_pointed_out() {
    let (staff, problems) =
        staff("ФИО;Почта\nКим Анна;a.kim@school.example\nКИМ АННА;anna.kim@school.example\n");
    assert_eq!(staff.len(), 2);
    assert_eq!(kinds(&problems), [&ProblemKind::NamesakeInFile { other_line: 2 }]);
}

#[test]
fn a_separator_that_strayed_into_a_cell_stops_the_line() {
    let (staff, problems) = staff("ФИО,Предмет\nКим Анна,химия, биология\n");
    assert_eq!(staff, []);
    assert_eq!(kinds(&problems), [&ProblemKind::CellsBeyondHeader { count: 1 }]);
}

#[test]
fn lines_that_are_no_records_are_left_out_and_reported() {
    let text = "ФИО;Класс;Код\n1;2;3\nКим Анна;5А;П1\nФИО;Класс;Код\nЛи Олег;5А;П2\nВсего: 2;;\n";
    let reading = read(&opened(Kind::Pupils, text)).unwrap();
    let skipped: Vec<(u32, SkipReason)> =
        reading.skipped.iter().map(|skipped| (skipped.line, skipped.reason)).collect();
    let expected = [(2, SkipReason::ColumnNumbers), (4, SkipReason::RepeatedHeader), (6, SkipReason::Total)];
    assert_eq!(skipped, expected);
    assert_eq!(reading.records.len(), 2);
}

#[test]
fn pasted_cells_are_a_list_too() {
    let text = "Email\tАпта күні\tСабақ\tСынып\na@school.example\tдс\t3\t8 «а»\n";
    let opened = open("", text.as_bytes(), Kind::Timetable, &Options::default()).unwrap();
    assert_eq!((opened.format, opened.separator), (Format::Pasted, Some(Separator::Tab)));
    let Records::Timetable(lessons) = read(&opened).unwrap().records else { panic!() };
    assert_eq!((lessons[0].weekday, lessons[0].lesson), (1, 3));
    assert_eq!(lessons[0].class.as_ref().unwrap().key(), "8А");
}

#[test]
fn figures_of_pupils_are_read_by_subject_and_quarter() {
    let text = "ФИО;Класс;Алгебра, % 1 ч.;Алгебра, % 2 ч.;Посещаемость\nКим Анна;8А;85,5;101;92%\n";
    let reading = read(&opened(Kind::Pupils, text)).unwrap();
    let Records::Pupils(pupils) = &reading.records else { panic!("not pupils") };
    assert_eq!(pupils[0].scores.len(), 1);
    assert_eq!((pupils[0].scores[0].quarter, pupils[0].attendance), (Some(1), Some(92.0)));
    assert!(matches!(kinds(&reading.problems)[..], [ProblemKind::OutOfRange { .. }]));
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    let refuse = |bytes: &[u8]| open("list.csv", bytes, Kind::Staff, &Options::default()).unwrap_err();
    assert_eq!(refuse(b""), Refused::Empty);
    assert_eq!(refuse("\n;;\n \n".as_bytes()), Refused::Empty);
    assert_eq!(refuse(b"%PDF-1.7\n"), Refused::NotATable);
    assert_eq!(refuse(b"<html><table></table></html>"), Refused::NotATable);
    assert_eq!(refuse(&vec![b'a'; MAX_BYTES + 1]), Refused::TooLarge);
    assert_eq!(refuse("а\n".repeat(100_001).as_bytes()), Refused::TooLarge);
    assert!(matches!(refuse(b"PK\x03\x04 not really"), Refused::Unreadable { .. }));
}

#[test]
fn lost_letters_refuse_the_file_and_name_the_cells() {
    let text = "Тегі;Аты\nНұрланова;Әлия\nА?метова;Айг?л\n";
    let refused = open("list.csv", text.as_bytes(), Kind::Staff, &Options::default());
    let Err(Refused::LossyEncoding { cells }) = refused else { panic!("{refused:?}") };
    let cells: Vec<(u32, &str, &str)> =
        cells.iter().map(|cell| (cell.line, cell.column.as_str(), cell.value.as_str())).collect();
    assert_eq!(cells, [(3, "Тегі", "А?метова"), (3, "Аты", "Айг?л")]);
}

#[test]
fn windows_1251_is_read_and_kazakh_letters_of_kz1048_are_doubted() {
    let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("Фамилия;Имя\nПетрова;Ольга\n");
    let opened = open("list.csv", &russian, Kind::Staff, &Options::default()).unwrap();
    assert_eq!(opened.sample[0].cells, ["Петрова", "Ольга"]);
    assert_eq!(opened.doubts, []);
    // «Әлия» in KZ-1048.
    let kazakh = [&russian[..], b"\xca\xe8\xec;\xa3\xeb\xe8\xff\n"].concat();
    let opened = open("list.csv", &kazakh, Kind::Staff, &Options::default()).unwrap();
    assert!(matches!(opened.doubts[..], [Doubt::MayBeKz1048 { .. }]));
}

#[test]
fn a_template_reads_back_without_one_unknown_column() {
    for kind in [Kind::Staff, Kind::Pupils, Kind::Timetable] {
        for language in ["kk", "ru", "en"] {
            let header = template(kind, language).unwrap().join(";");
            let opened = opened(kind, &format!("{header}\n"));
            assert!(opened.is_ready(), "{kind:?} {language}: {:?}", opened.conflicts);
            for column in &opened.columns {
                assert!(matches!(column.usage, Usage::Mapped(_)), "{language}: {}", column.header);
            }
        }
    }
    assert_eq!(template(Kind::Staff, "de"), None);
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for kind in [Kind::Staff, Kind::Pupils, Kind::Timetable] {
            if let Ok(opened) = open("list.csv", &bytes, kind, &Options::default()) {
                let _ = read(&opened);
            }
        }
    }

    #[test]
    fn no_list_makes_the_reader_panic(text in "(ФИО|Класс|Дата рождения|ИИН|Стаж)(;[А-яЁёA-z0-9?\" .,/:E+%-]{0,12}|\n){0,30}") {
        for kind in [Kind::Staff, Kind::Pupils] {
            if let Ok(opened) = open("list.csv", text.as_bytes(), kind, &Options::default()) {
                let _ = read(&opened);
            }
        }
    }

    #[test]
    fn what_is_written_as_text_comes_back_as_text(subjects in prop::collection::vec("[^\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]{1,20}", 1..8)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(["Фамилия", "Имя", "Предмет"]).unwrap();
        for subject in &subjects {
            writer.write_record(["Ким", "Анна", subject]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let opened = open("list.csv", &bytes, Kind::Staff, &Options::default()).unwrap();
        let Records::Staff(staff) = read(&opened).unwrap().records else { panic!("not staff") };
        prop_assert_eq!(staff.len(), subjects.len());
        for (record, subject) in staff.iter().zip(&subjects) {
            let read = record.subject.as_ref().map_or("", |entry| entry.as_typed());
            prop_assert!(read == subject || subject.trim().is_empty());
        }
    }
}
