//! What mentors and newcomers take upon themselves before they begin, ticked duty by duty (feat:B8; essay:E21, E35).

use crate::programmes::{Phase, Programme};
use crate::sides::Side;
use crate::{Day, Instant, PersonId, ProgrammeId, SchoolId};

/// The version of the texts of the duties. Whoever changes what a duty means gives it another number: what somebody
/// has ticked stays what they read.
pub const VERSION: u16 = 1;

/// One duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// A mentor has time every week.
    Time,
    /// A mentor works with every newcomer in the selection.
    Everybody,
    /// A mentor keeps to themselves what a newcomer tells.
    Confidence,
    /// A mentor takes a «no», the own one and another's, without asking why.
    FreeNo,
    /// A mentor learns for it: training and examination lie ahead.
    Training,
    /// A newcomer meets every mentor before choosing.
    Meet,
    /// A newcomer writes down joint work.
    Record,
    /// A newcomer asks and decides freely, and leaves the same to others.
    Freely,
    /// A newcomer keeps to themselves what colleagues tell and what they see in lessons.
    Others,
}

impl Duty {
    /// The duties of a mentor.
    pub const OF_MENTORS: [Self; 5] =
        [Self::Time, Self::Everybody, Self::Confidence, Self::FreeNo, Self::Training];
    /// The duties of a newcomer.
    pub const OF_NEWCOMERS: [Self; 4] = [Self::Meet, Self::Record, Self::Freely, Self::Others];

    /// The duties of a side, in the order in which people read them.
    pub const fn of(side: Side) -> &'static [Self] {
        match side {
            Side::Newcomer => &Self::OF_NEWCOMERS,
            Side::Mentor => &Self::OF_MENTORS,
        }
    }

    /// The word in forms; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Everybody => "everybody",
            Self::Confidence => "confidence",
            Self::FreeNo => "free_no",
            Self::Training => "training",
            Self::Meet => "meet",
            Self::Record => "record",
            Self::Freely => "freely",
            Self::Others => "others",
        }
    }

    /// Reads the word of a duty of this side.
    pub fn from_word(side: Side, word: &str) -> Option<Self> {
        Self::of(side).iter().copied().find(|duty| duty.word() == word)
    }
}

/// Given by one person for one side of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub side: Side,
    /// Which version of the texts they read.
    pub version: u16,
    /// When.
    pub given_at: Instant,
}

/// Why it is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitRefused {
    /// A duty is not ticked: half a promise is none.
    NotAll,
    /// The programme is over.
    Over,
}

/// True where every duty of the side is ticked.
pub fn all_ticked(side: Side, ticked: &[Duty]) -> bool {
    Duty::of(side).iter().all(|duty| ticked.contains(duty))
}

/// May a newcomer give it now, with these ticks?
pub fn may_commit(ticked: &[Duty], programme: &Programme, today: Day) -> Result<(), CommitRefused> {
    match () {
        () if programme.phase(today) == Phase::Closed => Err(CommitRefused::Over),
        () if !all_ticked(Side::Newcomer, ticked) => Err(CommitRefused::NotAll),
        () => Ok(()),
    }
}

/// True where a newcomer is asked for it at home: from the first day of the selection on.
pub fn is_asked(programme: &Programme, today: Day) -> bool {
    !matches!(programme.phase(today), Phase::Hiring | Phase::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    #[test]
    fn every_duty_is_ticked_or_nothing_is_promised() {
        for side in Side::BOTH {
            let all = Duty::of(side);
            assert!(all_ticked(side, all));
            assert!(!all_ticked(side, &[]));
            for missing in all {
                let rest: Vec<Duty> = all.iter().copied().filter(|duty| duty != missing).collect();
                assert!(!all_ticked(side, &rest), "{missing:?}");
            }
            assert!(!all_ticked(side, Duty::of(side.other())), "the other side's are none");
        }
    }

    #[test]
    fn a_word_is_read_for_its_side_alone() {
        for side in Side::BOTH {
            for duty in Duty::of(side) {
                assert_eq!(Duty::from_word(side, duty.word()), Some(*duty));
                assert_eq!(Duty::from_word(side.other(), duty.word()), None);
            }
        }
    }

    #[test]
    fn a_newcomer_is_asked_from_the_selection_on_and_may_give_it_earlier() {
        let programme = programme();
        assert!(!is_asked(&programme, date(2026, 8, 28)) && is_asked(&programme, date(2026, 9, 1)));
        assert_eq!(may_commit(&Duty::OF_NEWCOMERS, &programme, date(2026, 8, 28)), Ok(()));
        let none = may_commit(&[], &programme, date(2026, 9, 1));
        assert_eq!(none, Err(CommitRefused::NotAll));
        let after = programme.phases.work_until.tomorrow().unwrap();
        assert!(!is_asked(&programme, after));
        assert_eq!(may_commit(&Duty::OF_NEWCOMERS, &programme, after), Err(CommitRefused::Over));
    }
}
