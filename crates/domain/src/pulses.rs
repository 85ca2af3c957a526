//! The short pulse (feat:K1; essay:E35; methods/measurement.md §6, §8): in each fortnight and after a meeting, one question a
//! week at most and a second one for whoever likes, each of which may be skipped (docs/decisions/0077). Everybody reads the
//! own line. The coordinator is asked to ask some how it goes: whoever said that it goes badly, whoever said nothing, and
//! some by lot, all in the same words (docs/decisions/0056).

mod wordings;

pub use wordings::{Wording, WordingRefused, Wordings};

use crate::calendar::{Quarters, monday};
use crate::meetings::{Meeting, State as Met};
use crate::programmes::{Phase, Programme};
use crate::settings::Settings;
use crate::sides::Side;
use crate::surveys::{Item, Mark};
use crate::{Day, PersonId};
use jiff::ToSpan;
use jiff::civil::date;
use std::collections::BTreeSet;
use wordings::{MENTOR, NEWCOMER};

/// The number of the usual wording; what was answered keeps the number that held then.
pub const WORDING: u16 = 1;

/// For so many days after a meeting its question stands at home; on the page of the meeting until the fortnight is over.
pub const FRESH_DAYS: i32 = 5;

/// Days of a round.
const DAYS: i32 = 14;

/// For so many years after the last day of work answers are kept for whoever gave them.
pub const KEPT_YEARS: i16 = 1;

/// One in so many is asked how it goes by lot.
const LOT: usize = 5;

/// Up to this mark an answer is low by itself.
const LOW: u8 = 2;

/// How many answers before the newest one it is compared with.
const BEFORE: usize = 3;

/// Two weeks of a programme, counted from the Monday of the week in which the selection begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fortnight(u8);

impl Fortnight {
    /// From the number under which it is stored.
    pub const fn new(number: u8) -> Self {
        Self(number)
    }

    /// The number under which it is stored, from 0.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its first day, a Monday.
    pub fn first_day(self, programme: &Programme) -> Day {
        let begin = monday(programme.phases.selection_from);
        begin.saturating_add((i32::from(self.0) * DAYS).days())
    }

    /// Its last day, a Sunday.
    pub fn last_day(self, programme: &Programme) -> Day {
        self.first_day(programme).saturating_add((DAYS - 1).days())
    }

    /// Does a day lie in its second week?
    pub fn is_second_week(self, programme: &Programme, day: Day) -> bool {
        day >= self.first_day(programme).saturating_add((DAYS / 2).days())
    }

    /// The number of one of its weeks, counted as fortnights are.
    fn week(self, second: bool) -> u16 {
        u16::from(self.0) * 2 + u16::from(second)
    }

    /// The one in which a day lies, while the programme chooses and works; none where both of its weeks begin in holidays.
    pub fn on(programme: &Programme, today: Day) -> Option<Self> {
        let begin = monday(programme.phases.selection_from);
        if today < begin || programme.phase(today) == Phase::Closed {
            return None;
        }
        let days = today.since(begin).ok()?.get_days();
        let found = Self(u8::try_from(days / DAYS).ok()?);
        let quarters = Quarters::usual(programme.first_year);
        // The Friday: a quarter may begin in the middle of a week.
        let friday = |week: i32| found.first_day(programme).saturating_add((week * 7 + 4).days());
        [0, 1].into_iter().any(|week| quarters.week_of(friday(week)).is_some()).then_some(found)
    }

    /// True once nobody answers in it any more.
    pub fn is_over(self, programme: &Programme, today: Day) -> bool {
        today > self.last_day(programme) || programme.phase(today) == Phase::Closed
    }

    /// The second question of a side in it: they take turns.
    pub fn second(self, side: Side) -> Item {
        match side {
            Side::Newcomer => NEWCOMER[usize::from(self.0) % NEWCOMER.len()],
            Side::Mentor => MENTOR[usize::from(self.0) % MENTOR.len()],
        }
    }
}

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// How it goes at the moment.
    Fortnight,
    /// How a meeting went.
    Meeting,
}

impl Source {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Fortnight, Self::Meeting];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fortnight => "fortnight",
            Self::Meeting => "meeting",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|source| source.word() == word)
    }
}

/// One question of the pulse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The first one, the same each time.
    First(Source),
    /// The second one, which takes turns with others.
    Second(Item),
}

/// Is a side asked about a meeting? Once it says itself that it took place, and as long as the other one does not object.
pub fn asks_about(meeting: &Meeting, side: Side) -> bool {
    let stands = matches!(meeting.state, Met::Agreed | Met::Moving { .. } | Met::Held);
    stands && meeting.said.of(side) == Some(true)
}

/// Does the question about a meeting of this day stand at home, too?
pub fn is_fresh(met: Day, today: Day) -> bool {
    today <= met.saturating_add(FRESH_DAYS.days())
}

/// May somebody be asked in one week of a fortnight? Nobody is tired: a meeting is not asked about in a week in which they
/// have seen to the question of the fortnight, nor the fortnight in the week in which they have seen to that of a meeting
/// and in the one after it. What they have seen to in this fortnight they may change. `given`: what they said so far.
pub fn is_open(source: Source, fortnight: Fortnight, second_week: bool, given: &[Given]) -> bool {
    let week = fortnight.week(second_week);
    let seen = |of: Source| given.iter().filter(move |one| one.source == of && one.said != Said::Silent);
    if seen(source).any(|one| one.fortnight == fortnight) {
        return true;
    }
    let since = |one: &Given| week.saturating_sub(one.fortnight.week(one.second_week));
    match source {
        Source::Meeting => seen(Source::Fortnight).all(|one| since(one) > 0),
        Source::Fortnight => seen(Source::Meeting).all(|one| since(one) > 1),
    }
}

/// Is somebody asked in a fortnight? In every one, or after a meeting that took place in it, as the programme has it.
/// `met`: such a meeting is known.
pub const fn is_asked(settings: &Settings, met: bool) -> bool {
    settings.pulse_fortnightly || (settings.pulse_after_meeting && met)
}

/// What somebody said in a fortnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// How it goes, and the second question where it was answered, too.
    Answered {
        /// How it goes: the same question each time.
        going: Mark,
        /// The question that took its turn.
        second: Option<(Item, Mark)>,
    },
    /// They skipped it.
    Skipped,
    /// Nothing until the fortnight was over.
    Silent,
}

impl Said {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answered { .. } => "answered",
            Self::Skipped => "skipped",
            Self::Silent => "silent",
        }
    }

    /// How it goes, where that was answered.
    pub const fn going(self) -> Option<Mark> {
        match self {
            Self::Answered { going, .. } => Some(going),
            Self::Skipped | Self::Silent => None,
        }
    }
}

/// What somebody said to one question, with everything that is kept about it. No day, no time and no meeting: they would
/// tell who answered only when the coordinator had asked, and about whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Who.
    pub person: PersonId,
    /// In which fortnight.
    pub fortnight: Fortnight,
    /// About what they were asked.
    pub source: Source,
    /// In the second week of the fortnight.
    pub second_week: bool,
    /// On which side they were.
    pub side: Side,
    /// What.
    pub said: Said,
    /// The tag of the language in which they read it.
    pub lang: String,
    /// The number of the [wordings](Wordings) that held then.
    pub wording: u16,
}

/// Why an answer is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveRefused {
    /// Nothing is asked now.
    NotNow,
    /// The second question comes after the first.
    FirstFirst,
}

/// Twice the median of marks.
fn twice_median(marks: &[u8]) -> Option<u8> {
    let mut sorted = marks.to_vec();
    sorted.sort_unstable();
    Some(sorted.get(sorted.len() / 2)? + sorted.get(sorted.len().checked_sub(1)? / 2)?)
}

/// It goes badly: the newest answer is 1 or 2, the first one ever as well, or it is a point or more below the median of the up
/// to three before it.
fn is_low(marks: &[u8]) -> bool {
    let Some((&newest, earlier)) = marks.split_last() else { return false };
    let before = twice_median(&earlier[earlier.len().saturating_sub(BEFORE)..]);
    newest <= LOW || before.is_some_and(|before| before >= 2 * newest + 2)
}

/// Somebody whom the coordinator is asked to ask how it goes. Why is kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Whom.
    pub person: PersonId,
    /// Since the end of which fortnight.
    pub since: Fortnight,
    /// The coordinator has asked.
    pub is_asked: bool,
}

/// Is it time to ask somebody how it goes, at the end of a fortnight? `line` is what they said until then, the earliest
/// first; only a new answer can be low, beside earlier ones to the same words, and skipping is silence, too. `before`:
/// their latest sign. For `silent` fortnights after it no rule brings another, so that not even its return tells a low line
/// from a silent one.
pub fn is_time_to_ask(
    line: &[&Given],
    (words, silent): (&Wordings, u8),
    now: Fortnight,
    before: Option<Fortnight>,
) -> bool {
    if before.is_some_and(|before| now.number().saturating_sub(before.number()) < silent) {
        return false;
    }
    let latest = line.iter().filter(|one| one.said.going().is_some()).map(|one| one.fortnight).max();
    let asked: BTreeSet<Fortnight> = line.iter().map(|one| one.fortnight).collect();
    let quiet = asked.iter().filter(|fortnight| latest.is_none_or(|latest| **fortnight > latest)).count();
    match quiet {
        0 => Source::BOTH.into_iter().any(|source| {
            let version = |one: &Given| words.version(Question::First(source), one.wording);
            let mut of: Vec<&Given> = line
                .iter()
                .copied()
                .filter(|one| one.source == source && one.said.going().is_some())
                .collect();
            // Other words are another question.
            let newest = of.last().map(|one| version(one));
            of.retain(|one| Some(version(one)) == newest);
            let marks: Vec<(Fortnight, u8)> =
                of.iter().filter_map(|one| Some((one.fortnight, one.said.going()?.number()))).collect();
            let is_new = marks.last().is_some_and(|(fortnight, _)| Some(*fortnight) == latest);
            is_new && is_low(&marks.into_iter().map(|(_, number)| number).collect::<Vec<u8>>())
        }),
        quiet => quiet >= usize::from(silent),
    }
}

/// Whom to ask by lot, beside those who have a sign: one in five of all who were asked, and one at least. A name on the
/// list proves nothing then. `chance` gives a number by chance for each.
pub fn by_lot(
    asked: &BTreeSet<PersonId>,
    signs: &BTreeSet<PersonId>,
    mut chance: impl FnMut() -> u64,
) -> BTreeSet<PersonId> {
    let mut rest: Vec<&PersonId> = asked.difference(signs).collect();
    let mut drawn = BTreeSet::new();
    for _ in 0..asked.len().div_ceil(LOT) {
        let Ok(all) = u64::try_from(rest.len()) else { break };
        let Some(place) = chance().checked_rem(all).and_then(|place| usize::try_from(place).ok()) else {
            break;
        };
        drawn.insert(rest.swap_remove(place).clone());
    }
    drawn
}

/// Half a year of work, of which groups are read once it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Until the winter holidays.
    First,
    /// After them.
    Second,
}

impl Half {
    /// Both, in the order of the year.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The half in which a fortnight begins.
    pub fn of(fortnight: Fortnight, programme: &Programme) -> Self {
        let first = fortnight.first_day(programme) <= date(programme.first_year, 12, 31);
        if first { Self::First } else { Self::Second }
    }

    /// Nobody answers in it any more, so that one more answer gives nobody away.
    pub fn is_over(self, programme: &Programme, today: Day) -> bool {
        match self {
            // A fortnight that begins on the last day of December ends before this.
            Self::First => today > date(programme.first_year.saturating_add(1), 1, 14),
            Self::Second => programme.phase(today) == Phase::Closed,
        }
    }
}

/// The middle of what one person answered, as one mark of a group: the lower one of two.
pub fn middle(marks: &[Mark]) -> Option<u8> {
    let numbers: Vec<u8> = marks.iter().map(|mark| mark.number()).collect();
    Some(twice_median(&numbers)? / 2)
}

/// From this day on the answers of a programme are forgotten.
pub fn forget_on(programme: &Programme) -> Day {
    programme.phases.work_until.saturating_add(KEPT_YEARS.years()).saturating_add(1.day())
}

#[cfg(test)]
mod tests;
