//! The typesetter: Typst over forms and fonts that are inside the binary.

use crate::laws::missing;
use crate::papers::PrintError;
use crate::templates::{Trouble, Why};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;
use std::{path::PathBuf, sync::LazyLock};
use typst::{
    Library, LibraryExt, World, WorldExt,
    diag::{FileError, FileResult, PackageError, SourceDiagnostic},
    foundations::{Binding, Bytes, Datetime, Duration, Module, Scope, Smart},
    syntax::{FileId, RootedPath, Source, Span, VirtualPath, VirtualRoot, package::PackageSpec},
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
    /// Report that is signed in a chain, doc:A12, A13, A21, B15.
    Report,
    /// Sheet of an observed lesson, doc:A9, A10.
    Observation,
    /// Letter of thanks at the end of a pair, feat:E6.
    Thanks,
    /// Certificate of a mentor, doc:A18.
    Certificate,
    /// Certificate of hours and letter of thanks of a pupil who helps, doc:B13.
    Volunteering,
    /// What is agreed to by pen, part by part: consent about a pupil, agreement of a pair of pupils; doc:B3, B5.
    Agreement,
    /// Protocol, order and nomination of an award to pupils, doc:B14.
    Award,
    /// What somebody takes along to another school, feat:A6.
    Package,
    /// Order by which the pupil programme is held, doc:B1.
    PupilOrder,
    /// List of a day: registers, the log of a pair, checklists; doc:A6, A7, A8, A19.
    List,
    /// Regulation and road map of the programme, doc:A20.
    Regulation,
    /// Minutes of a meeting with a modelled situation, doc:A11.
    Minutes,
    /// Report of a camp of young specialists, doc:A22.
    Camp,
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
            Self::Certificate => "certificate.typ",
            Self::Volunteering => "volunteering.typ",
            Self::Agreement => "agreement.typ",
            Self::Award => "award.typ",
            Self::Package => "package.typ",
            Self::PupilOrder => "pupil-order.typ",
            Self::List => "list.typ",
            Self::Regulation => "regulation.typ",
            Self::Minutes => "minutes.typ",
            Self::Camp => "camp.typ",
            Self::Application => "application.typ",
            Self::Slips => "slips.typ",
        }
    }
}

const FORMS: [(&str, &str); 32] = [
    ("paper.typ", include_str!("../templates/paper.typ")),
    ("chain.typ", include_str!("../templates/chain.typ")),
    ("order.typ", include_str!("../templates/order.typ")),
    ("order-parts.typ", include_str!("../templates/order-parts.typ")),
    (Shape::Order.body(), Shape::Order.usual()),
    ("consent.typ", include_str!("../templates/consent.typ")),
    ("plan.typ", include_str!("../templates/plan.typ")),
    ("plan-parts.typ", include_str!("../templates/plan-parts.typ")),
    (Shape::Plan.body(), Shape::Plan.usual()),
    ("report.typ", include_str!("../templates/report.typ")),
    ("parts.typ", include_str!("../templates/parts.typ")),
    (Shape::Report.body(), Shape::Report.usual()),
    ("observation.typ", include_str!("../templates/observation.typ")),
    ("sheet-parts.typ", include_str!("../templates/sheet-parts.typ")),
    (Shape::Sheet.body(), Shape::Sheet.usual()),
    ("thanks.typ", include_str!("../templates/thanks.typ")),
    ("thanks-parts.typ", include_str!("../templates/thanks-parts.typ")),
    (Shape::Closing.body(), Shape::Closing.usual()),
    ("certificate.typ", include_str!("../templates/certificate.typ")),
    ("certificate-parts.typ", include_str!("../templates/certificate-parts.typ")),
    (Shape::Certificate.body(), Shape::Certificate.usual()),
    ("volunteering.typ", include_str!("../templates/volunteering.typ")),
    ("agreement.typ", include_str!("../templates/agreement.typ")),
    ("award.typ", include_str!("../templates/award.typ")),
    ("package.typ", include_str!("../templates/package.typ")),
    ("pupil-order.typ", include_str!("../templates/pupil-order.typ")),
    ("list.typ", include_str!("../templates/list.typ")),
    ("regulation.typ", include_str!("../templates/regulation.typ")),
    ("minutes.typ", include_str!("../templates/minutes.typ")),
    ("camp.typ", include_str!("../templates/camp.typ")),
    ("application.typ", include_str!("../templates/application.typ")),
    ("slips.typ", include_str!("../templates/slips.typ")),
];

/// A form whose body may be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A report.
    Report,
    /// The sheet of a lesson.
    Sheet,
    /// A work plan or a development plan.
    Plan,
    /// The letter that is made of closing words.
    Closing,
    /// An order.
    Order,
    /// The certificate of a mentor.
    Certificate,
}

/// Of what a form is made whose body may be edited.
struct Made {
    form: Form,
    /// The word under which the process is handed it.
    word: &'static str,
    /// The file in whose place the edited body stands.
    body: &'static str,
    /// The body that comes with the program.
    usual: &'static str,
    /// All that an edited body may name beside itself.
    beside: &'static [&'static str],
}

impl Shape {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Report, Self::Sheet, Self::Plan, Self::Closing, Self::Order, Self::Certificate];

    /// The one place in which a form with an edited body is told of.
    const fn made(self) -> Made {
        match self {
            Self::Report => Made {
                form: Form::Report,
                word: "report",
                body: "body.typ",
                usual: include_str!("../templates/body.typ"),
                beside: &["report.typ", "paper.typ", "parts.typ", "chain.typ"],
            },
            Self::Sheet => Made {
                form: Form::Observation,
                word: "sheet",
                body: "sheet-body.typ",
                usual: include_str!("../templates/sheet-body.typ"),
                beside: &["observation.typ", "paper.typ", "sheet-parts.typ"],
            },
            Self::Plan => Made {
                form: Form::Plan,
                word: "plan",
                body: "plan-body.typ",
                usual: include_str!("../templates/plan-body.typ"),
                beside: &["plan.typ", "paper.typ", "plan-parts.typ", "chain.typ"],
            },
            Self::Closing => Made {
                form: Form::Thanks,
                word: "closing",
                body: "thanks-body.typ",
                usual: include_str!("../templates/thanks-body.typ"),
                beside: &["thanks.typ", "paper.typ", "thanks-parts.typ"],
            },
            Self::Order => Made {
                form: Form::Order,
                word: "order",
                body: "order-body.typ",
                usual: include_str!("../templates/order-body.typ"),
                beside: &["order.typ", "paper.typ", "order-parts.typ"],
            },
            Self::Certificate => Made {
                form: Form::Certificate,
                word: "certificate",
                body: "certificate-body.typ",
                usual: include_str!("../templates/certificate-body.typ"),
                beside: &["certificate.typ", "paper.typ", "certificate-parts.typ"],
            },
        }
    }

    /// The word under which the process is handed it.
    pub const fn word(self) -> &'static str {
        self.made().word
    }

    /// The body that comes with the program.
    pub const fn usual(self) -> &'static str {
        self.made().usual
    }

    pub(crate) const fn form(self) -> Form {
        self.made().form
    }

    /// The file in whose place the edited body stands.
    const fn body(self) -> &'static str {
        self.made().body
    }

    /// All that an edited body may name beside itself: it sees its own data and nothing else.
    const fn beside(self) -> &'static [&'static str] {
        self.made().beside
    }
}

/// What no form needs and no edited body may have: a plugin brings machine code along.
const TAKEN_OUT: &str = "plugin";

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
    Desk { library: LazyHash::new(library()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// The language of forms without [`TAKEN_OUT`].
fn library() -> Library {
    let mut library = Library::default();
    let mut scope = Scope::new();
    for (name, binding) in library.global.scope().iter().filter(|(name, _)| *name != TAKEN_OUT) {
        scope.bind(name.clone(), binding.clone());
    }
    library.global = Module::new("global", scope);
    library.std = Binding::detached(library.global.clone());
    library
}

/// One paper on the desk: the whole world that Typst sees.
struct Job {
    main: FileId,
    /// The edited body, in the place of the usual one.
    body: Option<(Shape, String)>,
    facts: Bytes,
    made_at: Datetime,
}

impl Job {
    /// The text of a form by its name.
    fn text(&self, name: &str) -> Option<&str> {
        match &self.body {
            Some((shape, body)) if name == shape.body() => return Some(body),
            Some((shape, _)) if !shape.beside().contains(&name) => return None,
            _ => {}
        }
        FORMS.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)
    }

    /// The line of the edited body in which something stands, from 1.
    fn line(&self, id: Option<FileId>, range: Option<std::ops::Range<usize>>) -> Option<usize> {
        let (shape, _) = self.body.as_ref()?;
        let id = id.filter(|id| id.get().vpath().get_without_slash() == shape.body())?;
        let source = self.source(id).ok()?;
        source.lines().byte_to_line(range?.start).map(|line| line + 1)
    }

    /// What is wrong, with the line of the body that leads there.
    fn trouble(&self, error: &SourceDiagnostic) -> Trouble {
        let called = error.trace.iter().map(|point| point.span);
        let own = self.line(error.span.id(), self.range(error.span));
        let line =
            own.or_else(|| called.into_iter().find_map(|span: Span| self.line(span.id(), self.range(span))));
        Trouble { line, why: Why::of(&error.message) }
    }
}

/// The name of a file of the project; a file of a package is not there.
fn name_of(id: FileId) -> Result<&'static str, FileError> {
    match id.get().root() {
        VirtualRoot::Project => Ok(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(package) => Err(no_package(package)),
    }
}

fn no_package(package: &PackageSpec) -> FileError {
    FileError::Package(PackageError::NotFound(package.clone()))
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
        let name = name_of(id)?;
        let text = self.text(name).ok_or_else(|| FileError::NotFound(PathBuf::from(name)))?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match name_of(id)? {
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
    match printed(form, None, facts, made_at) {
        Ok(pdf) => Ok(pdf),
        Err(Failure::Before(error)) => Err(error),
        Err(Failure::Form(troubles)) => Err(PrintError::Form(messages(&troubles))),
        Err(Failure::Standard(troubles)) => Err(PrintError::Standard(messages(&troubles))),
    }
}

/// The same with an edited body; gives what is wrong with it, and what the law asks for and nobody finds on the paper.
pub(crate) fn print_edited(
    shape: Shape,
    body: String,
    facts: Value,
    made_at: Timestamp,
) -> Result<Vec<u8>, Vec<Trouble>> {
    printed(shape.form(), Some((shape, body)), facts, made_at).map_err(|failure| match failure {
        Failure::Form(troubles) | Failure::Standard(troubles) => troubles,
        Failure::Before(error) => vec![Trouble { line: None, why: Why::Typst(error.to_string()) }],
    })
}

/// Where printing has stopped.
enum Failure {
    Before(PrintError),
    Form(Vec<Trouble>),
    Standard(Vec<Trouble>),
}

fn printed(
    form: Form,
    body: Option<(Shape, String)>,
    mut facts: Value,
    made_at: Timestamp,
) -> Result<Vec<u8>, Failure> {
    make_printable(&mut facts);
    let made_at = moment(made_at).map_err(Failure::Before)?;
    let path = VirtualPath::new(form.file())
        .map_err(|error| Failure::Before(PrintError::Form(error.to_string())))?;
    let main = RootedPath::new(VirtualRoot::Project, path).intern();
    let job = Job { main, body, facts: Bytes::from_string(facts.to_string()), made_at };
    let troubles = |errors: &[SourceDiagnostic]| errors.iter().map(|error| job.trouble(error)).collect();
    let laid_out = typst::compile::<PagedDocument>(&job).output;
    let written = laid_out.map_err(|errors| Failure::Form(troubles(&errors))).and_then(|document| {
        if let Some((shape, _)) = &job.body
            && let Some(words) = missing(*shape, &facts, &document)
        {
            return Err(Failure::Form(vec![Trouble { line: None, why: Why::Missing(words) }]));
        }
        let options = options(made_at).map_err(Failure::Before)?;
        typst_pdf::pdf(&document, &options).map_err(|errors| Failure::Standard(troubles(&errors)))
    });
    // The cache would keep names of people in memory after their paper is out.
    typst::comemo::evict(0);
    written
}

fn options(made_at: Datetime) -> Result<PdfOptions, PrintError> {
    Ok(PdfOptions {
        creator: Smart::Custom(Some("Tälimger".to_owned())),
        timestamp: Some(typst_pdf::Timestamp::new_utc(made_at)),
        standards: PdfStandards::new(&[PdfStandard::A_2b, PdfStandard::Ua_1])
            .map_err(|refused| PrintError::Standard(refused.message().to_string()))?,
        ..PdfOptions::default()
    })
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

fn messages(troubles: &[Trouble]) -> String {
    troubles.iter().map(|trouble| trouble.why.to_string()).collect::<Vec<_>>().join("; ")
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
