//! A person's own observations and how far a newcomer has come, as the pages of observations, the pair and the home
//! show them.

use super::{SheetPath, ShowPath};
use crate::{Page, PageError};
use domain::observations::{Kind, Observation, Party, Progress, State, progress};
use domain::programmes::Programme;
use domain::{NewcomerId, ObservationId, PersonId};
use i18n::Lang;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use store::Tx;

/// Everything in which the reader is one of the two.
#[derive(Clone, Debug)]
pub(crate) struct OwnLessons {
    me: PersonId,
    /// In the order of time, in every state.
    pub(crate) all: Vec<Observation>,
    /// Finished sheets of the reader's lessons that they have not read yet.
    unread: Vec<ObservationId>,
    /// The others, as colleagues say their names.
    names: BTreeMap<PersonId, String>,
    now: DateTime,
}

impl OwnLessons {
    pub(crate) async fn load(page: &Page, tx: &mut Tx) -> Result<Self, PageError> {
        let (school, me) = (page.school_id()?, &page.actor().person);
        let all = store::observations::of_person(tx, school, me).await?;
        let (mut unread, mut names) = (Vec::new(), BTreeMap::new());
        if !all.is_empty() {
            unread = store::observations::unread(tx, school, me).await?;
            let people = store::people::of_school(tx, school).await?;
            names = people.into_iter().map(|person| (person.id, person.name.polite())).collect();
        }
        Ok(Self { me: me.clone(), all, unread, names, now: page.visit.local })
    }

    /// Which of the two the reader is.
    pub(crate) fn party(&self, one: &Observation) -> Party {
        one.party(&self.me).unwrap_or(Party::Observer)
    }

    /// The other one.
    pub(crate) fn other(&self, one: &Observation) -> String {
        self.names.get(one.person(self.party(one).other())).cloned().unwrap_or_default()
    }

    /// Proposed lessons that wait for the reader's answer.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Observation> {
        self.all.iter().filter(|one| one.waits_for(self.party(one), self.now))
    }

    /// Lessons that have begun and whose sheet the reader writes.
    pub(crate) fn to_write(&self) -> impl Iterator<Item = &Observation> {
        self.all.iter().filter(|one| {
            let begun = one.state == State::Planned && one.has_begun(self.now);
            begun && self.party(one) == Party::Observer
        })
    }

    /// Finished sheets of the reader's lessons that they have not read yet.
    pub(crate) fn to_read(&self) -> impl Iterator<Item = &Observation> {
        self.all.iter().filter(|one| self.unread.contains(&one.id))
    }

    /// Lessons that both know and that are still to come.
    pub(crate) fn ahead(&self) -> impl Iterator<Item = &Observation> {
        self.all.iter().filter(|one| one.state == State::Planned && !one.has_begun(self.now))
    }

    /// How one stands for the reader.
    pub(crate) fn chip(&self, one: &Observation) -> Chip {
        let party = self.party(one);
        match &one.state {
            State::Proposed { .. } if one.has_begun(self.now) => ("", "minus", "observations-chip-passed"),
            State::Proposed { .. } if one.waits_for(party, self.now) => {
                ("soon", "clock", "observations-chip-waits")
            }
            State::Proposed { .. } => ("act", "clock", "observations-chip-proposed"),
            State::Planned if !one.has_begun(self.now) => {
                ("act", "calendar-event", "observations-chip-planned")
            }
            State::Planned if party == Party::Observer => ("soon", "pencil", "observations-chip-write"),
            State::Planned => ("act", "clock", "observations-chip-begun"),
            State::Finished if self.unread.contains(&one.id) => {
                ("soon", "file-text", "observations-chip-unread")
            }
            State::Finished => ("done", "circle-check", "observations-chip-finished"),
            State::Declined => ("", "minus", "observations-chip-declined"),
            State::Withdrawn => ("", "minus", "observations-chip-withdrawn"),
            State::Cancelled { .. } => ("", "minus", "observations-chip-cancelled"),
            State::Void { .. } => ("", "minus", "observations-chip-void"),
        }
    }
}

/// A look, an icon and the key of a word.
pub(crate) type Chip = (&'static str, &'static str, &'static str);

/// The address of an observation.
pub(crate) fn href(one: &Observation) -> String {
    ShowPath { id: one.id.clone() }.to_string()
}

/// The address of its sheet.
pub(crate) fn sheet_href(one: &Observation) -> String {
    SheetPath { id: one.id.clone() }.to_string()
}

/// The key of what one is for, as one of the two reads it.
pub(crate) fn kind_key(kind: Kind, party: Party) -> String {
    format!("observations-kind-{}-{}", kind.word(), party.word())
}

/// How far a newcomer has come in this half of the year, in one or two sentences; `None` where the school counts none.
pub(crate) async fn progress_of(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &NewcomerId,
) -> Result<Option<(Progress, String)>, PageError> {
    let all = store::observations::of_newcomer(tx, &programme.school, newcomer).await?;
    let counted = progress(&all, newcomer, programme, page.today());
    Ok(counted.counts().then(|| (counted, words(page.lang(), counted))))
}

/// «3 of 5; one by somebody from outside is still to come». Nothing of it is ever late.
pub(crate) fn words(lang: Lang, counted: Progress) -> String {
    let args = [("done", counted.done.into()), ("floor", usize::from(counted.floor).into())];
    let done = i18n::t(lang, &format!("observations-progress-{}", counted.half.word()), &args);
    match counted.outside_missing() {
        0 => done,
        missing => {
            let outside = i18n::t(lang, "observations-outside-missing", &[("count", missing.into())]);
            format!("{done} {outside}")
        }
    }
}
