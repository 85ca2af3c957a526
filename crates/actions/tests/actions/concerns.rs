//! Concerns about children, on both databases.

use crate::stage::{Stage, actor, coordinator, head};
use actions::concerns::{
    HandRefused, Worry, board, close, frozen, hand, lead, name, note, opened, raise, step,
};
use actions::duties::{Given, give};
use actions::pupils::consents::enter;
use actions::pupils::volunteers::{name as name_volunteer, of_classes};
use actions::schedules::Schedule;
use actions::{Failed, pupils};
use domain::concerns::{CloseRefused, Named, Outcome, RaiseRefused, State, Step, StepRefused, Taken};
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::consents::{Entry, Part, Way};
use domain::volunteers::NameRefused;
use domain::{ConcernId, PersonId};
use jiff::SignedDuration;
use jiff::civil::{date, time};
use store::testing::{column, ids, on_both, refuses, spoil};

const PUPILS: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('ayan', 'school-12', 'Сарманов', 'Аян', '8А', '8А', '2012-04-02'), \
    ('miras', 'school-12', 'Төлегенов', 'Мирас', '10Ә', '10Ә', '2011-04-02')";

/// Бекжан, the psychologist of this stage.
fn specialist() -> Actor {
    actor("bekzhan", &[Role::Teacher, Role::Mentor])
}

fn dana() -> Actor {
    actor("dana", &[Role::Teacher, Role::Newcomer])
}

fn worry(about: Option<&str>) -> Worry {
    Worry {
        child: "Аян, 8А".into(),
        pupil: None,
        seen: "Үзілісте жалғыз тұрды, киімі жыртылған.".into(),
        seen_on: date(2026, 10, 2),
        about: about.map(PersonId::from),
    }
}

fn taken(step: Step) -> Taken {
    Taken {
        step,
        needed: true,
        on: date(2026, 10, 5),
        at: time(12, 30, 0, 0),
        number: Some("118/2".into()),
        remark: None,
    }
}

/// Two pupils; the head has named Бекжан as psychologist.
async fn staged(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    spoil(&stage.db, PUPILS).await;
    let given = Given { person: "bekzhan".into(), duty: Duty::Specialist };
    give(&stage.context(&head()), &given).await.unwrap();
    stage
}

async fn raised(stage: &Stage, about: Option<&str>) -> ConcernId {
    let dana = dana();
    let id = raise(&stage.context(&dana), &worry(about)).await.unwrap();
    assert_eq!(raise(&stage.context(&dana), &worry(about)).await.unwrap(), id, "the form came twice");
    id
}

async fn with_steps(stage: &Stage, id: &ConcernId) {
    for one in [Step::Authority, Step::Police, Step::Head, Step::Talk, Step::Measures, Step::Decision] {
        for _ in 0..2 {
            step(&stage.context(&specialist()), id, &taken(one)).await.unwrap();
        }
    }
}

/// How many cases somebody finds in the list, their own included.
async fn found(stage: &Stage, who: &Actor) -> (usize, usize) {
    let mut tx = stage.db.read().await.unwrap();
    let board = board(&mut tx, &stage.context(who)).await.unwrap();
    (board.cases.len(), board.own.len())
}

/// Somebody who reads the case writes of whom it is.
async fn written(
    stage: &Stage,
    who: &Actor,
    id: &ConcernId,
    named: &Named,
) -> Result<(), Failed<HandRefused>> {
    let version = opened(&stage.context(who), id).await.unwrap().concern.version;
    name(&stage.context(who), id, named, version).await
}

#[tokio::test]
async fn any_adult_raises_a_concern_and_those_who_may_lead_it_are_told() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        assert_eq!(stage.letters().await, ["bekzhan ConcernWaits", "serik ConcernWaits"]);
        assert_eq!(found(&stage, &dana()).await, (0, 1), "what one wrote");
        assert_eq!(found(&stage, &head()).await, (1, 0));
        for stranger in [coordinator(), actor("aigul", &[Role::Teacher, Role::Mentor])] {
            assert_eq!(found(&stage, &stranger).await, (0, 0));
            let page = opened(&stage.context(&stranger), &id).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
        }
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        let page = opened(&stage.context(&timur), &id).await;
        assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
        let own = opened(&stage.context(&dana()), &id).await.unwrap();
        assert!(own.case.is_none(), "the case is not the raiser's");
        assert_eq!(
            column(&stage.db, "concern_reads", "person_id").await,
            ["dana"],
            "who got in stands there"
        );
        let ahead = Worry { seen_on: date(2026, 10, 6), ..worry(None) };
        let refused = raise(&stage.context(&dana()), &ahead).await;
        assert!(matches!(refused, Err(Failed::Refused(RaiseRefused::Ahead))), "{refused:?}");
        let of_herself = raise(&stage.context(&dana()), &worry(Some("dana"))).await;
        assert!(matches!(of_herself, Err(Failed::Refused(RaiseRefused::Person))), "{of_herself:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_coordinator_lets_neither_themselves_nor_anybody_else_into_cases() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        for person in ["gulnafisa", "aigul"] {
            let given = Given { person: person.into(), duty: Duty::Specialist };
            give(&stage.context(&coordinator()), &given).await.unwrap();
        }
        for somebody in [coordinator(), actor("aigul", &[Role::Teacher, Role::Mentor])] {
            assert_eq!(found(&stage, &somebody).await, (0, 0));
            let page = opened(&stage.context(&somebody), &id).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
        }
        lead(&stage.context(&specialist()), &id).await.unwrap();
        hand(&stage.context(&specialist()), &id, &"gulnafisa".into()).await.unwrap();
        assert_eq!(found(&stage, &coordinator()).await, (1, 0), "what was handed over");
    })
    .await;
}

#[tokio::test]
async fn n20_whoever_it_is_about_is_told_nothing_and_finds_nothing() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let id = raised(&stage, Some("serik")).await;
        assert_eq!(stage.letters().await, ["bekzhan ConcernWaits"]);
        stage.today = date(2026, 10, 6);
        Schedule::RemindConcerns.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
        assert_eq!(stage.letters().await, ["bekzhan ConcernDue"]);
        let head = head();
        let context = stage.context(&head);
        assert_eq!(found(&stage, &head).await, (0, 0));
        assert!(matches!(opened(&context, &id).await, Err(Failed::NotFound)));
        assert!(matches!(lead(&context, &id).await, Err(Failed::NotFound)));
        assert!(matches!(note(&context, &id, "?").await, Err(Failed::NotFound)));
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), id.as_str()).await.unwrap();
        assert!(lines.is_empty(), "the log of the school has no line of it: {lines:?}");
    })
    .await;
}

#[tokio::test]
async fn n20_where_those_who_lead_are_left_out_the_coordinators_take_over() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, Some("bekzhan")).await;
        spoil(&stage.db, "UPDATE roles SET until_day = '2026-10-01' WHERE person_id = 'serik'").await;
        assert_eq!(found(&stage, &coordinator()).await, (1, 0));
        assert_eq!(found(&stage, &specialist()).await, (0, 0));
        lead(&stage.context(&coordinator()), &id).await.unwrap();
        let opened = opened(&stage.context(&coordinator()), &id).await.unwrap();
        assert_eq!(opened.concern.state, State::Led { by: "gulnafisa".into() });
    })
    .await;
}

#[tokio::test]
async fn n20_whoever_led_it_and_is_named_afterwards_loses_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        lead(&stage.context(&specialist()), &id).await.unwrap();
        stage.letters().await;
        let about = Named { about: Some("bekzhan".into()), ..Named::default() };
        for _ in 0..2 {
            written(&stage, &head(), &id, &about).await.unwrap();
        }
        assert!(matches!(opened(&stage.context(&specialist()), &id).await, Err(Failed::NotFound)));
        assert_eq!(opened(&stage.context(&head()), &id).await.unwrap().concern.state, State::Raised);
        assert_eq!(stage.letters().await, Vec::<String>::new(), "the head has just done it");
        let other = written(&stage, &head(), &id, &Named { about: Some("aigul".into()), ..about }).await;
        assert!(matches!(other, Err(Failed::Refused(HandRefused::About))), "{other:?}");
        written(&stage, &head(), &id, &Named { pupil: Some("ayan".into()), ..Named::default() })
            .await
            .unwrap();
        let page = opened(&stage.context(&specialist()), &id).await;
        assert!(matches!(page, Err(Failed::NotFound)), "nobody chosen takes nobody back: {page:?}");
    })
    .await;
}

#[tokio::test]
async fn n20_whoever_raised_it_and_is_named_afterwards_reads_their_own_words_no_longer() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        let raiser = Named { about: Some("dana".into()), ..Named::default() };
        written(&stage, &head(), &id, &raiser).await.unwrap();
        assert!(matches!(opened(&stage.context(&dana()), &id).await, Err(Failed::NotFound)));
        assert_eq!(found(&stage, &dana()).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn of_whom_it_is_is_not_overwritten_from_an_older_page_and_not_lost_when_a_pupil_leaves() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        let (head, specialist) = (head(), specialist());
        let older = opened(&stage.context(&specialist), &id).await.unwrap().concern.version;
        let both = Named { pupil: Some("ayan".into()), harmer: Some("miras".into()), about: None };
        written(&stage, &head, &id, &both).await.unwrap();
        name(&stage.context(&head), &id, &both, older).await.unwrap();
        let dana = dana();
        let again = raise(&stage.context(&dana), &worry(None)).await.unwrap();
        assert_eq!(again, id, "the form came twice, and somebody has named the child between");
        let nobody = name(&stage.context(&specialist), &id, &Named::default(), older).await;
        assert!(matches!(nobody, Err(Failed::Changed)), "{nobody:?}");
        spoil(&stage.db, "UPDATE pupils SET left_on = '2026-10-01' WHERE id = 'ayan'").await;
        let case = opened(&stage.context(&specialist), &id).await.unwrap();
        assert_eq!(case.concern.named, both);
        let here = case.case.unwrap().pupils;
        assert!(here.iter().any(|pupil| pupil.id.as_str() == "ayan"), "{here:?}");
        written(&stage, &head, &id, &Named::default()).await.unwrap();
        let log = opened(&stage.context(&head), &id).await.unwrap().case.unwrap().entries;
        let said: Vec<&Named> = log.iter().filter_map(|entry| entry.what.named()).collect();
        assert_eq!(said, [&both, &Named::default()], "who was taken out stands in the log");
    })
    .await;
}

#[tokio::test]
async fn a_case_is_handed_over_noted_and_closed_by_its_clock() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        let early = step(&stage.context(&specialist()), &id, &taken(Step::Police)).await;
        assert!(matches!(early, Err(Failed::Refused(StepRefused::NotLed))), "{early:?}");
        for _ in 0..2 {
            lead(&stage.context(&specialist()), &id).await.unwrap();
        }
        let stranger = hand(&stage.context(&specialist()), &id, &"aigul".into()).await;
        assert!(matches!(stranger, Err(Failed::Refused(HandRefused::Person))), "{stranger:?}");
        stage.letters().await;
        for _ in 0..2 {
            hand(&stage.context(&specialist()), &id, &"gulnafisa".into()).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["gulnafisa ConcernWaits"]);
        for _ in 0..2 {
            note(&stage.context(&coordinator()), &id, "Анасымен сөйлестім.").await.unwrap();
        }
        let open = close(&stage.context(&specialist()), &id, Outcome::Settled, "Шешілді.").await;
        assert!(matches!(open, Err(Failed::Refused(CloseRefused::Open))), "{open:?}");
        with_steps(&stage, &id).await;
        for _ in 0..2 {
            close(&stage.context(&specialist()), &id, Outcome::Settled, "Шешілді.").await.unwrap();
        }
        let late = note(&stage.context(&specialist()), &id, "Тағы бір сөз.").await;
        assert!(matches!(late, Err(Failed::Refused(HandRefused::Closed))), "{late:?}");
        let what = column(&stage.db, "concern_entries", "what").await;
        assert_eq!(what.iter().filter(|what| *what == "step").count(), 6, "each once");
        assert_eq!(what.len(), 10, "taken on, handed over, a note, six steps, closed: {what:?}");
        assert!(refuses(&stage.db, "UPDATE concern_entries SET words = 'other'").await);
        assert_eq!(found(&stage, &coordinator()).await, (0, 0), "what is over is not hers any more");
        Schedule::RemindConcerns.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
        assert_eq!(stage.letters().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_case_whose_leader_has_left_the_school_is_taken_on_by_another() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        lead(&stage.context(&specialist()), &id).await.unwrap();
        lead(&stage.context(&head()), &id).await.unwrap();
        let case = opened(&stage.context(&head()), &id).await.unwrap();
        assert_eq!(case.concern.state, State::Led { by: "bekzhan".into() }, "it is in his hands");
        assert!(!case.case.unwrap().waits);
        spoil(&stage.db, "UPDATE duties SET until_day = '2026-10-05' WHERE person_id = 'bekzhan'").await;
        assert!(opened(&stage.context(&head()), &id).await.unwrap().case.unwrap().waits);
        for _ in 0..2 {
            lead(&stage.context(&head()), &id).await.unwrap();
        }
        let led = opened(&stage.context(&head()), &id).await.unwrap().concern.state;
        assert_eq!(led, State::Led { by: "serik".into() });
    })
    .await;
}

#[tokio::test]
async fn while_a_case_is_open_its_pupils_begin_nothing_with_others() {
    on_both(async |db| {
        let stage = staged(db).await;
        let class = Given { person: "dana".into(), duty: Duty::ClassTeacher("8А".into()) };
        give(&stage.context(&coordinator()), &class).await.unwrap();
        let paper = Entry {
            representative: Some("Сарманова Күміс".into()),
            way: Way::Paper,
            place: "Кабинет 12".into(),
            given_on: date(2026, 10, 1),
            parts: vec![Part::Data, Part::Participation],
            child_agreed: true,
        };
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &"ayan".into(), &paper).await.unwrap();
        name_volunteer(&context, &"ayan".into(), None).await.unwrap();
        let id = raised(&stage, None).await;
        lead(&stage.context(&specialist()), &id).await.unwrap();
        let harm = Named { harmer: Some("ayan".into()), pupil: Some("miras".into()), about: None };
        written(&stage, &specialist(), &id, &harm).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let classes = pupils::classes(&mut tx, &context).await.unwrap();
        assert_eq!(of_classes(&mut tx, &context, &classes).await.unwrap().len(), 0, "not offered");
        for pupil in ["ayan", "miras"] {
            let pupil = store::pupils::get(&mut tx, &pupil.into()).await.unwrap().unwrap();
            assert!(frozen(&mut tx, &pupil).await.unwrap());
        }
        drop(tx);
        let named = name_volunteer(&context, &"ayan".into(), None).await;
        assert!(matches!(named, Err(Failed::Refused(NameRefused::NotNow))), "{named:?}");
        with_steps(&stage, &id).await;
        close(&stage.context(&specialist()), &id, Outcome::Explained, "Ойын екен.").await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(of_classes(&mut tx, &context, &classes).await.unwrap().len(), 1, "offered again");
    })
    .await;
}

#[tokio::test]
async fn five_years_after_its_end_a_case_is_deleted_and_an_open_one_is_not() {
    on_both(async |db| {
        let stage = staged(db).await;
        let id = raised(&stage, None).await;
        lead(&stage.context(&specialist()), &id).await.unwrap();
        with_steps(&stage, &id).await;
        let much_later = stage.now().checked_add(SignedDuration::from_hours(24 * 1830)).unwrap();
        Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, much_later).await.unwrap();
        assert_eq!(ids(&stage.db, "concerns").await.len(), 1, "nobody has closed it");
        close(&stage.context(&specialist()), &id, Outcome::Passed, "Қорғаншылық.").await.unwrap();
        opened(&stage.context(&head()), &id).await.unwrap();
        for (days, kept) in [(1826, 1), (1828, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
            assert_eq!(ids(&stage.db, "concerns").await.len(), kept, "after {days} days");
        }
        for table in ["concern_entries", "concern_reads"] {
            assert!(column(&stage.db, table, "concern_id").await.is_empty(), "{table}");
        }
    })
    .await;
}
