//! Pupils who help pupils: named, recommended by a teacher, trained before the first meeting, free to stop at any time
//! (feat:I1; doc:B2; essay:E37, E43; rules §14). Diagram: `docs/states/volunteers.md`.

pub mod references;
pub mod register;

use crate::duties::year_end;
use crate::organisations::{Own, takes};
use crate::pupils::consents::{Consent, Missing, Part, may_start};
use crate::pupils::{Pupil, grade};
use crate::rosters::Values;
use crate::settings::Settings;
use crate::{Day, Instant, OrganisationId, PersonId, PupilId, SchoolId, VolunteerId};
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Minutes of training before the first meeting.
pub const TRAINING_MINUTES: u32 = 120;

/// Most minutes of one day of training.
pub const MOST_MINUTES: u16 = 480;

/// Days after which somebody looks again how a volunteer's own studies go (ours).
pub const LOOK_DAYS: i64 = 56;

/// Most characters of a recommendation.
pub const MOST_WORDS: usize = 300;

/// An organisation of children and young people to which a volunteer belongs, as acts and press name them (rules §11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organisation {
    /// «Жас қыран».
    ZhasQyran,
    /// «Жас ұлан».
    ZhasUlan,
    /// «Жас сарбаз».
    ZhasSarbaz,
    /// The project «Қамқор» of «Адал азамат».
    Qamqor,
}

impl Organisation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::ZhasQyran, Self::ZhasUlan, Self::ZhasSarbaz, Self::Qamqor];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ZhasQyran => "zhas_qyran",
            Self::ZhasUlan => "zhas_ulan",
            Self::ZhasSarbaz => "zhas_sarbaz",
            Self::Qamqor => "qamqor",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// The first and the last grade whose pupils belong to each organisation, as a school has them (rules §11, §18); where the
/// last is before the first, the school offers none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Grades {
    zhas_qyran: (u8, u8),
    zhas_ulan: (u8, u8),
    zhas_sarbaz: (u8, u8),
    qamqor: (u8, u8),
}

impl Default for Grades {
    /// Press of 2012 for the first two; all to verify.
    fn default() -> Self {
        Self { zhas_qyran: (1, 4), zhas_ulan: (5, 10), zhas_sarbaz: (5, 11), qamqor: (1, 11) }
    }
}

impl Grades {
    /// First and last grade of one.
    pub const fn of(self, organisation: Organisation) -> (u8, u8) {
        match organisation {
            Organisation::ZhasQyran => self.zhas_qyran,
            Organisation::ZhasUlan => self.zhas_ulan,
            Organisation::ZhasSarbaz => self.zhas_sarbaz,
            Organisation::Qamqor => self.qamqor,
        }
    }

    /// The same with other grades for one.
    #[must_use]
    pub const fn with(mut self, organisation: Organisation, grades: (u8, u8)) -> Self {
        match organisation {
            Organisation::ZhasQyran => self.zhas_qyran = grades,
            Organisation::ZhasUlan => self.zhas_ulan = grades,
            Organisation::ZhasSarbaz => self.zhas_sarbaz = grades,
            Organisation::Qamqor => self.qamqor = grades,
        }
        self
    }

    /// The organisations to which a pupil of this class can belong.
    pub fn of_class(self, class: &str) -> Vec<Organisation> {
        Organisation::ALL.into_iter().filter(|one| takes(self.of(*one), class)).collect()
    }
}

/// To what a volunteer belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// To one that acts and press name.
    Known(Organisation),
    /// To one of the school's own.
    Own(OrganisationId),
}

impl Belongs {
    /// Reads what a form sends: the word of a known one or the id of one of the school's own; nothing where it is empty.
    pub fn read(sent: &str) -> Option<Self> {
        let own = || (!sent.is_empty()).then(|| Self::Own(sent.into()));
        Organisation::from_word(sent).map(Self::Known).or_else(own)
    }

    /// As a form sends it.
    pub fn sent(&self) -> &str {
        match self {
            Self::Known(one) => one.word(),
            Self::Own(id) => id.as_str(),
        }
    }

    /// The known one, where it is one.
    pub const fn known(&self) -> Option<Organisation> {
        match self {
            Self::Known(one) => Some(*one),
            Self::Own(_) => None,
        }
    }

    /// The one of the school's own, where it is one.
    pub const fn own(&self) -> Option<&OrganisationId> {
        match self {
            Self::Known(_) => None,
            Self::Own(id) => Some(id),
        }
    }
}

/// To what pupils of a class may belong at a school with these settings and these organisations of its own.
pub fn offered(settings: &Settings, own: &[Own], class: &str) -> Vec<Belongs> {
    let known = settings.organisations.of_class(class).into_iter().map(Belongs::Known);
    let own = own.iter().filter(|one| one.is_offered(class)).map(|one| Belongs::Own(one.id.clone()));
    known.chain(own).collect()
}

/// What a teacher says for a volunteer: attitude and reliability before marks (rules §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// The teacher.
    pub by: PersonId,
    /// In their words; empty where they wrote a reference, which is read by nobody here ([`references`]).
    pub words: String,
}

/// A result in a subject, as the school's list says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The subject.
    pub subject: String,
    /// The quarter, where the list names one.
    pub quarter: Option<u8>,
    /// Per cent.
    pub percent: String,
}

/// What the school's list says of a pupil's studies and of what they do out of class: the essay asks for it (essay:E37). It
/// decides nothing: attitude and reliability come before marks (rules §13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achieved {
    /// Results by subject and quarter.
    pub results: Vec<Outcome>,
    /// Clubs and achievements.
    pub activities: Option<String>,
}

impl Achieved {
    /// Reads it from the figures of the list.
    pub fn read(figures: &Values) -> Self {
        let result = |(field, percent): (&String, &String)| {
            let (subject, quarter) = field.strip_prefix("score:")?.rsplit_once(':')?;
            let quarter = quarter.parse().ok();
            Some(Outcome { subject: subject.to_owned(), quarter, percent: percent.clone() })
        };
        Self {
            results: figures.iter().filter_map(result).collect(),
            activities: figures.get("activities").cloned(),
        }
    }
}

/// Where a volunteer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Wants to help.
    Named,
    /// A teacher recommends; the training is not complete.
    Recommended(Recommendation),
    /// May meet whom they help.
    Ready(Recommendation),
    /// Helps no longer. Why is asked by nobody and kept nowhere.
    Stopped,
}

impl State {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Recommended(_) => "recommended",
            Self::Ready(_) => "ready",
            Self::Stopped => "stopped",
        }
    }

    /// What a teacher says, as far as it is kept.
    pub const fn recommendation(&self) -> Option<&Recommendation> {
        match self {
            Self::Recommended(words) | Self::Ready(words) => Some(words),
            Self::Named | Self::Stopped => None,
        }
    }
}

/// A day of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Training {
    /// The day.
    pub day: Day,
    /// How long, in minutes.
    pub minutes: u16,
}

/// Minutes of training in all.
pub fn trained(trainings: &[Training]) -> u32 {
    trainings.iter().map(|one| u32::from(one.minutes)).sum()
}

/// How a volunteer's own studies go beside the helping (rules §13). The law lets minors help only where it does not harm their
/// studies (Law 42-VI); no mark is kept, one word of whoever knows them is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Studies {
    /// As before, or better.
    Well,
    /// Harder than before.
    Harder,
}

impl Studies {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Well, Self::Harder];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Harder => "harder",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A pupil who helps, or wants to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volunteer {
    /// Their id.
    pub id: VolunteerId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Who it is.
    pub pupil: PupilId,
    /// To what they belong.
    pub organisation: Option<Belongs>,
    /// Where they stand.
    pub state: State,
    /// How their own studies went when somebody looked last. Read by those who keep the page alone.
    pub studies: Option<(Studies, Day)>,
    /// Who wrote it down, and when.
    pub named: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a pupil is not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRefused {
    /// Below this grade, the first whose pupils help others; or the class has no grade in its name.
    Grade(u8),
    /// A consent is missing.
    Missing(Missing),
    /// Pupils of this class do not belong to this organisation.
    Organisation,
    /// Not for now; why is told to nobody who does not know already ([`crate::concerns::Concern::freezes`]).
    NotNow,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepRefused {
    /// Whoever has stopped is asked first whether they want to help again.
    Stopped,
    /// The day has not come, or was in an earlier school year.
    Day,
    /// Not between one minute and [`MOST_MINUTES`].
    Minutes,
}

/// May a pupil be named as a volunteer today, under an organisation or none, where the school has these of its `own`?
pub fn may_be_named(
    pupil: &Pupil,
    (organisation, own): (Option<&Belongs>, &[Own]),
    consents: &[Consent],
    settings: &Settings,
    today: Day,
) -> Result<(), NameRefused> {
    let least = settings.volunteer_grade;
    if grade(&pupil.class_key).is_none_or(|grade| grade < u32::from(least)) {
        return Err(NameRefused::Grade(least));
    }
    if organisation.is_some_and(|one| !offered(settings, own, &pupil.class_key).contains(one)) {
        return Err(NameRefused::Organisation);
    }
    may_start(Part::Participation, consents, pupil.born_on, today).map_err(NameRefused::Missing)
}

/// May a day of training be written down today?
pub fn may_train(state: &State, training: Training, today: Day) -> Result<(), StepRefused> {
    match () {
        () if *state == State::Stopped => Err(StepRefused::Stopped),
        () if training.day > today || year_end(training.day) != year_end(today) => Err(StepRefused::Day),
        () if training.minutes == 0 || training.minutes > MOST_MINUTES => Err(StepRefused::Minutes),
        () => Ok(()),
    }
}

impl Volunteer {
    /// Named -> Recommended, or Ready where the training is complete; words said anew replace the earlier ones.
    pub fn recommend(self, words: Recommendation, minutes: u32) -> Result<Self, StepRefused> {
        let state = match self.state {
            State::Stopped => return Err(StepRefused::Stopped),
            State::Named | State::Recommended(_) | State::Ready(_) if minutes < TRAINING_MINUTES => {
                State::Recommended(words)
            }
            State::Named | State::Recommended(_) | State::Ready(_) => State::Ready(words),
        };
        Ok(Self { state, ..self })
    }

    /// Recommended -> Ready, once there are so many minutes of training in all; back where a day was put right and too
    /// few are left.
    #[must_use]
    pub fn train(self, minutes: u32) -> Self {
        let state = match self.state {
            State::Recommended(words) if minutes >= TRAINING_MINUTES => State::Ready(words),
            State::Ready(words) if minutes < TRAINING_MINUTES => State::Recommended(words),
            state => state,
        };
        Self { state, ..self }
    }

    /// Writes down how their own studies go. The state stays: whether to help less is theirs to say.
    pub fn look(self, studies: Studies, today: Day) -> Result<Self, StepRefused> {
        match self.state {
            State::Stopped => Err(StepRefused::Stopped),
            State::Named | State::Recommended(_) | State::Ready(_) => {
                Ok(Self { studies: Some((studies, today)), ..self })
            }
        }
    }

    /// True where it is time to look how the own studies of somebody who helps go.
    pub fn is_look_due(&self, today: Day) -> bool {
        let is_old = |(_, on): (Studies, Day)| on.saturating_add(LOOK_DAYS.days()) <= today;
        matches!(self.state, State::Ready(_)) && self.studies.is_none_or(is_old)
    }

    /// Any -> Stopped. What was said for them is deleted with it.
    #[must_use]
    pub fn stop(self) -> Self {
        Self { state: State::Stopped, studies: None, ..self }
    }

    /// Stopped -> Named.
    #[must_use]
    pub fn again(self, organisation: Option<Belongs>) -> Self {
        match self.state {
            State::Stopped => Self { state: State::Named, organisation, ..self },
            state => Self { state, ..self },
        }
    }

    /// May they meet whom they help on a day? Trained and recommended, with the consents that hold that day.
    pub fn may_meet(&self, consents: &[Consent], born_on: Option<Day>, day: Day) -> bool {
        matches!(self.state, State::Ready(_))
            && may_start(Part::Participation, consents, born_on, day).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use crate::organisations::Told;
    use crate::pupils::consents::{RULE_VERSION, TEXT_VERSION, Way};
    use crate::settings::Key;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    const TODAY: Day = date(2026, 10, 5);

    fn words() -> Recommendation {
        Recommendation {
            by: "aigul".into(), words: "Уәдесінде тұрады, кішілермен сабырлы.".into()
        }
    }

    fn volunteer(state: State) -> Volunteer {
        Volunteer {
            id: "v".into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            organisation: None,
            state,
            studies: None,
            named: ("dana".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    fn pupil(class: &str) -> Pupil {
        Pupil {
            id: "ayan".into(),
            school: "school-12".into(),
            code: None,
            family: "Сарманов".into(),
            given: "Аян".into(),
            patronymic: None,
            class: class.into(),
            class_key: class.into(),
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

    #[test]
    fn the_diagram_shows_every_step_and_no_other() {
        let states = [State::Named, State::Recommended(words()), State::Ready(words()), State::Stopped];
        let mut seen = BTreeSet::new();
        for state in &states {
            let one = || volunteer(state.clone());
            let recommended = [0, TRAINING_MINUTES].map(|minutes| one().recommend(words(), minutes).ok());
            let trained = [0, TRAINING_MINUTES].map(|minutes| Some(one().train(minutes)));
            let rest = [Some(one().stop()), Some(one().again(None))];
            for next in recommended.into_iter().chain(trained).chain(rest).flatten() {
                if next.state.word() != state.word() {
                    seen.insert((state.word(), next.state.word()));
                }
            }
        }
        assert_eq!(seen, arrows(include_str!("../../../docs/states/volunteers.md")));
    }

    #[test]
    fn the_own_studies_are_looked_at_every_eight_weeks_and_change_nothing_by_themselves() {
        let ready = volunteer(State::Ready(words()));
        assert!(ready.is_look_due(TODAY) && !volunteer(State::Named).is_look_due(TODAY));
        let looked = ready.look(Studies::Harder, TODAY).unwrap();
        assert_eq!(looked.state, State::Ready(words()), "whether to help less is theirs to say");
        assert!(!looked.is_look_due(date(2026, 11, 29)) && looked.is_look_due(date(2026, 11, 30)));
        let stopped = looked.stop();
        assert_eq!(stopped.studies, None, "gone when they stop");
        assert_eq!(stopped.look(Studies::Well, TODAY), Err(StepRefused::Stopped));
    }

    #[test]
    fn nobody_is_named_below_the_first_grade_or_without_both_consents() {
        let usual = Settings::default();
        let named = |class: &str| may_be_named(&pupil(class), (None, &[]), &consents(), &usual, TODAY);
        assert_eq!(named("8А"), Ok(()));
        assert_eq!(named("7А"), Err(NameRefused::Grade(8)));
        assert_eq!(named("А"), Err(NameRefused::Grade(8)));
        let later = usual.clone().with(Key::VolunteerGrade, "9").unwrap();
        let refused = may_be_named(&pupil("8А"), (None, &[]), &consents(), &later, TODAY);
        assert_eq!(refused, Err(NameRefused::Grade(9)), "as the school sets it");
        for (left, missing) in [(0, Part::Participation), (1, Part::Data)] {
            let one = vec![consents()[left].clone()];
            let refused = NameRefused::Missing(Missing::Representative(missing));
            assert_eq!(may_be_named(&pupil("8А"), (None, &[]), &one, &usual, TODAY), Err(refused));
        }
    }

    #[test]
    fn an_organisation_takes_the_grades_that_the_school_says() {
        let usual = Settings::default();
        let named = |settings: &Settings, class: &str, one: Organisation| {
            let under = Belongs::Known(one);
            may_be_named(&pupil(class), (Some(&under), &[]), &consents(), settings, TODAY)
        };
        assert_eq!(named(&usual, "8А", Organisation::ZhasUlan), Ok(()));
        assert_eq!(named(&usual, "11А", Organisation::ZhasUlan), Err(NameRefused::Organisation));
        assert_eq!(named(&usual, "8А", Organisation::ZhasQyran), Err(NameRefused::Organisation));
        assert!(Grades::default().of_class("Даярлық").is_empty());
        let wider = usual.clone().with(Key::GradesTo(Organisation::ZhasUlan), "11").unwrap();
        assert_eq!(named(&wider, "11А", Organisation::ZhasUlan), Ok(()));
        let none = usual.with(Key::GradesTo(Organisation::Qamqor), "0").unwrap();
        assert_eq!(named(&none, "8А", Organisation::Qamqor), Err(NameRefused::Organisation), "not offered");
        assert_eq!(named(&none, "8А", Organisation::ZhasSarbaz), Ok(()), "the others stay");
    }

    #[test]
    fn an_organisation_of_the_schools_own_takes_its_grades_while_it_stands_on_the_list() {
        let one = Own {
            id: "shapagat".into(),
            school: "school-12".into(),
            told: Told { name: "Шапағат".into(), grades: (8, 9) },
            used: true,
            version: 0,
        };
        let under = Belongs::read("shapagat").unwrap();
        let named = |class: &str, own: &[Own]| {
            may_be_named(&pupil(class), (Some(&under), own), &consents(), &Settings::default(), TODAY)
        };
        assert_eq!(named("8А", std::slice::from_ref(&one)), Ok(()));
        let refused = Err(NameRefused::Organisation);
        assert_eq!(named("10А", std::slice::from_ref(&one)), refused);
        assert_eq!(named("8А", &[]), refused, "of another school");
        assert_eq!(named("8А", &[Own { used: false, ..one }]), refused, "taken off the list");
    }

    #[test]
    fn what_a_form_sends_is_read_as_it_was_sent() {
        for belongs in [Belongs::Known(Organisation::Qamqor), Belongs::Own("shapagat".into())] {
            assert_eq!(Belongs::read(belongs.sent()), Some(belongs));
        }
        assert_eq!(Belongs::read(""), None);
    }

    #[test]
    fn nobody_meets_before_two_hours_of_training_and_a_recommendation() {
        let born = Some(date(2012, 4, 2));
        let meets = |one: &Volunteer| one.may_meet(&consents(), born, TODAY);
        let named = volunteer(State::Named);
        assert!(!meets(&named) && !meets(&named.clone().train(600)), "trained, and nobody recommends");
        let recommended = named.recommend(words(), 119).unwrap();
        assert!(!meets(&recommended), "a minute is missing");
        let ready = recommended.train(120);
        assert!(meets(&ready));
        assert!(!ready.may_meet(&consents()[..1], born, TODAY), "a consent is missing");
        assert!(!meets(&ready.clone().train(60)), "480 minutes were 60");
        assert!(!meets(&ready.stop()));
    }

    #[test]
    fn who_stops_leaves_no_words_behind_and_comes_back_as_whoever_begins() {
        let stopped = volunteer(State::Ready(words())).stop();
        assert_eq!(stopped.state.recommendation(), None);
        assert_eq!(stopped.clone().recommend(words(), 600), Err(StepRefused::Stopped));
        assert_eq!(stopped.again(None).state, State::Named);
    }

    #[test]
    fn a_day_of_training_is_one_of_this_school_year() {
        let on = |day, minutes| may_train(&State::Named, Training { day, minutes }, TODAY);
        assert_eq!(on(TODAY, 60), Ok(()));
        assert_eq!(on(date(2026, 10, 6), 60), Err(StepRefused::Day));
        assert_eq!(on(date(2026, 7, 31), 60), Err(StepRefused::Day));
        assert_eq!((on(TODAY, 0), on(TODAY, 481)), (Err(StepRefused::Minutes), Err(StepRefused::Minutes)));
        let training = Training { day: TODAY, minutes: 60 };
        assert_eq!(may_train(&State::Stopped, training, TODAY), Err(StepRefused::Stopped));
        assert_eq!(trained(&[training, training]), TRAINING_MINUTES);
    }
}
