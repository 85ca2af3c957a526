//! What came of one question, in words: a table first, the target beside it, the change since the one before.

use super::wording;
use crate::Page;
use crate::said::Said;
use crate::sittings::number;
use actions::sociometries::{
    Before, Counts, Figure, Found, Group, Line, NotShown, Point, Shown, Status, wellbeing, wellbeing_share,
};
use domain::sociometries::Question;
use std::cmp::Ordering;

/// A pupil in the table of a question.
pub(super) struct Row {
    /// The number on the target.
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) received: String,
    pub(super) mutual: String,
    pub(super) given: String,
    /// Expansiveness and satisfaction, where the indices of the class are shown.
    pub(super) expansiveness: String,
    pub(super) satisfaction: String,
    /// The status less that of the negative question.
    pub(super) net: String,
    /// The group, and a word where choices are few.
    pub(super) group: String,
    /// What it was in the sociometry before.
    pub(super) before: String,
}

/// A pupil on the target, in units of its drawing.
pub(super) struct Mark {
    pub(super) number: usize,
    pub(super) x: String,
    pub(super) y: String,
}

/// A choice on the target.
pub(super) struct Stroke {
    pub(super) x1: String,
    pub(super) y1: String,
    pub(super) x2: String,
    pub(super) y2: String,
    pub(super) mutual: bool,
}

/// Everything of one question.
pub(super) struct Part {
    /// The anchor of its section.
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
    /// Indices of the class, or why none are shown.
    pub(super) lines: Vec<String>,
    pub(super) marks: Vec<Mark>,
    pub(super) strokes: Vec<Stroke>,
    /// There is one before.
    pub(super) changed: bool,
    /// The negative question about the same was asked: statuses are set against each other.
    pub(super) net: bool,
}

/// Why a figure is not shown.
pub(super) fn hidden(page: &Page, why: NotShown) -> String {
    match why {
        NotShown::TooFew { need } => {
            i18n::t(page.lang(), "sociometries-hidden-few", &[("need", need.into())])
        }
        NotShown::Turnout { need } => {
            i18n::t(page.lang(), "sociometries-hidden-turnout", &[("need", need.into())])
        }
        NotShown::NoVariance => page.text("sociometries-hidden-same"),
        _ => page.text("sociometries-hidden-nothing"),
    }
}

fn figure(page: &Page, figure: Figure<f64>) -> String {
    figure.map_or_else(|why| hidden(page, why), |value| number(page.lang(), value, 2))
}

/// «3 of 24», with the status beside it.
fn received(page: &Page, counts: &Counts) -> String {
    Said::new("sociometries-of")
        .with("part", counts.received)
        .with("whole", counts.could)
        .with("status", figure(page, counts.status()))
        .words(page.lang())
}

/// Of whoever did not answer nothing is given and nothing mutual: that is said and not counted.
fn if_voted(page: &Page, counts: &Counts, value: u32) -> String {
    if counts.voted { value.to_string() } else { page.text("sociometries-not-asked") }
}

fn status_key(status: Status) -> &'static str {
    match status {
        Status::First => "sociometries-group-first",
        Status::Second => "sociometries-group-second",
        Status::Third => "sociometries-group-third",
        Status::Fourth => "sociometries-group-fourth",
    }
}

/// The group of a pupil, where pupils may be sorted; of a question about who is hard to work with there are no groups.
fn group_of(page: &Page, found: &Found, at: usize) -> String {
    let Ok(statuses) = &found.statuses else { return String::new() };
    let group = statuses.get(at).filter(|_| found.question.is_positive());
    let group = group.map(|status| page.text(status_key(*status))).unwrap_or_default();
    let few = found.few.as_ref().is_ok_and(|few| few.get(at) == Some(&true));
    if few && found.question.is_positive() {
        format!("{group} · {}", page.text("sociometries-few"))
    } else {
        group
    }
}

/// The negative question, beside the one about the same thing: whom to work with.
fn negative<'a>(shown: &'a Shown, found: &Found) -> Option<&'a Found> {
    let asks = |one: &&Found| found.question == Question::Work && one.question == Question::Negative;
    shown.found.iter().find(asks)
}

/// A figure of one pupil, where indices of the class are shown at all and it is defined.
fn personal(page: &Page, found: &Found, figure: Figure<f64>) -> String {
    let shown = figure.ok().filter(|_| found.group.is_ok());
    shown.map_or_else(|| "–".to_owned(), |value| number(page.lang(), value, 2))
}

fn row(page: &Page, shown: &Shown, found: &Found, (at, counts): (usize, &Counts)) -> Row {
    let members = u32::try_from(found.counts.len()).unwrap_or(u32::MAX);
    let against = negative(shown, found).and_then(|one| one.counts.get(at));
    let net = against.map(|against| personal(page, found, counts.status_with(against)));
    let before = found.before.as_ref().and_then(|before| before.counts.get(at).copied().flatten());
    Row {
        number: at + 1,
        name: shown.pupils.get(at).map(|(pupil, _)| pupil.name().brief()).unwrap_or_default(),
        received: received(page, counts),
        mutual: if_voted(page, counts, counts.mutual),
        given: if_voted(page, counts, counts.given),
        expansiveness: personal(page, found, counts.expansiveness(members)),
        satisfaction: personal(page, found, counts.satisfaction()),
        net: net.unwrap_or_default(),
        group: group_of(page, found, at),
        before: before.map(|counts| received(page, &counts)).unwrap_or_default(),
    }
}

/// The indices of a class, each a sentence that says what it is. Of the negative question mutual choices are conflict, and
/// nothing else is told.
fn indices(page: &Page, found: &Found) -> Vec<String> {
    let group: Group = match found.group {
        Ok(group) => group,
        Err(why) => return vec![hidden(page, why)],
    };
    let line = |(key, value): (&str, Figure<f64>)| {
        Said::new(key).with("value", figure(page, value)).with("pairs", group.mutual_pairs).words(page.lang())
    };
    if !found.question.is_positive() {
        return vec![line(("sociometries-conflict", group.cohesion))];
    }
    let of_choices = [
        ("sociometries-cohesion", group.cohesion),
        ("sociometries-reciprocity", group.reciprocity),
        ("sociometries-reference", group.reference),
        ("sociometries-given", group.given),
        ("sociometries-expansive", group.expansiveness),
        ("sociometries-unchosen", group.unchosen),
    ];
    let mut lines: Vec<String> = of_choices.into_iter().map(line).collect();
    if let Ok(statuses) = &found.statuses {
        lines.push(page.text(match wellbeing(statuses) {
            Ordering::Greater => "sociometries-wellbeing-high",
            Ordering::Equal => "sociometries-wellbeing-medium",
            Ordering::Less => "sociometries-wellbeing-low",
        }));
        lines.push(line(("sociometries-wellbeing-share", wellbeing_share(statuses))));
    }
    lines
}

/// What changed among those who were in both, and how many they are. Without another class to compare with it is a change
/// and no effect.
fn change(page: &Page, now: &[Counts], before: &Before) -> String {
    let both: Vec<(&Counts, &Counts)> =
        now.iter().zip(&before.counts).filter_map(|(now, then)| Some((now, then.as_ref()?))).collect();
    let chosen =
        |of: fn(&(&Counts, &Counts)) -> u32| both.iter().map(of).filter(|mutual| *mutual > 0).count();
    let key = if before.group.is_ok() { "sociometries-change" } else { "sociometries-change-few" };
    Said::new(key)
        .with("day", i18n::day(page.lang(), before.day))
        .with("count", both.len())
        .with("then", chosen(|(_, then)| then.mutual))
        .with("now", chosen(|(now, _)| now.mutual))
        .words(page.lang())
}

/// The drawing is 200 units wide.
fn place(point: &Point) -> (String, String) {
    (format!("{:.1}", point.x * 100.0), format!("{:.1}", point.y * 100.0))
}

fn mark((at, point): (usize, &Point)) -> Mark {
    let (x, y) = place(point);
    Mark { number: at + 1, x, y }
}

fn stroke(points: &[Point], line: &Line) -> Option<Stroke> {
    let ((x1, y1), (x2, y2)) = (place(points.get(line.from)?), place(points.get(line.to)?));
    Some(Stroke { x1, y1, x2, y2, mutual: line.mutual })
}

/// The section of a question.
const fn id(question: Question) -> &'static str {
    match question {
        Question::Work => "q-work",
        Question::Leisure => "q-leisure",
        Question::Own => "q-own",
        Question::Negative => "q-negative",
    }
}

/// Everything of one question.
pub(super) fn part(page: &Page, shown: &Shown, found: &Found) -> Part {
    let mut lines = indices(page, found);
    if let Err(why) = &found.statuses {
        lines.push(hidden(page, *why));
    }
    lines.extend(found.before.as_ref().map(|before| change(page, &found.counts, before)));
    let picture = found.picture.as_ref().filter(|_| found.question.is_positive());
    let (points, choices) = picture.map(|(points, lines)| (&points[..], &lines[..])).unwrap_or_default();
    Part {
        id: id(found.question),
        title: wording(page, &shown.sociometry, found.question),
        rows: found.counts.iter().enumerate().map(|counts| row(page, shown, found, counts)).collect(),
        lines,
        marks: points.iter().enumerate().map(mark).collect(),
        strokes: choices.iter().filter_map(|line| stroke(points, line)).collect(),
        changed: found.before.is_some(),
        net: negative(shown, found).is_some(),
    }
}
