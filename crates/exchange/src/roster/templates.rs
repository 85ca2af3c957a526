//! Headers of empty lists to download; what is downloaded reads back.

use super::Kind;

/// The header row of an empty list in Kazakh (`kk`), Russian (`ru`) or English (`en`).
pub fn template(kind: Kind, language: &str) -> Option<&'static [&'static str]> {
    let [kazakh, russian, english] = match kind {
        Kind::Staff => STAFF,
        Kind::Pupils => PUPILS,
        Kind::Timetable => TIMETABLE,
    };
    match language {
        "kk" => Some(kazakh),
        "ru" => Some(russian),
        "en" => Some(english),
        _ => None,
    }
}

const STAFF: [&[&str]; 3] = [
    &[
        "Табель нөмірі",
        "Тегі",
        "Аты",
        "Әкесінің аты",
        "Лауазымы",
        "Пәні",
        "Біліктілік санаты",
        "Педагогикалық өтілі",
        "Жұмысқа қабылданған күні",
        "Туған күні",
        "Электрондық пошта",
        "Телефон",
        "Апталық жүктемесі",
        "Сынып жетекшілігі",
    ],
    &[
        "Табельный №",
        "Фамилия",
        "Имя",
        "Отчество",
        "Должность",
        "Предмет",
        "Квалификационная категория",
        "Педагогический стаж",
        "Дата приёма",
        "Дата рождения",
        "Электронная почта",
        "Телефон",
        "Недельная нагрузка",
        "Классное руководство",
    ],
    &[
        "Staff number",
        "Family name",
        "Given name",
        "Patronymic",
        "Position",
        "Subject",
        "Qualification category",
        "Years of service",
        "Hire date",
        "Birth date",
        "E-mail",
        "Phone",
        "Weekly hours",
        "Class teacher of",
    ],
];

const PUPILS: [&[&str]; 3] = [
    &[
        "Оқушы коды",
        "Тегі",
        "Аты",
        "Әкесінің аты",
        "Сыныбы",
        "Туған күні",
        "Оқыту тілі",
        "Математика, % 1-тоқсан",
        "Сабаққа қатысуы, %",
        "Үйірмелер мен жетістіктер",
    ],
    &[
        "Код ученика",
        "Фамилия",
        "Имя",
        "Отчество",
        "Класс",
        "Дата рождения",
        "Язык обучения",
        "Математика, % 1 четверть",
        "Посещаемость, %",
        "Кружки и достижения",
    ],
    &[
        "Pupil code",
        "Family name",
        "Given name",
        "Patronymic",
        "Class",
        "Birth date",
        "Language of instruction",
        "Mathematics, % quarter 1",
        "Attendance, %",
        "Clubs and achievements",
    ],
];

const TIMETABLE: [&[&str]; 3] = [
    &["Электрондық пошта", "Апта күні", "Сабақ нөмірі", "Сынып", "Кабинет"],
    &["Электронная почта", "День недели", "Номер урока", "Класс", "Кабинет"],
    &["E-mail", "Weekday", "Lesson number", "Class", "Room"],
];
