//! The frame: the built-in lines, written for this project on the four fields of adaptation (essay:E4), and what a
//! school adds for the years to come.

use crate::difficulties::Topic;
use crate::plans::Area;
use crate::programmes::{Phase, Programme};
use crate::regulations::Words;
use crate::reports::Basis;
use crate::{CompetencyItemId, Day, Instant, PersonId, SchoolId};

/// Most characters of a line that a school adds, in one language.
pub const MOST_ITEM: usize = 200;
/// Most lines that a school adds: the frame stays short.
pub const MOST_ITEMS: usize = 8;

/// A field of adaptation (essay:E4; doc:A6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Papers and the e-journal.
    Documents,
    /// Work with children, lessons included.
    Children,
    /// Work with parents.
    Parents,
    /// Duties of the school besides lessons.
    Duties,
}

impl Field {
    /// All, in the order of the frame.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Children, Self::Parents, Self::Duties];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Children => "children",
            Self::Parents => "parents",
            Self::Duties => "duties",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// The areas of plans and of the checklist whose facts fit here.
    pub const fn areas(self) -> &'static [Area] {
        match self {
            Self::Documents => &[Area::Documents, Area::Planning, Area::Assessment],
            Self::Children => &[Area::Children, Area::Lessons],
            Self::Parents => &[Area::Parents],
            Self::Duties => &[Area::Duties, Area::Growth],
        }
    }
}

macro_rules! competencies {
    ($($(#[$about:meta])* $name:ident $word:literal $field:ident $basis:ident $topic:expr,)*) => {
        /// A built-in line of the frame.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Competency {
            $($(#[$about])* $name,)*
        }

        impl Competency {
            /// All, in the order of the frame.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word under which it is stored; also the tail of its text key.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Its field.
            pub const fn field(self) -> Field {
                match self { $(Self::$name => Field::$field,)* }
            }

            /// On what the work itself stands; evidence of it is asked for by nobody.
            pub const fn basis(self) -> Basis {
                match self { $(Self::$name => Basis::$basis,)* }
            }

            /// The topic of the difficulty map that it answers, with the small step of that topic.
            pub const fn topic(self) -> Option<Topic> {
                match self { $(Self::$name => $topic,)* }
            }
        }
    };
}

competencies! {
    /// Plans of the year and of a lesson (Order 130, App. 6, 7).
    Planning "planning" Documents Law Some(Topic::Planning),
    /// The e-journal (Order 130, App. 2–5).
    Journal "journal" Documents Law Some(Topic::Documents),
    /// Summative assessment and its analysis (Order 130, App. 8).
    Assessment "assessment" Documents Law Some(Topic::Assessment),
    /// Order in the class.
    Order "order" Children Choice Some(Topic::Discipline),
    /// Tasks of different levels.
    Levels "levels" Children Choice Some(Topic::Differentiation),
    /// Children with special needs.
    Needs "needs" Children Choice Some(Topic::SpecialNeeds),
    /// A meeting with the parents of a class.
    Gathering "gathering" Parents Choice Some(Topic::Parents),
    /// A talk with the parents of one pupil.
    Talk "talk" Parents Choice Some(Topic::Parents),
    /// Safety, and what to do when something happens.
    Safety "safety" Duties Choice None,
    /// Duty and events of the school.
    Event "event" Duties Choice Some(Topic::OwnClass),
    /// The subject team and lessons of colleagues.
    Team "team" Duties Choice Some(Topic::Methods),
    /// Time and strength.
    Load "load" Duties Choice Some(Topic::Time),
}

/// Editions of the built-in frame, each from a first school year on: a later one is added below, so that years that have
/// begun keep theirs.
const EDITIONS: &[(i16, &[Competency])] = &[(i16::MIN, Competency::ALL)];

impl Competency {
    /// The built-in lines of a school year.
    pub fn of_year(first_year: i16) -> &'static [Self] {
        let edition = EDITIONS.iter().rfind(|(from, _)| *from <= first_year);
        edition.map_or(&[], |(_, lines)| lines)
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.word() == word)
    }
}

/// A line of a frame: built in, or added by the school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Built in.
    BuiltIn(Competency),
    /// Added.
    Added(CompetencyItemId),
}

impl Item {
    /// The word under which it is stored and written in addresses.
    pub fn word(&self) -> &str {
        match self {
            Self::BuiltIn(one) => one.word(),
            Self::Added(id) => id.as_str(),
        }
    }

    /// Reads a word; whether such a line stands in a frame, the frame says.
    pub fn from_word(word: &str) -> Self {
        Competency::from_word(word).map_or_else(|| Self::Added(word.into()), Self::BuiltIn)
    }
}

/// What a school adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Its id.
    pub id: CompetencyItemId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Its field.
    pub field: Field,
    /// What a newcomer should be able to do.
    pub words: Words,
    /// The first year of the school year from which on it holds.
    pub from_year: i16,
    /// Who added it, and when.
    pub added: (PersonId, Instant),
}

/// A line with what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub item: Item,
    /// Its field.
    pub field: Field,
    /// On what the work stands.
    pub basis: Basis,
    /// The topic of the difficulty map.
    pub topic: Option<Topic>,
    /// The words of a line that the school added; a built-in one has its texts.
    pub words: Option<Words>,
}

/// The frame of a school year: by fields, in each the built-in lines before those that the school added by then.
pub fn frame(first_year: i16, additions: &[Addition]) -> Vec<Line> {
    let built_in = Competency::of_year(first_year).iter().map(|one| Line {
        item: Item::BuiltIn(*one),
        field: one.field(),
        basis: one.basis(),
        topic: one.topic(),
        words: None,
    });
    let holds = |one: &&Addition| one.from_year <= first_year;
    let added = additions.iter().filter(holds).map(|one| Line {
        item: Item::Added(one.id.clone()),
        field: one.field,
        basis: Basis::Choice,
        topic: None,
        words: Some(one.words.clone()),
    });
    let mut lines: Vec<Line> = built_in.chain(added).collect();
    lines.sort_by_key(|line| line.field);
    lines
}

/// The school year from which on a change made today holds: this one before its selection begins, else the next.
pub fn year_of_change(programme: &Programme, today: Day) -> i16 {
    match programme.phase(today) {
        Phase::Hiring => programme.first_year,
        _ => programme.first_year.saturating_add(1),
    }
}

/// Why a line is not added or taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddRefused {
    /// No words in one of the languages, or more than [`MOST_ITEM`].
    Words,
    /// [`MOST_ITEMS`] stand already.
    TooMany,
    /// It holds already: a year that has begun keeps its frame.
    Holds,
}

/// May the school add these words? Gives them without white space around.
pub fn add(words: &Words, standing: &[Addition]) -> Result<Words, AddRefused> {
    match () {
        () if !words.fit(MOST_ITEM) => Err(AddRefused::Words),
        () if standing.len() >= MOST_ITEMS => Err(AddRefused::TooMany),
        () => Ok(words.trimmed()),
    }
}

impl Addition {
    /// May it be taken off today? Only while it has not begun to hold.
    pub fn may_go(&self, programme: &Programme, today: Day) -> Result<(), AddRefused> {
        if self.from_year >= year_of_change(programme, today) { Ok(()) } else { Err(AddRefused::Holds) }
    }
}
