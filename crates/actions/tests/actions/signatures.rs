//! Work plans and orders are signed in the system: a chain of three, one signature of the head, one folder for all.

use crate::letters::{change, told};
use crate::made::{House, Said};
use crate::plans::{assigned, coordinator, head, ours};
use crate::reports::{SECRET, approved, press, with_passwords};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::plans::{Turn, add, apply, chain, content_hash, lay_into, make, opened, planned, print, turn};
use actions::reports::Typesetter;
use actions::seals::{Authority, NotCertified, NotSealed, Trust, counted_on, paper_content, seal_paper};
use actions::signatures::{Chosen, NotSigned, remind, sign_all};
use actions::{orders, plans};
use domain::orders::{Council, Minutes, Order, OrderRefused, Reference, State as OrderState};
use domain::people::{Actor, Role};
use domain::plans::{Area, Content, SigningRefused, Standing, Step, When, Whose};
use domain::signatures::Paper;
use domain::{OrderId, PairId, PlanId};
use i18n::Lang;
use jiff::civil::date;
use std::sync::Arc;
use store::testing::on_both;

fn own_words() -> Content {
    Content {
        area: Area::Parents,
        text: Some("Бірге ата-аналар жиналысына дайындалу".into()),
        result: None,
        whose: Whose::Both,
        due: date(2026, 11, 20),
    }
}

async fn made(stage: &Stage, pair: &PairId) -> PlanId {
    let plan = make(&stage.context(&mentor("aigul")), pair).await.unwrap();
    plans::ready(&stage.context(&mentor("aigul")), &plan).await.unwrap();
    plan
}

/// What a plan says now.
async fn seen(stage: &Stage, plan: &PlanId) -> String {
    let mut tx = stage.db.read().await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    content_hash(&plan, &store::plans::items(&mut tx, &plan).await.unwrap()).unwrap()
}

async fn signed_by(stage: &Stage, who: &Actor, plan: &PlanId) -> Result<(), Failed<SigningRefused>> {
    let seen = seen(stage, plan).await;
    plans::sign(&stage.context(who), plan, &seen, SECRET).await
}

/// A plan that its two have signed: the leader is next.
async fn signed_by_both(stage: &Stage, pair: &PairId) -> PlanId {
    let plan = made(stage, pair).await;
    for who in [mentor("aigul"), newcomer("dana")] {
        signed_by(stage, &who, &plan).await.unwrap();
    }
    plan
}

/// How a plan stands, and how many signatures hold.
async fn standing(stage: &Stage, plan: &PlanId) -> (Standing, usize) {
    let mut tx = stage.db.read().await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    let chain = chain(&mut tx, &plan).await.unwrap();
    (chain.signing.standing, chain.signatures.iter().filter(|one| one.void_at.is_none()).count())
}

async fn is_approved(stage: &Stage, plan: &PlanId) -> bool {
    let mut tx = stage.db.read().await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    plans::approved_at(&mut tx, &plan).await.unwrap().is_some()
}

#[tokio::test]
async fn a_plan_is_signed_by_three_in_their_order_and_each_is_told_when_it_is_their_turn() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        stage.letters().await;
        let early = signed_by(&stage, &newcomer("dana"), &plan).await;
        assert!(matches!(early, Err(Failed::Refused(SigningRefused::NotYours))), "{early:?}");
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        assert_eq!(stage.letters().await, ["dana PlanAwaits"], "the form came twice");
        signed_by(&stage, &newcomer("dana"), &plan).await.unwrap();
        assert_eq!(stage.letters().await, ["serik PlanAwaits"]);
        signed_by(&stage, &head(), &plan).await.unwrap();
        assert_eq!(stage.letters().await, ["aigul PlanApproved", "dana PlanApproved"]);
        assert_eq!(standing(&stage, &plan).await, (Standing::Approved, 3));
        assert!(is_approved(&stage, &plan).await);
        assert_eq!((stage.audited("plan-signed").await, stage.audited("plan-approved").await), (3, 1));
        for lang in [Lang::Kk, Lang::Ru] {
            let typesetter = Typesetter::unbounded();
            let printed = print(&stage.context(&head()), &plan, lang, press(&typesetter)).await;
            assert!(printed.unwrap().starts_with(b"%PDF"));
        }
        let other = "UPDATE paper_signatures SET name = '~' || name WHERE place = 2";
        store::testing::spoil(&stage.db, other).await;
        assert!(!is_approved(&stage, &plan).await, "another name stands under it");
        let back = "UPDATE paper_signatures SET name = SUBSTR(name, 2) WHERE place = 2";
        store::testing::spoil(&stage.db, back).await;
        assert!(is_approved(&stage, &plan).await);
        store::testing::spoil(&stage.db, "UPDATE plan_items SET area = 'growth'").await;
        assert!(!is_approved(&stage, &plan).await, "somebody changed the database");
    })
    .await;
}

#[tokio::test]
async fn n12_an_edit_takes_every_signature_off_a_plan_and_a_tick_none() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        let dana = newcomer("dana");
        for who in [mentor("aigul"), dana.clone(), coordinator()] {
            signed_by(&stage, &who, &plan).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let opened = opened(&mut tx, &stage.context(&dana), &plan).await.unwrap().unwrap();
        let item = store::plans::items(&mut tx, &opened.plan).await.unwrap()[0].id.clone();
        drop(tx);
        turn(&stage.context(&dana), &item, Turn::Done).await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Approved, 3), "a tick is no edit");
        assert!(is_approved(&stage, &plan).await);
        stage.letters().await;
        add(&stage.context(&dana), &plan, &own_words()).await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Draft, 0));
        assert_eq!(stage.letters().await, ["aigul PlanUnsigned"]);
        assert_eq!(stage.audited("plan-voided").await, 1);
        let early = signed_by(&stage, &mentor("aigul"), &plan).await;
        assert!(matches!(early, Err(Failed::Refused(SigningRefused::NotOpen))), "{early:?}");
        plans::ready(&stage.context(&mentor("aigul")), &plan).await.unwrap();
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Signed, 1));
    })
    .await;
}

#[tokio::test]
async fn what_a_template_takes_off_is_shown_before_it_is_applied_and_told_to_the_mentor() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        let (school, who) = ("school-12".into(), coordinator());
        let context = stage.context(&who);
        lay_into(&context, &ours(), 0, Step::ClassHour, When::from_word("quarter-2-7")).await.unwrap();
        let shown = async || {
            let mut tx = stage.db.read().await.unwrap();
            let all = planned(&mut tx, &context, &school).await.unwrap();
            (all.iter().filter(|one| one.loses()).count(), actions::plans::seen(&all))
        };
        let (losing, before) = shown().await;
        assert_eq!(losing, 0, "nobody has signed");
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        stage.letters().await;
        let unseen = apply(&context, &school, &before).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "it was signed after it was shown: {unseen:?}");
        let (losing, now) = shown().await;
        assert_eq!(losing, 1);
        assert_eq!(apply(&context, &school, &now).await.unwrap(), 1);
        assert_eq!(standing(&stage, &plan).await, (Standing::Draft, 0));
        assert_eq!(stage.letters().await, ["aigul PlanUnsigned"]);
    })
    .await;
}

#[tokio::test]
async fn a_returned_plan_comes_back_to_its_mentor_with_a_comment() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = signed_by_both(&stage, &pair).await;
        stage.letters().await;
        let (serik, aigul) = (head(), mentor("aigul"));
        let silent = plans::give_back(&stage.context(&serik), &plan, " ").await;
        assert!(matches!(silent, Err(Failed::Refused(SigningRefused::NoComment))), "{silent:?}");
        plans::give_back(&stage.context(&serik), &plan, "Күндерін қараңыз").await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Returned, 0));
        let told = ["aigul PlanReturned", "dana PlanReturned"];
        assert_eq!(stage.letters().await, told, "her signature is void");
        plans::ready(&stage.context(&aigul), &plan).await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Ready, 0));
        assert_eq!(stage.audited("plan-returned").await, 1);
    })
    .await;
}

#[tokio::test]
async fn n08_a_coordinator_does_not_take_off_what_the_head_approved() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        for who in [mentor("aigul"), newcomer("dana"), head()] {
            signed_by(&stage, &who, &plan).await.unwrap();
        }
        let coordinators = plans::give_back(&stage.context(&coordinator()), &plan, "Күндері").await;
        assert!(matches!(coordinators, Err(Failed::Refused(SigningRefused::NotYours))), "{coordinators:?}");
        assert_eq!(standing(&stage, &plan).await, (Standing::Approved, 3));
        stage.letters().await;
        plans::give_back(&stage.context(&head()), &plan, "Күндері").await.unwrap();
        assert_eq!(standing(&stage, &plan).await, (Standing::Returned, 0));
    })
    .await;
}

#[tokio::test]
async fn the_head_who_approved_a_plan_learns_that_another_head_returned_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        for who in [mentor("aigul"), newcomer("dana"), head()] {
            signed_by(&stage, &who, &plan).await.unwrap();
        }
        stage.letters().await;
        let other = actor("gulnafisa", &[Role::Head]);
        plans::give_back(&stage.context(&other), &plan, "Күндері").await.unwrap();
        let told = ["aigul PlanReturned", "dana PlanReturned", "serik PlanReturned"];
        assert_eq!(stage.letters().await, told, "and not whoever returned it");
    })
    .await;
}

/// The schedule looks three times at who is to be reminded today; gives what was promised.
async fn reminded(stage: &Stage) -> Vec<String> {
    let nobody = Actor { roles: vec![], ..actor("schedule", &[]) };
    for _ in 0..3 {
        remind(&stage.context(&nobody)).await.unwrap();
    }
    stage.letters().await
}

#[tokio::test]
async fn n10_whoever_must_act_on_a_plan_is_reminded_once_a_step_and_never_after_it_is_approved() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let none: [&str; 0] = [];
        stage.letters().await;
        // The order is of the 2nd, so the plan is due on the 12th.
        stage.today = date(2026, 11, 5);
        assert_eq!(
            reminded(&stage).await,
            ["aigul SignatureDue"],
            "the law asks for a plan, and there is none"
        );
        assert_eq!(reminded(&stage).await, none, "the step of the ladder is done");
        let plan = make(&stage.context(&mentor("aigul")), &pair).await.unwrap();
        assert_eq!(reminded(&stage).await, ["aigul SignatureDue"], "nobody has said that it is ready");
        stage.today = date(2026, 11, 6);
        assert_eq!(reminded(&stage).await, none, "the step of the ladder is done");
        plans::ready(&stage.context(&mentor("aigul")), &plan).await.unwrap();
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        stage.letters().await;
        for day in [date(2026, 11, 11), date(2026, 11, 12)] {
            stage.today = day;
            assert_eq!(reminded(&stage).await, ["dana SignatureDue"], "{day}");
        }
        signed_by(&stage, &newcomer("dana"), &plan).await.unwrap();
        stage.letters().await;
        for day in [date(2026, 11, 13), date(2026, 11, 20)] {
            stage.today = day;
            assert_eq!(reminded(&stage).await, ["serik SignatureDue"], "{day}");
        }
        signed_by(&stage, &head(), &plan).await.unwrap();
        stage.letters().await;
        for day in [date(2026, 11, 20), date(2026, 11, 27), date(2026, 12, 4)] {
            stage.today = day;
            assert_eq!(reminded(&stage).await, none, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn n10_the_head_is_reminded_of_an_order_by_its_last_day_and_never_after_it_is_signed() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let order = drafted(&stage).await;
        store::testing::spoil(&stage.db, "UPDATE newcomers SET hired_on = '2026-11-02' WHERE id = 'zere'")
            .await;
        stage.letters().await;
        // Five working days after the 2nd.
        for day in [date(2026, 11, 3), date(2026, 11, 8), date(2026, 11, 9), date(2026, 11, 10)] {
            stage.today = day;
            assert_eq!(reminded(&stage).await, ["serik SignatureDue"], "{day}");
        }
        orders::sign(&stage.context(&head()), &order, "121-к", stage.today).await.unwrap();
        stage.letters().await;
        for day in [date(2026, 11, 10), date(2026, 11, 17)] {
            stage.today = day;
            assert!(reminded(&stage).await.is_empty(), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn n10_the_coordinator_is_reminded_of_an_order_that_nobody_has_drafted_and_never_after_it_is() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        store::testing::spoil(&stage.db, "UPDATE newcomers SET hired_on = '2026-11-02' WHERE id = 'zere'")
            .await;
        stage.letters().await;
        let coordinators = |letters: Vec<String>| -> Vec<String> {
            letters.into_iter().filter(|letter| letter.starts_with("gulnafisa")).collect()
        };
        // Five working days after the 2nd; Дана's pair was assigned by an order.
        for day in [date(2026, 11, 3), date(2026, 11, 8), date(2026, 11, 9)] {
            stage.today = day;
            assert_eq!(coordinators(reminded(&stage).await), ["gulnafisa SignatureDue"], "{day}");
        }
        drafted(&stage).await;
        stage.letters().await;
        for day in [date(2026, 11, 10), date(2026, 11, 17)] {
            stage.today = day;
            assert!(coordinators(reminded(&stage).await).is_empty(), "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn n10_the_reminder_of_an_undrafted_order_is_not_written_once_it_is_drafted() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        store::testing::spoil(&stage.db, "UPDATE newcomers SET hired_on = '2026-11-02' WHERE id = 'zere'")
            .await;
        told(&stage).await;
        let nobody = Actor { roles: vec![], ..actor("schedule", &[]) };
        let subject = |told: Vec<(String, String)>| {
            told.into_iter()
                .filter(|(to, _)| to == "gulnafisa")
                .map(|(_, subject)| subject)
                .collect::<Vec<_>>()
        };
        stage.today = date(2026, 11, 8);
        remind(&stage.context(&nobody)).await.unwrap();
        assert_eq!(subject(told(&stage).await).len(), 1);
        stage.today = date(2026, 11, 9);
        remind(&stage.context(&nobody)).await.unwrap();
        drafted(&stage).await;
        assert!(subject(told(&stage).await).is_empty(), "it was drafted after the promise");
    })
    .await;
}

#[tokio::test]
async fn n10_nobody_who_has_left_or_signed_in_between_is_reminded_of_a_signature() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        signed_by(&stage, &mentor("aigul"), &plan).await.unwrap();
        stage.letters().await;
        let nobody = Actor { roles: vec![], ..actor("schedule", &[]) };
        stage.today = date(2026, 11, 11);
        assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 1);
        signed_by(&stage, &newcomer("dana"), &plan).await.unwrap();
        let to = |told: Vec<(String, String)>| told.into_iter().map(|(to, _)| to).collect::<Vec<_>>();
        assert_eq!(
            to(told(&stage).await),
            ["serik"],
            "the reminder is not written any more, her turn is over"
        );
        stage.today = date(2026, 11, 12);
        assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 1);
        let left = Some(stage.today);
        change(&stage, "serik", |person| domain::people::Person { left_on: left, ..person }).await;
        assert!(told(&stage).await.is_empty(), "left after the promise");
        stage.today = date(2026, 11, 13);
        assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), 0, "left before it");
    })
    .await;
}

#[tokio::test]
async fn a_returned_plan_that_comes_back_unchanged_is_read_again_before_the_batch() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        let (aigul, dana, serik) = (mentor("aigul"), newcomer("dana"), head());
        for who in [&aigul, &dana] {
            signed_by(&stage, who, &plan).await.unwrap();
        }
        let context = stage.context(&serik);
        let says = seen(&stage, &plan).await;
        plans::mark_read(&context, &plan, &says).await.unwrap();
        plans::give_back(&context, &plan, "Күндерін қараңыз").await.unwrap();
        plans::ready(&stage.context(&aigul), &plan).await.unwrap();
        for who in [&aigul, &dana] {
            signed_by(&stage, who, &plan).await.unwrap();
        }
        assert_eq!(seen(&stage, &plan).await, says, "nothing was mended");
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        let programme = store::programmes::running(&mut tx, &school, stage.today).await.unwrap().unwrap();
        let waiting = plans::folder(&mut tx, &context, &programme).await.unwrap();
        assert_eq!(waiting.iter().map(|one| one.1).collect::<Vec<_>>(), [false]);
        drop(tx);
        let chosen = Chosen { reports: vec![], papers: vec![Paper::Plan(plan.clone())] };
        let unread = sign_all(&context, &chosen, SECRET).await;
        assert!(matches!(unread, Err(Failed::Refused(NotSigned::Unread(_)))), "{unread:?}");
        assert_eq!(standing(&stage, &plan).await, (Standing::Signed, 2));
    })
    .await;
}

#[tokio::test]
async fn nobody_signs_a_plan_for_another_or_without_proof_or_unseen() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        let now = seen(&stage, &plan).await;
        let aigul = mentor("aigul");
        let wrong = plans::sign(&stage.context(&aigul), &plan, &now, "басқа-құпия").await;
        assert!(matches!(wrong, Err(Failed::Refused(SigningRefused::Wrong))), "{wrong:?}");
        let outdated = plans::sign(&stage.context(&aigul), &plan, "0", SECRET).await;
        assert!(matches!(outdated, Err(Failed::Refused(SigningRefused::Changed))), "{outdated:?}");
        for other in [newcomer("dana"), coordinator(), head()] {
            let context = stage.context(&other);
            let ready = plans::ready(&context, &plan).await;
            assert!(matches!(ready, Err(Failed::Refused(SigningRefused::NotYours))), "{ready:?}");
            let signed = plans::sign(&context, &plan, &now, SECRET).await;
            assert!(matches!(signed, Err(Failed::Refused(SigningRefused::NotYours))), "{signed:?}");
        }
        let stranger = plans::ready(&stage.context(&mentor("bekzhan")), &plan).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        // Whoever is one of the two does not approve their own plan, whatever else they are.
        for who in [&aigul, &newcomer("dana")] {
            signed_by(&stage, who, &plan).await.unwrap();
        }
        let both = actor("aigul", &[Role::Teacher, Role::Mentor, Role::Coordinator]);
        let own = signed_by(&stage, &both, &plan).await;
        assert!(matches!(own, Err(Failed::Refused(SigningRefused::NotYours))), "{own:?}");
        assert_eq!(standing(&stage, &plan).await, (Standing::Signed, 2));
    })
    .await;
}

#[tokio::test]
async fn where_the_head_is_the_mentor_and_nobody_else_coordinates_the_plan_is_approved_on_paper() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = signed_by_both(&stage, &pair).await;
        let left = async || {
            let mut tx = stage.db.read().await.unwrap();
            let opened = opened(&mut tx, &stage.context(&mentor("aigul")), &plan).await.unwrap().unwrap();
            let chain = chain(&mut tx, &opened.plan).await.unwrap();
            plans::is_left_to_paper(&mut tx, &opened, &chain, stage.today).await.unwrap()
        };
        assert!(!left().await, "the head approves it");
        store::testing::spoil(&stage.db, "DELETE FROM roles WHERE role = 'coordinator'").await;
        assert!(!left().await);
        store::testing::spoil(&stage.db, "DELETE FROM roles WHERE role = 'head' AND person_id <> 'serik'")
            .await;
        store::testing::spoil(&stage.db, "UPDATE roles SET person_id = 'aigul' WHERE role = 'head'").await;
        assert!(left().await);
    })
    .await;
}

async fn says(stage: &Stage, id: &OrderId) -> String {
    let mut tx = stage.db.read().await.unwrap();
    let order = store::orders::get(&mut tx, id).await.unwrap().unwrap();
    let sheet = orders::sheet(&mut tx, &order, &head(), stage.today).await.unwrap().unwrap();
    orders::content_hash(&order, &sheet).unwrap()
}

async fn hand(stage: &Stage, id: &OrderId) -> orders::Hand {
    let mut tx = stage.db.read().await.unwrap();
    let order = store::orders::get(&mut tx, id).await.unwrap().unwrap();
    orders::hand(&mut tx, &order).await.unwrap()
}

#[tokio::test]
async fn the_head_signs_an_order_in_the_system_and_what_it_says_is_frozen() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        with_passwords(&stage).await;
        let order = drafted(&stage).await;
        let (serik, on) = (head(), stage.today);
        let seen = says(&stage, &order).await;
        let wrong = orders::sign_here(&stage.context(&serik), &order, ("119-к", on), &seen, "басқа").await;
        assert!(matches!(wrong, Err(Failed::Refused(OrderRefused::Wrong))), "{wrong:?}");
        let outdated = orders::sign_here(&stage.context(&serik), &order, ("119-к", on), "0", SECRET).await;
        assert!(matches!(outdated, Err(Failed::Refused(OrderRefused::Changed))), "{outdated:?}");
        let other =
            orders::sign_here(&stage.context(&coordinator()), &order, ("119-к", on), &seen, SECRET).await;
        assert!(matches!(other, Err(Failed::Forbidden)), "{other:?}");
        orders::sign_here(&stage.context(&serik), &order, ("119-к", on), &seen, SECRET).await.unwrap();
        let orders::Hand::Here(signature) = hand(&stage, &order).await else { panic!("it holds") };
        assert_eq!((signature.by.as_str(), signature.place), ("serik", 0));
        orders::sign_here(&stage.context(&serik), &order, ("119-к", on), &seen, SECRET).await.unwrap();
        let other = orders::sign_here(&stage.context(&serik), &order, ("120-к", on), &seen, SECRET).await;
        assert!(matches!(other, Err(Failed::Refused(OrderRefused::NotDraft))), "{other:?}");
        assert_eq!(stage.audited("order-signed-here").await, 1);
        let letters = stage.letters().await;
        for to in ["bekzhan", "zere"] {
            assert!(letters.contains(&format!("{to} OrderSigned")), "{letters:?}");
        }
        let typesetter = Typesetter::unbounded();
        let printed = orders::print(&stage.context(&serik), &order, Lang::Kk, press(&typesetter)).await;
        assert!(printed.unwrap().starts_with(b"%PDF"));
        let other = "UPDATE orders SET number = '120-к' WHERE number = '119-к'";
        store::testing::spoil(&stage.db, other).await;
        assert_eq!(hand(&stage, &order).await, orders::Hand::Broken, "somebody changed the database");
    })
    .await;
}

#[tokio::test]
async fn n12_whatever_of_an_order_is_changed_after_it_was_signed_its_signature_holds_no_more() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        with_passwords(&stage).await;
        let order = drafted(&stage).await;
        let seen = says(&stage, &order).await;
        // The council met after the head had read it: what was read is not signed.
        let reference = Reference { number: "3".into(), on: stage.today };
        let minutes = Minutes { council: Council::Pedagogical, reference };
        orders::note_minutes(&stage.context(&coordinator()), &order, Some(minutes)).await.unwrap();
        let (serik, on) = (head(), stage.today);
        let late = orders::sign_here(&stage.context(&serik), &order, ("119-к", on), &seen, SECRET).await;
        assert!(matches!(late, Err(Failed::Refused(OrderRefused::Changed))), "{late:?}");
        let seen = says(&stage, &order).await;
        orders::sign_here(&stage.context(&serik), &order, ("119-к", on), &seen, SECRET).await.unwrap();
        assert!(matches!(hand(&stage, &order).await, orders::Hand::Here(_)));
        let changes = [
            ("UPDATE orders SET sheet = REPLACE(sheet, 'Бекжан', 'Болат') WHERE number = '119-к'", "names"),
            (
                "UPDATE orders SET minutes = REPLACE(minutes, '\"3\"', '\"4\"') WHERE number = '119-к'",
                "minutes",
            ),
            ("UPDATE orders SET on_day = '2026-11-02' WHERE number = '119-к'", "date"),
        ];
        for (change, what) in changes {
            let mut tx = stage.db.read().await.unwrap();
            let before = store::orders::get(&mut tx, &order).await.unwrap().unwrap();
            let sheet = store::orders::sheet(&mut tx, &before).await.unwrap().unwrap();
            drop(tx);
            store::testing::spoil(&stage.db, change).await;
            assert_eq!(hand(&stage, &order).await, orders::Hand::Broken, "{what}");
            let mut tx = stage.db.write().await.unwrap();
            let now = store::orders::get(&mut tx, &order).await.unwrap().unwrap();
            let back = Order { version: now.version, ..before };
            store::orders::save(&mut tx, &back, Some(&sheet)).await.unwrap();
            tx.commit().await.unwrap();
            assert!(matches!(hand(&stage, &order).await, orders::Hand::Here(_)), "as it was: {what}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_paper_way_stays_and_asks_for_no_proof() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let order = drafted(&stage).await;
        orders::sign(&stage.context(&head()), &order, "119-к", stage.today).await.unwrap();
        assert_eq!(hand(&stage, &order).await, orders::Hand::Paper);
        assert_eq!(stage.audited("order-signed-here").await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_proof_signs_all_that_was_opened_and_nothing_else() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = signed_by_both(&stage, &pair).await;
        let order = drafted(&stage).await;
        let serik = head();
        let context = stage.context(&serik);
        let papers = vec![Paper::Plan(plan.clone()), Paper::Order(order.clone())];
        let chosen = Chosen { reports: vec![], papers };
        plans::mark_read(&context, &plan, &seen(&stage, &plan).await).await.unwrap();
        let unread = sign_all(&context, &chosen, SECRET).await;
        let Err(Failed::Refused(why)) = unread else { panic!("the order was not opened") };
        assert_eq!(why.about(), Some(order.as_str()));
        assert_eq!(standing(&stage, &plan).await, (Standing::Signed, 2), "all or none");
        let says = says(&stage, &order).await;
        let future = orders::mark_read(&context, &order, ("7-к", date(2027, 1, 1)), &says).await;
        assert!(matches!(future, Err(Failed::Refused(OrderRefused::BadDate))), "{future:?}");
        orders::mark_read(&context, &order, ("7-к", stage.today), &says).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        let programme = store::programmes::running(&mut tx, &school, stage.today).await.unwrap().unwrap();
        let waiting = orders::folder(&mut tx, &context, &programme).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].read, Some(("7-к".to_owned(), stage.today)));
        assert!(plans::folder(&mut tx, &context, &programme).await.unwrap().iter().all(|one| one.1));
        drop(tx);
        assert_eq!(sign_all(&context, &chosen, SECRET).await.unwrap(), 2);
        assert_eq!(standing(&stage, &plan).await, (Standing::Approved, 3));
        let mut tx = stage.db.read().await.unwrap();
        let signed = store::orders::get(&mut tx, &order).await.unwrap().unwrap();
        assert!(matches!(signed.state, OrderState::Signed(entry) if entry.number == "7-к"));
    })
    .await;
}

#[tokio::test]
async fn one_paper_that_is_refused_is_named_and_the_others_are_signed_without_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = signed_by_both(&stage, &pair).await;
        let order = drafted(&stage).await;
        let serik = head();
        let context = stage.context(&serik);
        plans::mark_read(&context, &plan, &seen(&stage, &plan).await).await.unwrap();
        let says = says(&stage, &order).await;
        orders::mark_read(&context, &order, ("7-к", stage.today), &says).await.unwrap();
        let reference = Reference { number: "3".into(), on: stage.today };
        let minutes = Minutes { council: Council::Pedagogical, reference };
        orders::note_minutes(&stage.context(&coordinator()), &order, Some(minutes)).await.unwrap();
        let both = vec![Paper::Plan(plan.clone()), Paper::Order(order.clone())];
        let refused = sign_all(&context, &Chosen { reports: vec![], papers: both }, SECRET).await;
        let Err(Failed::Refused(why)) = refused else { panic!("{refused:?}") };
        assert_eq!(why, NotSigned::Order(order.clone(), OrderRefused::Changed));
        assert_eq!(why.about(), Some(order.as_str()));
        let one = Chosen { reports: vec![], papers: vec![Paper::Plan(plan.clone())] };
        assert_eq!(sign_all(&context, &one, SECRET).await.unwrap(), 1);
        assert_eq!(standing(&stage, &plan).await, (Standing::Approved, 3));
    })
    .await;
}

#[tokio::test]
async fn what_would_be_refused_in_the_batch_is_said_when_an_order_is_read() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let order = drafted(&stage).await;
        let mut tx = stage.db.write().await.unwrap();
        let draft = store::orders::get(&mut tx, &order).await.unwrap().unwrap();
        let twin = Order { id: "twin".into(), code: "AAAAA-BBBBB".into(), ..draft };
        store::orders::add(&mut tx, &twin, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let serik = head();
        let context = stage.context(&serik);
        let (first, second) = (says(&stage, &order).await, says(&stage, &twin.id).await);
        orders::mark_read(&context, &order, ("7-к", stage.today), &first).await.unwrap();
        let same = orders::mark_read(&context, &twin.id, ("7-к", stage.today), &second).await;
        assert!(matches!(same, Err(Failed::Refused(OrderRefused::NumberTaken))), "{same:?}");
        orders::mark_read(&context, &order, ("7-к", stage.today), &first).await.unwrap();
        orders::mark_read(&context, &twin.id, ("8-к", stage.today), &second).await.unwrap();
        store::testing::spoil(
            &stage.db,
            "UPDATE pairs SET state = 'ended', ended_at = 1 WHERE newcomer_id = 'zere'",
        )
        .await;
        let ended = orders::mark_read(&context, &order, ("7-к", stage.today), &first).await;
        assert!(matches!(ended, Err(Failed::Refused(OrderRefused::PairChanged))), "{ended:?}");
    })
    .await;
}

/// A draft of the order that names Бекжан the provisional mentor of Зере.
async fn drafted(stage: &Stage) -> OrderId {
    let (zere, bekzhan) = ("zere".into(), "bekzhan".into());
    actions::newcomers::name_provisional(&stage.context(&coordinator()), &zere, &bekzhan).await.unwrap();
    let drafts = orders::prepare(&stage.context(&coordinator()), &"school-12".into()).await.unwrap();
    drafts[0].clone()
}

#[tokio::test]
async fn reports_keep_the_chain_that_they_had() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let report = approved(&stage, &pair).await;
        let mut tx = stage.db.read().await.unwrap();
        let report = store::reports::get(&mut tx, &report).await.unwrap().unwrap();
        let signatures = store::reports::signatures(&mut tx, &report).await.unwrap();
        assert_eq!(signatures.len(), 3);
        for (before, after) in signatures.iter().zip(&signatures[1..]) {
            assert_eq!(after.before, before.hash);
        }
        assert!(actions::reports::verify(&mut tx, &report.code).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_qualified_signature_stands_beside_the_heads_own_and_is_void_with_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let plan = made(&stage, &pair).await;
        for who in [mentor("aigul"), newcomer("dana"), head()] {
            signed_by(&stage, &who, &plan).await.unwrap();
        }
        let (house, serik) = (House::new("Орталық"), head());
        let mut trust = Trust::default();
        assert_eq!(trust.add(house.root().as_bytes()), Some(1));
        let authority = Authority::Certificates(Arc::new(trust));
        let (context, school) = (stage.context(&serik), "school-12".into());
        let paper = Paper::Plan(plan.clone());
        let text = paper_content(&context, &paper).await.unwrap();
        let said = Said { time: Some(stage.now()), valid: None, twist: None };
        let mut tx = stage.db.read().await.unwrap();
        let signed = store::plans::get(&mut tx, &plan).await.unwrap().unwrap();
        for item in store::plans::items(&mut tx, &signed).await.unwrap() {
            for lang in [Lang::Kk, Lang::Ru] {
                let (step, result) = plans::words(lang, item.step, &item.content);
                assert!(text.contains(&step) && text.contains(&result), "people's words are signed: {step}");
            }
        }
        drop(tx);
        let file = house.signed(text.as_bytes(), &said);
        seal_paper(&context, &authority, &paper, &file).await.unwrap();
        let counted = async || {
            let mut tx = stage.db.read().await.unwrap();
            counted_on(&mut tx, &school, &paper).await.unwrap()
        };
        assert_eq!((counted().await, stage.audited("plan-sealed").await), (1, 1));
        store::testing::spoil(&stage.db, "UPDATE paper_signatures SET content = '~' || content").await;
        assert_eq!(counted().await, 0, "somebody changed the database");
        store::testing::spoil(&stage.db, "UPDATE paper_signatures SET content = SUBSTR(content, 2)").await;
        let stranger = paper_content(&stage.context(&coordinator()), &paper).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "who has not signed has nothing to seal");
        let order = Paper::Order(drafted(&stage).await);
        let draft = paper_content(&context, &order).await;
        assert!(matches!(draft, Err(Failed::NotFound)), "a draft says nothing yet");
        let Paper::Order(id) = &order else { panic!("an order") };
        let seen = says(&stage, id).await;
        orders::sign_here(&context, id, ("119-к", stage.today), &seen, SECRET).await.unwrap();
        let other = seal_paper(&context, &authority, &order, &file).await;
        assert!(matches!(other, Err(Failed::Refused(NotSealed::File(NotCertified::OtherDocument)))));
        let text = paper_content(&context, &order).await.unwrap();
        let file = house.signed(text.as_bytes(), &said);
        seal_paper(&context, &authority, &order, &file).await.unwrap();
        assert_eq!(stage.audited("order-sealed").await, 1);
        add(&stage.context(&newcomer("dana")), &plan, &own_words()).await.unwrap();
        assert_eq!(counted().await, 0, "an edit takes both off");
    })
    .await;
}
