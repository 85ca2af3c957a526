//! The way from a certificate to one that the administrator trusts (RFC 5280, 6.1): names, signatures, times, the right to
//! issue, and nothing critical that is not understood.

use super::NotCertified;
use super::algorithms::{algorithm, oid};
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::time::Time;

/// Issuers between a signer and whoever is trusted; a national authority has one.
const LONGEST: usize = 4;

/// Extensions that are looked at, or that change nothing for a signature of a document: basic constraints, key usage,
/// extended key usage, policies, alternative names, key identifiers.
const UNDERSTOOD: [ObjectIdentifier; 8] = [
    oid("2.5.29.19"),
    oid("2.5.29.15"),
    oid("2.5.29.37"),
    oid("2.5.29.32"),
    oid("2.5.29.17"),
    oid("2.5.29.18"),
    oid("2.5.29.14"),
    oid("2.5.29.35"),
];

/// Purposes that are not documents: servers, their clients, programs, time stamps, answers about certificates.
const OTHER_PURPOSES: [ObjectIdentifier; 5] = [
    oid("1.3.6.1.5.5.7.3.1"),
    oid("1.3.6.1.5.5.7.3.2"),
    oid("1.3.6.1.5.5.7.3.3"),
    oid("1.3.6.1.5.5.7.3.8"),
    oid("1.3.6.1.5.5.7.3.9"),
];

/// The certificates of a file, each of which may issue others: one in DER, any number in PEM.
pub(super) fn read(file: &[u8]) -> Option<Vec<Certificate>> {
    let found = if file.windows(5).any(|five| five == b"-----") {
        Certificate::load_pem_chain(file).ok()?
    } else {
        vec![Certificate::from_der(file).ok()?]
    };
    (!found.is_empty() && found.iter().all(|one| issues(one, 0))).then_some(found)
}

/// A time of a certificate.
pub(super) fn instant(time: Time) -> Option<Timestamp> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
    Timestamp::from_second(seconds).ok()
}

/// Was it valid at all of these times?
fn is_valid(certificate: &Certificate, at: &[Timestamp]) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let (from, until) = (instant(validity.not_before), instant(validity.not_after));
    from.zip(until).is_some_and(|(from, until)| at.iter().all(|at| (from..=until).contains(at)))
}

/// Nothing critical in it that is not understood.
fn is_understood(certificate: &Certificate) -> bool {
    let extensions = certificate.tbs_certificate.extensions.iter().flatten();
    extensions.into_iter().all(|one| !one.critical || UNDERSTOOD.contains(&one.extn_id))
}

/// Does it say that its key may do this? One that says nothing may; one that cannot be read, or says it twice, may not.
fn may(certificate: &Certificate, what: impl Fn(KeyUsage) -> bool) -> bool {
    match certificate.tbs_certificate.get::<KeyUsage>() {
        Ok(usage) => usage.is_none_or(|(_, usage)| what(usage)),
        Err(_) => false,
    }
}

/// What it says of issuing; `Err` where that cannot be read.
fn limits(certificate: &Certificate) -> Result<Option<BasicConstraints>, der::Error> {
    Ok(certificate.tbs_certificate.get::<BasicConstraints>()?.map(|(_, limits)| limits))
}

/// May its key sign documents? It is nobody's who issues, and «non-repudiation» tells it from one for signing in.
pub(super) fn signs_documents(certificate: &Certificate) -> bool {
    let purposes = match certificate.tbs_certificate.get::<ExtendedKeyUsage>() {
        Ok(purposes) => purposes.map(|(_, purposes)| purposes.0),
        Err(_) => return false,
    };
    let is_end = limits(certificate).is_ok_and(|limits| limits.is_none_or(|limits| !limits.ca));
    is_end
        && may(certificate, |usage| usage.non_repudiation())
        && purposes.is_none_or(|all| all.iter().any(|one| !OTHER_PURPOSES.contains(one)))
}

/// May it issue certificates, with so many issuers below it?
fn issues(certificate: &Certificate, below: usize) -> bool {
    let room =
        |limits: &BasicConstraints| limits.path_len_constraint.is_none_or(|most| below <= usize::from(most));
    let limits = limits(certificate).ok().flatten();
    limits.is_some_and(|limits| limits.ca && room(&limits))
        && may(certificate, |usage| usage.key_cert_sign())
        && is_understood(certificate)
}

/// Has this issuer signed it?
fn is_signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    let about = &certificate.tbs_certificate;
    let key = &issuer.tbs_certificate.subject_public_key_info;
    if about.issuer != issuer.tbs_certificate.subject || about.signature != certificate.signature_algorithm {
        return false;
    }
    let (Ok(how), Ok(signed)) = (algorithm(&about.signature, key, None), about.to_der()) else {
        return false;
    };
    certificate.signature.as_bytes().is_some_and(|signature| how.fits(key, &signed, signature))
}

/// Leads a certificate to one of the trusted by way of the others; all are valid at these times.
pub(super) fn leads(
    certificate: &Certificate,
    others: &[Certificate],
    trusted: &[Certificate],
    at: &[Timestamp],
) -> Result<(), NotCertified> {
    if !is_valid(certificate, at) {
        return Err(NotCertified::Expired);
    }
    step(certificate, others, trusted, at, 0)
}

fn step(
    certificate: &Certificate,
    others: &[Certificate],
    trusted: &[Certificate],
    at: &[Timestamp],
    below: usize,
) -> Result<(), NotCertified> {
    if !is_understood(certificate) || below > LONGEST {
        return Err(NotCertified::UnknownIssuer);
    }
    let mut why = NotCertified::UnknownIssuer;
    for issuer in trusted.iter().filter(|one| issues(one, below) && is_signed_by(certificate, one)) {
        if is_valid(issuer, at) {
            return Ok(());
        }
        why = NotCertified::Expired;
    }
    for issuer in others.iter().filter(|one| *one != certificate && issues(one, below)) {
        if !is_signed_by(certificate, issuer) {
            continue;
        }
        if !is_valid(issuer, at) {
            why = NotCertified::Expired;
        } else if step(issuer, others, trusted, at, below + 1).is_ok() {
            return Ok(());
        }
    }
    Err(why)
}
