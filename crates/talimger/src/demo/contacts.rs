//! Joint work of 8 September to 6 October, played by the actions themselves, and Dana's impressions of some.

use super::season::{actor, context};
use actions::Ids;
use actions::contacts::{Words, confirm, keep_impression, record};
use domain::contacts::Kind::{
    self, CoTeaching, Duty, OutsideLessons, Planning, Talk, VisitByMentor, VisitToMentor,
};
use domain::contacts::{Deed, Mark};
use domain::people::Role;
use domain::{ContactId, Day};
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// Who worked with whom, when, how, about what; the newcomer writes it down.
struct Work {
    newcomer: &'static str,
    mentor: &'static str,
    on: Day,
    kind: Kind,
    topic: &'static str,
}

const fn work(newcomer: &'static str, mentor: &'static str, on: (i8, i8), kind: Kind) -> Work {
    Work { newcomer, mentor, on: date(2026, on.1, on.0), kind, topic: "" }
}

impl Work {
    const fn about(self, topic: &'static str) -> Self {
        Self { topic, ..self }
    }
}

/// Айдар and Алина have met all but one; Мейір has hardly begun; Рахман is still missing for most.
const WORKS: [Work; 29] = [
    work("zere", "irina", (8, 9), Talk),
    work("alina", "irina", (9, 9), VisitToMentor),
    work("dana", "irina", (10, 9), VisitByMentor).about("6 «А»: жазбаша тапсырма"),
    work("meiir", "irina", (10, 9), Talk),
    work("aidar", "irina", (11, 9), OutsideLessons).about("родительское собрание"),
    work("aidar", "aigul", (14, 9), VisitToMentor),
    work("zhupar", "irina", (14, 9), VisitToMentor),
    work("aidar", "bekzhan", (15, 9), VisitToMentor).about("лабораторная в 9 «В»"),
    work("alina", "aigul", (15, 9), VisitToMentor).about("внимание в седьмом классе"),
    work("dana", "aigul", (16, 9), VisitToMentor).about("8 «Б»: қатені сынып өзі тапты"),
    work("zere", "aigul", (17, 9), Planning),
    work("zhupar", "karina", (17, 9), VisitByMentor),
    work("dana", "karina", (18, 9), Duty),
    work("aidar", "rakhman", (21, 9), VisitToMentor),
    work("dana", "zhibek", (22, 9), Planning).about("электрондық журнал"),
    work("zhupar", "asiya", (22, 9), Talk),
    work("zere", "asiya", (23, 9), VisitToMentor),
    work("dana", "irina", (24, 9), VisitToMentor).about("7 «В»: үй тапсырмасын тексеру"),
    work("meiir", "rakhman", (24, 9), Duty),
    work("alina", "asiya", (25, 9), VisitByMentor),
    work("alina", "karina", (28, 9), VisitToMentor),
    work("dana", "aigul", (29, 9), Planning).about("сұрақтан кейінгі үзіліс"),
    work("zere", "zhibek", (29, 9), Planning),
    work("aidar", "zhibek", (30, 9), Planning),
    work("zhupar", "bekzhan", (30, 9), CoTeaching),
    work("alina", "bekzhan", (1, 10), Talk),
    work("aidar", "asiya", (2, 10), CoTeaching),
    work("alina", "zhibek", (6, 10), Talk).about("онлайн-тесты"),
    work("dana", "bekzhan", (6, 10), Planning).about("8 «Б»: топтық тапсырма"),
];

/// These the mentor has not confirmed by 7 October.
const WAITING: [(&str, &str, Day); 3] = [
    ("alina", "zhibek", date(2026, 10, 6)),
    ("dana", "bekzhan", date(2026, 10, 6)),
    ("dana", "aigul", date(2026, 9, 29)),
];

/// What Dana keeps for herself: of the work with whom, on which day; useful, at ease, could ask; a line.
type Kept = (&'static str, Day, [u8; 3], &'static str);

const IMPRESSIONS: [Kept; 5] = [
    ("irina", date(2026, 9, 10), [3, 2, 2], "Ескертулерінің бәрі дұрыс, бірақ сыныптың алдында айтты."),
    ("aigul", date(2026, 9, 16), [4, 3, 3], "Сұрақтан кейін он секунд күтті. Мен үш секундқа да шыдамаймын."),
    ("irina", date(2026, 9, 24), [4, 2, 2], "Сабағы өте реттелген, бірақ сұрақ қоюға үлгермедім."),
    ("aigul", date(2026, 9, 29), [4, 4, 4], "Қатемді айтқанда ұялған жоқпын. Алдымен өзімнен сұрады."),
    ("bekzhan", date(2026, 10, 6), [3, 4, 4], "Физик болса да, тәсілдері маған жақын."),
];

/// Plays everything, day by day.
pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    for work in &WORKS {
        play_one(db, ids, work)
            .await
            .map_err(|what| format!("{} + {}: {what}", work.newcomer, work.mentor))?;
    }
    Ok(())
}

async fn play_one(db: &Db, ids: &Ids, work: &Work) -> Result<(), String> {
    let newcomer = actor(work.newcomer, Role::Newcomer);
    let deed = Deed {
        kind: work.kind,
        held_on: work.on,
        minutes: if work.kind == Kind::Talk { 20 } else { 45 },
        topic: (!work.topic.is_empty()).then(|| work.topic.to_owned()),
    };
    let (one, other) = (work.newcomer.into(), work.mentor.into());
    let recorded = record(&context(db, ids, &newcomer, work.on, 15), &one, &other, &deed).await;
    let id = recorded.map_err(|error| format!("{error:?}"))?;
    if !WAITING.contains(&(work.newcomer, work.mentor, work.on)) {
        let mentor = actor(work.mentor, Role::Mentor);
        let confirmed = confirm(&context(db, ids, &mentor, work.on, 18), &id).await;
        confirmed.map_err(|error| format!("{error:?}"))?;
    }
    let kept = IMPRESSIONS.iter().find(|(mentor, on, ..)| (*mentor, *on) == (work.mentor, work.on));
    match kept {
        Some(kept) if work.newcomer == "dana" => keep(db, ids, &id, kept).await,
        _ => Ok(()),
    }
}

async fn keep(db: &Db, ids: &Ids, id: &ContactId, (_, on, marks, note): &Kept) -> Result<(), String> {
    let dana = actor("dana", Role::Newcomer);
    let [useful, ease, asking] = marks.map(Mark::new);
    let words = Words { useful, ease, asking, note: (*note).to_owned() };
    let kept = keep_impression(&context(db, ids, &dana, *on, 19), id, &words).await;
    kept.map_err(|error| format!("{error:?}"))
}
