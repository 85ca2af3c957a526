//! The people of the demonstration; all invented.

use super::season::{actor, context};
use actions::Ids;
use actions::accounts::change_password;
use domain::Day;
use domain::calendar::{USUAL_OFFSET_MINUTES, instant_of, usual_days_off};
use domain::commitments::{Commitment, VERSION};
use domain::mentors::{Card, Mentor, State};
use domain::newcomers::Newcomer;
use domain::people::{Category, Name, Person, Role};
use domain::programmes::Programme;
use domain::schools::{District, School};
use domain::secrets::Secret;
use domain::sides::Side;
use jiff::civil::date;
use store::{Db, WriteTx};

/// Whose sign-in links are printed: name, role, login.
pub(super) const PERSONAS: [(&str, &str, &str); 8] = [
    ("Гүлнафиса Сейфуллина", "coordinator", "gulnafisa"),
    ("Серік Оразбаев", "head", "serik"),
    ("Дана Сәтбаева", "newcomer", "dana"),
    ("Айдар Нуғманов", "newcomer", "aidar"),
    ("Айгүл Нұрбаева", "mentor", "aigul"),
    ("Бекжан Тұяқов", "mentor", "bekzhan"),
    ("Мәдина Төлеген", "teacher", "madina"),
    ("Сәуле Жұмабаева", "district officer", "saule"),
];

/// The id of the school that is shown.
pub(super) const SCHOOL: &str = "school-47";

/// From what the demonstration draws between those who stand equal: the same each time, and no secret to anybody.
const DRAW: &str = "47";

/// The id of somebody who is only there where a season was played.
pub(super) const LIVELY: &str = "dana";

/// Those who stand in a school before its staff list is brought.
pub(super) const FIRST: [&str; 3] = ["gulnafisa", "serik", "saule"];

/// The schools of the district: the one of the demonstration, two beside it, and three more where it begins.
const SCHOOLS: [&str; 6] = ["47", "12", "3", "5", "21", "60"];

/// Who coordinates each of the others where it begins: number of the school, login, family, given, patronymic.
pub(super) const NEIGHBOURS: [(&str, &str, &str, &str, &str); 5] = [
    ("12", "akbota", "Есенова", "Ақбота", "Талғатқызы"),
    ("3", "nurzhan", "Қасымов", "Нұржан", "Бекұлы"),
    ("5", "larisa", "Чернова", "Лариса", "Павловна"),
    ("21", "samat", "Ержанов", "Самат", "Қуатұлы"),
    ("60", "togzhan", "Бәйтенова", "Тоғжан", "Ілиясқызы"),
];

/// Gives everybody of these a password, so that they can sign as people in a school do; the pages of the demonstration say
/// which one.
pub(super) async fn set_passwords(
    db: &Db,
    ids: &Ids,
    logins: impl Iterator<Item = &'static str>,
) -> Result<(), String> {
    for login in logins {
        let who = actor(login, Role::Teacher);
        let set =
            change_password(&context(db, ids, &who, date(2026, 8, 25), 9), "", web::DEMO_PASSWORD).await;
        set.map_err(|error| format!("the password of {login}: {error:?}"))?;
    }
    Ok(())
}

type Seed = (&'static str, &'static str, &'static str, &'static str, &'static str, Category, &'static str);

/// Login, family, given, patronymic, subject, category, language.
const STAFF: [Seed; 18] = [
    ("gulnafisa", "Сейфуллина", "Гүлнафиса", "Ахмарқызы", "химия", Category::Researcher, "ru"),
    ("serik", "Оразбаев", "Серік", "Мұратұлы", "тарих", Category::Master, "kk"),
    ("dana", "Сәтбаева", "Дана", "Мейірқызы", "математика", Category::Teacher, "kk"),
    ("aidar", "Нуғманов", "Айдар", "Ерланұлы", "физика", Category::Teacher, "ru"),
    ("zere", "Искалиева", "Зере", "Болатқызы", "бастауыш сыныптар", Category::Teacher, "kk"),
    ("alina", "Маркова", "Алина", "Игоревна", "английский язык", Category::Teacher, "ru"),
    ("meiir", "Әлиев", "Мейір", "Асқарұлы", "тарих", Category::Teacher, "kk"),
    ("zhupar", "Мамбетова", "Жұпар", "Серікқызы", "биология", Category::Teacher, "kk"),
    ("aigul", "Нұрбаева", "Айгүл", "Сайлауқызы", "математика", Category::Master, "kk"),
    ("irina", "Кузнецова", "Ирина", "Васильевна", "математика", Category::Expert, "ru"),
    ("bekzhan", "Тұяқов", "Бекжан", "Оралұлы", "физика", Category::Researcher, "kk"),
    ("zhibek", "Қалиева", "Жібек", "Нұрланқызы", "информатика", Category::Expert, "kk"),
    ("karina", "Ананьева", "Карина", "Олеговна", "химия", Category::Expert, "ru"),
    ("asiya", "Валиханова", "Асия", "Шоқанқызы", "математика", Category::Researcher, "kk"),
    ("rakhman", "Шаймерденов", "Рахман", "Қайратұлы", "физика", Category::Expert, "ru"),
    ("madina", "Төлеген", "Мәдина", "Дәуренқызы", "музыка", Category::Expert, "kk"),
    ("polina", "Котова", "Полина", "Андреевна", "русский язык и литература", Category::Moderator, "ru"),
    ("yerlan", "Омаров", "Ерлан", "Жанатұлы", "дене шынықтыру", Category::Moderator, "kk"),
];

/// Newcomers and their first days of work.
const NEWCOMERS: [(&str, Day); 6] = [
    ("dana", date(2026, 8, 25)),
    ("aidar", date(2026, 8, 25)),
    ("zere", date(2026, 8, 26)),
    ("alina", date(2026, 8, 26)),
    ("meiir", date(2026, 9, 1)),
    ("zhupar", date(2026, 9, 1)),
];

/// Mentors with their places and their own words: why, what they give, how they work.
const MENTORS: [(&str, u8, &str, &str, &str); 7] = [
    (
        "aigul",
        2,
        "Маған да бір кезде тәлімгерім сабақта үндемей тұруды үйреткен. Соны бергім келеді.",
        "Сабақтың басы, сыныпқа сұрақ қою, БЖБ құрастыру.",
        "Аптасына бір рет, қысқа. Алдымен сіздің сабағыңыздан бастаймыз.",
    ),
    (
        "irina",
        1,
        "За тридцать лет накопилось то, чем хочется делиться, а не хранить в шкафу.",
        "Документы, разговор с родителями, классное руководство.",
        "По четвергам после шестого урока, с чаем.",
    ),
    (
        "bekzhan",
        2,
        "Жас мұғаліммен бірге сабақ жоспарлау маған да жаңа ой береді.",
        "Тәжірибелік сабақ, зертхана, қауіпсіздік.",
        "Бірге жоспарлаймыз, бірге өткіземіз, сосын талдаймыз.",
    ),
    (
        "zhibek",
        1,
        "Цифрлық құралдардан қорықпауға көмектескім келеді.",
        "Электрондық журнал, ҚМЖ, онлайн тапсырмалар.",
        "Сұрақ туса, сол күні он бес минут.",
    ),
    (
        "karina",
        2,
        "Помню свой первый год и не хочу, чтобы кто-то проходил его в одиночку.",
        "Как держать класс без крика, как оценивать справедливо.",
        "Прихожу к вам на урок, потом говорим о двух вещах, не больше.",
    ),
    (
        "asiya",
        1,
        "Ең жақсы үйрену жолы — үйрету.",
        "Саралап оқыту, дарынды оқушылармен жұмыс.",
        "Екі аптада бір рет, мақсатты бірге қоямыз.",
    ),
    (
        "rakhman",
        1,
        "Хочу, чтобы в школе остался кто-то, кто любит физику так же.",
        "Эксперимент на уроке, подготовка к олимпиадам.",
        "Сначала вы смотрите у меня, потом я у вас.",
    ),
];

/// Puts everybody into an empty database.
pub(super) async fn add(db: &Db) -> store::Result<()> {
    let mut tx = db.write().await?;
    add_schools(&mut tx, &SCHOOLS[..3]).await?;
    for seed in &STAFF {
        add_person(&mut tx, person(seed), roles(seed.0), None).await?;
    }
    store::programmes::add(&mut tx, &programme()).await?;
    let drawn = instant_of(date(2026, 8, 15), 9, USUAL_OFFSET_MINUTES);
    store::draws::add(&mut tx, &programme(), &Secret::new(DRAW.to_owned()), drawn).await?;
    store::programmes::seed_days(&mut tx, &programme().school, &usual_days_off(2026)).await?;
    for (id, hired_on) in NEWCOMERS {
        let (school, programme) = ("school-47".into(), "programme".into());
        let newcomer = Newcomer { id: id.into(), school, programme, person: id.into(), hired_on, version: 0 };
        store::newcomers::add(&mut tx, &newcomer).await?;
    }
    for seed in &MENTORS {
        store::mentors::add(&mut tx, &mentor(seed)).await?;
        store::commitments::give(&mut tx, &commitment(seed.0, Side::Mentor, date(2026, 8, 27))).await?;
    }
    // Мейір has not found the minute yet.
    for (id, hired_on) in NEWCOMERS.into_iter().filter(|(id, _)| *id != "meiir") {
        store::commitments::give(&mut tx, &commitment(id, Side::Newcomer, hired_on)).await?;
    }
    tx.commit().await
}

/// Puts only those of [`FIRST`] into an empty database, and a coordinator into each of the other schools.
pub(super) async fn add_first(db: &Db) -> store::Result<()> {
    let mut tx = db.write().await?;
    add_schools(&mut tx, &SCHOOLS).await?;
    for seed in STAFF.iter().filter(|seed| FIRST.contains(&seed.0)) {
        add_person(&mut tx, person(seed), roles(seed.0), None).await?;
    }
    for (number, login, family, given, patronymic) in NEIGHBOURS {
        let coordinator = Person {
            school: Some(format!("school-{number}").into()),
            email: Some(format!("{login}@school{number}.example")),
            ..person(&(login, family, given, patronymic, "", Category::Expert, "kk"))
        };
        add_person(&mut tx, coordinator, vec![Role::Teacher, Role::Coordinator], None).await?;
    }
    tx.commit().await
}

fn commitment(person: &str, side: Side, on: Day) -> Commitment {
    Commitment {
        school: "school-47".into(),
        programme: "programme".into(),
        person: person.into(),
        side,
        version: VERSION,
        given_at: instant_of(on, 12, USUAL_OFFSET_MINUTES),
    }
}

/// The district with its officer, and schools of these numbers.
async fn add_schools(tx: &mut WriteTx, numbers: &[&str]) -> store::Result<()> {
    let district = District {
        id: "district".into(),
        name_kk: "Ақжайық аудандық білім бөлімі".into(),
        name_ru: "Акжаикский районный отдел образования".into(),
    };
    store::schools::add_district(tx, &district).await?;
    for number in numbers {
        store::schools::add(tx, &school(number)).await?;
    }
    let officer = Person {
        school: None,
        subject: None,
        position: Some("әдіскер".into()),
        ..person(&("saule", "Жұмабаева", "Сәуле", "Қанатқызы", "", Category::None, "kk"))
    };
    add_person(tx, officer, vec![Role::DistrictOfficer], Some("district")).await
}

/// Somebody who came in the sixth week.
pub(super) const LATE: (&str, Day) = ("sabina", date(2026, 10, 5));

/// She is on the staff list, and nothing more.
pub(super) async fn add_late(db: &Db) -> store::Result<()> {
    let (login, hired_on) = LATE;
    let seed = (login, "Ахметжанова", "Сабина", "Маратқызы", "химия", Category::Teacher, "kk");
    let person = Person { service_years: Some(0), hired_on: Some(hired_on), ..person(&seed) };
    let mut tx = db.write().await?;
    add_person(&mut tx, person, vec![Role::Teacher], None).await?;
    tx.commit().await
}

async fn add_person(
    tx: &mut WriteTx,
    person: Person,
    roles: Vec<Role>,
    district: Option<&str>,
) -> store::Result<()> {
    store::people::add(tx, &person, district.map(Into::into).as_ref()).await?;
    for role in roles {
        store::people::open_role(tx, &person.id, role, date(2026, 8, 15)).await?;
    }
    store::accounts::add(tx, &person.id, person.id.as_str(), None).await
}

fn roles(login: &str) -> Vec<Role> {
    let mut roles = vec![Role::Teacher];
    match login {
        "gulnafisa" => roles.push(Role::Coordinator),
        "serik" => roles.push(Role::Head),
        _ => {}
    }
    if NEWCOMERS.iter().any(|(newcomer, _)| *newcomer == login) {
        roles.push(Role::Newcomer);
    }
    if MENTORS.iter().any(|(mentor, ..)| *mentor == login) {
        roles.push(Role::Mentor);
    }
    roles
}

fn school(number: &str) -> School {
    School {
        id: format!("school-{number}").into(),
        district: "district".into(),
        name_kk: format!("«№ {number} жалпы білім беретін мектеп» КММ"),
        name_ru: format!("КГУ «Общеобразовательная школа № {number}»"),
        short_kk: format!("№ {number} мектеп"),
        short_ru: format!("Школа № {number}"),
        bin: format!("0001400{number:0>5}"),
        place_kk: "Чапаев ауылы".into(),
        place_ru: "село Чапаево".into(),
        utc_offset_minutes: USUAL_OFFSET_MINUTES,
        version: 0,
    }
}

fn person(&(login, family, given, patronymic, subject, category, lang): &Seed) -> Person {
    let newcomer = NEWCOMERS.iter().find(|(newcomer, _)| *newcomer == login);
    let position = if login == "serik" { "директор" } else { "мұғалім" };
    Person {
        id: login.into(),
        school: Some("school-47".into()),
        name: Name { family: family.into(), given: given.into(), patronymic: Some(patronymic.into()) },
        email: Some(format!("{login}@school47.example")),
        phone: None,
        staff_number: None,
        position: Some(position.into()),
        subject: (!subject.is_empty()).then(|| subject.into()),
        category,
        service_years: Some(if newcomer.is_some() { 0 } else { 14 }),
        hired_on: Some(newcomer.map_or(date(2012, 9, 1), |(_, hired_on)| *hired_on)),
        weekly_load: Some(16),
        left_on: None,
        lang: lang.into(),
        version: 0,
    }
}

fn programme() -> Programme {
    Programme::usual("programme".into(), "school-47".into(), 2026)
}

fn mentor(&(login, places, motive, gives, works): &(&str, u8, &str, &str, &str)) -> Mentor {
    Mentor {
        id: login.into(),
        school: "school-47".into(),
        programme: "programme".into(),
        person: login.into(),
        state: State::Approved,
        since: web::instant_of(date(2026, 8, 27), 12, USUAL_OFFSET_MINUTES),
        card: Card {
            motive: motive.into(),
            gives: gives.into(),
            works: works.into(),
            languages: languages(login).iter().map(|tag| (*tag).to_owned()).collect(),
            places,
        },
        back_on: None,
        version: 0,
    }
}

/// The languages in which a mentor works.
fn languages(login: &str) -> &'static [&'static str] {
    match login {
        "irina" => &["ru"],
        "zhibek" => &["kk"],
        "karina" => &["ru", "en"],
        _ => &["kk", "ru"],
    }
}
