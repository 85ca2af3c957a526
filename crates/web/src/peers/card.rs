//! The card of the next meeting: an activity that is tapped or own words, and the paper of it (doc:B7).

use super::{CardPaperPath, CardPath, ShowPath, named, shell};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::peers::cards::{CardRefused, Planned, open, print, title, when, words, write};
use axum::http::StatusCode;
use axum::response::Response;
use domain::journals::cards::{Card, MOST_WORDS, Starter, next_meeting};
use domain::journals::topics::MOST_TOPIC;
use domain::peers::Pair;
use domain::{Day, PeerPairId};
use i18n::Lang;

/// A field of the form, and what stands in it.
struct Field {
    name: &'static str,
    stood: String,
    value: String,
}

#[derive(askama::Template)]
#[template(path = "peers/card.html")]
struct Show {
    shell: Shell,
    today: Day,
    two: String,
    /// What was agreed on and nobody types again.
    facts: Vec<(&'static str, String)>,
    /// What the card says, once it says what the two do.
    said: Vec<(&'static str, String)>,
    papers: Vec<(String, &'static str)>,
    here: String,
    starters: Vec<Choice>,
    stood: &'static str,
    topic: Field,
    aim: Field,
    materials: Field,
    back: String,
    fields: Fields,
}

/// Where the card of the next meeting of a pair is filled in, while the two meet.
pub(crate) fn address(page: &Page, pair: &Pair, paused: bool) -> Option<String> {
    let agreement = pair.state.agreement().filter(|_| pair.is_open() && !paused)?;
    next_meeting(agreement, page.today()).map(|_| CardPath { id: pair.id.clone() }.to_string())
}

pub(super) async fn show(path: CardPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

fn field(name: &'static str, stood: Option<&String>, fields: &Fields) -> Field {
    let stood = stood.cloned().unwrap_or_default();
    let value = if fields.has(name) { fields.value(name).to_owned() } else { stood.clone() };
    Field { name, stood, value }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PeerPairId, fields: Fields) -> Result<Response, PageError> {
    let planned = open(&page.context(), id).await?;
    let (lang, card) = (page.lang(), &planned.card);
    let stood = card.starter.map_or("", Starter::word);
    let chosen = if fields.has("starter") { fields.value("starter") } else { stood };
    let offered = |one: &Starter| one.form() == planned.weekly.form || card.starter == Some(*one);
    let choice = |one: Starter| Choice::new(one.word(), title(lang, one)).chosen_if(chosen);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let show = Show {
        shell: shell(page),
        today: page.today(),
        two: format!("{} – {}", named(&planned.helper), named(&planned.mentee)),
        facts: facts(page, &planned),
        said: said(lang, card),
        papers: if card.says_what() { papers(id) } else { Vec::new() },
        here: CardPath { id: id.clone() }.to_string(),
        starters: Starter::ALL.into_iter().filter(offered).map(choice).collect(),
        stood,
        topic: field("topic", card.topic.as_ref(), &fields),
        aim: field("aim", card.aim.as_ref(), &fields),
        materials: field("materials", card.materials.as_ref(), &fields),
        back: ShowPath { id: id.clone() }.to_string(),
        fields,
    };
    page.show_with(status, &show)
}

fn facts(page: &Page, planned: &Planned) -> Vec<(&'static str, String)> {
    let weekly = &planned.weekly;
    vec![
        ("peers-card-when", when(page.lang(), planned)),
        ("peers-place", weekly.place.clone()),
        ("peers-adult", planned.adult.clone().unwrap_or_else(|| page.text("peers-adult-gone"))),
    ]
}

/// What the card says, what they do first.
fn said(lang: Lang, card: &Card) -> Vec<(&'static str, String)> {
    if !card.says_what() {
        return Vec::new();
    }
    let [aim, topic, materials] = words(lang, card);
    let lines = [("peers-card-topic", topic), ("peers-card-aim", aim), ("peers-card-materials", materials)];
    lines.into_iter().filter_map(|(key, words)| Some((key, words?))).collect()
}

fn papers(id: &PeerPairId) -> Vec<(String, &'static str)> {
    let paper = |lang: &str| CardPaperPath { id: id.clone(), lang: lang.to_owned() }.to_string();
    vec![(paper("kk"), "layout-paper-kk"), (paper("ru"), "layout-paper-ru")]
}

pub(super) async fn paper(path: CardPaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print(&page.context(), &path.id, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "card.pdf"))
}

/// What stood on the page that was sent.
fn known(fields: &Fields) -> Option<Card> {
    let stood = |name: &str| Some(fields.value(name).to_owned()).filter(|words| !words.is_empty());
    fields.has("was-starter").then(|| Card {
        starter: Starter::from_word(fields.value("was-starter")),
        topic: stood("was-topic"),
        aim: stood("was-aim"),
        materials: stood("was-materials"),
    })
}

pub(super) async fn fill_in(path: CardPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let card = Card {
        starter: Starter::from_word(fields.value("starter")),
        topic: fields.optional_text("topic", MOST_TOPIC),
        aim: fields.optional_text("aim", MOST_WORDS),
        materials: fields.optional_text("materials", MOST_WORDS),
    };
    if !fields.is_right() {
        return draw(&page, &path.id, fields).await;
    }
    let known = known(&fields);
    match write(&page.context(), &path.id, (&card, page.lang()), known.as_ref()).await {
        Ok(()) => Ok(page.done(&CardPath { id: path.id }, "peers-done-card", &[])),
        Err(Failed::Refused(CardRefused::Nothing)) => {
            fields.refuse("topic", "peers-card-nothing", &[]);
            draw(&page, &path.id, fields).await
        }
        Err(Failed::Refused(CardRefused::Newer(stands))) => {
            let stands: Vec<String> =
                said(page.lang(), &stands).into_iter().map(|(_, words)| words).collect();
            fields.now_stands("topic", stands.join(" · "));
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
