//! Meetings of a pair by order: a time is agreed on by both, what took place is said by both, what one keeps for
//! themselves comes to nobody else, and letters go out once.

use crate::letters::{change, delivered, told, waiting};
use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::feeds::{make, read};
use actions::letters::Letter;
use actions::meetings::{
    Answer, Log, Opened, Proposal, Reply, add_step, answer, answer_link, ask, busy, forget_note, has_begun,
    hours, journal, keep_note, log, offer_theme, open_link, propose, say, tick,
};
use actions::reservations::{Wanted, enter, except, standing};
use actions::rosters::exporting::Form;
use domain::calendar::{DayKind, Period, SpecialDay, instant_at};
use domain::contacts::Kind;
use domain::courses::{Announced, State as CourseState};
use domain::meetings::{Level, Meeting, Refused, Span, State};
use domain::pairs::{Assignment, Origin, Pair, State as PairState};
use domain::people::{Actor, Role};
use domain::reservations::When;
use domain::rotations::{Slot, State as Turning, Turn};
use domain::sides::Side;
use domain::{Day, MeetingId, PairId, PersonId};
use i18n::Lang;
use jiff::ToSpan;
use jiff::civil::{date, time};
use store::testing::{lesson, lessons_of_school_12, on_both, spoil};

/// A Tuesday.
const TODAY: Day = date(2026, 11, 10);
const THURSDAY: Span = Span { day: date(2026, 11, 12), at: time(15, 0, 0, 0), minutes: 30 };

fn dana() -> Actor {
    newcomer("dana")
}

fn aigul() -> Actor {
    mentor("aigul")
}

/// Дана and Айгүл work by an order since 2 November; it is noon of 10 November.
pub(crate) async fn stage(db: store::Db) -> (Stage, PairId) {
    let mut stage = Stage::new(db).await;
    stage.today = TODAY;
    lessons_of_school_12(&stage.db).await;
    lesson(&stage.db, "dana", 2).await;
    let id = pair(&stage, "dana", "aigul").await;
    (stage, id)
}

async fn pair(stage: &Stage, newcomer: &str, mentor: &str) -> PairId {
    let period = Period { from: date(2026, 11, 2), until: None };
    let pair = Pair {
        id: format!("pair-{newcomer}-{mentor}").into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: newcomer.into(),
        mentor: mentor.into(),
        place: Some(1),
        origin: Origin::Ranked,
        state: PairState::Assigned(Assignment { order: "order".into(), period }),
        since: stage.now(),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::pairs::add(&mut tx, &pair).await.unwrap();
    tx.commit().await.unwrap();
    pair.id
}

fn talk(span: Span) -> Proposal {
    Proposal { kind: Kind::Talk, span, topic: None, place: Some("214".into()), link: None, weeks: 1 }
}

async fn all(stage: &Stage, pair: &PairId) -> Vec<Meeting> {
    let mut tx = stage.db.read().await.unwrap();
    store::meetings::of_pair(&mut tx, &"school-12".into(), pair).await.unwrap()
}

async fn get(stage: &Stage, id: &MeetingId) -> Meeting {
    store::meetings::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

/// The pair ends: its last day is that of the agreed meeting.
async fn end(stage: &Stage, pair: &PairId) {
    let mut tx = stage.db.write().await.unwrap();
    let working = store::pairs::get(&mut tx, pair).await.unwrap().unwrap();
    let ended = working.end(date(2026, 11, 13), stage.now()).unwrap();
    store::pairs::save(&mut tx, &ended).await.unwrap();
    tx.commit().await.unwrap();
}

/// Дана proposes, Айгүл accepts.
pub(crate) async fn agreed(stage: &Stage, pair: &PairId) -> MeetingId {
    let id = propose(&stage.context(&dana()), pair, &talk(THURSDAY)).await.unwrap();
    let yes = Answer::Accept { seen: THURSDAY, with: &[] };
    answer(&stage.context(&aigul()), &id, yes).await.unwrap();
    id
}

#[tokio::test]
async fn a_time_is_proposed_once_and_agreed_on_by_the_other_one() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        let again = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        assert_eq!((again, all(&stage, &pair).await.len()), (id.clone(), 1), "sent twice, it stands once");
        let yes = Answer::Accept { seen: THURSDAY, with: &[] };
        let own = answer(&stage.context(&dana()), &id, yes).await;
        assert!(matches!(own, Err(Failed::Refused(Refused::NotYours))), "{own:?}");
        let unseen = Answer::Accept { seen: Span { minutes: 60, ..THURSDAY }, with: &[] };
        let other = answer(&stage.context(&aigul()), &id, unseen).await;
        assert!(matches!(other, Err(Failed::Changed)), "nobody agrees to what they did not see: {other:?}");
        answer(&stage.context(&aigul()), &id, yes).await.unwrap();
        answer(&stage.context(&aigul()), &id, yes).await.unwrap();
        assert_eq!(get(&stage, &id).await.state, State::Agreed);
        assert_eq!((stage.audited("meeting-proposed").await, stage.audited("meeting-agreed").await), (1, 1));
        let mut people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        people.sort();
        assert_eq!(people, ["dana"], "what is answered already is not told of as if it waited");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_meets_and_only_pairs_by_order_do() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        for other in [mentor("bekzhan"), newcomer("zere"), actor("gulnafisa", &[Role::Coordinator])] {
            let refused = propose(&stage.context(&other), &pair, &talk(THURSDAY)).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
            let refused = say(&stage.context(&other), &id, true).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
            let refused = keep_note(&stage.context(&other), &id, Level::Ours, "Тыныштық").await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        }
        let ends = "UPDATE pairs SET state = 'ended', ended_at = 1, place = NULL";
        spoil(&stage.db, ends).await;
        let over = answer(&stage.context(&aigul()), &id, Answer::Cancel).await;
        assert!(matches!(over, Err(Failed::Refused(Refused::NotWorking))), "{over:?}");
    })
    .await;
}

#[tokio::test]
async fn a_time_at_which_either_has_something_else_is_not_to_be_had() {
    on_both(async |db| {
        let (stage, first) = stage(db).await;
        let second = pair(&stage, "zere", "bekzhan").await;
        let lesson = Span { at: time(8, 30, 0, 0), ..THURSDAY };
        let taught = propose(&stage.context(&dana()), &first, &talk(lesson)).await;
        assert!(matches!(taught, Err(Failed::Refused(Refused::Busy))), "Айгүл teaches: {taught:?}");
        // A planned turn of Айгүл with somebody else, in the seventh lesson: 13:30.
        let turn = Turn {
            id: "turn".into(),
            school: "school-12".into(),
            programme: "programme".into(),
            newcomer: "zere".into(),
            mentor: "aigul".into(),
            kind: Kind::Talk,
            slot: Slot { day: THURSDAY.day, lesson: 7 },
            published_at: stage.now(),
            state: Turning::Planned,
            asked: None,
            version: 0,
        };
        let mut tx = stage.db.write().await.unwrap();
        store::rotations::add(&mut tx, &turn).await.unwrap();
        tx.commit().await.unwrap();
        let turn = Span { at: time(13, 45, 0, 0), ..THURSDAY };
        let planned = propose(&stage.context(&dana()), &first, &talk(turn)).await;
        assert!(matches!(planned, Err(Failed::Refused(Refused::Busy))), "{planned:?}");
        agreed(&stage, &first).await;
        let mut tx = stage.db.read().await.unwrap();
        let programme =
            store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
        let of_first = store::pairs::get(&mut tx, &first).await.unwrap().unwrap();
        let of_second = store::pairs::get(&mut tx, &second).await.unwrap().unwrap();
        let taken = busy(&mut tx, &of_first, &programme, None).await.unwrap();
        assert!(!taken.is_free(Kind::Talk, THURSDAY));
        let other = busy(&mut tx, &of_second, &programme, None).await.unwrap();
        assert!(other.is_free(Kind::Talk, THURSDAY), "two others meet at that time");
        let now = TODAY.at(6, 0, 0, 0);
        let openings = taken.openings(Kind::Talk, now, programme.phases.work_until);
        assert!(!openings.is_empty());
        for one in openings {
            assert_eq!(one.lesson, 4, "between Айгүл's lessons and Дана's: {one:?}");
        }
    })
    .await;
}

/// On that Thursday Айгүл sits in a commission at ten, is admitted to the exam at two, plays a mentor at half past three, is
/// at a camp at five and leads a session at seven.
async fn engaged(stage: &Stage) {
    let (gulnafisa, aigul) = (coordinator(), aigul());
    let (context, day) = (stage.context(&gulnafisa), THURSDAY.day);
    crate::commissions::named(stage, day, &["aigul", "bekzhan"]).await;
    crate::sittings::admit(stage, "aigul", CourseState::Admitted).await;
    crate::sittings::keep(stage, vec![crate::sittings::single("Один?"), crate::sittings::single("Два?")])
        .await;
    let two = instant_at(day.at(14, 0, 0, 0), 300);
    let sitting = actions::sittings::Planned {
        begins: two,
        ends: two + jiff::SignedDuration::from_mins(20),
        ..crate::sittings::planned(stage)
    };
    actions::sittings::plan(&context, &sitting).await.unwrap();
    let scene = actions::scenes::Planned { day, from: time(15, 30, 0, 0), ..crate::scenes::planned() };
    actions::scenes::plan(&context, &scene).await.unwrap();
    let camp = actions::camps::Planned { first: day, last: day, ..crate::camps::planned() };
    let camp = actions::camps::plan(&context, &camp).await.unwrap();
    actions::camps::add_slot(&context, &camp, &crate::camps::slot(day, 17)).await.unwrap();
    actions::camps::add_workshop(&context, &camp, (day, time(17, 0, 0, 0)), &crate::camps::workshop(1, 9))
        .await
        .unwrap();
    actions::camps::step(&context, &camp, actions::camps::Step::Open).await.unwrap();
    actions::camps::join(&stage.context(&aigul), &camp, &[Vec::new()]).await.unwrap();
    let session = Announced {
        day,
        from: time(19, 0, 0, 0),
        to: time(20, 0, 0, 0),
        leader: "aigul".into(),
        ..crate::courses::about(5)
    };
    actions::courses::announce(&context, &session).await.unwrap();
}

#[tokio::test]
async fn an_exam_a_training_a_camp_and_a_modelled_situation_keep_their_hours() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let at = |hour, minute| Span { at: time(hour, minute, 0, 0), minutes: 10, ..THURSDAY };
        let bound = [at(10, 50), at(14, 45), at(15, 55), at(17, 30), at(19, 30)];
        let beside = [at(11, 5), at(14, 50), at(16, 10), at(18, 0), at(20, 0)];
        let free = async |spans: &[Span]| {
            let mut tx = stage.db.read().await.unwrap();
            let programme = store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await;
            let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
            let busy = busy(&mut tx, &pair, &programme.unwrap().unwrap(), None).await.unwrap();
            spans.iter().map(|span| busy.is_free(Kind::Talk, *span)).collect::<Vec<_>>()
        };
        assert_eq!(free(&bound).await, [true; 5]);
        engaged(&stage).await;
        assert_eq!(free(&bound).await, [false; 5]);
        assert_eq!(free(&beside).await, [true; 5]);
        // The private calendar has the same, and says nothing of what it is.
        let secret = make(&stage.context(&aigul())).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let feed = read(&mut tx, &secret, "https://talimger.example", stage.now()).await.unwrap().unwrap();
        for what in ["commission", "sitting", "scene", "camp", "training"] {
            assert_eq!(feed.matches(&format!("UID:{what}-")).count(), 1, "{what}: {feed}");
        }
        assert_eq!(feed.matches("SUMMARY:Tälimger: ").count(), feed.matches("SUMMARY:").count(), "{feed}");
        for private in ["Кітапхана", "Бурабай", "Психология", "Кабинет"] {
            assert!(!feed.contains(private), "{private}: {feed}");
        }
    })
    .await;
}

#[tokio::test]
async fn at_a_time_that_either_keeps_for_themselves_nothing_is_offered() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let free = async || {
            let mut tx = stage.db.read().await.unwrap();
            let programme = store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await;
            let programme = programme.unwrap().unwrap();
            let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
            let busy = busy(&mut tx, &pair, &programme, None).await.unwrap();
            let next = Span { day: THURSDAY.day.saturating_add(7.days()), ..THURSDAY };
            [THURSDAY, next].map(|span| busy.is_free(Kind::Talk, span))
        };
        let ends = THURSDAY.ends().unwrap();
        let when = When::Weekly { weekday: 4, but: vec![] };
        let wanted = Wanted { when, from: THURSDAY.at, to: ends };
        assert_eq!(free().await, [true, true]);
        enter(&stage.context(&aigul()), &wanted).await.unwrap();
        assert_eq!(free().await, [false, false]);
        let own = standing(&mut stage.db.read().await.unwrap(), &stage.context(&aigul())).await.unwrap();
        except(&stage.context(&aigul()), &own[0].id, THURSDAY.day, false).await.unwrap();
        assert_eq!(free().await, [true, false], "but on one day");
    })
    .await;
}

#[tokio::test]
async fn a_talk_online_or_by_phone_and_a_demonstration_lesson_keep_their_kind() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        for kind in [Kind::Online, Kind::Phone, Kind::Demonstration, Kind::Talk] {
            let talk = Log { kind, day: TODAY, minutes: 10, topic: None, answers: [].into() };
            log(&stage.context(&aigul()), &pair, &talk).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let all = store::meetings::of_pair(&mut tx, &"school-12".into(), &pair).await.unwrap();
        let mut kinds: Vec<_> = all.iter().map(|one| one.kind.word()).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, ["demonstration", "online", "phone", "talk"]);
    })
    .await;
}

#[tokio::test]
async fn a_series_leaves_out_holidays_and_is_answered_at_once() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let off = SpecialDay { day: date(2026, 11, 19), kind: DayKind::MovedOff };
        store::programmes::set_day(&mut tx, &"school-12".into(), off).await.unwrap();
        tx.commit().await.unwrap();
        let weekly = Proposal { weeks: 4, ..talk(THURSDAY) };
        let first = propose(&stage.context(&dana()), &pair, &weekly).await.unwrap();
        let days: Vec<Day> = all(&stage, &pair).await.iter().map(|one| one.day).collect();
        assert_eq!(days, [date(2026, 11, 12), date(2026, 11, 26), date(2026, 12, 3)]);
        assert_eq!(waiting(&stage, Letter::MeetingProposed).await, 1, "one letter for all");
        // Two of them were on the page; the third one was not seen.
        let shown = [Span { day: date(2026, 11, 26), ..THURSDAY }];
        let yes = Answer::Accept { seen: THURSDAY, with: &shown };
        answer(&stage.context(&aigul()), &first, yes).await.unwrap();
        let states = async || all(&stage, &pair).await.iter().map(|one| one.state).collect::<Vec<_>>();
        let proposed = State::Proposed { by: Side::Newcomer };
        assert_eq!(states().await, [State::Agreed, State::Agreed, proposed]);
        assert_eq!(stage.audited("meeting-agreed").await, 2);
        // One of the agreed ones is to move: the answer is about that one alone.
        let later = Span { day: date(2026, 11, 13), ..THURSDAY };
        ask(&stage.context(&dana()), &first, later).await.unwrap();
        answer(&stage.context(&aigul()), &first, Answer::Decline { series: true }).await.unwrap();
        assert_eq!(states().await, [State::Agreed, State::Agreed, proposed]);
    })
    .await;
}

#[tokio::test]
async fn a_no_to_a_series_is_about_one_or_about_all_that_wait() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let weekly = Proposal { weeks: 3, ..talk(THURSDAY) };
        let first = propose(&stage.context(&dana()), &pair, &weekly).await.unwrap();
        let declined = async || {
            let all = all(&stage, &pair).await;
            all.iter().filter(|one| one.state == State::Declined).map(|one| one.day).collect::<Vec<_>>()
        };
        let last = all(&stage, &pair).await[2].clone();
        answer(&stage.context(&aigul()), &last.id, Answer::Decline { series: false }).await.unwrap();
        assert_eq!(declined().await, [last.day]);
        answer(&stage.context(&aigul()), &first, Answer::Decline { series: true }).await.unwrap();
        assert_eq!(declined().await, [THURSDAY.day, date(2026, 11, 19), last.day]);
    })
    .await;
}

#[tokio::test]
async fn an_agreed_time_moves_by_consent_and_is_called_off_without_a_reason() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        let later = Span { day: date(2026, 11, 13), ..THURSDAY };
        ask(&stage.context(&aigul()), &id, later).await.unwrap();
        ask(&stage.context(&aigul()), &id, later).await.unwrap();
        assert_eq!(stage.audited("meeting-asked").await, 1);
        assert_eq!(get(&stage, &id).await.span(), Some(THURSDAY), "until the answer the old one stands");
        answer(&stage.context(&dana()), &id, Answer::Accept { seen: later, with: &[] }).await.unwrap();
        assert_eq!(get(&stage, &id).await.span(), Some(later));
        answer(&stage.context(&dana()), &id, Answer::Cancel).await.unwrap();
        assert_eq!(get(&stage, &id).await.state, State::Cancelled { by: Side::Newcomer });
        let subjects = told(&stage).await;
        assert!(
            subjects.contains(&("aigul".into(), "Встречи не будет: пятница, 13 ноября".into())),
            "{subjects:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_meetings_of_a_pair_are_still_told_of_after_its_end() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        let (id, talk) = (agreed(&stage, &pair).await, talked(&stage, &pair).await);
        end(&stage, &pair).await;
        stage.today = date(2026, 11, 20);
        for who in [dana(), aigul()] {
            say(&stage.context(&who), &id, true).await.unwrap();
        }
        say(&stage.context(&dana()), &talk, true).await.unwrap();
        assert_eq!(get(&stage, &id).await.state, State::Held);
        let reader = aigul();
        let context = stage.context(&reader);
        let sheet = hours::list(&context, Lang::Ru).await.unwrap().table(&context, Form::Csv).unwrap();
        let sheet = String::from_utf8(sheet.bytes).unwrap();
        assert!(sheet.contains(";2;50"), "thirty minutes and twenty, said by both: {sheet}");
        let new = Log { kind: Kind::Talk, day: TODAY, minutes: 5, topic: None, answers: [].into() };
        let new = log(&stage.context(&aigul()), &pair, &new).await;
        assert!(matches!(new, Err(Failed::Refused(Refused::NotWorking))), "nothing new begins: {new:?}");
    })
    .await;
}

#[tokio::test]
async fn a_month_after_the_end_of_a_pair_what_took_place_stands() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        end(&stage, &pair).await;
        stage.today = date(2026, 12, 12);
        say(&stage.context(&dana()), &id, true).await.unwrap();
        stage.today = date(2026, 12, 13);
        let late = say(&stage.context(&aigul()), &id, true).await;
        let until = date(2026, 12, 12);
        assert!(
            matches!(late, Err(Failed::Refused(Refused::ToldTooLate { until: day })) if day == until),
            "{late:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn letters_of_an_agreed_a_moved_and_a_cancelled_meeting_carry_it_for_the_calendar() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let entries = async || {
            let letters = delivered(&stage).await;
            let events = letters.into_iter().flat_map(|letter| letter.parts).filter_map(|part| part.event);
            events.collect::<Vec<_>>()
        };
        let id = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        assert_eq!(entries().await, [], "what is only proposed is in no calendar");
        answer(&stage.context(&aigul()), &id, Answer::Accept { seen: THURSDAY, with: &[] }).await.unwrap();
        let [agreed] = entries().await.try_into().unwrap();
        let uid = format!("meeting-{id}@talimger");
        assert_eq!((agreed.uid.as_str(), agreed.cancelled), (uid.as_str(), false));
        assert_eq!((agreed.starts, agreed.ends), THURSDAY.instants(300));
        assert_eq!(agreed.summary, "Tälimger: встреча");
        let later = Span { day: date(2026, 11, 13), ..THURSDAY };
        ask(&stage.context(&dana()), &id, later).await.unwrap();
        answer(&stage.context(&aigul()), &id, Answer::Accept { seen: later, with: &[] }).await.unwrap();
        let [moved] = entries().await.try_into().unwrap();
        assert_eq!((moved.uid.as_str(), moved.starts), (uid.as_str(), later.instants(300).0));
        assert!(moved.sequence > agreed.sequence, "{moved:?}");
        answer(&stage.context(&aigul()), &id, Answer::Cancel).await.unwrap();
        let [off] = entries().await.try_into().unwrap();
        assert_eq!((off.uid.as_str(), off.cancelled), (uid.as_str(), true));
        assert!(off.sequence > moved.sequence, "{off:?}");
    })
    .await;
}

#[tokio::test]
async fn a_difference_comes_to_the_coordinators_list_and_names_nobody() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        let early = say(&stage.context(&dana()), &id, true).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::TooEarly))), "{early:?}");
        stage.today = date(2026, 11, 13);
        delivered(&stage).await;
        say(&stage.context(&dana()), &id, true).await.unwrap();
        say(&stage.context(&aigul()), &id, false).await.unwrap();
        let disputed = async || {
            let mut tx = stage.db.read().await.unwrap();
            let (school, programme) = ("school-12".into(), "programme".into());
            let all = store::meetings::of_programme(&mut tx, &school, &programme).await.unwrap();
            all.iter().filter(|one| one.state == State::Disputed).count()
        };
        assert_eq!(disputed().await, 1);
        assert_eq!(told(&stage).await, [], "no letter blames anybody");
        say(&stage.context(&aigul()), &id, true).await.unwrap();
        assert_eq!((disputed().await, get(&stage, &id).await.state), (0, State::Held));
    })
    .await;
}

#[tokio::test]
async fn a_talk_is_logged_once_counts_at_once_and_begins_the_pair() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let begun = async || {
            let mut tx = stage.db.read().await.unwrap();
            let pair = store::pairs::get(&mut tx, &pair).await.unwrap().unwrap();
            has_begun(&mut tx, &pair).await.unwrap()
        };
        assert!(!begun().await);
        let corridor = Log {
            kind: Kind::Talk,
            day: TODAY,
            minutes: 5,
            topic: Some("журнал".into()),
            answers: [].into(),
        };
        let id = log(&stage.context(&aigul()), &pair, &corridor).await.unwrap();
        assert_eq!(log(&stage.context(&aigul()), &pair, &corridor).await.unwrap(), id);
        assert_eq!((all(&stage, &pair).await.len(), begun().await), (1, true));
        assert_eq!(get(&stage, &id).await.state, State::Held);
        assert_eq!(told(&stage).await, [], "no letter: it waits on the home");
        say(&stage.context(&dana()), &id, false).await.unwrap();
        assert_eq!(get(&stage, &id).await.state, State::Disputed);
        let tomorrow = Log { day: date(2026, 11, 11), ..corridor };
        let future = log(&stage.context(&aigul()), &pair, &tomorrow).await;
        assert!(matches!(future, Err(Failed::Refused(Refused::InFuture))), "{future:?}");
    })
    .await;
}

#[tokio::test]
async fn m02_a_note_for_oneself_comes_to_nobody_else() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        for (level, text) in
            [(Level::Ours, "екеуіміз"), (Level::Mine, "тек өзім"), (Level::Document, "құжат")]
        {
            keep_note(&stage.context(&dana()), &id, level, text).await.unwrap();
            keep_note(&stage.context(&dana()), &id, level, text).await.unwrap();
        }
        let read = async |reader: &str| -> Vec<(domain::NoteId, String)> {
            let mut tx = stage.db.read().await.unwrap();
            let notes =
                store::meetings::notes(&mut tx, &"school-12".into(), &id, &PersonId::from(reader)).await;
            notes.unwrap().into_iter().map(|note| (note.id, note.text)).collect()
        };
        let texts = async |reader: &str| -> Vec<String> {
            read(reader).await.into_iter().map(|(_, text)| text).collect()
        };
        assert_eq!(texts("dana").await, ["екеуіміз", "тек өзім", "құжат"]);
        assert_eq!(texts("aigul").await, ["екеуіміз", "құжат"]);
        assert_eq!(stage.audited("meeting-noted").await, 2, "the log says nothing of the third");
        let (ours, _) = read("dana").await[0].clone();
        let foreign = forget_note(&stage.context(&aigul()), &id, &ours).await;
        assert!(matches!(foreign, Err(Failed::NotFound)), "{foreign:?}");
        forget_note(&stage.context(&dana()), &id, &ours).await.unwrap();
        assert_eq!(texts("aigul").await, ["құжат"]);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_online_has_a_whole_encrypted_link_and_no_other_has_any() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let with = |kind, link: &str| Proposal { kind, link: Some(link.into()), ..talk(THURSDAY) };
        for (kind, wrong) in [
            (Kind::Online, "http://meet.example/1"),
            (Kind::Online, "javascript:alert(1)"),
            (Kind::Talk, "https://meet.example/1"),
        ] {
            let refused = propose(&stage.context(&dana()), &pair, &with(kind, wrong)).await;
            assert!(matches!(refused, Err(Failed::Refused(Refused::Link))), "{wrong}: {refused:?}");
        }
        let online = with(Kind::Online, "https://meet.example/1");
        let id = propose(&stage.context(&dana()), &pair, &online).await.unwrap();
        assert_eq!(get(&stage, &id).await.link, online.link);
    })
    .await;
}

/// A talk of today that the mentor wrote down.
async fn talked(stage: &Stage, pair: &PairId) -> MeetingId {
    let talk =
        Log {
            kind: Kind::Talk, day: TODAY, minutes: 20, topic: Some("журнал".into()), answers: [].into()
        };
    log(&stage.context(&aigul()), pair, &talk).await.unwrap()
}

#[tokio::test]
async fn m02_the_log_holds_what_was_kept_for_documents_and_nothing_else() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = talked(&stage, &pair).await;
        agreed(&stage, &pair).await;
        for (level, text) in
            [(Level::Ours, "екеуіміз"), (Level::Mine, "тек өзім"), (Level::Document, "құжат")]
        {
            keep_note(&stage.context(&dana()), &id, level, text).await.unwrap();
        }
        add_step(&stage.context(&aigul()), &id, Side::Mentor, "Сабаққа кіремін", None).await.unwrap();
        let csv = async |who: &Actor| {
            let context = stage.context(who);
            let list = journal::list(&context, &pair, Lang::Ru).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let read = csv(&dana()).await.unwrap();
        assert_eq!(read.lines().count(), 2, "what is only agreed on did not take place: {read}");
        assert!(read.contains("10.11.2026;Разговор;20;;құжат;;Сабаққа кіремін;"), "{read}");
        assert!(!read.contains("екеуіміз") && !read.contains("тек өзім"), "{read}");
        assert!(!read.contains("обоими"), "one has said so: {read}");
        say(&stage.context(&dana()), &id, true).await.unwrap();
        offer_theme(&stage.context(&aigul()), &id, true).await.unwrap();
        let read = csv(&aigul()).await.unwrap();
        assert!(read.contains(";журнал;құжат;") && read.contains("обоими"), "{read}");
        for lang in [Lang::Kk, Lang::Ru] {
            let reader = dana();
            let context = stage.context(&reader);
            let pdf = journal::list(&context, &pair, lang).await.unwrap().print(&context).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
        for other in [mentor("bekzhan"), newcomer("zere"), actor("gulnafisa", &[Role::Coordinator])] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
    })
    .await;
}

#[tokio::test]
async fn the_hours_sheet_counts_what_both_confirmed_and_is_the_mentors_alone() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = talked(&stage, &pair).await;
        let csv = async |who: &Actor| {
            let context = stage.context(who);
            let list = hours::list(&context, Lang::Ru).await?;
            list.table(&context, Form::Csv).map(|file| String::from_utf8(file.bytes).unwrap())
        };
        let alone = csv(&aigul()).await.unwrap();
        assert!(alone.contains(";0;0") && !alone.contains(";1;20"), "one of the two has said so: {alone}");
        say(&stage.context(&dana()), &id, true).await.unwrap();
        let read = csv(&aigul()).await.unwrap();
        assert_eq!(read.matches(";1;20").count(), 2, "the pair and the total: {read}");
        assert!(!read.contains("журнал"), "{read}");
        for (who, mentored) in [(aigul(), true), (dana(), false)] {
            let mut tx = stage.db.read().await.unwrap();
            assert_eq!(hours::is_any(&mut tx, &stage.context(&who)).await.unwrap(), mentored);
        }
        for other in [dana(), actor("gulnafisa", &[Role::Coordinator])] {
            assert!(matches!(csv(&other).await, Err(Failed::NotFound)));
        }
        let reader = aigul();
        let context = stage.context(&reader);
        let pdf = hours::list(&context, Lang::Kk).await.unwrap().print(&context).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn a_next_step_is_written_down_once_and_ticked_off_by_either() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        for who in [dana(), aigul()] {
            let context = stage.context(&who);
            add_step(&context, &id, Side::Newcomer, "Сабақтың басы", Some(THURSDAY.day)).await.unwrap();
        }
        let steps = async || {
            let mut tx = stage.db.read().await.unwrap();
            store::meetings::steps(&mut tx, &"school-12".into(), &pair).await.unwrap()
        };
        let [step] = steps().await.try_into().unwrap();
        tick(&stage.context(&aigul()), &id, &step.id).await.unwrap();
        tick(&stage.context(&dana()), &id, &step.id).await.unwrap();
        assert_eq!(steps().await[0].done_at, Some(stage.now()));
        assert_eq!(
            (stage.audited("meeting-step-added").await, stage.audited("meeting-step-done").await),
            (1, 1)
        );
    })
    .await;
}

#[tokio::test]
async fn n10_both_are_reminded_a_day_before_and_never_twice() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        // Away and back to the same time: still one reminder.
        let later = Span { day: date(2026, 11, 13), ..THURSDAY };
        for span in [later, THURSDAY] {
            ask(&stage.context(&aigul()), &id, span).await.unwrap();
            answer(&stage.context(&dana()), &id, Answer::Accept { seen: span, with: &[] }).await.unwrap();
        }
        delivered(&stage).await;
        stage.today = date(2026, 11, 11);
        assert_eq!(told(&stage).await, [], "at noon the hour has not come");
        stage.today = THURSDAY.day;
        change(&stage, "aigul", |person| domain::people::Person { lang: "kk".into(), ..person }).await;
        let mut reminded = told(&stage).await;
        reminded.sort();
        assert_eq!(
            reminded,
            [
                ("aigul".into(), "Еске салу: кездесу 12 қараша, бейсенбі, 15:00".to_owned()),
                ("dana".into(), "Напоминание о встрече: четверг, 12 ноября, 15:00".to_owned()),
            ]
        );
        assert_eq!(told(&stage).await, []);
    })
    .await;
}

#[tokio::test]
async fn n10_nobody_is_reminded_of_what_is_off_or_after_leaving() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        let id = agreed(&stage, &pair).await;
        delivered(&stage).await;
        change(&stage, "dana", |person| domain::people::Person { left_on: Some(TODAY), ..person }).await;
        stage.today = THURSDAY.day;
        let reminded = told(&stage).await;
        assert_eq!(reminded.len(), 1, "{reminded:?}");
        assert_eq!(reminded[0].0, "aigul");
        stage.today = TODAY;
        let friday = talk(Span { day: date(2026, 11, 13), ..THURSDAY });
        propose(&stage.context(&aigul()), &pair, &friday).await.unwrap();
        assert_eq!(told(&stage).await, [], "who has left gets no letter");
        assert_eq!(get(&stage, &id).await.state, State::Agreed);
    })
    .await;
}

/// The secret in the letter about a proposal.
async fn secret(stage: &Stage) -> String {
    let letters = delivered(stage).await;
    let paths = letters.iter().flat_map(|letter| &letter.parts).map(|part| part.path.as_str());
    let mut answers = paths.filter_map(|path| path.strip_prefix("/meetings/answer/"));
    answers.next().unwrap().to_owned()
}

async fn opened(stage: &Stage, secret: &str) -> Option<Opened> {
    open_link(&mut stage.db.read().await.unwrap(), secret, stage.now()).await.unwrap()
}

#[tokio::test]
async fn n07_a_link_asks_when_opened_and_answers_once() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        let secret = secret(&stage).await;
        for _ in 0..2 {
            let Some(Opened::Asks { person, span, other, .. }) = opened(&stage, &secret).await else {
                panic!()
            };
            assert_eq!((person.as_str(), span, other.given.as_str()), ("aigul", THURSDAY, "Дана"));
        }
        assert_eq!(
            get(&stage, &id).await.state,
            State::Proposed { by: Side::Newcomer },
            "opening is no answer"
        );
        assert_eq!(opened(&stage, "0000").await, None);
        let yes = Answer::Accept { seen: THURSDAY, with: &[] };
        answer_link(&stage.db, &stage.ids, stage.now(), &secret, Reply::Answer(yes)).await.unwrap();
        assert_eq!(get(&stage, &id).await.state, State::Agreed);
        assert_eq!(opened(&stage, &secret).await, Some(Opened::Answered));
        let again =
            answer_link(&stage.db, &stage.ids, stage.now(), &secret, Reply::Answer(Answer::Cancel)).await;
        assert!(matches!(again, Err(Failed::Refused(Refused::NotOpen))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_link_names_another_time_once_and_by_the_same_rules() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        let secret = secret(&stage).await;
        let Some(Opened::Asks { free, .. }) = opened(&stage, &secret).await else { panic!() };
        assert!(!free.is_empty());
        assert!(free.iter().all(|one| one.lesson == 4), "between Айгүл's lessons and Дана's: {free:?}");
        let another =
            async |span| answer_link(&stage.db, &stage.ids, stage.now(), &secret, Reply::Another(span)).await;
        let taught = another(Span { at: time(8, 30, 0, 0), ..THURSDAY }).await;
        assert!(matches!(taught, Err(Failed::Refused(Refused::Busy))), "{taught:?}");
        let chosen = free[0].span;
        another(chosen).await.unwrap();
        let moved = get(&stage, &id).await;
        assert_eq!((moved.state, moved.span()), (State::Proposed { by: Side::Mentor }, Some(chosen)));
        assert_eq!(opened(&stage, &secret).await, Some(Opened::Answered));
        let again = another(THURSDAY).await;
        assert!(matches!(again, Err(Failed::Refused(Refused::NotOpen))), "{again:?}");
        let people: Vec<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert_eq!(people, ["dana"], "the answer is hers now");
    })
    .await;
}

#[tokio::test]
async fn a_link_is_answered_by_another_time_that_was_named_on_the_page() {
    on_both(async |db| {
        let (stage, pair) = stage(db).await;
        let id = propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        let secret = secret(&stage).await;
        let later = Span { day: date(2026, 11, 13), ..THURSDAY };
        ask(&stage.context(&aigul()), &id, later).await.unwrap();
        assert_eq!(
            opened(&stage, &secret).await,
            Some(Opened::Answered),
            "nobody is asked for their own time"
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_runs_out_with_its_time_its_pair_and_its_owner() {
    on_both(async |db| {
        let (mut stage, pair) = stage(db).await;
        propose(&stage.context(&dana()), &pair, &talk(THURSDAY)).await.unwrap();
        let secret = secret(&stage).await;
        stage.today = date(2026, 11, 13);
        assert_eq!(opened(&stage, &secret).await, Some(Opened::Expired));
        stage.today = TODAY;
        change(&stage, "aigul", |person| domain::people::Person { left_on: Some(TODAY), ..person }).await;
        assert_eq!(opened(&stage, &secret).await, Some(Opened::Expired));
        let yes = Answer::Accept { seen: THURSDAY, with: &[] };
        let gone = answer_link(&stage.db, &stage.ids, stage.now(), &secret, Reply::Answer(yes)).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}
