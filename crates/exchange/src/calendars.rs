//! iCalendar (RFC 5545, 7986): a calendar that other programs subscribe to (feat:D4).
//!
//! Written here and not by a crate: there are ten properties, and the crate at hand stamps events by the clock of the
//! machine and brings a second library of dates. Its parser reads what is written here in the tests.

use jiff::Timestamp;
use std::fmt::Write as _;

/// One event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stays the same for as long as the event is told of.
    pub uid: String,
    /// When it begins. Written in UTC: devices with old tables of time zones show Kazakhstan an hour off.
    pub starts: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// Grows with every change.
    pub sequence: i64,
    /// When it was last changed.
    pub changed: Timestamp,
    /// It does not take place; calendars take it out.
    pub cancelled: bool,
    /// What stands in the calendar, for anybody who looks over a shoulder.
    pub summary: String,
    /// Where more stands.
    pub url: String,
}

/// The calendar of these events under a name. The same events give the same bytes.
pub fn write(name: &str, events: &[Event]) -> String {
    let mut text = String::new();
    begin(&mut text);
    for content in ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"] {
        line(&mut text, content);
    }
    line(&mut text, &format!("NAME:{}", escaped(name)));
    line(&mut text, &format!("X-WR-CALNAME:{}", escaped(name)));
    end(text, events)
}

/// The same events as a letter carries them: whoever opens it has each once, under the id that it has in a calendar that
/// they follow, and one that is called off as such.
pub fn enclosed(events: &[Event]) -> String {
    let mut text = String::new();
    begin(&mut text);
    end(text, events)
}

fn begin(text: &mut String) {
    for content in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Talimger//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        line(text, content);
    }
}

fn end(mut text: String, events: &[Event]) -> String {
    for event in events {
        write_event(&mut text, event);
    }
    line(&mut text, "END:VCALENDAR");
    text
}

fn write_event(text: &mut String, event: &Event) {
    let status = if event.cancelled { "CANCELLED" } else { "CONFIRMED" };
    let changed = utc(event.changed);
    for content in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(&event.uid)),
        format!("DTSTAMP:{changed}"),
        format!("LAST-MODIFIED:{changed}"),
        format!("SEQUENCE:{}", event.sequence),
        format!("DTSTART:{}", utc(event.starts)),
        format!("DTEND:{}", utc(event.ends)),
        format!("SUMMARY:{}", escaped(&event.summary)),
        format!("STATUS:{status}"),
        "CLASS:PRIVATE".to_owned(),
        format!("URL:{}", event.url),
        "END:VEVENT".to_owned(),
    ] {
        line(text, &content);
    }
}

/// `20261110T100000Z`.
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text with the signs escaped that have a meaning of their own (RFC 5545, 3.3.11); what nobody sees is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                let _ = write!(escaped, "\\{letter}");
            }
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Longest line, in octets, its end not counted (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;

/// Adds a line, folded so that no part has more than [`MOST_OCTETS`] and no letter is cut in two.
fn line(text: &mut String, content: &str) {
    let mut octets = 0;
    for letter in content.chars() {
        if octets + letter.len_utf8() > MOST_OCTETS {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(letter);
        octets += letter.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{Calendar, CalendarComponent, Component};
    use proptest::prelude::*;

    fn event(uid: &str, summary: &str) -> Event {
        Event {
            uid: uid.into(),
            starts: "2026-11-10T10:00:00Z".parse().unwrap(),
            ends: "2026-11-10T10:30:00Z".parse().unwrap(),
            sequence: 3,
            changed: "2026-11-03T07:00:00Z".parse().unwrap(),
            cancelled: false,
            summary: summary.into(),
            url: "https://talimger.example/meetings/1".into(),
        }
    }

    fn parsed(text: &str) -> Vec<icalendar::Event> {
        let calendar: Calendar = text.parse().unwrap();
        let events = calendar.components.into_iter().filter_map(|one| match one {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        });
        events.collect()
    }

    #[test]
    fn another_parser_reads_what_is_written() {
        let cancelled = Event { cancelled: true, ..event("two", "Tälimger: кездесу") };
        let text = write("Tälimger", &[event("one", "Tälimger: кездесу"), cancelled]);
        let [one, two] = parsed(&text).try_into().unwrap();
        assert_eq!(one.get_uid(), Some("one"));
        assert_eq!(one.get_summary(), Some("Tälimger: кездесу"));
        assert_eq!(one.property_value("DTSTART"), Some("20261110T100000Z"));
        assert_eq!(one.property_value("DTEND"), Some("20261110T103000Z"));
        assert_eq!(one.property_value("SEQUENCE"), Some("3"));
        assert_eq!(two.property_value("STATUS"), Some("CANCELLED"));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn what_a_letter_carries_is_read_by_another_parser_too() {
        let off = Event { cancelled: true, ..event("one", "Tälimger: кездесу") };
        let text = enclosed(&[off]);
        assert!(text.contains("METHOD:PUBLISH\r\n") && !text.contains("REFRESH-INTERVAL"), "{text}");
        let [one] = parsed(&text).try_into().unwrap();
        assert_eq!((one.get_uid(), one.property_value("STATUS")), (Some("one"), Some("CANCELLED")));
    }

    #[test]
    fn no_events_make_a_calendar() {
        assert_eq!(parsed(&write("Tälimger", &[])).len(), 0);
    }

    proptest! {
        #[test]
        fn lines_are_folded_by_octets_and_come_back_whole(summary in "[ -~а-яәіңғүұқөһ😀\n;,\\\\]{0,300}") {
            let text = write("Tälimger", &[event("one", &summary)]);
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= MOST_OCTETS, "{} octets: {}", line.len(), line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = text.replace("\r\n ", "");
            let prefix = "SUMMARY:";
            let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(prefix)).unwrap();
            let mut letters = line.chars();
            let mut whole = String::new();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => whole.push(match letters.next() { Some('n') => '\n', other => other.unwrap() }),
                    letter => whole.push(letter),
                }
            }
            prop_assert_eq!(whole, summary.clone());
            prop_assert_eq!(parsed(&text).len(), 1, "another parser reads it");
        }
    }
}
