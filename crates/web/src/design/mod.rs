//! The page `/design`: every part in all its states, in the reader's language. It needs no sign-in, shows
//! invented people only, and is what the tests of the parts look at: each part has an id `part-…`.

mod sample;

use crate::filters;
use crate::layout::parts::{
    Choice, Column, Criterion, Day, Drawn, Fact, Figure, Filter, Head, Line, Pager, Phase, Problems, Ranked,
    Signature,
};
use crate::layout::{FlashKind, Shell};
use crate::peers::drawn;
use crate::{Access, Open, PageError, Routes};
use askama::Template;
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::peers::voices::Face;
use i18n::Lang;
use serde::Deserialize;

/// The page of parts.
#[derive(Clone, Copy, Debug, Deserialize, TypedPath)]
#[typed_path("/design")]
pub(crate) struct DesignPath;

/// Routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::Anyone, show)
}

async fn show(_: DesignPath, open: Open) -> Result<Response, PageError> {
    open.show(&Show::new(open.shell()))
}

/// The id and the heading of each section.
const SECTIONS: [(&str, &str); 12] = [
    ("colour", "design-colour"),
    ("type", "design-type"),
    ("buttons", "design-buttons"),
    ("fields", "design-fields"),
    ("states", "design-states"),
    ("rows", "design-rows"),
    ("people", "design-people"),
    ("tables", "design-tables"),
    ("papers", "design-papers"),
    ("messages", "design-messages"),
    ("charts", "design-charts"),
    ("icons", "design-icons"),
];

/// The class of the swatch, the token and its use.
const COLOURS: [(&str, &str, &str); 10] = [
    ("paper", "--paper", "design-colour-paper"),
    ("sheet-c", "--sheet", "design-colour-sheet"),
    ("ink", "--ink", "design-colour-ink"),
    ("ink-2", "--ink-2", "design-colour-ink-2"),
    ("accent", "--accent", "design-colour-accent"),
    ("board-c", "--board", "design-colour-board"),
    ("done", "--done", "design-colour-done"),
    ("soon", "--soon", "design-colour-soon"),
    ("bad", "--bad", "design-colour-bad"),
    ("margin", "--margin", "design-colour-margin"),
];

const MESSAGES: [(FlashKind, &str); 3] = [
    (FlashKind::Done, "design-flash-done"),
    (FlashKind::Note, "design-flash-note"),
    (FlashKind::Refused, "design-flash-refused"),
];

/// The page and what its parts show.
#[derive(Template)]
#[template(path = "design/show.html")]
struct Show {
    shell: Shell,
    phases: Vec<Phase>,
    problems: Problems,
    subjects: Vec<Choice>,
    slots: Vec<Choice>,
    minutes: Vec<Choice>,
    topics: Vec<Choice>,
    faces: Vec<Drawn>,
    fates: Vec<Choice>,
    days: Vec<Day>,
    filters: Vec<Filter>,
    tally: Vec<Filter>,
    pager: Pager,
    ranked: Vec<Vec<Ranked>>,
    equal: Vec<Vec<Ranked>>,
    columns: Vec<Column>,
    lines: Vec<Line>,
    heads: Vec<Head>,
    criteria: Vec<Criterion>,
    facts: Vec<Fact>,
    reasons: Vec<Fact>,
    signatures: Vec<Signature>,
    figures: Vec<Figure>,
    longest: Vec<(Lang, Vec<String>)>,
    icons: Vec<&'static str>,
}

impl Show {
    /// The page in the language of its frame.
    fn new(shell: Shell) -> Self {
        let lang = shell.lang;
        Self {
            phases: sample::phases(lang),
            problems: sample::problems(lang),
            subjects: sample::choices(
                lang,
                &["design-mathematics", "design-physics", "design-informatics"],
                None,
            ),
            slots: sample::choices(lang, &["design-slot-1", "design-slot-2"], None),
            minutes: sample::minutes(),
            topics: sample::choices(
                lang,
                &["design-topic-lesson", "design-topic-marks", "design-topic-parents"],
                Some(0),
            ),
            faces: Face::ALL.map(|face| drawn(lang, face, "even")).into(),
            fates: sample::choices(
                lang,
                &["design-same-person", "design-new-person", "design-leave-out"],
                None,
            ),
            days: sample::days(lang),
            filters: sample::filters(lang),
            tally: sample::tally(lang),
            pager: sample::pager(),
            ranked: sample::ranked(lang),
            equal: sample::equal(lang),
            columns: sample::columns(),
            lines: sample::lines(lang),
            heads: sample::heads(),
            criteria: sample::criteria(lang),
            facts: sample::facts(
                lang,
                &[
                    ("design-fact-topics", "design-fact-topics-value"),
                    ("design-fact-rhythm", "design-fact-rhythm-value"),
                ],
            ),
            reasons: sample::facts(
                lang,
                &[
                    ("design-why-1", "design-why-1-text"),
                    ("design-why-2", "design-why-2-text"),
                    ("design-why-3", "design-why-3-text"),
                ],
            ),
            signatures: sample::signatures(lang),
            figures: sample::figures(lang),
            longest: sample::longest(),
            icons: crate::assets::icons().collect(),
            shell,
        }
    }
}

#[cfg(test)]
mod tests;
