//! Consents from a qualified signature: the representative signs, with a program of their own, the text of the parts that
//! they choose; the file is checked against the certificates that the administrator trusts, and what it said is kept with
//! the consents, never the file (doc:B3; docs/decisions/0044).

use super::consents::enter_in;
use super::printing::words;
use super::{child, found};
use crate::seals::{Authority, MOST_BYTES, NotCertified};
use crate::{Context, Failed};
use domain::calendar::local;
use domain::duties::year_end;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{
    Certified, EnterRefused, Entry, Part, RULE_VERSION, TEXT_VERSION, Way, is_of_age, is_signed_by,
};
use domain::schools::School;
use domain::{Day, PupilId};
use i18n::{Lang, t};
use store::Tx;

/// In which languages a text is handed out to be signed.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// What is to be consented to by a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Parent or legal representative; of a pupil who is of age, nobody.
    pub representative: Option<String>,
    /// To which parts.
    pub parts: Vec<Part>,
    /// The child's own «I agree» was given.
    pub child_agreed: bool,
    /// Where the file lies.
    pub place: String,
}

/// Why no consent is entered from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedRefused {
    /// Nobody checks such files in this installation.
    NotOffered,
    /// The file is not right.
    File(NotCertified),
    /// It is right and names no time: nobody could tell whether it was made before a withdrawal or in another year.
    Undated,
    /// It is right, and somebody else has signed.
    Signer,
    /// It is right, and the child has signed in the place of a representative.
    Child,
    /// The rule of consents refuses it.
    Rule(EnterRefused),
}

/// A pupil about whom the actor enters consents, with the school; for everybody else there is no such pupil.
async fn kept<R>(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<(Pupil, School), Failed<R>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepPupilConsents(child(&pupil, &carers)))?;
    let school = store::schools::get(tx, &pupil.school).await?.ok_or(Failed::NotFound)?;
    Ok((pupil, school))
}

/// What is signed on a day, to the last byte: for people first, then the same for programs. It names the last day of the
/// consent: a file of one school year is none of the next.
fn written((pupil, school): (&Pupil, &School), wanted: &Wanted, (lang, today): (Lang, Day)) -> String {
    let text = |key: &str| t(lang, key, &[]);
    let line = |key: &str, words: &str| format!("{}: {words}", text(key));
    let name = if lang == Lang::Ru { school.name_ru.as_str() } else { school.name_kk.as_str() };
    let end = year_end(today);
    let mut lines = vec![
        text("pupils-form"),
        line("pupils-form-school", name),
        line("pupils-form-pupil", &pupil.name().full()),
        line("pupils-form-until", &i18n::day(lang, end.yesterday().unwrap_or(end))),
    ];
    if let Some(name) = &wanted.representative {
        lines.push(line("pupils-form-representative", name));
    }
    let mut chosen = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| wanted.parts.contains(part)) {
        let (title, words) = words(lang, part);
        lines.extend([String::new(), title, words]);
        chosen.push(part.word());
    }
    lines.extend([
        String::new(),
        text("pupils-form-agreed"),
        text("help-consent-back-text"),
        text("help-consent-version-text"),
        format!("{TEXT_VERSION} | {RULE_VERSION} | {} | {} | {}", school.bin, pupil.id, chosen.join(" ")),
        String::new(),
    ]);
    lines.join("\n")
}

/// May such a text be signed at all?
fn may_sign(pupil: &Pupil, wanted: &Wanted, context: &Context<'_>) -> Result<(), EnterRefused> {
    if wanted.parts.is_empty() {
        return Err(EnterRefused::NoPart);
    }
    if wanted.representative.is_none() && !is_of_age(pupil.born_on, context.today) {
        return Err(EnterRefused::Representative);
    }
    Ok(())
}

/// The text that the representative signs, for whoever enters consents.
pub async fn text(
    context: &Context<'_>,
    id: &PupilId,
    wanted: &Wanted,
    lang: Lang,
) -> Result<String, Failed<EnterRefused>> {
    let (pupil, school) = kept(&mut *context.db.read().await?, context, id).await?;
    may_sign(&pupil, wanted, context).map_err(Failed::Refused)?;
    Ok(written((&pupil, &school), wanted, (lang, context.today)))
}

/// What a file says, where it is a right signature of the text in one of the languages.
async fn checked(
    context: &Context<'_>,
    authority: &Authority,
    (pupil, school): (&Pupil, &School),
    wanted: &Wanted,
    file: &[u8],
) -> Result<Certified, SignedRefused> {
    let mut why = NotCertified::OtherDocument;
    for lang in LANGS {
        let document = written((pupil, school), wanted, (lang, context.today));
        match authority.check(document, file.to_vec(), context.now).await {
            None => return Err(SignedRefused::NotOffered),
            Some(Ok(found)) if !found.dated => return Err(SignedRefused::Undated),
            Some(Ok(found)) => {
                return Ok(Certified {
                    signer: found.subject,
                    issuer: found.issuer,
                    signed_at: found.signed_at,
                    fingerprint: found.fingerprint,
                });
            }
            Some(Err(found)) => why = found,
        }
        if why != NotCertified::OtherDocument {
            break;
        }
    }
    Err(SignedRefused::File(why))
}

/// Is it the signature of whoever is to sign? From 16 on pupils have certificates of their own, which speak for no parent.
fn is_by(pupil: &Pupil, wanted: &Wanted, signer: &str) -> Result<(), SignedRefused> {
    let own = pupil.name().full();
    let Some(representative) = &wanted.representative else {
        return if is_signed_by(signer, &own) { Ok(()) } else { Err(SignedRefused::Signer) };
    };
    match () {
        () if is_signed_by(signer, &own) => Err(SignedRefused::Child),
        () if !is_signed_by(signer, representative) => Err(SignedRefused::Signer),
        () => Ok(()),
    }
}

/// Enters consents from a qualified signature. A file that is not right changes nothing.
pub async fn enter(
    context: &Context<'_>,
    authority: &Authority,
    id: &PupilId,
    wanted: &Wanted,
    file: &[u8],
) -> Result<(), Failed<SignedRefused>> {
    let (pupil, school) = kept(&mut *context.db.read().await?, context, id).await?;
    may_sign(&pupil, wanted, context).map_err(|why| Failed::Refused(SignedRefused::Rule(why)))?;
    if file.len() > MOST_BYTES {
        return Err(Failed::Refused(SignedRefused::File(NotCertified::TooLarge)));
    }
    let certified = checked(context, authority, (&pupil, &school), wanted, file).await;
    let certified = certified.map_err(Failed::Refused)?;
    is_by(&pupil, wanted, &certified.signer).map_err(Failed::Refused)?;
    let entry = Entry {
        representative: wanted.representative.clone(),
        way: Way::SignatureFile,
        place: wanted.place.clone(),
        given_on: local(certified.signed_at, school.utc_offset_minutes).date(),
        parts: wanted.parts.clone(),
        child_agreed: wanted.child_agreed,
    };
    let entered: Result<(), Failed<EnterRefused>> =
        store::change!(context.db, tx => enter_in(&mut tx, context, id, (&entry, Some(&certified))));
    entered.map_err(|failed| failed.map(SignedRefused::Rule))
}
