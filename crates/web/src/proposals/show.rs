//! A proposal: what can be published, why each pair, who is without one, how the draft was made.

use super::pairs::{PairRow, Read};
use super::unpaired::Unpaired;
use super::{DiscardPath, InstancePath, MatchingPath, PublishPath, ShowPath, load, say};
use crate::appointments::Warnings;
use crate::layout::Shell;
use crate::layout::parts::{Fact, Signature, Signed};
use crate::names::{Names, with_role};
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::choices::Mode;
use domain::people::Role;
use domain::programmes::Programme;
use domain::proposals::{Decision, Outcome, Proposal, State};
use domain::{Day, NewcomerId, ProposalId};
use i18n::Arg;
use store::Tx;

/// Why a proposal was not published, with the newcomers whom it concerns.
pub(super) struct Refusal {
    pub(super) text: &'static str,
    pub(super) newcomers: Vec<NewcomerId>,
}

#[derive(askama::Template)]
#[template(path = "proposals/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    draft: bool,
    published: bool,
    refusal: String,
    /// Names of those for whom something has changed; a new draft is offered where there are any.
    concerned: Vec<String>,
    pairs: Vec<PairRow>,
    unpaired: Vec<Unpaired>,
    /// Which single change would help one of those without a pair; in a draft alone.
    helps: Vec<String>,
    steps: Vec<Signature>,
    /// What the engine looked for: the key of its name.
    mode: String,
    made: Vec<Fact>,
    /// Whether there are files by which it can be checked.
    files: bool,
    /// How whoever has the lists gets the same result again.
    repeat: String,
    appeal: String,
    publish: PublishPath,
    discard: DiscardPath,
    instance: InstancePath,
    matching: MatchingPath,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None).await
}

/// The page, also where the publication was refused.
pub(super) async fn draw(
    page: &Page,
    id: &ProposalId,
    refusal: Option<Refusal>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, programme) = load(page, &mut tx, id).await?;
    let names = Names::of(&mut tx, &programme).await?;
    let mentors = store::mentors::of_programme(&mut tx, &programme.school, &programme.id).await?;
    let warnings = Warnings::load(page, &mut tx, &programme).await?;
    let read = Read {
        page,
        proposal: &proposal,
        names: &names,
        warnings,
        reasons: actions::proposals::reasons(&proposal)
            .map_err(|error| PageError::Broken(error.to_string()))?,
        places: mentors.into_iter().map(|mentor| (mentor.id, mentor.card.places)).collect(),
    };
    let (pairs, unpaired) = (read.pairs(&mut tx).await?, read.unpaired(&mut tx).await?);
    let draft = proposal.state == State::Draft;
    let helps = if draft && !unpaired.is_empty() { read.helps()? } else { vec![] };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let refusal = refusal.unwrap_or(Refusal { text: "", newcomers: vec![] });
    let concerned = refusal.newcomers.iter().map(|id| Ok(names.newcomer(id)?.name.full()));
    let concerned = concerned.collect::<Result<_, PageError>>()?;
    let (title, text) = board(page, &proposal, pairs.len(), unpaired.len());
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        title,
        text,
        draft,
        published: matches!(proposal.state, State::Published { .. }),
        refusal: if refusal.text.is_empty() { String::new() } else { page.text(refusal.text) },
        concerned,
        steps: if draft { steps(page, &programme, pairs.len(), unpaired.len()) } else { vec![] },
        pairs,
        unpaired,
        helps,
        mode: format!("programmes-mode-{}", proposal.mode.word()),
        files: proposal.secret.is_some(),
        repeat: repeat(&proposal),
        made: made(page, &mut tx, &proposal).await?,
        appeal: appeal(page, &mut tx).await?,
        publish: PublishPath { id: id.clone() },
        discard: DiscardPath { id: id.clone() },
        instance: InstancePath { id: id.clone() },
        matching: MatchingPath { id: id.clone() },
    };
    page.show_with(status, &show)
}

/// What the board says: how many pairs, of which kind, and who is without one.
fn board(page: &Page, proposal: &Proposal, pairs: usize, unpaired: usize) -> (String, String) {
    let lines = &proposal.lines;
    let appointed = lines.iter().filter(|line| matches!(line.decision, Decision::Changed { .. })).count();
    let agreed = lines.iter().filter(|line| matches!(line.outcome, Outcome::AlreadyAgreed { .. })).count();
    let at = |at| i18n::day_and_time(page.lang(), page.local(at));
    let args: Vec<(&str, Arg)> = vec![
        ("pairs", pairs.into()),
        ("agreed", agreed.into()),
        ("ranked", (pairs.saturating_sub(appointed + agreed)).into()),
        ("appointed", appointed.into()),
        ("unpaired", unpaired.into()),
    ];
    let (title, title_args) = match proposal.state {
        State::Draft => ("proposals-board-draft", args.clone()),
        State::Published { at: when } => ("proposals-board-published", vec![("at", at(when).into())]),
        State::Discarded { at: when } => ("proposals-board-discarded", vec![("at", at(when).into())]),
    };
    (say(page, title, &title_args), say(page, "proposals-board-text", &args))
}

/// What happens when the coordinator publishes.
fn steps(page: &Page, programme: &Programme, pairs: usize, unpaired: usize) -> Vec<Signature> {
    let orders = i18n::day_short(page.lang(), programme.phases.orders_until);
    let args = [("pairs", pairs.into()), ("unpaired", unpaired.into()), ("orders", orders.into())];
    let step = |tail: &str, state: Signed| Signature {
        title: say(page, &format!("proposals-then-{tail}"), &args),
        sub: say(page, &format!("proposals-then-{tail}-sub"), &args),
        state,
    };
    let mut steps = vec![step("pairs", Signed::You), step("letters", Signed::Later)];
    if unpaired > 0 {
        steps.push(step("unpaired", Signed::Later));
    }
    steps.push(step("order", Signed::Later));
    steps
}

/// How the draft was made.
async fn made(page: &Page, tx: &mut Tx, proposal: &Proposal) -> Result<Vec<Fact>, PageError> {
    let person = store::people::get(tx, &proposal.made_by).await?;
    let at = i18n::day_and_time(page.lang(), page.local(proposal.made_at));
    let who = person.map(|person| person.name.polite()).unwrap_or_default();
    let lists = &proposal.lists;
    let newcomers = lists.newcomers.values().filter(|list| !list.is_empty()).count();
    let mentors = lists.mentors.values().filter(|list| !list.is_empty()).count();
    let places: u32 = lists.places.values().map(|places| u32::from(*places)).sum();
    let fact = |tail: &str, args: &[(&str, Arg)]| Fact {
        name: page.text(&format!("proposals-made-{tail}")),
        value: say(page, &format!("proposals-made-{tail}-value"), args),
    };
    let plain =
        |tail: &str, value: String| Fact { name: page.text(&format!("proposals-made-{tail}")), value };
    let mut facts = vec![
        fact("when", &[("at", at.into()), ("name", who.into())]),
        fact("newcomers", &[("written", newcomers.into()), ("all", lists.newcomers.len().into())]),
        fact("mentors", &[("written", mentors.into()), ("all", lists.mentors.len().into())]),
        plain("places", places.to_string()),
        plain("rule", page.text(&format!("programmes-mode-{}", proposal.mode.word()))),
        plain("seed", say(page, seed_key(proposal), &[("seed", proposal.seed.to_string().into())])),
    ];
    facts.extend(largest(page, proposal));
    facts.push(plain("digest", proposal.digest.clone()));
    Ok(facts)
}

/// The key of where the number of the draw comes from.
fn seed_key(proposal: &Proposal) -> &'static str {
    let of_the_id = proposal.seed == actions::proposals::seed(&proposal.programme);
    if of_the_id { "proposals-made-seed-value" } else { "proposals-made-seed-drawn" }
}

/// Whether there could have been more pairs, where as many as possible were looked for.
fn largest(page: &Page, proposal: &Proposal) -> Option<Fact> {
    let bound = actions::proposals::bound(proposal)?;
    let key = if bound.is_proved() { "proposals-made-most-proved" } else { "proposals-made-most-open" };
    let args = [("size", bound.size.into()), ("most", bound.at_most.into())];
    Some(Fact { name: page.text("proposals-made-most"), value: say(page, key, &args) })
}

/// The command that gives the same result from the lists.
fn repeat(proposal: &Proposal) -> String {
    let exact = match proposal.mode {
        Mode::Truthful => "",
        Mode::MostPairs => " --exact",
    };
    format!("talimger pair INSTANCE.json{exact} --seed {}", proposal.seed)
}

async fn appeal(page: &Page, tx: &mut Tx) -> Result<String, PageError> {
    let head = with_role(page, tx, Role::Head).await?;
    let head = head.unwrap_or_else(|| page.text("proposals-head"));
    Ok(say(page, "proposals-appeal", &[("head", head.into())]))
}
