//! Help that is offered to a pupil: a goal, said as it is said to the child, and the child's own yes or no
//! (feat:I2; essay:E38, E44; rules §13, §17; docs/decisions/0045). Never a label. Diagram: `docs/states/referrals.md`.

use crate::duties::year_end;
use crate::pupils::Pupil;
use crate::pupils::consents::{Consent, Missing, Part, may_start};
use crate::{Day, Instant, PersonId, PupilId, ReferralId, SchoolId};

/// Most characters of a goal in own words.
pub const MOST_GOAL: usize = 120;

/// Most characters of a reason.
pub const MOST_WHY: usize = 500;

/// The word under which a goal in own words is stored; also what the form sends for it.
pub const OWN: &str = "own";

/// Beginnings of words that say what a child is instead of what would help. Neither a goal nor a reason takes them
/// (rules §1.9), nor what a group of a sociometry is called (methods/measurement.md §5); the texts of the pages hold none of
/// them.
pub const LABELS: [&str; 23] = [
    "deviant",
    "deviance",
    "unpopular",
    "outcast",
    "social isolate",
    "rejected by",
    "девиант",
    "девиац",
    "непопуляр",
    "изгой",
    "изгоя",
    "изгоем",
    "отвергнут",
    "отвержен",
    "изолированн",
    "трудный ребёнок",
    "трудный ребенок",
    "трудный подросток",
    "танымал емес",
    "қиын бала",
    "шеттетілген",
    "оқшауланған",
    "жатсынған",
];

/// A goal that many children have, in words that every child may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Catch up in algebra.
    Algebra,
    /// Speak Kazakh with more ease.
    Kazakh,
    /// Catch up in English.
    English,
    /// Keep up with homework.
    Homework,
    /// Find friends in class.
    Friends,
    /// Settle in at a new school.
    Settle,
    /// Find something that one likes to do.
    Hobby,
}

impl Preset {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Algebra,
        Self::Kazakh,
        Self::English,
        Self::Homework,
        Self::Friends,
        Self::Settle,
        Self::Hobby,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Algebra => "algebra",
            Self::Kazakh => "kazakh",
            Self::English => "english",
            Self::Homework => "homework",
            Self::Friends => "friends",
            Self::Settle => "settle",
            Self::Hobby => "hobby",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// How whoever helps names the subject that it is about, in all languages; nothing where it is about company.
    pub const fn subjects(self) -> &'static [&'static str] {
        match self {
            Self::Algebra => &["алгебра", "математика", "algebra", "mathematics"],
            Self::Kazakh => &["қазақ тілі", "казахский язык", "казахский", "kazakh"],
            Self::English => &["ағылшын тілі", "английский язык", "английский", "english"],
            Self::Homework | Self::Friends | Self::Settle | Self::Hobby => &[],
        }
    }
}

/// The goal as it is offered to the child. It stands on the card: the child and whoever helps read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// One of those that many have.
    Preset(Preset),
    /// In own words.
    Own(String),
}

impl Goal {
    /// The word under which it is stored.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Preset(preset) => preset.word(),
            Self::Own(_) => OWN,
        }
    }

    /// The own words, where there are any.
    pub fn own(&self) -> Option<&str> {
        match self {
            Self::Preset(_) => None,
            Self::Own(words) => Some(words),
        }
    }

    /// The subject that it is about, as [`Preset::subjects`] has it. What somebody wrote in own words is not guessed at.
    pub const fn subjects(&self) -> &'static [&'static str] {
        match self {
            Self::Preset(preset) => preset.subjects(),
            Self::Own(_) => &[],
        }
    }

    /// Reads what is stored.
    pub fn from_words(word: &str, own: Option<String>) -> Option<Self> {
        match (word, own) {
            (OWN, Some(words)) => Some(Self::Own(words)),
            (word, None) => Preset::from_word(word).map(Self::Preset),
            _ => None,
        }
    }
}

/// What the reason is about (feat:I2): where help is needed, not what somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Learning.
    Study,
    /// How days at school go.
    Behaviour,
    /// Being with others of the class.
    Peers,
}

impl About {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Study, Self::Behaviour, Self::Peers];

    /// True where a child is not put into a group with another one of whom the same is said: such groups harm (rules §1.8).
    /// Whoever pairs is never told by it who that is.
    pub const fn is_one_in_a_group(self) -> bool {
        matches!(self, Self::Behaviour)
    }

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Study => "study",
            Self::Behaviour => "behaviour",
            Self::Peers => "peers",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Why a pupil was referred. Kept in a table of its own, read as docs/visibility.md says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it is about.
    pub about: About,
    /// In words, where whoever refers adds some.
    pub words: Option<String>,
}

/// What is offered, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What the child is told.
    pub goal: Goal,
    /// What the child is not told.
    pub reason: Reason,
}

/// What the child says to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Would like that.
    Yes,
    /// Would not, or no longer. Nobody asks why.
    No,
}

impl Answer {
    /// Reads what a form sends.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "yes" => Some(Self::Yes),
            "no" => Some(Self::No),
            _ => None,
        }
    }
}

/// Where a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The child has not answered.
    Offered,
    /// The child said yes on this day.
    Accepted(Day),
    /// The child said no on this day.
    Declined(Day),
    /// It is over without a no of the child.
    Closed {
        /// When the child had said yes, if they had.
        accepted: Option<Day>,
        /// First day on which it does not count.
        on: Day,
    },
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Accepted(_) => "accepted",
            Self::Declined(_) => "declined",
            Self::Closed { .. } => "closed",
        }
    }

    /// True until it was declined or closed.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Offered | Self::Accepted(_))
    }
}

/// A pupil to whom a goal was offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// To whom.
    pub pupil: PupilId,
    /// What was offered.
    pub goal: Goal,
    /// Where it stands.
    pub state: State,
    /// Who referred, and when.
    pub referred: (PersonId, Instant),
    /// Its last day: the school year's.
    pub last_day: Day,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why nothing is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferRefused {
    /// A consent is missing.
    Missing(Missing),
    /// The pupil is not eligible for the programme; why is read where it was entered.
    NotEligible,
    /// Another goal stands, or somebody else offered this one.
    Standing,
    /// The goal says what the child is.
    GoalLabel,
    /// So does the reason.
    ReasonLabel,
}

/// True where words say what a child is instead of what would help.
pub fn is_label(words: &str) -> bool {
    let words = words.to_lowercase();
    LABELS.iter().any(|label| words.contains(label))
}

/// May this be offered to a pupil today? Gives its last day.
pub fn may_offer(
    offer: &Offer,
    pupil: &Pupil,
    consents: &[Consent],
    eligible: bool,
    today: Day,
) -> Result<Day, OfferRefused> {
    if !eligible {
        return Err(OfferRefused::NotEligible);
    }
    may_start(Part::Participation, consents, pupil.born_on, today).map_err(OfferRefused::Missing)?;
    if offer.goal.own().is_some_and(is_label) {
        return Err(OfferRefused::GoalLabel);
    }
    if offer.reason.words.as_deref().is_some_and(is_label) {
        return Err(OfferRefused::ReasonLabel);
    }
    let end = year_end(today);
    Ok(end.yesterday().unwrap_or(end))
}

impl Referral {
    /// True where it counts on a day.
    pub fn counts_on(&self, day: Day) -> bool {
        self.state.is_open() && day <= self.last_day
    }

    /// True where the child has said yes, and it counts on a day: a pair may serve it.
    pub fn is_accepted_on(&self, day: Day) -> bool {
        matches!(self.state, State::Accepted(_)) && self.counts_on(day)
    }

    /// True where somebody referred and the child said no in the school year of a day.
    pub fn is_no_to(&self, person: &PersonId, day: Day) -> bool {
        matches!(self.state, State::Declined(_)) && self.referred.0 == *person && day <= self.last_day
    }

    /// Offered -> Accepted, with the consents that hold today; a yes that stands is not said again.
    pub fn accept(self, consents: &[Consent], born_on: Option<Day>, today: Day) -> Result<Self, Missing> {
        if self.state != State::Offered {
            return Ok(self);
        }
        may_start(Part::Participation, consents, born_on, today)?;
        Ok(Self { state: State::Accepted(today), ..self })
    }

    /// Offered, Accepted -> Declined.
    #[must_use]
    pub fn decline(self, today: Day) -> Self {
        if self.state.is_open() { Self { state: State::Declined(today), ..self } } else { self }
    }

    /// Offered, Accepted -> Closed.
    #[must_use]
    pub fn close(self, on: Day) -> Self {
        let accepted = match self.state {
            State::Offered => None,
            State::Accepted(day) => Some(day),
            State::Declined(_) | State::Closed { .. } => return self,
        };
        Self { state: State::Closed { accepted, on }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use crate::pupils::consents::{RULE_VERSION, TEXT_VERSION, Way};
    use jiff::civil::date;
    use std::collections::BTreeSet;
    use std::slice::from_ref;

    const TODAY: Day = date(2026, 10, 5);

    fn offer(own: &str, why: &str) -> Offer {
        let reason = Reason { about: About::Study, words: Some(why.into()) };
        Offer { goal: Goal::Own(own.into()), reason }
    }

    fn referral(state: State) -> Referral {
        Referral {
            id: "r".into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            goal: Goal::Preset(Preset::Friends),
            state,
            referred: ("dana".into(), Instant::UNIX_EPOCH),
            last_day: date(2027, 7, 31),
            version: 0,
        }
    }

    fn pupil() -> Pupil {
        Pupil {
            id: "ayan".into(),
            school: "school-12".into(),
            code: None,
            family: "Сарманов".into(),
            given: "Аян".into(),
            patronymic: None,
            class: "8А".into(),
            class_key: "8А".into(),
            born_on: Some(date(2012, 4, 2)),
            language: None,
            left_on: None,
        }
    }

    fn consents() -> Vec<Consent> {
        let consent = |part: Part| Consent {
            id: part.word().into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            part,
            representative: "Сарманова Күміс".into(),
            way: Way::Paper,
            place: "Кабинет 12".into(),
            child_agreed: true,
            given_on: date(2026, 9, 10),
            last_day: date(2027, 7, 31),
            text_version: TEXT_VERSION.into(),
            rule_version: RULE_VERSION.into(),
            withdrawn_on: None,
            scan: None,
            certified: None,
            entered: ("dana".into(), Instant::UNIX_EPOCH),
            version: 0,
        };
        vec![consent(Part::Data), consent(Part::Participation)]
    }

    fn states() -> [State; 4] {
        let closed = State::Closed { accepted: None, on: TODAY };
        [State::Offered, State::Accepted(TODAY), State::Declined(TODAY), closed]
    }

    #[test]
    fn the_diagram_shows_every_step_and_no_other() {
        let mut seen = BTreeSet::new();
        for state in states() {
            let born = pupil().born_on;
            let accepted = referral(state).accept(&consents(), born, TODAY).unwrap();
            for next in [accepted, referral(state).decline(TODAY), referral(state).close(TODAY)] {
                if next.state.word() != state.word() {
                    seen.insert((state.word(), next.state.word()));
                }
            }
        }
        assert_eq!(seen, arrows(include_str!("../../../docs/states/referrals.md")));
    }

    #[test]
    fn nothing_is_offered_without_both_consents_or_to_whom_the_law_excludes() {
        let offer = offer("Не отставать по алгебре", "Пропустил четверть по болезни.");
        let may = |consents: &[Consent], eligible| may_offer(&offer, &pupil(), consents, eligible, TODAY);
        assert_eq!(may(&consents(), true), Ok(date(2027, 7, 31)));
        assert_eq!(may(&consents(), false), Err(OfferRefused::NotEligible));
        assert_eq!(
            may(&[], false),
            Err(OfferRefused::NotEligible),
            "whoever is not eligible is not asked to sign"
        );
        let given = consents();
        for (left, missing) in [(0, Part::Participation), (1, Part::Data)] {
            let refused = OfferRefused::Missing(Missing::Representative(missing));
            assert_eq!(may(from_ref(&given[left]), true), Err(refused));
        }
    }

    #[test]
    fn n19_neither_a_goal_nor_a_reason_says_what_a_child_is() {
        let may = |own: &str, why: &str| may_offer(&offer(own, why), &pupil(), &consents(), true, TODAY);
        assert_eq!(may("Перестать быть Девиантным", "Шумит."), Err(OfferRefused::GoalLabel));
        assert_eq!(may("Сыныптан дос табу", "Сыныпта ТАНЫМАЛ ЕМЕС."), Err(OfferRefused::ReasonLabel));
        for words in
            ["Отвергнут классом.", "Изолированный.", "Сыныпта шеттетілген.", "Rejected by the class."]
        {
            assert_eq!(may("Сыныптан дос табу", words), Err(OfferRefused::ReasonLabel), "{words}");
        }
        assert!(may("Сыныптан дос табу", "Үзілісте жалғыз отырады.").is_ok());
    }

    #[test]
    fn a_yes_is_written_down_only_while_the_consents_hold() {
        let born = pupil().born_on;
        let later = referral(State::Offered).accept(&[], born, TODAY);
        assert_eq!(later, Err(Missing::Representative(Part::Data)));
        let yes = referral(State::Offered).accept(&consents(), born, TODAY).unwrap();
        assert_eq!(yes.state, State::Accepted(TODAY));
        let again = yes.accept(&[], born, date(2026, 10, 6)).unwrap();
        assert_eq!(again.state, State::Accepted(TODAY), "the day of the first yes stays");
        let over = again.close(date(2026, 11, 2));
        assert_eq!(over.state, State::Closed { accepted: Some(TODAY), on: date(2026, 11, 2) });
    }

    #[test]
    fn a_referral_counts_while_it_is_open_until_the_end_of_the_school_year() {
        for state in states() {
            assert_eq!(referral(state).counts_on(TODAY), state.is_open(), "{state:?}");
            assert!(!referral(state).counts_on(date(2027, 8, 1)), "{state:?}");
            let accepted = matches!(state, State::Accepted(_));
            assert_eq!(referral(state).is_accepted_on(TODAY), accepted, "{state:?}");
            assert!(!referral(state).is_accepted_on(date(2027, 8, 1)), "{state:?}");
        }
    }

    #[test]
    fn a_no_is_known_to_whoever_referred_alone() {
        for state in states() {
            let said = referral(state).is_no_to(&"dana".into(), TODAY);
            assert_eq!(said, matches!(state, State::Declined(_)), "{state:?}");
            assert!(!referral(state).is_no_to(&"polina".into(), TODAY), "{state:?}");
            assert!(!referral(state).is_no_to(&"dana".into(), date(2027, 8, 1)), "{state:?}");
        }
    }

    #[test]
    fn a_stored_goal_reads_back_and_half_of_one_does_not() {
        let presets = Preset::ALL.map(Goal::Preset);
        for goal in presets.into_iter().chain([Goal::Own("Не отставать".into())]) {
            assert_eq!(Goal::from_words(goal.word(), goal.own().map(Into::into)), Some(goal.clone()));
        }
        assert_eq!(Goal::from_words("own", None), None);
        assert_eq!(Goal::from_words("friends", Some("Найти друзей".into())), None);
    }
}
