//! What rows of the mentor course share, with its exam, its cases and its sessions of training.

use super::{Field, Keeps, PLAIN};

/// A reason in a sitting of the exam; the coordinator reads it on its page.
pub(super) const SITTING: Field =
    Field { who: "gulnafisa", most: 300, shown: Some(("gulnafisa", "")), ..PLAIN };
/// A number of the plan of a sitting.
pub(super) const TYPED_PLAN: Field =
    Field { route: "POST /sittings/new", who: "gulnafisa", path: "/sittings/new", ..PLAIN };
/// A question of the exam is written.
pub(super) const ASKED: Field = Field {
    route: "POST /questions/new",
    who: "gulnafisa",
    path: "/questions/new",
    keeps: Keeps::Json("question_texts", "question"),
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A question is worded anew; before each text it is as it was brought.
pub(super) const REWORDED: Field = Field {
    route: "POST /questions/{number}/edit",
    before: "DELETE FROM question_texts WHERE version > 1; DELETE FROM question_editions WHERE version > 1; \
        DELETE FROM question_versions WHERE version > 1",
    ..ASKED
};
/// The right that is taken away is there again.
pub(super) const PASSED_AGAIN: &str = "UPDATE courses SET word = 'passed', \
    state = '{\"passed\":{\"right\":{\"from\":\"2024-05-20\",\"until\":\"2027-05-19\"}}}' WHERE id = '9-passed'";
/// A case that Айгүл tells in the mentor course.
pub(super) const CASE: Field = Field {
    route: "POST /courses/cases/new",
    who: "aigul",
    path: "/courses/cases/new",
    before: "DELETE FROM course_replies WHERE case_id IN (SELECT id FROM course_cases WHERE by_id = 'aigul'); \
        DELETE FROM course_cases WHERE by_id = 'aigul'",
    most: 3000,
    shown: Some(("aigul", "")),
    ..PLAIN
};
/// What to read before a session and to do after it is written anew.
pub(super) const MATERIALS: Field = Field {
    route: "POST /courses/trainings/{training}/materials",
    who: "gulnafisa",
    path: "/courses/trainings/{trainings}/materials",
    before: "UPDATE trainings SET read_before = '', do_after = ''",
    most: 2000,
    optional: true,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
/// A session of training that the coordinator announces.
pub(super) const SESSION: Field = Field {
    route: "POST /courses/trainings/new",
    who: "gulnafisa",
    path: "/courses/trainings/new",
    before: "DELETE FROM training_bookings; DELETE FROM trainings",
    most: 2000,
    shown: Some(("gulnafisa", "")),
    ..PLAIN
};
