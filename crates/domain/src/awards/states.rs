//! Where an award stands: from the rule to the handing over, and the appeals between.

use super::{Rule, is_line};
use crate::{AwardAppealId, AwardId, Day, Instant, PersonId, PupilId, SchoolId};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Fewest members who vote.
pub const FEWEST_VOTES: u32 = 3;

/// So many days before the end of a period whoever looks after volunteers is told to name them.
pub const ENDING_DAYS: i64 = 14;

/// Fewest digits of the number of a lot: fewer could be tried out beforehand, one by one.
pub const FEWEST_DIGITS: usize = 4;

/// The number of a lot in its one form: the groups of digits of what was typed, with a space between them. «512,34»,
/// «512.34» and «USD 512,34» are one number, so that nobody chooses among lots by how they write it. `None` where the digits
/// are fewer than [`FEWEST_DIGITS`] or the text is no line.
pub fn lot_number(typed: &str) -> Option<String> {
    let groups: Vec<&str> =
        typed.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    (is_line(typed) && digits >= FEWEST_DIGITS).then(|| groups.join(" "))
}

/// A list that is not changed any more but by an appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// SHA-256 of the published list.
    pub hash: String,
    /// Since when; appeals count from here.
    pub on: Day,
}

/// The lot is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Of which list.
    pub frozen: Frozen,
    /// What the public event gave, as [`lot_number`] writes it.
    pub seed: String,
    /// When it was entered.
    pub on: Day,
}

/// How the commission voted. It confirms the computed list or does not; it reorders nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// For it.
    pub yes: u32,
    /// Against it.
    pub no: u32,
    /// The number of the protocol.
    pub protocol: String,
    /// Its day.
    pub on: Day,
    /// Who sat in the commission. Of votes that were entered before they were named, nobody.
    pub members: BTreeSet<PersonId>,
}

impl Vote {
    /// More are for it than against it.
    pub const fn confirms(&self) -> bool {
        self.yes > self.no
    }
}

/// The head's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// The lot.
    pub drawn: Drawn,
    /// The vote.
    pub vote: Vote,
    /// Number of the order.
    pub number: String,
    /// Its day.
    pub on: Day,
}

/// Where an award stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The rule is known; its period is to come or goes on.
    Published,
    /// The list is frozen and its hash published; appeals are filed.
    Frozen(Frozen),
    /// The lot is drawn; the commission has the list.
    Drawn(Drawn),
    /// The commission has confirmed it.
    Confirmed(Drawn, Vote),
    /// The head has signed the order, or the nomination.
    Ordered(Ordered),
    /// Handed over, or the nomination sent, on a day.
    Handed(Ordered, Day),
    /// The commission did not confirm. A new award begins with a new rule: nobody draws twice.
    Annulled(Drawn, Vote),
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Frozen(_) => "frozen",
            Self::Drawn(_) => "drawn",
            Self::Confirmed(..) => "confirmed",
            Self::Ordered(_) => "ordered",
            Self::Handed(..) => "handed",
            Self::Annulled(..) => "annulled",
        }
    }

    /// The frozen list, once there is one.
    pub const fn frozen(&self) -> Option<&Frozen> {
        match self {
            Self::Published => None,
            Self::Frozen(frozen) => Some(frozen),
            Self::Drawn(drawn) | Self::Confirmed(drawn, _) | Self::Annulled(drawn, _) => Some(&drawn.frozen),
            Self::Ordered(ordered) | Self::Handed(ordered, _) => Some(&ordered.drawn.frozen),
        }
    }

    /// The lot, once it is drawn.
    pub const fn drawn(&self) -> Option<&Drawn> {
        match self {
            Self::Published | Self::Frozen(_) => None,
            Self::Drawn(drawn) | Self::Confirmed(drawn, _) | Self::Annulled(drawn, _) => Some(drawn),
            Self::Ordered(ordered) | Self::Handed(ordered, _) => Some(&ordered.drawn),
        }
    }

    /// The vote, once there was one.
    pub const fn vote(&self) -> Option<&Vote> {
        match self {
            Self::Published | Self::Frozen(_) | Self::Drawn(_) => None,
            Self::Confirmed(_, vote) | Self::Annulled(_, vote) => Some(vote),
            Self::Ordered(ordered) | Self::Handed(ordered, _) => Some(&ordered.vote),
        }
    }
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwardRefused {
    /// It stands elsewhere.
    State,
    /// Its day has not come.
    Early,
    /// Its day is over: the number of the lot would be known before the last appeal.
    Late,
    /// An appeal is not answered.
    Appeals,
    /// No number of the lot, of the protocol or of the order, or one that is too long.
    Number,
    /// Too few have voted.
    Votes,
    /// Fewer members are named than have voted.
    Members,
}

/// What those who lead the school have to do with an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Freeze the list: later than its last day there is no lot.
    Freeze,
    /// Answer appeals: from the day of the lot on none is upheld any more.
    Answer,
    /// Enter the number of the lot.
    Draw,
    /// Let the commission vote.
    Vote,
    /// Have the order signed.
    Order,
    /// Hand the awards over.
    Hand,
}

impl Duty {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Freeze => "freeze",
            Self::Answer => "answer",
            Self::Draw => "draw",
            Self::Vote => "vote",
            Self::Order => "order",
            Self::Hand => "hand",
        }
    }
}

/// An award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: AwardId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// What it is called.
    pub title: String,
    /// The rule.
    pub rule: Rule,
    /// SHA-256 of the published rule.
    pub rule_hash: String,
    /// Where it stands.
    pub state: State,
    /// Who published the rule, and when.
    pub published: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

impl Award {
    /// Published -> Frozen once the period is over, early enough for appeals; Frozen -> Frozen where an appeal has changed
    /// the list, as long as nobody can know the lot. The days of appeals do not begin anew.
    pub fn freeze(self, hash: String, today: Day) -> Result<Self, AwardRefused> {
        let on = match &self.state {
            State::Published if today <= self.rule.to => return Err(AwardRefused::Early),
            State::Published => today,
            State::Frozen(before) => before.on,
            _ => return Err(AwardRefused::State),
        };
        let in_time = self.rule.last_appeal(on).is_some_and(|last| last < self.rule.draw_on);
        if !in_time || today >= self.rule.draw_on {
            return Err(AwardRefused::Late);
        }
        Ok(Self { state: State::Frozen(Frozen { hash, on }), ..self })
    }

    /// The first day on which the next step can be taken, where it waits for one: the list is frozen once the period is over,
    /// the number of the lot is known on the day of the public event.
    pub fn next_from(&self, today: Day) -> Option<Day> {
        let from = match &self.state {
            State::Published => self.rule.to.saturating_add(1.day()),
            State::Frozen(_) => self.rule.draw_on,
            _ => return None,
        };
        (today < from).then_some(from)
    }

    /// Too late to freeze the list: appeals would end after the number of the lot is known.
    pub fn is_missed(&self, today: Day) -> bool {
        self.state == State::Published
            && self.rule.last_appeal(today).is_none_or(|last| last >= self.rule.draw_on)
    }

    /// What is to be done today, and until when where there is a day; `waiting` appeals have no answer.
    pub fn duty(&self, today: Day, waiting: usize) -> Option<(Duty, Option<Day>)> {
        let before = |days: u32| self.rule.draw_on.checked_sub(i64::from(days).days()).ok();
        let last = before(self.rule.appeal_days.saturating_add(1));
        match &self.state {
            State::Published if today > self.rule.to && last.is_some_and(|last| today <= last) => {
                Some((Duty::Freeze, last))
            }
            State::Frozen(_) if waiting > 0 => Some((Duty::Answer, before(1))),
            State::Frozen(_) if today >= self.rule.draw_on => Some((Duty::Draw, None)),
            State::Drawn(_) => Some((Duty::Vote, None)),
            State::Confirmed(..) => Some((Duty::Order, None)),
            State::Ordered(_) => Some((Duty::Hand, None)),
            State::Published | State::Frozen(_) | State::Handed(..) | State::Annulled(..) => None,
        }
    }

    /// The last day on which pupils are named, in the last [`ENDING_DAYS`] before it: after it nobody joins the list.
    pub fn ends_on(&self, today: Day) -> Option<Day> {
        let soon = self.rule.to.checked_sub(ENDING_DAYS.days()).ok()?;
        (self.state == State::Published && (soon..=self.rule.to).contains(&today)).then_some(self.rule.to)
    }

    /// May somebody file an appeal today?
    pub fn may_appeal(&self, today: Day) -> Result<(), AwardRefused> {
        let State::Frozen(frozen) = &self.state else { return Err(AwardRefused::State) };
        match self.rule.last_appeal(frozen.on) {
            Some(last) if today <= last => Ok(()),
            _ => Err(AwardRefused::Late),
        }
    }

    /// Frozen -> Drawn on the day of the public event or after it, when every appeal is answered.
    pub fn draw(self, typed: &str, today: Day, open: usize) -> Result<Self, AwardRefused> {
        let State::Frozen(frozen) = self.state else { return Err(AwardRefused::State) };
        if today < self.rule.draw_on {
            return Err(AwardRefused::Early);
        }
        if open > 0 {
            return Err(AwardRefused::Appeals);
        }
        let seed = lot_number(typed).ok_or(AwardRefused::Number)?;
        Ok(Self { state: State::Drawn(Drawn { frozen, seed, on: today }), ..self })
    }

    /// Drawn -> Confirmed or Annulled.
    pub fn vote(self, vote: Vote, today: Day) -> Result<Self, AwardRefused> {
        let State::Drawn(drawn) = self.state else { return Err(AwardRefused::State) };
        let state = match () {
            () if vote.on < drawn.on || vote.on > today => return Err(AwardRefused::Early),
            () if vote.yes.saturating_add(vote.no) < FEWEST_VOTES => return Err(AwardRefused::Votes),
            () if vote.members.len()
                < usize::try_from(vote.yes.saturating_add(vote.no)).unwrap_or(usize::MAX) =>
            {
                return Err(AwardRefused::Members);
            }
            () if !is_line(&vote.protocol) => return Err(AwardRefused::Number),
            () if vote.confirms() => State::Confirmed(drawn, vote),
            () => State::Annulled(drawn, vote),
        };
        Ok(Self { state, ..self })
    }

    /// Confirmed -> Ordered.
    pub fn order(self, number: String, on: Day, today: Day) -> Result<Self, AwardRefused> {
        let State::Confirmed(drawn, vote) = self.state else { return Err(AwardRefused::State) };
        match () {
            () if on < vote.on || on > today => Err(AwardRefused::Early),
            () if !is_line(&number) => Err(AwardRefused::Number),
            () => Ok(Self { state: State::Ordered(Ordered { drawn, vote, number, on }), ..self }),
        }
    }

    /// May somebody give a prize back? Once the lot is drawn, and as long as nothing was handed over.
    pub const fn may_decline(&self) -> bool {
        matches!(self.state, State::Drawn(_) | State::Confirmed(..) | State::Ordered(_))
    }

    /// Ordered -> Handed.
    pub fn hand(self, on: Day, today: Day) -> Result<Self, AwardRefused> {
        let State::Ordered(ordered) = self.state else { return Err(AwardRefused::State) };
        if on < ordered.on || on > today {
            return Err(AwardRefused::Early);
        }
        Ok(Self { state: State::Handed(ordered, on), ..self })
    }
}

/// What the commission answers to an appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The facts of the list are corrected.
    pub upheld: bool,
    /// Why, in words for the family.
    pub words: String,
    /// Who wrote it down, and when.
    pub by: (PersonId, Day),
}

/// An appeal against what the list says of a pupil. It is about facts: nobody appeals against the lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Its id.
    pub id: AwardAppealId,
    /// Of which award.
    pub award: AwardId,
    /// About whom.
    pub pupil: PupilId,
    /// What is wrong, in their words.
    pub grounds: String,
    /// Who took it down, and when.
    pub filed: (PersonId, Day),
    /// The answer, once there is one.
    pub answer: Option<Answered>,
}

impl Appeal {
    /// Answers it; nothing where it is answered.
    pub fn answer(self, answer: Answered) -> Option<Self> {
        self.answer.is_none().then_some(Self { answer: Some(answer), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::rule;
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::date;

    const FROZEN: Day = date(2027, 5, 3);
    const DRAWN: Day = date(2027, 5, 20);

    fn award() -> Award {
        Award {
            id: "summer".into(),
            school: "school-12".into(),
            title: "Жаз".to_owned(),
            rule: rule(),
            rule_hash: "0".to_owned(),
            state: State::Published,
            published: ("gulnafisa".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    fn frozen() -> Award {
        award().freeze("hash".to_owned(), FROZEN).unwrap()
    }

    fn drawn() -> Award {
        frozen().draw("512,34", DRAWN, 0).unwrap()
    }

    fn vote(yes: u32, no: u32) -> Vote {
        let members = ["gulnafisa", "dana", "bekzhan", "aigul"].map(PersonId::from).into();
        Vote { yes, no, protocol: "3".to_owned(), on: DRAWN, members }
    }

    fn confirmed() -> Award {
        drawn().vote(vote(3, 0), DRAWN).unwrap()
    }

    fn ordered() -> Award {
        confirmed().order("41".to_owned(), DRAWN, DRAWN).unwrap()
    }

    #[test]
    fn a_step_says_from_which_day_on_it_can_be_taken() {
        let (to, after) = (rule().to, rule().to.tomorrow().unwrap());
        assert_eq!(award().next_from(to), Some(after));
        assert_eq!(award().next_from(after), None);
        assert_eq!(frozen().next_from(FROZEN), Some(DRAWN));
        assert_eq!(frozen().next_from(DRAWN), None);
        assert_eq!(drawn().next_from(DRAWN), None);
        assert!(
            !award().is_missed(FROZEN) && award().is_missed(DRAWN),
            "the number would be known before appeals end"
        );
        assert!(!frozen().is_missed(DRAWN));
    }

    #[test]
    fn the_diagram_shows_every_step_and_no_other() {
        let handed = ordered().hand(DRAWN, DRAWN).unwrap();
        let annulled = drawn().vote(vote(1, 2), DRAWN).unwrap();
        let mut seen = BTreeSet::new();
        for one in [award(), frozen(), drawn(), confirmed(), ordered(), handed, annulled] {
            let steps = [
                one.clone().freeze("hash".to_owned(), FROZEN),
                one.clone().draw("512,34", DRAWN, 0),
                one.clone().vote(vote(3, 0), DRAWN),
                one.clone().vote(vote(0, 3), DRAWN),
                one.clone().order("41".to_owned(), DRAWN, DRAWN),
                one.clone().hand(DRAWN, DRAWN),
            ];
            for next in steps.into_iter().flatten().filter(|next| next.state.word() != one.state.word()) {
                seen.insert((one.state.word(), next.state.word()));
            }
        }
        assert_eq!(seen, arrows(include_str!("../../../../docs/states/awards.md")));
    }

    #[test]
    fn a_list_is_frozen_after_the_period_and_before_anybody_knows_the_lot() {
        let freeze = |day| award().freeze("hash".to_owned(), day).map(|one| one.state.word());
        assert_eq!(freeze(date(2027, 5, 1)), Err(AwardRefused::Early));
        assert_eq!(freeze(date(2027, 5, 14)), Ok("frozen"));
        assert_eq!(
            freeze(date(2027, 5, 15)),
            Err(AwardRefused::Late),
            "appeals would end on the day of the lot"
        );
    }

    #[test]
    fn whoever_leads_is_told_what_is_to_be_done_and_until_when() {
        let last = date(2027, 5, 14);
        assert_eq!(award().duty(date(2027, 5, 1), 0), None, "the period goes on");
        assert_eq!(award().duty(date(2027, 5, 2), 0), Some((Duty::Freeze, Some(last))));
        assert!(award().freeze("hash".to_owned(), last).is_ok(), "its last day");
        assert_eq!(award().duty(date(2027, 5, 15), 0), None, "nothing can be done any more");
        assert_eq!(frozen().duty(FROZEN, 0), None);
        assert_eq!(frozen().duty(FROZEN, 1), Some((Duty::Answer, Some(date(2027, 5, 19)))));
        assert_eq!(frozen().duty(DRAWN, 0), Some((Duty::Draw, None)));
        assert_eq!(drawn().duty(DRAWN, 0), Some((Duty::Vote, None)));
        assert_eq!(confirmed().duty(DRAWN, 0), Some((Duty::Order, None)));
        assert_eq!(ordered().duty(DRAWN, 0), Some((Duty::Hand, None)));
    }

    #[test]
    fn pupils_are_named_until_the_period_ends() {
        let last = date(2027, 5, 1);
        assert_eq!(award().ends_on(date(2027, 4, 16)), None);
        assert_eq!(award().ends_on(date(2027, 4, 17)), Some(last));
        assert_eq!(award().ends_on(last), Some(last));
        assert_eq!(award().ends_on(date(2027, 5, 2)), None);
        assert_eq!(frozen().ends_on(last), None);
    }

    #[test]
    fn an_appeal_changes_the_list_until_the_lot_and_its_days_do_not_begin_anew() {
        let again = frozen().freeze("other".to_owned(), date(2027, 5, 19)).unwrap();
        assert_eq!(again.state.frozen(), Some(&Frozen { hash: "other".to_owned(), on: FROZEN }));
        assert_eq!(frozen().freeze("other".to_owned(), DRAWN), Err(AwardRefused::Late));
        assert_eq!(frozen().may_appeal(date(2027, 5, 8)), Ok(()));
        assert_eq!(frozen().may_appeal(date(2027, 5, 9)), Err(AwardRefused::Late));
        assert_eq!(award().may_appeal(FROZEN), Err(AwardRefused::State));
    }

    #[test]
    fn the_lot_waits_for_its_day_and_for_every_answer() {
        let draw = |seed: &str, day, open| frozen().draw(seed, day, open).map(|one| one.state.word());
        assert_eq!(draw("512,34", date(2027, 5, 19), 0), Err(AwardRefused::Early));
        assert_eq!(draw("512,34", DRAWN, 1), Err(AwardRefused::Appeals));
        for none in [" ", "доллар", "512", "5 1 2", "512,34\n1"] {
            assert_eq!(draw(none, DRAWN, 0), Err(AwardRefused::Number), "{none}");
        }
        assert_eq!(draw("512,34", DRAWN, 0), Ok("drawn"));
    }

    #[test]
    fn a_number_of_the_lot_has_one_form_however_it_is_typed() {
        for typed in ["512,34", "512.34", "USD 512,34", "512 34", "512,34 ₸"] {
            assert_eq!(lot_number(typed).as_deref(), Some("512 34"), "{typed}");
        }
        assert_eq!(lot_number("USD 512,34; EUR 598,10").as_deref(), Some("512 34 598 10"));
    }

    #[test]
    fn a_vote_confirms_or_ends_it() {
        let voted = |yes, no| drawn().vote(vote(yes, no), DRAWN).map(|one| one.state.word());
        assert_eq!(voted(2, 1), Ok("confirmed"));
        assert_eq!(voted(2, 2), Ok("annulled"));
        assert_eq!(voted(2, 0), Err(AwardRefused::Votes));
        assert_eq!(voted(4, 1), Err(AwardRefused::Members), "five votes of four members");
        let nameless = Vote { protocol: String::new(), ..vote(3, 0) };
        assert_eq!(drawn().vote(nameless, DRAWN), Err(AwardRefused::Number));
    }

    #[test]
    fn papers_have_days_one_after_the_other() {
        let before = date(2027, 5, 19);
        assert_eq!(confirmed().order("41".to_owned(), before, DRAWN), Err(AwardRefused::Early));
        assert_eq!(ordered().hand(before, DRAWN), Err(AwardRefused::Early));
        assert_eq!(ordered().hand(date(2027, 5, 21), DRAWN), Err(AwardRefused::Early));
    }

    #[test]
    fn an_appeal_is_answered_once() {
        let appeal = Appeal {
            id: "a".into(),
            award: "summer".into(),
            pupil: "ayan".into(),
            grounds: "Две встречи в марте не посчитаны.".to_owned(),
            filed: ("dana".into(), FROZEN),
            answer: None,
        };
        let answer =
            Answered { upheld: true, words: "Верно.".to_owned(), by: ("gulnafisa".into(), FROZEN) };
        let answered = appeal.answer(answer.clone()).unwrap();
        assert_eq!(answered.answer(answer), None);
    }
}
