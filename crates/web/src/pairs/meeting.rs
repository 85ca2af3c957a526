//! The planned first meeting: set by either of the two, moved by either of the two.

use super::{MeetingPath, ShowPath, show};
use crate::forms::Fields;
use crate::{Page, PageError};
use actions::Failed;
use actions::pairs::{Plan, plan_first_meeting};
use axum::response::Response;
use domain::pairs::{MOST_PLACE, PlanRefused};

pub(super) async fn plan(path: MeetingPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (on, at, place) = (fields.day("on"), fields.time("at"), fields.text("place", MOST_PLACE));
    let wanted = on.zip(at).filter(|_| fields.is_right());
    let Some((on, at)) = wanted else { return show::draw(&page, &path.id, Some(fields)).await };
    let plan = Plan { on, at, place, seen: fields.value("seen").parse().ok() };
    match plan_first_meeting(&page.context(), &path.id, &plan).await {
        Ok(()) => Ok(page.done(
            &ShowPath { id: path.id },
            "pairs-done-meeting",
            &[("day", i18n::day_in_sentence(page.lang(), on)), ("time", i18n::time(at))],
        )),
        Err(Failed::Refused(why)) => {
            refuse(&page, &mut fields, why);
            show::draw(&page, &path.id, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn refuse(page: &Page, fields: &mut Fields, why: PlanRefused) {
    match why {
        PlanRefused::NotYet => fields.refuse("on", "pairs-refused-not-yet", &[]),
        PlanRefused::Ended => fields.refuse("on", "pairs-refused-ended", &[]),
        PlanRefused::Past => fields.refuse("on", "pairs-refused-past", &[]),
        PlanRefused::TooLate { work_until } => {
            let day = i18n::day(page.lang(), work_until);
            fields.refuse("on", "pairs-refused-too-late", &[("day", day.into())]);
        }
        PlanRefused::Place => fields.refuse("place", "pairs-refused-place", &[("most", MOST_PLACE.into())]),
    }
}
