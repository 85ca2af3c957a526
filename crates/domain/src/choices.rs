//! Sealed rankings of both sides: whom a newcomer would ask first, whom a mentor would take (feat:C16, C17;
//! doc:A3). Until the deadline nobody but the author reads a ranking. Whoever is not in a mentor's list is not
//! taken; that «no» is never shown to anybody on the other side (essay:E9).

use crate::programmes::{NotNow, Phase, Programme};
use crate::sides::Side;
use crate::{Day, Instant, MentorId, NewcomerId, PersonId, ProgrammeId, SchoolId};

/// People of the other side, best first. An empty list means «nobody».
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// A newcomer's.
    Mentors(Vec<MentorId>),
    /// A mentor's.
    Newcomers(Vec<NewcomerId>),
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
    pub fn mentors(&self) -> &[MentorId] {
        match self {
            Self::Mentors(list) => list,
            Self::Newcomers(_) => &[],
        }
    }

    /// The newcomers it ranks; none in a newcomer's list.
    pub fn newcomers(&self) -> &[NewcomerId] {
        match self {
            Self::Mentors(_) => &[],
            Self::Newcomers(list) => list,
        }
    }

    /// How many are ranked.
    pub const fn len(&self) -> usize {
        match self {
            Self::Mentors(list) => list.len(),
            Self::Newcomers(list) => list.len(),
        }
    }

    /// True where nobody is ranked.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The ranking of one person; the last one saved counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
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
    /// Rankings are written in the selection and until the deadline of the decision.
    NotNow(Phase),
    /// Somebody stands in it twice.
    Twice,
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

    /// Those of a list who can still be ranked.
    pub fn still(&self, list: &[Id]) -> Vec<Id>
    where
        Id: Clone,
    {
        list.iter().filter(|id| self.has(id)).cloned().collect()
    }

    /// May a list be written now at all?
    pub fn now(&self, programme: &Programme, today: Day) -> Result<(), RankRefused> {
        self.check(&[], programme, today)
    }

    fn check(&self, list: &[Id], programme: &Programme, today: Day) -> Result<(), RankRefused> {
        programme.only_in(&[Phase::Selection, Phase::Decision], today)?;
        let twice = |(place, id): (usize, &Id)| list[..place].contains(id);
        match () {
            () if self.agreed => Err(RankRefused::Agreed),
            () if list.iter().enumerate().any(twice) => Err(RankRefused::Twice),
            () if list.iter().any(|id| !self.open.contains(id)) => Err(RankRefused::Unknown),
            () if !list.iter().all(|id| self.has_met(id)) => Err(RankRefused::NotMet),
            () => Ok(()),
        }
    }
}

/// A newcomer ranks mentors: at most as many as the programme allows.
pub fn rank_mentors(
    list: Vec<MentorId>,
    rankable: &Rankable<MentorId>,
    programme: &Programme,
    today: Day,
) -> Result<List, RankRefused> {
    rankable.check(&list, programme, today)?;
    let most = programme.settings.ranked_choices;
    if list.len() > usize::from(most) {
        return Err(RankRefused::TooMany { most });
    }
    Ok(List::Mentors(list))
}

/// A mentor ranks the newcomers they would take: as many as they like, so that nobody is left out for want of
/// a line.
pub fn rank_newcomers(
    list: Vec<NewcomerId>,
    rankable: &Rankable<NewcomerId>,
    programme: &Programme,
    today: Day,
) -> Result<List, RankRefused> {
    rankable.check(&list, programme, today)?;
    Ok(List::Newcomers(list))
}

/// One step on the way to a ranking; each is kept at once, so that nothing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Somebody is put at the end.
    Add,
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Taken off.
    Off,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 4] = [Self::Add, Self::Up, Self::Down, Self::Off];

    /// The word under which forms send it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Up => "up",
            Self::Down => "down",
            Self::Off => "off",
        }
    }

    /// The list after the step. A list that is full keeps its length: who is added takes the last place. A
    /// step about somebody who does not stand where it needs them changes nothing.
    pub fn take<Id: PartialEq>(self, mut list: Vec<Id>, id: Id, most: usize) -> Vec<Id> {
        let place = list.iter().position(|one| *one == id);
        match (self, place) {
            (Self::Add, None) => {
                list.truncate(most.saturating_sub(1));
                list.push(id);
            }
            (Self::Up, Some(place)) if place > 0 => list.swap(place - 1, place),
            (Self::Down, Some(place)) if place + 1 < list.len() => list.swap(place, place + 1),
            (Self::Off, Some(place)) => drop(list.remove(place)),
            _ => {}
        }
        list
    }
}

/// Proof that the deadline has passed. Whoever reads the rankings of others must hold it, so no query can
/// break the seal by mistake.
#[derive(Clone, Copy, Debug)]
pub struct Opened(());

/// The rankings are sealed until and with this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The last day.
    pub until: Day,
}

/// Opens the rankings of a programme: after the deadline, not on its day.
pub fn open(programme: &Programme, today: Day) -> Result<Opened, Sealed> {
    let until = programme.phases.decision_until;
    if today > until { Ok(Opened(())) } else { Err(Sealed { until }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::Phases;
    use crate::settings::Settings;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    const DAY: Day = date(2026, 10, 20);

    fn programme() -> Programme {
        Programme {
            id: "programme".into(),
            school: "school".into(),
            first_year: 2026,
            phases: Phases::usual(2026),
            settings: Settings::default(),
            version: 0,
        }
    }

    fn mentors(ids: &[&str]) -> Vec<MentorId> {
        ids.iter().map(|id| MentorId::from(*id)).collect()
    }

    fn anybody() -> Rankable<MentorId> {
        Rankable { open: mentors(&["aigul", "bekzhan", "saltanat", "nurlan"]), met: None, agreed: false }
    }

    #[test]
    fn a_newcomer_ranks_three_at_most_and_may_rank_nobody() {
        let ranked = |ids: &[&str]| rank_mentors(mentors(ids), &anybody(), &programme(), DAY);
        assert_eq!(ranked(&["bekzhan", "aigul"]), Ok(List::Mentors(mentors(&["bekzhan", "aigul"]))));
        assert_eq!(ranked(&[]), Ok(List::Mentors(vec![])));
        let four = ranked(&["aigul", "bekzhan", "saltanat", "nurlan"]);
        assert_eq!(four, Err(RankRefused::TooMany { most: 3 }));
    }

    #[test]
    fn a_mentor_ranks_as_many_as_there_are() {
        let all: Vec<NewcomerId> = (0..9).map(|number| NewcomerId::from(format!("n{number}"))).collect();
        let rankable = Rankable { open: all.clone(), met: None, agreed: false };
        assert_eq!(rank_newcomers(all.clone(), &rankable, &programme(), DAY), Ok(List::Newcomers(all)));
    }

    #[test]
    fn nobody_stands_twice_and_strangers_do_not_stand_at_all() {
        let ranked = |ids: &[&str]| rank_mentors(mentors(ids), &anybody(), &programme(), DAY);
        assert_eq!(ranked(&["aigul", "aigul"]), Err(RankRefused::Twice));
        assert_eq!(ranked(&["aigul", "timur"]), Err(RankRefused::Unknown));
    }

    #[test]
    fn where_the_programme_asks_only_those_met_are_ranked() {
        let met = Rankable { met: Some(mentors(&["aigul"])), ..anybody() };
        assert!(rank_mentors(mentors(&["aigul"]), &met, &programme(), DAY).is_ok());
        let stranger = rank_mentors(mentors(&["aigul", "bekzhan"]), &met, &programme(), DAY);
        assert_eq!(stranger, Err(RankRefused::NotMet));
    }

    #[test]
    fn who_has_agreed_has_nothing_to_rank() {
        let agreed = Rankable { agreed: true, ..anybody() };
        let ranked = rank_mentors(mentors(&["aigul"]), &agreed, &programme(), DAY);
        assert_eq!(ranked, Err(RankRefused::Agreed));
    }

    #[test]
    fn a_step_moves_one_and_loses_nobody_else() {
        let take = |step: Step, id, most| step.take(vec!["aigul", "bekzhan", "irina"], id, most);
        assert_eq!(take(Step::Up, "bekzhan", 3), ["bekzhan", "aigul", "irina"]);
        assert_eq!(take(Step::Down, "bekzhan", 3), ["aigul", "irina", "bekzhan"]);
        assert_eq!(take(Step::Off, "aigul", 3), ["bekzhan", "irina"]);
        assert_eq!(take(Step::Add, "nurlan", 4), ["aigul", "bekzhan", "irina", "nurlan"]);
        assert_eq!(take(Step::Add, "nurlan", 3), ["aigul", "bekzhan", "nurlan"], "full: the last place");
    }

    #[test]
    fn a_step_that_leads_nowhere_changes_nothing() {
        for (step, id) in
            [(Step::Up, "aigul"), (Step::Down, "irina"), (Step::Add, "irina"), (Step::Off, "nurlan")]
        {
            let list = vec!["aigul", "bekzhan", "irina"];
            assert_eq!(step.take(list.clone(), id, 3), list, "{step:?} {id}");
        }
    }

    #[test]
    fn rankings_are_written_until_the_deadline() {
        let on = |day| rank_mentors(mentors(&["aigul"]), &anybody(), &programme(), day);
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
            let written = rank_mentors(mentors(&["aigul"]), &anybody(), &programme(), day);
            prop_assert!(written.is_err() || open(&programme(), day).is_err());
        }
    }
}
