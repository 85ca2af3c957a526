//! What the clock reminds of in the course and its exam (neg:N10): a sheet that was not sealed, written answers that wait for
//! points, a right that ends. Each once, by day, and nothing of what is done by then.

use crate::letters::{Letter, promise_once};
use crate::sittings::Paper;
use crate::{Context, Failed, Never, deputies};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::certificates::{Validity, granted};
use domain::exams::{HearingState, SittingState};
use domain::{Day, Instant, SchoolId};
use jiff::ToSpan;
use std::ops::RangeInclusive;
use store::{Tx, WriteTx};

/// Days after the beginning of a practice on which an examiner is reminded of an open sheet.
const SHEET_DAYS: RangeInclusive<i32> = 1..=7;
/// Days after the end of a sitting on which coordinators are told of texts without points.
const TEXT_DAYS: RangeInclusive<i32> = 3..=10;
/// Days ahead of the end of a right on which its holder is told, the nearest first.
const RIGHT_DAYS: [i32; 2] = [30, 60];

/// Promises what is due today; gives how many sheets, sittings and rights it concerned.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => remind_in(&mut tx, context))
}

async fn remind_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let Some(school) = &context.actor.school else { return Ok(0) };
    let sheets = sheets(tx, context, school).await?;
    let texts = texts(tx, context, school).await?;
    let rights = rights(tx, context, school).await?;
    Ok(sheets + texts + rights)
}

/// Whole days from one day to another.
fn days(from: Day, to: Day) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Days that have gone by since an instant, on the clock of a school.
async fn since(tx: &mut Tx, context: &Context<'_>, school: &SchoolId, at: Instant) -> store::Result<i32> {
    let school = store::schools::get(tx, school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(days(local(at, offset).date(), context.today))
}

/// Examiners who have not sealed the sheet of a practice that has begun.
async fn sheets(tx: &mut WriteTx, context: &Context<'_>, school: &SchoolId) -> store::Result<usize> {
    let mut concerned = 0;
    let earliest = context.today.saturating_sub(30.days());
    for commission in store::commissions::of_school(tx, school).await? {
        if commission.day < earliest || commission.day > context.today {
            continue;
        }
        for hearing in store::commissions::hearings(tx, &commission).await? {
            let HearingState::Begun { at } = hearing.state else { continue };
            if !SHEET_DAYS.contains(&since(tx, context, school, at).await?) {
                continue;
            }
            for (examiner, _) in hearing.sheets.iter().filter(|(_, sheet)| !sheet.sealed) {
                let about = hearing.id.as_str();
                promise_once(tx, examiner, Letter::SheetUnsealed, about, context.now).await?;
                concerned += 1;
            }
        }
    }
    Ok(concerned)
}

/// Coordinators of sittings that were closed some days ago and whose texts wait.
async fn texts(tx: &mut WriteTx, context: &Context<'_>, school: &SchoolId) -> store::Result<usize> {
    let mut concerned = 0;
    for sitting in store::sittings::of_school(tx, school).await? {
        let SittingState::Closed { at } = sitting.state else { continue };
        let due = TEXT_DAYS.contains(&since(tx, context, school, at).await?);
        if !due || Paper::waiting(tx, &sitting, context.now).await? == 0 {
            continue;
        }
        for person in deputies::coordinators(tx, school, context.today).await? {
            promise_once(tx, &person, Letter::TextsWait, sitting.id.as_str(), context.now).await?;
        }
        concerned += 1;
    }
    Ok(concerned)
}

/// Holders of rights that end in a month, or in two.
async fn rights(tx: &mut WriteTx, context: &Context<'_>, school: &SchoolId) -> store::Result<usize> {
    let mut concerned = 0;
    for course in store::courses::candidates(tx, school).await? {
        let Some((_, Validity::Valid { until })) = granted(&course.candidate.state, context.today) else {
            continue;
        };
        let left = days(context.today, until);
        let Some(ahead) = RIGHT_DAYS.into_iter().find(|ahead| (1..=*ahead).contains(&left)) else {
            continue;
        };
        let (person, about) = (&course.candidate.person, format!("{} {ahead}", course.candidate.course));
        promise_once(tx, person, Letter::RightEnds, &about, context.now).await?;
        concerned += 1;
    }
    Ok(concerned)
}
