//! The papers of an award (doc:B14): the protocol of the commission once the lot is drawn, and once it has confirmed the list
//! the order, or the nomination for vouchers. Pupils stand in them by name, never by points.

use super::{led, standings};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::people::head_of;
use crate::{Context, Failed};
use documents::awards as printed;
use domain::awards::{Award, Kind, Nominee, Ordered, Share, Standing, State, Vote};
use domain::duties::year_end;
use domain::{AwardId, Day};
use i18n::{Lang, sort_by_name};
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The protocol of the commission.
    Protocol,
    /// The order of the head, or the nomination.
    Order,
}

/// Prints a paper of an award for those who lead the school.
pub async fn print_list(
    context: &Context<'_>,
    id: &AwardId,
    (list, lang): (List, Lang),
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let paper = written(context, id, (list, lang)).await?;
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// What it says. That the reader opened what stands about each pupil in it is noted first.
async fn written(
    context: &Context<'_>,
    id: &AwardId,
    (list, lang): (List, Lang),
) -> Result<printed::Award, Failed<Unprintable>> {
    store::change!(context.db, tx => written_in(&mut tx, context, id, (list, lang)))
}

async fn written_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    (list, lang): (List, Lang),
) -> Result<printed::Award, Failed<Unprintable>> {
    let award = led::<Unprintable>(tx, context, id).await?;
    let nominees = store::awards::nominees(tx, &award).await?;
    let declined = store::awards::declined(tx, &award).await?;
    let standings = standings(&award, &nominees, &declined).ok_or(Failed::NotFound)?;
    let vote = award.state.vote();
    if list == List::Order && !vote.is_some_and(Vote::confirms) {
        return Err(Failed::NotFound);
    }
    let (mut prizes, mut reserve) = (Vec::new(), Vec::new());
    for nominee in &nominees {
        let share = share(&standings, nominee);
        if !matches!(share, Share::Prize(_) | Share::Reserve) {
            continue;
        }
        let pupil = store::pupils::get(tx, &nominee.pupil).await?.ok_or(Failed::NotFound)?;
        store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
        let (name, class) = (pupil.name().full(), pupil.class.clone());
        if let Share::Prize(prize) = share {
            let prize = award.rule.prizes.get(prize).map(|one| one.name.clone()).unwrap_or_default();
            prizes.push(printed::Line { name, class, prize, grounds: nominee.grounds.clone() });
        } else {
            reserve.push((name, class));
        }
    }
    sort_by_name(lang, &mut prizes, |one| &one.name);
    sort_by_name(lang, &mut reserve, |one| &one.0);
    let school = store::schools::get(tx, &award.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(tx, &award.school, context.today).await?;
    let mut members = members(tx, vote).await?;
    sort_by_name(lang, &mut members, |one| one);
    let drawn = award.state.drawn().ok_or(Failed::NotFound)?;
    let (date, number) = dated(&award, list, context.today);
    Ok(printed::Award {
        kind: kind(&award, list),
        school: school_of(&school),
        school_year: year_end(date).year().saturating_sub(1),
        date,
        number,
        title: award.title.clone(),
        protocol: vote.map(|one| (one.protocol.clone(), one.on)),
        votes: vote.map(|one| [one.yes, one.no]),
        members,
        prizes,
        reserve,
        hashes: [award.rule_hash.clone(), drawn.frozen.hash.clone()],
        source: (award.rule.source.clone(), award.rule.draw_on),
        seed: drawn.seed.clone(),
        head: head.map(|head| head.name.full()),
    })
}

/// Who sat in the commission, by name.
async fn members(tx: &mut Tx, vote: Option<&Vote>) -> store::Result<Vec<String>> {
    let mut names = Vec::new();
    for member in vote.into_iter().flat_map(|one| &one.members) {
        let person = store::people::get(tx, member).await?;
        names.extend(person.map(|person| person.name.full()));
    }
    Ok(names)
}

/// What a pupil has in the end.
fn share(standings: &[Standing], nominee: &Nominee) -> Share {
    let own = standings.iter().find(|one| one.code == nominee.entry.code);
    own.map_or(Share::Nothing, |one| one.share)
}

const fn kind(award: &Award, list: List) -> printed::Kind {
    match (list, award.rule.kind) {
        (List::Protocol, _) => printed::Kind::Protocol,
        (List::Order, Kind::Own) => printed::Kind::Order,
        (List::Order, Kind::Nomination) => printed::Kind::Nomination,
    }
}

/// The day and the number of a paper; before they are entered, today and none.
fn dated(award: &Award, list: List, today: Day) -> (Day, String) {
    let entered = match list {
        List::Protocol => award.state.vote().map(|one| (one.on, one.protocol.clone())),
        List::Order => ordered(&award.state).map(|one| (one.on, one.number.clone())),
    };
    entered.unwrap_or((today, String::new()))
}

const fn ordered(state: &State) -> Option<&Ordered> {
    match state {
        State::Ordered(ordered) | State::Handed(ordered, _) => Some(ordered),
        _ => None,
    }
}
