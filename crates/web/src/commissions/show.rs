//! One commission: who sits in it, its candidates and how far each is.

use super::{
    AdmitPath, ChangePath, ListPath, Names, RemovePath, ReplacePath, ShowPath, StepPath, ThirdPath,
    everybody, gaps_words, hundredths, with_guests,
};
use crate::forms::Fields;
use crate::hearings;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::commissions::{Board, absent, board, candidates, card, examiners};
use axum::http::StatusCode;
use axum::response::Response;
use domain::exams::{Commission, Hearing, HearingState, MOST_EXAMINERS, PracticeRefused};
use domain::{CommissionId, Day, PersonId};
use std::collections::BTreeSet;
use store::Tx;

/// A candidate.
struct Row {
    id: String,
    name: String,
    state: String,
    text: String,
    result: String,
    begin: bool,
    take_off: bool,
    /// Who can be asked to mark besides; nobody where nobody is needed.
    third: Vec<Choice>,
    tell: bool,
    paper_kk: String,
    paper_ru: String,
    sheet: String,
}

#[derive(askama::Template)]
#[template(path = "commissions/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    place: String,
    /// How many places for other schools are taken, where it is open to them.
    places: String,
    members: Vec<Choice>,
    /// The names of those who will not come, as long as that matters.
    absent: String,
    leaving: Vec<Choice>,
    rows: Vec<Row>,
    free: Vec<Choice>,
    people: Vec<Choice>,
    change: String,
    remove: String,
    admit: String,
    replace: String,
    step: String,
    third: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, Fields::default()).await
}

/// How far the marks are, and what waits.
fn waiting(page: &Page, hearing: &Hearing, commission: &Commission) -> String {
    let sealed = hearing.sheets.values().filter(|sheet| sheet.sealed).count();
    let counts = [("sealed", sealed.into()), ("of", hearing.sheets.len().into())];
    let sealed = i18n::t(page.lang(), "commissions-sealed", &counts);
    match hearing.practice(&commission.rubric) {
        Err(PracticeRefused::Gaps(gaps)) => {
            let gaps = gaps_words(page, &gaps, &commission.rubric);
            let gaps = i18n::t(page.lang(), "commissions-gaps", &[("gaps", gaps.into())]);
            format!("{sealed}. {gaps}")
        }
        _ => sealed,
    }
}

fn row(page: &Page, hearing: &Hearing, commission: &Commission, names: &Names) -> Row {
    let own = hearing.candidate == page.actor().person;
    let begun = matches!(hearing.state, HearingState::Begun { .. }) && !own;
    let ready = hearing.practice(&commission.rubric);
    let situation = card(&hearing.situation, page.lang()).unwrap_or_default().title;
    let waits = hearing.state == HearingState::Waiting && !own;
    let paper =
        |lang: &str| hearings::PaperPath { id: hearing.id.clone(), lang: lang.to_owned() }.to_string();
    let told = matches!(hearing.state, HearingState::Told { .. }) && !own;
    let mine = hearing.sheets.contains_key(&page.actor().person);
    Row {
        id: hearing.id.to_string(),
        name: names.get(&hearing.candidate).cloned().unwrap_or_default(),
        state: page.text(&format!("commissions-state-{}", hearing.state.word())),
        text: match () {
            () if begun => waiting(page, hearing, commission),
            // What was drawn is read once it begins; nobody picks it by drawing again.
            () if waits => String::new(),
            () => situation,
        },
        result: match &hearing.state {
            HearingState::Told { practice, .. } => {
                let verdict = if practice.passed { "commissions-passed" } else { "commissions-failed" };
                let mean = hundredths(page, practice.mean);
                let mean = i18n::t(page.lang(), "commissions-mean", &[("mean", mean.into())]);
                format!("{} · {mean}", page.text(verdict))
            }
            _ => String::new(),
        },
        begin: waits && page.today() >= commission.day,
        take_off: waits || (begun && hearing.sheets.values().all(|sheet| !sheet.sealed)),
        third: Vec::new(),
        tell: begun && ready.is_ok(),
        paper_kk: if told { paper("kk") } else { String::new() },
        paper_ru: if told { paper("ru") } else { String::new() },
        sheet: if mine { hearings::ShowPath { id: hearing.id.clone() }.to_string() } else { String::new() },
    }
}

/// One more can be asked to mark a candidate.
fn wants_third(page: &Page, hearing: &Hearing, commission: &Commission) -> bool {
    let begun = matches!(hearing.state, HearingState::Begun { .. });
    let waits = matches!(
        hearing.practice(&commission.rubric),
        Err(PracticeRefused::Gaps(_) | PracticeRefused::Open(_))
    );
    let room = hearing.sheets.len() < MOST_EXAMINERS;
    begun && hearing.candidate != page.actor().person && room && waits
}

/// All candidates, and for each who can be asked to mark besides: nobody who is bound to them or marks already.
async fn rows(page: &Page, tx: &mut Tx, board: &Board, names: &Names) -> Result<Vec<Row>, PageError> {
    let commission = &board.commission;
    let day = commission.day.max(page.today());
    let mut rows = Vec::new();
    for hearing in &board.hearings {
        let mut row = row(page, hearing, commission, names);
        if wants_third(page, hearing, commission) {
            let bound = std::slice::from_ref(&hearing.candidate);
            let open = examiners(tx, &page.context(), &commission.school, bound, day).await?;
            let free = open.iter().filter(|one| !hearing.sheets.contains_key(*one));
            row.third = sorted(page, free.map(|one| choice(one, names)).collect());
        }
        rows.push(row);
    }
    Ok(rows)
}

/// How many places for candidates of other schools are taken; nothing where there are none.
fn places(page: &Page, board: &Board) -> String {
    let commission = &board.commission;
    if !commission.is_open() {
        return String::new();
    }
    let taken = board.hearings.iter().filter(|one| one.home != commission.school).count();
    let args = [("taken", taken.into()), ("places", u32::from(commission.places).into())];
    let taken = i18n::t(page.lang(), "sittings-places-taken", &args);
    format!("{}: {taken}", page.text("commissions-places"))
}

/// Who of the commission works in their school no more, while it has still to sit or to mark.
async fn absentees(page: &Page, tx: &mut Tx, board: &Board, names: &Names) -> Result<String, PageError> {
    let day = board.commission.day.max(page.today());
    let over = board.hearings.iter().all(|one| matches!(one.state, HearingState::Told { .. }));
    if over && board.commission.day < page.today() {
        return Ok(String::new());
    }
    let absent = absent(tx, &board.commission, day).await?;
    let name = |one: &PersonId| names.get(one).cloned().unwrap_or_default();
    Ok(absent.iter().map(name).collect::<Vec<_>>().join(", "))
}

fn choice(person: &PersonId, names: &Names) -> Choice {
    Choice::new(person.as_str(), names.get(person).cloned().unwrap_or_default())
}

fn sorted(page: &Page, mut choices: Vec<Choice>) -> Vec<Choice> {
    i18n::sort_by_name(page.lang(), &mut choices, |one| &one.label);
    choices
}

/// The day, hour and place as they stand, where nothing was typed.
fn when(commission: &Commission, mut fields: Fields) -> Fields {
    let values = [
        ("day", commission.day.to_string()),
        ("from", i18n::time(commission.from)),
        ("place", commission.place.clone()),
    ];
    if fields.has("day") {
        return fields;
    }
    for (name, value) in values {
        fields.put(name, value);
    }
    fields
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(
    page: &Page,
    id: &CommissionId,
    status: StatusCode,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let board = board(&mut tx, &context, id).await?;
    let commission = &board.commission;
    let names = with_guests(page, &mut tx, everybody(commission, &board.hearings)).await?;
    let free = candidates(&mut tx, commission, &context).await?;
    let past = commission.day < page.today();
    // Whoever was asked for one candidate alone can be replaced like the members.
    let open = || board.hearings.iter().filter(|one| !matches!(one.state, HearingState::Told { .. }));
    let marking =
        open().flat_map(|one| one.sheets.iter().filter(|(_, sheet)| !sheet.sealed).map(|(id, _)| id));
    let leaving: BTreeSet<&PersonId> = commission.members.iter().chain(marking).collect();
    let heard: Vec<PersonId> = open().map(|one| one.candidate.clone()).collect();
    let day = commission.day.max(page.today());
    let others = examiners(&mut tx, &context, &commission.school, &heard, day).await?;
    let others = others.iter().filter(|person| !commission.members.contains(*person));
    let waits = board.hearings.iter().all(|one| one.state == HearingState::Waiting);
    // What was chosen where it was not taken stays chosen.
    let kept = |person: &PersonId, field: &str| choice(person, &names).chosen_if(fields.value(field));
    let sorted = |choices: Vec<Choice>| sorted(page, choices);
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from)),
            place: commission.place.clone(),
            places: places(page, &board),
            members: sorted(commission.members.iter().map(|one| choice(one, &names)).collect()),
            absent: absentees(page, &mut tx, &board, &names).await?,
            leaving: sorted(leaving.into_iter().map(|one| kept(one, "leaves")).collect()),
            rows: rows(page, &mut tx, &board, &names).await?,
            free: if past {
                Vec::new()
            } else {
                sorted(free.iter().map(|one| kept(one, "candidate")).collect())
            },
            people: sorted(others.map(|one| kept(one, "comes")).collect()),
            change: if waits { ChangePath { id: id.clone() }.to_string() } else { String::new() },
            remove: if board.hearings.is_empty() {
                RemovePath { id: id.clone() }.to_string()
            } else {
                String::new()
            },
            admit: AdmitPath { id: id.clone() }.to_string(),
            replace: ReplacePath { id: id.clone() }.to_string(),
            step: StepPath { id: id.clone() }.to_string(),
            third: ThirdPath { id: id.clone() }.to_string(),
            back: ListPath.to_string(),
            fields: when(commission, fields),
        },
    )
}
