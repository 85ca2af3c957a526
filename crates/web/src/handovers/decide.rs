//! What the coordinator decides after the talks.

use super::{CarryOutPath, ListPath, StayPath, show};
use crate::appointments::{MOST_REASON, appoint_refusal};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::pairs::ShowPath as PairPath;
use crate::{Page, PageError};
use actions::Failed;
use actions::handovers::Change;
use axum::http::StatusCode;
use axum::response::Response;
use domain::MentorId;
use domain::handovers::{ChangeRefused, NotOpen};
use domain::pairs::LEAST_REASON;

pub(super) async fn stay(path: StayPath, page: Page) -> Result<Response, PageError> {
    match actions::handovers::stay(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "handovers-done-stayed", &[])),
        Err(Failed::Refused(NotOpen)) => Ok(page.lead(&ListPath, FlashKind::Note, "handovers-not-open", &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn carry_out(
    path: CarryOutPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let typed = |word: &str| (!word.is_empty()).then(|| MentorId::from(word));
    let (last_day, mentor) = (fields.day("last_day"), fields.choice("mentor", typed));
    let reason = fields.text("reason", MOST_REASON);
    let (Some((last_day, mentor)), true) = (last_day.zip(mentor), fields.is_right()) else {
        return show::draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let change = Change { last_day, mentor, agreed: fields.ticked("agreed"), reason };
    match actions::handovers::carry_out(&page.context(), &path.id, &change).await {
        Ok(pair) => Ok(page.done(&PairPath { id: pair }, "handovers-done-carried-out", &[])),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            show::draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

fn refuse(page: &Page, fields: &mut Fields, why: ChangeRefused) {
    match why {
        ChangeRefused::NotOpen => fields.refuse("last_day", "handovers-not-open", &[]),
        ChangeRefused::BeforeFirstDay { from } => {
            let day = i18n::day(page.lang(), from);
            fields.refuse("last_day", "handovers-refused-before", &[("day", day.into())]);
        }
        ChangeRefused::AfterToday => fields.refuse("last_day", "handovers-refused-after", &[]),
        ChangeRefused::NotAgreed => fields.refuse("agreed", "handovers-refused-agreed", &[]),
        ChangeRefused::SameMentor => fields.refuse("mentor", "handovers-refused-same", &[]),
        ChangeRefused::New(why) => {
            let (field, key) = appoint_refusal(why);
            fields.refuse(field, key, &[("least", LEAST_REASON.into())]);
        }
    }
}
