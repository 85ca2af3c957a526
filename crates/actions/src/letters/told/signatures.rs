//! Reminders of work plans and orders that wait to be signed: never a word of what stands in one, and none where the thing is done
//! or is another one's turn by now (neg:N10).

use super::{Reader, Told};
use crate::plans::around;
use crate::signatures::{Waiting, read_about, waits};
use domain::PersonId;
use domain::signatures::Paper;
use i18n::t;
use store::Tx;

/// How a newcomer is called.
async fn named(tx: &mut Tx, person: &PersonId) -> store::Result<String> {
    Ok(store::people::get(tx, person).await?.map(|person| person.name.polite()).unwrap_or_default())
}

pub(super) async fn due(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let (Some(waiting), Some(school)) = (read_about(about), &reader.actor.school) else { return Ok(None) };
    let Some(programme) = store::programmes::running(tx, school, reader.today).await? else {
        return Ok(None);
    };
    let Some((day, people)) = waits(tx, &waiting, &programme, reader.today).await? else { return Ok(None) };
    if !people.contains(&reader.actor.person) {
        return Ok(None);
    }
    let told = match &waiting {
        Waiting::Unmade(id) => {
            let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
            let Some(newcomer) = store::newcomers::get(tx, &pair.newcomer).await? else { return Ok(None) };
            let name = named(tx, &newcomer.person).await?;
            Told::new("plan-unmade", "letters-act-plans", "/plans".to_owned()).with("name", name)
        }
        Waiting::Undrafted(id) => {
            let Some(newcomer) = store::newcomers::get(tx, id).await? else { return Ok(None) };
            let name = named(tx, &newcomer.person).await?;
            Told::new("order-undrafted", "letters-act-newcomer", format!("/newcomers/{id}"))
                .with("name", name)
        }
        Waiting::Paper(Paper::Plan(id)) => {
            let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
            let Some(opened) = around(tx, plan, reader.today).await? else { return Ok(None) };
            let name = named(tx, &opened.newcomer).await?;
            Told::new("plan-due", "letters-act-plan", format!("/plans/{id}")).with("name", name)
        }
        Waiting::Paper(Paper::Order(id)) => {
            let Some(order) = store::orders::get(tx, id).await? else { return Ok(None) };
            let kind = t(reader.lang, &format!("orders-kind-{}", order.kind.word()), &[]);
            Told::new("order-due", "letters-act-order", format!("/orders/{id}")).with("kind", kind)
        }
    };
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
