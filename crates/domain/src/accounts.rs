//! Accounts: passwords, logins, one-time codes on printed slips, sessions (feat:A7).

use crate::people::Name;

/// Settings of sign-in: data with defaults (rules §18).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Fewest characters of a password.
    pub password_min_chars: usize,
    /// Most characters of a password: enough for any phrase, too few to keep the server busy.
    pub password_max_chars: usize,
    /// Days for which a slip is valid.
    pub code_days: i64,
    /// Days for which a session lasts.
    pub session_days: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { password_min_chars: 10, password_max_chars: 200, code_days: 14, session_days: 30 }
    }
}

/// Why a new password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRefused {
    /// Fewer characters than this.
    TooShort(usize),
    /// More characters than this.
    TooLong(usize),
    /// Holds the login or a part of the name.
    AboutYou,
    /// Among the passwords that are tried first, or one character again and again.
    Common,
}

/// What is tried first against every account: the commonest long passwords here and elsewhere, also typed on
/// the Russian keyboard layout. Short ones fall to the length alone.
const COMMON: [&str; 24] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "12345678910",
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "q1w2e3r4t5",
    "qwertyuiop",
    "qwerty12345",
    "qwerty123456",
    "qwerty1234567890",
    "йцукенгшщз",
    "йцукен12345",
    "asdfghjkl;",
    "password12",
    "password123",
    "password1234",
    "пароль12345",
    "құпиясөз123",
    "kazakhstan",
    "казахстан1",
    "қазақстан1",
    "tälimger123",
];

/// May this be somebody's password? Length counts, not the kinds of characters (NIST SP 800-63B §5.1.1.2).
pub fn check_password(
    password: &str,
    login: &str,
    name: &Name,
    settings: &Settings,
) -> Result<(), PasswordRefused> {
    let count = password.chars().count();
    if count < settings.password_min_chars {
        return Err(PasswordRefused::TooShort(settings.password_min_chars));
    }
    if count > settings.password_max_chars {
        return Err(PasswordRefused::TooLong(settings.password_max_chars));
    }
    let lower = password.to_lowercase();
    let mut about = vec![login.split('@').next().unwrap_or_default().to_lowercase()];
    let parts = [Some(&name.family), Some(&name.given), name.patronymic.as_ref()];
    about.extend(parts.into_iter().flatten().map(|part| part.to_lowercase()));
    // «Ли» is a family name and part of many words; four letters are a name.
    if about.iter().any(|part| part.chars().count() >= 4 && lower.contains(part.as_str())) {
        return Err(PasswordRefused::AboutYou);
    }
    let mut chars = lower.chars();
    let first = chars.next();
    if COMMON.contains(&lower.as_str()) || chars.all(|char| Some(char) == first) {
        return Err(PasswordRefused::Common);
    }
    Ok(())
}

/// A login as it is stored and compared: lower case, without spaces around it.
pub fn login(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// A short login for people without e-mail, from family name and the first letter of the given name, in
/// letters that every keyboard has: «Нұрланова Әлия» is `nurlanova.a`. `number` tells namesakes apart: 0 adds
/// nothing, 2 gives `nurlanova.a2`.
pub fn short_login(name: &Name, number: u32) -> String {
    let family = latin(&name.family);
    let given = latin(&name.given).chars().next();
    let mut login = if family.is_empty() { "user".to_owned() } else { family };
    login.extend(given.into_iter().flat_map(|letter| ['.', letter]));
    if number > 0 { format!("{login}{number}") } else { login }
}

/// Letters as they sound, in a–z; everything else is left out.
fn latin(text: &str) -> String {
    text.to_lowercase().chars().map(sound).collect()
}

fn sound(letter: char) -> &'static str {
    const LATIN: [&str; 26] = [
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
        "u", "v", "w", "x", "y", "z",
    ];
    match letter {
        'a'..='z' => LATIN[letter as usize - 'a' as usize],
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'й' => "i",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sch",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

/// Signs of a code: 32, so five bits each; none of 0 O, 1 I, which are read for each other on paper.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Signs of a code: twelve are 60 bits.
const CODE_SIGNS: usize = 12;
/// Signs between two hyphens.
const GROUP: usize = 4;

/// A one-time code as it is printed, `K7QM-2WXD-9HTR`, from random bytes.
pub fn code(random: [u8; 8]) -> String {
    let mut bits = u64::from_be_bytes(random);
    let mut printed = String::new();
    for number in 0..CODE_SIGNS {
        if number > 0 && number % GROUP == 0 {
            printed.push('-');
        }
        printed.push(char::from(SIGNS[(bits & 31) as usize]));
        bits >>= 5;
    }
    printed
}

/// A code as typed, back in its printed form; `None` where it cannot be one. Case, spaces and hyphens do not
/// matter, nor that the keyboard was left in Cyrillic, where a letter looks the same.
pub fn read_code(typed: &str) -> Option<String> {
    let signs: Vec<char> = typed
        .chars()
        .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '—' | '.'))
        .flat_map(char::to_uppercase)
        .map(same_look)
        .collect();
    let known = |sign: &char| u8::try_from(*sign).is_ok_and(|sign| SIGNS.contains(&sign));
    if signs.len() != CODE_SIGNS || !signs.iter().all(known) {
        return None;
    }
    let groups: Vec<String> = signs.chunks(GROUP).map(|group| group.iter().collect()).collect();
    Some(groups.join("-"))
}

fn same_look(letter: char) -> char {
    match letter {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alia() -> Name {
        Name {
            family: "Нұрланова".into(), given: "Әлия".into(), patronymic: Some("Серікқызы".into())
        }
    }

    fn check(password: &str) -> Result<(), PasswordRefused> {
        check_password(password, "nurlanova.a@mektep.kz", &alia(), &Settings::default())
    }

    #[test]
    fn a_long_phrase_of_any_letters_is_a_password() {
        assert_eq!(check("жаңбырлы күз кеші"), Ok(()));
        assert_eq!(check("correct horse battery"), Ok(()));
    }

    #[test]
    fn length_is_counted_in_letters_not_bytes() {
        assert_eq!(check("тоғызәріп"), Err(PasswordRefused::TooShort(10)));
        assert_eq!(check("онәріптен1"), Ok(()));
        assert_eq!(check(&"ұзын ".repeat(41)), Err(PasswordRefused::TooLong(200)));
    }

    #[test]
    fn name_and_login_are_guessed_first() {
        assert_eq!(check("Нұрланова2026"), Err(PasswordRefused::AboutYou));
        assert_eq!(check("менің әлия атым"), Err(PasswordRefused::AboutYou));
        assert_eq!(check("NURLANOVA.A-12"), Err(PasswordRefused::AboutYou));
    }

    #[test]
    fn a_name_of_two_letters_forbids_no_words() {
        let li = Name { family: "Ли".into(), given: "Вера".into(), patronymic: None };
        assert_eq!(check_password("лилии у реки", "li.v", &li, &Settings::default()), Ok(()));
    }

    #[test]
    fn common_passwords_are_refused_in_any_case() {
        for common in ["qwertyuiop", "QwertyUiop", "йцукенгшщз", "аааааааааааа"] {
            assert_eq!(check(common), Err(PasswordRefused::Common), "{common}");
        }
        let long = COMMON.iter().filter(|word| word.chars().count() < Settings::default().password_min_chars);
        assert_eq!(long.count(), 0, "shorter ones need no place in the list");
    }

    #[test]
    fn a_login_is_typed_on_any_keyboard() {
        assert_eq!(short_login(&alia(), 0), "nurlanova.a");
        assert_eq!(short_login(&alia(), 2), "nurlanova.a2");
        let other =
            Name { family: "Щербаков-Юн".into(), given: "Қайрат".into(), patronymic: None };
        assert_eq!(short_login(&other, 0), "scherbakovyun.q");
        let foreign = Name { family: "李".into(), given: String::new(), patronymic: None };
        assert_eq!(short_login(&foreign, 0), "user");
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let printed = code([0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]);
        assert_eq!(printed.len(), 14);
        let squeezed = printed.replace('-', " ").to_lowercase();
        assert_eq!(read_code(&squeezed), Some(printed.clone()));
        assert_eq!(read_code("кмех tpab 2345"), Some("KMEX-TPAB-2345".to_owned()));
        assert_eq!(read_code("KMEX-TPAB-234"), None);
        assert_eq!(read_code("KMEX-TPAB-2340"), None, "0 is never printed");
    }

    #[test]
    fn a_code_holds_sixty_bits() {
        assert_eq!(code([0; 8]), "AAAA-AAAA-AAAA");
        assert_eq!(code([0xff; 8]), "9999-9999-9999");
        // Each of the 60 lower bits changes the code.
        let codes: std::collections::BTreeSet<String> =
            (0..60).map(|bit| code((1_u64 << bit).to_be_bytes())).collect();
        assert_eq!(codes.len(), 60);
    }
}
