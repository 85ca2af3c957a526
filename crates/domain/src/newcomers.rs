//! Newcomers of a programme: who first started work as a teacher (Law 293-VI Art. 1), and until when the
//! provisional mentor must be named.

use crate::people::Person;
use crate::{Day, NewcomerId, PersonId, ProgrammeId, SchoolId};
use jiff::civil::date;

/// A person's place as newcomer in a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Its id.
    pub id: NewcomerId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The person.
    pub person: PersonId,
    /// First day of work, from which the law counts five working days.
    pub hired_on: Day,
    /// Version for optimistic locking.
    pub version: i64,
}

/// True for a person who starts work as a teacher for the first time in the school year that begins in
/// `first_year`: no full year of service, and hired between 1 June before it and 31 May within it, since the
/// next year's people are hired from the end of lessons (Law 293-VI Art. 1; rules §4).
pub fn is_first_time(person: &Person, first_year: i16) -> bool {
    let hired_for_the_year = person
        .hired_on
        .is_some_and(|day| date(first_year, 6, 1) <= day && day < date(first_year.saturating_add(1), 6, 1));
    person.service_years == Some(0) && hired_for_the_year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Category, Name};

    fn hired(service_years: Option<u16>, hired_on: Option<Day>) -> Person {
        Person {
            id: "madina".into(),
            school: Some("school-12".into()),
            name: Name { family: "Төлеген".into(), given: "Мадина".into(), patronymic: None },
            email: None,
            phone: None,
            staff_number: None,
            position: None,
            subject: None,
            category: Category::Teacher,
            service_years,
            hired_on,
            weekly_load: None,
            left_on: None,
            lang: "kk".into(),
            version: 0,
        }
    }

    #[test]
    fn without_service_and_hired_for_this_school_year_is_first_time() {
        for day in [date(2026, 6, 1), date(2026, 8, 25), date(2027, 1, 11), date(2027, 5, 31)] {
            assert!(is_first_time(&hired(Some(0), Some(day)), 2026), "{day}");
        }
    }

    #[test]
    fn service_another_year_or_an_unknown_day_is_not_first_time() {
        assert!(!is_first_time(&hired(Some(1), Some(date(2026, 8, 25))), 2026));
        assert!(!is_first_time(&hired(None, Some(date(2026, 8, 25))), 2026));
        assert!(!is_first_time(&hired(Some(0), None), 2026));
        assert!(!is_first_time(&hired(Some(0), Some(date(2026, 5, 31))), 2026));
        assert!(!is_first_time(&hired(Some(0), Some(date(2027, 6, 1))), 2026));
    }
}
