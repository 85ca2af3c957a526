//! The year before, as far as two pairs of it go. Мәдина was new then and Айгүл her mentor: they met, the coordinator
//! named the last day, both wrote closing words, and the pair closed by its day; its letter of thanks can be printed.
//! Ерлан was away for months, so he and Бекжан were given more time, and they ask for more; this week they pause.

use super::season::{actor, context};
use actions::Ids;
use actions::endings::{Turn, Wish, extend, keep, pause, plan, take_turn};
use actions::meetings::{Log, log, say};
use actions::orders::{prepare, sign};
use actions::plans::make;
use actions::schedules::Schedule;
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::contacts::Kind;
use domain::endings::{Cause, Reason, Words};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State};
use domain::people::{Actor, Person, Role};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, PairId};
use jiff::civil::date;
use std::error::Error;
use std::fmt::Debug;
use store::{Db, WriteTx};
use web::instant_of;

/// Who was new, and who mentored.
const PAIRS: [(&str, &str); 2] = [("madina", "aigul"), ("yerlan", "bekzhan")];
const HIRED: Day = date(2025, 8, 25);
const ORDERED: Day = date(2025, 11, 3);
const NAMED: Day = date(2026, 5, 11);
const LAST: Day = date(2026, 5, 25);
/// Days and minutes of talks that both remember.
const TALKS: [(Day, u16); 4] =
    [(date(2025, 11, 12), 30), (date(2026, 1, 21), 45), (date(2026, 3, 11), 20), (date(2026, 4, 22), 30)];

fn failed<E: Debug>(what: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{what}: {error:?}")
}

/// Plays everything.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    begin(db).await?;
    let (coordinator, head) = (actor("gulnafisa", Role::Coordinator), actor("serik", Role::Head));
    let preparing = context(db, ids, &coordinator, ORDERED, 11);
    let drafts = prepare(&preparing, &"school-47".into()).await.map_err(failed("an order"))?;
    for draft in drafts {
        let signing = context(db, ids, &head, ORDERED, 16);
        sign(&signing, &draft, "112-к", ORDERED).await.map_err(failed("its signature"))?;
    }
    closed(db, ids, &id_of("madina").as_str().into()).await?;
    longer(db, ids, &id_of("yerlan").as_str().into()).await?;
    Ok(())
}

fn id_of(newcomer: &str) -> String {
    format!("{newcomer}-2025")
}

/// Мәдина and Айгүл meet, thank each other and part by the planned day.
async fn closed(db: &Db, ids: &Ids, pair: &PairId) -> Result<(), Box<dyn Error>> {
    let (madina, aigul) = (actor("madina", Role::Newcomer), actor("aigul", Role::Mentor));
    for talk in TALKS {
        talked(db, ids, pair, [&aigul, &madina], talk).await?;
    }
    super::goals::reviewed(db, ids, &id_of("madina").into()).await?;
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let naming = context(db, ids, &coordinator, NAMED, 10);
    plan(&naming, pair, LAST, Reason::Planned).await.map_err(failed("the last day"))?;
    for (who, day, words) in [(&madina, date(2026, 5, 18), hers()), (&aigul, date(2026, 5, 20), mentors())] {
        let kept = keep(&context(db, ids, who, day, 17), pair, None, &words).await;
        kept.map_err(failed("closing words"))?;
    }
    let day_after = instant_of(date(2026, 5, 26), 9, USUAL_OFFSET_MINUTES);
    Schedule::ClosePairs.run(db, ids, day_after).await?;
    Ok(())
}

/// One of two writes a talk down, and the other one remembers it, too.
async fn talked(
    db: &Db,
    ids: &Ids,
    pair: &PairId,
    [mentor, newcomer]: [&Actor; 2],
    (day, minutes): (Day, u16),
) -> Result<(), String> {
    let talk = Log { kind: Kind::Talk, day, minutes, topic: None, answers: [].into() };
    let id = log(&context(db, ids, mentor, day, 15), pair, &talk).await.map_err(failed("a talk"))?;
    say(&context(db, ids, newcomer, day, 18), &id, true).await.map_err(failed("it was so"))
}

/// Ерлан was away for months: his time with Бекжан was made longer, and both ask for three weeks more.
async fn longer(db: &Db, ids: &Ids, pair: &PairId) -> Result<(), Box<dyn Error>> {
    let (yerlan, bekzhan) = (actor("yerlan", Role::Newcomer), actor("bekzhan", Role::Mentor));
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let ordered = context(db, ids, &bekzhan, date(2025, 11, 10), 12);
    make(&ordered, pair).await.map_err(failed("the work plan"))?;
    talked(db, ids, pair, [&bekzhan, &yerlan], (date(2025, 11, 18), 30)).await?;
    let away = Wish { cause: Cause::Absence, missed: Some(140), day: None };
    let goals = Wish { cause: Cause::Goals, missed: None, day: Some(date(2026, 10, 30)) };
    let (may, october) = (date(2026, 5, 12), date(2026, 10, 6));
    for (who, other, day, wish) in [(&yerlan, &bekzhan, may, away), (&bekzhan, &yerlan, october, goals)] {
        extend(&context(db, ids, who, day, 12), pair, wish).await.map_err(failed("more time"))?;
        let answering = context(db, ids, other, day, 15);
        take_turn(&answering, pair, Turn::Agree).await.map_err(failed("the answer"))?;
        if day == october {
            let pausing = context(db, ids, who, day, 18);
            let pause = pause(&pausing, pair, date(2026, 10, 7), date(2026, 10, 12)).await;
            pause.map_err(failed("the pause"))?;
        }
        if day == may {
            let confirming = context(db, ids, &coordinator, day, 17);
            take_turn(&confirming, pair, Turn::Confirm).await.map_err(failed("the confirmation"))?;
        }
    }
    Ok(())
}

fn hers() -> Words {
    Words {
        worked: Some("Бірге жоспарлаған сабақтар. Алғашқы екеуінен кейін өзім де батыл бастадым.".into()),
        gave: Some("Сабақтан кейін бір сұрақ қана қою: «Не істедің де, не болды?»".into()),
        thanks: Some("Айгүл Сайлауқызы, қатеден қорықпауды үйреттіңіз. Рақмет.".into()),
        evaluation: Some("Алғашқы айда кездесуге уақыт аз болды, кестеде ортақ бос уақыт керек.".into()),
        in_letter: true,
        ..Words::default()
    }
}

fn mentors() -> Words {
    Words {
        worked: Some("Қысқа, бірақ тұрақты әңгімелер.".into()),
        gave: Some("Өз сабағыма басқа көзбен қарадым.".into()),
        thanks: Some("Мәдина, сіз қойған сұрақтар маған да сабақ болды.".into()),
        evaluation: None,
        in_letter: false,
        ..Words::default()
    }
}

/// The programme of that year with its pairs, which have both consents.
async fn begin(db: &Db) -> Result<(), Box<dyn Error>> {
    let programme = Programme::usual("programme-2025".into(), "school-47".into(), 2025);
    let mut tx = db.write().await?;
    store::programmes::add(&mut tx, &programme).await?;
    for (newcomer, mentor) in PAIRS {
        published(&mut tx, &programme, newcomer, mentor).await?;
    }
    Ok(tx.commit().await?)
}

async fn published(
    tx: &mut WriteTx,
    programme: &Programme,
    newcomer: &str,
    mentor: &str,
) -> Result<(), Box<dyn Error>> {
    let person = store::people::get(tx, &newcomer.into()).await?.ok_or("somebody is missing")?;
    let person = Person { hired_on: Some(HIRED), service_years: Some(1), ..person };
    store::people::save(tx, &person).await?;
    let newcomer = Newcomer {
        id: id_of(newcomer).into(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        person: person.id,
        hired_on: HIRED,
        version: 0,
    };
    store::newcomers::add(tx, &newcomer).await?;
    let now = store::mentors::of_person(tx, &"programme".into(), &mentor.into()).await?;
    let mentor = Mentor {
        id: id_of(mentor).into(),
        programme: programme.id.clone(),
        since: instant_of(HIRED, 12, USUAL_OFFSET_MINUTES),
        ..now.ok_or("somebody is no mentor")?
    };
    store::mentors::add(tx, &mentor).await?;
    let pair = Pair {
        id: newcomer.id.as_str().into(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        newcomer: newcomer.id,
        mentor: mentor.id,
        place: Some(1),
        origin: Origin::Ranked,
        state: State::Published,
        since: instant_of(ORDERED, 9, USUAL_OFFSET_MINUTES),
        version: 0,
    };
    store::pairs::add(tx, &pair).await?;
    for side in Side::BOTH {
        store::consents::give(tx, &pair, side, pair.since).await?;
    }
    Ok(())
}
