//! What newcomers note about cards for themselves, and the week's lessons, from which common free time follows.

use super::season::{actor, context};
use actions::Ids;
use actions::favourites::mark;
use actions::requests::offer;
use domain::Day;
use domain::favourites::Mark;
use domain::people::Role;
use domain::requests::{Rhythm, Wish};
use domain::timetables::Lesson;
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

/// Who teaches, on which weekday (1 for Monday), at which lessons, which class.
const LESSONS: [(&str, u8, &[u8], &str); 20] = [
    ("dana", 1, &[1, 2, 4], "6 «А»"),
    ("dana", 2, &[1, 3, 4], "8 «Б»"),
    ("dana", 4, &[2, 3, 5], "8 «Б»"),
    ("zere", 2, &[1, 2, 3], "2 «В»"),
    ("zere", 4, &[1, 2, 4], "2 «В»"),
    ("alina", 3, &[2, 3, 5], "7 «А»"),
    ("alina", 5, &[1, 2, 4], "5 «Б»"),
    ("meiir", 1, &[3, 4, 6], "9 «А»"),
    ("meiir", 3, &[1, 3, 4], "10 «Б»"),
    ("zhupar", 2, &[2, 4, 5], "7 «Б»"),
    ("zhupar", 5, &[1, 3, 4], "9 «В»"),
    ("aigul", 2, &[1, 2, 5], "8 «Б»"),
    ("aigul", 4, &[1, 3, 4], "10 «А»"),
    ("irina", 1, &[1, 3, 4], "7 «В»"),
    ("irina", 4, &[2, 4, 6], "9 «Б»"),
    ("bekzhan", 1, &[2, 3, 5], "9 «В»"),
    ("bekzhan", 3, &[2, 4, 5], "11 «А»"),
    ("zhibek", 5, &[2, 4, 5], "6 «Б»"),
    ("karina", 2, &[3, 4, 6], "8 «А»"),
    ("asiya", 2, &[1, 3, 5], "11 «Б»"),
];

/// Асия offers to Дана first.
const OFFER: &str = "Дана Мейірқызы, 6 «А»-дағы жазбаша тапсырмаңызды көрдім, жақсы ойластырылған. Бағалауды бірге жоспарлап көрейік пе? Басқа тәлімгерді таңдасаңыз да, есігім ашық.";

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let mut tx = db.write().await?;
    for (person, weekday, numbers, class) in LESSONS {
        for number in numbers {
            let lesson = Lesson {
                school: "school-47".into(),
                person: person.into(),
                weekday,
                number: *number,
                class: class.into(),
                room: None,
            };
            store::timetables::put(&mut tx, &lesson).await?;
        }
    }
    tx.commit().await?;
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
