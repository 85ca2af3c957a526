//! One practice: the sheet for whoever marks, day, role card and result for the candidate.

use super::{BeginPath, ListPath, PaperPath, ReasonPath, SheetPath, ShowPath, place};
use crate::commissions::{Names, criterion_name, hundredths, with_guests};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::commissions::{Card, Seat, Seen, card, criterion, open, own_grade, scale};
use axum::http::StatusCode;
use axum::response::Response;
use domain::appeals::About;
use domain::exams::{Commission, Criterion, Grade, Hearing, HearingState, PracticeRefused, Sheet};
use domain::{Day, HearingId, PersonId};

/// A criterion with the marks to choose from.
struct Mark {
    field: String,
    was: String,
    name: String,
    hint: String,
    choices: Vec<Choice>,
    error: String,
}

/// A criterion with what was given: each examiner and the mark, once all are sealed.
struct Given {
    name: String,
    marks: Vec<String>,
    reasons: Vec<String>,
}

/// A gap that waits for reasons.
struct Gap {
    criterion: usize,
    title: String,
    own: String,
    error: String,
}

#[derive(askama::Template)]
#[template(path = "hearings/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    place: String,
    state: String,
    card: Option<Card>,
    examines: bool,
    /// The address of this page, under which it is kept for a time without network.
    here: String,
    /// Who marks: marks that wait in a browser are theirs alone.
    owner: String,
    sealed: bool,
    begin: Option<String>,
    marks: Vec<Mark>,
    given: Vec<Given>,
    gaps: Vec<Gap>,
    result: Vec<String>,
    /// The candidate's way to appeals against it, and until when.
    appeal: Option<(String, String)>,
    papers: Vec<(String, &'static str)>,
    /// How the whole can be seen, while that may be said.
    grades: Vec<Choice>,
    sheet: String,
    reason: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, Fields::default()).await
}

/// The field of a criterion.
pub(super) fn field(criterion: &Criterion) -> String {
    format!("mark-{}", criterion.word)
}

/// The form of the own sheet, with what was typed where it was not taken.
fn marks(page: &Page, commission: &Commission, sheet: &Sheet, fields: &Fields) -> Vec<Mark> {
    let words = scale(page.lang());
    let rubric = &commission.rubric;
    let mark = |(at, one): (usize, &Criterion)| {
        let line = criterion(&one.word, page.lang()).unwrap_or_default();
        let field = field(one);
        let was = sheet.marks.get(at).copied().flatten().map(|mark| mark.to_string()).unwrap_or_default();
        let stands = if fields.has(&field) { fields.value(&field).to_owned() } else { was.clone() };
        let choice = |mark: u8| {
            let word = words.get(usize::from(mark - rubric.lowest)).map(String::as_str).unwrap_or_default();
            Choice::new(mark.to_string(), format!("{mark} – {word}")).chosen_if(&stands)
        };
        Mark {
            name: line.name,
            hint: line.text,
            choices: (rubric.lowest..=rubric.highest).map(choice).collect(),
            error: fields.error(&field).to_owned(),
            field,
            was,
        }
    };
    rubric.criteria.iter().enumerate().map(mark).collect()
}

/// The words for the whole, with the one that stands.
fn grades(page: &Page, own: Option<Grade>) -> Vec<Choice> {
    let choice = |grade: Grade| {
        let label = page.text(&format!("hearings-grade-{}", grade.word()));
        Choice { chosen: own == Some(grade), ..Choice::new(grade.word(), label) }
    };
    Grade::ALL.map(choice).into()
}

/// The marks that the reader may read, criterion by criterion.
fn given(page: &Page, hearing: &Hearing, commission: &Commission, names: &Names) -> Vec<Given> {
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let line = |at: usize| {
        let each = hearing.sheets.iter().filter_map(|(id, sheet)| {
            let mark = sheet.marks.get(at).copied().flatten()?;
            Some(format!("{}: {mark}", name(id)))
        });
        let here = hearing.reasons.iter().filter(|reason| reason.criterion == at);
        Given {
            name: criterion_name(page, &commission.rubric, at),
            marks: each.collect(),
            reasons: here.map(|reason| format!("{}: {}", name(&reason.by), reason.text)).collect(),
        }
    };
    (0..commission.rubric.criteria.len()).map(line).collect()
}

/// Gaps that wait for the reason of this examiner, or a third sheet.
fn gaps(page: &Page, seen: &Seen, fields: &Fields) -> Vec<Gap> {
    let (hearing, rubric) = (&seen.hearing, &seen.commission.rubric);
    if !matches!(hearing.state, HearingState::Begun { .. }) {
        return Vec::new();
    }
    let Err(PracticeRefused::Gaps(gaps)) = hearing.practice(rubric) else { return Vec::new() };
    let me = &page.actor().person;
    let gap = |gap: domain::exams::Disagreement| {
        let name = criterion_name(page, rubric, gap.criterion);
        let here = fields.value("criterion") == gap.criterion.to_string();
        let own = hearing.reasons.iter().find(|one| one.criterion == gap.criterion && one.by == *me);
        let typed = if here { fields.value("reason").to_owned() } else { String::new() };
        let args = [
            ("name", name.into()),
            ("low", u32::from(gap.lowest).into()),
            ("high", u32::from(gap.highest).into()),
        ];
        Gap {
            criterion: gap.criterion,
            title: i18n::t(page.lang(), "hearings-gap", &args),
            own: own.map_or(typed, |own| own.text.clone()),
            error: if here { fields.error("reason").to_owned() } else { String::new() },
        }
    };
    let mine = gaps.into_iter().filter(|gap| hearing.stands_apart(me, gap.criterion, rubric));
    mine.map(gap).collect()
}

/// What the practice came to.
fn result(page: &Page, seen: &Seen) -> Vec<String> {
    let HearingState::Told { practice, .. } = &seen.hearing.state else { return Vec::new() };
    let rubric = &seen.commission.rubric;
    let args = [
        ("mean", hundredths(page, practice.mean).into()),
        ("cut", hundredths(page, rubric.cut.into()).into()),
        ("minimum", u32::from(rubric.minimum).into()),
    ];
    let verdict = if practice.passed { "commissions-passed" } else { "commissions-failed" };
    let critical = practice.critical.iter().map(|at| {
        let name = criterion_name(page, rubric, *at);
        i18n::t(page.lang(), "commissions-critical", &[("name", name.into())])
    });
    let first = [page.text(verdict), i18n::t(page.lang(), "commissions-result", &args)];
    first.into_iter().chain(critical).collect()
}

/// The situation as the reader may know it: the candidate learns neither the role of the other one nor what is looked for.
fn known(page: &Page, seen: &Seen) -> Option<Card> {
    let card = card(&seen.hearing.situation, page.lang())?;
    Some(match seen.seat {
        Seat::Examiner => card,
        Seat::Candidate => Card { role: String::new(), examiners: String::new(), ..card },
    })
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(
    page: &Page,
    id: &HearingId,
    status: StatusCode,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let seen = open(&mut tx, &page.context(), id).await?;
    let names = with_guests(page, &mut tx, seen.hearing.people()).await?;
    let appeal = match seen.seat {
        Seat::Candidate => crate::appeals::link(page, &mut tx, &About::Practice(id.clone())).await?,
        Seat::Examiner => None,
    };
    let graded = own_grade(&mut tx, &page.context(), &seen.hearing).await?;
    let (hearing, commission) = (&seen.hearing, &seen.commission);
    let own = hearing.sheets.get(&page.actor().person);
    let begun = matches!(hearing.state, HearingState::Begun { .. });
    let told = matches!(hearing.state, HearingState::Told { .. });
    let open = own.filter(|sheet| begun && !sheet.sealed);
    let sealed = own.is_some_and(|sheet| sheet.sealed);
    let examines = seen.seat == Seat::Examiner;
    let at = i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from));
    let waits = examines && hearing.state == HearingState::Waiting && page.today() >= commission.day;
    let paper = |lang: &str| PaperPath { id: id.clone(), lang: lang.to_owned() }.to_string();
    let papers = [(paper("kk"), "layout-paper-kk"), (paper("ru"), "layout-paper-ru")];
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: if examines {
                names.get(&hearing.candidate).cloned().unwrap_or_default()
            } else {
                at.clone()
            },
            place: if examines { format!("{at}, {}", place(page, &seen)) } else { place(page, &seen) },
            state: page.text(&format!("commissions-state-{}", hearing.state.word())),
            card: known(page, &seen),
            examines,
            here: ShowPath { id: id.clone() }.to_string(),
            owner: page.actor().person.to_string(),
            sealed,
            begin: waits.then(|| BeginPath { id: id.clone() }.to_string()),
            marks: open.map(|sheet| marks(page, commission, sheet, &fields)).unwrap_or_default(),
            given: if sealed { given(page, hearing, commission, &names) } else { Vec::new() },
            gaps: gaps(page, &seen, &fields),
            result: result(page, &seen),
            appeal,
            papers: if examines && told { papers.into() } else { Vec::new() },
            grades: if hearing.may_grade(&page.actor().person).is_ok() {
                grades(page, graded)
            } else {
                Vec::new()
            },
            sheet: SheetPath { id: id.clone() }.to_string(),
            reason: ReasonPath { id: id.clone() }.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
