//! The order by which the pupil programme is held, as a paper for the head's signature by pen (doc:B1): who coordinates it, classes,
//! places and times from what stands, pupils and pairs by a number. Why somebody takes part stands nowhere on it.

use super::{Ground, on_duty};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::people::{coordinators_of, head_of};
use crate::{Context, Failed};
use documents::pupil_orders as printed;
use domain::certificates::first_year;
use domain::peers::State;
use domain::peers::weekly::Weekly;
use domain::permissions::{Action, may};
use domain::pupils::{Pupil, grade};
use i18n::{Arg, Lang, t};
use std::collections::BTreeSet;
use store::Tx;

/// Prints the order as it stands today, for the coordinator; nobody else finds it.
pub async fn print_order(context: &Context<'_>, lang: Lang) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let order = order(&mut tx, context, lang).await?;
    drop(tx);
    let made_at = context.now;
    laid_out(move || printed::pdf(&order, lang, made_at)).await
}

/// What it says.
async fn order(
    tx: &mut Tx,
    context: &Context<'_>,
    lang: Lang,
) -> Result<printed::PupilOrder, Failed<Unprintable>> {
    let own = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    if may(context.actor, &Action::ManageProgramme(own)).is_err() {
        return Err(Failed::NotFound);
    }
    let ground = Ground::gather(tx, context).await?;
    let school = store::schools::get(tx, &ground.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(tx, &ground.school, context.today).await?;
    let coordinators = coordinators_of(tx, &ground.school, context.today).await?;
    let mut meetings = Vec::new();
    for pair in &ground.pairs {
        let State::Agreed(agreement) = &pair.state else { continue };
        // Where nobody is on duty the place is left to the pen.
        let adult = on_duty(tx, &ground, &agreement.weekly).await?;
        meetings.push(meeting(
            lang,
            &agreement.weekly,
            adult.map(|one| one.name.brief()).unwrap_or_default(),
        ));
    }
    let (helpers, mentees) = parties(&ground);
    let all = helpers.iter().chain(&mentees).map(|pupil| pupil.class_key.as_str());
    let classes: BTreeSet<(Option<u32>, &str)> = all.map(|class| (grade(class), class)).collect();
    Ok(printed::PupilOrder {
        school: school_of(&school),
        school_year: first_year(context.today),
        date: context.today,
        coordinators,
        classes: classes.into_iter().map(|(_, class)| class.to_owned()).collect(),
        helpers: helpers.len(),
        mentees: mentees.len(),
        meetings,
        head: head.map(|head| head.name.full()),
    })
}

/// Who helps, and who is helped or waits for a pair.
fn parties(ground: &Ground) -> (Vec<&Pupil>, Vec<&Pupil>) {
    let here: Vec<&Pupil> = ground.all().filter(|pupil| pupil.is_here(ground.today)).collect();
    let is_helped = |pupil: &&Pupil| ground.open_pair(&pupil.id).is_some() || ground.waits(pupil);
    let helpers = here.iter().copied().filter(|pupil| ground.is_volunteer(&pupil.id)).collect();
    (helpers, here.into_iter().filter(is_helped).collect())
}

fn meeting(lang: Lang, weekly: &Weekly, adult: String) -> printed::Meeting {
    let weekday = t(lang, "suggestions-weekday", &[("weekday", weekly.weekday.into())]);
    let when = [
        ("weekday", Arg::from(i18n::capital(&weekday))),
        ("time", i18n::time(weekly.at).into()),
        ("minutes", weekly.minutes.into()),
    ];
    printed::Meeting { when: t(lang, "peers-order-when", &when), place: weekly.place.clone(), adult }
}
