//! One letter, as its reader would get it.

use super::{ListPath, ShowPath, persona};
use crate::deliveries::stop_path;
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::{Open, PageError, filters};
use actions::letters::Written;
use axum::response::Response;
use domain::Day;
use jiff::civil::DateTime;

#[derive(askama::Template)]
#[template(path = "letters/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    at: DateTime,
    facts: Vec<Fact>,
    letter: Written,
    /// The letter is to whoever looks, so its link leads on.
    mine: bool,
    /// Where the button of a mail program leads that stops such letters.
    stop: Option<String>,
}

impl Show {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn list_path(&self) -> ListPath {
        ListPath
    }
}

pub(super) async fn show(path: ShowPath, open: Open) -> Result<Response, PageError> {
    let letter = open.app.outbox.get(&path.id).ok_or(PageError::NotFound)?;
    let mine = persona(&open) == Some(&letter.person);
    let token = open.app.config.stops.as_deref().filter(|_| mine).and_then(|key| letter.stop_token(key));
    let fact = |key: &str, value: &str| Fact { name: open.text(key), value: value.to_owned() };
    open.show(&Show {
        shell: open.shell(),
        today: open.today(),
        at: open.local(letter.at),
        facts: vec![
            fact("letters-demo-to", &format!("{} <{}>", letter.name, letter.email)),
            fact("letters-demo-subject", &letter.subject),
        ],
        mine,
        stop: token.map(stop_path),
        letter,
    })
}
