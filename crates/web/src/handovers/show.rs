//! One change of mentor that was asked for: the coordinator talks, then leaves the pair as it is or carries it out.

use super::{CarryOutPath, ShowPath, StayPath, chip};
use crate::appointments::{Offered, free_mentors};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::handovers::{Handover, State};
use domain::pairs::{LEAST_REASON, Pair};
use domain::sides::Side;
use domain::{Day, HandoverId};
use jiff::civil::DateTime;

/// The form that carries it out.
struct Changing {
    action: String,
    stay: String,
    /// Mentors with a free place, the old one left out.
    offered: Offered,
    /// First and last day that can be the last one of the old pair, for the field.
    first: String,
    last: String,
    least: usize,
}

#[derive(askama::Template)]
#[template(path = "handovers/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    asker: String,
    /// Which of the two asks for what.
    who: String,
    asked_at: DateTime,
    note: Option<String>,
    look: &'static str,
    icon: &'static str,
    word: &'static str,
    /// Missing where it is settled.
    changing: Option<Changing>,
    /// The new pair, once there is one.
    into: Option<String>,
    pair: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let today = page.today().to_string();
    let fields = Fields::beginning(page.lang(), &[("last_day", today)]);
    draw(&page, &path.id, fields, StatusCode::OK).await
}

/// The page, with what is wrong where something is.
pub(super) async fn draw(
    page: &Page,
    id: &HandoverId,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = actions::handovers::decidable(&mut tx, &page.context(), id).await?;
    let (handover, pair) = found.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &handover.school, &handover.programme).await?;
    let (newcomer, mentor) = (&names.newcomer(&pair.newcomer)?.name, &names.mentor(&pair.mentor)?.name);
    let asker = match handover.asked_by {
        Side::Newcomer => newcomer,
        Side::Mentor => mentor,
    };
    let (look, icon, word) = chip(&handover.state);
    let changing = if handover.is_open(&pair) {
        let (new_to, but, chosen) = (&pair.newcomer, Some(&pair.mentor), fields.value("mentor"));
        let offered = free_mentors(page, &mut tx, &programme, new_to, but, chosen).await?;
        Some(changing(page, &handover, &pair, offered))
    } else {
        None
    };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            asker: asker.polite(),
            who: i18n::t(
                page.lang(),
                &format!("handovers-who-{}", handover.asked_by.word()),
                &[("newcomer", newcomer.brief().into()), ("mentor", mentor.brief().into())],
            ),
            asked_at: page.local(handover.asked_at),
            look,
            icon,
            word,
            changing,
            into: match &handover.state {
                State::CarriedOut { into, .. } => Some(PairPath { id: into.clone() }.to_string()),
                State::Asked | State::TakenBack { .. } | State::Stayed { .. } => None,
            },
            note: handover.note,
            pair: PairPath { id: pair.id }.to_string(),
            fields,
        },
    )
}

fn changing(page: &Page, handover: &Handover, pair: &Pair, offered: Offered) -> Changing {
    let id = || handover.id.clone();
    Changing {
        action: CarryOutPath { id: id() }.to_string(),
        stay: StayPath { id: id() }.to_string(),
        offered,
        first: pair.assignment().map(|was| was.period.from.to_string()).unwrap_or_default(),
        last: page.today().to_string(),
        least: LEAST_REASON,
    }
}
