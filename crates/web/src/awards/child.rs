//! What stands about one pupil in an award and why, for whoever looks after the child: to be said to the child and the
//! family, and to be appealed against before the lot (feat:J3).

use super::{ChildPath, ShowPath, named, not_named, prizes};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::awards::{AppealRefused, Explained, Now, answer, appeal, decline, explained, nominate};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::awards::{Appeal, AwardRefused, MOST_WORDS, State, Why, wishes_text};

/// The answers to an appeal.
const ANSWERS: [&str; 2] = ["upheld", "denied"];

#[derive(askama::Template)]
#[template(path = "awards/child.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    award: String,
    initials: String,
    name: String,
    class: String,
    /// Why they have what they have, or what comes first.
    why: String,
    /// Points by fact.
    points: Vec<String>,
    code: String,
    grounds: String,
    /// The appeal and its answer, in words.
    appeal: Vec<String>,
    /// Wishes and grounds, for whoever says them anew.
    anew: Option<(String, String)>,
    /// Something can be given back, and the reader writes it down.
    returns: bool,
    /// Until when an appeal is filed, for whoever files one.
    files: Option<String>,
    /// The answers, for whoever gives one.
    answers: Option<Vec<Choice>>,
    /// What there is to wish for, by number.
    prizes: Vec<String>,
    action: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ChildPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path, Fields::default()).await
}

/// Says wishes and grounds anew, files an appeal, or answers one.
pub(super) async fn send(path: ChildPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let what = fields.value("what").to_owned();
    if what == "decline" {
        decline(&page.context(), &path.id, &path.pupil).await?;
        return Ok(page.done(&path, "awards-done-declined", &[]));
    }
    if what == "anew" { anew(path, page, fields).await } else { appealed(path, page, fields).await }
}

async fn anew(path: ChildPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let named = named(&mut fields);
    let Some(named) = named.filter(|_| fields.is_right()) else { return draw(&page, &path, fields).await };
    match nominate(&page.context(), &path.id, &path.pupil, &named).await {
        Ok(()) => Ok(page.done(&path, "awards-done-nominated", &[])),
        Err(Failed::Refused(why)) => {
            let (_, key) = not_named(why);
            fields.refuse("wishes", key, &[]);
            draw(&page, &path, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn appealed(path: ChildPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("words", MOST_WORDS);
    let upheld = |word: &str| ANSWERS.iter().position(|one| *one == word).map(|place| place == 0);
    let answers = fields.value("what") == "answer";
    let given = if answers { fields.choice("answer", upheld) } else { None };
    if !fields.is_right() {
        return draw(&page, &path, fields).await;
    }
    let context = page.context();
    let done = match given {
        Some(upheld) => answer(&context, &path.id, &path.pupil, (upheld, words.as_str())).await,
        None => appeal(&context, &path.id, &path.pupil, &words).await,
    };
    match done {
        Ok(()) => Ok(page.done(&path, "awards-done-appeal", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("words", refusal(why), &[]);
            draw(&page, &path, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

const fn refusal(why: AppealRefused) -> &'static str {
    match why {
        AppealRefused::Award(AwardRefused::Late) => "awards-refused-appeal-late",
        AppealRefused::Award(_) => "awards-refused-appeal-early",
        AppealRefused::Filed => "awards-refused-appeal-filed",
        AppealRefused::Own => "awards-refused-appeal-own",
        AppealRefused::Same => "awards-refused-appeal-same",
        AppealRefused::Known => "awards-refused-appeal-known",
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, path: &ChildPath, fields: Fields) -> Result<Response, PageError> {
    let told = explained(&page.context(), &path.id, &path.pupil).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let name = told.pupil.name();
    let choice = |word: &str| {
        Choice::new(word, page.text(&format!("awards-answer-{word}"))).chosen_if(fields.value("answer"))
    };
    let last = told.award.state.frozen().and_then(|frozen| told.award.rule.last_appeal(frozen.on));
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            title: name.brief(),
            award: told.award.title.clone(),
            initials: name.initials(),
            name: name.full(),
            class: told.pupil.class_key.clone(),
            why: why(page, &told),
            points: points(page, &told),
            code: told.nominee.entry.code.clone(),
            grounds: told.nominee.grounds.clone(),
            appeal: told.appeal.as_ref().map(|one| said(page, one)).unwrap_or_default(),
            anew: (told.now == Some(Now::Anew)).then(|| {
                let wishes = wishes_text(&told.nominee.entry.wishes);
                let typed = |name: &str, stands: String| {
                    if fields.has(name) { fields.value(name).to_owned() } else { stands }
                };
                (typed("wishes", wishes), typed("grounds", told.nominee.grounds.clone()))
            }),
            returns: told.now == Some(Now::Return),
            files: last.filter(|_| told.now == Some(Now::Appeal)).map(|last| {
                i18n::t(page.lang(), "awards-appeal-text", &[("day", i18n::day(page.lang(), last).into())])
            }),
            answers: (told.now == Some(Now::Answer)).then(|| ANSWERS.map(choice).into()),
            prizes: prizes(page, &told.award.rule),
            action: path.to_string(),
            back: ShowPath { id: told.award.id.clone() }.to_string(),
            fields,
        },
    )
}

/// Why, in words that say nothing about another child.
fn why(page: &Page, told: &Explained) -> String {
    let say = |key: &str| page.text(key);
    let by_lot = |tied: bool| if tied { "yes" } else { "no" };
    match (told.why, told.award.state.frozen()) {
        (None, _) if matches!(told.award.state, State::Annulled(..)) => say("awards-why-annulled"),
        (None, None) => say("awards-why-published"),
        (None, Some(_)) => say("awards-why-frozen"),
        (Some(Why::Below(missing)), _) => {
            Said::new("awards-why-below").with("missing", missing).words(page.lang())
        }
        (Some(Why::Prize { prize, wish, tied }), _) => {
            let name = told.award.rule.prizes.get(prize).map(|one| one.name.clone()).unwrap_or_default();
            Said::new("awards-why-prize")
                .with("name", name)
                .with("wish", wish)
                .with("lot", by_lot(tied))
                .words(page.lang())
        }
        (Some(Why::Reserve(place)), _) => {
            Said::new("awards-why-reserve").with("place", place).words(page.lang())
        }
        (Some(Why::NoWish), _) => say("awards-why-no-wish"),
        (Some(Why::Rested), _) => say("awards-why-rested"),
        (Some(Why::Taken { tied }), _) => {
            Said::new("awards-why-taken").with("lot", by_lot(tied)).words(page.lang())
        }
        (Some(Why::Declined), _) => say("awards-why-declined"),
    }
}

fn points(page: &Page, told: &Explained) -> Vec<String> {
    let of = |(fact, points): &(domain::awards::Fact, u32)| {
        format!("{}: {points}", page.text(&format!("awards-fact-{}", fact.word())))
    };
    told.points.iter().map(of).collect()
}

/// An appeal and its answer.
fn said(page: &Page, appeal: &Appeal) -> Vec<String> {
    let lang = page.lang();
    let filed = Said::new("awards-appeal-filed")
        .with("day", i18n::day(lang, appeal.filed.1))
        .with("grounds", appeal.grounds.as_str())
        .words(lang);
    let answer = appeal.answer.as_ref().map_or_else(
        || page.text("awards-appeal-waits"),
        |one| {
            let word = if one.upheld { ANSWERS[0] } else { ANSWERS[1] };
            Said::new("awards-appeal-answered")
                .with("answer", page.text(&format!("awards-answer-{word}")))
                .with("words", one.words.as_str())
                .words(lang)
        },
    );
    vec![filed, answer]
}
