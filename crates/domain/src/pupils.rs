//! Pupils, as the school's list has them. Their figures are kept apart and shown in groups alone ([`crate::changes`]); who
//! sees what of them is [`crate::visibility`].

pub mod blocks;
pub mod consents;
pub mod scans;

use crate::people::Name;
use crate::{Day, PupilId, SchoolId};

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Its id.
    pub id: PupilId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The school's own code, if it gives one.
    pub code: Option<String>,
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Patronymic, if there is one.
    pub patronymic: Option<String>,
    /// The class as typed.
    pub class: String,
    /// The class in the form in which classes are compared: `8А`, whatever was typed.
    pub class_key: String,
    /// Day of birth.
    pub born_on: Option<Day>,
    /// Language of instruction, in the school's words.
    pub language: Option<String>,
    /// Day from which the pupil no longer belongs to the school.
    pub left_on: Option<Day>,
}

impl Pupil {
    /// The name as papers have it.
    pub fn name(&self) -> Name {
        Name { family: self.family.clone(), given: self.given.clone(), patronymic: self.patronymic.clone() }
    }

    /// True while the pupil belongs to the school.
    pub fn is_here(&self, day: Day) -> bool {
        self.left_on.is_none_or(|left| day < left)
    }
}

/// The last grade of a general school.
const LAST_GRADE: u32 = 11;

/// Where a new school year takes a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Into this class.
    Class(String),
    /// Out of the school, with the certificate.
    Graduates,
    /// Nobody can tell: the class has no grade in its name.
    Stays,
}

/// The class of the next school year: the grade one higher, everything else as the school writes it.
pub fn next_year(class: &str) -> Next {
    let Some((from, to, grade)) = grade_within(class) else { return Next::Stays };
    match grade {
        LAST_GRADE.. => Next::Graduates,
        _ => Next::Class(format!("{}{}{}", &class[..from], grade + 1, &class[to..])),
    }
}

/// The grade in the name of a class; nothing where it has none.
pub fn grade(class: &str) -> Option<u32> {
    grade_within(class).map(|(_, _, grade)| grade)
}

/// Where the grade stands in the name of a class, in bytes, and which it is.
fn grade_within(class: &str) -> Option<(usize, usize, u32)> {
    let from = class.find(|letter: char| letter.is_ascii_digit())?;
    let to = from + class[from..].bytes().take_while(u8::is_ascii_digit).count();
    Some((from, to, class[from..to].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_takes_everybody_one_grade_up_and_the_last_grade_out() {
        let class = |name: &str| Next::Class(name.to_owned());
        assert_eq!(next_year("8А"), class("9А"));
        assert_eq!(next_year("9 «Ә» сыныбы"), class("10 «Ә» сыныбы"));
        assert_eq!(next_year("класс 0-Б"), class("класс 1-Б"));
        assert_eq!(next_year("11А"), Next::Graduates);
        assert_eq!(next_year("12"), Next::Graduates);
    }

    #[test]
    fn a_class_without_a_grade_stays_as_it_is() {
        assert_eq!(next_year("Мектепалды даярлық"), Next::Stays);
        assert_eq!(next_year(""), Next::Stays);
        assert_eq!(next_year("99999999999А"), Next::Stays, "no grade has as many digits");
    }
}
