//! Appeals against results of the exam: filed in time and once, read by the right people, decided once and by somebody else.

use crate::plans::coordinator;
use crate::stage::{Stage, actor, head, mentor, newcomer};
use crate::{commissions, sittings};
use actions::appeals::{board, case, decide, file, own, pending, take_back};
use actions::attempts::{open, save};
use actions::sittings::{Bar, Planned};
use actions::{Failed, Never};
use domain::appeals::{About, FileRefused, Filing, Ground, Remedy, State, StepRefused};
use domain::courses::{Decision, Part, State as CourseState, Verdict};
use domain::exams::{Conflict, TieKind};
use domain::people::Role;
use domain::questions::{Answer, Language, Points};
use domain::requests::{Rhythm, Wish};
use domain::{AppealId, AttemptId, HearingId};
use jiff::civil::date;
use store::attempts::{Kept, Second, Told};
use store::testing::on_both;

/// What must reach nobody but the candidate and those who decide.
const GROUNDS: &str = "ТОЛЬКО ДЛЯ ТЕХ, КТО РЕШАЕТ";

fn filing() -> Filing {
    Filing { ground: Ground::Question, words: GROUNDS.into() }
}

/// Айгүл and Бекжан each wrote a paper of two questions and answered both wrongly; the results are told.
async fn failed(db: store::Db) -> (Stage, [AttemptId; 2]) {
    let stage = sittings::staged(db).await;
    let leader = coordinator();
    let exam = sittings::running(&stage).await;
    let mut papers = Vec::new();
    for person in ["aigul", "bekzhan"] {
        let writer = mentor(person);
        let paper = open(&sittings::at(&stage, &writer, 0), &exam, Language::Ru).await.unwrap();
        for number in sittings::numbers(&stage, &paper).await {
            save(&sittings::at(&stage, &writer, 1), &paper, number, &Answer::One(1), 0).await.unwrap();
        }
        actions::attempts::hand_in(&sittings::at(&stage, &writer, 2), &paper).await.unwrap();
        papers.push(paper);
    }
    actions::sittings::close(&sittings::at(&stage, &leader, 21), &exam).await.unwrap();
    actions::sittings::tell(&sittings::at(&stage, &leader, 22), &exam).await.unwrap();
    stage.letters().await;
    (stage, [papers.remove(0), papers.remove(0)])
}

/// Айгүл has appealed against the result of her paper.
async fn filed(db: store::Db) -> (Stage, [AttemptId; 2], AppealId) {
    let (stage, papers) = failed(db).await;
    let about = About::Theory(papers[0].clone());
    let appeal = file(&stage.context(&mentor("aigul")), &about, &filing()).await.unwrap();
    (stage, papers, appeal)
}

/// Полина's practice before Айгүл and another one was not passed.
async fn practised(stage: &Stage, other: &str) -> HearingId {
    commissions::course(stage, "polina", CourseState::Practice).await;
    let commission = commissions::named(stage, stage.today, &["aigul", other]).await;
    let leader = coordinator();
    let context = stage.context(&leader);
    let hearing = actions::commissions::admit(&context, &commission, &"polina".into()).await.unwrap();
    actions::commissions::begin(&context, &hearing).await.unwrap();
    for who in ["aigul", other] {
        commissions::seals(stage, &hearing, who, 3, 0).await;
    }
    actions::commissions::tell(&context, &hearing).await.unwrap();
    hearing
}

#[tokio::test]
async fn an_appeal_is_filed_once_in_time_and_those_who_decide_are_told() {
    on_both(async |db| {
        let (mut stage, papers, appeal) = filed(db).await;
        let (aigul, about) = (mentor("aigul"), About::Theory(papers[0].clone()));
        assert_eq!(stage.letters().await, ["gulnafisa AppealFiled", "serik AppealFiled"]);
        assert_eq!(file(&stage.context(&aigul), &about, &filing()).await.unwrap(), appeal, "came twice");
        assert!(stage.letters().await.is_empty());
        let other = Filing { words: "Ещё одно".into(), ..filing() };
        let second = file(&stage.context(&aigul), &about, &other).await;
        assert!(matches!(second, Err(Failed::Refused(FileRefused::FiledBefore))), "{second:?}");
        assert_eq!(stage.audited("appeal-filed").await, 1);
        take_back(&stage.context(&aigul), &appeal).await.unwrap();
        take_back(&stage.context(&aigul), &appeal).await.unwrap();
        assert_eq!(stage.audited("appeal-taken-back").await, 1);
        // Told on Monday the 5th: the last of five working days is Monday the 12th.
        stage.today = date(2026, 10, 12);
        file(&stage.context(&aigul), &about, &other).await.unwrap();
        stage.today = date(2026, 10, 13);
        let (bekzhan, late) = (mentor("bekzhan"), About::Theory(papers[1].clone()));
        let refused = file(&stage.context(&bekzhan), &late, &filing()).await;
        let until = date(2026, 10, 12);
        assert!(
            matches!(&refused, Err(Failed::Refused(FileRefused::TooLate { until: seen })) if *seen == until),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_forms_at_once_one_is_filed() {
    on_both(async |db| {
        let (stage, papers) = failed(db).await;
        let (aigul, about) = (mentor("aigul"), About::Theory(papers[0].clone()));
        let context = stage.context(&aigul);
        let other = Filing { words: "Другие слова".into(), ..filing() };
        let first = filing();
        let (one, two) = tokio::join!(file(&context, &about, &first), file(&context, &about, &other));
        assert_eq!([one.is_ok(), two.is_ok()].into_iter().filter(|done| *done).count(), 1);
        assert_eq!(stage.audited("appeal-filed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn n08_grounds_and_reason_reach_the_candidate_and_whoever_decides_alone() {
    on_both(async |db| {
        let (stage, papers, appeal) = filed(db).await;
        let (aigul, about) = (mentor("aigul"), About::Theory(papers[0].clone()));
        for stranger in [mentor("bekzhan"), actor("dana", &[Role::Newcomer])] {
            let context = stage.context(&stranger);
            let mut tx = stage.db.read().await.unwrap();
            assert!(matches!(case(&mut tx, &context, &appeal).await, Err(Failed::NotFound)));
            assert!(matches!(own(&mut tx, &context, &about).await, Err(Failed::NotFound)));
            drop(tx);
            let foreign = file(&context, &about, &filing()).await;
            assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
            let foreign = take_back(&context, &appeal).await;
            assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
            let foreign = decide(&context, &appeal, None, "Жоқ").await;
            assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
        }
        let leader = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        let shown = case(&mut tx, &stage.context(&leader), &appeal).await.unwrap();
        assert_eq!((shown.appeal.words.as_str(), shown.asked.len()), (GROUNDS, 2));
        let lines = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 10_000).await.unwrap();
        assert!(lines.iter().all(|line| !format!("{line:?}").contains(GROUNDS)));
        drop(tx);
        let empty = decide(&stage.context(&leader), &appeal, None, "  ").await;
        assert!(matches!(empty, Err(Failed::Refused(StepRefused::NoReason))), "{empty:?}");
        stage.letters().await;
        decide(&stage.context(&leader), &appeal, None, "Вопрос верен.").await.unwrap();
        decide(&stage.context(&leader), &appeal, None, "Вопрос верен.").await.unwrap();
        assert_eq!(stage.letters().await, ["aigul AppealDecided"]);
        let mut tx = stage.db.read().await.unwrap();
        let read = own(&mut tx, &stage.context(&aigul), &about).await.unwrap();
        let State::Dismissed { decision } = &read.standing().unwrap().state else { panic!("{read:?}") };
        assert_eq!(decision.reason, "Вопрос верен.");
        drop(tx);
        let course = sittings::course_of(&stage, "aigul").await.state;
        assert!(matches!(course, CourseState::Failed { part: Part::Theory, .. }), "{course:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_decisions_at_once_one_counts() {
    on_both(async |db| {
        let (stage, _, appeal) = filed(db).await;
        let (leader, head) = (coordinator(), head());
        let (one, two) = (stage.context(&leader), stage.context(&head));
        let (no, yes) = tokio::join!(
            decide(&one, &appeal, None, "Нәтиже дұрыс."),
            decide(&two, &appeal, Some(Remedy::Again), "Жарық өшіп қалды.")
        );
        assert_eq!([no.is_ok(), yes.is_ok()].into_iter().filter(|done| *done).count(), 1);
        let (upheld, dismissed) =
            (stage.audited("appeal-upheld").await, stage.audited("appeal-dismissed").await);
        assert_eq!(upheld + dismissed, 1);
        let attempts = sittings::course_of(&stage, "aigul").await.attempts.theory;
        assert_eq!(usize::from(attempts), 1 - upheld, "the course went by the decision that counts");
    })
    .await;
}

#[tokio::test]
async fn an_attempt_that_is_void_counts_for_nothing() {
    on_both(async |db| {
        let (stage, papers, appeal) = filed(db).await;
        let ahead = Planned { bar: Bar::Agreed(Points::whole(2)), ..sittings::planned(&stage) };
        actions::sittings::plan(&stage.context(&coordinator()), &ahead).await.unwrap();
        stage.letters().await;
        decide(&stage.context(&head()), &appeal, Some(Remedy::Again), "Жарық өшіп қалды.").await.unwrap();
        let told = ["aigul AppealDecided", "aigul SittingPlanned"];
        assert_eq!(stage.letters().await, told, "she may sit what is planned");
        let course = sittings::course_of(&stage, "aigul").await;
        assert_eq!((course.state, course.attempts.theory), (CourseState::Admitted, 0));
        let again = take_back(&stage.context(&mentor("aigul")), &appeal).await;
        assert!(matches!(again, Err(Failed::Refused(StepRefused::NotOpen))), "{again:?}");
        let about = About::Theory(papers[0].clone());
        let twice = file(&stage.context(&mentor("aigul")), &about, &filing()).await;
        assert!(matches!(twice, Err(Failed::Refused(FileRefused::FiledBefore))), "{twice:?}");
    })
    .await;
}

/// The first question of Айгүл's paper counts as right; gives what both papers came to.
async fn corrected(stage: &Stage, papers: &[AttemptId; 2], appeal: &AppealId, all: bool) -> [Told; 2] {
    let question = sittings::numbers(stage, &papers[0]).await[0];
    let remedy = if all { Remedy::Struck { question } } else { Remedy::Right { question } };
    decide(&stage.context(&head()), appeal, Some(remedy), "Екі жауап та дұрыс.").await.unwrap();
    let [own, other] = papers;
    [sittings::paper(stage, own).await.told.unwrap(), sittings::paper(stage, other).await.told.unwrap()]
}

#[tokio::test]
async fn a_question_counts_as_right_for_one_paper() {
    on_both(async |db| {
        let (stage, papers, appeal) = filed(db).await;
        let foreign = Remedy::Struck { question: 999 };
        let refused = decide(&stage.context(&head()), &appeal, Some(foreign), "Бар").await;
        assert!(matches!(refused, Err(Failed::Refused(StepRefused::NoQuestion))), "{refused:?}");
        let [own, other] = corrected(&stage, &papers, &appeal, false).await;
        assert_eq!((own.points, own.verdict), (Points::ONE, Verdict::Passed));
        assert_eq!((other.points, other.verdict), (Points::default(), Verdict::Failed));
        assert_eq!(sittings::course_of(&stage, "aigul").await.state, CourseState::Practice);
        assert_eq!(stage.audited("paper-corrected").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_question_is_struck_for_everybody_who_had_it() {
    on_both(async |db| {
        let (stage, papers, appeal) = filed(db).await;
        stage.letters().await;
        for told in corrected(&stage, &papers, &appeal, true).await {
            assert_eq!((told.points, told.verdict), (Points::ONE, Verdict::Passed));
        }
        assert_eq!(sittings::course_of(&stage, "bekzhan").await.state, CourseState::Practice);
        assert_eq!(stage.audited("paper-corrected").await, 2);
        assert_eq!(stage.letters().await, ["aigul AppealDecided", "bekzhan TheoryTold"]);
    })
    .await;
}

#[tokio::test]
async fn n23_whoever_is_bound_to_the_candidate_looks_at_no_border_result() {
    on_both(async |db| {
        let (stage, papers) = failed(db).await;
        at_border(&stage, &papers[1], None).await;
        let wish = Wish {
            text: "Хочу научиться начинать урок спокойно.".into(),
            goals: vec![],
            rhythm: Rhythm::Weekly,
        };
        let request = actions::requests::send(&stage.context(&newcomer("dana")), &"bekzhan".into(), wish)
            .await
            .unwrap();
        actions::requests::accept(&stage.context(&mentor("bekzhan")), &request).await.unwrap();
        let exam = sittings::paper(&stage, &papers[1]).await.attempt.exam;
        let (pair, head) = (actor("dana", &[Role::Coordinator]), head());
        let look = actions::sittings::look_again;
        let tied = look(&stage.context(&pair), &exam, &papers[1], true, "Жақсы").await;
        assert!(matches!(tied, Err(Failed::Refused(actions::sittings::Refused::Bound))), "{tied:?}");
        look(&stage.context(&head), &exam, &papers[1], true, "Сөйлестік").await.unwrap();
    })
    .await;
}

/// The verdict on Бекжан's paper is the border.
async fn at_border(stage: &Stage, paper: &AttemptId, second: Option<Second>) {
    let kept = sittings::paper(stage, paper).await;
    let on = kept.told.as_ref().and_then(|told| told.on).filter(|_| second.is_some());
    let told = kept.told.clone().map(|told| Told { verdict: Verdict::Border, second, on, ..told });
    let mut tx = stage.db.write().await.unwrap();
    store::attempts::save(&mut tx, &Kept { told, ..kept }).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_looked_a_second_time_does_not_decide_after_points_were_brought() {
    on_both(async |db| {
        let (stage, papers, appeal) = filed(db).await;
        let leader = coordinator();
        let decision =
            Decision {
                by: "gulnafisa".into(), at: stage.now(), reason: "Жауап толық емес.".into()
            };
        at_border(&stage, &papers[1], Some(Second { passed: false, decision })).await;
        let about = About::Theory(papers[1].clone());
        let own = file(&stage.context(&mentor("bekzhan")), &about, &filing()).await.unwrap();
        let [_, told] = corrected(&stage, &papers, &appeal, true).await;
        assert_eq!((told.verdict, told.second.is_none()), (Verdict::Passed, true));
        let mut tx = stage.db.read().await.unwrap();
        let refused = case(&mut tx, &stage.context(&leader), &own).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        assert!(case(&mut tx, &stage.context(&head()), &own).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_second_look_while_its_candidate_is_at_the_retake_helps_or_takes_nothing_away() {
    for (passed, reached) in [(true, CourseState::Practice), (false, CourseState::Admitted)] {
        on_both(async |db| {
            let (stage, papers) = failed(db).await;
            at_border(&stage, &papers[1], None).await;
            let mut tx = stage.db.write().await.unwrap();
            let of = (&"school-12".into(), &"bekzhan".into());
            let mut course = store::courses::of_person(&mut tx, of.0, of.1).await.unwrap().remove(0);
            course.candidate.state = CourseState::Admitted;
            store::courses::save(&mut tx, &course).await.unwrap();
            tx.commit().await.unwrap();
            let exam = sittings::paper(&stage, &papers[1]).await.attempt.exam;
            let leader = coordinator();
            let look = actions::sittings::look_again;
            look(&stage.context(&leader), &exam, &papers[1], passed, "Қарадым.").await.unwrap();
            assert_eq!(sittings::course_of(&stage, "bekzhan").await.state, reached);
            let told = sittings::paper(&stage, &papers[1]).await.told.unwrap();
            assert_eq!((told.passed(), told.on), (Some(passed), Some(stage.today)));
        })
        .await;
    }
}

#[tokio::test]
async fn whoever_examined_does_not_decide_and_a_repeated_practice_has_other_examiners() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let hearing = practised(&stage, "gulnafisa").await;
        let (polina, about) = (actor("polina", &[Role::Teacher]), About::Practice(hearing));
        let appeal = file(&stage.context(&polina), &about, &filing()).await.unwrap();
        assert!(stage.letters().await.iter().any(|letter| letter == "serik AppealFiled"));
        let (leader, head) = (coordinator(), head());
        let partial = decide(&stage.context(&leader), &appeal, None, "Жоқ").await;
        assert!(matches!(partial, Err(Failed::NotFound)), "{partial:?}");
        let mut tx = stage.db.read().await.unwrap();
        let hers = board(&mut tx, &stage.context(&leader)).await.unwrap();
        assert_eq!((hers.waiting.len(), hers.elsewhere, hers.nobodys), (0, 1, 0));
        assert_eq!(pending(&mut tx, &stage.context(&head)).await.unwrap().waiting.len(), 1);
        let outside: Result<_, Failed<Never>> = board(&mut tx, &stage.context(&polina)).await;
        assert!(matches!(outside, Err(Failed::Forbidden)), "{outside:?}");
        drop(tx);
        decide(&stage.context(&head), &appeal, Some(Remedy::Again), "Шу болды.").await.unwrap();
        let course = commissions::course_of(&stage, "polina").await;
        assert_eq!((course.state, course.attempts.practice), (CourseState::Practice, 0));
        let same = commissions::named(&stage, stage.today, &["aigul", "bekzhan"]).await;
        let context = stage.context(&leader);
        let refused = actions::commissions::admit(&context, &same, &"polina".into()).await;
        let found = vec![Conflict { examiner: "aigul".into(), kind: TieKind::Earlier }];
        let why = actions::commissions::Refused::Conflicts { candidate: "polina".into(), found };
        assert!(matches!(&refused, Err(Failed::Refused(seen)) if *seen == why), "{refused:?}");
        let fresh = commissions::named(&stage, stage.today, &["dana", "bekzhan"]).await;
        actions::commissions::admit(&context, &fresh, &"polina".into()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn where_nobody_is_left_to_decide_it_is_said() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let hearing = practised(&stage, "gulnafisa").await;
        let mut tx = stage.db.write().await.unwrap();
        store::people::close_role(&mut tx, &"serik".into(), Role::Head, stage.today).await.unwrap();
        tx.commit().await.unwrap();
        let (polina, about) = (actor("polina", &[Role::Teacher]), About::Practice(hearing));
        file(&stage.context(&polina), &about, &filing()).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert!(!own(&mut tx, &stage.context(&polina), &about).await.unwrap().decidable);
        let shown = board(&mut tx, &stage.context(&coordinator())).await.unwrap();
        assert_eq!((shown.waiting.len(), shown.elsewhere, shown.nobodys), (0, 0, 1));
        assert_eq!(pending(&mut tx, &stage.context(&coordinator())).await.unwrap().nobodys, 1);
        assert_eq!(
            pending(&mut tx, &stage.context(&polina)).await.unwrap().nobodys,
            0,
            "she does not lead the school"
        );
    })
    .await;
}
