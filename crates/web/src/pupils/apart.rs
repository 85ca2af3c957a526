//! The page of what is kept apart about a pupil: why they were referred, and what the law names.

use super::referrals::{about_words, goal_words};
use super::show::looked;
use super::{BlockPath, Head, ReadersPath, ReasonPath, ShowPath, UnblockPath, shell};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::pupils::apart::{Apart, Entry, block as do_block, opened, unblock as do_unblock};
use axum::http::StatusCode;
use axum::response::Response;
use domain::pupils::Pupil;
use domain::pupils::blocks::{Block, Ground, MOST_PAPER};
use domain::referrals::{Reason, Referral};
use domain::{Day, PupilId};

/// Why a goal is offered.
struct Why {
    goal: String,
    about: String,
    words: Option<String>,
    by: String,
}

/// What the law names, for whoever keeps it.
struct Law {
    /// What stands, and where it is lifted.
    stands: Option<(String, String)>,
    /// Where it is entered.
    action: String,
    grounds: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "pupils/apart.html")]
struct Show {
    shell: Shell,
    today: Day,
    head: Head,
    why: Option<Why>,
    /// The reader reads reasons.
    reads_reason: bool,
    law: Option<Law>,
    /// Who opened this page, for whoever answers for it.
    reads: Option<Vec<String>>,
    /// The same of all years.
    readers: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ReasonPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let Apart { pupil, reason, reads_reason, block, keeps_block, reads } =
        opened(&page.context(), id).await?;
    let names = names(page, &mut *page.read().await?).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            head: Head::of(&pupil),
            why: reason.as_ref().map(|(referral, reason)| why(page, &names, referral, reason)),
            reads_reason,
            law: keeps_block.then(|| law(page, &names, &pupil, block.as_ref(), &fields)),
            reads: reads.map(|reads| reads.iter().map(|read| looked(page, &names, read)).collect()),
            readers: ReadersPath { id: pupil.id.clone() }.to_string(),
            back: ShowPath { id: pupil.id.clone() }.to_string(),
            fields,
        },
    )
}

fn why(page: &Page, names: &Names, referral: &Referral, reason: &Reason) -> Why {
    Why {
        goal: goal_words(page, &referral.goal),
        about: about_words(page, reason.about),
        words: reason.words.clone(),
        by: names.get(&referral.referred.0).cloned().unwrap_or_default(),
    }
}

fn law(page: &Page, names: &Names, pupil: &Pupil, block: Option<&Block>, fields: &Fields) -> Law {
    let ground = |ground: Ground| {
        Choice::new(ground.word(), ground_words(page, ground)).chosen_if(fields.value("ground"))
    };
    Law {
        stands: block
            .map(|block| (stands(page, names, block), UnblockPath { id: pupil.id.clone() }.to_string())),
        action: BlockPath { id: pupil.id.clone() }.to_string(),
        grounds: Ground::ALL.map(ground).into(),
    }
}

fn ground_words(page: &Page, ground: Ground) -> String {
    page.text(&format!("referrals-ground-{}", ground.word()))
}

fn stands(page: &Page, names: &Names, block: &Block) -> String {
    Said::new("referrals-block-stands")
        .with("ground", ground_words(page, block.ground))
        .with("paper", block.paper.as_str())
        .with("name", names.get(&block.entered.0).cloned().unwrap_or_default())
        .with("until", i18n::day(page.lang(), block.last_day))
        .words(page.lang())
}

pub(super) async fn block(path: BlockPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let ground = fields.choice("ground", Ground::from_word);
    let paper = fields.text("paper", MOST_PAPER);
    let Some(ground) = ground.filter(|_| fields.is_right()) else {
        return draw(&page, &path.id, fields).await;
    };
    do_block(&page.context(), &path.id, &Entry { ground, paper }).await?;
    Ok(page.done(&ReasonPath { id: path.id }, "referrals-done-blocked", &[]))
}

pub(super) async fn unblock(path: UnblockPath, page: Page) -> Result<Response, PageError> {
    do_unblock(&page.context(), &path.id).await?;
    Ok(page.done(&ReasonPath { id: path.id }, "referrals-done-unblocked", &[]))
}
