//! Goals of development plans: what Дана and Алина have set for themselves by October, and what Мәдина and Айгүл said in
//! January of the year before.

use super::season::{actor, context};
use actions::Ids;
use actions::goals::{assign, review, set, turn};
use domain::difficulties::Topic;
use domain::goals::{Aim, SelfMark, State};
use domain::people::Role;
use domain::{Day, NewcomerId};
use jiff::civil::date;
use std::error::Error;
use std::fmt::Debug;
use store::Db;

const SET: Day = date(2026, 9, 24);

fn failed<E: Debug>(error: E) -> String {
    format!("goals: {error:?}")
}

fn aim(topic: Topic, text: &str, seen: &str, by: Day) -> Aim {
    Aim { topic: Some(topic), text: text.into(), seen: seen.into(), by, strengths: None, support: None }
}

/// Дана has two goals, to one of which her step belongs; Алина has one.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (dana, alina) = (actor("dana", Role::Newcomer), actor("alina", Role::Newcomer));
    let acting = context(db, ids, &dana, SET, 17);
    let talks = aim(
        Topic::Parents,
        "Ата-анамен әңгімені жақсы хабардан бастау",
        "Тоқсан соңына дейін үш әңгіме келісіммен аяқталды",
        date(2026, 10, 30),
    );
    let order = aim(
        Topic::Discipline,
        "Сабақтың алғашқы үш минутын тыныш бастау",
        "Бір аптада төрт сабақ қоңыраудан кейін бірден басталды",
        date(2026, 12, 18),
    );
    let talks = Aim {
        strengths: Some("Балалармен тез тіл табысамын".into()),
        support: Some("Алғашқы әңгімеде тәлімгердің қасымда отыруы".into()),
        ..talks
    };
    let goal = set(&acting, &"dana".into(), &talks).await.map_err(failed)?;
    set(&acting, &"dana".into(), &order).await.map_err(failed)?;
    let items = {
        let mut tx = db.read().await?;
        let plan = store::plans::development(&mut tx, &"school-47".into(), &"dana".into()).await?;
        store::plans::items(&mut tx, &plan.ok_or("Dana has no development plan")?).await?
    };
    for item in items.iter().filter(|item| item.step == Some(Topic::Parents.step())) {
        assign(&acting, &item.id, Some(&goal)).await.map_err(failed)?;
    }
    let differing = aim(
        Topic::Differentiation,
        "Бір сабаққа екі деңгейлі тапсырма дайындау",
        "Әр оқушы кемінде бір тапсырманы орындап шықты",
        date(2026, 11, 27),
    );
    set(&context(db, ids, &alina, SET, 18), &"alina".into(), &differing).await.map_err(failed)?;
    Ok(())
}

/// Мәдина sets a goal; in January both say what has changed, and it is reached.
pub(super) async fn reviewed(db: &Db, ids: &Ids, newcomer: &NewcomerId) -> Result<(), Box<dyn Error>> {
    let (madina, aigul) = (actor("madina", Role::Newcomer), actor("aigul", Role::Mentor));
    let planning = aim(
        Topic::Planning,
        "Сабақты минуттап жоспарлап, уақытына сыйғызу",
        "Қатарынан үш сабақ қорытындысымен аяқталды",
        date(2026, 1, 30),
    );
    let setting = context(db, ids, &madina, date(2025, 11, 14), 17);
    let goal = set(&setting, newcomer, &planning).await.map_err(failed)?;
    let own = context(db, ids, &madina, date(2026, 1, 14), 17);
    review(&own, newcomer, ("Енді соңғы бес минутты қорытындыға қалдырамын.", SelfMark::new(2)))
        .await
        .map_err(failed)?;
    turn(&own, &goal, 0, State::Reached).await.map_err(failed)?;
    let mentors = context(db, ids, &aigul, date(2026, 1, 15), 16);
    review(&mentors, newcomer, ("Мәдина уақытты өзі бөледі, маған тек нәтижесін айтады.", None))
        .await
        .map_err(failed)?;
    Ok(())
}
