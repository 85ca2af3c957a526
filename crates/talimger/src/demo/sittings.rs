//! The exam of theory: three went through it last week and know what it came to; another sitting runs today, and Мәдина
//! writes.

use super::season::{actor, context};
use actions::Ids;
use actions::attempts::{hand_in, open, save};
use actions::questions::take_starter;
use actions::sittings::{Bar, Planned, begin, close, plan, tell};
use domain::calendar::{USUAL_OFFSET_MINUTES, instant_of};
use domain::courses::{Attempts, Candidate, Course, Rules, State};
use domain::exams::Plan;
use domain::people::Role;
use domain::questions::{Answer, Blueprint, Kind, Language, Near, Points, Question, Topic};
use domain::{Day, ExamId, SchoolId};
use jiff::civil::date;
use std::error::Error;
use store::Db;

const BEFORE: Day = date(2026, 10, 1);
const HELD: Day = date(2026, 10, 2);
const TODAY: Day = date(2026, 10, 7);
/// Whose course of last spring has led to the exam, and how many of the questions they answer right last week.
const CANDIDATES: [(&str, usize); 4] = [("asiya", 12), ("yerlan", 10), ("polina", 3), ("madina", 0)];

/// An answer that brings all points; nothing to a question that somebody marks by hand.
fn right(question: &Question) -> Answer {
    match &question.kind {
        Kind::Single(choices) => {
            let best = choices.iter().enumerate().max_by_key(|(_, choice)| choice.fraction);
            best.map_or(Answer::Blank, |(place, _)| Answer::One(place))
        }
        Kind::Multiple(choices) => {
            let good = choices.iter().enumerate().filter(|(_, choice)| choice.fraction.parts() > 0);
            Answer::Several(good.map(|(place, _)| place).collect())
        }
        Kind::TrueFalse { right, .. } => Answer::Truth(*right),
        Kind::Short { answers, .. } => {
            answers.first().map_or(Answer::Blank, |answer| Answer::Written(answer.text.replace('*', "")))
        }
        Kind::Numerical(ranges) => match ranges.first().map(|range| range.near) {
            Some(Near::Number { value, .. }) => Answer::Written(value.to_string()),
            _ => Answer::Blank,
        },
        Kind::Matching { pairs, .. } => {
            Answer::Matched(pairs.iter().map(|pair| Some(pair.answer.clone())).collect())
        }
        Kind::Essay => Answer::Blank,
    }
}

/// A sitting on a day, two questions of each topic.
fn planned(day: Day, (from, to): (i8, i8)) -> Planned {
    let at = |hour| instant_of(day, hour, USUAL_OFFSET_MINUTES);
    let topics =
        [Topic::Law, Topic::Learning, Topic::Adaptation, Topic::Feedback, Topic::Talks, Topic::Safety];
    Planned {
        begins: at(from),
        ends: at(to),
        plan: Plan { blueprint: Blueprint(topics.map(|topic| (topic, 2)).into()), minutes: 90 },
        languages: Language::ALL.into(),
        bar: Bar::Judges([7, 7, 6].map(Points::whole).into()),
        places: 0,
    }
}

/// Opens somebody's paper and answers the first questions right.
async fn writes(
    db: &Db,
    ids: &Ids,
    exam: &ExamId,
    day: Day,
    hour: i8,
    who: &str,
    count: usize,
) -> Result<(), String> {
    let who = actor(who, Role::Teacher);
    let writing = context(db, ids, &who, day, hour);
    let failed = |what: &dyn std::fmt::Debug| format!("the paper of {}: {what:?}", who.person);
    let paper = open(&writing, exam, Language::Ru).await.map_err(|error| failed(&error))?;
    let asked = {
        let mut tx = db.read().await.map_err(|error| failed(&error))?;
        let kept = store::attempts::get(&mut tx, &paper).await.map_err(|error| failed(&error))?;
        let sitting = store::sittings::get(&mut tx, exam).await.map_err(|error| failed(&error))?;
        let (kept, sitting) = kept.zip(sitting).ok_or("no paper")?;
        let bank = store::sittings::bank(&mut tx, &sitting, Language::Ru).await;
        let bank = bank.map_err(|error| failed(&error))?;
        let drawn = kept.attempt.variant.questions.into_iter();
        drawn.filter_map(|drawn| Some((drawn.number, right(bank.get(drawn.number)?)))).collect::<Vec<_>>()
    };
    for (number, answer) in asked.into_iter().take(count) {
        save(&writing, &paper, number, &answer, 0).await.map_err(|error| failed(&error))?;
    }
    if day == HELD {
        hand_in(&writing, &paper).await.map_err(|error| failed(&error))?;
    }
    Ok(())
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (coordinator, school) = (actor("gulnafisa", Role::Coordinator), SchoolId::from("school-47"));
    let planning = context(db, ids, &coordinator, BEFORE, 10);
    take_starter(&planning, &school).await.map_err(|error| format!("the bank: {error:?}"))?;
    let mut tx = db.write().await?;
    for (person, _) in CANDIDATES {
        let candidate = Candidate {
            course: planning.id(),
            person: person.into(),
            state: State::Admitted,
            attempts: Attempts::default(),
            changed_at: planning.now,
            version: 0,
        };
        let (rules, begun_on) = (Rules::default(), date(2026, 2, 2));
        store::courses::add(&mut tx, &Course { school: school.clone(), candidate, rules, begun_on }).await?;
    }
    tx.commit().await?;
    let failed = |error: &dyn std::fmt::Debug| format!("the exam: {error:?}");
    let held = plan(&planning, &planned(HELD, (15, 17))).await.map_err(|error| failed(&error))?;
    let today = plan(&planning, &planned(TODAY, (8, 18))).await.map_err(|error| failed(&error))?;
    begin(&context(db, ids, &coordinator, HELD, 15), &held).await.map_err(|error| failed(&error))?;
    for (person, count) in CANDIDATES.into_iter().take(3) {
        writes(db, ids, &held, HELD, 15, person, count).await?;
    }
    let evening = context(db, ids, &coordinator, HELD, 18);
    close(&evening, &held).await.map_err(|error| failed(&error))?;
    tell(&evening, &held).await.map_err(|error| failed(&error))?;
    begin(&context(db, ids, &coordinator, TODAY, 8), &today).await.map_err(|error| failed(&error))?;
    writes(db, ids, &today, TODAY, 8, "madina", 4).await?;
    Ok(())
}
