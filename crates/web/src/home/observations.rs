//! Tasks of observed lessons, for everybody at home: a lesson to answer, a sheet to write, one to read, the next lesson.

use super::tasks::{Task, When};
use crate::observations::own::{OwnLessons, href, sheet_href};
use crate::said::Said;
use domain::observations::Observation;

/// The tasks of the reader's observations. No sheet is ever late: whoever watched has not forgotten it, and nobody
/// counts the days.
pub(super) fn tasks(own: &OwnLessons) -> Vec<Task> {
    let task = |key: &str, one: &Observation, when, href: String, act| {
        let said = |key: String| {
            Said::new(key).with("name", own.other(one)).day(one.day).with("time", i18n::time(one.at))
        };
        let (title, text) = (said(key.to_owned()), said(format!("{key}-text")));
        Task { when, title, text, href, act }
    };
    let answer = |one: &Observation| {
        let until = When::Until(one.day);
        task("observations-home-answer", one, until, href(one), "observations-act-answer")
    };
    let write = |one: &Observation| {
        task("observations-home-write", one, When::Minute, sheet_href(one), "observations-act-write")
    };
    let read = |one: &Observation| {
        task("observations-home-read", one, When::Minute, href(one), "observations-act-read")
    };
    let next = |one: &Observation| {
        task("observations-home-next", one, When::On(one.day), href(one), "observations-act-open")
    };
    let mut tasks: Vec<Task> = own.waiting().map(answer).collect();
    tasks.extend(own.to_write().map(write));
    tasks.extend(own.to_read().map(read));
    tasks.extend(own.ahead().next().map(next));
    tasks
}
