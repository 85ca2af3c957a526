//! Speaks: texts, plurals, dates, names and sorting in Kazakh, Russian and English.
//!
//! Texts live in `locales/{kk,ru,en}/{feature}.ftl` as whole sentences; the build script refuses a text that
//! is missing in one language. Sources of forms and words: `docs/glossary.md`.

mod dates;
mod numbers;
mod sorting;

pub use dates::{
    by_day, capital, day, day_and_time, day_in_sentence, day_short, day_span, day_until, day_with_weekday,
    school_year, time,
};
pub use numbers::decimal;
pub use sorting::sort_by_name;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::sync::LazyLock;

/// A language of the interface, of a letter or of a document. Kazakh opens by default (rules §11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Kazakh, in Cyrillic script.
    #[default]
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The BCP 47 tag, also the form in which a language is stored.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Reads a tag; `None` for a language that is not spoken here.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The first language of an `Accept-Language` header that is spoken here.
    pub fn preferred(accept_language: &str) -> Option<Self> {
        accept_language
            .split(',')
            .filter_map(|part| part.split([';', '-']).next())
            .find_map(|tag| Self::from_tag(tag.trim()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// What a text may take in: a number, so that plurals agree, or words.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A whole number.
    Number(i64),
    /// Words, put in as they are.
    Words(String),
}

macro_rules! numbers {
    ($($kind:ty),*) => { $(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )* };
}
numbers!(u8, u16, u32, i32, i64, usize);

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl<T: Clone + Into<Arg>> From<&T> for Arg {
    fn from(value: &T) -> Self {
        value.clone().into()
    }
}

/// Every key, sorted; for the tests that look for unknown and unused ones.
pub const KEYS: &[&str] = include!(concat!(env!("OUT_DIR"), "/keys.rs"));

const SOURCES: [&[&str]; 3] = include!(concat!(env!("OUT_DIR"), "/sources.rs"));

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 3]> = LazyLock::new(|| Lang::ALL.map(bundle));

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let locale = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks of direction around a name would be copied into documents and letters.
    bundle.set_use_isolating(false);
    // Years and order numbers are not grouped: «2026», not «2 026».
    bundle.set_formatter(Some(plain_number));
    for source in SOURCES[lang as usize] {
        // The build script has parsed each source already.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*source).to_owned());
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn plain_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.value.to_string()),
        _ => None,
    }
}

/// The text of a key, with its variables filled in. An unknown key comes out as `[key]`, so that a page still
/// stands; tests hold that no page shows one.
pub fn t(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    let bundle = &BUNDLES[lang as usize];
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return format!("[{key}]");
    };
    let mut values = FluentArgs::new();
    for (name, arg) in args {
        match arg {
            Arg::Number(number) => values.set(*name, *number),
            Arg::Words(words) => values.set(*name, words.as_str()),
        }
    }
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

/// True where a text with this key exists.
pub fn has(key: &str) -> bool {
    KEYS.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_spoken_language_of_the_browser_wins() {
        assert_eq!(Lang::preferred("de-DE,de;q=0.9,ru-RU;q=0.8,en"), Some(Lang::Ru));
        assert_eq!(Lang::preferred("kk"), Some(Lang::Kk));
        assert_eq!(Lang::preferred("de"), None);
    }

    #[test]
    fn a_year_is_not_grouped() {
        let text = t(Lang::Ru, "date-year", &[("year", Arg::from(2026_i64))]);
        assert!(text.starts_with("2026"), "{text}");
    }

    #[test]
    fn an_unknown_key_is_visible_but_breaks_nothing() {
        assert_eq!(t(Lang::Kk, "no-such-key", &[]), "[no-such-key]");
        assert!(!has("no-such-key"));
        assert!(has("date-year"));
    }
}
