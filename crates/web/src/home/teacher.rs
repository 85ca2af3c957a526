//! The home of a teacher who is neither newcomer nor mentor: the dates, and the way to become a mentor.

use crate::said::Said;
use domain::Day;
use domain::mentors::open_until;
use domain::programmes::Programme;

/// What the board says: the door is open until the decision ends.
pub(super) fn quiet(programme: &Programme, today: Day) -> Said {
    match open_until(programme, today) {
        Some(until) => Said::new("home-quiet-teacher").day(until),
        None => super::coordinator::quiet(programme, today),
    }
}
