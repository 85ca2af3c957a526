//! Meetings of Dana with the mentor whom the law's order names until the choice is made, played by the actions
//! themselves: a talk in the corridor, and a meeting that both agreed on, with notes and a step that is done.

use super::season::{actor, context};
use actions::Ids;
use actions::meetings::{Answer, Log, Proposal, add_step, answer, keep_note, log, propose, say, tick};
use domain::contacts::Kind;
use domain::meetings::{Level, Span};
use domain::pairs::Pair;
use domain::people::Role;
use domain::sides::Side;
use jiff::civil::{date, time};
use std::error::Error;
use std::fmt::Debug;
use store::Db;

const AGREED: Span = Span { day: date(2026, 9, 23), at: time(14, 30, 0, 0), minutes: 30 };

/// What went wrong, with what was being played.
fn failed<E: Debug>(what: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{what}: {error:?}")
}

/// Plays everything, day by day.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let pairs =
        store::pairs::of_newcomer(&mut *db.read().await?, &"school-47".into(), &"dana".into()).await?;
    let Some(Pair { id: pair, .. }) = pairs.into_iter().find(Pair::is_provisional) else {
        return Err("Dana has no provisional mentor".into());
    };
    let (dana, irina) = (actor("dana", Role::Newcomer), actor("irina", Role::Mentor));
    let corridor = Log {
        kind: Kind::Talk,
        day: date(2026, 9, 8),
        minutes: 10,
        topic: Some("журнал мен күнделік".into()),
        answers: [].into(),
    };
    let talk = log(&context(db, ids, &irina, corridor.day, 15), &pair, &corridor).await;
    let talk = talk.map_err(failed("the talk"))?;
    let confirmed = say(&context(db, ids, &dana, corridor.day, 18), &talk, true).await;
    confirmed.map_err(failed("the talk was so"))?;
    let proposal = Proposal {
        kind: Kind::Planning,
        span: AGREED,
        topic: Some("ҚМЖ-ның бірінші бөлімі".into()),
        place: Some("215-кабинет".into()),
        link: None,
        weeks: 1,
    };
    let proposed = propose(&context(db, ids, &dana, date(2026, 9, 21), 12), &pair, &proposal).await;
    let meeting = proposed.map_err(failed("the proposal"))?;
    let yes = Answer::Accept { seen: AGREED, with: &[] };
    let accepted = answer(&context(db, ids, &irina, date(2026, 9, 21), 16), &meeting, yes).await;
    accepted.map_err(failed("the answer"))?;
    for one in [&dana, &irina] {
        let said = say(&context(db, ids, one, AGREED.day, 17), &meeting, true).await;
        said.map_err(failed("it took place"))?;
    }
    write(db, ids, &meeting).await
}

/// Notes on two levels, and a step that is done.
async fn write(db: &Db, ids: &Ids, meeting: &domain::MeetingId) -> Result<(), Box<dyn Error>> {
    let (dana, irina) = (actor("dana", Role::Newcomer), actor("irina", Role::Mentor));
    let notes = [
        (&irina, Level::Ours, "Мақсатты бір сөйлеммен жазып, сабақтың соңында соған оралу."),
        (&dana, Level::Mine, "Келесіде алдымен өзім сұрайын."),
    ];
    for (author, level, text) in notes {
        let kept = keep_note(&context(db, ids, author, AGREED.day, 18), meeting, level, text).await;
        kept.map_err(failed("a note"))?;
    }
    let until = Some(date(2026, 9, 30));
    let writing = context(db, ids, &irina, AGREED.day, 18);
    let added = add_step(&writing, meeting, Side::Newcomer, "Бір сабақтың мақсатын жазып келу", until).await;
    added.map_err(failed("the step"))?;
    let pair = store::meetings::get(&mut *db.read().await?, meeting).await?.ok_or("no meeting")?.pair;
    let steps = store::meetings::steps(&mut *db.read().await?, &"school-47".into(), &pair).await?;
    for step in steps {
        let done = tick(&context(db, ids, &dana, date(2026, 9, 29), 17), meeting, &step.id).await;
        done.map_err(failed("the step is done"))?;
    }
    Ok(())
}
