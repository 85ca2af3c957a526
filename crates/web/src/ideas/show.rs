//! One idea: what it says, votes, the answer, comments, what is being done, and the forms of whoever answers and leads.

use super::{
    AnswerPath, AssignPath, CommentPath, DisclosePath, JoinPath, ListPath, MergePath, OwnPath, PlanPath,
    RemovePath, RestorePath, ShowPath, TickPath, VotePath, by, name,
};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::{Said, listed};
use crate::{Page, PageError, filters};
use actions::ideas::{Opened, Remark, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::ideas::{Said as Answer, State, Step};
use domain::{Day, IdeaId, PersonId};
use store::Tx;

/// A comment.
struct Line {
    title: String,
    words: String,
    /// Why it was taken off; for its author.
    note: String,
}

/// A step.
struct StepRow {
    title: String,
    text: String,
    id: String,
    done: bool,
}

/// What the idea turned into.
struct Work {
    team: String,
    join: Option<String>,
    steps: Vec<StepRow>,
    /// The reader ticks steps and adds some.
    keeps: bool,
    tick: String,
    plan: String,
    owners: Vec<Choice>,
}

/// The forms of the coordinator.
struct Leading {
    assign: String,
    people: Vec<Choice>,
    merge: String,
    /// Others that this one may be a double of.
    others: Vec<Choice>,
    /// Where it, or a comment, is taken off the board.
    remove: Option<String>,
    comments: Vec<Choice>,
    /// Where it is put back.
    restore: Option<String>,
    /// Where the author can be looked up.
    disclose: Option<String>,
}

/// The form of the author, as long as nobody has touched the idea.
struct Own {
    action: String,
    title: String,
    words: String,
    /// Until when it stands, in words.
    text: String,
}

#[derive(askama::Template)]
#[template(path = "ideas/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    state: String,
    by: String,
    words: String,
    votes: String,
    /// Where a vote is given, and whether it was.
    vote: Option<(String, bool)>,
    /// What the reader has to know of it: from when it is seen, why it was taken off, who looked.
    notes: Vec<String>,
    /// The idea that it is part of.
    merged: Option<String>,
    /// Who answered when, and what.
    answer: Option<(String, String)>,
    lines: Vec<Line>,
    /// Where a comment is sent.
    comment: Option<String>,
    /// The reader comments without a name.
    nameless: bool,
    work: Option<Work>,
    /// Where an answer is sent, and where it may lead.
    answers: Option<(String, Vec<Choice>)>,
    leading: Option<Leading>,
    own: Option<Own>,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, id: &IdeaId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id).await?;
    let names = names(page, &mut tx).await?;
    let idea = &opened.idea;
    let votes = Said::new("ideas-votes").with("count", idea.votes).words(page.lang());
    let open = idea.state.is_open() && idea.removed.is_none();
    let votes_here = || (VotePath { id: id.clone() }.to_string(), idea.voted);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: idea.title.clone(),
            state: state(page, &opened, &names),
            by: by(page, &names, idea.author.as_ref(), (idea.mine, idea.unnamed)),
            words: idea.words.clone(),
            votes,
            vote: (opened.shares && open).then(votes_here),
            notes: notes(page, &opened, &names),
            merged: idea.merged.clone().map(|id| ShowPath { id }.to_string()),
            answer: idea.answer.as_ref().map(|said| (who(page, &names, said), said.words.clone())),
            lines: opened.remarks.iter().map(|remark| line(page, &names, remark)).collect(),
            comment: (opened.shares && open).then(|| CommentPath { id: id.clone() }.to_string()),
            nameless: opened.nameless,
            work: work(page, &opened, &names, &fields),
            answers: answers(page, &opened, &fields),
            leading: leading(page, &mut tx, (&opened, &names), &fields).await?,
            own: opened.changes.then(|| own(page, &opened, &fields)),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// What the author may still change, with what was typed where it was not taken.
fn own(page: &Page, opened: &Opened, fields: &Fields) -> Own {
    let idea = &opened.idea;
    let typed = |name: &str, stands: &str| {
        if fields.has(name) { fields.value(name).to_owned() } else { stands.to_owned() }
    };
    Own {
        action: OwnPath { id: idea.id.clone() }.to_string(),
        title: typed("title", &idea.title),
        words: typed("idea", &idea.words),
        text: page.text(if idea.unnamed { "ideas-own-unnamed" } else { "ideas-own-named" }),
    }
}

/// Others see it, and it is on the board.
fn is_there(opened: &Opened, today: Day) -> bool {
    opened.idea.shown_on <= today && opened.idea.removed.is_none()
}

/// How it stands, and who says the next word until when.
fn state(page: &Page, opened: &Opened, names: &Names) -> String {
    let (idea, lang) = (&opened.idea, page.lang());
    let stands = page.text(&format!("ideas-state-{}", idea.state.word()));
    let Some(due) = idea.due else { return stands };
    let asked: Vec<String> = opened.asked.iter().map(|person| name(names, person)).collect();
    let said = match (idea.state, asked.as_slice()) {
        (State::New, []) => Said::new("ideas-due"),
        (State::New, [one]) => Said::new("ideas-due-named").with("name", one.as_str()),
        (State::New, _) => Said::new("ideas-due-either").with("names", listed(lang, &asked)),
        (_, []) => return stands,
        _ => Said::new("ideas-next").with("state", stands).with("names", listed(lang, &asked)),
    };
    said.with("day", i18n::day(lang, due)).words(lang)
}

/// Who said something on which day.
fn who(page: &Page, names: &Names, said: &Answer) -> String {
    Said::new("ideas-said")
        .with("name", name(names, &said.by))
        .with("day", i18n::day(page.lang(), said.on))
        .words(page.lang())
}

fn notes(page: &Page, opened: &Opened, names: &Names) -> Vec<String> {
    let (idea, lang) = (&opened.idea, page.lang());
    let day = |day: Day| i18n::day(lang, day);
    let told = |key: &str, said: &Answer| {
        Said::new(key)
            .with("name", name(names, &said.by))
            .with("day", day(said.on))
            .with("reason", said.words.as_str())
            .words(lang)
    };
    let waits = (idea.shown_on > page.today())
        .then(|| Said::new("ideas-waits").with("day", day(idea.shown_on)).words(lang));
    let removed = idea.removed.as_ref().map(|said| told("ideas-removed", said));
    let disclosed = idea.disclosed.as_ref().map(|said| told("ideas-disclosed", said));
    waits.into_iter().chain(removed).chain(disclosed).collect()
}

fn line(page: &Page, names: &Names, remark: &Remark) -> Line {
    let lang = page.lang();
    let day = i18n::day(lang, remark.shown_on);
    let who = by(page, names, remark.author.as_ref(), (remark.mine, false));
    let note = remark
        .removed
        .as_ref()
        .map(|said| Said::new("ideas-comment-removed").with("reason", said.words.as_str()).words(lang));
    Line { title: format!("{who} · {day}"), words: remark.words.clone(), note: note.unwrap_or_default() }
}

fn step(page: &Page, names: &Names, step: &Step) -> StepRow {
    let text = Said::new("ideas-step-of")
        .with("name", name(names, &step.owner))
        .with("day", i18n::day(page.lang(), step.by))
        .words(page.lang());
    StepRow { title: step.text.clone(), text, id: step.id.to_string(), done: step.done_on.is_some() }
}

/// What is done, once the idea was taken.
fn work(page: &Page, opened: &Opened, names: &Names, fields: &Fields) -> Option<Work> {
    let id = &opened.idea.id;
    let taken = opened.idea.state == State::Taken && is_there(opened, page.today());
    if !taken && opened.idea.state != State::Done {
        return None;
    }
    let team: Vec<String> = opened.team.iter().map(|person| name(names, person)).collect();
    let member = opened.team.contains(&page.actor().person);
    let owner = |person: &PersonId| {
        Choice::new(person.as_str(), name(names, person)).chosen_if(fields.value("owner"))
    };
    Some(Work {
        team: if team.is_empty() { page.text("ideas-team-none") } else { team.join(", ") },
        join: (taken && !member).then(|| JoinPath { id: id.clone() }.to_string()),
        steps: opened.steps.iter().map(|one| step(page, names, one)).collect(),
        keeps: taken && opened.works,
        tick: TickPath { id: id.clone() }.to_string(),
        plan: PlanPath { id: id.clone() }.to_string(),
        owners: opened.team.iter().map(owner).collect(),
    })
}

/// Where an answer may lead, for whoever gives it.
fn answers(page: &Page, opened: &Opened, fields: &Fields) -> Option<(String, Vec<Choice>)> {
    let ways = opened.idea.state.answers();
    if !opened.answers || ways.is_empty() || !is_there(opened, page.today()) {
        return None;
    }
    let choice = |to: &State| {
        let label = page.text(&format!("ideas-answer-{}", to.word()));
        Choice::new(to.word(), label).chosen_if(fields.value("state"))
    };
    let action = AnswerPath { id: opened.idea.id.clone() }.to_string();
    Some((action, ways.iter().map(choice).collect()))
}

/// The forms of the coordinator.
async fn leading(
    page: &Page,
    tx: &mut Tx,
    (opened, names): (&Opened, &Names),
    fields: &Fields,
) -> Result<Option<Leading>, PageError> {
    let idea = &opened.idea;
    let there = idea.state != State::Merged && idea.shown_on <= page.today();
    if !opened.manages || !there {
        return Ok(None);
    }
    let off = idea.removed.is_some();
    let working = actions::people::working(tx, page.school_id()?, page.today()).await?;
    let person = |id: &PersonId| {
        let chosen = Some(fields.value("person")).filter(|id| !id.is_empty());
        let answerer = idea.answerer.as_ref().map(PersonId::as_str);
        Choice::new(id.as_str(), name(names, id)).chosen_if(chosen.or(answerer).unwrap_or_default())
    };
    let mut people: Vec<Choice> = working.iter().map(person).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    let double = matches!(idea.state, State::New | State::Discussed) && !off;
    let other = |(id, title): &(IdeaId, String)| {
        Choice::new(id.as_str(), title.as_str()).chosen_if(fields.value("into"))
    };
    let there = |remark: &&Remark| remark.shown_on <= page.today() && remark.removed.is_none();
    let comment = |remark: &Remark| {
        let start: String = remark.words.chars().take(60).collect();
        Choice::new(remark.id.as_str(), start).chosen_if(fields.value("comment"))
    };
    let id = || idea.id.clone();
    let looks = idea.unnamed && idea.disclosed.is_none() && !idea.mine;
    Ok(Some(Leading {
        assign: AssignPath { id: id() }.to_string(),
        people: if idea.state.is_open() && !off { people } else { Vec::new() },
        merge: MergePath { id: id() }.to_string(),
        others: if double { opened.others.iter().map(other).collect() } else { Vec::new() },
        remove: (!off).then(|| RemovePath { id: id() }.to_string()),
        comments: opened.remarks.iter().filter(there).map(comment).collect(),
        restore: off.then(|| RestorePath { id: id() }.to_string()),
        disclose: looks.then(|| DisclosePath { id: id() }.to_string()),
    }))
}
