//! A consent by a qualified signature: its text is handed out, and the file that comes back is checked.

use super::consents::refusal;
use super::proofs::draw;
use super::{ProofsPath, SignedPath};
use crate::files::attachment;
use crate::forms::{Fields, encode};
use crate::reports::seals::not_certified;
use crate::{Page, PageError};
use actions::Failed;
use actions::pupils::signed::{SignedRefused, Wanted, enter, text};
use actions::seals::NotCertified;
use axum::extract::Multipart;
use axum::response::Response;
use domain::PupilId;
use domain::pupils::consents::{EnterRefused, MOST_NAME, MOST_PLACE, Part};
use i18n::Lang;

/// What the form sent: its fields, and the file.
async fn read(lang: Lang, mut form: Multipart) -> Result<(Fields, Vec<u8>), PageError> {
    let (mut typed, mut file) = (Vec::new(), Vec::new());
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if matches!(name.as_str(), "file" | "signature") {
            file = field.bytes().await?.to_vec();
        } else {
            typed.push(format!("{}={}", encode(&name), encode(&field.text().await?)));
        }
    }
    Ok((Fields::read(lang, &typed.join("&")), file))
}

/// Everything that was typed, or nothing where a field is wrong. Where the file lies is asked once there is one.
fn wanted(fields: &mut Fields, entering: bool) -> Option<Wanted> {
    let representative = fields.optional_text("representative", MOST_NAME);
    let place = fields.optional_text("place", MOST_PLACE);
    if entering && place.is_none() && fields.error("place").is_empty() {
        fields.refuse("place", "forms-missing", &[]);
    }
    let parts = fields.values("part").into_iter().filter_map(Part::from_word).collect();
    let child_agreed = fields.ticked("child");
    let wanted = Wanted { representative, parts, child_agreed, place: place.unwrap_or_default() };
    fields.is_right().then_some(wanted)
}

pub(super) async fn sign(path: SignedPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    let (mut fields, file) = read(page.lang(), form).await?;
    let handed = match fields.value("go") {
        "kk" => Some(Lang::Kk),
        "ru" => Some(Lang::Ru),
        _ => None,
    };
    let Some(wanted) = wanted(&mut fields, handed.is_none()) else {
        return draw(&page, &path.id, fields).await;
    };
    match handed {
        Some(lang) => hand_out(&page, &path.id, &wanted, (lang, fields)).await,
        None => bring(&page, path.id, &wanted, (file.as_slice(), fields)).await,
    }
}

/// What the representative signs, as a file; what was typed stays on the page behind it.
async fn hand_out(
    page: &Page,
    id: &PupilId,
    wanted: &Wanted,
    (lang, mut fields): (Lang, Fields),
) -> Result<Response, PageError> {
    match text(&page.context(), id, wanted, lang).await {
        Ok(words) => {
            let name = format!("consent-{}.txt", lang.tag());
            Ok(attachment(words, "text/plain; charset=utf-8", &name))
        }
        Err(Failed::Refused(why)) => {
            let (field, key) = words(SignedRefused::Rule(why));
            fields.refuse(field, key, &[]);
            draw(page, id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn bring(
    page: &Page,
    id: PupilId,
    wanted: &Wanted,
    (file, mut fields): (&[u8], Fields),
) -> Result<Response, PageError> {
    let (context, authority) = (page.context(), &page.app.config.authority);
    let entered = match file {
        [] => None,
        file => Some(enter(&context, authority, &id, wanted, file).await),
    };
    let (field, key) = match entered {
        Some(Ok(())) => return Ok(page.done(&ProofsPath { id }, "pupils-done-signed", &[])),
        Some(Err(Failed::Refused(why))) => words(why),
        Some(Err(other)) => return Err(other.into()),
        None => ("signature", "seals-no-file"),
    };
    fields.refuse(field, key, &[]);
    draw(page, &id, fields).await
}

/// Under which field a refusal stands, and its key. The day is the signature's.
const fn words(why: SignedRefused) -> (&'static str, &'static str) {
    match why {
        SignedRefused::NotOffered => ("signature", "pupils-keyed-off"),
        SignedRefused::Undated => ("signature", "pupils-keyed-refused-undated"),
        SignedRefused::Signer => ("signature", "pupils-keyed-refused-signer"),
        SignedRefused::Child => ("signature", "pupils-keyed-refused-child"),
        SignedRefused::File(NotCertified::Gost) => ("signature", "pupils-keyed-refused-gost"),
        SignedRefused::File(why) => ("signature", not_certified(why)),
        SignedRefused::Rule(why @ (EnterRefused::NoPart | EnterRefused::Representative)) => refusal(why),
        SignedRefused::Rule(EnterRefused::Withdrawn) => ("signature", "pupils-keyed-refused-withdrawn"),
        SignedRefused::Rule(why) => ("signature", refusal(why).1),
    }
}
