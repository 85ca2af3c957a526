//! The typesetter: Typst over forms and fonts that are inside the binary.

use crate::papers::PrintError;
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;
use std::{path::PathBuf, sync::LazyLock};
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// A form in `templates/`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    /// Order assigning mentors, doc:A1.
    Order,
    /// Consent of a mentor or a novice, doc:A2.
    Consent,
    /// Work plan of a mentor, development plan of a novice, doc:A4, A5.
    Plan,
    /// Report that is signed in a chain, doc:A12, A13, A21.
    Report,
    /// Sheet of an observed lesson, doc:A9, A10.
    Observation,
    /// Letter of thanks at the end of a pair, feat:E6.
    Thanks,
    /// What somebody takes along to another school, feat:A6.
    Package,
    /// Register of mentors or of novices, doc:A19.
    Register,
    /// Regulation and road map of the programme, doc:A20.
    Regulation,
    /// Application for another mentor, or to hand over, doc:A15.
    Application,
    /// Sheet of one-time sign-in codes, feat:A7.
    Slips,
}

impl Form {
    const fn file(self) -> &'static str {
        match self {
            Self::Order => "order.typ",
            Self::Consent => "consent.typ",
            Self::Plan => "plan.typ",
            Self::Report => "report.typ",
            Self::Observation => "observation.typ",
            Self::Thanks => "thanks.typ",
            Self::Package => "package.typ",
            Self::Register => "register.typ",
            Self::Regulation => "regulation.typ",
            Self::Application => "application.typ",
            Self::Slips => "slips.typ",
        }
    }
}

const FORMS: [(&str, &str); 12] = [
    ("paper.typ", include_str!("../templates/paper.typ")),
    ("order.typ", include_str!("../templates/order.typ")),
    ("consent.typ", include_str!("../templates/consent.typ")),
    ("plan.typ", include_str!("../templates/plan.typ")),
    ("report.typ", include_str!("../templates/report.typ")),
    ("observation.typ", include_str!("../templates/observation.typ")),
    ("thanks.typ", include_str!("../templates/thanks.typ")),
    ("package.typ", include_str!("../templates/package.typ")),
    ("register.typ", include_str!("../templates/register.typ")),
    ("regulation.typ", include_str!("../templates/regulation.typ")),
    ("application.typ", include_str!("../templates/application.typ")),
    ("slips.typ", include_str!("../templates/slips.typ")),
];

/// Where a form finds its data.
const FACTS: &str = "facts.json";

const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/Tinos-Regular.ttf"),
    include_bytes!("../fonts/Tinos-Bold.ttf"),
    include_bytes!("../fonts/Cousine-Bold.ttf"),
    include_bytes!("../fonts/Boxes.ttf"),
];

/// What is the same for every paper; made once.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    Desk {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// One paper on the desk: the whole world that Typst sees.
struct Job {
    main: FileId,
    facts: Bytes,
    made_at: Datetime,
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &DESK.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &DESK.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = id.get().vpath().get_without_slash();
        FORMS
            .iter()
            .find(|(file, _)| *file == name)
            .map(|(_, text)| Source::new(id, (*text).to_owned()))
            .ok_or_else(|| FileError::NotFound(PathBuf::from(name)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.get().vpath().get_without_slash() {
            FACTS => Ok(self.facts.clone()),
            name => Err(FileError::NotFound(PathBuf::from(name))),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        DESK.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        Some(self.made_at)
    }
}

/// Lays a form out with these facts and writes it as PDF/A-2b that is also PDF/UA-1.
pub(crate) fn print(form: Form, facts: Value, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let printed = lay_out(form, facts, made_at).and_then(|(document, made_at)| {
        let options = PdfOptions {
            creator: Smart::Custom(Some("Tälimger".to_owned())),
            timestamp: Some(typst_pdf::Timestamp::new_utc(made_at)),
            standards: PdfStandards::new(&[PdfStandard::A_2b, PdfStandard::Ua_1])
                .map_err(|refused| PrintError::Standard(refused.message().to_string()))?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| PrintError::Standard(messages(&errors)))
    });
    // The cache would keep names of people in memory after their paper is out.
    typst::comemo::evict(0);
    printed
}

/// The pages, and the moment of printing as Typst writes it.
fn lay_out(
    form: Form,
    mut facts: Value,
    made_at: Timestamp,
) -> Result<(PagedDocument, Datetime), PrintError> {
    make_printable(&mut facts);
    let made_at = moment(made_at)?;
    let path = VirtualPath::new(form.file()).map_err(|error| PrintError::Form(error.to_string()))?;
    let job = Job {
        main: RootedPath::new(VirtualRoot::Project, path).intern(),
        facts: Bytes::from_string(facts.to_string()),
        made_at,
    };
    typst::compile::<PagedDocument>(&job)
        .output
        .map(|document| (document, made_at))
        .map_err(|errors| PrintError::Form(messages(&errors)))
}

fn moment(at: Timestamp) -> Result<Datetime, PrintError> {
    let at = TimeZone::UTC.to_datetime(at);
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    )
    .ok_or_else(|| PrintError::Form("the moment of printing is no date".to_owned()))
}

fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

fn make_printable(facts: &mut Value) {
    match facts {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text as it goes on paper: breaks become spaces, and characters that leave no mark are left
/// out. PDF/A forbids some of them, others turn the letters around them the other way; on a signed
/// paper nothing may stand that the eye cannot see.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}' => None,
            c if c.is_control() || is_noncharacter(c) => None,
            c => Some(c),
        })
        .collect()
}

/// Code points that Unicode promises never to give to a character.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}
