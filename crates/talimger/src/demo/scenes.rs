//! Mentoring shown in action: a situation that was played in September, with sheets and minutes, and one that is planned for the
//! week to come.

use super::season::{actor, context};
use actions::Ids;
use actions::scenes::{Planned, Step, decide, let_card_say, observe, plan, record, step};
use domain::people::Role;
use domain::scenes::{Played, Record, Sheet, Timing};
use domain::{Day, PersonId, SceneId};
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use std::error::Error;
use store::Db;

const HELD: Day = date(2026, 9, 24);
const AHEAD: Day = date(2026, 10, 15);

/// Who observed in September: their marks, and what helped.
const SHEETS: [(&str, [u8; 5], &str); 3] = [
    ("karina", [3, 2, 3, 2, 3], "Вопрос «Что ты увидел первым?» дал время подумать."),
    ("asiya", [2, 2, 3, 3, 3], "Кеңес берместен бұрын үнсіз күтті."),
    ("zere", [3, 3, 2, 2, 3], "Келесі қадам біреу ғана болды."),
];

fn people<const N: usize>(ids: [&str; N]) -> BTreeSet<PersonId> {
    ids.map(PersonId::from).into()
}

/// A meeting of a subject team with who plays and who observes.
fn planned(
    day: Day,
    team: &str,
    situation: &str,
    [chair, secretary, mentor, newcomer]: [&str; 4],
    observers: BTreeSet<PersonId>,
) -> Planned {
    Planned {
        team: team.to_owned(),
        day,
        from: time(15, 30, 0, 0),
        place: "214 кабинет".to_owned(),
        played: Played::Starter(situation.to_owned()),
        timing: Timing::USUAL,
        open_for: None,
        chair: chair.into(),
        secretary: secretary.into(),
        mentor: mentor.into(),
        newcomer: newcomer.into(),
        observers,
    }
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let cast = ["gulnafisa", "zhibek", "bekzhan", "aidar"];
    let observers = people(SHEETS.map(|(observer, ..)| observer));
    let held = planned(HELD, "Жаратылыстану пәндері", "nobody-answers", cast, observers);
    let held = plan(&context(db, ids, &coordinator, date(2026, 9, 21), 10), &held).await;
    let held = held.map_err(|error| format!("a situation of September: {error:?}"))?;
    hold(db, ids, &held).await?;
    let cast = ["asiya", "karina", "rakhman", "zhupar"];
    let observers = people(["aigul", "irina", "polina"]);
    let ahead = planned(AHEAD, "Математика және физика", "wants-to-observe", cast, observers);
    // Schools of the district with few teachers of physics may come.
    let ahead = Planned { open_for: Some("физика".to_owned()), ..ahead };
    let ahead = plan(&context(db, ids, &coordinator, date(2026, 10, 6), 10), &ahead).await;
    ahead.map_err(|error| format!("a situation of October: {error:?}"))?;
    Ok(())
}

/// It is played, seen, talked about; the minutes are closed before the team parts.
async fn hold(db: &Db, ids: &Ids, scene: &SceneId) -> Result<(), String> {
    let told = |error: String| format!("a situation of September: {error}");
    let chair = actor("gulnafisa", Role::Coordinator);
    let leading = context(db, ids, &chair, HELD, 16);
    step(&leading, scene, Step::Begin).await.map_err(|error| told(format!("{error:?}")))?;
    for (observer, marks, helped) in SHEETS {
        let person = actor(observer, Role::Teacher);
        let sheet = Sheet { marks: marks.to_vec(), helped: helped.to_owned() };
        let seen = observe(&context(db, ids, &person, HELD, 16), scene, &sheet).await;
        seen.map_err(|error| told(format!("{observer}: {error:?}")))?;
    }
    let minutes = Record {
        course: "Айдар сабақтағы үнсіздікті айтып берді, Бекжан сұрақпен бастады.".to_owned(),
        notes: "Бақылаушылар бір ойда: алдымен көргенін сұрау керек.".to_owned(),
        guests: String::new(),
        votes: [6, 0, 1],
    };
    let present = people(["gulnafisa", "zhibek", "bekzhan", "aidar"]);
    record(&leading, scene, &minutes, &present, None).await.map_err(|error| told(format!("{error:?}")))?;
    let text = "Сабақ талдауын бір сұрақтан бастап көру";
    let decided = decide(&leading, scene, text, &"asiya".into(), date(2026, 10, 23)).await;
    decided.map_err(|error| told(format!("{error:?}")))?;
    step(&leading, scene, Step::Close).await.map_err(|error| told(format!("{error:?}")))?;
    let performer = actor("bekzhan", Role::Mentor);
    let said = let_card_say(&context(db, ids, &performer, date(2026, 9, 25), 9), scene, true).await;
    said.map_err(|error| told(format!("{error:?}")))
}
