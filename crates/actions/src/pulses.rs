//! The short pulse (feat:K1): answered or skipped by each person alone, shown to them; leaders read groups that are large
//! enough of a half-year that is over; the coordinator is asked to ask some how it goes. As in the survey, none of it
//! leaves a line in the log: that somebody has answered is a fact about them already (docs/decisions/0056).

mod reading;
mod tending;

pub use reading::{Group, groups, list, settle, signs};
pub use tending::tend;

use crate::consents::persons;
use crate::surveys::asked;
use crate::{Context, Failed};
use domain::meetings::State as Met;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::pulses::{Fortnight, GiveRefused, Given, Said, WORDING, is_asked};
use domain::sides::Side;
use domain::surveys::{Item, Mark};
use domain::{Day, PairId, PersonId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// What the actor is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The fortnight.
    pub fortnight: Fortnight,
    /// Their side.
    pub side: Side,
    /// What they said in it so far.
    pub said: Option<Said>,
}

impl Asked {
    /// The second question, once the first one is answered and as long as the second one is not.
    pub fn second(&self) -> Option<Item> {
        match self.said {
            Some(Said::Answered { second: None, .. }) => Some(self.fortnight.second(self.side)),
            _ => None,
        }
    }
}

/// What somebody answers with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// How it goes.
    Going(Mark),
    /// The second question.
    Second(Mark),
    /// Nothing this time.
    Skip,
}

/// Everybody who is asked in a fortnight, with their side.
async fn asked_in(
    tx: &mut Tx,
    programme: &Programme,
    fortnight: Fortnight,
    today: Day,
) -> store::Result<BTreeMap<PersonId, Side>> {
    let settings = &programme.settings;
    if !is_asked(settings, true) {
        return Ok(BTreeMap::new());
    }
    let mut people = asked(tx, programme, today).await?;
    if !is_asked(settings, false) {
        let met = met(tx, programme, fortnight, today).await?;
        people.retain(|person, _| met.contains(person));
    }
    Ok(people)
}

/// Everybody whose pair has met in a fortnight until a day.
async fn met(
    tx: &mut Tx,
    programme: &Programme,
    fortnight: Fortnight,
    today: Day,
) -> store::Result<BTreeSet<PersonId>> {
    let (school, id) = (&programme.school, &programme.id);
    let days = fortnight.first_day(programme)..=fortnight.last_day(programme).min(today);
    let meetings = store::meetings::of_programme(tx, school, id).await?.into_iter();
    let held = meetings.filter(|meeting| meeting.state == Met::Held && days.contains(&meeting.day));
    let pairs: BTreeSet<PairId> = held.map(|meeting| meeting.pair).collect();
    let mut people = BTreeSet::new();
    for pair in store::pairs::of_programme(tx, school, id).await? {
        if pairs.contains(&pair.id)
            && let Some((newcomer, mentor)) = persons(tx, &pair).await?
        {
            people.extend([newcomer, mentor]);
        }
    }
    Ok(people)
}

/// What the actor is asked now; `None` where that is nothing.
pub async fn now(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Option<Asked>> {
    let me = &context.actor.person;
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_err() {
        return Ok(None);
    }
    let Some(fortnight) = Fortnight::on(programme, context.today) else { return Ok(None) };
    let Some(side) = asked_in(tx, programme, fortnight, context.today).await?.remove(me) else {
        return Ok(None);
    };
    let given = store::pulses::of_person(tx, programme, me).await?;
    let said = given.into_iter().find(|one| one.fortnight == fortnight).map(|one| one.said);
    Ok(Some(Asked { fortnight, side, said }))
}

/// What the actor said in every programme of the school that is kept, the latest first.
pub async fn own(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Programme, Given)>> {
    let me = &context.actor.person;
    let mut lines = Vec::new();
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_ok() {
        for one in store::programmes::of_school(tx, &programme.school).await? {
            let given = store::pulses::of_person(tx, &one, me).await?;
            lines.extend(given.into_iter().map(|given| (one.clone(), given)));
        }
    }
    lines.sort_by_key(|(of, given)| std::cmp::Reverse((of.first_year, given.fortnight)));
    Ok(lines)
}

/// Keeps what the actor answers, in the place of what they answered before in the same fortnight. `lang` is the tag of the
/// language in which they read the question.
pub async fn answer(
    context: &Context<'_>,
    programme: &Programme,
    answer: Answer,
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, programme, answer, lang))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    answer: Answer,
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    let me = &context.actor.person;
    may(context.actor, &Action::AnswerSurvey { person: me })?;
    let asked = now(tx, context, programme).await?.ok_or(Failed::Refused(GiveRefused::NotNow))?;
    let said = match (answer, asked.said) {
        (Answer::Skip, _) => Said::Skipped,
        (Answer::Going(going), Some(Said::Answered { second, .. })) => Said::Answered { going, second },
        (Answer::Going(going), _) => Said::Answered { going, second: None },
        (Answer::Second(mark), Some(Said::Answered { going, .. })) => {
            Said::Answered { going, second: Some((asked.fortnight.second(asked.side), mark)) }
        }
        (Answer::Second(_), _) => return Err(Failed::Refused(GiveRefused::FirstFirst)),
    };
    let given = Given {
        person: me.clone(),
        fortnight: asked.fortnight,
        side: asked.side,
        said,
        lang: lang.to_owned(),
        wording: WORDING,
    };
    Ok(store::pulses::keep(tx, programme, &given).await?)
}
