//! What changed for pupils who are helped, in groups and never of one of them (feat:I9; essay:E44–E46; methods/measurement.md §7).
//!
//! Of a pair that began in a quarter the marks of that quarter are the earlier ones, and those of the latest quarter that is
//! known the later ones. Part of the help may lie in the earlier ones; then the change looks smaller than it is, never larger.

use crate::calendar::Quarters;
use crate::duties::year_end;
use crate::peers::Pair;
use crate::rosters::Values;
use crate::{Day, PupilId};
use std::collections::{BTreeMap, BTreeSet};

/// Marks of a pupil in per cent, by subject and quarter.
pub type Marks = BTreeMap<(String, u8), f64>;

/// A pupil of the school, as far as it matters here.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The class.
    pub class: String,
    /// The quarter in which the help for them began; nothing where nobody helped them this school year.
    pub helped: Option<u8>,
    /// Their marks.
    pub marks: Marks,
}

/// Pupils whose help began in one quarter, in one subject, and the classmates whom nobody helped: the mark before and the mark
/// after of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The subject, as the school's list names it.
    pub subject: String,
    /// The quarter before and the quarter after.
    pub quarters: (u8, u8),
    /// Those who are helped, in no order that says anything.
    pub helped: Vec<(f64, f64)>,
    /// Classmates of theirs.
    pub others: Vec<(f64, f64)>,
}

/// The quarters of the school year of a day.
pub fn quarters(day: Day) -> Quarters {
    Quarters::usual(year_end(day).year().saturating_sub(1))
}

/// The marks among the figures of a pupil: `score:Математика:1`. Marks of a whole year tell of no change.
pub fn marks(figures: &Values) -> Marks {
    let mark = |(field, value): (&String, &String)| {
        let (subject, quarter) = field.strip_prefix("score:")?.rsplit_once(':')?;
        Some(((subject.to_owned(), quarter.parse::<u8>().ok()?), value.parse::<f64>().ok()?))
    };
    figures.iter().filter_map(mark).collect()
}

/// The quarter in which the help for each pupil began, of those with whom it began in the school year of a day. Whoever stopped
/// early counts as well: left out, they would make the change look better.
pub fn began(pairs: &[Pair], today: Day) -> BTreeMap<PupilId, u8> {
    let mut began = BTreeMap::new();
    for pair in pairs {
        let from = pair.state.agreement().map(|agreement| agreement.from);
        let Some(from) = from.filter(|from| year_end(*from) == year_end(today)) else { continue };
        let quarter = quarters(today).number(from);
        let first: &mut u8 = began.entry(pair.mentee.clone()).or_insert(quarter);
        *first = quarter.min(*first);
    }
    began
}

/// The groups of a school by subject and quarter; `last` is the last quarter whose marks are known.
pub fn groups(pupils: &[Measured], last: u8) -> Vec<Group> {
    let helped = pupils.iter().filter_map(|one| one.helped.map(|from| (one, from)));
    let kinds: BTreeSet<(&String, u8)> =
        helped.flat_map(|(one, from)| one.marks.keys().map(move |(subject, _)| (subject, from))).collect();
    kinds.into_iter().filter_map(|(subject, from)| group(pupils, (subject, from), last)).collect()
}

fn group(pupils: &[Measured], (subject, from): (&String, u8), last: u8) -> Option<Group> {
    let theirs = |one: &&Measured| one.helped == Some(from);
    let later = |one: &Measured| {
        let quarters = one.marks.keys().filter(|(its, quarter)| its == subject && *quarter > from);
        quarters.map(|(_, quarter)| *quarter).filter(|quarter| *quarter <= last).max()
    };
    let until = pupils.iter().filter(theirs).filter_map(later).max()?;
    let two = |one: &Measured| {
        let mark = |quarter: u8| one.marks.get(&(subject.clone(), quarter)).copied();
        Some((mark(from)?, mark(until)?))
    };
    let classes: BTreeSet<&str> = pupils.iter().filter(theirs).map(|one| one.class.as_str()).collect();
    let beside = |one: &&Measured| one.helped.is_none() && classes.contains(one.class.as_str());
    Some(Group {
        subject: subject.clone(),
        quarters: (from, until),
        helped: pupils.iter().filter(theirs).filter_map(two).collect(),
        others: pupils.iter().filter(beside).filter_map(two).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::State;
    use crate::peers::weekly::tests::weekly;
    use jiff::civil::date;

    const TODAY: Day = date(2027, 1, 20);

    fn figures(fields: &[(&str, &str)]) -> Values {
        fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
    }

    fn measured(class: &str, helped: Option<u8>, scores: &[(&str, &str)]) -> Measured {
        Measured { class: class.to_owned(), helped, marks: marks(&figures(scores)) }
    }

    /// A pair that both said yes to on a day; nothing where they did not yet.
    fn pair(mentee: &str, from: Option<Day>) -> Pair {
        let pair =
            Pair { mentee: mentee.into(), serves: None, ..crate::peers::tests::pair(State::Confirmed) };
        match from {
            Some(from) => pair.agree(weekly(), from).unwrap(),
            None => pair,
        }
    }

    #[test]
    fn marks_are_those_of_quarters() {
        let read = marks(&figures(&[
            ("score:Қазақ тілі:2", "64.5"),
            ("score:Физика:", "70"),
            ("attendance", "98"),
            ("score:Алгебра:1", "жоқ"),
        ]));
        assert_eq!(read, Marks::from([(("Қазақ тілі".to_owned(), 2), 64.5)]));
    }

    #[test]
    fn help_began_with_its_first_pair_of_the_year_also_where_it_is_over() {
        let stopped = pair("miras", Some(date(2026, 10, 7))).end(date(2026, 10, 20)).unwrap();
        let last_year = pair("nurai", Some(date(2026, 3, 2))).end(date(2026, 5, 20)).unwrap();
        let pairs = [pair("miras", Some(date(2026, 11, 20))), stopped, pair("alua", None), last_year];
        assert_eq!(began(&pairs, TODAY), BTreeMap::from([("miras".into(), 1)]));
    }

    #[test]
    fn classmates_stand_beside_whoever_is_helped_and_a_missing_mark_leaves_a_pupil_out() {
        let (first, second) = ("score:Алгебра:1", "score:Алгебра:2");
        let pupils = [
            measured("5А", Some(1), &[(first, "40"), (second, "46")]),
            measured("5А", Some(1), &[(first, "42")]),
            measured("5А", None, &[(first, "60"), (second, "61"), ("score:Алгебра:3", "90")]),
            measured("5Б", None, &[(first, "70"), (second, "71")]),
        ];
        let group = Group {
            subject: "Алгебра".to_owned(),
            quarters: (1, 2),
            helped: vec![(40.0, 46.0)],
            others: vec![(60.0, 61.0)],
        };
        assert_eq!(groups(&pupils, 3), [group]);
        assert_eq!(groups(&pupils, 1), [], "the marks of the second quarter are not known yet");
    }
}
