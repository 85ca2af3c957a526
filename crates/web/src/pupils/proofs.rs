//! By what the consents about a pupil can be proved: each paper with its scan, who opened a scan, and what the service of the
//! state gives.

use super::show::{looked, part_name, signed};
use super::{BringPath, Head, ProofsPath, ReadersPath, ScanPath, ShowPath, SignedPath, shell};
use crate::commissions::names;
use crate::files::attachment;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::pupils::proofs::{Proof, Proofs, Unconnected, proofs};
use actions::pupils::scans::{bring as do_bring, open as do_open, remove};
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use domain::pupils::Pupil;
use domain::pupils::consents::{Certified, Part, Way};
use domain::pupils::scans::ScanRefused;
use domain::{Day, PupilId};

/// A paper or a file.
struct Row {
    title: String,
    signed: String,
    /// What was withdrawn of it.
    withdrawn: Option<String>,
    /// What its signature file said.
    certified: Option<String>,
    /// Where its scan is opened.
    scan: Option<String>,
}

/// The form that brings a scan, or takes one away.
struct Form {
    action: String,
    papers: Vec<Choice>,
    /// One of the papers has a scan.
    removes: bool,
}

/// The form of a qualified signature.
struct Signing {
    action: String,
    parts: Vec<Choice>,
    representative: String,
}

#[derive(askama::Template)]
#[template(path = "pupils/proofs.html")]
struct Show {
    shell: Shell,
    today: Day,
    head: Head,
    rows: Vec<Row>,
    form: Option<Form>,
    signing: Option<Signing>,
    /// What a signature that was checked says and what not, where there is one.
    limits: Option<String>,
    /// The administrator has named no certificates, without which no signature is checked.
    unsigned: bool,
    /// The installation has a key, without which no scan is kept.
    sealed: bool,
    /// The service of the state gives nothing.
    unconnected: bool,
    /// Who opened a scan, for whoever answers for it.
    reads: Option<Vec<String>>,
    /// The same of all years.
    readers: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ProofsPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed, and why it or a file was not taken.
pub(super) async fn draw(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let Proofs { pupil, papers, keeps, reads, service } = proofs(&page.context(), &Unconnected, id).await?;
    let names = names(page, &mut *page.read().await?).await?;
    let sealed = page.app.config.vault.is_some();
    let checks = page.app.config.authority.is_there();
    let is_checked = papers.iter().any(|proof| proof.consent.certified.is_some());
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            head: Head::of(&pupil),
            rows: papers.iter().map(|proof| row(page, &pupil, proof)).collect(),
            form: if keeps && sealed { form(page, &pupil, &papers, &fields) } else { None },
            signing: (keeps && checks).then(|| signing(page, &pupil, &papers, &fields)),
            limits: is_checked.then(|| page.text("pupils-keyed-limits")),
            unsigned: !checks,
            sealed,
            unconnected: service.is_err(),
            reads: reads.map(|reads| reads.iter().map(|read| looked(page, &names, read)).collect()),
            readers: ReadersPath { id: pupil.id.clone() }.to_string(),
            back: ShowPath { id: pupil.id.clone() }.to_string(),
            fields,
        },
    )
}

/// The parts that stand on a paper, by their names.
fn parts_of(page: &Page, proof: &Proof) -> String {
    let names: Vec<String> = proof.parts.iter().map(|part| part_name(page, *part)).collect();
    names.join(", ")
}

fn row(page: &Page, pupil: &Pupil, proof: &Proof) -> Row {
    let address = |scan: &domain::pupils::scans::Scan| {
        ScanPath { id: pupil.id.clone(), scan: scan.id.clone() }.to_string()
    };
    Row {
        title: parts_of(page, proof),
        signed: signed(page, &proof.consent),
        withdrawn: withdrawn(page, proof),
        certified: proof.consent.certified.as_ref().map(|said| certified(page, said)),
        scan: proof.scan.as_ref().map(address),
    }
}

/// Which parts count no more, and since when.
fn withdrawn(page: &Page, proof: &Proof) -> Option<String> {
    let line = |(part, day): &(Part, Day)| {
        Said::new("pupils-proofs-withdrawn")
            .with("part", part_name(page, *part))
            .with("day", i18n::day(page.lang(), *day))
            .words(page.lang())
    };
    let lines: Vec<String> = proof.withdrawn.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// What a signature file said. The fingerprint stands in groups, as people compare it.
fn certified(page: &Page, said: &Certified) -> String {
    let digits: Vec<char> = said.fingerprint.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
    Said::new("pupils-certified")
        .with("signer", said.signer.as_str())
        .with("issuer", said.issuer.as_str())
        .with("when", i18n::day_and_time(page.lang(), page.local(said.signed_at)))
        .with("fingerprint", groups.join(" "))
        .words(page.lang())
}

/// The form of a signature; whoever signed the last paper is asked for no second time.
fn signing(page: &Page, pupil: &Pupil, proofs: &[Proof], fields: &Fields) -> Signing {
    let chosen = fields.values("part");
    let part = |part: Part| Choice {
        chosen: chosen.contains(&part.word()),
        ..Choice::new(part.word(), part_name(page, part))
    };
    let last = proofs.first().map(|proof| proof.consent.representative.clone()).unwrap_or_default();
    let typed = fields.has("representative");
    Signing {
        action: SignedPath { id: pupil.id.clone() }.to_string(),
        parts: Part::ALL.map(part).into(),
        representative: if typed { fields.value("representative").to_owned() } else { last },
    }
}

/// The form, where there is a paper of which a scan could be.
fn form(page: &Page, pupil: &Pupil, proofs: &[Proof], fields: &Fields) -> Option<Form> {
    let of_paper: Vec<&Proof> = proofs.iter().filter(|proof| proof.consent.way == Way::Paper).collect();
    let only = of_paper.len() == 1;
    let paper = |proof: &&Proof| {
        let label = Said::new("pupils-scan-paper")
            .with("day", i18n::day(page.lang(), proof.consent.given_on))
            .with("parts", parts_of(page, proof))
            .words(page.lang());
        let value = proof.consent.id.as_str();
        Choice { chosen: only || fields.value("consent") == value, ..Choice::new(value, label) }
    };
    let papers: Vec<Choice> = of_paper.iter().map(paper).collect();
    let action = BringPath { id: pupil.id.clone() }.to_string();
    let removes = of_paper.iter().any(|proof| proof.scan.is_some());
    (!papers.is_empty()).then_some(Form { action, papers, removes })
}

pub(super) async fn bring(path: BringPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    let (consent, removes, file) = read(form).await?;
    let mut fields = Fields::beginning(page.lang(), &[("consent", consent.clone())]);
    if consent.is_empty() {
        fields.refuse("consent", "forms-choose", &[]);
        return draw(&page, &path.id, fields).await;
    }
    if removes {
        remove(&page.context(), &path.id, &consent.into()).await?;
        return Ok(page.done(&ProofsPath { id: path.id }, "pupils-done-scan-removed", &[]));
    }
    let vault = page.app.config.vault.as_deref();
    match do_bring(&page.context(), vault, &path.id, &consent.into(), &file).await {
        Ok(()) => Ok(page.done(&ProofsPath { id: path.id }, "pupils-done-scan", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse("file", words(why), &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Of which paper it is, whether its scan is to go, and the file.
async fn read(mut form: Multipart) -> Result<(String, bool, Vec<u8>), PageError> {
    let (mut consent, mut removes, mut file) = (String::new(), false, Vec::new());
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("consent") => consent = field.text().await?,
            Some("go") => removes = field.text().await? == "remove",
            Some("file") => file = field.bytes().await?.to_vec(),
            _ => {}
        }
    }
    Ok((consent, removes, file))
}

/// Why a file is not taken, or does not open, with what to do instead.
const fn words(why: ScanRefused) -> &'static str {
    match why {
        ScanRefused::Empty => "pupils-scan-refused-empty",
        ScanRefused::TooLarge => "pupils-scan-refused-too-large",
        ScanRefused::Kind => "pupils-scan-refused-kind",
        ScanRefused::NotPaper => "pupils-scan-refused-not-paper",
        ScanRefused::Key => "pupils-scan-no-key",
        ScanRefused::OtherKey => "pupils-scan-other-key",
    }
}

/// A scan is saved and never shown inside of a page: whatever it holds, nothing of it runs here.
pub(super) async fn open(path: ScanPath, page: Page) -> Result<Response, PageError> {
    let vault = page.app.config.vault.as_deref();
    match do_open(&page.context(), vault, &path.id, &path.scan).await {
        Ok(opened) => {
            let name = format!("consent.{}", opened.kind.word());
            Ok(attachment(opened.file, opened.kind.media(), &name))
        }
        Err(Failed::Refused(why)) => {
            let mut fields = Fields::beginning(page.lang(), &[]);
            fields.refuse("open", words(why), &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
