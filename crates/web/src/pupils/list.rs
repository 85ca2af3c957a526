//! The classes that the reader may see, and the pupils of one of them.

use super::{ListPath, ReferralsPath, ShowPath, VolunteersPath, shell};
use crate::awards::ListPath as AwardsPath;
use crate::changes::ShowPath as ChangesPath;
use crate::commissions::names;
use crate::concerns::ListPath as ConcernsPath;
use crate::duties::ListPath as DutiesPath;
use crate::forms::{Fields, encode};
use crate::journals::ListPath as JournalsPath;
use crate::layout::Shell;
use crate::peers::ListPath as PeersPath;
use crate::rosters::ListPath as RostersPath;
use crate::said::listed;
use crate::sociometries::ListPath as SociometriesPath;
use crate::{Page, PageError, filters};
use actions::pupils::{Class, classes};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};

/// A class.
struct Row {
    title: String,
    text: String,
    href: String,
}

/// A pupil of the class that is open.
struct Line {
    href: String,
    initials: String,
    name: String,
}

#[derive(askama::Template)]
#[template(path = "pupils/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// The name of the class that is open.
    open: Option<String>,
    lines: Vec<Line>,
    volunteers: String,
    /// The goals that are offered.
    referrals: String,
    concerns: String,
    /// Where classes are asked whom they choose, for the specialist.
    sociometries: Option<String>,
    /// Where pairs are made and their journal is kept, for whoever may see them.
    peers: Option<(String, String)>,
    awards: String,
    /// What changed for groups, for whoever may read it.
    changes: Option<String>,
    /// Where the list of pupils is taken in, for whoever takes it in.
    rosters: Option<String>,
    /// Where it is said who looks after whom, for those who say it.
    duties: Option<String>,
}

pub(super) async fn list(_: ListPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let mut tx = page.read().await?;
    let classes = classes(&mut tx, &page.context()).await?;
    let names = names(&page, &mut tx).await?;
    let asked = classes.iter().find(|class| class.key == query.value("class"));
    // Whoever looks after one class need not choose it.
    let open = asked.or_else(|| classes.first().filter(|_| classes.len() == 1));
    let row = |class: &Class| {
        let teachers: Vec<String> =
            class.teachers.iter().filter_map(|teacher| names.get(teacher).cloned()).collect();
        let key = if teachers.is_empty() { "pupils-class-nobody" } else { "pupils-class" };
        Row {
            title: class.key.clone(),
            text: i18n::t(
                page.lang(),
                key,
                &[("count", class.pupils.len().into()), ("names", listed(page.lang(), &teachers).into())],
            ),
            href: format!("{ListPath}?class={}", encode(&class.key)),
        }
    };
    let asks = actions::sociometries::asks(&mut tx, &page.context()).await?;
    let sees_changes = crate::changes::is_open(&page, &mut tx).await?;
    let may_bring = may(page.actor(), &Action::ManageRosters(page.school_id()?)).is_ok();
    let carer = actions::pupils::cares(&mut tx, &page.context()).await?;
    let sees_peers = may(page.actor(), &Action::SeePeers { school: page.school_id()?, carer }).is_ok();
    let may_give = may(page.actor(), &Action::GiveDuties(page.school_id()?)).is_ok();
    page.show(&List {
        shell: shell(&page),
        today: page.today(),
        rows: classes.iter().map(row).collect(),
        open: open.map(|class| class.key.clone()),
        lines: open.map(|class| lines(&page, class)).unwrap_or_default(),
        volunteers: VolunteersPath.to_string(),
        referrals: ReferralsPath.to_string(),
        concerns: ConcernsPath.to_string(),
        sociometries: asks.then(|| SociometriesPath.to_string()),
        peers: sees_peers.then(|| (PeersPath.to_string(), JournalsPath.to_string())),
        awards: AwardsPath.to_string(),
        changes: sees_changes.then(|| ChangesPath.to_string()),
        rosters: may_bring.then(|| RostersPath.to_string()),
        duties: may_give.then(|| DutiesPath.to_string()),
    })
}

/// The pupils of a class by name.
fn lines(page: &Page, class: &Class) -> Vec<Line> {
    let mut lines: Vec<Line> = class
        .pupils
        .iter()
        .map(|pupil| Line {
            href: ShowPath { id: pupil.id.clone() }.to_string(),
            initials: pupil.name().initials(),
            name: pupil.name().brief(),
        })
        .collect();
    i18n::sort_by_name(page.lang(), &mut lines, |line| &line.name);
    lines
}
