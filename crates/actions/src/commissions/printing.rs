//! The protocol of somebody's practice on paper, in Kazakh and in Russian (doc:A17): each sheet as it was sealed, each reason,
//! and what they came to.

use super::{criterion, loaded};
use crate::letters::school_name;
use crate::lists::{Cell, Column, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::exams::{Commission, Hearing, HearingState, Practice};
use domain::permissions::{Action, may};
use domain::programmes::of_day;
use domain::{HearingId, PersonId};
use i18n::{Lang, t};
use std::collections::BTreeMap;
use store::Tx;

/// The protocol of a practice whose result was told, for the coordinator, also of the candidate's own school, and for those who
/// marked.
pub async fn protocol(context: &Context<'_>, id: &HearingId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let (hearing, commission) = loaded::<Never>(&mut tx, id).await?;
    let examiners: Vec<PersonId> = hearing.sheets.keys().cloned().collect();
    let here = hearing.home_of(&context.actor.person);
    let marks = Action::MarkHearing { school: here, examiners: &examiners };
    let leads = |school| may(context.actor, &Action::ManageCommissions(school)).is_ok();
    let leads = hearing.candidate != context.actor.person && (leads(&hearing.school) || leads(&hearing.home));
    if !leads {
        may(context.actor, &marks)?;
    }
    let HearingState::Told { number, practice, .. } = &hearing.state else { return Err(Failed::NotFound) };
    // Whichever runs when it is printed, the head of the paper is the year in which the commission sat.
    let all = store::programmes::of_school(&mut tx, &hearing.school).await?;
    let programme = of_day(all, commission.day).ok_or(Failed::NotFound)?;
    let names = names(&mut tx, &hearing, lang).await?;
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let paper = Paper { lang, hearing: &hearing, commission: &commission, practice };
    let mut columns = vec![Column::new(lang, "commissions-criterion", 24, CellKind::Text)];
    columns.extend(examiners.iter().map(|one| Column {
        caption: name(one),
        width: 14,
        kind: CellKind::Number,
    }));
    columns.push(Column::new(lang, "commissions-reasons", 40, CellKind::Text));
    let mut about = paper.about(&name(&hearing.candidate));
    about.extend(
        examiners.iter().map(|one| t(lang, "commissions-paper-signs", &[("name", name(one).into())])),
    );
    let rows = (0..commission.rubric.criteria.len()).map(|at| paper.row(at, &name));
    Ok(List {
        year: (&programme).into(),
        lang,
        title: t(lang, "commissions-paper", &[("number", (*number).into())]),
        about,
        columns,
        rows: rows.collect(),
    })
}

/// The names of the candidate and of those who marked; whoever comes from another school than that which held it with theirs.
async fn names(tx: &mut Tx, hearing: &Hearing, lang: Lang) -> store::Result<BTreeMap<PersonId, String>> {
    let mut names = BTreeMap::new();
    for (person, home) in hearing.people() {
        let Some(found) = store::people::get(tx, &person).await? else { continue };
        let mut name = found.name.full();
        if home != hearing.school
            && let Some(school) = store::schools::get(tx, &home).await?
        {
            let args = [("name", name.into()), ("school", school_name(lang, Some(&school)).into())];
            name = t(lang, "sittings-guest", &args);
        }
        names.insert(person, name);
    }
    Ok(names)
}

/// A protocol in one language.
struct Paper<'a> {
    lang: Lang,
    hearing: &'a Hearing,
    commission: &'a Commission,
    practice: &'a Practice,
}

impl Paper<'_> {
    fn criterion(&self, at: usize) -> String {
        let word = self.commission.rubric.criteria.get(at).map(|one| one.word.as_str()).unwrap_or_default();
        criterion(word, self.lang).unwrap_or_default().name
    }

    /// Who, when, where, which situation, and what it came to.
    fn about(&self, candidate: &str) -> Vec<String> {
        let lang = self.lang;
        let rubric = &self.commission.rubric;
        let situation = super::card(&self.hearing.situation, lang).unwrap_or_default().title;
        let day = i18n::day(lang, self.commission.day);
        let hundredths = |all: u32| {
            let comma = if lang == Lang::En { "." } else { "," };
            format!("{}{comma}{:02}", all / 100, all % 100)
        };
        let figures = [
            ("mean", hundredths(self.practice.mean).into()),
            ("cut", hundredths(rubric.cut.into()).into()),
            ("minimum", u32::from(rubric.minimum).into()),
        ];
        let mut about = vec![
            t(lang, "commissions-paper-candidate", &[("name", candidate.into())]),
            t(
                lang,
                "commissions-paper-day",
                &[("day", day.into()), ("place", self.commission.place.as_str().into())],
            ),
            t(lang, "commissions-paper-situation", &[("title", situation.into())]),
            t(lang, "commissions-paper-rubric", &[("version", rubric.version.into())]),
            t(lang, "commissions-result", &figures),
        ];
        for at in &self.practice.critical {
            let name = self.criterion(*at);
            about.push(t(lang, "commissions-critical", &[("name", name.into())]));
        }
        let verdict = if self.practice.passed { "commissions-passed" } else { "commissions-failed" };
        about.push(t(lang, verdict, &[]));
        about
    }

    /// A criterion, the marks of each examiner, and why they differ.
    fn row(&self, at: usize, name: &impl Fn(&PersonId) -> String) -> Vec<Cell> {
        let mark = |mark: Option<u8>| mark.map_or_else(|| Cell::words(""), |mark| Cell::Number(mark.into()));
        let marks = self.hearing.sheets.values().map(|sheet| mark(sheet.marks.get(at).copied().flatten()));
        let here = self.hearing.reasons.iter().filter(|reason| reason.criterion == at);
        let reasons = here.map(|reason| format!("{}: {}", name(&reason.by), reason.text)).collect();
        let first = Cell::words(self.criterion(at));
        std::iter::once(first).chain(marks).chain([Cell::Lines(reasons)]).collect()
    }
}
