//! The end of pairs at home: closing words to write, thanks to read, last days to name.

use super::tasks::{Task, When};
use crate::endings::{ExtensionPath, ListPath, WordsPath};
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError};
use actions::endings::{Closing, closing, without};
use domain::endings::{Extension, NEAR_DAYS, Progress, is_near, works};
use domain::pairs::{Pair, State};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, SchoolId};
use jiff::ToSpan;
use store::Tx;

/// The tasks of the reader. Away from the end of the year, and where no end is planned, two queries find that there are
/// none.
pub(super) async fn tasks(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<Task>, PageError> {
    let near = is_near(programme, page.today());
    let extensions = store::extensions::open(tx, &programme.school).await?;
    if !near && extensions.is_empty() && store::endings::of_school(tx, &programme.school).await?.is_empty() {
        return Ok(Vec::new());
    }
    let coordinates = may(page.actor(), &Action::ManageEndings(&programme.school)).is_ok();
    let mut tasks = Vec::new();
    if coordinates {
        tasks.extend(confirm(tx, &extensions).await?);
    }
    for pair in own_pairs(page, tx, &programme.school).await? {
        // A pair that was made longer belongs to the year before.
        let (programme, names) = Names::in_programme(tx, &pair.school, &pair.programme).await?;
        let Some(end) = closing(tx, &page.context(), &pair, &programme).await? else { continue };
        let other = match end.side {
            Side::Newcomer => names.mentor(&pair.mentor)?.name.polite(),
            Side::Mentor => names.newcomer(&pair.newcomer)?.name.polite(),
        };
        tasks.extend(answer(&pair, &extensions, end.side, &other));
        tasks.extend(write(&pair, &end, &other, &programme));
        tasks.extend(thanks(&pair, &end, &other, page.today()));
    }
    if near && coordinates {
        let open = without(tx, programme).await?;
        let name = |pair: &Pair| names.newcomer(&pair.newcomer).map(|one| one.name.brief());
        tasks.extend(plan(open.iter().map(name).collect::<Result<_, _>>()?, programme));
    }
    Ok(tasks)
}

/// The reader's pairs by order of any year that work or ended not long ago.
async fn own_pairs(page: &Page, tx: &mut Tx, school: &SchoolId) -> Result<Vec<Pair>, PageError> {
    let me = &page.actor().person;
    let mut pairs = Vec::new();
    for newcomer in store::newcomers::every_of_person(tx, school, me).await? {
        pairs.extend(store::pairs::of_newcomer(tx, school, &newcomer.id).await?);
    }
    for mentor in store::mentors::every_of_person(tx, school, me).await? {
        pairs.extend(store::pairs::of_mentor(tx, school, &mentor.id).await?);
    }
    let fresh = page.today().saturating_sub(NEAR_DAYS.days());
    pairs.retain(|pair| works(pair) || ended_on(pair).is_some_and(|ended| ended >= fresh));
    Ok(pairs)
}

/// The last day of a pair that has ended by an order.
fn ended_on(pair: &Pair) -> Option<Day> {
    match &pair.state {
        State::Ended { was, .. } => was.as_ref().and_then(|was| was.period.last_day()),
        State::Agreed | State::Published | State::Assigned(_) => None,
    }
}

/// Until the last day; after it as long as words are taken, and never late.
fn write(pair: &Pair, end: &Closing, other: &str, programme: &Programme) -> Option<Task> {
    // Nobody is asked for words about a pair that ended otherwise than planned.
    let asked = end.ending.is_some() || matches!(pair.state, State::Assigned(_));
    if end.may_write.is_err() || end.own.is_some() || !asked {
        return None;
    }
    let last = end.ending.as_ref().map_or(programme.phases.work_until, |ending| ending.last_day);
    let when = match ended_on(pair) {
        Some(ended) => When::Until(ended.saturating_add(NEAR_DAYS.days())),
        None => When::Until(last),
    };
    Some(Task {
        when,
        title: Said::new("endings-task-words").with("name", other),
        text: Said::new("endings-task-words-text").day(last),
        href: WordsPath { pair: pair.id.clone() }.to_string(),
        act: "endings-act-write",
    })
}

/// More time is proposed, and the reader has not answered.
fn answer(pair: &Pair, extensions: &[Extension], side: Side, other: &str) -> Option<Task> {
    let waits = |one: &&Extension| one.pair == pair.id && one.waits_for(side);
    let open = extensions.iter().find(waits).filter(|_| works(pair))?;
    Some(Task {
        when: When::Until(open.was),
        title: Said::new("endings-task-extension").with("name", other),
        text: Said::new("endings-task-extension-text").day(open.last_day),
        href: ExtensionPath { pair: pair.id.clone() }.to_string(),
        act: "endings-act-answer",
    })
}

/// Both of these pairs agree to more time.
async fn confirm(tx: &mut Tx, extensions: &[Extension]) -> Result<Option<Task>, PageError> {
    let (mut newcomers, mut first) = (Vec::new(), None);
    for one in extensions.iter().filter(|one| one.progress == Progress::Agreed) {
        let Some(pair) = store::pairs::get(tx, &one.pair).await?.filter(works) else { continue };
        let (_, names) = Names::in_programme(tx, &pair.school, &pair.programme).await?;
        newcomers.push(names.newcomer(&pair.newcomer)?.name.brief());
        first.get_or_insert((one.was, pair.id));
    }
    Ok(first.map(|(was, pair)| Task {
        when: When::Until(was),
        title: Said::new("endings-task-confirm").with("count", newcomers.len()),
        text: Said::new("endings-task-confirm-text").names(newcomers),
        href: ExtensionPath { pair }.to_string(),
        act: "endings-act-confirm",
    }))
}

/// The other one's word of thanks, for a month.
fn thanks(pair: &Pair, end: &Closing, other: &str, today: Day) -> Option<Task> {
    let words = end.theirs.as_ref()?.thanks.clone()?;
    let fresh = ended_on(pair).is_none_or(|ended| today <= ended.saturating_add(NEAR_DAYS.days()));
    fresh.then(|| Task {
        when: When::Anytime,
        title: Said::new("endings-task-thanks").with("name", other),
        text: Said::new("endings-task-thanks-text").with("text", words),
        href: PairPath { id: pair.id.clone() }.to_string(),
        act: "home-act-look",
    })
}

/// The end of the programme is near, and pairs have no last day.
fn plan(newcomers: Vec<String>, programme: &Programme) -> Option<Task> {
    (!newcomers.is_empty()).then(|| Task {
        when: When::Until(programme.phases.work_until),
        title: Said::new("endings-task-plan").with("count", newcomers.len()),
        text: Said::new("endings-task-plan-text").names(newcomers),
        href: ListPath.to_string(),
        act: "endings-act-plan",
    })
}
