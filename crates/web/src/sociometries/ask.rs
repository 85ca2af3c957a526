//! The form of one pupil on the specialist's device: names to tap, and on to the next one. No answer is ever drawn again,
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

/// Nobody waits any more: said on a page that shows nobody, for the device is still in a child's hand.
#[derive(askama::Template)]
#[template(path = "sociometries/over.html")]
struct Over {
    shell: Shell,
    today: Day,
}

/// Whose turn it is: whoever was asked for, or the first who waits.
fn whose<'a>(shown: &'a Shown, asked: &str) -> Option<&'a Pupil> {
    let may = |(_, turn): &&(Pupil, Turn)| turn.may_answer();
    let mut there = shown.pupils.iter().filter(may);
    let found = if asked.is_empty() {
        there.find(|(_, turn)| *turn == Turn::Waiting)
    } else {
        there.find(|(pupil, _)| pupil.id.as_str() == asked)
    };
    found.filter(|_| shown.sociometry.state == State::Open).map(|(pupil, _)| pupil)
}

/// The others by name. Each list begins with the one behind its reader, so that nobody stands first on every list.
fn others(page: &Page, shown: &Shown, own: &Pupil) -> Vec<Choice> {
    let choice = |pupil: &Pupil| Choice::new(pupil.id.as_str(), pupil.name().brief());
    let mut all: Vec<Choice> = shown.pupils.iter().map(|(pupil, _)| choice(pupil)).collect();
    i18n::sort_by_name(page.lang(), &mut all, |one| &one.label);
    let at = all.iter().position(|one| one.value == own.id.as_str()).unwrap_or_default();
    all.rotate_left(at);
    all.into_iter().skip(1).collect()
}

pub(super) async fn ask(path: AskPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let shown = shown(&page.context(), Some(vault(&page)?.as_ref()), &path.id).await?;
    let Some(own) = whose(&shown, query.value("pupil")) else {
        if shown.sociometry.state != State::Open {
            return Ok(page.go(&ShowPath { id: path.id }));
        }
        return page.show(&Over { shell: bare(&page), today: page.today() });
    };
    let row = |question: Question| Row {
        name: question.word(),
        words: wording(&page, &shown.sociometry, question),
        choices: others(&page, &shown, own),
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

/// The session opens the forms of this class alone from now on, beginning with that of one pupil, or of whoever is next.
pub(super) async fn hand_over(
    path: HandPath,
    page: Page,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let shown = shown(&page.context(), Some(vault(&page)?.as_ref()), &path.id).await?;
    let pupil = fields.value("pupil");
    whose(&shown, pupil).ok_or(PageError::NotFound)?;
    let ask = AskPath { id: path.id };
    accounts::hand_over(&page, &headers, &ask).await?;
    Ok(if pupil.is_empty() { page.go(&ask) } else { page.go(&format!("{ask}?pupil={}", encode(pupil))) })
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
