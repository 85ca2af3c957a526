//! Observed lessons up to today, played by the actions themselves: a sheet that is shared and one that is not, a
//! colleague from outside, a visit, a control, one that is being written and one agreed on for tomorrow.

use super::season::{actor, context};
use actions::Ids;
use actions::observations::{Answer, Keeping, Proposal, answer, finish, keep, propose, read, share};
use domain::meetings::Span;
use domain::observations::{Content, Criterion, Mark, Shares};
use domain::people::{Actor, Role};
use domain::timetables::Bells;
use domain::{Day, ObservationId};
use jiff::ToSpan;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// How far one has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Proposed,
    Agreed,
    Drafted,
    Finished,
}

/// Observed, observer, the observer's role, day and lesson, control or not, how far; marks, what was seen, the step.
struct Scene {
    observed: (&'static str, Role),
    observer: (&'static str, Role),
    day: Day,
    lesson: u8,
    controls: bool,
    far: Far,
    marks: &'static [u8],
    saw: &'static str,
    question: &'static str,
    step: &'static str,
}

const SHARED: Scene = Scene {
    observed: ("dana", Role::Newcomer),
    observer: ("irina", Role::Mentor),
    day: date(2026, 9, 15),
    lesson: 5,
    controls: false,
    far: Far::Finished,
    marks: &[2, 2, 1, 1, 3, 2, 1, 1],
    saw: "Сабақ басында мақсат тақтада тұрды, оны екі оқушы өз сөзімен айтты. Топтық тапсырма кезінде үш оқушы жазып отырды, қалғандары тыңдады.",
    question: "Үнсіз отырған оқушыларға сөз қалай тиеді?",
    step: "Топта рөлдерді карточкамен бөлу",
};

const SCENES: [Scene; 7] = [
    Scene {
        day: date(2026, 9, 29),
        marks: &[3, 2, 2, 1, 3, 2, 2, 2],
        saw: "Рөл карточкалары жұмыс істеді: әр топта төртеуі де сөйледі. Сабақ соңында уақыт жетпеді, бағалау ауызша қалды.",
        question: "Соңғы бес минутты алдын ала қалай сақтауға болады?",
        step: "Сабақтың соңына таймер қою",
        ..SHARED
    },
    Scene {
        observed: ("aigul", Role::Mentor),
        observer: ("dana", Role::Newcomer),
        day: date(2026, 10, 1),
        lesson: 5,
        marks: &[],
        saw: "Қатені сынып өзі тапты: мұғалім сұрақ қойып, он секунд күтті.",
        question: "Егер ешкім жауап бермесе, не істейсіз?",
        step: "Сұрақтан кейін он секунд күту",
        ..SHARED
    },
    Scene {
        observed: ("meiir", Role::Newcomer),
        observer: ("gulnafisa", Role::Coordinator),
        day: date(2026, 9, 22),
        lesson: 3,
        controls: true,
        marks: &[2, 1, 2, 1, 2, 1, 2, 1],
        saw: "Журнал и план урока заполнены. Критерии оценивания ученикам не показаны.",
        question: "",
        step: "Показать критерии до начала работы",
        ..SHARED
    },
    Scene {
        observed: ("aidar", Role::Newcomer),
        observer: ("bekzhan", Role::Mentor),
        day: date(2026, 10, 5),
        lesson: 4,
        far: Far::Drafted,
        marks: &[2, 3],
        saw: "Опыт показан за шесть минут, вопросы задавали с последних парт.",
        question: "",
        step: "",
        ..SHARED
    },
    Scene {
        observer: ("aigul", Role::Mentor),
        day: date(2026, 10, 8),
        lesson: 1,
        far: Far::Agreed,
        ..SHARED
    },
    Scene {
        observed: ("aidar", Role::Newcomer),
        observer: ("madina", Role::Teacher),
        day: date(2026, 10, 15),
        lesson: 2,
        far: Far::Proposed,
        ..SHARED
    },
    Scene {
        observer: ("zhibek", Role::Mentor),
        day: date(2026, 9, 22),
        lesson: 4,
        marks: &[3, 2, 2, 2, 3, 1, 2, 2],
        saw: "Екі деңгейлі тапсырма берілді, әлсіз топқа мысал тақтада тұрды.",
        question: "Күшті оқушылар бітірген соң не істейді?",
        step: "Бітіргендерге бір сұрақ дайындау",
        ..SHARED
    },
];

/// Plays everything.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let said = |error: &dyn std::fmt::Debug| format!("{error:?}");
    let shared = scene(db, ids, &SHARED).await?;
    let dana = actor("dana", Role::Newcomer);
    let after = context(db, ids, &dana, SHARED.day, 17);
    let words = "Рақмет. Карточканы келесі аптада қолданып көремін.";
    read(&after, &shared, 1, Some(words)).await.map_err(|error| said(&error))?;
    let with = Shares { coordinator: true, ..Shares::NONE };
    share(&after, &shared, with).await.map_err(|error| said(&error))?;
    for one in &SCENES {
        let id = scene(db, ids, one).await?;
        // What Irina wrote Dana has read, and keeps to herself.
        if one.far == Far::Finished && (one.observed, one.observer) == (SHARED.observed, SHARED.observer) {
            let after = context(db, ids, &dana, one.day, 18);
            read(&after, &id, 1, None).await.map_err(|error| said(&error))?;
        }
    }
    Ok(())
}

async fn scene(db: &Db, ids: &Ids, one: &Scene) -> Result<ObservationId, String> {
    let failed = |error: &dyn std::fmt::Debug| {
        format!("{} by {} on {}: {error:?}", one.observed.0, one.observer.0, one.day)
    };
    let acting = |(person, role): (&str, Role)| -> Actor { actor(person, role) };
    let (teacher, observer) = (acting(one.observed), acting(one.observer));
    let asked_on = one.day.saturating_sub(2.days()).min(date(2026, 10, 6));
    let span: Span = Bells::default().of(one.day, one.lesson);
    let proposal = Proposal {
        observed: one.observed.0.into(),
        observer: one.observer.0.into(),
        controls: one.controls,
        span,
    };
    let asking = context(db, ids, &observer, asked_on, 14);
    let id = propose(&asking, &proposal).await.map_err(|error| failed(&error))?;
    if one.far == Far::Proposed {
        return Ok(id);
    }
    if !one.controls {
        let answering = context(db, ids, &teacher, asked_on, 16);
        answer(&answering, &id, Answer::Accept).await.map_err(|error| failed(&error))?;
    }
    let keeping = Keeping { content: content(one), seen: 0 };
    let writing = context(db, ids, &observer, one.day, 16);
    let written = match one.far {
        Far::Drafted => keep(&writing, &id, &keeping).await,
        Far::Finished => finish(&writing, &id, &keeping).await,
        Far::Proposed | Far::Agreed => Ok(()),
    };
    written.map_err(|error| failed(&error))?;
    Ok(id)
}

fn content(one: &Scene) -> Content {
    let words = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    let mark = |(criterion, mark): (Criterion, &u8)| Some((criterion, Mark::try_from(*mark).ok()?));
    Content {
        topic: None,
        goals: None,
        marks: Criterion::ALL.into_iter().zip(one.marks).filter_map(mark).collect(),
        saw: words(one.saw),
        question: words(one.question),
        step: words(one.step),
        answers: std::collections::BTreeMap::new(),
    }
}
