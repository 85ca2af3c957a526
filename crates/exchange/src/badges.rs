//! Badges: a right as a credential of Open Badges 3.0 (1EdTech) with a proof that anybody checks without asking anybody
//! (feat:G8; docs/decisions/0037). Written, signed, put into a picture and checked here; nothing reaches a network, and a
//! file that says something which is not understood is refused and not guessed at.

mod canonical;
mod graph;
mod images;
mod keys;
mod lists;
mod multibase;
mod proofs;
mod strict;
mod terms;

pub use images::bake;
pub use keys::{NoKey, PublicKey, Signer};
pub use lists::{List, NoList, Place, StatusList};

use jiff::Timestamp;
use proofs::{Fit, Signed, seconds, sign};
use serde_json::{Map, Value, json};
use terms::{BADGES, CREDENTIALS};

/// Most bytes of a file: a picture with a credential inside.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Its address, under which its keys are published.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl Issuer {
    /// What stands at the issuer's address: its name and its keys, also those that do not sign any more.
    pub fn published(&self, keys: &[PublicKey]) -> String {
        let address = |key: &PublicKey| format!("{}#{key}", self.id);
        let methods = keys.iter().map(|key| {
            json!({
                "id": address(key),
                "type": "Multikey",
                "controller": self.id,
                "publicKeyMultibase": key.to_string(),
            })
        });
        let document = json!({
            "@context": [CREDENTIALS, BADGES, "https://www.w3.org/ns/cid/v1"],
            "id": self.id,
            "type": ["Profile"],
            "name": self.name,
            "verificationMethod": methods.collect::<Vec<_>>(),
            "assertionMethod": keys.iter().map(address).collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }
}

/// A right as it is told outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The address of the page on which it is checked.
    pub id: String,
    /// The school.
    pub issuer: Issuer,
    /// Its heading.
    pub title: String,
    /// Whose it is, as on the paper.
    pub holder: String,
    /// The number of the paper.
    pub number: String,
    /// From when on the right holds.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// What was attended, in words.
    pub narrative: String,
    /// What the right is for.
    pub achievement: Achievement,
    /// Where its taking back would stand.
    pub place: Place,
}

/// What somebody has achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// Its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: String,
    /// What it took.
    pub criteria: String,
    /// The language of the three: `kk`, `ru` or `en`.
    pub lang: String,
}

impl Badge {
    /// The credential as JSON, signed; `None` where something in it cannot be said in one.
    pub fn signed(&self, signer: &Signer, now: Timestamp) -> Option<String> {
        let Value::Object(document) = self.document() else { return None };
        sign(document, signer, &self.issuer.id, now).ok()
    }

    fn document(&self) -> Value {
        json!({
            "@context": [CREDENTIALS, BADGES],
            "id": self.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.title,
            "issuer": { "id": self.issuer.id, "type": ["Profile"], "name": self.issuer.name },
            "validFrom": seconds(self.from),
            "validUntil": seconds(self.until),
            "credentialStatus": self.place.entry(),
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "identifier": [{
                    "type": "IdentityObject",
                    "hashed": false,
                    "identityHash": self.holder,
                    "identityType": "name",
                }],
                "licenseNumber": self.number,
                "narrative": self.narrative,
                "achievement": {
                    "id": self.achievement.id,
                    "type": ["Achievement"],
                    "achievementType": "Certificate",
                    "inLanguage": self.achievement.lang,
                    "name": self.achievement.name,
                    "description": self.achievement.description,
                    "criteria": { "narrative": self.achievement.criteria },
                },
            },
        })
    }
}

/// Why a file is not read as a credential with a proof.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is larger than [`MOST_BYTES`], or the credential in it is larger than one is.
    #[error("the file is too large")]
    TooLarge,
    /// It is no credential in JSON, and no picture with one inside.
    #[error("no credential is in it")]
    NoCredential,
    /// The picture is broken, or holds several credentials, or a compressed one.
    #[error("the picture is broken")]
    BrokenPicture,
    /// The credential has no proof.
    #[error("the credential has no proof")]
    NoProof,
    /// It has several proofs, or one of another kind than is checked here.
    #[error("the proof is of another kind")]
    OtherProof,
    /// Its words are taken from contexts that are not known here.
    #[error("its contexts are not known")]
    Contexts,
    /// It uses a word that is not known here, so that nobody would know whether it is signed.
    #[error("the word {0:?} is not known")]
    Unknown(String),
    /// What stands under a word is of a kind that does not belong there.
    #[error("what stands under {0:?} does not belong there")]
    Value(String),
    /// It says more, or ties more together, than a credential does.
    #[error("it says more than a credential does")]
    Tangled,
}

impl Unreadable {
    /// Tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::TooLarge => "large",
            Self::NoCredential => "none",
            Self::BrokenPicture => "picture",
            Self::NoProof => "unsigned",
            Self::OtherProof => "proof",
            Self::Contexts => "contexts",
            Self::Unknown(_) => "unknown",
            Self::Value(_) => "value",
            Self::Tangled => "tangled",
        }
    }

    /// The word in the file that is to blame.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Unknown(name) | Self::Value(name) => Some(name),
            _ => None,
        }
    }
}

/// What a credential is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Signed by a known key, in force.
    Valid,
    /// Its time is over.
    Expired,
    /// Its time has not come.
    Early,
    /// It was taken back.
    Revoked,
    /// What it says is not what was signed.
    Altered,
    /// It is whole, and nobody knows who has signed it.
    UnknownKey,
}

impl Verdict {
    /// Tail of its text key, and what it is called in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::Early => "early",
            Self::Revoked => "revoked",
            Self::Altered => "altered",
            Self::UnknownKey => "unknown-key",
        }
    }
}

/// What a credential says, and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it is worth.
    pub verdict: Verdict,
    /// The key that has signed; nothing where the proof names none, and where it was altered.
    pub key: Option<PublicKey>,
    /// What was earned.
    pub title: Option<String>,
    /// Whose it is.
    pub holder: Option<String>,
    /// Who says so.
    pub issuer: Option<String>,
    /// From when on it holds.
    pub from: Option<Timestamp>,
    /// Until when.
    pub until: Option<Timestamp>,
    /// Where its taking back would stand.
    pub place: Option<Place>,
    /// Of when the list is that was asked whether it was taken back; nothing where none was.
    pub asked: Option<Timestamp>,
}

/// Checks a file: JSON, or a picture with a credential inside. Nothing is fetched: who is known and what was taken back is
/// handed in. A list that is not the credential's own says nothing about it.
pub fn check(
    file: &[u8],
    known: &[PublicKey],
    list: Option<&StatusList>,
    now: Timestamp,
) -> Result<Checked, Unreadable> {
    let signed = Signed::read(file)?;
    let document = &signed.document;
    let fit = signed.signed_by(known)?;
    let (from, until) = (instant(document, "validFrom")?, instant(document, "validUntil")?);
    let place = Place::of(document)?;
    let revoked = place.as_ref().zip(list).and_then(|(place, list)| list.revokes(place, signed.issuer()));
    let proof_until = signed.said("expires").map(str::parse::<Timestamp>).transpose();
    let proof_until = proof_until.map_err(|_| Unreadable::Value("expires".to_owned()))?;
    let over = |end: Option<Timestamp>| end.is_some_and(|end| now > end);
    let (verdict, key) = match fit {
        Fit::Altered => (Verdict::Altered, None),
        Fit::Unknown(key) => (Verdict::UnknownKey, key),
        Fit::Known(key) if revoked == Some(true) => (Verdict::Revoked, Some(key)),
        Fit::Known(key) if over(until) || over(proof_until) => (Verdict::Expired, Some(key)),
        Fit::Known(key) if from.is_some_and(|from| now < from) => (Verdict::Early, Some(key)),
        Fit::Known(key) => (Verdict::Valid, Some(key)),
    };
    Ok(Checked {
        verdict,
        key,
        title: at(document, &["name"]),
        holder: holder(document),
        issuer: at(document, &["issuer", "name"])
            .or_else(|| at(document, &["issuer", "id"]))
            .or_else(|| at(document, &["issuer"])),
        from,
        until,
        place,
        asked: revoked.and(list).map(|list| list.of),
    })
}

/// The text at the end of a path.
fn at(document: &Map<String, Value>, path: &[&str]) -> Option<String> {
    let (first, rest) = path.split_first()?;
    let end = rest.iter().try_fold(document.get(*first)?, |value, name| value.get(name))?;
    end.as_str().map(str::to_owned)
}

/// The name of whoever holds it, where it says one in clear.
fn holder(document: &Map<String, Value>) -> Option<String> {
    let identifiers = document.get("credentialSubject")?.get("identifier")?;
    let named = |one: &&Value| {
        one.get("identityType").and_then(Value::as_str) == Some("name")
            && one.get("hashed") == Some(&Value::Bool(false))
    };
    let one = graph::several(identifiers).iter().find(named)?;
    one.get("identityHash")?.as_str().map(str::to_owned)
}

/// An instant with its zone under a name; nothing where it says none.
fn instant(document: &Map<String, Value>, name: &str) -> Result<Option<Timestamp>, Unreadable> {
    let Some(value) = document.get(name) else { return Ok(None) };
    let at = value.as_str().and_then(|text| text.parse().ok());
    at.map(Some).ok_or_else(|| Unreadable::Value(name.to_owned()))
}
