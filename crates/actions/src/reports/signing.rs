//! The simple signature: whoever signs proves anew who they are; what is kept is the SHA-256 of the content that the
//! place covers, the time, and the signature before it (feat:F3, F5, F9; neg:N12).

use super::{Opened, around, note, opened, readable, void};
use crate::accounts::{ProofRefused, prove, use_proof};
use crate::letters::{Letter, promise};
use crate::signatures::{Covers, NotSigned, sha, unread};
use crate::{Context, Failed, signatures};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::{Content, Deed, Form, Refused, Report, Signature, Signer, State, of_place};
use domain::{Instant, PersonId, ReportId, SchoolId};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// Everything that a signature covers, in one order: the canonical content.
#[derive(Serialize)]
struct Canonical<'a> {
    report: &'a str,
    kind: &'a str,
    term: &'a str,
    number: u16,
    form: &'a Form,
    content: &'a Content,
}

/// The hash of what a place covers; `None` of a report that has never been ready.
pub fn content_hash(report: &Report, place: u8) -> Option<String> {
    canonical(report, place).map(|text| sha(&text))
}

/// What a place covers, to the last byte; `None` of a report that has never been ready.
pub(crate) fn canonical(report: &Report, place: u8) -> Option<String> {
    let content = report.covered(place)?;
    let canonical = Canonical {
        report: report.id.as_str(),
        kind: report.kind.word(),
        term: report.term.word(),
        number: report.number,
        form: &report.form,
        content: &content,
    };
    serde_json::to_string(&canonical).ok()
}

/// Signs a report in the place that waits for the actor, with the words of that place. `seen` is the hash of the
/// content that was read.
pub async fn sign(
    context: &Context<'_>,
    id: &ReportId,
    seen: &str,
    words: &BTreeMap<String, String>,
    secret: &str,
) -> Result<(), Failed<Refused>> {
    let proof = prove(context, secret).await.map_err(|why| why.map(refused))?;
    store::change!(context.db, tx => async {
        use_proof(&mut tx, context, &proof).await.map_err(|why| why.map(refused))?;
        sign_in(&mut tx, context, id, seen, words).await
    })
}

const fn refused(why: ProofRefused) -> Refused {
    match why {
        ProofRefused::Wrong => Refused::Wrong,
        ProofRefused::NoPassword => Refused::NoPassword,
    }
}

async fn sign_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ReportId,
    seen: &str,
    words: &BTreeMap<String, String>,
) -> Result<(), Failed<Refused>> {
    let Opened { report, signatures: given, .. } = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let (place, signer) = report.next(&given).ok_or(Failed::Refused(Refused::NotOpen))?;
    let action = Action::SignReport { school: &report.school, author: &report.author, signer };
    may(context.actor, &action).map_err(|_| Failed::Refused(Refused::NotYours))?;
    let before_words = content_hash(&report, place).ok_or(Failed::Refused(Refused::NotOpen))?;
    if before_words != seen {
        return Err(Failed::Refused(Refused::Changed));
    }
    let words: BTreeMap<String, String> = words
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect();
    let done = report.sign(&given, place, &words).map_err(Failed::Refused)?;
    store::reports::save(tx, &done).await?;
    let hash = content_hash(&done, place).ok_or(Failed::Refused(Refused::NotOpen))?;
    let signature =
        signatures::given(tx, context, (place, hash, Covers::Bare), &given).await?.ok_or(Failed::NotFound)?;
    store::reports::sign(tx, &done, &signature).await?;
    note(tx, context, &done, Deed::Signed, None).await?;
    context.audit(tx, &done.school, "report-signed", done.id.as_str(), "").await?;
    after(tx, context, &done).await
}

/// Tells whoever is next, or the author that everybody has signed.
async fn after(tx: &mut WriteTx, context: &Context<'_>, signed: &Report) -> Result<(), Failed<Refused>> {
    let id = signed.id.as_str();
    if signed.state == State::Approved {
        note(tx, context, signed, Deed::Approved, None).await?;
        context.audit(tx, &signed.school, "report-approved", id, "").await?;
        if signed.author != context.actor.person {
            promise(context, tx, &signed.author, Letter::ReportApproved, id).await?;
        }
        return Ok(());
    }
    let signatures = store::reports::signatures(tx, signed).await?;
    if let Some((_, signer)) = signed.next(&signatures) {
        for person in people(tx, signed, signer, context.today).await? {
            promise(context, tx, &person, Letter::ReportAwaits, id).await?;
        }
    }
    Ok(())
}

/// Who signs in a place today.
pub(super) async fn people(
    tx: &mut Tx,
    report: &Report,
    signer: Signer,
    today: domain::Day,
) -> store::Result<Vec<PersonId>> {
    let role = match signer {
        Signer::Author => return Ok(vec![report.author.clone()]),
        Signer::Coordinator => Role::Coordinator,
        Signer::Head => Role::Head,
    };
    let mut people = store::people::with_role(tx, &report.school, role, today).await?;
    people.retain(|person| *person != report.author);
    Ok(people)
}

/// Returns a report with a comment on a field; the signatures that cover the field are void, and no others.
pub async fn give_back(
    context: &Context<'_>,
    id: &ReportId,
    field: &str,
    comment: &str,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => give_back_in(&mut tx, context, id, field, comment))
}

async fn give_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ReportId,
    field: &str,
    comment: &str,
) -> Result<(), Failed<Refused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let place = opened.may_return(context).ok_or(Failed::Refused(Refused::NotOpen))?;
    let signatures = opened.signatures;
    let (back, from) =
        opened.report.give_back(&signatures, place, field, comment).map_err(Failed::Refused)?;
    store::reports::save(tx, &back).await?;
    let said = (Some(field.to_owned()), None, Some(comment.trim().to_owned()));
    note(tx, context, &back, Deed::Returned, Some(said)).await?;
    let to = of_place(&signatures, from).map_or_else(|| back.author.clone(), |one| one.by.clone());
    void(tx, context, &back, from).await?;
    context.audit(tx, &back.school, "report-returned", back.id.as_str(), "").await?;
    Ok(promise(context, tx, &to, Letter::ReportReturned, back.id.as_str()).await?)
}

/// The actor has read a report as it stands: it may be in the batch now. Opening a page changes nothing, so this is said
/// by a button on it (feat:F9).
pub async fn mark_read(context: &Context<'_>, id: &ReportId, seen: &str) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => async {
        let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
        let place = opened.turn(context).ok_or(Failed::Refused(Refused::NotYours))?;
        match content_hash(&opened.report, place) {
            Some(now) if now == seen => {
                let me = &context.actor.person;
                Ok(store::reports::read(&mut tx, &opened.report, me, seen, context.now).await?)
            }
            _ => Err(Failed::Refused(Refused::Changed)),
        }
    })
}

/// What waits for the actor's signature beside the own reports, each with whether it was read as it stands.
pub async fn folder(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Opened, bool)>> {
    // Beside the authors only these two sign: everybody else's home asks for nothing.
    if !context.actor.is(Role::Coordinator) && !context.actor.is(Role::Head) {
        return Ok(Vec::new());
    }
    let readings: BTreeMap<ReportId, String> =
        store::reports::readings(tx, &programme.school, &context.actor.person).await?.into_iter().collect();
    let waiting = readable(tx, context, programme).await?.into_iter().filter_map(|opened| {
        let place = opened.turn(context).filter(|_| !opened.is_author(context))?;
        let now = content_hash(&opened.report, place);
        let read = readings.get(&opened.report.id).is_some_and(|seen| Some(seen) == now.as_ref());
        Some((opened, read))
    });
    Ok(waiting.collect())
}

/// Signs those of a batch: each was read as it stands.
pub(crate) async fn sign_read(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    ids: &[ReportId],
) -> Result<(), Failed<NotSigned>> {
    let readings = store::reports::readings(tx, school, &context.actor.person).await?;
    for id in ids {
        let seen = readings.iter().find(|(report, _)| report == id).map(|(_, seen)| seen.as_str());
        let seen = seen.ok_or_else(|| unread(id.as_str()))?;
        let signed = sign_in(tx, context, id, seen, &BTreeMap::new()).await;
        signed.map_err(|why| why.map(|why| NotSigned::Report(id.clone(), why)))?;
    }
    Ok(())
}

/// What the public check tells of a report: nothing but that it holds, what it is, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Valid {
    /// The report.
    pub report: Report,
    /// When the last one signed.
    pub at: Instant,
}

/// True where every place has a signature that fits the content and the one before it.
pub(super) fn holds(report: &Report, given: &[Signature]) -> bool {
    let places = report.form.places().map(|(place, _)| (place, content_hash(report, place)));
    signatures::holds(places, given, Covers::Bare)
}

/// When the last one signed a report that everybody has signed.
pub(super) fn approved_at(report: &Report, given: &[Signature]) -> Option<Instant> {
    signatures::last_at(given).filter(|_| report.state == State::Approved)
}

/// Checks a report by its code: every hash is worked out anew. `None` where there is none that everybody has signed.
pub async fn verify(tx: &mut Tx, code: &str) -> store::Result<Option<Valid>> {
    let Some(report) = store::reports::by_code(tx, code).await? else { return Ok(None) };
    let Some(Opened { report, signatures, .. }) = around(tx, report).await? else { return Ok(None) };
    let at = approved_at(&report, &signatures).filter(|_| holds(&report, &signatures));
    Ok(at.map(|at| Valid { report, at }))
}
