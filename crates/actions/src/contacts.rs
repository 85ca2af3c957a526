//! Joint work of newcomers with candidate mentors, and private impressions (feat:C3, C5; essay:E12, E15).

use crate::choices::{is_available, works};
use crate::{Context, Failed};
use domain::contacts::{
    Contact, Deed, Impression, KeepRefused, Mark, RecordRefused, State, StepRefused, keep as may_keep,
    record as may_record,
};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::permissions::{Action, Two, may};
use domain::sides::{Side, There};
use domain::{ContactId, MentorId, NewcomerId};
use store::{Tx, WriteTx};

/// The two whom a joint work concerns.
struct Both {
    newcomer: Newcomer,
    mentor: Mentor,
}

impl Both {
    async fn load<R>(tx: &mut Tx, newcomer: &NewcomerId, mentor: &MentorId) -> Result<Self, Failed<R>> {
        let newcomer = store::newcomers::get(tx, newcomer).await?.ok_or(Failed::NotFound)?;
        let mentor = store::mentors::get(tx, mentor).await?.ok_or(Failed::NotFound)?;
        Ok(Self { newcomer, mentor })
    }

    /// Lets one of the two through and says which.
    fn side<R>(&self, context: &Context<'_>) -> Result<Side, Failed<R>> {
        let (newcomer, mentor) = (&self.newcomer.person, &self.mentor.person);
        may(context.actor, &Action::RecordContact(Two { school: &self.newcomer.school, newcomer, mentor }))?;
        Ok(if context.actor.person == *newcomer { Side::Newcomer } else { Side::Mentor })
    }
}

/// A joint work with the side on which the actor stands.
async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &ContactId) -> Result<(Contact, Side), Failed<R>> {
    let contact = store::contacts::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let side = Both::load(tx, &contact.newcomer, &contact.mentor).await?.side(context)?;
    Ok((contact, side))
}

/// One of the two writes down what they did together.
pub async fn record(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    deed: &Deed,
) -> Result<ContactId, Failed<RecordRefused>> {
    store::change!(context.db, tx => record_in(&mut tx, context, newcomer, mentor, deed))
}

/// The same inside a transaction: a planned meeting that took place is written down with it.
pub(crate) async fn record_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    mentor: &MentorId,
    deed: &Deed,
) -> Result<ContactId, Failed<RecordRefused>> {
    let both = Both::load(tx, newcomer, mentor).await?;
    let recorded_by = both.side(context)?;
    let Both { newcomer, mentor } = both;
    // Two programmes, say of two years, have no joint work.
    let programme = store::programmes::get(tx, &newcomer.school, &newcomer.programme)
        .await?
        .filter(|programme| programme.id == mentor.programme)
        .ok_or(Failed::NotFound)?;
    let known: Vec<Contact> = store::contacts::of_newcomer(tx, &newcomer.school, &newcomer.id)
        .await?
        .into_iter()
        .filter(|contact| contact.mentor == mentor.id)
        .collect();
    let there = There {
        newcomer: works(tx, &newcomer, context.today).await?,
        mentor: is_available(tx, &mentor, context.today).await?,
    };
    may_record(deed, &programme, there, &known, context.today).map_err(Failed::Refused)?;
    let contact = Contact {
        id: context.id(),
        school: newcomer.school,
        programme: programme.id,
        newcomer: newcomer.id,
        mentor: mentor.id,
        deed: deed.clone(),
        recorded_by,
        state: State::Recorded,
        version: 0,
    };
    store::contacts::add(tx, &contact).await?;
    let detail = contact.deed.kind.word();
    context.audit(tx, &contact.school, "contact-recorded", contact.id.as_str(), detail).await?;
    Ok(contact.id)
}

/// The other one says that it was so.
pub async fn confirm(context: &Context<'_>, id: &ContactId) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => confirm_in(&mut tx, context, id))
}

async fn confirm_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ContactId,
) -> Result<(), Failed<StepRefused>> {
    let (contact, side) = load(tx, context, id).await?;
    let confirmed = contact.confirm(side, context.now).map_err(Failed::Refused)?;
    store::contacts::save(tx, &confirmed).await?;
    context.audit(tx, &confirmed.school, "contact-confirmed", id.as_str(), "").await?;
    Ok(())
}

/// The one who wrote it down takes it back.
pub async fn cancel(context: &Context<'_>, id: &ContactId) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => cancel_in(&mut tx, context, id))
}

async fn cancel_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ContactId,
) -> Result<(), Failed<StepRefused>> {
    let (contact, side) = load(tx, context, id).await?;
    let cancelled = contact.cancel(side, context.now).map_err(Failed::Refused)?;
    store::contacts::save(tx, &cancelled).await?;
    context.audit(tx, &cancelled.school, "contact-cancelled", id.as_str(), "").await?;
    Ok(())
}

/// What the author writes into an impression.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Was it useful to me?
    pub useful: Option<Mark>,
    /// Was I at ease?
    pub ease: Option<Mark>,
    /// Could I ask anything?
    pub asking: Option<Mark>,
    /// A line for oneself.
    pub note: String,
}

/// One of the two keeps an impression for themselves, in the place of an earlier one. No line in the log:
/// docs/decisions/0005-impressions-and-the-log.md.
pub async fn keep_impression(
    context: &Context<'_>,
    id: &ContactId,
    words: &Words,
) -> Result<(), Failed<KeepRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, id, words.clone()))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ContactId,
    words: Words,
) -> Result<(), Failed<KeepRefused>> {
    let (contact, _) = load(tx, context, id).await?;
    let impression = Impression {
        author: context.actor.person.clone(),
        contact: contact.id.clone(),
        useful: words.useful,
        ease: words.ease,
        asking: words.asking,
        note: words.note,
        written_at: context.now,
    };
    may(context.actor, &Action::KeepImpression { author: &impression.author })?;
    may_keep(&impression, &contact).map_err(Failed::Refused)?;
    store::contacts::keep(tx, &contact.school, &impression).await?;
    Ok(())
}

/// The author deletes an impression; nothing of it stays.
pub async fn forget_impression(context: &Context<'_>, id: &ContactId) -> Result<(), Failed<KeepRefused>> {
    store::change!(context.db, tx => forget_in(&mut tx, context, id))
}

async fn forget_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ContactId,
) -> Result<(), Failed<KeepRefused>> {
    let (contact, _) = load(tx, context, id).await?;
    let author = &context.actor.person;
    may(context.actor, &Action::KeepImpression { author })?;
    store::contacts::forget(tx, &contact.school, id, author).await?;
    Ok(())
}
