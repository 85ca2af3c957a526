//! The matrix of docs/permissions.md, and what no sum of roles opens.

mod each;

use super::{Action, Denied, Lesson, Reading, Two, may};
use crate::observations::Shares;
use crate::people::{Actor, Role};
use each::every_action;
use std::fmt::Write as _;

fn actor(person: &str, school: Option<&str>, roles: &[Role]) -> Actor {
    Actor {
        person: person.into(),
        school: school.map(Into::into),
        district: Some("district".into()),
        roles: roles.to_vec(),
    }
}

fn matrix() -> String {
    let actors = [
        ("Dana, newcomer", actor("dana", Some("school-12"), &[Role::Teacher, Role::Newcomer])),
        ("Aigül, mentor", actor("aigul", Some("school-12"), &[Role::Teacher, Role::Mentor])),
        ("another mentor", actor("bekzhan", Some("school-12"), &[Role::Teacher, Role::Mentor])),
        ("coordinator", actor("gulnafisa", Some("school-12"), &[Role::Coordinator])),
        ("head", actor("serik", Some("school-12"), &[Role::Head])),
        ("another school's coordinator", actor("olga", Some("school-7"), &[Role::Coordinator])),
        ("another school's head", actor("marat", Some("school-7"), &[Role::Head])),
        ("district officer", actor("saule", None, &[Role::DistrictOfficer])),
        ("administrator", actor("admin", None, &[Role::Administrator])),
        ("no role", actor("nobody", Some("school-12"), &[])),
    ];
    let mut text = format!(
        "| | {} |\n|---{}|\n",
        actors.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | "),
        "|---".repeat(actors.len())
    );
    every_action(|name, action| {
        let cells: Vec<&str> = actors
            .iter()
            .map(|(_, actor)| match may(actor, &action) {
                Ok(()) => "yes",
                Err(Denied::Forbidden) => "no",
                Err(Denied::Hidden) => "–",
            })
            .collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    });
    text
}

#[test]
fn the_matrix_in_the_documents_is_what_the_code_decides() {
    let document = include_str!("../../../../docs/permissions.md");
    let matrix = matrix();
    assert!(document.contains(&matrix), "docs/permissions.md should hold:\n{matrix}");
}

#[test]
fn n09_a_user_without_roles_changes_nothing() {
    let nobody = actor("dana", Some("school-12"), &[]);
    every_action(|name, action| assert_eq!(may(&nobody, &action), Err(Denied::Hidden), "{name}"));
}

#[test]
fn n08_all_roles_at_another_school_open_nothing_here() {
    let all = actor("olga", Some("school-7"), &Role::ALL);
    every_action(|name, action| {
        let above = matches!(
            action,
            Action::SeeDistrict(_)
                | Action::ManageDistrictForms(_)
                | Action::OfferTemplates(_)
                | Action::SeeCamp { near: true, .. }
        );
        if !above {
            assert_eq!(may(&all, &action), Err(Denied::Hidden), "{name}");
        }
    });
}

#[test]
fn n08_a_leader_who_mentors_too_does_not_read_the_answers_of_the_exam() {
    let school = "school-12".into();
    for roles in [&[Role::Coordinator, Role::Mentor][..], &[Role::Head, Role::Mentor], &Role::ALL] {
        let candidate = actor("gulnafisa", Some("school-12"), roles);
        let keep = Action::KeepQuestions { school: &school, candidate: false };
        assert_eq!(may(&candidate, &keep), Err(Denied::Forbidden), "{roles:?}");
    }
}

#[test]
fn a_newcomer_who_coordinates_too_does_not_read_why_somebody_declined() {
    let dana = actor("dana", Some("school-12"), &Role::ALL);
    let (school, newcomer, mentor) = ("school-12".into(), "dana".into(), "aigul".into());
    let read = Action::ReadReason { school: &school, asked: &mentor, asker: &newcomer, ticked: true };
    assert_eq!(may(&dana, &read), Err(Denied::Hidden));
}

#[test]
fn n08_a_head_keeps_no_sanctions_of_their_own() {
    let (serik, school) = (actor("serik", Some("school-12"), &Role::ALL), "school-12".into());
    let own = Action::KeepSanctions { school: &school, person: &"serik".into() };
    assert_eq!(may(&serik, &own), Err(Denied::Forbidden));
}

#[test]
fn n08_nobody_takes_away_their_own_right_to_mentor() {
    let (all, school) = (actor("gulnafisa", Some("school-12"), &Role::ALL), "school-12".into());
    let own = "gulnafisa".into();
    let revoke = Action::RevokeRight { school: &school, person: &own };
    assert_eq!(may(&all, &revoke), Err(Denied::Forbidden));
    let recognise = Action::RecogniseRight { school: &school, person: &own };
    assert_eq!(may(&all, &recognise), Err(Denied::Forbidden), "nor recognises it");
}

#[test]
fn a_mentor_who_coordinates_too_does_not_read_what_was_written_about_her() {
    let aigul = actor("aigul", Some("school-12"), &Role::ALL);
    let (school, mentor) = ("school-12".into(), "aigul".into());
    let read = Action::ReadEvaluation { school: &school, other: &mentor };
    assert_eq!(may(&aigul, &read), Err(Denied::Hidden));
}

#[test]
fn a_mentor_who_coordinates_too_does_not_learn_that_another_mentor_is_asked_for() {
    let aigul = actor("aigul", Some("school-12"), &Role::ALL);
    let (school, mentor) = ("school-12".into(), "aigul".into());
    let decide = Action::DecideHandover { school: &school, other: &mentor };
    assert_eq!(may(&aigul, &decide), Err(Denied::Hidden));
}

#[test]
fn n11_a_sheet_opens_to_whom_it_is_shared_with_and_a_draft_to_nobody() {
    let (school, dana, aigul, outsider) =
        ("school-12".into(), "dana".into(), "aigul".into(), "bekzhan".into());
    let lesson = Lesson { school: &school, observed: &dana, observer: &outsider };
    let reading =
        Reading { lesson, mentor: Some(&aigul), control: false, finished: true, shares: Shares::NONE };
    let all = |person: &str| actor(person, Some("school-12"), &Role::ALL);
    let reads = |person: &str, reading| may(&all(person), &Action::ReadSheet(reading)).is_ok();
    for person in ["aigul", "gulnafisa"] {
        assert!(!reads(person, reading), "{person}");
        let shared = Reading { shares: Shares { mentor: true, ..Shares::NONE }, ..reading };
        assert_eq!(reads(person, shared), person == "aigul");
        let everybody = Shares { mentor: true, coordinator: true, head: true };
        assert!(!reads(person, Reading { finished: false, shares: everybody, ..reading }), "{person}");
    }
    assert!(reads("dana", reading) && reads("bekzhan", Reading { finished: false, ..reading }));
    assert!(!reads("dana", Reading { finished: false, ..reading }));
    let control = Reading { control: true, ..reading };
    assert!(reads("gulnafisa", control), "the administration reads what it writes");
    assert!(!reads("aigul", control), "the mentor does not, whatever else they are");
}

#[test]
fn n24_no_role_of_the_school_opens_who_wrote_an_idea_without_a_name() {
    let all = actor("gulnafisa", Some("school-12"), &Role::ALL);
    let (school, dana) = ("school-12".into(), "dana".into());
    let see = Action::SeeIdeaAuthor { school: &school, author: &dana, unnamed: true, disclosed: false };
    assert_eq!(may(&all, &see), Err(Denied::Hidden));
}

#[test]
fn n08_all_roles_of_the_school_do_not_open_what_is_private() {
    let all = actor("gulnafisa", Some("school-12"), &Role::ALL);
    let (dana, aigul) = ("dana".into(), "aigul".into());
    let school = "school-12".into();
    let two = Two { school: &school, newcomer: &dana, mentor: &aigul };
    for private in [
        Action::KeepImpression { author: &dana },
        Action::KeepNote { author: &dana },
        Action::Meet(two),
        Action::KeepCompetencies { newcomer: &dana },
        Action::SeeCompetencies(two),
        Action::SuggestEvidence(two),
        Action::ObserveScene { school: &school, observers: std::slice::from_ref(&dana) },
        Action::WatchScene { school: &school, viewers: std::slice::from_ref(&dana) },
        Action::OwnScene { performer: &aigul },
        Action::KeepDecision { owner: &dana },
        Action::WriteEnding(two),
        Action::KeepFeed { person: &dana },
        Action::KeepReservations { person: &dana },
        Action::KeepDeliveries { person: &dana },
        Action::ReadMessages { person: &dana },
        Action::ConfirmData { person: &dana },
        Action::MarkMentor { newcomer: &dana },
        Action::KeepRanking { author: &dana },
        Action::SeeRankings { school: &school, opened: false },
        Action::ReadRequest(two),
        Action::ReadReason { school: &school, asked: &aigul, asker: &dana, ticked: false },
        Action::AnswerRequest { asked: &aigul },
        Action::Consent { person: &dana },
        Action::AnswerSurvey { person: &dana },
        Action::WritePaper { candidate: &dana },
        Action::MarkPapers { marker: Some(&dana) },
        Action::MarkPapers { marker: None },
        Action::MarkHearing { school: &school, examiners: &["dana".into()] },
        Action::JudgeSitting { school: &school, judges: &["dana".into()] },
        Action::ReadHearing { candidate: &dana },
        Action::JoinCourse { school: &school, person: &dana },
        Action::KeepCase { author: &dana },
        Action::SeeTalk { school: &school, person: &dana, partners: &["gulnafisa".into()] },
        Action::SeeTalk { school: &school, person: &"gulnafisa".into(), partners: &[] },
        Action::WriteReport { author: &dana },
        Action::ReadReport { school: &school, author: &aigul, other: Some(&dana), open: false, head: true },
    ] {
        assert_eq!(may(&all, &private), Err(Denied::Hidden), "{private:?}");
    }
}
