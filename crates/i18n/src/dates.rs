//! Days and times as people write them: «2026 жылғы 5 қазан», «5 октября 2026 года», «5 October 2026».

use crate::{Arg, Lang, t};
use jiff::civil::{Date, DateTime, Time};

fn args(date: Date) -> [(&'static str, Arg); 4] {
    [
        ("day", Arg::Number(date.day().into())),
        ("month", Arg::Number(date.month().into())),
        ("year", Arg::Number(date.year().into())),
        ("weekday", Arg::Number(date.weekday().to_monday_one_offset().into())),
    ]
}

/// Day with its year: for documents and for days far away.
pub fn day(lang: Lang, date: Date) -> String {
    t(lang, "date-day", &args(date))
}

/// Day without the year: «5 қазан», «5 октября», “5 October”.
pub fn day_short(lang: Lang, date: Date) -> String {
    t(lang, "date-day-short", &args(date))
}

/// The last day on which something may be done: «5 қазанға дейін», «до 5 октября», “until 5 October”.
pub fn day_until(lang: Lang, date: Date) -> String {
    t(lang, "date-until", &args(date))
}

/// First and last day of something: «2–6 қараша», «1 сентября – 31 октября»; one day where they are the same.
pub fn day_span(lang: Lang, from: Date, until: Date) -> String {
    if from >= until {
        return day_short(lang, until);
    }
    if (from.year(), from.month()) != (until.year(), until.month()) {
        return format!("{} – {}", day_short(lang, from), day_short(lang, until));
    }
    let days = format!("{}–{}", from.day(), until.day());
    t(lang, "date-day-short", &[("day", days.into()), ("month", Arg::Number(until.month().into()))])
}

/// The same words at the beginning of a line.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Weekday and day at the beginning of a line: «5 қазан, дүйсенбі», «Понедельник, 5 октября», “Monday, 5 October”.
pub fn day_with_weekday(lang: Lang, date: Date) -> String {
    let weekday = t(lang, "date-weekday", &args(date));
    t(lang, "date-day-with-weekday", &[("weekday", weekday.into()), ("day", day_short(lang, date).into())])
}

/// Weekday and day inside a sentence: «7 қазан, сәрсенбі», «среда, 7 октября», “Wednesday, 7 October”.
pub fn day_in_sentence(lang: Lang, date: Date) -> String {
    let text = day_with_weekday(lang, date);
    match lang {
        Lang::Kk | Lang::Ru => text.to_lowercase(),
        Lang::En => text,
    }
}

/// The last day for something, in the middle of a sentence: «до пятницы, 4 сентября».
pub fn by_day(lang: Lang, date: Date) -> String {
    let (weekday, day) = (t(lang, "date-weekday-by", &args(date)), t(lang, "date-day-by", &args(date)));
    t(lang, "date-by", &[("weekday", weekday.into()), ("day", day.into())])
}

/// A school year by the year in which it begins: «2026/27».
pub fn school_year(first: i16) -> String {
    format!("{first}/{:02}", (first + 1) % 100)
}

/// Time of day, 24 hours, alike in the three languages.
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Day without the year, and the time.
pub fn day_and_time(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", day_short(lang, at.date()), time(at.time()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_reads_as_in_an_order() {
        let monday = date(2026, 10, 5);
        assert_eq!(day(Lang::Kk, monday), "2026 жылғы 5 қазан");
        assert_eq!(day(Lang::Ru, monday), "5 октября 2026 года");
        assert_eq!(day(Lang::En, monday), "5 October 2026");
    }

    #[test]
    fn a_span_names_its_month_once() {
        let (from, until) = (date(2026, 11, 2), date(2026, 11, 6));
        assert_eq!(day_span(Lang::Kk, from, until), "2–6 қараша");
        assert_eq!(day_span(Lang::Ru, from, until), "2–6 ноября");
        assert_eq!(day_span(Lang::En, from, until), "2–6 November");
        assert_eq!(day_span(Lang::Ru, date(2026, 9, 1), until), "1 сентября – 6 ноября");
        assert_eq!(day_span(Lang::Ru, until, until), "6 ноября");
    }

    #[test]
    fn a_last_day_takes_the_case_of_its_language() {
        let day = date(2026, 9, 7);
        assert_eq!(day_until(Lang::Kk, day), "7 қыркүйекке дейін");
        assert_eq!(day_until(Lang::Ru, day), "до 7 сентября");
        assert_eq!(day_until(Lang::En, day), "until 7 September");
    }

    #[test]
    fn a_last_day_agrees_with_its_sentence() {
        let friday = date(2026, 9, 4);
        assert_eq!(by_day(Lang::Kk, friday), "жұмаға, 4 қыркүйекке дейін");
        assert_eq!(by_day(Lang::Ru, friday), "до пятницы, 4 сентября");
        assert_eq!(by_day(Lang::En, friday), "by Friday, 4 September");
    }

    #[test]
    fn a_near_day_has_its_weekday() {
        let wednesday = date(2026, 10, 7);
        assert_eq!(day_with_weekday(Lang::Kk, wednesday), "7 қазан, сәрсенбі");
        assert_eq!(day_with_weekday(Lang::Ru, wednesday), "Среда, 7 октября");
        assert_eq!(day_with_weekday(Lang::En, wednesday), "Wednesday, 7 October");
        assert_eq!(day_in_sentence(Lang::Ru, wednesday), "среда, 7 октября");
        assert_eq!(day_in_sentence(Lang::En, wednesday), "Wednesday, 7 October");
        assert_eq!(day_and_time(Lang::Ru, wednesday.at(9, 5, 0, 0)), "7 октября, 09:05");
    }
}
