//! Disciplinary sanctions in force: as long as one holds, its person does not become a mentor (feat:B2). Kept are the
//! days and the order behind them, never what happened (docs/decisions/0026).

use crate::{Day, Instant, PersonId, SanctionId, SchoolId};
use jiff::ToSpan;

/// Most characters of the number of an order.
pub const MOST_NUMBER: usize = 40;

/// Days for which a sanction that has ended can still be looked up; then the schedule forgets it.
pub const KEPT_DAYS: i64 = 30;

/// The order on which a sanction stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: Day,
}

/// A disciplinary sanction of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sanction {
    /// Its id.
    pub id: SanctionId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose it is.
    pub person: PersonId,
    /// The order.
    pub order: Order,
    /// First day on which it holds.
    pub from: Day,
    /// Last day on which it holds, unless it is lifted earlier.
    pub last_day: Day,
    /// First day on which it holds no longer, where it was lifted.
    pub lifted_on: Option<Day>,
    /// Who entered it, and when.
    pub entered: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

/// How a sanction stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Has not begun to hold.
    Ahead,
    /// Holds.
    InForce,
    /// Was lifted.
    Lifted,
    /// Its last day has passed.
    Over,
}

impl Standing {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::InForce => "in-force",
            Self::Lifted => "lifted",
            Self::Over => "over",
        }
    }
}

/// Why a sanction is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnterRefused {
    /// The order has no number, or one longer than [`MOST_NUMBER`].
    Number,
    /// The order is dated after today.
    OrderAhead,
    /// It would hold before its order.
    BeforeOrder,
    /// Its last day is before its first one.
    Days,
    /// Its last day has passed: it keeps nobody from anything.
    Over,
    /// It would hold for longer than the law has it (setting `sanction.most_months`).
    TooLong {
        /// For how many months one holds at most.
        months: u8,
    },
}

/// Why a sanction is not lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiftRefused {
    /// It was lifted already, or its last day has passed.
    NotOpen,
    /// Not one of its days.
    Day,
}

/// May a sanction be entered with this order and these days? It holds for so many months at most.
pub fn enter(order: &Order, from: Day, last_day: Day, today: Day, months: u8) -> Result<(), EnterRefused> {
    let number = order.number.trim();
    let most = from.checked_add(i64::from(months).months());
    match () {
        () if number.is_empty() || number.chars().count() > MOST_NUMBER => Err(EnterRefused::Number),
        () if order.dated > today => Err(EnterRefused::OrderAhead),
        () if from < order.dated => Err(EnterRefused::BeforeOrder),
        () if last_day < from => Err(EnterRefused::Days),
        () if last_day < today => Err(EnterRefused::Over),
        () if most.is_ok_and(|most| last_day > most) => Err(EnterRefused::TooLong { months }),
        () => Ok(()),
    }
}

impl Sanction {
    /// How it stands on a day.
    pub fn standing(&self, day: Day) -> Standing {
        match () {
            () if self.lifted_on.is_some_and(|lifted| lifted <= day) => Standing::Lifted,
            () if self.last_day < day => Standing::Over,
            () if day < self.from => Standing::Ahead,
            () => Standing::InForce,
        }
    }

    /// The last day on which it holds, as far as is known.
    pub fn holds_until(&self) -> Day {
        let before = self.lifted_on.and_then(|lifted| lifted.yesterday().ok());
        before.map_or(self.last_day, |before| before.min(self.last_day))
    }

    /// Takes it off from a day on; one that has not begun never holds where the day is its first one.
    pub fn lift(self, day: Day, today: Day) -> Result<Self, LiftRefused> {
        match () {
            () if self.lifted_on.is_some() || self.last_day < today => Err(LiftRefused::NotOpen),
            () if day < self.from || day > self.last_day => Err(LiftRefused::Day),
            () => Ok(Self { lifted_on: Some(day), ..self }),
        }
    }
}

/// The last day on which somebody may not become a mentor, by the sanctions of theirs that hold on a day and those that
/// follow without a day between; nothing where none holds.
pub fn barred_until<'a>(sanctions: impl IntoIterator<Item = &'a Sanction>, day: Day) -> Option<Day> {
    let all: Vec<&Sanction> = sanctions.into_iter().collect();
    let longest = |day: Day| {
        let held = all.iter().filter(|one| one.standing(day) == Standing::InForce);
        held.map(|one| one.holds_until()).max()
    };
    let mut until = longest(day)?;
    while let Some(later) = until.tomorrow().ok().and_then(longest) {
        until = later;
    }
    Some(until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Day = date(2026, 10, 5);

    fn order() -> Order {
        Order { number: "17-к".into(), dated: date(2026, 9, 1) }
    }

    fn sanction(from: Day, last_day: Day) -> Sanction {
        Sanction {
            id: "sanction".into(),
            school: "school".into(),
            person: "polina".into(),
            order: order(),
            from,
            last_day,
            lifted_on: None,
            entered: ("serik".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    #[test]
    fn it_holds_from_its_first_day_to_its_last_one() {
        let held = sanction(date(2026, 9, 1), date(2027, 2, 28));
        assert_eq!(held.standing(date(2026, 8, 31)), Standing::Ahead);
        assert_eq!(held.standing(date(2026, 9, 1)), Standing::InForce);
        assert_eq!(held.standing(date(2027, 2, 28)), Standing::InForce);
        assert_eq!(held.standing(date(2027, 3, 1)), Standing::Over);
    }

    #[test]
    fn what_is_lifted_holds_no_longer_from_that_day_on() {
        let held = sanction(date(2026, 9, 1), date(2027, 2, 28));
        let lifted = held.clone().lift(date(2026, 10, 6), TODAY).unwrap();
        assert_eq!(lifted.standing(TODAY), Standing::InForce);
        assert_eq!(lifted.standing(date(2026, 10, 6)), Standing::Lifted);
        assert_eq!(lifted.holds_until(), TODAY);
        assert_eq!(lifted.lift(TODAY, TODAY), Err(LiftRefused::NotOpen));
        assert_eq!(held.clone().lift(date(2026, 8, 31), TODAY), Err(LiftRefused::Day));
        assert_eq!(held.clone().lift(date(2027, 3, 1), TODAY), Err(LiftRefused::Day));
        assert_eq!(held.lift(date(2027, 2, 1), date(2027, 3, 1)), Err(LiftRefused::NotOpen));
    }

    #[test]
    fn one_that_has_not_begun_may_be_lifted_before_it_holds() {
        let begins = date(2026, 11, 1);
        let never = sanction(begins, date(2027, 2, 28)).lift(begins, TODAY).unwrap();
        assert_eq!(never.standing(begins), Standing::Lifted);
        assert_eq!(barred_until([&never], date(2026, 12, 1)), None);
    }

    #[test]
    fn of_several_the_one_that_holds_longest_counts() {
        let short = sanction(date(2026, 9, 1), date(2026, 12, 1));
        let long = sanction(date(2026, 10, 1), date(2027, 2, 1));
        let ahead = sanction(date(2026, 11, 1), date(2027, 5, 1));
        assert_eq!(barred_until([&short, &long], TODAY), Some(date(2027, 2, 1)));
        assert_eq!(barred_until([&short, &long, &ahead], TODAY), Some(date(2027, 5, 1)), "one after another");
        let after = sanction(date(2026, 12, 2), date(2027, 3, 1));
        assert_eq!(barred_until([&short, &after], TODAY), Some(date(2027, 3, 1)), "no day between");
        let later = sanction(date(2026, 12, 3), date(2027, 3, 1));
        assert_eq!(barred_until([&short, &later], TODAY), Some(date(2026, 12, 1)));
        assert_eq!(barred_until([&short], date(2026, 12, 2)), None);
        assert_eq!(barred_until([], TODAY), None);
    }

    #[test]
    fn it_stands_on_an_order_and_on_days_that_are_possible() {
        let (from, last_day) = (date(2026, 9, 1), date(2027, 2, 28));
        let enter = |order: &Order, from, last_day, today| enter(order, from, last_day, today, 6);
        assert_eq!(enter(&order(), from, last_day, TODAY), Ok(()));
        let unnamed = Order { number: "  ".into(), ..order() };
        assert_eq!(enter(&unnamed, from, last_day, TODAY), Err(EnterRefused::Number));
        let long = Order { number: "7".repeat(MOST_NUMBER + 1), ..order() };
        assert_eq!(enter(&long, from, last_day, TODAY), Err(EnterRefused::Number));
        let tomorrow = Order { dated: date(2026, 10, 6), ..order() };
        assert_eq!(enter(&tomorrow, date(2026, 10, 6), last_day, TODAY), Err(EnterRefused::OrderAhead));
        assert_eq!(enter(&order(), date(2026, 8, 31), last_day, TODAY), Err(EnterRefused::BeforeOrder));
        assert_eq!(enter(&order(), from, date(2026, 8, 31), TODAY), Err(EnterRefused::Days));
        assert_eq!(enter(&order(), from, date(2026, 10, 4), TODAY), Err(EnterRefused::Over));
        assert_eq!(enter(&order(), from, date(2027, 3, 1), TODAY), Ok(()));
        let long = Err(EnterRefused::TooLong { months: 6 });
        assert_eq!(enter(&order(), from, date(2027, 3, 2), TODAY), long);
    }
}
