//! The home page: what to do now, from facts.

use crate::layout::Shell;
use crate::layout::parts::{Phase as PhasePart, When};
use crate::requests::WritePath;
use crate::{Access, Page, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::mentors::{Mentor, State as MentorState};
use domain::pairs::{Pair, State as PairState};
use domain::people::{Name, Role};
use domain::programmes::{Phase, Programme};
use store::Tx;

/// The home page.
#[derive(TypedPath)]
#[typed_path("/")]
pub(crate) struct HomePath;

/// Routes of the home page.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::SignedIn, home)
}

#[derive(askama::Template)]
#[template(path = "home/show.html")]
struct Home {
    shell: Shell,
    today: Day,
    /// What the board says: a key, and how many things wait.
    board: &'static str,
    waiting: usize,
    phases: Vec<PhasePart>,
    tasks: Vec<Task>,
    /// Approved mentors, by name; shown to newcomers and to the coordinator.
    mentors: Vec<Card>,
    /// The reader may write to them now.
    may_ask: bool,
}

/// Something the reader can do: key of the sentence, a number in it, where it is done.
struct Task {
    key: &'static str,
    count: usize,
    href: String,
    act: &'static str,
}

/// A mentor as newcomers see them.
struct Card {
    name: Name,
    subject: String,
    motive: String,
    gives: String,
    works: String,
    taken: u8,
    places: u8,
    write: String,
}

async fn home(_: HomePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let programme = match page.actor().school.as_ref() {
        Some(school) => store::programmes::latest(&mut tx, school).await?,
        None => None,
    };
    let Some(programme) = programme else { return page.show(&without_programme(&page)) };
    let tasks = tasks(&page, &mut tx, &programme).await?;
    let newcomer = page.actor().is(Role::Newcomer);
    let sees_cards = newcomer || page.actor().is(Role::Coordinator);
    let mentors = if sees_cards { cards(&page, &mut tx, &programme).await? } else { Vec::new() };
    let phase = programme.phase(page.today());
    let board = match (tasks.len(), newcomer && phase == Phase::Selection) {
        (0, true) => "home-board-choose",
        (0, false) => "home-board-quiet",
        _ => "home-board-tasks",
    };
    page.show(&Home {
        shell: page.shell(),
        today: page.today(),
        board,
        waiting: tasks.len(),
        phases: phases(&page, &programme),
        tasks,
        mentors,
        may_ask: newcomer && phase == Phase::Selection,
    })
}

fn without_programme(page: &Page) -> Home {
    Home {
        shell: page.shell(),
        today: page.today(),
        board: "home-board-no-programme",
        waiting: 0,
        phases: Vec::new(),
        tasks: Vec::new(),
        mentors: Vec::new(),
        may_ask: false,
    }
}

fn phases(page: &Page, programme: &Programme) -> Vec<PhasePart> {
    let now = programme.phase(page.today());
    let part = |phase: Phase| {
        let (from, until) = programme.phases.span(phase);
        let day = |day| i18n::day_short(page.lang(), day);
        PhasePart {
            name: page.text(&format!("home-phase-{}", phase.word())),
            note: format!("{} – {}", day(from), day(until)),
            when: match phase.cmp(&now) {
                std::cmp::Ordering::Less => When::Past,
                std::cmp::Ordering::Equal => When::Now,
                std::cmp::Ordering::Greater => When::Next,
            },
        }
    };
    Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(part).collect()
}

/// What waits for the reader, in the order in which it should be done.
async fn tasks(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Task>, PageError> {
    let me = &page.actor().person;
    let mut tasks = Vec::new();
    let mut add = |count: usize, key: &'static str, act: &'static str, href: &str| {
        if count > 0 {
            tasks.push(Task { key, count, href: href.to_owned(), act });
        }
    };
    if let Some(mentor) = store::mentors::of_person(tx, &programme.id, me).await? {
        let requests = store::requests::of_mentor(tx, &mentor.school, &mentor.id).await?;
        let open = requests.iter().filter(|request| request.state.is_open()).count();
        add(open, "home-task-answer", "home-act-requests", "/requests");
        let pairs = store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await?;
        add(published(&pairs), "home-task-consent", "home-act-orders", "/orders");
    }
    if let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? {
        let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
        add(published(&pairs), "home-task-consent", "home-act-orders", "/orders");
    }
    if page.actor().is(Role::Coordinator) {
        let waiting = actions::orders::waiting(tx, programme).await?;
        let pairs = waiting.values().map(Vec::len).sum();
        add(pairs, "home-task-prepare", "home-act-orders", "/orders");
    }
    if page.actor().is(Role::Head) {
        let orders = store::orders::of_programme(tx, &programme.school, &programme.id).await?;
        let drafts = orders.iter().filter(|order| order.state == domain::orders::State::Draft).count();
        add(drafts, "home-task-sign", "home-act-orders", "/orders");
    }
    Ok(tasks)
}

/// Chosen pairs that wait for consents.
fn published(pairs: &[Pair]) -> usize {
    let waits = |pair: &&Pair| pair.place.is_some() && pair.state == PairState::Published;
    pairs.iter().filter(waits).count()
}

async fn cards(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Card>, PageError> {
    let named = store::mentors::named(tx, &programme.school, &programme.id).await?;
    let mut cards = Vec::new();
    for mentor in store::mentors::of_programme(tx, &programme.school, &programme.id).await? {
        if mentor.state != MentorState::Approved {
            continue;
        }
        let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?.len();
        let person = named.iter().find(|named| named.id == mentor.id).ok_or(PageError::NotFound)?;
        let subject = person.subject.clone().unwrap_or_default();
        cards.push(card(mentor, person.name.clone(), subject, taken));
    }
    let name = |card: &Card| card.name.brief();
    let mut keyed: Vec<(String, Card)> = cards.into_iter().map(|card| (name(&card), card)).collect();
    i18n::sort_by_name(page.lang(), &mut keyed, |(name, _)| name);
    Ok(keyed.into_iter().map(|(_, card)| card).collect())
}

fn card(mentor: Mentor, name: Name, subject: String, taken: usize) -> Card {
    Card {
        name,
        subject,
        motive: mentor.card.motive,
        gives: mentor.card.gives,
        works: mentor.card.works,
        taken: u8::try_from(taken).unwrap_or(u8::MAX),
        places: mentor.card.places,
        write: WritePath { mentor: mentor.id }.to_string(),
    }
}
