//! Bundles made in the background: counted once, then paper by paper, each kept in a transaction of its own. Whatever
//! ends the program, the next worker goes on where this one stopped, and no paper is made twice.

use super::papers::{Planned, Source, make, of_programme};
use crate::orders::Unprintable;
use crate::reports::Press;
use crate::{Context, Failed, Ids};
use domain::bundles::{Bundle, MOST_ATTEMPTS, State};
use domain::calendar::{after_minutes, local};
use domain::people::Actor;
use domain::permissions::{Action, may};
use domain::{BundleId, Instant};
use store::bundles::Paper;
use store::{Db, StoreError};

/// Minutes for which a bundle belongs to the worker that took it.
const HELD: i64 = 5;

/// Papers made in one go, before letters and whatever else is due have their turn.
const AT_ONCE: usize = 40;

/// What became of the next bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// None waits.
    Nothing,
    /// Some papers are made, others are left.
    Some,
    /// It is ready.
    All,
    /// It came to nothing.
    Failed,
}

/// Takes the bundle that waits longest and makes some of its papers.
pub async fn make_next(db: &Db, ids: &Ids, now: Instant, press: Press<'_>) -> store::Result<Made> {
    if !store::bundles::is_due(&mut *db.read().await?, now).await? {
        return Ok(Made::Nothing);
    }
    let until = after_minutes(now, HELD);
    let claimed: store::Result<Option<BundleId>> =
        store::change!(db, tx => store::bundles::claim(&mut tx, now, until));
    let Some(id) = claimed? else { return Ok(Made::Nothing) };
    let bundle = store::bundles::get(&mut *db.read().await?, &id).await?;
    let bundle = bundle.ok_or(StoreError::Unreadable("bundle"))?;
    // Whatever ends the program at every attempt must not be tried for ever.
    let asker = if bundle.attempts > MOST_ATTEMPTS { None } else { asker(db, &bundle, now).await? };
    let Some((actor, today)) = asker else { return fail(db, &bundle, now).await };
    let context = Context { db, actor: &actor, now, today, ids };
    match work(&context, &bundle, press).await {
        Ok(made) => Ok(made),
        Err(Failed::Store(error)) => Err(error),
        Err(_) => fail(db, &bundle, now).await,
    }
}

/// Whoever asked, as they are today; `None` where they may not have it any more.
async fn asker(db: &Db, bundle: &Bundle, now: Instant) -> store::Result<Option<(Actor, domain::Day)>> {
    let mut tx = db.read().await?;
    let person = store::people::get(&mut tx, &bundle.asked_by).await?;
    let school = store::schools::get(&mut tx, &bundle.school).await?;
    let Some((person, school)) = person.zip(school) else { return Ok(None) };
    let today = local(now, school.utc_offset_minutes).date();
    let roles = store::people::roles_on(&mut tx, &person.id, today).await?;
    let here = person.works_on(today);
    let actor = Actor { person: person.id, school: person.school, district: None, roles };
    let allowed = here && may(&actor, &Action::ExportReports(&bundle.school)).is_ok();
    Ok(allowed.then_some((actor, today)))
}

async fn work(context: &Context<'_>, bundle: &Bundle, press: Press<'_>) -> Result<Made, Failed<Unprintable>> {
    if bundle.state == State::Waiting {
        begin(context, bundle).await?;
    }
    for _ in 0..AT_ONCE {
        let next = store::bundles::next(&mut *context.db.read().await?, &bundle.id).await?;
        let Some(paper) = next else { return finish(context, bundle).await };
        one(context, bundle, &paper, press).await?;
    }
    store::change!(context.db, tx => store::bundles::release(&mut tx, &bundle.id, context.now))?;
    Ok(Made::Some)
}

/// Counts the papers and writes down what each is made of.
async fn begin(context: &Context<'_>, bundle: &Bundle) -> Result<(), Failed<Unprintable>> {
    let planned = planned(context, bundle).await?;
    let state = bundle.state.begin(planned.len()).ok_or(Failed::Changed)?;
    let sources: Vec<String> = planned
        .iter()
        .map(|one| serde_json::to_string(&one.source).map_err(|_| StoreError::Unreadable("source")))
        .collect::<Result<_, _>>()?;
    Ok(store::change!(context.db, tx => async {
        for (number, (one, source)) in (1..).zip(planned.iter().zip(&sources)) {
            store::bundles::add_paper(&mut tx, &bundle.id, number, &one.path, source).await?;
        }
        store::bundles::save(&mut tx, &bundle.id, state).await
    })?)
}

/// The papers of the programme that was asked for; of all, each in a folder of its year, where none was named.
async fn planned(context: &Context<'_>, bundle: &Bundle) -> Result<Vec<Planned>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    if let Some(id) = &bundle.programme {
        let programme = store::programmes::get(&mut tx, &bundle.school, id).await?.ok_or(Failed::NotFound)?;
        return Ok(of_programme(&mut tx, context, &programme, "").await?);
    }
    let mut planned = Vec::new();
    for programme in store::programmes::of_school(&mut tx, &bundle.school).await? {
        let folder = format!("{}/", programme.first_year);
        planned.extend(of_programme(&mut tx, context, &programme, &folder).await?);
    }
    Ok(planned)
}

/// Makes a paper and keeps it; one that is gone, or closed to whoever asked, is left out.
async fn one(
    context: &Context<'_>,
    bundle: &Bundle,
    paper: &Paper,
    press: Press<'_>,
) -> Result<(), Failed<Unprintable>> {
    let source: Source =
        serde_json::from_str(&paper.source).map_err(|_| StoreError::Unreadable("source of a paper"))?;
    let (id, number) = (&bundle.id, paper.number);
    match make(context, &bundle.school, &source, press).await {
        Ok(bytes) => store::change!(context.db, tx => store::bundles::fill(&mut tx, id, number, &bytes))?,
        Err(Failed::NotFound | Failed::Forbidden) => {
            store::change!(context.db, tx => store::bundles::leave_out(&mut tx, id, number))?;
        }
        Err(other) => return Err(other),
    }
    Ok(())
}

async fn finish(context: &Context<'_>, bundle: &Bundle) -> Result<Made, Failed<Unprintable>> {
    let now = store::bundles::get(&mut *context.db.read().await?, &bundle.id).await?;
    let state = now.and_then(|now| now.state.finish(context.now)).ok_or(Failed::Changed)?;
    store::change!(context.db, tx => store::bundles::save(&mut tx, &bundle.id, state))?;
    Ok(Made::All)
}

async fn fail(db: &Db, bundle: &Bundle, now: Instant) -> store::Result<Made> {
    if let Some(state) = bundle.state.fail(now) {
        store::change!(db, tx => store::bundles::save(&mut tx, &bundle.id, state))?;
    }
    Ok(Made::Failed)
}
