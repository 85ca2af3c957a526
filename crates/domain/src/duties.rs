//! Who looks after which pupils: class teachers of a class, psychologist and social pedagogue of the school
//! (docs/decisions/0043).

use crate::people::{Actor, Role};
use crate::{Day, DutyId, Instant, PersonId, SchoolId};

/// The month on whose first day a duty ends: by then the class of this name is another one.
const LAST_MONTH: i8 = 8;

/// What somebody looks after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duty {
    /// A class, by the form in which classes are compared.
    ClassTeacher(String),
    /// All pupils of the school, as psychologist or social pedagogue.
    Specialist,
}

impl Duty {
    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::ClassTeacher(_) => "class_teacher",
            Self::Specialist => "specialist",
        }
    }

    /// The class that it is about; empty where it is about all of them.
    pub fn class(&self) -> &str {
        match self {
            Self::ClassTeacher(class) => class,
            Self::Specialist => "",
        }
    }

    /// Reads a stored word with its class.
    pub fn from_words(word: &str, class: &str) -> Option<Self> {
        match (word, class) {
            ("class_teacher", class) if !class.is_empty() => Some(Self::ClassTeacher(class.to_owned())),
            ("specialist", "") => Some(Self::Specialist),
            _ => None,
        }
    }
}

/// A duty of somebody, for the days of one school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Its id.
    pub id: DutyId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose it is.
    pub person: PersonId,
    /// What they look after.
    pub duty: Duty,
    /// First day.
    pub from: Day,
    /// First day on which it is theirs no longer.
    pub until: Day,
    /// Who gave it, and when.
    pub given: (PersonId, Instant),
    /// Counts as given by the head ([`is_by_head`]). Opens to a specialist what the coordinator does not see whole
    /// (docs/decisions/0045).
    pub by_head: bool,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Assigned {
    /// True where it is theirs on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && day < self.until
    }

    /// Ends it from today on; nothing where it is over.
    pub fn end(self, today: Day) -> Option<Self> {
        self.holds_on(today).then_some(Self { until: today, ..self })
    }
}

/// True where a duty that somebody gives to a person counts as given by the head: the head gives it, and to somebody else.
/// What nobody else sees, nobody opens to themselves (docs/decisions/0045, 0046).
pub fn is_by_head(giver: &Actor, school: &SchoolId, to: &PersonId) -> bool {
    giver.is_at(Role::Head, school) && giver.person != *to
}

/// The first day of the next school year, from which on no duty and no consent of this year counts.
pub fn year_end(day: Day) -> Day {
    let year = if day.month() < LAST_MONTH { day.year() } else { day.year().saturating_add(1) };
    Day::new(year, LAST_MONTH, 1).unwrap_or(Day::MAX)
}

/// Who has duties on a day: those of one class, and those of the whole school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carers {
    /// Who looks after the class.
    pub class_teachers: Vec<PersonId>,
    /// Who looks after all.
    pub specialists: Vec<PersonId>,
    /// Those of them whom the head has named.
    pub named_by_head: Vec<PersonId>,
}

/// Who looks after the pupils of a class on a day.
pub fn carers(all: &[Assigned], class: &str, day: Day) -> Carers {
    let mut carers = Carers::default();
    for one in all.iter().filter(|one| one.holds_on(day)) {
        match &one.duty {
            Duty::ClassTeacher(theirs) if theirs == class => carers.class_teachers.push(one.person.clone()),
            Duty::ClassTeacher(_) => {}
            Duty::Specialist => {
                carers.specialists.push(one.person.clone());
                if one.by_head {
                    carers.named_by_head.push(one.person.clone());
                }
            }
        }
    }
    carers
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn assigned(person: &str, duty: Duty) -> Assigned {
        Assigned {
            id: person.into(),
            school: "school-12".into(),
            person: person.into(),
            duty,
            from: date(2026, 9, 1),
            until: date(2027, 8, 1),
            given: ("gulnafisa".into(), Instant::UNIX_EPOCH),
            by_head: false,
            version: 0,
        }
    }

    #[test]
    fn a_duty_ends_before_the_class_of_its_name_is_another_one() {
        assert_eq!(year_end(date(2026, 11, 30)), date(2027, 8, 1));
        assert_eq!(year_end(date(2027, 7, 31)), date(2027, 8, 1));
        assert_eq!(year_end(date(2027, 8, 1)), date(2028, 8, 1));
    }

    #[test]
    fn a_class_teacher_looks_after_the_own_class_and_a_specialist_after_all() {
        let all = [
            assigned("dana", Duty::ClassTeacher("8А".into())),
            assigned("aigul", Duty::ClassTeacher("9А".into())),
            assigned("polina", Duty::Specialist),
        ];
        let of_8 = carers(&all, "8А", date(2026, 10, 5));
        assert_eq!((of_8.class_teachers, of_8.specialists), (vec!["dana".into()], vec!["polina".into()]));
        assert_eq!(carers(&all, "8А", date(2027, 8, 1)), Carers::default(), "nobody after the year");
        assert!(of_8.named_by_head.is_empty());
        let by_head = Assigned { by_head: true, ..assigned("polina", Duty::Specialist) };
        assert_eq!(carers(&[by_head], "8А", date(2026, 10, 5)).named_by_head, [PersonId::from("polina")]);
    }

    #[test]
    fn n08_the_head_names_others_and_nobody_names_themself() {
        let school = SchoolId::from("school-12");
        let actor = |person: &str, roles: &[Role]| Actor {
            person: person.into(),
            school: Some(school.clone()),
            district: None,
            roles: roles.to_vec(),
        };
        let serik = actor("serik", &[Role::Head]);
        assert!(is_by_head(&serik, &school, &"polina".into()));
        assert!(!is_by_head(&serik, &school, &"serik".into()), "nobody lets themselves in");
        assert!(!is_by_head(&serik, &"school-7".into(), &"polina".into()));
        let coordinator = actor("gulnafisa", &[Role::Coordinator]);
        assert!(!is_by_head(&coordinator, &school, &"polina".into()));
    }

    #[test]
    fn what_was_ended_is_not_ended_again() {
        let ended = assigned("dana", Duty::Specialist).end(date(2026, 10, 5)).unwrap();
        assert!(!ended.holds_on(date(2026, 10, 5)) && ended.holds_on(date(2026, 10, 4)));
        assert_eq!(ended.end(date(2026, 10, 6)), None);
    }

    #[test]
    fn a_stored_duty_reads_back_and_a_class_without_a_name_does_not() {
        for duty in [Duty::ClassTeacher("8А".into()), Duty::Specialist] {
            assert_eq!(Duty::from_words(duty.word(), duty.class()), Some(duty.clone()));
        }
        assert_eq!(Duty::from_words("class_teacher", ""), None);
        assert_eq!(Duty::from_words("specialist", "8А"), None);
    }
}
