//! Ideas of young specialists (feat:H2–H4; essay:E17): one vote for each person, an answer by somebody who is named, doubles
//! that become one, and what an idea turns into. Whoever wants to stay unnamed does (neg:N24; docs/decisions/0050).

use crate::people::{Actor, Role};
use crate::{Day, IdeaCommentId, IdeaId, IdeaStepId, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most characters of a title.
pub const MOST_TITLE: usize = 120;
/// Most characters of an idea, of a comment, of an answer.
pub const MOST_WORDS: usize = 1000;
/// Most characters of a step.
pub const MOST_STEP: usize = 200;
/// Most ideas of one person that wait for an answer.
pub const MOST_WAITING: usize = 10;
/// Most steps of an idea.
pub const MOST_STEPS: usize = 40;
/// Full years of service up to which a teacher is a young specialist (practice; ours).
pub const YOUNG_YEARS: u16 = 3;

/// How an idea stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nobody has answered.
    New,
    /// It was answered, and is talked about.
    Discussed,
    /// It is being done.
    Taken,
    /// It is done, and what came of it is written.
    Done,
    /// It will not be done, and why is written.
    Declined,
    /// It says what another idea says, and its votes and comments are there.
    Merged,
}

impl State {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::New, Self::Discussed, Self::Taken, Self::Done, Self::Declined, Self::Merged];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Discussed => "discussed",
            Self::Taken => "taken",
            Self::Done => "done",
            Self::Declined => "declined",
            Self::Merged => "merged",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Where an answer may lead from here.
    pub const fn answers(self) -> &'static [Self] {
        match self {
            Self::New | Self::Discussed => &[Self::Discussed, Self::Taken, Self::Declined],
            Self::Taken => &[Self::Taken, Self::Done, Self::Declined],
            Self::Done | Self::Declined | Self::Merged => &[],
        }
    }

    /// It is neither over nor part of another one: people vote and comment.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Discussed | Self::Taken)
    }
}

/// What somebody said on a day: an answer, or a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub by: PersonId,
    /// When.
    pub on: Day,
    /// What.
    pub words: String,
}

/// One idea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idea {
    /// Its id: drawn at random, so that ids tell no order.
    pub id: IdeaId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// In a line.
    pub title: String,
    /// What it is.
    pub words: String,
    /// Who wrote it; of one that is unnamed, not to be handed out before `Action::SeeIdeaAuthor`.
    pub author: PersonId,
    /// The author stays unnamed.
    pub unnamed: bool,
    /// From when on others see it, as [`shown_on`] has it. When it was written stands nowhere.
    pub shown_on: Day,
    /// Who is to answer; where nobody is named, the coordinator.
    pub answerer: Option<PersonId>,
    /// How it stands.
    pub state: State,
    /// The last answer.
    pub answer: Option<Said>,
    /// Why it was taken off the board.
    pub removed: Option<Said>,
    /// Why the coordinator looked who had written it.
    pub disclosed: Option<Said>,
    /// Of which one it is a double.
    pub merged: Option<IdeaId>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its id, drawn at random.
    pub id: IdeaCommentId,
    /// The school.
    pub school: SchoolId,
    /// Under which idea.
    pub idea: IdeaId,
    /// Who wrote it; as [`Idea::author`].
    pub author: PersonId,
    /// It is by the author of an unnamed idea.
    pub unnamed: bool,
    /// From when on others see it.
    pub shown_on: Day,
    /// What it says.
    pub words: String,
    /// Why it was taken off.
    pub removed: Option<Said>,
}

/// A step of what an idea turned into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: IdeaStepId,
    /// The school.
    pub school: SchoolId,
    /// Of which idea.
    pub idea: IdeaId,
    /// What is done.
    pub text: String,
    /// Who does it: one of the team.
    pub owner: PersonId,
    /// Until when.
    pub by: Day,
    /// When it was done.
    pub done_on: Option<Day>,
}

/// What somebody wants to share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// In a line.
    pub title: String,
    /// What it is.
    pub words: String,
    /// Without a name.
    pub unnamed: bool,
}

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdeaRefused {
    /// It says nothing.
    NoWords,
    /// Longer than its field takes.
    TooLong,
    /// [`MOST_WAITING`] of one's own wait already.
    TooMany,
    /// The idea is over, off the board, or part of another one.
    Closed,
    /// An idea does not go from here to there.
    NoWay,
    /// It is the same idea, or one that is no longer open.
    NoDouble,
    /// Nobody of this id works at the school, or is in the team.
    Person,
    /// The day has passed.
    PastDay,
    /// The author is named already.
    Named,
    /// Others have seen it without a name, or voted for it or answered it: what they did would be about another text.
    Stands,
}

/// Is somebody a young specialist: a newcomer, or a teacher with at most so many years of service? On the board of ideas that
/// are [`YOUNG_YEARS`].
pub fn is_young(actor: &Actor, service_years: Option<u16>, most: u16) -> bool {
    let short = service_years.is_some_and(|years| years <= most);
    actor.is(Role::Newcomer) || (actor.is(Role::Teacher) && short)
}

/// From when on others see what is written today. What has a name is seen at once. Everything without one waits for the next
/// Monday: whoever looks at who was here when learns of a week, and not of a minute (neg:N24).
pub fn shown_on(unnamed: bool, today: Day) -> Day {
    if unnamed { today.nth_weekday(1, Weekday::Monday).unwrap_or(today) } else { today }
}

/// Do words say something, and not too much?
pub fn may_say(words: &str, most: usize) -> Result<(), IdeaRefused> {
    match words.trim().chars().count() {
        0 => Err(IdeaRefused::NoWords),
        count if count > most => Err(IdeaRefused::TooLong),
        _ => Ok(()),
    }
}

/// May this be shared beside what the same person has shared?
pub fn may_share(draft: &Draft, own: &[Idea]) -> Result<(), IdeaRefused> {
    may_say(&draft.title, MOST_TITLE)?;
    may_say(&draft.words, MOST_WORDS)?;
    let waiting = own.iter().filter(|idea| idea.state == State::New && idea.removed.is_none()).count();
    if waiting < MOST_WAITING { Ok(()) } else { Err(IdeaRefused::TooMany) }
}

impl Idea {
    /// Do others see it on a day?
    pub fn is_shown(&self, today: Day) -> bool {
        self.shown_on <= today && self.removed.is_none()
    }

    /// May people vote, comment and join?
    pub fn is_open(&self) -> bool {
        self.removed.is_none() && self.state.is_open()
    }

    /// Until when the next word on it is promised: so many days after others first saw it; where it is talked about or being
    /// done, so many days after the last word, and not before all its steps of `steps` are over.
    pub fn due_on(&self, days: u16, steps: &[Step]) -> Option<Day> {
        let spoken = self.answer.as_ref().map(|said| said.on);
        let own = steps.iter().filter(|step| step.idea == self.id);
        let since = match self.state {
            State::New => Some(self.shown_on),
            State::Discussed => spoken,
            State::Taken => own.map(|step| step.done_on.unwrap_or(step.by)).chain(spoken).max(),
            State::Done | State::Declined | State::Merged => None,
        };
        let since = since.filter(|_| self.removed.is_none())?;
        Some(since.saturating_add(i32::from(days).days()))
    }

    /// May its author still change it or take it back? With a name until somebody else has touched it: voted, commented,
    /// been named to answer. Without a name until the Monday on which others see it: a text that changes or vanishes on a
    /// day would tell when its author was there (neg:N24).
    pub fn may_change(&self, today: Day, touched: bool) -> Result<(), IdeaRefused> {
        let fresh = self.state == State::New && self.removed.is_none() && self.answerer.is_none();
        let seen = if self.unnamed { self.shown_on <= today } else { touched };
        if fresh && !seen { Ok(()) } else { Err(IdeaRefused::Stands) }
    }

    /// Says it in other words.
    pub fn reword(self, title: &str, words: &str) -> Result<Self, IdeaRefused> {
        may_say(title, MOST_TITLE)?;
        may_say(words, MOST_WORDS)?;
        Ok(Self { title: title.to_owned(), words: words.to_owned(), ..self })
    }

    /// New -> Discussed, Taken or Declined; Discussed -> Taken or Declined; Taken -> Done or Declined. What is talked about or
    /// being done may have another word and stay so.
    pub fn answer(self, to: State, said: Said) -> Result<Self, IdeaRefused> {
        may_say(&said.words, MOST_WORDS)?;
        if self.removed.is_some() {
            return Err(IdeaRefused::Closed);
        }
        if !self.state.answers().contains(&to) {
            return Err(IdeaRefused::NoWay);
        }
        Ok(Self { state: to, answer: Some(said), ..self })
    }

    /// New or Discussed -> Merged, into another one that is open.
    pub fn merge(self, into: &Self) -> Result<Self, IdeaRefused> {
        let double = matches!(self.state, State::New | State::Discussed) && self.removed.is_none();
        if !double || self.id == into.id || self.school != into.school || !into.is_open() {
            return Err(IdeaRefused::NoDouble);
        }
        Ok(Self { state: State::Merged, merged: Some(into.id.clone()), ..self })
    }

    /// Takes it off the board.
    pub fn remove(self, said: Said) -> Result<Self, IdeaRefused> {
        may_say(&said.words, MOST_WORDS)?;
        if self.removed.is_some() || self.state == State::Merged {
            return Err(IdeaRefused::Closed);
        }
        Ok(Self { removed: Some(said), ..self })
    }

    /// Puts it back on the board.
    pub fn restore(self) -> Result<Self, IdeaRefused> {
        if self.removed.is_none() {
            return Err(IdeaRefused::Closed);
        }
        Ok(Self { removed: None, ..self })
    }

    /// Opens to the coordinator who wrote it, for a reason that the author reads.
    pub fn disclose(self, said: Said) -> Result<Self, IdeaRefused> {
        may_say(&said.words, MOST_WORDS)?;
        if !self.unnamed || self.disclosed.is_some() {
            return Err(IdeaRefused::Named);
        }
        Ok(Self { disclosed: Some(said), ..self })
    }
}

/// May this step be added? The owner is one of the team, the day is still to come, the idea is being done.
pub fn may_plan(
    step: &Step,
    idea: &Idea,
    (team, steps): (&BTreeSet<PersonId>, usize),
    today: Day,
) -> Result<(), IdeaRefused> {
    may_say(&step.text, MOST_STEP)?;
    match () {
        () if idea.removed.is_some() || idea.state != State::Taken => Err(IdeaRefused::Closed),
        () if !team.contains(&step.owner) => Err(IdeaRefused::Person),
        () if step.by < today => Err(IdeaRefused::PastDay),
        () if steps >= MOST_STEPS => Err(IdeaRefused::TooMany),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::date;

    const TODAY: Day = date(2026, 11, 4);

    fn idea(id: &str, state: State) -> Idea {
        Idea {
            id: id.into(),
            school: "school".into(),
            title: "Ашық сабақтар апталығы".into(),
            words: "Әр кафедрадан бір сабақ".into(),
            author: "dana".into(),
            unnamed: true,
            shown_on: date(2026, 11, 9),
            answerer: None,
            state,
            answer: None,
            removed: None,
            disclosed: None,
            merged: None,
            version: 0,
        }
    }

    #[test]
    fn n24_an_author_changes_what_others_have_not_seen_or_not_touched() {
        let unnamed = idea("a", State::New);
        assert_eq!(unnamed.may_change(date(2026, 11, 8), false), Ok(()));
        assert_eq!(
            unnamed.may_change(date(2026, 11, 9), false),
            Err(IdeaRefused::Stands),
            "it is on the board"
        );
        let named = Idea { unnamed: false, shown_on: TODAY, ..unnamed };
        assert_eq!(named.may_change(TODAY, false), Ok(()));
        assert_eq!(named.may_change(TODAY, true), Err(IdeaRefused::Stands), "somebody has voted");
        let asked = Idea { answerer: Some("serik".into()), ..named.clone() };
        assert_eq!(asked.may_change(TODAY, false), Err(IdeaRefused::Stands), "somebody is to answer");
        assert_eq!(named.clone().reword("Апта", " "), Err(IdeaRefused::NoWords));
        assert_eq!(named.reword("Апта", "Бір").map(|idea| idea.title).as_deref(), Ok("Апта"));
    }

    fn step() -> Step {
        Step {
            id: "step".into(),
            school: "school".into(),
            idea: "one".into(),
            text: "Кесте құру".into(),
            owner: "dana".into(),
            by: TODAY,
            done_on: None,
        }
    }

    fn said(words: &str) -> Said {
        Said { by: "gulnafisa".into(), on: TODAY, words: words.into() }
    }

    #[test]
    fn the_diagram_is_what_the_code_does() {
        let diagram = include_str!("../../../docs/states/ideas.md");
        let mut done = BTreeSet::new();
        for from in State::ALL {
            for to in State::ALL {
                if idea("one", from).answer(to, said("Жасаймыз")).is_ok() {
                    done.insert((from.word(), to.word()));
                }
            }
            if idea("one", from).merge(&idea("other", State::New)).is_ok() {
                done.insert((from.word(), State::Merged.word()));
            }
        }
        assert_eq!(arrows(diagram), done);
    }

    #[test]
    fn n24_what_has_no_name_waits_for_the_next_monday() {
        for day in 2..=8 {
            assert_eq!(shown_on(true, date(2026, 11, day)), date(2026, 11, 9), "{day}");
        }
        assert_eq!(shown_on(false, TODAY), TODAY);
        let unnamed = idea("one", State::New);
        assert!(!unnamed.is_shown(date(2026, 11, 8)) && unnamed.is_shown(date(2026, 11, 9)));
    }

    #[test]
    fn an_answer_is_promised_from_the_day_on_which_an_idea_was_seen() {
        assert_eq!(idea("one", State::New).due_on(14, &[]), Some(date(2026, 11, 23)));
        assert_eq!(idea("one", State::Declined).due_on(14, &[]), None);
        assert_eq!(idea("one", State::New).answer(State::Taken, said(" ")), Err(IdeaRefused::NoWords));
    }

    #[test]
    fn what_is_talked_about_or_done_is_promised_another_word() {
        let answered = |to| idea("one", State::New).answer(to, said("Қараймыз")).unwrap();
        let next = date(2026, 11, 18);
        let talked = answered(State::Discussed);
        assert_eq!(talked.due_on(14, &[]), Some(next), "so many days after the word");
        let again = Said { on: date(2026, 11, 16), ..said("Кеңесте қаралды") };
        let again = talked.answer(State::Discussed, again).unwrap();
        assert_eq!(again.due_on(14, &[]), Some(date(2026, 11, 30)));
        let taken = answered(State::Taken);
        assert_eq!(taken.due_on(14, &[]), Some(next));
        let ahead = Step { by: date(2026, 12, 1), ..step() };
        let elsewhere = Step { idea: "other".into(), by: date(2027, 3, 1), ..step() };
        assert_eq!(taken.due_on(14, &[ahead, elsewhere]), Some(date(2026, 12, 15)), "its step is ahead");
        let done = Step { by: date(2026, 12, 1), done_on: Some(TODAY), ..step() };
        assert_eq!(taken.due_on(14, &[done]), Some(next));
    }

    #[test]
    fn an_idea_is_no_double_of_itself_nor_of_one_that_is_over() {
        let one = idea("one", State::New);
        assert_eq!(one.clone().merge(&one), Err(IdeaRefused::NoDouble));
        for state in [State::Done, State::Declined, State::Merged] {
            assert_eq!(one.clone().merge(&idea("other", state)), Err(IdeaRefused::NoDouble));
        }
        let elsewhere = Idea { school: "other".into(), ..idea("other", State::New) };
        assert_eq!(one.merge(&elsewhere), Err(IdeaRefused::NoDouble));
    }

    #[test]
    fn an_author_is_disclosed_once_and_for_a_reason() {
        let one = idea("one", State::New);
        assert_eq!(one.clone().disclose(said(" ")), Err(IdeaRefused::NoWords));
        let disclosed = one.disclose(said("Қауіп туралы жазылған")).unwrap();
        assert_eq!(disclosed.disclose(said("Тағы")), Err(IdeaRefused::Named));
        let named = Idea { unnamed: false, ..idea("one", State::New) };
        assert_eq!(named.disclose(said("Неге")), Err(IdeaRefused::Named));
    }

    #[test]
    fn what_was_taken_off_can_be_disclosed_and_put_back() {
        let off = idea("one", State::New).remove(said("Қорқытады")).unwrap();
        assert!(!off.is_shown(date(2026, 11, 9)) && off.due_on(14, &[]).is_none());
        assert!(off.clone().disclose(said("Қауіп туралы жазылған")).is_ok());
        let back = off.restore().unwrap();
        assert!(back.is_shown(date(2026, 11, 9)));
        assert_eq!(back.restore(), Err(IdeaRefused::Closed));
    }

    #[test]
    fn a_step_has_an_owner_of_the_team_and_a_day_to_come() {
        let team = BTreeSet::from([PersonId::from("dana")]);
        let taken = idea("one", State::Taken);
        let step = step();
        assert_eq!(may_plan(&step, &taken, (&team, 0), TODAY), Ok(()));
        let late = Step { by: date(2026, 11, 3), ..step.clone() };
        assert_eq!(may_plan(&late, &taken, (&team, 0), TODAY), Err(IdeaRefused::PastDay));
        let alien = Step { owner: "zere".into(), ..step.clone() };
        assert_eq!(may_plan(&alien, &taken, (&team, 0), TODAY), Err(IdeaRefused::Person));
        assert_eq!(may_plan(&step, &taken, (&team, MOST_STEPS), TODAY), Err(IdeaRefused::TooMany));
        let new = idea("one", State::New);
        assert_eq!(may_plan(&step, &new, (&team, 0), TODAY), Err(IdeaRefused::Closed));
    }

    #[test]
    fn a_young_specialist_is_a_newcomer_or_a_teacher_of_few_years() {
        let with = |roles: &[Role]| Actor {
            person: "p".into(),
            school: Some("s".into()),
            district: None,
            roles: roles.to_vec(),
        };
        assert!(is_young(&with(&[Role::Newcomer]), None, YOUNG_YEARS));
        assert!(is_young(&with(&[Role::Teacher]), Some(3), YOUNG_YEARS));
        assert!(!is_young(&with(&[Role::Teacher]), Some(4), YOUNG_YEARS));
        assert!(!is_young(&with(&[Role::Teacher]), None, YOUNG_YEARS), "nobody knows");
        assert!(!is_young(&with(&[Role::Head]), Some(1), YOUNG_YEARS));
    }

    #[test]
    fn ideas_of_one_person_do_not_fill_the_board() {
        let draft = Draft { title: "Тақырып".into(), words: "Сөз".into(), unnamed: false };
        let own: Vec<Idea> = (0..MOST_WAITING).map(|at| idea(&format!("i{at}"), State::New)).collect();
        assert_eq!(may_share(&draft, &own), Err(IdeaRefused::TooMany));
        assert_eq!(may_share(&draft, &own[1..]), Ok(()));
        let silent = Draft { words: " ".into(), ..draft };
        assert_eq!(may_share(&silent, &[]), Err(IdeaRefused::NoWords));
    }

    #[test]
    fn words_read_back() {
        assert!(State::ALL.into_iter().all(|state| State::from_word(state.word()) == Some(state)));
    }
}
