//! Letters of a text file: which code page it was saved in.

use serde::{Deserialize, Serialize};

/// The encodings that lists arrive in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// What Excel calls «Unicode text».
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Plain «CSV» of a Russian or Kazakh Windows; has no Kazakh letters.
    Windows1251,
    /// DOS.
    Ibm866,
    /// Older Unix and mail.
    Koi8R,
    /// The Ukrainian sister of KOI8-R; by choice only.
    Koi8U,
    /// Older Mac.
    MacCyrillic,
    /// windows-1251 with Kazakh letters on 16 places; by choice only, nothing tells it apart.
    Kz1048,
}

impl Encoding {
    /// Every encoding, in the order to offer them.
    pub const ALL: [Self; 9] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1251,
        Self::Kz1048,
        Self::Ibm866,
        Self::Koi8R,
        Self::Koi8U,
        Self::MacCyrillic,
    ];

    /// The registered name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1251 => "windows-1251",
            Self::Ibm866 => "IBM866",
            Self::Koi8R => "KOI8-R",
            Self::Koi8U => "KOI8-U",
            Self::MacCyrillic => "x-mac-cyrillic",
            Self::Kz1048 => "KZ-1048",
        }
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1251 | Self::Kz1048 => encoding_rs::WINDOWS_1251,
            Self::Ibm866 => encoding_rs::IBM866,
            Self::Koi8R => encoding_rs::KOI8_R,
            Self::Koi8U => encoding_rs::KOI8_U,
            Self::MacCyrillic => encoding_rs::X_MAC_CYRILLIC,
        }
    }
}

/// Decodes a file by its mark, by choice, or by the best guess.
pub(crate) fn decode(bytes: &[u8], choice: Option<Encoding>) -> (String, Encoding) {
    let encoding = choice.unwrap_or_else(|| guess(bytes));
    if encoding == Encoding::Kz1048 {
        return (bytes.iter().map(|byte| kz1048(*byte)).collect(), encoding);
    }
    let (text, _) = encoding.table().decode_with_bom_removal(bytes);
    (text.into_owned(), encoding)
}

fn guess(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8,
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    if let Some(wide) = guess_utf16(bytes) {
        return wide;
    }
    if is_mostly_utf8(bytes) {
        return Encoding::Utf8;
    }
    guess_cyrillic(bytes)
}

/// UTF-16 without a mark: line breaks and separators leave zero bytes, and one of the two byte
/// orders yields almost nothing but letters, digits and ordinary signs.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    const PLAUSIBLE: f64 = 0.95;
    if !bytes.contains(&0) {
        return None;
    }
    let share = |encoding: Encoding| {
        let (text, _) = encoding.table().decode_without_bom_handling(bytes);
        let all = text.chars().count();
        let good = text.chars().filter(|c| is_ordinary(*c)).count();
        as_float(good) / as_float(all.max(1))
    };
    let (le, be) = (share(Encoding::Utf16Le), share(Encoding::Utf16Be));
    let (best, encoding) = if le >= be { (le, Encoding::Utf16Le) } else { (be, Encoding::Utf16Be) };
    (best >= PLAUSIBLE).then_some(encoding)
}

fn is_ordinary(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{400}'..='\u{52f}')
        || matches!(letter, '\u{2010}'..='\u{2044}' | '\u{2116}' | '\u{20ac}')
}

/// Strict UTF-8, or UTF-8 in which a few letters were cut: then letters are reported as lost
/// rather than the whole file read as another code page.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    const WHOLE_FOR_EACH_BROKEN: usize = 20;
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let whole = text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    std::str::from_utf8(bytes).is_ok() || broken * WHOLE_FOR_EACH_BROKEN < whole
}

/// The most plausible of the four Cyrillic code pages still met.
///
/// Own count instead of a browser's detector: detectors cannot be held to these four and miss
/// MacCyrillic, while here text in the wrong page shows capitals inside words, rare letters and
/// frames at once.
fn guess_cyrillic(bytes: &[u8]) -> Encoding {
    const ENOUGH: usize = 200_000;
    let head = &bytes[..bytes.len().min(ENOUGH)];
    let candidates = [Encoding::Windows1251, Encoding::Ibm866, Encoding::Koi8R, Encoding::MacCyrillic];
    let mut best = (i64::MIN, Encoding::Windows1251);
    for encoding in candidates {
        let (text, _) = encoding.table().decode_without_bom_handling(head);
        let score = plausibility(&text);
        if score > best.0 {
            best = (score, encoding);
        }
    }
    best.1
}

fn plausibility(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    for letter in text.chars() {
        if !letter.is_ascii() {
            score += match letter {
                'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => frequency(letter),
                '\u{400}'..='\u{45f}' => -2,
                '«' | '»' | '№' | '–' | '—' | '“' | '”' | '„' | '’' | '…' | '\u{a0}' => 0,
                _ => -4,
            };
            if before.is_lowercase() && letter.is_uppercase() {
                score -= 3;
            }
        }
        before = letter;
    }
    score
}

/// Common letters of Russian count for the page, rare ones nearly nothing.
fn frequency(letter: char) -> i64 {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 3,
        'к' | 'м' | 'д' | 'п' | 'у' | 'я' | 'ы' | 'ь' | 'з' | 'б' | 'г' => 2,
        'ъ' | 'щ' | 'э' | 'ф' | 'ц' => -1,
        _ => 1,
    }
}

fn as_float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// One letter of KZ-1048 (STRK1048-2002): windows-1251 but for sixteen Kazakh letters.
fn kz1048(byte: u8) -> char {
    match byte {
        0x8d => 'Қ',
        0x8e => 'Һ',
        0x9d => 'қ',
        0x9e => 'һ',
        0xa1 => 'Ұ',
        0xa2 => 'ұ',
        0xa3 => 'Ә',
        0xa5 => 'Ө',
        0xaa => 'Ғ',
        0xaf => 'Ү',
        0xb4 => 'ө',
        0xba => 'ғ',
        0xbc => 'ә',
        0xbd => 'Ң',
        0xbe => 'ң',
        0xbf => 'ү',
        other => {
            let bytes = [other];
            let (letter, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(&bytes);
            letter.chars().next().unwrap_or('\u{fffd}')
        }
    }
}

/// Whether text read as windows-1251 has letters where KZ-1048 has its Kazakh ones.
pub(crate) fn may_be_kz1048(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(
            letter,
            'Ќ' | 'Ћ'
                | 'ќ'
                | 'ћ'
                | 'Ў'
                | 'ў'
                | 'Ј'
                | 'Ґ'
                | 'Є'
                | 'Ї'
                | 'ґ'
                | 'є'
                | 'ј'
                | 'Ѕ'
                | 'ѕ'
                | 'ї'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "Фамилия;Имя;Класс\r\nНазарова;Мира;5А\r\nКим;Виктор;5Б\r\n";

    #[test]
    fn a_short_list_is_recognised_in_every_cyrillic_page() {
        for encoding in [Encoding::Windows1251, Encoding::Ibm866, Encoding::Koi8R, Encoding::MacCyrillic] {
            let (bytes, _, lossy) = encoding.table().encode(LIST);
            assert!(!lossy);
            assert_eq!(decode(&bytes, None), (LIST.to_owned(), encoding));
        }
    }

    #[test]
    fn capitals_alone_are_recognised_too() {
        let list = LIST.to_uppercase();
        for encoding in [Encoding::Windows1251, Encoding::Ibm866, Encoding::Koi8R] {
            let (bytes, _, _) = encoding.table().encode(&list);
            assert_eq!(decode(&bytes, None).1, encoding);
        }
    }

    #[test]
    fn utf16_is_recognised_with_and_without_a_mark() {
        let list = "Тегі\tАты\r\nҚалиева\tАсыл\r\n";
        let le: Vec<u8> = list.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = list.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&le, None), (list.to_owned(), Encoding::Utf16Le));
        assert_eq!(decode(&be, None), (list.to_owned(), Encoding::Utf16Be));
        let marked = [&[0xff, 0xfe], le.as_slice()].concat();
        assert_eq!(decode(&marked, None), (list.to_owned(), Encoding::Utf16Le));
    }

    #[test]
    fn kazakh_letters_of_kz1048_come_only_by_choice() {
        // «Қалиева Әлия;Үсенұлы»
        let bytes = b"\x8d\xe0\xeb\xe8\xe5\xe2\xe0 \xa3\xeb\xe8\xff;\xaf\xf1\xe5\xed\xa2\xeb\xfb";
        let (chosen, _) = decode(bytes, Some(Encoding::Kz1048));
        assert_eq!(chosen, "Қалиева Әлия;Үсенұлы");
        let (guessed, encoding) = decode(bytes, None);
        assert_eq!(encoding, Encoding::Windows1251);
        assert!(may_be_kz1048(&guessed));
        assert!(!may_be_kz1048(LIST));
    }

    #[test]
    fn utf8_with_one_broken_letter_stays_utf8() {
        let mut bytes = LIST.repeat(3).into_bytes();
        bytes.remove(1);
        assert_eq!(decode(&bytes, None).1, Encoding::Utf8);
    }
}
