//! A meeting is planned: the team, the day, the situation, who plays what, who observes.

use super::{BankPath, ListPath, NewPath, ShowPath, manages, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::scenes::{Planned, card, situations};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Person;
use domain::scenes::{MOST_LINE, Played, Refused, SITUATIONS, Timing};
use domain::{Day, PersonId};
use store::Tx;

#[derive(askama::Template)]
#[template(path = "scenes/plan.html")]
struct New {
    shell: Shell,
    today: Day,
    situations: Vec<Choice>,
    /// Each select with the people, in the order of the form: its name, its label, its choices, what is wrong.
    asking: Vec<(&'static str, String, Vec<Choice>, String)>,
    observers: Vec<Choice>,
    action: String,
    bank: String,
    back: String,
    fields: Fields,
}

pub(super) async fn blank(_: NewPath, page: Page) -> Result<Response, PageError> {
    let usual = [
        ("play", Timing::USUAL.play.to_string()),
        ("sheet", Timing::USUAL.sheets.to_string()),
        ("talk", Timing::USUAL.talk.to_string()),
    ];
    let fields = Fields::beginning(page.lang(), &usual);
    draw(&page, fields).await
}

/// The situations of the school before those that come with the program.
async fn choices(page: &Page, tx: &mut Tx, fields: &Fields) -> Result<Vec<Choice>, PageError> {
    let own = situations(tx, &page.context()).await?;
    let own = own.into_iter().map(|one| Choice::new(one.id.as_str(), one.title));
    let starter =
        SITUATIONS.into_iter().filter_map(|word| Some(Choice::new(word, card(word, page.lang())?.title)));
    Ok(own.chain(starter).map(|one| one.chosen_if(fields.value("situation"))).collect())
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    if !manages(page)? {
        return Err(PageError::NotFound);
    }
    let mut tx = page.read().await?;
    let mut people = store::people::of_school(&mut tx, page.school_id()?).await?;
    people.retain(|person| person.works_on(page.today()));
    let named = |person: &Person| Choice::new(person.id.as_str(), person.name.full());
    let mut all: Vec<Choice> = people.iter().map(named).collect();
    i18n::sort_by_name(page.lang(), &mut all, |one| &one.label);
    let part = |name: &'static str| {
        let choices: Vec<Choice> = all.iter().cloned().map(|one| one.chosen_if(fields.value(name))).collect();
        (name, page.text(&format!("scenes-part-{name}")), choices, fields.error(name).to_owned())
    };
    let observing = fields.values("observers");
    let observer = |one: &Choice| Choice { chosen: observing.contains(&one.value.as_str()), ..one.clone() };
    let asking = Vec::from(["chair", "secretary", "mentor", "newcomer"].map(part));
    let observers = all.iter().map(observer).collect();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            situations: choices(page, &mut tx, &fields).await?,
            asking,
            observers,
            action: NewPath.to_string(),
            bank: BankPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// A word of the program, or the id of a situation of the school.
fn read_played(sent: &str) -> Option<Played> {
    match sent {
        "" => None,
        word if SITUATIONS.contains(&word) => Some(Played::Starter(word.to_owned())),
        id => Some(Played::Own(id.into())),
    }
}

/// The subject whose teachers of other schools may come. Whoever names one and does not tick the box would find a meeting that
/// nobody can open any more.
fn read_open_for(fields: &mut Fields) -> Option<String> {
    if fields.ticked("opened") {
        return Some(fields.text("open_for", MOST_LINE));
    }
    if !fields.value("open_for").trim().is_empty() {
        fields.refuse("open_for", "scenes-refused-closed", &[]);
    }
    None
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Planned> {
    let team = fields.text("team", MOST_LINE);
    let (day, from) = (fields.day("day"), fields.time("from"));
    let place = fields.text("place", MOST_LINE);
    let played = fields.choice("situation", read_played);
    // What is no number takes no time, and is refused with its reason.
    let mut minutes = |name: &str| fields.text(name, 4).parse::<u16>().unwrap_or_default();
    let timing = Timing { play: minutes("play"), sheets: minutes("sheet"), talk: minutes("talk") };
    let mut person = |name: &str| fields.choice(name, |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let (chair, secretary) = (person("chair"), person("secretary"));
    let (mentor, newcomer) = (person("mentor"), person("newcomer"));
    let observers = fields.values("observers").into_iter().map(PersonId::from).collect();
    let open_for = read_open_for(fields);
    let planned = Planned {
        team,
        day: day?,
        from: from?,
        place,
        played: played?,
        timing,
        open_for,
        chair: chair?,
        secretary: secretary?,
        mentor: mentor?,
        newcomer: newcomer?,
        observers,
    };
    fields.is_right().then_some(planned)
}

pub(super) async fn plan(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(planned) = read(&mut fields) else { return draw(&page, fields).await };
    match actions::scenes::plan(&page.context(), &planned).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "scenes-done-planned", &[])),
        Err(Failed::Refused(why)) => {
            let field = match why {
                Refused::Past => "day",
                Refused::Timing => "play",
                Refused::Situation => "situation",
                _ => "observers",
            };
            fields.refuse(field, refusal(why), &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
