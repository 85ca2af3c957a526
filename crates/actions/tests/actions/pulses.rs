//! The short pulse: each reads the own line, leaders read groups of a half-year that is over, and signs come for low, silent
//! and drawn people at once.

use crate::meetings;
use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use crate::surveys::{MORE, enrol_more};
use actions::Failed;
use actions::meetings::{Log, log, say};
use actions::pulses::{
    Answer, Asked, Line, answer, groups, list, now, open, own, settle, signs, tend, usual, word, wordings,
    words,
};
use actions::rosters::exporting::Form;
use actions::surveys::{Share, Told};
use domain::contacts::Kind;
use domain::formsets::Label;
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::pulses::{GiveRefused, Half, Question, Said, Source, WordingRefused};
use domain::settings::Key;
use domain::sides::Side;
use domain::surveys::Mark;
use domain::{Day, MeetingId, PairId};
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
    answer(&stage.context(&who), &programme(stage).await, Source::Fortnight, said, "kk").await.unwrap();
}

/// What somebody answers about the meeting of these days.
async fn tells(stage: &Stage, who: &Actor, said: Answer) -> Result<(), Failed<GiveRefused>> {
    answer(&stage.context(who), &programme(stage).await, Source::Meeting, said, "kk").await
}

/// What is open to somebody, first what is put first.
async fn asked(stage: &Stage, who: &Actor) -> Vec<Asked> {
    let programme = programme(stage).await;
    open(&mut stage.db.read().await.unwrap(), &stage.context(who), &programme).await.unwrap()
}

async fn sources(stage: &Stage, who: &Actor) -> Vec<Source> {
    asked(stage, who).await.into_iter().map(|one| one.source).collect()
}

/// Дана writes down a talk of today with Айгүл.
async fn talked(stage: &Stage, pair: &PairId) -> MeetingId {
    let talk = Log { kind: Kind::Talk, day: stage.today, minutes: 10, topic: None, answers: [].into() };
    log(&stage.context(&newcomer("dana")), pair, &talk).await.unwrap()
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
        let early =
            answer(&stage.context(&dana), &programme(&stage).await, Source::Fortnight, second, "kk").await;
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
        let refused = answer(
            &stage.context(&mentor("polina")),
            &programme(&stage).await,
            Source::Fortnight,
            going(3),
            "kk",
        )
        .await;
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
async fn after_a_meeting_each_is_asked_who_says_that_it_took_place_and_reads_the_own_answer_alone() {
    on_both(async |db| {
        let (stage, pair) = meetings::stage(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let before = tells(&stage, &dana, going(3)).await;
        assert!(matches!(before, Err(Failed::Refused(GiveRefused::NotNow))), "{before:?}");
        let id = talked(&stage, &pair).await;
        let first = asked(&stage, &dana).await[0];
        assert_eq!((first.source, first.met), (Source::Meeting, Some(stage.today)));
        let unsaid = tells(&stage, &aigul, going(5)).await;
        assert!(
            matches!(unsaid, Err(Failed::Refused(GiveRefused::NotNow))),
            "she has not said so: {unsaid:?}"
        );
        let untouched = asked(&stage, &aigul).await;
        for said in [going(1), Answer::Second(Mark::new(2).unwrap())] {
            tells(&stage, &dana, said).await.unwrap();
            tells(&stage, &dana, said).await.unwrap();
        }
        assert_eq!(sources(&stage, &dana).await, [Source::Meeting], "one question a week");
        assert_eq!(asked(&stage, &aigul).await, untouched, "hers do not depend on it");
        say(&stage.context(&aigul), &id, true).await.unwrap();
        assert_eq!(asked(&stage, &aigul).await[0].said, None);
        assert_eq!(asked(&stage, &aigul).await[0].source, Source::Meeting);
        let programme = programme(&stage).await;
        let mut tx = stage.db.read().await.unwrap();
        let line = own(&mut tx, &stage.context(&dana), &programme).await.unwrap();
        let [(_, given)] = line.as_slice() else { panic!("once: {line:?}") };
        assert_eq!((given.source, given.said.going()), (Source::Meeting, Mark::new(1)));
        for other in [aigul, leads()] {
            assert_eq!(own(&mut tx, &stage.context(&other), &programme).await.unwrap(), []);
            assert!(signs(&mut tx, &stage.context(&other), &programme).await.unwrap().is_empty());
        }
        drop(tx);
        let table = list(&stage.context(&dana), &programme, Lang::En).await.unwrap();
        let csv = table.table(&stage.context(&dana), Form::Csv).unwrap();
        assert!(String::from_utf8(csv.bytes).unwrap().contains("after a meeting"));
    })
    .await;
}

#[tokio::test]
async fn a_meeting_is_asked_about_at_most_once_a_week_and_the_fortnight_waits_after_it() {
    on_both(async |db| {
        let (mut stage, pair) = meetings::stage(db).await;
        let dana = newcomer("dana");
        talked(&stage, &pair).await;
        says(&stage, "dana", going(4)).await;
        let again = tells(&stage, &dana, Answer::Skip).await;
        assert!(matches!(again, Err(Failed::Refused(GiveRefused::NotNow))), "not in one week: {again:?}");
        stage.today = date(2026, 11, 16);
        let late = asked(&stage, &dana).await;
        let [fortnight, met] = late.as_slice() else { panic!("{late:?}") };
        assert_eq!((fortnight.source, fortnight.waits()), (Source::Fortnight, false), "it may be changed");
        assert_eq!((met.source, met.waits(), met.is_late(stage.today)), (Source::Meeting, true, true));
        tells(&stage, &dana, Answer::Skip).await.unwrap();
        stage.today = date(2026, 11, 23);
        assert_eq!(sources(&stage, &dana).await, [], "it was seen to in the week before");
        stage.today = date(2026, 11, 30);
        assert_eq!(sources(&stage, &dana).await, [Source::Fortnight]);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_went_badly_brings_a_sign_when_the_fortnight_is_over() {
    on_both(async |db| {
        let (mut stage, pair) = meetings::stage(db).await;
        enrol_more(&stage).await;
        let today = stage.today;
        tended(&mut stage, today).await;
        talked(&stage, &pair).await;
        tells(&stage, &newcomer("dana"), going(1)).await.unwrap();
        assert_eq!(to_ask(&stage, &leads()).await, Vec::<String>::new(), "an answer brings no sign");
        tended(&mut stage, date(2026, 11, 23)).await;
        let found = to_ask(&stage, &leads()).await;
        assert!(found.contains(&"dana".to_owned()), "{found:?}");
        assert_eq!(found.len(), 3, "two of eight by lot: {found:?}");
        assert_eq!(to_ask(&stage, &mentor("aigul")).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_one_of_the_two_denies_is_asked_about_no_more() {
    on_both(async |db| {
        let (stage, pair) = meetings::stage(db).await;
        let id = talked(&stage, &pair).await;
        say(&stage.context(&mentor("aigul")), &id, false).await.unwrap();
        for who in [newcomer("dana"), mentor("aigul")] {
            assert_eq!(sources(&stage, &who).await, [Source::Fortnight]);
        }
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
        let Line { question: Question::First(Source::Fortnight), told: Told::Shown(going), .. } = &lines[0]
        else {
            panic!("hidden")
        };
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

#[tokio::test]
async fn a_question_in_own_words_is_asked_from_the_next_answer_on_and_is_a_line_of_its_own() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let programme = programme(&stage).await;
        let question = Question::First(Source::Fortnight);
        let label = |kk: &str| Label {
            kk: kk.into(), ru: "Помощи хватает".into(), en: "I get help".into()
        };
        let own = label("Маған көмек жетеді");
        let teacher = word(&stage.context(&mentor("aigul")), &programme, question, Some(&own)).await;
        assert!(matches!(teacher, Err(Failed::Forbidden)), "{teacher:?}");
        let part = word(&stage.context(&coordinator()), &programme, question, Some(&label(" "))).await;
        assert!(matches!(part, Err(Failed::Refused(WordingRefused::Texts))), "{part:?}");
        for _ in 0..2 {
            word(&stage.context(&coordinator()), &programme, question, Some(&own)).await.unwrap();
        }
        assert_eq!(stage.audited("pulse-worded").await, 1, "the form came twice");
        let mut tx = stage.db.read().await.unwrap();
        let all = wordings(&mut tx, &stage.context(&coordinator()), &programme).await.unwrap();
        assert_eq!(words(Lang::Kk, &all, question, all.now()), "Маған көмек жетеді");
        assert_eq!(words(Lang::Kk, &all, question, 1), usual(Lang::Kk, question), "what was asked before");
        drop(tx);
        word(&stage.context(&coordinator()), &programme, question, None).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let all = wordings(&mut tx, &stage.context(&coordinator()), &programme).await.unwrap();
        assert_eq!(words(Lang::Kk, &all, question, all.now()), usual(Lang::Kk, question));
    })
    .await;
}
