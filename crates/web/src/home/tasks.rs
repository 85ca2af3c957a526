//! Tasks: what somebody can do now, found by pure functions from loaded facts, without a language. They get
//! their words when they are drawn.

use crate::said::Said;
use domain::Day;
use i18n::Lang;
use jiff::ToSpan;

/// When a task is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Until the end of a day; after it, late.
    Until(Day),
    /// On a day.
    On(Day),
    /// At once; it takes a minute.
    Minute,
    /// No day is set.
    Anytime,
}

/// How pressing a task is, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Late,
    Near,
    Minute,
    Dated,
    Anytime,
}

/// Days before its end from which a task counts as near.
const NEAR_DAYS: i32 = 2;
/// From so many days on a day is named by its date, before that by its weekday.
const FAR_DAYS: i32 = 8;

impl When {
    fn severity(self, today: Day) -> Severity {
        match self {
            Self::Until(day) if day < today => Severity::Late,
            Self::Until(day) | Self::On(day) if day <= today.saturating_add(NEAR_DAYS.days()) => {
                Severity::Near
            }
            Self::Minute => Severity::Minute,
            Self::Until(_) | Self::On(_) => Severity::Dated,
            Self::Anytime => Severity::Anytime,
        }
    }

    /// The day, where there is one.
    pub(super) const fn day(self) -> Option<Day> {
        match self {
            Self::Until(day) | Self::On(day) => Some(day),
            Self::Minute | Self::Anytime => None,
        }
    }

    fn rank(self, today: Day) -> (Severity, Day) {
        (self.severity(today), self.day().unwrap_or(Day::MAX))
    }

    /// Past its day.
    pub(super) fn is_late(self, today: Day) -> bool {
        self.severity(today) == Severity::Late
    }

    fn tone(self, today: Day) -> &'static str {
        match (self.severity(today), self) {
            (Severity::Late, _) => "late",
            (Severity::Near, Self::Until(_)) => "near",
            _ => "",
        }
    }

    /// The words in the margin: «До пятницы», from eight days on «До 22 октября».
    fn words(self, lang: Lang, today: Day) -> String {
        let near = |day: Day| day < today.saturating_add(FAR_DAYS.days());
        match self {
            Self::Until(day) if day < today => Said::new("home-when-late").day(day).words(lang),
            Self::Until(day) | Self::On(day) if day == today => Said::new("home-when-today").words(lang),
            Self::Until(day) if near(day) => {
                let weekday = i32::from(day.weekday().to_monday_one_offset());
                Said::new("home-when-weekday").with("weekday", weekday).words(lang)
            }
            Self::Until(day) => i18n::capital(&i18n::day_until(lang, day)),
            Self::On(day) => i18n::day_with_weekday(lang, day),
            Self::Minute => Said::new("home-when-minute").words(lang),
            Self::Anytime => String::new(),
        }
    }
}

/// Something the reader can do now, with one act.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Task {
    pub(super) when: When,
    pub(super) title: Said,
    /// What helps to do it.
    pub(super) text: Said,
    /// Where it is done.
    pub(super) href: String,
    /// The key of the button: a verb and a thing.
    pub(super) act: &'static str,
}

/// Sorts tasks: the late ones first, then by their days; equal ones stay in the order of their kinds.
pub(super) fn most_pressing_first(tasks: &mut [Task], today: Day) {
    tasks.sort_by_key(|task| task.when.rank(today));
}

/// A task in the reader's language.
pub(super) struct Drawn {
    pub(super) when: String,
    pub(super) tone: &'static str,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) href: String,
    pub(super) act: &'static str,
}

impl Task {
    pub(super) fn draw(self, lang: Lang, today: Day) -> Drawn {
        Drawn {
            when: self.when.words(lang, today),
            tone: self.when.tone(today),
            title: self.title.words(lang),
            text: self.text.words(lang),
            href: self.href,
            act: self.act,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Day = date(2026, 10, 7);

    fn task(name: &'static str, when: When) -> Task {
        let said = || Said::new(name);
        Task { when, title: said(), text: said(), href: String::new(), act: "home-act-look" }
    }

    #[test]
    fn the_late_come_first_then_the_near_then_the_minute_then_the_far() {
        let mut tasks = vec![
            task("anytime", When::Anytime),
            task("far", When::Until(date(2026, 10, 31))),
            task("minute", When::Minute),
            task("near", When::Until(date(2026, 10, 9))),
            task("later", When::Until(date(2026, 10, 22))),
            task("late", When::Until(date(2026, 10, 6))),
            task("today", When::On(TODAY)),
        ];
        most_pressing_first(&mut tasks, TODAY);
        let order: Vec<&str> = tasks.iter().map(|task| task.title.key()).collect();
        assert_eq!(order, ["late", "today", "near", "minute", "later", "far", "anytime"]);
    }

    #[test]
    fn a_near_day_is_said_by_its_weekday_and_a_far_one_by_its_date() {
        let words = |day| When::Until(day).words(Lang::Ru, TODAY);
        assert_eq!(words(date(2026, 10, 9)), "До пятницы");
        assert_eq!(words(date(2026, 10, 14)), "До среды");
        assert_eq!(words(date(2026, 10, 15)), "До 15 октября");
        assert_eq!(words(TODAY), "Сегодня");
        assert!(words(date(2026, 10, 6)).contains("6 октября"));
    }
}
