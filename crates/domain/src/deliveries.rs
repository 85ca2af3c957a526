//! How letters reach a person: which reminders, the hours in which nothing comes, and one letter a day in the place of
//! many (feat:D5; essay:E21). Everybody sets it for themselves; what is set is nobody else's business.

use jiff::ToSpan;
use jiff::civil::{DateTime, Time, time};
use serde::{Deserialize, Serialize};

/// How long before an agreed time a reminder comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ahead {
    /// The day before.
    Day,
    /// An hour before.
    Hour,
}

impl Ahead {
    /// Both, the earlier first.
    pub const ALL: [Self; 2] = [Self::Day, Self::Hour];

    /// The word under which it is promised; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }

    /// Reads a promised word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ahead| ahead.word() == word)
    }
}

/// What a reader may stop by the address in the header of a letter, without signing in. Everything else tells of something that
/// waits for them, and has no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stoppable {
    /// Reminders of an agreed time, however long ahead.
    Reminders,
    /// What coordinators write to many, and once a term the question whether the data are right.
    Messages,
}

impl Stoppable {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Reminders, Self::Messages];

    /// The word that stands in the address; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reminders => "reminders",
            Self::Messages => "messages",
        }
    }

    /// Reads the word of an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Hours of the night in which no letter comes, from the first time until the second, over midnight or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The first moment without letters.
    pub from: Time,
    /// The first moment with letters again.
    pub until: Time,
}

impl Quiet {
    /// From nine in the evening to seven in the morning.
    pub const USUAL: Self = Self { from: time(21, 0, 0, 0), until: time(7, 0, 0, 0) };

    /// True at a time of day in which nothing comes.
    pub fn covers(self, at: Time) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&at)
        } else {
            at >= self.from || at < self.until
        }
    }
}

/// What a person wants of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a kind of letters that comes or does not")]
pub struct Wishes {
    /// Reminders come at all: stopped from a letter, the two below stay as they were chosen, for whoever takes that back.
    pub reminders: bool,
    /// A reminder the day before an agreed time.
    pub day_ahead: bool,
    /// A reminder an hour before it.
    pub hour_ahead: bool,
    /// When nothing comes.
    pub quiet: Option<Quiet>,
    /// At which time of day everything that can wait comes in one letter; each by itself where it is missing.
    pub digest: Option<Time>,
    /// What coordinators write to many (feat:N2) comes as a letter too; it stands on the page in any case.
    pub messages: bool,
}

impl Default for Wishes {
    /// A reminder the day before, and nothing late in the evening or at night.
    fn default() -> Self {
        Self {
            reminders: true,
            day_ahead: true,
            hour_ahead: false,
            quiet: Some(Quiet::USUAL),
            digest: None,
            messages: true,
        }
    }
}

/// Why wishes are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The quiet hours begin and end at the same time: none, or all of the day?
    EmptyNight,
    /// The letter of the day would come in the quiet hours.
    DigestAtNight,
}

/// May a letter wait for the letter of the day?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It tells of a time that is near, or of one that no longer stands.
    AtOnce,
    /// Nothing is lost within a day.
    MayWait,
}

impl Wishes {
    /// The same where they agree with themselves.
    pub fn checked(self) -> Result<Self, Refused> {
        match self.quiet {
            Some(quiet) if quiet.from == quiet.until => Err(Refused::EmptyNight),
            Some(quiet) if self.digest.is_some_and(|at| quiet.covers(at)) => Err(Refused::DigestAtNight),
            _ => Ok(self),
        }
    }

    /// True where this reminder is wanted.
    pub const fn wants(&self, ahead: Ahead) -> bool {
        self.reminders
            && match ahead {
                Ahead::Day => self.day_ahead,
                Ahead::Hour => self.hour_ahead,
            }
    }

    /// True where letters come that can be stopped so.
    pub fn comes(&self, what: Stoppable) -> bool {
        match what {
            Stoppable::Reminders => Ahead::ALL.into_iter().any(|ahead| self.wants(ahead)),
            Stoppable::Messages => self.messages,
        }
    }

    /// The same with these letters stopped, or coming again as they were chosen; the usual reminder where none was.
    #[must_use]
    pub fn with(self, what: Stoppable, comes: bool) -> Self {
        match what {
            Stoppable::Reminders => {
                let none = !self.day_ahead && !self.hour_ahead;
                Self { reminders: comes, day_ahead: self.day_ahead || (comes && none), ..self }
            }
            Stoppable::Messages => Self { messages: comes, ..self },
        }
    }

    /// Until when a letter that was promised at `promised` is held at `here`; `None` where it goes now. All times are
    /// those of the reader's place.
    pub fn held_until(&self, pace: Pace, promised: DateTime, here: DateTime) -> Option<DateTime> {
        let gathered = match (pace, self.digest) {
            (Pace::MayWait, Some(at)) => next(promised, at).max(here),
            _ => here,
        };
        let at = match self.quiet {
            Some(quiet) if quiet.covers(gathered.time()) => next(gathered, quiet.until),
            _ => gathered,
        };
        (at > here).then_some(at)
    }
}

/// The first moment at a time of day that is not before another moment.
fn next(from: DateTime, at: Time) -> DateTime {
    let day = if from.time() <= at { from.date() } else { from.date().saturating_add(1.day()) };
    day.to_datetime(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn at(day: i8, hour: i8, minute: i8) -> DateTime {
        date(2026, 10, day).at(hour, minute, 0, 0)
    }

    fn daily(hour: i8) -> Wishes {
        Wishes { digest: Some(time(hour, 0, 0, 0)), ..Wishes::default() }
    }

    #[test]
    fn by_day_a_letter_goes_at_once() {
        let usual = Wishes::default();
        assert_eq!(usual.held_until(Pace::MayWait, at(5, 10, 0), at(5, 10, 0)), None);
        assert_eq!(usual.held_until(Pace::AtOnce, at(5, 20, 59), at(5, 20, 59)), None);
    }

    #[test]
    fn at_night_it_waits_for_the_morning_also_when_it_is_about_a_near_time() {
        let usual = Wishes::default();
        assert_eq!(usual.held_until(Pace::AtOnce, at(5, 21, 0), at(5, 21, 0)), Some(at(6, 7, 0)));
        assert_eq!(usual.held_until(Pace::AtOnce, at(5, 23, 0), at(6, 2, 0)), Some(at(6, 7, 0)));
        assert_eq!(usual.held_until(Pace::AtOnce, at(5, 23, 0), at(6, 7, 0)), None);
    }

    #[test]
    fn the_letter_of_the_day_gathers_what_can_wait() {
        let daily = daily(17);
        assert_eq!(daily.held_until(Pace::MayWait, at(5, 10, 0), at(5, 10, 0)), Some(at(5, 17, 0)));
        assert_eq!(daily.held_until(Pace::MayWait, at(5, 10, 0), at(5, 17, 0)), None);
        assert_eq!(daily.held_until(Pace::MayWait, at(5, 17, 1), at(5, 18, 0)), Some(at(6, 17, 0)));
        assert_eq!(daily.held_until(Pace::AtOnce, at(5, 10, 0), at(5, 10, 0)), None);
        // The worker was down at five and comes back at night.
        assert_eq!(daily.held_until(Pace::MayWait, at(5, 10, 0), at(5, 23, 0)), Some(at(6, 7, 0)));
    }

    #[test]
    fn wishes_that_contradict_themselves_are_refused() {
        let eight = time(8, 0, 0, 0);
        let empty = Wishes { quiet: Some(Quiet { from: eight, until: eight }), ..Wishes::default() };
        assert_eq!(empty.checked(), Err(Refused::EmptyNight));
        assert_eq!(daily(22).checked(), Err(Refused::DigestAtNight));
        assert_eq!(
            Wishes { quiet: None, ..daily(22) }.checked().map(|wishes| wishes.digest.is_some()),
            Ok(true)
        );
    }

    #[test]
    fn stopped_reminders_come_again_as_they_were_chosen() {
        let hour = Wishes { day_ahead: false, hour_ahead: true, ..Wishes::default() };
        let stopped = hour.with(Stoppable::Reminders, false);
        assert!(!Ahead::ALL.into_iter().any(|ahead| stopped.wants(ahead)));
        assert_eq!(stopped.with(Stoppable::Reminders, true), hour);
        let neither = Wishes { hour_ahead: false, ..hour };
        let again = neither.with(Stoppable::Reminders, true);
        assert!(again.wants(Ahead::Day) && !again.wants(Ahead::Hour), "the usual one, where none was chosen");
    }

    #[test]
    fn one_kind_is_stopped_and_the_other_comes() {
        for (what, other) in
            [(Stoppable::Reminders, Stoppable::Messages), (Stoppable::Messages, Stoppable::Reminders)]
        {
            let stopped = Wishes::default().with(what, false);
            assert!(!stopped.comes(what) && stopped.comes(other));
            assert_eq!(stopped.with(what, false), stopped, "twice is once");
            assert_eq!(stopped.with(what, true), Wishes::default());
            assert_eq!(Stoppable::from_word(what.word()), Some(what));
        }
    }

    fn times() -> impl Strategy<Value = Time> {
        (0_i8..24, 0_i8..60).prop_map(|(hour, minute)| time(hour, minute, 0, 0))
    }

    proptest! {
        #[test]
        fn no_letter_comes_in_the_quiet_hours_and_none_waits_for_ever(
            from in times(), until in times(), digest in proptest::option::of(times()),
            promised in times(), here in times(), waits: bool,
        ) {
            let wishes = Wishes { quiet: Some(Quiet { from, until }), digest, ..Wishes::default() };
            prop_assume!(wishes.checked().is_ok());
            let pace = if waits { Pace::MayWait } else { Pace::AtOnce };
            let (promised, here) = (date(2026, 10, 5).to_datetime(promised), date(2026, 10, 6).to_datetime(here));
            let goes = wishes.held_until(pace, promised, here).unwrap_or(here);
            prop_assert!(!wishes.quiet.is_some_and(|quiet| quiet.covers(goes.time())));
            prop_assert!(goes >= here && goes <= here.saturating_add(2.days()));
            prop_assert_eq!(wishes.held_until(pace, promised, goes), None, "what has waited goes");
        }
    }
}
