//! The device in a child's hand: each of a pair answers alone, what was said is never drawn again, and the last page asks for
//! the device back (feat:I6; docs/decisions/0060, 0067).

use super::voice::{Question, field, question_with};
use super::{DevicePath, HandPath, bare};
use crate::accounts;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::peers::voices::{answer as do_answer, hand, heard};
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::peers::voices::{Face, MOST_DID, QUESTIONS, Said as Told};
use domain::peers::weekly::Whose;
use domain::{Day, PeerPairId};

/// What one child is asked.
struct Asked {
    whose: &'static str,
    /// Whether the last meeting took place, once one was due.
    met: Option<(String, Vec<Choice>)>,
    questions: Vec<Question>,
    /// Is asked for words.
    writes: bool,
}

#[derive(askama::Template)]
#[template(path = "peers/device.html")]
struct Device {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// Nobody once it is over: the device is still in a child's hand.
    asked: Option<Asked>,
    action: String,
    fields: Fields,
}

/// The session opens the page of this child alone from now on.
pub(super) async fn hand_over(
    path: HandPath,
    page: Page,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let whose = Whose::from_word(fields.value("whose")).ok_or(PageError::NotFound)?;
    hand(&mut *page.read().await?, &page.context(), &path.id, whose).await?;
    let device = format!("{}?whose={}", DevicePath { id: path.id }, whose.word());
    accounts::hand_over(&page, &headers, (device.as_str(), device.as_str())).await
}

pub(super) async fn device(
    path: DevicePath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    if query.value("whose") != "over" {
        let whose = Whose::from_word(query.value("whose")).unwrap_or(Whose::Helper);
        return draw(&page, &path.id, whose, Fields::default()).await;
    }
    // Whoever does not keep the pair finds nothing here either.
    heard(&mut *page.read().await?, &page.context(), &path.id).await?;
    let words = (page.text("peers-device-over"), page.text("peers-device-over-text"));
    page.show(&one(&page, &path.id, words, None, Fields::default()))
}

fn one(
    page: &Page,
    id: &PeerPairId,
    (title, text): (String, String),
    asked: Option<Asked>,
    fields: Fields,
) -> Device {
    Device {
        shell: bare(page),
        today: page.today(),
        title,
        text,
        asked,
        action: DevicePath { id: id.clone() }.to_string(),
        fields,
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PeerPairId, whose: Whose, fields: Fields) -> Result<Response, PageError> {
    let handed = hand(&mut *page.read().await?, &page.context(), id, whose).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let asked = match whose {
        Whose::Helper => Vec::new(),
        Whose::Mentee => QUESTIONS.map(|word| question_with(page, word, "")).into(),
    };
    let chosen = fields.value("met");
    let met: Option<(String, Vec<Choice>)> = handed.met_on.map(|day| {
        let said = Said::new("peers-device-met").with("day", i18n::day_in_sentence(page.lang(), day));
        let choice =
            |word: &str| Choice::new(word, page.text(&format!("peers-device-met-{word}"))).chosen_if(chosen);
        (said.words(page.lang()), ["yes", "no"].map(choice).into())
    });
    let asked = Asked { whose: whose.word(), met, questions: asked, writes: whose == Whose::Helper };
    let text = page.text(&format!("peers-device-text-{}", whose.word()));
    page.show_with(status, &one(page, id, (handed.pupil.name().brief(), text), Some(asked), fields))
}

pub(super) async fn answer(path: DevicePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let whose = Whose::from_word(fields.value("whose")).ok_or(PageError::NotFound)?;
    if fields.value("act") != "skip" {
        let faces = QUESTIONS.map(|word| Face::from_word(fields.value(&field(word))));
        let did = fields.optional_text("did", MOST_DID);
        if !fields.is_right() {
            return draw(&page, &path.id, whose, fields).await;
        }
        let met = match fields.value("met") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let told = Told { faces, did, took: None };
        do_answer(&page.context(), &path.id, whose, (&told, met)).await?;
    }
    Ok(page.done(&format!("{path}?whose=over"), "peers-done-device", &[]))
}
