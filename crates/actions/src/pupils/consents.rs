//! Consents about a pupil are entered from a signed paper or file, and withdrawn part by part (doc:B3; feat:M4).

use super::{child, found};
use crate::{Context, Failed, Never};
use domain::PupilId;
use domain::permissions::{Action, may};
use domain::pupils::consents::{
    Certified, Consent, EnterRefused, Entry, Part, RULE_VERSION, TEXT_VERSION, enter as may_enter,
};
use store::WriteTx;

/// What stands on one paper is entered, each part as a consent of its own.
pub async fn enter(context: &Context<'_>, id: &PupilId, entry: &Entry) -> Result<(), Failed<EnterRefused>> {
    store::change!(context.db, tx => enter_in(&mut tx, context, id, (entry, None)))
}

/// The same; with what the signature file said where it was checked here.
pub(super) async fn enter_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    (entry, certified): (&Entry, Option<&Certified>),
) -> Result<(), Failed<EnterRefused>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepPupilConsents(child(&pupil, &carers)))?;
    let last_day = may_enter(entry, pupil.born_on, context.today).map_err(Failed::Refused)?;
    let standing = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let signed_at = certified.map(|said| said.signed_at);
    let overruled = |part: &Part| standing.iter().any(|one| one.overrules(*part, entry.given_on, signed_at));
    if entry.parts.iter().any(overruled) {
        return Err(Failed::Refused(EnterRefused::Withdrawn));
    }
    // What stands already came with the same form before; a signature that is checked says more than one that was not.
    let says_more = |one: &Consent| certified.is_some() && one.certified.is_none();
    let is_new = |part: &Part| {
        let mut same = standing.iter().filter(|one| one.says_the_same(entry, *part));
        entry.parts.contains(part) && same.all(says_more)
    };
    let parts: Vec<Part> = Part::ALL.into_iter().filter(is_new).collect();
    // What is entered later from the same paper stands on its scan, too.
    let scan = standing.iter().filter(|one| one.is_from(entry)).find_map(|one| one.scan.clone());
    for part in &parts {
        let consent = Consent {
            id: context.id(),
            school: pupil.school.clone(),
            pupil: pupil.id.clone(),
            part: *part,
            representative: entry.representative.clone().unwrap_or_default(),
            way: entry.way,
            place: entry.place.clone(),
            child_agreed: entry.child_agreed,
            given_on: entry.given_on,
            last_day,
            text_version: TEXT_VERSION.into(),
            rule_version: RULE_VERSION.into(),
            withdrawn_on: None,
            scan: scan.clone(),
            certified: certified.cloned(),
            entered: (context.actor.person.clone(), context.now),
            version: 0,
        };
        store::pupils::consents::add(tx, &consent).await?;
    }
    if !parts.is_empty() {
        context.audit(tx, &pupil.school, "pupil-consent-entered", pupil.id.as_str(), "").await?;
    }
    Ok(())
}

/// Whoever consented to a part does so no longer, from today on.
pub async fn withdraw(context: &Context<'_>, id: &PupilId, part: Part) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context, id, part))
}

async fn withdraw_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    part: Part,
) -> Result<(), Failed<Never>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepPupilConsents(child(&pupil, &carers)))?;
    let standing = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let of_part = standing.into_iter().filter(|one| one.part == part);
    let withdrawn: Vec<Consent> = of_part.filter_map(|one| one.withdraw(context.today)).collect();
    for consent in &withdrawn {
        store::pupils::consents::save(tx, consent).await?;
    }
    // Where none counted, the form came twice.
    if !withdrawn.is_empty() {
        context.audit(tx, &pupil.school, "pupil-consent-withdrawn", pupil.id.as_str(), "").await?;
    }
    if part.stops().any(|stopped| stopped == Part::Data) {
        store::awards::take_off(tx, &pupil).await?;
    }
    if part.stops().any(|stopped| stopped == Part::Diagnostics) {
        store::sociometries::leave(tx, &pupil).await?;
    }
    if part.stops().any(|stopped| stopped == Part::Participation) {
        super::volunteers::stop_without_consent(tx, context, &pupil).await?;
        super::referrals::close_open(tx, context, &pupil).await?;
    }
    crate::peers::after_withdrawal(tx, context, &pupil, part).await?;
    Ok(())
}
