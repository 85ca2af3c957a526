//! Programmes: one for a school year, changed by the coordinator alone, what has passed stays.

use crate::letters::{change, delivered, told};
use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::meetings::{Proposal, propose};
use actions::observations::{self, Answer, Keeping, Proposal as Lesson};
use actions::orders::{prepare, sign, waiting};
use actions::programmes::{
    Outset, Stopped, TemplateStep, calendar, change_setting, change_template, create, free_year, history,
    keep_template, offer, offers, remove_day, reschedule, set_day, shelve, start, stop, take_out, templates,
    withdraw,
};
use domain::calendar::{DayKind, SpecialDay};
use domain::contacts::Kind;
use domain::endings::{Reason, State as Ending};
use domain::meetings::{Span, State as Met};
use domain::mentors::{Mentor, State as MentorState};
use domain::observations::{Content, State as Watched};
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::{Actor, Person, Role};
use domain::programmes::{Phases, Programme, SetUpRefused, ShelveRefused, StopRefused, TemplateRefused};
use domain::requests::{Rhythm, State as Asked, Wish};
use domain::rounds::{Round, State as RoundState};
use domain::settings::Key;
use domain::sides::Side;
use jiff::ToSpan;
use jiff::civil::{date, time};
use store::testing::on_both;

fn gulnafisa() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

#[tokio::test]
async fn two_coordinators_at_once_set_up_one_programme() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let school = "school-12".into();
        let phases = Phases::usual(2027);
        let make = || create(&context, &school, 2027, phases, Outset::Usual);
        let (first, second) = tokio::join!(make(), make());
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let lost = first.err().or(second.err()).unwrap();
        assert!(matches!(lost, Failed::Refused(SetUpRefused::YearTaken)), "{lost:?}");
        assert_eq!(stage.audited("programme-created").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_programme_may_begin_with_the_settings_of_the_last_one() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let (context, school) = (stage.context(&gulnafisa), "school-12".into());
        let reason = "Тәлімгерлер жетпейді, біреуден басталық.";
        change_setting(&context, &"programme".into(), Key::MaxMentees, "1", reason).await.unwrap();
        let id = create(&context, &school, 2027, Phases::usual(2027), Outset::Copied).await.unwrap();
        let before = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let made = store::programmes::get(&mut tx, &school, &id).await.unwrap().unwrap();
        assert_eq!((made.settings.max_mentees, &made.settings), (1, &before.settings));
        assert_eq!(made.phases, Phases::usual(2027), "its dates are its own");
    })
    .await;
}

#[tokio::test]
async fn a_new_programme_brings_the_usual_days_off_and_leaves_corrected_ones() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let school = "school-12".into();
        let corrected = SpecialDay { day: date(2027, 12, 16), kind: DayKind::MovedToWork };
        set_day(&stage.context(&gulnafisa), &school, corrected).await.unwrap();
        create(&stage.context(&gulnafisa), &school, 2027, Phases::usual(2027), Outset::Usual).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let days = calendar(&mut tx, &school).await.unwrap();
        drop(tx);
        assert!(!days.is_working(date(2028, 3, 8)));
        assert!(days.is_working(date(2027, 12, 16)));
        remove_day(&stage.context(&gulnafisa), &school, date(2028, 3, 8)).await.unwrap();
        let days = calendar(&mut stage.db.read().await.unwrap(), &school).await.unwrap();
        assert!(days.is_working(date(2028, 3, 8)));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_move_the_dates_the_second_looks_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let seen = programme(&stage).await.version;
        let sooner = Phases { selection_until: date(2026, 10, 24), ..Phases::usual(2026) };
        let latest = Phases { work_until: date(2027, 5, 24), ..Phases::usual(2026) };
        reschedule(&context, &"programme".into(), seen, sooner).await.unwrap();
        let lost = reschedule(&context, &"programme".into(), seen, latest).await;
        assert!(matches!(lost, Err(Failed::Changed)), "{lost:?}");
        assert_eq!(programme(&stage).await.phases, sooner);
    })
    .await;
}

#[tokio::test]
async fn a_changed_setting_is_remembered_with_its_day_and_reason() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        let silent = change_setting(&context, &"programme".into(), Key::MaxMentees, "1", " ").await;
        assert!(matches!(silent, Err(Failed::Refused(SetUpRefused::ReasonNeeded))), "{silent:?}");
        let reason = "Решение методического совета, протокол № 2";
        for _ in 0..2 {
            change_setting(&context, &"programme".into(), Key::MaxMentees, "1", reason).await.unwrap();
        }
        let programme = programme(&stage).await;
        assert_eq!(programme.settings.max_mentees, 1);
        let mut tx = stage.db.read().await.unwrap();
        let changes = store::programmes::changes(&mut tx, &programme.school, &programme.id).await.unwrap();
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].from, changes[0].value.as_str()), (stage.today, "1"));
        assert_eq!(changes[0].reason, reason);
    })
    .await;
}

#[tokio::test]
async fn what_the_engine_looks_for_is_not_chosen_with_a_known_outcome() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        for (day, value, changes) in [((11, 1), "most_pairs", true), ((11, 2), "truthful", false)] {
            stage.today = date(2026, day.0, day.1);
            let context = stage.context(&gulnafisa);
            let reason = "Протокол № 4";
            let done = change_setting(&context, &"programme".into(), Key::ChoiceMode, value, reason).await;
            assert_eq!(done.is_ok(), changes, "{done:?}");
            assert!(changes || matches!(done, Err(Failed::Refused(SetUpRefused::Opened))), "{done:?}");
        }
        assert_eq!(programme(&stage).await.settings.choice_mode, domain::choices::Mode::MostPairs);
    })
    .await;
}

#[tokio::test]
async fn only_the_coordinator_of_the_school_changes_anything() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let other = reschedule(&stage.context(&timur), &"programme".into(), 0, Phases::usual(2026)).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let dana = newcomer("dana");
        let own =
            change_setting(&stage.context(&dana), &"programme".into(), Key::OpenRequests, "9", "хочу").await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
    })
    .await;
}

#[tokio::test]
async fn the_history_says_what_held_before() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        for (key, value) in [(Key::MaxMentees, "1"), (Key::OpenRequests, "4"), (Key::MaxMentees, "3")] {
            change_setting(&context, &"programme".into(), key, value, "Протокол № 2").await.unwrap();
        }
        let programme = programme(&stage).await;
        let history = history(&mut stage.db.read().await.unwrap(), &programme).await.unwrap();
        let told: Vec<(Key, &str, &str)> = history
            .iter()
            .map(|one| (one.change.key, one.before.as_str(), one.change.value.as_str()))
            .collect();
        assert_eq!(
            told,
            [(Key::MaxMentees, "1", "3"), (Key::OpenRequests, "3", "4"), (Key::MaxMentees, "2", "1")]
        );
    })
    .await;
}

const WHY: &str = "Мектеп қаңтарда жабылады, хаттама № 7";

/// Зере asked Бекжан in time; he has left since. Дана and Айгүл agreed to meet.
async fn in_the_middle(db: store::Db) -> (Stage, domain::PairId, domain::RequestId) {
    let (mut stage, pair) = assigned(db).await;
    stage.today = date(2026, 10, 6);
    let wish = Wish {
        text: "Хочу вести урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
    };
    let request =
        actions::requests::send(&stage.context(&newcomer("zere")), &"bekzhan".into(), wish).await.unwrap();
    stage.today = date(2026, 11, 3);
    let span = Span { day: date(2026, 11, 10), at: time(15, 0, 0, 0), minutes: 30 };
    let proposal = Proposal { kind: Kind::Talk, span, topic: None, place: None, link: None, weeks: 1 };
    propose(&stage.context(&newcomer("dana")), &pair, &proposal).await.unwrap();
    change(&stage, "bekzhan", |one| Person { left_on: Some(date(2026, 11, 1)), ..one }).await;
    delivered(&stage).await;
    (stage, pair, request)
}

#[tokio::test]
async fn n10_a_stopped_programme_ends_what_runs_and_tells_everybody_who_is_there_once() {
    on_both(async |db| {
        let (stage, pair, request) = in_the_middle(db).await;
        let (coordinator, school) = (coordinator(), "school-12".into());
        let context = stage.context(&coordinator);
        assert_eq!(stop(&context, &"programme".into(), WHY).await.unwrap(), Stopped::Now { told: 4 });
        let again = stop(&context, &"programme".into(), WHY).await.unwrap();
        assert_eq!(again, Stopped::Before { on: stage.today, told: Some(4) }, "the form came twice");
        let mut people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        people.sort();
        assert_eq!(people, ["aigul", "dana", "serik", "zere"]);
        let mut tx = stage.db.read().await.unwrap();
        let ended = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
        assert!(matches!(ended.state, PairState::Ended { was: Some(_), .. }), "{ended:?}");
        let end = store::endings::of_pair(&mut tx, &school, &pair).await.unwrap().unwrap();
        assert_eq!((end.state, end.reason, end.last_day), (Ending::Closed, Reason::Planned, stage.today));
        let request = store::requests::get(&mut tx, &request).await.unwrap().unwrap();
        assert!(matches!(request.state, Asked::Withdrawn { .. }), "{request:?}");
        let meetings = store::meetings::of_pair(&mut tx, &school, &pair).await.unwrap();
        assert_eq!(meetings[0].state, Met::Withdrawn);
        let kept = store::programmes::stop_of(&mut tx, &school, &"programme".into()).await.unwrap().unwrap();
        assert_eq!((kept.person.as_str(), kept.reason.as_str()), ("gulnafisa", WHY));
        drop(tx);
        assert_eq!(stage.audited("programme-stopped").await, 1);
        let late = change_setting(&context, &"programme".into(), Key::MaxMentees, "1", "Протокол № 2").await;
        assert!(matches!(late, Err(Failed::Refused(SetUpRefused::Closed))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_lesson_that_was_watched_before_the_stop_keeps_its_sheet_and_one_to_come_falls_away() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let lesson = |day| Lesson {
            observed: "dana".into(),
            observer: "aigul".into(),
            controls: false,
            span: Span { day, at: time(10, 0, 0, 0), minutes: 45 },
        };
        let mut lessons = Vec::new();
        for day in [date(2026, 11, 5), date(2026, 11, 12)] {
            let id = observations::propose(&stage.context(&aigul), &lesson(day)).await.unwrap();
            observations::answer(&stage.context(&dana), &id, Answer::Accept).await.unwrap();
            lessons.push(id);
        }
        stage.today = date(2026, 11, 6);
        stop(&stage.context(&coordinator()), &"programme".into(), WHY).await.unwrap();
        let mut states = Vec::new();
        let mut tx = stage.db.read().await.unwrap();
        for id in &lessons {
            states.push(store::observations::get(&mut tx, id).await.unwrap().unwrap().state);
        }
        assert_eq!(states, [Watched::Planned, Watched::Withdrawn]);
        drop(tx);
        let content = Content { saw: Some("Тыныш басталды".into()), ..Content::default() };
        let sheet = Keeping { content, seen: 0 };
        observations::keep(&stage.context(&aigul), &lessons[0], &sheet).await.unwrap();
    })
    .await;
}

/// A second round was open until yesterday, and nobody has written that down yet.
fn passed_round(stage: &Stage) -> Round {
    Round {
        id: "round".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        number: 1,
        from: stage.today.saturating_sub(7.days()),
        until: stage.today.saturating_sub(1.days()),
        opened_at: stage.now(),
        opened_by: "gulnafisa".into(),
        state: RoundState::Open,
        version: 0,
    }
}

#[tokio::test]
async fn n10_a_round_that_passed_tells_nobody_to_propose_pairs_after_a_stop() {
    on_both(async |db| {
        let (mut stage, _) = assigned(db).await;
        stage.today = date(2026, 11, 20);
        let round = passed_round(&stage);
        let mut tx = stage.db.write().await.unwrap();
        store::rounds::add(&mut tx, &round).await.unwrap();
        tx.commit().await.unwrap();
        let coordinator = coordinator();
        stop(&stage.context(&coordinator), &"programme".into(), WHY).await.unwrap();
        assert_eq!(actions::rounds::end_passed(&stage.context(&coordinator)).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn n17_who_was_a_provisional_mentor_and_no_candidate_learns_that_it_ends() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let bekzhan = store::mentors::get(&mut tx, &"bekzhan".into()).await.unwrap().unwrap();
        let stepped_back = Mentor { state: MentorState::SteppedBack, ..bekzhan };
        store::mentors::save(&mut tx, &stepped_back).await.unwrap();
        let provisional = Pair {
            id: "provisional".into(),
            school: "school-12".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            mentor: "bekzhan".into(),
            place: None,
            origin: Origin::Provisional,
            state: PairState::Published,
            since: stage.now(),
            version: 0,
        };
        store::pairs::add(&mut tx, &provisional).await.unwrap();
        tx.commit().await.unwrap();
        delivered(&stage).await;
        stop(&stage.context(&coordinator()), &"programme".into(), WHY).await.unwrap();
        let told = told(&stage).await;
        assert_eq!(told.iter().filter(|(person, _)| person == "bekzhan").count(), 1, "{told:?}");
    })
    .await;
}

/// What the coordinator has prepared and the head has not signed.
async fn drafts(stage: &Stage) -> Vec<domain::orders::Kind> {
    let mut tx = stage.db.read().await.unwrap();
    let orders =
        store::orders::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap();
    let drafts = orders.into_iter().filter(|order| order.state == domain::orders::State::Draft);
    drafts.map(|order| order.kind).collect()
}

/// Дана and Айгүл chose each other, the pair is published and both consent: it waits for its order.
async fn consented(db: store::Db) -> Stage {
    let mut stage = Stage::new(db).await;
    let wish = Wish {
        text: "Хочу вести урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
    };
    let dana = newcomer("dana");
    let request = actions::requests::send(&stage.context(&dana), &"aigul".into(), wish).await.unwrap();
    let pair = actions::requests::accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
    stage.today = date(2026, 11, 2);
    let mut tx = stage.db.write().await.unwrap();
    let agreed = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
    let published = agreed.publish().unwrap();
    store::pairs::save(&mut tx, &published).await.unwrap();
    for side in Side::BOTH {
        store::consents::give(&mut tx, &published, side, stage.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    stage
}

#[tokio::test]
async fn a_pair_without_its_order_waits_for_none_in_a_programme_that_is_set_aside() {
    on_both(async |db| {
        let mut stage = consented(db).await;
        stage.today = date(2027, 6, 1);
        let (gulnafisa, id) = (gulnafisa(), "programme".into());
        let context = stage.context(&gulnafisa);
        let waits = async || {
            let programme = programme(&stage).await;
            let mut tx = stage.db.read().await.unwrap();
            waiting(&mut tx, &programme).await.unwrap().values().map(Vec::len).sum::<usize>()
        };
        assert_eq!(waits().await, 1);
        shelve(&context, &id).await.unwrap();
        let prepared = prepare(&context, &"school-12".into()).await;
        assert!(matches!(prepared, Err(Failed::NotFound)), "{prepared:?}");
        assert_eq!(waits().await, 0, "nobody is asked for what cannot be prepared");
        take_out(&context, &id).await.unwrap();
        assert_eq!(waits().await, 1);
    })
    .await;
}

#[tokio::test]
async fn no_draft_that_names_a_mentor_outlives_a_stop() {
    on_both(async |db| {
        let stage = consented(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        prepare(&context, &"school-12".into()).await.unwrap();
        assert_eq!(drafts(&stage).await, [domain::orders::Kind::Confirming]);
        stop(&context, &"programme".into(), WHY).await.unwrap();
        assert!(drafts(&stage).await.is_empty(), "the head is not reminded of it");
        assert_eq!(stage.audited("order-discarded").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_stopped_programme_is_not_set_aside_while_its_pairs_wait_for_the_order_that_ends_them() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (coordinator, head, id) = (coordinator(), head(), "programme".into());
        let context = stage.context(&coordinator);
        stop(&context, &id, WHY).await.unwrap();
        let waits = shelve(&context, &id).await;
        assert!(matches!(waits, Err(Failed::Refused(ShelveRefused::OrdersWait))), "{waits:?}");
        let made = prepare(&context, &"school-12".into()).await.unwrap();
        let drafted = shelve(&context, &id).await;
        assert!(matches!(drafted, Err(Failed::Refused(ShelveRefused::OrdersWait))), "{drafted:?}");
        sign(&stage.context(&head), &made[0], "131-к", stage.today).await.unwrap();
        shelve(&context, &id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn n08_only_the_coordinator_of_the_school_stops_a_programme_and_says_why() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = "programme".into();
        for person in [newcomer("dana"), head()] {
            let refused = stop(&stage.context(&person), &id, WHY).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let refused = stop(&stage.context(&timur), &id, WHY).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let silent = stop(&stage.context(&coordinator()), &id, " надо ").await;
        assert!(matches!(silent, Err(Failed::Refused(StopRefused::ReasonTooShort))), "{silent:?}");
        assert_eq!(programme(&stage).await.stopped_on, None);
    })
    .await;
}

#[tokio::test]
async fn what_is_over_is_set_aside_and_taken_out_again() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (gulnafisa, id) = (gulnafisa(), "programme".into());
        let context = stage.context(&gulnafisa);
        let running = async || {
            let mut tx = stage.db.read().await.unwrap();
            store::programmes::running(&mut tx, &"school-12".into(), stage.today).await.unwrap()
        };
        let early = shelve(&context, &id).await;
        assert!(matches!(early, Err(Failed::Refused(ShelveRefused::StillOpen))), "{early:?}");
        stop(&context, &id, WHY).await.unwrap();
        for _ in 0..2 {
            shelve(&context, &id).await.unwrap();
        }
        assert_eq!(running().await, None);
        take_out(&context, &id).await.unwrap();
        assert!(running().await.is_some());
        assert_eq!(stage.audited("programme-shelved").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_copy_moves_the_dates_and_keeps_on_what_each_setting_stands() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (gulnafisa, school) = (gulnafisa(), "school-12".into());
        let context = stage.context(&gulnafisa);
        change_setting(&context, &"programme".into(), Key::MaxMentees, "1", WHY).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(free_year(&mut tx, &school, stage.today).await.unwrap(), Some(2027));
        let begun = start(&mut tx, &school, 2027, &Outset::Copied).await.unwrap().unwrap();
        drop(tx);
        assert_eq!((begun.from, begun.phases.starts_on), (Some(2026), date(2027, 8, 16)));
        assert!(begun.shifts[0].off, "15 August 2027 is a Sunday");
        let id = create(&context, &school, 2027, begun.phases, Outset::Copied).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let changes = store::programmes::changes(&mut tx, &school, &id).await.unwrap();
        let kept: Vec<_> = changes.iter().map(|one| (one.key, one.reason.as_str(), one.from)).collect();
        assert_eq!(kept, [(Key::MaxMentees, WHY, stage.today)]);
        assert!(store::newcomers::of_programme(&mut tx, &school, &id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_template_of_a_school_reaches_the_others_through_the_district() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        change_setting(&context, &"programme".into(), Key::MaxMentees, "1", WHY).await.unwrap();
        for _ in 0..2 {
            keep_template(&context, &"programme".into(), " Ауыл мектебі ").await.unwrap();
        }
        change_setting(&context, &"programme".into(), Key::MaxMentees, "3", WHY).await.unwrap();
        let taken = keep_template(&context, &"programme".into(), "Ауыл мектебі").await;
        assert!(matches!(taken, Err(Failed::Refused(TemplateRefused::NameTaken))), "{taken:?}");
        let own = templates(&mut stage.db.read().await.unwrap(), &"school-12".into()).await.unwrap().own;
        let [template] = own.as_slice() else { panic!("{own:?}") };
        let roles = vec![Role::DistrictOfficer];
        let saule = Actor { person: "saule".into(), school: None, district: Some("district".into()), roles };
        let officer = stage.context(&saule);
        let unseen = offer(&officer, &template.id).await;
        assert!(matches!(unseen, Err(Failed::NotFound)), "{unseen:?}");
        change_template(&context, &template.id, TemplateStep::Show).await.unwrap();
        for _ in 0..2 {
            offer(&officer, &template.id).await.unwrap();
        }
        let now = offers(&mut stage.db.read().await.unwrap(), &officer).await.unwrap();
        assert_eq!((now.offered.len(), now.shown.len()), (1, 0), "what is offered asks for nothing more");
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let elsewhere = "school-7".into();
        let offered = templates(&mut stage.db.read().await.unwrap(), &elsewhere).await.unwrap().offered;
        let outset = Outset::Template(offered[0].id.clone());
        let id = create(&stage.context(&timur), &elsewhere, 2026, Phases::usual(2026), outset).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let made = store::programmes::get(&mut tx, &elsewhere, &id).await.unwrap().unwrap();
        assert_eq!(made.settings.max_mentees, 1);
        let kept = store::programmes::changes(&mut tx, &elsewhere, &id).await.unwrap();
        let basis: Vec<&str> = kept.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(basis, ["Ауыл мектебі"], "what a school wrote for itself stays there");
        drop(tx);
        for _ in 0..2 {
            withdraw(&officer, &offered[0].id).await.unwrap();
        }
        let aidos = Actor { district: Some("elsewhere".into()), ..saule.clone() };
        let others = withdraw(&stage.context(&aidos), &offered[0].id).await;
        assert!(matches!(others, Err(Failed::NotFound)), "{others:?}");
        let left = offers(&mut stage.db.read().await.unwrap(), &officer).await.unwrap();
        assert_eq!((left.offered.len(), left.shown.len()), (0, 1));
        for _ in 0..2 {
            change_template(&context, &template.id, TemplateStep::Remove).await.unwrap();
        }
        assert_eq!(stage.audited("programme-template-removed").await, 1);
        let shown = change_template(&context, &template.id, TemplateStep::Show).await;
        assert!(matches!(shown, Err(Failed::NotFound)), "{shown:?}");
        let strange = change_template(&stage.context(&timur), &template.id, TemplateStep::Remove).await;
        assert!(matches!(strange, Err(Failed::NotFound)), "{strange:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_another_schools_template_is_not_there_and_only_an_officer_offers() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = gulnafisa();
        let context = stage.context(&gulnafisa);
        keep_template(&context, &"programme".into(), "Ауыл мектебі").await.unwrap();
        let own = templates(&mut stage.db.read().await.unwrap(), &"school-12".into()).await.unwrap().own;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let elsewhere = stage.context(&timur);
        let removed = change_template(&elsewhere, &own[0].id, TemplateStep::Remove).await;
        assert!(matches!(removed, Err(Failed::NotFound)), "{removed:?}");
        let outset = Outset::Template(own[0].id.clone());
        let begun = create(&elsewhere, &"school-7".into(), 2026, Phases::usual(2026), outset).await;
        assert!(matches!(begun, Err(Failed::NotFound)), "{begun:?}");
        let offered = offer(&context, &own[0].id).await;
        assert!(matches!(offered, Err(Failed::NotFound)), "{offered:?}");
    })
    .await;
}
