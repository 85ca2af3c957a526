//! Notices in Telegram (feat:O4; essay:E21): one-way, for whoever asked for them with a code that is used once. A notice says
//! that there is news and where, and nothing else: the messenger is somebody else's, and abroad.

/// Minutes for which a code can be used.
pub const CODE_MINUTES: i64 = 30;
/// Minutes for which a notice belongs to the worker that took it.
pub const HELD_MINUTES: i64 = 5;
/// Minutes from a failed attempt to the next.
pub const AGAIN_MINUTES: i64 = 10;
/// Attempts after which a notice is given up: the letter has told everything.
pub const MOST_TRIES: i64 = 6;
/// Longest that the messenger is believed when it asks to wait, in seconds: a day.
const LONGEST_WAIT: i64 = 24 * 60 * 60;

/// The code in what somebody sent to the bot: the command with which a link opens it. Everything else is not answered.
pub fn code_of(text: &str) -> Option<&str> {
    let code = text.trim().strip_prefix("/start ")?.trim();
    let plain = !code.is_empty() && code.len() <= 64 && code.chars().all(|one| one.is_ascii_alphanumeric());
    plain.then_some(code)
}

/// For how many seconds nothing is sent to anybody, when the messenger asks for a pause of so many.
pub fn pause(retry_after: i64) -> i64 {
    retry_after.clamp(1, LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_command_with_a_code_is_read() {
        assert_eq!(code_of("/start 0aF9"), Some("0aF9"));
        assert_eq!(code_of(" /start  0af9 "), Some("0af9"));
        for other in ["", "/start", "/start ", "hello 0af9", "/stop 0af9", "/start a b", "/start ../x"] {
            assert_eq!(code_of(other), None, "{other}");
        }
        assert_eq!(code_of(&format!("/start {}", "a".repeat(65))), None);
    }

    #[test]
    fn a_pause_is_neither_nothing_nor_for_ever() {
        assert_eq!([-5, 0, 7, i64::MAX].map(pause), [1, 1, 7, LONGEST_WAIT]);
    }
}
