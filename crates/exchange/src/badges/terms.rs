//! The words of a credential and what they mean: which address a term stands for, and of which kind its value is, as the
//! contexts of W3C (Verifiable Credentials 2.0) and 1EdTech (Open Badges 3.0) define them. A subset, written out here, so
//! that nothing is fetched and nobody's file is copied. What is not in it is refused: JSON-LD itself would drop it in
//! silence, and it would be read although nobody had signed it.

use Kind::{Id, Plain, Typed, Word};

/// The context of every credential: it stands first.
pub(super) const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
/// The context of a badge.
pub(super) const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
/// The context of the standard's own examples: by one of them programs that sign are compared with each other.
const EXAMPLES: &str = "https://www.w3.org/ns/credentials/examples/v2";

/// Prefixes of the tables below. 1EdTech writes the namespace of XML Schema with https, W3C with http.
const PREFIXES: [(&str, &str); 8] = [
    ("vc", "https://www.w3.org/2018/credentials#"),
    ("ob", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"),
    ("schema", "https://schema.org/"),
    ("security", "https://w3id.org/security#"),
    ("status", "https://www.w3.org/ns/credentials/status#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("xsds", "https://www.w3.org/2001/XMLSchema#"),
    ("example", "https://www.w3.org/ns/credentials/examples#"),
];

/// What stands under a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, a whole number or a truth value, or a thing.
    Plain,
    /// The address of a thing, or the thing.
    Id,
    /// Text, a whole number or a truth value of this datatype.
    Typed(&'static str),
    /// One word that stands for an address.
    Word(&'static str, &'static str),
}

/// A class of things: its name in files and what it stands for.
type Class = (&'static str, &'static str);
/// A term: on things of which class (empty: on all), its name, its kind, what it stands for.
type Term = (&'static str, &'static str, Kind, &'static str);

struct Context {
    address: &'static str,
    classes: &'static [Class],
    terms: &'static [Term],
}

const DATE_TIME: Kind = Typed("xsd:dateTime");
const MULTIBASE: Kind = Typed("security:multibase");
const URI: Kind = Typed("xsds:anyURI");

static CONTEXTS: [Context; 3] = [
    Context {
        address: CREDENTIALS,
        classes: &[
            ("VerifiableCredential", "vc:VerifiableCredential"),
            ("BitstringStatusListCredential", "status:BitstringStatusListCredential"),
            ("BitstringStatusList", "status:BitstringStatusList"),
            ("BitstringStatusListEntry", "status:BitstringStatusListEntry"),
            ("DataIntegrityProof", "security:DataIntegrityProof"),
        ],
        terms: &[
            ("", "name", Plain, "schema:name"),
            ("", "description", Plain, "schema:description"),
            ("VerifiableCredential", "credentialSchema", Id, "vc:credentialSchema"),
            ("VerifiableCredential", "credentialStatus", Id, "vc:credentialStatus"),
            ("VerifiableCredential", "credentialSubject", Id, "vc:credentialSubject"),
            ("VerifiableCredential", "evidence", Id, "vc:evidence"),
            ("VerifiableCredential", "issuer", Id, "vc:issuer"),
            ("VerifiableCredential", "refreshService", Id, "vc:refreshService"),
            ("VerifiableCredential", "termsOfUse", Id, "vc:termsOfUse"),
            ("VerifiableCredential", "validFrom", DATE_TIME, "vc:validFrom"),
            ("VerifiableCredential", "validUntil", DATE_TIME, "vc:validUntil"),
            ("BitstringStatusList", "encodedList", MULTIBASE, "status:encodedList"),
            ("BitstringStatusList", "statusPurpose", Plain, "status:statusPurpose"),
            ("BitstringStatusList", "ttl", Plain, "status:ttl"),
            ("BitstringStatusListEntry", "statusListCredential", Id, "status:statusListCredential"),
            ("BitstringStatusListEntry", "statusListIndex", Plain, "status:statusListIndex"),
            ("BitstringStatusListEntry", "statusPurpose", Plain, "status:statusPurpose"),
            ("DataIntegrityProof", "challenge", Plain, "security:challenge"),
            ("DataIntegrityProof", "created", DATE_TIME, "http://purl.org/dc/terms/created"),
            (
                "DataIntegrityProof",
                "cryptosuite",
                Typed("security:cryptosuiteString"),
                "security:cryptosuite",
            ),
            ("DataIntegrityProof", "domain", Plain, "security:domain"),
            ("DataIntegrityProof", "expires", DATE_TIME, "security:expiration"),
            ("DataIntegrityProof", "nonce", Plain, "security:nonce"),
            (
                "DataIntegrityProof",
                "proofPurpose",
                Word("assertionMethod", "security:assertionMethod"),
                "security:proofPurpose",
            ),
            ("DataIntegrityProof", "verificationMethod", Id, "security:verificationMethod"),
        ],
    },
    Context {
        address: BADGES,
        classes: &[
            ("OpenBadgeCredential", "ob:OpenBadgeCredential"),
            ("AchievementCredential", "ob:OpenBadgeCredential"),
            ("AchievementSubject", "ob:AchievementSubject"),
            ("Achievement", "ob:Achievement"),
            ("Address", "ob:Address"),
            ("Alignment", "schema:AlignmentObject"),
            ("Criteria", "ob:Criteria"),
            ("Evidence", "ob:Evidence"),
            ("IdentifierEntry", "ob:IdentifierEntry"),
            ("IdentityObject", "ob:IdentityObject"),
            ("Image", "ob:Image"),
            ("Profile", "ob:Profile"),
            ("Result", "ob:Result"),
        ],
        terms: &[
            ("", "alignment", Plain, "ob:alignment"),
            ("", "image", Id, "ob:image"),
            ("", "inLanguage", Plain, "schema:inLanguage"),
            ("", "narrative", Plain, "ob:narrative"),
            ("", "url", URI, "schema:url"),
            ("Achievement", "achievementType", Plain, "ob:achievementType"),
            ("Achievement", "creator", Plain, "ob:creator"),
            ("Achievement", "criteria", Id, "ob:Criteria"),
            ("Achievement", "fieldOfStudy", Plain, "ob:fieldOfStudy"),
            ("Achievement", "humanCode", Plain, "ob:humanCode"),
            ("Achievement", "otherIdentifier", Plain, "ob:otherIdentifier"),
            ("Achievement", "specialization", Plain, "ob:specialization"),
            ("Achievement", "tag", Plain, "schema:keywords"),
            ("Achievement", "version", Plain, "ob:version"),
            ("AchievementSubject", "achievement", Plain, "ob:achievement"),
            ("AchievementSubject", "activityEndDate", Typed("xsds:date"), "ob:activityEndDate"),
            ("AchievementSubject", "activityStartDate", Typed("xsds:date"), "ob:activityStartDate"),
            ("AchievementSubject", "identifier", Plain, "ob:identifier"),
            ("AchievementSubject", "licenseNumber", Plain, "ob:licenseNumber"),
            ("AchievementSubject", "result", Plain, "ob:result"),
            ("AchievementSubject", "role", Plain, "ob:role"),
            ("AchievementSubject", "source", Id, "ob:source"),
            ("AchievementSubject", "term", Plain, "ob:term"),
            ("Address", "addressCountry", Plain, "schema:addressCountry"),
            ("Address", "addressCountryCode", Plain, "ob:CountryCode"),
            ("Address", "addressLocality", Plain, "schema:addressLocality"),
            ("Address", "addressRegion", Plain, "schema:addressRegion"),
            ("Address", "postalCode", Plain, "schema:postalCode"),
            ("Address", "streetAddress", Plain, "schema:streetAddress"),
            ("Alignment", "targetCode", Plain, "ob:targetCode"),
            ("Alignment", "targetDescription", Plain, "schema:targetDescription"),
            ("Alignment", "targetFramework", Plain, "schema:targetFramework"),
            ("Alignment", "targetName", Plain, "schema:targetName"),
            ("Alignment", "targetType", Plain, "ob:targetType"),
            ("Alignment", "targetUrl", URI, "schema:targetUrl"),
            ("Evidence", "audience", Plain, "schema:audience"),
            ("Evidence", "genre", Plain, "schema:genre"),
            ("IdentifierEntry", "identifier", Plain, "ob:identifier"),
            ("IdentifierEntry", "identifierType", Plain, "ob:identifierType"),
            ("IdentityObject", "hashed", Typed("xsds:boolean"), "ob:hashed"),
            ("IdentityObject", "identityHash", Plain, "ob:identityHash"),
            ("IdentityObject", "identityType", Plain, "ob:identityType"),
            ("IdentityObject", "salt", Plain, "ob:salt"),
            ("Image", "caption", Plain, "schema:caption"),
            ("Profile", "address", Id, "ob:address"),
            ("Profile", "email", Plain, "schema:email"),
            ("Profile", "familyName", Plain, "schema:familyName"),
            ("Profile", "givenName", Plain, "schema:givenName"),
            ("Profile", "official", Plain, "ob:official"),
            ("Profile", "otherIdentifier", Plain, "ob:otherIdentifier"),
            ("Profile", "parentOrg", Id, "ob:parentOrg"),
            ("Profile", "patronymicName", Plain, "ob:patronymicName"),
            ("Profile", "phone", Plain, "ob:phone"),
            ("Result", "achievedLevel", URI, "ob:achievedLevel"),
            ("Result", "resultDescription", URI, "ob:resultDescription"),
            ("Result", "status", Plain, "ob:status"),
            ("Result", "value", Plain, "schema:value"),
        ],
    },
    Context {
        address: EXAMPLES,
        classes: &[("AlumniCredential", "example:AlumniCredential")],
        terms: &[("", "alumniOf", Plain, "example:alumniOf")],
    },
];

/// The contexts that a document names.
pub(super) struct Named(Vec<&'static Context>);

impl Named {
    /// Those of a list of addresses; nothing where one is unknown, stands twice, or that of credentials is not the first.
    pub(super) fn of<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut named: Vec<&'static Context> = Vec::new();
        for address in addresses {
            let context = CONTEXTS.iter().find(|context| context.address == address)?;
            if named.iter().any(|before| before.address == address) {
                return None;
            }
            named.push(context);
        }
        (named.first()?.address == CREDENTIALS).then_some(Self(named))
    }

    /// What a class stands for.
    pub(super) fn class(&self, name: &str) -> Option<&'static str> {
        let mut classes = self.0.iter().flat_map(|context| context.classes);
        classes.find(|(class, _)| *class == name).map(|(_, meaning)| *meaning)
    }

    /// What a term stands for on a thing of these classes, and the kind of its value. A class says it before all others;
    /// where two classes of one thing say it differently, nobody can know which is meant.
    pub(super) fn term(&self, classes: &[&str], name: &str) -> Option<(Kind, &'static str)> {
        let terms = || self.0.iter().flat_map(|context| context.terms);
        let of = |classes: &[&str]| {
            let mut found = terms().filter(|(class, term, ..)| *term == name && classes.contains(class));
            let (.., kind, meaning) = found.next()?;
            found.all(|(.., other, also)| (other, also) == (kind, meaning)).then_some((*kind, *meaning))
        };
        of(classes).or_else(|| of(&[""]))
    }
}

/// The whole address behind a prefix.
pub(super) fn whole(short: &str) -> String {
    let prefix = PREFIXES.iter().find_map(|(prefix, address)| {
        let rest = short.strip_prefix(prefix)?.strip_prefix(':')?;
        Some(format!("{address}{rest}"))
    });
    prefix.unwrap_or_else(|| short.to_owned())
}
