//! The lessons of the week, from which free time follows: the plan of joint work is made around them, and so are
//! suggestions of mentors.

use domain::timetables::Lesson;
use store::Db;

/// Login, room, classes in turn, lessons of Monday to Friday.
type Week = (&'static str, &'static str, &'static [&'static str], [&'static [u8]; 5]);

const WEEKS: [Week; 13] = [
    (
        "dana",
        "215",
        &["6 «А»", "7 «Б»", "8 «Б»"],
        [&[1, 2, 3], &[1, 2, 3, 4, 5], &[1, 2, 3, 4], &[1, 4], &[2]],
    ),
    ("aidar", "304", &["7 «А»", "9 «В»"], [&[2, 3, 4], &[1, 2, 3], &[3, 4, 5], &[1, 2, 3, 4], &[4, 5, 6]]),
    ("zere", "12", &["2 «Б»"], [&[1, 2, 3, 4], &[1, 2, 3, 4], &[1, 2, 3, 4], &[1, 2, 3, 4], &[1, 2, 3, 4]]),
    ("alina", "220", &["5 «А»", "7 «В»"], [&[4, 5, 6], &[2, 3, 4, 5], &[1, 2, 3], &[1, 2, 3], &[4, 5, 6]]),
    ("meiir", "110", &["6 «Б»", "8 «А»"], [&[1, 2, 3, 4], &[3, 4, 5, 6], &[1, 2, 3], &[2, 3, 4], &[1, 2]]),
    (
        "zhupar",
        "309",
        &["7 «Б»", "9 «А»"],
        [&[5, 6], &[1, 2, 3, 4, 5], &[1, 5, 6], &[1, 2, 3, 4], &[1, 2, 3]],
    ),
    (
        "aigul",
        "214",
        &["7 «В»", "8 «Б»", "9 «А»"],
        [&[1, 2, 3, 4], &[2, 3, 4, 5], &[1, 2, 3], &[3, 4, 5, 6], &[1, 2, 3, 4]],
    ),
    (
        "irina",
        "216",
        &["7 «В»", "10 «А»"],
        [&[2, 3, 4, 5], &[1, 2, 3, 4], &[3, 4, 5, 6], &[1, 2, 3, 4], &[2, 3, 4]],
    ),
    (
        "bekzhan",
        "305",
        &["8 «Б»", "9 «В»"],
        [&[1, 2, 3], &[3, 4, 5, 6], &[2, 3, 4, 5], &[1, 2, 3], &[3, 4, 5]],
    ),
    (
        "zhibek",
        "118",
        &["5 «Б»", "8 «А»"],
        [&[3, 4, 5, 6], &[1, 2, 3], &[1, 2, 3, 4], &[4, 5, 6], &[1, 2, 3]],
    ),
    (
        "karina",
        "307",
        &["8 «В»", "9 «А»"],
        [&[1, 2, 3, 4], &[2, 3, 4], &[4, 5, 6], &[2, 3, 4, 5], &[1, 2, 3]],
    ),
    (
        "asiya",
        "212",
        &["6 «В»", "10 «Б»"],
        [&[2, 3, 4], &[1, 2, 3, 4, 5], &[2, 3, 4], &[2, 3, 4], &[3, 4, 5, 6]],
    ),
    (
        "rakhman",
        "306",
        &["7 «Г»", "11 «А»"],
        [&[4, 5, 6], &[2, 3, 4, 5], &[1, 2, 3], &[1, 2, 3], &[1, 2, 3, 4]],
    ),
];

/// Puts the lessons into the week.
pub(super) async fn add(db: &Db) -> store::Result<()> {
    let mut tx = db.write().await?;
    for (person, room, classes, days) in WEEKS {
        let mut classes = classes.iter().cycle();
        for (weekday, numbers) in (1..).zip(days) {
            for number in numbers {
                let lesson = Lesson {
                    school: "school-47".into(),
                    person: person.into(),
                    weekday,
                    number: *number,
                    class: classes.next().copied().unwrap_or_default().to_owned(),
                    room: Some(room.to_owned()),
                };
                store::timetables::put(&mut tx, &lesson).await?;
            }
        }
    }
    tx.commit().await
}
