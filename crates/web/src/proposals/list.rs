//! Where the choice stands before a draft, and what was drafted before.

use super::{ListPath, ShowPath, make_refusal, permit, say};
use crate::layout::Shell;
use crate::layout::parts::{Signature, Signed};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::proposals::{Outlook, is_published, outlook};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::permissions::Action;
use domain::programmes::{Phase, Programme};
use domain::proposals::State;
use i18n::Arg;
use jiff::ToSpan;
use jiff::civil::DateTime;
use store::Tx;
use store::choices::Counts;
use store::proposals::Summary;

/// A proposal in the history.
struct Past {
    href: String,
    made_at: DateTime,
    who: String,
    /// Published or discarded, and when.
    told: String,
    look: &'static str,
    icon: &'static str,
    word: String,
}

#[derive(askama::Template)]
#[template(path = "proposals/list.html")]
struct List {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// The draft, which waits for a decision.
    draft: Option<String>,
    /// A draft can be made now.
    makes: bool,
    /// A second round runs, or may be opened for those who are left.
    to_round: bool,
    refusal: Option<String>,
    /// How many have handed in a list; only while lists are written.
    counts: Option<Counts>,
    steps: Vec<Signature>,
    /// What the engine looks for: the key of its name; empty without a programme.
    mode: String,
    past: Vec<Past>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

pub(super) async fn make(_: ListPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    match actions::proposals::make(&page.context(), &programme.id).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "proposals-done-made", &[])),
        Err(Failed::Refused(why)) => draw(&page, Some(page.text(make_refusal(why)))).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, refusal: Option<String>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    permit(page, &Action::ManageProposals(school))?;
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return page.show_with(status, &without_programme(page, refusal));
    };
    let history = store::proposals::history(&mut tx, school, &programme.id).await?;
    let draft = history.iter().find(|one| one.state == State::Draft);
    let draft = draft.map(|one| ShowPath { id: one.id.clone() }.to_string());
    let outlook = outlook(&mut tx, &programme, page.today()).await?;
    let phase = programme.phase(page.today());
    let (key, args) = board(page, &programme, phase, draft.is_some(), outlook);
    let round = programme.round_on(page.today()).is_some();
    let open = programme.decided(page.today()).is_ok();
    // In a round of one or two people a count would tell whose list is in (decision 0010).
    let counts = if phase <= Phase::Decision {
        Some(store::choices::counts(&mut tx, &programme).await?)
    } else {
        None
    };
    let past = past(page, &mut tx, &history).await?;
    let left_over = open && draft.is_none() && outlook.open > 0 && is_published(&mut tx, &programme).await?;
    let show = List {
        shell: page.shell(),
        today: page.today(),
        title: say(page, key, &args),
        text: say(page, &format!("{key}-text"), &args),
        makes: open && draft.is_none() && outlook.agreed + outlook.open > 0,
        to_round: round || left_over,
        draft,
        refusal,
        counts,
        steps: steps(page, &programme, phase),
        mode: format!("programmes-mode-{}", programme.settings.choice_mode.word()),
        past,
    };
    page.show_with(status, &show)
}

fn without_programme(page: &Page, refusal: Option<String>) -> List {
    List {
        shell: page.shell(),
        today: page.today(),
        title: page.text("proposals-no-programme"),
        text: page.text("proposals-no-programme-text"),
        draft: None,
        makes: false,
        to_round: false,
        refusal,
        counts: None,
        steps: vec![],
        mode: String::new(),
        past: vec![],
    }
}

/// The key of what the board says, and its values.
fn board(
    page: &Page,
    programme: &Programme,
    phase: Phase,
    has_draft: bool,
    outlook: Outlook,
) -> (&'static str, Vec<(&'static str, Arg)>) {
    let phases = &programme.phases;
    let day = |day: Day| Arg::Words(i18n::day_short(page.lang(), day));
    let count = outlook.agreed + outlook.open;
    let until = phases.decision_until;
    match phase {
        Phase::Hiring => ("proposals-early", vec![("day", day(phases.selection_from))]),
        Phase::Selection | Phase::Decision => {
            let opened = until.saturating_add(1.day());
            ("proposals-sealed", vec![("day", day(until)), ("opened", day(opened))])
        }
        Phase::Orders | Phase::Work if let Some(round) = programme.round_on(page.today()) => {
            let opened = round.until.saturating_add(1.day());
            ("proposals-second-sealed", vec![("day", day(round.until)), ("opened", day(opened))])
        }
        Phase::Orders | Phase::Work if has_draft => ("proposals-waiting", vec![]),
        Phase::Orders | Phase::Work if count > 0 => ("proposals-ready", vec![("count", count.into())]),
        Phase::Orders | Phase::Work => ("proposals-all-paired", vec![]),
        Phase::Closed => ("proposals-closed", vec![]),
    }
}

/// What will happen, from the lists to the order.
fn steps(page: &Page, programme: &Programme, phase: Phase) -> Vec<Signature> {
    if phase > Phase::Orders {
        return Vec::new();
    }
    let day = |day: Day| Arg::Words(i18n::day_short(page.lang(), day));
    let until = programme.phases.decision_until;
    let args = [
        ("day", day(until)),
        ("opened", day(until.saturating_add(1.day()))),
        ("orders", day(programme.phases.orders_until)),
    ];
    let written = if phase == Phase::Orders { Signed::Done } else { Signed::Later };
    let yours = if phase == Phase::Orders { Signed::You } else { Signed::Later };
    let step = |(tail, state): (&str, Signed)| Signature {
        title: say(page, &format!("proposals-step-{tail}"), &args),
        sub: say(page, &format!("proposals-step-{tail}-sub"), &args),
        state,
    };
    [("written", written), ("drafted", yours), ("decided", Signed::Later), ("order", Signed::Later)]
        .map(step)
        .into()
}

async fn past(page: &Page, tx: &mut Tx, history: &[Summary]) -> Result<Vec<Past>, PageError> {
    let mut past = Vec::new();
    for one in history {
        let person = store::people::get(tx, &one.made_by).await?;
        let (look, icon) = look(one.state);
        let at = |at| i18n::day_and_time(page.lang(), page.local(at));
        past.push(Past {
            href: ShowPath { id: one.id.clone() }.to_string(),
            made_at: page.local(one.made_at),
            who: person.map(|person| person.name.polite()).unwrap_or_default(),
            told: match one.state {
                State::Draft => String::new(),
                State::Published { at: when } => {
                    say(page, "proposals-past-published", &[("at", at(when).into())])
                }
                State::Discarded { at: when } => {
                    say(page, "proposals-past-discarded", &[("at", at(when).into())])
                }
            },
            look,
            icon,
            word: format!("proposals-state-{}", one.state.word()),
        });
    }
    Ok(past)
}

/// How a state looks beside a proposal.
const fn look(state: State) -> (&'static str, &'static str) {
    match state {
        State::Draft => ("soon", "pencil"),
        State::Published { .. } => ("done", "circle-check"),
        State::Discarded { .. } => ("", "minus"),
    }
}
