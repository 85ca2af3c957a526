//! What a meeting could be about: steps of the work plan around its week, and themes of the month (feat:D9). An offer of
//! the form; whoever proposes a meeting writes what they like.

use crate::Day;
use crate::plans::Item;
use jiff::ToSpan;

/// Most steps that are offered at once.
const MOST_STEPS: usize = 3;
/// Days since which an open step is still offered.
const DAYS_BACK: i32 = 7;
/// Days for which a step is offered ahead.
const DAYS_AHEAD: i32 = 14;

/// Open steps of a work plan that are due around a day, in the order in which they stand.
pub fn steps_around(items: &[Item], today: Day) -> Vec<&Item> {
    let days = today.saturating_sub(DAYS_BACK.days())..=today.saturating_add(DAYS_AHEAD.days());
    items.iter().filter(|item| item.is_open() && days.contains(&item.content.due)).take(MOST_STEPS).collect()
}

/// The themes of a day's month: the tails of their text keys. Summer looks ahead to the first lessons.
pub fn themes(today: Day) -> [&'static str; 2] {
    match today.month() {
        9 => ["first-weeks", "class-rules"],
        10 => ["first-marks", "parents"],
        11 => ["first-quarter", "lessons-to-watch"],
        12 => ["half-year", "holidays"],
        1 => ["second-half", "hard-class"],
        2 => ["levels", "feedback"],
        3 => ["open-lesson", "tiredness"],
        4 => ["year-marks", "what-worked"],
        5 => ["farewell", "take-along"],
        _ => ["year-ahead", "first-lesson"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Area, Content, Done, Whose};
    use jiff::civil::date;

    fn item(id: &str, due: Day) -> Item {
        Item {
            id: id.into(),
            school: "school".into(),
            plan: "plan".into(),
            step: None,
            own: None,
            content: Content { area: Area::Lessons, text: None, result: None, whose: Whose::Both, due },
            done: None,
            removed: false,
            laid_on: None,
            version: 0,
        }
    }

    #[test]
    fn open_steps_around_the_week_are_offered_and_not_too_many() {
        let today = date(2026, 11, 10);
        let days = [(2026, 11, 2), (2026, 11, 3), (2026, 11, 13), (2026, 11, 24), (2026, 11, 25)];
        let mut items: Vec<Item> =
            days.iter().map(|(year, month, day)| item(&day.to_string(), date(*year, *month, *day))).collect();
        let ids = |items: &[Item]| {
            steps_around(items, today).iter().map(|item| item.id.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&items), ["3", "13", "24"]);
        items[1].removed = true;
        items[2].done = Some(Done { on: today, by: "dana".into() });
        assert_eq!(ids(&items), ["24"], "what is done or taken away needs no meeting");
        let many: Vec<Item> = (0..9).map(|at| item(&at.to_string(), today)).collect();
        assert_eq!(steps_around(&many, today).len(), MOST_STEPS);
    }

    #[test]
    fn every_month_has_themes_of_its_own_and_the_summer_looks_ahead() {
        let of = |month| themes(date(2027, month, 15));
        let all: std::collections::BTreeSet<&str> = (1..=12).flat_map(of).collect();
        assert_eq!(all.len(), 20);
        assert_eq!(of(6), of(8));
    }
}
