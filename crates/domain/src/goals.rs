//! Goals of the newcomer's development plan: set with the mentor out of the difficulty map, each with what will show that
//! it is reached and by when; in January and in May both say in a sentence what has changed (doc:A5; feat:E2, E4;
//! essay:E4, E5). Nothing is counted, and a goal that was left is no failure.

use crate::difficulties::{Season, Topic};
use crate::plans;
use crate::programmes::{Phase, Programme};
use crate::{Day, Instant, PersonId, PlanGoalId, PlanId, SchoolId};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Most goals that are open at once (doc:A5: three to five).
pub const MOST_OPEN: usize = 5;
/// Most goals of a plan, those that are closed included.
pub const MOST_GOALS: usize = 40;
/// Most characters of a goal.
pub const MOST_TEXT: usize = 300;
/// Most characters of what will show that it is reached.
pub const MOST_SEEN: usize = 200;
/// Most characters of the strengths and of the support.
pub const MOST_SUPPORT: usize = 200;
/// Most characters of a review: a sentence or two.
pub const MOST_REVIEW: usize = 400;
/// Days before a review on which both get a letter.
pub const DAYS_AHEAD: i32 = 3;

/// What somebody wants to be able to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// The difficulty that it comes from, if it comes from the map.
    pub topic: Option<Topic>,
    /// What, in own words.
    pub text: String,
    /// How it will be seen.
    pub seen: String,
    /// By when.
    pub by: Day,
    /// What the newcomer is good at already and builds on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strengths: Option<String>,
    /// What support is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
}

/// One field of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// [`Aim::topic`].
    Topic,
    /// [`Aim::text`].
    Text,
    /// [`Aim::seen`].
    Seen,
    /// [`Aim::by`].
    By,
    /// [`Aim::strengths`].
    Strengths,
    /// [`Aim::support`].
    Support,
}

impl Field {
    /// The tail of its text key; also its field of the form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Text => "text",
            Self::Seen => "seen",
            Self::By => "by",
            Self::Strengths => "strengths",
            Self::Support => "support",
        }
    }
}

impl Aim {
    /// In which fields two differ, in the order of the form.
    pub fn differences(&self, other: &Self) -> Vec<Field> {
        let fields = [
            (Field::Text, self.text != other.text),
            (Field::Seen, self.seen != other.seen),
            (Field::Strengths, self.strengths != other.strengths),
            (Field::Support, self.support != other.support),
            (Field::By, self.by != other.by),
            (Field::Topic, self.topic != other.topic),
        ];
        fields.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The two work on it.
    Open,
    /// It is reached.
    Reached,
    /// Another goal has taken its place.
    Changed,
    /// It was left: it is not needed any more, or not now.
    Left,
}

impl State {
    /// All.
    pub const ALL: [Self; 4] = [Self::Open, Self::Reached, Self::Changed, Self::Left];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reached => "reached",
            Self::Changed => "changed",
            Self::Left => "left",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: PlanGoalId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The development plan.
    pub plan: PlanId,
    /// What it says.
    pub aim: Aim,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Goal {
    /// True where the two work on it.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Open -> Reached, Changed or Left; each of them -> Open, where there is room among `all` of the plan. What stands so
    /// already is left as it is.
    pub fn turn(self, to: State, all: &[Self]) -> Result<Self, GoalRefused> {
        match (self.state, to) {
            (from, to) if from == to => Ok(self),
            (State::Open, to) => Ok(Self { state: to, ..self }),
            (_, State::Open) => has_room(all).map(|()| Self { state: State::Open, ..self }),
            _ => Err(GoalRefused::Closed),
        }
    }
}

/// What was done to a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Set.
    Set,
    /// Its words or its day were changed.
    Reworded,
    /// Closed as reached.
    Reached,
    /// Closed, because another one takes its place.
    Changed,
    /// Left.
    Left,
    /// Taken up again.
    Reopened,
}

impl Deed {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Set, Self::Reworded, Self::Reached, Self::Changed, Self::Left, Self::Reopened];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Reworded => "reworded",
            Self::Reached => "reached",
            Self::Changed => "changed",
            Self::Left => "left",
            Self::Reopened => "reopened",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }

    /// What it is to turn a goal so.
    pub const fn of(state: State) -> Self {
        match state {
            State::Open => Self::Reopened,
            State::Reached => Self::Reached,
            State::Changed => Self::Changed,
            State::Left => Self::Left,
        }
    }
}

/// One line of the history of goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The goal.
    pub goal: PlanGoalId,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: PersonId,
    /// What was done.
    pub deed: Deed,
    /// What it said before; only where it was reworded.
    pub was: Option<Aim>,
    /// What it says since then; where it was set or reworded.
    pub became: Option<Aim>,
}

/// How far the newcomer sees the own goals reached at a review: 0 not yet, 3 fully. It is the newcomer's own, and nobody
/// adds it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SelfMark(u8);

impl SelfMark {
    /// All, the lowest first.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// A mark from its number; `None` outside 0..=3.
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.0 == number)
    }

    /// Its number; also the tail of its text key.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// What one of the two says has changed since the map before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The development plan.
    pub plan: PlanId,
    /// January or May.
    pub season: Season,
    /// Who says it.
    pub by: PersonId,
    /// In a sentence.
    pub words: String,
    /// The newcomer's own mark; never one of the mentor.
    pub mark: Option<SelfMark>,
    /// When it was written last.
    pub at: Instant,
}

/// Why a goal or a review is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalRefused {
    /// The programme is over.
    Over,
    /// Something says nothing.
    NoWords,
    /// Longer than its field takes.
    TooLong,
    /// The day lies outside the programme.
    OutsideYear {
        /// Its first day.
        from: Day,
        /// Its last day of work.
        until: Day,
    },
    /// [`MOST_OPEN`] are open.
    TooMany,
    /// The plan has [`MOST_GOALS`], those that are closed included.
    Full,
    /// The goal is closed: it is taken up again first.
    Closed,
    /// No review is written on this day.
    NotNow,
    /// Nothing is planned that a review could speak of.
    NoPlan,
}

/// Is there room for one more open goal?
fn has_room(all: &[Goal]) -> Result<(), GoalRefused> {
    let open = all.iter().filter(|goal| goal.is_open()).count();
    if open < MOST_OPEN { Ok(()) } else { Err(GoalRefused::TooMany) }
}

/// May something be changed in the goals on this day? After the end of the programme they stand as they are.
pub fn may_keep(programme: &Programme, today: Day) -> Result<(), GoalRefused> {
    plans::may_keep(None, programme, today).map_err(|_| GoalRefused::Over)
}

/// May a goal say this?
pub fn may_say(aim: &Aim, programme: &Programme) -> Result<(), GoalRefused> {
    let (from, until) = (programme.phases.starts_on, programme.phases.work_until);
    let silent = |words: &str| words.trim().is_empty();
    let too_long = |words: &String| words.chars().count() > MOST_SUPPORT;
    match () {
        () if silent(&aim.text) || silent(&aim.seen) => Err(GoalRefused::NoWords),
        () if aim.text.chars().count() > MOST_TEXT || aim.seen.chars().count() > MOST_SEEN => {
            Err(GoalRefused::TooLong)
        }
        () if aim.strengths.iter().chain(&aim.support).any(too_long) => Err(GoalRefused::TooLong),
        () if !(from..=until).contains(&aim.by) => Err(GoalRefused::OutsideYear { from, until }),
        () => Ok(()),
    }
}

/// May one more goal be set beside `all` of the plan?
pub fn may_set(all: &[Goal]) -> Result<(), GoalRefused> {
    if all.len() >= MOST_GOALS { Err(GoalRefused::Full) } else { has_room(all) }
}

/// The review that is written on a day, if one is: that of January or that of May, each as long as its difficulty map is
/// filled in.
pub fn reviewed_on(programme: &Programme, today: Day) -> Option<Season> {
    Season::on(programme, today).filter(|season| season.begins_on(programme).is_some())
}

/// May this be said as a review on this day? Gives which one.
pub fn may_review(words: &str, programme: &Programme, today: Day) -> Result<Season, GoalRefused> {
    let season = reviewed_on(programme, today).ok_or(GoalRefused::NotNow)?;
    match words.trim().chars().count() {
        0 => Err(GoalRefused::NoWords),
        count if count > MOST_REVIEW => Err(GoalRefused::TooLong),
        _ => Ok(season),
    }
}

/// The review that begins within [`DAYS_AHEAD`] days.
pub fn ahead(programme: &Programme, today: Day) -> Option<Season> {
    let near = |season: &Season| {
        let begins = season.begins_on(programme);
        begins.is_some_and(|day| (day.saturating_sub(DAYS_AHEAD.days())..day).contains(&today))
    };
    Season::ALL.into_iter().find(near).filter(|_| programme.phase(today) != Phase::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::date;

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    fn aim() -> Aim {
        Aim {
            topic: Some(Topic::Parents),
            text: "Ата-анамен әңгімені өзім бастаймын".into(),
            seen: "Екі әңгіме келісіммен аяқталды".into(),
            by: date(2026, 12, 20),
            strengths: None,
            support: None,
        }
    }

    fn goal(id: &str, state: State) -> Goal {
        Goal { id: id.into(), school: "school".into(), plan: "plan".into(), aim: aim(), state, version: 0 }
    }

    #[test]
    fn the_diagram_is_what_the_code_does() {
        let diagram = include_str!("../../../docs/states/goals.md");
        let mut turned = std::collections::BTreeSet::new();
        for from in State::ALL {
            for to in State::ALL.into_iter().filter(|to| *to != from) {
                if goal("one", from).turn(to, &[]).is_ok() {
                    turned.insert((from.word(), to.word()));
                }
            }
        }
        assert_eq!(arrows(diagram), turned);
    }

    #[test]
    fn a_goal_says_what_and_how_it_will_be_seen_within_the_year() {
        assert_eq!(may_say(&aim(), &programme()), Ok(()));
        for silent in [Aim { text: " ".into(), ..aim() }, Aim { seen: String::new(), ..aim() }] {
            assert_eq!(may_say(&silent, &programme()), Err(GoalRefused::NoWords));
        }
        let long = Aim { seen: "ә".repeat(MOST_SEEN + 1), ..aim() };
        assert_eq!(may_say(&long, &programme()), Err(GoalRefused::TooLong));
        let needy = Aim { support: Some("ә".repeat(MOST_SUPPORT + 1)), ..aim() };
        assert_eq!(may_say(&needy, &programme()), Err(GoalRefused::TooLong));
        let late = Aim { by: date(2028, 1, 1), ..aim() };
        assert!(matches!(may_say(&late, &programme()), Err(GoalRefused::OutsideYear { .. })));
    }

    #[test]
    fn a_few_goals_are_open_at_once_and_one_that_was_left_is_taken_up_again() {
        let all: Vec<Goal> = (0..MOST_OPEN).map(|at| goal(&format!("g{at}"), State::Open)).collect();
        assert_eq!(may_set(&all), Err(GoalRefused::TooMany));
        let closed: Vec<Goal> = (0..MOST_GOALS).map(|at| goal(&format!("g{at}"), State::Left)).collect();
        assert_eq!(may_set(&closed), Err(GoalRefused::Full), "closing one would not help");
        assert_eq!(may_set(&closed[1..]), Ok(()));
        let left = goal("left", State::Left);
        assert_eq!(left.clone().turn(State::Open, &all), Err(GoalRefused::TooMany));
        assert!(left.clone().turn(State::Open, &all[1..]).unwrap().is_open());
        assert_eq!(left.clone().turn(State::Left, &all).unwrap(), left, "twice is once");
        assert_eq!(left.turn(State::Reached, &[]), Err(GoalRefused::Closed));
    }

    #[test]
    fn reviews_are_written_in_january_and_in_may_and_told_of_three_days_ahead() {
        let on = |day| reviewed_on(&programme(), day);
        assert_eq!(on(date(2026, 10, 1)), None);
        assert_eq!(on(date(2027, 1, 11)), Some(Season::January));
        assert_eq!(on(date(2027, 5, 2)), Some(Season::May));
        assert_eq!(on(date(2027, 6, 20)), None);
        let near = |day| ahead(&programme(), day);
        assert_eq!(near(date(2027, 1, 7)), None);
        assert_eq!(near(date(2027, 1, 8)), Some(Season::January));
        assert_eq!(near(date(2027, 1, 10)), Some(Season::January));
        assert_eq!(near(date(2027, 1, 11)), None, "it has begun");
        assert_eq!(near(date(2027, 4, 28)), Some(Season::May));
    }

    #[test]
    fn a_review_says_something_in_its_time() {
        let january = date(2027, 1, 20);
        assert_eq!(may_review("Легче", &programme(), january), Ok(Season::January));
        assert_eq!(may_review(" ", &programme(), january), Err(GoalRefused::NoWords));
        assert_eq!(may_review("Легче", &programme(), date(2026, 11, 1)), Err(GoalRefused::NotNow));
        let long = "ә".repeat(MOST_REVIEW + 1);
        assert_eq!(may_review(&long, &programme(), january), Err(GoalRefused::TooLong));
    }

    #[test]
    fn words_read_back_and_differences_name_the_fields() {
        assert!(State::ALL.into_iter().all(|state| State::from_word(state.word()) == Some(state)));
        assert!(Deed::ALL.into_iter().all(|deed| Deed::from_word(deed.word()) == Some(deed)));
        let other = Aim { by: date(2027, 1, 20), topic: None, ..aim() };
        assert_eq!(aim().differences(&other), [Field::By, Field::Topic]);
        let strong = Aim { strengths: Some("Тыңдай аламын".into()), ..aim() };
        assert_eq!(aim().differences(&strong), [Field::Strengths]);
        assert_eq!((SelfMark::new(3), SelfMark::new(4)), (Some(SelfMark(3)), None));
    }
}
