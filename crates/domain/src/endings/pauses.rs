//! A pause of a pair's work: one of the two is away and the day of return is known (feat:E6). Nobody asks why. It is
//! not the pause of a mentor who takes no newcomers ([`crate::mentors`]). Diagram: `docs/states/pauses.md`.

use super::works;
use crate::pairs::Pair;
use crate::{Day, Instant, PairId, PauseId, ProgrammeId, SchoolId};
use jiff::ToSpan;

/// Most days of one pause.
pub const MOST_PAUSE: i32 = 120;

/// Days that are left for a report after the two are back.
const DAYS_AFTER: i32 = 7;

/// How a pause stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It begins later.
    Ahead,
    /// The two do not meet now.
    Running,
    /// They are back, by the day or earlier.
    Over,
}

impl Standing {
    /// The word in the diagram; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Running => "running",
            Self::Over => "over",
        }
    }
}

/// A pause of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its id.
    pub id: PauseId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The pair.
    pub pair: PairId,
    /// The first day without meetings.
    pub from: Day,
    /// The first day after it; the first day itself where it was taken back before it began.
    pub back_on: Day,
    /// When it was set or last changed.
    pub changed_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseRefused {
    /// The pair does not work by an order of its own.
    NotWorking,
    /// The first day has passed.
    Past,
    /// The day of return is not after the first one, or more than [`MOST_PAUSE`] days later.
    Return,
    /// Another pause falls on these days.
    Overlaps,
    /// There is none to end.
    NotOpen,
}

/// May a pair pause on these days?
pub fn may_pause(
    pair: &Pair,
    from: Day,
    back_on: Day,
    others: &[Pause],
    today: Day,
) -> Result<(), PauseRefused> {
    match () {
        () if !works(pair) => Err(PauseRefused::NotWorking),
        () if from < today => Err(PauseRefused::Past),
        () if back_on <= from || back_on > from.saturating_add(MOST_PAUSE.days()) => {
            Err(PauseRefused::Return)
        }
        () if others.iter().any(|one| one.from < back_on && from < one.back_on) => {
            Err(PauseRefused::Overlaps)
        }
        () => Ok(()),
    }
}

/// The last day for a report that pauses move: by as many days as they took before it, and not before the two have
/// had a week since their return.
pub fn due_after(due: Day, pauses: &[Pause]) -> Day {
    let mut moved = due;
    for pause in pauses.iter().filter(|pause| pause.from <= due) {
        moved = moved.saturating_add(pause.days().days()).max(pause.earliest_due());
    }
    moved
}

impl Pause {
    /// True on a day without meetings.
    pub fn covers(&self, day: Day) -> bool {
        (self.from..self.back_on).contains(&day)
    }

    /// How it stands.
    pub fn standing(&self, today: Day) -> Standing {
        match () {
            // One that was called off has no day.
            () if today >= self.back_on || self.from == self.back_on => Standing::Over,
            () if today < self.from => Standing::Ahead,
            () => Standing::Running,
        }
    }

    /// Its days.
    pub fn days(&self) -> i32 {
        self.from.until(self.back_on).map_or(0, |span| span.get_days())
    }

    fn earliest_due(&self) -> Day {
        if self.days() > 0 { self.back_on.saturating_add(DAYS_AFTER.days()) } else { Day::MIN }
    }

    /// Ahead | Running -> Over: the two are back earlier, or it does not begin.
    pub fn end(self, today: Day, now: Instant) -> Result<Self, PauseRefused> {
        match self.standing(today) {
            Standing::Over => Err(PauseRefused::NotOpen),
            Standing::Ahead => Ok(Self { back_on: self.from, changed_at: now, ..self }),
            Standing::Running => Ok(Self { back_on: today, changed_at: now, ..self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Period;
    use crate::pairs::{Assignment, Origin, State as PairState, staging::pair};
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 12, 1);

    fn pause() -> Pause {
        Pause {
            id: "pause".into(),
            school: "school".into(),
            programme: "programme".into(),
            pair: "pair".into(),
            from: date(2026, 12, 7),
            back_on: date(2026, 12, 21),
            changed_at: Instant::UNIX_EPOCH,
            version: 0,
        }
    }

    #[test]
    fn a_pause_is_ahead_has_a_day_of_return_and_stands_beside_no_other() {
        let period = Period { from: date(2026, 11, 2), until: None };
        let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
        let works = pair(Origin::Ranked, assigned.clone());
        let may = |from, back_on| may_pause(&works, from, back_on, &[pause()], TODAY);
        assert_eq!(may(TODAY, date(2026, 12, 7)), Ok(()));
        assert_eq!(may(date(2026, 11, 30), date(2026, 12, 7)), Err(PauseRefused::Past));
        assert_eq!(may(TODAY, TODAY), Err(PauseRefused::Return));
        assert_eq!(may(TODAY, date(2027, 4, 1)), Err(PauseRefused::Return));
        assert_eq!(may(TODAY, date(2026, 12, 8)), Err(PauseRefused::Overlaps));
        let provisional = pair(Origin::Provisional, assigned);
        let refused = may_pause(&provisional, TODAY, date(2026, 12, 7), &[], TODAY);
        assert_eq!(refused, Err(PauseRefused::NotWorking));
    }

    #[test]
    fn a_report_is_due_later_by_the_days_that_were_lost_and_never_on_the_day_of_return() {
        assert_eq!(due_after(date(2026, 12, 25), &[pause()]), date(2027, 1, 8));
        assert_eq!(due_after(date(2026, 12, 7), &[pause()]), date(2026, 12, 28));
        assert_eq!(due_after(date(2026, 12, 6), &[pause()]), date(2026, 12, 6));
        let never = pause().end(TODAY, Instant::UNIX_EPOCH).unwrap();
        assert_eq!(never.standing(TODAY), Standing::Over, "it is not called off a second time");
        assert_eq!(due_after(date(2026, 12, 25), &[never]), date(2026, 12, 25));
    }

    #[test]
    fn the_diagram_shows_every_arrow_and_no_other() {
        let mut arrows = BTreeSet::new();
        let mut day = TODAY;
        while day < date(2027, 1, 1) {
            let next = day.tomorrow().unwrap();
            arrows.insert((pause().standing(day), pause().standing(next)));
            if let Ok(ended) = pause().end(day, Instant::UNIX_EPOCH) {
                arrows.insert((pause().standing(day), ended.standing(day.max(ended.back_on))));
            }
            day = next;
        }
        let arrows: BTreeSet<_> = arrows
            .into_iter()
            .filter(|(from, to)| from != to)
            .map(|(from, to)| (from.word(), to.word()))
            .collect();
        let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/pauses.md"));
        assert_eq!(drawn, arrows);
    }
}
