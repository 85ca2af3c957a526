//! The mentor course of the school: five candidates at different stages, six cases with replies, two sessions, of which one
//! was held; somebody with a certificate asks for a place again.

use super::season::{actor, context};
use actions::Ids;
use actions::certificates::{make, show};
use actions::courses::{announce, apply, enrol, mark, reply, sign_up, tell};
use domain::courses::{Announced, Attempts, Audience, Candidate, Course, Right, Rules, Stage, State, Words};
use domain::people::{Actor, Role};
use domain::questions::Topic;
use domain::{CaseId, CourseId, Day};
use jiff::civil::{Time, date, time};
use std::error::Error;
use store::Db;

const BEGUN: Day = date(2026, 9, 14);

type Seed = (&'static str, Topic, &'static str, &'static str, &'static str, &'static str);

/// The place of the case that its author has opened to the district.
const OPENED: i8 = 3;

/// Author, topic, line, situation, what they did, what they ask.
const CASES: [Seed; 6] = [
    (
        "aigul",
        Topic::Feedback,
        "Сабақтан кейінгі алғашқы сөз",
        "Жас әріптес сабақтан кейін «бәрі нашар болды» деп келді.",
        "Алдымен не көргенін сұрадым, өз пікірімді айтпадым.",
        "Мұндай кезде бірінші сөзді неден бастайсыз?",
    ),
    (
        "bekzhan",
        Topic::Adaptation,
        "Қараша айындағы шаршау",
        "Бірінші тоқсаннан кейін әріптес сабақ жоспарын түнде жазатын болды.",
        "Екі аптаға жоспарды бірге жаздық, кейін өзі жалғастырды.",
        "Көмекті қашан азайту керек?",
    ),
    (
        "irina",
        Topic::Talks,
        "Просьба о другом наставнике",
        "Молодая коллега стеснялась сказать, что нам неудобно работать вместе.",
        "Спросила, что ей мешает, и предложила самой обратиться к координатору.",
        "Как сказать об этом первой и не обидеть?",
    ),
    (
        "zhibek",
        Topic::Learning,
        "Кеңес пен сұрақ",
        "Дайын кеңес бергенімде әріптес оны қолданбады.",
        "Келесіде тек сұрақ қойдым, шешімді өзі тапты.",
        "Қандай сұрақтар сізде жұмыс істейді?",
    ),
    (
        "karina",
        Topic::Law,
        "Лишняя бумага",
        "Просили отдельный отчёт о каждой встрече.",
        "Показала, что всё уже есть в журнале, и отчёт отменили.",
        "Какие бумаги удалось убрать у вас?",
    ),
    (
        "irina",
        Topic::Safety,
        "Куда сообщать сразу",
        "Коллега услышала от ученика о том, что его обижают.",
        "Вместе прошли порядок школы по шагам в тот же день.",
        "Где у вас лежит этот порядок, чтобы не искать?",
    ),
];

/// Who replies to which case, with what.
const REPLIES: [(&str, usize, &str); 7] = [
    ("aigul", 1, "Мен апта басында не қалдыруға болатынын бірге таңдаймын."),
    ("aigul", 2, "Ең қиыны сұрау. Сұрағаннан кейін жеңілдейді."),
    ("bekzhan", 0, "«Сабақта не ұнады?» деп бастаймын."),
    ("bekzhan", 3, "«Тағы қалай болуы мүмкін еді?» деген сұрақ көмектеседі."),
    ("irina", 0, "Начинаю с того, что видела, без оценок."),
    ("irina", 4, "У нас убрали второй план на неделю."),
    ("zhibek", 0, "Аздап үнсіз отырамын, өзі бастайды."),
];

fn mentor(person: &str) -> Actor {
    actor(person, Role::Mentor)
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    for person in ["aigul", "bekzhan", "irina", "zhibek", "karina"] {
        let enrolling = context(db, ids, &coordinator, BEGUN, 11);
        enrol(&enrolling, &person.into()).await.map_err(|error| format!("{person}: {error:?}"))?;
    }
    discussion(db, ids).await?;
    certificate(db, ids).await?;
    training(db, ids).await?;
    let asks = mentor("rakhman");
    let asking = context(db, ids, &asks, date(2026, 10, 6), 12);
    apply(&asking).await.map_err(|error| format!("a place in the course: {error:?}"))?;
    Ok(())
}

/// A right from an earlier year with its certificate, which the card says; it ends in January, and its holder asks for a
/// place once more.
async fn certificate(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let holder = mentor("rakhman");
    let making = context(db, ids, &holder, BEGUN, 12);
    let right = Right { from: date(2024, 1, 20), until: date(2027, 1, 19) };
    let course: CourseId = making.id();
    let candidate = Candidate {
        course: course.clone(),
        person: "rakhman".into(),
        state: State::Passed { right },
        attempts: Attempts { theory: 1, practice: 1 },
        changed_at: making.now,
        version: 0,
    };
    let (school, rules, begun_on) = ("school-47".into(), Rules::default(), date(2023, 10, 2));
    let mut tx = db.write().await?;
    store::courses::add(&mut tx, &Course { school, candidate, rules, begun_on }).await?;
    tx.commit().await?;
    make(&making, &course).await.map_err(|error| format!("the certificate: {error:?}"))?;
    show(&making, &course, true).await.map_err(|error| format!("the certificate: {error:?}"))?;
    Ok(())
}

async fn discussion(db: &Db, ids: &Ids) -> Result<(), String> {
    let mut cases: Vec<CaseId> = Vec::new();
    for (place, (author, topic, title, situation, did, asks)) in (0_i8..).zip(CASES) {
        let words =
            Words { title: title.into(), situation: situation.into(), did: did.into(), asks: asks.into() };
        let author = mentor(author);
        let telling = context(db, ids, &author, date(2026, 9, 16), 9 + place);
        let audience = if place == OPENED { Audience::District } else { Audience::School };
        let told = tell(&telling, topic, &words, audience).await;
        cases.push(told.map_err(|error| format!("{title}: {error:?}"))?);
    }
    for (place, (author, case, words)) in (0_i8..).zip(REPLIES) {
        let author = mentor(author);
        let replying = context(db, ids, &author, date(2026, 9, 21), 9 + place);
        let case = cases.get(case).ok_or("no such case")?;
        reply(&replying, case, words).await.map_err(|error| format!("{words}: {error:?}"))?;
    }
    Ok(())
}

fn session(title: &str, day: Day, (from, to): (Time, Time), places: u16) -> Announced {
    Announced {
        stage: Stage::Training,
        title: title.into(),
        day,
        from,
        to,
        place: "Кабинет 214".into(),
        places,
        leader: "gulnafisa".into(),
        before: "Өз кеңесіңіздің көмектеспеген бір жағдайын еске түсіріңіз.".into(),
        after: "Келесі кездесуді тек сұрақтармен өткізіп көріңіз.".into(),
        opened: false,
    }
}

/// One session was held, one is to come: its only place is Бекжан's, and Ирина waits.
async fn training(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let announcing = context(db, ids, &coordinator, date(2026, 9, 22), 12);
    let morning = (time(9, 0, 0, 0), time(13, 0, 0, 0));
    let held = session("Ересек адам қалай үйренеді", date(2026, 10, 3), morning, 12);
    let held = announce(&announcing, &held).await.map_err(|error| format!("a session: {error:?}"))?;
    let ahead = session("Трудный разговор", date(2026, 10, 10), morning, 1);
    let ahead = announce(&announcing, &ahead).await.map_err(|error| format!("a session: {error:?}"))?;
    for (person, session) in [("aigul", &held), ("bekzhan", &held), ("bekzhan", &ahead), ("irina", &ahead)] {
        let person = mentor(person);
        let signing = context(db, ids, &person, date(2026, 9, 25), 12);
        let signed = sign_up(&signing, session).await;
        signed.map_err(|error| format!("{}: {error:?}", person.person))?;
    }
    let marking = context(db, ids, &coordinator, date(2026, 10, 3), 14);
    let marked = mark(&marking, &held, &["aigul".into(), "bekzhan".into()]).await;
    marked.map_err(|error| format!("who came: {error:?}"))?;
    Ok(())
}
