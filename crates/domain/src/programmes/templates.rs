//! With what a programme begins beside the usual dates (feat:N1): those of another year, moved, or a template, which holds dates
//! and settings and no people.

use super::Phases;
use crate::calendar::WorkCalendar;
use crate::settings::{Key, Settings};
use crate::{Day, ProgrammeTemplateId};
use jiff::ToSpan;

/// Most characters of a template's name.
pub const MOST_NAME: usize = 80;

/// Dates and settings of a programme, kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: ProgrammeTemplateId,
    /// Its name, in the words of whoever keeps it.
    pub name: String,
    /// The year of its dates: another one takes them moved.
    pub first_year: i16,
    /// Its dates.
    pub phases: Phases,
    /// Its settings.
    pub settings: Settings,
    /// On what each setting stands that is not the usual one.
    pub basis: Vec<(Key, String)>,
    /// Its school shows it to the district.
    pub shown: bool,
}

/// Why a template is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateRefused {
    /// It needs a name.
    NameNeeded,
    /// Another one has this name.
    NameTaken,
}

/// A name without the spaces around it.
pub fn template_name(words: &str) -> Result<String, TemplateRefused> {
    let name = words.trim();
    if name.is_empty() { Err(TemplateRefused::NameNeeded) } else { Ok(name.to_owned()) }
}

/// One of [`Phases::days`] as another year takes it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The day it was.
    pub was: Day,
    /// The day it becomes.
    pub becomes: Day,
    /// The same day of the other year is a day off: the first day of a phase moves behind it, a last day before it.
    pub off: bool,
}

/// Dates moved to another school year: the same days of the month, on working days and in order. A phase that has a day keeps
/// one: where Saturday and Sunday would both become the Friday, the later day goes on to the Monday.
pub fn shift(phases: &Phases, years: i16, calendar: &WorkCalendar) -> (Phases, [Shift; 6]) {
    let mut before: Option<Shift> = None;
    let mut at = 0;
    let shifts = phases.days().map(|was| {
        let same = was.saturating_add(i32::from(years).years());
        // Two days open a phase, the others are the last of one.
        let worked = match at {
            0 | 1 if calendar.is_working(same) => same,
            0 | 1 => calendar.after(same, 1),
            _ => calendar.on_or_before(same),
        };
        at += 1;
        let becomes = match before {
            Some(before) if before.was < was && worked <= before.becomes => calendar.after(before.becomes, 1),
            Some(before) => worked.max(before.becomes),
            None => worked,
        };
        *before.insert(Shift { was, becomes, off: becomes != same })
    });
    (Phases::of_days(shifts.map(|shift| shift.becomes)), shifts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::usual_days_off;
    use crate::programmes::{Phase, check};
    use jiff::civil::date;

    #[test]
    fn next_years_dates_are_this_years_on_working_days() {
        let calendar = WorkCalendar::of(&usual_days_off(2027));
        let (phases, shifts) = shift(&Phases::usual(2026), 1, &calendar);
        assert_eq!(phases.starts_on, date(2027, 8, 16), "15 August is a Sunday");
        assert_eq!(phases.selection_from, date(2027, 9, 1));
        assert_eq!(phases.selection_until, date(2027, 10, 29), "31 October is a Sunday");
        assert_eq!(phases.decision_until, date(2027, 11, 1));
        assert_eq!(phases.work_until, date(2028, 5, 25));
        assert_eq!(shifts.map(|one| one.off), [true, false, true, false, true, false]);
        assert_eq!(check(&phases, 2), Ok(()));
    }

    #[test]
    fn whatever_the_year_the_dates_stay_in_order() {
        for years in 0..12 {
            let calendar = WorkCalendar::of(&usual_days_off(2026 + years));
            let (phases, shifts) = shift(&Phases::usual(2026), years, &calendar);
            assert_eq!(check(&phases, 2), Ok(()), "{years}");
            assert!(shifts.iter().all(|one| calendar.is_working(one.becomes)), "{years}: {shifts:?}");
            let kept = shifts.windows(2).all(|two| two[0].becomes < two[1].becomes);
            assert!(kept, "{years}: every phase keeps a day: {shifts:?}");
        }
    }

    #[test]
    fn a_phase_of_one_day_does_not_fall_away_where_that_day_is_a_saturday() {
        let calendar = WorkCalendar::of(&usual_days_off(2031));
        let (phases, shifts) = shift(&Phases::usual(2026), 5, &calendar);
        assert_eq!(phases.selection_until, date(2031, 10, 31), "a Friday");
        assert_eq!(phases.decision_until, date(2031, 11, 3), "1 November is a Saturday");
        assert_eq!(phases.on(date(2031, 11, 3)), Phase::Decision);
        assert!(shifts[3].off);
    }

    #[test]
    fn a_template_has_a_name() {
        assert_eq!(template_name("  Ауыл мектебі "), Ok("Ауыл мектебі".to_owned()));
        assert_eq!(template_name(" "), Err(TemplateRefused::NameNeeded));
    }
}
