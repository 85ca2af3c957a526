//! What the law names against being helped by pupils: a volunteer under 18 may not help whoever has or had a criminal
//! record or is prosecuted (Law 42-VI Art. 12 p. 2-1; rules §1.4). Everybody but those who keep it reads «not eligible»
//! and no more (docs/decisions/0045).

use crate::duties::year_end;
use crate::{Day, Instant, PersonId, PupilId, SchoolId};

/// Most characters of the paper by which it is known.
pub const MOST_PAPER: usize = 120;

/// What the law names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Has or had a criminal record.
    Record,
    /// Is being prosecuted.
    Prosecuted,
}

impl Ground {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Record, Self::Prosecuted];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Prosecuted => "prosecuted",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A pupil whom no pupil may help, for the rest of a school year: the next one begins without it, and whoever keeps it
/// looks at the papers anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The school; leads every key.
    pub school: SchoolId,
    /// About whom.
    pub pupil: PupilId,
    /// What the law names.
    pub ground: Ground,
    /// By which paper the school knows it.
    pub paper: String,
    /// Who entered it, and when.
    pub entered: (PersonId, Instant),
    /// Its last day.
    pub last_day: Day,
}

impl Block {
    /// True where it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        day <= self.last_day
    }
}

/// The last day of what is entered today.
pub fn last_day(today: Day) -> Day {
    let end = year_end(today);
    end.yesterday().unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_the_law_names_is_looked_at_anew_each_school_year() {
        let block = Block {
            school: "school-12".into(),
            pupil: "ayan".into(),
            ground: Ground::Record,
            paper: "Хабарлама № 17".into(),
            entered: ("serik".into(), Instant::UNIX_EPOCH),
            last_day: last_day(date(2026, 10, 5)),
        };
        assert!(block.holds_on(date(2027, 7, 31)));
        assert!(!block.holds_on(date(2027, 8, 1)));
        assert_eq!(Ground::ALL.map(|one| Ground::from_word(one.word())), Ground::ALL.map(Some));
    }
}
