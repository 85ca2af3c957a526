//! Lists of a school that are handed out by those who lead its programme, each as its page tells it and no further: which
//! words stand above the columns, who may have it, what stands in a row.

mod audit;
mod contacts;
mod courses;
mod deletions;
mod endings;
mod needs;
mod observations;
mod orders;
mod pairs;
mod people;
mod plans;
mod reports;
mod requests;
mod talks;

pub use audit::hides;

use crate::lists::{Cell, Column, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::pairs::Pair;
use domain::people::Actor;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, Instant, MentorId, NewcomerId, PairId, SchoolId};
use i18n::{Lang, t};
use store::Tx;
use store::people::Named;

/// A list of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Who works here, with post, category and roles.
    People,
    /// Who has asked whom, and how it stands; never the words.
    Requests,
    /// Who has worked with whom.
    Contacts,
    /// Pairs and what they wait for.
    Pairs,
    /// Orders and whom they are about.
    Orders,
    /// How many lessons of each newcomer were observed; never what a sheet says.
    Observations,
    /// Where a talk helps: meetings remembered differently, and those that fall away. No note, and nobody's fault.
    Talks,
    /// What is hard for newcomers in groups that are large enough; of nobody by name.
    Needs,
    /// Plans that the reader may open, and how far each is; never their steps.
    Plans,
    /// Reports that the reader may open.
    Reports,
    /// Last days of pairs; never why.
    Endings,
    /// Sessions of the mentor course that took place, and who was there.
    Courses,
    /// The latest lines of the log.
    Audit,
    /// What was deleted of pupils when its time was over, and how many; never whose.
    Deletions,
}

impl Kind {
    /// Every list.
    pub const ALL: [Self; 14] = [
        Self::People,
        Self::Requests,
        Self::Contacts,
        Self::Pairs,
        Self::Orders,
        Self::Observations,
        Self::Talks,
        Self::Needs,
        Self::Plans,
        Self::Reports,
        Self::Endings,
        Self::Courses,
        Self::Audit,
        Self::Deletions,
    ];

    /// The word in addresses and in names of files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Requests => "requests",
            Self::Contacts => "contacts",
            Self::Pairs => "pairs",
            Self::Orders => "orders",
            Self::Observations => "observations",
            Self::Talks => "talks",
            Self::Needs => "needs",
            Self::Plans => "plans",
            Self::Reports => "reports",
            Self::Endings => "endings",
            Self::Courses => "courses",
            Self::Audit => "audit",
            Self::Deletions => "deletions",
        }
    }

    /// The list that an address names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The key of its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::People => people::TITLE,
            Self::Requests => requests::TITLE,
            Self::Contacts => contacts::TITLE,
            Self::Pairs => pairs::TITLE,
            Self::Orders => orders::TITLE,
            Self::Observations => observations::TITLE,
            Self::Talks => talks::TITLE,
            Self::Needs => needs::TITLE,
            Self::Plans => plans::TITLE,
            Self::Reports => reports::TITLE,
            Self::Endings => endings::TITLE,
            Self::Courses => courses::TITLE,
            Self::Audit => audit::TITLE,
            Self::Deletions => deletions::TITLE,
        }
    }

    /// What whoever has the list must be allowed.
    const fn asks(self, school: &SchoolId) -> Action<'_> {
        match self {
            Self::People => Action::SeePeople(school),
            Self::Requests => Action::SeeRequestStates(school),
            Self::Contacts => Action::SeeContacts(school),
            Self::Pairs | Self::Plans | Self::Reports => Action::SeePairs(school),
            Self::Orders => Action::ReadOrder { school, named: false },
            Self::Observations => Action::SeeObservations(school),
            Self::Talks => Action::SeeDisputes(school),
            Self::Needs => Action::SeeNeeds(school),
            Self::Endings => Action::ManageEndings(school),
            Self::Courses => Action::ManageCourses(school),
            Self::Audit | Self::Deletions => Action::SeeAudit(school),
        }
    }

    /// True where this reader may have it.
    pub fn opens_to(self, actor: &Actor, school: &SchoolId) -> bool {
        may(actor, &self.asks(school)).is_ok()
    }
}

/// What stands above a column, how wide it is, what it holds.
type Heading = (&'static str, u8, CellKind);
type Rows = Vec<Vec<Cell>>;

/// What every list is made of.
struct Scene<'a> {
    context: &'a Context<'a>,
    programme: Programme,
    lang: Lang,
    offset_minutes: i16,
    mentors: Vec<Named<MentorId>>,
    newcomers: Vec<Named<NewcomerId>>,
}

impl Scene<'_> {
    fn say(&self, key: &str) -> String {
        t(self.lang, key, &[])
    }

    fn newcomer(&self, id: &NewcomerId) -> String {
        self.newcomers.iter().find(|one| one.id == *id).map(|one| one.name.full()).unwrap_or_default()
    }

    fn mentor(&self, id: &MentorId) -> String {
        self.mentors.iter().find(|one| one.id == *id).map(|one| one.name.full()).unwrap_or_default()
    }

    /// Newcomer and mentor of a pair in two lines.
    fn two(&self, pair: &Pair) -> Cell {
        Cell::Lines(vec![self.newcomer(&pair.newcomer), self.mentor(&pair.mentor)])
    }

    fn local_day(&self, at: Instant) -> Day {
        domain::calendar::local(at, self.offset_minutes).date()
    }

    async fn pairs(&self, tx: &mut Tx) -> store::Result<Vec<Pair>> {
        store::pairs::of_programme(tx, &self.programme.school, &self.programme.id).await
    }

    /// Rows as the alphabet orders the names beside them.
    fn by_name(&self, mut rows: Vec<(String, Vec<Cell>)>) -> Rows {
        i18n::sort_by_name(self.lang, &mut rows, |(name, _)| name);
        rows.into_iter().map(|(_, row)| row).collect()
    }
}

fn pair_of<'a>(pairs: &'a [Pair], id: &PairId) -> Option<&'a Pair> {
    pairs.iter().find(|pair| pair.id == *id)
}

/// A day, where there is one.
fn day(day: Option<Day>) -> Cell {
    day.map_or_else(|| Cell::words(""), Cell::Day)
}

/// A count.
fn number(count: usize) -> Cell {
    Cell::Number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A list of the running programme of the actor's school, in a language.
pub async fn list(context: &Context<'_>, kind: Kind, lang: Lang) -> Result<List, Failed<Never>> {
    let id = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &kind.asks(id))?;
    let mut tx = context.db.read().await?;
    let programme = store::programmes::running(&mut tx, id, context.today).await?;
    let programme = programme.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, id).await?.ok_or(Failed::NotFound)?;
    let scene = Scene {
        context,
        lang,
        offset_minutes: school.utc_offset_minutes,
        mentors: store::mentors::named(&mut tx, id, &programme.id).await?,
        newcomers: store::newcomers::named(&mut tx, id, &programme.id).await?,
        programme,
    };
    let (headings, rows): (&[Heading], Rows) = match kind {
        Kind::People => (people::HEADINGS, people::rows(&mut tx, &scene).await?),
        Kind::Requests => (requests::HEADINGS, requests::rows(&mut tx, &scene).await?),
        Kind::Contacts => (contacts::HEADINGS, contacts::rows(&mut tx, &scene).await?),
        Kind::Pairs => (pairs::HEADINGS, pairs::rows(&mut tx, &scene).await?),
        Kind::Orders => (orders::HEADINGS, orders::rows(&mut tx, &scene).await?),
        Kind::Observations => (observations::HEADINGS, observations::rows(&mut tx, &scene).await?),
        Kind::Talks => (talks::HEADINGS, talks::rows(&mut tx, &scene).await?),
        Kind::Needs => (needs::HEADINGS, needs::rows(&mut tx, &scene).await?),
        Kind::Plans => (plans::HEADINGS, plans::rows(&mut tx, &scene).await?),
        Kind::Reports => (reports::HEADINGS, reports::rows(&mut tx, &scene).await?),
        Kind::Endings => (endings::HEADINGS, endings::rows(&mut tx, &scene).await?),
        Kind::Courses => (courses::HEADINGS, courses::rows(&mut tx, &scene).await?),
        Kind::Audit => (audit::HEADINGS, audit::rows(&mut tx, &scene).await?),
        Kind::Deletions => (deletions::HEADINGS, deletions::rows(&mut tx, &scene).await?),
    };
    let about = match kind {
        Kind::Courses => courses::about(&scene),
        Kind::Audit => audit::about(&scene),
        Kind::Deletions => deletions::about(&scene),
        _ => Vec::new(),
    };
    let column = |(key, width, holds): &Heading| Column::new(lang, key, *width, *holds);
    Ok(List {
        title: t(lang, kind.title(), &[]),
        about,
        columns: headings.iter().map(column).collect(),
        rows,
        year: (&scene.programme).into(),
        lang,
    })
}
