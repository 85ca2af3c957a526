//! The journal of weekly meetings: pairs by weeks, met, not met or excused, and one signature a week (feat:I5; essay:E41).
//! The law does not ask for it (Order 130); a class teacher may leave it to the coordinator.

pub mod cards;
pub mod topics;

use crate::duties::year_end;
use crate::{Day, Instant, PeerPairId, PersonId, SchoolId};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};

/// Most characters of a remark.
pub const MOST_REMARK: usize = 300;

/// How many earlier weeks stand beside the one that is filled in.
pub const EARLIER: usize = 4;

/// What became of the meeting of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They met.
    Met,
    /// They did not, and nobody knows why.
    Missed,
    /// They did not, with a good reason: ill, holidays, an event of the school.
    Excused,
}

impl Mark {
    /// All marks, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Met, Self::Missed, Self::Excused];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Excused => "excused",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.word() == word)
    }
}

/// A mark that stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose meeting.
    pub pair: PeerPairId,
    /// The Monday of the week.
    pub week: Day,
    /// In whose journal it stands: the class of whoever was helped when the mark was written.
    pub class: String,
    /// What became of it.
    pub mark: Mark,
    /// How long the meeting of that week was to be, in minutes.
    pub minutes: u16,
    /// Who wrote it down, and when.
    pub by: (PersonId, Instant),
}

impl Entry {
    /// True where the class in whose journal it stands signed the week, wherever the child learns now.
    pub fn is_signed(&self, signatures: &[Signature]) -> bool {
        signatures.iter().any(|one| one.week == self.week && one.class == self.class)
    }
}

/// A mark that somebody chose, with what their page had there (docs/decisions/0040).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Whose meeting.
    pub pair: PeerPairId,
    /// What was chosen.
    pub mark: Mark,
    /// What the page knew.
    pub known: Option<Mark>,
}

/// Marks of a week, by pair.
pub type Marks = BTreeMap<PeerPairId, Mark>;

/// The signature of a class's week. As long as it stands, the marks of the week are as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The class of whoever is helped.
    pub class: String,
    /// The Monday of the week.
    pub week: Day,
    /// Who signed, and when.
    pub by: (PersonId, Instant),
}

/// A remark on a class's week as somebody typed it, with what their page had there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The class of whoever is helped.
    pub class: String,
    /// What was typed.
    pub text: Option<String>,
    /// What the page knew.
    pub known: Option<String>,
}

impl Remark {
    /// True where somebody else wrote meanwhile, and something else than was typed; then nothing is written over it.
    pub fn is_late(&self, standing: Option<&str>) -> bool {
        standing != self.known.as_deref() && standing != self.text.as_deref()
    }
}

/// Remarks on a week, by class.
pub type Remarks = BTreeMap<String, String>;

/// The Monday of a day's week.
pub fn week_of(day: Day) -> Day {
    crate::calendar::monday(day)
}

/// True where a week of the journal begins on a day: a Monday of this school year that has come.
pub fn is_week(monday: Day, today: Day) -> bool {
    monday == week_of(monday) && monday <= today && year_end(monday) == year_end(today)
}

/// The weeks before one, oldest first, as far as they belong to the same school year.
pub fn earlier(week: Day) -> Vec<Day> {
    let back = |weeks: i64| week.saturating_sub(weeks.weeks());
    let mut weeks: Vec<Day> = (1..).take(EARLIER).map(back).collect();
    weeks.retain(|one| year_end(*one) == year_end(week));
    weeks.reverse();
    weeks
}

/// The weeks of this school year from the one of a day to the present, newest first.
pub fn weeks_since(first: Day, today: Day) -> Vec<Day> {
    let (begin, this) = (week_of(first), week_of(today));
    let before = |week: &Day| Some(week.saturating_sub(1.week()));
    let back = std::iter::successors(Some(this), before);
    back.take_while(|week| *week >= begin && is_week(*week, today)).collect()
}

/// The pairs at which somebody else saved another mark than the page knew and than was chosen; nothing is written there.
pub fn newer(standing: &Marks, chosen: &[Chosen]) -> Vec<PeerPairId> {
    let is_newer = |one: &&Chosen| {
        let stands = standing.get(&one.pair).copied();
        stands != one.known && stands != Some(one.mark)
    };
    chosen.iter().filter(is_newer).map(|one| one.pair.clone()).collect()
}

/// What is to be written of what was chosen: neither what stands already nor what somebody else saved meanwhile.
pub fn written<'a>(standing: &Marks, chosen: &'a [Chosen]) -> Vec<&'a Chosen> {
    let newer = newer(standing, chosen);
    let changes =
        |one: &&Chosen| !newer.contains(&one.pair) && standing.get(&one.pair).copied() != Some(one.mark);
    chosen.iter().filter(changes).collect()
}

/// The first pair that could meet and has no mark yet: as long as there is one, the week is not signed.
pub fn first_open<'a>(
    pairs: impl IntoIterator<Item = &'a PeerPairId>,
    standing: &Marks,
) -> Option<&'a PeerPairId> {
    pairs.into_iter().find(|pair| !standing.contains_key(*pair))
}

/// Help that is confirmed: an adult signed it, and neither of the two denies it. Awards and certificates count it (rules §15).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Helped {
    /// Minutes of meetings.
    pub minutes: u32,
    /// The Mondays of the weeks with a meeting: with two pairs in a week it is one.
    pub weeks: BTreeSet<Day>,
}

/// What is confirmed of some marks: meetings that took place, as far as that holds for them.
pub fn confirmed<'a>(entries: impl IntoIterator<Item = &'a Entry>, holds: impl Fn(&Entry) -> bool) -> Helped {
    let mut helped = Helped::default();
    for entry in entries.into_iter().filter(|entry| entry.mark == Mark::Met && holds(entry)) {
        helped.minutes += u32::from(entry.minutes);
        helped.weeks.insert(entry.week);
    }
    helped
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    const WEEK: Day = date(2026, 10, 5);

    fn chosen(pair: &str, mark: Mark, known: Option<Mark>) -> Chosen {
        Chosen { pair: pair.into(), mark, known }
    }

    fn entry(mark: Mark, week: Day) -> Entry {
        Entry {
            school: "school-12".into(),
            pair: "one".into(),
            week,
            class: "5Б".into(),
            mark,
            minutes: 45,
            by: ("dana".into(), Instant::UNIX_EPOCH),
        }
    }

    #[test]
    fn a_week_begins_on_a_monday_of_this_school_year_that_has_come() {
        let today = date(2026, 10, 7);
        assert!(is_week(WEEK, today) && is_week(date(2026, 8, 3), today));
        assert!(!is_week(date(2026, 10, 6), today), "a Tuesday");
        assert!(!is_week(date(2026, 10, 12), today), "next week");
        assert!(!is_week(date(2026, 7, 27), today), "last school year");
        assert_eq!(earlier(WEEK).first(), Some(&date(2026, 9, 7)));
        assert_eq!(earlier(date(2026, 8, 10)), [date(2026, 8, 3)]);
    }

    #[test]
    fn weeks_are_listed_from_the_first_to_the_present_and_none_of_another_school_year() {
        let today = date(2026, 10, 14);
        assert_eq!(weeks_since(date(2026, 10, 8), today), [date(2026, 10, 12), WEEK]);
        assert!(weeks_since(date(2026, 10, 20), today).is_empty(), "begins next week");
        let all = weeks_since(date(2025, 11, 3), today);
        assert_eq!((all.len(), all.last()), (11, Some(&date(2026, 8, 3))));
    }

    #[test]
    fn what_another_device_saved_is_not_written_over_and_twice_is_once() {
        let standing: Marks = [("one".into(), Mark::Met)].into();
        let late = [chosen("one", Mark::Missed, None)];
        assert_eq!(newer(&standing, &late), [PeerPairId::from("one")]);
        assert!(written(&standing, &late).is_empty());
        let again = [chosen("one", Mark::Met, None)];
        assert!(newer(&standing, &again).is_empty() && written(&standing, &again).is_empty());
        let seen = [chosen("one", Mark::Excused, Some(Mark::Met))];
        assert_eq!(written(&standing, &seen), [&seen[0]]);
    }

    #[test]
    fn a_week_is_signed_when_every_meeting_has_a_mark() {
        let pairs = [PeerPairId::from("one"), "two".into()];
        let mut standing: Marks = [("one".into(), Mark::Met)].into();
        assert_eq!(first_open(&pairs, &standing), Some(&pairs[1]));
        standing.insert("two".into(), Mark::Excused);
        assert_eq!(first_open(&pairs, &standing), None);
    }

    #[test]
    fn a_remark_is_not_written_over_another_that_its_writer_has_not_seen() {
        let typed = |text: Option<&str>, known: Option<&str>| Remark {
            class: "5Б".into(),
            text: text.map(str::to_owned),
            known: known.map(str::to_owned),
        };
        assert!(!typed(Some("тыныш"), None).is_late(None));
        assert!(typed(Some("тыныш"), None).is_late(Some("екеуі ауырды")));
        assert!(typed(None, None).is_late(Some("екеуі ауырды")), "an old page does not empty it");
        assert!(!typed(None, Some("екеуі ауырды")).is_late(Some("екеуі ауырды")), "whoever read it may");
        assert!(!typed(Some("тыныш"), None).is_late(Some("тыныш")), "sent twice");
    }

    #[test]
    fn hours_count_meetings_that_took_place_in_signed_weeks() {
        let next = date(2026, 10, 12);
        let entries = [entry(Mark::Met, WEEK), entry(Mark::Met, next), entry(Mark::Excused, WEEK)];
        let one_week = Helped { minutes: 45, weeks: [WEEK].into() };
        assert_eq!(confirmed(&entries, |entry| entry.week == WEEK), one_week);
        let two = [entry(Mark::Met, WEEK), Entry { pair: "two".into(), ..entry(Mark::Met, WEEK) }];
        let both = Helped { minutes: 90, weeks: [WEEK].into() };
        assert_eq!(confirmed(&two, |_| true), both, "two pairs in a week are one week");
    }

    #[test]
    fn a_mark_is_signed_by_the_class_in_whose_journal_it_stands() {
        let signed = |class: &str, week| Signature {
            school: "school-12".into(),
            class: class.into(),
            week,
            by: ("dana".into(), Instant::UNIX_EPOCH),
        };
        let one = entry(Mark::Met, WEEK);
        assert!(one.is_signed(&[signed("6А", WEEK), signed("5Б", WEEK)]));
        assert!(!one.is_signed(&[signed("6А", WEEK)]), "another class");
        assert!(!one.is_signed(&[signed("5Б", date(2026, 10, 12))]), "another week");
    }

    fn mark() -> impl Strategy<Value = Option<Mark>> {
        (0usize..4).prop_map(|at| Mark::ALL.get(at).copied())
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_overwritten(stands in mark(), known in mark(), at in 0usize..3) {
            let standing: Marks = stands.map(|mark| ("one".into(), mark)).into_iter().collect();
            let choice = [chosen("one", Mark::ALL[at], known)];
            let is_newer = !newer(&standing, &choice).is_empty();
            let is_written = !written(&standing, &choice).is_empty();
            let is_there = stands == Some(Mark::ALL[at]);
            // Each choice is exactly one: there already, written, or shown as another's.
            prop_assert_eq!(u8::from(is_newer) + u8::from(is_written) + u8::from(is_there), 1);
            prop_assert!(!is_written || stands == known);
        }
    }
}
