//! All pairs: who, how it came about, what is missing.

use super::{ListPath, Share, ShowPath, Standing, origin};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Filter;
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::Day;
use domain::pairs::{Next, Origin, Pair};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;

/// What the list is narrowed to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    /// Every pair that has not ended.
    Running,
    Consents,
    Order,
    Meeting,
    Appointed,
    Provisional,
    Over,
}

impl Show {
    const ALL: [Self; 7] = [
        Self::Running,
        Self::Consents,
        Self::Order,
        Self::Meeting,
        Self::Appointed,
        Self::Provisional,
        Self::Over,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Consents => "consents",
            Self::Order => "order",
            Self::Meeting => "meeting",
            Self::Appointed => "appointed",
            Self::Provisional => "provisional",
            Self::Over => "over",
        }
    }

    fn holds(self, pair: &Pair, next: &Next) -> bool {
        match self {
            Self::Running => *next != Next::Over,
            Self::Consents => matches!(next, Next::Consents(_)),
            Self::Order => *next == Next::Order,
            Self::Meeting => *next == Next::Meeting,
            Self::Appointed => *next != Next::Over && matches!(pair.origin, Origin::Appointed { .. }),
            Self::Provisional => *next != Next::Over && pair.origin == Origin::Provisional,
            Self::Over => *next == Next::Over,
        }
    }
}

/// A pair in the list.
struct Row {
    href: String,
    newcomer: String,
    mentor: String,
    origin: Standing,
    standing: Standing,
    /// What is missing, in words: whose consent, until when.
    missing: String,
    late: bool,
}

#[derive(askama::Template)]
#[template(path = "pairs/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    filters: Vec<Filter>,
    /// No pair at all yet.
    none: bool,
    /// Pairs for which a person has to do something.
    waiting: usize,
    share: Share,
    /// Newcomers without a pair although the choice is over.
    unpaired: usize,
    /// The reader coordinates, and reads who asked for a change.
    coordinates: bool,
}

pub(super) async fn list(_: ListPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    may(page.actor(), &Action::SeePairs(school)).map_err(|_| PageError::NotFound)?;
    let Some(programme) = store::programmes::in_sight(&mut tx, school, page.today()).await? else {
        return page.show(&empty(&page));
    };
    let names = Names::of(&mut tx, &programme).await?;
    let consents = store::consents::of_programme(&mut tx, school, &programme.id).await?;
    let begun = actions::meetings::begun(&mut tx, &programme).await?;
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let wanted = query.value("show");
    let show = Show::ALL.into_iter().find(|show| show.word() == wanted).unwrap_or(Show::Running);
    let mut pairs = Vec::new();
    for pair in store::pairs::of_programme(&mut tx, school, &programme.id).await? {
        let next = pair.next(&consents, begun.contains(&pair.id));
        pairs.push((pair, next));
    }
    let shown = pairs.iter().filter(|(pair, next)| show.holds(pair, next));
    let mut rows: Vec<Row> = Vec::new();
    for (pair, next) in shown {
        rows.push(row(&page, &programme, &names, pair, next)?);
    }
    i18n::sort_by_name(page.lang(), &mut rows, |row| &row.newcomer);
    let waits = |next: &Next| matches!(next, Next::Consents(_) | Next::Order | Next::Meeting);
    let newcomers = actions::newcomers::overview(&mut tx, &programme, page.today()).await?;
    let unpaired = newcomers.iter().filter(|one| one.unpaired.is_some()).count();
    let all: Vec<Pair> = pairs.iter().map(|(pair, _)| pair.clone()).collect();
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        rows,
        filters: narrowing(&page, &pairs, show),
        none: pairs.is_empty(),
        waiting: pairs.iter().filter(|(_, next)| waits(next)).count(),
        share: Share::of(&all),
        unpaired,
        coordinates: coordinates(&page),
    })
}

fn coordinates(page: &Page) -> bool {
    page.school_id().is_ok_and(|school| may(page.actor(), &Action::ManageProgramme(school)).is_ok())
}

fn empty(page: &Page) -> List {
    List {
        shell: page.shell(),
        today: page.today(),
        rows: Vec::new(),
        filters: Vec::new(),
        none: true,
        waiting: 0,
        share: Share::default(),
        unpaired: 0,
        coordinates: coordinates(page),
    }
}

/// Ways to narrow the list; those that would show nothing are left out.
fn narrowing(page: &Page, pairs: &[(Pair, Next)], show: Show) -> Vec<Filter> {
    let filter = |one: Show| Filter {
        href: format!("{ListPath}?show={}", one.word()),
        icon: "",
        count: pairs.iter().filter(|(pair, next)| one.holds(pair, next)).count(),
        label: page.text(&format!("pairs-show-{}", one.word())),
        current: one == show,
    };
    let filters = Show::ALL.into_iter().map(filter);
    filters.filter(|filter| filter.count > 0 || filter.current).collect()
}

fn row(
    page: &Page,
    programme: &Programme,
    names: &Names,
    pair: &Pair,
    next: &Next,
) -> Result<Row, PageError> {
    let (newcomer, mentor) = (&names.newcomer(&pair.newcomer)?.name, &names.mentor(&pair.mentor)?.name);
    let until = |key: &str, day: Day| Said::new(key).day(day).words(page.lang());
    let due = pair.first_meeting_due(&programme.settings);
    let missing = match next {
        Next::Consents(missing) => {
            let side = |side: &Side| match side {
                Side::Newcomer => newcomer.polite(),
                Side::Mentor => mentor.polite(),
            };
            let people: Vec<String> = missing.iter().map(side).collect();
            Said::new("pairs-missing-consents").names(people).words(page.lang())
        }
        Next::Order if pair.origin == Origin::Provisional => page.text("pairs-missing-order-provisional"),
        Next::Order => page.text("pairs-missing-order"),
        Next::Meeting => due.map(|day| until("pairs-missing-meeting", day)).unwrap_or_default(),
        Next::Publishing => until("pairs-missing-publishing", programme.phases.decision_until),
        Next::Work | Next::Over => String::new(),
    };
    Ok(Row {
        href: ShowPath { id: pair.id.clone() }.to_string(),
        newcomer: newcomer.brief(),
        mentor: mentor.brief(),
        origin: origin(pair),
        standing: Standing::of(pair, next),
        missing,
        late: *next == Next::Meeting && due.is_some_and(|day| day < page.today()),
    })
}
