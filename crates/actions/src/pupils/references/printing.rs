//! The application of a volunteer as a paper (doc:B2): what stands already is printed, what does not is left for the pen. What an
//! adult wrote is on no paper.

use super::{Applied, helps, load};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed, organisations};
use documents::agreements as printed;
use domain::PupilId;
use domain::certificates::first_year;
use domain::volunteers::references::Answer;
use i18n::{Lang, t};
use store::WriteTx;
use store::pupils::reads::What;

/// What holds for every application: keys of captions and of words.
const RULES: [(&str, &str); 2] = [
    ("references-paper-referees", "references-paper-referees-text"),
    ("peers-paper-stop", "references-paper-stop-text"),
];

/// Who signs: keys.
const SIGNERS: [&str; 4] =
    ["pupils-form-pupil", "references-paper-first", "references-paper-second", "pupils-form-day"];

/// Prints the application of a volunteer, for whoever keeps it. That the reader opened it is noted, as on the pupil's own page.
pub async fn print_application(
    context: &Context<'_>,
    id: &PupilId,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let paper = store::change!(context.db, tx => written(&mut tx, context, id, lang))?;
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// What it says.
async fn written(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    lang: Lang,
) -> Result<printed::Agreement, Failed<Unprintable>> {
    let applied = load(tx, context, id).await?;
    let school = store::schools::get(tx, &applied.pupil.school).await?.ok_or(Failed::NotFound)?;
    let mut referees = Vec::new();
    for one in applied.referees.iter().flatten().filter(|one| one.answer != Answer::Declined) {
        referees.extend(store::people::get(tx, &one.person).await?.map(|person| person.name.full()));
    }
    store::pupils::reads::add(tx, What::Page, &applied.pupil, &context.actor.person, context.today).await?;
    Ok(printed::Agreement {
        school: school_of(&school),
        school_year: first_year(context.today),
        made: context.today,
        title: t(lang, "references-application", &[]),
        basis: t(lang, "peers-paper-basis", &[]),
        facts: facts(lang, &applied, &referees),
        parts: Vec::new(),
        rules: RULES.map(|(caption, words)| (t(lang, caption, &[]), t(lang, words, &[]))).into(),
        signers: SIGNERS.map(|key| t(lang, key, &[])).into(),
    })
}

/// The lines of the application; empty where nobody has said anything yet.
fn facts(lang: Lang, applied: &Applied, referees: &[String]) -> Vec<(String, String)> {
    let (pupil, application) = (&applied.pupil, &applied.application);
    let text = |key: &str| t(lang, key, &[]);
    let organisation = applied.volunteer.organisation.as_ref();
    let organisation = organisation.map(|one| organisations::name(lang, &applied.own, one));
    let mut facts = vec![
        (text("pupils-form-pupil"), pupil.name().full()),
        (text("pupils-form-class"), pupil.class.clone()),
        (text("references-motive"), application.motive.clone()),
        (text("references-wish"), application.wish.clone().unwrap_or_default()),
    ];
    facts.extend(helps(lang, &applied.profile).map(|(key, words)| (text(key), words)));
    facts.push((text("pupils-organisation"), organisation.unwrap_or_default()));
    facts.push((text("references-referees"), referees.join(", ")));
    facts
}
