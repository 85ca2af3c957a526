//! Organisations of a school's own, beside those that acts and press name ([`crate::volunteers::Organisation`]): each has a
//! name and the grades whose pupils belong to it (feat:I1; rules §11, §18).

use crate::pupils::grade;
use crate::{OrganisationId, SchoolId};

/// Most characters of a name.
pub const MOST_NAME: usize = 80;

/// Most of them that stand on the list of a school (ours).
pub const MOST_OWN: usize = 20;

/// The first and the last grade that there are.
pub const GRADES: (u8, u8) = (1, 11);

/// What is said of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is called, in the school's own words.
    pub name: String,
    /// The first and the last grade whose pupils belong to it.
    pub grades: (u8, u8),
}

/// An organisation of a school's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id.
    pub id: OrganisationId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// What is said of it.
    pub told: Told,
    /// It stands on the list; one that was taken off stays for those who belong to it.
    pub used: bool,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why what is said of one is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepRefused {
    /// The last grade is before the first, or there is no such grade.
    Grades,
    /// Another one is called so, or nearly so.
    Alike,
    /// There are [`MOST_OWN`] on the list.
    TooMany,
}

/// True where a class is of one of the grades; one without a grade in its name is of none.
pub fn takes((from, to): (u8, u8), class: &str) -> bool {
    grade(class).is_some_and(|grade| (u32::from(from)..=u32::from(to)).contains(&grade))
}

impl Own {
    /// True where pupils of this class may be named under it.
    pub fn is_offered(&self, class: &str) -> bool {
        self.used && takes(self.told.grades, class)
    }
}

/// What two names must not share: their letters and digits, whatever stands between and around them. A name without any is
/// taken as it is.
fn plain(name: &str) -> String {
    let letters: String = name.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if letters.is_empty() { name.to_owned() } else { letters.to_lowercase() }
}

/// May it be kept so beside the `others` of the list and those that are `known` by these names in any language?
pub fn may_keep(told: &Told, others: &[Own], known: &[String]) -> Result<(), KeepRefused> {
    let ((from, to), (first, last), name) = (told.grades, GRADES, plain(&told.name));
    let mut names = others.iter().map(|one| &one.told.name).chain(known);
    match () {
        () if from < first || to < from || last < to => Err(KeepRefused::Grades),
        () if names.any(|other| plain(other) == name) => Err(KeepRefused::Alike),
        () if others.len() >= MOST_OWN => Err(KeepRefused::TooMany),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, grades: (u8, u8)) -> Told {
        Told { name: name.into(), grades }
    }

    fn own(name: &str) -> Own {
        Own { id: name.into(), school: "school-12".into(), told: told(name, (5, 9)), used: true, version: 0 }
    }

    #[test]
    fn no_two_are_called_alike_however_they_are_written() {
        let (others, known) = ([own("Волонтёры школы № 12")], ["«Жас ұлан»".to_owned()]);
        let kept = |name: &str| may_keep(&told(name, (5, 9)), &others, &known);
        for alike in ["Волонтёры школы № 12", "«ВОЛОНТЁРЫ  ШКОЛЫ №12»", "жас ұлан"]
        {
            assert_eq!(kept(alike), Err(KeepRefused::Alike), "{alike}");
        }
        assert_eq!(kept("Волонтёры школы № 13"), Ok(()));
        assert_eq!(kept("☀"), Ok(()), "without a letter it is taken as it is");
    }

    #[test]
    fn its_grades_are_those_of_a_school_the_first_before_the_last() {
        let kept = |grades| may_keep(&told("Шапағат", grades), &[], &[]);
        assert_eq!((kept((1, 11)), kept((8, 8))), (Ok(()), Ok(())));
        for wrong in [(0, 5), (9, 5), (5, 12)] {
            assert_eq!(kept(wrong), Err(KeepRefused::Grades), "{wrong:?}");
        }
    }

    #[test]
    fn a_school_has_so_many_and_no_more() {
        let others: Vec<Own> = (0..MOST_OWN).map(|number| own(&format!("Топ {number}"))).collect();
        let one_more = told("Шапағат", (5, 9));
        assert_eq!(may_keep(&one_more, &others, &[]), Err(KeepRefused::TooMany));
        assert_eq!(may_keep(&one_more, &others[1..], &[]), Ok(()));
    }

    #[test]
    fn it_is_offered_to_its_grades_as_long_as_it_stands_on_the_list() {
        let one = own("Шапағат");
        assert!(one.is_offered("5А") && one.is_offered("9 «Ә»"));
        assert!(!one.is_offered("4А") && !one.is_offered("10А") && !one.is_offered("Даярлық"));
        assert!(!Own { used: false, ..one }.is_offered("5А"));
    }
}
