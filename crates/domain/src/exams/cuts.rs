//! The cut of a sitting: from how many points on the theory is passed, by which method, and who said so when (methods of
//! measurement, §3). Every cut that ever stood is kept; once the sitting has begun none is added.

use crate::questions::Points;
use crate::{Instant, PersonId};
use serde::{Deserialize, Serialize};

/// Judges from whom on a cut may be called Angoff's; fewer agree, and say so.
pub const LEAST_JUDGES: usize = 3;

/// How a cut was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Each judge said how many points somebody who is just ready would get; the cut is their mean (modified Angoff).
    Angoff {
        /// What each judge came to.
        judges: Vec<Points>,
    },
    /// The judges said it on their pages, question by question and in two rounds, each alone (modified Angoff).
    Panel {
        /// What each judge came to, the lowest first.
        judges: Vec<Points>,
        /// The standard error of their mean.
        error: Points,
    },
    /// The commission agreed on it.
    Agreed,
}

/// A cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// From so many points on the theory is passed.
    pub points: Points,
    /// How it was found.
    pub method: Method,
    /// Who set it.
    pub set_by: PersonId,
    /// When.
    pub set_at: Instant,
}

impl Cut {
    /// The cut that judges came to: their mean, rounded up to whole points.
    pub fn of_judges(judges: Vec<Points>, set_by: PersonId, set_at: Instant) -> Result<Self, CutRefused> {
        let points = mean(&judges).ok_or(CutRefused::TooFewJudges)?;
        Ok(Self { points, method: Method::Angoff { judges }, set_by, set_at })
    }

    /// The same for judges who said it on their pages, with the standard error of their mean.
    pub fn of_panel(
        judges: Vec<Points>,
        error: Points,
        set_by: PersonId,
        set_at: Instant,
    ) -> Result<Self, CutRefused> {
        let points = mean(&judges).ok_or(CutRefused::TooFewJudges)?;
        Ok(Self { points, method: Method::Panel { judges, error }, set_by, set_at })
    }
}

/// Why a cut is not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutRefused {
    /// The sitting has begun: nobody moves the bar while somebody runs.
    Frozen,
    /// Nought or below, or more than the paper brings.
    OutOfReach,
    /// Too few judges for Angoff: say that it was agreed.
    TooFewJudges,
    /// The cut is not the mean of the judges, rounded up to whole points.
    NotTheirMean {
        /// Which that is.
        mean: Points,
    },
}

/// All cuts of a sitting, the last of which is valid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cuts(Vec<Cut>);

impl Cuts {
    /// The valid one.
    pub fn valid(&self) -> Option<&Cut> {
        self.0.last()
    }

    /// All that ever stood, the first one first.
    pub fn all(&self) -> &[Cut] {
        &self.0
    }

    /// Sets a cut for papers that bring so much, in a sitting that begins at an instant.
    pub fn set(self, cut: Cut, worth: Points, begins: Instant) -> Result<Self, CutRefused> {
        if cut.set_at >= begins {
            return Err(CutRefused::Frozen);
        }
        if cut.points <= Points::default() || cut.points > worth {
            return Err(CutRefused::OutOfReach);
        }
        if let Method::Angoff { judges } | Method::Panel { judges, .. } = &cut.method {
            let mean = mean(judges).ok_or(CutRefused::TooFewJudges)?;
            if mean != cut.points {
                return Err(CutRefused::NotTheirMean { mean });
            }
        }
        let mut all = self.0;
        all.push(cut);
        Ok(Self(all))
    }
}

/// The mean of the judges, rounded up to whole points: ⌈mean − 1e−9⌉. Nothing where they are too few.
fn mean(judges: &[Points]) -> Option<Points> {
    /// Ten-millionths in a point; the smallest part there is stands for the 1e−9 of the formula.
    const WHOLE: i64 = Points::ONE.parts();
    let count = i64::try_from(judges.len()).ok().filter(|_| judges.len() >= LEAST_JUDGES)?;
    let sum: Points = judges.iter().copied().sum();
    // Rounded down to parts first, so that what was a third of a point does not lift the cut.
    let mean = sum.parts().div_euclid(count);
    Some(Points::from_parts((mean + WHOLE - 1).div_euclid(WHOLE) * WHOLE))
}
