//! What a report counts of observed lessons: on which day somebody came, to whose lesson, for how long. What a sheet
//! says stays with its owner (rules §17), and a control belongs to the school's administration, not to mentoring.

use super::gathering::happened;
use crate::consents::persons;
use domain::observations::{Kind as Visit, Observation, State};
use domain::pairs::Pair;
use domain::reports::{Kind, Line};
use domain::{Day, NewcomerId, PersonId};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use store::Tx;
use store::people::Named;

/// Lessons that a report counts.
#[derive(Default)]
pub(super) struct Lessons {
    /// Lessons of the newcomer that somebody watched to help.
    pub(super) observed: Vec<Line>,
    /// Lessons that the newcomer visited to learn.
    pub(super) visited: Vec<Line>,
    /// Those in which the pair was together, as work of two.
    pub(super) of_two: Vec<Line>,
}

impl Lessons {
    /// Takes a lesson in. `with_mentor` says that the two of a pair were there; `text` stands beside its kind.
    fn take(&mut self, one: &Observation, with_mentor: bool, text: Option<String>) {
        let word = match (one.kind, with_mentor) {
            (Visit::ByNewcomer, true) => "to_mentor",
            (Visit::ByNewcomer, false) => "to_colleague",
            (_, true) => "by_mentor",
            (_, false) => "by_colleague",
        };
        let line = Line { text, ..happened(word, one.day, one.minutes) };
        match one.kind {
            Visit::ByNewcomer => self.visited.push(line),
            Visit::ByMentor | Visit::ByOutsider | Visit::Control => self.observed.push(line),
        }
        if with_mentor {
            self.of_two.push(of_two(one));
        }
    }
}

/// True where a lesson took place and its sheet stands: a void one counts nowhere. A control is not counted.
pub(super) fn counts(one: &Observation, covered: &RangeInclusive<Day>) -> bool {
    one.kind.is_developmental() && one.state == State::Finished && covered.contains(&one.day)
}

/// Lessons that a report on a pair counts. Those with others than the mentor stand in the newcomer's own report alone:
/// no mentor learns from a report who else was there.
pub(super) async fn of_pair(
    tx: &mut Tx,
    kind: Kind,
    pair: &Pair,
    covered: &RangeInclusive<Day>,
) -> store::Result<Lessons> {
    let mut lessons = Lessons::default();
    let Some((_, mentor)) = persons(tx, pair).await? else { return Ok(lessons) };
    for one in store::observations::of_newcomer(tx, &pair.school, &pair.newcomer).await? {
        let with_mentor = one.party(&mentor).is_some();
        if counts(&one, covered) && (with_mentor || kind == Kind::Newcomer) {
            lessons.take(&one, with_mentor, None);
        }
    }
    Ok(lessons)
}

/// A lesson as work of two.
pub(super) fn of_two(one: &Observation) -> Line {
    happened(one.kind.contact().word(), one.day, one.minutes)
}

/// Lessons of a programme that count, each with the name of the newcomer whom it is about. `two` are the newcomers with
/// the persons of their mentors.
pub(super) fn of_programme(
    counted: &[Observation],
    (newcomers, two): (&[Named<NewcomerId>], &BTreeSet<(&NewcomerId, &PersonId)>),
) -> Lessons {
    let mut lessons = Lessons::default();
    for one in counted {
        let with_mentor =
            [&one.observed, &one.observer].into_iter().any(|person| two.contains(&(&one.newcomer, person)));
        let newcomer = newcomers.iter().find(|newcomer| newcomer.id == one.newcomer);
        lessons.take(one, with_mentor, newcomer.map(|newcomer| newcomer.name.brief()));
    }
    lessons
}

/// All that two did together, in the order of the days. A lesson that was agreed on as a meeting or recorded as joint
/// work too is there already: no hour is counted twice.
pub(super) fn together(worked: Vec<Line>, lessons: Vec<Line>) -> Vec<Line> {
    let is_there = |lesson: &Line| worked.iter().any(|one| one.day == lesson.day && one.word == lesson.word);
    let more: Vec<Line> = lessons.into_iter().filter(|lesson| !is_there(lesson)).collect();
    let mut all = worked;
    all.extend(more);
    all.sort_by_key(|line| line.day);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_lesson_that_stands_as_a_meeting_too_is_counted_once() {
        let (monday, friday) = (date(2026, 11, 9), date(2026, 11, 13));
        let worked = vec![happened("visit_by_mentor", friday, 45), happened("talk", monday, 20)];
        let lessons = vec![
            happened("visit_by_mentor", monday, 40),
            happened("visit_by_mentor", friday, 40),
            happened("visit_to_mentor", friday, 40),
        ];
        let all = together(worked, lessons);
        let minutes: Vec<u16> = all.iter().filter_map(|line| line.minutes).collect();
        assert_eq!(minutes, [20, 40, 45, 40]);
    }
}
