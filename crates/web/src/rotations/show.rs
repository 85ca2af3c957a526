//! One planned meeting: when, what, where; what the two may do with it. The coordinator reads how it stands.

use super::own::{have_met, place, visited};
use super::{AgreePath, AskPath, ExcusePath, HeldPath, KeepPath, ShowPath};
use crate::contacts::{ShowPath as ContactPath, kind_key};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Day as FreeDay, Slot as FreeSlot};
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::rotations::{openings, there};
use axum::http::StatusCode;
use axum::response::Response;
use domain::contacts::open;
use domain::permissions::{Action, Two, may};
use domain::rotations::{Asked, Slot, Standing, State, Turn};
use domain::sides::Side;
use domain::{Day, TurnId};
use store::Tx;
use store::people::Named;

/// Days with a free lesson that are offered; who needs a later one talks to the other.
const MOST_DAYS: usize = 8;

/// What everybody reads of it.
struct Facts {
    turn: Turn,
    standing: Standing,
    /// Class and room of the lesson that is visited.
    place: String,
}

impl Facts {
    fn kind(&self) -> String {
        kind_key(self.turn.kind)
    }
    fn norm(&self) -> u16 {
        self.turn.kind.norm()
    }
    fn standing_key(&self) -> String {
        format!("rotations-standing-{}", self.standing.word())
    }
}

#[derive(askama::Template)]
#[template(path = "rotations/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    facts: Facts,
    /// The other one, as addressed.
    name: String,
    side: Side,
    /// The other one is not there any more.
    gone: bool,
    /// Its day has passed, and joint work is not written down any more.
    late: bool,
    /// Days with lessons in which both can.
    days: Vec<FreeDay>,
    fields: Fields,
    /// Why the last step was not taken.
    refusal: Option<String>,
}

impl Show {
    fn is_open(&self) -> bool {
        self.facts.turn.state == State::Planned && !self.gone && !self.late
    }
    /// The other one waits for an answer.
    fn wish(&self) -> Option<Slot> {
        let waits = self.is_open() && self.facts.turn.waits_for(self.side, self.today);
        self.facts.turn.asked.filter(|_| waits).map(|asked| asked.slot)
    }
    /// The reader has proposed another time.
    fn own_wish(&self) -> Option<Slot> {
        let own = |asked: &Asked| asked.by == self.side && self.is_open();
        self.facts.turn.wish(self.today).filter(own).map(|asked| asked.slot)
    }
    /// Its day has passed.
    fn is_past(&self) -> bool {
        self.facts.turn.slot.day < self.today
    }
    /// What is said of the old time beside the one that is asked for.
    fn old_time(&self) -> &'static str {
        if self.is_past() { "rotations-show-wish-past" } else { "rotations-show-wish-text" }
    }
    /// Nobody keeps a day that has passed.
    fn refuse_word(&self) -> &'static str {
        if self.is_past() { "rotations-no" } else { "rotations-keep" }
    }
    fn take_back_word(&self) -> &'static str {
        if self.is_past() { "rotations-take-back-past" } else { "rotations-take-back" }
    }
    /// It is its day, or later.
    fn is_due(&self) -> bool {
        self.is_open() && self.facts.turn.slot.day <= self.today
    }
    /// The key of what the board says.
    fn board(&self) -> &'static str {
        match self.facts.standing {
            Standing::Ahead | Standing::Missed if self.gone => "rotations-show-gone",
            Standing::Ahead | Standing::Missed if self.wish().is_some() => "rotations-show-wish",
            Standing::Missed if self.late => "rotations-show-late",
            Standing::Ahead if self.is_due() => "rotations-show-today",
            Standing::Ahead => "rotations-show-ahead",
            Standing::Missed => "rotations-show-missed",
            Standing::MetOtherwise => "rotations-show-met",
            Standing::Held => "rotations-show-held",
            Standing::Excused => "rotations-show-excused",
            Standing::Withdrawn => "rotations-show-withdrawn",
        }
    }
    fn board_text(&self) -> String {
        format!("{}-text", self.board())
    }
    /// The page of the joint work that it became.
    fn contact(&self) -> Option<ContactPath> {
        match &self.facts.turn.state {
            State::Held { contact } => Some(ContactPath { id: contact.clone() }),
            _ => None,
        }
    }
    fn held(&self) -> HeldPath {
        HeldPath { id: self.facts.turn.id.clone() }
    }
    fn ask(&self) -> AskPath {
        AskPath { id: self.facts.turn.id.clone() }
    }
    fn agree(&self) -> AgreePath {
        AgreePath { id: self.facts.turn.id.clone() }
    }
    fn keep(&self) -> KeepPath {
        KeepPath { id: self.facts.turn.id.clone() }
    }
    fn excuse(&self) -> ExcusePath {
        ExcusePath { id: self.facts.turn.id.clone() }
    }
}

/// What the coordinator reads.
#[derive(askama::Template)]
#[template(path = "rotations/facts.html")]
struct Plain {
    shell: Shell,
    today: Day,
    facts: Facts,
    newcomer: String,
    mentor: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None, None).await
}

/// The page, also where a step was refused: then with the reason and what was chosen.
pub(super) async fn draw(
    page: &Page,
    id: &TurnId,
    refusal: Option<String>,
    typed: Option<Fields>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let turn = store::rotations::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &turn.school, &turn.programme).await?;
    let (newcomer, mentor) = (names.newcomer(&turn.newcomer)?, names.mentor(&turn.mentor)?);
    let school = turn.school.clone();
    let two = Two { school: &school, newcomer: &newcomer.person, mentor: &mentor.person };
    may(page.actor(), &Action::SeeTurn(two)).map_err(|_| PageError::NotFound)?;
    let facts = facts(page, &mut tx, turn, newcomer, mentor).await?;
    if may(page.actor(), &Action::TakeTurn(two)).is_err() {
        let (newcomer, mentor) = (newcomer.name.brief(), mentor.name.brief());
        return page.show(&Plain { shell: page.shell(), today: page.today(), facts, newcomer, mentor });
    }
    let (newcomers, mentors) = there(&mut tx, &programme, page.today()).await?;
    let gone = !newcomers.contains_key(&facts.turn.newcomer) || !mentors.contains_key(&facts.turn.mentor);
    let late = facts.standing == Standing::Missed && open(&programme, page.today()).is_err();
    let (side, name) = if page.actor().person == newcomer.person {
        (Side::Newcomer, mentor.name.polite())
    } else {
        (Side::Mentor, newcomer.name.polite())
    };
    let wrong = refusal.is_some() || typed.is_some();
    let fields = typed.unwrap_or_default();
    let free = if facts.turn.state == State::Planned {
        openings(&mut tx, &facts.turn, page.today()).await?
    } else {
        Vec::new()
    };
    let days = free_days(page, &free, fields.value("slot"));
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (shell, today) = (page.shell(), page.today());
    page.show_with(status, &Show { shell, today, facts, name, side, gone, late, days, fields, refusal })
}

async fn facts<N, M>(
    page: &Page,
    tx: &mut Tx,
    turn: Turn,
    newcomer: &Named<N>,
    mentor: &Named<M>,
) -> Result<Facts, PageError> {
    let contacts = store::contacts::of_newcomer(tx, &turn.school, &turn.newcomer).await?;
    let lesson = visited(tx, &turn, &newcomer.person, &mentor.person).await?;
    let standing = turn.standing(have_met(&turn, &contacts), page.today());
    Ok(Facts { place: place(page.lang(), lesson.as_ref()), standing, turn })
}

/// The nearest days with lessons in which both can.
fn free_days(page: &Page, free: &[Slot], chosen: &str) -> Vec<FreeDay> {
    let days = free.chunk_by(|one, other| one.day == other.day).take(MOST_DAYS);
    let slot = |slot: &Slot| FreeSlot {
        value: slot.to_string(),
        time: slot.lesson.to_string(),
        note: page.text("rotations-lesson"),
        chosen: slot.to_string() == chosen,
    };
    days.filter_map(|day| {
        let title = i18n::day_with_weekday(page.lang(), day.first()?.day);
        Some(FreeDay { title, slots: day.iter().map(slot).collect() })
    })
    .collect()
}
