//! Judges of a cut: who is asked, what each sees, and what becomes of what they said.

use crate::plans::coordinator;
use crate::sittings::{admit, at, keep, planned, single, staged};
use crate::stage::{Stage, mentor, teacher};
use actions::panels::{
    Called, Refused, Spread, ask, bear, board, close, discuss, judge, release, renew, take,
};
use actions::sittings::{Bar, Paper, Planned, begin, plan};
use actions::{Failed, Never};
use domain::ExamId;
use domain::courses::State as CourseState;
use domain::exams::{Bearable, CutRefused, Method, NotAdmitted, PanelRefused, PanelState, SittingRefused};
use domain::questions::{Language, Points};
use std::collections::BTreeMap;
use store::testing::on_both;

/// Who judges, with the share that each gives to both questions.
const JUDGES: [(&str, u8); 3] = [("polina", 60), ("serik", 75), ("zere", 90)];

fn both(share: u8) -> BTreeMap<u32, u8> {
    [(1, share), (2, share)].into()
}

/// A planned sitting with three judges.
async fn asked(stage: &Stage) -> ExamId {
    let leader = coordinator();
    let id = plan(&stage.context(&leader), &planned(stage)).await.unwrap();
    for (person, _) in JUDGES {
        ask(&stage.context(&leader), &id, &person.into()).await.unwrap();
    }
    id
}

async fn all_hand_in(stage: &Stage, id: &ExamId) {
    for (person, share) in JUDGES {
        judge(&stage.context(&teacher(person)), id, &both(share), true).await.unwrap();
    }
}

/// Both rounds are over.
async fn closed(stage: &Stage) -> ExamId {
    let (id, leader) = (asked(stage).await, coordinator());
    all_hand_in(stage, &id).await;
    discuss(&stage.context(&leader), &id).await.unwrap();
    all_hand_in(stage, &id).await;
    close(&stage.context(&leader), &id).await.unwrap();
    id
}

async fn sitting(stage: &Stage, id: &ExamId) -> domain::exams::Sitting {
    store::sittings::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn seen(stage: &Stage, id: &ExamId, who: &str) -> actions::panels::Seen {
    let mut tx = stage.db.read().await.unwrap();
    actions::panels::open(&mut tx, &stage.context(&teacher(who)), id, Language::Ru).await.unwrap()
}

fn panel_says(refused: &Result<(), Failed<Refused>>, why: &PanelRefused) {
    assert!(matches!(refused, Err(Failed::Refused(Refused::Panel(found))) if found == why), "{refused:?}");
}

#[tokio::test]
async fn what_judges_came_to_is_the_cut_until_the_sitting_begins() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (closed(&stage).await, coordinator());
        take(&stage.context(&leader), &id).await.unwrap();
        take(&stage.context(&leader), &id).await.unwrap();
        let cut = sitting(&stage, &id).await.cuts.valid().cloned().unwrap();
        // 1.2, 1.5 and 1.8: the mean 1.5 is 2 whole points; s = .3, SE = .3/√3.
        let Method::Panel { judges, error } = cut.method else { panic!("{cut:?}") };
        assert_eq!(judges, [12_000_000, 15_000_000, 18_000_000].map(Points::from_parts));
        assert_eq!((cut.points, error.hundredths()), (Points::whole(2), 17));
        assert_eq!(stage.audited("panel-taken").await, 1);
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        let late = take(&at(&stage, &leader, 1), &id).await;
        panel_says(&late, &PanelRefused::NotHere);
        let moved = judge(&at(&stage, &teacher("polina"), 1), &id, &both(5), true).await;
        panel_says(&moved, &PanelRefused::NotHere);
    })
    .await;
}

#[tokio::test]
async fn a_cut_is_not_taken_when_the_window_has_come() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (closed(&stage).await, coordinator());
        let late = take(&at(&stage, &leader, 0), &id).await;
        let frozen = Refused::Sitting(SittingRefused::Cut(CutRefused::Frozen));
        assert!(matches!(&late, Err(Failed::Refused(why)) if *why == frozen), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_no_judge_learns_who_said_what() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (asked(&stage).await, coordinator());
        all_hand_in(&stage, &id).await;
        assert!(seen(&stage, &id, "polina").await.questions.iter().all(|one| one.spread.is_none()));
        let mut tx = stage.db.read().await.unwrap();
        let before = board(&mut tx, &stage.context(&leader), &id, Language::Ru).await.unwrap();
        assert!(before.apart.is_empty() && before.outcome.is_none(), "nothing before the round is over");
        drop(tx);
        discuss(&stage.context(&leader), &id).await.unwrap();
        let others = seen(&stage, &id, "polina").await;
        assert_eq!(others.questions[0].own, Some(60));
        assert_eq!(others.questions[0].spread, Some(Spread { mean: 83, low: 75, high: 90 }), "of the others");
        // Somebody changes the own share: nobody sees it before the end.
        judge(&stage.context(&teacher("zere")), &id, &both(40), true).await.unwrap();
        assert_eq!(seen(&stage, &id, "polina").await.questions[0].spread, others.questions[0].spread);
        let mut tx = stage.db.read().await.unwrap();
        let board = board(&mut tx, &stage.context(&leader), &id, Language::Ru).await.unwrap();
        let words = format!("{:?}", (&board.apart, &board.outcome));
        for (person, _) in JUDGES {
            assert!(!words.contains(person), "{words}");
        }
        assert_eq!(board.apart.len(), 2, "60 and 90 lie far apart");
    })
    .await;
}

#[tokio::test]
async fn n08_questions_are_open_to_judges_alone() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = asked(&stage).await;
        for who in [teacher("dana"), coordinator(), mentor("aigul")] {
            let mut tx = stage.db.read().await.unwrap();
            let refused = actions::panels::open(&mut tx, &stage.context(&who), &id, Language::Ru).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{who:?}");
            drop(tx);
            let refused = judge(&stage.context(&who), &id, &both(50), false).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        }
        let refused = ask(&stage.context(&teacher("serik")), &id, &"dana".into()).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        let seen = seen(&stage, &id, "serik").await;
        assert_eq!(seen.questions[0].choices, ["директор", "завуч"], "by the alphabet");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_in_the_course_does_not_judge_and_whoever_judged_does_not_write() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (asked(&stage).await, coordinator());
        let refused = ask(&stage.context(&leader), &id, &"aigul".into()).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::BadJudge))), "{refused:?}");
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        admit(&stage, "polina", CourseState::Admitted).await;
        let writes = actions::attempts::open(&at(&stage, &mentor("polina"), 1), &id, Language::Ru).await;
        assert!(matches!(writes, Err(Failed::Refused(NotAdmitted::Judged))), "{writes:?}");
        let bar = Bar::Agreed(Points::whole(2));
        let same_bank = plan(&stage.context(&leader), &Planned { bar, ..planned(&stage) }).await.unwrap();
        begin(&at(&stage, &leader, 0), &same_bank).await.unwrap();
        let writes =
            actions::attempts::open(&at(&stage, &mentor("polina"), 1), &same_bank, Language::Ru).await;
        assert!(
            matches!(writes, Err(Failed::Refused(NotAdmitted::Judged))),
            "the same questions: {writes:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn n08_a_judge_who_begins_the_course_reads_no_question_any_more() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = asked(&stage).await;
        admit(&stage, "polina", CourseState::Discussion).await;
        let polina = teacher("polina");
        let context = stage.context(&polina);
        let mut tx = stage.db.read().await.unwrap();
        let refused = actions::panels::open(&mut tx, &context, &id, Language::Ru).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        assert_eq!(actions::panels::to_judge(&mut tx, &context).await.unwrap(), []);
        let other = actions::panels::to_judge(&mut tx, &stage.context(&teacher("zere"))).await.unwrap();
        assert_eq!(other.len(), 1);
        drop(tx);
        let refused = judge(&context, &id, &both(50), false).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_round_waits_for_three_and_for_everybody() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (asked(&stage).await, coordinator());
        panel_says(&discuss(&stage.context(&leader), &id).await, &PanelRefused::Waits(3));
        let one = judge(&stage.context(&teacher("polina")), &id, &[(1, 60)].into(), true).await;
        panel_says(&one, &PanelRefused::Missing(1));
        release(&stage.context(&leader), &id, &"polina".into()).await.unwrap();
        release(&stage.context(&leader), &id, &"polina".into()).await.unwrap();
        assert_eq!(stage.audited("panel-released").await, 1);
        panel_says(&discuss(&stage.context(&leader), &id).await, &PanelRefused::TooFew);
        ask(&stage.context(&leader), &id, &"polina".into()).await.unwrap();
        all_hand_in(&stage, &id).await;
        panel_says(&release(&stage.context(&leader), &id, &"polina".into()).await, &PanelRefused::NotHere);
        discuss(&stage.context(&leader), &id).await.unwrap();
        discuss(&stage.context(&leader), &id).await.unwrap();
        assert_eq!(stage.audited("panel-discussed").await, 1);
        assert_eq!(stage.audited("panel-handed-in").await, 3);
    })
    .await;
}

#[tokio::test]
async fn other_questions_are_judged_anew() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (closed(&stage).await, coordinator());
        keep(&stage, vec![single("Третий вопрос")]).await;
        panel_says(&take(&stage.context(&leader), &id).await, &PanelRefused::OtherBank);
        actions::sittings::renew(&stage.context(&leader), &id).await.unwrap();
        panel_says(&take(&stage.context(&leader), &id).await, &PanelRefused::OtherBank);
        renew(&stage.context(&leader), &id).await.unwrap();
        renew(&stage.context(&leader), &id).await.unwrap();
        let polina = seen(&stage, &id, "polina").await;
        assert_eq!((polina.state, polina.questions.len()), (PanelState::First, 3));
        assert!(polina.questions.iter().all(|one| one.own.is_none()), "{polina:?}");
    })
    .await;
}

#[tokio::test]
async fn figures_of_few_questions_say_why_they_are_not_shown() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (closed(&stage).await, coordinator());
        let mut tx = stage.db.read().await.unwrap();
        let board = board(&mut tx, &stage.context(&leader), &id, Language::Ru).await.unwrap();
        let outcome = board.outcome.unwrap();
        assert_eq!((outcome.called, outcome.mean.hundredths()), (Called::AngoffOfFew, 150));
        assert!(outcome.agreement.is_err(), "two questions are too few for a coefficient");
        assert_eq!(outcome.apart, (2, 2));
    })
    .await;
}

#[tokio::test]
async fn what_judges_would_bear_is_a_check_and_moves_no_cut() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (id, leader) = (asked(&stage).await, coordinator());
        let good = Bearable { cut: (1, 2), fail: (5, 40) };
        let bad = Bearable { cut: (2, 1), ..good };
        panel_says(&bear(&stage.context(&teacher("polina")), &id, bad).await, &PanelRefused::Bounds);
        bear(&stage.context(&teacher("polina")), &id, good).await.unwrap();
        bear(&stage.context(&teacher("polina")), &id, good).await.unwrap();
        let before = sitting(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let found = actions::panels::check(&mut tx, &before, &[]).await.unwrap();
        assert!(found.is_some_and(|figure| figure.is_err()), "one judge is too few");
        drop(tx);
        for person in ["serik", "zere"] {
            bear(&stage.context(&teacher(person)), &id, good).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let found = actions::panels::check(&mut tx, &before, &[]).await.unwrap();
        assert!(found.is_some_and(|figure| figure.is_err()), "nobody has written");
        let none = board(&mut tx, &stage.context(&leader), &id, Language::Ru).await;
        assert!(!matches!(none, Err(Failed::<Never>::NotFound)));
        drop(tx);
        assert_eq!(sitting(&stage, &id).await.cuts, before.cuts);
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        let aigul = mentor("aigul");
        actions::attempts::open(&at(&stage, &aigul, 1), &id, Language::Ru).await.unwrap();
        let runs = sitting(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let mut papers = Paper::all(&mut tx, &runs, at(&stage, &leader, 2).now).await.unwrap();
        assert!(actions::panels::check(&mut tx, &runs, &papers).await.unwrap().is_some());
        papers[0].marked.waiting.push(2);
        let open = actions::panels::check(&mut tx, &runs, &papers).await.unwrap();
        assert!(open.is_none(), "a text without points is no nought");
    })
    .await;
}
