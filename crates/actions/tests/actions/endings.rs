//! The planned end of a pair: a last day for one or for all, closing words that open together, what falls away.

use crate::letters::{delivered, told};
use crate::plans::{assigned, coordinator, head};
use crate::reports::press;
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::endings::{
    Closing, Turn, Wish, closing, end_pause, evaluations, extend, extending, keep, pause, plan, plan_all,
    print, take_back, take_turn,
};
use actions::meetings::{Answer, Proposal, answer, propose};
use actions::orders::{prepare, sheet, sign};
use actions::reports::Typesetter;
use actions::schedules::Schedule;
use domain::contacts::Kind;
use domain::endings::{
    Cause, ExtendRefused, PauseRefused, PlanRefused, Progress, Reason, TakeBackRefused, Words, WriteRefused,
};
use domain::meetings::{Meeting, Refused, Span, State as Met};
use domain::newcomers::Standing;
use domain::orders::{Ground, Kind as OrderKind, OrderRefused};
use domain::pairs::{Pair, State};
use domain::people::{Actor, Role};
use domain::sides::Side;
use domain::{Day, OrderId, PairId};
use i18n::Lang;
use jiff::civil::{date, time};
use store::testing::on_both;

const LAST: Day = date(2026, 12, 4);
const BEFORE: Span = Span { day: date(2026, 12, 1), at: time(15, 0, 0, 0), minutes: 30 };
const AFTER: Span = Span { day: date(2026, 12, 8), ..BEFORE };

async fn pair_of(stage: &Stage, id: &PairId) -> Pair {
    store::pairs::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn seen(stage: &Stage, who: &Actor, id: &PairId) -> Option<Closing> {
    let pair = pair_of(stage, id).await;
    let mut tx = stage.db.read().await.unwrap();
    let programme = store::programmes::get(&mut tx, &pair.school, &pair.programme).await.unwrap().unwrap();
    closing(&mut tx, &stage.context(who), &pair, &programme).await.unwrap()
}

async fn agreed(stage: &Stage, pair: &PairId, span: Span) {
    let proposal = Proposal { kind: Kind::Talk, span, topic: None, place: None, link: None, weeks: 1 };
    let id = propose(&stage.context(&newcomer("dana")), pair, &proposal).await.unwrap();
    let yes = Answer::Accept { seen: span, with: &[] };
    answer(&stage.context(&mentor("aigul")), &id, yes).await.unwrap();
}

async fn meetings(stage: &Stage, pair: &PairId) -> Vec<Meeting> {
    let mut tx = stage.db.read().await.unwrap();
    store::meetings::of_pair(&mut tx, &"school-12".into(), pair).await.unwrap()
}

fn thanks(text: &str) -> Words {
    Words { thanks: Some(text.into()), in_letter: true, ..Words::default() }
}

/// Runs the schedule that closes pairs; gives how many it closed.
async fn closed(stage: &Stage) -> usize {
    Schedule::ClosePairs.run(&stage.db, &stage.ids, stage.now()).await.unwrap()
}

#[tokio::test]
async fn n17_what_was_planned_after_the_last_day_falls_away_and_both_are_told() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        agreed(&stage, &pair, BEFORE).await;
        agreed(&stage, &pair, AFTER).await;
        delivered(&stage).await;
        let named = plan(&stage.context(&coordinator()), &pair, LAST, Reason::Workload).await;
        named.unwrap();
        let states: Vec<Met> = meetings(&stage, &pair).await.into_iter().map(|one| one.state).collect();
        assert_eq!(states, [Met::Agreed, Met::Withdrawn]);
        let people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        for person in ["dana", "aigul"] {
            assert_eq!(people.iter().filter(|one| *one == person).count(), 2, "the day and the meeting");
        }
        let late = Proposal { kind: Kind::Talk, span: AFTER, topic: None, place: None, link: None, weeks: 1 };
        let refused = propose(&stage.context(&newcomer("dana")), &pair, &late).await;
        let why = Refused::TooLate { work_until: LAST };
        assert!(matches!(&refused, Err(Failed::Refused(one)) if *one == why), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_pair_closes_by_its_day_once_and_is_told() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        delivered(&stage).await;
        stage.today = LAST;
        assert_eq!(closed(&stage).await, 0, "the last day is still theirs");
        stage.today = date(2026, 12, 5);
        assert_eq!((closed(&stage).await, closed(&stage).await), (1, 0));
        let ended = pair_of(&stage, &pair).await;
        assert!(matches!(ended.state, State::Ended { .. }));
        assert_eq!(ended.assignment().unwrap().period.last_day(), Some(LAST));
        assert_eq!(told(&stage).await.len(), 2);
        assert_eq!(stage.audited("pair-ended").await, 1);
        let back = take_back(&stage.context(&coordinator()), &pair).await;
        assert!(matches!(back, Err(Failed::Refused(TakeBackRefused::NotOpen))), "{back:?}");
    })
    .await;
}

#[tokio::test]
async fn the_day_can_be_changed_and_taken_back_and_a_form_sent_twice_counts_once() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let who = coordinator();
        delivered(&stage).await;
        for _ in 0..2 {
            plan(&stage.context(&who), &pair, LAST, Reason::Planned).await.unwrap();
        }
        assert_eq!(delivered(&stage).await.len(), 2);
        stage.today = date(2026, 11, 4);
        plan(&stage.context(&who), &pair, date(2026, 12, 11), Reason::Planned).await.unwrap();
        let letters = delivered(&stage).await;
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().all(|letter| letter.subject.contains("11")), "{:?}", letters[0].subject);
        take_back(&stage.context(&who), &pair).await.unwrap();
        assert_eq!(delivered(&stage).await.len(), 2);
        stage.today = date(2026, 12, 14);
        assert_eq!(closed(&stage).await, 0, "the pair goes on");
        let counts = ["ending-planned", "ending-changed", "ending-taken-back"];
        for what in counts {
            assert_eq!(stage.audited(what).await, 1, "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn one_day_for_all_is_named_once_and_only_the_coordinator_names_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let school = "school-12".into();
        for nobody in [newcomer("dana"), mentor("aigul"), head()] {
            let context = stage.context(&nobody);
            assert!(matches!(plan_all(&context, &school, LAST).await, Err(Failed::Forbidden)));
            assert!(matches!(plan(&context, &pair, LAST, Reason::Other).await, Err(Failed::Forbidden)));
            assert!(matches!(take_back(&context, &pair).await, Err(Failed::Forbidden)));
        }
        let who = coordinator();
        let context = stage.context(&who);
        let past = plan_all(&context, &school, date(2026, 11, 2)).await;
        assert!(matches!(past, Err(Failed::Refused(PlanRefused::Past))), "{past:?}");
        assert_eq!(plan_all(&context, &school, LAST).await.unwrap(), 1);
        assert_eq!(plan_all(&context, &school, LAST).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn closing_words_open_when_both_have_written_and_then_stay() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let early = keep(&stage.context(&dana), &pair, None, &thanks("Рақмет.")).await;
        assert!(matches!(early, Err(Failed::Refused(WriteRefused::NotYet { .. }))), "{early:?}");
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        delivered(&stage).await;
        for _ in 0..2 {
            keep(&stage.context(&dana), &pair, None, &thanks("Рақмет.")).await.unwrap();
        }
        keep(&stage.context(&dana), &pair, Some(0), &thanks("Көп рақмет.")).await.unwrap();
        let lost = keep(&stage.context(&dana), &pair, Some(0), &thanks("Басқа сөз.")).await;
        assert!(matches!(lost, Err(Failed::Changed)), "{lost:?}");
        let before = seen(&stage, &aigul, &pair).await.unwrap();
        assert!(before.theirs.is_none() && !before.read);
        assert_eq!(delivered(&stage).await, []);
        let evaluation = Some("Көбірек уақыт керек.".to_owned());
        let hers = Words { evaluation, worked: Some("Сабақ талдау".into()), ..Words::default() };
        keep(&stage.context(&aigul), &pair, None, &hers).await.unwrap();
        let open = seen(&stage, &aigul, &pair).await.unwrap();
        assert_eq!(open.theirs.unwrap().thanks.as_deref(), Some("Көп рақмет."));
        let theirs = seen(&stage, &dana, &pair).await.unwrap().theirs.unwrap();
        assert_eq!((theirs.worked.as_deref(), theirs.evaluation), (Some("Сабақ талдау"), None));
        assert_eq!(told(&stage).await.len(), 2, "each learns that there is something to read");
        let late = keep(&stage.context(&dana), &pair, Some(1), &thanks("Басқа сөз.")).await;
        assert!(matches!(late, Err(Failed::Refused(WriteRefused::Read))), "{late:?}");
        for nobody in [coordinator(), head(), mentor("bekzhan"), newcomer("zere")] {
            assert!(seen(&stage, &nobody, &pair).await.is_none());
            let denied = keep(&stage.context(&nobody), &pair, None, &thanks("Мен.")).await;
            assert!(matches!(denied, Err(Failed::NotFound)), "{denied:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_evaluation_comes_to_coordinators_who_are_not_the_other_one() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        let words = Words { evaluation: Some("Сабақтары көп.".into()), ..Words::default() };
        keep(&stage.context(&newcomer("dana")), &pair, None, &words).await.unwrap();
        let held = pair_of(&stage, &pair).await;
        let mut tx = stage.db.read().await.unwrap();
        let both = actor("aigul", &[Role::Mentor, Role::Coordinator]);
        for (who, count) in [(coordinator(), 1), (both, 0), (head(), 0), (mentor("aigul"), 0)] {
            let read = evaluations(&mut tx, &stage.context(&who), &held, Lang::Kk).await.unwrap();
            assert_eq!(read.len(), count, "{}", who.person);
            assert!(read.iter().all(|one| one.side == Side::Newcomer));
        }
    })
    .await;
}

#[tokio::test]
async fn the_letter_of_thanks_is_printed_once_the_pair_has_closed() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        keep(&stage.context(&newcomer("dana")), &pair, None, &thanks("Рақмет.")).await.unwrap();
        let typesetter = Typesetter::unbounded();
        let at = press(&typesetter);
        let early = print(&stage.context(&coordinator()), &pair, Lang::Kk, at).await;
        assert!(matches!(early, Err(Failed::NotFound)));
        stage.today = date(2026, 12, 5);
        closed(&stage).await;
        for (who, lang) in [(coordinator(), Lang::Kk), (head(), Lang::Ru)] {
            let pdf = print(&stage.context(&who), &pair, lang, at).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
        for nobody in [newcomer("dana"), mentor("aigul")] {
            let denied = print(&stage.context(&nobody), &pair, Lang::Kk, at).await;
            assert!(matches!(denied, Err(Failed::Forbidden)), "{}", nobody.person);
        }
    })
    .await;
}

async fn last_day_of(stage: &Stage, id: &PairId) -> Option<Day> {
    pair_of(stage, id).await.assignment().unwrap().period.last_day()
}

async fn progress(stage: &Stage, who: &Actor, id: &PairId) -> Vec<Progress> {
    let mut tx = stage.db.read().await.unwrap();
    let scene = extending(&mut tx, &stage.context(who), id).await.unwrap();
    scene.map(|scene| scene.extensions.iter().map(|one| one.progress).collect()).unwrap_or_default()
}

const ABSENT: Wish = Wish { cause: Cause::Absence, missed: Some(14), day: None };

#[tokio::test]
async fn the_last_day_moves_when_the_other_one_agrees_and_the_coordinator_confirms() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        delivered(&stage).await;
        for _ in 0..2 {
            extend(&stage.context(&dana), &pair, ABSENT).await.unwrap();
        }
        let another = extend(&stage.context(&aigul), &pair, ABSENT).await;
        assert!(matches!(another, Err(Failed::Refused(ExtendRefused::AlreadyProposed))), "{another:?}");
        let people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(people, ["aigul"]);
        let early = take_turn(&stage.context(&coordinator()), &pair, Turn::Confirm).await;
        assert!(matches!(early, Err(Failed::Refused(ExtendRefused::NotOpen))), "{early:?}");
        take_turn(&stage.context(&aigul), &pair, Turn::Agree).await.unwrap();
        let people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(people, ["gulnafisa"]);
        let hers = take_turn(&stage.context(&dana), &pair, Turn::Confirm).await;
        assert!(matches!(hers, Err(Failed::Forbidden)), "{hers:?}");
        take_turn(&stage.context(&coordinator()), &pair, Turn::Confirm).await.unwrap();
        assert_eq!(last_day_of(&stage, &pair).await, Some(date(2026, 12, 18)));
        assert_eq!(told(&stage).await.len(), 2);
        assert_eq!(progress(&stage, &dana, &pair).await, [Progress::Confirmed]);
        stage.today = date(2026, 12, 5);
        assert_eq!(closed(&stage).await, 0, "the pair goes on");
        stage.today = date(2026, 12, 19);
        assert_eq!(closed(&stage).await, 1);
        for nobody in [head(), mentor("bekzhan"), newcomer("zere")] {
            assert_eq!(progress(&stage, &nobody, &pair).await, []);
        }
    })
    .await;
}

#[tokio::test]
async fn an_extension_leads_beyond_the_programme_and_its_no_names_nobody() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let wish = Wish { cause: Cause::Goals, missed: None, day: Some(date(2027, 6, 11)) };
        extend(&stage.context(&coordinator()), &pair, wish).await.unwrap();
        delivered(&stage).await;
        take_turn(&stage.context(&dana), &pair, Turn::Agree).await.unwrap();
        take_turn(&stage.context(&aigul), &pair, Turn::Decline).await.unwrap();
        assert_eq!(told(&stage).await.len(), 2, "both alike");
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), pair.as_str()).await.unwrap();
        drop(tx);
        let no = lines.iter().find(|line| line.what == "extension-declined").unwrap();
        assert_eq!(no.actor, None);
        extend(&stage.context(&aigul), &pair, wish).await.unwrap();
        take_turn(&stage.context(&dana), &pair, Turn::Agree).await.unwrap();
        take_turn(&stage.context(&coordinator()), &pair, Turn::Confirm).await.unwrap();
        assert_eq!(last_day_of(&stage, &pair).await, Some(date(2027, 6, 11)));
        assert_eq!(progress(&stage, &dana, &pair).await, [Progress::Declined, Progress::Confirmed]);
    })
    .await;
}

#[tokio::test]
async fn n17_meetings_in_a_pause_fall_away_none_are_offered_and_it_ends_earlier() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        agreed(&stage, &pair, BEFORE).await;
        agreed(&stage, &pair, AFTER).await;
        delivered(&stage).await;
        let back = date(2026, 12, 7);
        for _ in 0..2 {
            pause(&stage.context(&dana), &pair, date(2026, 11, 30), back).await.unwrap();
        }
        let states: Vec<Met> = meetings(&stage, &pair).await.into_iter().map(|one| one.state).collect();
        assert_eq!(states, [Met::Withdrawn, Met::Agreed]);
        let mut people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        people.sort();
        assert_eq!(people, ["aigul", "aigul", "dana"], "the pause to the other one, the meeting to both");
        let inside =
            Proposal { kind: Kind::Talk, span: BEFORE, topic: None, place: None, link: None, weeks: 1 };
        let refused = propose(&stage.context(&aigul), &pair, &inside).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::DayOff))), "{refused:?}");
        let overlapping = pause(&stage.context(&aigul), &pair, date(2026, 12, 4), date(2026, 12, 9)).await;
        assert!(matches!(overlapping, Err(Failed::Refused(PauseRefused::Overlaps))), "{overlapping:?}");
        for nobody in [head(), mentor("bekzhan"), newcomer("zere")] {
            let denied = pause(&stage.context(&nobody), &pair, LAST, AFTER.day).await;
            assert!(matches!(denied, Err(Failed::NotFound)), "{}", nobody.person);
        }
        stage.today = date(2026, 12, 1);
        end_pause(&stage.context(&aigul), &pair).await.unwrap();
        let again = end_pause(&stage.context(&aigul), &pair).await;
        assert!(matches!(again, Err(Failed::Refused(PauseRefused::NotOpen))), "{again:?}");
        assert_eq!(told(&stage).await.len(), 1);
        let later = Span { day: date(2026, 12, 3), ..BEFORE };
        let free = Proposal { span: later, ..inside };
        propose(&stage.context(&aigul), &pair, &free).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_report_is_due_later_by_a_pause_and_nobody_is_reminded_meanwhile() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let school = "school-12".into();
        let who = coordinator();
        let kind = domain::reports::Kind::Mentor;
        actions::reports::set_used(&stage.context(&who), &school, kind, true).await.unwrap();
        pause(&stage.context(&who), &pair, date(2026, 12, 14), date(2026, 12, 28)).await.unwrap();
        stage.today = date(2026, 12, 18);
        assert_eq!(actions::reports::remind(&stage.context(&who)).await.unwrap(), 0);
        let mut tx = stage.db.read().await.unwrap();
        let programme = store::programmes::get(&mut tx, &school, &"programme".into()).await.unwrap().unwrap();
        let expected = actions::reports::expected(&mut tx, &programme, stage.today).await.unwrap();
        assert_eq!(expected[0].due, date(2027, 1, 8));
        drop(tx);
        stage.today = date(2027, 1, 1);
        assert_eq!(actions::reports::remind(&stage.context(&who)).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pair_that_has_closed_is_still_asked_for_the_report_of_its_last_days() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        let school = "school-12".into();
        let who = coordinator();
        let kind = domain::reports::Kind::Mentor;
        actions::reports::set_used(&stage.context(&who), &school, kind, true).await.unwrap();
        plan(&stage.context(&who), &pair, LAST, Reason::Planned).await.unwrap();
        stage.today = date(2026, 12, 5);
        assert_eq!(closed(&stage).await, 1);
        stage.today = date(2026, 12, 26);
        assert_eq!(actions::reports::remind(&stage.context(&who)).await.unwrap(), 1, "the day after");
        let mut tx = stage.db.read().await.unwrap();
        let programme = store::programmes::get(&mut tx, &school, &"programme".into()).await.unwrap().unwrap();
        drop(tx);
        stage.today = programme.phases.work_until;
        assert_eq!(
            actions::reports::remind(&stage.context(&who)).await.unwrap(),
            0,
            "none for the whole year"
        );
    })
    .await;
}

/// The draft of the one order that waits.
async fn draft(stage: &Stage) -> OrderId {
    let drafts = prepare(&stage.context(&coordinator()), &"school-12".into()).await.unwrap();
    assert_eq!(drafts.len(), 1);
    drafts[0].clone()
}

#[tokio::test]
async fn an_early_end_waits_for_an_order_that_says_the_day_and_not_the_reason() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Workload).await.unwrap();
        delivered(&stage).await;
        let id = draft(&stage).await;
        sign(&stage.context(&head()), &id, "140-к", stage.today).await.unwrap();
        assert_eq!(told(&stage).await.len(), 2, "both learn of the order");
        let mut tx = stage.db.read().await.unwrap();
        let order = store::orders::get(&mut tx, &id).await.unwrap().unwrap();
        assert_eq!(order.kind, OrderKind::Ending);
        let said = sheet(&mut tx, &order, &newcomer("dana"), stage.today).await.unwrap().unwrap();
        drop(tx);
        let end = said.lines[0].end.unwrap();
        assert_eq!((end.last_day, end.ground), (LAST, Ground::Early));
        for lang in [Lang::Kk, Lang::Ru] {
            let typesetter = Typesetter::unbounded();
            let (aigul, press) = (mentor("aigul"), press(&typesetter));
            let pdf = actions::orders::print(&stage.context(&aigul), &id, lang, press).await;
            assert!(pdf.unwrap().starts_with(b"%PDF"));
        }
        let pair_now = pair_of(&stage, &pair).await;
        assert!(matches!(pair_now.state, State::Assigned(_)), "the last day is still theirs");
        let back = take_back(&stage.context(&coordinator()), &pair).await;
        assert!(matches!(back, Err(Failed::Refused(TakeBackRefused::Ordered))), "{back:?}");
        let none = prepare(&stage.context(&coordinator()), &"school-12".into()).await;
        assert!(matches!(none, Err(Failed::Refused(OrderRefused::NothingToOrder))), "{none:?}");
        plan(&stage.context(&coordinator()), &pair, date(2026, 12, 11), Reason::Workload).await.unwrap();
        draft(&stage).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_on_an_end_that_was_taken_back_is_not_signed() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::Planned).await.unwrap();
        let id = draft(&stage).await;
        take_back(&stage.context(&coordinator()), &pair).await.unwrap();
        let late = sign(&stage.context(&head()), &id, "140-к", stage.today).await;
        assert!(matches!(late, Err(Failed::Refused(OrderRefused::PairChanged))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn whose_pair_closed_by_its_day_stands_in_the_list_as_finished_and_not_alone() {
    on_both(async |db| {
        let (mut stage, pair) = assigned(db).await;
        plan(&stage.context(&coordinator()), &pair, LAST, Reason::GoalReached).await.unwrap();
        stage.today = date(2026, 12, 5);
        assert_eq!(closed(&stage).await, 1);
        let programme = pair_of(&stage, &pair).await.programme;
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &programme).await.unwrap().unwrap();
        let all = actions::newcomers::overview(&mut tx, &programme, stage.today).await.unwrap();
        let dana = all.iter().find(|one| one.newcomer.id.as_str() == "dana").unwrap();
        assert_eq!((dana.standing, dana.unpaired), (Standing::Finished, None));
    })
    .await;
}
