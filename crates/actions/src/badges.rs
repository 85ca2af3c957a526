//! The certificate of a mentor as a digital badge (feat:G8; docs/decisions/0037): its holder downloads it, signed anew each
//! time; keys and what was revoked are published for whoever checks one. Nothing of it is stored: a badge says what the
//! certificate says, and whether it was revoked follows from the right.

use crate::certificates::{Told, told};
use crate::{Context, Failed};
use domain::calendar::{instant_at, instant_of, local};
use domain::certificates::{Validity, granted};
use domain::schools::School;
use domain::{CourseId, Instant, SchoolId};
use exchange::badges::{Achievement, Badge, Issuer, List, Place};
use i18n::Lang;
use store::Tx;

pub use exchange::badges::{
    Checked, MOST_BYTES, NoList, PublicKey, Signer, StatusList, Unreadable, Verdict, bake, check,
};

/// The keys of the installation. They are kept outside of the database: whoever gets hold of that cannot sign.
#[derive(Debug)]
pub struct Keys {
    signer: Signer,
    published: Vec<PublicKey>,
}

impl Keys {
    /// The key that signs, after those that signed before it and still count; `None` where it is no key.
    pub fn new(signer: Signer, mut published: Vec<PublicKey>) -> Option<Self> {
        let own = signer.public()?;
        published.retain(|key| *key != own);
        published.push(own);
        Some(Self { signer, published })
    }

    /// All public keys, the one that signs last.
    pub fn published(&self) -> &[PublicKey] {
        &self.published
    }
}

/// Something that the certificate says cannot be said in a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsayable;

/// Where a school stands as an issuer. Its name is in the language of the badge.
fn issuer(school: &School, lang: Lang, address: &str) -> Issuer {
    let name = if lang == Lang::Kk { &school.name_kk } else { &school.name_ru };
    Issuer { id: format!("{address}/badges/{}", school.id), name: name.clone() }
}

fn list_of(issuer: &Issuer) -> String {
    format!("{}/revoked", issuer.id)
}

/// The badge of the actor's certificate in a language, as JSON; one whose right was taken away is not made any more.
/// `address` is where people reach the system.
pub async fn issue(
    context: &Context<'_>,
    id: &CourseId,
    lang: Lang,
    address: &str,
    keys: &Keys,
) -> Result<String, Failed<Unsayable>> {
    let Told { made, right, school, holder, .. } = told(&mut *context.db.read().await?, context, id).await?;
    let say = |key: &str| i18n::t(lang, key, &[]);
    let offset = school.utc_offset_minutes;
    let issuer = issuer(&school, lang, address);
    let badge = Badge {
        id: format!("{address}/verify/{}", made.code),
        title: say("courses-certificate"),
        holder: holder.name.full(),
        number: made.number.to_string(),
        from: instant_of(right.from, 0, offset),
        until: instant_at(right.until.at(23, 59, 59, 0), offset),
        narrative: i18n::t(lang, "badges-narrative", &[("hours", (made.minutes / 60).into())]),
        achievement: Achievement {
            id: format!("{}#mentor", issuer.id),
            name: say("badges-name"),
            description: say("badges-description"),
            criteria: say("badges-criteria"),
            lang: lang.tag().to_owned(),
        },
        // Places are counted as the certificates are; the first one stays empty.
        place: Place { list: list_of(&issuer), index: made.number },
        issuer,
    };
    badge.signed(&keys.signer, context.now).ok_or(Failed::Refused(Unsayable))
}

/// A school that has made a certificate; of another one nothing is published, not even its name.
async fn issuing(tx: &mut Tx, school: &SchoolId) -> store::Result<Option<School>> {
    if store::certificates::last_number(tx, school).await? == 0 {
        return Ok(None);
    }
    store::schools::get(tx, school).await
}

/// What stands at the address of a school as an issuer: its name and the keys.
pub async fn published(
    tx: &mut Tx,
    school: &SchoolId,
    address: &str,
    keys: &Keys,
) -> store::Result<Option<String>> {
    let school = issuing(tx, school).await?;
    Ok(school.map(|school| issuer(&school, Lang::default(), address).published(&keys.published)))
}

/// The list of a school's revoked badges, signed now. It says numbers of certificates and nothing else.
pub async fn revoked(
    tx: &mut Tx,
    school: &SchoolId,
    address: &str,
    keys: &Keys,
    now: Instant,
) -> store::Result<Option<String>> {
    let Some(school) = issuing(tx, school).await? else { return Ok(None) };
    let today = local(now, school.utc_offset_minutes).date();
    let mut revoked = store::courses::candidates(tx, &school.id).await?;
    revoked.retain(|course| matches!(granted(&course.candidate.state, today), Some((_, Validity::Revoked))));
    let made = store::certificates::of_school(tx, &school.id).await?;
    let is_revoked = |course: &CourseId| revoked.iter().any(|one| one.candidate.course == *course);
    let issuer = issuer(&school, Lang::default(), address);
    let list = List {
        address: list_of(&issuer),
        revoked: made.iter().filter(|one| is_revoked(&one.course)).map(|one| one.number).collect(),
        issuer,
    };
    Ok(list.signed(&keys.signer, now))
}
