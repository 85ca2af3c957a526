//! Plain data that the larger parts are drawn from. Everything is text in the reader's language already:
//! a part never decides what to say, and never sorts.

/// Where a phase stands on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Over: a solid line.
    Past,
    /// Bright and wide.
    Now,
    /// Ahead: a dashed line.
    Next,
}

impl When {
    /// The class on the strip.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Now => "now",
            Self::Next => "next",
        }
    }

    /// What readers hear before the name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Past => "layout-phase-past",
            Self::Now => "layout-phase-now",
            Self::Next => "layout-phase-next",
        }
    }
}

/// One phase of a programme (`phases`).
#[derive(Clone, Debug)]
pub struct Phase {
    /// One word: «Выбор».
    pub name: String,
    /// Its dates or what is left of it.
    pub note: String,
    /// Past, now or ahead.
    pub when: When,
}

/// Where a list is handed out: on paper in the two languages of papers, and as tables.
#[derive(Debug)]
pub struct Handouts {
    /// Addresses with the keys of their names.
    pub papers: [(String, &'static str); 2],
    /// The same for the tables.
    pub tables: [(String, &'static str); 2],
}

impl Handouts {
    /// Below the address of the list, as every list has them.
    pub fn at(list: &impl std::fmt::Display) -> Self {
        Self {
            papers: [
                (format!("{list}/paper/kk"), "layout-paper-kk"),
                (format!("{list}/paper/ru"), "layout-paper-ru"),
            ],
            tables: [
                (format!("{list}/table/xlsx"), "layout-xlsx"),
                (format!("{list}/table/csv"), "layout-csv"),
            ],
        }
    }
}

/// One of the answers of a set (`pills`, `segments`, `select`).
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
    /// Whether it is chosen; in a decision nothing is chosen for the person.
    pub chosen: bool,
}

impl Choice {
    /// An answer that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), chosen: false }
    }

    /// The same, chosen where its value is the given one.
    #[must_use]
    pub fn chosen_if(mut self, value: &str) -> Self {
        self.chosen = self.value == value;
        self
    }
}

/// An answer of a child: a drawn face with its word (`faces`).
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What the form sends.
    pub value: &'static str,
    /// What the child reads.
    pub label: String,
    /// The face, an icon of the sprite.
    pub icon: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What is wrong with one field and how to mend it (`error_summary`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field.
    pub field: String,
    /// The whole sentence, the same as under the field.
    pub text: String,
}

/// All problems of a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The sentence under one field; empty where the field is right.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|problem| problem.field == field).map_or("", |problem| problem.text.as_str())
    }

    /// Adds what is wrong with a field.
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.push(Problem { field: field.into(), text: text.into() });
    }

    /// Whether the form is right.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A free period that two people share (`days`).
#[derive(Clone, Debug)]
pub struct Slot {
    /// What the form sends.
    pub value: String,
    /// «12:35».
    pub time: String,
    /// «5-сабақ».
    pub note: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A school day with its shared free periods (`days`).
#[derive(Clone, Debug)]
pub struct Day {
    /// «Сәрсенбі, 18».
    pub title: String,
    /// May be empty: the day then says that there is none.
    pub slots: Vec<Slot>,
}

/// A person in a place of a ranking (`ranking`).
#[derive(Clone, Debug)]
pub struct Ranked {
    /// What the buttons send.
    pub id: String,
    /// The name as in the order.
    pub name: String,
    /// The subject, or another fact of one line.
    pub sub: String,
    /// The name of the button at which the reader goes on after a reload; empty for none.
    pub again: &'static str,
}

/// What has happened between two people (`matrix`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    /// They have met.
    Met,
    /// A day is set.
    Planned,
    /// The day has passed, and they have not met.
    Missed,
    /// One of them could not come; why is nobody's business.
    Excused,
    /// Nothing is set yet; the cell leads to where a day is set.
    Open,
    /// They have not met yet, and nothing can be set from here.
    NotYet,
}

impl Contact {
    /// All, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Met, Self::Planned, Self::Missed, Self::Excused, Self::Open, Self::NotYet];

    /// The class of the cell.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Planned => "planned",
            Self::Missed => "missed",
            Self::Excused => "excused",
            Self::Open | Self::NotYet => "open",
        }
    }

    /// The sign in the cell.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Met => "check",
            Self::Planned => "calendar-event",
            Self::Missed => "x",
            Self::Excused => "minus",
            Self::Open => "plus",
            Self::NotYet => "circle-dashed",
        }
    }

    /// The word of the legend, read in the cell too.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Met => "layout-contact-met",
            Self::Planned => "layout-contact-planned",
            Self::Missed => "layout-contact-missed",
            Self::Excused => "layout-contact-excused",
            Self::Open => "layout-contact-open",
            Self::NotYet => "layout-contact-not-yet",
        }
    }
}

/// One mentor in a line of the matrix.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What has happened.
    pub contact: Contact,
    /// Where it leads; empty: it leads nowhere.
    pub href: String,
    /// «10.09»; empty where there is no day.
    pub day: String,
}

/// A mentor at the head of a column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The surname.
    pub surname: String,
    /// The given name.
    pub given: String,
    /// Two letters, shown in the cells on phones.
    pub initials: String,
}

/// A newcomer's line in the matrix.
#[derive(Clone, Debug)]
pub struct Line {
    /// The newcomer.
    pub name: String,
    /// The subject.
    pub sub: String,
    /// «5 из 7».
    pub total: String,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// One person's side of a criterion in a comparison.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// Lines of text, each on its own.
    pub lines: Vec<String>,
    /// Own marks: what was asked, 0–4, the word for it.
    pub scale: Vec<(String, u8, String)>,
    /// Own words.
    pub note: String,
    /// When they were written.
    pub written: String,
}

/// One criterion of a comparison (`compare`): own impressions first, facts last.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its name.
    pub title: String,
    /// Whether only the reader sees it; such criteria lie on white.
    pub private: bool,
    /// Whether the people have it in common; said in a word, never counted.
    pub common: bool,
    /// One for each person, in the order of the heads.
    pub sides: Vec<Side>,
}

impl Criterion {
    /// Lines of text for each person.
    pub fn of(title: String, lines: impl IntoIterator<Item = Vec<String>>) -> Self {
        let sides = lines.into_iter().map(|lines| Side { lines, ..Side::default() });
        Self { title, private: false, common: false, sides: sides.collect() }
    }
}

/// A person at the head of a comparison.
#[derive(Clone, Debug)]
pub struct Head {
    /// Two letters.
    pub initials: String,
    /// The name as in the order.
    pub name: String,
    /// The name by which the phone tells sides apart.
    pub given: String,
}

/// Where a link of a signature chain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// Signed.
    Done,
    /// The reader's turn.
    You,
    /// Somebody else's turn, or later.
    Later,
    /// Was signed; an edit took the signature off. It stays visible, struck out.
    Removed,
}

impl Signed {
    /// The class of the link.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "ok",
            Self::You => "you",
            Self::Later => "later",
            Self::Removed => "removed",
        }
    }

    /// The sign in its disc.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Done => "check",
            Self::You => "writing-sign",
            Self::Later => "clock",
            Self::Removed => "arrow-back-up",
        }
    }
}

/// One signature (`chain`): who, when, what it means.
#[derive(Clone, Debug)]
pub struct Signature {
    /// «Наставник составила и подписала».
    pub title: String,
    /// The name and the time, or until when.
    pub sub: String,
    /// Done, the reader's turn, later, removed.
    pub state: Signed,
}

/// One line of a chart (`dots`): a share with its interval, in whole per cents.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Whose figure.
    pub label: String,
    /// The figure itself; `None` where a display gate hides it.
    pub share: Option<Share>,
    /// «78–94, n = 66», or why the figure is hidden and when it will show.
    pub note: String,
    /// The second series, in ochre.
    pub second: bool,
}

/// A share and its 95 % interval, 0–100.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The share.
    pub value: u8,
    /// The lower end.
    pub low: u8,
    /// The upper end.
    pub high: u8,
}

/// A way to narrow a list (`filters`, `tally`).
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where it leads.
    pub href: String,
    /// An icon of the sprite; empty for none.
    pub icon: &'static str,
    /// How many there are.
    pub count: usize,
    /// Its word.
    pub label: String,
    /// Whether the list is narrowed by it now.
    pub current: bool,
}

/// A page of a long list (`pager`).
#[derive(Clone, Debug)]
pub struct Pager {
    /// The page before, where there is one.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first item shown, counted from 1.
    pub from: usize,
    /// The last item shown.
    pub to: usize,
    /// All items.
    pub of: usize,
}

/// A name and a value (`facts`), or a step and its reason (`why`).
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name, or the step.
    pub name: String,
    /// The value, or the reason.
    pub value: String,
}

/// A way on from an error or an empty page.
#[derive(Clone, Debug)]
pub struct WayOut {
    /// Where it leads.
    pub href: String,
    /// The key of its words.
    pub key: &'static str,
}
