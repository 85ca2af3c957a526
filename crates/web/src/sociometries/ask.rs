//! A class on the specialist's device, or on several at once: a pupil finds the own name, taps names of others, and passes the
//! device on. No answer is ever drawn again,
//! and no other page opens until the specialist has the device again (docs/decisions/0046, 0067).

use super::{AskPath, HandPath, ShowPath, vault, wording};
use crate::accounts;
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::peers::bare;
use crate::{Page, PageError, filters};
use actions::sociometries::{Shown, answer as do_answer, pass, shown};
use axum::extract::RawQuery;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::pupils::Pupil;
use domain::sociometries::{Question, State, Turn};
use domain::{Day, PupilId};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// A question with those who can be chosen.
struct Row {
    name: &'static str,
    words: String,
    choices: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "sociometries/ask.html")]
struct Ask {
    shell: Shell,
    today: Day,
    name: String,
    pupil: String,
    rows: Vec<Row>,
    action: String,
}

/// Names of those who have not been asked yet. Who has answered, who declined and who is not here all alike are not among them.
#[derive(askama::Template)]
#[template(path = "sociometries/names.html")]
struct Names {
    shell: Shell,
    today: Day,
    /// Where the form is, and the name.
    ways: Vec<(String, String)>,
}

/// Nobody waits any more: said on a page that shows nobody, for the device is still in a child's hand.
#[derive(askama::Template)]
#[template(path = "sociometries/over.html")]
struct Over {
    shell: Shell,
    today: Day,
}

/// Those who have not been asked yet, while the class answers.
fn waiting(shown: &Shown) -> impl Iterator<Item = &Pupil> {
    let waits = |turn: Turn| turn == Turn::Waiting && shown.sociometry.state == State::Open;
    shown.pupils.iter().filter(move |(_, turn)| waits(*turn)).map(|(pupil, _)| pupil)
}

/// The pupil of an id who may answer.
fn whose<'a>(shown: &'a Shown, asked: &str) -> Option<&'a Pupil> {
    let may = |(pupil, turn): &&(Pupil, Turn)| pupil.id.as_str() == asked && turn.may_answer();
    let found = shown.pupils.iter().find(may).map(|(pupil, _)| pupil);
    found.filter(|_| shown.sociometry.state == State::Open)
}

/// The others by name, in an order that is the reader's alone and stays: nobody stands first on many lists, and no neighbour
/// finds a name where it stands on the own one.
fn others(shown: &Shown, own: &Pupil) -> Vec<Choice> {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let place =
        |other: &PupilId| hasher.hash_one((shown.sociometry.id.as_str(), own.id.as_str(), other.as_str()));
    let all = shown.pupils.iter().map(|(pupil, _)| pupil).filter(|pupil| pupil.id != own.id);
    let mut all: Vec<&Pupil> = all.collect();
    all.sort_by_cached_key(|pupil| place(&pupil.id));
    all.into_iter().map(|pupil| Choice::new(pupil.id.as_str(), pupil.name().brief())).collect()
}

/// Where a pupil finds the own name; the last page where nobody waits.
fn names(path: &AskPath, page: &Page, shown: &Shown) -> Result<Response, PageError> {
    let form = |pupil: &Pupil| (to(path, &pupil.id), pupil.name().brief());
    let mut ways: Vec<(String, String)> = waiting(shown).map(form).collect();
    if ways.is_empty() {
        return page.show(&Over { shell: bare(page), today: page.today() });
    }
    i18n::sort_by_name(page.lang(), &mut ways, |(_, name)| name);
    page.show(&Names { shell: bare(page), today: page.today(), ways })
}

/// Where the form of one pupil stands.
fn to(path: &AskPath, pupil: &PupilId) -> String {
    format!("{path}?pupil={}", encode(pupil.as_str()))
}

pub(super) async fn ask(path: AskPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let shown = shown(&page.context(), Some(vault(&page)?.as_ref()), &path.id).await?;
    if shown.sociometry.state != State::Open {
        return Ok(page.go(&ShowPath { id: path.id }));
    }
    // Also where somebody was faster with the own name on another device.
    let Some(own) = whose(&shown, query.value("pupil")) else { return names(&path, &page, &shown) };
    let row = |question: Question| Row {
        name: question.word(),
        words: wording(&page, &shown.sociometry, question),
        choices: others(&shown, own),
    };
    page.show(&Ask {
        shell: bare(&page),
        today: page.today(),
        name: own.name().brief(),
        pupil: own.id.to_string(),
        rows: shown.sociometry.questions.list().into_iter().map(row).collect(),
        action: path.to_string(),
    })
}

/// The session opens the forms of this class alone from now on, beginning with that of one pupil, or with the names.
pub(super) async fn hand_over(
    path: HandPath,
    page: Page,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let shown = shown(&page.context(), Some(vault(&page)?.as_ref()), &path.id).await?;
    let ask = AskPath { id: path.id };
    let to = match fields.value("pupil") {
        "" => waiting(&shown).next().map(|_| ask.to_string()),
        pupil => whose(&shown, pupil).map(|pupil| to(&ask, &pupil.id)),
    };
    let to = to.ok_or(PageError::NotFound)?;
    let child = ask.to_string();
    accounts::hand_over(&page, &headers, (child.as_str(), to.as_str())).await
}

pub(super) async fn answer(path: AskPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (context, pupil) = (page.context(), PupilId::from(fields.value("pupil")));
    let act = fields.value("act");
    if act == "decline" || act == "absent" {
        pass(&context, &path.id, &pupil, act == "decline").await?;
    } else {
        let vault = vault(&page)?;
        let asked = shown(&context, Some(vault.as_ref()), &path.id).await?.sociometry.questions.list();
        let of = |question: &Question| {
            fields.values(question.word()).into_iter().map(PupilId::from).collect::<Vec<_>>()
        };
        let chosen: Vec<Vec<PupilId>> = asked.iter().map(of).collect();
        do_answer(&context, &vault, &path.id, &pupil, &chosen).await?;
    }
    Ok(page.done(&path, "sociometries-done-answered", &[]))
}
