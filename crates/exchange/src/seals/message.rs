//! One detached signature: found in its file, compared with the document, checked with the key of its certificate.

use super::algorithms::{Digest, algorithm, digest, oid};
use super::{Certified, MOST_BYTES, NotCertified, chains, definite, names};
use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{ObjectIdentifier, OctetString};
use der::{Any, Decode, Encode};
use jiff::{SignedDuration, Timestamp};
use std::fmt::Write as _;
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::time::Time;

const DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
const SIGNING_TIME: ObjectIdentifier = oid("1.2.840.113549.1.9.5");
/// How far the signer's clock may be ahead.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);
/// Most certificates in a file: each may be tried after each, so their number bounds the work.
const MOST_CERTIFICATES: usize = 8;

/// Checks a signature of a document.
pub(super) fn check(
    trusted: &[Certificate],
    document: &[u8],
    file: &[u8],
    now: Timestamp,
) -> Result<Certified, NotCertified> {
    if file.len() > MOST_BYTES {
        return Err(NotCertified::TooLarge);
    }
    let message = read(file).ok_or(NotCertified::Unreadable)?;
    if message.encap_content_info.econtent.is_some() {
        return Err(NotCertified::Attached);
    }
    let [signer] = message.signer_infos.0.as_slice() else { return Err(NotCertified::NoSigner) };
    let certificates = certificates(&message)?;
    let own = certificates.iter().find(|one| is_of(one, signer)).ok_or(NotCertified::NoSigner)?;
    let key = &own.tbs_certificate.subject_public_key_info;
    let hashed = digest(&signer.digest_alg)?;
    let how = algorithm(&signer.signature_algorithm, key, Some(hashed))?;
    let covered = signed(&message, signer, document, hashed)?;
    if !how.fits(key, &covered, signer.signature.as_bytes()) {
        return Err(NotCertified::Forged);
    }
    let named_time = signing_time(signer)?;
    let said_at = named_time.unwrap_or(now);
    if said_at > now.saturating_add(AHEAD).unwrap_or(now) {
        return Err(NotCertified::Future);
    }
    chains::leads(own, &certificates, trusted, &[said_at.min(now), now])?;
    if !chains::signs_documents(own) {
        return Err(NotCertified::NotForSigning);
    }
    let about = &own.tbs_certificate;
    let named = names::of(&about.subject).zip(names::of(&about.issuer));
    let (subject, issuer) = named.ok_or(NotCertified::NoSigner)?;
    let fingerprint = fingerprint(own)?;
    let (signed_at, dated) = (said_at.min(now), named_time.is_some());
    Ok(Certified { subject, issuer, signed_at, dated, algorithm: how, fingerprint })
}

/// SHA-256 of a certificate as authorities publish it.
fn fingerprint(certificate: &Certificate) -> Result<String, NotCertified> {
    let whole = certificate.to_der().map_err(|_| NotCertified::Unreadable)?;
    let hash = Digest::Sha256.hash(&whole);
    Ok(hash.as_ref().iter().fold(String::new(), |mut digits, byte| {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    }))
}

fn read(file: &[u8]) -> Option<SignedData> {
    let unpacked = if file.trim_ascii_start().starts_with(b"-----BEGIN") {
        der::pem::decode_vec(file.trim_ascii()).ok()?.1
    } else {
        file.to_vec()
    };
    let info = ContentInfo::from_der(&definite::definite(&unpacked)?).ok()?;
    if info.content_type == SIGNED_DATA { info.content.decode_as().ok() } else { None }
}

fn certificates(message: &SignedData) -> Result<Vec<Certificate>, NotCertified> {
    let all = message.certificates.iter().flat_map(|set| set.0.iter());
    let plain = all.filter_map(|one| match one {
        CertificateChoices::Certificate(certificate) => Some(certificate.clone()),
        CertificateChoices::Other(_) => None,
    });
    let found: Vec<Certificate> = plain.take(MOST_CERTIFICATES + 1).collect();
    if found.len() > MOST_CERTIFICATES { Err(NotCertified::Unreadable) } else { Ok(found) }
}

/// Is this the signer's certificate?
fn is_of(certificate: &Certificate, signer: &SignerInfo) -> bool {
    let about = &certificate.tbs_certificate;
    match &signer.sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            named.issuer == about.issuer && named.serial_number == about.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(key) => {
            let own = about.get::<SubjectKeyIdentifier>().ok().flatten();
            own.is_some_and(|(_, own)| own == *key)
        }
    }
}

/// What the key has signed: the attributes that name the document's hash (RFC 5652, 5.4, 11.1, 11.2). A signature without
/// attributes is not taken: it could be made of one with attributes, for another document.
fn signed(
    message: &SignedData,
    signer: &SignerInfo,
    document: &[u8],
    hashed: Digest,
) -> Result<Vec<u8>, NotCertified> {
    let kind: Option<ObjectIdentifier> = value(signer, CONTENT_TYPE)?.and_then(|kind| kind.decode_as().ok());
    if kind != Some(DATA) || message.encap_content_info.econtent_type != DATA {
        return Err(NotCertified::Unreadable);
    }
    let named: Option<OctetString> = value(signer, MESSAGE_DIGEST)?.and_then(|named| named.decode_as().ok());
    if named.ok_or(NotCertified::Unreadable)?.as_bytes() != hashed.hash(document).as_ref() {
        return Err(NotCertified::OtherDocument);
    }
    let attributes = signer.signed_attrs.as_ref().ok_or(NotCertified::Unreadable)?;
    attributes.to_der().map_err(|_| NotCertified::Unreadable)
}

/// The one value of an attribute that is signed along; `Err` where it stands there twice.
fn value(signer: &SignerInfo, of: ObjectIdentifier) -> Result<Option<&Any>, NotCertified> {
    let all = signer.signed_attrs.iter().flat_map(|all| all.iter());
    let mut found = all.filter(|one| one.oid == of);
    match (found.next(), found.next()) {
        (None, _) => Ok(None),
        (Some(one), None) if one.values.len() == 1 => Ok(one.values.get(0)),
        _ => Err(NotCertified::Unreadable),
    }
}

fn signing_time(signer: &SignerInfo) -> Result<Option<Timestamp>, NotCertified> {
    let Some(said) = value(signer, SIGNING_TIME)? else { return Ok(None) };
    let time = said.to_der().and_then(|der| Time::from_der(&der)).ok();
    Ok(Some(time.and_then(chains::instant).ok_or(NotCertified::Unreadable)?))
}
