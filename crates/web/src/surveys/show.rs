//! What a closed wave tells of groups that are large enough, with what stood there the wave before; where a figure is
//! not shown, why not. A change is called a change, never an effect.

use super::{ListPath, PaperPath, ShowPath, TablePath, wave_text};
use crate::layout::Shell;
use crate::layout::parts::Handouts;
use crate::said::Said;
use crate::{Page, PageError, filters, handouts};
use actions::scales::{HIDDEN, middle, range, share_words};
use actions::surveys::{Before, Outcome, Share, SideResult, Told, list, results};
use axum::response::Response;
use domain::Day;
use domain::sides::Side;
use domain::surveys::{Item, Motive};

/// One line of the form in figures.
struct Line {
    text: String,
    middle: String,
    range: String,
    share: String,
    change: String,
}

/// A question that is counted.
struct Counted {
    text: String,
    share: String,
}

/// One side that is large enough.
struct Shown {
    n: u32,
    lines: Vec<Line>,
    counted: Vec<Counted>,
}

impl Shown {
    /// Something stands there of the wave before.
    fn has_before(&self) -> bool {
        self.lines.iter().any(|line| !line.change.is_empty())
    }
    /// Of some line the share is shown.
    fn has_share(&self) -> bool {
        self.lines.iter().any(|line| line.share != HIDDEN)
    }
    /// Of some question the share is shown.
    fn has_counted(&self) -> bool {
        self.counted.iter().any(|one| one.share != HIDDEN)
    }
}

/// One side.
struct Part {
    id: &'static str,
    title: String,
    /// `None` where too few have answered.
    shown: Option<Shown>,
}

#[derive(askama::Template)]
#[template(path = "surveys/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    wave: String,
    parts: Vec<Part>,
    least: u16,
    back: ListPath,
    handouts: Handouts,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let all = results(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    let found = all.into_iter().find(|one| one.survey.id == path.id);
    let Outcome { survey, sides } = found.ok_or(PageError::NotFound)?;
    let least = programme.settings.min_cell;
    page.show(&Show {
        shell: page.shell(),
        today: page.today(),
        wave: wave_text(&page, survey.wave),
        parts: sides.iter().map(|(side, result)| part(&page, *side, result, least)).collect(),
        least,
        back: ListPath,
        handouts: Handouts::at(&path),
    })
}

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let (programme, lang) = (page.programme().await?, handouts::lang(&path.lang)?);
    handouts::paper(&page, list(&page.context(), &programme, &path.id, lang).await?, "survey").await
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let list = list(&page.context(), &programme, &path.id, page.lang()).await?;
    handouts::table(&page, list, &path.form, "survey")
}

fn part(page: &Page, side: Side, result: &SideResult, least: u16) -> Part {
    let shown = match result {
        SideResult::Hidden => None,
        SideResult::Shown { n, lines, again, motives } => {
            let again = again.iter().map(|share| Counted {
                text: page.text(&format!("surveys-again-{}", side.word())),
                share: share_words(page.lang(), *share),
            });
            let motive = |(motive, share): &(Motive, Share)| Counted {
                text: page.text(&format!("surveys-motive-{}-{}", side.word(), motive.word())),
                share: share_words(page.lang(), *share),
            };
            Some(Shown {
                n: *n,
                lines: lines
                    .iter()
                    .map(|(item, told, before)| line(page, *item, told, before.as_ref(), least))
                    .collect(),
                counted: again.chain(motives.iter().map(motive)).collect(),
            })
        }
    };
    Part { id: side.word(), title: page.text(&format!("surveys-side-{}", side.word())), shown }
}

fn line(page: &Page, item: Item, told: &Told, before: Option<&Before>, least: u16) -> Line {
    let lang = page.lang();
    let text = page.text(&format!("surveys-item-{}", item.word()));
    let Told::Shown(now) = told else {
        let hidden = Said::new("scales-few").with("least", least).words(lang);
        return Line {
            text,
            middle: hidden,
            range: String::new(),
            share: String::new(),
            change: String::new(),
        };
    };
    let change = before.map(|before| {
        let was = middle(lang, &before.summary);
        let said = Said::new("surveys-was").with("wave", wave_text(page, before.wave)).with("was", was);
        said.words(lang)
    });
    Line {
        text,
        middle: middle(lang, now),
        range: range(now),
        share: share_words(lang, now.share),
        change: change.unwrap_or_default(),
    }
}
