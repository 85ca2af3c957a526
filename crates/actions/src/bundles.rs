//! Papers in one file with a hash of each (feat:F12; essay:E22, E33): those of a pair at once, those of a year or of a
//! school in the background, paper by paper.

mod making;
mod papers;

pub use exchange::bundles::{Broken as NotBound, Checked, check};
pub use making::{Made, make_next};

use crate::orders::Unprintable;
use crate::reports::Press;
use crate::{Context, Failed, Never};
use domain::bundles::{Bundle, KEPT_DAYS, State};
use domain::permissions::{Action, may};
use domain::{BundleId, Instant, PairId, ProgrammeId, SchoolId};
use exchange::bundles::Packer;
use jiff::SignedDuration;
use papers::{Planned, make, of_pair};
use store::{Db, Tx, WriteTx};

/// Binds what a pair has: its orders, its work plan, the sheets that the actor may read, the thanks and its reports that
/// are not drafts, each in both languages; lists, consents and a table of the reports. Few enough for a page to wait.
pub async fn bind_pair(
    context: &Context<'_>,
    pair: &PairId,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ExportReports(school))?;
    let mut packer = Packer::default();
    let planned = of_pair(&mut *context.db.read().await?, context, school, pair).await?;
    for Planned { path, source } in planned {
        let bytes = make(context, school, &source, press).await?;
        packer.add(&path, &bytes).map_err(unpacked)?;
    }
    let bound = packer.finish().map_err(unpacked)?;
    store::change!(context.db, tx => asked(&mut tx, context, school, pair.as_str()))?;
    Ok(bound)
}

fn unpacked<R>(_: NotBound) -> Failed<R> {
    Failed::Store(store::StoreError::Unreadable("bundle"))
}

async fn asked(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    about: &str,
) -> Result<(), Failed<Unprintable>> {
    Ok(context.audit(tx, school, "reports-exported", about, "").await?)
}

/// Somebody asks for the papers of a programme, or of every programme of their school. While one of the same kind is
/// in work, that one is given: whoever taps twice waits for one file.
pub async fn ask(context: &Context<'_>, programme: Option<&ProgrammeId>) -> Result<BundleId, Failed<Never>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, programme))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: Option<&ProgrammeId>,
) -> Result<BundleId, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ExportReports(school))?;
    if let Some(programme) = programme {
        store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)?;
    }
    let person = &context.actor.person;
    let known = store::bundles::of_person(tx, school, person).await?;
    let same = |one: &&Bundle| one.state.is_open() && one.programme.as_ref() == programme;
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    let bundle = Bundle {
        id: context.id(),
        school: school.clone(),
        programme: programme.cloned(),
        asked_by: person.clone(),
        asked_at: context.now,
        state: State::Waiting,
        attempts: 0,
    };
    store::bundles::add(tx, &bundle).await?;
    let about = programme.map_or(school.as_str(), ProgrammeId::as_str);
    context.audit(tx, school, "reports-exported", about, bundle.id.as_str()).await?;
    Ok(bundle.id)
}

/// A bundle that the actor asked for, and may still have.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &BundleId) -> store::Result<Option<Bundle>> {
    let bundle = store::bundles::get(tx, id).await?;
    Ok(bundle.filter(|one| {
        one.asked_by == context.actor.person
            && may(context.actor, &Action::ExportReports(&one.school)).is_ok()
    }))
}

/// The latest bundle that the actor asked for.
pub async fn latest(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Bundle>> {
    let Some(school) = &context.actor.school else { return Ok(None) };
    let bundles = store::bundles::of_person(tx, school, &context.actor.person).await?;
    Ok(bundles.into_iter().next())
}

/// The file of a bundle that is ready.
pub async fn take(context: &Context<'_>, id: &BundleId) -> Result<Vec<u8>, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let bundle = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    if !matches!(bundle.state, State::Ready { .. }) {
        return Err(Failed::NotFound);
    }
    let (mut packer, mut last) = (Packer::default(), 0);
    while let Some(paper) = store::bundles::made_after(&mut tx, id, last).await? {
        packer.add(&paper.path, &paper.bytes.unwrap_or_default()).map_err(unpacked)?;
        last = paper.number;
    }
    packer.finish().map_err(unpacked)
}

/// The schedule forgets bundles of a week ago.
pub async fn forget(db: &Db, now: Instant) -> store::Result<()> {
    let before = now.checked_sub(SignedDuration::from_hours(24 * KEPT_DAYS)).unwrap_or(Instant::MIN);
    store::change!(db, tx => store::bundles::forget(&mut tx, before))
}
