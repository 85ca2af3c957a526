//! The steps of a candidate from state to state.

use super::{Candidate, Decision, Deeds, Part, Right, Rules, State, StepRefused, Verdict, gaps};
use crate::{Day, Instant};
use jiff::ToSpan;

type Step = Result<Candidate, StepRefused>;

impl Candidate {
    /// Discussion -> Training, Training -> Admitted, when the gate is open.
    pub fn advance(self, deeds: Deeds, rules: Rules, now: Instant) -> Step {
        let next = match self.state {
            State::Discussion => State::Training,
            State::Training => State::Admitted,
            _ => return Err(StepRefused::NotHere),
        };
        match gaps(&self.state, deeds, rules) {
            missing if missing.is_empty() => Ok(self.becomes(next, now)),
            missing => Err(StepRefused::Gate(missing)),
        }
    }

    /// Admitted -> Practice, Admitted -> Border, Admitted -> Failed, by the theory.
    pub fn sit_theory(self, verdict: Verdict, on: Day, now: Instant) -> Step {
        if self.state != State::Admitted {
            return Err(StepRefused::NotHere);
        }
        let next = match verdict {
            Verdict::Passed => State::Practice,
            Verdict::Border => State::Border { on },
            Verdict::Failed => State::Failed { part: Part::Theory, on },
        };
        Ok(self.sat(Part::Theory).becomes(next, now))
    }

    /// Border -> Practice, Border -> Failed, by a second look with a reason: never by a draw.
    pub fn look_again(self, passed: bool, decision: &Decision, on: Day) -> Step {
        if !matches!(self.state, State::Border { .. }) {
            return Err(StepRefused::NotHere);
        }
        check(decision)?;
        let next = if passed { State::Practice } else { State::Failed { part: Part::Theory, on } };
        Ok(self.becomes(next, decision.at))
    }

    /// Practice -> Passed, Practice -> Failed, by the commission. A commission does not leave somebody at the border.
    pub fn sit_practice(self, passed: bool, rules: Rules, on: Day, now: Instant) -> Step {
        if self.state != State::Practice {
            return Err(StepRefused::NotHere);
        }
        let next = if passed {
            State::Passed { right: Right::granted(on, rules) }
        } else {
            State::Failed { part: Part::Practice, on }
        };
        Ok(self.sat(Part::Practice).becomes(next, now))
    }

    /// The first day of the next attempt, where there is one.
    pub fn may_retake_from(&self, rules: Rules) -> Result<Day, StepRefused> {
        match self.state {
            State::Failed { part, .. } if self.attempts.of(part) >= rules.attempts => {
                Err(StepRefused::NoAttemptLeft)
            }
            State::Failed { on, .. } => Ok(on.saturating_add(i64::from(rules.retake_days).days())),
            _ => Err(StepRefused::NotHere),
        }
    }

    /// Failed -> Admitted, Failed -> Practice: only the part that was not passed is sat again.
    pub fn retake(self, rules: Rules, today: Day, now: Instant) -> Step {
        let from = self.may_retake_from(rules)?;
        match self.state {
            State::Failed { .. } if today < from => Err(StepRefused::TooEarly { from }),
            State::Failed { part, .. } => Ok(self.becomes(before(part), now)),
            _ => Err(StepRefused::NotHere),
        }
    }

    /// Failed -> Practice, Failed -> Border, Border -> Practice, Admitted -> Practice: an appeal brought points, and this
    /// is what the theory came to with them. Nobody falls back, and nobody passes without having sat it.
    pub fn gain_theory(self, verdict: Verdict, on: Day, now: Instant) -> Step {
        let sat = self.attempts.of(Part::Theory) > 0;
        let next = match (&self.state, verdict) {
            (State::Failed { part: Part::Theory, .. } | State::Border { .. }, Verdict::Passed) => {
                State::Practice
            }
            // The day of the retake has come while the appeal waited.
            (State::Admitted, Verdict::Passed) if sat => State::Practice,
            (State::Failed { part: Part::Theory, .. }, Verdict::Border) => State::Border { on },
            _ => return Err(StepRefused::NotHere),
        };
        Ok(self.becomes(next, now))
    }

    /// Failed -> Admitted, Failed -> Practice: an appeal voids the attempt, and it counts for nothing. Border -> Admitted,
    /// where another appeal has brought points meanwhile; Admitted -> Admitted, Practice -> Practice, where the retake
    /// has come while the appeal waited.
    pub fn void_attempt(self, part: Part, decision: &Decision) -> Step {
        check(decision)?;
        let waits = match self.state {
            State::Failed { part: failed, .. } => failed == part,
            State::Admitted | State::Border { .. } => part == Part::Theory,
            State::Practice => part == Part::Practice,
            _ => false,
        };
        if !waits {
            return Err(StepRefused::NotHere);
        }
        let attempts = self.attempts.with(part, self.attempts.of(part).saturating_sub(1));
        Ok(Self { attempts, ..self }.becomes(before(part), decision.at))
    }

    /// Passed -> Expired, when the last day is over.
    pub fn expire(self, today: Day, now: Instant) -> Step {
        match self.state {
            State::Passed { right } if right.until < today => Ok(self.becomes(State::Expired { right }, now)),
            State::Passed { right } => Err(StepRefused::StillHolds { until: right.until }),
            _ => Err(StepRefused::NotHere),
        }
    }

    /// Passed -> Revoked
    pub fn revoke(self, decision: Decision) -> Step {
        let State::Passed { right } = self.state else { return Err(StepRefused::NotHere) };
        check(&decision)?;
        let now = decision.at;
        Ok(self.becomes(State::Revoked { right, decision }, now))
    }

    /// Discussion -> Left, Training -> Left, Admitted -> Left, Border -> Left, Practice -> Left, Failed -> Left
    pub fn leave(self, on: Day, now: Instant) -> Step {
        match self.state {
            State::Passed { .. } | State::Expired { .. } | State::Revoked { .. } | State::Left { .. } => {
                Err(StepRefused::NotHere)
            }
            _ => Ok(self.becomes(State::Left { on }, now)),
        }
    }

    fn becomes(self, state: State, now: Instant) -> Self {
        Self { state, changed_at: now, ..self }
    }

    fn sat(self, part: Part) -> Self {
        let attempts = self.attempts.with(part, self.attempts.of(part).saturating_add(1));
        Self { attempts, ..self }
    }
}

/// Where the part is sat from.
const fn before(part: Part) -> State {
    match part {
        Part::Theory => State::Admitted,
        Part::Practice => State::Practice,
    }
}

fn check(decision: &Decision) -> Result<(), StepRefused> {
    if decision.reason.trim().is_empty() { Err(StepRefused::NoReason) } else { Ok(()) }
}
