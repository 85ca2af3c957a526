//! A message to many: a template in three languages that has gone to the newcomers.

use super::season::{actor, context};
use actions::Ids;
use actions::messages::{add, keep, opened, preview, send};
use domain::messages::{Audience, Text, Texts};
use domain::people::Role;
use jiff::civil::date;
use std::error::Error;
use store::Db;

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let writing = context(db, ids, &coordinator, date(2026, 10, 5), 13);
    let id = add(&writing, "Танысу аяқталғанша").await.map_err(|error| format!("a template: {error:?}"))?;
    let text = |subject: &str, text: &str| Text { subject: subject.to_owned(), text: text.to_owned() };
    let texts = Texts {
        kk: text(
            "Қазанның соңына дейін",
            "Таңдау 31 қазанда аяқталады. Әлі кездеспеген тәлімгерлеріңізге уақыт табыңыз.\n\n[sender]",
        ),
        ru: text(
            "До конца октября",
            "Выбор заканчивается 31 октября. Найдите время для наставников, с которыми ещё не работали.\n\n[sender]",
        ),
        en: text(
            "Until the end of October",
            "The selection ends on 31 October. Find time for the mentors with whom you have not worked yet.\n\n[sender]",
        ),
    };
    keep(&writing, &id, &texts).await.map_err(|error| format!("its texts: {error:?}"))?;
    let (edition, list) = {
        let mut tx = db.read().await?;
        let (message, _) = opened(&mut tx, &writing, &id).await.map_err(|error| format!("{error:?}"))?;
        let found = preview(&mut tx, &writing, &message, Audience::Newcomers).await;
        let found = found.map_err(|error| format!("whom it reaches: {error:?}"))?;
        (found.edition, found.list)
    };
    let sent = send(&writing, &id, Audience::Newcomers, (edition, &list)).await;
    sent.map_err(|error| format!("it goes: {error:?}"))?;
    Ok(())
}
