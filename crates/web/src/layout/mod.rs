//! The frame around every page (`base.html`, with what is alike on each in `frame.rs`) and the parts pages are built from
//! (`parts.html`, `fields.html`, `tables.html`, `papers.html`). Those that stand on many pages are templates of their own, in
//! `parts/` and `fields/` (`drawn.rs`). Each part is drawn in all its states on `/design`.

pub(crate) mod drawn;
pub mod frame;
pub mod parts;

use crate::forms::encode;
use crate::help::TalkPath;
use i18n::Lang;

/// What the frame needs to know; plain data, filled by `page.rs` from the session.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The language of the page.
    pub lang: Lang,
    /// Path and query of this page, to come back to after a change of language or look.
    pub path: String,
    /// The school, as its short name.
    pub school: Option<String>,
    /// Who is signed in.
    pub person: Option<Who>,
    /// The home, three places more and the way to all; none before sign-in, and drawn only where there are several.
    pub nav: Vec<NavItem>,
    /// The pages of the present place, where it has several: at most two rows on a phone.
    pub tabs: Vec<NavItem>,
    /// What the last act has done, shown once.
    pub flash: Option<Flash>,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// Usual, or the low-vision version.
    pub vision: Vision,
    /// The time traveller of the demonstration.
    pub clock: Option<ClockBar>,
    /// Whether the helplines 111, 150 and 112 stand in the footer: pupils' pages always show them (rules §16).
    pub helplines: bool,
    /// The device is in a child's hand (docs/decisions/0046, 0060).
    pub is_handed: bool,
}

impl Shell {
    /// The same in a child's hand: no way leads from the page to others of the adult whose device it is.
    #[must_use]
    pub fn handed(self) -> Self {
        Self { nav: Vec::new(), tabs: Vec::new(), person: None, clock: None, is_handed: true, ..self }
    }

    /// The way to an adult; from a device in a child's hand with the way back to where the child was.
    pub fn talk(&self) -> String {
        let talk = TalkPath.to_string();
        if !self.is_handed {
            talk
        } else if self.path.starts_with(&talk) {
            self.path.clone()
        } else {
            format!("{talk}?back={}", encode(&self.path))
        }
    }
}

/// The person in the corner of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The name as the person is addressed.
    pub name: String,
    /// Two letters, as in the disc beside the name.
    pub initials: String,
}

/// A place in the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// An icon of the sprite.
    pub icon: &'static str,
    /// The key of its word.
    pub key: &'static str,
    /// Whether this page is the place.
    pub current: bool,
}

/// What has happened, what is safe, what is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// Its colour and icon.
    pub kind: FlashKind,
    /// A sentence or two in the reader's language.
    pub text: String,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    /// What the person asked for is done.
    Done,
    /// Something to know; nothing is wrong.
    Note,
    /// It was not done, and the text says why and what to do.
    Refused,
}

impl FlashKind {
    /// The class of the message, also its form in a cookie.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Note => "soon",
            Self::Refused => "bad",
        }
    }

    /// Reads what [`FlashKind::class`] has written.
    pub fn from_class(class: &str) -> Option<Self> {
        [Self::Done, Self::Note, Self::Refused].into_iter().find(|kind| kind.class() == class)
    }

    /// The icon of the message.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Done => "circle-check",
            Self::Note => "info-circle",
            Self::Refused => "alert-circle",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of `data-theme`, also the form in which it is sent and kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// The icon beside its word.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Auto => "device-desktop",
            Self::Light => "sun",
            Self::Dark => "moon",
        }
    }

    /// The key of its word in the menu.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "layout-theme-auto",
            Self::Light => "layout-theme-light",
            Self::Dark => "layout-theme-dark",
        }
    }
}

/// The usual look, or the low-vision version that school sites must offer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Vision {
    /// The usual look.
    #[default]
    Usual,
    /// 125 % type, black on white, no tints.
    Low,
}

impl Vision {
    /// The value of `data-vision`, also the form in which it is sent and kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Low => "low",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Usual, Self::Low].into_iter().find(|vision| vision.code() == code)
    }

    /// The other one: what the button in the footer offers.
    pub const fn other(self) -> Self {
        match self {
            Self::Usual => Self::Low,
            Self::Low => Self::Usual,
        }
    }

    /// The key of the words that offer it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usual => "layout-vision-usual",
            Self::Low => "layout-vision-low",
        }
    }
}

/// The test clock of the demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockBar {
    /// Today by the test clock, `2026-10-07`.
    pub today_iso: String,
    /// The same day in words.
    pub today_text: String,
}

/// The languages in the header: each with its short name and, hidden, the rest of the word for readers.
pub const LANGUAGES: [(Lang, &str, &str); 3] =
    [(Lang::Kk, "Қаз", "ақша"), (Lang::Ru, "Рус", "ский"), (Lang::En, "Eng", "lish")];
