//! The question of the fortnight or about a meeting, answered by one tap or skipped, and under it the own line.

use super::{Ask, OwnPath, TablePath, rest};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::said::Said as Words;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::pulses::{Answer, Asked, answer, list, now, own, words};
use axum::response::Response;
use domain::Day;
use domain::programmes::Programme;
use domain::pulses::{GiveRefused, Given, Question, Said, Source, Wordings};
use domain::surveys::Mark;

/// One fortnight of the line.
struct Row {
    when: String,
    going: String,
    second: String,
}

#[derive(askama::Template)]
#[template(path = "pulses/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    ask: Option<Ask>,
    /// The first question anew, where it was seen to.
    again: Option<Ask>,
    /// How long it can be answered.
    until: String,
    rows: Vec<Row>,
    /// Where the line is taken as a table: XLSX, then CSV.
    tables: [String; 2],
    /// From how many people on a group is read.
    least: u16,
    /// After how many fortnights without an answer somebody asks.
    silent: u8,
}

fn board(asked: Option<&Asked>) -> Words {
    match asked.map(|asked| asked.said) {
        None => Words::new("pulses-none"),
        Some(None) if asked.is_some_and(|asked| asked.source == Source::Meeting) => {
            Words::new("pulses-asks-meeting")
        }
        Some(None) => Words::new("pulses-asks"),
        Some(Some(Said::Answered { .. })) => Words::new("pulses-answered"),
        Some(Some(Said::Skipped | Said::Silent)) => Words::new("pulses-skips"),
    }
}

fn row(page: &Page, programme: &Programme, given: &Given, wordings: &Wordings) -> Row {
    let (from, until) = (given.fortnight.first_day(programme), given.fortnight.last_day(programme));
    let (going, second) = match given.said {
        Said::Answered { going, second } => {
            let line = second.map(|(item, mark)| {
                let asked = words(page.lang(), wordings, Question::Second(item), given.wording);
                let said = Words::new("pulses-second").with("line", asked);
                said.with("mark", u16::from(mark.number())).words(page.lang())
            });
            (going.number().to_string(), line.unwrap_or_default())
        }
        Said::Skipped | Said::Silent => {
            (page.text(&format!("pulses-said-{}", given.said.word())), String::new())
        }
    };
    let when = i18n::day_span(page.lang(), from, until);
    let when = match given.source {
        Source::Fortnight => when,
        Source::Meeting => Words::new("pulses-line-meeting").with("when", when).words(page.lang()),
    };
    Row { when, going, second }
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let asked = now(&mut tx, &page.context(), &programme).await?;
    let wordings = store::pulses::wordings(&mut tx, &programme).await?;
    let mut rows = Vec::new();
    for (of, given) in &own(&mut tx, &page.context(), &programme).await? {
        rows.push(row(&page, of, given, &store::pulses::wordings(&mut tx, of).await?));
    }
    let said = board(asked.as_ref());
    let until = asked.map(|asked| i18n::day_until(page.lang(), asked.fortnight.last_day(&programme)));
    let seen_to = asked.filter(|asked| !asked.waits());
    page.show(&Own {
        shell: page.shell(),
        today: page.today(),
        board: said.words(page.lang()),
        text: said.explained(page.lang()),
        ask: asked.and_then(|asked| rest(&page, &asked, &wordings)),
        again: seen_to.map(|asked| Ask::of(&page, &asked, None, &wordings)),
        until: until.unwrap_or_default(),
        rows,
        tables: ["xlsx", "csv"].map(|form| TablePath { form: form.to_owned() }.to_string()),
        least: programme.settings.min_cell,
        silent: programme.settings.pulse_silent,
    })
}

fn read(fields: &Fields) -> Option<Answer> {
    let mark = |name: &str| fields.value(name).parse().ok().and_then(Mark::new);
    match (mark("going"), mark("second")) {
        (Some(mark), _) => Some(Answer::Going(mark)),
        (None, Some(mark)) => Some(Answer::Second(mark)),
        (None, None) => (fields.value("skip") == "yes").then_some(Answer::Skip),
    }
}

/// What is answered; the fortnight where the form does not say.
fn about(fields: &Fields) -> Option<Source> {
    match fields.value("source") {
        "" => Some(Source::Fortnight),
        word => Source::from_word(word),
    }
}

pub(super) async fn keep(_: OwnPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let source = about(&fields).ok_or(PageError::Unreadable)?;
    let given = read(&fields).ok_or(PageError::Unreadable)?;
    match answer(&page.context(), &programme, source, given, page.lang().tag()).await {
        Ok(()) if given == Answer::Skip => Ok(page.done(&OwnPath, "pulses-done-skipped", &[])),
        Ok(()) => Ok(page.done(&OwnPath, "pulses-done", &[])),
        Err(Failed::Refused(GiveRefused::NotNow)) => {
            Ok(page.lead(&OwnPath, FlashKind::Note, "pulses-refused-not-now", &[]))
        }
        Err(Failed::Refused(GiveRefused::FirstFirst)) => {
            Ok(page.lead(&OwnPath, FlashKind::Note, "pulses-refused-first", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let list = list(&page.context(), &programme, page.lang()).await?;
    crate::handouts::table(&page, list, &path.form, "pulses")
}
