//! The regulation of the programme and its road map (doc:A20; essay:E21): clauses and steps that follow from the law, the
//! settings and the calendar of the programme, and what the school adds. Practice; each line says on what it stands.

use crate::programmes::Programme;
use crate::reports::{Basis, Kind as ReportKind, Term as ReportTerm, due_on};
use crate::{Day, Instant, PersonId, ProgrammeId, RegulationLineId, SchoolId};

/// Most characters of a text that the school adds, in one language.
pub const MOST_WORDS: usize = 300;
/// Most lines that the school adds to each part.
pub const MOST_LINES: usize = 30;

/// A chapter of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// What it is for, and what the law asks for.
    General,
    /// Who chooses whom, and how.
    Choice,
    /// The year of work.
    Work,
    /// What protects people.
    Care,
}

impl Chapter {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::General, Self::Choice, Self::Work, Self::Care];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Choice => "choice",
            Self::Work => "work",
            Self::Care => "care",
        }
    }
}

macro_rules! clauses {
    ($($(#[$about:meta])* $name:ident $word:literal $chapter:ident $basis:ident,)*) => {
        /// A clause of the text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Clause {
            $($(#[$about])* $name,)*
        }

        impl Clause {
            /// All, in the order of the text.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The tail of its text key.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Where it stands.
            pub const fn chapter(self) -> Chapter {
                match self { $(Self::$name => Chapter::$chapter,)* }
            }

            /// On what it stands.
            pub const fn basis(self) -> Basis {
                match self { $(Self::$name => Basis::$basis,)* }
            }
        }
    };
}

clauses! {
    /// What the programme is for.
    Purpose "purpose" General Choice,
    /// Who is a newcomer (Law 293-VI, Art. 1).
    Newcomer "newcomer" General Law,
    /// A mentor by order within the working days of the law (Law 293-VI, Art. 13; Order 160).
    Order "order" General Law,
    /// The supplement (Law 293-VI).
    Pay "pay" General Law,
    /// The one form of the law (Order 130, App. 9).
    Plan "plan" General Law,
    /// Nothing else may be demanded.
    NoOther "no_other" General Law,
    /// From which category on.
    Category "category" General Choice,
    /// How many newcomers one mentor takes.
    Capacity "capacity" General Choice,
    /// How long the selection lasts.
    Window "window" Choice Choice,
    /// Who chooses.
    Both "both" Choice Choice,
    /// Requests and their answers.
    Requests "requests" Choice Choice,
    /// Sealed lists.
    Lists "lists" Choice Choice,
    /// A refusal needs no reason.
    Refusal "refusal" Choice Choice,
    /// Appointments and second rounds.
    Appointment "appointment" Choice Choice,
    /// The first meeting.
    FirstMeeting "first_meeting" Work Choice,
    /// The journal.
    Journal "journal" Work Choice,
    /// Observed lessons.
    Observations "observations" Work Choice,
    /// The survey.
    Survey "survey" Work Choice,
    /// What is private stays private.
    Private "private" Care Choice,
    /// Figures of groups.
    Groups "groups" Care Choice,
    /// A change of mentor.
    Change "change" Care Choice,
}

impl Clause {
    /// The clauses of a chapter.
    pub fn of(chapter: Chapter) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |clause| clause.chapter() == chapter)
    }
}

/// When a step of the road map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Within so many working days of hiring.
    AfterHiring(u16),
    /// Within so many days of the order.
    AfterOrder(u16),
    /// From a day to a day.
    Span(Day, Day),
    /// By a day.
    Until(Day),
    /// September, January and May.
    Seasons,
    /// October, January and May.
    Waves,
}

/// Who is responsible for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The head.
    Head,
    /// The coordinator.
    Coordinator,
    /// Mentors.
    Mentors,
    /// Newcomers.
    Newcomers,
    /// Both of a pair.
    Pair,
}

impl Who {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Coordinator => "coordinator",
            Self::Mentors => "mentors",
            Self::Newcomers => "newcomers",
            Self::Pair => "pair",
        }
    }
}

/// A step of the road map. Its word is the tail of the text keys of the event and of the document that comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its word.
    pub word: &'static str,
    /// When.
    pub when: When,
    /// Who is responsible.
    pub who: Who,
    /// On what it stands.
    pub basis: Basis,
}

/// The road map of a programme. Reports stand in it only where the school uses their form: of others nobody is asked.
pub fn road_map(programme: &Programme, used: &[ReportKind], plan_days: u16) -> Vec<Step> {
    let (phases, settings) = (&programme.phases, &programme.settings);
    let step = |word, when, who, basis| Step { word, when, who, basis };
    let report = |word, kind, term, who| {
        let when = When::Until(due_on(kind, term, programme));
        used.contains(&kind).then_some(step(word, when, who, Basis::Choice))
    };
    let always = [
        step("provisional", When::AfterHiring(settings.days_to_order), Who::Head, Basis::Law),
        step("plan", When::AfterOrder(plan_days), Who::Mentors, Basis::Law),
        step("maps", When::Seasons, Who::Newcomers, Basis::Choice),
        step(
            "selection",
            When::Span(phases.selection_from, phases.selection_until),
            Who::Coordinator,
            Basis::Choice,
        ),
        step("surveys", When::Waves, Who::Coordinator, Basis::Choice),
        step("lists", When::Until(phases.decision_until), Who::Pair, Basis::Choice),
        step("confirming", When::Until(phases.orders_until), Who::Head, Basis::Law),
        step("meetings", When::Span(phases.orders_until, phases.work_until), Who::Pair, Basis::Choice),
    ];
    let reports = [
        report("mentor_half", ReportKind::Mentor, ReportTerm::Half, Who::Mentors),
        report("newcomer_half", ReportKind::Newcomer, ReportTerm::Half, Who::Newcomers),
        report("note_half", ReportKind::Note, ReportTerm::Half, Who::Coordinator),
        report("mentor_year", ReportKind::Mentor, ReportTerm::Year, Who::Mentors),
        report("newcomer_year", ReportKind::Newcomer, ReportTerm::Year, Who::Newcomers),
        report("note_year", ReportKind::Note, ReportTerm::Year, Who::Coordinator),
    ];
    always.into_iter().chain(reports.into_iter().flatten()).collect()
}

/// To what the school adds a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The text.
    Text,
    /// The road map.
    Road,
}

impl Part {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Text, Self::Road];

    /// The word under which it is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Road => "road",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// A text in the two languages of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
}

impl Words {
    /// True where there is something in both languages, and at most so many characters in each.
    pub(crate) fn fit(&self, most: usize) -> bool {
        let fits = |text: &str| (1..=most).contains(&text.trim().chars().count());
        fits(&self.kk) && fits(&self.ru)
    }

    /// The same without white space around.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        Self { kk: self.kk.trim().to_owned(), ru: self.ru.trim().to_owned() }
    }
}

/// What a line of the school says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A clause of the text.
    Text(Words),
    /// A step of the road map.
    Road {
        /// What happens.
        event: Words,
        /// By which day.
        due: Day,
        /// Who is responsible.
        who: Words,
        /// The document that comes of it.
        result: Words,
    },
}

impl Content {
    /// To what it belongs.
    pub const fn part(&self) -> Part {
        match self {
            Self::Text(_) => Part::Text,
            Self::Road { .. } => Part::Road,
        }
    }
}

/// A line that the school added. It is never changed: another takes its place, and both stand in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: RegulationLineId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// On what it stands.
    pub basis: Basis,
    /// What it says.
    pub content: Content,
    /// Who added it, and when.
    pub added: (PersonId, Instant),
    /// Who took it off, and when.
    pub removed: Option<(PersonId, Instant)>,
}

/// Why a line is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddRefused {
    /// A text is missing in one of the languages, or longer than [`MOST_WORDS`].
    Words,
    /// The day does not lie in the year of the programme.
    Day,
    /// The part has [`MOST_LINES`].
    TooMany,
}

/// May a line be added? `standing` are those that stand. Gives what is kept.
pub fn add(content: &Content, programme: &Programme, standing: &[Line]) -> Result<Content, AddRefused> {
    let same = standing.iter().filter(|line| line.content.part() == content.part()).count();
    if same >= MOST_LINES {
        return Err(AddRefused::TooMany);
    }
    match content {
        Content::Text(words) if words.fit(MOST_WORDS) => Ok(Content::Text(words.trimmed())),
        Content::Road { event, due, who, result }
            if [event, who, result].into_iter().all(|words| words.fit(MOST_WORDS)) =>
        {
            if !(programme.phases.starts_on..=programme.phases.work_until).contains(due) {
                return Err(AddRefused::Day);
            }
            let [event, who, result] = [event, who, result].map(Words::trimmed);
            Ok(Content::Road { event, due: *due, who, result })
        }
        Content::Text(_) | Content::Road { .. } => Err(AddRefused::Words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    fn words(text: &str) -> Words {
        Words { kk: text.to_owned(), ru: text.to_owned() }
    }

    fn road(due: Day) -> Content {
        Content::Road {
            event: words("Семинар"), due, who: words("методист"), result: words("хаттама")
        }
    }

    #[test]
    fn every_chapter_has_clauses_and_the_one_form_of_the_law_is_marked() {
        for chapter in Chapter::ALL {
            assert!(Clause::of(chapter).count() >= 3, "{chapter:?}");
        }
        assert_eq!(Clause::Plan.basis(), Basis::Law);
        let of_law = Clause::ALL.iter().filter(|clause| clause.basis() == Basis::Law);
        assert!(of_law.clone().all(|clause| clause.chapter() == Chapter::General));
        assert_eq!(of_law.count(), 5);
    }

    #[test]
    fn the_road_map_follows_the_programme_and_asks_for_no_form_that_the_school_does_not_use() {
        let plain = road_map(&programme(), &[], 10);
        assert_eq!(plain[0].when, When::AfterHiring(5));
        assert!(plain.iter().any(|step| step.when == When::Until(date(2026, 11, 6))));
        assert!(!plain.iter().any(|step| step.word == "mentor_half"));
        let with = road_map(&programme(), &[ReportKind::Mentor], 10);
        assert_eq!(with.len(), plain.len() + 2);
        assert!(with.iter().any(|step| step.when == When::Until(date(2026, 12, 25))));
    }

    #[test]
    fn a_line_stands_in_both_languages_within_the_year() {
        let add = |content: &Content| add(content, &programme(), &[]);
        assert_eq!(add(&Content::Text(words(" Әр айда "))), Ok(Content::Text(words("Әр айда"))));
        let one = Words { kk: "Әр айда".into(), ru: String::new() };
        assert_eq!(add(&Content::Text(one)), Err(AddRefused::Words));
        assert_eq!(add(&Content::Text(words(&"ә".repeat(MOST_WORDS + 1)))), Err(AddRefused::Words));
        assert!(add(&road(date(2027, 3, 1))).is_ok());
        assert_eq!(add(&road(date(2027, 6, 1))), Err(AddRefused::Day));
        assert!(Part::ALL.into_iter().all(|part| Part::from_word(part.word()) == Some(part)));
    }

    #[test]
    fn a_part_has_no_more_lines_than_people_read() {
        let line = Line {
            id: "line".into(),
            school: "school".into(),
            programme: "programme".into(),
            basis: Basis::Choice,
            content: Content::Text(words("Әр айда")),
            added: ("gulnafisa".into(), Instant::UNIX_EPOCH),
            removed: None,
        };
        let full = vec![line; MOST_LINES];
        assert_eq!(add(&Content::Text(words("Тағы")), &programme(), &full), Err(AddRefused::TooMany));
        assert!(add(&road(date(2027, 3, 1)), &programme(), &full).is_ok());
    }
}
