//! What draws people to this work, at the start and at the end of the programme (feat:K3): answered by each person alone,
//! shown to them first and in full; leaders read groups that are large enough, once nobody answers any more. As in the
//! survey, none of it leaves a line in the log.

use crate::surveys::asked;
use crate::{Context, Failed};
use domain::motivations::{GiveRefused, Given, Marks, Moment, Motive, WORDING};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::Mark;
use measure::scales::{Told, marks};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// What a person finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The moment in which they are asked; none where they only read.
    pub moment: Option<Moment>,
    /// What they answered so far, the start first.
    pub given: Vec<Given>,
}

/// The own form and the own answers; `None` where there is neither.
pub async fn form(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Option<Form>> {
    let me = &context.actor.person;
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_err() {
        return Ok(None);
    }
    let given = store::motivations::of_person(tx, programme, me).await?;
    let is_asked = asked(tx, programme, context.today).await?.contains_key(me);
    let moment = Moment::on(programme, context.today).filter(|_| is_asked);
    Ok((moment.is_some() || !given.is_empty()).then_some(Form { moment, given }))
}

/// Keeps the actor's marks in the place of earlier ones of the same moment. `lang` is the tag of the language in which
/// they read the form.
pub async fn answer(
    context: &Context<'_>,
    programme: &Programme,
    marks: &BTreeMap<Motive, Mark>,
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, programme, marks, lang))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    marks: &BTreeMap<Motive, Mark>,
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    let me = &context.actor.person;
    may(context.actor, &Action::AnswerSurvey { person: me })?;
    let side = asked(tx, programme, context.today).await?.remove(me).ok_or(Failed::NotFound)?;
    let moment = Moment::on(programme, context.today).ok_or(Failed::Refused(GiveRefused::NotNow))?;
    let marks = Marks::all(marks).ok_or(Failed::Refused(GiveRefused::NotAll))?;
    let given = Given {
        person: me.clone(),
        moment,
        side,
        marks,
        on: context.today,
        lang: lang.to_owned(),
        wording: WORDING,
    };
    Ok(store::motivations::keep(tx, programme, &given).await?)
}

/// What may be read of one side at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// When.
    pub moment: Moment,
    /// Who.
    pub side: Side,
    /// Each motive; nothing where the group is too small, and how small stays unknown.
    pub lines: Option<Vec<(Motive, Told)>>,
}

/// The groups of a programme in the moments that are over, in their order. `None` for whoever may not see them.
pub async fn groups(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Vec<Group>>> {
    if may(context.actor, &Action::SeeSurveys(&programme.school)).is_err() {
        return Ok(None);
    }
    let least = u32::from(programme.settings.min_cell);
    let all = store::motivations::of_programme(tx, &programme.school, &programme.id).await?;
    let over = Moment::ALL.into_iter().filter(|moment| moment.is_over(programme, context.today));
    let group = |moment: Moment, side: Side| {
        let given = all.iter().filter(|one| (one.moment, one.side) == (moment, side));
        let given: Vec<BTreeMap<Motive, Mark>> = given.map(|one| one.marks.each().collect()).collect();
        let line = |motive: Motive| {
            let numbers = given.iter().filter_map(|one| one.get(&motive)).map(|mark| mark.number());
            (motive, marks(&numbers.collect::<Vec<u8>>(), Mark::HIGH, least))
        };
        let lines: Vec<_> = Motive::ALL.into_iter().map(line).collect();
        let hidden = lines.iter().any(|(_, told)| *told == Told::Hidden);
        Group { moment, side, lines: (!hidden).then_some(lines) }
    };
    Ok(Some(over.flat_map(|moment| Side::BOTH.map(|side| group(moment, side))).collect()))
}
