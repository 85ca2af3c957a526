//! Sociometry of a class: which classmates a pupil would work with or ask along, known to the psychologist or social
//! pedagogue alone (Order 92, p. 12; methods/measurement.md §5; docs/decisions/0046). Diagram: `docs/states/sociometries.md`.

use crate::duties::year_end;
use crate::{Day, Instant, PersonId, PupilId, SchoolId, SociometryId};
use jiff::ToSpan;

/// The least number of pupils with consent: of fewer nothing could be shown.
pub const LEAST_MEMBERS: usize = 5;
/// Days before the same class is asked again: a term (ours).
pub const REST_DAYS: i64 = 60;
/// Years for which counts are kept after the choices are deleted.
pub const KEPT_YEARS: i64 = 1;
/// Most characters of the specialist's own question.
pub const MOST_WORDING: usize = 120;
/// Most characters of the school's order for a negative question.
pub const MOST_ORDER: usize = 120;

/// A question to everybody in the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// With whom they would do work in groups.
    Work,
    /// Whom they would ask along to a break or a feast.
    Leisure,
    /// In the specialist's own words; positive.
    Own,
    /// With whom work is hard. Off unless switched on with an order of the school.
    Negative,
}

impl Question {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Work, Self::Leisure, Self::Own, Self::Negative];

    /// The word under which it is stored; also the tail of its text keys and the name of its field.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Leisure => "leisure",
            Self::Own => "own",
            Self::Negative => "negative",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// True where being chosen is welcome.
    pub const fn is_positive(self) -> bool {
        !matches!(self, Self::Negative)
    }
}

/// What the class is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// About work.
    pub work: bool,
    /// About leisure.
    pub leisure: bool,
    /// The specialist's own question.
    pub own: Option<String>,
    /// The order of the school by which a negative question is asked, where one is.
    pub negative: Option<String>,
}

impl Questions {
    /// The questions, in the order in which they are asked.
    pub fn list(&self) -> Vec<Question> {
        let asked = |one: &Question| match one {
            Question::Work => self.work,
            Question::Leisure => self.leisure,
            Question::Own => self.own.is_some(),
            Question::Negative => self.negative.is_some(),
        };
        Question::ALL.into_iter().filter(asked).collect()
    }
}

/// Where a sociometry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The class answers.
    Open,
    /// It is counted.
    Closed,
}

impl State {
    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Closed].into_iter().find(|one| one.word() == word)
    }
}

/// A sociometry of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sociometry {
    /// Its id.
    pub id: SociometryId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The class, in the form in which classes are compared.
    pub class: String,
    /// What is asked.
    pub questions: Questions,
    /// How many were in the class on its first day, those without consent included.
    pub class_size: u32,
    /// Where it stands.
    pub state: State,
    /// The first day.
    pub opened_on: Day,
    /// The day on which the choices are deleted: the first of the next school year.
    pub forget_on: Day,
    /// The day on which they were, and how many pupils' choices that were.
    pub forgotten: Option<(Day, u32)>,
    /// Who opened it, and when.
    pub opened: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

/// Where a pupil stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Has not been asked yet.
    Waiting,
    /// Has answered; also with nobody.
    Answered,
    /// Is not here: can be chosen and does not choose.
    Absent,
    /// Does not want to answer today. Costs nothing.
    Declined,
    /// A consent was withdrawn: neither chooses nor is chosen any more.
    Removed,
}

impl Turn {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Answered, Self::Absent, Self::Declined, Self::Removed];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Absent => "absent",
            Self::Declined => "declined",
            Self::Removed => "removed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// True while the pupil may answer.
    pub const fn may_answer(self) -> bool {
        matches!(self, Self::Waiting | Self::Absent | Self::Declined)
    }
}

/// A pupil of the class who has consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who it is.
    pub pupil: PupilId,
    /// The place in the list of this sociometry; choices are kept by places.
    pub place: usize,
    /// Where they stand.
    pub turn: Turn,
    /// Their choices, as the database has them: sealed.
    pub sealed: Option<String>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// What is kept of one pupil by one question when the choices are deleted: counts, and nobody's name in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Who it is.
    pub pupil: PupilId,
    /// By which question.
    pub question: Question,
    /// The pupil answered.
    pub voted: bool,
    /// How many chose the pupil.
    pub received: u32,
    /// How many could have.
    pub could: u32,
    /// How many the pupil chose.
    pub given: u32,
    /// With how many it is mutual.
    pub mutual: u32,
    /// So few choices would be rare by chance.
    pub few: bool,
}

/// Why a sociometry is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRefused {
    /// No pupil is in this class.
    Class,
    /// No positive question is asked.
    NoQuestion,
    /// A negative question needs an order of the school.
    NoOrder,
    /// Fewer than [`LEAST_MEMBERS`] pupils have the consent.
    TooFew {
        /// How many have it.
        have: usize,
    },
    /// The class was asked less than [`REST_DAYS`] days ago.
    TooSoon {
        /// The first day on which it may be asked again.
        from: Day,
    },
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    /// It is closed.
    Closed,
    /// Somebody is chosen who is not in the list, or the pupil themselves; or a question has no answer at all.
    Nobody,
    /// It cannot be sealed, or not be read with this key.
    Key,
}

/// May a class be asked today? `last` is the first day of the sociometry before, where there was one.
pub fn may_open(
    questions: &Questions,
    negative: bool,
    members: usize,
    last: Option<Day>,
    today: Day,
) -> Result<(), OpenRefused> {
    let from = last.map(|day| day.checked_add(REST_DAYS.days()).unwrap_or(Day::MAX));
    match from {
        _ if !questions.list().into_iter().any(Question::is_positive) => Err(OpenRefused::NoQuestion),
        _ if negative && questions.negative.is_none() => Err(OpenRefused::NoOrder),
        _ if members < LEAST_MEMBERS => Err(OpenRefused::TooFew { have: members }),
        Some(from) if today < from => Err(OpenRefused::TooSoon { from }),
        _ => Ok(()),
    }
}

/// The day on which choices of today are deleted.
pub fn forget_on(today: Day) -> Day {
    year_end(today)
}

impl Sociometry {
    /// Open -> Closed; nothing where it is closed.
    pub fn close(self) -> Option<Self> {
        (self.state == State::Open).then_some(Self { state: State::Closed, ..self })
    }

    /// Any -> Closed, with the choices of so many pupils deleted.
    #[must_use]
    pub fn forget(self, today: Day, answers: u32) -> Self {
        Self { state: State::Closed, forgotten: Some((today, answers)), ..self }
    }
}

/// One pupil's choices, by question in the order of [`Questions::list`]: true at the places of those who are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot(Vec<Vec<bool>>);

impl Ballot {
    /// The choices of whoever sits at a place of a class of so many. Refused where somebody is chosen who is not there.
    pub fn new(
        place: usize,
        places: &[usize],
        members: usize,
        chosen: &[Vec<usize>],
    ) -> Result<Self, AnswerRefused> {
        let mut rows = Vec::new();
        for asked in chosen {
            let mut row = vec![false; members];
            for whom in asked {
                if *whom == place || !places.contains(whom) {
                    return Err(AnswerRefused::Nobody);
                }
                *row.get_mut(*whom).ok_or(AnswerRefused::Nobody)? = true;
            }
            rows.push(row);
        }
        Ok(Self(rows))
    }

    /// As text of the same length whatever is chosen: how many somebody chose cannot be told from its length.
    pub fn text(&self) -> String {
        let row = |row: &Vec<bool>| row.iter().map(|chosen| if *chosen { '1' } else { '0' }).collect();
        self.0.iter().map(row).collect::<Vec<String>>().join("|")
    }

    /// Reads the text back.
    pub fn read(text: &str) -> Option<Self> {
        let mark = |letter: char| match letter {
            '0' => Some(false),
            '1' => Some(true),
            _ => None,
        };
        let rows: Option<Vec<Vec<bool>>> =
            text.split('|').map(|row| row.chars().map(mark).collect()).collect();
        rows.map(Self)
    }

    /// The places of those who are chosen by one question.
    pub fn chosen(&self, question: usize) -> impl Iterator<Item = usize> {
        let row = self.0.get(question).map(Vec::as_slice).unwrap_or_default();
        row.iter().enumerate().filter(|(_, chosen)| **chosen).map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 10, 5);

    fn sociometry(state: State) -> Sociometry {
        Sociometry {
            id: "s".into(),
            school: "school-12".into(),
            class: "7Г".into(),
            questions: usual(),
            class_size: 28,
            state,
            opened_on: TODAY,
            forget_on: forget_on(TODAY),
            forgotten: None,
            opened: ("bekzhan".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    fn usual() -> Questions {
        Questions { work: true, leisure: true, ..Questions::default() }
    }

    #[test]
    fn the_diagram_shows_every_step_and_no_other() {
        let mut seen = BTreeSet::new();
        for state in [State::Open, State::Closed] {
            let steps = [sociometry(state).close(), Some(sociometry(state).forget(TODAY, 3))];
            for next in steps.into_iter().flatten() {
                if next.state != state {
                    seen.insert((state.word(), next.state.word()));
                }
            }
        }
        assert_eq!(seen, arrows(include_str!("../../../docs/states/sociometries.md")));
    }

    #[test]
    fn a_negative_question_is_off_and_never_asked_alone() {
        assert_eq!(usual().list(), [Question::Work, Question::Leisure]);
        assert_eq!(may_open(&usual(), false, 5, None, TODAY), Ok(()));
        assert_eq!(may_open(&usual(), true, 5, None, TODAY), Err(OpenRefused::NoOrder));
        let negative = Questions { negative: Some("№ 41-Н".into()), ..Questions::default() };
        assert_eq!(may_open(&negative, true, 5, None, TODAY), Err(OpenRefused::NoQuestion));
        let both = Questions { work: true, ..negative };
        assert_eq!(may_open(&both, true, 5, None, TODAY), Ok(()));
        assert_eq!(both.list(), [Question::Work, Question::Negative]);
    }

    #[test]
    fn few_pupils_and_a_class_asked_lately_are_not_asked() {
        assert_eq!(may_open(&usual(), false, 4, None, TODAY), Err(OpenRefused::TooFew { have: 4 }));
        let from = date(2026, 11, 4);
        let lately = Some(date(2026, 9, 5));
        assert_eq!(may_open(&usual(), false, 5, lately, TODAY), Err(OpenRefused::TooSoon { from }));
        assert_eq!(may_open(&usual(), false, 5, lately, from), Ok(()));
    }

    #[test]
    fn choices_are_deleted_with_the_school_year() {
        assert_eq!(forget_on(TODAY), date(2027, 8, 1));
    }

    #[test]
    fn a_ballot_reads_back_and_is_as_long_whatever_is_chosen() {
        let places = [0, 1, 2, 4];
        let some = Ballot::new(1, &places, 5, &[vec![0, 4], vec![]]).unwrap();
        let none = Ballot::new(1, &places, 5, &[vec![], vec![]]).unwrap();
        assert_eq!(some.text().len(), none.text().len());
        assert_eq!(Ballot::read(&some.text()), Some(some.clone()));
        assert_eq!(some.chosen(0).collect::<Vec<_>>(), [0, 4]);
        assert_eq!(some.chosen(1).count() + some.chosen(7).count(), 0);
        assert_eq!(Ballot::read("01x"), None);
    }

    #[test]
    fn nobody_chooses_themselves_or_somebody_without_consent() {
        for whom in [1, 3, 9] {
            let refused = Ballot::new(1, &[0, 1, 2, 4], 5, &[vec![whom]]);
            assert_eq!(refused, Err(AnswerRefused::Nobody), "{whom}");
        }
    }

    #[test]
    fn stored_words_read_back() {
        for one in Question::ALL {
            assert_eq!(Question::from_word(one.word()), Some(one));
        }
        for one in Turn::ALL {
            assert_eq!(Turn::from_word(one.word()), Some(one));
        }
        for one in [State::Open, State::Closed] {
            assert_eq!(State::from_word(one.word()), Some(one));
        }
    }
}
