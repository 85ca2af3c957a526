//! The home of a head: orders to sign, and the one figure that says how free the choice was.

use super::tasks::{Task, When};
use crate::appointments::ListPath as AppointPath;
use crate::names::Names;
use crate::orders::ShowPath as OrderPath;
use crate::pairs::{ListPath as PairsPath, Share};
use crate::said::Said;
use crate::{Page, PageError};
use domain::newcomers::{FirstOrder, Newcomer, Unpaired};
use domain::orders::{Kind, Order, State as OrderState};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, OrderId};
use store::Tx;

/// A draft that waits for the head.
#[derive(Clone, Debug)]
struct Draft {
    order: OrderId,
    kind: Kind,
    newcomers: Vec<String>,
    /// By the law for provisional orders, by the programme for those that assign; none for the end of pairs.
    due: Option<Day>,
}

/// What a head may know of a programme.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    drafts: Vec<Draft>,
    /// Newcomers past the law's days whose order is in no draft, and the earliest of the days.
    late: Option<(Day, Vec<String>)>,
    /// Newcomers for whom nothing but an appointment makes a pair.
    unpaired: Vec<String>,
    pub(super) share: Share,
}

impl Facts {
    /// Loads everything; `None` where the reader signs no orders here.
    pub(super) async fn load(
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
        names: &Names,
    ) -> Result<Option<Self>, PageError> {
        let (school, id) = (&programme.school, &programme.id);
        if may(page.actor(), &Action::SignOrders(school)).is_err() {
            return Ok(None);
        }
        let calendar = actions::programmes::calendar(tx, school).await?;
        let newcomers = store::newcomers::of_programme(tx, school, id).await?;
        let pairs = store::pairs::of_programme(tx, school, id).await?;
        let due = |newcomer: &Newcomer| newcomer.order_due(&programme.settings, &calendar);
        let mut drafts = Vec::new();
        let mut drafted = Vec::new();
        for order in store::orders::of_programme(tx, school, id).await? {
            if order.state != OrderState::Draft {
                continue;
            }
            let lines = store::orders::lines(tx, &order).await?;
            let ordered: Vec<&Newcomer> = newcomers
                .iter()
                .filter(|one| pairs.iter().any(|pair| lines.contains(&pair.id) && pair.newcomer == one.id))
                .collect();
            let by_law = ordered.iter().map(|one| due(one)).min();
            drafted.extend(ordered.iter().map(|one| one.id.clone()));
            drafts.push(draft(order, &ordered, by_law, programme, names));
        }
        let mut late = Vec::new();
        // Nobody is named in a programme that was stopped or set aside.
        let seeks = !programme.is_settled(page.today());
        for newcomer in newcomers.iter().filter(|one| seeks && !drafted.contains(&one.id)) {
            let own: Vec<Pair> = pairs.iter().filter(|pair| pair.newcomer == newcomer.id).cloned().collect();
            let order = newcomer.first_order(&own, &programme.settings, &calendar, page.today());
            if let FirstOrder::Late(day) = order {
                late.push((day, names.newcomer(&newcomer.id)?.name.brief()));
            }
        }
        let first = late.iter().map(|(day, _)| *day).min();
        let late = first.map(|day| (day, late.into_iter().map(|(_, name)| name).collect()));
        let overview = actions::newcomers::overview(tx, programme, page.today()).await?;
        let needs = overview.iter().filter(|one| one.unpaired.is_some_and(Unpaired::needs_somebody));
        let unpaired = needs.map(|one| one.person.name.brief()).collect();
        Ok(Some(Self { drafts, late, unpaired, share: Share::of(&pairs) }))
    }

    pub(super) fn tasks(&self) -> Vec<Task> {
        let mut tasks: Vec<Task> = self.drafts.iter().map(sign).collect();
        tasks.extend(self.late.as_ref().map(|(day, names)| late(*day, names)));
        tasks.extend((!self.unpaired.is_empty()).then(|| appoint(&self.unpaired)));
        tasks
    }
}

fn draft(
    order: Order,
    newcomers: &[&Newcomer],
    by_law: Option<Day>,
    programme: &Programme,
    names: &Names,
) -> Draft {
    let name = |newcomer: &&Newcomer| names.newcomer(&newcomer.id).ok().map(|named| named.name.brief());
    let by_programme = programme.phases.orders_until;
    Draft {
        due: match order.kind {
            Kind::Provisional => Some(by_law.unwrap_or(by_programme)),
            Kind::Confirming | Kind::Replacing => Some(by_programme),
            Kind::Ending => None,
        },
        order: order.id,
        kind: order.kind,
        newcomers: newcomers.iter().filter_map(name).collect(),
    }
}

/// A draft waits for the signature.
fn sign(draft: &Draft) -> Task {
    Task {
        when: draft.due.map_or(When::Anytime, When::Until),
        title: Said::new("home-sign").text("kind", format!("orders-kind-{}", draft.kind.word())),
        text: Said::new("home-sign-text").names(draft.newcomers.clone()),
        href: OrderPath { id: draft.order.clone() }.to_string(),
        act: "home-act-sign",
    }
}

/// The law's days have passed and the coordinator has prepared nothing yet.
fn late(day: Day, names: &[String]) -> Task {
    Task {
        when: When::Until(day),
        title: Said::new("home-late-order").names(names.to_vec()),
        text: Said::new("home-late-head"),
        href: PairsPath.to_string(),
        act: "home-act-pairs",
    }
}

/// The choice is over for somebody without a pair: talk, and appoint with a reason (feat:C21).
fn appoint(names: &[String]) -> Task {
    Task {
        when: When::Anytime,
        title: Said::new("home-unpaired").names(names.to_vec()),
        text: Said::new("home-unpaired-text"),
        href: AppointPath.to_string(),
        act: "home-act-appoint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::day;

    fn draft(kind: Kind, due: Day) -> Draft {
        Draft {
            order: "order".into(), kind, newcomers: vec!["Сәтбаева Дана".into()], due: Some(due)
        }
    }

    #[test]
    fn each_draft_is_a_task_and_the_late_ones_without_a_draft_are_one() {
        let facts = Facts {
            drafts: vec![draft(Kind::Provisional, day(9, 1)), draft(Kind::Confirming, day(11, 6))],
            late: Some((day(9, 1), vec!["Искалиева Зере".into()])),
            unpaired: vec!["Искалиева Зере".into()],
            share: Share::default(),
        };
        let tasks = facts.tasks();
        let keys: Vec<&str> = tasks.iter().map(|task| task.title.key()).collect();
        assert_eq!(keys, ["home-sign", "home-sign", "home-late-order", "home-unpaired"]);
        assert_eq!((tasks[0].href.as_str(), tasks[3].href.as_str()), ("/orders/order", "/pairs/appoint"));
    }
}
