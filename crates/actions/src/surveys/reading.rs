//! What is read of a closed wave: figures of groups that are large enough, and with whom a talk would help.

use super::partners;
use crate::Context;
use domain::PersonId;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::{Again, Answers, Item, Mark, Motive, State, Survey, Wave};
use measure::scales::{Share, Summary, Told, marks, share};
use store::Tx;

/// What may be read of one side.
#[derive(Clone, Debug, PartialEq)]
pub enum SideResult {
    /// Fewer answers than may be shown; how many stays unknown.
    Hidden,
    /// Enough.
    Shown {
        /// How many have answered.
        n: u32,
        /// Each line, with what stood there the wave before.
        lines: Vec<(Item, Told, Option<Before>)>,
        /// How many would choose each other again, where it was asked.
        again: Option<Share>,
        /// How many named each motive.
        motives: Vec<(Motive, Share)>,
    },
}

/// What stood in the wave before, where both groups are large enough. A change, never an effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// The wave.
    pub wave: Wave,
    /// The marks of then.
    pub summary: Summary,
}

/// Both sides of a closed wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The wave.
    pub survey: Survey,
    /// Newcomers, then mentors.
    pub sides: [(Side, SideResult); 2],
}

fn of_side(answers: &[(Side, Answers)], side: Side) -> Vec<&Answers> {
    answers.iter().filter(|(of, _)| *of == side).map(|(_, answers)| answers).collect()
}

fn told(given: &[&Answers], item: Item, least: u32) -> Told {
    let numbers = given.iter().filter_map(|one| one.marks.get(&item)).map(|mark| mark.number());
    marks(&numbers.collect::<Vec<u8>>(), Mark::HIGH, least)
}

fn count(given: &[&Answers], is_so: impl Fn(&Answers) -> bool) -> u32 {
    u32::try_from(given.iter().filter(|one| is_so(one)).count()).unwrap_or(u32::MAX)
}

fn side_result(
    now: &[&Answers],
    before: Option<(Wave, &[&Answers])>,
    (side, wave): (Side, Wave),
    least: u32,
) -> SideResult {
    let n = count(now, |_| true);
    if n < least {
        return SideResult::Hidden;
    }
    let line = |item: Item| {
        let earlier = before.and_then(|(wave, given)| match told(given, item, least) {
            Told::Shown(summary) => Some(Before { wave, summary }),
            Told::Hidden => None,
        });
        (item, told(now, item, least), earlier)
    };
    let answered = count(now, |one| one.again.is_some());
    let yes = count(now, |one| one.again == Some(Again::Yes));
    let motive = |motive: Motive| (motive, share(count(now, |one| one.motives.contains(&motive)), n, least));
    SideResult::Shown {
        n,
        lines: Item::of(side).map(line).collect(),
        again: wave.asks_again().then(|| share(yes, answered, least)),
        motives: Motive::ALL.iter().copied().map(motive).collect(),
    }
}

async fn given(tx: &mut Tx, survey: &Survey) -> store::Result<Vec<(Side, Answers)>> {
    Ok(store::surveys::answers(tx, survey).await?.into_values().collect())
}

/// The figures of the closed waves of a programme, in their order; nothing of an open one, for whoever looked before and
/// after one more answer would know it. `None` for whoever may not see them.
pub async fn results(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Vec<Outcome>>> {
    if may(context.actor, &Action::SeeSurveys(&programme.school)).is_err() {
        return Ok(None);
    }
    let least = u32::from(programme.settings.min_cell);
    let mut all: Vec<Outcome> = Vec::new();
    let mut before: Option<(Wave, Vec<(Side, Answers)>)> = None;
    let waves = store::surveys::of_programme(tx, &programme.school, &programme.id).await?;
    for survey in waves.into_iter().filter(|one| matches!(one.state, State::Closed { .. })) {
        let answers = given(tx, &survey).await?;
        let sides = Side::BOTH.map(|side| {
            let earlier = before.as_ref().map(|(wave, answers)| (*wave, of_side(answers, side)));
            let earlier = earlier.as_ref().map(|(wave, answers)| (*wave, answers.as_slice()));
            (side, side_result(&of_side(&answers, side), earlier, (side, survey.wave), least))
        });
        before = Some((survey.wave, answers));
        all.push(Outcome { survey, sides });
    }
    Ok(Some(all))
}

/// With whom the actor is asked to talk, by the waves of a programme; never the other one of an own pair.
pub async fn talks(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Survey, PersonId)>> {
    let all = partners(tx, programme).await?;
    let mut found = Vec::new();
    for survey in store::surveys::of_programme(tx, &programme.school, &programme.id).await? {
        for person in store::surveys::talks(tx, &survey).await? {
            let partners = all.get(&person).map(Vec::as_slice).unwrap_or_default();
            let see = Action::SeeTalk { school: &survey.school, person: &person, partners };
            if may(context.actor, &see).is_ok() {
                found.push((survey.clone(), person));
            }
        }
    }
    Ok(found)
}
