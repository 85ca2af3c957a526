//! Reminders of work plans and orders that wait to be signed: never a word of what stands in one, and none where the thing is done
//! or is another one's turn by now (neg:N10).

use super::{Reader, Told};
use crate::plans::around;
use crate::signatures::{read_about, waits};
use domain::signatures::Paper;
use i18n::t;
use store::Tx;

pub(super) async fn due(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let (Some(paper), Some(school)) = (read_about(about), &reader.actor.school) else { return Ok(None) };
    let Some(programme) = store::programmes::running(tx, school, reader.today).await? else {
        return Ok(None);
    };
    let Some((day, people)) = waits(tx, &paper, &programme, reader.today).await? else { return Ok(None) };
    if !people.contains(&reader.actor.person) {
        return Ok(None);
    }
    let told = match &paper {
        Paper::Plan(id) => {
            let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
            let Some(opened) = around(tx, plan, reader.today).await? else { return Ok(None) };
            let newcomer = store::people::get(tx, &opened.newcomer).await?;
            let name = newcomer.map(|person| person.name.polite()).unwrap_or_default();
            Told::new("plan-due", "letters-act-plan", format!("/plans/{id}")).with("name", name)
        }
        Paper::Order(id) => {
            let Some(order) = store::orders::get(tx, id).await? else { return Ok(None) };
            let kind = t(reader.lang, &format!("orders-kind-{}", order.kind.word()), &[]);
            Told::new("order-due", "letters-act-order", format!("/orders/{id}")).with("kind", kind)
        }
    };
    Ok(Some(told.with("day", i18n::day_in_sentence(reader.lang, day))))
}
