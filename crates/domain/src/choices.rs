//! Sealed rankings of both sides: whom a newcomer would ask first, whom a mentor would take (feat:C16, C17;
//! doc:A3). Until the deadline nobody but the author reads a ranking. Whoever is not in a mentor's list is not
//! taken; that «no» is never shown to anybody on the other side (essay:E9).

use crate::programmes::{NotNow, Phase, Programme};
use crate::sides::Side;
use crate::{Day, Instant, MentorId, NewcomerId, PersonId, ProgrammeId, SchoolId};
use serde::{Deserialize, Serialize};

mod order;

pub use order::{Order, Step, Twice};

/// People of the other side, best first, ties allowed. An empty list means «nobody».
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// A newcomer's.
    Mentors(Order<MentorId>),
    /// A mentor's.
    Newcomers(Order<NewcomerId>),
}

impl List {
    /// Whose side wrote it.
    pub const fn side(&self) -> Side {
        match self {
            Self::Mentors(_) => Side::Newcomer,
            Self::Newcomers(_) => Side::Mentor,
        }
    }

    /// The mentors it ranks; none in a mentor's list.
    pub fn into_mentors(self) -> Order<MentorId> {
        match self {
            Self::Mentors(list) => list,
            Self::Newcomers(_) => Order::default(),
        }
    }

    /// The newcomers it ranks; none in a newcomer's list.
    pub fn into_newcomers(self) -> Order<NewcomerId> {
        match self {
            Self::Mentors(_) => Order::default(),
            Self::Newcomers(list) => list,
        }
    }
}

/// What the engine looks for. A programme chooses it openly, and the page of the ranking says what it means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The newcomers' best stable pairs, ties drawn from a number known beforehand, lists of any length: no newcomer
    /// gains by hiding a true order (Dubins and Freedman 1981).
    #[default]
    Truthful,
    /// As many pairs as stable ones can be: ties are used to leave fewer people out. Somebody may gain by
    /// hiding a tie (Király 2013).
    MostPairs,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 2] = [Self::Truthful, Self::MostPairs];

    /// The word under which it is stored; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Truthful => "truthful",
            Self::MostPairs => "most_pairs",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// The ranking of one person; the last one saved counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// For which choice: 0 for the first one, else the number of the second round.
    pub round: u32,
    /// Who wrote it.
    pub author: PersonId,
    /// Whom it ranks.
    pub list: List,
    /// When it was saved.
    pub saved_at: Instant,
}

/// Why a ranking is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankRefused {
    /// Rankings are written in the selection and until the deadline of the decision, and in a second round.
    NotNow(Phase),
    /// Longer than the programme allows (setting `choice.ranked`).
    TooMany {
        /// The longest list.
        most: u8,
    },
    /// Somebody in it cannot be ranked: not a mentor or newcomer of the programme, or gone.
    Unknown,
    /// The newcomer has not worked with one of them, and the programme asks for it (doc:A3).
    NotMet,
    /// The author has agreed with somebody, or has no place left: there is nothing to rank.
    Agreed,
}

impl From<NotNow> for RankRefused {
    fn from(not_now: NotNow) -> Self {
        Self::NotNow(not_now.phase)
    }
}

/// Whom somebody may rank, and whether there is anything to rank for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rankable<Id> {
    /// Who can be ranked.
    pub open: Vec<Id>,
    /// Those the author has worked with, where the programme asks for it; `None` where it does not.
    pub met: Option<Vec<Id>>,
    /// A newcomer who has agreed with a mentor, a mentor without a free place.
    pub agreed: bool,
}

impl<Id: PartialEq> Rankable<Id> {
    /// True for somebody who can be ranked now.
    pub fn has(&self, id: &Id) -> bool {
        self.open.contains(id) && self.has_met(id)
    }

    /// True where joint work with somebody is not asked for, or took place.
    pub fn has_met(&self, id: &Id) -> bool {
        self.met.as_ref().is_none_or(|met| met.contains(id))
    }

    /// An order without those who can no longer be ranked.
    #[must_use]
    pub fn still(&self, order: Order<Id>) -> Order<Id> {
        order.without(|id| self.has(id))
    }

    /// May a list be written now at all?
    pub fn now(&self, programme: &Programme, today: Day) -> Result<(), RankRefused> {
        self.check(&Order::default(), programme, today)
    }

    fn check(&self, order: &Order<Id>, programme: &Programme, today: Day) -> Result<(), RankRefused> {
        programme.choosing(today)?;
        match () {
            () if self.agreed => Err(RankRefused::Agreed),
            () if order.people().any(|id| !self.open.contains(id)) => Err(RankRefused::Unknown),
            () if !order.people().all(|id| self.has_met(id)) => Err(RankRefused::NotMet),
            () => Ok(()),
        }
    }
}

/// How many people a newcomer who has ranked so many may rank at most. What is longer than a bound was written while
/// there was another one or none: nobody falls off it for that.
pub fn room(programme: &Programme, kept: usize) -> Option<usize> {
    programme.settings.longest_list().map(|most| usize::from(most).max(kept))
}

/// A newcomer who has ranked so many ranks these mentors: at most as many people as the programme allows, ties or not.
pub fn rank_mentors(
    list: Order<MentorId>,
    kept: usize,
    rankable: &Rankable<MentorId>,
    programme: &Programme,
    today: Day,
) -> Result<List, RankRefused> {
    rankable.check(&list, programme, today)?;
    if room(programme, kept).is_some_and(|most| list.len() > most) {
        return Err(RankRefused::TooMany { most: programme.settings.ranked_choices });
    }
    Ok(List::Mentors(list))
}

/// A mentor ranks the newcomers they would take: as many as they like, so that nobody is left out for want of
/// a line.
pub fn rank_newcomers(
    list: Order<NewcomerId>,
    rankable: &Rankable<NewcomerId>,
    programme: &Programme,
    today: Day,
) -> Result<List, RankRefused> {
    rankable.check(&list, programme, today)?;
    Ok(List::Newcomers(list))
}

/// The choice whose lists are written or were written last: 0 for the first one, else the number of the round.
pub fn current(programme: &Programme) -> u32 {
    programme.round.as_ref().map_or(0, |round| round.number)
}

/// The last day on which the lists of that choice are written.
pub fn last_day(programme: &Programme) -> Day {
    programme.round.as_ref().map_or(programme.phases.decision_until, |round| round.until)
}

/// Proof that the deadline of a choice has passed. Whoever reads the rankings of others must hold it, so no query can
/// break the seal by mistake.
#[derive(Clone, Copy, Debug)]
pub struct Opened {
    round: u32,
}

impl Opened {
    /// The choice whose lists may be read.
    pub const fn round(self) -> u32 {
        self.round
    }
}

/// The rankings are sealed until and with this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The last day.
    pub until: Day,
}

/// Opens the rankings of a programme's last choice: after the deadline, not on its day. In a second round the lists
/// of that round are sealed like those of the first choice.
pub fn open(programme: &Programme, today: Day) -> Result<Opened, Sealed> {
    match (programme.choosing(today), opened_once(programme, today)) {
        (Ok(until), _) => Err(Sealed { until }),
        (Err(_), false) => Err(Sealed { until: programme.phases.decision_until }),
        (Err(_), true) => Ok(Opened { round: current(programme) }),
    }
}

/// True once the rankings of the first choice are open: what was proposed from them may be seen, whatever is sealed
/// since.
pub fn opened_once(programme: &Programme, today: Day) -> bool {
    today > programme.phases.decision_until
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: Day = date(2026, 10, 20);

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    fn mentors(ids: &[&str]) -> Order<MentorId> {
        Order::strict(ids.iter().copied())
    }

    fn anybody() -> Rankable<MentorId> {
        let open = ["aigul", "bekzhan", "saltanat", "nurlan"].map(MentorId::from).into();
        Rankable { open, met: None, agreed: false }
    }

    /// As many pairs as possible are looked for, and three may be ranked.
    fn bounded() -> Programme {
        let mut programme = programme();
        programme.settings.choice_mode = Mode::MostPairs;
        programme
    }

    const FOUR: [&str; 4] = ["aigul", "bekzhan", "saltanat", "nurlan"];

    #[test]
    fn where_the_true_order_is_promised_to_be_safe_a_newcomer_ranks_as_many_as_there_are() {
        let four = rank_mentors(mentors(&FOUR), 0, &anybody(), &programme(), DAY);
        assert_eq!(four, Ok(List::Mentors(mentors(&FOUR))));
        assert_eq!(room(&programme(), 0), None);
    }

    #[test]
    fn elsewhere_a_newcomer_ranks_three_at_most_and_may_rank_nobody() {
        let ranked = |ids: &[&str]| rank_mentors(mentors(ids), 0, &anybody(), &bounded(), DAY);
        assert_eq!(ranked(&["bekzhan", "aigul"]), Ok(List::Mentors(mentors(&["bekzhan", "aigul"]))));
        assert_eq!(ranked(&[]), Ok(List::Mentors(Order::default())));
        assert_eq!(ranked(&FOUR), Err(RankRefused::TooMany { most: 3 }));
    }

    #[test]
    fn a_list_that_is_longer_than_a_later_bound_stays_and_does_not_grow() {
        let ranked = |kept| rank_mentors(mentors(&FOUR), kept, &anybody(), &bounded(), DAY);
        assert!(ranked(4).is_ok());
        assert_eq!(ranked(3), Err(RankRefused::TooMany { most: 3 }));
        assert_eq!([2, 3, 4].map(|kept| room(&bounded(), kept)), [Some(3), Some(3), Some(4)]);
    }

    #[test]
    fn the_longest_list_counts_people_not_places() {
        let ranked = |tiers: &[&[&str]]| {
            let order = Order::of(tiers.iter().map(|tier| tier.iter().copied())).unwrap();
            rank_mentors(order, 0, &anybody(), &bounded(), DAY)
        };
        assert!(ranked(&[&["aigul", "bekzhan"], &["nurlan"]]).is_ok());
        let four = ranked(&[&["aigul", "bekzhan"], &["nurlan", "saltanat"]]);
        assert_eq!(four, Err(RankRefused::TooMany { most: 3 }));
    }

    #[test]
    fn who_can_no_longer_be_ranked_falls_out_of_a_tie() {
        let order = Order::of([vec!["gone"], vec!["aigul", "left", "nurlan"]]).unwrap();
        assert_eq!(anybody().still(order), Order::of([["aigul", "nurlan"]]).unwrap());
    }

    #[test]
    fn a_mentor_ranks_as_many_as_there_are() {
        let all: Vec<NewcomerId> = (0..9).map(|number| NewcomerId::from(format!("n{number}"))).collect();
        let rankable = Rankable { open: all.clone(), met: None, agreed: false };
        let all: Order<NewcomerId> = Order::strict(all);
        assert_eq!(rank_newcomers(all.clone(), &rankable, &programme(), DAY), Ok(List::Newcomers(all)));
    }

    #[test]
    fn strangers_do_not_stand_in_a_ranking() {
        let ranked = |ids: &[&str]| rank_mentors(mentors(ids), 0, &anybody(), &programme(), DAY);
        assert_eq!(ranked(&["aigul", "timur"]), Err(RankRefused::Unknown));
    }

    #[test]
    fn where_the_programme_asks_only_those_met_are_ranked() {
        let met = Rankable { met: Some(vec!["aigul".into()]), ..anybody() };
        assert!(rank_mentors(mentors(&["aigul"]), 0, &met, &programme(), DAY).is_ok());
        let stranger = rank_mentors(mentors(&["aigul", "bekzhan"]), 0, &met, &programme(), DAY);
        assert_eq!(stranger, Err(RankRefused::NotMet));
    }

    #[test]
    fn who_has_agreed_has_nothing_to_rank() {
        let agreed = Rankable { agreed: true, ..anybody() };
        let ranked = rank_mentors(mentors(&["aigul"]), 0, &agreed, &programme(), DAY);
        assert_eq!(ranked, Err(RankRefused::Agreed));
    }

    #[test]
    fn rankings_are_written_until_the_deadline() {
        let on = |day| rank_mentors(mentors(&["aigul"]), 0, &anybody(), &programme(), day);
        assert!(on(date(2026, 9, 1)).is_ok());
        assert!(on(date(2026, 11, 1)).is_ok());
        assert_eq!(on(date(2026, 8, 31)), Err(RankRefused::NotNow(Phase::Hiring)));
        assert_eq!(on(date(2026, 11, 2)), Err(RankRefused::NotNow(Phase::Orders)));
    }

    proptest! {
        /// On no day can a ranking both be changed and be read by others.
        #[test]
        fn what_can_be_read_can_no_longer_be_changed(days in 0_i64..400) {
            let day = date(2026, 8, 1).saturating_add(days.days());
            let written = rank_mentors(mentors(&["aigul"]), 0, &anybody(), &programme(), day);
            prop_assert!(written.is_err() || open(&programme(), day).is_err());
        }
    }
}
