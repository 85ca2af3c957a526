//! The round lantern: Дана shares what she knows of digital tools, with an hour to come, an answer and a note; Алина was
//! recognised and has not said yes yet.

use super::season::{actor, context};
use actions::Ids;
use actions::lanterns::{Announced, accept, ask, note, offered, open, recognise, reply};
use domain::LanternId;
use domain::difficulties::Topic;
use domain::people::Role;
use jiff::civil::{date, time};
use std::error::Error;
use store::Db;

/// Who recognised whom for what.
const RECOGNISED: [(&str, Topic, [&str; 3]); 2] = [
    ("dana", Topic::Ict, ["aidar", "zere", "irina"]),
    ("alina", Topic::Discipline, ["zhupar", "karina", "meiir"]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    for (person, topic, colleagues) in RECOGNISED {
        for colleague in colleagues {
            let colleague = actor(colleague, Role::Teacher);
            let recognising = context(db, ids, &colleague, date(2026, 9, 29), 12);
            let done = recognise(&recognising, &person.into(), topic).await;
            done.map_err(|error| format!("{} recognises {person}: {error:?}", colleague.person))?;
        }
    }
    let dana = actor("dana", Role::Newcomer);
    let lighting = context(db, ids, &dana, date(2026, 9, 30), 13);
    let found = {
        let mut tx = db.read().await?;
        offered(&mut tx, &lighting).await?
    };
    let lantern = found.into_iter().next().ok_or("nobody asked Дана")?.id;
    accept(&lighting, &lantern).await.map_err(|error| format!("Дана agrees: {error:?}"))?;
    share(db, ids, &lantern).await?;
    Ok(())
}

/// An hour to come, a question with its answer, a note.
async fn share(db: &Db, ids: &Ids, lantern: &LanternId) -> Result<(), Box<dyn Error>> {
    let (dana, colleague) = (actor("dana", Role::Newcomer), actor("irina", Role::Mentor));
    let sharing = context(db, ids, &dana, date(2026, 10, 5), 15);
    let (day, at, place) = (date(2026, 10, 15), time(15, 0, 0, 0), "215 кабинет".to_owned());
    let hour = Announced { day, at, minutes: 45, place };
    open(&sharing, lantern, &hour).await.map_err(|error| format!("an open hour: {error:?}"))?;
    let words = "Екі сыныптың тапсырмасын бір үлгіден қалай шығарасыз?";
    let asked = ask(&context(db, ids, &colleague, date(2026, 10, 5), 16), lantern, words).await;
    asked.map_err(|error| format!("a question: {error:?}"))?;
    let question = {
        let mut tx = db.read().await?;
        let lit = store::lanterns::get(&mut tx, lantern).await?.ok_or("no lantern")?;
        store::lanterns::questions(&mut tx, &lit).await?.into_iter().next().ok_or("no question")?
    };
    let words = "Үлгідегі сандарды кестеге шығарамын, әр сыныпқа бір баған. Бейсенбіде көрсетемін.";
    let answered = reply(&sharing, lantern, &question.id, words).await;
    answered.map_err(|error| format!("an answer: {error:?}"))?;
    let title = "Тапсырманы үш минутта екі нұсқаға бөлу";
    let words = "Бір кесте, екі баған, бір үлгі. Сыныпқа тек баған нөмірін айтамын.";
    note(&sharing, lantern, title, words).await.map_err(|error| format!("a note: {error:?}"))?;
    Ok(())
}
