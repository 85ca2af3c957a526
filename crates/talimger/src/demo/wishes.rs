//! What newcomers note about cards for themselves.

use super::season::{actor, context};
use actions::Ids;
use actions::favourites::mark;
use actions::requests::offer;
use domain::Day;
use domain::favourites::Mark;
use domain::people::Role;
use domain::requests::{Rhythm, Wish};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// Whose mark, on whose card, on which day.
const MARKS: [(&str, &str, Mark, Day); 6] = [
    ("dana", "aigul", Mark::Favourite, date(2026, 9, 16)),
    ("dana", "bekzhan", Mark::Favourite, date(2026, 10, 6)),
    ("dana", "rakhman", Mark::Hidden, date(2026, 9, 20)),
    // Жібек has declined: the next one is a click away.
    ("zhupar", "zhibek", Mark::Favourite, date(2026, 9, 15)),
    ("zhupar", "asiya", Mark::Favourite, date(2026, 9, 22)),
    ("zhupar", "karina", Mark::Favourite, date(2026, 9, 24)),
];

/// Асия offers to Дана first.
const OFFER: &str = "Дана Мейірқызы, 6 «А»-дағы жазбаша тапсырмаңызды көрдім, жақсы ойластырылған. Бағалауды бірге жоспарлап көрейік пе? Басқа тәлімгерді таңдасаңыз да, есігім ашық.";

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    for (who, on, what, day) in MARKS {
        let newcomer = actor(who, Role::Newcomer);
        let marked = mark(&context(db, ids, &newcomer, day, 20), &on.into(), Some(what)).await;
        marked.map_err(|why| format!("{who} on {on}: {why:?}"))?;
    }
    let wish = Wish { text: OFFER.into(), goals: vec!["бағалау".into()], rhythm: Rhythm::Fortnightly };
    let asiya = actor("asiya", Role::Mentor);
    let offered = offer(&context(db, ids, &asiya, date(2026, 10, 5), 17), &"dana".into(), wish).await;
    offered.map_err(|why| format!("Асия: {why:?}"))?;
    Ok(())
}
