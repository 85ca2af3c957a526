//! The mentor course at home: the next step of a candidate, a session whose leader marks who came, people who ask for a
//! place, the own paper, written answers of the exam that wait for their marker, the own practice and those one marks,
//! appeals. The course is the school's choice and nothing of it is late; an appeal is.

use super::tasks::{Task, When};
use crate::attempts::PaperPath;
use crate::courses::{CandidatesPath, OwnPath, RecognitionsPath, TrainingPath};
use crate::panels::JudgingPath;
use crate::said::Said;
use crate::sittings::MarkingPath;
use crate::{Page, PageError};
use actions::Never;
use actions::appeals::Waiting;
use actions::attempts::{self, to_mark};
use actions::commissions::{Seat, Seen, seen};
use actions::courses::{Session, latest, leads, waiting};
use domain::ExamId;
use domain::courses::{Part, State};
use domain::exams::{HearingState, Sitting, SittingState, State as Writing};
use store::Tx;

/// The tasks of the reader.
pub(super) async fn tasks(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    let course = latest(tx, &context).await?;
    let papers = match &course {
        // Whoever may sit the theory; all others have no paper that is open.
        Some(course) if may_write(&course.candidate.state) => papers(page, tx).await?,
        _ => Vec::new(),
    };
    let step = course.and_then(|course| step(&course.candidate.state));
    let marks = leads(tx, &context).await?;
    let waiting = waiting(tx, &context).await?.len();
    let shown = actions::recognitions::waiting(tx, &context).await?;
    let appeals = actions::appeals::pending(tx, &context).await?;
    let texts = to_mark::<Never>(tx, &context).await?.into_iter().map(texts);
    let judging = actions::panels::to_judge(tx, &context).await?;
    let judging = judging.iter().map(|sitting| judge(page, sitting));
    let hearings = seen(tx, &context).await?;
    let hearings = hearings.iter().filter_map(|seen| hearing(page, seen));
    let course =
        step.into_iter().chain(marks.iter().map(mark)).chain(confirm(waiting)).chain(recognise(shown));
    Ok(course
        .chain(papers)
        .chain(texts)
        .chain(judging)
        .chain(hearings)
        .chain(appeals.waiting.iter().map(appeal))
        .chain(unheard(appeals.nobodys))
        .collect())
}

const fn may_write(state: &State) -> bool {
    matches!(state, State::Admitted | State::Failed { part: Part::Theory, .. })
}

/// A paper that can be opened, and one that waits for its answers with the time that is left.
async fn papers(page: &Page, tx: &mut Tx) -> Result<Vec<Task>, PageError> {
    let context = page.context();
    let seen = actions::attempts::seen(tx, &context).await?;
    let task = |key: &str, href: String| Task {
        when: When::On(page.today()),
        title: Said::new(key),
        text: Said::new(format!("{key}-text")),
        href,
        act: "home-act-look",
    };
    let one = |seen: &attempts::Seen| match &seen.paper {
        Some(paper) if paper.attempt.clone().close_if_due(context.now).state == Writing::Open => {
            let href = PaperPath { id: paper.id.clone() }.to_string();
            Some(task("attempts-task-write", href))
        }
        None if seen.sitting.state == SittingState::Running && seen.shut.is_none() => {
            Some(task("attempts-task-open", crate::attempts::ListPath.to_string()))
        }
        _ => None,
    };
    Ok(seen.iter().filter_map(one).collect())
}

/// The stage at which it is the candidate's turn.
fn step(state: &State) -> Option<Task> {
    let key = match state {
        State::Discussion => "courses-task-discussion",
        State::Training => "courses-task-training",
        _ => return None,
    };
    Some(Task {
        when: When::Anytime,
        title: Said::new(key),
        text: Said::new(format!("{key}-text")),
        href: OwnPath.to_string(),
        act: "home-act-look",
    })
}

fn mark(session: &Session) -> Task {
    let about = &session.training.about;
    Task {
        when: When::Anytime,
        title: Said::new("courses-task-mark").with("title", about.title.as_str()),
        text: Said::new("courses-task-mark-text"),
        href: TrainingPath { training: session.training.id.clone() }.to_string(),
        act: "courses-act-mark",
    }
}

fn confirm(waiting: usize) -> Option<Task> {
    (waiting > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("courses-task-waiting").with("count", waiting),
        text: Said::new("courses-task-waiting-text"),
        href: CandidatesPath.to_string(),
        act: "home-act-decide",
    })
}

/// Rights of other schools are shown.
fn recognise(shown: usize) -> Option<Task> {
    (shown > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("recognitions-task").with("count", shown),
        text: Said::new("recognitions-task-text"),
        href: RecognitionsPath.to_string(),
        act: "home-act-decide",
    })
}

/// Results wait for these.
fn texts((id, count): (ExamId, usize)) -> Task {
    Task {
        when: When::Anytime,
        title: Said::new("sittings-task-mark").with("count", count),
        text: Said::new("sittings-task-mark-text"),
        href: MarkingPath { id }.to_string(),
        act: "sittings-act-mark",
    }
}

/// An appeal waits for whoever may decide it; the candidate counts the days.
fn appeal(waiting: &Waiting) -> Task {
    Task {
        when: When::Until(waiting.due),
        title: Said::new("appeals-task"),
        text: Said::new("appeals-task-text"),
        href: crate::appeals::ShowPath { id: waiting.appeal.id.clone() }.to_string(),
        act: "home-act-decide",
    }
}

/// Appeals that nobody here may decide: another coordinator has to be appointed.
fn unheard(count: usize) -> Option<Task> {
    (count > 0).then(|| Task {
        when: When::Anytime,
        title: Said::new("appeals-task-nobody"),
        text: Said::new("appeals-task-nobody-text"),
        href: crate::appeals::ListPath.to_string(),
        act: "home-act-look",
    })
}

/// A cut waits for the reader's judgement.
fn judge(page: &Page, sitting: &Sitting) -> Task {
    Task {
        when: When::Anytime,
        title: Said::new("panels-task").day(page.local(sitting.begins).date()),
        text: Said::new("panels-task-text"),
        href: JudgingPath { id: sitting.id.clone() }.to_string(),
        act: "panels-act-judge",
    }
}

/// The own practice until its result is told; a sheet until it is sealed.
fn hearing(page: &Page, seen: &Seen) -> Option<Task> {
    let reader = &page.actor().person;
    let (title, text) = match seen.seat {
        Seat::Candidate if matches!(seen.hearing.state, HearingState::Told { .. }) => return None,
        Seat::Candidate => ("hearings-task-own", "hearings-task-own-text"),
        Seat::Examiner if seen.hearing.sheets.get(reader).is_none_or(|sheet| sheet.sealed) => return None,
        Seat::Examiner => ("hearings-task-mark", "hearings-task-mark-text"),
    };
    Some(Task {
        when: When::Anytime,
        title: Said::new(title).day(seen.commission.day),
        text: Said::new(text).with("place", crate::hearings::place(page, seen)),
        href: crate::hearings::ShowPath { id: seen.hearing.id.clone() }.to_string(),
        act: "home-act-look",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_is_told_of_the_next_step_while_it_is_their_turn() {
        let keys = |state| step(&state).map(|task| task.title.key().to_owned());
        assert_eq!(keys(State::Discussion).as_deref(), Some("courses-task-discussion"));
        assert_eq!(keys(State::Training).as_deref(), Some("courses-task-training"));
        assert_eq!(keys(State::Admitted), None);
    }

    #[test]
    fn an_appeal_that_nobody_may_decide_is_a_task_for_whoever_leads() {
        assert_eq!(unheard(0), None);
        assert_eq!(unheard(1).map(|task| task.href), Some("/appeals".to_owned()));
    }

    #[test]
    fn nobody_who_waits_is_no_task() {
        assert_eq!(confirm(0), None);
        assert_eq!(confirm(2).map(|task| task.href), Some("/courses/candidates".to_owned()));
    }
}
