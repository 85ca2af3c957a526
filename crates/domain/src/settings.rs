//! Settings with defaults: numbers of the law and of practice are data, not constants (rules §18).

use crate::people::Category;
use serde::{Deserialize, Serialize};

/// Settings of a programme. A missing value in stored data takes its default, so that a new setting does not
/// break an old programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `pair.days_to_order`: working days from hiring to the order (Law 293-VI Art. 13; confirmed).
    pub days_to_order: u16,
    /// `choice.window_max`: longest selection, in months (essay:E14).
    pub choice_window_months: u8,
    /// `mentor.min_category`: lowest category of a mentor (Order 160; to verify).
    pub mentor_min_category: Category,
    /// `mentor.max_mentees`: most newcomers for one mentor (practice 1–2; to verify).
    pub max_mentees: u8,
    /// Most requests open at once for one newcomer (feat:C10).
    pub open_requests: u8,
    /// Fewest characters of a request (feat:C9).
    pub request_min_chars: u16,
    /// Days in which a mentor answers (feat:C14).
    pub answer_days: u16,
    /// Longest list in a sealed ranking (doc:A3).
    pub ranked_choices: u8,
    /// `pay.pct_bdo`: supplement in percent of the basic salary (confirmed; per mentor or newcomer to verify).
    pub pay_percent: u16,
    /// Days from the order to the first meeting.
    pub first_meeting_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            days_to_order: 5,
            choice_window_months: 2,
            mentor_min_category: Category::Expert,
            max_mentees: 2,
            open_requests: 3,
            request_min_chars: 20,
            answer_days: 14,
            ranked_choices: 3,
            pay_percent: 100,
            first_meeting_days: 14,
        }
    }
}
