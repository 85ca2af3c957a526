//! What two pupils agreed on, as a paper (doc:B5): when and where they meet, what they do and leave, what no adult keeps to
//! themselves, until when. Two families read it, so neither the goal nor a reason stands on it.

use super::{Ground, on_duty, own};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::agreements as printed;
use domain::PeerPairId;
use domain::certificates::first_year;
use domain::peers::weekly::Weekly;
use domain::peers::{Agreement, State};
use domain::pupils::Pupil;
use i18n::{Lang, t};
use store::WriteTx;
use store::pupils::reads::What;

/// What every pair agrees on: keys of captions and of words.
const RULES: [(&str, &str); 4] = [
    ("peers-paper-do", "peers-paper-do-text"),
    ("peers-paper-leave", "peers-paper-leave-text"),
    ("peers-paper-secrets", "peers-paper-secrets-text"),
    ("peers-paper-stop", "peers-paper-stop-text"),
];

/// Who signs: keys.
const SIGNERS: [&str; 5] = [
    "peers-paper-helper-signs",
    "peers-paper-mentee-signs",
    "peers-paper-helper-parent",
    "peers-paper-mentee-parent",
    "peers-paper-adult",
];

/// Prints what the two of a pair agreed on, for whoever makes its pairs; as long as they have not, there is no paper. That the
/// reader opened it is noted with both, as on the page of the pair.
pub async fn print_agreement(
    context: &Context<'_>,
    id: &PeerPairId,
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
    id: &PeerPairId,
    lang: Lang,
) -> Result<printed::Agreement, Failed<Unprintable>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, helper, mentee) = own(&ground, context, id)?;
    let State::Agreed(agreement) = &pair.state else { return Err(Failed::NotFound) };
    let school = store::schools::get(tx, &pair.school).await?.ok_or(Failed::NotFound)?;
    // The paper says that an adult has left the school, as the page of the pair does.
    let adult = on_duty(tx, &ground, &agreement.weekly).await?;
    let adult = adult.map_or_else(|| t(lang, "peers-adult-gone", &[]), |one| one.name.brief());
    for pupil in [helper, mentee] {
        store::pupils::reads::add(tx, What::Page, pupil, &context.actor.person, context.today).await?;
    }
    let parts = vec![printed::Part {
        title: t(lang, "peers-weekly-title", &[]),
        text: meeting(lang, &agreement.weekly, adult),
        signers: Vec::new(),
    }];
    Ok(printed::Agreement {
        school: school_of(&school),
        school_year: first_year(ground.today),
        made: context.today,
        title: t(lang, "peers-paper", &[]),
        basis: t(lang, "peers-paper-basis", &[]),
        facts: facts(lang, agreement, (helper, mentee)),
        parts,
        rules: RULES.map(|(caption, words)| (t(lang, caption, &[]), t(lang, words, &[]))).into(),
        signers: SIGNERS.map(|key| t(lang, key, &[])).into(),
    })
}

/// Who the two are and how long they are a pair.
fn facts(lang: Lang, agreement: &Agreement, (helper, mentee): (&Pupil, &Pupil)) -> Vec<(String, String)> {
    let named = |pupil: &Pupil| format!("{}, {}", pupil.name().full(), pupil.class);
    // They are told the first day on which they are a pair no longer; a paper names the last one on which they are.
    let last = agreement.ends.yesterday().unwrap_or(agreement.ends);
    vec![
        (t(lang, "peers-paper-helper", &[]), named(helper)),
        (t(lang, "peers-paper-mentee", &[]), named(mentee)),
        (t(lang, "peers-paper-from", &[]), i18n::day(lang, agreement.from)),
        (t(lang, "peers-paper-until", &[]), i18n::day(lang, last)),
    ]
}

/// The meeting of the week, in words.
fn meeting(lang: Lang, weekly: &Weekly, adult: String) -> String {
    let key = if weekly.off_site { "peers-weekly-outside" } else { "peers-weekly" };
    let weekday = t(lang, "suggestions-weekday", &[("weekday", weekly.weekday.into())]);
    t(
        lang,
        key,
        &[
            ("form", t(lang, &format!("peers-form-{}", weekly.form.word()), &[]).into()),
            ("weekday", i18n::capital(&weekday).into()),
            ("time", i18n::time(weekly.at).into()),
            ("minutes", weekly.minutes.into()),
            ("place", weekly.place.clone().into()),
            ("adult", adult.into()),
        ],
    )
}
