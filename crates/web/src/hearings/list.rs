//! The own practice, and those one marks.

use super::{ListPath, ShowPath, place};
use crate::commissions::{Names, signed, with_guests};
use crate::layout::Shell;
use crate::sittings::hidden;
use crate::{Page, PageError, filters};
use actions::commissions::{Effect, Own, Seat, Seen, own, seen};
use axum::response::Response;
use domain::Day;

struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "hearings/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// The reader's own figures as an examiner.
    own: Vec<String>,
}

/// How the reader marks beside others.
fn figures(page: &Page, own: &Own) -> Vec<String> {
    let difference = match own.difference {
        Ok(value) => format!("{}, n = {}", signed(page, value), own.hearings),
        Err(why) => hidden(page, why),
    };
    let effect = match own.effect {
        Ok(Effect { value, low, high, n, .. }) => {
            let args = [
                ("value", signed(page, value).into()),
                ("low", signed(page, low).into()),
                ("high", signed(page, high).into()),
                ("n", n.into()),
            ];
            i18n::t(page.lang(), "hearings-estimate", &args)
        }
        Err(why) => hidden(page, why),
    };
    vec![
        i18n::t(page.lang(), "hearings-difference", &[("figure", difference.into())]),
        i18n::t(page.lang(), "hearings-effect", &[("figure", effect.into())]),
    ]
}

fn row(page: &Page, seen: &Seen, names: &Names) -> Row {
    let at = seen.commission.day.to_datetime(seen.commission.from);
    let state = page.text(&format!("commissions-state-{}", seen.hearing.state.word()));
    let who = match seen.seat {
        Seat::Candidate => page.text("hearings-own"),
        Seat::Examiner => {
            let name = names.get(&seen.hearing.candidate).cloned().unwrap_or_default();
            i18n::t(page.lang(), "hearings-marks", &[("name", name.into())])
        }
    };
    Row {
        title: format!("{}, {}", i18n::day_and_time(page.lang(), at), place(page, seen)),
        text: format!("{who} · {state}"),
        href: ShowPath { id: seen.hearing.id.clone() }.to_string(),
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let all = seen(&mut tx, &page.context()).await?;
    let own = own(&mut tx, &page.context()).await?;
    let people = all.iter().flat_map(|one| one.hearing.people()).collect();
    let names = if all.is_empty() { Names::new() } else { with_guests(&page, &mut tx, people).await? };
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        rows: all.iter().map(|one| row(&page, one, &names)).collect(),
        own: own.as_ref().map(|own| figures(&page, own)).unwrap_or_default(),
    })
}
