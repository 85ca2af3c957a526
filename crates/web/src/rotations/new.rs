//! The coordinator's plan: what is asked of it, who would meet when, who is left out and why. Nothing is written
//! before it is published, and what is published is what was seen.

use super::preview::{Drawing, Preview};
use super::{NewPath, PublishPath, RenewPath, WithdrawPath, plan_refusal};
use crate::contacts::{ListPath, kind_key};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::rotations::{
    Plan, PublishRefused, Sheet, StillToCome, WithdrawRefused, clashing, plan_apart, publish as do_publish,
    renew as do_renew, still_to_come, withdraw as do_withdraw,
};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::contacts::Kind;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::rotations::{KINDS, PER_WEEK, PlanRefused, Wish};
use domain::{Day, Instant};

/// What a plan is asked for where nobody has said otherwise.
const USUAL: Wish = Wish { kind: Kind::VisitToMentor, newcomer_week: 2, mentor_week: 3, seed: 1 };

#[derive(askama::Template)]
#[template(path = "rotations/new.html")]
struct New {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    fields: Fields,
    kinds: Vec<Choice>,
    /// Missing where nothing can be planned.
    preview: Option<Preview>,
    /// Why nothing was published.
    refusal: Option<String>,
    /// The school has no timetable yet.
    no_lessons: bool,
    /// What is still to come of the last plan.
    to_come: Option<StillToCome>,
    /// Planned meetings at which one of the two cannot be any more.
    clashing: usize,
}

impl New {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most(&self) -> u8 {
        *PER_WEEK.end()
    }
}

pub(super) async fn show(_: NewPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let query = query.unwrap_or_default();
    let mut fields = if query.is_empty() { usual(&page) } else { Fields::read(page.lang(), &query) };
    let wish = read(&mut fields);
    draw(&page, fields, wish, None).await
}

fn usual(page: &Page) -> Fields {
    let values = [
        ("kind", USUAL.kind.word().to_owned()),
        ("newcomer_week", USUAL.newcomer_week.to_string()),
        ("mentor_week", USUAL.mentor_week.to_string()),
        ("seed", USUAL.seed.to_string()),
    ];
    Fields::beginning(page.lang(), &values)
}

/// What the form asks for; `None` where something in it is wrong.
fn read(fields: &mut Fields) -> Option<Wish> {
    let kind = fields.choice("kind", Kind::from_word);
    let mut per_week = |name: &str| -> Option<u8> {
        let number = fields.value(name).trim().parse().ok().filter(|number| PER_WEEK.contains(number));
        if number.is_none() {
            let args = [("most", (*PER_WEEK.end()).into())];
            fields.refuse(name, "rotations-refused-per-week-number", &args);
        }
        number
    };
    let (newcomer_week, mentor_week) = (per_week("newcomer_week"), per_week("mentor_week"));
    let seed = fields.value("seed").trim().parse().ok();
    if seed.is_none() {
        fields.refuse("seed", "rotations-refused-seed", &[]);
    }
    Some(Wish { kind: kind?, newcomer_week: newcomer_week?, mentor_week: mentor_week?, seed: seed? })
}

pub(super) async fn publish(_: PublishPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(wish) = read(&mut fields) else { return draw(&page, fields, None, None).await };
    let digest = fields.value("digest").to_owned();
    let programme = page.programme().await?;
    match do_publish(&page.context(), &programme.id, &wish, &digest).await {
        Ok(count) => Ok(page.done(&ListPath, "rotations-done-published", &[("count", count.to_string())])),
        Err(failed) => {
            let key = match refused(failed)? {
                PublishRefused::Plan(why) => plan_refusal(why),
                PublishRefused::Nothing => "rotations-refused-nothing",
                PublishRefused::Changed => "rotations-refused-changed",
            };
            draw(&page, fields, Some(wish), Some(page.text(key))).await
        }
    }
}

pub(super) async fn withdraw(_: WithdrawPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let published_at = fields.value("plan").parse().ok().and_then(|at| Instant::from_millisecond(at).ok());
    let published_at = published_at.ok_or(PageError::Unreadable)?;
    let programme = page.programme().await?;
    match do_withdraw(&page.context(), &programme.id, published_at).await {
        Ok(count) => Ok(page.done(&ListPath, "rotations-done-withdrawn", &[("count", count.to_string())])),
        Err(failed) => {
            let WithdrawRefused::Nothing = refused(failed)?;
            let refusal = page.text("rotations-refused-none-to-come");
            draw(&page, usual(&page), Some(USUAL), Some(refusal)).await
        }
    }
}

pub(super) async fn renew(_: RenewPath, page: Page) -> Result<Response, PageError> {
    let count = do_renew(&page.context()).await?;
    Ok(page.done(&NewPath, "rotations-done-renewed", &[("count", count.to_string())]))
}

/// The page, also where nothing was published: then with the reason and what was chosen. `wish` is what the form asks
/// for; missing where something in it is wrong.
async fn draw(
    page: &Page,
    fields: Fields,
    wish: Option<Wish>,
    refusal: Option<String>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(page, &mut tx).await?;
    may(page.actor(), &Action::ManageRotations(&programme.school)).map_err(|_| PageError::Forbidden)?;
    let turns = store::rotations::of_programme(&mut tx, &programme.school, &programme.id).await?;
    let lessons = store::timetables::of_school(&mut tx, &programme.school).await?;
    let start = match wish.map(|wish| (wish, wish.window(&programme, page.today()))) {
        None => None,
        Some((_, Err(why))) => Some(Err(why)),
        Some((wish, Ok(window))) => {
            Some(Ok((wish, Sheet::load(&mut tx, &programme, window, page.today()).await?)))
        }
    };
    let clashing = match &start {
        Some(Ok((_, sheet))) => sheet.clashing().count(),
        _ => clashing(&mut tx, &programme, page.today()).await?,
    };
    drop(tx);
    let planned = search(start).await?;
    let no_lessons = lessons.is_empty();
    let (title, text) = board(page, &programme, planned.as_ref(), no_lessons);
    let preview = match planned {
        Some(Ok((wish, plan, sheet))) if !no_lessons => {
            let drawing = Drawing { page, names: &names, sheet: &sheet, lessons: &lessons };
            Some(drawing.preview(wish, plan).await?)
        }
        _ => None,
    };
    let wrong = refusal.is_some() || !fields.is_right();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let kind =
        |kind: Kind| Choice::new(kind.word(), page.text(&kind_key(kind))).chosen_if(fields.value("kind"));
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            title,
            text,
            kinds: KINDS.into_iter().map(kind).collect(),
            fields,
            preview,
            refusal,
            no_lessons,
            to_come: still_to_come(&turns, page.today()),
            clashing,
        },
    )
}

/// A plan of this wish, from these data; or why there is none.
type Planned = Result<(Wish, Plan, Sheet), PlanRefused>;

/// Looks for the plan. No connection of the database is held meanwhile.
async fn search(start: Option<Result<(Wish, Sheet), PlanRefused>>) -> Result<Option<Planned>, PageError> {
    Ok(match start {
        None => None,
        Some(Err(why)) => Some(Err(why)),
        Some(Ok((wish, sheet))) => {
            let (plan, sheet) = plan_apart(sheet, wish).await?;
            Some(Ok((wish, plan, sheet)))
        }
    })
}

/// What the board says: how many meetings, and whether everybody meets everybody.
fn board(
    page: &Page,
    programme: &Programme,
    planned: Option<&Planned>,
    no_lessons: bool,
) -> (String, String) {
    let said = match planned {
        Some(Err(why)) => Said::new(plan_refusal(*why)),
        _ if no_lessons => Said::new("rotations-board-no-lessons"),
        None => Said::new("rotations-board-wrong"),
        Some(Ok((_, plan, _))) => {
            let key = match (plan.lines.is_empty(), plan.is_complete()) {
                (true, true) => "rotations-board-done",
                (true, false) => "rotations-board-nobody",
                (false, true) => "rotations-board-complete",
                (false, false) => "rotations-board-partly",
            };
            Said::new(key).with("count", plan.lines.len()).with("left", plan.left_out.len())
        }
    };
    let said = said.day(programme.phases.selection_until);
    (said.words(page.lang()), said.explained(page.lang()))
}
