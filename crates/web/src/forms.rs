//! Forms: every field is parsed into a value; what is wrong is listed by field, and the page comes back with
//! everything that was typed.

use crate::layout::parts::{Problem, Problems};
use crate::{App, PageError};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use domain::Day;
use i18n::{Arg, Lang};
use jiff::civil::Time;

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    lang: Lang,
    typed: Vec<(String, String)>,
    /// Fields out of whose text something was taken that nobody sees.
    cleaned: Vec<String>,
    /// What is wrong, in the reader's language.
    pub(crate) problems: Problems,
}

impl FromRequest<App> for Fields {
    type Rejection = PageError;
    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let visit = request.extensions().get::<std::sync::Arc<crate::visit::Visit>>();
        let lang = visit.map(|visit| visit.lang).unwrap_or_default();
        let body = Bytes::from_request(request, app).await.map_err(|_| PageError::TooLarge)?;
        let text = std::str::from_utf8(&body).map_err(|_| PageError::Unreadable)?;
        Ok(Self::read(lang, text))
    }
}

impl Fields {
    /// Values of a query or of a form's body.
    pub(crate) fn read(lang: Lang, text: &str) -> Self {
        let (mut typed, mut cleaned) = (Vec::new(), Vec::new());
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            if value.chars().any(is_stray) {
                cleaned.push(name.clone().into_owned());
            }
            typed.push((name.into_owned(), clean(&value)));
        }
        Self { lang, typed, cleaned, problems: Problems::default() }
    }

    /// A form that is not filled in yet, with values to begin with.
    pub(crate) fn beginning(lang: Lang, values: &[(&str, String)]) -> Self {
        let typed = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { lang, typed, ..Self::default() }
    }

    /// Everything that was typed, in the order of the form.
    pub(crate) fn all(&self) -> impl Iterator<Item = &(String, String)> {
        self.typed.iter()
    }

    /// What stands in a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Puts something else into a field that nobody types into.
    pub(crate) fn put(&mut self, name: &str, value: String) {
        self.typed.retain(|(field, _)| field != name);
        self.typed.push((name.to_owned(), value));
    }

    /// True where the field was sent, even empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.typed.iter().any(|(field, _)| field == name)
    }

    /// Everything that was chosen or typed under one name.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        self.typed.iter().filter(|(field, _)| field == name).map(|(_, value)| value.as_str()).collect()
    }

    /// What is wrong with a field; empty where it is right.
    pub(crate) fn error(&self, name: &str) -> &str {
        self.problems.of(name)
    }

    /// Says what is wrong with a field.
    pub(crate) fn refuse(&mut self, name: &str, key: &str, args: &[(&str, Arg)]) {
        let text = i18n::t(self.lang, key, args);
        self.problems.0.push(Problem { field: name.to_owned(), text });
    }

    /// Says what stands in a field since somebody else saved while the reader was typing.
    pub(crate) fn now_stands(&mut self, name: &str, value: String) {
        if value.is_empty() {
            self.refuse(name, "forms-now-empty", &[]);
        } else {
            self.refuse(name, "forms-now-stands", &[("value", value.into())]);
        }
    }

    /// True where nothing is wrong so far.
    pub(crate) fn is_right(&self) -> bool {
        self.problems.is_empty()
    }

    /// A text that may be missing; never longer than `most` characters. It is kept as it was typed, without white
    /// space around it; a text of which nothing can be seen is none. Characters that nobody sees and no database
    /// keeps are refused: the page comes back without them, to be read once more.
    pub(crate) fn optional_text(&mut self, name: &str, most: usize) -> Option<String> {
        let text = self.value(name).trim().to_owned();
        self.refuse_stray(name);
        self.refuse_longer(name, &text, most);
        text.chars().any(can_be_seen).then_some(text)
    }

    /// All texts under one name, each as [`Self::optional_text`] reads it.
    pub(crate) fn texts(&mut self, name: &str, most: usize) -> Vec<String> {
        let texts = self.values(name).into_iter().map(|text| text.trim().to_owned());
        let texts: Vec<String> = texts.filter(|text| text.chars().any(can_be_seen)).collect();
        self.refuse_stray(name);
        if let Some(longest) = texts.iter().max_by_key(|text| text.chars().count()) {
            self.refuse_longer(name, longest, most);
        }
        texts
    }

    /// All texts under one name in the order of their rows, each as [`Self::optional_text`] reads it; one of which
    /// nothing can be seen keeps its place and is empty.
    pub(crate) fn rows(&mut self, name: &str, most: usize) -> Vec<String> {
        let seen =
            |text: &str| if text.chars().any(can_be_seen) { text.trim().to_owned() } else { String::new() };
        let texts: Vec<String> = self.values(name).into_iter().map(seen).collect();
        self.refuse_stray(name);
        if let Some(longest) = texts.iter().max_by_key(|text| text.chars().count()) {
            self.refuse_longer(name, longest, most);
        }
        texts
    }

    fn refuse_stray(&mut self, name: &str) {
        if self.cleaned.iter().any(|cleaned| cleaned == name) {
            self.refuse(name, "forms-stray", &[]);
        }
    }

    fn refuse_longer(&mut self, name: &str, text: &str, most: usize) {
        let count = text.chars().count();
        if count > most {
            self.refuse(name, "forms-too-long", &[("most", most.into()), ("count", count.into())]);
        }
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, name: &str, most: usize) -> String {
        let text = self.optional_text(name, most);
        if text.is_none() && self.error(name).is_empty() {
            self.refuse(name, "forms-missing", &[]);
        }
        text.unwrap_or_default()
    }

    /// A day, as a date field sends it or as people write it: `2026-11-02`, `02.11.2026`.
    pub(crate) fn day(&mut self, name: &str) -> Option<Day> {
        let typed = self.value(name).trim().to_owned();
        let day = read_day(&typed);
        if day.is_none() {
            self.refuse(name, if typed.is_empty() { "forms-missing" } else { "forms-bad-day" }, &[]);
        }
        day
    }

    /// A time of day, as a time field sends it or as people write it: `15:10`, `15.10`.
    pub(crate) fn time(&mut self, name: &str) -> Option<Time> {
        let typed = self.value(name).trim().to_owned();
        let time = read_time(&typed);
        if time.is_none() {
            self.refuse(name, if typed.is_empty() { "forms-missing" } else { "forms-bad-time" }, &[]);
        }
        time
    }

    /// One of several answers; nothing is chosen for the person, so nothing may come.
    pub(crate) fn choice<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = read(self.value(name));
        if chosen.is_none() {
            self.refuse(name, "forms-choose", &[]);
        }
        chosen
    }

    /// Yes or no, neither of which is chosen for the person.
    pub(crate) fn yes_or_no(&mut self, name: &str) -> Option<bool> {
        self.choice(name, |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// A ticked box.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }
}

fn read_day(typed: &str) -> Option<Day> {
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = typed.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    Day::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

pub(crate) fn read_time(typed: &str) -> Option<Time> {
    let parts: Vec<&str> = typed.split([':', '.']).collect();
    // Browsers may send seconds; nobody agrees on them.
    let ([hour, minute] | [hour, minute, _]) = parts[..] else { return None };
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// Not to be kept: PostgreSQL refuses NUL, Excel the other control characters, and nobody sees them.
fn is_stray(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t'..='\r' | '\u{85}')
}

/// What was typed, without what nobody sees. Tabs stay, and every kind of line break, those that come along from a
/// text processor too, becomes `\n`.
pub(crate) fn clean(typed: &str) -> String {
    let whole = typed.replace("\r\n", "\n");
    let breaks = |letter: char| if matches!(letter, '\u{b}'..='\r' | '\u{85}') { '\n' } else { letter };
    whole.chars().map(breaks).filter(|letter| !is_stray(*letter)).collect()
}

/// Not a space, and none of the marks that only steer how letters stand: joiners, directions, fillers.
fn can_be_seen(letter: char) -> bool {
    !letter.is_whitespace()
        && !matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// A path of this application to come back to; anything that could lead elsewhere becomes the home page.
pub(crate) fn local_path(back: &str) -> String {
    let local = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']);
    if local { back.to_owned() } else { "/".to_owned() }
}

/// A value as part of an address.
pub(crate) fn encode(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn typed(body: &str) -> Fields {
        Fields::read(Lang::default(), body)
    }

    #[test]
    fn a_day_is_read_in_both_ways_and_30_february_in_none() {
        assert_eq!(typed("d=2026-11-02").day("d"), Some(date(2026, 11, 2)));
        assert_eq!(typed("d=02.11.2026").day("d"), Some(date(2026, 11, 2)));
        let mut wrong = typed("d=30.02.2026");
        assert_eq!(wrong.day("d"), None);
        assert!(!wrong.error("d").is_empty());
        assert_eq!(wrong.value("d"), "30.02.2026", "what was typed stays");
    }

    #[test]
    fn a_time_is_read_with_a_colon_or_a_dot_and_25_hours_are_none() {
        let quarter = jiff::civil::time(15, 10, 0, 0);
        for body in ["t=15%3A10", "t=15.10", "t=15%3A10%3A00"] {
            assert_eq!(typed(body).time("t"), Some(quarter), "{body}");
        }
        for body in ["t=25%3A00", "t=15", "t=", "t=noon"] {
            assert_eq!(typed(body).time("t"), None, "{body}");
        }
    }

    #[test]
    fn n06_kazakh_text_comes_through_and_is_counted_in_letters() {
        let mut fields = typed("text=%D3%98%D0%BB%D0%B8%D1%8F+%D2%9A%D0%B0%D0%BB%D0%B8%D0%B5%D0%B2%D0%B0");
        assert_eq!(fields.text("text", 12), "Әлия Қалиева");
        assert!(fields.is_right());
        assert_eq!(fields.text("text", 11), "Әлия Қалиева");
        assert!(!fields.is_right());
    }

    #[test]
    fn what_nobody_sees_is_refused_and_every_line_break_is_one() {
        let mut fields = typed("text=+a%0D%0Ad%0De%0Bf%09g%C2%85h%0A&name%00=x");
        assert_eq!(fields.text("text", 100), "a\nd\ne\nf\tg\nh");
        assert!(fields.is_right());
        let mut stray = typed("text=+a%00b%1B%7Fc%C2%81");
        assert_eq!(stray.text("text", 100), "abc", "what is seen stays");
        assert_eq!(stray.problems.0.len(), 1);
        for nothing in ["", "+%0A%C2%A0", "%E2%80%8B%E2%80%8D%EF%BB%BF", "%E2%80%AE"] {
            let mut fields = typed(&format!("text={nothing}"));
            assert_eq!(fields.optional_text("text", 100), None, "{nothing}");
            assert!(fields.is_right());
        }
        let emoji = typed("text=%F0%9F%91%A9%E2%80%8D%F0%9F%8F%AB").text("text", 100);
        assert_eq!(emoji, "👩\u{200d}🏫", "what joins letters stays between them");
    }

    #[test]
    fn none_of_several_texts_is_cut() {
        let mut fields = typed("g=+a+&g=&g=%D3%98%D3%98%D3%98");
        assert_eq!(fields.texts("g", 3), ["a", "ӘӘӘ"]);
        assert!(fields.is_right());
        fields.texts("g", 2);
        assert!(!fields.error("g").is_empty());
    }

    #[test]
    fn a_form_leads_back_into_the_application_only() {
        assert_eq!(local_path("/requests?x=1"), "/requests?x=1");
        for elsewhere in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nX: y"] {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn several_values_come_under_one_name() {
        assert_eq!(typed("g=a&g=b&x=c").values("g"), ["a", "b"]);
    }
}
