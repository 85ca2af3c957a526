//! One award: its rule, where it stands, the reader's own pupils by name, and the next step for those who lead the school.

use super::{
    ChildPath, FilePath, ListPath, NominatePath, OrderPath, ProtocolPath, ShowPath, StepPath, named,
    not_named, number, prizes, share,
};
use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::awards::{
    List, Opened, Step, StepRefused, file as do_file, nominate as do_nominate, print_list, step as do_step,
};
use actions::pupils::lists;
use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Award, AwardRefused, Kind, ListRefused, MOST_NAME, Share, State, Vote, wishes_text};
use domain::people::Person;
use domain::pupils::Pupil;
use domain::{AwardId, Day, PersonId, PupilId};
use i18n::Lang;

/// A pupil of the reader's.
struct Row {
    title: String,
    text: String,
    href: String,
}

/// The form that names a pupil.
struct Nominate {
    action: String,
    candidates: Vec<Choice>,
    wishes: String,
    /// What there is to wish for, by number.
    prizes: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "awards/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    state: String,
    /// The rule in words.
    rule: Vec<String>,
    rule_hash: String,
    list_hash: String,
    /// The number of the lot, once it is drawn.
    seed: String,
    rows: Vec<Row>,
    nominate: Option<Nominate>,
    /// Where the next step is taken, its word and its text, for those who lead the school.
    step: Option<(String, String, String)>,
    /// Who can have sat in the commission, where it votes.
    members: Vec<Choice>,
    /// Why it cannot be taken today: its day is to come, or was missed.
    not_today: Option<(String, String)>,
    /// Protocol and order on paper, for those who lead the school.
    papers: Vec<(String, &'static str)>,
    /// Whose appeals wait for an answer.
    waiting: Vec<Row>,
    file: Option<String>,
    voucher: bool,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

pub(super) async fn file(path: FilePath, page: Page) -> Result<Response, PageError> {
    let text = do_file(&mut *page.read().await?, &page.context(), &path.id).await?;
    Ok(attachment(text, "application/json", "award.json"))
}

pub(super) async fn protocol(path: ProtocolPath, page: Page) -> Result<Response, PageError> {
    paper(&page, &path.id, (List::Protocol, path.lang.as_str()), "protocol.pdf").await
}

pub(super) async fn order(path: OrderPath, page: Page) -> Result<Response, PageError> {
    paper(&page, &path.id, (List::Order, path.lang.as_str()), "order.pdf").await
}

async fn paper(
    page: &Page,
    id: &AwardId,
    (list, lang): (List, &str),
    name: &str,
) -> Result<Response, PageError> {
    let lang = Lang::from_tag(lang).ok_or(PageError::NotFound)?;
    let pdf = print_list(&page.context(), id, (list, lang)).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", name))
}

pub(super) async fn nominate(
    path: NominatePath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let pupil = fields.choice("pupil", |id| (!id.is_empty()).then(|| PupilId::from(id)));
    let named = named(&mut fields);
    let Some((pupil, named)) = pupil.zip(named).filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    match do_nominate(&page.context(), &path.id, &pupil, &named).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "awards-done-nominated", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = not_named(why);
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn step(path: StepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let step = read_step(&mut fields);
    let Some(step) = step.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    match do_step(&page.context(), &path.id, &step).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "awards-done-step", &[])),
        Err(Failed::Refused(why)) => {
            let field = match &step {
                Step::Freeze => "step",
                Step::Draw(_) => "seed",
                Step::Vote(_)
                    if matches!(why, StepRefused::Member | StepRefused::Award(AwardRefused::Members)) =>
                {
                    "member"
                }
                Step::Vote(_) => "protocol",
                Step::Order(..) => "number",
                Step::Hand(_) => "on",
            };
            let nameless = why == StepRefused::Award(AwardRefused::Number);
            let key = if nameless && field == "seed" { "awards-refused-seed" } else { refusal(why) };
            fields.refuse(field, key, &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

fn read_step(fields: &mut Fields) -> Option<Step> {
    let step = fields.value("step").to_owned();
    match step.as_str() {
        "freeze" => Some(Step::Freeze),
        "draw" => Some(Step::Draw(fields.text("seed", MOST_NAME))),
        "vote" => {
            let (yes, no) = (number(fields, "yes"), number(fields, "no"));
            let protocol = fields.text("protocol", MOST_NAME);
            let members = fields.values("member").into_iter().map(PersonId::from).collect();
            Some(Step::Vote(Vote { yes, no, protocol, on: fields.day("on")?, members }))
        }
        "order" => {
            let number = fields.text("number", MOST_NAME);
            Some(Step::Order(number, fields.day("on")?))
        }
        "hand" => Some(Step::Hand(fields.day("on")?)),
        _ => {
            fields.refuse("step", "forms-choose", &[]);
            None
        }
    }
}

const fn refusal(why: StepRefused) -> &'static str {
    match why {
        StepRefused::Award(AwardRefused::State) => "awards-refused-state",
        StepRefused::Award(AwardRefused::Early) => "awards-refused-early",
        StepRefused::Award(AwardRefused::Late) => "awards-refused-late",
        StepRefused::Award(AwardRefused::Appeals) => "awards-refused-appeals",
        StepRefused::Award(AwardRefused::Number) => "awards-refused-line",
        StepRefused::Award(AwardRefused::Votes) => "awards-refused-votes",
        StepRefused::Award(AwardRefused::Members) => "awards-refused-members",
        StepRefused::Member => "awards-refused-member",
        StepRefused::List(ListRefused::Number) => "awards-refused-list",
        StepRefused::List(ListRefused::Code | ListRefused::Wish) => "awards-refused-wishes",
    }
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &AwardId, fields: Fields) -> Result<Response, PageError> {
    let Opened { award, keeps, nominees, candidates, waiting } = lists::award(&page.context(), id).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let lang = page.lang();
    let mut rows: Vec<Row> = nominees.iter().map(|(pupil, has)| row(page, &award, pupil, *has)).collect();
    i18n::sort_by_name(lang, &mut rows, |one| &one.title);
    let waits = |(pupil, _): &&(Pupil, Option<Share>)| waiting.contains(&pupil.id);
    let waiting = nominees.iter().filter(waits).map(|(pupil, _)| row(page, &award, pupil, None)).collect();
    let (step, not_today) = (next(&award).filter(|_| keeps), not_today(page, &award));
    let told = |word: &str| page.text(&format!("awards-step-{word}"));
    let members = if step == Some("vote") { members(page, &fields).await? } else { Vec::new() };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            title: award.title.clone(),
            state: page.text(&format!("awards-state-{}", award.state.word())),
            rule: rule(page, &award),
            rule_hash: award.rule_hash.clone(),
            list_hash: award.state.frozen().map(|one| one.hash.clone()).unwrap_or_default(),
            seed: award.state.drawn().map(|one| one.seed.clone()).unwrap_or_default(),
            rows,
            nominate: nominate_form(&award, &candidates, page, &fields),
            step: step
                .filter(|_| not_today.is_none())
                .map(|word| (StepPath { id: award.id.clone() }.to_string(), word.to_owned(), told(word))),
            members,
            not_today: step.zip(not_today).map(|(word, why)| (told(word), why)),
            papers: if keeps { papers(&award) } else { Vec::new() },
            waiting,
            file: award
                .state
                .drawn()
                .filter(|_| keeps)
                .map(|_| FilePath { id: award.id.clone() }.to_string()),
            voucher: award.rule.kind == Kind::Nomination,
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// Everybody who works at the school, to say who sat in the commission.
async fn members(page: &Page, fields: &Fields) -> Result<Vec<Choice>, PageError> {
    let people = store::people::of_school(&mut *page.read().await?, page.school_id()?).await?;
    let chosen = fields.values("member");
    let choice = |one: &Person| Choice {
        chosen: chosen.contains(&one.id.as_str()),
        ..Choice::new(one.id.as_str(), one.name.brief())
    };
    let mut all: Vec<Choice> = people.iter().filter(|one| one.works_on(page.today())).map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut all, |one| &one.label);
    Ok(all)
}

/// The step that comes next.
const fn next(award: &Award) -> Option<&'static str> {
    match &award.state {
        State::Published => Some("freeze"),
        State::Frozen(_) => Some("draw"),
        State::Drawn(_) => Some("vote"),
        State::Confirmed(..) => Some("order"),
        State::Ordered(_) => Some("hand"),
        State::Handed(..) | State::Annulled(..) => None,
    }
}

/// Why the next step cannot be taken today, where nobody can take it: a button that refuses is none.
fn not_today(page: &Page, award: &Award) -> Option<String> {
    let from = award
        .next_from(page.today())
        .map(|day| i18n::t(page.lang(), "awards-step-from", &[("day", i18n::day(page.lang(), day).into())]));
    from.or_else(|| award.is_missed(page.today()).then(|| page.text("awards-refused-late")))
}

fn row(page: &Page, award: &Award, pupil: &Pupil, has: Option<Share>) -> Row {
    Row {
        title: format!("{}, {}", pupil.name().brief(), pupil.class_key),
        text: has.map(|has| share(page, &award.rule, has)).unwrap_or_default(),
        href: ChildPath { id: award.id.clone(), pupil: pupil.id.clone() }.to_string(),
    }
}

fn nominate_form(award: &Award, candidates: &[Pupil], page: &Page, fields: &Fields) -> Option<Nominate> {
    if candidates.is_empty() {
        return None;
    }
    let choice = |pupil: &Pupil| {
        let label = format!("{}, {}", pupil.name().brief(), pupil.class_key);
        Choice::new(pupil.id.as_str(), label).chosen_if(fields.value("pupil"))
    };
    let mut candidates: Vec<Choice> = candidates.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut candidates, |one| &one.label);
    let all: Vec<usize> = (0..award.rule.prizes.len()).collect();
    Some(Nominate {
        action: NominatePath { id: award.id.clone() }.to_string(),
        candidates,
        // Whoever wants none has emptied it.
        wishes: if fields.has("wishes") { fields.value("wishes").to_owned() } else { wishes_text(&all) },
        prizes: prizes(page, &award.rule),
    })
}

/// The rule, line by line.
fn rule(page: &Page, award: &Award) -> Vec<String> {
    let (lang, rule) = (page.lang(), &award.rule);
    let mut lines = vec![
        Said::new("awards-rule-period")
            .with("from", i18n::day(lang, rule.from))
            .with("to", i18n::day(lang, rule.to))
            .words(lang),
    ];
    lines.extend(rule.criteria.iter().map(|one| {
        Said::new("awards-rule-points")
            .with("fact", page.text(&format!("awards-fact-{}", one.fact.word())))
            .with("points", one.points)
            .with("most", one.most)
            .words(lang)
    }));
    lines.push(Said::new("awards-rule-threshold").with("points", rule.threshold).words(lang));
    lines.extend(prizes(page, rule));
    lines.push(Said::new("awards-rule-reserve").with("places", rule.reserve).words(lang));
    lines.push(Said::new("awards-rule-rest").with("years", rule.rest_years).words(lang));
    lines.push(Said::new("awards-rule-appeals").with("days", rule.appeal_days).words(lang));
    lines.push(
        Said::new("awards-rule-lot")
            .with("source", rule.source.as_str())
            .with("day", i18n::day(lang, rule.draw_on))
            .words(lang),
    );
    lines
}

/// The papers that there are, for those who lead the school: address and text key.
fn papers(award: &Award) -> Vec<(String, &'static str)> {
    if award.state.drawn().is_none() {
        return Vec::new();
    }
    let tags = [("kk", "awards-protocol-kk"), ("ru", "awards-protocol-ru")];
    let protocols =
        tags.map(|(tag, key)| (ProtocolPath { id: award.id.clone(), lang: tag.to_owned() }.to_string(), key));
    let orders = match award.rule.kind {
        Kind::Own => [("kk", "awards-order-kk"), ("ru", "awards-order-ru")],
        Kind::Nomination => [("kk", "awards-nomination-kk"), ("ru", "awards-nomination-ru")],
    };
    let confirmed = award.state.vote().is_some_and(Vote::confirms);
    let orders =
        orders.map(|(tag, key)| (OrderPath { id: award.id.clone(), lang: tag.to_owned() }.to_string(), key));
    protocols.into_iter().chain(orders.into_iter().filter(|_| confirmed)).collect()
}
