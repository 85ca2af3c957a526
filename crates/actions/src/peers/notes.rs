//! The progress note of one of the two of a pair as a paper (doc:B10), made from the records of the quarter for the coordinator
//! to sign. Of marks it says the direction alone, and nothing of the other child.

use super::Ground;
use crate::changes::listed;
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::agreements as printed;
use domain::PeerPairId;
use domain::certificates::first_year;
use domain::changes::{marks, quarters};
use domain::peers::notes::{Attendance, Trend, attendance, trends};
use domain::peers::weekly::Whose;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use i18n::{Arg, Lang, t};
use store::WriteTx;
use store::pupils::reads::What;

/// Who signs: keys.
const SIGNERS: [&str; 2] = ["notes-coordinator", "pupils-form-day"];

/// What stands in a note.
struct Note<'a> {
    pupil: &'a Pupil,
    whose: Whose,
    quarter: u8,
    attendance: Attendance,
    trends: Vec<Trend>,
    /// In words, how the own studies of whoever helps go.
    studies: Option<String>,
}

/// Prints the note of this quarter about one of a pair that agreed, for whoever reads trends. That the reader opened it is noted,
/// as on the pupil's own page.
pub async fn print_note(
    context: &Context<'_>,
    id: &PeerPairId,
    whose: Whose,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let paper = store::change!(context.db, tx => written(&mut tx, context, id, (whose, lang)))?;
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// What it says.
async fn written(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    (whose, lang): (Whose, Lang),
) -> Result<printed::Agreement, Failed<Unprintable>> {
    let ground = Ground::load(tx, context).await?;
    may(context.actor, &Action::ReadTrends(&ground.school))?;
    let agreed = ground.pairs.iter().find(|pair| pair.id == *id && pair.state.agreement().is_some());
    let pair = agreed.ok_or(Failed::NotFound)?;
    let (helper, mentee) = ground.two(pair).ok_or(Failed::NotFound)?;
    let pupil = if whose == Whose::Mentee { mentee } else { helper };
    // Nothing is printed of whom nothing may be kept.
    if !ground.keeps_data(pupil) {
        return Err(Failed::NotFound);
    }
    let year = quarters(context.today);
    let known = listed(tx, &ground).await?.map_or(0, |day| year.over(day));
    let figures = store::pupils::figures_of(tx, pupil).await?;
    let studies = if whose == Whose::Helper { studies(tx, pupil, lang).await? } else { None };
    let entries = store::journals::of_school(tx, &ground.school).await?;
    let school = store::schools::get(tx, &ground.school).await?.ok_or(Failed::NotFound)?;
    store::pupils::reads::add(tx, What::Page, pupil, &context.actor.person, context.today).await?;
    let note = Note {
        pupil,
        whose,
        quarter: year.number(context.today),
        attendance: attendance(&entries, id, context.today),
        trends: trends(&marks(&figures), known),
        studies,
    };
    Ok(printed::Agreement {
        school: school_of(&school),
        school_year: first_year(context.today),
        made: context.today,
        title: t(lang, "notes-title", &[]),
        basis: t(lang, "peers-paper-basis", &[]),
        facts: facts(lang, &note),
        parts: Vec::new(),
        rules: vec![(t(lang, "notes-read", &[]), t(lang, "notes-read-text", &[]))],
        signers: SIGNERS.map(|key| t(lang, key, &[])).into(),
    })
}

/// How the own studies of a volunteer go, as somebody looked last.
async fn studies(tx: &mut WriteTx, pupil: &Pupil, lang: Lang) -> Result<Option<String>, Failed<Unprintable>> {
    let looked = store::volunteers::of_pupil(tx, pupil).await?.and_then(|one| one.studies);
    Ok(looked.map(|(studies, on)| {
        t(lang, &format!("notes-studies-{}", studies.word()), &[("day", i18n::day(lang, on).into())])
    }))
}

/// The lines of a note.
fn facts(lang: Lang, note: &Note<'_>) -> Vec<(String, String)> {
    let text = |key: &str| t(lang, key, &[]);
    let Attendance { met, missed, excused } = note.attendance;
    let counts: [(&str, Arg); 3] =
        [("met", met.into()), ("missed", missed.into()), ("excused", excused.into())];
    let mut facts = vec![
        (text("pupils-form-pupil"), note.pupil.name().full()),
        (text("pupils-form-class"), note.pupil.class.clone()),
        (text("notes-quarter"), note.quarter.to_string()),
        (text("notes-attendance"), t(lang, "notes-attendance-text", &counts)),
        (text(&format!("notes-trend-{}", note.whose.word())), trend_words(lang, &note.trends)),
    ];
    match note.whose {
        Whose::Mentee => facts.push((text("notes-belonging"), text("notes-belonging-not-asked"))),
        Whose::Helper => {
            let words = note.studies.clone().unwrap_or_else(|| text("notes-studies-not-asked"));
            facts.push((text("notes-studies"), words));
        }
    }
    facts
}

/// Subject by subject; or that there are not two quarters yet.
fn trend_words(lang: Lang, trends: &[Trend]) -> String {
    if trends.is_empty() {
        return t(lang, "notes-trend-none", &[]);
    }
    let line = |one: &Trend| {
        let sign = if one.points < 0.0 { "−" } else { "+" };
        let number = format!("{:.0}", one.points.abs());
        let points = if number == "0" { number } else { format!("{sign}{number}") };
        let (from, to) = one.quarters;
        t(
            lang,
            "notes-trend",
            &[
                ("subject", one.subject.as_str().into()),
                ("points", points.into()),
                ("from", from.into()),
                ("to", to.into()),
            ],
        )
    };
    trends.iter().map(line).collect::<Vec<_>>().join("; ")
}
