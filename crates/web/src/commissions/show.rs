//! One commission: who sits in it, its candidates and how far each is.

use super::{
    AdmitPath, ListPath, Names, ReplacePath, ShowPath, StepPath, ThirdPath, gaps_words, hundredths, names,
};
use crate::forms::Fields;
use crate::hearings;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::commissions::{board, candidates, card};
use axum::http::StatusCode;
use axum::response::Response;
use domain::exams::{Commission, Hearing, HearingState, MOST_EXAMINERS, PracticeRefused};
use domain::{CommissionId, Day, PersonId};
use std::collections::BTreeSet;

/// A candidate.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one answer for each thing that can be done with the candidate"
)]
struct Row {
    id: String,
    name: String,
    state: String,
    text: String,
    result: String,
    begin: bool,
    take_off: bool,
    third: bool,
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
    members: Vec<Choice>,
    leaving: Vec<Choice>,
    rows: Vec<Row>,
    free: Vec<Choice>,
    people: Vec<Choice>,
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
    let room = hearing.sheets.len() < MOST_EXAMINERS;
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
        third: begun && room && matches!(ready, Err(PracticeRefused::Gaps(_) | PracticeRefused::Open(_))),
        tell: begun && ready.is_ok(),
        paper_kk: if told { paper("kk") } else { String::new() },
        paper_ru: if told { paper("ru") } else { String::new() },
        sheet: if mine { hearings::ShowPath { id: hearing.id.clone() }.to_string() } else { String::new() },
    }
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
    let names = names(page, &mut tx).await?;
    let working = actions::people::working(&mut tx, &commission.school, page.today()).await?;
    let choice =
        |person: &PersonId| Choice::new(person.as_str(), names.get(person).cloned().unwrap_or_default());
    let sorted = |mut choices: Vec<Choice>| {
        i18n::sort_by_name(page.lang(), &mut choices, |one| &one.label);
        choices
    };
    let free = candidates(&mut tx, commission, &context).await?;
    let past = commission.day < page.today();
    let others = working.iter().filter(|person| !commission.members.contains(*person));
    // Whoever was asked for one candidate alone can be replaced like the members.
    let open = board.hearings.iter().filter(|one| !matches!(one.state, HearingState::Told { .. }));
    let marking = open.flat_map(|one| one.sheets.iter().filter(|(_, sheet)| !sheet.sealed).map(|(id, _)| id));
    let leaving: BTreeSet<&PersonId> = commission.members.iter().chain(marking).collect();
    // What was chosen where it was not taken stays chosen.
    let kept = |person: &PersonId, field: &str| choice(person).chosen_if(fields.value(field));
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from)),
            place: commission.place.clone(),
            members: sorted(commission.members.iter().map(choice).collect()),
            leaving: sorted(leaving.into_iter().map(|one| kept(one, "leaves")).collect()),
            rows: board.hearings.iter().map(|hearing| row(page, hearing, commission, &names)).collect(),
            free: if past {
                Vec::new()
            } else {
                sorted(free.iter().map(|one| kept(one, "candidate")).collect())
            },
            people: sorted(others.map(|one| kept(one, "comes")).collect()),
            admit: AdmitPath { id: id.clone() }.to_string(),
            replace: ReplacePath { id: id.clone() }.to_string(),
            step: StepPath { id: id.clone() }.to_string(),
            third: ThirdPath { id: id.clone() }.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
