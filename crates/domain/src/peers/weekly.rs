//! The meeting of each week: outside lessons, at a named place, with an adult on duty (feat:I4; essay:E39, E40; rules §13).

use crate::pupils::Pupil;
use crate::pupils::consents::{Consent, Missing, Part, may_start};
use crate::timetables::{Bells, Lesson};
use crate::{Day, PersonId};
use jiff::ToSpan;
use jiff::civil::Time;

/// The shortest and the longest meeting, in minutes (rules §13 say 45 to 60; ours).
pub const MINUTES: std::ops::RangeInclusive<u16> = 30..=120;

/// The last weekday on which pupils meet: Saturday.
pub const LAST_WEEKDAY: u8 = 6;

/// Most characters of a place.
pub const MOST_PLACE: usize = 120;

/// What the meeting is (essay:E40).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Learning together.
    Elective,
    /// A walk.
    Walk,
    /// A programme: play, craft, an outing within the school.
    Programme,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Elective, Self::Walk, Self::Programme];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Elective => "elective",
            Self::Walk => "walk",
            Self::Programme => "programme",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// The meeting of each week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly {
    /// What it is.
    pub form: Form,
    /// Weekday, 1 for Monday.
    pub weekday: u8,
    /// When it begins.
    pub at: Time,
    /// How long it is, in minutes.
    pub minutes: u16,
    /// Where.
    pub place: String,
    /// The adult on duty; off the grounds, whoever accompanies the two.
    pub adult: PersonId,
    /// It leaves the school grounds.
    pub off_site: bool,
}

impl Weekly {
    /// True where nobody can be at both: at the same time, at two places. A group meets at one.
    fn collides(&self, other: &Self) -> bool {
        self.is_while(other) && !self.is_at_place_of(other)
    }

    /// True where both are one group: at the same time, at the same place.
    pub fn is_with(&self, other: &Self) -> bool {
        self.is_while(other) && self.is_at_place_of(other)
    }

    fn is_while(&self, other: &Self) -> bool {
        self.weekday == other.weekday && overlap((self.at, self.minutes), (other.at, other.minutes))
    }

    fn is_at_place_of(&self, other: &Self) -> bool {
        self.off_site == other.off_site && bare(&self.place) == bare(&other.place)
    }
}

/// True where two times of a day have a moment in common; each with how long it lasts, in minutes.
fn overlap((at, minutes): (Time, u16), (other, lasts): (Time, u16)) -> bool {
    let ends = |at: Time, minutes: u16| at.saturating_add(i64::from(minutes).minutes());
    other < ends(at, minutes) && at < ends(other, lasts)
}

/// Which of the two children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The one who helps.
    Helper,
    /// The one who is helped.
    Mentee,
}

impl Whose {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Helper, Self::Mentee];

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|whose| whose.word() == word)
    }

    /// Its word in a form; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Mentee => "mentee",
        }
    }
}

/// Why two children do not meet so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeeklyRefused {
    /// No weekday from Monday to Saturday.
    Weekday,
    /// Not within [`MINUTES`].
    Minutes,
    /// One of the two has a lesson then.
    Lesson(Whose),
    /// The adult on duty teaches then.
    Teaches,
    /// The adult or one of the two is at another place then.
    Elsewhere,
    /// Only a walk leaves the grounds.
    NotAWalk,
    /// A consent is missing.
    Missing(Whose, Missing),
}

/// One of the two, with what is known of them.
#[derive(Clone, Copy, Debug)]
pub struct Child<'a> {
    /// Which of the two.
    pub whose: Whose,
    /// Who it is.
    pub pupil: &'a Pupil,
    /// The consents about them.
    pub consents: &'a [Consent],
}

impl Child<'_> {
    /// What is missing before this part may start on a day.
    fn lacks(&self, part: Part, day: Day) -> Option<WeeklyRefused> {
        let missing = may_start(part, self.consents, self.pupil.born_on, day).err()?;
        Some(WeeklyRefused::Missing(self.whose, missing))
    }

    /// True where the class has a lesson while the meeting lasts. Of a class whose timetable was not brought nothing is
    /// known, and nothing claimed.
    fn learns(&self, weekly: &Weekly, lessons: &[Lesson], bells: Bells, today: Day) -> bool {
        let class = bare(&self.pupil.class_key);
        is_taught(weekly, lessons.iter().filter(|one| bare(&one.class) == class), bells, today)
    }
}

/// True where one of these lessons is given while the meeting lasts.
fn is_taught<'a>(
    weekly: &Weekly,
    mut lessons: impl Iterator<Item = &'a Lesson>,
    bells: Bells,
    today: Day,
) -> bool {
    lessons.any(|one| {
        let lesson = bells.of(today, one.number);
        one.weekday == weekly.weekday && overlap((weekly.at, weekly.minutes), (lesson.at, lesson.minutes))
    })
}

/// The name of a class by its letters and digits alone: timetables write «8 «А»» where lists write «8А».
fn bare(class: &str) -> String {
    class.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Do the consents about the two last to a day, for what this meeting is?
pub fn are_consented(weekly: &Weekly, two: &[Child<'_>; 2], day: Day) -> Result<(), WeeklyRefused> {
    let part = if weekly.off_site { Part::OffSite } else { Part::Participation };
    two.iter().find_map(|child| child.lacks(part, day)).map_or(Ok(()), Err)
}

/// May the two meet so from today on? Both with the consents that hold today, outside the lessons of both and of the adult
/// on duty; off the grounds only for a walk and with the consent of both to it. `beside` are the meetings of other pairs in
/// which one of the three takes part: nobody is at two places at a time.
pub fn may_meet(
    weekly: &Weekly,
    two: [Child<'_>; 2],
    beside: &[&Weekly],
    lessons: &[Lesson],
    bells: Bells,
    today: Day,
) -> Result<(), WeeklyRefused> {
    if weekly.weekday == 0 || weekly.weekday > LAST_WEEKDAY {
        return Err(WeeklyRefused::Weekday);
    }
    if !MINUTES.contains(&weekly.minutes) {
        return Err(WeeklyRefused::Minutes);
    }
    if weekly.off_site && weekly.form != Form::Walk {
        return Err(WeeklyRefused::NotAWalk);
    }
    are_consented(weekly, &two, today)?;
    if let Some(child) = two.iter().find(|child| child.learns(weekly, lessons, bells, today)) {
        return Err(WeeklyRefused::Lesson(child.whose));
    }
    let of_adult = lessons.iter().filter(|one| one.person == weekly.adult);
    if is_taught(weekly, of_adult, bells, today) {
        return Err(WeeklyRefused::Teaches);
    }
    if beside.iter().any(|other| weekly.collides(other)) { Err(WeeklyRefused::Elsewhere) } else { Ok(()) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::Instant;
    use crate::pupils::consents::{RULE_VERSION, TEXT_VERSION, Way};
    use jiff::civil::{date, time};
    use proptest::prelude::{any, prop_assert, proptest};

    const TODAY: Day = date(2026, 10, 7);

    /// A meeting on Wednesdays, at school.
    pub(crate) fn weekly() -> Weekly {
        Weekly {
            form: Form::Elective,
            weekday: 3,
            at: time(16, 0, 0, 0),
            minutes: 45,
            place: "Кітапхана".into(),
            adult: "bekzhan".into(),
            off_site: false,
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

    fn consents(parts: &[Part]) -> Vec<Consent> {
        let consent = |part: &Part| Consent {
            id: part.word().into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            part: *part,
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
        parts.iter().map(consent).collect()
    }

    fn lesson(class: &str, weekday: u8, number: u8) -> Lesson {
        Lesson {
            school: "school-12".into(),
            person: "aigul".into(),
            weekday,
            number,
            class: class.into(),
            room: None,
        }
    }

    fn meet(weekly: &Weekly, consents: [&[Consent]; 2], lessons: &[Lesson]) -> Result<(), WeeklyRefused> {
        let (helper, mentee) = (pupil("8А"), pupil("5Б"));
        let two = [
            Child { whose: Whose::Helper, pupil: &helper, consents: consents[0] },
            Child { whose: Whose::Mentee, pupil: &mentee, consents: consents[1] },
        ];
        may_meet(weekly, two, &[], lessons, Bells::default(), TODAY)
    }

    #[test]
    fn two_meet_once_both_have_the_consents_to_take_part() {
        let (all, data) = (consents(&[Part::Data, Part::Participation]), consents(&[Part::Data]));
        assert_eq!(meet(&weekly(), [&all, &all], &[]), Ok(()));
        let missing = Missing::Representative(Part::Participation);
        let refused = |whose| Err(WeeklyRefused::Missing(whose, missing));
        assert_eq!(meet(&weekly(), [&data, &all], &[]), refused(Whose::Helper));
        assert_eq!(meet(&weekly(), [&all, &data], &[]), refused(Whose::Mentee));
    }

    #[test]
    fn a_walk_leaves_the_grounds_only_with_the_consent_of_both_to_that() {
        let inside = consents(&[Part::Data, Part::Participation]);
        let outside = consents(&[Part::Data, Part::Participation, Part::OffSite]);
        let off_site = Weekly { form: Form::Walk, off_site: true, ..weekly() };
        assert_eq!(meet(&off_site, [&outside, &outside], &[]), Ok(()));
        let missing = WeeklyRefused::Missing(Whose::Mentee, Missing::Representative(Part::OffSite));
        assert_eq!(meet(&off_site, [&outside, &inside], &[]), Err(missing));
        let in_the_yard = Weekly { off_site: false, ..off_site.clone() };
        assert_eq!(meet(&in_the_yard, [&inside, &inside], &[]), Ok(()));
        let learning = Weekly { form: Form::Elective, ..off_site };
        assert_eq!(meet(&learning, [&outside, &outside], &[]), Err(WeeklyRefused::NotAWalk));
    }

    #[test]
    fn nobody_meets_during_a_lesson_of_either_class() {
        let all = consents(&[Part::Data, Part::Participation]);
        let first = Bells::default().of(TODAY, 1);
        let early = Weekly { at: first.at, ..weekly() };
        let lessons = [lesson("5 «б»", 3, 1), lesson("8А", 2, 1)];
        assert_eq!(meet(&early, [&all, &all], &lessons), Err(WeeklyRefused::Lesson(Whose::Mentee)));
        assert_eq!(meet(&early, [&all, &all], &lessons[1..]), Ok(()), "that lesson is on another day");
        let after = Weekly { at: first.at.saturating_add(i64::from(first.minutes).minutes()), ..weekly() };
        assert_eq!(meet(&after, [&all, &all], &lessons), Ok(()), "when the lesson is over");
    }

    #[test]
    fn the_adult_on_duty_does_not_teach_then() {
        let all = consents(&[Part::Data, Part::Participation]);
        let early = Weekly { at: Bells::default().of(TODAY, 1).at, ..weekly() };
        let of = |person: &str| [Lesson { person: person.into(), ..lesson("11А", 3, 1) }];
        assert_eq!(meet(&early, [&all, &all], &of("bekzhan")), Err(WeeklyRefused::Teaches));
        assert_eq!(meet(&early, [&all, &all], &of("aigul")), Ok(()));
    }

    #[test]
    fn nobody_is_at_two_places_at_a_time_and_a_group_is_at_one() {
        let at = |hour, minute, place: &str| Weekly {
            at: time(hour, minute, 0, 0),
            place: place.into(),
            ..weekly()
        };
        assert!(weekly().collides(&at(16, 30, "Спортзал")));
        assert!(!weekly().collides(&at(16, 30, "кітапхана ")) && weekly().is_with(&at(16, 30, "кітапхана ")));
        assert!(!weekly().is_with(&at(16, 45, "Кітапхана")) && !weekly().is_with(&at(16, 0, "Спортзал")));
        assert!(!weekly().collides(&at(16, 45, "Спортзал")), "one after the other");
        assert!(!weekly().collides(&Weekly { weekday: 4, ..at(16, 0, "Спортзал") }));
        assert!(
            weekly().collides(&Weekly { off_site: true, form: Form::Walk, ..weekly() }),
            "inside and outside"
        );
    }

    #[test]
    fn a_meeting_is_on_a_weekday_and_neither_too_short_nor_too_long() {
        let all = consents(&[Part::Data, Part::Participation]);
        for weekday in [0, 7] {
            let one = Weekly { weekday, ..weekly() };
            assert_eq!(meet(&one, [&all, &all], &[]), Err(WeeklyRefused::Weekday));
        }
        for minutes in [29, 121] {
            let one = Weekly { minutes, ..weekly() };
            assert_eq!(meet(&one, [&all, &all], &[]), Err(WeeklyRefused::Minutes));
        }
    }

    proptest! {
        #[test]
        fn whatever_is_asked_for_nobody_leaves_the_grounds_without_both_consents(
            form in 0usize..3,
            weekday in any::<u8>(),
            minutes in any::<u16>(),
            helper in any::<bool>(),
            mentee in any::<bool>(),
        ) {
            let of = |may: bool| {
                let parts = [Part::Data, Part::Participation, Part::OffSite];
                consents(&parts[..if may { 3 } else { 2 }])
            };
            let asked = Weekly { form: Form::ALL[form], weekday, minutes, off_site: true, ..weekly() };
            let met = meet(&asked, [&of(helper), &of(mentee)], &[]);
            prop_assert!(met.is_err() || (helper && mentee && asked.form == Form::Walk));
        }
    }
}
