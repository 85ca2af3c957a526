//! What rows of plans, development plans and the frame of competencies share.

use super::{Field, PLAIN};

/// The two have signed their work plan, whatever the signatures are worth, and the head is next.
pub(crate) const PLAN_SIGNED: &str = "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
    DELETE FROM paper_signatures; DELETE FROM plan_signings; \
    INSERT INTO plan_signings (school_id, plan_id, state, version) \
    SELECT school_id, id, 'signed', 1 FROM plans WHERE kind = 'work'; \
    INSERT INTO paper_signatures (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'plan', id, 1, 0, made_by, 'a', 0, 'a', '', 'a' FROM plans WHERE kind = 'work'; \
    INSERT INTO paper_signatures (school_id, paper, paper_id, number, place, by_id, name, at, content, before, hash) \
    SELECT school_id, 'plan', id, 2, 1, made_by, 'a', 0, 'a', '', 'b' FROM plans WHERE kind = 'work'";
/// A line of the frame of competencies.
pub(super) const COMPETENCY: Field = Field {
    route: "POST /competencies/school/add",
    who: "gulnafisa",
    path: "/competencies/school/add",
    before: "DELETE FROM competency_items",
    most: 200,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A plan goes with its pair: before a text is sent, the pair is as it was.
pub(super) const STEP: Field = Field {
    route: "POST /plans/{id}/add",
    who: "dana",
    path: "/plans/{plans}/add",
    before: "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
        DELETE FROM plan_changes; DELETE FROM plan_items WHERE step IS NULL",
    shown: Some(("aigul", "")),
    ..PLAIN
};
pub(super) const CHANGED: Field = Field {
    route: "POST /plans/items/{plan_item}",
    who: "aigul",
    path: "/plans/items/{plan_items}",
    before: "UPDATE pairs SET state = 'assigned', place = 1, ended_at = NULL WHERE mentor_id = 'aigul'; \
        UPDATE plan_items SET version = 0",
    shown: Some(("dana", "")),
    ..PLAIN
};
pub(super) const GOAL: Field = Field {
    route: "POST /plans/development/{newcomer}/add",
    who: "dana",
    path: "/plans/development/dana/add",
    before: "DELETE FROM plan_goal_steps; DELETE FROM plan_goal_changes; DELETE FROM plan_goals",
    shown: Some(("dana", "")),
    ..PLAIN
};
pub(super) const AIM: Field = Field {
    route: "POST /plans/goals/{plan_goal}",
    who: "dana",
    path: "/plans/goals/{plan_goals}",
    before: "UPDATE plan_goals SET version = 0, state = 'open'",
    shown: Some(("dana", "")),
    ..PLAIN
};
