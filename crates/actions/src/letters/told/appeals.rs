//! Letters of appeals: one waits for whoever decides, one is decided. What the candidate says and why it was decided so
//! stands on pages alone.

use super::{Reader, Told};
use crate::letters::Letter;
use domain::appeals::{About, State};
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(appeal) = store::appeals::get(tx, &about.into()).await? else { return Ok(None) };
    if letter == Letter::AppealFiled {
        if !appeal.is_open() || !crate::appeals::decides(tx, &reader.actor, &appeal, reader.today).await? {
            return Ok(None);
        }
        let due = appeal.due_on(&crate::programmes::calendar(tx, &appeal.school).await?);
        let told = Told::new("appeal-filed", "letters-act-appeal", format!("/appeals/{}", appeal.id));
        return Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, due))));
    }
    if may(&reader.actor, &Action::FileAppeal { candidate: &appeal.person }).is_err() {
        return Ok(None);
    }
    let path = match &appeal.about {
        About::Theory(id) => format!("/attempts/{id}/appeal"),
        About::Practice(id) => format!("/hearings/{id}/appeal"),
    };
    let key = match appeal.state {
        State::Upheld { .. } => "appeal-upheld",
        State::Dismissed { .. } => "appeal-dismissed",
        State::Filed | State::TakenBack { .. } => return Ok(None),
    };
    Ok(Some(Told::new(key, "letters-act-result", path)))
}
