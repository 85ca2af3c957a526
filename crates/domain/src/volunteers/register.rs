//! What a school tells the state's register of volunteer activity (doc:B13; Law 42-VI Art. 1 p. 7): whole hours of some days, of
//! those alone whose signed text names the register (docs/decisions/0080).

use crate::Day;
use crate::certificates::year_begins;
use crate::pupils::consents::{Consent, Part, may_start};
use jiff::ToSpan;

/// The first version of the signed texts that names the register. Who signed an earlier one was told that nothing goes there.
pub const FIRST_TEXT: &str = "2026-12-01";

/// Days whose hours are told, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// Why there are no hours of some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodRefused {
    /// It ends before it begins.
    Order,
    /// It ends on a day that has not come.
    Ahead,
    /// It begins before the last school year: of those days the journal is forgotten.
    Forgotten,
}

impl Period {
    /// This school year up to a day.
    pub fn of_year(today: Day) -> Self {
        Self { from: year_begins(today), to: today }
    }

    /// May its hours be told today?
    pub fn may_be_told(self, today: Day) -> Result<(), PeriodRefused> {
        match () {
            () if self.to < self.from => Err(PeriodRefused::Order),
            () if self.to > today => Err(PeriodRefused::Ahead),
            () if self.from < year_begins(today).saturating_sub(1.year()) => Err(PeriodRefused::Forgotten),
            () => Ok(()),
        }
    }
}

/// True where the hours of a pupil may be told on a day: the school may keep data of them by texts that name the register.
pub fn may_be_told(consents: &[Consent], born_on: Option<Day>, day: Day) -> bool {
    let names_it = |one: &&Consent| one.text_version.as_str() >= FIRST_TEXT;
    let told: Vec<Consent> = consents.iter().filter(names_it).cloned().collect();
    may_start(Part::Data, &told, born_on, day).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use crate::pupils::consents::{RULE_VERSION, TEXT_VERSION, Way};
    use jiff::civil::date;

    const TODAY: Day = date(2026, 12, 7);
    const BORN: Option<Day> = Some(date(2012, 4, 2));

    fn consent(part: Part, text: &str) -> Consent {
        Consent {
            id: part.word().into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            part,
            representative: "Сарманова Күміс".into(),
            way: Way::Paper,
            place: "Кабинет 12".into(),
            child_agreed: true,
            given_on: date(2026, 12, 1),
            last_day: date(2027, 7, 31),
            text_version: text.into(),
            rule_version: RULE_VERSION.into(),
            withdrawn_on: None,
            scan: None,
            certified: None,
            entered: ("dana".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    #[test]
    fn hours_are_told_of_days_that_have_come_and_are_still_kept() {
        let told = |from, to| Period { from, to }.may_be_told(TODAY);
        assert_eq!(told(TODAY, TODAY), Ok(()));
        assert_eq!(told(date(2025, 8, 1), date(2026, 7, 31)), Ok(()), "the last school year");
        assert_eq!(told(TODAY, date(2026, 12, 6)), Err(PeriodRefused::Order));
        assert_eq!(told(TODAY, date(2026, 12, 8)), Err(PeriodRefused::Ahead));
        assert_eq!(told(date(2025, 7, 31), TODAY), Err(PeriodRefused::Forgotten));
        assert_eq!(Period::of_year(TODAY), Period { from: date(2026, 8, 1), to: TODAY });
    }

    #[test]
    fn whoever_signed_that_nothing_goes_to_the_register_stays_out_of_it() {
        let told = |consents: &[Consent]| may_be_told(consents, BORN, TODAY);
        let now = consent(Part::Data, TEXT_VERSION);
        assert!(told(std::slice::from_ref(&now)));
        assert!(!told(&[consent(Part::Data, "2026-11-30")]), "an earlier text");
        assert!(!told(&[consent(Part::Participation, TEXT_VERSION)]), "not this part");
        assert!(!told(&[Consent { withdrawn_on: Some(TODAY), ..now.clone() }]), "taken back");
        assert!(!told(&[Consent { child_agreed: false, ..now }]), "the child has not agreed");
    }
}
