//! The consent about a pupil as a paper: part by part the very words of the page of consents, with a line for the
//! representative and one for the child's own «I agree» (doc:B3; docs/decisions/0044).

use super::{child, found};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::agreements as printed;
use domain::certificates::first_year;
use domain::duties::year_end;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{Part, is_of_age};
use domain::visibility::Data;
use domain::{Day, PupilId};
use i18n::{Lang, t};
use store::WriteTx;
use store::pupils::reads::What;

/// What holds for all parts: keys of captions and of words.
const RULES: [(&str, &str); 4] = [
    ("pupils-form-apart", "pupils-form-apart-text"),
    ("help-consent-child", "help-consent-child-text"),
    ("help-consent-back", "help-consent-back-text"),
    ("help-consent-version", "help-consent-version-text"),
];

/// What a part is called, and the words that are signed.
pub(super) fn words(lang: Lang, part: Part) -> (String, String) {
    let text = |key: String| t(lang, &key, &[]);
    (text(format!("pupils-part-{}", part.word())), text(format!("help-consent-{}", part.word())))
}

/// Prints the consent about a pupil, not filled in, for whoever sees the consents. That the reader opened it is noted, as on
/// the pupil's own page.
pub async fn print_form(
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
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::SeePupil { child: child(&pupil, &carers), data: Data::Consents })?;
    let school = store::schools::get(tx, &pupil.school).await?.ok_or(Failed::NotFound)?;
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    Ok(form(&pupil, school_of(&school), context.today, lang))
}

/// The paper about a pupil on a day. Whoever is of age signs alone.
fn form(pupil: &Pupil, school: documents::School, today: Day, lang: Lang) -> printed::Agreement {
    let text = |key: &str| t(lang, key, &[]);
    let end = year_end(today);
    let alone = is_of_age(pupil.born_on, today);
    let by_part: &[&str] = if alone {
        &["pupils-form-pupil-signs"]
    } else {
        &["pupils-form-representative-signs", "pupils-form-child-signs"]
    };
    let at_end: &[&str] = if alone {
        &["pupils-form-day"]
    } else {
        &["pupils-form-representative", "pupils-form-relation", "pupils-form-day"]
    };
    let lines = |keys: &[&str]| keys.iter().map(|key| text(key)).collect::<Vec<String>>();
    let part = |part: Part| {
        let (title, words) = words(lang, part);
        printed::Part { title, text: words, signers: lines(by_part) }
    };
    printed::Agreement {
        school,
        school_year: first_year(today),
        made: today,
        title: text("pupils-form"),
        basis: text("pupils-form-basis"),
        facts: vec![
            (text("pupils-form-pupil"), pupil.name().full()),
            (text("pupils-form-class"), pupil.class.clone()),
            (text("pupils-form-until"), i18n::day(lang, end.yesterday().unwrap_or(end))),
        ],
        parts: Part::ALL.map(part).into(),
        rules: RULES.map(|(caption, words)| (text(caption), text(words))).into(),
        signers: lines(at_end),
    }
}
