//! A goal is offered to a pupil, the child's own yes or no is written down, a referral ends (feat:I2; essay:E38;
//! docs/decisions/0045).

use super::apart::opens_apart;
use super::{Class, child, found, is_eligible};
use crate::{Context, Failed, Never};
use domain::PupilId;
use domain::duties::{Carers, carers};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::Missing;
use domain::referrals::{Answer, Offer, OfferRefused, Referral, State, may_offer};
use domain::visibility::Data;
use store::{Tx, WriteTx};

/// What stands about help for a pupil, as far as the reader may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referring {
    /// The one that counts; where none does, whoever referred finds the child's no of this school year.
    pub referral: Option<Referral>,
    /// Pupils may help this pupil. Where not, nobody reads here why.
    pub eligible: bool,
    /// The reader refers, and writes down what the child says.
    pub refers: bool,
    /// What is kept apart opens for the reader.
    pub opens_apart: bool,
}

/// What stands about help for a pupil whose card the reader sees.
pub(super) async fn of(
    tx: &mut Tx,
    context: &Context<'_>,
    pupil: &Pupil,
    carers: &Carers,
) -> store::Result<Referring> {
    let all = store::referrals::of_pupil(tx, pupil).await?;
    let counts = all.iter().find(|one| one.counts_on(context.today));
    let no = all.iter().rev().find(|one| one.is_no_to(&context.actor.person, context.today));
    let child = child(pupil, carers);
    Ok(Referring {
        eligible: is_eligible(tx, context, pupil).await?,
        refers: may(context.actor, &Action::Refer(child)).is_ok(),
        opens_apart: opens_apart(context, child, counts),
        referral: counts.or(no).cloned(),
    })
}

/// A pupil whom the actor refers; for everybody else there is no such pupil.
async fn kept<R>(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<Pupil, Failed<R>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::Refer(child(&pupil, &carers)))?;
    Ok(pupil)
}

/// The one that is neither declined nor closed; of an earlier school year, it counts no longer.
async fn open(tx: &mut Tx, pupil: &Pupil) -> store::Result<Option<Referral>> {
    Ok(store::referrals::of_pupil(tx, pupil).await?.into_iter().find(|one| one.state.is_open()))
}

/// A goal is offered to a pupil.
pub async fn offer(context: &Context<'_>, id: &PupilId, offer: &Offer) -> Result<(), Failed<OfferRefused>> {
    store::change!(context.db, tx => offer_in(&mut tx, context, id, offer))
}

async fn offer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    offer: &Offer,
) -> Result<(), Failed<OfferRefused>> {
    let pupil = kept(tx, context, id).await?;
    let consents = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let eligible = is_eligible(tx, context, &pupil).await?;
    let last_day = may_offer(offer, &pupil, &consents, eligible, context.today).map_err(Failed::Refused)?;
    if let Some(standing) = open(tx, &pupil).await? {
        let same = standing.goal == offer.goal && standing.referred.0 == context.actor.person;
        match (standing.counts_on(context.today), same) {
            // The form came twice.
            (true, true) => return Ok(()),
            (true, false) => return Err(Failed::Refused(OfferRefused::Standing)),
            (false, _) => closed(tx, context, standing).await?,
        }
    }
    let referral = Referral {
        id: context.id(),
        school: pupil.school,
        pupil: pupil.id,
        goal: offer.goal.clone(),
        state: State::Offered,
        referred: (context.actor.person.clone(), context.now),
        last_day,
        version: 0,
    };
    store::referrals::add(tx, &referral, &offer.reason).await?;
    context.audit(tx, &referral.school, "pupil-referred", referral.pupil.as_str(), "").await?;
    Ok(())
}

/// What the child says to the goal is written down.
pub async fn answer(context: &Context<'_>, id: &PupilId, answer: Answer) -> Result<(), Failed<Missing>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, answer))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    answer: Answer,
) -> Result<(), Failed<Missing>> {
    let pupil = kept(tx, context, id).await?;
    let standing = open(tx, &pupil).await?.filter(|one| one.counts_on(context.today));
    let standing = standing.ok_or(Failed::NotFound)?;
    let before = standing.state;
    let answered = match answer {
        Answer::No => standing.decline(context.today),
        Answer::Yes => {
            let consents = store::pupils::consents::of_pupil(tx, &pupil).await?;
            standing.accept(&consents, pupil.born_on, context.today).map_err(Failed::Refused)?
        }
    };
    if answered.state == before {
        // The form came twice.
        return Ok(());
    }
    store::referrals::save(tx, &answered).await?;
    // The same deed as where it is closed: a no leaves no trace for whoever reads the log.
    context.audit(tx, &answered.school, "referral-kept", answered.pupil.as_str(), "").await?;
    if !answered.state.is_open() {
        end_pair(tx, context, &answered).await?;
    }
    Ok(())
}

/// The pair that served a referral is over with it, whoever said so: nothing tells a no from an end.
async fn end_pair(tx: &mut WriteTx, context: &Context<'_>, over: &Referral) -> store::Result<()> {
    crate::peers::end_where(tx, context, &over.school, |pair| pair.mentee == over.pupil).await
}

/// An adult ends it: the goal is reached, or this is not the time.
pub async fn close(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => close_in(&mut tx, context, id))
}

async fn close_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let pupil = kept(tx, context, id).await?;
    close_open(tx, context, &pupil).await?;
    Ok(())
}

/// Whatever is open about a pupil ends: with the consent to it, or because the law stands in the way. Where nothing is,
/// the form came twice.
pub(super) async fn close_open(tx: &mut WriteTx, context: &Context<'_>, pupil: &Pupil) -> store::Result<()> {
    match open(tx, pupil).await? {
        Some(standing) => closed(tx, context, standing).await,
        None => Ok(()),
    }
}

async fn closed(tx: &mut WriteTx, context: &Context<'_>, standing: Referral) -> store::Result<()> {
    let closed = standing.close(context.today);
    store::referrals::save(tx, &closed).await?;
    context.audit(tx, &closed.school, "referral-kept", closed.pupil.as_str(), "").await?;
    end_pair(tx, context, &closed).await
}

/// Those that count, of the classes that were let in.
pub async fn of_classes(
    tx: &mut Tx,
    context: &Context<'_>,
    classes: &[Class],
) -> Result<Vec<(Pupil, Referral)>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let duties = store::duties::of_school(tx, &school).await?;
    let mut referrals = store::referrals::of_school(tx, &school).await?;
    referrals.retain(|one| one.counts_on(context.today));
    let mut referred = Vec::new();
    for class in classes {
        let carers = carers(&duties, &class.key, context.today);
        for pupil in &class.pupils {
            let see = Action::SeePupil { child: child(pupil, &carers), data: Data::Card };
            let one = referrals.iter().find(|one| one.pupil == pupil.id);
            if let Some(one) = one.filter(|_| may(context.actor, &see).is_ok()) {
                referred.push((pupil.clone(), one.clone()));
            }
        }
    }
    Ok(referred)
}
