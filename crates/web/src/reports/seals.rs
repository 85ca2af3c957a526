//! Qualified signatures beside the simple ones: what to sign, the file that comes back, and those that hold.

use super::show::draw;
use super::{SealPath, ShowPath, moment};
use crate::errors::refused;
use crate::files::attachment;
use crate::forms::Fields;
use crate::said::Said;
use crate::{Page, PageError};
use actions::reports::Opened;
use actions::seals::{
    MOST_BYTES, NotCertified, NotSealed, content as signed_content, may_seal, may_seal_paper, paper_content,
    seal, seal_paper,
};
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use domain::seals::{Refused, Seal, holding};
use domain::signatures::{Paper, Signature};
use domain::{ReportId, SchoolId};
use store::Tx;

/// Most bytes of the form: the file and what stands around it. A larger file is told to be so by the action.
pub(crate) const MOST_FORM: usize = 4 * MOST_BYTES;

/// What a report shows of qualified signatures.
#[derive(Default)]
pub(crate) struct Sealing {
    /// Those that hold.
    pub(crate) lines: Vec<String>,
    /// Where the content is and the file goes, while the reader may bring one.
    pub(crate) act: Option<String>,
}

impl Sealing {
    /// True where there is nothing to show.
    pub(crate) const fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.act.is_none()
    }
}

pub(super) async fn sealing(page: &Page, tx: &mut Tx, opened: &Opened) -> Result<Sealing, PageError> {
    let seals = store::seals::of_report(tx, &opened.report).await?;
    let may = may_seal(&page.context(), &page.app.config.authority, opened, &seals);
    Ok(Sealing {
        lines: lines(page, &opened.signatures, &seals),
        act: may.then(|| SealPath { id: opened.report.id.clone() }.to_string()),
    })
}

/// The same of a work plan or an order; `act` is where its content is and the file goes.
pub(crate) async fn of_paper(
    page: &Page,
    tx: &mut Tx,
    (school, paper): (&SchoolId, &Paper),
    signatures: &[Signature],
    act: String,
) -> Result<Sealing, PageError> {
    let seals = store::seals::of_paper(tx, school, paper).await?;
    let may = may_seal_paper(&page.context(), &page.app.config.authority, signatures, &seals);
    Ok(Sealing { lines: lines(page, signatures, &seals), act: may.then_some(act) })
}

fn lines(page: &Page, signatures: &[Signature], seals: &[Seal]) -> Vec<String> {
    let line = |seal: &Seal| {
        Said::new("seals-line")
            .with("subject", seal.subject.clone())
            .with("issuer", seal.issuer.clone())
            .with("when", moment(page, seal.signed_at))
            .with("algorithm", seal.algorithm.clone())
            .words(page.lang())
    };
    holding(signatures, seals).into_iter().map(|(_, seal)| line(seal)).collect()
}

/// What a qualified signature stands under.
enum Under<'a> {
    Report(&'a ReportId),
    Paper(&'a Paper),
}

impl Under<'_> {
    /// What the reader signs with a program of their own, as a file.
    async fn handed(&self, page: &Page) -> Result<Response, PageError> {
        let (content, name) = match self {
            Self::Report(id) => (signed_content(&page.context(), id).await, "report"),
            Self::Paper(paper) => (paper_content(&page.context(), paper).await, paper.word()),
        };
        match content {
            Ok(text) => Ok(attachment(text, "application/json", &format!("{name}.json"))),
            Err(failed) => {
                refused(failed)?;
                Err(PageError::NotFound)
            }
        }
    }

    /// Takes the file that the reader brings; else the form with why it is not taken.
    async fn taken(&self, page: &Page, form: Multipart) -> Result<Option<Fields>, PageError> {
        let file = read(form).await?;
        let (context, authority) = (page.context(), &page.app.config.authority);
        let sealed = match self {
            _ if file.is_empty() => None,
            Self::Report(id) => Some(seal(&context, authority, id, &file).await),
            Self::Paper(paper) => Some(seal_paper(&context, authority, paper, &file).await),
        };
        let key = match sealed {
            None => "seals-no-file",
            Some(Ok(())) => return Ok(None),
            Some(Err(failed)) => words(refused(failed)?),
        };
        let mut fields = Fields::beginning(page.lang(), &[]);
        fields.refuse("file", key, &[]);
        Ok(Some(fields))
    }
}

/// What the reader signs of a work plan or an order.
pub(crate) async fn content_of(page: &Page, paper: &Paper) -> Result<Response, PageError> {
    Under::Paper(paper).handed(page).await
}

/// Takes a file for a work plan or an order.
pub(crate) async fn taken(page: &Page, paper: &Paper, form: Multipart) -> Result<Option<Fields>, PageError> {
    Under::Paper(paper).taken(page, form).await
}

pub(super) async fn content(path: SealPath, page: Page) -> Result<Response, PageError> {
    Under::Report(&path.id).handed(&page).await
}

pub(super) async fn bring(path: SealPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    match Under::Report(&path.id).taken(&page, form).await? {
        None => Ok(page.done(&ShowPath { id: path.id }, "seals-done", &[])),
        Some(fields) => draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn read(mut form: Multipart) -> Result<Vec<u8>, PageError> {
    let mut file = Vec::new();
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("file") {
            file = field.bytes().await?.to_vec();
        }
    }
    Ok(file)
}

/// Why a file is not taken, with what to do instead.
const fn words(why: NotSealed) -> &'static str {
    match why {
        NotSealed::Rule(Refused::NotSigned) => "seals-refused-not-signed",
        NotSealed::Rule(Refused::Sealed) => "seals-refused-sealed",
        NotSealed::NotOffered => "seals-refused-not-offered",
        NotSealed::File(why) => not_certified(why),
    }
}

/// Why a file is no right signature, with what to do instead.
pub(crate) const fn not_certified(why: NotCertified) -> &'static str {
    match why {
        NotCertified::TooLarge => "seals-refused-too-large",
        NotCertified::Unreadable => "seals-refused-unreadable",
        NotCertified::Attached => "seals-refused-attached",
        NotCertified::NoSigner => "seals-refused-no-signer",
        NotCertified::OtherDocument => "seals-refused-other-document",
        NotCertified::Forged => "seals-refused-forged",
        NotCertified::UnknownIssuer => "seals-refused-unknown-issuer",
        NotCertified::Expired => "seals-refused-expired",
        NotCertified::NotForSigning => "seals-refused-not-for-signing",
        NotCertified::Future => "seals-refused-future",
        NotCertified::Gost => "seals-refused-gost",
        NotCertified::OtherAlgorithm => "seals-refused-other-algorithm",
    }
}
