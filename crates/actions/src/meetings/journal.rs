//! The log of a pair on paper and as a table (doc:A7; essay:E20): nobody writes it, it is made of what the two kept of
//! their meetings. Themes that nobody offered, and notes that were not written for documents, are not in it. What goes into
//! the archive of the school has neither the next steps of the two nor their answers (decision 0013).

use super::Scene;
use crate::consents::persons;
use crate::formsets::said;
use crate::lists::{Cell, Column, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::formsets::{Added, Answers};
use domain::meetings::{Meeting, NextStep, Note, State};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{MeetingId, PairId, PersonId};
use i18n::{Lang, t};
use std::collections::BTreeMap;
use store::Tx;

/// What the log is made of.
struct Kept {
    programme: Programme,
    /// What took place, the oldest first.
    held: Vec<Meeting>,
    /// Meetings whose theme was offered to documents.
    offered: Vec<MeetingId>,
    notes: Vec<Note>,
    /// The next steps; nothing where the log leaves the two.
    steps: Option<Vec<NextStep>>,
    /// What district and school asked when a talk was written down, with the answers.
    answers: BTreeMap<MeetingId, (Added, Answers)>,
    /// Full names of newcomer and mentor.
    names: [String; 2],
}

pub(super) async fn name(tx: &mut Tx, id: &PersonId) -> store::Result<String> {
    Ok(store::people::get(tx, id).await?.map(|person| person.name.full()).unwrap_or_default())
}

impl Kept {
    /// What may leave the two.
    async fn of(tx: &mut Tx, pair: &Pair, programme: Programme, two: [&PersonId; 2]) -> store::Result<Self> {
        let [newcomer, mentor] = two;
        let (school, id) = (&pair.school, &pair.id);
        Ok(Self {
            held: held(tx, pair).await?,
            offered: store::meetings::offered_themes(tx, school, id).await?,
            notes: store::meetings::document_notes(tx, school, id).await?,
            steps: None,
            answers: BTreeMap::new(),
            names: [name(tx, newcomer).await?, name(tx, mentor).await?],
            programme,
        })
    }

    fn row(&self, lang: Lang, meeting: &Meeting) -> Vec<Cell> {
        let theme = meeting.topic.clone().filter(|_| self.offered.contains(&meeting.id));
        let notes = self.notes.iter().filter(|note| note.meeting == meeting.id);
        let both = meeting.said.newcomer == Some(true) && meeting.said.mentor == Some(true);
        let mut cells = vec![
            Cell::Day(meeting.day),
            Cell::words(t(lang, &format!("contacts-kind-{}", meeting.kind.word()), &[])),
            Cell::Number(meeting.minutes.into()),
            Cell::words(theme.unwrap_or_default()),
            Cell::Lines(notes.map(|note| note.text.clone()).collect()),
        ];
        if let Some(steps) = &self.steps {
            cells.extend([Side::Newcomer, Side::Mentor].map(|whose| {
                let own = steps.iter().filter(|step| step.meeting == meeting.id && step.whose == whose);
                Cell::Lines(own.map(|step| step.text.clone()).collect())
            }));
        }
        cells.push(Cell::words(if both { t(lang, "meetings-journal-both", &[]) } else { String::new() }));
        if self.asks() {
            let answers = self.answers.get(&meeting.id).map(|(added, answers)| said(lang, added, answers));
            let lines = answers.unwrap_or_default().into_iter();
            cells.push(Cell::Lines(lines.map(|(label, words)| format!("{label}: {words}")).collect()));
        }
        cells
    }

    /// True where something was answered: a log that asks nothing looks as it always did.
    fn asks(&self) -> bool {
        self.answers.values().any(|(_, answers)| !answers.is_empty())
    }

    fn list(self, lang: Lang) -> List {
        let column =
            |tail: &str, width, kind| Column::new(lang, &format!("meetings-journal-{tail}"), width, kind);
        let about = |key: &str, name: &String| t(lang, key, &[("name", name.as_str().into())]);
        let [newcomer, mentor] = &self.names;
        let mut columns = vec![
            column("day", 14, CellKind::Day),
            column("kind", 16, CellKind::Text),
            column("minutes", 8, CellKind::Number),
            column("theme", 20, CellKind::Text),
            column("notes", 26, CellKind::Text),
        ];
        if self.steps.is_some() {
            columns.push(column("newcomer", 20, CellKind::Text));
            columns.push(column("mentor", 20, CellKind::Text));
        }
        columns.push(column("confirmed", 12, CellKind::Text));
        if self.asks() {
            columns.push(column("answers", 24, CellKind::Text));
        }
        List {
            title: t(lang, "meetings-journal", &[]),
            about: vec![
                about("meetings-journal-of-mentor", mentor),
                about("meetings-journal-of-newcomer", newcomer),
            ],
            columns,
            rows: self.held.iter().map(|meeting| self.row(lang, meeting)).collect(),
            year: (&self.programme).into(),
            lang,
        }
    }
}

/// What took place, the oldest first.
async fn held(tx: &mut Tx, pair: &Pair) -> store::Result<Vec<Meeting>> {
    let mut held = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    held.retain(|meeting| meeting.state == State::Held);
    held.sort_by_key(|meeting| (meeting.day, meeting.at));
    Ok(held)
}

/// The log for one of the two.
pub async fn list(context: &Context<'_>, pair: &PairId, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let Scene { pair, programme, newcomer, mentor, .. } = Scene::load(&mut tx, context, pair).await?;
    let kept = Kept::of(&mut tx, &pair, programme, [&newcomer, &mentor]).await?;
    let kept = Kept {
        steps: Some(store::meetings::steps(&mut tx, &pair.school, &pair.id).await?),
        answers: store::meetings::answers(&mut tx, &pair.school, &pair.id).await?,
        ..kept
    };
    Ok(kept.list(lang))
}

/// True where a pair has something to be kept: an empty log is no paper.
pub(crate) async fn is_any(tx: &mut Tx, pair: &Pair) -> store::Result<bool> {
    Ok(!held(tx, pair).await?.is_empty())
}

/// The log for the archive of whoever takes the papers of the school out: days, kinds, minutes, themes that were offered and
/// notes that were written for documents.
pub(crate) async fn archived(
    context: &Context<'_>,
    pair: &PairId,
    lang: Lang,
) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let pair = store::pairs::get(&mut tx, pair).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ExportReports(&pair.school))?;
    let programme = store::programmes::get(&mut tx, &pair.school, &pair.programme).await?;
    let (newcomer, mentor) = persons(&mut tx, &pair).await?.ok_or(Failed::NotFound)?;
    let kept = Kept::of(&mut tx, &pair, programme.ok_or(Failed::NotFound)?, [&newcomer, &mentor]).await?;
    Ok(kept.list(lang))
}
