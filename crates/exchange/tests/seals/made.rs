//! Certificates and signatures as the tests want them, right or wrong in one place.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Any, Decode, Encode};
use jiff::Timestamp;
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CustomExtension, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, SigningKey, date_time_ymd,
};
use sha2::{Digest, Sha256};
use std::time::Duration;
use x509_cert::Certificate as Read;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::time::Time;

const DATA: &str = "1.2.840.113549.1.7.1";
const KIND: &str = "1.2.840.113549.1.9.3";
const DIGEST: &str = "1.2.840.113549.1.9.4";
const TIME: &str = "1.2.840.113549.1.9.5";

/// What is wrong with a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Twist {
    ForSigningIn,
    ForServers,
    Issues,
    Strange,
    OtherDigest,
    Tampered,
    WithoutKind,
    TwoDigests,
    NoSigner,
    TwoSigners,
    WithoutCertificate,
    Algorithm(&'static str),
    Crowd,
    BelowAnEnd,
}

/// What a signature says.
#[derive(Clone, Copy)]
pub(crate) struct Said {
    pub(crate) time: Option<Timestamp>,
    pub(crate) valid: Option<[(i32, u8, u8); 2]>,
    pub(crate) twist: Option<Twist>,
}

/// An authority that issues, and a signer.
pub(crate) struct House {
    params: CertificateParams,
    key: KeyPair,
    signer: KeyPair,
}

fn params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

fn authority(name: &str) -> CertificateParams {
    let mut params = params(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

fn end(said: &Said) -> CertificateParams {
    let mut end = params("НҰРЛАНОВА ӘЛИЯ");
    end.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    if let Some([from, until]) = said.valid {
        end.not_before = date_time_ymd(from.0, from.1, from.2);
        end.not_after = date_time_ymd(until.0, until.1, until.2);
    }
    match said.twist {
        Some(Twist::ForSigningIn) => end.key_usages = vec![KeyUsagePurpose::DigitalSignature],
        Some(Twist::ForServers) => end.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth],
        Some(Twist::Issues) => end.is_ca = IsCa::Ca(BasicConstraints::Unconstrained),
        Some(Twist::Strange) => {
            let mut strange = CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]);
            strange.set_criticality(true);
            end.custom_extensions = vec![strange];
        }
        _ => {}
    }
    end
}

impl House {
    pub(crate) fn new(name: &str) -> Self {
        let key = || KeyPair::generate().unwrap();
        Self { params: authority(name), key: key(), signer: key() }
    }

    pub(crate) fn root(&self) -> String {
        self.params.self_signed(&self.key).unwrap().pem()
    }

    pub(crate) fn end(&self, said: &Said) -> Certificate {
        let issuer = Issuer::from_params(&self.params, &self.key);
        end(said).signed_by(&self.signer, &issuer).unwrap()
    }

    /// The certificate of the signer first, then what comes with it.
    fn certificates(&self, said: &Said) -> Vec<Certificate> {
        match said.twist {
            Some(Twist::BelowAnEnd) => {
                let middle = KeyPair::generate().unwrap();
                let mut between = params("Аралық");
                between.key_usages = vec![KeyUsagePurpose::DigitalSignature];
                let issuer = Issuer::from_params(&self.params, &self.key);
                let above = between.signed_by(&middle, &issuer).unwrap();
                let own = end(said).signed_by(&self.signer, &Issuer::from_params(&between, &middle)).unwrap();
                vec![own, above]
            }
            Some(Twist::Crowd) => {
                let more = (0..9).map(|_| self.params.self_signed(&self.key).unwrap());
                std::iter::once(self.end(said)).chain(more).collect()
            }
            _ => vec![self.end(said)],
        }
    }

    pub(crate) fn signed(&self, document: &[u8], said: &Said) -> Vec<u8> {
        let certificates: Vec<Read> =
            self.certificates(said).iter().map(|one| Read::from_der(one.der()).unwrap()).collect();
        let one = self.signer_info(document, said, &certificates[0]);
        let signers = match said.twist {
            Some(Twist::NoSigner) => vec![],
            Some(Twist::TwoSigners) => {
                let other = Said { time: None, ..*said };
                vec![one, self.signer_info(document, &other, &certificates[0])]
            }
            _ => vec![one],
        };
        let enclosed = certificates.into_iter().map(CertificateChoices::Certificate);
        let enclosed = (said.twist != Some(Twist::WithoutCertificate)).then(|| CertificateSet(set(enclosed)));
        let message = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: set([plain("2.16.840.1.101.3.4.2.1")]),
            encap_content_info: EncapsulatedContentInfo { econtent_type: oid(DATA), econtent: None },
            certificates: enclosed,
            crls: None,
            signer_infos: SignerInfos(set(signers)),
        };
        let content = Any::encode_from(&message).unwrap();
        ContentInfo { content_type: oid("1.2.840.113549.1.7.2"), content }.to_der().unwrap()
    }

    fn signer_info(&self, document: &[u8], said: &Said, own: &Read) -> SignerInfo {
        let mut attributes = attributes(document, said);
        let signature = self.signer.sign(&set(attributes.clone()).to_der().unwrap()).unwrap();
        if said.twist == Some(Twist::Tampered) {
            attributes.push(attribute("1.2.3.4.5", vec![Any::null()]));
        }
        let algorithm = match said.twist {
            Some(Twist::Algorithm(algorithm)) => algorithm,
            _ => "1.2.840.10045.4.3.2",
        };
        SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: own.tbs_certificate.issuer.clone(),
                serial_number: own.tbs_certificate.serial_number.clone(),
            }),
            digest_alg: plain("2.16.840.1.101.3.4.2.1"),
            signed_attrs: Some(set(attributes)),
            signature_algorithm: plain(algorithm),
            signature: OctetString::new(signature).unwrap(),
            unsigned_attrs: None,
        }
    }
}

fn attributes(document: &[u8], said: &Said) -> Vec<Attribute> {
    let hashed: &[u8] = if said.twist == Some(Twist::OtherDigest) { b"another" } else { document };
    let hash = OctetString::new(&Sha256::digest(hashed)[..]).unwrap();
    let mut digests = vec![Any::encode_from(&hash).unwrap()];
    if said.twist == Some(Twist::TwoDigests) {
        digests.push(Any::encode_from(&OctetString::new([7; 32]).unwrap()).unwrap());
    }
    let mut attributes = vec![attribute(DIGEST, digests)];
    if said.twist != Some(Twist::WithoutKind) {
        attributes.push(attribute(KIND, vec![Any::encode_from(&oid(DATA)).unwrap()]));
    }
    if let Some(at) = said.time {
        let since = Duration::from_secs(at.as_second().try_into().unwrap());
        let time = Time::UtcTime(UtcTime::from_unix_duration(since).unwrap());
        attributes.push(attribute(TIME, vec![Any::encode_from(&time).unwrap()]));
    }
    attributes
}

fn attribute(kind: &str, values: Vec<Any>) -> Attribute {
    Attribute { oid: oid(kind), values: set(values) }
}

fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new(text).unwrap()
}

fn plain(algorithm: &str) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: oid(algorithm), parameters: None }
}

fn set<T: der::DerOrd>(all: impl IntoIterator<Item = T>) -> SetOfVec<T> {
    SetOfVec::from_iter(all).unwrap()
}
