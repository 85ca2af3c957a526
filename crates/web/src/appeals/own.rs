//! A result of one's own: until when one may appeal, the form, how it was decided and why.

use super::{PracticePath, TakeBackPath, TheoryPath, decision, part_text, path, state_text};
use crate::commissions::{Names, with_guests};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::appeals::{Own, file, own};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::appeals::{About, Appeal, FileRefused, Filing, Ground, MOST_CHARACTERS, State};
use store::Tx;

/// An appeal that was filed.
struct Filed {
    title: String,
    ground: String,
    words: String,
    /// Who decided and when.
    decided: String,
    /// Why; empty while nobody has.
    reason: String,
    /// Where it is taken back, while it waits.
    take_back: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "appeals/own.html")]
struct OwnPage {
    shell: Shell,
    today: Day,
    part: String,
    title: String,
    text: String,
    filed: Vec<Filed>,
    /// The grounds to choose from, where one may appeal now.
    grounds: Vec<Choice>,
    /// Somebody is there who may decide.
    decidable: bool,
    action: String,
    back: String,
    fields: Fields,
}

/// How the result stands with appeals, in a sentence.
fn said(own: &Own, today: Day) -> Said {
    match (own.standing().map(|appeal| &appeal.state), own.until) {
        (Some(State::Filed), _) if !own.decidable => Said::new("appeals-own-nobody"),
        (Some(State::Filed), _) => Said::new("appeals-own-filed").day(own.due.unwrap_or(today)),
        (Some(State::Dismissed { .. }), _) => Said::new("appeals-own-dismissed"),
        (Some(State::Upheld { remedy, .. }), _) => Said::new(format!("appeals-own-{}", remedy.word())),
        (Some(State::TakenBack { .. }) | None, Some(until)) if today <= until => {
            Said::new("appeals-own-open").day(until)
        }
        (Some(State::TakenBack { .. }) | None, Some(until)) => Said::new("appeals-own-over").day(until),
        (Some(State::TakenBack { .. }) | None, None) => Said::new("appeals-own-none"),
    }
}

/// Address and words of the way to appeals from the page of a result; nothing where none was possible.
pub(crate) async fn link(
    page: &Page,
    tx: &mut Tx,
    about: &About,
) -> Result<Option<(String, String)>, PageError> {
    let own = own(tx, &page.context(), about).await?;
    let any = own.until.is_some() || !own.appeals.is_empty();
    Ok(any.then(|| (path(about), said(&own, page.today()).words(page.lang()))))
}

fn filed(page: &Page, appeal: &Appeal, names: &Names) -> Filed {
    let decision = decision(appeal);
    let decided = decision.map(|decision| {
        let name = names.get(&decision.by).cloned().unwrap_or_default();
        let day = i18n::day(page.lang(), page.local(decision.at).date());
        Said::new("appeals-decided").with("name", name).with("day", day).words(page.lang())
    });
    let day = i18n::day(page.lang(), appeal.filed_on);
    let take_back = appeal.is_open().then(|| TakeBackPath { id: appeal.id.clone() }.to_string());
    Filed {
        title: format!("{day}: {}", state_text(page, appeal)),
        ground: page.text(&format!("appeals-ground-{}", appeal.ground.word())),
        words: appeal.words.clone(),
        decided: decided.unwrap_or_default(),
        reason: decision.map(|decision| decision.reason.clone()).unwrap_or_default(),
        take_back,
    }
}

fn grounds(page: &Page, fields: &Fields) -> Vec<Choice> {
    let ground = |ground: Ground| {
        let text = page.text(&format!("appeals-ground-{}", ground.word()));
        Choice::new(ground.word(), text).chosen_if(fields.value("kind"))
    };
    Ground::ALL.map(ground).into()
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, about: &About, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let own = own(&mut tx, &page.context(), about).await?;
    // Whoever decided is of the school that held the exam.
    let decided = own.appeals.iter().filter_map(|one| Some((decision(one)?.by.clone(), one.school.clone())));
    let names = with_guests(page, &mut tx, decided.collect()).await?;
    let said = said(&own, page.today());
    let open = own.is_open(page.today());
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &OwnPage {
            shell: page.shell(),
            today: page.today(),
            part: part_text(page, about),
            title: said.words(page.lang()),
            text: said.explained(page.lang()),
            filed: own.appeals.iter().rev().map(|one| filed(page, one, &names)).collect(),
            grounds: if open { grounds(page, &fields) } else { Vec::new() },
            decidable: own.decidable,
            action: path(about),
            back: match about {
                About::Theory(id) => crate::attempts::PaperPath { id: id.clone() }.to_string(),
                About::Practice(id) => crate::hearings::ShowPath { id: id.clone() }.to_string(),
            },
            fields,
        },
    )
}

pub(super) async fn theory(path: TheoryPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &About::Theory(path.id), Fields::default()).await
}

pub(super) async fn practice(path: PracticePath, page: Page) -> Result<Response, PageError> {
    draw(&page, &About::Practice(path.id), Fields::default()).await
}

pub(super) async fn file_theory(path: TheoryPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    keep(&page, &About::Theory(path.id), fields).await
}

pub(super) async fn file_practice(
    path: PracticePath,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    keep(&page, &About::Practice(path.id), fields).await
}

async fn keep(page: &Page, about: &About, mut fields: Fields) -> Result<Response, PageError> {
    // Somebody else's result is not there, whatever was typed.
    own(&mut *page.read().await?, &page.context(), about).await?;
    let ground = fields.choice("kind", Ground::from_word);
    let words = fields.text("words", MOST_CHARACTERS);
    let Some(ground) = ground.filter(|_| fields.is_right()) else { return draw(page, about, fields).await };
    match file(&page.context(), about, &Filing { ground, words }).await {
        Ok(_) => Ok(page.done(&path(about), "appeals-done-filed", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                FileRefused::NoReason | FileRefused::TooLong => {
                    fields.refuse("words", "forms-missing", &[]);
                    return draw(page, about, fields).await;
                }
                FileRefused::NoResult => "appeals-refused-none",
                FileRefused::TooLate { .. } => "appeals-refused-late",
                FileRefused::FiledBefore => "appeals-refused-before",
            };
            Ok(page.lead(&path(about), FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    match actions::appeals::take_back(&page.context(), &path.id).await {
        Ok(about) => Ok(page.done(&super::path(&about), "appeals-done-taken-back", &[])),
        Err(Failed::Refused(_)) => {
            let about = about(&page, &path).await?;
            Ok(page.lead(&super::path(&about), FlashKind::Refused, "appeals-refused-decided", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

/// What an appeal of the reader's own is about.
async fn about(page: &Page, path: &TakeBackPath) -> Result<About, PageError> {
    let mut tx = page.read().await?;
    let appeal = store::appeals::get(&mut tx, &path.id).await?.ok_or(PageError::NotFound)?;
    own(&mut tx, &page.context(), &appeal.about).await?;
    Ok(appeal.about)
}
