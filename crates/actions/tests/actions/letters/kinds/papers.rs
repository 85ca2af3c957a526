//! Orders, reports and plans, of which letters tell.

use super::super::delivered;
use super::pairs::{end_pairs, make_pair};
use super::{AT, PRIVATE};
use crate::stage::{Stage, actor};
use actions::orders::{prepare, sign};
use domain::calendar::Period;
use domain::formsets::{Added, Answers};
use domain::pairs::{Assignment, Origin, State as PairState};
use domain::people::Role;
use domain::sides::Side;
use jiff::civil::date;

pub(super) async fn make_order(stage: &mut Stage, number: usize) -> String {
    stage.today = date(2026, 11, 2);
    let id = make_pair(stage, number, Origin::Ranked, PairState::Published).await;
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &id.as_str().into()).await.unwrap().unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &pair, side, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (coordinator, head) = (actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head]));
    let drafts = prepare(&stage.context(&coordinator), &"school-12".into()).await.unwrap();
    sign(&stage.context(&head), &drafts[0], "41-ж", stage.today).await.unwrap();
    let both = delivered(stage).await;
    assert_eq!(both.len(), 2, "the order tells both");
    drafts[0].to_string()
}

/// Айгүл's half-year report, signed by her where somebody is next; gives its id, or the step of its last day.
pub(super) async fn make_report(
    stage: &mut Stage,
    number: usize,
    how: domain::reports::State,
    due: bool,
) -> String {
    use domain::reports::{Content, Facts, Form, Kind, Report, Signature, State as Reporting, Term};
    stage.today = date(2026, 12, 25);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let facts = Facts {
        from: date(2026, 8, 15),
        until: stage.today,
        newcomer: None,
        mentor: None,
        order: None,
        lists: vec![],
        figures: vec![],
    };
    let words = [("result".to_owned(), PRIVATE.to_owned())].into();
    let report = Report {
        id: format!("report-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Mentor,
        term: Term::Half,
        pair: Some(pair.as_str().into()),
        author: "aigul".into(),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-{number}"),
        form: Form::usual(Kind::Mentor, Term::Half),
        draft: [("result".to_owned(), PRIVATE.to_owned())].into(),
        content: (how != Reporting::Draft).then_some(Content { facts, words, at: AT }),
        state: how,
        made_at: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::reports::add(&mut tx, &Report { state: Reporting::Draft, ..report.clone() }).await.unwrap();
    store::reports::save(&mut tx, &report).await.unwrap();
    if how == Reporting::Signed {
        let signature = Signature {
            place: 0,
            by: "aigul".into(),
            name: PRIVATE.into(),
            at: AT,
            content: String::new(),
            before: String::new(),
            hash: String::new(),
            void_at: None,
        };
        store::reports::sign(&mut tx, &report, &signature).await.unwrap();
    }
    let school = "school-12".into();
    store::reports::set_used(&mut tx, &school, Kind::Mentor, Some(stage.now())).await.unwrap();
    tx.commit().await.unwrap();
    if due { format!("mentor:half:{pair}:0") } else { report.id.to_string() }
}

/// A work plan of Дана and Айгүл, signed by as many as are told.
pub(super) async fn make_plan(
    stage: &mut Stage,
    number: usize,
    how: domain::plans::Standing,
    given: usize,
) -> String {
    use domain::plans::{Kind, Plan as WorkPlan, Signer, Signing};
    use domain::signatures::{Paper, Signature};
    stage.today = date(2026, 12, 25);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    let pair = make_pair(stage, number, Origin::Ranked, assigned).await;
    let plan = WorkPlan {
        id: format!("plan-{number}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Work,
        newcomer: "dana".into(),
        pair: Some(pair.as_str().into()),
        number: u16::try_from(number).unwrap(),
        code: format!("CODE-PLAN-{number}"),
        made_at: stage.now(),
        made_by: "aigul".into(),
        added: domain::formsets::Added::default(),
        answers: domain::formsets::Answers::new(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::plans::add(&mut tx, &plan).await.unwrap();
    let signing = Signing { standing: how, comment: Some(PRIVATE.into()), version: 0 };
    store::plans::signings::save(&mut tx, &plan, &signing).await.unwrap();
    for signer in Signer::ALL.into_iter().take(given) {
        let signature = Signature {
            place: signer.place(),
            by: if signer == Signer::Newcomer { "dana" } else { "aigul" }.into(),
            name: PRIVATE.into(),
            at: AT,
            content: String::new(),
            before: String::new(),
            hash: String::new(),
            void_at: None,
        };
        let paper = Paper::Plan(plan.id.clone());
        store::signatures::sign(&mut tx, &plan.school, &paper, &signature).await.unwrap();
    }
    tx.commit().await.unwrap();
    plan.id.to_string()
}

/// A draft order on Зере, and the day on which the head is reminded of it.
pub(super) async fn make_draft(stage: &mut Stage) -> String {
    stage.today = date(2026, 11, 2);
    let coordinator = actor("gulnafisa", &[Role::Coordinator]);
    let context = stage.context(&coordinator);
    let (zere, bekzhan) = ("zere".into(), "bekzhan".into());
    actions::newcomers::name_provisional(&context, &zere, &bekzhan).await.unwrap();
    let drafts = prepare(&context, &"school-12".into()).await.unwrap();
    delivered(stage).await;
    format!("order:{}:2026-09-01", drafts[0])
}

/// Дана's development plan with an open goal, of which somebody may have written.
pub(super) async fn make_goals(stage: &mut Stage, number: usize, by: Option<&str>) -> String {
    use domain::difficulties::Season;
    use domain::goals::{Aim, Goal, Review as Said, State as Standing};
    use domain::plans::{Kind, Plan as Developing};
    stage.today = date(2027, 1, 8);
    let mut tx = stage.db.write().await.unwrap();
    end_pairs(&mut tx, stage).await;
    tx.commit().await.unwrap();
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    make_pair(stage, number, Origin::Ranked, assigned).await;
    let plan = Developing {
        id: "development".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        kind: Kind::Development,
        newcomer: "dana".into(),
        pair: None,
        number: 1,
        code: "CODE-DEVELOPMENT".into(),
        made_at: stage.now(),
        made_by: "dana".into(),
        added: Added::default(),
        answers: Answers::default(),
        version: 0,
    };
    let (text, seen) = (PRIVATE.to_owned(), PRIVATE.to_owned());
    let goal = Goal {
        id: "goal".into(),
        school: plan.school.clone(),
        plan: plan.id.clone(),
        aim: Aim {
            topic: None,
            text,
            seen,
            by: date(2027, 2, 1),
            strengths: Some(PRIVATE.to_owned()),
            support: Some(PRIVATE.to_owned()),
        },
        state: Standing::Open,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    if store::plans::get(&mut tx, &plan.id).await.unwrap().is_none() {
        store::plans::add(&mut tx, &plan).await.unwrap();
        store::goals::add(&mut tx, &goal).await.unwrap();
    }
    if let Some(by) = by {
        let (school, plan, words) = (plan.school.clone(), plan.id.clone(), PRIVATE.to_owned());
        let (season, at) = (Season::January, stage.now());
        let review = Said { school, plan, season, by: by.into(), words, mark: None, at };
        store::goals::review(&mut tx, &review).await.unwrap();
    }
    tx.commit().await.unwrap();
    format!("{} january", plan.id)
}
