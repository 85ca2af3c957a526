//! Sittings and papers: what is frozen, whose clock counts, what is saved, and how results are told.

use crate::plans::coordinator;
use crate::stage::{Stage, actor, mentor};
use actions::attempts::{mark, open, save, scripts, to_mark};
use actions::courses::remind;
use actions::questions::practise;
use actions::sittings::{
    Bar, Planned, Refused, beat, begin, call_off, close, extend, give_back, look_again, name_marker, plan,
    renew, resume, set_cut, tell,
};
use actions::{Context, Failed, Never};
use domain::courses::{Attempts, Candidate, Course, Part, Rules, State as CourseState, Verdict};
use domain::exams::{AnswerRefused, CutRefused, NotAdmitted, Plan, SittingRefused, State};
use domain::people::{Actor, Role};
use domain::questions::{
    Answer, Blueprint, Choice, Fraction, Kept, Kind, Language, Points, PractiseRefused, Question, Shelf,
    Topic,
};
use domain::{AttemptId, ExamId, Instant, SchoolId};
use jiff::SignedDuration;
use jiff::civil::date;
use store::testing::on_both;

const MINUTES: u16 = 30;

fn school() -> SchoolId {
    "school-12".into()
}

/// So many minutes after the sitting may begin; it is planned ten minutes before.
fn minute(stage: &Stage, minutes: i64) -> Instant {
    stage.now() + SignedDuration::from_mins(10 + minutes)
}

pub(crate) fn at<'a>(stage: &'a Stage, actor: &'a Actor, minutes: i64) -> Context<'a> {
    Context { now: minute(stage, minutes), ..stage.context(actor) }
}

pub(crate) fn question(text: &str, kind: Kind) -> Question {
    let mut question = Question::blank(Shelf::Topic(Topic::Law), kind);
    question.text = text.into();
    question
}

/// The first choice is right.
pub(crate) fn single(text: &str) -> Question {
    let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
    let choices = vec![choice("директор", Fraction::WHOLE), choice("завуч", Fraction::NONE)];
    question(text, Kind::Single(choices))
}

pub(crate) async fn keep(stage: &Stage, questions: Vec<Question>) {
    let mut tx = stage.db.write().await.unwrap();
    let by = (&"gulnafisa".into(), stage.now());
    let version = store::questions::begin(&mut tx, &school(), by).await.unwrap();
    let first = store::questions::highest(&mut tx, &school()).await.unwrap() + 1;
    for (number, question) in (first..).zip(questions) {
        let kept = Kept::new(number, Language::Ru, question);
        store::questions::keep(&mut tx, &school(), version, &kept).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) async fn admit(stage: &Stage, person: &str, reached: CourseState) {
    let candidate = Candidate {
        course: format!("course-{person}").into(),
        person: person.into(),
        state: reached,
        attempts: Attempts::default(),
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

pub(crate) fn planned(stage: &Stage) -> Planned {
    Planned {
        begins: minute(stage, 0),
        ends: minute(stage, 20),
        plan: Plan { blueprint: Blueprint([(Topic::Law, 2)].into()), minutes: MINUTES },
        languages: [Language::Ru].into(),
        bar: Bar::Agreed(Points::whole(1)),
        places: 0,
    }
}

/// Two questions, and Айгүл and Бекжан admitted.
pub(crate) async fn staged(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    keep(&stage, vec![single("Кто подписывает приказ?"), single("Кто утверждает план?")]).await;
    for person in ["aigul", "bekzhan"] {
        admit(&stage, person, CourseState::Admitted).await;
    }
    stage
}

/// The sitting runs.
pub(crate) async fn running(stage: &Stage) -> ExamId {
    let id = plan(&stage.context(&coordinator()), &planned(stage)).await.unwrap();
    begin(&at(stage, &coordinator(), 0), &id).await.unwrap();
    id
}

pub(crate) async fn paper(stage: &Stage, id: &AttemptId) -> store::attempts::Kept {
    store::attempts::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// The numbers of a paper's questions, in its order.
pub(crate) async fn numbers(stage: &Stage, id: &AttemptId) -> Vec<u32> {
    paper(stage, id).await.attempt.variant.questions.iter().map(|drawn| drawn.number).collect()
}

#[tokio::test]
async fn what_decides_is_frozen_when_a_sitting_begins() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, teacher) = (coordinator(), mentor("aigul"));
        let refused = plan(&stage.context(&teacher), &planned(&stage)).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        let many = Plan { blueprint: Blueprint([(Topic::Law, 9)].into()), minutes: MINUTES };
        let refused = plan(&stage.context(&leader), &Planned { plan: many, ..planned(&stage) }).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::Plan(Language::Ru, _)))), "{refused:?}");
        let id = plan(&stage.context(&leader), &planned(&stage)).await.unwrap();
        let again = plan(&stage.context(&leader), &planned(&stage)).await.unwrap();
        assert_eq!(again, id, "the form came twice");
        let early = begin(&stage.context(&leader), &id).await;
        let too_early = Refused::Sitting(SittingRefused::TooEarly);
        assert!(matches!(&early, Err(Failed::Refused(why)) if *why == too_early), "{early:?}");
        keep(&stage, vec![single("Третий вопрос")]).await;
        let other = begin(&at(&stage, &leader, 0), &id).await;
        let changed = Refused::Sitting(SittingRefused::OtherBank { version: 2 });
        assert!(matches!(&other, Err(Failed::Refused(why)) if *why == changed), "{other:?}");
        renew(&stage.context(&leader), &id).await.unwrap();
        set_cut(&stage.context(&leader), &id, &Bar::Judges(vec![Points::ONE; 3])).await.unwrap();
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        begin(&at(&stage, &leader, 1), &id).await.unwrap();
        let frozen = set_cut(&at(&stage, &leader, 1), &id, &Bar::Agreed(Points::whole(2))).await;
        assert!(matches!(frozen, Err(Failed::Refused(Refused::Sitting(_)))), "{frozen:?}");
        assert_eq!(stage.audited("sitting-begun").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_cut_that_papers_do_not_reach_is_not_taken_over_with_other_questions() {
    on_both(async |db| {
        let stage = staged(db).await;
        let leader = coordinator();
        let high = Planned { bar: Bar::Agreed(Points::whole(2)), ..planned(&stage) };
        let id = plan(&stage.context(&leader), &high).await.unwrap();
        let low = plan(&stage.context(&leader), &planned(&stage)).await.unwrap();
        assert_ne!(low, id, "another cut is another plan");
        let by = (&"gulnafisa".into(), stage.now());
        let mut tx = stage.db.write().await.unwrap();
        let version = store::questions::begin(&mut tx, &school(), by).await.unwrap();
        for (number, text) in [(1, "Кто подписывает приказ?"), (2, "Кто утверждает план?")]
        {
            let half = Question { worth: Points::from_parts(5_000_000), ..single(text) };
            let kept = Kept::new(number, Language::Ru, half);
            store::questions::keep(&mut tx, &school(), version, &kept).await.unwrap();
        }
        tx.commit().await.unwrap();
        let refused = renew(&stage.context(&leader), &id).await;
        let reach = Refused::Sitting(SittingRefused::Cut(CutRefused::OutOfReach));
        assert!(matches!(&refused, Err(Failed::Refused(why)) if *why == reach), "{refused:?}");
        renew(&stage.context(&leader), &low).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_is_in_the_course_sets_no_cut_and_who_reads_keys_writes_elsewhere() {
    on_both(async |db| {
        let stage = staged(db).await;
        admit(&stage, "polina", CourseState::Admitted).await;
        let leads = actor("polina", &[Role::Coordinator]);
        let own = plan(&stage.context(&leads), &planned(&stage)).await;
        assert!(matches!(own, Err(Failed::Refused(Refused::OwnCut))), "{own:?}");
        let id = plan(&stage.context(&coordinator()), &planned(&stage)).await.unwrap();
        let lower = set_cut(&stage.context(&leads), &id, &Bar::Judges(vec![Points::ONE; 3])).await;
        assert!(matches!(lower, Err(Failed::Refused(Refused::OwnCut))), "{lower:?}");
        begin(&at(&stage, &coordinator(), 0), &id).await.unwrap();
        let keys = open(&at(&stage, &leads, 1), &id, Language::Ru).await;
        assert!(matches!(keys, Err(Failed::Refused(NotAdmitted::ReadsKeys))), "{keys:?}");
    })
    .await;
}

#[tokio::test]
async fn only_whoever_is_admitted_opens_a_paper_and_only_their_own() {
    on_both(async |db| {
        let stage = staged(db).await;
        admit(&stage, "polina", CourseState::Training).await;
        let id = running(&stage).await;
        let (leader, polina) = (coordinator(), mentor("polina"));
        let refused = open(&at(&stage, &polina, 1), &id, Language::Ru).await;
        assert!(
            matches!(refused, Err(Failed::Refused(NotAdmitted::Standing(CourseState::Training)))),
            "{refused:?}"
        );
        let aigul = mentor("aigul");
        let none = open(&at(&stage, &aigul, 1), &id, Language::En).await;
        assert!(matches!(none, Err(Failed::NotFound)), "not in this language: {none:?}");
        let own = open(&at(&stage, &aigul, 1), &id, Language::Ru).await.unwrap();
        assert_eq!(open(&at(&stage, &aigul, 2), &id, Language::Ru).await.unwrap(), own, "one paper");
        let number = numbers(&stage, &own).await[0];
        let bekzhan = mentor("bekzhan");
        let other = save(&at(&stage, &bekzhan, 2), &own, number, &Answer::One(0), 0).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        let mut tx = stage.db.read().await.unwrap();
        let context = at(&stage, &leader, 2);
        let seen = actions::attempts::own::<Never>(&mut tx, &context, &own).await;
        assert!(matches!(seen, Err(Failed::NotFound)), "nor does the coordinator open it");
        drop(tx);
        let late = open(&at(&stage, &bekzhan, 20), &id, Language::Ru).await;
        assert!(matches!(late, Err(Failed::Refused(NotAdmitted::TooLate))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_a_second_paper_before_the_first_is_told() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let first = running(&stage).await;
        let other = Planned { ends: minute(&stage, 90), ..planned(&stage) };
        let second = plan(&stage.context(&leader), &other).await.unwrap();
        begin(&at(&stage, &leader, 0), &second).await.unwrap();
        open(&at(&stage, &aigul, 1), &first, Language::Ru).await.unwrap();
        let both = open(&at(&stage, &aigul, 2), &second, Language::Ru).await;
        assert!(matches!(both, Err(Failed::Refused(NotAdmitted::OtherPaper))), "{both:?}");
        call_off(&at(&stage, &leader, 5), &first, "Жарық жоқ").await.unwrap();
        open(&at(&stage, &aigul, 6), &second, Language::Ru).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_was_named_to_mark_before_the_course_writes_no_paper() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, polina) = (coordinator(), mentor("polina"));
        let id = running(&stage).await;
        name_marker(&at(&stage, &leader, 0), &id, &"polina".into()).await.unwrap();
        admit(&stage, "polina", CourseState::Admitted).await;
        let refused = open(&at(&stage, &polina, 1), &id, Language::Ru).await;
        assert!(matches!(refused, Err(Failed::Refused(NotAdmitted::Marks))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_coordinator_in_the_course_decides_nothing_about_the_own_paper() {
    on_both(async |db| {
        let stage = staged(db).await;
        let both = actor("aigul", &[Role::Coordinator]);
        let head = actor("serik", &[Role::Head]);
        let own = |refused: Result<(), Failed<Refused>>| {
            assert!(matches!(refused, Err(Failed::Refused(Refused::OwnPaper))), "{refused:?}");
        };
        let id = running(&stage).await;
        own(extend(&at(&stage, &both, 0), &id, &"aigul".into(), 60).await);
        extend(&at(&stage, &head, 0), &id, &"aigul".into(), 5).await.unwrap();
        // She opened it before the keys were hers to read.
        let paper = open(&at(&stage, &mentor("aigul"), 1), &id, Language::Ru).await.unwrap();
        let lost = minute(&stage, 2)..minute(&stage, 4);
        own(give_back(&at(&stage, &both, 5), &id, Some(&paper), &lost, "Жарық сөнді").await);
        own(call_off(&at(&stage, &both, 5), &id, "Жарық сөнді").await);
        own(look_again(&at(&stage, &both, 5), &id, &paper, true, "Жақсы").await);
        give_back(&at(&stage, &head, 5), &id, Some(&paper), &lost, "Жарық сөнді").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn n22_the_servers_clock_counts_and_an_answer_after_the_end_loses_nothing() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let id = plan(&stage.context(&leader), &planned(&stage)).await.unwrap();
        extend(&stage.context(&leader), &id, &"aigul".into(), 5).await.unwrap();
        begin(&at(&stage, &leader, 0), &id).await.unwrap();
        let own = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        let [first, second] = numbers(&stage, &own).await.try_into().unwrap();
        let receipt = save(&at(&stage, &aigul, 34), &own, first, &Answer::One(0), 0).await.unwrap();
        assert_eq!((receipt.revision, receipt.left), (1, 60), "thirty minutes, and five agreed before");
        let late = save(&at(&stage, &aigul, 36), &own, second, &Answer::One(0), 0).await;
        assert!(matches!(late, Err(Failed::Refused(AnswerRefused::TimeUp { .. }))), "{late:?}");
        assert_eq!(paper(&stage, &own).await.attempt.answers.len(), 1, "what was saved stands");
        let lost = minute(&stage, 10)..minute(&stage, 20);
        let none = give_back(&at(&stage, &leader, 36), &id, None, &lost, " ").await;
        assert!(matches!(none, Err(Failed::Refused(Refused::NoReason))), "{none:?}");
        for _ in 0..2 {
            give_back(&at(&stage, &leader, 36), &id, Some(&own), &lost, "Жарық сөнді").await.unwrap();
        }
        assert_eq!(stage.audited("sitting-time-given").await, 1);
        let receipt = save(&at(&stage, &aigul, 37), &own, second, &Answer::One(1), 0).await.unwrap();
        assert_eq!(receipt.left, 9 * 60, "the time that was lost, from when it was given");
        let extended = extend(&at(&stage, &leader, 37), &id, &"aigul".into(), 60).await;
        assert!(matches!(extended, Err(Failed::Refused(Refused::HasPaper))), "{extended:?}");
        let ahead = minute(&stage, 30)..minute(&stage, 90);
        let cheat = give_back(&at(&stage, &leader, 40), &id, None, &ahead, "Алдын ала").await;
        assert!(
            matches!(cheat, Err(Failed::Refused(Refused::BadTime))),
            "not before it has passed: {cheat:?}"
        );
        let after = minute(&stage, 60)..minute(&stage, 70);
        let nobody = give_back(&at(&stage, &leader, 80), &id, None, &after, "Жарық сөнді").await;
        assert!(matches!(nobody, Err(Failed::Refused(Refused::BadTime))), "no paper was open: {nobody:?}");
    })
    .await;
}

#[tokio::test]
async fn n22_the_time_that_the_server_was_away_comes_back_by_itself_and_once() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let id = running(&stage).await;
        beat(&stage.db, minute(&stage, 0)).await.unwrap();
        let last = store::heartbeats::last(&mut stage.db.read().await.unwrap()).await.unwrap();
        assert_eq!(last, None, "nobody writes yet");
        assert_eq!(resume(&stage.db, minute(&stage, 1)).await.unwrap(), 0, "the first start");
        let own = open(&at(&stage, &aigul, 2), &id, Language::Ru).await.unwrap();
        let [first, second] = numbers(&stage, &own).await.try_into().unwrap();
        beat(&stage.db, minute(&stage, 10)).await.unwrap();
        let next_day = minute(&stage, 10 + 25 * 60);
        assert_eq!(resume(&stage.db, next_day).await.unwrap(), 0, "more than a day is not given by itself");
        beat(&stage.db, minute(&stage, 10)).await.unwrap();
        assert_eq!(resume(&stage.db, minute(&stage, 20)).await.unwrap(), 1);
        assert_eq!(resume(&stage.db, minute(&stage, 20)).await.unwrap(), 0, "a second start adds nothing");
        assert_eq!(stage.audited("sitting-resumed").await, 1);
        let receipt = save(&at(&stage, &aigul, 41), &own, first, &Answer::One(0), 0).await.unwrap();
        assert_eq!(receipt.left, 60, "thirty minutes from the second on, and ten that nobody could use");
        let dark = |from, to| minute(&stage, from)..minute(&stage, to);
        let same = give_back(&at(&stage, &leader, 41), &id, None, &dark(11, 19), "Жарық сөнді").await;
        assert!(matches!(same, Err(Failed::Refused(Refused::BadTime))), "the same minutes: {same:?}");
        give_back(&at(&stage, &leader, 41), &id, None, &dark(8, 20), "Байланыс үзілді").await.unwrap();
        let receipt = save(&at(&stage, &aigul, 41), &own, second, &Answer::One(0), 0).await.unwrap();
        assert_eq!(receipt.left, 3 * 60, "two minutes more");
        actions::attempts::hand_in(&at(&stage, &aigul, 42), &own).await.unwrap();
        assert_eq!(resume(&stage.db, minute(&stage, 50)).await.unwrap(), 0, "nobody was writing");
    })
    .await;
}

#[tokio::test]
async fn of_two_tabs_the_older_one_overwrites_nothing_and_is_told() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = running(&stage).await;
        let aigul = mentor("aigul");
        let own = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        let number = numbers(&stage, &own).await[0];
        let context = at(&stage, &aigul, 1);
        for _ in 0..2 {
            let same = save(&context, &own, number, &Answer::One(1), 0).await.unwrap();
            assert_eq!(same.revision, 1, "a save that is sent twice is one");
        }
        let older = save(&context, &own, number, &Answer::One(0), 0).await;
        assert!(matches!(older, Err(Failed::Refused(AnswerRefused::Newer { revision: 1 }))), "{older:?}");
        assert_eq!(save(&context, &own, number, &Answer::One(0), 1).await.unwrap().revision, 2);
        let both = tokio::join!(
            save(&context, &own, number, &Answer::One(1), 2),
            actions::attempts::hand_in(&context, &own),
        );
        assert!(both.1.is_ok(), "{:?}", both.1);
        let kept = paper(&stage, &own).await;
        let revision = kept.attempt.answers[&number].revision;
        assert_eq!(both.0.is_ok(), revision == 3, "confirmed and there, or refused and not: {:?}", both.0);
        let after = save(&context, &own, number, &Answer::One(0), revision).await;
        assert!(matches!(after, Err(Failed::Refused(AnswerRefused::HandedIn))), "{after:?}");
        actions::attempts::hand_in(&context, &own).await.unwrap();
        assert_eq!(stage.audited("paper-handed-in").await, 1);
    })
    .await;
}

#[tokio::test]
async fn results_are_told_once_and_every_candidate_goes_on_by_their_own() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul, bekzhan) = (coordinator(), mentor("aigul"), mentor("bekzhan"));
        let id = running(&stage).await;
        let good = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        for number in numbers(&stage, &good).await {
            save(&at(&stage, &aigul, 1), &good, number, &Answer::One(0), 0).await.unwrap();
        }
        actions::attempts::hand_in(&at(&stage, &aigul, 2), &good).await.unwrap();
        let empty = open(&at(&stage, &bekzhan, 10), &id, Language::Ru).await.unwrap();
        let early = tell(&at(&stage, &leader, 21), &id).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::Sitting(_)))), "{early:?}");
        close(&at(&stage, &leader, 21), &id).await.unwrap();
        let writing = tell(&at(&stage, &leader, 30), &id).await;
        assert!(matches!(writing, Err(Failed::Refused(Refused::Writing(1)))), "{writing:?}");
        assert_eq!(tell(&at(&stage, &leader, 41), &id).await.unwrap(), 2);
        assert_eq!(tell(&at(&stage, &leader, 42), &id).await.unwrap(), 0, "once");
        let told = paper(&stage, &good).await.told.unwrap();
        assert_eq!(
            (told.points, told.of, told.verdict),
            (Points::whole(2), Points::whole(2), Verdict::Passed)
        );
        let closed = paper(&stage, &empty).await;
        assert!(matches!(closed.attempt.state, State::TimeUp { .. }), "closed by the clock");
        assert_eq!(course_of(&stage, "aigul").await.state, CourseState::Practice);
        let failed = course_of(&stage, "bekzhan").await;
        assert!(matches!(failed.state, CourseState::Failed { .. }), "{failed:?}");
        assert_eq!(failed.attempts.theory, 1);
        let off = call_off(&at(&stage, &leader, 43), &id, "Кілт қате").await;
        assert!(matches!(off, Err(Failed::Refused(Refused::Told))), "{off:?}");
        let look = look_again(&at(&stage, &leader, 43), &id, &empty, true, "Сөйлестік").await;
        assert!(matches!(look, Err(Failed::Refused(Refused::NotAtBorder))), "{look:?}");
    })
    .await;
}

/// Letters that wait an hour after the sitting may begin, as «whom what»; they wait no longer.
async fn letters(stage: &Stage) -> Vec<String> {
    let later = minute(stage, 60);
    let mut tx = stage.db.write().await.unwrap();
    let mut letters = Vec::new();
    while let Some(job) = store::jobs::claim(&mut tx, later, later).await.unwrap() {
        let promise: actions::letters::Promise = serde_json::from_str(&job.payload).unwrap();
        letters.push(format!("{} {:?}", promise.to, promise.letter));
        store::jobs::done(&mut tx, &job.id, later).await.unwrap();
    }
    tx.commit().await.unwrap();
    letters.sort();
    letters
}

#[tokio::test]
async fn whoever_may_sit_it_is_told_of_a_sitting_and_that_there_is_a_result() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        admit(&stage, "polina", CourseState::Training).await;
        let id = running(&stage).await;
        let planned = ["aigul SittingPlanned", "bekzhan SittingPlanned"];
        assert_eq!(letters(&stage).await, planned, "nobody who is at the training");
        open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        close(&at(&stage, &leader, 21), &id).await.unwrap();
        tell(&at(&stage, &leader, 41), &id).await.unwrap();
        assert_eq!(letters(&stage).await, ["aigul TheoryTold"]);
        let other = Planned { begins: minute(&stage, 50), ends: minute(&stage, 59), ..self::planned(&stage) };
        let other = plan(&at(&stage, &leader, 42), &other).await.unwrap();
        assert_eq!(letters(&stage).await, ["bekzhan SittingPlanned"], "the retake has its day");
        call_off(&at(&stage, &leader, 43), &other, "Жарық жоқ").await.unwrap();
        assert_eq!(letters(&stage).await, ["bekzhan SittingCalledOff"]);
    })
    .await;
}

#[tokio::test]
async fn n10_coordinators_are_told_once_of_texts_that_wait_for_points() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        keep(&stage, vec![single("Кто подписывает приказ?"), question("Опишите встречу", Kind::Essay)]).await;
        admit(&stage, "aigul", CourseState::Admitted).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let id = running(&stage).await;
        let own = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        let text = Answer::Written("Сначала слушаю.".into());
        save(&at(&stage, &aigul, 1), &own, 2, &text, 0).await.unwrap();
        actions::attempts::hand_in(&at(&stage, &aigul, 2), &own).await.unwrap();
        close(&at(&stage, &leader, 20), &id).await.unwrap();
        letters(&stage).await;
        let nobody = actor("schedule", &[]);
        for (day, concerned, told) in [(7, 0, 0), (8, 1, 1), (9, 1, 0)] {
            stage.today = date(2026, 10, day);
            assert_eq!(remind(&stage.context(&nobody)).await.unwrap(), concerned, "{day}");
            assert_eq!(letters(&stage).await, vec!["gulnafisa TextsWait"; told], "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn texts_are_marked_without_names_by_whoever_is_named_and_results_wait_for_them() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        keep(&stage, vec![single("Кто подписывает приказ?"), question("Опишите встречу", Kind::Essay)]).await;
        admit(&stage, "aigul", CourseState::Admitted).await;
        let (leader, aigul, bekzhan) = (coordinator(), mentor("aigul"), mentor("bekzhan"));
        let id = running(&stage).await;
        let own = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        let text = Answer::Written("Сначала слушаю.".into());
        save(&at(&stage, &aigul, 1), &own, 1, &Answer::One(0), 0).await.unwrap();
        save(&at(&stage, &aigul, 1), &own, 2, &text, 0).await.unwrap();
        actions::attempts::hand_in(&at(&stage, &aigul, 2), &own).await.unwrap();
        close(&at(&stage, &leader, 20), &id).await.unwrap();
        let waits = tell(&at(&stage, &leader, 21), &id).await;
        assert!(matches!(waits, Err(Failed::Refused(Refused::Waiting(1)))), "{waits:?}");
        let candidate = name_marker(&at(&stage, &leader, 21), &id, &"aigul".into()).await;
        assert!(matches!(candidate, Err(Failed::Refused(Refused::BadMarker))), "{candidate:?}");
        let stranger = mark(&at(&stage, &bekzhan, 21), &id, own.as_str(), 2, Points::ONE).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "nobody is named yet: {stranger:?}");
        name_marker(&at(&stage, &leader, 21), &id, &"bekzhan".into()).await.unwrap();
        let context = at(&stage, &bekzhan, 22);
        let mut tx = stage.db.read().await.unwrap();
        let all = scripts::<Never>(&mut tx, &context, &id).await.unwrap();
        drop(tx);
        assert_eq!((all.len(), all[0].words.as_str()), (1, "Сначала слушаю."));
        let script = all[0].paper.as_str();
        let mut tx = stage.db.read().await.unwrap();
        let waiting = to_mark::<Never>(&mut tx, &context).await.unwrap();
        assert_eq!(waiting, [(id.clone(), 1)], "at home of whoever is named");
        let others = to_mark::<Never>(&mut tx, &at(&stage, &leader, 22)).await.unwrap();
        assert!(others.is_empty(), "{others:?}");
        drop(tx);
        assert_ne!(script, own.as_str(), "the id stands beside the name on other pages");
        let known = mark(&context, &id, own.as_str(), 2, Points::ONE).await;
        assert!(matches!(known, Err(Failed::NotFound)), "{known:?}");
        let many = mark(&context, &id, script, 2, Points::whole(2)).await;
        assert!(matches!(many, Err(Failed::Refused(_))), "{many:?}");
        mark(&context, &id, script, 2, Points::ONE).await.unwrap();
        assert_eq!(tell(&at(&stage, &leader, 23), &id).await.unwrap(), 1);
        let told = mark(&context, &id, script, 2, Points::default()).await;
        assert!(matches!(told, Err(Failed::Refused(_))), "{told:?}");
        assert_eq!(course_of(&stage, "aigul").await.state, CourseState::Practice);
    })
    .await;
}

#[tokio::test]
async fn whoever_marks_and_leaves_half_way_is_replaced_and_what_they_gave_stays() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let texts = ["Опишите встречу", "Опишите урок"].map(|text| question(text, Kind::Essay));
        keep(&stage, texts.into()).await;
        admit(&stage, "aigul", CourseState::Admitted).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let (leaves, comes) = (mentor("bekzhan"), mentor("polina"));
        let id = running(&stage).await;
        let own = open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        for number in [1, 2] {
            let text = Answer::Written("Сначала слушаю.".into());
            save(&at(&stage, &aigul, 1), &own, number, &text, 0).await.unwrap();
        }
        actions::attempts::hand_in(&at(&stage, &aigul, 2), &own).await.unwrap();
        close(&at(&stage, &leader, 20), &id).await.unwrap();
        name_marker(&at(&stage, &leader, 21), &id, &"bekzhan".into()).await.unwrap();
        let context = at(&stage, &leaves, 22);
        let mut tx = stage.db.read().await.unwrap();
        let paper = scripts::<Never>(&mut tx, &context, &id).await.unwrap().remove(0).paper;
        drop(tx);
        mark(&context, &id, &paper, 1, Points::ONE).await.unwrap();
        name_marker(&at(&stage, &leader, 23), &id, &"polina".into()).await.unwrap();
        let gone = mark(&at(&stage, &leaves, 24), &id, &paper, 2, Points::ONE).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
        let context = at(&stage, &comes, 24);
        let mut tx = stage.db.read().await.unwrap();
        let all = scripts::<Never>(&mut tx, &context, &id).await.unwrap();
        drop(tx);
        let given: Vec<Option<Points>> = all.iter().map(|one| one.points).collect();
        assert_eq!(given, [Some(Points::ONE), None]);
        mark(&context, &id, &paper, 2, Points::ONE).await.unwrap();
        assert_eq!(tell(&at(&stage, &leader, 25), &id).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_failed_writes_again_from_the_day_of_the_retake_on() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        keep(&stage, vec![single("Кто подписывает приказ?"), single("Кто утверждает план?")]).await;
        let failed = |on| CourseState::Failed { part: Part::Theory, on };
        admit(&stage, "aigul", failed(date(2026, 9, 1))).await;
        admit(&stage, "bekzhan", failed(date(2026, 10, 1))).await;
        let id = running(&stage).await;
        let bekzhan = mentor("bekzhan");
        let early = open(&at(&stage, &bekzhan, 0), &id, Language::Ru).await;
        assert!(matches!(early, Err(Failed::Refused(NotAdmitted::Standing(_)))), "{early:?}");
        open(&at(&stage, &mentor("aigul"), 0), &id, Language::Ru).await.unwrap();
        assert_eq!(course_of(&stage, "aigul").await.state, CourseState::Admitted);
    })
    .await;
}

#[tokio::test]
async fn a_sitting_that_is_called_off_costs_nobody_an_attempt() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (leader, aigul) = (coordinator(), mentor("aigul"));
        let id = running(&stage).await;
        open(&at(&stage, &aigul, 0), &id, Language::Ru).await.unwrap();
        close(&at(&stage, &leader, 21), &id).await.unwrap();
        for minutes in [22, 23] {
            call_off(&at(&stage, &leader, minutes), &id, "Кілт қате").await.unwrap();
        }
        assert_eq!(stage.audited("sitting-called-off").await, 1);
        let told = tell(&at(&stage, &leader, 60), &id).await;
        assert!(matches!(told, Err(Failed::Refused(Refused::Sitting(_)))), "{told:?}");
        let course = course_of(&stage, "aigul").await;
        assert_eq!((course.state, course.attempts.theory), (CourseState::Admitted, 0));
    })
    .await;
}

#[tokio::test]
async fn a_question_that_candidates_are_asked_now_is_given_to_nobody_for_practice() {
    on_both(async |db| {
        let stage = staged(db).await;
        running(&stage).await;
        let coordinator = coordinator();
        let refused = practise(&at(&stage, &coordinator, 1), &school(), 1, true).await;
        assert!(matches!(refused, Err(Failed::Refused(PractiseRefused::Asked))), "{refused:?}");
        // Another one, which came after the sitting had begun, is asked nowhere.
        keep(&stage, vec![single("Кто ведёт реестр?")]).await;
        practise(&at(&stage, &coordinator, 1), &school(), 3, true).await.unwrap();
    })
    .await;
}
