//! The application of a volunteer as a paper (doc:B2): what stands already is printed, what does not is left for the pen. What an
//! adult wrote is on no paper.

use super::{Applied, load};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::agreements as printed;
use domain::PupilId;
use domain::duties::year_end;
use domain::volunteers::Belongs;
use domain::volunteers::references::Answer;
use i18n::{Lang, t};
use jiff::ToSpan;
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
        school_year: year_end(context.today).saturating_sub(1.year()).year(),
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
    let (pupil, profile, application) = (&applied.pupil, &applied.profile, &applied.application);
    let text = |key: &str| t(lang, key, &[]);
    let languages = profile.languages.iter().map(|word| text(&format!("peers-language-{word}")));
    let day = |weekday: &u8| t(lang, "suggestions-weekday", &[("weekday", (*weekday).into())]);
    let organisation = match &applied.volunteer.organisation {
        Some(Belongs::Known(one)) => text(&format!("pupils-organisation-{}", one.word())),
        Some(Belongs::Own(id)) => {
            let found = applied.own.iter().find(|one| one.id == *id);
            found.map(|one| one.told.name.clone()).unwrap_or_default()
        }
        None => String::new(),
    };
    vec![
        (text("pupils-form-pupil"), pupil.name().full()),
        (text("pupils-form-class"), pupil.class.clone()),
        (text("references-motive"), application.motive.clone()),
        (text("references-wish"), application.wish.clone().unwrap_or_default()),
        (text("peers-subjects-helps"), profile.subjects.join(", ")),
        (text("peers-languages"), languages.collect::<Vec<_>>().join(", ")),
        (text("peers-days"), profile.days.iter().map(day).collect::<Vec<_>>().join(", ")),
        (text("pupils-organisation"), organisation),
        (text("references-referees"), referees.join(", ")),
    ]
}
