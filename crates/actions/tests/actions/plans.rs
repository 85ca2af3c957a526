//! The work plan of a pair: made from the template, changed by both, with a history.

use crate::editions::officer;
use crate::reports::press;
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::formsets::Whose as Keeper;
use actions::orders::{prepare, sign};
use actions::plans::{
    Turn, add, add_own, apply, change, kept, lay_into, lay_own, make, opened, planned, print, seen, turn,
    typed, words,
};
use actions::reports::Typesetter;
use actions::{Failed, Never};
use domain::pairs::Pair;
use domain::people::{Actor, Role};
use domain::plans::{
    Area, Content, Deed, Effect, Field, Item, Left, Line, Own, OwnRefused, PlanRefused, Step, When, Whose,
};
use domain::sides::Side;
use domain::{PairId, PlanId};
use i18n::Lang;
use jiff::civil::date;
use store::Db;
use store::testing::on_both;

/// The school keeps its template.
pub(crate) fn ours() -> Keeper {
    Keeper::School("school-12".into())
}

pub(crate) fn head() -> Actor {
    actor("serik", &[Role::Head])
}

pub(crate) fn coordinator() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

/// Дана and Айгүл chose each other and have an order since 2 November; today is the 3rd.
pub(crate) async fn assigned(db: Db) -> (Stage, PairId) {
    let mut stage = Stage::new(db).await;
    let wish = domain::requests::Wish {
        text: "Хочу научиться начинать урок спокойно.".into(),
        goals: vec![],
        rhythm: domain::requests::Rhythm::Weekly,
    };
    let request =
        actions::requests::send(&stage.context(&newcomer("dana")), &"aigul".into(), wish).await.unwrap();
    let pair = actions::requests::accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
    stage.today = date(2026, 11, 2);
    let mut tx = stage.db.write().await.unwrap();
    let published = pair_of(&mut tx, &pair).await.publish().unwrap();
    store::pairs::save(&mut tx, &published).await.unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &published, side, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let drafts = prepare(&stage.context(&coordinator()), &"school-12".into()).await.unwrap();
    sign(&stage.context(&head()), &drafts[0], "118-к", stage.today).await.unwrap();
    stage.today = date(2026, 11, 3);
    (stage, pair)
}

async fn pair_of(tx: &mut store::Tx, id: &PairId) -> Pair {
    store::pairs::get(tx, id).await.unwrap().unwrap()
}

async fn made(stage: &Stage, pair: &PairId) -> PlanId {
    make(&stage.context(&mentor("aigul")), pair).await.unwrap()
}

async fn items(stage: &Stage, plan: &PlanId) -> Vec<Item> {
    let mut tx = stage.db.read().await.unwrap();
    let plan = store::plans::get(&mut tx, plan).await.unwrap().unwrap();
    store::plans::items(&mut tx, &plan).await.unwrap()
}

fn own_words() -> Content {
    Content {
        area: Area::Parents,
        text: Some("Бірге ата-аналар жиналысына дайындалу".into()),
        result: None,
        whose: Whose::Both,
        due: date(2026, 11, 20),
    }
}

#[tokio::test]
async fn a_plan_is_made_once_with_the_steps_of_the_template() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let again = make(&stage.context(&newcomer("dana")), &pair).await.unwrap();
        assert_eq!(again, plan);
        let items = items(&stage, &plan).await;
        assert!(items.len() >= 12, "{}", items.len());
        assert_eq!((items[0].step, items[0].content.due), (Some(Step::Rhythm), date(2026, 11, 6)));
        assert_eq!(stage.audited("plan-made").await, 1);
    })
    .await;
}

#[tokio::test]
async fn both_change_and_the_history_tells_who_changed_what_from_what_to_what() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let step = add(&stage.context(&dana), &plan, &own_words()).await.unwrap();
        assert_eq!(
            add(&stage.context(&dana), &plan, &own_words()).await.unwrap(),
            step,
            "the form came twice"
        );
        let moved = Content { due: date(2026, 11, 27), whose: Whose::Newcomer, ..own_words() };
        change(&stage.context(&aigul), &step, 0, &moved).await.unwrap();
        for what in [Turn::Done, Turn::Done, Turn::Reopen, Turn::Remove, Turn::Restore] {
            turn(&stage.context(&dana), &step, what).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let opened = opened(&mut tx, &stage.context(&dana), &plan).await.unwrap().unwrap();
        let changes = store::plans::changes(&mut tx, &opened.plan).await.unwrap();
        let deeds: Vec<Deed> = changes.iter().map(|change| change.deed).collect();
        let wanted = [Deed::Restored, Deed::Removed, Deed::Reopened, Deed::Done, Deed::Changed, Deed::Added];
        assert_eq!(deeds, wanted, "the latest first, nothing twice");
        let moving = &changes[4];
        let (was, became) = (moving.was.as_ref().unwrap(), moving.became.as_ref().unwrap());
        assert_eq!((moving.by.as_str(), was.differences(became)), ("aigul", vec![Field::Whose, Field::Due]));
        drop(tx);
        assert_eq!(stage.audited("plan-item-changed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_the_other_one_has_changed_is_not_overwritten_unseen() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let step = add(&stage.context(&newcomer("dana")), &plan, &own_words()).await.unwrap();
        let hers = Content { due: date(2026, 11, 27), ..own_words() };
        change(&stage.context(&mentor("aigul")), &step, 0, &hers).await.unwrap();
        let mine = Content { due: date(2026, 12, 4), ..own_words() };
        let late = change(&stage.context(&newcomer("dana")), &step, 0, &mine).await;
        assert!(matches!(late, Err(Failed::Changed)), "{late:?}");
        change(&stage.context(&newcomer("dana")), &step, 0, &hers).await.unwrap();
        change(&stage.context(&newcomer("dana")), &step, 1, &mine).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn leaders_read_and_do_not_write_and_for_others_it_is_not_there() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let step = items(&stage, &plan).await[0].id.clone();
        for leader in [coordinator(), head()] {
            let context = stage.context(&leader);
            let mut tx = stage.db.read().await.unwrap();
            assert!(opened(&mut tx, &context, &plan).await.unwrap().is_some());
            drop(tx);
            assert!(matches!(add(&context, &plan, &own_words()).await, Err(Failed::Forbidden)));
            assert!(matches!(turn(&context, &step, Turn::Done).await, Err(Failed::Forbidden)));
        }
        let typesetter = Typesetter::unbounded();
        for other in [mentor("bekzhan"), newcomer("zere")] {
            let context = stage.context(&other);
            assert!(matches!(make(&context, &pair).await, Err(Failed::NotFound)));
            assert!(matches!(add(&context, &plan, &own_words()).await, Err(Failed::NotFound)));
            assert!(matches!(turn(&context, &step, Turn::Remove).await, Err(Failed::NotFound)));
            let printed = print(&context, &plan, Lang::Kk, press(&typesetter)).await;
            assert!(matches!(printed, Err(Failed::NotFound)));
        }
    })
    .await;
}

#[tokio::test]
async fn without_an_order_there_is_no_plan_and_after_the_pair_it_stands_still() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let mut tx = stage.db.write().await.unwrap();
        let ended = pair_of(&mut tx, &pair).await.end(stage.today, stage.now()).unwrap();
        store::pairs::save(&mut tx, &ended).await.unwrap();
        tx.commit().await.unwrap();
        let late = add(&stage.context(&newcomer("dana")), &plan, &own_words()).await;
        assert!(matches!(late, Err(Failed::Refused(PlanRefused::NotAssigned))), "{late:?}");
        let typesetter = Typesetter::unbounded();
        for lang in [Lang::Kk, Lang::Ru] {
            let printed = print(&stage.context(&head()), &plan, lang, press(&typesetter)).await;
            assert!(printed.unwrap().starts_with(b"%PDF"));
        }
    })
    .await;
}

#[test]
fn words_that_are_the_templates_in_one_language_stay_the_templates_in_all() {
    let plain = Content { text: None, ..own_words() };
    let (text, result) = words(Lang::Ru, Some(Step::Journal), &plain);
    let form = Content { text: Some(text), result: Some(result), ..own_words() };
    assert_eq!(typed(Lang::Ru, Some(Step::Journal), form.clone()), plain);
    let cleared = Content { result: None, ..form };
    let kept = typed(Lang::Ru, Some(Step::Journal), cleared);
    assert_eq!((kept.text, kept.result.as_deref()), (None, Some("")), "nothing is said on purpose");
    assert_eq!(typed(Lang::Ru, None, own_words()), own_words());
}

/// What the coordinator sees of the template's effect: its lines, and the hash of what is shown.
async fn shown(stage: &Stage) -> (Vec<Effect>, String) {
    let who = coordinator();
    let mut tx = stage.db.read().await.unwrap();
    let all = planned(&mut tx, &stage.context(&who), &"school-12".into()).await.unwrap();
    let hash = seen(&all);
    (all.into_iter().flat_map(|one| one.effects).collect(), hash)
}

#[tokio::test]
async fn a_changed_template_is_shown_then_applied_and_leaves_what_people_changed() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (school, who, aigul) = ("school-12".into(), coordinator(), mentor("aigul"));
        let context = stage.context(&who);
        lay_into(&context, &ours(), 0, Step::Event, None).await.unwrap();
        let plan = made(&stage, &pair).await;
        assert!(items(&stage, &plan).await.iter().all(|item| item.step != Some(Step::Event)));
        assert_eq!(shown(&stage).await.0, [], "a new plan stands as its template says");
        let edited = items(&stage, &plan).await.into_iter().find(|item| item.step == Some(Step::TwoLevels));
        let edited = edited.unwrap();
        let own = Content { text: Some("Өз сөзіміз".into()), ..edited.content.clone() };
        change(&stage.context(&aigul), &edited.id, edited.version, &own).await.unwrap();
        for (at, (step, week)) in
            [(Step::Event, "quarter-3-5"), (Step::ClassHour, "quarter-2-7"), (Step::TwoLevels, "quarter-2-7")]
                .into_iter()
                .enumerate()
        {
            let version = u16::try_from(at + 1).unwrap();
            lay_into(&context, &ours(), version, step, When::from_word(week)).await.unwrap();
        }
        let late = lay_into(&context, &ours(), 1, Step::Around, None).await;
        assert!(matches!(late, Err(Failed::Changed)), "{late:?}");
        let before = items(&stage, &plan).await;
        let (effects, hash) = shown(&stage).await;
        assert_eq!(effects.iter().filter(|one| one.changes()).count(), 2, "{effects:?}");
        assert_eq!(items(&stage, &plan).await, before, "to look changes nothing");
        let other = apply(&context, &school, "another hash").await;
        assert!(matches!(other, Err(Failed::Changed)), "{other:?}");
        let denied = apply(&stage.context(&aigul), &school, &hash).await;
        assert!(matches!(denied, Err(Failed::Forbidden | Failed::NotFound)), "{denied:?}");
        assert_eq!(apply(&context, &school, &hash).await.unwrap(), 1);
        assert_eq!(apply(&context, &school, &hash).await.unwrap(), 0, "the form came twice");
        let after = items(&stage, &plan).await;
        let of = |step: Step| after.iter().find(|item| item.step == Some(step)).unwrap();
        assert_eq!((of(Step::TwoLevels).content.clone(), after.len()), (own, before.len() + 1));
        assert_eq!(of(Step::ClassHour).content.due, date(2026, 12, 18));
        let audited =
            (stage.audited("plan-template-changed").await, stage.audited("plan-template-applied").await);
        assert_eq!(audited, (4, 1));
        lay_into(&context, &ours(), 4, Step::ClassHour, When::from_word("quarter-2-6")).await.unwrap();
        let (_, hash) = shown(&stage).await;
        apply(&context, &school, &hash).await.unwrap();
        let back = items(&stage, &plan).await.into_iter().find(|item| item.step == Some(Step::ClassHour));
        assert_eq!(back.unwrap().content.due, date(2026, 12, 11), "the way back is the old week");
    })
    .await;
}

/// What a school writes into its template; the id is given when it is kept.
fn museum() -> Own {
    let text = "Мектеп мұражайында бір сабақ өткізу".into();
    Own { id: "".into(), area: Area::Duties, whose: Whose::Both, text }
}

#[tokio::test]
async fn a_step_of_the_schools_own_is_shown_applied_moved_and_stays_with_people_when_it_is_taken_off() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (school, who) = ("school-12".into(), coordinator());
        let context = stage.context(&who);
        let plan = made(&stage, &pair).await;
        let before = items(&stage, &plan).await.len();
        let week = |word| When::from_word(word).unwrap();
        for _ in 0..2 {
            // The form came twice.
            add_own(&context, &ours(), 0, &museum(), week("quarter-2-4")).await.unwrap();
        }
        assert_eq!(stage.audited("plan-template-changed").await, 1);
        let silent = Own { text: " ".into(), ..museum() };
        let refused = add_own(&context, &ours(), 1, &silent, week("quarter-2-4")).await;
        assert!(matches!(refused, Err(Failed::Refused(OwnRefused::NoWords))), "{refused:?}");
        let (effects, hash) = shown(&stage).await;
        let [Effect::Added(Line::Own(own), _)] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(items(&stage, &plan).await.len(), before, "to look changes nothing");
        apply(&context, &school, &hash).await.unwrap();
        let made_of = |items: Vec<Item>| items.into_iter().find(|item| item.own.as_ref() == Some(&own.id));
        let laid = made_of(items(&stage, &plan).await).unwrap();
        assert_eq!((laid.step, laid.content.text.as_ref()), (None, Some(&museum().text)));
        assert_eq!(shown(&stage).await.0, [], "the plan stands as its template says");
        lay_own(&context, &ours(), 1, &own.id, Some(week("quarter-2-6"))).await.unwrap();
        let (_, hash) = shown(&stage).await;
        apply(&context, &school, &hash).await.unwrap();
        assert!(made_of(items(&stage, &plan).await).unwrap().content.due > laid.content.due);
        for _ in 0..2 {
            lay_own(&context, &ours(), 2, &own.id, None).await.unwrap();
        }
        let late = lay_own(&context, &ours(), 2, &own.id, Some(week("quarter-2-7"))).await;
        assert!(matches!(late, Err(Failed::Changed)), "{late:?}");
        let (effects, _) = shown(&stage).await;
        assert!(matches!(effects[..], [Effect::Left(Line::Own(_), Left::Gone)]), "{effects:?}");
        assert!(made_of(items(&stage, &plan).await).is_some(), "only people take steps away");
    })
    .await;
}

#[tokio::test]
async fn a_school_starts_from_the_template_of_its_district_until_it_changes_something_itself() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (saule, district) = (officer(), Keeper::District("district".into()));
        let plan = made(&stage, &pair).await;
        let week = When::from_word;
        let by = stage.context(&saule);
        lay_into(&by, &district, 0, Step::ClassHour, week("quarter-2-7")).await.unwrap();
        add_own(&by, &district, 1, &museum(), week("quarter-2-4").unwrap()).await.unwrap();
        let unseen = lay_into(&by, &district, 1, Step::Event, None).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        let before = items(&stage, &plan).await;
        let (effects, hash) = shown(&stage).await;
        assert_eq!(effects.iter().filter(|one| one.changes()).count(), 2, "{effects:?}");
        assert_eq!(items(&stage, &plan).await, before, "the school sees it first");
        let leads = coordinator();
        apply(&stage.context(&leads), &"school-12".into(), &hash).await.unwrap();
        assert_eq!(items(&stage, &plan).await.len(), before.len() + 1);
        lay_into(&stage.context(&leads), &ours(), 0, Step::ClassHour, week("quarter-2-6")).await.unwrap();
        lay_into(&by, &district, 2, Step::ClassHour, week("quarter-2-5")).await.unwrap();
        let (version, own) =
            kept::<Never>(&mut stage.db.read().await.unwrap(), &stage.context(&leads), &ours())
                .await
                .unwrap();
        let step = own.steps().iter().find(|(step, _)| *step == Step::ClassHour).unwrap();
        assert_eq!((version, step.1), (1, week("quarter-2-6")), "its own from now on");
        assert_eq!(own.own().len(), 1, "with what the district wrote");
        for (who, whose) in [(&leads, &district), (&saule, &ours())] {
            let denied = lay_into(&stage.context(who), whose, 0, Step::Event, None).await;
            assert!(matches!(denied, Err(Failed::NotFound)), "{denied:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_but_whoever_keeps_forms_writes_into_the_template() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let week = When::from_word("quarter-2-4").unwrap();
        for other in [head(), mentor("aigul"), newcomer("dana")] {
            let written = add_own(&stage.context(&other), &ours(), 0, &museum(), week).await;
            assert!(matches!(written, Err(Failed::Forbidden | Failed::NotFound)), "{written:?}");
            let off = lay_own(&stage.context(&other), &ours(), 0, &"one".into(), None).await;
            assert!(matches!(off, Err(Failed::Forbidden | Failed::NotFound)), "{off:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_steps_of_a_plan_are_a_table_in_the_words_of_the_reader_and_nobody_elses() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let plan = made(&stage, &pair).await;
        let standing = items(&stage, &plan).await.iter().filter(|item| !item.removed).count();
        for (lang, heading) in [(Lang::Kk, "Күтілетін нәтиже"), (Lang::Ru, "Ожидаемый результат")]
        {
            let aigul = mentor("aigul");
            let context = stage.context(&aigul);
            let list = actions::plans::list(&context, &plan, lang).await.unwrap();
            let file = list.table(&context, actions::rosters::exporting::Form::Csv).unwrap();
            let read = String::from_utf8(file.bytes).unwrap();
            assert!(read.contains(heading), "{read}");
            assert_eq!(read.lines().count(), standing + 1, "{read}");
        }
        let other = actions::plans::list(&stage.context(&mentor("bekzhan")), &plan, Lang::Kk).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}
