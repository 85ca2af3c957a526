//! Pupils, as the school's list has them. Their figures are kept apart and shown by none of the pages yet.

use crate::{Day, SchoolId};

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Its id.
    pub id: String,
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
    let Some(from) = class.find(|letter: char| letter.is_ascii_digit()) else { return Next::Stays };
    let digits = class[from..].bytes().take_while(u8::is_ascii_digit).count();
    let to = from + digits;
    match class[from..to].parse::<u32>() {
        Ok(grade) if grade >= LAST_GRADE => Next::Graduates,
        Ok(grade) => Next::Class(format!("{}{}{}", &class[..from], grade + 1, &class[to..])),
        Err(_) => Next::Stays,
    }
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
