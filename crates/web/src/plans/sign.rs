//! A work plan on its way to be approved: ready, signed with a new proof of who signs, read for the folder, returned.

use super::show::draw;
use super::{ReadPath, ReadyPath, ReturnPath, SealPath, ShowPath, SignPath};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::layout::parts::{Signature as Link, Signed};
use crate::limits::{Danger, Guard};
use crate::reports::FolderPath;
use crate::reports::seals::{Sealing, content_of, of_paper, taken};
use crate::said::Said;
use crate::{Page, PageError};
use actions::plans::{Chain, Opened, content_hash};
use actions::signatures::prefix;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::{Item, Kind, MOST_COMMENT, Signer, SigningRefused, Standing};
use domain::signatures::{Paper, Signature, of_place, void_of_place};
use store::Tx;

/// What the page of a work plan shows of its signing.
pub(super) struct Signing {
    /// Tone, sign and name of the state.
    pub(super) standing: (&'static str, &'static str, String),
    /// The chain with the signatures that hold, and those that an edit took off.
    pub(super) links: Vec<Link>,
    /// Nobody but the two might approve it: that is done on paper.
    pub(super) on_paper: bool,
    /// What is to be mended, while it is returned.
    pub(super) comment: String,
    /// The hash of what is signed.
    pub(super) seen: String,
    pub(super) code: String,
    pub(super) ready: Option<String>,
    pub(super) sign: Option<String>,
    pub(super) read: Option<String>,
    pub(super) give_back: Option<String>,
}

/// The look of a state.
const fn look(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Draft => ("", "pencil"),
        Standing::Ready => ("act", "file-text"),
        Standing::Signed => ("act", "writing-sign"),
        Standing::Returned => ("soon", "arrow-back-up"),
        Standing::Approved => ("done", "circle-check"),
    }
}

/// Nothing of a development plan: it is the newcomer's own.
pub(super) fn signing(
    page: &Page,
    opened: &Opened,
    chain: &Chain,
    items: &[Item],
    on_paper: bool,
) -> Option<Signing> {
    let plan = &opened.plan;
    if plan.kind == Kind::Development {
        return None;
    }
    let context = page.context();
    let id = || plan.id.clone();
    let turn = opened.turn(&context, chain);
    let standing = chain.signing.standing;
    let (tone, glyph) = look(standing);
    let comment = |comment: &String| Said::new("plans-comment").with("comment", comment.clone());
    Some(Signing {
        standing: (tone, glyph, page.text(&format!("plans-standing-{}", standing.word()))),
        links: links(page, chain, turn),
        on_paper,
        comment: chain
            .signing
            .comment
            .as_ref()
            .filter(|_| standing == Standing::Returned)
            .map(|one| comment(one).words(page.lang()))
            .unwrap_or_default(),
        seen: content_hash(plan, items).unwrap_or_default(),
        code: plan.code.clone(),
        ready: opened.may_ready(&context, chain).then(|| ReadyPath { id: id() }.to_string()),
        sign: turn.map(|_| SignPath { id: id() }.to_string()),
        read: turn.filter(|one| *one == Signer::Leader).map(|_| ReadPath { id: id() }.to_string()),
        give_back: opened.may_return(&context, chain).then(|| ReturnPath { id: id() }.to_string()),
    })
}

fn links(page: &Page, chain: &Chain, turn: Option<Signer>) -> Vec<Link> {
    let given = |key: &str, one: &Signature| {
        Said::new(key)
            .with("name", one.name.clone())
            .with("when", i18n::day_and_time(page.lang(), page.local(one.at)))
            .with("hash", prefix(&one.hash).to_owned())
            .words(page.lang())
    };
    let mut links = Vec::new();
    for signer in Signer::ALL {
        let title = page.text(&format!("plans-signer-{}", signer.word()));
        if let Some(one) = of_place(&chain.signatures, signer.place()) {
            links.push(Link { title, sub: given("reports-chain-signed", one), state: Signed::Done });
            continue;
        }
        let void = void_of_place(&chain.signatures, signer.place());
        if let Some(one) = void {
            let sub = given("reports-chain-void", one);
            links.push(Link { title: title.clone(), sub, state: Signed::Removed });
        }
        let (key, state) = match () {
            () if turn == Some(signer) => ("reports-chain-you", Signed::You),
            () if void.is_some() => ("reports-chain-again", Signed::Later),
            () => ("reports-chain-later", Signed::Later),
        };
        links.push(Link { title, sub: page.text(key), state });
    }
    links
}

/// Under which field a refusal stands, and its key.
pub(crate) const fn refusal(why: SigningRefused) -> (&'static str, &'static str) {
    match why {
        SigningRefused::NotOpen => ("secret", "plans-signing-refused-not-open"),
        SigningRefused::NotYours => ("secret", "plans-signing-refused-not-yours"),
        SigningRefused::Empty => ("secret", "plans-signing-refused-empty"),
        SigningRefused::Changed => ("secret", "plans-signing-refused-changed"),
        SigningRefused::NoComment => ("comment", "reports-refused-no-comment"),
        SigningRefused::TooLong => ("comment", "reports-refused-too-long"),
        SigningRefused::Wrong => ("secret", "reports-refused-wrong"),
        SigningRefused::NoPassword => ("secret", "reports-sign-no-password"),
    }
}

pub(super) async fn ready(path: ReadyPath, page: Page) -> Result<Response, PageError> {
    match actions::plans::ready(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "plans-done-ready", &[])),
        Err(failed) => {
            let (_, key) = refusal(refused(failed)?);
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, key, &[]))
        }
    }
}

pub(super) async fn sign(
    path: SignPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let secret = fields.text("secret", 200);
    let seen = fields.value("seen").to_owned();
    if fields.is_right() {
        guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
        match actions::plans::sign(&page.context(), &path.id, &seen, &secret).await {
            Ok(()) => return Ok(page.done(&ShowPath { id: path.id }, "plans-done-signed", &[])),
            Err(failed) => {
                let (field, key) = refusal(refused(failed)?);
                fields.refuse(field, key, &[]);
            }
        }
    }
    draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn give_back(
    path: ReturnPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let comment = fields.text("comment", MOST_COMMENT);
    if fields.is_right() {
        match actions::plans::give_back(&page.context(), &path.id, &comment).await {
            Ok(()) => return Ok(page.done(&ShowPath { id: path.id }, "plans-done-returned", &[])),
            Err(failed) => {
                let (_, key) = refusal(refused(failed)?);
                fields.refuse("comment", key, &[]);
            }
        }
    }
    draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn mark_read(path: ReadPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    match actions::plans::mark_read(&page.context(), &path.id, fields.value("seen")).await {
        Ok(()) => Ok(page.done(&FolderPath, "plans-done-read", &[])),
        Err(failed) => {
            let (_, key) = refusal(refused(failed)?);
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, key, &[]))
        }
    }
}

pub(super) async fn content(path: SealPath, page: Page) -> Result<Response, PageError> {
    content_of(&page, &Paper::Plan(path.id)).await
}

pub(super) async fn bring(path: SealPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    match taken(&page, &Paper::Plan(path.id.clone()), form).await? {
        None => Ok(page.done(&ShowPath { id: path.id }, "seals-done", &[])),
        Some(fields) => draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The qualified signatures of a work plan; a development plan has none.
pub(super) async fn sealing(
    page: &Page,
    tx: &mut Tx,
    opened: &Opened,
    chain: &Chain,
) -> Result<Sealing, PageError> {
    let plan = &opened.plan;
    if plan.kind == Kind::Development {
        return Ok(Sealing::default());
    }
    let act = SealPath { id: plan.id.clone() }.to_string();
    of_paper(page, tx, (&plan.school, &Paper::Plan(plan.id.clone())), &chain.signatures, act).await
}
