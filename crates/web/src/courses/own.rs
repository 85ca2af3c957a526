//! Where I am, what is missing, what next; and the way into the course.

use super::certificates::{self, Paper};
use super::{
    ApplyPath, CandidatesPath, CasesPath, LeavePath, MaterialPath, OwnPath, RecognitionsPath, SelfChecksPath,
    TellPath, TrainingsPath, WithdrawPath, gap, hours, join_refusal,
};
use crate::layout::parts::{Phase, When};
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::{Opened, declined, own, sessions, waits};
use axum::response::Response;
use domain::Day;
use domain::courses::{Course, Gap, State};
use domain::people::Role;
use domain::permissions::{Action, may};

/// How much of something is done.
struct Bar {
    id: &'static str,
    value: u32,
    max: u32,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "courses/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    next: Option<(String, &'static str)>,
    phases: Vec<Phase>,
    gaps: Vec<String>,
    bars: Vec<Bar>,
    /// Hours at meetings of the discussion, which count by themselves and open no gate.
    discussed: Option<String>,
    /// Rights of the reader with their papers.
    papers: Vec<Paper>,
    /// Pages that open to the reader: address and key.
    ways: Vec<(String, &'static str)>,
    may_apply: bool,
    waits: bool,
    /// What the coordinator answered where there was no place.
    declined: Option<String>,
    may_leave: bool,
    apply: String,
    withdraw: String,
    leave: String,
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let school = page.school_id()?;
    let opened = own(&mut tx, &context).await?;
    let waiting = waits(&mut tx, &context).await?;
    let declined = declined(&mut tx, &context).await?.map(|answer| answer.words);
    let runs = opened.as_ref().is_some_and(|opened| opened.course.runs());
    let keeps = opened.as_ref().is_some_and(|opened| keeps_right(&opened.course, page.today()));
    let manages = may(page.actor(), &Action::ManageCourses(school)).is_ok();
    let trains = sessions(&mut tx, &context).await?.is_some();
    let papers = certificates::all(&page, &mut tx).await?;
    let (title, text) = board(&page, opened.as_ref(), waiting);
    let mut ways = Vec::new();
    if opened.is_some() || manages {
        ways.push((CasesPath.to_string(), "courses-cases"));
    }
    if trains {
        ways.push((TrainingsPath.to_string(), "courses-trainings"));
    }
    ways.push((MaterialPath.to_string(), "courses-material"));
    if opened.as_ref().is_some_and(|opened| opened.course.may_practise()) {
        ways.push((SelfChecksPath.to_string(), "courses-self-check"));
    }
    if opened.is_some() {
        ways.push((crate::attempts::ListPath.to_string(), "attempts-title"));
        ways.push((crate::hearings::ListPath.to_string(), "hearings-title"));
    }
    ways.push((RecognitionsPath.to_string(), "recognitions-title"));
    if manages {
        ways.push((CandidatesPath.to_string(), "courses-candidates"));
    }
    if may(page.actor(), &Action::ManageSittings(school)).is_ok() {
        ways.push((crate::sittings::ListPath.to_string(), "sittings-title"));
    }
    page.show(&Own {
        shell: page.shell(),
        today: page.today(),
        title,
        text,
        next: opened.as_ref().and_then(next),
        phases: opened.as_ref().map(|opened| phases(&page, &opened.course)).unwrap_or_default(),
        gaps: opened.iter().flat_map(|opened| &opened.gaps).map(|one| gap(page.lang(), *one)).collect(),
        bars: opened.as_ref().map(|opened| bars(&page, opened)).unwrap_or_default(),
        discussed: opened.as_ref().and_then(|opened| discussed(&page, opened)),
        papers,
        ways,
        // A newcomer has a mentor; the course is for mentors.
        may_apply: !runs && !waiting && !keeps && !page.actor().is(Role::Newcomer),
        waits: waiting,
        declined,
        may_leave: runs,
        apply: ApplyPath.to_string(),
        withdraw: WithdrawPath.to_string(),
        leave: LeavePath.to_string(),
    })
}

/// What the board says: where the reader is, and what that means.
fn board(page: &Page, opened: Option<&Opened>, waiting: bool) -> (String, String) {
    let say = |word: &str| {
        let said = Said::new(format!("courses-board-{word}"));
        (said.words(page.lang()), said.explained(page.lang()))
    };
    match opened.map(|opened| &opened.course.candidate.state) {
        _ if waiting => say("waits"),
        None => say("none"),
        Some(State::Passed { right }) => {
            let until = i18n::day(page.lang(), right.until);
            let said = Said::new("courses-board-passed").with("day", until);
            (said.words(page.lang()), said.explained(page.lang()))
        }
        Some(state) => match opened.and_then(|opened| again_from(&opened.course)) {
            Some(day) => {
                let said = Said::new("courses-board-again").day(day);
                (said.words(page.lang()), said.explained(page.lang()))
            }
            None => say(state.word()),
        },
    }
}

/// The right was granted and goes on: nobody need begin anew.
fn keeps_right(course: &Course, today: Day) -> bool {
    matches!(course.candidate.state, State::Passed { right } if !right.ends_soon(today))
}

/// From which day on a part that was not passed may be sat again; nothing where no attempt is left.
fn again_from(course: &Course) -> Option<Day> {
    course.candidate.may_retake_from(course.rules).ok()
}

/// The one thing that leads on.
fn next(opened: &Opened) -> Option<(String, &'static str)> {
    opened.gaps.first().map(|missing| match missing {
        Gap::Cases(_) => (TellPath.to_string(), "courses-act-tell"),
        Gap::Replies(_) => (CasesPath.to_string(), "courses-act-read"),
        Gap::Minutes(_) => (TrainingsPath.to_string(), "courses-act-sign-up"),
    })
}

/// Discussion, training, theory, practice: what is over, what is now.
fn phases(page: &Page, course: &Course) -> Vec<Phase> {
    let now = match &course.candidate.state {
        State::Discussion => 0,
        State::Training => 1,
        State::Admitted | State::Border { .. } => 2,
        State::Practice => 3,
        State::Failed { part, .. } => match part {
            domain::courses::Part::Theory => 2,
            domain::courses::Part::Practice => 3,
        },
        State::Passed { .. } | State::Expired { .. } | State::Revoked { .. } => 4,
        State::Left { .. } => return Vec::new(),
    };
    let when = |place: usize| match place.cmp(&now) {
        std::cmp::Ordering::Less => When::Past,
        std::cmp::Ordering::Equal => When::Now,
        std::cmp::Ordering::Greater => When::Next,
    };
    let part = |(place, word): (usize, &&str)| Phase {
        name: page.text(&format!("courses-stage-{word}")),
        note: page.text(&format!("courses-stage-{word}-note")),
        when: when(place),
    };
    ["discussion", "training", "theory", "practice"].iter().enumerate().map(part).collect()
}

/// What counts in the stage of now.
fn bars(page: &Page, opened: &Opened) -> Vec<Bar> {
    let (deeds, rules) = (opened.deeds, opened.course.rules);
    let counted = |id, key: &str, value: u32, max: u32| Bar {
        id,
        value: value.min(max),
        max,
        text: Said::new(key).with("done", value).with("all", max).words(page.lang()),
    };
    match opened.course.candidate.state {
        State::Discussion => vec![
            counted("cases-told", "courses-done-cases", deeds.cases, rules.cases),
            counted("cases-replied", "courses-done-replies", deeds.replies, rules.replies),
        ],
        State::Training => vec![Bar {
            id: "hours-attended",
            value: deeds.minutes.min(rules.minutes),
            max: rules.minutes,
            text: Said::new("courses-done-hours")
                .with("done", hours(page.lang(), deeds.minutes))
                .with("all", hours(page.lang(), rules.minutes))
                .words(page.lang()),
        }],
        _ => Vec::new(),
    }
}

/// The hours at meetings of the discussion, where there are some.
fn discussed(page: &Page, opened: &Opened) -> Option<String> {
    let minutes = opened.deeds.discussed;
    let said = || Said::new("courses-done-discussed").with("done", hours(page.lang(), minutes));
    (minutes > 0).then(|| said().words(page.lang()))
}

pub(super) async fn apply(_: ApplyPath, page: Page) -> Result<Response, PageError> {
    match actions::courses::apply(&page.context()).await {
        Ok(()) => Ok(page.done(&OwnPath, "courses-done-asked", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&OwnPath, FlashKind::Refused, join_refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn withdraw(_: WithdrawPath, page: Page) -> Result<Response, PageError> {
    actions::courses::withdraw(&page.context()).await?;
    Ok(page.done(&OwnPath, "courses-done-unasked", &[]))
}

pub(super) async fn leave(_: LeavePath, page: Page) -> Result<Response, PageError> {
    match actions::courses::leave(&page.context()).await {
        Ok(()) => Ok(page.done(&OwnPath, "courses-done-left", &[])),
        Err(Failed::Refused(_)) => {
            Ok(page.lead(&OwnPath, FlashKind::Refused, "courses-refused-no-course", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
