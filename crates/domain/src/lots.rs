//! Who is helped first, where more children wait than can be helped (feat:I9; methods/measurement.md §0, §7): a lot among those
//! who wait. It is the fairest way, and the only one that lets anybody see whether the help did something: whoever was not drawn
//! waits for a while as the group to compare with, and is helped afterwards. It never decides whether a child is helped at all.

use crate::awards::lot_number;
use crate::{Day, Instant, LotId, PersonId, PupilId, SchoolId};
use jiff::ToSpan;

/// Most characters of where the number of a lot comes from.
pub const MOST_SOURCE: usize = 160;
/// Most days for which whoever was not drawn waits: a term (ours).
pub const MOST_WAIT: i64 = 120;
/// Most days from the announcement to the lot (ours): until then the program proposes nobody.
pub const MOST_AHEAD: i64 = 30;
/// Most days after the public event on which its number is entered (ours); then the lot lapses, and nobody waits by it.
pub const MOST_LATE: i64 = 7;
/// Days after the lot in which whoever looks after children of its list is asked to tell them (ours).
pub const TELL_DAYS: i64 = 3;
/// Most places that a lot gives.
pub const MOST_PLACES: u32 = 500;

/// A lot among children who wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its id.
    pub id: LotId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// How many are helped first.
    pub places: u32,
    /// The public event that gives the number.
    pub source: String,
    /// The day of that event.
    pub draw_on: Day,
    /// The first day on which whoever was not drawn waits no longer.
    pub until: Day,
    /// SHA-256 of the list of codes, published before the number is known.
    pub list_hash: String,
    /// The number, and the day on which it was entered.
    pub drawn: Option<(String, Day)>,
    /// Who announced it, and when.
    pub announced: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

/// A child in a lot, under a code of this lot alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who it is.
    pub pupil: PupilId,
    /// The code.
    pub code: String,
}

/// How a child waits by lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The lot decides on this day who begins.
    ForLot(Day),
    /// They were not drawn, and wait until this day at most.
    Until(Day),
}

/// Why a lot is not announced or not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotRefused {
    /// There is a place for everybody who waits, or for nobody: then nobody is drawn.
    Places,
    /// Where the number comes from is not said in one line.
    Source,
    /// The number would be known already, or everybody would wait for it too long.
    Day,
    /// Whoever is not drawn waits until a day after the lot, and no longer than a term.
    Until,
    /// Another lot holds.
    Standing,
    /// One has lapsed, and its last day has not come: whoever could repeat a lot would choose among numbers.
    Lapsed,
    /// Families do not know of it yet.
    Told,
    /// Its day has not come.
    Early,
    /// No number, or one with fewer than four digits.
    Number,
}

/// What is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// How many are helped first.
    pub places: u32,
    /// The public event that gives the number.
    pub source: String,
    /// Its day.
    pub draw_on: Day,
    /// The first day on which whoever was not drawn waits no longer.
    pub until: Day,
    /// Those who stand outside it because they or their families want no lot.
    pub apart: Vec<PupilId>,
    /// The children and their families know of it, and whoever objected stands outside.
    pub told: bool,
}

impl Announced {
    /// May it be announced today, where so many wait and want it?
    pub fn may_be(&self, waiting: usize, today: Day) -> Result<(), LotRefused> {
        let last = self.draw_on.checked_add(MOST_WAIT.days()).unwrap_or(Day::MAX);
        let ahead = today.saturating_add(MOST_AHEAD.days());
        let one_line = |text: &str| !text.trim().is_empty() && !text.chars().any(char::is_control);
        match () {
            () if !(1..=MOST_PLACES).contains(&self.places) => Err(LotRefused::Places),
            () if usize::try_from(self.places).is_ok_and(|places| places >= waiting) => {
                Err(LotRefused::Places)
            }
            () if !one_line(&self.source) => Err(LotRefused::Source),
            () if self.draw_on <= today || self.draw_on > ahead => Err(LotRefused::Day),
            () if self.until <= self.draw_on || self.until > last => Err(LotRefused::Until),
            () if !self.told => Err(LotRefused::Told),
            () => Ok(()),
        }
    }
}

impl Lot {
    /// True while it decides who is helped first. Where nobody enters its number it lapses: no child waits because an adult
    /// forgot.
    pub fn holds_on(&self, day: Day) -> bool {
        day < self.until && (self.drawn.is_some() || day <= self.enter_until())
    }

    /// True where nobody has entered its number, until the day on which its waiting would have ended.
    pub fn is_lapsed_on(&self, day: Day) -> bool {
        self.drawn.is_none() && day > self.enter_until() && day < self.until
    }

    /// The last day on which its number is entered.
    pub fn enter_until(&self) -> Day {
        self.draw_on.saturating_add(MOST_LATE.days())
    }

    /// Until when children and families are told who begins and who waits, while they are.
    pub fn tell_until(&self, today: Day) -> Option<Day> {
        let (_, on) = self.drawn.as_ref()?;
        let until = on.saturating_add(TELL_DAYS.days());
        (today <= until).then_some(until)
    }

    /// The number is entered, on the day of the public event or later; once.
    pub fn draw(self, typed: &str, today: Day) -> Result<Self, LotRefused> {
        if self.drawn.is_some() {
            return Err(LotRefused::Standing);
        }
        if today < self.draw_on {
            return Err(LotRefused::Early);
        }
        let number = lot_number(typed).ok_or(LotRefused::Number)?;
        Ok(Self { drawn: Some((number, today)), ..self })
    }

    /// Those who are helped first and those who wait: by the ticket of their codes. Nothing before the lot.
    pub fn parted(
        &self,
        mut entries: Vec<Entry>,
        ticket: impl Fn(&str, &str) -> String,
    ) -> Option<[Vec<Entry>; 2]> {
        let (number, _) = self.drawn.as_ref()?;
        entries.sort_by_cached_key(|one| (ticket(number, &one.code), one.code.clone()));
        let places = usize::try_from(self.places).unwrap_or(usize::MAX).min(entries.len());
        let rest = entries.split_off(places);
        Some([entries, rest])
    }
}

/// The list as it is hashed: the codes, one in a line, in their order.
pub fn list_text(entries: &[Entry]) -> String {
    let mut codes: Vec<&str> = entries.iter().map(|one| one.code.as_str()).collect();
    codes.sort_unstable();
    codes.iter().flat_map(|code| [*code, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Day = date(2026, 10, 5);
    const DRAW: Day = date(2026, 10, 12);

    fn announced() -> Announced {
        let source = "Ресми бағамдар".to_owned();
        Announced {
            places: 2,
            source,
            draw_on: DRAW,
            until: date(2026, 12, 28),
            apart: Vec::new(),
            told: true,
        }
    }

    fn lot() -> Lot {
        Lot {
            id: "lot".into(),
            school: "school-12".into(),
            places: 2,
            source: announced().source,
            draw_on: DRAW,
            until: date(2026, 12, 28),
            list_hash: String::new(),
            drawn: None,
            announced: ("gulnafisa".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    fn entry(code: &str) -> Entry {
        Entry { pupil: format!("pupil-{code}").into(), code: code.to_owned() }
    }

    #[test]
    fn nobody_is_drawn_where_there_is_a_place_for_everybody() {
        assert_eq!(announced().may_be(3, TODAY), Ok(()));
        assert_eq!(announced().may_be(2, TODAY), Err(LotRefused::Places));
        assert_eq!(Announced { places: 0, ..announced() }.may_be(3, TODAY), Err(LotRefused::Places));
    }

    #[test]
    fn families_know_first_the_number_comes_later_and_nobody_waits_longer_than_a_term() {
        let refused = |one: Announced| one.may_be(3, TODAY).unwrap_err();
        assert_eq!(refused(Announced { told: false, ..announced() }), LotRefused::Told);
        let far = TODAY.saturating_add((MOST_AHEAD + 1).days());
        for draw_on in [TODAY, far] {
            assert_eq!(refused(Announced { draw_on, ..announced() }), LotRefused::Day, "{draw_on}");
        }
        assert_eq!(refused(Announced { source: " ".to_owned(), ..announced() }), LotRefused::Source);
        for until in [DRAW, date(2027, 2, 10)] {
            assert_eq!(refused(Announced { until, ..announced() }), LotRefused::Until, "{until}");
        }
    }

    #[test]
    fn a_lot_is_drawn_once_on_its_day_and_its_number_has_one_form() {
        assert_eq!(lot().draw("512,34", TODAY), Err(LotRefused::Early));
        assert_eq!(lot().draw("12", DRAW), Err(LotRefused::Number));
        let drawn = lot().draw("512,34", DRAW).unwrap();
        assert_eq!(drawn.drawn, Some(("512 34".to_owned(), DRAW)));
        assert_eq!(drawn.draw("999,99", DRAW), Err(LotRefused::Standing));
    }

    #[test]
    fn a_lot_whose_number_nobody_enters_lapses_and_a_drawn_one_holds_until_its_last_day() {
        let (last, after) = (date(2026, 10, 19), date(2026, 10, 20));
        assert!(lot().holds_on(last) && !lot().holds_on(after), "no child waits because an adult forgot");
        assert!(!lot().is_lapsed_on(last) && lot().is_lapsed_on(after) && !lot().is_lapsed_on(lot().until));
        let drawn = lot().draw("51234", DRAW).unwrap();
        assert!(drawn.holds_on(after) && drawn.holds_on(date(2026, 12, 27)));
        assert!(!drawn.holds_on(drawn.until) && !drawn.is_lapsed_on(after));
        assert_eq!(drawn.tell_until(DRAW), Some(date(2026, 10, 15)));
        assert_eq!((drawn.tell_until(date(2026, 10, 16)), lot().tell_until(DRAW)), (None, None));
    }

    #[test]
    fn the_lowest_tickets_come_first_and_the_order_of_the_list_says_nothing() {
        let entries = || vec![entry("b"), entry("c"), entry("a")];
        // The ticket of this test is the code read backwards through the alphabet.
        let ticket = |_: &str, code: &str| if code == "a" { "z".to_owned() } else { code.to_owned() };
        assert_eq!(lot().parted(entries(), ticket), None, "before the lot");
        let drawn = lot().draw("51234", DRAW).unwrap();
        let [first, rest] = drawn.parted(entries(), ticket).unwrap();
        assert_eq!((first, rest), (vec![entry("b"), entry("c")], vec![entry("a")]));
        assert_eq!(list_text(&entries()), "a\nb\nc\n");
    }
}
