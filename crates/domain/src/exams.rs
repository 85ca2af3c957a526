//! The exam of a mentor course (feat:G4–G7; essay:E31, E32; doc:A17): sittings with their cut, papers written against
//! the server's clock, results, and practice before a commission.

mod attempts;
mod commissions;
mod cuts;
mod grades;
mod hearings;
mod panels;
mod papers;
mod results;
mod rubrics;
mod sittings;

pub use attempts::{AnswerRefused, Attempt, Closed, MOST_EXTENSION, Outage, Saved, State, Time};
pub use commissions::{
    Conflict, MOST_EXAMINERS, MustStay, Tie, TieKind, bound, conflicts, enough, may_leave,
};
pub use cuts::{Cut, CutRefused, Cuts, LEAST_JUDGES, Method};
pub use grades::{Grade, Grades};
pub use hearings::{
    Commission, HEARD_MINUTES, Hearing, HearingRefused, HearingState, SITUATIONS, draw_situation,
};
pub use panels::{
    Bearable, Judge, Judged, Panel, PanelRefused, PanelState, SHARE_STEP, Shares, expected, judged,
};
pub use papers::{Plan, PlanFault, draw};
pub use results::{Marked, judge, marked};
pub use rubrics::{
    Chosen, Criterion, Disagreement, MarkFault, Practice, PracticeRefused, Reason, RecutRefused, Rubric,
    RubricCut, RubricFault, Sheet, practice, readable,
};
pub use sittings::{NotAdmitted, Sitting, SittingRefused, SittingState};

#[cfg(test)]
mod tests;
