//! What the law asks to stand on a paper whose body somebody has edited: looked for on the sheets as they are laid out, where
//! an eye would see it. Of the forms that are edited the law asks for the order (Law 293-VI Art. 13, Order 160) and for the
//! work plan (Order 130, App. 9).

use crate::typesetting::Shape;
use serde_json::Value;
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Paint, Shape as Drawn};
use typst_layout::PagedDocument;

/// Letters smaller than this, in points, are not read by anybody.
const LEAST_SIZE: f64 = 6.0;
/// The lightest grey that counts as ink; 0 is black, 1 is white.
const LIGHTEST: f32 = 0.6;
/// The darkest grey on which ink is read.
const DARKEST_GROUND: f32 = 0.75;
/// A colour less solid than this is not seen; 1 hides what is under it.
const LEAST_SOLID: f32 = 0.8;
/// What reckoning to and fro may lose, in points.
const SLACK: f64 = 0.01;
/// A longer text may run on from page to page, so that it is looked for word by word.
const LONG: usize = 60;

/// What the law asks of a paper.
struct Law {
    /// The acts, and the verb of an order, as they stand there in each language.
    acts: [(&'static str, &'static [&'static str]); 3],
    /// Where the paper's own data hold what else must stand there.
    of_paper: &'static [&'static str],
    /// The same of each of its lines.
    of_line: &'static [&'static str],
}

const ORDER: Law = Law {
    acts: [
        ("kk", &["«Педагог мәртебесі туралы»", "13-бабына", "№ 160", "БҰЙЫРАМЫН"]),
        ("ru", &["статьи 13", "«О статусе педагога»", "№ 160", "ПРИКАЗЫВАЮ"]),
        ("en", &["Article 13", "On the status of a teacher", "No. 160", "I ORDER"]),
    ],
    of_paper: &[],
    of_line: &["/novice/name", "/mentor/name", "/from", "/to"],
};

/// An order that ends the work of pairs names their last day alone.
const ENDING: Law = Law { of_line: &["/novice/name", "/mentor/name", "/to"], ..ORDER };

const WORK_PLAN: Law = Law {
    acts: [
        ("kk", &["№ 130", "9-қосымша"]),
        ("ru", &["№ 130", "приложение 9"]),
        ("en", &["No. 130", "Annex 9"]),
    ],
    of_paper: &["/novice/name", "/mentor/name"],
    of_line: &["/area", "/text", "/result", "/due"],
};

impl Law {
    /// What is asked of a paper with these data; nothing of a form that is the school's choice.
    fn of(shape: Shape, own: &Value) -> Option<Self> {
        match shape {
            Shape::Order if own["kind"] == "ending" => Some(ENDING),
            Shape::Order => Some(ORDER),
            Shape::Plan if own["kind"] == "work" => Some(WORK_PLAN),
            Shape::Plan | Shape::Report | Shape::Sheet | Shape::Closing | Shape::Certificate => None,
        }
    }

    /// All words that must stand on the paper.
    fn words<'a>(&self, facts: &'a Value) -> Vec<&'a str> {
        let own = &facts["own"];
        let acts = self.acts.iter().filter(|(lang, _)| facts["lang"] == *lang);
        let acts = acts.flat_map(|(_, words)| words.iter().copied());
        let lines = own["lines"].as_array().into_iter().flatten();
        let text = |of: &'a Value, place: &str| of.pointer(place).and_then(Value::as_str);
        let of_paper = self.of_paper.iter().filter_map(|place| text(own, place));
        let of_lines = lines.flat_map(|line| self.of_line.iter().filter_map(move |place| text(line, place)));
        acts.chain(of_paper).chain(of_lines).filter(|words| !words.trim().is_empty()).collect()
    }
}

/// The first thing that the law asks for and that nobody sees on the paper.
pub(crate) fn missing(shape: Shape, facts: &Value, document: &PagedDocument) -> Option<String> {
    let law = Law::of(shape, &facts["own"])?;
    let seen = seen(document);
    let needed = law.words(facts).into_iter();
    needed
        .map(|words| (words, 1 + by_form(facts, words)))
        .find(|(words, times)| !stands(&seen, words, *times))
        .map(|(words, _)| words.to_owned())
}

/// How often the form itself names somebody, under what the body says: those who sign to have read an order.
fn by_form(facts: &Value, name: &str) -> usize {
    let readers = facts["own"]["acquainted"].as_array().into_iter().flatten();
    readers.filter(|reader| reader["name"] == name).count()
}

/// Do these words stand there so often? Neither spaces nor capitals count.
fn stands(seen: &str, words: &str, times: usize) -> bool {
    let whole = bare(words);
    let is_long = whole.chars().count() > LONG;
    seen.matches(&whole).count() >= times
        || (is_long && words.split_whitespace().all(|word| seen.contains(&bare(word))))
}

fn bare(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// All that an eye sees on the sheets, without spaces and in small letters.
fn seen(document: &PagedDocument) -> String {
    let mut all = String::new();
    for page in document.pages() {
        let mut sheet = Sheet::default();
        let edge = Window { to: Transform::identity(), size: page.frame.size() };
        sheet.look(&page.frame, Transform::identity(), &mut vec![edge]);
        all.extend(sheet.texts.into_iter().map(|(_, words)| words));
    }
    all
}

/// What is cut off outside of it: the edge of the sheet, or of a block that is clipped.
struct Window {
    /// From the sheet to its own place.
    to: Transform,
    size: Size,
}

impl Window {
    fn shows(&self, at: Point) -> bool {
        is_within(self.size, at.transform(self.to))
    }
}

fn is_within(size: Size, at: Point) -> bool {
    let within = |at: f64, length: f64| (-SLACK..=length + SLACK).contains(&at);
    within(at.x.to_pt(), size.x.to_pt()) && within(at.y.to_pt(), size.y.to_pt())
}

/// One sheet: its texts in the order in which they are drawn, with the places where they begin.
#[derive(Default)]
struct Sheet {
    texts: Vec<(Point, String)>,
    /// What was painted over so far, the last on top, and whether ink is read on it.
    grounds: Vec<(Window, bool)>,
}

impl Sheet {
    fn look(&mut self, frame: &Frame, place: Transform, windows: &mut Vec<Window>) {
        for (at, item) in frame.items() {
            let here = place.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    let inside = here.pre_concat(group.transform);
                    let Some(to) = inside.invert() else { continue };
                    if group.clip.is_some() {
                        windows.push(Window { to, size: group.frame.size() });
                    }
                    self.look(&group.frame, inside, windows);
                    if group.clip.is_some() {
                        windows.pop();
                    }
                }
                FrameItem::Text(text) => self.read(text, here, windows),
                FrameItem::Shape(shape, _) => self.paint(shape, here),
                FrameItem::Image(_, size, _) => self.cover(*size, here),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn read(&mut self, text: &TextItem, here: Transform, windows: &[Window]) {
        let at = Point::zero().transform(here);
        let is_large = text.size.to_pt() * scale(here) >= LEAST_SIZE;
        let ground = self.grounds.iter().rev().find(|(ground, _)| ground.shows(at));
        let on_white = ground.is_none_or(|(_, is_light)| *is_light);
        if is_large && on_white && is_ink(&text.fill) && windows.iter().all(|window| window.shows(at)) {
            self.texts.push((at, bare(&text.text)));
        }
    }

    /// A patch of colour, or a line as broad as letters are high, hides what is under it; a dark one what is on it too.
    fn paint(&mut self, shape: &Drawn, here: Transform) {
        let stroke = shape.stroke.as_ref();
        let broad = stroke.filter(|stroke| stroke.thickness.to_pt() * scale(here) >= LEAST_SIZE);
        let paints = [shape.fill.as_ref(), broad.map(|stroke| &stroke.paint)];
        if paints.iter().all(Option::is_none) {
            return;
        }
        let width = broad.map_or(Abs::zero(), |stroke| stroke.thickness);
        let within = shape.geometry.bbox(None);
        let corner = Transform::translate(within.min.x - width / 2.0, within.min.y - width / 2.0);
        let (size, place) = (within.size(), here.pre_concat(corner));
        let size = Size::new(size.x + width, size.y + width);
        self.cover(size, place);
        if let Some(to) = place.invert() {
            self.grounds.push((Window { to, size }, paints.into_iter().flatten().all(is_ground)));
        }
    }

    /// Something is drawn over a part of the sheet: what began there is not seen any more.
    fn cover(&mut self, size: Size, place: Transform) {
        if let Some(to) = place.invert() {
            self.texts.retain(|(at, _)| !is_within(size, at.transform(to)));
        }
    }
}

/// How many times larger something is drawn than it is.
fn scale(here: Transform) -> f64 {
    (here.sx.get() * here.sy.get() - here.kx.get() * here.ky.get()).abs().sqrt()
}

/// How bright a colour is for an eye, by the weights of television, and how solid; of one colour alone.
fn seen_as(paint: &Paint) -> Option<(f32, f32)> {
    let Paint::Solid(colour) = paint else { return None };
    let rgb = colour.to_rgb();
    Some((0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue, rgb.alpha))
}

/// Is it seen on white paper?
fn is_ink(paint: &Paint) -> bool {
    seen_as(paint).is_some_and(|(brightness, solid)| solid >= LEAST_SOLID && brightness <= LIGHTEST)
}

/// Is ink read on it, where paper is under it?
fn is_ground(paint: &Paint) -> bool {
    seen_as(paint).is_some_and(|(brightness, solid)| 1.0 - solid * (1.0 - brightness) >= DARKEST_GROUND)
}
