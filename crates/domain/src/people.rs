//! People, their names, and their roles as dated periods (feat:A4, A5).

mod leading;

pub use leading::{Leads, leads};

use crate::{Day, DistrictId, PersonId, SchoolId};
use jiff::ToSpan;
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

    /// True where both would be written alike, whatever the case of letters and the spaces: one person under two
    /// accounts, or namesakes (neg:N4).
    pub fn is_written_like(&self, other: &Self) -> bool {
        let plain = |name: &Self| {
            let words = name.full().to_lowercase().replace('ё', "е");
            words.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        plain(self) == plain(other)
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

    /// True where every word of the search begins a word of the name, in any order. Case, `ё` and the Kazakh
    /// letters that a Russian keyboard lacks do not matter: «алия нурл» finds «Нұрланова Әлия» (feat:Q2).
    pub fn is_found_by(&self, search: &str) -> bool {
        let full = plain_letters(&self.full());
        let words: Vec<&str> = full.split([' ', '-']).collect();
        plain_letters(search)
            .split_whitespace()
            .flat_map(|word| word.split('-'))
            .all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
    }
}

/// Lower case, with the letters of a Russian keyboard in place of the Kazakh ones, and `е` for `ё`.
pub fn plain_letters(text: &str) -> String {
    let plain = |letter: char| match letter {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
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

    /// Years of service without which nobody has the category (rules §7); those of the old scale as [`Self::rank`]
    /// counts them.
    pub const fn least_years(self) -> u16 {
        match self.rank() {
            0 | 1 => 0,
            2 => 2,
            3 => 3,
            4 => 4,
            _ => 5,
        }
    }
}

/// A person of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The school; `None` for people of the district.
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

    /// True while the person works at a school.
    pub fn works_at(&self, school: &SchoolId, day: Day) -> bool {
        self.school.as_ref() == Some(school) && self.works_on(day)
    }
}

/// What a person is, for a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Sits at the machine on which the program runs: the command line acts in this role, and nobody holds it on a
    /// page. Sees no contents.
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

/// A role with the days on which it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// What the person is.
    pub role: Role,
    /// When.
    pub period: crate::calendar::Period,
}

impl Role {
    /// Roles that are given by hand; the others follow from what happens: enrolment, approval, an import.
    pub const GIVEN: [Self; 2] = [Self::Coordinator, Self::Head];
}

/// Why a person's leaving is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveRefused {
    /// It is recorded already.
    LeftAlready,
    /// The day has not come: leaving is recorded on the day itself or after it.
    NotYet,
    /// The day is before the first day of work.
    BeforeHired,
    /// Nobody records their own leaving.
    Own,
    /// The school would be left without a head or a coordinator: somebody else is named first.
    LastOne(Role),
}

/// May this leaving be recorded? `day` is the first day without work here; `last` the role that nobody else
/// of the school holds, if there is one.
pub fn leave(
    person: &Person,
    actor: &PersonId,
    last: Option<Role>,
    day: Day,
    today: Day,
) -> Result<(), LeaveRefused> {
    match () {
        () if person.left_on.is_some() => Err(LeaveRefused::LeftAlready),
        () if person.id == *actor => Err(LeaveRefused::Own),
        () if day > today => Err(LeaveRefused::NotYet),
        () if person.hired_on.is_some_and(|hired| day < hired) => Err(LeaveRefused::BeforeHired),
        () => last.map_or(Ok(()), |role| Err(LeaveRefused::LastOne(role))),
    }
}

/// Days in which a leaving that was recorded by mistake is taken back, as long as a list is.
const STAY_DAYS: i64 = 30;

/// Last day on which a leaving can be taken back.
pub fn stay_until(left_on: Day) -> Day {
    left_on.saturating_add(STAY_DAYS.days())
}

/// Why a leaving is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StayRefused {
    /// The person works here.
    NotLeft,
    /// So much has passed that nobody would believe they never left; a list brings them back.
    TooLate,
}

/// May a leaving that was recorded by mistake be taken back by hand: did the person never leave?
pub fn may_stay(person: &Person, today: Day) -> Result<(), StayRefused> {
    match person.left_on {
        None => Err(StayRefused::NotLeft),
        Some(left) if today > stay_until(left) => Err(StayRefused::TooLate),
        Some(_) => Ok(()),
    }
}

impl HeldRole {
    /// True where the role ended because its holder left on this day, and goes on when that was a mistake.
    /// What the head gives by hand, the head gives again.
    pub fn ended_by_leaving(&self, left_on: Day) -> bool {
        self.period.until == Some(left_on.max(self.period.from)) && !Role::GIVEN.contains(&self.role)
    }
}

/// Why a role is not given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleRefused {
    /// This role is not given by hand.
    NotGiven,
    /// The person no longer works here.
    Left,
    /// Nobody else of the school holds the role: somebody else is named first.
    LastOne,
}

/// Whether something changes where the head gives (`given`) or takes a role; `false` where it is so already. `holders`
/// have the role in the school today.
pub fn role_changes(
    person: &Person,
    role: Role,
    given: bool,
    holders: &[PersonId],
    today: Day,
) -> Result<bool, RoleRefused> {
    let holds = holders.contains(&person.id);
    match () {
        () if !Role::GIVEN.contains(&role) => Err(RoleRefused::NotGiven),
        () if !person.works_on(today) => Err(RoleRefused::Left),
        () if given == holds => Ok(false),
        () if !given && holders.len() == 1 => Err(RoleRefused::LastOne),
        () => Ok(true),
    }
}

/// Most years of service: the longest life of work.
pub const MOST_SERVICE_YEARS: u16 = 70;
/// Most hours a week, as in lists.
pub const MOST_WEEKLY_LOAD: u16 = 80;

/// Why a correction of a person's data is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectRefused {
    /// Somebody has this e-mail.
    EmailTaken,
    /// Somebody of the school has this staff number.
    StaffNumberTaken,
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

/// Stands for a person where the command line did it; the ids of people have another shape.
pub const COMMAND_LINE: &str = "command-line";

impl Actor {
    /// Whoever works on the machine itself: nobody of a school, and so named in the log.
    pub fn command_line() -> Self {
        Self { person: COMMAND_LINE.into(), school: None, district: None, roles: vec![Role::Administrator] }
    }

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
    fn a_search_needs_neither_kazakh_letters_nor_order_nor_case() {
        for search in ["нұрланова", "НУРЛАНОВА алия", "серик", "Әлия Нұр", "  ", ""]
        {
            assert!(alia().is_found_by(search), "{search}");
        }
        for search in ["ланова", "Дана", "алия дана"] {
            assert!(!alia().is_found_by(search), "{search}");
        }
        let double =
            Name { family: "Семёнова-Ким".into(), given: "Вера".into(), patronymic: None };
        assert!(double.is_found_by("ким") && double.is_found_by("семенова-ким вера"));
    }

    #[test]
    fn stored_words_read_back() {
        assert!(Category::ALL.into_iter().all(|c| Category::from_word(c.word()) == Some(c)));
        assert!(Role::ALL.into_iter().all(|r| Role::from_word(r.word()) == Some(r)));
    }

    fn person() -> Person {
        Person {
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
        }
    }

    #[test]
    fn leaving_is_recorded_once_on_its_day_or_after_by_somebody_else() {
        let (day, head) = (jiff::civil::date(2026, 10, 5), PersonId::from("serik"));
        let hired = Person { hired_on: Some(jiff::civil::date(2026, 9, 1)), ..person() };
        assert_eq!(leave(&hired, &head, None, day, day), Ok(()));
        let tomorrow = day.tomorrow().unwrap();
        assert_eq!(leave(&hired, &head, None, tomorrow, day), Err(LeaveRefused::NotYet));
        let august = jiff::civil::date(2026, 8, 31);
        assert_eq!(leave(&hired, &head, None, august, day), Err(LeaveRefused::BeforeHired));
        assert_eq!(leave(&hired, &hired.id, None, day, day), Err(LeaveRefused::Own));
        let last = Some(Role::Head);
        assert_eq!(leave(&hired, &head, last, day, day), Err(LeaveRefused::LastOne(Role::Head)));
        let left = Person { left_on: Some(day), ..hired };
        assert_eq!(leave(&left, &head, None, day, day), Err(LeaveRefused::LeftAlready));
    }

    #[test]
    fn a_leaving_is_taken_back_within_thirty_days() {
        let day = jiff::civil::date(2026, 10, 5);
        assert_eq!(may_stay(&person(), day), Err(StayRefused::NotLeft));
        let left = Person { left_on: Some(day), ..person() };
        assert_eq!(may_stay(&left, jiff::civil::date(2026, 11, 4)), Ok(()));
        assert_eq!(may_stay(&left, jiff::civil::date(2026, 11, 5)), Err(StayRefused::TooLate));
    }

    #[test]
    fn the_last_head_stays_and_only_who_works_here_gets_a_role() {
        let (one, day) = (person(), jiff::civil::date(2026, 9, 1));
        let gone = Person { left_on: Some(day), ..one.clone() };
        let both = ["p".into(), "q".into()];
        let change = |of, role, given, holders: &[PersonId]| role_changes(of, role, given, holders, day);
        assert_eq!(change(&one, Role::Mentor, true, &[]), Err(RoleRefused::NotGiven));
        assert_eq!(change(&gone, Role::Head, true, &[]), Err(RoleRefused::Left));
        assert_eq!(change(&one, Role::Head, true, &both[1..]), Ok(true));
        assert_eq!(change(&one, Role::Head, true, &both), Ok(false));
        assert_eq!(change(&one, Role::Head, false, &both[..1]), Err(RoleRefused::LastOne));
        assert_eq!(change(&one, Role::Head, false, &both), Ok(true));
        assert_eq!(change(&one, Role::Head, false, &[]), Ok(false));
    }

    #[test]
    fn only_roles_that_the_leaving_ended_go_on_and_none_that_the_head_gives() {
        let day = |day| jiff::civil::date(2026, 10, day);
        let held = |role, from, until| {
            let period = crate::calendar::Period { from: day(from), until };
            HeldRole { role, period }.ended_by_leaving(day(5))
        };
        assert!(held(Role::Teacher, 1, Some(day(5))));
        assert!(held(Role::Mentor, 7, Some(day(7))), "it was to begin after the leaving");
        assert!(!held(Role::Mentor, 1, Some(day(3))), "it had ended before");
        assert!(!held(Role::Teacher, 1, None));
        assert!(!held(Role::Coordinator, 1, Some(day(5))));
    }

    #[test]
    fn the_day_of_leaving_is_no_longer_a_day_of_work() {
        let mut person = person();
        let day = jiff::civil::date(2026, 10, 5);
        assert!(person.works_on(day));
        person.left_on = Some(day);
        assert!(!person.works_on(day));
    }
}
