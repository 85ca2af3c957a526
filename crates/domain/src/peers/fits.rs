//! Who may help whom: hard rules, and how good a possible pair is (rules §13; essay:E38; docs/decisions/0048). The engine
//! proposes by them, an adult decides.

use super::Pair;
use crate::PupilId;
use crate::settings::Settings;
use std::cmp::Reverse;

/// The numbers of a programme by which pairs are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// By how many grades whoever helps is ahead, at least and at most.
    pub ahead: (u32, u32),
    /// Most pupils whom one helps at a time.
    pub mentees: u32,
    /// Days after the end of a pair in which the child who was helped gets no other.
    pub rest_days: u16,
}

impl Limits {
    /// Those that a programme sets.
    pub fn of(settings: &Settings) -> Self {
        Self {
            ahead: (settings.peer_ahead_least.into(), settings.peer_ahead_most.into()),
            mentees: settings.peer_mentees.into(),
            rest_days: settings.peer_rest_days,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::of(&Settings::default())
    }
}

/// Most characters of subjects.
pub const MOST_SUBJECTS: usize = 120;

/// What criteria of [`cost`] there are, the most important first.
pub const CRITERIA: usize = 4;

/// Languages in which two can work together.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// What adults wrote down for a pupil before a pair is looked for. What is empty was not said, and excludes nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Whoever helps: what they can help with. Whoever is helped: with what.
    pub subjects: Vec<String>,
    /// Words of [`LANGUAGES`].
    pub languages: Vec<String>,
    /// Weekdays that are free after lessons, 1 for Monday.
    pub days: Vec<u8>,
    /// With whom they would like to be.
    pub with: Vec<PupilId>,
    /// With whom they are not put together, whoever of the two it stands with.
    pub apart: Vec<PupilId>,
    /// How often it was saved.
    pub version: i64,
}

impl Profile {
    /// Subjects as somebody types them: separated by commas, each once.
    pub fn read_subjects(typed: &str) -> Vec<String> {
        let mut subjects: Vec<String> = Vec::new();
        for subject in typed.split(',').map(str::trim).filter(|subject| !subject.is_empty()) {
            if !subjects.iter().any(|one| one.to_lowercase() == subject.to_lowercase()) {
                subjects.push(subject.to_owned());
            }
        }
        subjects
    }
}

/// A pupil who could be helped. Referrals fill it; the rules know nothing of why somebody was referred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentee {
    /// Who it is.
    pub pupil: PupilId,
    /// The grade.
    pub grade: Option<u32>,
    /// What adults wrote down.
    pub profile: Profile,
    /// Needs heightened attention (Law 245-VIII). Told to nobody by a pair.
    pub heightened: bool,
}

/// A pupil who helps and is ready to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Who it is.
    pub pupil: PupilId,
    /// The grade.
    pub grade: Option<u32>,
    /// What adults wrote down.
    pub profile: Profile,
    /// How many they help now.
    pub helps: u32,
    /// One of these needs heightened attention.
    pub has_heightened: bool,
    /// By which numbers.
    pub limits: Limits,
}

impl Helper {
    /// How many more they can help.
    pub const fn free(&self) -> u32 {
        self.limits.mentees.saturating_sub(self.helps)
    }
}

/// Why somebody cannot help somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nobody helps themselves.
    Same,
    /// Not so many grades ahead, or a class without a grade in its name.
    Grades {
        /// How many at least.
        least: u32,
        /// How many at most.
        most: u32,
    },
    /// Cannot help with what is needed.
    Subject,
    /// No language in common.
    Language,
    /// No free day in common.
    Days,
    /// An adult wrote down that they are not put together.
    Apart,
    /// Helps as many as one can.
    Full {
        /// How many that is.
        places: u32,
    },
    /// Helps somebody already who needs the same attention. Told as [`Obstacle::Full`]: who needs it is nobody's to learn
    /// from a pair.
    Heightened {
        /// How many somebody can help.
        places: u32,
    },
}

impl Obstacle {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Grades { .. } => "grades",
            Self::Subject => "subject",
            Self::Language => "language",
            Self::Days => "days",
            Self::Apart => "apart",
            Self::Full { .. } | Self::Heightened { .. } => "full",
        }
    }
}

/// True where both said something and nothing of it is the same.
fn differ<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    !one.is_empty() && !other.is_empty() && !one.iter().any(|value| other.contains(value))
}

fn lowered(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

/// By how many grades whoever helps is ahead; nothing where that cannot be told or is the other way about.
fn ahead(helper: &Helper, mentee: &Mentee) -> Option<u32> {
    helper.grade?.checked_sub(mentee.grade?)
}

/// Everything that stands between the two, in the order in which it is said; nothing where they are a possible pair.
pub fn obstacles(helper: &Helper, mentee: &Mentee) -> Vec<Obstacle> {
    let (gives, needs) = (lowered(&helper.profile.subjects), lowered(&mentee.profile.subjects));
    let ((least, most), places) = (helper.limits.ahead, helper.limits.mentees);
    let fits = ahead(helper, mentee).is_some_and(|ahead| (least..=most).contains(&ahead));
    let apart = helper.profile.apart.contains(&mentee.pupil) || mentee.profile.apart.contains(&helper.pupil);
    [
        (helper.pupil == mentee.pupil, Obstacle::Same),
        (!fits, Obstacle::Grades { least, most }),
        (differ(&gives, &needs), Obstacle::Subject),
        (differ(&helper.profile.languages, &mentee.profile.languages), Obstacle::Language),
        (differ(&helper.profile.days, &mentee.profile.days), Obstacle::Days),
        (apart, Obstacle::Apart),
        (helper.free() == 0, Obstacle::Full { places }),
        (mentee.heightened && helper.has_heightened, Obstacle::Heightened { places }),
    ]
    .into_iter()
    .filter_map(|(stands, obstacle)| stands.then_some(obstacle))
    .collect()
}

/// What a possible pair costs, in strict order: wishes that stay open (0 to 2), whether help with what is needed is sure,
/// how many are helped already, how far the grades are from three apart.
pub fn cost(helper: &Helper, mentee: &Mentee) -> [i64; CRITERIA] {
    let wishes = [helper.profile.with.contains(&mentee.pupil), mentee.profile.with.contains(&helper.pupil)];
    let open = wishes.into_iter().filter(|wish| !wish).count();
    let needs = lowered(&mentee.profile.subjects);
    let sure = needs.is_empty() || lowered(&helper.profile.subjects).iter().any(|one| needs.contains(one));
    let from_three = ahead(helper, mentee).unwrap_or_default().abs_diff(3);
    [i64::try_from(open).unwrap_or(i64::MAX), i64::from(!sure), i64::from(helper.helps), from_three.into()]
}

/// How many pupils somebody helps now.
pub fn helped_by(pairs: &[Pair], pupil: &PupilId) -> u32 {
    let open = pairs.iter().filter(|pair| pair.is_open() && pair.helper == *pupil);
    u32::try_from(open.count()).unwrap_or(u32::MAX)
}

/// Possible helpers before the others, the best first; for a list that an adult reads.
pub fn best_first(helpers: &mut [Helper], mentee: &Mentee) {
    helpers.sort_by_key(|helper| {
        let possible = obstacles(helper, mentee).is_empty();
        (Reverse(possible), cost(helper, mentee))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

    fn profile(subjects: &[&str], days: &[u8]) -> Profile {
        Profile {
            subjects: subjects.iter().map(|one| (*one).to_owned()).collect(),
            days: days.to_vec(),
            ..Profile::default()
        }
    }

    fn helper() -> Helper {
        Helper {
            pupil: "ayan".into(),
            grade: Some(8),
            profile: profile(&["Алгебра", "физика"], &[1, 3]),
            helps: 0,
            has_heightened: false,
            limits: Limits::default(),
        }
    }

    fn mentee() -> Mentee {
        Mentee {
            pupil: "miras".into(),
            grade: Some(5),
            profile: profile(&["алгебра"], &[3, 5]),
            heightened: false,
        }
    }

    #[test]
    fn whoever_helps_is_two_to_four_grades_ahead() {
        let with = |grade| obstacles(&helper(), &Mentee { grade, ..mentee() });
        for grade in 4..=6 {
            assert!(with(Some(grade)).is_empty(), "{grade}");
        }
        for grade in [Some(3), Some(7), Some(9), None] {
            assert_eq!(with(grade), [Obstacle::Grades { least: 2, most: 4 }], "{grade:?}");
        }
    }

    #[test]
    fn a_programme_says_how_far_ahead_and_how_many() {
        let settings = Settings { peer_ahead_least: 1, peer_mentees: 1, ..Settings::default() };
        let busy = Helper { helps: 1, limits: Limits::of(&settings), ..helper() };
        let near = Mentee { grade: Some(7), ..mentee() };
        assert_eq!(obstacles(&busy, &near), [Obstacle::Full { places: 1 }]);
        assert!(obstacles(&Helper { helps: 0, ..busy }, &near).is_empty());
    }

    #[test]
    fn subject_language_and_days_are_in_common_where_both_said_them() {
        let other = Mentee { profile: profile(&["химия"], &[2]), ..mentee() };
        assert_eq!(obstacles(&helper(), &other), [Obstacle::Subject, Obstacle::Days]);
        let silent = Mentee { profile: Profile::default(), ..mentee() };
        assert!(obstacles(&helper(), &silent).is_empty(), "what was not said excludes nobody");
        let speaks = |one: &str| Profile { languages: vec![one.to_owned()], ..Profile::default() };
        let (kk, ru) =
            (Helper { profile: speaks("kk"), ..helper() }, Mentee { profile: speaks("ru"), ..mentee() });
        assert_eq!(obstacles(&kk, &ru), [Obstacle::Language]);
    }

    #[test]
    fn two_who_are_not_put_together_are_not_whoever_of_them_it_stands_with() {
        let mut of_helper = helper();
        of_helper.profile.apart = vec!["miras".into()];
        let mut of_mentee = mentee();
        of_mentee.profile.apart = vec!["ayan".into()];
        assert_eq!(obstacles(&of_helper, &mentee()), [Obstacle::Apart]);
        assert_eq!(obstacles(&helper(), &of_mentee), [Obstacle::Apart]);
    }

    #[test]
    fn n19_that_somebody_needs_heightened_attention_is_not_told_by_what_stands_between_two() {
        let busy = Helper { helps: 1, has_heightened: true, ..helper() };
        assert!(obstacles(&busy, &mentee()).is_empty(), "one child who needs it does not keep others away");
        let two = obstacles(&busy, &Mentee { heightened: true, ..mentee() });
        assert_eq!(two, [Obstacle::Heightened { places: 2 }]);
        assert_eq!(two[0].word(), Obstacle::Full { places: 2 }.word());
    }

    #[test]
    fn a_wish_counts_before_the_subject_and_the_subject_before_the_load() {
        let mut wished = helper();
        wished.profile = Profile { with: vec!["miras".into()], ..Profile::default() };
        let sure = Helper { helps: 1, ..helper() };
        let idle = Helper { profile: Profile::default(), ..helper() };
        let cost = |one: &Helper| cost(one, &mentee());
        assert!(cost(&wished) < cost(&sure) && cost(&sure) < cost(&idle));
    }

    #[test]
    fn subjects_are_read_as_people_type_them() {
        assert_eq!(Profile::read_subjects(" алгебра, физика,, Алгебра "), ["алгебра", "физика"]);
        assert!(Profile::read_subjects(" , ").is_empty());
    }

    fn some() -> impl Strategy<Value = (Option<u32>, Vec<u8>, u32, bool, bool)> {
        (
            proptest::option::of(1u32..12),
            proptest::collection::vec(1u8..7, 0..4),
            0u32..4,
            any::<bool>(),
            any::<bool>(),
        )
    }

    proptest! {
        #[test]
        fn a_possible_pair_keeps_every_hard_rule(one in some(), other in some()) {
            let (grade, days, helps, has_heightened, _) = one;
            let helper = Helper { grade, profile: profile(&[], &days), helps, has_heightened, ..helper() };
            let (grade, days, _, heightened, _) = other;
            let mentee = Mentee { grade, profile: profile(&[], &days), heightened, ..mentee() };
            if obstacles(&helper, &mentee).is_empty() {
                let ahead = helper.grade.unwrap() - mentee.grade.unwrap();
                prop_assert!((2..=4).contains(&ahead));
                prop_assert!(helper.helps < helper.limits.mentees);
                prop_assert!(!(helper.has_heightened && mentee.heightened));
                let (free, asked) = (&helper.profile.days, &mentee.profile.days);
                prop_assert!(free.is_empty() || asked.is_empty() || free.iter().any(|day| asked.contains(day)));
            }
        }

        #[test]
        fn nobody_is_a_possible_pair_with_themselves(one in some()) {
            let (grade, days, helps, has_heightened, heightened) = one;
            let helper = Helper { grade, profile: profile(&[], &days), helps, has_heightened, ..helper() };
            let same = Mentee { pupil: helper.pupil.clone(), grade, profile: helper.profile.clone(), heightened };
            let found = obstacles(&helper, &same);
            prop_assert_eq!(found.first(), Some(&Obstacle::Same));
        }
    }
}
