//! The practice of the exam (feat:G5, G6; doc:A17; neg:N23): a commission for a day, and each of its candidates with a
//! situation that was drawn, sheets that are sealed one by one, and what they come to. Diagram: `docs/states/hearings.md`.

use super::commissions::{Conflict, MustStay, enough, may_leave};
use super::rubrics::{
    MarkFault, Practice, PracticeRefused, Reason, Rubric, Sheet, practice as came_to, readable, stands_apart,
};
use crate::meetings::Span;
use crate::{CommissionId, CourseId, Day, HearingId, Instant, PersonId, SchoolId};
use jiff::civil::Time;
use std::collections::{BTreeMap, BTreeSet};

/// The situations that are drawn from; the words under which their texts stand in `content/situations`.
pub const SITUATIONS: [&str; 12] = [
    "all-is-fine",
    "another-mentor",
    "asked-to-tell",
    "borrowed-plans",
    "keep-a-secret",
    "late-journal",
    "noisy-lesson",
    "parent-chat",
    "saying-goodbye",
    "stronger-newcomer",
    "tears-after-parent",
    "thinks-of-leaving",
];

/// Draws a situation by a seed from those that were not shown before; from all where none is left. The same seed draws the
/// same from the same.
pub fn draw_situation(seed: u64, shown: &BTreeSet<String>) -> &'static str {
    let fresh: Vec<&'static str> =
        SITUATIONS.into_iter().filter(|situation| !shown.contains(*situation)).collect();
    let set = if fresh.is_empty() { SITUATIONS.to_vec() } else { fresh };
    let count = u64::try_from(set.len()).unwrap_or(1);
    let place = usize::try_from(seed % count).unwrap_or(0);
    set.get(place).copied().unwrap_or(SITUATIONS[0])
}

/// A commission for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commission {
    /// Its id.
    pub id: CommissionId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The day on which it sits.
    pub day: Day,
    /// From when on, on the clock of the school.
    pub from: Time,
    /// Where.
    pub place: String,
    /// Who sits in it.
    pub members: BTreeSet<PersonId>,
    /// The schools of those who were sent by another school than the one that holds it.
    pub homes: BTreeMap<PersonId, SchoolId>,
    /// Places for candidates of the other schools of the district; none where it is for the own school alone.
    pub places: u16,
    /// By what they mark; frozen when the commission is named.
    pub rubric: Rubric,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Minutes for which a commission keeps its time free for each candidate: nobody plans a practice by its length (ours).
pub const HEARD_MINUTES: u16 = 60;

impl Commission {
    /// When it sits, where it hears so many.
    pub fn span(&self, heard: usize) -> Span {
        let heard = u16::try_from(heard.max(1)).unwrap_or(u16::MAX);
        Span { day: self.day, at: self.from, minutes: HEARD_MINUTES.saturating_mul(heard) }
    }

    /// It is open to the other schools of the district.
    pub const fn is_open(&self) -> bool {
        self.places > 0
    }

    /// The school of one of its members.
    pub fn home_of(&self, member: &PersonId) -> &SchoolId {
        self.homes.get(member).unwrap_or(&self.school)
    }

    /// The schools in whose dated roles ties are looked up, besides the candidate's own.
    pub fn schools(&self) -> BTreeSet<SchoolId> {
        self.homes.values().chain([&self.school]).cloned().collect()
    }
}

/// How somebody's practice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HearingState {
    /// Named for the day; the situation is drawn, and the candidate does not know it.
    Waiting,
    /// The candidate reads the role card, the examiners mark.
    Begun {
        /// When.
        at: Instant,
    },
    /// The result was told.
    Told {
        /// When.
        at: Instant,
        /// The number of its protocol in the school.
        number: u32,
        /// What it came to.
        practice: Practice,
    },
}

impl HearingState {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Begun { .. } => "begun",
            Self::Told { .. } => "told",
        }
    }
}

/// One candidate before a commission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// Its id.
    pub id: HearingId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The commission.
    pub commission: CommissionId,
    /// Who shows what they can.
    pub candidate: PersonId,
    /// The school in whose course they are.
    pub home: SchoolId,
    /// The course that leads here.
    pub course: CourseId,
    /// By what the situation was drawn.
    pub seed: u64,
    /// The situation, a word of [`SITUATIONS`].
    pub situation: String,
    /// How it stands.
    pub state: HearingState,
    /// The sheets of those who mark.
    pub sheets: BTreeMap<PersonId, Sheet>,
    /// The schools of those who mark and were sent by another school than the one that holds it.
    pub homes: BTreeMap<PersonId, SchoolId>,
    /// Why gaps stay as they are.
    pub reasons: Vec<Reason>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Why a practice does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HearingRefused {
    /// The step does not lead on from here.
    NotHere,
    /// The commission sits on another day.
    TooEarly {
        /// That day.
        day: Day,
    },
    /// These must not mark this candidate.
    Conflicts(Vec<Conflict>),
    /// Two to four mark.
    Examiners,
    /// Marks are not taken.
    Mark(MarkFault),
    /// There is no gap that waits for a reason here.
    NoGap,
    /// A reason without words.
    NoReason,
    /// The examiner stays.
    Stay(MustStay),
    /// There is no result yet.
    Practice(PracticeRefused),
}

impl Hearing {
    /// Those who mark.
    pub fn examiners(&self) -> BTreeSet<PersonId> {
        self.sheets.keys().cloned().collect()
    }

    /// The school of somebody who marks.
    pub fn home_of(&self, examiner: &PersonId) -> &SchoolId {
        self.homes.get(examiner).unwrap_or(&self.school)
    }

    /// The schools in whose dated roles ties are looked up, besides the candidate's own.
    pub fn schools(&self) -> BTreeSet<SchoolId> {
        self.homes.values().chain([&self.school]).cloned().collect()
    }

    /// The candidate and those who mark, each with their school.
    pub fn people(&self) -> BTreeMap<PersonId, SchoolId> {
        let examiners = self.sheets.keys().map(|one| (one.clone(), self.home_of(one).clone()));
        examiners.chain([(self.candidate.clone(), self.home.clone())]).collect()
    }

    /// What the sheets come to, or what is missing for it.
    pub fn practice(&self, rubric: &Rubric) -> Result<Practice, PracticeRefused> {
        came_to(&self.sheets, &self.reasons, rubric)
    }

    /// Is it for this examiner to say why the marks of a criterion differ?
    pub fn stands_apart(&self, examiner: &PersonId, criterion: usize, rubric: &Rubric) -> bool {
        stands_apart(&self.sheets, examiner, criterion, rubric)
    }

    /// Waiting -> Begun, on the day or later; whoever is bound to the candidate by then does not mark.
    pub fn begin(
        self,
        day: Day,
        conflicts: Vec<Conflict>,
        today: Day,
        now: Instant,
    ) -> Result<Self, HearingRefused> {
        match self.state {
            HearingState::Waiting if today < day => Err(HearingRefused::TooEarly { day }),
            HearingState::Waiting if !conflicts.is_empty() => Err(HearingRefused::Conflicts(conflicts)),
            HearingState::Waiting if !enough(&self.examiners()) => Err(HearingRefused::Examiners),
            HearingState::Waiting => Ok(Self { state: HearingState::Begun { at: now }, ..self }),
            _ => Err(HearingRefused::NotHere),
        }
    }

    /// Puts marks of an examiner in and seals them where they say so. What stands open in the form leaves what was saved, so
    /// that a form that comes late, twice or half loses nothing; the same marks sent once more to a sealed sheet are
    /// what stands.
    pub fn mark(
        mut self,
        examiner: &PersonId,
        marks: &[Option<u8>],
        seal: bool,
        rubric: &Rubric,
    ) -> Result<Self, HearingRefused> {
        let sheet = self.sheets.get(examiner).cloned().ok_or(HearingRefused::Stay(MustStay::NotThere))?;
        if sheet.marks.len() != marks.len() {
            return Err(HearingRefused::Mark(MarkFault::Count));
        }
        let together: Vec<Option<u8>> =
            marks.iter().zip(&sheet.marks).map(|(new, old)| new.or(*old)).collect();
        if sheet.sealed && together == sheet.marks {
            return Ok(self);
        }
        if !matches!(self.state, HearingState::Begun { .. }) {
            return Err(HearingRefused::NotHere);
        }
        let sheet = sheet.mark(together, rubric).map_err(HearingRefused::Mark)?;
        let sheet = if seal { sheet.seal().map_err(HearingRefused::Mark)? } else { sheet };
        self.sheets.insert(examiner.clone(), sheet);
        Ok(self)
    }

    /// An examiner says why the marks of a criterion stay as far apart as they are.
    pub fn explain(mut self, reason: Reason, rubric: &Rubric) -> Result<Self, HearingRefused> {
        if self.reasons.contains(&reason) {
            // It came twice.
            return Ok(self);
        }
        if !matches!(self.state, HearingState::Begun { .. }) || !self.sheets.contains_key(&reason.by) {
            return Err(HearingRefused::NotHere);
        }
        if reason.text.trim().is_empty() {
            return Err(HearingRefused::NoReason);
        }
        let Err(PracticeRefused::Gaps(gaps)) = came_to(&self.sheets, &[], rubric) else {
            return Err(HearingRefused::NoGap);
        };
        if gaps.iter().all(|gap| gap.criterion != reason.criterion) {
            return Err(HearingRefused::NoGap);
        }
        self.reasons.retain(|old| (old.criterion, &old.by) != (reason.criterion, &reason.by));
        self.reasons.push(reason);
        Ok(self)
    }

    /// One more examiner marks, alone like the others; not after all have sealed and no gap is open.
    pub fn join(
        mut self,
        examiner: &PersonId,
        conflicts: Vec<Conflict>,
        rubric: &Rubric,
    ) -> Result<Self, HearingRefused> {
        if matches!(self.state, HearingState::Told { .. }) {
            return Err(HearingRefused::NotHere);
        }
        let came = self.practice(rubric);
        // What the sealed sheets come to stands: nobody is asked until it turns.
        if !self.sheets.contains_key(examiner) && came.is_ok() {
            return Err(HearingRefused::NotHere);
        }
        if !conflicts.is_empty() {
            return Err(HearingRefused::Conflicts(conflicts));
        }
        let last = self.sheets.values().map(|sheet| sheet.asked).max().unwrap_or_default();
        // Only a sheet that comes after a gap was seen can decide it.
        let asked = if matches!(came, Err(PracticeRefused::Gaps(_))) { last.saturating_add(1) } else { last };
        self.sheets.entry(examiner.clone()).or_insert_with(|| Sheet { asked, ..Sheet::empty(rubric) });
        if enough(&self.examiners()) { Ok(self) } else { Err(HearingRefused::Examiners) }
    }

    /// Somebody takes the place of an examiner who cannot go on; what that one had not sealed falls away.
    pub fn replace(
        mut self,
        leaves: &PersonId,
        comes: &PersonId,
        conflicts: Vec<Conflict>,
        rubric: &Rubric,
    ) -> Result<Self, HearingRefused> {
        if matches!(self.state, HearingState::Told { .. }) {
            return Err(HearingRefused::NotHere);
        }
        if !conflicts.is_empty() {
            return Err(HearingRefused::Conflicts(conflicts));
        }
        let asked = self.sheets.get(leaves).map(|sheet| sheet.asked).unwrap_or_default();
        self.sheets.entry(comes.clone()).or_insert_with(|| Sheet { asked, ..Sheet::empty(rubric) });
        self.without(leaves)
    }

    /// An examiner goes and nobody takes their place, as far as enough are left; what they had not sealed falls away.
    pub fn without(mut self, leaves: &PersonId) -> Result<Self, HearingRefused> {
        if matches!(self.state, HearingState::Told { .. }) {
            return Err(HearingRefused::NotHere);
        }
        let sealed = self.sheets.iter().filter(|(_, sheet)| sheet.sealed).map(|(id, _)| id.clone()).collect();
        may_leave(&self.examiners(), &sealed, leaves).map_err(HearingRefused::Stay)?;
        self.sheets.remove(leaves);
        Ok(self)
    }

    /// Begun -> Told
    pub fn tell(self, number: u32, rubric: &Rubric, now: Instant) -> Result<Self, HearingRefused> {
        if !matches!(self.state, HearingState::Begun { .. }) {
            return Err(HearingRefused::NotHere);
        }
        let practice = self.practice(rubric).map_err(HearingRefused::Practice)?;
        Ok(Self { state: HearingState::Told { at: now, number, practice }, ..self })
    }

    /// As an examiner or the coordinator sees it: marks and reasons of others are blank until all are sealed.
    #[must_use]
    pub fn seen_by(mut self, reader: &PersonId) -> Self {
        let open: BTreeSet<PersonId> = readable(&self.sheets, reader).into_iter().cloned().collect();
        for (examiner, sheet) in &mut self.sheets {
            if !open.contains(examiner) {
                sheet.marks.fill(None);
            }
        }
        if self.sheets.values().any(|sheet| !sheet.sealed) {
            // Reasons say the marks in words.
            self.reasons.retain(|reason| reason.by == *reader);
        }
        self
    }

    /// As its candidate sees it: without sheets and reasons, without the situation until it begins.
    #[must_use]
    pub fn seen_by_candidate(mut self) -> Self {
        self.sheets.clear();
        self.homes.clear();
        self.reasons.clear();
        if self.state == HearingState::Waiting {
            self.situation.clear();
        }
        self
    }
}
