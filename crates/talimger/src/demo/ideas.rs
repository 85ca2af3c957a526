//! Ideas of young specialists: one that waits for an answer, one that is talked about, one that a team works on, one that was
//! done, and one whose author stays unnamed.

use super::season::{actor, context};
use actions::Ids;
use actions::ideas::{answer, assign, comment, join, plan, share, vote};
use domain::ideas::{Draft, State};
use domain::people::Role;
use domain::{Day, IdeaId};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// An idea with what became of it.
struct Scene {
    author: &'static str,
    on: Day,
    title: &'static str,
    words: &'static str,
    unnamed: bool,
    votes: &'static [&'static str],
    comment: Option<(&'static str, &'static str)>,
    answers: &'static [(Day, State, &'static str)],
}

const SCENES: [Scene; 5] = [
    Scene {
        author: "dana",
        on: date(2026, 9, 28),
        title: "Сабақ басындағы бес минут: ортақ қор",
        words: "Әркім өзінде жақсы шыққан бір бастауды бір бетке жазып салса, дүйсенбіге дайындалу жеңілдер еді.",
        unnamed: false,
        votes: &["aidar", "zere", "zhupar"],
        comment: Some(("zere", "Бастауышқа да керек, мен екеуін қосар едім.")),
        answers: &[(date(2026, 10, 1), State::Discussed, "Қазан айындағы кеңесте бірге қараймыз.")],
    },
    Scene {
        author: "aidar",
        on: date(2026, 9, 30),
        title: "Тихий кабинет на большой перемене",
        words: "Нужно место, где можно двадцать минут посидеть и никому ничего не отвечать.",
        unnamed: true,
        votes: &["alina", "meiir"],
        comment: None,
        answers: &[],
    },
    Scene {
        author: "alina",
        on: date(2026, 9, 15),
        title: "Открытый урок без оценок",
        words: "Приходить друг к другу раз в две недели и говорить только о том, что увидели полезного.",
        unnamed: false,
        votes: &["dana", "aidar", "zere", "zhupar"],
        comment: Some(("zhupar", "Жаратылыстану бағыты қосылады.")),
        answers: &[(date(2026, 9, 22), State::Taken, "Начинаем в октябре, расписание составит команда.")],
    },
    Scene {
        author: "zere",
        on: date(2026, 9, 4),
        title: "Жаңа мұғалімге мектеп картасы",
        words: "Алғашқы апта қай кабинет қайда екенін таппай жүрдім. Бір бет карта жетеді.",
        unnamed: false,
        votes: &["meiir"],
        comment: None,
        answers: &[
            (date(2026, 9, 8), State::Taken, "Жақсы ой, информатика кабинеті салып береді."),
            (date(2026, 9, 25), State::Done, "Карта кіреберісте ілулі, файлы мұғалімдер бөлмесінде."),
        ],
    },
    Scene {
        author: "meiir",
        on: date(2026, 10, 6),
        title: "Жиналысты қырық минутқа сыйғызу",
        words: "Күн тәртібі бір күн бұрын жіберілсе, жиналыс қысқарады.",
        unnamed: false,
        votes: &[],
        comment: None,
        answers: &[],
    },
];

/// Which of them a team works on, who is in it, and what each does until when.
const TEAM: (usize, [(&str, &str, Day); 2]) = (
    2,
    [
        ("alina", "Собрать, кто в какой день может принять коллег", date(2026, 10, 14)),
        ("zhupar", "Бақылау парағын екі сұраққа қысқарту", date(2026, 10, 21)),
    ],
);
/// Which of them waits for somebody else's answer than the coordinator's.
const ASSIGNED: (usize, &str) = (4, "karina");

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let mut shared = Vec::new();
    for scene in &SCENES {
        shared.push(play_scene(db, ids, scene).await.map_err(|error| format!("«{}»: {error}", scene.title))?);
    }
    let idea = shared.get(TEAM.0).ok_or("no such idea")?;
    for (person, text, by) in TEAM.1 {
        let member = actor(person, Role::Newcomer);
        let working = context(db, ids, &member, date(2026, 9, 29), 15);
        join(&working, idea).await.map_err(|error| format!("{person} joins: {error:?}"))?;
        let planned = plan(&working, idea, text, (&person.into(), by)).await;
        planned.map_err(|error| format!("a step of {person}: {error:?}"))?;
    }
    let idea = shared.get(ASSIGNED.0).ok_or("no such idea")?;
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let leading = context(db, ids, &coordinator, date(2026, 10, 7), 8);
    assign(&leading, idea, &ASSIGNED.1.into()).await.map_err(|error| format!("who answers: {error:?}"))?;
    Ok(())
}

async fn play_scene(db: &Db, ids: &Ids, scene: &Scene) -> Result<IdeaId, String> {
    let author = actor(scene.author, Role::Newcomer);
    let draft =
        Draft { title: scene.title.to_owned(), words: scene.words.to_owned(), unnamed: scene.unnamed };
    let shared = share(&context(db, ids, &author, scene.on, 17), &draft).await;
    let idea = shared.map_err(|error| format!("{error:?}"))?;
    let seen_on = domain::ideas::shown_on(scene.unnamed, scene.on);
    for person in scene.votes {
        let by = actor(person, Role::Newcomer);
        let voted = vote(&context(db, ids, &by, seen_on, 18), &idea, true).await;
        voted.map_err(|error| format!("{person}: {error:?}"))?;
    }
    if let Some((person, words)) = scene.comment {
        let speaker = actor(person, Role::Newcomer);
        let said = comment(&context(db, ids, &speaker, seen_on, 19), &idea, words).await;
        said.map_err(|error| format!("{person}: {error:?}"))?;
    }
    let coordinator = actor("gulnafisa", Role::Coordinator);
    for (on, state, words) in scene.answers {
        let answered = answer(&context(db, ids, &coordinator, *on, 10), &idea, *state, words).await;
        answered.map_err(|error| format!("{error:?}"))?;
    }
    Ok(idea)
}
