//! Lines of a timetable.

use serde::{Deserialize, Serialize};

use super::classes::ClassName;
use super::columns::Field;
use super::duplicates::Seen;
use super::line::Line;
use super::problems::ProblemKind;
use super::text::{Entry, squeeze};

/// One lesson of a teacher in every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonRecord {
    /// Physical line, from 1, the header counted.
    pub line: u32,
    /// The teacher's e-mail in small letters.
    pub email: String,
    /// Day of the week, 1 for Monday to 7.
    pub weekday: u8,
    /// Number of the lesson in the day, 0–20.
    pub lesson: u8,
    /// Class.
    pub class: Option<ClassName>,
    /// Room.
    pub room: Option<Entry>,
}

pub(crate) fn read(line: &mut Line<'_>, seen: &mut Seen) -> Option<LessonRecord> {
    for field in [Field::Email, Field::Weekday, Field::Lesson] {
        line.require(&field);
    }
    let email = line.email();
    let weekday = weekday(line);
    let lesson = lesson_number(line);
    let class = line.class();
    let room = line.entry(&Field::Room);
    let record = LessonRecord {
        line: line.number(),
        email: email?.value,
        weekday: weekday?,
        lesson: lesson?,
        class,
        room,
    };
    // Two classes or groups at once are one teacher's daily bread; the same lesson twice is not.
    let class = record.class.as_ref().map(ClassName::key).unwrap_or_default();
    let room = record.room.as_ref().map(|room| room.value.as_str()).unwrap_or_default();
    let key = format!("{}|{}|{}|{class}|{room}", record.email, record.weekday, record.lesson);
    line.unique(seen, &Field::Lesson, Some(&key));
    Some(record)
}

fn weekday(line: &mut Line<'_>) -> Option<u8> {
    let entry = line.entry(&Field::Weekday)?;
    let weekday = weekday_of(&entry.value);
    if weekday.is_none() {
        line.complain(&Field::Weekday, ProblemKind::UnknownWeekday);
    }
    weekday
}

fn lesson_number(line: &mut Line<'_>) -> Option<u8> {
    const MOST_LESSONS: u8 = 20;
    let entry = line.entry(&Field::Lesson)?;
    let digits: String = entry.value.chars().take_while(char::is_ascii_digit).collect();
    let lesson = digits.parse().ok().filter(|lesson: &u8| *lesson <= MOST_LESSONS);
    if lesson.is_none() {
        line.complain(&Field::Lesson, ProblemKind::BadLesson);
    }
    lesson
}

/// Whole names and usual abbreviations in Kazakh, Russian and English, or 1–7.
fn weekday_of(text: &str) -> Option<u8> {
    const DAYS: [&[&str]; 7] = [
        &["1", "понедельник", "пн", "пон", "дүйсенбі", "дс", "дүй", "monday", "mon"],
        &["2", "вторник", "вт", "сейсенбі", "сс", "сей", "tuesday", "tue"],
        &["3", "среда", "ср", "сәрсенбі", "сәр", "wednesday", "wed"],
        &["4", "четверг", "чт", "бейсенбі", "бс", "бей", "thursday", "thu"],
        &["5", "пятница", "пт", "жұма", "жм", "friday", "fri"],
        &["6", "суббота", "сб", "сенбі", "сен", "saturday", "sat"],
        &["7", "воскресенье", "вс", "жексенбі", "жс", "sunday", "sun"],
    ];
    let word = squeeze(text);
    let at = DAYS.iter().position(|names| names.contains(&word.as_str()))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::weekday_of;

    #[test]
    fn days_of_the_week_are_known_in_three_languages() {
        for (text, day) in
            [("Пн.", 1), ("Дүйсенбі", 1), ("ср", 3), ("Wednesday", 3), ("жұма", 5), ("6", 6), ("жс", 7)]
        {
            assert_eq!(weekday_of(text), Some(day), "{text}");
        }
        assert_eq!(weekday_of("8"), None);
        assert_eq!(weekday_of("каникулы"), None);
    }
}
