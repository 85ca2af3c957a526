//! The selection up to 7 October, played by the actions themselves, so that the log is true.

use actions::mentors::pause;
use actions::requests::{Step, accept, send, step};
use actions::{Context, Failed, Ids};
use domain::Day;
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::people::{Actor, Role};
use domain::requests::{AnswerRefused, Rhythm, SendRefused, Wish};
use jiff::ToSpan;
use jiff::civil::date;
use std::error::Error;
use store::Db;
use web::instant_of;

/// A request: from, to, on, words, goals, and what the mentor did.
struct Scene {
    from: &'static str,
    to: &'static str,
    on: Day,
    text: &'static str,
    goals: &'static [&'static str],
    answers: &'static [Answer],
}

#[derive(Clone, Copy)]
enum Answer {
    Open,
    Ask(&'static str),
    MeetFirst,
    Decline,
    Accept,
}

const SCENES: [Scene; 6] = [
    Scene {
        from: "aidar",
        to: "bekzhan",
        on: date(2026, 9, 24),
        text: "Бекжан Оралұлы, после вашей лабораторной я понял, как много можно показать за десять минут. Хочу научиться так же.",
        goals: &["лабораторные работы", "безопасность"],
        answers: &[Answer::Open, Answer::Accept],
    },
    Scene {
        from: "dana",
        to: "aigul",
        on: date(2026, 10, 6),
        text: "Айгүл Сайлауқызы, 8 «Б»-дағы сабағыңызда сынып қатені өзі тапты. Менің сабағымда қатеден кейін үнсіздік болады. Күте білуді үйренгім келеді.",
        goals: &["сыныпқа сұрақ қою", "БЖБ", "ата-анамен сөйлесу"],
        answers: &[],
    },
    Scene {
        from: "dana",
        to: "irina",
        on: date(2026, 10, 1),
        text: "Ирина Васильевна, құжаттарды өзіңіздей реттеп жүргізуді үйренгім келеді.",
        goals: &["құжаттар"],
        answers: &[Answer::Open],
    },
    Scene {
        from: "alina",
        to: "aigul",
        on: date(2026, 9, 30),
        text: "Хочу научиться держать внимание класса без крика, как у вас на уроке в седьмом классе.",
        goals: &["внимание класса"],
        answers: &[Answer::Open, Answer::Ask("Какие классы вы ведёте и в какие дни свободны?")],
    },
    Scene {
        from: "zere",
        to: "irina",
        on: date(2026, 10, 2),
        text: "Ата-аналар жиналысын қалай өткізу керегін сізден үйренгім келеді.",
        goals: &["ата-аналар жиналысы"],
        answers: &[Answer::Open, Answer::MeetFirst],
    },
    Scene {
        from: "zhupar",
        to: "zhibek",
        on: date(2026, 9, 28),
        text: "Электрондық журнал мен ҚМЖ бойынша көмегіңіз керек, бірге жұмыс істегім келеді.",
        goals: &["электрондық журнал"],
        answers: &[Answer::Open, Answer::Decline],
    },
];

/// Five who met Карина first in September and then looked further: her card tells how soon she answers. From, on,
/// words.
const MET_FIRST: [(&str, Day, &str); 5] = [
    ("aidar", date(2026, 9, 7), "Карина Олеговна, хочу посмотреть, как вы проводите опыты в восьмом классе."),
    ("alina", date(2026, 9, 8), "Хочу научиться оценивать справедливо и объяснять оценку без спора."),
    ("zere", date(2026, 9, 9), "Сынып тәртібін айқайламай ұстауды сізден үйренгім келеді."),
    ("meiir", date(2026, 9, 10), "Сабағымды бірге талдап, екі нәрсеге ғана назар аударғым келеді."),
    ("zhupar", date(2026, 9, 11), "Зертханалық жұмысты қауіпсіз өткізуді үйренгім келеді."),
];

async fn play_met_first(db: &Db, ids: &Ids) -> Result<(), String> {
    for (from, on, text) in MET_FIRST {
        let (newcomer, karina) = (actor(from, Role::Newcomer), actor("karina", Role::Mentor));
        let wish = Wish { text: text.into(), goals: Vec::new(), rhythm: Rhythm::Fortnightly };
        let sent = send(&context(db, ids, &newcomer, on, 14), &"karina".into(), wish).await;
        let id = sent.map_err(|why| format!("{from} → karina: {why:?}"))?;
        let next_day = on.saturating_add(1.day());
        let answering = context(db, ids, &karina, next_day, 10);
        let looking_further = context(db, ids, &newcomer, next_day.saturating_add(4.days()), 16);
        for (whose, what) in
            [(&answering, Step::Open), (&answering, Step::MeetFirst), (&looking_further, Step::Withdraw)]
        {
            step(whose, &id, &what).await.map_err(|why| format!("{from} → karina: {why:?}"))?;
        }
    }
    Ok(())
}

/// Карина pauses until the 19th, so that people meet what it looks like.
async fn play_pause(db: &Db, ids: &Ids) -> Result<(), String> {
    let karina = actor("karina", Role::Mentor);
    let pausing = context(db, ids, &karina, date(2026, 10, 2), 12);
    let paused = pause(&pausing, &"karina".into(), Some(date(2026, 10, 19))).await;
    paused.map_err(|why| format!("karina pauses: {why:?}"))
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    play_met_first(db, ids).await?;
    play_pause(db, ids).await?;
    for scene in &SCENES {
        play_scene(db, ids, scene).await.map_err(|what| format!("{} → {}: {what}", scene.from, scene.to))?;
    }
    Ok(())
}

async fn play_scene(db: &Db, ids: &Ids, scene: &Scene) -> Result<(), String> {
    let newcomer = actor(scene.from, Role::Newcomer);
    let mentor = actor(scene.to, Role::Mentor);
    let wish = Wish {
        text: scene.text.into(),
        goals: scene.goals.iter().map(|goal| (*goal).to_owned()).collect(),
        rhythm: Rhythm::Weekly,
    };
    let asking = context(db, ids, &newcomer, scene.on, 16);
    let sent = send(&asking, &scene.to.into(), wish).await;
    let id = sent.map_err(|error: Failed<SendRefused>| format!("{error:?}"))?;
    let answering = context(db, ids, &mentor, scene.on, 18);
    for answer in scene.answers {
        let done: Result<(), Failed<AnswerRefused>> = match answer {
            Answer::Open => step(&answering, &id, &Step::Open).await,
            Answer::Ask(question) => step(&answering, &id, &Step::Ask { question: (*question).into() }).await,
            Answer::MeetFirst => step(&answering, &id, &Step::MeetFirst).await,
            Answer::Decline => step(&answering, &id, &Step::Decline { reason: None }).await,
            Answer::Accept => accept(&answering, &id).await.map(|_| ()),
        };
        done.map_err(|error| format!("{error:?}"))?;
    }
    Ok(())
}

pub(super) fn actor(person: &str, role: Role) -> Actor {
    Actor {
        person: person.into(),
        school: Some("school-47".into()),
        district: None,
        roles: vec![Role::Teacher, role],
    }
}

pub(super) fn context<'a>(db: &'a Db, ids: &'a Ids, actor: &'a Actor, today: Day, hour: i8) -> Context<'a> {
    Context { db, actor, now: instant_of(today, hour, USUAL_OFFSET_MINUTES), today, ids }
}
