//! Letters about work plans on their way to be approved: never a word of a comment, and none where it is another one's turn by
//! now (neg:N10).

use super::{Reader, Told};
use crate::letters::Letter;
use crate::plans::{around, chain};
use domain::permissions::{Action, may};
use domain::plans::{Signer, Standing};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(plan) = store::plans::get(tx, &about.into()).await? else { return Ok(None) };
    let Some(opened) = around(tx, plan, reader.today).await? else { return Ok(None) };
    let chain = chain(tx, &opened.plan).await?;
    let signs = |signer| may(&reader.actor, &Action::SignPlan { two: opened.two(), signer }).is_ok();
    let mentors = |standing| chain.signing.standing == standing && signs(Signer::Mentor);
    let (newcomer, mentor) = (Some(&opened.newcomer), opened.mentor.as_ref());
    let (key, named) = match letter {
        Letter::PlanAwaits => ("plan-awaits", mentor.filter(|_| chain.next().is_some_and(signs))),
        Letter::PlanUnsigned => ("plan-unsigned", newcomer.filter(|_| mentors(Standing::Draft))),
        Letter::PlanApproved if signs(Signer::Mentor) => {
            ("plan-approved", newcomer.filter(|_| mentors(Standing::Approved)))
        }
        Letter::PlanApproved => {
            let approved = chain.signing.standing == Standing::Approved && signs(Signer::Newcomer);
            ("plan-approved", mentor.filter(|_| approved))
        }
        _ if signs(Signer::Mentor) => ("plan-returned", newcomer.filter(|_| mentors(Standing::Returned))),
        _ => {
            let gave = chain.signatures.iter().any(|one| one.by == reader.actor.person);
            let returned = chain.signing.standing == Standing::Returned && gave;
            let signer = signs(Signer::Newcomer) || signs(Signer::Leader);
            ("plan-returned-off", mentor.filter(|_| returned && signer))
        }
    };
    let Some(named) = named else { return Ok(None) };
    let name = store::people::get(tx, named).await?.map(|person| person.name.polite());
    let told = Told::new(key, "letters-act-plan", format!("/plans/{}", opened.plan.id));
    Ok(Some(told.with("name", name.unwrap_or_default())))
}
