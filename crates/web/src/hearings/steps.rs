//! What an examiner does.

use super::show::{draw, field};
use super::{BeginPath, ReasonPath, SheetPath, ShowPath, refusal, with_guests};
use crate::commissions::Names;
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::commissions::{Put, Refused, open, put};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::HearingId;
use domain::exams::{Chosen, Grade, HearingRefused, MarkFault, Rubric, Sheet};

/// Longest reason of a gap.
const MOST_REASON: usize = 600;

/// The page of the practice with a message, or with what is wrong under a field.
async fn answer(
    page: &Page,
    id: HearingId,
    place: &str,
    mut fields: Fields,
    done: Result<&'static str, Failed<Refused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(key) => Ok(page.done(&ShowPath { id }, key, &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = {
                let mut tx = page.read().await?;
                let seen = open(&mut tx, &page.context(), &id).await?;
                let names = with_guests(page, &mut tx, seen.hearing.people()).await?;
                refusal(page, &why, &names, &seen.commission.rubric)
            };
            fields.refuse(place, key, &args);
            draw(page, &id, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn begin(path: BeginPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let done = actions::commissions::begin(&page.context(), &path.id).await;
    answer(&page, path.id, "begin", fields, done.map(|()| "commissions-done-begun")).await
}

/// Marks that were chosen on the page: nothing where a criterion is open or as the page had it.
fn chosen(rubric: &Rubric, own: &Sheet, fields: &mut Fields) -> Vec<Option<Chosen>> {
    let mut chosen = Vec::new();
    for (at, criterion) in rubric.criteria.iter().enumerate() {
        let name = field(criterion);
        let typed = fields.value(&name).to_owned();
        let mark: Option<u8> = typed.parse().ok();
        if mark.is_none() && !typed.is_empty() {
            fields.refuse(&name, "commissions-refused-scale", &[]);
        }
        let was = format!("was-{name}");
        let (known, untouched) = if fields.has(&was) {
            (fields.value(&was).parse().ok(), fields.value(&was) == typed)
        } else {
            (own.marks.get(at).copied().flatten(), false)
        };
        chosen.push(mark.filter(|_| !untouched).map(|mark| Chosen { mark, known }));
    }
    chosen
}

/// What stands at a criterion, as its field holds it.
fn stands(sheet: &Sheet, at: usize) -> String {
    sheet.marks.get(at).copied().flatten().map(|mark| mark.to_string()).unwrap_or_default()
}

/// What the script of the page is told (assets/offline.js): what stands now in each field that it sent, or a sentence.
fn quietly(
    page: &Page,
    rubric: &Rubric,
    fields: &Fields,
    done: Result<Put, Failed<Refused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(Put { sheet, .. }) => {
            let names = rubric.criteria.iter().map(field).enumerate();
            let sent = names.filter(|(_, name)| fields.has(name));
            let line = |(at, name): (usize, String)| format!("{name} {}\n", stands(&sheet, at));
            Ok(sent.map(line).collect::<Vec<String>>().concat().into_response())
        }
        Err(Failed::Refused(why)) => {
            // The rules of a sheet name nobody.
            let (key, args) = refusal(page, &why, &Names::new(), rubric);
            let text = i18n::t(page.lang(), key, &args);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, text).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The word for the whole, where one was chosen: before the sheet is sealed, since nobody may say it afterwards.
async fn grade(page: &Page, id: &HearingId, fields: &Fields) -> Result<(), PageError> {
    let word = fields.value("grade");
    let Some(grade) = Grade::ALL.into_iter().find(|grade| grade.word() == word) else { return Ok(()) };
    match actions::commissions::grade(&page.context(), id, grade).await {
        // Where the sheet was sealed meanwhile, what becomes of its marks says so.
        Ok(()) | Err(Failed::Refused(_)) => Ok(()),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn sheet(path: SheetPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (rubric, own) = {
        let mut tx = page.read().await?;
        let mut seen = open(&mut tx, &page.context(), &path.id).await?;
        let own = seen.hearing.sheets.remove(&page.actor().person).ok_or(PageError::NotFound)?;
        (seen.commission.rubric, own)
    };
    let (chosen, quiet) = (chosen(&rubric, &own, &mut fields), fields.ticked("quiet"));
    if !fields.is_right() && quiet {
        let text = page.text("commissions-refused-scale");
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, text).into_response());
    }
    if !fields.is_right() {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // Whoever seals looks at the page that says so.
    let seal = !quiet && fields.value("go") == "seal";
    if !quiet {
        grade(&page, &path.id, &fields).await?;
    }
    let done = put(&page.context(), &path.id, &chosen, seal).await;
    if quiet {
        return quietly(&page, &rubric, &fields, done);
    }
    let half = |why: &Refused| matches!(why, Refused::Hearing(HearingRefused::Mark(MarkFault::Open { .. })));
    if matches!(&done, Err(Failed::Refused(why)) if half(why)) {
        // What was marked stays, whatever is still open.
        put(&page.context(), &path.id, &chosen, false).await?;
    }
    if let Some(newer) = done.as_ref().ok().filter(|put| !put.newer.is_empty()) {
        for at in &newer.newer {
            fields.now_stands(
                &rubric.criteria.get(*at).map(field).unwrap_or_default(),
                stands(&newer.sheet, *at),
            );
        }
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    let place = match &done {
        Err(Failed::Refused(Refused::Hearing(HearingRefused::Mark(
            MarkFault::Open { criterion } | MarkFault::OffScale { criterion },
        )))) => rubric.criteria.get(*criterion).map(field),
        _ => None,
    };
    let key = if seal { "hearings-done-sealed" } else { "hearings-done-saved" };
    answer(&page, path.id, &place.unwrap_or_else(|| "sheet".to_owned()), fields, done.map(|_| key)).await
}

pub(super) async fn reason(path: ReasonPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("reason", MOST_REASON);
    if !fields.is_right() {
        return draw(&page, &path.id, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // A number that is none is no criterion.
    let criterion = fields.value("criterion").parse().unwrap_or(usize::MAX);
    let done = actions::commissions::explain(&page.context(), &path.id, criterion, &text).await;
    answer(&page, path.id, "reason", fields, done.map(|()| "hearings-done-explained")).await
}
