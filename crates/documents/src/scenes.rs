//! Minutes of a subject team's meeting with a modelled situation, doc:A11, for the signatures of chair and secretary. Of the
//! observers' sheets they hold words and means, never who wrote what.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde_json::json;

/// What a meeting decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// Until when.
    pub until: Date,
}

/// The minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Whose they are.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day of the meeting.
    pub date: Date,
    /// Their number in the school; none before the meeting is closed: they are a draft.
    pub number: Option<u32>,
    /// The subject team.
    pub team: String,
    /// Where.
    pub place: String,
    /// From when on.
    pub from: Time,
    /// The full name of the chair.
    pub chair: String,
    /// The full name of the secretary.
    pub secretary: String,
    /// Who was there.
    pub present: Vec<String>,
    /// Who was not.
    pub absent: Vec<String>,
    /// Who came from elsewhere.
    pub guests: Vec<String>,
    /// The title of the situation, in the language of the paper.
    pub title: String,
    /// What happened in it.
    pub happened: String,
    /// Minutes of the play, of the sheets, of the talk.
    pub timing: [u16; 3],
    /// Who played the mentor.
    pub mentor: Vec<String>,
    /// Who played the newcomer.
    pub newcomer: Vec<String>,
    /// Who observed.
    pub observers: Vec<String>,
    /// How it went and what the mentor did.
    pub course: String,
    /// What was said in the talk.
    pub notes: String,
    /// How many sheets there are.
    pub sheets: usize,
    /// Criterion and mean, in words; nothing where the sheets are too few.
    pub marks: Vec<(String, String)>,
    /// What observers wrote, in no order of people; nothing where the sheets are too few.
    pub helped: Vec<String>,
    /// The decisions.
    pub decisions: Vec<Decision>,
    /// Votes for, against, withheld; all three 0 where nobody voted.
    pub votes: [u16; 3],
}

/// Prints the minutes. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(minutes: &Minutes, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let [play, sheets, talk] = minutes.timing.map(|part| part.to_string());
    let voted = minutes.votes.iter().any(|count| *count > 0);
    let own = json!({
        "number": minutes.number.map(|number| number.to_string()),
        "team": minutes.team,
        "place": minutes.place,
        "from": format!("{:02}:{:02}", minutes.from.hour(), minutes.from.minute()),
        "chair": minutes.chair,
        "secretary": minutes.secretary,
        "present": minutes.present,
        "absent": minutes.absent,
        "guests": minutes.guests,
        "title": minutes.title,
        "happened": minutes.happened,
        "play": play,
        "sheet": sheets,
        "talk": talk,
        "mentor": minutes.mentor,
        "newcomer": minutes.newcomer,
        "observers": minutes.observers,
        "course": minutes.course,
        "notes": minutes.notes,
        "sheets": minutes.sheets.to_string(),
        "marks": minutes.marks.iter().map(|(name, mean)| json!({ "name": name, "mean": mean })).collect::<Vec<_>>(),
        "helped": minutes.helped,
        "decisions": minutes.decisions.iter().map(|one| json!({
            "text": one.text,
            "owner": one.owner,
            "until": day(lang, one.until),
        })).collect::<Vec<_>>(),
        "votes": voted.then(|| minutes.votes.map(|count| count.to_string())),
    });
    let paper = heading(&minutes.school, minutes.school_year, minutes.date, lang);
    print(Form::Minutes, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
