//! What rows of ideas, lanterns and camps share.

use super::{Field, Keeps, PLAIN};

/// Nothing of Дана's waits for an answer.
pub(super) const CLOSED_IDEAS: &str = "UPDATE ideas SET state = 'declined'";
/// All ideas are Дана's, new, without a name and on the board.
pub(super) const OPEN_IDEAS: &str = "UPDATE ideas SET state = 'new', author_id = 'dana', unnamed = 1, shown_on = '2026-10-05', \
    answer = NULL, removed = NULL, disclosed = NULL";
/// All of them are Дана's, with her name, and nobody has touched them.
pub(super) const OWN_IDEAS: &str = "UPDATE ideas SET state = 'new', author_id = 'dana', unnamed = 0, shown_on = '2026-10-05', \
    answerer_id = NULL, answer = NULL, removed = NULL, disclosed = NULL; DELETE FROM idea_comments; \
    DELETE FROM idea_votes";
/// All of them are being done by Дана, and have no step.
pub(super) const TAKEN_IDEAS: &str = "UPDATE ideas SET state = 'taken', author_id = 'dana', shown_on = '2026-10-05', \
    removed = NULL; DELETE FROM idea_steps; DELETE FROM idea_members; \
    INSERT INTO idea_members (school_id, idea_id, person_id) SELECT school_id, id, 'dana' FROM ideas";
/// A camp of school 12; the last one that was made is being prepared.
pub(super) const CAMP: Field = Field {
    route: "POST /camps",
    who: "gulnafisa",
    path: "/camps",
    most: 120,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// The grids are empty.
pub(super) const CAMP_EMPTY: &str = "UPDATE camps SET state = 'planned', seed = '', slots = '[]', first_day = '2026-11-03', last_day = '2026-11-03'";
/// It is said anew what it is.
pub(super) const CAMP_EDIT: Field =
    Field { route: "POST /camps/{id}/edit", path: "/camps/{camps}/edit", before: CAMP_EMPTY, ..CAMP };
/// They have one slot without workshops.
const CAMP_SLOT: &str = "UPDATE camps SET state = 'planned', seed = '', first_day = '2026-11-03', last_day = '2026-11-03', \
    slots = '[{\"day\":\"2026-11-03\",\"from\":\"10:00:00\",\"until\":\"11:00:00\",\"title\":\"а\",\"place\":\"\",\"workshops\":[]}]'";
/// They are open, without groups, and Дана takes part.
pub(super) const CAMP_OPEN: &str = "UPDATE camps SET state = 'open', seed = '0', camp_groups = '[]', words = ''; DELETE FROM camp_people; \
    INSERT INTO camp_people (school_id, camp_id, person_id, home_id, wishes, got, present) \
    SELECT school_id, id, 'dana', school_id, '[]', '[]', '[]' FROM camps";
/// The same, and no idea was put to them.
pub(super) const CAMP_TALK: &str = "UPDATE camps SET state = 'open', seed = '0', first_day = '2026-10-01'; DELETE FROM camp_idea_votes; \
    DELETE FROM camp_ideas; DELETE FROM camp_people; \
    INSERT INTO camp_people (school_id, camp_id, person_id, home_id, wishes, got, present) \
    SELECT school_id, id, 'dana', school_id, '[]', '[]', '[]' FROM camps";
/// Their last day has come, and Дана has said nothing of them.
pub(super) const CAMP_ENDS: &str = "UPDATE camps SET state = 'assigned', seed = '0', last_day = '2026-10-02'; DELETE FROM camp_answers; \
    DELETE FROM camp_people; INSERT INTO camp_people (school_id, camp_id, person_id, home_id, wishes, got, present) \
    SELECT school_id, id, 'dana', school_id, '[]', '[]', '[]' FROM camps";
/// A workshop of it.
pub(super) const WORKSHOP: Field = Field {
    route: "POST /camps/{id}/workshop",
    path: "/camps/{camps}/workshop",
    before: CAMP_SLOT,
    keeps: Keeps::Json("camps", "slots"),
    ..CAMP
};
/// Дана's light is lit, and no hour is announced.
pub(super) const LANTERN: Field =
    Field { who: "dana", before: "UPDATE lanterns SET state = 'lit'; DELETE FROM lantern_hours", ..PLAIN };
/// The same, and Айгүл has asked one thing.
pub(super) const ASKED_LANTERN: &str = "UPDATE lanterns SET state = 'lit'; DELETE FROM lantern_questions; \
    INSERT INTO lantern_questions (id, school_id, lantern_id, asker_id, words) \
    SELECT '0-asked', school_id, id, 'aigul', 'Қалай?' FROM lanterns WHERE person_id = 'dana'";
