//! Pages on which many pupils stand with something about them. Who opens one stands with each of these pupils, once a day, as
//! on their own pages, before anything is shown (rules §17; docs/decisions/0074).

use super::classes;
use super::referrals::of_classes as referred_of;
use super::volunteers::{Helping, of_classes as helping_of};
use crate::awards::Opened;
use crate::journals::Week;
use crate::peers::Overview;
use crate::{Context, Failed, Never};
use domain::pupils::Pupil;
use domain::referrals::Referral;
use domain::{AwardId, Day, PupilId};
use std::collections::BTreeSet;

/// Notes the reading. What is shown was read before: no long reading holds the one who writes.
async fn note(context: &Context<'_>, pupils: &[&Pupil]) -> store::Result<()> {
    let Some(school) = pupils.first().map(|pupil| &pupil.school) else { return Ok(()) };
    let ids: BTreeSet<&PupilId> = pupils.iter().map(|pupil| &pupil.id).collect();
    let reading = (&context.actor.person, context.today);
    store::change!(context.db, tx => store::pupils::reads::add_all(&mut tx, school, &ids, reading))
}

/// The goals that stand, of the classes that the reader may see.
pub async fn referrals(context: &Context<'_>) -> Result<Vec<(Pupil, Referral)>, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let classes = classes(&mut tx, context).await?;
    let all = referred_of(&mut tx, context, &classes).await?;
    drop(tx);
    let pupils: Vec<&Pupil> = all.iter().map(|(pupil, _)| pupil).collect();
    note(context, &pupils).await?;
    Ok(all)
}

/// Those who help or want to, of the classes that the reader may see.
pub async fn volunteers(context: &Context<'_>) -> Result<Vec<Helping>, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let classes = classes(&mut tx, context).await?;
    let all = helping_of(&mut tx, context, &classes).await?;
    drop(tx);
    let pupils: Vec<&Pupil> = all.iter().map(|one| &one.pupil).collect();
    note(context, &pupils).await?;
    Ok(all)
}

/// The pairs that the reader may see, and those for whom they look for one.
pub async fn peers(context: &Context<'_>) -> Result<Overview, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let overview = crate::peers::overview(&mut tx, context).await?;
    drop(tx);
    let mut pupils: Vec<&Pupil> =
        overview.pairs.iter().flat_map(|seen| [&seen.helper, &seen.mentee]).collect();
    for waiting in &overview.waiting {
        pupils.push(&waiting.pupil);
        pupils.extend(&waiting.proposed);
    }
    note(context, &pupils).await?;
    Ok(overview)
}

/// A week of the journal, for whoever keeps it.
pub async fn week(context: &Context<'_>, week: Day) -> Result<Week, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let journal = crate::journals::week(&mut tx, context, week).await?;
    drop(tx);
    let pupils: Vec<&Pupil> = journal.lines().flat_map(|line| [&line.helper, &line.mentee]).collect();
    note(context, &pupils).await?;
    Ok(journal)
}

/// One award, with those pupils alone whom the reader looks after.
pub async fn award(context: &Context<'_>, id: &AwardId) -> Result<Opened, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = crate::awards::opened(&mut tx, context, id).await?;
    drop(tx);
    let named = opened.nominees.iter().map(|(pupil, _)| pupil);
    let pupils: Vec<&Pupil> = named.chain(&opened.candidates).collect();
    note(context, &pupils).await?;
    Ok(opened)
}
