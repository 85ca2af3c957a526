//! What the school added to the regulation of its programme: a rule, and an event of the road map.

use super::season::{actor, context};
use actions::Ids;
use actions::regulations::add;
use domain::people::Role;
use domain::regulations::{Content, Words};
use domain::reports::Basis;
use jiff::civil::date;
use std::error::Error;
use store::Db;

fn words(kk: &str, ru: &str) -> Words {
    Words { kk: kk.to_owned(), ru: ru.to_owned() }
}

/// Adds both on a day of September.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let programme = {
        let mut tx = db.read().await?;
        store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?
    };
    let programme = programme.ok_or("no programme")?;
    let rule = Content::Text(words(
        "Жас педагогтің аптасына бір сағаты тәлімгермен жұмысқа бос қалдырылады.",
        "Один час в неделю у молодого педагога остаётся свободным для работы с наставником.",
    ));
    let seminar = Content::Road {
        event: words("«Ата-анамен әңгіме» семинары", "Семинар «Разговор с родителями»"),
        due: date(2026, 11, 20),
        who: words("әдіскер", "методист"),
        result: words("қатысушылар тізімі", "список участников"),
    };
    let coordinator = actor("gulnafisa", Role::Coordinator);
    for content in [rule, seminar] {
        let adding = context(db, ids, &coordinator, date(2026, 9, 11), 12);
        let added = add(&adding, &programme, Basis::Choice, &content).await;
        added.map_err(|error| format!("the regulation: {error:?}"))?;
    }
    Ok(())
}
