//! The elements of a quiz, one question at a time, within bounds.

use super::super::Why;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// How deep elements of a question may stand in each other; Moodle needs five.
pub(super) const MOST_DEPTH: usize = 12;
/// Elements of a question with as many choices as are read.
pub(super) const MOST_ELEMENTS: usize = 10_000;
/// Attributes of an element that are looked at; Moodle writes four.
const MOST_ATTRIBUTES: usize = 16;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    /// Its own text, without that of its elements.
    pub(super) text: String,
    pub(super) children: Vec<Element>,
    /// The byte of the file with which it begins.
    pub(super) at: usize,
}

impl Element {
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// True where neither it nor anything in it has a text.
    pub(super) fn says_nothing(&self) -> bool {
        self.text.trim().is_empty() && self.children.iter().all(Self::says_nothing)
    }
}

/// What follows in a quiz.
pub(super) enum Next {
    /// An element of the quiz.
    Element(Element),
    /// One that has more in it than is read.
    Unbuilt {
        /// What was built of it.
        element: Element,
        /// Where it became too much.
        at: usize,
        /// What it is.
        why: Why,
    },
}

/// Why the file is not read to its end.
pub(super) enum Broken {
    NotXml { at: usize, why: String },
    OwnDefinitions { at: usize },
    NotAQuiz { root: String },
}

/// Where the reader stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Before,
    Within,
    After,
}

/// Reads a quiz element by element.
pub(super) struct Elements<'a> {
    reader: Reader<&'a [u8]>,
    stand: Stand,
}

/// An element that is being built: the open ones, outermost first, and what became too much.
#[derive(Default)]
struct Building {
    open: Vec<Element>,
    count: usize,
    beyond: usize,
    fault: Option<(usize, Why)>,
}

impl<'a> Elements<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, stand: Stand::Before }
    }

    fn at(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn event(&mut self) -> Result<(usize, Event<'a>), Broken> {
        let at = self.at();
        match self.reader.read_event() {
            Ok(Event::DocType(_)) => Err(Broken::OwnDefinitions { at }),
            Ok(event) => Ok((at, event)),
            Err(error) => {
                let at = usize::try_from(self.reader.error_position()).unwrap_or(at);
                Err(not_xml(at, &error))
            }
        }
    }

    /// The next element of the quiz; nothing at its end.
    pub(super) fn next(&mut self) -> Result<Option<Next>, Broken> {
        loop {
            let (at, event) = self.event()?;
            match (event, self.stand) {
                (Event::Start(tag), Stand::Before) => {
                    if tag.name().into_inner() != "quiz" {
                        return Err(Broken::NotAQuiz { root: tag.name().into_inner().to_owned() });
                    }
                    self.stand = Stand::Within;
                }
                (Event::Start(tag), Stand::Within) => return self.build(at, &tag).map(Some),
                (Event::End(_), Stand::Within) => self.stand = Stand::After,
                (Event::Eof, Stand::After) => return Ok(None),
                (Event::Eof, _) => return Err(not_xml(at, "it is cut off")),
                (Event::Text(text), _) if text.trim().is_empty() => {}
                (Event::Text(_) | Event::CData(_) | Event::GeneralRef(_), Stand::Within) => {
                    let element =
                        Element { name: "#text".to_owned(), text: "#".to_owned(), at, ..Element::default() };
                    return Ok(Some(Next::Element(element)));
                }
                (Event::Comment(_) | Event::PI(_) | Event::Decl(_), _) => {}
                _ => return Err(not_xml(at, "a text or an element where none can be")),
            }
        }
    }

    fn build(&mut self, at: usize, tag: &BytesStart<'_>) -> Result<Next, Broken> {
        let mut building = Building::default();
        building.start(at, tag)?;
        loop {
            let (at, event) = self.event()?;
            match event {
                Event::Start(tag) => building.start(at, &tag)?,
                Event::Text(text) => building.say(&text.xml10_content()),
                Event::CData(text) => building.say(&text.xml10_content()),
                Event::GeneralRef(entity) => building.say(letter(at, &entity)?.encode_utf8(&mut [0; 4])),
                Event::Eof => return Err(not_xml(at, "it is cut off")),
                Event::End(_) => {
                    if let Some(element) = building.end() {
                        return Ok(match building.fault {
                            None => Next::Element(element),
                            Some((at, why)) => Next::Unbuilt { element, at, why },
                        });
                    }
                }
                _ => {}
            }
        }
    }
}

impl Building {
    fn start(&mut self, at: usize, tag: &BytesStart<'_>) -> Result<(), Broken> {
        self.count += 1;
        let why = match () {
            () if self.open.len() == MOST_DEPTH => Some(Why::TooDeep),
            () if self.count > MOST_ELEMENTS => Some(Why::TooMany),
            () => None,
        };
        if self.beyond > 0 || why.is_some() {
            self.beyond += 1;
            self.fault = self.fault.take().or(why.map(|why| (at, why)));
            return Ok(());
        }
        let mut attributes = tag.attributes();
        let attributes = attributes.with_checks(false).take(MOST_ATTRIBUTES).map(|attribute| {
            let attribute = attribute.map_err(|error| not_xml(at, &error))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| not_xml(at, &error))?.into_owned();
            Ok((attribute.key.into_inner().to_owned(), value))
        });
        let attributes = attributes.collect::<Result<_, Broken>>()?;
        let name = tag.name().into_inner().to_owned();
        self.open.push(Element { name, attributes, at, ..Element::default() });
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if self.beyond == 0
            && let Some(open) = self.open.last_mut()
        {
            open.text.push_str(text);
        }
    }

    /// Closes the innermost element; gives the outermost one when that is closed.
    fn end(&mut self) -> Option<Element> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return None;
        }
        let closed = self.open.pop()?;
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(closed);
                None
            }
            None => Some(closed),
        }
    }
}

fn not_xml(at: usize, why: &(impl ToString + ?Sized)) -> Broken {
    Broken::NotXml { at, why: why.to_string() }
}

/// What a reference stands for; there are five names, and numbers.
fn letter(at: usize, entity: &BytesRef<'_>) -> Result<char, Broken> {
    match &**entity {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => match entity.resolve_char_ref() {
            Ok(Some(letter)) => Ok(letter),
            Ok(None) => Err(not_xml(at, "an entity that XML does not have")),
            Err(error) => Err(not_xml(at, &error)),
        },
    }
}
