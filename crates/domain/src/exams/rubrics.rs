//! Marks of the practice (feat:G5; doc:A17; methods of measurement, §3): each examiner marks alone and seals; a gap is
//! never averaged silently, and what is critical (a child's safety, confidentiality) is never averaged away.

use crate::{Instant, PersonId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One line of a rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its word; also the tail of its text key.
    pub word: String,
    /// The median of the examiners has to reach the rubric's minimum here, whatever the rest is.
    pub critical: bool,
}

/// What is marked and how; a version of it is frozen with the sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// Its version.
    pub version: u32,
    /// The lowest mark.
    pub lowest: u8,
    /// The highest.
    pub highest: u8,
    /// What a critical criterion has to reach.
    pub minimum: u8,
    /// Marks that differ by so much need a reason or a third examiner.
    pub gap: u8,
    /// Hundredths of a mark that the mean over criteria and examiners has to reach.
    pub cut: u16,
    /// The lines.
    pub criteria: Vec<Criterion>,
}

/// Why a rubric cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RubricFault {
    /// Six to eight criteria (doc:A17).
    Count,
    /// The scale has no two marks, or the minimum or the cut is not on it.
    Scale,
    /// A gap of nought, or wider than the scale.
    Gap,
    /// Two criteria with one word, or one without.
    Words,
}

impl Rubric {
    /// The one that stands in `content/rubric`: eight criteria from 0 to 3, two of which no average makes up for
    /// (methods of measurement, §3).
    pub fn starter() -> Self {
        let line = |(word, critical): (&str, bool)| Criterion { word: word.to_owned(), critical };
        let criteria = [
            ("contact", false),
            ("questions", false),
            ("facts", false),
            ("acceptance", false),
            ("step", false),
            ("documents", false),
            ("confidence", true),
            ("safety", true),
        ];
        let criteria = criteria.map(line).into();
        Self { version: 1, lowest: 0, highest: 3, minimum: 2, gap: 2, cut: 200, criteria }
    }

    /// Can it be used?
    pub fn check(&self) -> Result<(), RubricFault> {
        let words: BTreeSet<&str> = self.criteria.iter().map(|one| one.word.trim()).collect();
        let scale = u16::from(self.lowest) * 100..=u16::from(self.highest) * 100;
        match () {
            () if !(6..=8).contains(&self.criteria.len()) => Err(RubricFault::Count),
            () if self.lowest >= self.highest
                || !(self.lowest..=self.highest).contains(&self.minimum)
                || !scale.contains(&self.cut) =>
            {
                Err(RubricFault::Scale)
            }
            () if self.gap == 0 || self.gap > self.highest - self.lowest => Err(RubricFault::Gap),
            () if words.len() < self.criteria.len() || words.contains("") => Err(RubricFault::Words),
            () => Ok(()),
        }
    }
}

/// A cut of the practice as somebody set it: it begins a version of the rubric, for commissions that are named from then on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricCut {
    /// The school.
    pub school: SchoolId,
    /// The version of the rubric that it begins.
    pub rubric: u32,
    /// Hundredths of a mark that the mean has to reach.
    pub cut: u16,
    /// What the figures proposed on that day; nothing where they proposed none.
    pub proposed: Option<u16>,
    /// Why it is this one; may be empty where it is what was proposed.
    pub reason: String,
    /// Who set it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// Why a cut of the practice stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecutRefused {
    /// Not above the lowest mark, or above the highest: it would decide nothing.
    OffScale {
        /// The lowest mark.
        lowest: u8,
        /// The highest.
        highest: u8,
    },
    /// It is not what the figures propose, and nobody says why.
    NoReason,
}

impl Rubric {
    /// The rubric with the cut that was set last.
    #[must_use]
    pub fn with(self, cut: Option<&RubricCut>) -> Self {
        match cut {
            Some(set) => Self { version: set.rubric, cut: set.cut, ..self },
            None => self,
        }
    }

    /// Do two ask for the same marks, whatever mean they want? Then figures can be read over both.
    pub fn marks_like(&self, other: &Self) -> bool {
        let marks = |one: &Self| (one.lowest, one.highest, one.minimum, one.gap);
        marks(self) == marks(other) && self.criteria == other.criteria
    }

    /// Another cut for what is named from now on: the version that begins with it, or nothing where it stands already. One
    /// that the figures do not propose has a reason.
    pub fn recut(&self, cut: u16, proposed: Option<u16>, reason: &str) -> Result<Option<Self>, RecutRefused> {
        let (lowest, highest) = (self.lowest, self.highest);
        match () {
            () if cut == self.cut => Ok(None),
            () if cut <= u16::from(lowest) * 100 || cut > u16::from(highest) * 100 => {
                Err(RecutRefused::OffScale { lowest, highest })
            }
            () if proposed != Some(cut) && reason.trim().is_empty() => Err(RecutRefused::NoReason),
            () => Ok(Some(Self { version: self.version.saturating_add(1), cut, ..self.clone() })),
        }
    }
}

/// The marks of one examiner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// A mark for each criterion, in the order of the rubric; `None` while it is open.
    pub marks: Vec<Option<u8>>,
    /// Sealed: nobody changes it any more.
    pub sealed: bool,
    /// The how manieth sheet that was asked for because of a gap; nought for those who mark from the start.
    pub asked: u8,
}

/// Why marks are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkFault {
    /// They are sealed.
    Sealed,
    /// As many as the rubric has criteria, no less and no more.
    Count,
    /// Not on the scale.
    OffScale {
        /// Which criterion, from nought.
        criterion: usize,
    },
    /// A criterion has no mark yet.
    Open {
        /// Which.
        criterion: usize,
    },
}

/// A mark that an examiner chose on a page, which may be older than the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The mark.
    pub mark: u8,
    /// What the page had there; nothing where the criterion was open.
    pub known: Option<u8>,
}

impl Sheet {
    /// A sheet without marks.
    pub fn empty(rubric: &Rubric) -> Self {
        Self { marks: vec![None; rubric.criteria.len()], sealed: false, asked: 0 }
    }

    /// Puts marks in; later ones take their place until they are sealed.
    pub fn mark(self, marks: Vec<Option<u8>>, rubric: &Rubric) -> Result<Self, MarkFault> {
        let off =
            |mark: &Option<u8>| mark.is_some_and(|mark| !(rubric.lowest..=rubric.highest).contains(&mark));
        match marks.iter().position(off) {
            _ if self.sealed => Err(MarkFault::Sealed),
            _ if marks.len() != rubric.criteria.len() => Err(MarkFault::Count),
            Some(criterion) => Err(MarkFault::OffScale { criterion }),
            None => Ok(Self { marks, ..self }),
        }
    }

    /// The criteria, from nought, where something stands that the page neither knew nor chose: another tab or device of the
    /// examiner was faster, and nobody's choice is overwritten unseen. A sealed sheet takes no other marks.
    pub fn newer(&self, chosen: &[Option<Chosen>]) -> Result<Vec<usize>, MarkFault> {
        let newer = |(at, (stands, chosen)): (usize, (&Option<u8>, &Option<Chosen>))| {
            let chosen = (*chosen)?;
            (*stands != chosen.known && *stands != Some(chosen.mark)).then_some(at)
        };
        let newer: Vec<usize> = self.marks.iter().zip(chosen).enumerate().filter_map(newer).collect();
        if self.sealed && !newer.is_empty() { Err(MarkFault::Sealed) } else { Ok(newer) }
    }

    /// Seals the sheet; it has to be whole.
    pub fn seal(self) -> Result<Self, MarkFault> {
        match self.marks.iter().position(Option::is_none) {
            _ if self.sealed => Err(MarkFault::Sealed),
            Some(criterion) => Err(MarkFault::Open { criterion }),
            None => Ok(Self { sealed: true, ..self }),
        }
    }
}

/// The examiners whose marks somebody may read: one's own, and all when all are sealed. Nobody marks by another's marks.
pub fn readable<'a>(sheets: &'a BTreeMap<PersonId, Sheet>, reader: &PersonId) -> Vec<&'a PersonId> {
    let all = sheets.values().all(|sheet| sheet.sealed);
    sheets.keys().filter(|examiner| all || *examiner == reader).collect()
}

/// Why an examiner leaves a gap as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The criterion, from nought.
    pub criterion: usize,
    /// Who wrote it.
    pub by: PersonId,
    /// What; never empty.
    pub text: String,
}

/// A criterion on which examiners are too far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Which, from nought.
    pub criterion: usize,
    /// The lowest mark.
    pub lowest: u8,
    /// The highest.
    pub highest: u8,
}

/// What the practice came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Hundredths of a mark: the mean over criteria and examiners, rounded half up.
    pub mean: u32,
    /// Critical criteria that are not reached, from nought.
    pub critical: Vec<usize>,
    /// Passed.
    pub passed: bool,
}

/// Why the practice has no result yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PracticeRefused {
    /// Fewer than two examiners.
    TooFew,
    /// These have not sealed yet.
    Open(Vec<PersonId>),
    /// These gaps want reasons, or one more examiner with whom most agree.
    Gaps(Vec<Disagreement>),
}

/// The result of a practice. Passed where the mean reaches the cut and the lower median of every critical criterion its
/// minimum (of an even number of marks the lower of the two in the middle, so that nothing critical is averaged); every gap has a reason of each who stands apart, or a sheet that was asked for because of it and with which
/// more than half of all marks stand within it.
pub fn practice(
    sheets: &BTreeMap<PersonId, Sheet>,
    reasons: &[Reason],
    rubric: &Rubric,
) -> Result<Practice, PracticeRefused> {
    if sheets.len() < 2 {
        return Err(PracticeRefused::TooFew);
    }
    let open: Vec<PersonId> =
        sheets.iter().filter(|(_, sheet)| !sheet.sealed).map(|(examiner, _)| examiner.clone()).collect();
    if !open.is_empty() {
        return Err(PracticeRefused::Open(open));
    }
    let columns: Vec<Vec<u8>> =
        (0..rubric.criteria.len()).map(|criterion| column(sheets, criterion)).collect();
    let gaps = disagreements(&columns, sheets, reasons, rubric);
    if !gaps.is_empty() {
        return Err(PracticeRefused::Gaps(gaps));
    }
    let marks: Vec<u32> = columns.iter().flatten().map(|mark| u32::from(*mark)).collect();
    let count = u32::try_from(marks.len()).unwrap_or(u32::MAX).max(1);
    let sum = marks.iter().sum::<u32>();
    let below = |(criterion, column): &(usize, &Vec<u8>)| {
        rubric.criteria[*criterion].critical && lower_median(column) < rubric.minimum
    };
    let critical: Vec<usize> =
        columns.iter().enumerate().filter(below).map(|(criterion, _)| criterion).collect();
    // Compared without rounding: a mean just below the cut does not reach it.
    let reaches = u64::from(sum) * 100 >= u64::from(rubric.cut) * u64::from(count);
    Ok(Practice { mean: (sum * 200 + count) / (2 * count), passed: reaches && critical.is_empty(), critical })
}

fn column(sheets: &BTreeMap<PersonId, Sheet>, criterion: usize) -> Vec<u8> {
    let mut marks: Vec<u8> =
        sheets.values().filter_map(|sheet| sheet.marks.get(criterion).copied().flatten()).collect();
    marks.sort_unstable();
    marks
}

fn disagreements(
    columns: &[Vec<u8>],
    sheets: &BTreeMap<PersonId, Sheet>,
    reasons: &[Reason],
    rubric: &Rubric,
) -> Vec<Disagreement> {
    let says = |examiner: &PersonId, criterion: usize| {
        let of = |reason: &&Reason| reason.criterion == criterion && reason.by == *examiner;
        reasons.iter().find(of).is_some_and(|reason| !reason.text.trim().is_empty())
    };
    let explained = |criterion: usize| {
        let mut apart = sheets.keys().filter(|examiner| stands_apart(sheets, examiner, criterion, rubric));
        apart.all(|examiner| says(examiner, criterion))
    };
    let gap = |(criterion, column): (usize, &Vec<u8>)| {
        let (lowest, highest) = (*column.first()?, *column.last()?);
        let is_open = highest - lowest >= rubric.gap
            && !decided(sheets, criterion, column, rubric)
            && !explained(criterion);
        is_open.then_some(Disagreement { criterion, lowest, highest })
    };
    columns.iter().enumerate().filter_map(gap).collect()
}

/// A sheet that was asked for decides the gap that was there before it, where more than half of all stand closer to each
/// other than the gap. Those who mark from the start outvote nobody.
fn decided(sheets: &BTreeMap<PersonId, Sheet>, criterion: usize, column: &[u8], rubric: &Rubric) -> bool {
    let Some(last) = sheets.values().map(|sheet| sheet.asked).max().filter(|last| *last > 0) else {
        return false;
    };
    let before = sheets.values().filter(|sheet| sheet.asked < last);
    let before: Vec<u8> = before.filter_map(|sheet| sheet.marks.get(criterion).copied().flatten()).collect();
    let was_open = match (before.iter().min(), before.iter().max()) {
        (Some(lowest), Some(highest)) => highest - lowest >= rubric.gap,
        _ => false,
    };
    let close = |from: &u8| {
        let near = *from..from.saturating_add(rubric.gap);
        2 * column.iter().filter(|mark| near.contains(*mark)).count() > column.len()
    };
    was_open && column.iter().any(close)
}

/// Does an examiner's mark differ from another one by the gap? Whoever stands between two that do is asked nothing.
pub(super) fn stands_apart(
    sheets: &BTreeMap<PersonId, Sheet>,
    examiner: &PersonId,
    criterion: usize,
    rubric: &Rubric,
) -> bool {
    let mark = |sheet: &Sheet| sheet.marks.get(criterion).copied().flatten();
    let Some(own) = sheets.get(examiner).and_then(mark) else { return false };
    sheets.values().filter_map(mark).any(|other| own.abs_diff(other) >= rubric.gap)
}

/// The mark that at least half of the examiners do not exceed; nought where there is none.
fn lower_median(sorted: &[u8]) -> u8 {
    sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}
