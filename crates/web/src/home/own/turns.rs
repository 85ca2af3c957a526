//! Tasks of planned meetings: another time to answer, one that may have taken place, the next one.

use super::Own;
use crate::contacts::kind_key;
use crate::home::tasks::{Task, When};
use crate::rotations::own::Planned;
use crate::said::Said;
use domain::Day;
use domain::rotations::Standing;
use jiff::ToSpan;

/// The tasks of the person's planned meetings.
pub(super) fn tasks(own: &Own, today: Day) -> Vec<Task> {
    let wishes = own.planned.iter().filter(|one| one.turn.waits_for(own.side, today));
    let wishes = wishes.map(|one| wish(one, today));
    let unsaid = |one: &&Planned| one.standing == Standing::Missed && one.turn.wish(today).is_none();
    let unsaid = own.planned.iter().find(unsaid);
    let next = own.planned.iter().find(|one| one.standing == Standing::Ahead);
    wishes.chain(unsaid.map(unsaid_of)).chain(next.map(|one| next_of(one, today))).collect()
}

/// The other one proposes another time: to be answered before the old one, or before the new one where the old one
/// has passed.
fn wish(planned: &Planned, today: Day) -> Task {
    let (old, new) = (planned.turn.slot.day, planned.turn.wish(today).map(|asked| asked.slot.day));
    Task {
        when: When::Until(new.filter(|_| old < today).unwrap_or(old)),
        title: Said::new("home-planned-wish").with("name", &planned.other).day(planned.turn.slot.day),
        text: Said::new(if old < today { "home-planned-wish-past" } else { "home-planned-wish-text" }),
        href: planned.href(),
        act: "home-act-answer",
    }
}

/// A day has passed, and nobody has said whether it took place.
fn unsaid_of(planned: &Planned) -> Task {
    Task {
        when: When::Minute,
        title: Said::new("home-planned-unsaid").with("name", &planned.other).day(planned.turn.slot.day),
        text: Said::new("home-planned-unsaid-text"),
        href: planned.href(),
        act: "home-act-say",
    }
}

/// The next one: «Tomorrow, lesson 3».
fn next_of(planned: &Planned, today: Day) -> Task {
    let slot = planned.turn.slot;
    let key = match slot.day {
        day if day == today => "home-planned-today",
        day if day == today.saturating_add(1.day()) => "home-planned-tomorrow",
        _ => "home-planned",
    };
    let kind = kind_key(planned.turn.kind);
    let text = match &planned.lesson {
        None => Said::new("home-planned-text"),
        Some(lesson) => {
            let room = lesson.room.clone().unwrap_or_default();
            let key = if room.is_empty() { "home-planned-class" } else { "home-planned-room" };
            Said::new(key).with("class", &lesson.class).with("room", room)
        }
    };
    Task {
        when: When::On(slot.day),
        title: Said::new(key)
            .with("lesson", u32::from(slot.lesson))
            .text("kind", kind)
            .with("name", &planned.other)
            .day(slot.day),
        text,
        href: planned.href(),
        act: "home-act-look",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::{day, newcomer, planned};
    use domain::rotations::{Asked, Slot};
    use domain::sides::Side;

    fn keys(own: &Own, today: Day) -> Vec<String> {
        tasks(own, today).iter().map(|task| task.title.key().to_owned()).collect()
    }

    #[test]
    fn the_next_meeting_is_told_by_its_day_and_one_that_was_missed_is_asked_for_once() {
        let today = day(10, 7);
        let mut own = newcomer();
        own.planned = vec![
            planned("one", day(10, 5), Standing::Missed),
            planned("two", day(10, 6), Standing::Missed),
            planned("three", day(10, 8), Standing::Ahead),
            planned("four", day(10, 9), Standing::Ahead),
        ];
        assert_eq!(keys(&own, today), ["home-planned-unsaid", "home-planned-tomorrow"]);
        own.planned.drain(..2);
        assert_eq!(keys(&own, day(10, 8)), ["home-planned-today"]);
        assert_eq!(keys(&own, day(10, 1)), ["home-planned"]);
    }

    #[test]
    fn a_wish_of_the_other_one_waits_for_an_answer_the_own_one_does_not() {
        let wish = |by| Some(Asked { by, slot: Slot { day: day(10, 12), lesson: 4 } });
        let mut own = newcomer();
        own.planned = vec![planned("one", day(10, 9), Standing::Ahead)];
        own.planned[0].turn.asked = wish(Side::Mentor);
        assert_eq!(keys(&own, day(10, 7)), ["home-planned-wish", "home-planned"]);
        own.planned[0].turn.asked = wish(Side::Newcomer);
        assert_eq!(keys(&own, day(10, 7)), ["home-planned"]);
    }
}
