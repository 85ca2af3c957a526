//! People who come forward as mentors while the selection runs: one application waits for the coordinator, one
//! nominee has not answered.

use super::season::{actor, context};
use actions::Ids;
use actions::mentors::{apply, nominate};
use domain::commitments::Duty;
use domain::mentors::Card;
use domain::people::Role;
use jiff::civil::date;
use std::error::Error;
use store::Db;

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = "programme".into();
    let polina = actor("polina", Role::Teacher);
    let card = Card {
        motive: "Первый год помню по дням. Хочу, чтобы кому-то он дался легче.".into(),
        gives: "Диктанты без слёз, проверка тетрадей за час, работа с двуязычным классом.".into(),
        works: "По средам после пятого урока, в моём кабинете.".into(),
        languages: vec!["ru".into(), "kk".into()],
        places: 1,
    };
    let applying = context(db, ids, &polina, date(2026, 10, 2), 15);
    apply(&applying, &programme, card, &Duty::OF_MENTORS).await.map_err(|why| format!("Полина: {why:?}"))?;
    let gulnafisa = actor("gulnafisa", Role::Coordinator);
    let asking = context(db, ids, &gulnafisa, date(2026, 10, 5), 10);
    nominate(&asking, &programme, &"madina".into()).await.map_err(|why| format!("Мәдина: {why:?}"))?;
    Ok(())
}
