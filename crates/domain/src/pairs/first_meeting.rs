//! The planned first meeting of a pair: either of the two sets it, either may change it. Without a day in the
//! first weeks many pairs never begin (risk R7; feat:L2).

use super::{Origin, Pair, State};
use crate::settings::Settings;
use crate::{Day, Instant, PersonId};
use jiff::ToSpan;
use jiff::civil::Time;

/// When and where the two meet for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstMeeting {
    /// The day.
    pub on: Day,
    /// The time of day.
    pub at: Time,
    /// Where, in a few words that both read.
    pub place: String,
    /// Who set it last.
    pub set_by: PersonId,
    /// When it was set.
    pub set_at: Instant,
    /// Version for optimistic locking.
    pub version: i64,
}

impl FirstMeeting {
    /// True unless the pair ended on the day of the meeting or before: then nobody waits for it (neg:N17).
    pub fn stands(&self, ended_on: Option<Day>) -> bool {
        ended_on.is_none_or(|ended| self.on < ended)
    }
}

/// Longest place, in characters.
pub const MOST_PLACE: usize = 120;

/// Why a first meeting is not planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRefused {
    /// The pair is not published yet.
    NotYet,
    /// The pair has ended.
    Ended,
    /// The day has passed.
    Past,
    /// After the last day of work of the programme.
    TooLate {
        /// That day.
        work_until: Day,
    },
    /// No place, or one longer than [`MOST_PLACE`].
    Place,
}

/// May the two plan this? `work_until` is the programme's last day of work.
pub fn plan(pair: &Pair, on: Day, place: &str, today: Day, work_until: Day) -> Result<(), PlanRefused> {
    let length = place.trim().chars().count();
    match pair.state {
        State::Agreed => Err(PlanRefused::NotYet),
        State::Ended { .. } => Err(PlanRefused::Ended),
        _ if on < today => Err(PlanRefused::Past),
        _ if on > work_until => Err(PlanRefused::TooLate { work_until }),
        _ if length == 0 || length > MOST_PLACE => Err(PlanRefused::Place),
        State::Published | State::Assigned(_) => Ok(()),
    }
}

impl Pair {
    /// The last day for the first meeting: so many days from the order (setting `first_meeting_days`); `None`
    /// before the order, after the end, and for a provisional pair: those two may plan a meeting, and nobody
    /// counts its days.
    pub fn first_meeting_due(&self, settings: &Settings) -> Option<Day> {
        match &self.state {
            State::Assigned(assignment) if self.origin != Origin::Provisional => {
                Some(assignment.period.from.saturating_add(i64::from(settings.first_meeting_days).days()))
            }
            State::Agreed | State::Published | State::Assigned(_) | State::Ended { .. } => None,
        }
    }

    /// True where each of the two may see how to reach the other (feat:M3): both have decided for each other,
    /// by a choice or by two consents, or the law's order stands. Not before, and not after the end.
    pub fn shares_contact_data(&self, both_consented: bool) -> bool {
        match (&self.origin, &self.state) {
            (_, State::Ended { .. }) => false,
            (_, State::Assigned(_)) | (Origin::Asked { .. }, _) => true,
            // A ranking is no promise to anybody, so a ranked pair has to consent like an appointed one.
            (Origin::Ranked | Origin::Appointed { .. }, _) => both_consented,
            (Origin::Provisional, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Period;
    use crate::pairs::Assignment;
    use crate::pairs::staging::pair;
    use jiff::civil::date;

    const TODAY: Day = date(2026, 11, 3);
    const UNTIL: Day = date(2027, 5, 25);

    fn assigned() -> State {
        let period = Period { from: date(2026, 11, 2), until: None };
        State::Assigned(Assignment { order: "order".into(), period })
    }

    fn ended() -> State {
        State::Ended { at: Instant::UNIX_EPOCH, was: None }
    }

    #[test]
    fn a_day_to_come_and_a_place_make_a_plan() {
        let on = |state, day, place| plan(&pair(Origin::Ranked, state), day, place, TODAY, UNTIL);
        assert_eq!(on(State::Published, TODAY, "кабинет 214"), Ok(()));
        assert_eq!(on(assigned(), UNTIL, "кабинет 214"), Ok(()));
        assert_eq!(on(assigned(), date(2026, 11, 2), "кабинет 214"), Err(PlanRefused::Past));
        let late = on(assigned(), date(2027, 5, 26), "кабинет 214");
        assert_eq!(late, Err(PlanRefused::TooLate { work_until: UNTIL }));
        assert_eq!(on(assigned(), TODAY, "  "), Err(PlanRefused::Place));
        assert_eq!(on(assigned(), TODAY, &"к".repeat(MOST_PLACE + 1)), Err(PlanRefused::Place));
    }

    #[test]
    fn nothing_is_planned_before_the_pair_is_published_or_after_its_end() {
        let on = |state| plan(&pair(Origin::Ranked, state), TODAY, "кабинет 214", TODAY, UNTIL);
        assert_eq!(on(State::Agreed), Err(PlanRefused::NotYet));
        assert_eq!(on(ended()), Err(PlanRefused::Ended));
    }

    #[test]
    fn n17_a_meeting_goes_with_a_pair_that_ends_before_it() {
        let meeting = FirstMeeting {
            on: TODAY,
            at: Time::midnight(),
            place: "кабинет 214".into(),
            set_by: "aigul".into(),
            set_at: Instant::UNIX_EPOCH,
            version: 0,
        };
        assert!(meeting.stands(None));
        assert!(meeting.stands(Some(date(2026, 11, 4))), "it was held before the end");
        assert!(!meeting.stands(Some(TODAY)) && !meeting.stands(Some(date(2026, 11, 2))));
    }

    #[test]
    fn the_days_to_the_first_meeting_run_from_the_order() {
        let settings = Settings::default();
        let due = |state| pair(Origin::Ranked, state).first_meeting_due(&settings);
        assert_eq!(due(assigned()), Some(date(2026, 11, 16)));
        assert_eq!(due(State::Published), None);
        assert_eq!(due(ended()), None);
        assert_eq!(pair(Origin::Provisional, assigned()).first_meeting_due(&settings), None);
    }

    #[test]
    fn contact_data_is_shared_after_agreement_and_not_after_the_end() {
        let asked = || Origin::Asked { request: "request".into() };
        let appointed =
            || Origin::Appointed { reason: "Единственный математик.".into() };
        assert!(pair(asked(), State::Agreed).shares_contact_data(false));
        for origin in [Origin::Ranked, appointed()] {
            assert!(!pair(origin.clone(), State::Published).shares_contact_data(false));
            assert!(pair(origin, State::Published).shares_contact_data(true));
        }
        assert!(!pair(Origin::Provisional, State::Published).shares_contact_data(true));
        for origin in [asked(), Origin::Ranked, appointed(), Origin::Provisional] {
            assert!(pair(origin.clone(), assigned()).shares_contact_data(false));
            assert!(!pair(origin, ended()).shares_contact_data(true));
        }
    }
}
