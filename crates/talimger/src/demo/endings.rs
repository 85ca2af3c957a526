//! The year before, as far as one pair of it goes: Мәдина was new then and Айгүл her mentor. They met, the coordinator
//! named the last day, both wrote closing words, and the pair closed by its day; its letter of thanks can be printed.

use super::season::{actor, context};
use actions::Ids;
use actions::endings::{keep, plan};
use actions::meetings::{Log, log, say};
use actions::orders::{prepare, sign};
use actions::schedules::Schedule;
use domain::calendar::USUAL_OFFSET_MINUTES;
use domain::contacts::Kind;
use domain::endings::{Reason, Words};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State};
use domain::people::{Person, Role};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, PairId};
use jiff::civil::date;
use std::error::Error;
use std::fmt::Debug;
use store::Db;
use web::instant_of;

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
    let pair = published(db).await?;
    let (coordinator, head) = (actor("gulnafisa", Role::Coordinator), actor("serik", Role::Head));
    let preparing = context(db, ids, &coordinator, ORDERED, 11);
    let drafts = prepare(&preparing, &"school-47".into()).await.map_err(failed("an order"))?;
    for draft in drafts {
        let signing = context(db, ids, &head, ORDERED, 16);
        sign(&signing, &draft, "112-к", ORDERED).await.map_err(failed("its signature"))?;
    }
    let (madina, aigul) = (actor("madina", Role::Newcomer), actor("aigul", Role::Mentor));
    for (day, minutes) in TALKS {
        let talk = Log { kind: Kind::Talk, day, minutes, topic: None };
        let id = log(&context(db, ids, &aigul, day, 15), &pair, &talk).await.map_err(failed("a talk"))?;
        say(&context(db, ids, &madina, day, 18), &id, true).await.map_err(failed("it was so"))?;
    }
    let naming = context(db, ids, &coordinator, NAMED, 10);
    plan(&naming, &pair, LAST, Reason::Planned).await.map_err(failed("the last day"))?;
    for (who, day, words) in [(&madina, date(2026, 5, 18), hers()), (&aigul, date(2026, 5, 20), mentors())] {
        let kept = keep(&context(db, ids, who, day, 17), &pair, None, &words).await;
        kept.map_err(failed("closing words"))?;
    }
    let day_after = instant_of(date(2026, 5, 26), 9, USUAL_OFFSET_MINUTES);
    Schedule::ClosePairs.run(db, ids, day_after).await?;
    Ok(())
}

fn hers() -> Words {
    Words {
        worked: Some("Бірге жоспарлаған сабақтар. Алғашқы екеуінен кейін өзім де батыл бастадым.".into()),
        gave: Some("Сабақтан кейін бір сұрақ қана қою: «Не істедің де, не болды?»".into()),
        thanks: Some("Айгүл Сайлауқызы, қатеден қорықпауды үйреттіңіз. Рақмет.".into()),
        evaluation: Some("Алғашқы айда кездесуге уақыт аз болды, кестеде ортақ терезе керек.".into()),
        in_letter: true,
    }
}

fn mentors() -> Words {
    Words {
        worked: Some("Қысқа, бірақ тұрақты әңгімелер.".into()),
        gave: Some("Өз сабағыма басқа көзбен қарадым.".into()),
        thanks: Some("Мәдина, сіз қойған сұрақтар маған да сабақ болды.".into()),
        evaluation: None,
        in_letter: false,
    }
}

/// The pair in the programme of that year, with both consents.
async fn published(db: &Db) -> Result<PairId, Box<dyn Error>> {
    let (school, programme) =
        ("school-47".into(), Programme::usual("programme-2025".into(), "school-47".into(), 2025));
    let mut tx = db.write().await?;
    let madina = store::people::get(&mut tx, &"madina".into()).await?.ok_or("Madina is missing")?;
    let madina = Person { hired_on: Some(HIRED), service_years: Some(1), ..madina };
    store::people::save(&mut tx, &madina).await?;
    store::programmes::add(&mut tx, &programme).await?;
    let newcomer = Newcomer {
        id: "madina-2025".into(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        person: madina.id,
        hired_on: HIRED,
        version: 0,
    };
    store::newcomers::add(&mut tx, &newcomer).await?;
    let now = store::mentors::of_person(&mut tx, &"programme".into(), &"aigul".into()).await?;
    let now = now.ok_or("Aigül is no mentor")?;
    let mentor = Mentor {
        id: "aigul-2025".into(),
        programme: programme.id.clone(),
        since: instant_of(HIRED, 12, USUAL_OFFSET_MINUTES),
        ..now
    };
    store::mentors::add(&mut tx, &mentor).await?;
    let pair = Pair {
        id: "pair-2025".into(),
        school,
        programme: programme.id,
        newcomer: newcomer.id,
        mentor: mentor.id,
        place: Some(1),
        origin: Origin::Ranked,
        state: State::Published,
        since: instant_of(ORDERED, 9, USUAL_OFFSET_MINUTES),
        version: 0,
    };
    store::pairs::add(&mut tx, &pair).await?;
    for side in Side::BOTH {
        store::consents::give(&mut tx, &pair, side, pair.since).await?;
    }
    tx.commit().await?;
    Ok(pair.id)
}
