//! The sheet of a sitting on paper and as a table (doc:A17): each paper whose result was told, with the numbers of its
//! questions, its points, the cut and what it came to. No answer, and no reason of a second look.

use super::{Paper, managed, visitors};
use crate::letters::school_name;
use crate::lists::{Cell, Column, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::exams::Sitting;
use domain::programmes::of_day;
use domain::questions::Points;
use domain::{ExamId, PersonId};
use i18n::{Lang, t};
use std::collections::BTreeMap;
use store::Tx;
use store::attempts::Told;

/// Columns: key, width, what it holds.
const COLUMNS: [(&str, u8, CellKind); 6] = [
    ("sittings-sheet-candidate", 28, CellKind::Text),
    ("sittings-sheet-language", 14, CellKind::Text),
    ("sittings-sheet-variant", 24, CellKind::Text),
    ("sittings-sheet-points", 14, CellKind::Text),
    ("sittings-cut", 8, CellKind::Text),
    ("sittings-sheet-result", 20, CellKind::Text),
];

/// The sheet of a sitting, for whoever manages it, once a result was told.
pub async fn sheet(context: &Context<'_>, id: &ExamId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let sitting = managed::<Never>(&mut tx, context, id).await?;
    let papers = Paper::all(&mut tx, &sitting, context.now).await?;
    let names = names(&mut tx, context, (&sitting, &papers), lang).await?;
    let mut rows: Vec<(String, Vec<Cell>)> = papers
        .iter()
        .filter_map(|paper| {
            let told = paper.kept.told.as_ref()?;
            let name = names.get(&paper.kept.attempt.person).cloned().unwrap_or_default();
            Some((name.clone(), row(lang, paper, told, name)))
        })
        .collect();
    if rows.is_empty() {
        return Err(Failed::NotFound);
    }
    i18n::sort_by_name(lang, &mut rows, |(name, _)| name);
    let school = store::schools::get(&mut tx, &sitting.school).await?.ok_or(Failed::NotFound)?;
    let day = domain::calendar::local(sitting.begins, school.utc_offset_minutes).date();
    // Whichever runs when it is printed, the head of the paper is the year in which the theory was sat.
    let all = store::programmes::of_school(&mut tx, &sitting.school).await?;
    let programme = of_day(all, day).ok_or(Failed::NotFound)?;
    let minutes = [("day", i18n::day(lang, day).into()), ("minutes", u32::from(sitting.plan.minutes).into())];
    Ok(List {
        year: (&programme).into(),
        lang,
        title: t(lang, "sittings-sheet", &[]),
        about: vec![t(lang, "sittings-sheet-about", &minutes), t(lang, "sittings-sheet-signs", &[])],
        columns: COLUMNS.map(|(key, width, holds)| Column::new(lang, key, width, holds)).into(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    })
}

fn row(lang: Lang, paper: &Paper, told: &Told, name: String) -> Vec<Cell> {
    let points = |points: Points| i18n::decimal(lang, points.hundredths(), 2);
    let result = [("points", points(told.points).into()), ("of", points(told.of).into())];
    let numbers = paper.kept.attempt.variant.questions.iter().map(|drawn| drawn.number.to_string());
    let verdict = match told.passed() {
        Some(true) => "sittings-verdict-passed",
        None => "sittings-verdict-border",
        Some(false) => "sittings-verdict-failed",
    };
    vec![
        Cell::words(name),
        Cell::words(t(lang, &format!("sittings-language-{}", paper.kept.language.word()), &[])),
        Cell::words(numbers.collect::<Vec<_>>().join(", ")),
        Cell::words(t(lang, "sittings-sheet-of", &result)),
        Cell::words(points(told.cut)),
        Cell::words(t(lang, verdict, &[])),
    ]
}

/// The names of those who have written: of the own people; of others as long as that decides something, then a number.
async fn names(
    tx: &mut Tx,
    context: &Context<'_>,
    (sitting, papers): (&Sitting, &[Paper]),
    lang: Lang,
) -> store::Result<BTreeMap<PersonId, String>> {
    let people = store::people::of_school(tx, &sitting.school).await?;
    let mut names: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.full())).collect();
    for (person, visitor) in visitors(tx, context, sitting, papers).await? {
        let at = papers.iter().position(|paper| paper.kept.attempt.person == person);
        let words = match (visitor.called, at) {
            (Some((name, school)), _) => {
                let school = school_name(lang, Some(&school));
                t(lang, "sittings-guest", &[("name", name.into()), ("school", school.into())])
            }
            (None, Some(at)) => t(lang, "sittings-guest-number", &[("number", (at + 1).into())]),
            (None, None) => continue,
        };
        names.insert(person, words);
    }
    Ok(names)
}
