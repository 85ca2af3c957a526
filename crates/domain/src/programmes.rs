//! A programme: one school, one school year, dated phases; what may be done depends on the phase (feat:C1). Diagram of
//! how it ends and is set aside (feat:N1): `docs/states/programmes.md`.

mod ends;
mod templates;

pub use ends::{ShelveRefused, Standing, StopRefused};
pub use templates::{MOST_NAME, Shift, Template, TemplateRefused, shift, template_name};

use crate::choices::opened_once;
use crate::rounds::Round;
use crate::settings::{Key, Settings, Value};
use crate::{Day, ProgrammeId, SchoolId};
use jiff::ToSpan;

/// Where in the year a programme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Hiring: newcomers are enrolled, each has a provisional mentor by order, mentors come forward.
    Hiring,
    /// Selection: joint work with every mentor, impressions, requests (essay:E14, E15).
    Selection,
    /// Decision: sealed rankings, until the deadline.
    Decision,
    /// Orders: the proposal is made and published, consents, the order.
    Orders,
    /// The year of work.
    Work,
    /// Closed.
    Closed,
}

impl Phase {
    /// All phases in the order of the year.
    pub const ALL: [Self; 6] =
        [Self::Hiring, Self::Selection, Self::Decision, Self::Orders, Self::Work, Self::Closed];

    /// All phases in which a programme runs. What the law asks for whenever somebody is hired, the choice does
    /// not close: enrolling, a provisional mentor, the right to mentor.
    pub const RUNNING: [Self; 5] = [Self::Hiring, Self::Selection, Self::Decision, Self::Orders, Self::Work];

    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hiring => "hiring",
            Self::Selection => "selection",
            Self::Decision => "decision",
            Self::Orders => "orders",
            Self::Work => "work",
            Self::Closed => "closed",
        }
    }
}

/// Dates of the phases; each is the last day of its phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phases {
    /// First day of the programme.
    pub starts_on: Day,
    /// First day of the selection.
    pub selection_from: Day,
    /// Last day of the selection.
    pub selection_until: Day,
    /// Last day on which sealed rankings may be written.
    pub decision_until: Day,
    /// Last day for the orders.
    pub orders_until: Day,
    /// Last day of work.
    pub work_until: Day,
}

impl Phases {
    /// The dates of the essay on the calendar of 2026–27 (rules §9, Order 213-НҚ), moved to another year by
    /// the year alone; a person checks them before the programme starts.
    pub fn usual(first_year: i16) -> Self {
        let day = |year: i16, month: i8, day: i8| jiff::civil::date(year, month, day);
        Self {
            starts_on: day(first_year, 8, 15),
            selection_from: day(first_year, 9, 1),
            selection_until: day(first_year, 10, 31),
            decision_until: day(first_year, 11, 1),
            orders_until: day(first_year, 11, 6),
            work_until: day(first_year + 1, 5, 25),
        }
    }

    /// The six days that bound the phases, in order.
    pub fn days(&self) -> [Day; 6] {
        [
            self.starts_on,
            self.selection_from,
            self.selection_until,
            self.decision_until,
            self.orders_until,
            self.work_until,
        ]
    }

    /// The phases that six days bound, in order.
    pub const fn of_days(days: [Day; 6]) -> Self {
        let [starts_on, selection_from, selection_until, decision_until, orders_until, work_until] = days;
        Self { starts_on, selection_from, selection_until, decision_until, orders_until, work_until }
    }

    /// Which of the six days are still to come, so that they may move.
    pub fn movable(&self, today: Day) -> [bool; 6] {
        self.days().map(|day| day >= today)
    }

    /// The phase that holds on a day; before the start it is the hiring, since newcomers may be enrolled.
    pub fn on(&self, day: Day) -> Phase {
        match day {
            _ if day < self.selection_from => Phase::Hiring,
            _ if day <= self.selection_until => Phase::Selection,
            _ if day <= self.decision_until => Phase::Decision,
            _ if day <= self.orders_until => Phase::Orders,
            _ if day <= self.work_until => Phase::Work,
            _ => Phase::Closed,
        }
    }

    /// First and last day of a phase.
    pub fn span(&self, phase: Phase) -> (Day, Day) {
        let next = |day: Day| day.saturating_add(1.day());
        match phase {
            Phase::Hiring => (self.starts_on, self.selection_from.saturating_sub(1.day())),
            Phase::Selection => (self.selection_from, self.selection_until),
            Phase::Decision => (next(self.selection_until), self.decision_until),
            Phase::Orders => (next(self.decision_until), self.orders_until),
            Phase::Work => (next(self.orders_until), self.work_until),
            Phase::Closed => (next(self.work_until), Day::MAX),
        }
    }
}

/// Why dates do not make a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhasesRefused {
    /// A phase ends before it begins.
    OutOfOrder {
        /// Which of [`Phases::days`] is earlier than the one before it.
        at: usize,
    },
    /// The selection is longer than the setting allows: two months, counted in months (essay:E14).
    SelectionTooLong,
}

/// Checks dates: in order, and the selection no longer than `max_months` months.
pub fn check(phases: &Phases, max_months: u8) -> Result<(), PhasesRefused> {
    if let Some(before) = phases.days().windows(2).position(|two| two[1] < two[0]) {
        return Err(PhasesRefused::OutOfOrder { at: before + 1 });
    }
    let latest = phases.selection_from.saturating_add(i32::from(max_months).months());
    if phases.selection_until >= latest {
        return Err(PhasesRefused::SelectionTooLong);
    }
    Ok(())
}

/// A programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// The school.
    pub school: SchoolId,
    /// The calendar year in which the school year begins: 2026 for 2026–27.
    pub first_year: i16,
    /// Dates.
    pub phases: Phases,
    /// Settings of this programme; what it does not set holds by default.
    pub settings: Settings,
    /// The last second round, running or past; none before the first.
    pub round: Option<Round>,
    /// The day on which it was stopped in the middle of the year, from which on it is closed (feat:N1).
    pub stopped_on: Option<Day>,
    /// The day on which it was set aside after its end.
    pub shelved_on: Option<Day>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// The programme that runs on a day, of a school's programmes in any order: the earliest one that has not closed,
/// so that next year's, set up in May, does not shadow this year's; between two years the one that comes. Where
/// none is to come, the last one, which is closed. One that was set aside is none of them (feat:N1).
pub fn running(programmes: Vec<Programme>, today: Day) -> Option<Programme> {
    let year = |one: &Programme| one.first_year;
    let (closed, open): (Vec<_>, Vec<_>) = programmes
        .into_iter()
        .filter(|one| one.shelved_on.is_none())
        .partition(|one| one.phase(today) == Phase::Closed);
    open.into_iter().min_by_key(year).or_else(|| closed.into_iter().max_by_key(year))
}

/// The programme whose papers people read on a day: the one that runs, else the last one that was set aside. Nothing is done in
/// that one, and what was written in it is not out of reach until the next one is set up (feat:N1).
pub fn in_sight(programmes: Vec<Programme>, today: Day) -> Option<Programme> {
    let aside = programmes.iter().filter(|one| one.shelved_on.is_some()).max_by_key(|one| one.first_year);
    let aside = aside.cloned();
    running(programmes, today).or(aside)
}

/// The programme of the year in which a day lies, whichever runs now: the last that had begun; before all of them, the first.
pub fn of_day(mut programmes: Vec<Programme>, day: Day) -> Option<Programme> {
    programmes.sort_by_key(|one| one.phases.starts_on);
    let begun = programmes.iter().rposition(|one| one.phases.starts_on <= day);
    programmes.into_iter().nth(begun.unwrap_or(0))
}

/// Why a programme is not set up or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUpRefused {
    /// The dates do not make a programme.
    Phases(PhasesRefused),
    /// The school has a programme for that school year.
    YearTaken,
    /// Neither the school year that runs nor the next one.
    OtherYear,
    /// A day that has passed stays as it was, and no phase ends in the past.
    Past {
        /// Which of [`Phases::days`].
        at: usize,
    },
    /// The programme is closed.
    Closed,
    /// The setting does not take this value.
    OutOfBounds,
    /// The rankings can be read: what the engine looks for is no longer chosen, it would be chosen with a known
    /// outcome.
    Opened,
    /// Mentors wrote it for fewer people than would read it then (feat:B3).
    WrittenForFewer,
    /// A change says on what it stands: an act, a decision of the school.
    ReasonNeeded,
}

impl From<PhasesRefused> for SetUpRefused {
    fn from(refused: PhasesRefused) -> Self {
        Self::Phases(refused)
    }
}

/// The school year for which a programme is set up on a day: from May on the next one.
pub fn year_to_set_up(today: Day) -> i16 {
    if today.month() >= 5 { today.year() } else { today.year() - 1 }
}

/// May a programme be set up for the year, with these dates?
pub fn may_set_up(
    first_year: i16,
    phases: &Phases,
    settings: &Settings,
    today: Day,
) -> Result<(), SetUpRefused> {
    let near = year_to_set_up(today);
    if first_year != near && first_year != near.saturating_add(1) {
        return Err(SetUpRefused::OtherYear);
    }
    if phases.starts_on.year() != first_year {
        return Err(SetUpRefused::OtherYear);
    }
    Ok(check(phases, settings.choice_window_months)?)
}

/// Not in this phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotNow {
    /// The phase of today.
    pub phase: Phase,
}

/// The choice is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// Not in this phase.
    NotNow(Phase),
    /// People choose in a second round.
    Choosing {
        /// Its last day.
        until: Day,
    },
}

impl Programme {
    /// A new programme of a school year, with the usual dates and every setting by default.
    pub fn usual(id: ProgrammeId, school: SchoolId, first_year: i16) -> Self {
        let phases = Phases::usual(first_year);
        let settings = Settings::default();
        let (stopped_on, shelved_on) = (None, None);
        Self { id, school, first_year, phases, settings, round: None, stopped_on, shelved_on, version: 0 }
    }

    /// The phase of a day.
    pub fn phase(&self, today: Day) -> Phase {
        if self.is_stopped(today) { Phase::Closed } else { self.phases.on(today) }
    }

    /// The programme with other dates. What has passed stays; what is still to come may move.
    pub fn reschedule(self, phases: Phases, today: Day) -> Result<Self, SetUpRefused> {
        if self.phase(today) == Phase::Closed {
            return Err(SetUpRefused::Closed);
        }
        let (old, new) = (self.phases.days(), phases.days());
        let moved = |at: usize| old[at] != new[at];
        let movable = self.phases.movable(today);
        if let Some(at) = (0..old.len()).find(|&at| moved(at) && (!movable[at] || new[at] < today)) {
            return Err(SetUpRefused::Past { at });
        }
        check(&phases, self.settings.choice_window_months)?;
        Ok(Self { phases, ..self })
    }

    /// May a setting be changed today, whatever its value? What the engine looks for is chosen while nobody can
    /// know whom it would serve.
    pub fn may_change(&self, key: Key, today: Day) -> Result<(), SetUpRefused> {
        match key {
            _ if self.phase(today) == Phase::Closed => Err(SetUpRefused::Closed),
            Key::ChoiceMode if opened_once(self, today) => Err(SetUpRefused::Opened),
            _ => Ok(()),
        }
    }

    /// The programme with one setting changed, from today on.
    pub fn change_setting(self, key: Key, word: &str, today: Day) -> Result<Self, SetUpRefused> {
        self.may_change(key, today)?;
        if let (Key::Readers(field), Ok(Value::Reach(reach))) = (key, key.read(word))
            && !self.settings.readers.may_become(field, reach)
        {
            return Err(SetUpRefused::WrittenForFewer);
        }
        let promised = self.settings.min_cell;
        let settings = self.settings.with(key, word).map_err(|_| SetUpRefused::OutOfBounds)?;
        if settings.min_cell < promised && today >= self.phases.starts_on {
            // People have answered for groups of so many; a smaller one would be read after the fact.
            return Err(SetUpRefused::WrittenForFewer);
        }
        check(&self.phases, settings.choice_window_months)?;
        Ok(Self { settings, ..self })
    }

    /// Lets a step through in the given phases only.
    pub fn only_in(&self, allowed: &[Phase], today: Day) -> Result<(), NotNow> {
        let phase = self.phase(today);
        if allowed.contains(&phase) { Ok(()) } else { Err(NotNow { phase }) }
    }

    /// The second round in which people choose on a day (feat:C19).
    pub fn round_on(&self, today: Day) -> Option<&Round> {
        let after = self.only_in(&[Phase::Orders, Phase::Work], today).is_ok();
        self.round.as_ref().filter(|round| after && round.runs(today))
    }

    /// Lets through what belongs to the selection, where people ask each other: there, and in a second round. Gives
    /// its last day.
    pub fn asking(&self, today: Day) -> Result<Day, NotNow> {
        self.choosing_in(&[Phase::Selection], self.phases.selection_until, today)
    }

    /// Lets through what belongs to the choice as a whole: answers, lists, joint work. In the selection, in the
    /// decision, and in a second round. Gives the last day, after which the lists are opened.
    pub fn choosing(&self, today: Day) -> Result<Day, NotNow> {
        self.choosing_in(&[Phase::Selection, Phase::Decision], self.phases.decision_until, today)
    }

    fn choosing_in(&self, phases: &[Phase], until: Day, today: Day) -> Result<Day, NotNow> {
        match self.round_on(today) {
            Some(round) => Ok(round.until),
            None => self.only_in(phases, today).map(|()| until),
        }
    }

    /// Lets through what stands on a choice that is over: proposals, appointments. In the year of work too: a
    /// newcomer without a mentor does not wait until the next autumn.
    pub fn decided(&self, today: Day) -> Result<(), Undecided> {
        self.only_in(&[Phase::Orders, Phase::Work], today)
            .map_err(|NotNow { phase }| Undecided::NotNow(phase))?;
        match self.round_on(today) {
            Some(round) => Err(Undecided::Choosing { until: round.until }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choices::Mode;
    use crate::mentors::{Field, Reach};
    use jiff::civil::date;

    #[test]
    fn every_day_of_the_year_has_one_phase_in_order() {
        let phases = Phases::usual(2026);
        let mut day = date(2026, 8, 1);
        let mut seen = vec![phases.on(day)];
        while day < date(2027, 7, 1) {
            day = day.saturating_add(1.day());
            seen.push(phases.on(day));
        }
        assert!(seen.is_sorted());
        seen.dedup();
        assert_eq!(seen, Phase::ALL);
    }

    #[test]
    fn the_next_programme_runs_when_this_one_has_closed_and_the_last_one_stays_until_there_is_a_next() {
        let of = |first_year: i16| Programme {
            id: first_year.to_string().into(),
            first_year,
            phases: Phases::usual(first_year),
            ..programme()
        };
        let year = |years: &[i16], day| {
            let all = years.iter().copied().map(of).collect();
            running(all, day).map(|programme| programme.first_year)
        };
        assert_eq!(year(&[2027, 2026, 2025], date(2027, 5, 25)), Some(2026));
        assert_eq!(year(&[2025, 2026, 2027], date(2027, 5, 26)), Some(2027), "between the years");
        assert_eq!(year(&[2025, 2026], date(2027, 6, 20)), Some(2026), "closed, and nothing to come");
        assert_eq!(year(&[], date(2027, 6, 20)), None);
    }

    #[test]
    fn six_days_make_the_phases_they_came_from() {
        let phases = Phases::usual(2026);
        assert_eq!(Phases::of_days(phases.days()), phases);
        assert_eq!(phases.movable(date(2026, 10, 31)), [false, false, true, true, true, true]);
    }

    #[test]
    fn the_spans_touch_without_gap() {
        let phases = Phases::usual(2026);
        for pair in Phase::ALL.windows(2) {
            assert_eq!(phases.span(pair[0]).1.saturating_add(1.day()), phases.span(pair[1]).0);
        }
        assert!(Phase::ALL.into_iter().all(|phase| phases.on(phases.span(phase).0) == phase));
    }

    #[test]
    fn september_and_october_are_two_months_though_61_days() {
        assert_eq!(check(&Phases::usual(2026), 2), Ok(()));
        let longer = Phases { selection_until: date(2026, 11, 1), ..Phases::usual(2026) };
        assert_eq!(check(&longer, 2), Err(PhasesRefused::SelectionTooLong));
    }

    #[test]
    fn dates_out_of_order_are_refused() {
        let wrong = Phases { decision_until: date(2026, 10, 1), ..Phases::usual(2026) };
        assert_eq!(check(&wrong, 2), Err(PhasesRefused::OutOfOrder { at: 3 }));
    }

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    #[test]
    fn what_has_passed_stays_and_what_comes_may_move() {
        let day = date(2026, 10, 7);
        let with = |phases: Phases| programme().reschedule(phases, day);
        let sooner = Phases { selection_until: date(2026, 10, 24), ..Phases::usual(2026) };
        assert_eq!(with(sooner).unwrap().phases, sooner);
        let backdated = Phases { selection_from: date(2026, 9, 7), ..Phases::usual(2026) };
        assert_eq!(with(backdated), Err(SetUpRefused::Past { at: 1 }));
        let over = Phases { selection_until: date(2026, 10, 6), ..Phases::usual(2026) };
        assert_eq!(with(over), Err(SetUpRefused::Past { at: 2 }));
        let closed = programme().reschedule(Phases::usual(2026), date(2027, 6, 1));
        assert_eq!(closed, Err(SetUpRefused::Closed));
    }

    #[test]
    fn a_programme_is_set_up_for_this_school_year_or_the_next() {
        let settings = Settings::default();
        let on = |year, today| may_set_up(year, &Phases::usual(year), &settings, today);
        assert_eq!(on(2026, date(2026, 8, 20)), Ok(()));
        assert_eq!(on(2026, date(2027, 1, 20)), Ok(()));
        assert_eq!(on(2027, date(2026, 8, 20)), Ok(()));
        assert_eq!(on(2025, date(2026, 8, 20)), Err(SetUpRefused::OtherYear));
        let dates_of_another_year = may_set_up(2026, &Phases::usual(2027), &settings, date(2026, 8, 20));
        assert_eq!(dates_of_another_year, Err(SetUpRefused::OtherYear));
    }

    #[test]
    fn a_setting_does_not_break_the_dates() {
        let day = date(2026, 8, 20);
        let refused = programme().change_setting(Key::ChoiceWindowMonths, "1", day);
        assert_eq!(refused, Err(SetUpRefused::Phases(PhasesRefused::SelectionTooLong)));
        let changed = programme().change_setting(Key::MaxMentees, "1", day).unwrap();
        assert_eq!(changed.settings.max_mentees, 1);
    }

    #[test]
    fn what_mentors_wrote_for_few_stays_with_them_and_what_the_list_says_may_be_opened() {
        let day = date(2026, 9, 20);
        let set =
            |programme: Programme, field, word| programme.change_setting(Key::Readers(field), word, day);
        let closed = set(programme(), Field::Gives, "coordinator").unwrap();
        assert!(!closed.settings.readers.shows(Field::Gives, Reach::Matching));
        assert_eq!(set(closed.clone(), Field::Gives, "everyone"), Err(SetUpRefused::WrittenForFewer));
        assert_eq!(set(closed, Field::Gives, "nobody"), Err(SetUpRefused::OutOfBounds));
        let closed = set(programme(), Field::Category, "coordinator").unwrap();
        assert_eq!(set(closed, Field::Category, "everyone").unwrap().settings, programme().settings);
    }

    #[test]
    fn a_paper_of_last_year_stays_with_the_programme_of_its_year() {
        let year = |first_year| Programme::usual("one".into(), "school".into(), first_year);
        let of = |day| of_day(vec![year(2027), year(2026)], day).map(|one| one.first_year);
        assert_eq!(of(date(2027, 5, 20)), Some(2026));
        assert_eq!(of(date(2027, 9, 1)), Some(2027));
        assert_eq!(of(date(2026, 8, 1)), Some(2026), "before all of them");
        assert_eq!(of_day(Vec::new(), date(2026, 9, 1)), None);
    }

    #[test]
    fn the_size_of_a_group_that_was_promised_does_not_shrink_once_people_answer() {
        let begun = date(2026, 10, 1);
        let wide = programme().change_setting(Key::MinCell, "12", begun).unwrap();
        let smaller = wide.clone().change_setting(Key::MinCell, "8", begun);
        assert_eq!(smaller, Err(SetUpRefused::WrittenForFewer));
        assert!(wide.clone().change_setting(Key::MinCell, "15", begun).is_ok());
        assert!(wide.change_setting(Key::MinCell, "8", date(2026, 8, 1)).is_ok(), "nobody has answered yet");
    }

    #[test]
    fn what_the_engine_looks_for_is_chosen_while_the_rankings_are_sealed() {
        let on = |day| programme().change_setting(Key::ChoiceMode, "most_pairs", day);
        assert_eq!(on(date(2026, 11, 1)).unwrap().settings.choice_mode, Mode::MostPairs, "the last day");
        assert_eq!(on(date(2026, 11, 2)), Err(SetUpRefused::Opened));
        assert_eq!(on(date(2027, 6, 1)), Err(SetUpRefused::Closed));
        assert!(programme().change_setting(Key::MaxMentees, "1", date(2026, 11, 2)).is_ok());
    }
}
