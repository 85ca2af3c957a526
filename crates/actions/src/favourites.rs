//! A newcomer's own marks on cards: a favourite, or hidden (feat:C6).

use crate::choices::is_available;
use crate::{Context, Failed, Never, requests};
use domain::MentorId;
use domain::favourites::{Favourite, Mark};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::Request;
use domain::sides::Side;
use store::{Tx, WriteTx};

/// The newcomer marks a card, or takes the mark away. Nobody is informed, and the log has no line of it:
/// docs/decisions/0007-marks-and-suggestions.md.
pub async fn mark(context: &Context<'_>, mentor: &MentorId, mark: Option<Mark>) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => mark_in(&mut tx, context, mentor, mark))
}

async fn mark_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    mentor: &MentorId,
    mark: Option<Mark>,
) -> Result<(), Failed<Never>> {
    let mentor = store::mentors::get(tx, mentor).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SeeMentors(&mentor.school))?;
    let newcomer = store::newcomers::of_person(tx, &mentor.programme, &context.actor.person)
        .await?
        .ok_or(Failed::Forbidden)?;
    may(context.actor, &Action::MarkMentor { newcomer: &newcomer.person })?;
    let Some(mark) = mark else { return Ok(store::favourites::take(tx, &newcomer, &mentor.id).await?) };
    // Only a card that stands in the list can be marked.
    if !is_available(tx, &mentor, context.today).await? {
        return Err(Failed::NotFound);
    }
    let one = Favourite {
        school: newcomer.school,
        newcomer: newcomer.id,
        mentor: mentor.id,
        mark,
        marked_at: context.now,
    };
    store::favourites::put(tx, &one).await?;
    Ok(())
}

/// For the newcomer's own pages: the favourites to whom a request can be sent now and none was sent before, the
/// first marked first. After a «no» they come next (feat:C15).
pub async fn next(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
) -> Result<Vec<MentorId>, Failed<Never>> {
    may(context.actor, &Action::MarkMentor { newcomer: &newcomer.person })?;
    let sent = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let mut mentors: Vec<Mentor> = Vec::new();
    for one in store::favourites::of_newcomer(tx, &newcomer.school, &newcomer.id).await? {
        let new = one.mark == Mark::Favourite && !sent.iter().any(|request| wrote_to(request, &one.mentor));
        if new && let Some(mentor) = store::mentors::get(tx, &one.mentor).await? {
            mentors.push(mentor);
        }
    }
    let answers = requests::may_be_asked(tx, context, programme, newcomer, &mentors).await?;
    let open = mentors.into_iter().zip(answers).filter(|(_, answer)| answer.is_ok());
    Ok(open.map(|(mentor, _)| mentor.id).collect())
}

fn wrote_to(request: &Request, mentor: &MentorId) -> bool {
    request.asked_by == Side::Newcomer && request.mentor == *mentor
}
