//! The ways from the homes of both to plans, the adaptation checklist and the difficulty map.

use super::own::Own;
use crate::accounts::ProfilePath;
use crate::competencies::{OwnPath as CompetenciesPath, ShownPath as EvidencePath};
use crate::concerns::ListPath as ConcernsPath;
use crate::difficulties::{OwnPath as MapPath, SharedPath};
use crate::goals::ShowPath as GoalsPath;
use crate::journals::ShowPath as WeekPath;
use crate::milestones::ShowPath as AdaptationPath;
use crate::observations::ListPath as ObservationsPath;
use crate::observations::own::progress_of;
use crate::plans::ListPath;
use crate::pupils::ListPath as PupilsPath;
use crate::said::Said;
use crate::{Page, PageError};
use domain::NewcomerId;
use domain::competencies::{State as Evidence, counted, frame};
use domain::difficulties::Season;
use domain::milestones::Milestone;
use domain::observations::Progress;
use domain::pairs::State;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use store::Tx;

/// A way on, with a line below it.
pub(super) struct Link {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) text: String,
}

/// How much of a checklist is ticked.
async fn progress(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &NewcomerId,
) -> Result<String, PageError> {
    let ticks = actions::milestones::ticks(tx, &programme.school, newcomer).await?;
    let said = Said::new("milestones-progress").with("done", ticks.len()).with("all", Milestone::ALL.len());
    Ok(said.words(page.lang()))
}

/// The way to pupils, for whoever looks after some, and to this week of their meetings. Nobody has to keep that journal: it
/// never shows as late.
pub(super) async fn to_pupils(page: &Page, tx: &mut Tx) -> Result<Vec<Link>, PageError> {
    if !actions::pupils::cares(tx, &page.context()).await? {
        return Ok(Vec::new());
    }
    let pupils = Link {
        href: PupilsPath.to_string(),
        title: page.text("pupils-title"),
        text: page.text("pupils-home-text"),
    };
    let week = actions::journals::current(tx, &page.context()).await?;
    let journal = week.map(|week| Link {
        href: WeekPath::of(week.week).to_string(),
        title: page.text("journals-title"),
        text: page.text("journals-home-text"),
    });
    Ok([pupils].into_iter().chain(journal).collect())
}

/// The way to concerns, for every adult of the school; whoever may lead some reads how many are open to them, and nobody
/// reads a number of others (neg:N20).
pub(super) async fn to_concerns(page: &Page, tx: &mut Tx) -> Result<Option<Link>, PageError> {
    if may(page.actor(), &Action::RaiseConcern(page.school_id()?)).is_err() {
        return Ok(None);
    }
    let board = actions::concerns::board(tx, &page.context()).await?;
    let open = board.cases.iter().filter(|case| case.is_open()).count();
    Ok(Some(Link {
        href: ConcernsPath.to_string(),
        title: page.text("concerns-title"),
        text: match open {
            0 => page.text("concerns-home-text"),
            open => i18n::t(page.lang(), "concerns-home-open", &[("count", open.into())]),
        },
    }))
}

/// The way to the own page, for whoever has not said this term that what the school keeps of them is right (feat:N3).
pub(super) async fn to_own_data(page: &Page, tx: &mut Tx) -> Result<Option<Link>, PageError> {
    let due = actions::data_checks::is_due(tx, &page.context()).await?;
    Ok(due.then(|| Link {
        href: ProfilePath.to_string(),
        title: page.text("accounts-reminder"),
        text: page.text("accounts-reminder-text"),
    }))
}

fn all(page: &Page) -> Link {
    Link { href: ListPath.to_string(), title: page.text("plans-all"), text: String::new() }
}

/// The ways of a newcomer: the own checklist, the own map, the plans.
pub(super) async fn of_newcomer(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
) -> Result<Vec<Link>, PageError> {
    let me = &page.actor().person;
    let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? else {
        return Ok(Vec::new());
    };
    let mut links = vec![Link {
        href: AdaptationPath { newcomer: newcomer.id.clone() }.to_string(),
        title: page.text("milestones-title"),
        text: progress(page, tx, programme, &newcomer.id).await?,
    }];
    if let Some(season) = Season::on(programme, page.today()) {
        let maps = store::difficulties::of_newcomer(tx, &programme.school, &newcomer.id).await?;
        let filled = maps.iter().any(|map| map.season == season);
        let text = if filled { "milestones-link-filled" } else { "milestones-link-asked" };
        links.push(Link {
            href: MapPath.to_string(),
            title: page.text("difficulties-title"),
            text: page.text(text),
        });
    }
    links.extend(goals(page, tx, &newcomer.id, page.text("goals-title")).await?);
    links.push(evidence(page, tx, programme, &newcomer.id).await?);
    let lessons = progress_of(page, tx, programme, &newcomer.id).await?;
    links.push(observed(page.text("observations-title"), lessons));
    links.push(all(page));
    Ok(links)
}

/// The way to the goals of a newcomer, with how many are open, or that it is time for a review.
async fn goals(
    page: &Page,
    tx: &mut Tx,
    newcomer: &NewcomerId,
    title: String,
) -> Result<Option<Link>, PageError> {
    let opened = actions::goals::opened(tx, &page.context(), newcomer).await?;
    let Some(opened) = opened else { return Ok(None) };
    let open = opened.goals.iter().filter(|goal| goal.is_open()).count();
    let text = if opened.awaited(&page.context()).is_some() {
        Said::new("goals-link-review")
    } else {
        Said::new("goals-link-count").with("count", open)
    };
    let href = GoalsPath { newcomer: newcomer.clone() }.to_string();
    Ok(Some(Link { href, title, text: text.words(page.lang()) }))
}

/// The way to what is still without evidence, with how much that is.
async fn evidence(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &NewcomerId,
) -> Result<Link, PageError> {
    let additions = store::competencies::additions(tx, &programme.school).await?;
    let lines = frame(programme.first_year, &additions);
    let evidence = store::competencies::evidence(tx, &programme.school, newcomer).await?;
    let attached = evidence.into_iter().filter(|one| one.state == Evidence::Attached).map(|one| one.item);
    let (_, without) = counted(&lines, &attached.collect());
    let text = Said::new("competencies-home-count").with("without", without).with("all", lines.len());
    Ok(Link {
        href: CompetenciesPath.to_string(),
        title: page.text("competencies-home"),
        text: text.words(page.lang()),
    })
}

/// The way to observed lessons, with how far the newcomer has come in this half of the year.
fn observed(title: String, counted: Option<(Progress, String)>) -> Link {
    let text = counted.map(|(_, text)| text).unwrap_or_default();
    Link { href: ObservationsPath.to_string(), title, text }
}

/// The ways of a mentor: of each newcomer by order the checklist, and the map where it is shared; the plans.
pub(super) async fn of_mentor(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    own: &Own,
) -> Result<Vec<Link>, PageError> {
    let mut links = Vec::new();
    for pair in own.pairs.iter().filter(|pair| matches!(pair.pair.state, State::Assigned(_))) {
        let newcomer = &pair.pair.newcomer;
        let said = |key: &str| Said::new(key).with("name", &pair.other).words(page.lang());
        links.push(Link {
            href: AdaptationPath { newcomer: newcomer.clone() }.to_string(),
            title: said("milestones-link"),
            text: progress(page, tx, programme, newcomer).await?,
        });
        links.extend(goals(page, tx, newcomer, said("goals-link")).await?);
        let lessons = progress_of(page, tx, programme, newcomer).await?;
        links.push(observed(said("observations-link"), lessons));
        if store::competencies::is_shared(tx, &programme.school, newcomer).await? {
            links.push(Link {
                href: EvidencePath { newcomer: newcomer.clone() }.to_string(),
                title: said("competencies-link"),
                text: String::new(),
            });
        }
        let found = actions::difficulties::readable(tx, &page.context(), newcomer).await?;
        if found.is_some_and(|(_, maps)| !maps.is_empty()) {
            links.push(Link {
                href: SharedPath { newcomer: newcomer.clone() }.to_string(),
                title: said("milestones-link-shared"),
                text: String::new(),
            });
        }
    }
    if !links.is_empty() {
        links.push(all(page));
    }
    Ok(links)
}
