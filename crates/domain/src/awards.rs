//! Awards to pupils who help pupils: whole points by a rule that was published before its period began, from facts that
//! an adult signed and neither of the two denies; equals are ordered by lot, prizes go out in that order, each by the best
//! wish that is left (feat:J1–J3; doc:B14; measurement §9). Diagram: `docs/states/awards.md`; why so: `docs/decisions/0049`.
//!
//! What the mentee's marks are never enters: there is no [`Fact`] for them.

mod order;
mod states;
mod texts;

pub use order::{Share, Standing, Why, drawn, why};
pub use states::{
    Answered, Appeal, Award, AwardRefused, Drawn, Duty, ENDING_DAYS, FEWEST_DIGITS, FEWEST_VOTES, Frozen,
    Ordered, State, Vote, lot_number,
};
pub use texts::{list_text, read_list, read_rule, read_wishes, rule_text, wishes_text};

use crate::{Day, PupilId};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Most points of a criterion, and for one fact.
pub const MOST_POINTS: u32 = 1_000;
/// Most kinds of prizes.
pub const MOST_PRIZES: usize = 20;
/// Most places of one kind, and on the reserve list.
pub const MOST_PLACES: u32 = 500;
/// Most pupils on a list.
pub const MOST_ENTRIES: usize = 2_000;
/// Most characters of the name of a prize and of what the number of the lot is taken from.
pub const MOST_NAME: usize = 160;
/// Most days for an appeal.
pub const MOST_WAIT: u32 = 60;
/// Most years for which a prize puts its holder behind: longer nobody keeps who had one (rules §18).
pub const MOST_REST: u32 = 2;
/// Most days of a period, the first and the last one included: a school year at most. Awards are forgotten three years after
/// their rule was published, and whoever had one is known until then.
pub const MOST_DAYS: i64 = 366;
/// Most characters of a code.
pub const MOST_CODE: usize = 40;

/// What earns points. Each is signed by an adult and denied by neither of the two whom it is about; an empty log earns nothing
/// (feat:J1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Whole hours of meetings.
    Hours,
    /// School weeks in which a meeting took place.
    Weeks,
    /// Whole hours of the volunteers' training.
    Training,
}

impl Fact {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Weeks, Self::Training];

    /// The word in the rule; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Weeks => "weeks",
            Self::Training => "training",
        }
    }

    /// Reads a word of the rule.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What is confirmed of one pupil in the period of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Whose.
    pub pupil: PupilId,
    /// Whole hours of meetings that an adult signed and neither of the two denies.
    pub hours: u32,
    /// School weeks with such a meeting.
    pub weeks: u32,
    /// Whole hours of training.
    pub training: u32,
}

impl Facts {
    /// Hours that a certificate names; with none there is none.
    pub const fn certified(&self) -> u32 {
        self.hours.saturating_add(self.training)
    }
}

/// Points for a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// For what.
    pub fact: Fact,
    /// Points for each hour or week.
    pub points: u32,
    /// No more than this for all of them.
    pub most: u32,
}

/// What stands behind the word «prize».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The school gives it: a letter, a book, a trip.
    Own,
    /// A voucher: the school only nominates, the state service issues (rules §15).
    Nomination,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Own, Self::Nomination];

    /// The word in the rule; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Nomination => "nomination",
        }
    }

    /// Reads a word of the rule.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A kind of prize, or a shift of a camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prize {
    /// What it is called.
    pub name: String,
    /// The quota.
    pub places: u32,
}

/// The rule that is published before the period and changed by nobody afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the prizes are.
    pub kind: Kind,
    /// The first day that counts.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Points, each fact once.
    pub criteria: Vec<Criterion>,
    /// Points from which on a pupil takes part.
    pub threshold: u32,
    /// So many years a prize of before puts its holder behind those who had none; 0 never.
    pub rest_years: u32,
    /// The prizes.
    pub prizes: Vec<Prize>,
    /// Places of the reserve list.
    pub reserve: u32,
    /// Days, counted from the frozen list on, in which an appeal is filed.
    pub appeal_days: u32,
    /// The public event from which the number of the lot is taken, named so that everybody finds it.
    pub source: String,
    /// The day of that event: after the last appeal.
    pub draw_on: Day,
}

/// What is wrong with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleRefused {
    /// The period has begun: nobody may learn the rule after the fact.
    Begun,
    /// It ends before it begins, or takes longer than [`MOST_DAYS`].
    Days,
    /// No criterion, a fact twice, or points that are none or too many.
    Criteria,
    /// Nobody could reach it, or it is none.
    Threshold,
    /// No prize, too many, or one without name or places.
    Prizes,
    /// More places or days than anybody needs.
    Numbers,
    /// Nothing says where the number of the lot comes from.
    Source,
    /// The lot would be drawn before the last appeal.
    Draw,
}

/// A text of one line that can be published.
fn is_line(text: &str) -> bool {
    !text.is_empty()
        && text == text.trim()
        && text.chars().count() <= MOST_NAME
        && !text.chars().any(char::is_control)
}

impl Rule {
    /// Is it whole? Asked before it is published, and of every file.
    pub fn whole(&self) -> Result<(), RuleRefused> {
        let facts: BTreeSet<Fact> = self.criteria.iter().map(|one| one.fact).collect();
        let counts = |one: &Criterion| {
            (1..=MOST_POINTS).contains(&one.points) && (1..=MOST_POINTS).contains(&one.most)
        };
        let given = |one: &Prize| is_line(&one.name) && (1..=MOST_PLACES).contains(&one.places);
        let wide = self.appeal_days > MOST_WAIT || self.rest_years > MOST_REST;
        match () {
            () if self.to < self.from || self.is_long() => Err(RuleRefused::Days),
            () if facts.is_empty() || facts.len() != self.criteria.len() => Err(RuleRefused::Criteria),
            () if !self.criteria.iter().all(counts) => Err(RuleRefused::Criteria),
            () if !(1..=self.most()).contains(&self.threshold) => Err(RuleRefused::Threshold),
            () if self.prizes.is_empty() || self.prizes.len() > MOST_PRIZES => Err(RuleRefused::Prizes),
            () if !self.prizes.iter().all(given) => Err(RuleRefused::Prizes),
            () if wide || self.reserve > MOST_PLACES => Err(RuleRefused::Numbers),
            () if !is_line(&self.source) => Err(RuleRefused::Source),
            () if self.last_appeal(self.to).is_none_or(|last| self.draw_on <= last) => Err(RuleRefused::Draw),
            () => Ok(()),
        }
    }

    /// Does the period take more than [`MOST_DAYS`]?
    fn is_long(&self) -> bool {
        self.from.checked_add(MOST_DAYS.days()).is_ok_and(|over| self.to >= over)
    }

    /// May it be published today? Only before its period begins (feat:J1).
    pub fn may_be_published(&self, today: Day) -> Result<(), RuleRefused> {
        if self.from <= today { Err(RuleRefused::Begun) } else { self.whole() }
    }

    /// The most that anybody can have.
    fn most(&self) -> u32 {
        self.criteria.iter().map(|one| one.most).fold(0, u32::saturating_add)
    }

    /// The last day of appeals against a list that was frozen on a day; nothing where the calendar ends before.
    pub fn last_appeal(&self, frozen: Day) -> Option<Day> {
        frozen.checked_add(i64::from(self.appeal_days).days()).ok()
    }

    /// The points of one criterion for so much of its fact.
    fn earned(one: Criterion, count: u32) -> u32 {
        one.points.saturating_mul(count).min(one.most)
    }

    /// What a pupil of the list has, criterion by criterion, in the order of the rule.
    pub fn points_by_fact(&self, entry: &Entry) -> Vec<(Fact, u32)> {
        self.criteria.iter().map(|one| (one.fact, Self::earned(*one, entry.count(one.fact)))).collect()
    }

    /// What a pupil of the list has in all.
    pub fn points(&self, entry: &Entry) -> u32 {
        self.points_by_fact(entry).into_iter().map(|(_, points)| points).fold(0, u32::saturating_add)
    }

    /// The year of the last day: a prize of this rule counts as one of that year.
    pub fn year(&self) -> i16 {
        self.to.year()
    }

    /// Does a prize of an earlier rule put its holder behind?
    pub fn is_recent(&self, year: i16) -> bool {
        let passed = i32::from(self.year()) - i32::from(year);
        passed >= 0 && u32::try_from(passed).is_ok_and(|passed| passed < self.rest_years)
    }
}

/// A pupil on the list, under a code: names are nowhere in what is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code, of this list alone.
    pub code: String,
    /// Had a prize not long ago.
    pub recent: bool,
    /// Whole hours of meetings.
    pub hours: u32,
    /// Weeks with a meeting.
    pub weeks: u32,
    /// Whole hours of training.
    pub training: u32,
    /// Prizes by their place in the rule, from 0 on, the best wish first. Empty: wants none.
    pub wishes: Vec<usize>,
}

/// Most characters of the grounds of a nomination, of an appeal and of its answer.
pub const MOST_WORDS: usize = 600;

/// A pupil who is named for an award, with the grounds; what is counted stands in the entry once the list is frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// Who it is.
    pub pupil: PupilId,
    /// What stands on the list.
    pub entry: Entry,
    /// Why somebody named them, in words.
    pub grounds: String,
}

/// What is wrong with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListRefused {
    /// Nobody is on it, or too many.
    Number,
    /// A code that stands twice or is none.
    Code,
    /// A wish for what there is not, or said twice.
    Wish,
}

impl Entry {
    /// A pupil on the list, with what is confirmed.
    pub fn new(code: String, recent: bool, facts: &Facts, wishes: Vec<usize>) -> Self {
        Self { code, recent, hours: facts.hours, weeks: facts.weeks, training: facts.training, wishes }
    }

    fn count(&self, fact: Fact) -> u32 {
        match fact {
            Fact::Hours => self.hours,
            Fact::Weeks => self.weeks,
            Fact::Training => self.training,
        }
    }
}

/// A code: small Latin letters, digits and hyphens.
pub fn is_code(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=MOST_CODE).contains(&text.len()) && text.bytes().all(fits)
}

/// Is a list whole under a rule?
pub fn list_is_whole(rule: &Rule, entries: &[Entry]) -> Result<(), ListRefused> {
    let codes: BTreeSet<&str> = entries.iter().map(|one| one.code.as_str()).collect();
    let wishes = |one: &Entry| {
        let different: BTreeSet<usize> = one.wishes.iter().copied().collect();
        different.len() == one.wishes.len() && different.iter().all(|wish| *wish < rule.prizes.len())
    };
    match () {
        () if entries.is_empty() || entries.len() > MOST_ENTRIES => Err(ListRefused::Number),
        () if codes.len() != entries.len() || !codes.iter().all(|one| is_code(one)) => Err(ListRefused::Code),
        () if !entries.iter().all(wishes) => Err(ListRefused::Wish),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    pub(super) fn rule() -> Rule {
        Rule {
            kind: Kind::Nomination,
            from: date(2026, 9, 1),
            to: date(2027, 5, 1),
            criteria: vec![
                Criterion { fact: Fact::Hours, points: 2, most: 40 },
                Criterion { fact: Fact::Weeks, points: 1, most: 30 },
                Criterion { fact: Fact::Training, points: 5, most: 10 },
            ],
            threshold: 10,
            rest_years: 2,
            prizes: vec![
                Prize { name: "Лагерь, 1 смена".to_owned(), places: 1 },
                Prize { name: "Лагерь, 2 смена".to_owned(), places: 1 },
            ],
            reserve: 1,
            appeal_days: 5,
            source: "Курс доллара Национального Банка на день жребия".to_owned(),
            draw_on: date(2027, 5, 20),
        }
    }

    pub(super) fn entry(code: &str, hours: u32) -> Entry {
        let facts = Facts { pupil: code.into(), hours, weeks: 0, training: 0 };
        Entry::new(code.to_owned(), false, &facts, vec![0, 1])
    }

    #[test]
    fn a_rule_is_published_before_its_period_or_not_at_all() {
        assert_eq!(rule().may_be_published(date(2026, 8, 31)), Ok(()));
        assert_eq!(rule().may_be_published(date(2026, 9, 1)), Err(RuleRefused::Begun));
    }

    #[test]
    fn a_rule_that_is_not_whole_is_refused() {
        let refused = |change: fn(&mut Rule)| {
            let mut one = rule();
            change(&mut one);
            one.whole()
        };
        assert_eq!(refused(|one| one.to = date(2026, 8, 1)), Err(RuleRefused::Days));
        assert_eq!(refused(|one| one.to = date(2027, 9, 2)), Err(RuleRefused::Days), "more than a year");
        assert_eq!(refused(|one| one.criteria.clear()), Err(RuleRefused::Criteria));
        assert_eq!(refused(|one| one.criteria[1].fact = Fact::Hours), Err(RuleRefused::Criteria));
        assert_eq!(refused(|one| one.criteria[0].points = 0), Err(RuleRefused::Criteria));
        assert_eq!(refused(|one| one.threshold = 81), Err(RuleRefused::Threshold));
        assert_eq!(refused(|one| one.threshold = 0), Err(RuleRefused::Threshold));
        assert_eq!(refused(|one| one.prizes.clear()), Err(RuleRefused::Prizes));
        assert_eq!(refused(|one| one.prizes[0].places = 0), Err(RuleRefused::Prizes));
        assert_eq!(refused(|one| one.prizes[0].name = "a\nb".to_owned()), Err(RuleRefused::Prizes));
        assert_eq!(refused(|one| one.appeal_days = 61), Err(RuleRefused::Numbers));
        assert_eq!(refused(|one| one.rest_years = 3), Err(RuleRefused::Numbers));
        assert_eq!(refused(|one| one.source.clear()), Err(RuleRefused::Source));
        assert_eq!(refused(|one| one.draw_on = date(2027, 5, 6)), Err(RuleRefused::Draw));
        assert_eq!(refused(|one| one.draw_on = date(2027, 5, 7)), Ok(()));
    }

    #[test]
    fn points_are_counted_up_to_the_cap_and_an_empty_log_earns_nothing() {
        assert_eq!(rule().points(&entry("a", 0)), 0);
        assert_eq!(rule().points(&entry("a", 7)), 14);
        assert_eq!(rule().points(&entry("a", u32::MAX)), 40);
    }

    #[test]
    fn a_prize_rests_its_holder_for_as_long_as_the_rule_says() {
        let recent = [2024, 2025, 2026, 2027, 2028].map(|year| rule().is_recent(year));
        assert_eq!(recent, [false, false, true, true, false]);
    }

    #[test]
    fn a_list_names_everybody_once_under_a_code() {
        let list = |entries: &[Entry]| list_is_whole(&rule(), entries);
        assert_eq!(list(&[entry("a", 1), entry("b", 1)]), Ok(()));
        assert_eq!(list(&[]), Err(ListRefused::Number));
        assert_eq!(list(&[entry("a", 1), entry("a", 2)]), Err(ListRefused::Code));
        assert_eq!(list(&[entry("Аян", 1)]), Err(ListRefused::Code));
        assert_eq!(list(&[Entry { wishes: vec![2], ..entry("a", 1) }]), Err(ListRefused::Wish));
        assert_eq!(list(&[Entry { wishes: vec![0, 0], ..entry("a", 1) }]), Err(ListRefused::Wish));
    }
}
