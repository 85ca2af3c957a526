//! A change of mentor without blame: asked in confidence, decided by the coordinator, on the usual way to an order.

use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::handovers::{Change, all_decidable, ask, carry_out, own, print, readers, stay, take_back};
use actions::orders::{prepare, sign};
use domain::calendar::Period;
use domain::handovers::{AskRefused, ChangeRefused, NotOpen, State as Handing};
use domain::orders::OrderRefused;
use domain::pairs::{AppointRefused, Origin, Pair, State};
use domain::people::Role;
use domain::sides::Side;
use domain::{Day, HandoverId, PairId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

const REASON: &str = "Обе ведут математику в одном классе.";
const BEGUN: Day = date(2026, 11, 2);
const TODAY: Day = date(2026, 11, 20);

async fn pair_of(stage: &Stage, id: &PairId) -> Pair {
    store::pairs::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// Both consent, the order is prepared and signed with this date; gives what the head is told.
async fn ordered(stage: &Stage, pair: &PairId, number: &str, on: Day) -> Result<(), Failed<OrderRefused>> {
    let pair = pair_of(stage, pair).await;
    let mut tx = stage.db.write().await.unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &pair, side, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let drafts = prepare(&stage.context(&coordinator()), &"school-12".into()).await.unwrap();
    assert_eq!(drafts.len(), 1);
    sign(&stage.context(&actor("serik", &[Role::Head])), &drafts[0], number, on).await
}

/// Дана and Айгүл are a pair by order since 2 November; today is the 20th.
async fn assigned(db: store::Db) -> (Stage, PairId) {
    let mut stage = Stage::new(db).await;
    stage.today = BEGUN;
    let pair = Pair {
        id: "pair".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: Some(1),
        origin: Origin::Ranked,
        state: State::Published,
        since: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
    ordered(&stage, &pair.id, "118-к", BEGUN).await.unwrap();
    stage.today = TODAY;
    (stage, pair.id)
}

fn to_bekzhan(last_day: Day) -> Change {
    Change { last_day, mentor: "bekzhan".into(), agreed: true, reason: REASON.into() }
}

async fn letters(stage: &Stage) -> i64 {
    store::jobs::waiting(&mut stage.db.read().await.unwrap()).await.unwrap()
}

async fn state_of(stage: &Stage, id: &HandoverId) -> Handing {
    store::handovers::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap().state
}

#[tokio::test]
async fn either_asks_the_coordinator_reads_it_and_nobody_is_told() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let before = letters(&stage).await;
        for asker in [newcomer("dana"), mentor("aigul")] {
            let context = stage.context(&asker);
            let id = ask(&context, &pair, Some(" Разные часы. ")).await.unwrap();
            assert_eq!(ask(&context, &pair, Some("Разные часы.")).await.unwrap(), id, "the form came twice");
            let another = ask(&context, &pair, None).await;
            assert!(matches!(another, Err(Failed::Refused(AskRefused::AlreadyAsked))), "{another:?}");
            let held = pair_of(&stage, &pair).await;
            let mine = own(&mut stage.db.read().await.unwrap(), &context, &held).await.unwrap().unwrap();
            assert_eq!((mine.id, mine.note.as_deref()), (id, Some("Разные часы.")));
        }
        assert_eq!(letters(&stage).await, before);
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        let seen = all_decidable(&mut tx, &stage.context(&coordinator()), &programme).await.unwrap();
        assert_eq!(seen.len(), 2);
        let other = actor("aigul", &[Role::Mentor, Role::Coordinator]);
        let seen = all_decidable(&mut tx, &stage.context(&other), &programme).await.unwrap();
        assert_eq!(seen.len(), 1, "her own, and not what Дана asked");
        assert_eq!(seen[0].0.asked_by, Side::Mentor);
        for nobody in [actor("serik", &[Role::Head]), newcomer("dana"), mentor("bekzhan")] {
            let seen = all_decidable(&mut tx, &stage.context(&nobody), &programme).await.unwrap();
            assert_eq!(seen, [], "{nobody:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_log_names_nobody_who_asked() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let id = ask(&stage.context(&newcomer("dana")), &pair, Some("Разные часы.")).await.unwrap();
        take_back(&stage.context(&newcomer("dana")), &pair).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_school(&mut tx, &"school-12".into(), i64::MAX, 2).await.unwrap();
        for line in lines {
            assert!(line.what.starts_with("handover-"), "{line:?}");
            assert_eq!((line.actor, line.subject.as_str(), line.detail.as_str()), (None, id.as_str(), ""));
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_is_gone_and_may_be_asked_again() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let dana = newcomer("dana");
        let first = ask(&stage.context(&dana), &pair, Some("Разные часы.")).await.unwrap();
        let by_other = take_back(&stage.context(&mentor("aigul")), &pair).await;
        assert!(matches!(by_other, Err(Failed::Refused(NotOpen))), "as if there were none: {by_other:?}");
        take_back(&stage.context(&dana), &pair).await.unwrap();
        let back = store::handovers::get(&mut stage.db.read().await.unwrap(), &first).await.unwrap().unwrap();
        assert_eq!(back.note, None);
        let late = carry_out(&stage.context(&coordinator()), &first, &to_bekzhan(TODAY)).await;
        assert!(matches!(late, Err(Failed::Refused(ChangeRefused::NotOpen))), "{late:?}");
        assert_ne!(ask(&stage.context(&dana), &pair, None).await.unwrap(), first);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_leaves_the_pair_and_both_may_ask_again() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let id = ask(&stage.context(&mentor("aigul")), &pair, None).await.unwrap();
        for nobody in [actor("serik", &[Role::Head]), mentor("aigul"), newcomer("dana")] {
            let hidden = stay(&stage.context(&nobody), &id).await;
            assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        }
        stay(&stage.context(&coordinator()), &id).await.unwrap();
        assert!(matches!(state_of(&stage, &id).await, Handing::Stayed { .. }));
        assert!(matches!(pair_of(&stage, &pair).await.state, State::Assigned(_)));
        ask(&stage.context(&mentor("aigul")), &pair, None).await.unwrap();
        assert_eq!(stage.audited("pair-ended").await, 0);
    })
    .await;
}

#[tokio::test]
async fn where_only_the_other_one_coordinates_nobody_could_read_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let mut tx = stage.db.write().await.unwrap();
        store::people::close_role(&mut tx, &"gulnafisa".into(), Role::Coordinator, TODAY).await.unwrap();
        store::people::open_role(&mut tx, &"aigul".into(), Role::Coordinator, TODAY).await.unwrap();
        tx.commit().await.unwrap();
        let refused = ask(&stage.context(&newcomer("dana")), &pair, None).await;
        assert!(matches!(refused, Err(Failed::Refused(AskRefused::NobodyReads))), "{refused:?}");
        ask(&stage.context(&mentor("aigul")), &pair, None).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        assert_eq!(readers(&mut tx, &school, &"dana".into(), TODAY).await.unwrap(), ["aigul".into()]);
    })
    .await;
}

#[tokio::test]
async fn a_pair_without_an_order_is_left_by_stepping_back_and_for_others_there_is_no_pair() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        for other in [newcomer("zere"), mentor("bekzhan"), coordinator()] {
            let hidden = ask(&stage.context(&other), &pair, None).await;
            assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        }
        let ended = pair_of(&stage, &pair).await.end(TODAY, stage.now()).unwrap();
        let mut tx = stage.db.write().await.unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
        tx.commit().await.unwrap();
        let refused = ask(&stage.context(&newcomer("dana")), &pair, None).await;
        assert!(matches!(refused, Err(Failed::Refused(AskRefused::NotAssigned))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn n05_a_change_ends_the_old_period_and_the_order_begins_the_new_one_on_the_next_day() {
    on_both(async |db| {
        let (mut stage, old) = assigned(db).await;
        let asked = ask(&stage.context(&newcomer("dana")), &old, None).await.unwrap();
        let too = ask(&stage.context(&mentor("aigul")), &old, None).await.unwrap();
        let before = letters(&stage).await;
        let new = carry_out(&stage.context(&coordinator()), &asked, &to_bekzhan(TODAY)).await.unwrap();
        assert_eq!(letters(&stage).await - before, 4, "two that it ended, two that the new one is published");
        for id in [&asked, &too] {
            assert!(matches!(state_of(&stage, id).await, Handing::CarriedOut { into, .. } if into == new));
        }
        let ended = pair_of(&stage, &old).await;
        assert_eq!((ended.place, ended.assignment().unwrap().period.last_day()), (None, Some(TODAY)));
        let published = pair_of(&stage, &new).await;
        assert_eq!((published.state, published.mentor.as_str()), (State::Published, "bekzhan"));
        assert_eq!(published.origin, Origin::Appointed { reason: REASON.into() });
        let again = carry_out(&stage.context(&coordinator()), &asked, &to_bekzhan(TODAY)).await;
        assert!(matches!(again, Err(Failed::Refused(ChangeRefused::NotOpen))), "{again:?}");
        // On the last day itself an order would give two mentors to one day.
        let same_day = ordered(&stage, &new, "120-к", TODAY).await;
        assert!(matches!(same_day, Err(Failed::Refused(OrderRefused::Overlaps))), "{same_day:?}");
        stage.today = date(2026, 11, 21);
        let mut tx = stage.db.read().await.unwrap();
        let drafts =
            store::orders::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
        drop(tx);
        let draft = drafts.iter().find(|order| order.state == domain::orders::State::Draft).unwrap();
        assert_eq!(draft.kind, domain::orders::Kind::Replacing);
        let serik = actor("serik", &[Role::Head]);
        sign(&stage.context(&serik), &draft.id, "120-к", stage.today).await.unwrap();
        let period = pair_of(&stage, &new).await.assignment().unwrap().period;
        let old = pair_of(&stage, &old).await.assignment().unwrap().period;
        assert_eq!(Some(period.from), old.until);
        assert!(!period.overlaps(&old));
    })
    .await;
}

#[tokio::test]
async fn n05_a_change_dated_back_leaves_no_day_with_two_mentors() {
    on_both(async |db| {
        let (stage, old) = assigned(db).await;
        let asked = ask(&stage.context(&newcomer("dana")), &old, None).await.unwrap();
        let context = coordinator();
        let context = stage.context(&context);
        let early = carry_out(&context, &asked, &to_bekzhan(date(2026, 11, 1))).await;
        let from = BEGUN;
        assert!(
            matches!(early, Err(Failed::Refused(ChangeRefused::BeforeFirstDay { from: day })) if day == from),
            "{early:?}"
        );
        let ahead = carry_out(&context, &asked, &to_bekzhan(date(2026, 11, 21))).await;
        assert!(matches!(ahead, Err(Failed::Refused(ChangeRefused::AfterToday))), "{ahead:?}");
        let new = carry_out(&context, &asked, &to_bekzhan(BEGUN)).await.unwrap();
        ordered(&stage, &new, "120-к", date(2026, 11, 3)).await.unwrap();
        let periods = [
            pair_of(&stage, &old).await.assignment().unwrap().period,
            pair_of(&stage, &new).await.assignment().unwrap().period,
        ];
        assert_eq!(periods[0], Period { from: BEGUN, until: Some(date(2026, 11, 3)) });
        assert_eq!(periods[1].from, date(2026, 11, 3));
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_refused_leaves_everything_as_it_was() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let asked = ask(&stage.context(&newcomer("dana")), &pair, None).await.unwrap();
        let before = store::testing::contents(&stage.db).await;
        let good = to_bekzhan(TODAY);
        for (change, why) in [
            (Change { agreed: false, ..good.clone() }, ChangeRefused::NotAgreed),
            (Change { mentor: "aigul".into(), ..good.clone() }, ChangeRefused::SameMentor),
            (
                Change { reason: "надо".into(), ..good.clone() },
                ChangeRefused::New(AppointRefused::ReasonTooShort),
            ),
        ] {
            let refused = carry_out(&stage.context(&coordinator()), &asked, &change).await;
            assert!(matches!(refused, Err(Failed::Refused(found)) if found == why), "{why:?}");
        }
        let strange = Change { mentor: "nobody".into(), ..good };
        let unknown = carry_out(&stage.context(&coordinator()), &asked, &strange).await;
        assert!(matches!(unknown, Err(Failed::NotFound)), "{unknown:?}");
        assert_eq!(store::testing::contents(&stage.db).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_full_mentor_takes_nobody_and_the_old_one_stays() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let full = Pair {
            id: "full".into(),
            newcomer: "zere".into(),
            mentor: "bekzhan".into(),
            state: State::Published,
            ..pair_of(&stage, &pair).await
        };
        let mut tx = stage.db.write().await.unwrap();
        let mut one_place = store::mentors::get(&mut tx, &"bekzhan".into()).await.unwrap().unwrap();
        one_place.card.places = 1;
        store::mentors::save(&mut tx, &one_place).await.unwrap();
        store::pairs::add(&mut tx, &full).await.unwrap();
        tx.commit().await.unwrap();
        let asked = ask(&stage.context(&newcomer("dana")), &pair, None).await.unwrap();
        let refused = carry_out(&stage.context(&coordinator()), &asked, &to_bekzhan(TODAY)).await;
        let why = ChangeRefused::New(AppointRefused::MentorFull);
        assert!(matches!(refused, Err(Failed::Refused(found)) if found == why), "{refused:?}");
        assert!(matches!(pair_of(&stage, &pair).await.state, State::Assigned(_)));
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_prints_the_application_and_the_other_one_learns_nothing() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        ask(&stage.context(&newcomer("dana")), &pair, Some("Разные часы.")).await.unwrap();
        for lang in [Lang::Kk, Lang::Ru] {
            let pdf = print(&stage.context(&newcomer("dana")), &pair, lang).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
        for nobody in [mentor("aigul"), coordinator(), actor("serik", &[Role::Head]), newcomer("zere")] {
            let none = print(&stage.context(&nobody), &pair, Lang::Ru).await;
            assert!(matches!(none, Err(Failed::NotFound)), "{nobody:?}");
        }
        take_back(&stage.context(&newcomer("dana")), &pair).await.unwrap();
        let gone = print(&stage.context(&newcomer("dana")), &pair, Lang::Kk).await;
        assert!(matches!(gone, Err(Failed::NotFound)));
    })
    .await;
}
