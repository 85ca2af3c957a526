//! Who mentors this year. A newcomer reads cards and writes from them, the coordinator sees the candidates by
//! what is to be done, everybody else first sees how their own candidature stands.

use super::candidates::{Candidates, Found};
use super::cards::Card;
use super::common::{Suggestion, suggestions};
use super::hall::{Hall, manages, not_begun};
use super::lines::Lines;
use super::{ListPath, NominatePath, OwnPath, cards, compare, lines, own_chip, person_id, refusal};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mentors::{Mentor, State, may_come_forward};
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::programmes::{NotNow, Phase};
use domain::requests::Request;
use domain::sides::Side;
use i18n::Arg;
use store::Tx;

/// What to do now.
pub(super) struct Board {
    pub(super) title: String,
    pub(super) text: String,
    /// Address and words of the one button; empty for none.
    pub(super) href: String,
    pub(super) act: String,
}

/// How the reader's own candidature stands.
struct Own {
    look: &'static str,
    icon: &'static str,
    word: String,
    text: String,
    /// Places taken and all places of a mentor.
    load: Option<(u8, u8)>,
    /// The reader's own eligibility, while there is no candidature that waits or holds.
    lines: Option<Lines>,
}

#[derive(askama::Template)]
#[template(path = "mentors/list.html")]
struct List {
    shell: Shell,
    date: String,
    board: Board,
    own: Option<Own>,
    /// Whom a newcomer could get to know.
    suggestions: Vec<Suggestion>,
    cards: Vec<Card>,
    /// What the reader has hidden; at the end.
    hidden: Vec<Card>,
    /// Where the reader's favourites stand side by side; empty where they are not two or three.
    side_by_side: String,
    /// Only newcomers write from here.
    newcomer: bool,
    /// Only for the coordinator.
    candidates: Option<Candidates>,
    /// Why a nomination was refused.
    refused: String,
}

pub(super) async fn list(_: ListPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let search = Fields::read(page.lang(), &query.unwrap_or_default());
    draw(&page, StatusCode::OK, &search, String::new()).await
}

pub(super) async fn nominate(_: NominatePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let person = person_id(fields.value("person"));
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(&page, &mut tx).await? else { return Err(PageError::NotFound) };
    drop(tx);
    match actions::mentors::nominate(&page.context(), &hall.programme.id, &person).await {
        Ok(_) => {
            let name = hall.person(&person)?.name.polite();
            Ok(page.done(&ListPath, "mentors-done-nominated", &[("name", name)]))
        }
        Err(Failed::Refused(why)) => {
            let why = refusal(&page, why);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &fields, why).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The list again, with what was ticked and the reason.
pub(super) async fn refuse(page: &Page, typed: &Fields, key: &str) -> Result<Response, PageError> {
    draw(page, StatusCode::UNPROCESSABLE_ENTITY, typed, page.text(key)).await
}

async fn draw(
    page: &Page,
    status: StatusCode,
    search: &Fields,
    refused: String,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(page, &mut tx).await? else { return not_begun(page) };
    let newcomer = hall.newcomer_of(&page.actor().person);
    let candidates =
        if manages(page)? { Some(Candidates::load(page, &mut tx, &hall, search).await?) } else { None };
    let mine = hall.mentor_of(&page.actor().person);
    let own = match (newcomer, mine, &candidates) {
        (Some(_), None, _) | (None, None, Some(_)) => None,
        _ => Some(own(page, &mut tx, &hall, mine).await?),
    };
    let cards = match candidates {
        Some(_) => Vec::new(),
        None => cards::all(page, &mut tx, &hall, &search.values("with")).await?,
    };
    let suggestions = suggestions(page, &mut tx, &hall, &cards).await?;
    let (hidden, cards): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(Card::hidden);
    let board = match (&candidates, newcomer) {
        (Some(candidates), _) => candidates.board(page, &hall),
        (None, Some(newcomer)) => for_newcomer(page, &mut tx, &hall, newcomer).await?,
        (None, None) => for_staff(page, &hall, mine),
    };
    let list = List {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        board,
        own,
        suggestions,
        side_by_side: compare::favourites(&cards),
        cards,
        hidden,
        newcomer: newcomer.is_some(),
        candidates,
        refused,
    };
    page.show_with(status, &list)
}

async fn own(page: &Page, tx: &mut Tx, hall: &Hall, mine: Option<&Mentor>) -> Result<Own, PageError> {
    let me = hall.person(&page.actor().person)?;
    let Some(mentor) = mine else {
        let may = may_come_forward(&hall.candidate(me), &hall.programme, page.today());
        let text = may.map_or_else(|why| refusal(page, why), |()| page.text("mentors-own-none"));
        let (look, icon, word) = ("", "circle-dashed", "mentors-own-none-word".to_owned());
        let lines = Some(lines::of(page, hall, me));
        return Ok(Own { look, icon, word, text, load: None, lines });
    };
    let (look, icon, word) = own_chip(mentor.state);
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?.len();
    let waits_or_holds = matches!(mentor.state, State::Approved | State::Applied);
    Ok(Own {
        look,
        icon,
        word,
        text: match mentor.state {
            State::Approved => places(page, taken, mentor.card.places),
            state => page.text(&format!("mentors-own-{}", state.word())),
        },
        load: (mentor.state == State::Approved)
            .then(|| (u8::try_from(taken).unwrap_or(u8::MAX), mentor.card.places)),
        lines: (!waits_or_holds).then(|| lines::of(page, hall, me)),
    })
}

/// How many places are taken, in words.
pub(super) fn places(page: &Page, taken: usize, places: u8) -> String {
    i18n::t(page.lang(), "requests-places", &[("taken", taken.into()), ("places", places.into())])
}

impl Board {
    /// A board without a button.
    pub(super) fn saying(page: &Page, key: &str, args: &[(&str, Arg)]) -> Self {
        let say = |key: &str| i18n::t(page.lang(), key, args);
        let text = say(&format!("{key}-text"));
        Self { title: say(key), text, href: String::new(), act: String::new() }
    }

    /// The same with its button.
    pub(super) fn with(self, page: &Page, href: String, act: &str) -> Self {
        Self { href, act: page.text(act), ..self }
    }
}

async fn for_newcomer(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    newcomer: &Newcomer,
) -> Result<Board, PageError> {
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let chosen =
        |pair: &&Pair| pair.origin != Origin::Provisional && !matches!(pair.state, PairState::Ended { .. });
    if let Some(mentor) = pairs.iter().find(chosen).and_then(|pair| hall.mentor(&pair.mentor)) {
        let name = hall.person(&mentor.person)?.name.polite();
        return Ok(Board::saying(page, "mentors-board-chosen", &[("name", name.into())]));
    }
    let phases = &hall.programme.phases;
    let day = |day| Arg::from(i18n::day_short(page.lang(), day));
    let sent = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    // A mentor's offer does not use up the newcomer's own requests.
    let own = |request: &&Request| request.asked_by == Side::Newcomer && request.state.is_open();
    let open = sent.iter().filter(own).count();
    let left = usize::from(hall.programme.settings.open_requests).saturating_sub(open);
    let last = match hall.programme.asking(page.today()) {
        Ok(last) => last,
        Err(NotNow { phase: Phase::Hiring }) => {
            let from = [("day", day(phases.selection_from))];
            return Ok(Board::saying(page, "mentors-board-soon", &from));
        }
        Err(_) => {
            let over = hall.programme.round.as_ref().map_or(phases.selection_until, |round| round.until);
            return Ok(Board::saying(page, "mentors-board-over", &[("day", day(over))]));
        }
    };
    let until = Arg::from(i18n::day_until(page.lang(), last));
    let args = [("until", until), ("count", left.into())];
    Ok(match left {
        0 => Board::saying(page, "mentors-board-wait", &args).with(page, "/requests".into(), "requests-all"),
        _ => Board::saying(page, "mentors-board-choose", &args),
    })
}

fn for_staff(page: &Page, hall: &Hall, mine: Option<&Mentor>) -> Board {
    let card = OwnPath.to_string();
    let until = i18n::day_until(page.lang(), domain::mentors::counts_until(&hall.programme, page.today()));
    let args = [("until", Arg::from(until))];
    let open = domain::mentors::open_now(&hall.programme, page.today()).is_ok();
    match mine.map(|mentor| mentor.state) {
        Some(State::Approved) => {
            Board::saying(page, "mentors-board-mentor", &args).with(page, card, "mentors-to-own")
        }
        Some(State::Applied) => {
            Board::saying(page, "mentors-board-applied", &args).with(page, card, "mentors-to-own")
        }
        Some(State::Nominated) if open => {
            Board::saying(page, "mentors-board-nominated", &args).with(page, card, "mentors-answer")
        }
        Some(State::Rejected) if open => {
            Board::saying(page, "mentors-board-rejected", &args).with(page, card, "mentors-read-reason")
        }
        Some(State::SteppedBack) | None if open => {
            Board::saying(page, "mentors-board-staff", &args).with(page, card, "mentors-come-forward")
        }
        _ => Board::saying(page, "mentors-board-late", &args),
    }
}

impl List {
    /// Messages of a refusal are drawn like those of the frame.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn kind(&self) -> FlashKind {
        FlashKind::Refused
    }
    fn found(&self) -> &[Found] {
        self.candidates.as_ref().map_or(&[], |candidates| &candidates.found)
    }
}
