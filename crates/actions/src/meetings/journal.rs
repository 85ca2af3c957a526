//! The log of a pair on paper and as a table (doc:A7; essay:E20): nobody writes it, it is made of what the two kept of
//! their meetings. Themes that nobody offered, and notes that were not written for documents, are not in it.

use super::Scene;
use crate::formsets::said;
use crate::lists::{Cell, Column, List};
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::formsets::{Added, Answers};
use domain::meetings::{Meeting, NextStep, Note, State};
use domain::sides::Side;
use domain::{MeetingId, PairId, PersonId};
use i18n::{Lang, t};
use std::collections::BTreeMap;
use store::Tx;

/// What the log is made of.
struct Kept {
    scene: Scene,
    /// What took place, the oldest first.
    held: Vec<Meeting>,
    /// Meetings whose theme was offered to documents.
    offered: Vec<MeetingId>,
    notes: Vec<Note>,
    steps: Vec<NextStep>,
    /// What district and school asked when a talk was written down, with the answers.
    answers: BTreeMap<MeetingId, (Added, Answers)>,
    /// Full names of newcomer and mentor.
    names: [String; 2],
}

pub(super) async fn name(tx: &mut Tx, id: &PersonId) -> store::Result<String> {
    Ok(store::people::get(tx, id).await?.map(|person| person.name.full()).unwrap_or_default())
}

impl Kept {
    async fn of(context: &Context<'_>, pair: &PairId) -> Result<Self, Failed<Never>> {
        let mut tx = context.db.read().await?;
        let scene = Scene::load(&mut tx, context, pair).await?;
        let school = &scene.pair.school;
        let mut held = store::meetings::of_pair(&mut tx, school, pair).await?;
        held.retain(|meeting| meeting.state == State::Held);
        held.sort_by_key(|meeting| (meeting.day, meeting.at));
        Ok(Self {
            held,
            offered: store::meetings::offered_themes(&mut tx, school, pair).await?,
            notes: store::meetings::document_notes(&mut tx, school, pair).await?,
            steps: store::meetings::steps(&mut tx, school, pair).await?,
            answers: store::meetings::answers(&mut tx, school, pair).await?,
            names: [name(&mut tx, &scene.newcomer).await?, name(&mut tx, &scene.mentor).await?],
            scene,
        })
    }

    fn row(&self, lang: Lang, meeting: &Meeting) -> Vec<Cell> {
        let theme = meeting.topic.clone().filter(|_| self.offered.contains(&meeting.id));
        let notes = self.notes.iter().filter(|note| note.meeting == meeting.id);
        let steps = |whose: Side| {
            let own = self.steps.iter().filter(|step| step.meeting == meeting.id && step.whose == whose);
            Cell::Lines(own.map(|step| step.text.clone()).collect())
        };
        let both = meeting.said.newcomer == Some(true) && meeting.said.mentor == Some(true);
        let mut cells = vec![
            Cell::Day(meeting.day),
            Cell::words(t(lang, &format!("contacts-kind-{}", meeting.kind.word()), &[])),
            Cell::Number(meeting.minutes.into()),
            Cell::words(theme.unwrap_or_default()),
            Cell::Lines(notes.map(|note| note.text.clone()).collect()),
            steps(Side::Newcomer),
            steps(Side::Mentor),
            Cell::words(if both { t(lang, "meetings-journal-both", &[]) } else { String::new() }),
        ];
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
            column("newcomer", 20, CellKind::Text),
            column("mentor", 20, CellKind::Text),
            column("confirmed", 12, CellKind::Text),
        ];
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
            year: (&self.scene.programme).into(),
            lang,
        }
    }
}

/// The log for one of the two.
pub async fn list(context: &Context<'_>, pair: &PairId, lang: Lang) -> Result<List, Failed<Never>> {
    Ok(Kept::of(context, pair).await?.list(lang))
}
