//! No bytes are a badge that nobody signed; the fuzzer asks the same of bytes of its own.

use exchange::badges::{Achievement, Badge, Checked, Issuer, Place, PublicKey, Signer, Verdict, bake, check};
use jiff::Timestamp;

/// A secret key of the bytes 0 to 31, and its public one.
pub(crate) const SECRET: &str = "z3u2RDpgFe6Voz19gxWsBkueKj6XiuC9w1bSBT4FTowsWk6A";
pub(crate) const PUBLIC: &str = "z6MkehRgf7yJbgaGfYsdoAsKdBPE3dj2CYhowQdcjqSJgvVd";
pub(crate) const ISSUER: &str = "https://talimger.example/badges/school-12";

pub(crate) fn signer() -> Signer {
    Signer::read(SECRET).unwrap()
}

pub(crate) fn known() -> [PublicKey; 1] {
    [PUBLIC.parse().unwrap()]
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn issuer() -> Issuer {
    Issuer { id: ISSUER.to_owned(), name: "№ 12 мектеп".to_owned() }
}

pub(crate) fn badge() -> Badge {
    Badge {
        id: "https://talimger.example/verify/ABCD2345".to_owned(),
        issuer: issuer(),
        title: "Тәлімгер сертификаты".to_owned(),
        holder: "Нұрланова Әлия Серікқызы".to_owned(),
        number: "7".to_owned(),
        from: at("2026-04-19T19:00:00Z"),
        until: at("2029-04-19T18:59:59Z"),
        narrative: "Оқыту: 30 сағат".to_owned(),
        achievement: Achievement {
            id: format!("{ISSUER}#mentor"),
            name: "Тәлімгер".to_owned(),
            description: "Жас педагогке тәлімгер бола алады".to_owned(),
            criteria: "Курс пен емтихан".to_owned(),
            lang: "kk".to_owned(),
        },
        place: Place { list: format!("{ISSUER}/status"), index: 6 },
    }
}

pub(crate) fn signed() -> String {
    badge().signed(&signer(), at("2026-11-29T20:00:00Z")).unwrap()
}

/// What is told of bytes under the name of a badge: nothing, that they are not it, or exactly what the badge tells.
pub(crate) fn told(file: &[u8]) -> Option<Checked> {
    let now = at("2027-01-15T09:00:00Z");
    let told = check(file, &known(), None, now).ok()?;
    if told.verdict == Verdict::Valid {
        assert_eq!(told, check(signed().as_bytes(), &known(), None, now).unwrap(), "nobody has signed it");
    }
    Some(told)
}

/// Bytes as they are, and inside of a picture.
pub(crate) fn tried(data: &[u8]) {
    told(data);
    if let Ok(text) = std::str::from_utf8(data) {
        assert_eq!(told(&bake(text)), told(data));
    }
}
