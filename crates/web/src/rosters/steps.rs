//! The steps of an import: read otherwise, decided, written, taken back, given up.

use super::show::draw;
use super::{
    ApplyPath, DecidePath, DiscardPath, ListPath, ReadingPath, ShowPath, UndoPath, undo_refusal, words,
};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::rosters::{
    self, Assessed, Choice, Confirm, DateOrder, Encoding, Options, Separator, Shown, field_of,
};
use axum::http::StatusCode;
use axum::response::Response;
use domain::ImportId;
use domain::rosters::{ApplyRefused, Choices, Decision, Fate, Kind, Verdict};

/// The page again, with the reason of a refusal.
async fn refused(page: &Page, id: &ImportId, why: &ApplyRefused) -> Result<Response, PageError> {
    let error = words::apply_refused(page.lang(), why);
    draw(page, id, StatusCode::UNPROCESSABLE_ENTITY, error).await
}

async fn chosen(page: &Page, id: ImportId, choice: &Choice) -> Result<Response, PageError> {
    match rosters::choose(&page.context(), &id, choice).await {
        Ok(()) => Ok(page.done(&ShowPath { id }, "rosters-flash-chosen", &[])),
        Err(Failed::Refused(why)) => refused(page, &id, &why).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn reading(path: ReadingPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let shown = rosters::show(&page.context(), &path.id).await?;
    let options = unless_guessed(options(shown.import.kind, &fields), &shown);
    chosen(&page, path.id, &Choice::Reading(Box::new(options))).await
}

/// Blank means: as guessed.
fn options(kind: Kind, fields: &Fields) -> Options {
    let filled = |name: &str| Some(fields.value(name)).filter(|value| !value.is_empty());
    let mut options = Options {
        sheet: filled("sheet").map(str::to_owned),
        encoding: Encoding::ALL.into_iter().find(|encoding| encoding.name() == fields.value("encoding")),
        separator: Separator::ALL
            .into_iter()
            .find(|one| words::separator_word(*one) == fields.value("separator")),
        header_line: filled("header_line").and_then(|line| line.parse().ok()),
        date_order: DateOrder::ALL
            .into_iter()
            .find(|one| words::date_order_word(*one) == fields.value("date_order")),
        ..Options::default()
    };
    for (key, chosen) in fields.values("key").into_iter().zip(fields.values("column")) {
        let field = field_of(kind, chosen);
        if chosen == "none" || field.is_some() {
            options.columns.insert(key.to_owned(), field);
        }
    }
    options
}

/// What was only shown as guessed is not chosen by sending the form: another sheet has another header.
fn unless_guessed(mut options: Options, shown: &Shown) -> Options {
    let guess = match &shown.assessed {
        Some(Assessed::Ready(ready)) => &ready.guess,
        Some(Assessed::Unready(guess)) => guess,
        Some(Assessed::Refused(_)) | None => return options,
    };
    let before = &shown.options;
    let other_sheet = options.sheet != guess.sheet;
    if before.sheet.is_none() && !other_sheet {
        options.sheet = None;
    }
    if before.encoding.is_none() && options.encoding == guess.encoding && guess.doubts.is_empty() {
        options.encoding = None;
    }
    if before.separator.is_none() && options.separator == guess.separator {
        options.separator = None;
    }
    let same_header = options.header_line == Some(guess.header_line);
    if same_header && (before.header_line.is_none() || other_sheet) {
        options.header_line = None;
    }
    options
}

pub(super) async fn decide(path: DecidePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let shown = rosters::show(&page.context(), &path.id).await?;
    let choices = if fields.ticked("reset") {
        // What the system wrote itself is nobody's choice to take back.
        Choices { known: shown.import.choices.known.clone(), ..Choices::default() }
    } else {
        choices(&shown, &fields)
    };
    chosen(&page, path.id, &Choice::Deciding(choices)).await
}

/// What was decided before, and what this form adds.
fn choices(shown: &Shown, fields: &Fields) -> Choices {
    let mut choices = shown.import.choices.clone();
    if fields.ticked("settings") {
        choices.full_list = fields.ticked("full_list");
        choices.file_wins = fields.values("file_wins").into_iter().map(str::to_owned).collect();
    }
    let Some(Assessed::Ready(assessment)) = &shown.assessed else { return choices };
    for line in &assessment.lines {
        if !matches!(line.verdict, Verdict::Decide { .. }) {
            continue;
        }
        let decision = match fields.value(&format!("line-{}", line.row.line)) {
            "new" => Decision::New,
            "skip" => Decision::Skip,
            same => match same.strip_prefix("same:") {
                Some(id) => Decision::Same(id.to_owned()),
                None => continue,
            },
        };
        choices.lines.insert(line.row.line, decision);
    }
    for one in assessment.absent.iter().filter(|one| one.absent.asked.is_some()) {
        let fate = match fields.value(&format!("absent-{}", one.absent.id)) {
            "stays" => Fate::Stays,
            "leaves" => Fate::Leaves,
            _ => continue,
        };
        choices.absent.insert(one.absent.id.clone(), fate);
    }
    choices
}

pub(super) async fn apply(path: ApplyPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let confirm = Confirm {
        shown: Some(fields.value("shown").to_owned()),
        typed: fields.value("leaving").trim().parse().ok(),
        leave_undecided: false,
        whole: false,
    };
    match rosters::apply(&page.context(), &path.id, &confirm).await {
        Ok(counts) if counts.writes() == 0 => Ok(page.done(&ListPath, "rosters-flash-same", &[])),
        Ok(counts) => {
            let args = [
                ("create", counts.create.to_string()),
                ("update", counts.update.to_string()),
                ("leaving", counts.leaving.to_string()),
            ];
            Ok(page.done(&ShowPath { id: path.id }, "rosters-flash-applied", &args))
        }
        Err(Failed::Refused(why)) => refused(&page, &path.id, &why).await,
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn undo(path: UndoPath, page: Page) -> Result<Response, PageError> {
    match rosters::undo(&page.context(), &path.id).await {
        Ok(back) => {
            let args = [("count", back.reverted.to_string()), ("left", back.left_alone.len().to_string())];
            Ok(page.done(&ShowPath { id: back.id }, "rosters-flash-undone", &args))
        }
        Err(Failed::Refused(why)) => {
            let error = undo_refusal(page.lang(), why);
            draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, error).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn discard(path: DiscardPath, page: Page) -> Result<Response, PageError> {
    match rosters::discard(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "rosters-flash-discarded", &[])),
        Err(Failed::Refused(why)) => refused(&page, &path.id, &why).await,
        Err(other) => Err(other.into()),
    }
}
