//! Three classes of the school with whoever looks after them: consents on paper, pupils who want to help others, and goals that
//! were offered. All children are invented.

use super::season::{actor, context};
use actions::Ids;
use actions::duties::{Given, give};
use actions::pupils::consents::enter;
use actions::pupils::references::{apply, ask, give as write};
use actions::pupils::referrals::{answer, offer};
use actions::pupils::volunteers::{name, recommend, train};
use domain::Day;
use domain::duties::Duty;
use domain::people::Role;
use domain::pupils::Pupil;
use domain::pupils::consents::Part::{Data, Diagnostics, OffSite, Participation, Photo};
use domain::pupils::consents::{Entry, Part, Way};
use domain::referrals::{About, Answer, Goal, Offer, Preset, Reason};
use domain::volunteers::references::{Application, Reference, Seen};
use domain::volunteers::{Belongs, Organisation, Recommendation, Training};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// Who looks after which class.
const TEACHERS: [(&str, &str); 3] = [("5А", "madina"), ("6Б", "polina"), ("8Б", "aigul")];
/// Who looks after all of them, named by the head.
pub(super) const SPECIALIST: &str = "zhibek";

const NOTHING: &[Part] = &[];
const TO_TAKE_PART: &[Part] = &[Participation, Data];
/// A psychologist may ask them as well.
const AND_BE_ASKED: &[Part] = &[Participation, Data, Diagnostics];

type Seed = (&'static str, [&'static str; 3], &'static str, Day, &'static str, &'static [Part]);

/// Id, family, given and patronymic, class, birthday, which parent signed, and what for.
const PUPILS: [Seed; 24] = [
    (
        "aisha",
        ["Сұлтанова", "Айша", "Нұрланқызы"],
        "5А",
        date(2015, 3, 14),
        "Сұлтанова Гүлмира",
        AND_BE_ASKED,
    ),
    ("alikhan", ["Ержанов", "Әлихан", "Маратұлы"], "5А", date(2015, 7, 2), "Ержанов Марат", AND_BE_ASKED),
    (
        "arina",
        ["Белова", "Арина", "Павловна"],
        "5А",
        date(2015, 11, 20),
        "Белова Ольга",
        &[Participation, Data, OffSite, Diagnostics],
    ),
    (
        "bekarys",
        ["Төлегенов", "Бекарыс", "Айдосұлы"],
        "5А",
        date(2015, 1, 9),
        "Төлегенова Жанна",
        AND_BE_ASKED,
    ),
    ("danial", ["Қайратов", "Даниал", "Ерланұлы"], "5А", date(2015, 9, 25), "Қайратова Ләззат", AND_BE_ASKED),
    ("inkar", ["Жұмағали", "Інкәр", "Саматқызы"], "5А", date(2015, 5, 30), "Жұмағали Самат", AND_BE_ASKED),
    ("kirill", ["Титов", "Кирилл", "Олегович"], "5А", date(2015, 12, 3), "Титова Елена", &[Data]),
    (
        "nazerke",
        ["Амантай", "Назерке", "Бауыржанқызы"],
        "5А",
        date(2015, 8, 17),
        "Амантай Бауыржан",
        TO_TAKE_PART,
    ),
    (
        "rayana",
        ["Ерғали", "Раяна", "Асқарқызы"],
        "5А",
        date(2015, 4, 6),
        "Ерғали Динара",
        &[Participation, Data, Photo, Diagnostics],
    ),
    ("timur", ["Сафин", "Тимур", "Ринатович"], "5А", date(2015, 10, 11), "", NOTHING),
    ("aldiyar", ["Бақыт", "Алдияр", "Қанатұлы"], "6Б", date(2014, 2, 22), "Бақыт Айнагүл", TO_TAKE_PART),
    (
        "gulnur",
        ["Есенғали", "Гүлнұр", "Дәуренқызы"],
        "6Б",
        date(2014, 6, 18),
        "Есенғали Дәурен",
        TO_TAKE_PART,
    ),
    ("maksim", ["Громов", "Максим", "Игоревич"], "6Б", date(2014, 9, 7), "", NOTHING),
    ("saniya", ["Қуаныш", "Сания", "Талғатқызы"], "6Б", date(2014, 12, 1), "Қуаныш Мейрамгүл", TO_TAKE_PART),
    ("sultan", ["Мұхтар", "Сұлтан", "Жанатұлы"], "6Б", date(2014, 3, 27), "Мұхтар Жанат", TO_TAKE_PART),
    ("vera", ["Лаптева", "Вера", "Сергеевна"], "6Б", date(2014, 8, 13), "", NOTHING),
    ("ali", ["Жақсыбек", "Әли", "Нұрболұлы"], "8Б", date(2012, 4, 19), "Жақсыбек Сәуле", TO_TAKE_PART),
    (
        "aruzhan",
        ["Серік", "Аружан", "Бекжанқызы"],
        "8Б",
        date(2012, 10, 5),
        "Серік Қарлығаш",
        &[Participation, Data, OffSite],
    ),
    ("batyr", ["Орынбай", "Батыр", "Ғалымұлы"], "8Б", date(2012, 1, 28), "Орынбай Ғалым", TO_TAKE_PART),
    (
        "dilnaz",
        ["Сапарғали", "Дільназ", "Ерболқызы"],
        "8Б",
        date(2012, 7, 16),
        "Сапарғали Ербол",
        TO_TAKE_PART,
    ),
    ("egor", ["Крылов", "Егор", "Денисович"], "8Б", date(2012, 11, 8), "Крылова Анна", TO_TAKE_PART),
    ("marzhan", ["Тұрсын", "Маржан", "Айбекқызы"], "8Б", date(2012, 5, 3), "Тұрсын Айбек", TO_TAKE_PART),
    ("miras", ["Әбіл", "Мирас", "Серікұлы"], "8Б", date(2012, 9, 21), "", NOTHING),
    ("sofiya", ["Ким", "София", "Андреевна"], "8Б", date(2012, 2, 12), "", NOTHING),
];

/// A child who has not said yes, though the parents have.
const UNDECIDED: &str = "nazerke";

type Help = (&'static str, Option<Organisation>, &'static [u16], Option<(&'static str, &'static str)>);

/// Who wants to help: to what they belong, minutes of training, and who recommends them with which words.
const VOLUNTEERS: [Help; 5] = [
    (
        "ali",
        Some(Organisation::ZhasUlan),
        &[60, 60],
        Some(("bekzhan", "Түсіндіргенде асықпайды, қателескенді мазақ етпейді.")),
    ),
    (
        "aruzhan",
        Some(Organisation::Qamqor),
        &[120],
        Some(("dana", "Сөзінде тұрады, кішілермен сөйлесе біледі.")),
    ),
    ("batyr", None, &[120], Some(("aigul", "Жауапкершілігі мол, уәделескен уақытта келеді."))),
    ("dilnaz", None, &[60], None),
    ("egor", None, &[], Some(("bekzhan", "Терпеливо объясняет у доски и умеет ждать."))),
];

/// Why two of them want to help, and whom.
const APPLICATIONS: [(&str, &str, &str); 2] = [
    ("ali", "Бесінші сыныпта маған да көмектескен еді.", "Алгебрадан қиналатын бесінші сынып оқушысына"),
    ("dilnaz", "Кішілермен ойнағанды ұнатамын.", "Жаңа келген балаға"),
];

/// Who writes for Али, and what.
const REFEREE: (&str, &str) = ("bekzhan", "Үзілісте кішілерге есепті өзі ұсынып түсіндіріп жүргенін көрдім.");

type Offered = (&'static str, Preset, About, Option<&'static str>, Option<Answer>);

/// To whom a goal was offered: which, why, in which words apart, and what the child said.
const GOALS: [Offered; 7] = [
    (
        "aisha",
        Preset::Algebra,
        About::Study,
        Some("Бөлшектерге келгенде сұрақ қоюдан тартынады."),
        Some(Answer::Yes),
    ),
    ("alikhan", Preset::Friends, About::Peers, Some("Қыркүйекте жаңа келді."), Some(Answer::Yes)),
    ("arina", Preset::English, About::Study, None, Some(Answer::Yes)),
    ("bekarys", Preset::Homework, About::Study, None, Some(Answer::Yes)),
    ("danial", Preset::Settle, About::Peers, None, Some(Answer::Yes)),
    ("inkar", Preset::Hobby, About::Peers, None, None),
    ("gulnur", Preset::Kazakh, About::Study, None, Some(Answer::Yes)),
];

/// Who looks after the class of a pupil.
pub(super) fn teacher(pupil: &str) -> &'static str {
    let class = PUPILS.iter().find(|(id, ..)| *id == pupil).map(|(_, _, class, ..)| *class);
    let teacher = TEACHERS.iter().find(|(key, _)| Some(*key) == class);
    teacher.map(|(_, person)| *person).unwrap_or_default()
}

/// A class as people write it: «5 «А»».
fn written(class: &str) -> String {
    let (grade, letter) = class.split_at(1);
    format!("{grade} «{letter}»")
}

fn pupil(&(id, [family, given, patronymic], class, born_on, ..): &Seed) -> Pupil {
    Pupil {
        id: id.into(),
        school: "school-47".into(),
        code: None,
        family: family.into(),
        given: given.into(),
        patronymic: Some(patronymic.into()),
        class: written(class),
        class_key: class.into(),
        born_on: Some(born_on),
        language: None,
        left_on: None,
    }
}

/// Puts the classes into the school.
async fn add(db: &Db) -> store::Result<()> {
    let mut tx = db.write().await?;
    for seed in &PUPILS {
        store::pupils::put(&mut tx, &pupil(seed)).await?;
    }
    tx.commit().await
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    add(db).await?;
    duties(db, ids).await?;
    consents(db, ids).await?;
    volunteers(db, ids).await?;
    applications(db, ids).await?;
    goals(db, ids).await?;
    Ok(())
}

async fn duties(db: &Db, ids: &Ids) -> Result<(), String> {
    let (head, coordinator) = (actor("serik", Role::Head), actor("gulnafisa", Role::Coordinator));
    let specialist = Given { person: SPECIALIST.into(), duty: Duty::Specialist };
    let naming = context(db, ids, &head, date(2026, 9, 2), 10);
    give(&naming, &specialist).await.map_err(|error| format!("the specialist: {error:?}"))?;
    let giving = context(db, ids, &coordinator, date(2026, 9, 2), 11);
    for (class, person) in TEACHERS {
        let given = Given { person: person.into(), duty: Duty::ClassTeacher(class.to_owned()) };
        give(&giving, &given).await.map_err(|error| format!("{class}: {error:?}"))?;
    }
    Ok(())
}

async fn consents(db: &Db, ids: &Ids) -> Result<(), String> {
    for (id, _, class, _, representative, parts) in PUPILS.iter().filter(|seed| !seed.5.is_empty()) {
        let teacher = actor(teacher(id), Role::Teacher);
        let entry = Entry {
            representative: Some((*representative).to_owned()),
            way: Way::Paper,
            place: format!("12-кабинет, {class} папкасы"),
            given_on: date(2026, 9, 8),
            parts: parts.to_vec(),
            child_agreed: *id != UNDECIDED,
        };
        let entered = enter(&context(db, ids, &teacher, date(2026, 9, 10), 14), &(*id).into(), &entry).await;
        entered.map_err(|error| format!("the consents about {id}: {error:?}"))?;
    }
    Ok(())
}

async fn volunteers(db: &Db, ids: &Ids) -> Result<(), String> {
    for (id, organisation, trainings, said) in VOLUNTEERS {
        let (told, teacher) = (|error: String| format!("{id}: {error}"), actor(teacher(id), Role::Teacher));
        let keeping = context(db, ids, &teacher, date(2026, 9, 16), 15);
        let under = organisation.map(Belongs::Known);
        name(&keeping, &id.into(), under.as_ref()).await.map_err(|error| told(format!("{error:?}")))?;
        for (day, minutes) in [date(2026, 9, 12), date(2026, 9, 15)].into_iter().zip(trainings) {
            let training = Training { day, minutes: *minutes };
            train(&keeping, &id.into(), training).await.map_err(|error| told(format!("{error:?}")))?;
        }
        if let Some((by, words)) = said {
            let words = Recommendation { by: by.into(), words: words.to_owned() };
            recommend(&keeping, &id.into(), &words).await.map_err(|error| told(format!("{error:?}")))?;
        }
    }
    Ok(())
}

async fn applications(db: &Db, ids: &Ids) -> Result<(), String> {
    for (id, motive, wish) in APPLICATIONS {
        let teacher = actor(teacher(id), Role::Teacher);
        let own = Application { motive: motive.to_owned(), wish: Some(wish.to_owned()), version: 0 };
        let applied = apply(&context(db, ids, &teacher, date(2026, 9, 17), 9), &id.into(), &own).await;
        applied.map_err(|error| format!("the application of {id}: {error:?}"))?;
    }
    let (by, words) = REFEREE;
    let (coordinator, referee) = (actor("gulnafisa", Role::Coordinator), actor(by, Role::Teacher));
    let asking = context(db, ids, &coordinator, date(2026, 9, 17), 10);
    ask(&asking, &"ali".into(), &by.into()).await.map_err(|error| format!("{by} is asked: {error:?}"))?;
    let on = date(2026, 9, 18);
    let reference =
        Reference { seen: [Seen::Often, Seen::Often, Seen::NotSeen], words: words.to_owned(), on };
    let written = write(&context(db, ids, &referee, on, 10), &"ali".into(), &reference).await;
    written.map_err(|error| format!("the reference for ali: {error:?}"))
}

async fn goals(db: &Db, ids: &Ids) -> Result<(), String> {
    for (id, goal, about, words, said) in GOALS {
        let teacher = actor(teacher(id), Role::Teacher);
        let offering = context(db, ids, &teacher, date(2026, 9, 14), 13);
        let reason = Reason { about, words: words.map(str::to_owned) };
        let offered = offer(&offering, &id.into(), &Offer { goal: Goal::Preset(goal), reason }).await;
        offered.map_err(|error| format!("a goal for {id}: {error:?}"))?;
        if let Some(said) = said {
            let answered = answer(&context(db, ids, &teacher, date(2026, 9, 15), 13), &id.into(), said).await;
            answered.map_err(|error| format!("what {id} says: {error:?}"))?;
        }
    }
    Ok(())
}
