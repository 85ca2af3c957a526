//! The programmes of all years: how each stands, the ways to stop one and to set one aside.

use super::show::{Trouble, draw_one, years};
use super::{OnePath, ShelfPath, StopPath, YearsPath};
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::programmes::{Programme, ShelveRefused, Standing};
use i18n::Arg;
use store::Tx;

/// A year.
struct Year {
    name: String,
    href: String,
    look: &'static str,
    icon: &'static str,
    /// The key of how it stands.
    standing: String,
    /// When it was stopped, and by whom.
    stopped: String,
    /// Why.
    reason: String,
    /// Where it can be stopped.
    stop: Option<String>,
    /// Where it is set aside or taken out, what the button sends, and its key.
    shelf: Option<(String, &'static str, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "programmes/years.html")]
struct List {
    shell: Shell,
    today: Day,
    /// Those of the daily lists.
    listed: Vec<Year>,
    /// Those that were set aside.
    earlier: Vec<Year>,
    /// The reader may set up the next one.
    manages: bool,
}

pub(super) async fn list(_: YearsPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeYears(school)).map_err(|_| PageError::NotFound)?;
    let manages = may(page.actor(), &Action::ManageProgramme(school)).is_ok();
    let mut tx = page.read().await?;
    let people = store::people::of_school(&mut tx, school).await?;
    let (mut listed, mut earlier) = (Vec::new(), Vec::new());
    for programme in store::programmes::of_school(&mut tx, school).await?.into_iter().rev() {
        let year = year(&page, &mut tx, &people, &programme, manages).await?;
        if programme.shelved_on.is_some() { earlier.push(year) } else { listed.push(year) }
    }
    page.show(&List { shell: page.shell(), today: page.today(), listed, earlier, manages })
}

async fn year(
    page: &Page,
    tx: &mut Tx,
    people: &[Person],
    programme: &Programme,
    manages: bool,
) -> Result<Year, PageError> {
    let standing = programme.standing(page.today());
    let (look, icon) = match standing {
        Standing::Open => ("act", "flag"),
        Standing::Over => ("done", "check"),
        Standing::Stopped => ("soon", "alert-triangle"),
        Standing::Shelved => ("", "notebook"),
    };
    let stop = store::programmes::stop_of(tx, &programme.school, &programme.id).await?;
    let stopped = stop.as_ref().zip(programme.stopped_on).map(|(stop, day)| {
        let who = people.iter().find(|person| person.id == stop.person);
        let who = who.map(|person| person.name.brief()).unwrap_or_default();
        let day = Arg::Words(i18n::day(page.lang(), day));
        i18n::t(page.lang(), "programmes-stopped-by", &[("day", day), ("name", Arg::Words(who))])
    });
    let id = programme.id.clone();
    let shelf = ShelfPath { id: id.clone() }.to_string();
    let shelf = match standing {
        Standing::Open => None,
        Standing::Over | Standing::Stopped => Some((shelf, "aside", "programmes-shelve")),
        Standing::Shelved => Some((shelf, "out", "programmes-take-out")),
    };
    Ok(Year {
        name: years(page, programme.first_year),
        href: OnePath { id: id.clone() }.to_string(),
        look,
        icon,
        standing: format!("programmes-standing-{}", standing.word()),
        stopped: stopped.unwrap_or_default(),
        reason: stop.map(|stop| stop.reason).unwrap_or_default(),
        stop: (manages && standing == Standing::Open).then(|| StopPath { id }.to_string()),
        shelf: shelf.filter(|_| manages),
    })
}

pub(super) async fn one(path: OnePath, page: Page) -> Result<Response, PageError> {
    draw_one(&page, StatusCode::OK, &path.id, Trouble::None).await
}

pub(super) async fn shelf(path: ShelfPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (done, key) = match fields.value("shelf") {
        "aside" => (actions::programmes::shelve(&page.context(), &path.id).await, "programmes-done-shelved"),
        "out" => (actions::programmes::take_out(&page.context(), &path.id).await, "programmes-done-out"),
        _ => return Err(PageError::Unreadable),
    };
    match done {
        Ok(()) => Ok(page.done(&YearsPath, key, &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                ShelveRefused::StillOpen => "programmes-refused-open",
                ShelveRefused::OrdersWait => "programmes-refused-orders-wait",
            };
            Ok(page.lead(&YearsPath, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}
