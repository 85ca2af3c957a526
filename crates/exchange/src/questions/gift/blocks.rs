//! Entries of a GIFT file: lines between empty ones, with their comments.

use super::super::in_one_line;
use super::pieces::{NOTHING, Piece};

/// The lines of one entry.
pub(super) struct Block<'a> {
    /// From its first letter to its last; comments are blank.
    pub(super) text: Piece<'a>,
    comments: Vec<&'a str>,
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

fn is_category(line: &str) -> bool {
    line.trim_start().starts_with("$CATEGORY:")
}

/// The same text with comments blank, byte for byte as long.
pub(super) fn blanked(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if is_comment(line) {
            let letters = line.strip_suffix('\n').unwrap_or(line);
            blanked.extend(std::iter::repeat_n(NOTHING, letters.len()));
            blanked.push_str(&line[letters.len()..]);
        } else {
            blanked.push_str(line);
        }
    }
    blanked
}

/// The entries of a file; its blanked copy is what their texts are read from.
pub(super) fn of<'a>(text: &'a str, blanked: &'a str) -> impl Iterator<Item = Block<'a>> {
    let mut lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((start, line))
    });
    let mut lines = std::iter::from_fn(move || lines.next()).peekable();
    let block = move || {
        let mut comments = Vec::new();
        let mut content: Option<(usize, usize)> = None;
        while let Some((start, line)) = lines.next() {
            if is_comment(line) {
                comments.push(line.trim());
            } else if line.trim().is_empty() {
                if content.is_some() {
                    break;
                }
                comments.clear();
            } else {
                content = Some((content.map_or(start, |(from, _)| from), start + line.len()));
                let ends = is_category(line) || lines.peek().is_some_and(|(_, next)| is_category(next));
                if ends {
                    break;
                }
            }
        }
        content.map(|(from, to)| Block { text: Piece::new(blanked, 0).part(from, to).trimmed(), comments })
    };
    std::iter::from_fn(block)
}

impl Block<'_> {
    /// The number and the tags that its comments give it.
    pub(super) fn marks(&self) -> (String, Vec<String>) {
        let mut marks = self.comments.iter().flat_map(|comment| marks(comment)).peekable();
        let mut id = String::new();
        let mut tags = Vec::new();
        for (is_id, mark) in &mut marks {
            match is_id {
                true if id.is_empty() => id = mark,
                true => {}
                false => tags.push(mark),
            }
        }
        (id, tags)
    }
}

/// The marks `[id:…]` and `[tag:…]` of a comment, and whether each is an id; `\]` is a bracket of theirs.
fn marks(comment: &str) -> Vec<(bool, String)> {
    let mut marks = Vec::new();
    let mut rest = comment;
    while let Some(open) = rest.find('[') {
        rest = &rest[open + 1..];
        let Some((is_id, inner)) = rest
            .strip_prefix("id:")
            .map(|inner| (true, inner))
            .or_else(|| rest.strip_prefix("tag:").map(|inner| (false, inner)))
        else {
            continue;
        };
        let closes = |(at, _): &(usize, &str)| !inner[..*at].ends_with('\\');
        let Some((close, _)) = inner.match_indices(']').find(closes) else { break };
        let mark = in_one_line(&inner[..close].replace("\\]", "]"));
        if !mark.is_empty() {
            marks.push((is_id, mark));
        }
        rest = &inner[close + 1..];
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let blanked = blanked(text);
        assert_eq!(blanked.len(), text.len());
        of(text, &blanked).map(|block| block.text.as_str().replace(NOTHING, "")).collect()
    }

    #[test]
    fn an_empty_line_ends_an_entry_and_a_comment_does_not() {
        assert_eq!(texts("\n a\n// қалай?\nb\n \nc"), ["a\n\nb", "c"]);
        assert_eq!(texts("// alone\n\n"), Vec::<String>::new());
        assert_eq!(texts("a {\n// no end }\n~x}"), ["a {\n\n~x}"]);
    }

    #[test]
    fn a_category_needs_no_empty_line() {
        assert_eq!(texts("$CATEGORY: a/b\nc\nd\n$CATEGORY: e"), ["$CATEGORY: a/b", "c\nd", "$CATEGORY: e"]);
    }

    #[test]
    fn comments_number_and_tag_the_entry_that_follows() {
        let text =
            "// [tag:lost]\n\n// q [id:A[1\\]] [id:2]\n// [tag: a  b ] [tag:] [x]\nEssay?{}\n// [tag:c";
        let blanked = blanked(text);
        let marks: Vec<_> = of(text, &blanked).map(|block| block.marks()).collect();
        assert_eq!(marks, [("A[1]".to_owned(), vec!["a b".to_owned()])]);
    }
}
