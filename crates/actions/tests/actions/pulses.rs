//! The short pulse: each reads the own line, leaders read groups of a half-year that is over, and signs come for low, silent
//! and drawn people at once.

use crate::stage::{Stage, actor, mentor, newcomer};
use crate::surveys::{MORE, enrol_more};
use actions::Failed;
use actions::pulses::{Answer, answer, groups, list, now, own, settle, signs, tend};
use actions::rosters::exporting::Form;
use actions::surveys::{Share, Told};
use domain::Day;
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::pulses::{GiveRefused, Half, Said};
use domain::settings::Key;
use domain::sides::Side;
use domain::surveys::Mark;
use i18n::Lang;
use jiff::civil::date;
use store::testing::{on_both, spoil};

/// Days of two fortnights and the first day after them.
const FIRST: Day = date(2026, 10, 5);
const NEXT: Day = date(2026, 10, 12);
const AFTER: Day = date(2026, 10, 26);

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

fn going(number: u8) -> Answer {
    Answer::Going(Mark::new(number).unwrap())
}

async fn says(stage: &Stage, who: &str, said: Answer) {
    let who = newcomer(who);
    answer(&stage.context(&who), &programme(stage).await, said, "kk").await.unwrap();
}

async fn tended(stage: &mut Stage, day: Day) {
    stage.today = day;
    let schedule = actor("schedule", &[]);
    tend(&stage.context(&schedule)).await.unwrap();
    tend(&stage.context(&schedule)).await.unwrap();
}

fn leads() -> Actor {
    actor("gulnafisa", &[Role::Coordinator])
}

async fn to_ask(stage: &Stage, who: &Actor) -> Vec<String> {
    let programme = programme(stage).await;
    let mut tx = stage.db.read().await.unwrap();
    let found = signs(&mut tx, &stage.context(who), &programme).await.unwrap();
    found.into_iter().map(|person| person.to_string()).collect()
}

#[tokio::test]
async fn a_person_answers_once_in_a_fortnight_and_reads_the_own_line() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let dana = newcomer("dana");
        let second = Answer::Second(Mark::new(4).unwrap());
        let early = answer(&stage.context(&dana), &programme(&stage).await, second, "kk").await;
        assert!(matches!(early, Err(Failed::Refused(GiveRefused::FirstFirst))), "{early:?}");
        for said in [Answer::Skip, going(2), second, going(3)] {
            says(&stage, "dana", said).await;
        }
        stage.today = NEXT;
        says(&stage, "dana", Answer::Skip).await;
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let line = own(&mut tx, &stage.context(&dana), &programme).await.unwrap();
        let said: Vec<Said> = line.iter().map(|(_, given)| given.said).collect();
        assert_eq!(said[0], Said::Skipped, "the latest first");
        assert!(
            matches!(said[1], Said::Answered { going, second: Some(_) } if going.number() == 3),
            "{said:?}"
        );
        assert_eq!(own(&mut tx, &stage.context(&newcomer("zere")), &programme).await.unwrap(), []);
        drop(tx);
        let table = list(&stage.context(&dana), &programme, Lang::En).await.unwrap();
        let csv = table.table(&stage.context(&dana), Form::Csv).unwrap();
        assert!(String::from_utf8(csv.bytes).unwrap().contains("skipped"));
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_is_asked_who_works_with_nobody_and_nothing_is_asked_that_is_off() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let refused =
            answer(&stage.context(&mentor("polina")), &programme(&stage).await, going(3), "kk").await;
        assert!(matches!(refused, Err(Failed::Refused(GiveRefused::NotNow))), "{refused:?}");
        let mut programme = programme(&stage).await;
        let dana = newcomer("dana");
        let mut tx = stage.db.read().await.unwrap();
        assert!(now(&mut tx, &stage.context(&dana), &programme).await.unwrap().is_some());
        programme.settings = programme.settings.with(Key::PulseFortnightly, "off").unwrap();
        assert_eq!(now(&mut tx, &stage.context(&dana), &programme).await.unwrap(), None);
        programme.settings = programme.settings.with(Key::PulseAfterMeeting, "on").unwrap();
        let met = now(&mut tx, &stage.context(&dana), &programme).await.unwrap();
        assert_eq!(met, None, "no meeting took place in this fortnight");
    })
    .await;
}

#[tokio::test]
async fn signs_come_when_a_fortnight_is_over_for_low_and_silent_people_and_some_by_lot() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        enrol_more(&stage).await;
        tended(&mut stage, FIRST).await;
        for day in [FIRST, NEXT] {
            tended(&mut stage, day).await;
            // Whom the lot drew in the first fortnight is another matter.
            spoil(&stage.db, "DELETE FROM pulse_signs").await;
            says(&stage, "dana", going(2)).await;
            says(&stage, "zere", going(4)).await;
            // The first one of them says nothing.
            for who in &MORE[1..] {
                says(&stage, who, going(4)).await;
            }
            assert_eq!(to_ask(&stage, &leads()).await, Vec::<String>::new(), "an answer brings no sign");
        }
        tended(&mut stage, AFTER).await;
        let found = to_ask(&stage, &leads()).await;
        assert!(found.contains(&"dana".to_owned()) && found.contains(&MORE[0].to_owned()), "{found:?}");
        assert_eq!(found.len(), 4, "two of seven by lot: {found:?}");
        says(&stage, "dana", going(5)).await;
        assert_eq!(to_ask(&stage, &leads()).await, found, "an answer takes no sign away");
        assert_eq!(to_ask(&stage, &newcomer("dana")).await, Vec::<String>::new());
        let head = actor("serik", &[Role::Head]);
        assert_eq!(to_ask(&stage, &head).await, Vec::<String>::new());
        let hidden = settle(&stage.context(&head), &programme(&stage).await, &"dana".into()).await;
        assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        for _ in 0..2 {
            settle(&stage.context(&leads()), &programme(&stage).await, &"dana".into()).await.unwrap();
        }
        for nobody in ["polina", "of another house"] {
            let none = settle(&stage.context(&leads()), &programme(&stage).await, &nobody.into()).await;
            assert!(matches!(none, Err(Failed::NotFound)), "{nobody}: {none:?}");
        }
        tended(&mut stage, AFTER).await;
        let rest = to_ask(&stage, &leads()).await;
        assert!(!rest.is_empty() && !rest.contains(&"dana".to_owned()), "it does not come back: {rest:?}");
        stage.today = date(2027, 5, 27);
        assert_eq!(to_ask(&stage, &leads()).await, Vec::<String>::new(), "the year of work is over");
    })
    .await;
}

#[tokio::test]
async fn groups_of_five_are_read_once_the_half_year_is_over() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        enrol_more(&stage).await;
        for who in &MORE[..4] {
            says(&stage, who, going(4)).await;
        }
        says(&stage, "zere", Answer::Skip).await;
        let read = async |stage: &Stage| {
            let programme = programme(stage).await;
            let mut tx = stage.db.read().await.unwrap();
            groups(&mut tx, &stage.context(&leads()), &programme).await.unwrap().unwrap()
        };
        stage.today = date(2027, 1, 14);
        assert_eq!(read(&stage).await, [], "somebody may still answer");
        stage.today = date(2027, 1, 15);
        assert!(read(&stage).await.iter().all(|group| group.lines.is_none()), "four are too few");
        stage.today = FIRST;
        says(&stage, "dana", going(2)).await;
        stage.today = date(2027, 1, 15);
        let found = read(&stage).await;
        assert!(found.iter().all(|group| group.half == Half::First));
        let group = found.iter().find(|group| group.side == Side::Newcomer).unwrap();
        let lines = group.lines.as_ref().unwrap();
        let (None, Told::Shown(going)) = &lines[0] else { panic!("hidden") };
        assert_eq!((going.n, going.twice_median, going.low), (5, 8, 2));
        assert_eq!(group.skipped, Share::Hidden, "one who skipped is not counted out");
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(groups(&mut tx, &stage.context(&newcomer("zere")), &programme).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn answers_are_forgotten_a_year_after_the_year_of_work() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        says(&stage, "dana", going(4)).await;
        let kept = async |stage: &Stage| {
            let programme = programme(stage).await;
            store::pulses::of_programme(&mut stage.db.read().await.unwrap(), &programme).await.unwrap().len()
        };
        tended(&mut stage, date(2028, 5, 25)).await;
        assert_eq!(kept(&stage).await, 1);
        tended(&mut stage, date(2028, 5, 26)).await;
        assert_eq!(kept(&stage).await, 0);
    })
    .await;
}
