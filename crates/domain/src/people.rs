//! People, their names, and their roles as dated periods (feat:A4, A5).

use crate::{Day, DistrictId, PersonId, SchoolId};
use serde::{Deserialize, Serialize};

/// A name as in papers. The patronymic is optional everywhere: «(бар болса)», «(при наличии)».
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Patronymic, if there is one.
    pub patronymic: Option<String>,
}

impl Name {
    /// Family, given, patronymic: as in an order.
    pub fn full(&self) -> String {
        match &self.patronymic {
            Some(patronymic) => format!("{} {} {patronymic}", self.family, self.given),
            None => self.brief(),
        }
    }

    /// Family and given name: for lists.
    pub fn brief(&self) -> String {
        format!("{} {}", self.family, self.given).trim().to_owned()
    }

    /// Given name and patronymic: how colleagues address each other.
    pub fn polite(&self) -> String {
        match &self.patronymic {
            Some(patronymic) => format!("{} {patronymic}", self.given),
            None => self.given.clone(),
        }
    }

    /// First letters of family and given name, for the round mark beside a name.
    pub fn initials(&self) -> String {
        [&self.family, &self.given].iter().filter_map(|part| part.chars().next()).collect()
    }
}

/// Qualification category of a teacher, lowest first (rules §7; Order 338).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// No category.
    None,
    /// педагог-стажер, hired for the first year.
    Trainee,
    /// педагог.
    Teacher,
    /// Second category of the old scale.
    LegacySecond,
    /// педагог-модератор.
    Moderator,
    /// First category of the old scale.
    LegacyFirst,
    /// педагог-эксперт.
    Expert,
    /// Highest category of the old scale.
    LegacyHighest,
    /// педагог-исследователь.
    Researcher,
    /// педагог-мастер.
    Master,
}

impl Category {
    /// All categories, lowest first.
    pub const ALL: [Self; 10] = [
        Self::None,
        Self::Trainee,
        Self::Teacher,
        Self::LegacySecond,
        Self::Moderator,
        Self::LegacyFirst,
        Self::Expert,
        Self::LegacyHighest,
        Self::Researcher,
        Self::Master,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Trainee => "trainee",
            Self::Teacher => "teacher",
            Self::LegacySecond => "legacy_second",
            Self::Moderator => "moderator",
            Self::LegacyFirst => "legacy_first",
            Self::Expert => "expert",
            Self::LegacyHighest => "legacy_highest",
            Self::Researcher => "researcher",
            Self::Master => "master",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.word() == word)
    }

    /// The place on today's scale, so that categories of the old scale can be compared: first counts as
    /// expert, highest as researcher (rules §4, «Who may mentor»; to verify).
    pub const fn rank(self) -> u8 {
        match self {
            Self::None | Self::Trainee => 0,
            Self::Teacher => 1,
            Self::LegacySecond | Self::Moderator => 2,
            Self::LegacyFirst | Self::Expert => 3,
            Self::LegacyHighest | Self::Researcher => 4,
            Self::Master => 5,
        }
    }
}

/// A person of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The school; `None` for people of the district and administrators.
    pub school: Option<SchoolId>,
    /// Name as in papers.
    pub name: Name,
    /// E-mail, lower case; unique where present.
    pub email: Option<String>,
    /// Phone as `+7…`.
    pub phone: Option<String>,
    /// The school's own staff number.
    pub staff_number: Option<String>,
    /// Post, in the school's words.
    pub position: Option<String>,
    /// Subject, in the school's words.
    pub subject: Option<String>,
    /// Qualification category.
    pub category: Category,
    /// Full years of teaching service, as the school's list has it.
    pub service_years: Option<u16>,
    /// First day of work at this school.
    pub hired_on: Option<Day>,
    /// Hours a week.
    pub weekly_load: Option<u16>,
    /// Day from which the person no longer works here.
    pub left_on: Option<Day>,
    /// Tag of the language in which the person is written to.
    pub lang: String,
    /// Version for optimistic locking.
    pub version: i64,
}

impl Person {
    /// True while the person works here.
    pub fn works_on(&self, day: Day) -> bool {
        self.left_on.is_none_or(|left| day < left)
    }
}

/// What a person is, for a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Looks after the installation; sees no contents.
    Administrator,
    /// Works in the district's department; sees aggregates.
    DistrictOfficer,
    /// Heads a school; signs orders.
    Head,
    /// Runs the programme of a school, usually the deputy for studies.
    Coordinator,
    /// Teaches.
    Teacher,
    /// Works as a teacher for the first time (Law 293-VI Art. 1).
    Newcomer,
    /// Has the right to mentor in the running programme.
    Mentor,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 7] = [
        Self::Administrator,
        Self::DistrictOfficer,
        Self::Head,
        Self::Coordinator,
        Self::Teacher,
        Self::Newcomer,
        Self::Mentor,
    ];

    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::DistrictOfficer => "district_officer",
            Self::Head => "head",
            Self::Coordinator => "coordinator",
            Self::Teacher => "teacher",
            Self::Newcomer => "newcomer",
            Self::Mentor => "mentor",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Who acts: a signed-in person with the roles of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub person: PersonId,
    /// Their school, if they belong to one.
    pub school: Option<SchoolId>,
    /// Their district, for people of the district.
    pub district: Option<DistrictId>,
    /// Roles whose period holds today.
    pub roles: Vec<Role>,
}

impl Actor {
    /// True where the person has the role today.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// True where the person has the role today in this school.
    pub fn is_at(&self, role: Role, school: &SchoolId) -> bool {
        self.is(role) && self.school.as_ref() == Some(school)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alia() -> Name {
        Name {
            family: "Нұрланова".into(), given: "Әлия".into(), patronymic: Some("Серікқызы".into())
        }
    }

    #[test]
    fn a_name_is_said_in_four_ways() {
        assert_eq!(alia().full(), "Нұрланова Әлия Серікқызы");
        assert_eq!(alia().brief(), "Нұрланова Әлия");
        assert_eq!(alia().polite(), "Әлия Серікқызы");
        assert_eq!(alia().initials(), "НӘ");
        let without = Name { patronymic: None, ..alia() };
        assert_eq!(without.full(), "Нұрланова Әлия");
        assert_eq!(without.polite(), "Әлия");
    }

    #[test]
    fn stored_words_read_back() {
        assert!(Category::ALL.into_iter().all(|c| Category::from_word(c.word()) == Some(c)));
        assert!(Role::ALL.into_iter().all(|r| Role::from_word(r.word()) == Some(r)));
    }

    #[test]
    fn the_day_of_leaving_is_no_longer_a_day_of_work() {
        let mut person = Person {
            id: "p".into(),
            school: Some("s".into()),
            name: alia(),
            email: None,
            phone: None,
            staff_number: None,
            position: None,
            subject: None,
            category: Category::None,
            service_years: None,
            hired_on: None,
            weekly_load: None,
            left_on: None,
            lang: "kk".into(),
            version: 0,
        };
        let day = jiff::civil::date(2026, 10, 5);
        assert!(person.works_on(day));
        person.left_on = Some(day);
        assert!(!person.works_on(day));
    }
}
