//! One newcomer: the provisional mentor, requests as states and dates, joint work, the pair.

use super::appoint::offer;
use super::list::mentor_name;
use super::{
    NamePath, Need, ShowPath, TakeBackPath, WithdrawPath, by_name, facts, need, pair_chip,
    provisional_refusal,
};
use crate::appointments::{Appointing, Warned, Warnings};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Fact};
use crate::{Page, PageError, filters, pairs, people, requests};
use actions::newcomers::{Nameable, Overview};
use axum::http::StatusCode;
use axum::response::Response;
use domain::newcomers::{ProvisionalRefused, Standing, Unpaired, may_withdraw};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, MentorId, NewcomerId};
use i18n::Arg;
use jiff::civil::DateTime;
use std::collections::BTreeSet;
use store::Tx;
use store::people::Named;

/// A request, without its words; the reason of a decline where it was told.
struct Asked {
    mentor: String,
    /// The mentor has offered first.
    offered: bool,
    sent_at: DateTime,
    look: &'static str,
    icon: &'static str,
    word: String,
    /// Last day for an answer, while one is awaited.
    until: Option<Day>,
    /// Why the one asked declined, where they told the coordinator.
    reason: Option<String>,
}

/// A pair with its mentor.
struct With {
    href: String,
    mentor: String,
    look: &'static str,
    icon: &'static str,
    word: String,
    /// Named and no order yet: may be taken back.
    may_take_back: bool,
}

/// The choice of a provisional mentor.
struct Choosing {
    choices: Vec<Choice>,
    /// Who cannot be named, and why.
    refused: Vec<Fact>,
    /// What is to be known of those of the choice before deciding (neg:N4).
    warned: Warned,
}

#[derive(askama::Template)]
#[template(path = "newcomers/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "a page is told what to draw")]
struct Show {
    shell: Shell,
    today: Day,
    board: Need,
    name: String,
    initials: String,
    facts: String,
    /// The last day for the first order, in the middle of a sentence.
    due: String,
    /// The order stands already.
    signed: bool,
    provisional: Option<With>,
    /// Missing where nobody may be named.
    choosing: Option<Choosing>,
    /// Why nobody may be named now.
    not_now: Option<&'static str>,
    requests: Vec<Asked>,
    contacts: usize,
    met: usize,
    pair: Option<With>,
    unpaired: bool,
    /// Chooses in a second round.
    looks_on: bool,
    /// Came when the lists were sealed.
    after_choice: bool,
    /// Missing where nobody is to be appointed.
    appointing: Option<Appointing>,
    left: bool,
    may_withdraw: bool,
    fields: Fields,
    person: String,
    name_path: String,
    take_back_path: String,
    withdraw_path: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page, with what is wrong where something is.
pub(super) async fn draw(page: &Page, id: &NewcomerId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let newcomer = store::newcomers::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let school = &newcomer.school;
    for action in [Action::ManageProgramme(school), Action::SeeRequestStates(school)] {
        may(page.actor(), &action).map_err(|_| PageError::NotFound)?;
    }
    let programme = store::programmes::get(&mut tx, school, &newcomer.programme).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    let all = actions::newcomers::overview(&mut tx, &programme, page.today()).await?;
    let one = all.into_iter().find(|one| one.newcomer.id == *id).ok_or(PageError::NotFound)?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let show = filled(page, &mut tx, &programme, &one, fields).await?;
    page.show_with(status, &show)
}

async fn filled(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    one: &Overview,
    fields: Fields,
) -> Result<Show, PageError> {
    let newcomer = &one.newcomer;
    let mentors = store::mentors::named(tx, &programme.school, &programme.id).await?;
    let contacts = store::contacts::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let counted = || contacts.iter().filter(|contact| contact.state.counts());
    let (choosing, not_now) = choosing(page, tx, programme, one, &fields).await?;
    let appointing = offer(page, tx, programme, one, &fields).await?;
    let traces = store::newcomers::traces(tx, newcomer).await?;
    let id = || newcomer.id.clone();
    Ok(Show {
        shell: page.shell(),
        today: page.today(),
        board: board(page, one),
        name: one.person.name.full(),
        initials: one.person.name.initials(),
        facts: facts(page.lang(), &one.person, newcomer.hired_on),
        due: i18n::by_day(page.lang(), one.due),
        signed: !matches!(one.standing, Standing::Late(_) | Standing::Open(_) | Standing::Named(_)),
        provisional: one.provisional().map(|pair| with(pair, &mentors)),
        choosing,
        not_now,
        requests: asked(page, tx, one, &mentors).await?,
        contacts: counted().count(),
        met: counted().map(|contact| &contact.mentor).collect::<BTreeSet<_>>().len(),
        pair: one.settled().map(|pair| with(pair, &mentors)),
        unpaired: one.unpaired.is_some(),
        looks_on: one.unpaired == Some(Unpaired::LooksOn),
        after_choice: one.after_choice,
        appointing,
        left: one.standing == Standing::Left,
        may_withdraw: may_withdraw(traces, programme, page.today()).is_ok(),
        fields,
        person: people::ShowPath { id: newcomer.person.clone() }.to_string(),
        name_path: NamePath { id: id() }.to_string(),
        take_back_path: TakeBackPath { id: id() }.to_string(),
        withdraw_path: WithdrawPath { id: id() }.to_string(),
    })
}

/// What is to be done for this newcomer, or that nothing is missing.
fn board(page: &Page, one: &Overview) -> Need {
    need(page, one).unwrap_or_else(|| {
        let key = match one.standing {
            Standing::Left => "left",
            Standing::Finished => "finished",
            Standing::Stopped => "stopped",
            _ => "settled",
        };
        let name = [("name", Arg::Words(one.person.name.polite()))];
        Need {
            title: i18n::t(page.lang(), &format!("newcomers-board-{key}"), &name),
            text: page.text(&format!("newcomers-board-{key}-text")),
            href: String::new(),
            act: String::new(),
        }
    })
}

fn with(pair: &Pair, mentors: &[Named<MentorId>]) -> With {
    let (look, icon, word) = pair_chip(pair);
    With {
        href: pairs::ShowPath { id: pair.id.clone() }.to_string(),
        mentor: mentor_name(mentors, &pair.mentor),
        look,
        icon,
        word,
        may_take_back: domain::newcomers::may_take_back(vec![pair.clone()]).is_ok(),
    }
}

async fn asked(
    page: &Page,
    tx: &mut Tx,
    one: &Overview,
    mentors: &[Named<MentorId>],
) -> Result<Vec<Asked>, PageError> {
    let requests = store::requests::of_newcomer(tx, &one.newcomer.school, &one.newcomer.id).await?;
    let mut lines = Vec::new();
    for request in requests {
        let reason = actions::requests::reason(tx, &page.context(), &request).await?;
        let (look, icon, word) = requests::chip(request.state);
        lines.push(Asked {
            mentor: mentor_name(mentors, &request.mentor),
            offered: request.asked_by == Side::Mentor,
            sent_at: page.local(request.sent_at),
            look,
            icon,
            word,
            until: request.state.is_open().then_some(request.answer_until),
            reason: reason.map(|reason| reason.text),
        });
    }
    Ok(lines)
}

/// Whom the coordinator may name; where nobody may be named at all, the key of the reason.
async fn choosing(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    one: &Overview,
    fields: &Fields,
) -> Result<(Option<Choosing>, Option<&'static str>), PageError> {
    if !one.pairs.is_empty() || one.standing == Standing::Left {
        return Ok((None, None));
    }
    let all = actions::newcomers::nameable(tx, &one.newcomer, programme, page.today()).await?;
    let all = by_name(page.lang(), all, |one| one.person.name.brief());
    let late =
        all.iter().filter_map(|one| one.refusal).find(|why| matches!(why, ProvisionalRefused::NotNow(_)));
    if let Some(why) = late {
        return Ok((None, Some(provisional_refusal(why))));
    }
    let warnings = Warnings::load(page, tx, programme).await?;
    let mut choosing = Choosing { choices: Vec::new(), refused: Vec::new(), warned: Warned::default() };
    let newcomer = &one.newcomer.id;
    for one in all {
        match one.refusal {
            None => {
                choosing.choices.push(choice(page, &one, &warnings).chosen_if(fields.value("person")));
                let who = (&one.person.id, &one.person.name);
                warnings.warn(page, newcomer, who, &mut choosing.warned);
            }
            Some(why) => choosing
                .refused
                .push(Fact { name: one.person.name.brief(), value: page.text(provisional_refusal(why)) }),
        }
    }
    Ok((Some(choosing), None))
}

/// A line of the choice: name, subject, category, how many newcomers are with the person already.
fn choice(page: &Page, one: &Nameable, warnings: &Warnings) -> Choice {
    let category = page.text(&format!("rosters-category-{}", one.person.category.word()));
    let mut facts = vec![one.person.name.brief()];
    facts.extend(one.person.subject.clone());
    facts.push(category);
    facts.extend(warnings.post(page, &one.person.id));
    if one.newcomers > 0 {
        facts.push(i18n::t(page.lang(), "newcomers-choice-with", &[("count", one.newcomers.into())]));
    }
    Choice::new(one.person.id.as_str(), facts.join(", "))
}
