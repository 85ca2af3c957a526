//! The practice before a commission: who may mark whom, what stays sealed, what a gap waits for, and where the course goes.

use crate::plans::{assigned, coordinator};
use crate::stage::{Stage, actor, mentor};
use actions::commissions::{
    Moved, Named, Recut, Refused, admit, bar, begin, board, candidates, change, examiners, explain, name,
    open, put, recut, remove, replace, save, take_off, tell, third,
};
use actions::courses::remind;
use actions::{Failed, Never};
use domain::courses::{Attempts, Candidate, Course, Part, Rules, State as CourseState};
use domain::exams::{
    Chosen, Conflict, HearingRefused, HearingState, MarkFault, PracticeRefused, RecutRefused, TieKind,
};
use domain::people::Role;
use domain::{CommissionId, Day, HearingId, PersonId, SchoolId};
use jiff::civil::{date, time};
use store::testing::{on_both, spoil};

fn school() -> SchoolId {
    "school-12".into()
}

pub(crate) async fn course(stage: &Stage, person: &str, reached: CourseState) {
    let candidate = Candidate {
        course: format!("course-{person}").into(),
        person: person.into(),
        state: reached,
        attempts: Attempts { theory: 1, practice: 0 },
        changed_at: stage.now(),
        version: 0,
    };
    let (school, rules, begun_on) = (school(), Rules::default(), date(2026, 9, 1));
    let mut tx = stage.db.write().await.unwrap();
    store::courses::add(&mut tx, &Course { school, candidate, rules, begun_on }).await.unwrap();
    tx.commit().await.unwrap();
}

pub(crate) async fn course_of(stage: &Stage, person: &str) -> Candidate {
    let mut tx = stage.db.read().await.unwrap();
    let mut all = store::courses::of_person(&mut tx, &school(), &person.into()).await.unwrap();
    all.pop().unwrap().candidate
}

pub(crate) async fn named(stage: &Stage, day: Day, members: &[&str]) -> CommissionId {
    let members = members.iter().map(|one| PersonId::from(*one)).collect();
    let named =
        Named { day, from: time(10, 0, 0, 0), place: "Кітапхана".into(), members, places: 0 };
    name(&stage.context(&coordinator()), &named).await.unwrap()
}

/// Полина has passed the theory and is before Айгүл and Бекжан today; her practice has begun.
pub(crate) async fn begun(stage: &Stage) -> (CommissionId, HearingId) {
    course(stage, "polina", CourseState::Practice).await;
    let commission = named(stage, stage.today, &["aigul", "bekzhan"]).await;
    let leader = coordinator();
    let hearing = admit(&stage.context(&leader), &commission, &"polina".into()).await.unwrap();
    begin(&stage.context(&leader), &hearing).await.unwrap();
    (commission, hearing)
}

/// The situation that was drawn.
async fn drawn(stage: &Stage, id: &HearingId) -> String {
    let mut tx = stage.db.read().await.unwrap();
    store::commissions::hearing(&mut tx, id).await.unwrap().unwrap().situation
}

/// Somebody seals: the first criterion and the last one, which is critical, and all others at best.
pub(crate) async fn seals(stage: &Stage, id: &HearingId, who: &str, first: u8, last: u8) {
    let mut marks = vec![Some(3); 8];
    (marks[0], marks[7]) = (Some(first), Some(last));
    save(&stage.context(&mentor(who)), id, &marks, true).await.unwrap();
}

#[tokio::test]
async fn n23_a_mentor_a_mentee_and_a_head_are_refused_with_the_tie_that_binds_them() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let leader = coordinator();
        course(&stage, "aigul", CourseState::Practice).await;
        course(&stage, "dana", CourseState::Practice).await;
        for (candidate, members, bound, kind) in [
            ("dana", ["aigul", "bekzhan"], "aigul", TieKind::Mentor),
            ("aigul", ["dana", "bekzhan"], "dana", TieKind::Pair),
            ("aigul", ["serik", "bekzhan"], "serik", TieKind::Superior),
            ("aigul", ["aigul", "bekzhan"], "aigul", TieKind::Oneself),
        ] {
            let commission = named(&stage, stage.today, &members).await;
            let refused = admit(&stage.context(&leader), &commission, &candidate.into()).await;
            let found = vec![Conflict { examiner: bound.into(), kind }];
            let expected = Refused::Conflicts { candidate: candidate.into(), found };
            assert!(matches!(&refused, Err(Failed::Refused(why)) if *why == expected), "{refused:?}");
        }
        let free = named(&stage, stage.today, &["bekzhan", "gulnafisa"]).await;
        let hearing = admit(&stage.context(&leader), &free, &"aigul".into()).await.unwrap();
        begin(&stage.context(&leader), &hearing).await.unwrap();
        let later = third(&stage.context(&leader), &hearing, &"dana".into()).await;
        assert!(matches!(later, Err(Failed::Refused(Refused::Conflicts { .. }))), "{later:?}");
        let instead = replace(&stage.context(&leader), &free, &"bekzhan".into(), &"serik".into()).await;
        assert!(matches!(instead, Err(Failed::Refused(Refused::Conflicts { .. }))), "{instead:?}");
    })
    .await;
}

#[tokio::test]
async fn n23_a_deputy_of_the_head_by_post_is_a_superior_too() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        course(&stage, "polina", CourseState::Practice).await;
        let post =
            "UPDATE people SET position = 'директордың оқу ісі жөніндегі орынбасары' WHERE id = 'bekzhan'";
        spoil(&stage.db, post).await;
        let commission = named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        let refused = admit(&stage.context(&coordinator()), &commission, &"polina".into()).await;
        let found = vec![Conflict { examiner: "bekzhan".into(), kind: TieKind::Superior }];
        let expected = Refused::Conflicts { candidate: "polina".into(), found };
        assert!(matches!(&refused, Err(Failed::Refused(why)) if *why == expected), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_commission_of_two_to_four_is_named_once_and_by_the_coordinator_alone() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let first = named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        assert_eq!(named(&stage, stage.today, &["aigul", "bekzhan"]).await, first, "the form came twice");
        assert_eq!(stage.audited("commission-named").await, 1);
        let form = |members: &[&str], day| Named {
            day,
            from: time(10, 0, 0, 0),
            place: "Кітапхана".into(),
            members: members.iter().map(|one| PersonId::from(*one)).collect(),
            places: 0,
        };
        let leader = coordinator();
        let past = date(2026, 10, 1);
        for (named, why) in [
            (form(&["aigul"], stage.today), Refused::Members),
            (form(&["aigul", "timur"], stage.today), Refused::Stranger),
            (form(&["aigul", "dana"], past), Refused::Past),
        ] {
            let refused = name(&stage.context(&leader), &named).await;
            assert!(matches!(&refused, Err(Failed::Refused(seen)) if *seen == why), "{refused:?}");
        }
        let teacher = mentor("aigul");
        let refused = name(&stage.context(&teacher), &form(&["bekzhan", "dana"], stage.today)).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        let own = actor("polina", &[Role::Coordinator]);
        course(&stage, "polina", CourseState::Practice).await;
        let refused = admit(&stage.context(&own), &first, &"polina".into()).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::OwnExam))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_passed_the_theory_is_admitted_once_and_taken_off_before_they_begin() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        course(&stage, "polina", CourseState::Practice).await;
        course(&stage, "zere", CourseState::Admitted).await;
        let commission = named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        let leader = coordinator();
        let context = stage.context(&leader);
        let early = admit(&context, &commission, &"zere".into()).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::NotACandidate))), "{early:?}");
        let hearing = admit(&context, &commission, &"polina".into()).await.unwrap();
        assert_eq!(admit(&context, &commission, &"polina".into()).await.unwrap(), hearing);
        let other = named(&stage, stage.today, &["aigul", "dana"]).await;
        let twice = admit(&context, &other, &"polina".into()).await;
        assert!(matches!(twice, Err(Failed::Refused(Refused::Elsewhere))), "{twice:?}");
        let polina = actor("polina", &[Role::Teacher]);
        let mut tx = stage.db.read().await.unwrap();
        let seen = open(&mut tx, &stage.context(&polina), &hearing).await.unwrap();
        assert!(seen.hearing.situation.is_empty() && seen.hearing.sheets.is_empty());
        drop(tx);
        take_off(&context, &hearing).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let shown = board(&mut tx, &context, &commission).await.unwrap();
        assert!(shown.hearings.is_empty());
        let free = candidates(&mut tx, &shown.commission, &context).await.unwrap();
        drop(tx);
        assert_eq!(free, ["polina"].map(PersonId::from));
        assert_eq!(course_of(&stage, "polina").await.attempts.practice, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_a_commission_concerns_is_told_of_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        course(&stage, "polina", CourseState::Practice).await;
        let leader = coordinator();
        let day = date(2026, 10, 8);
        let commission = named(&stage, day, &["aigul", "bekzhan"]).await;
        assert_eq!(stage.letters().await, ["aigul ExaminerNamed", "bekzhan ExaminerNamed"]);
        let hearing = admit(&stage.context(&leader), &commission, &"polina".into()).await.unwrap();
        assert_eq!(stage.letters().await, ["polina HearingNamed"]);
        let moved = Moved { day, from: time(15, 0, 0, 0), place: "214".into() };
        for _ in 0..2 {
            change(&stage.context(&leader), &commission, &moved).await.unwrap();
        }
        let all = ["aigul HearingMoved", "bekzhan HearingMoved", "polina HearingMoved"];
        assert_eq!(stage.letters().await, all, "once");
        replace(&stage.context(&leader), &commission, &"bekzhan".into(), &"zere".into()).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan ExaminerReplaced", "zere ExaminerNamed"]);
        stage.today = day;
        begin(&stage.context(&leader), &hearing).await.unwrap();
        third(&stage.context(&leader), &hearing, &"bekzhan".into()).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan ExaminerAsked"]);
        for who in ["aigul", "bekzhan", "zere"] {
            seals(&stage, &hearing, who, 3, 3).await;
        }
        tell(&stage.context(&leader), &hearing).await.unwrap();
        assert_eq!(stage.letters().await, ["polina PracticeTold", "polina RightGranted"]);
    })
    .await;
}

#[tokio::test]
async fn n10_an_open_sheet_is_reminded_of_once_from_the_day_after_on() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (_, hearing) = begun(&stage).await;
        stage.letters().await;
        let nobody = actor("schedule", &[]);
        assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 0, "not on the day");
        stage.today = date(2026, 10, 6);
        seals(&stage, &hearing, "aigul", 3, 3).await;
        for _ in 0..2 {
            assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 1);
        }
        assert_eq!(stage.letters().await, ["bekzhan SheetUnsealed"], "not whoever has sealed");
        stage.today = date(2026, 10, 7);
        remind(&stage.context(&nobody)).await.unwrap();
        assert_eq!(stage.letters().await, [""; 0], "and never again");
    })
    .await;
}

#[tokio::test]
async fn a_commission_named_wrongly_is_changed_until_somebody_begins_and_removed_while_it_hears_nobody() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        stage.letters().await;
        let leader = coordinator();
        let context = stage.context(&leader);
        let tomorrow = stage.today.tomorrow().unwrap();
        let moved = |day| Moved { day, from: time(9, 0, 0, 0), place: "214".into() };
        let wrong = named(&stage, tomorrow, &["aigul", "bekzhan"]).await;
        let past = change(&context, &wrong, &moved(date(2026, 10, 1))).await;
        assert!(matches!(past, Err(Failed::Refused(Refused::Past))), "{past:?}");
        let teacher = mentor("bekzhan");
        let other = remove(&stage.context(&teacher), &wrong).await;
        assert!(matches!(other, Err(Failed::Forbidden)), "{other:?}");
        course(&stage, "polina", CourseState::Practice).await;
        let hearing = admit(&context, &wrong, &"polina".into()).await.unwrap();
        let heard = remove(&context, &wrong).await;
        assert!(matches!(heard, Err(Failed::Refused(Refused::Heard))), "{heard:?}");
        change(&context, &wrong, &moved(stage.today)).await.unwrap();
        begin(&context, &hearing).await.unwrap();
        let late = change(&context, &wrong, &moved(tomorrow)).await;
        assert!(matches!(late, Err(Failed::Refused(Refused::Begun))), "{late:?}");
        stage.letters().await;
        take_off(&context, &hearing).await.unwrap();
        remove(&context, &wrong).await.unwrap();
        let told = crate::letters::told(&stage).await;
        let mut told: Vec<&str> = told.iter().map(|(to, _)| to.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["aigul", "bekzhan", "polina"], "whoever was taken off, too");
        let gone = remove(&context, &wrong).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn n23_nobody_who_is_new_or_bound_to_a_candidate_is_offered_as_an_examiner() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let leader = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        let context = stage.context(&leader);
        let free = examiners(&mut tx, &context, &school(), &[], stage.today).await.unwrap();
        assert!(free.contains(&PersonId::from("serik")), "{free:?}");
        assert!(!free.contains(&PersonId::from("zere")), "a newcomer of this year: {free:?}");
        let bound = [PersonId::from("aigul")];
        let free = examiners(&mut tx, &context, &school(), &bound, stage.today).await.unwrap();
        for out in ["aigul", "dana", "serik"] {
            assert!(!free.contains(&PersonId::from(out)), "{out}: {free:?}");
        }
        assert!(free.contains(&PersonId::from("bekzhan")), "{free:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_begun_by_mistake_is_taken_off_while_nothing_is_marked() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (commission, id) = begun(&stage).await;
        let leader = coordinator();
        let first = drawn(&stage, &id).await;
        take_off(&stage.context(&leader), &id).await.unwrap();
        assert_eq!(course_of(&stage, "polina").await.attempts.practice, 0);
        let again = admit(&stage.context(&leader), &commission, &"polina".into()).await.unwrap();
        assert_eq!(drawn(&stage, &again).await, first, "nothing is drawn until it suits");
        begin(&stage.context(&leader), &again).await.unwrap();
        let mut marks = [None; 8];
        marks[3] = Some(2);
        save(&stage.context(&mentor("aigul")), &again, &marks, false).await.unwrap();
        let late = take_off(&stage.context(&leader), &again).await;
        let here = HearingRefused::NotHere;
        assert!(matches!(&late, Err(Failed::Refused(Refused::Hearing(why))) if *why == here), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn before_whoever_has_left_the_course_nothing_begins() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        course(&stage, "polina", CourseState::Practice).await;
        let commission = named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        let leader = coordinator();
        let hearing = admit(&stage.context(&leader), &commission, &"polina".into()).await.unwrap();
        let stranger = begin(&stage.context(&mentor("dana")), &hearing).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        let mut tx = stage.db.write().await.unwrap();
        let all = store::courses::of_person(&mut tx, &school(), &"polina".into()).await.unwrap();
        let mut left = all.into_iter().next().unwrap();
        left.candidate.state = CourseState::Left { on: stage.today };
        store::courses::save(&mut tx, &left).await.unwrap();
        tx.commit().await.unwrap();
        let gone = begin(&stage.context(&leader), &hearing).await;
        assert!(matches!(gone, Err(Failed::Refused(Refused::NotACandidate))), "{gone:?}");
        take_off(&stage.context(&leader), &hearing).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_right_follows_when_the_result_is_told_in_the_same_transaction() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let leader = coordinator();
        let outsider = save(&stage.context(&leader), &id, &[Some(3); 8], true).await;
        assert!(matches!(outsider, Err(Failed::NotFound)), "{outsider:?}");
        let off = save(&stage.context(&mentor("aigul")), &id, &[Some(9); 8], false).await;
        let scale = HearingRefused::Mark(MarkFault::OffScale { criterion: 0 });
        assert!(matches!(&off, Err(Failed::Refused(Refused::Hearing(why))) if *why == scale), "{off:?}");
        seals(&stage, &id, "aigul", 3, 3).await;
        let early = tell(&stage.context(&leader), &id).await;
        let waits = HearingRefused::Practice(PracticeRefused::Open(vec!["bekzhan".into()]));
        assert!(matches!(&early, Err(Failed::Refused(Refused::Hearing(why))) if *why == waits), "{early:?}");
        let mut tx = stage.db.read().await.unwrap();
        let other = open(&mut tx, &stage.context(&mentor("bekzhan")), &id).await.unwrap();
        assert_eq!(other.hearing.sheets[&PersonId::from("aigul")].marks, [None; 8], "sealed for the others");
        let stranger: Result<_, Failed<Never>> = open(&mut tx, &stage.context(&mentor("dana")), &id).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        drop(tx);
        seals(&stage, &id, "bekzhan", 2, 3).await;
        seals(&stage, &id, "bekzhan", 2, 3).await;
        assert_eq!(stage.audited("hearing-sealed").await, 2, "the form that came twice sealed once");
        tell(&stage.context(&leader), &id).await.unwrap();
        tell(&stage.context(&leader), &id).await.unwrap();
        let course = course_of(&stage, "polina").await;
        assert!(matches!(course.state, CourseState::Passed { .. }), "{course:?}");
        assert_eq!(course.attempts.practice, 1);
        let mut tx = stage.db.read().await.unwrap();
        let told = store::commissions::hearing(&mut tx, &id).await.unwrap().unwrap();
        assert!(matches!(told.state, HearingState::Told { number: 1, .. }), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn a_mark_that_waited_for_the_network_overwrites_no_newer_one() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let aigul = mentor("aigul");
        let context = stage.context(&aigul);
        let mut page = [Some(Chosen { mark: 3, known: None }); 8];
        page[7] = None;
        for _ in 0..2 {
            let kept = put(&context, &id, &page, false).await.unwrap();
            assert!(kept.newer.is_empty() && kept.sheet.marks[..7] == [Some(3); 7], "{kept:?}");
        }
        let mut older = [None; 8];
        older[0] = Some(Chosen { mark: 1, known: None });
        older[7] = Some(Chosen { mark: 2, known: None });
        let kept = put(&context, &id, &older, true).await.unwrap();
        assert_eq!(kept.newer, [0]);
        assert_eq!((kept.sheet.marks[0], kept.sheet.marks[7]), (Some(3), Some(2)), "the rest is kept");
        assert!(!kept.sheet.sealed, "nothing is sealed that its examiner has not seen");
        older[0] = Some(Chosen { mark: 1, known: Some(3) });
        let kept = put(&context, &id, &older, true).await.unwrap();
        assert!(kept.newer.is_empty() && kept.sheet.sealed && kept.sheet.marks[0] == Some(1), "{kept:?}");
        let late = put(&context, &id, &page, false).await;
        let sealed = HearingRefused::Mark(MarkFault::Sealed);
        assert!(matches!(&late, Err(Failed::Refused(Refused::Hearing(why))) if *why == sealed), "{late:?}");
        let stranger = put(&stage.context(&mentor("dana")), &id, &page, false).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        assert_eq!(stage.audited("hearing-sealed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_gap_is_never_averaged_silently() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let leader = coordinator();
        seals(&stage, &id, "aigul", 3, 3).await;
        seals(&stage, &id, "bekzhan", 0, 3).await;
        for who in ["aigul", "bekzhan"] {
            let gap = tell(&stage.context(&leader), &id).await;
            let refused = |why: &Refused| {
                matches!(why, Refused::Hearing(HearingRefused::Practice(PracticeRefused::Gaps(_))))
            };
            assert!(matches!(&gap, Err(Failed::Refused(why)) if refused(why)), "{gap:?}");
            let empty = explain(&stage.context(&mentor(who)), &id, 0, " ").await;
            assert!(empty.is_err(), "{empty:?}");
            explain(&stage.context(&mentor(who)), &id, 0, "Сөзін бөлмеді").await.unwrap();
        }
        tell(&stage.context(&leader), &id).await.unwrap();
        assert!(matches!(course_of(&stage, "polina").await.state, CourseState::Passed { .. }));
    })
    .await;
}

#[tokio::test]
async fn two_of_three_who_mark_from_the_start_outvote_nobody() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        course(&stage, "polina", CourseState::Practice).await;
        let commission = named(&stage, stage.today, &["aigul", "bekzhan", "dana"]).await;
        let leader = coordinator();
        let id = admit(&stage.context(&leader), &commission, &"polina".into()).await.unwrap();
        begin(&stage.context(&leader), &id).await.unwrap();
        for (who, safety) in [("aigul", 0), ("bekzhan", 3), ("dana", 3)] {
            seals(&stage, &id, who, 3, safety).await;
        }
        let silent = tell(&stage.context(&leader), &id).await;
        let gap = |why: &Refused| {
            matches!(why, Refused::Hearing(HearingRefused::Practice(PracticeRefused::Gaps(_))))
        };
        assert!(matches!(&silent, Err(Failed::Refused(why)) if gap(why)), "{silent:?}");
        third(&stage.context(&leader), &id, &"zere".into()).await.unwrap();
        seals(&stage, &id, "zere", 3, 3).await;
        tell(&stage.context(&leader), &id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_critical_is_not_averaged_away_and_the_practice_can_be_sat_again() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (_, id) = begun(&stage).await;
        let leader = coordinator();
        seals(&stage, &id, "aigul", 3, 2).await;
        seals(&stage, &id, "bekzhan", 3, 1).await;
        tell(&stage.context(&leader), &id).await.unwrap();
        let failed = course_of(&stage, "polina").await;
        assert!(matches!(failed.state, CourseState::Failed { part: Part::Practice, .. }), "{failed:?}");
        let later = named(&stage, date(2026, 12, 1), &["aigul", "bekzhan"]).await;
        let early = admit(&stage.context(&leader), &later, &"polina".into()).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::NotACandidate))), "{early:?}");
        stage.today = date(2026, 12, 1);
        let again = admit(&stage.context(&leader), &later, &"polina".into()).await.unwrap();
        assert_eq!(course_of(&stage, "polina").await.state, CourseState::Practice);
        let mut tx = stage.db.read().await.unwrap();
        let first = store::commissions::hearing(&mut tx, &id).await.unwrap().unwrap();
        let second = store::commissions::hearing(&mut tx, &again).await.unwrap().unwrap();
        assert_ne!(first.situation, second.situation, "nobody sees a situation twice");
    })
    .await;
}

#[tokio::test]
async fn a_cut_counts_for_commissions_that_are_named_after_it_and_changes_no_other() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let leader = coordinator();
        let before = named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        let wanted = |cut, reason: &str| Recut { cut, reason: reason.to_owned() };
        let silent = recut(&stage.context(&leader), &wanted(225, " ")).await;
        let no_reason = Refused::Recut(RecutRefused::NoReason);
        assert!(matches!(&silent, Err(Failed::Refused(why)) if *why == no_reason), "{silent:?}");
        for _ in 0..2 {
            recut(&stage.context(&leader), &wanted(225, "Өткен жылдың жазбалары бойынша")).await.unwrap();
        }
        assert_eq!(stage.audited("rubric-cut-set").await, 1, "the form came twice");
        let after = named(&stage, stage.today, &["aigul", "dana"]).await;
        recut(&stage.context(&leader), &wanted(200, "Қайтадан екі")).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let mut rubrics = Vec::new();
        for id in [&before, &after] {
            let rubric = store::commissions::get(&mut tx, id).await.unwrap().unwrap().rubric;
            rubrics.push((rubric.version, rubric.cut));
        }
        assert_eq!(rubrics, [(1, 200), (2, 225)], "each keeps what it was named with");
        let stands = bar(&mut tx, &stage.context(&leader)).await.unwrap();
        drop(tx);
        assert_eq!((stands.rubric.version, stands.rubric.cut, stands.proposed), (3, 200, None));
        let set: Vec<_> = stands.set.iter().map(|one| (one.rubric, one.cut, one.reason.as_str())).collect();
        assert_eq!(set, [(3, 200, "Қайтадан екі"), (2, 225, "Өткен жылдың жазбалары бойынша")]);
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_sets_the_cut_of_their_own_exam_and_none_but_who_names_commissions() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let wanted = Recut { cut: 150, reason: "Оңайырақ".to_owned() };
        let teacher = recut(&stage.context(&mentor("aigul")), &wanted).await;
        assert!(matches!(teacher, Err(Failed::Forbidden)), "{teacher:?}");
        course(&stage, "polina", CourseState::Practice).await;
        let own = recut(&stage.context(&actor("polina", &[Role::Coordinator])), &wanted).await;
        assert!(matches!(own, Err(Failed::Refused(Refused::OwnExam))), "{own:?}");
    })
    .await;
}

#[tokio::test]
async fn an_examiner_who_leaves_half_way_is_replaced_and_a_third_one_marks_alone() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (commission, id) = begun(&stage).await;
        let leader = coordinator();
        save(&stage.context(&mentor("bekzhan")), &id, &[Some(0); 8], false).await.unwrap();
        for _ in 0..2 {
            let (leaves, comes) = ("bekzhan".into(), "dana".into());
            replace(&stage.context(&leader), &commission, &leaves, &comes).await.unwrap();
        }
        let gone = save(&stage.context(&mentor("bekzhan")), &id, &[Some(0); 8], true).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
        seals(&stage, &id, "aigul", 3, 3).await;
        seals(&stage, &id, "dana", 0, 3).await;
        third(&stage.context(&leader), &id, &"zere".into()).await.unwrap();
        third(&stage.context(&leader), &id, &"zere".into()).await.unwrap();
        assert!(tell(&stage.context(&leader), &id).await.is_err(), "the third one has not sealed");
        seals(&stage, &id, "zere", 2, 3).await;
        tell(&stage.context(&leader), &id).await.unwrap();
        assert!(matches!(course_of(&stage, "polina").await.state, CourseState::Passed { .. }));
        assert_eq!(stage.audited("hearing-third").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_third_examiner_who_cannot_go_on_is_replaced_like_a_member() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (commission, id) = begun(&stage).await;
        let leader = coordinator();
        seals(&stage, &id, "aigul", 3, 3).await;
        seals(&stage, &id, "bekzhan", 0, 3).await;
        third(&stage.context(&leader), &id, &"zere".into()).await.unwrap();
        for _ in 0..2 {
            let (leaves, comes) = ("zere".into(), "dana".into());
            replace(&stage.context(&leader), &commission, &leaves, &comes).await.unwrap();
        }
        seals(&stage, &id, "dana", 2, 3).await;
        tell(&stage.context(&leader), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let seats = store::commissions::get(&mut tx, &commission).await.unwrap().unwrap().members;
        assert_eq!(seats, ["aigul", "bekzhan"].map(PersonId::from).into(), "the commission stays as it was");
    })
    .await;
}
