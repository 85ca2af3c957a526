//! The work plan at home: to be made, then its one present step.

use super::OwnPair;
use crate::PageError;
use crate::home::tasks::{Task, When};
use crate::plans::ShowPath;
use crate::said::Said;
use domain::pairs::Pair;
use domain::plans::{Item, Signer, Standing, Whose, due_on, now_and_next};
use domain::sides::Side;
use domain::{Day, PlanId};
use store::Tx;

/// The work plan of a pair with its present step.
#[derive(Clone, Debug)]
pub(crate) struct OwnPlan {
    pub(crate) id: PlanId,
    /// None where every step is done.
    pub(crate) now: Option<Item>,
    /// Whose signature is awaited.
    pub(crate) signs: Option<Signer>,
    /// It was returned with a comment.
    pub(crate) returned: bool,
    /// Nobody has said that it is ready.
    pub(crate) draft: bool,
    /// It is a draft whose signatures a change took off.
    pub(crate) unsigned: bool,
}

impl OwnPlan {
    pub(super) async fn of(tx: &mut Tx, pair: &Pair) -> Result<Option<Self>, PageError> {
        let Some(plan) = store::plans::of_pair(tx, &pair.school, &pair.id).await? else { return Ok(None) };
        let items = actions::plans::items(tx, &plan).await?;
        let chain = actions::plans::chain(tx, &plan).await?;
        let returned = chain.signing.standing == Standing::Returned;
        let draft = chain.signing.standing == Standing::Draft;
        let unsigned = draft && !chain.signatures.is_empty();
        let now = now_and_next(&items).0.cloned();
        Ok(Some(Self { now, signs: chain.next(), returned, draft, unsigned, id: plan.id }))
    }
}

/// The plan awaits the reader's signature, or its mentor, who says that it is ready: it is new, was returned, or a change took
/// its signatures off.
pub(super) fn signing(pair: &OwnPair, side: Side) -> Option<Task> {
    let plan = pair.plan.as_ref()?;
    due_on(&pair.pair)?;
    let mine = match plan.signs {
        Some(Signer::Mentor) => side == Side::Mentor,
        Some(Signer::Newcomer) => side == Side::Newcomer,
        Some(Signer::Leader) | None => false,
    };
    let (title, text) = match side {
        _ if mine => ("plans-task-sign", "plans-task-sign-text"),
        Side::Mentor if plan.returned => ("plans-task-mend", "plans-task-sign-text"),
        Side::Mentor if plan.unsigned => ("plans-task-anew", "plans-task-anew-text"),
        Side::Mentor if plan.draft => ("plans-task-ready", "plans-task-ready-text"),
        Side::Mentor | Side::Newcomer => return None,
    };
    Some(Task {
        when: When::Anytime,
        title: Said::new(title).with("name", &pair.other),
        text: Said::new(text),
        href: format!("{}#signing", ShowPath { id: plan.id.clone() }),
        act: "plans-look",
    })
}

/// The mentor makes the plan that the law asks for; then whoever the present step is of sees that one step. A day that
/// has passed is no reproach: the step is for today, and the two may move it.
pub(super) fn task(pair: &OwnPair, side: Side, today: Day) -> Option<Task> {
    let Some(plan) = &pair.plan else {
        return (side == Side::Mentor).then_some(due_on(&pair.pair)?).map(|due| Task {
            when: When::Until(due),
            title: Said::new("plans-task-make").with("name", &pair.other),
            text: Said::new("plans-task-make-text"),
            href: format!("{}#plan", pair.href()),
            act: "plans-make",
        });
    };
    due_on(&pair.pair)?;
    let now = plan.now.as_ref()?;
    let mine = match now.content.whose {
        Whose::Both => true,
        Whose::Mentor => side == Side::Mentor,
        Whose::Newcomer => side == Side::Newcomer,
    };
    let title = match (&now.content.text, now.step) {
        (None, Some(step)) => Said::new("plans-task-now").text("step", format!("plans-step-{}", step.word())),
        (text, _) => Said::new("plans-task-now").with("step", text.clone().unwrap_or_default()),
    };
    mine.then(|| Task {
        when: When::Until(now.content.due.max(today)),
        title,
        text: Said::new("plans-task-now-text").with("name", &pair.other),
        href: ShowPath { id: plan.id.clone() }.to_string(),
        act: "plans-look",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::{day, pair};
    use domain::calendar::Period;
    use domain::pairs::{Assignment, Origin, State};
    use domain::plans::{Content, Step};

    fn assigned(plan: Option<OwnPlan>) -> OwnPair {
        let period = Period { from: day(11, 2), until: None };
        let state = State::Assigned(Assignment { order: "order".into(), period });
        OwnPair { plan, ..pair(Origin::Ranked, state) }
    }

    fn at(step: Step) -> OwnPlan {
        let content =
            Content { area: step.area(), text: None, result: None, whose: step.whose(), due: day(11, 13) };
        let now = Item {
            id: "item".into(),
            school: "school".into(),
            plan: "plan".into(),
            step: Some(step),
            content,
            done: None,
            removed: false,
            own: None,
            laid_on: None,
            version: 0,
        };
        OwnPlan {
            id: "plan".into(),
            now: Some(now),
            signs: None,
            returned: false,
            draft: false,
            unsigned: false,
        }
    }

    #[test]
    fn the_mentor_makes_the_plan_within_ten_days_of_the_order() {
        let made = task(&assigned(None), Side::Mentor, day(11, 3)).unwrap();
        assert_eq!((made.title.key(), made.when), ("plans-task-make", When::Until(day(11, 12))));
        assert_eq!(task(&assigned(None), Side::Newcomer, day(11, 3)), None);
        let unassigned = OwnPair { plan: None, ..pair(Origin::Ranked, State::Published) };
        assert_eq!(task(&unassigned, Side::Mentor, day(11, 3)), None);
    }

    #[test]
    fn whoever_signs_next_is_told_and_the_mentor_that_it_came_back() {
        let stands = |signs, returned| assigned(Some(OwnPlan { signs, returned, ..at(Step::Journal) }));
        let key = |pair: &OwnPair, side| signing(pair, side).map(|task| task.title.key().to_owned());
        let hers = stands(Some(Signer::Newcomer), false);
        assert_eq!(key(&hers, Side::Newcomer).as_deref(), Some("plans-task-sign"));
        assert_eq!(key(&hers, Side::Mentor), None);
        let back = stands(None, true);
        assert_eq!(key(&back, Side::Mentor).as_deref(), Some("plans-task-mend"));
        assert_eq!(key(&back, Side::Newcomer), None);
        assert_eq!(key(&stands(Some(Signer::Leader), false), Side::Mentor), None);
        let made = assigned(Some(OwnPlan { draft: true, ..at(Step::Journal) }));
        assert_eq!(key(&made, Side::Mentor).as_deref(), Some("plans-task-ready"));
        assert_eq!(key(&made, Side::Newcomer), None);
        let changed = assigned(Some(OwnPlan { draft: true, unsigned: true, ..at(Step::Journal) }));
        assert_eq!(key(&changed, Side::Mentor).as_deref(), Some("plans-task-anew"));
        assert_eq!(key(&changed, Side::Newcomer), None);
    }

    #[test]
    fn the_present_step_is_shown_to_those_whose_it_is_and_is_never_late() {
        let both = assigned(Some(at(Step::Journal)));
        for side in Side::BOTH {
            let step = task(&both, side, day(11, 20)).unwrap();
            assert_eq!((step.when, step.href.as_str()), (When::Until(day(11, 20)), "/plans/plan"));
        }
        let hers = assigned(Some(at(Step::VisitMentor)));
        assert_eq!(task(&hers, Side::Mentor, day(11, 3)), None);
        assert!(task(&hers, Side::Newcomer, day(11, 3)).is_some());
        let done = assigned(Some(OwnPlan { now: None, ..at(Step::Journal) }));
        assert_eq!(task(&done, Side::Newcomer, day(11, 3)), None);
    }
}
