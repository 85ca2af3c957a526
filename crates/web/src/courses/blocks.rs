//! Pieces of a text of `content/`, as it stands in its file: as much of Markdown as our own files use. The pages escape
//! every word, so that no library is needed to read them.

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) strong: bool,
    pub(super) text: String,
}

/// A cell of a table, with the heading of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) caption: String,
    pub(super) words: Vec<Run>,
}

/// A table to look at or to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading of the second level.
    Heading(String),
    /// One below it.
    Small(String),
    /// One below it that leads to a page: its words and the address.
    Way(String, String),
    /// Words.
    Text(Vec<Run>),
    /// A list.
    List(Vec<Vec<Run>>),
    /// A list in its order, from the number of its first line on.
    Steps(u8, Vec<Vec<Run>>),
    /// What somebody says, line by line.
    Quote(Vec<Vec<Run>>),
    /// A table.
    Table(Table),
}

/// The title and the pieces of a text, in their order.
pub(super) fn read(text: &str) -> (String, Vec<Block>) {
    let (mut title, mut blocks) = (String::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(words) => words.trim().clone_into(&mut title),
            None => take(&mut blocks, line),
        }
    }
    (title, blocks)
}

/// A line is a piece of its own, or goes on with the piece before it.
fn take(blocks: &mut Vec<Block>, line: &str) {
    if let Some(item) = line.strip_prefix("- ") {
        match blocks.last_mut() {
            Some(Block::List(items)) => items.push(runs(item)),
            _ => blocks.push(Block::List(vec![runs(item)])),
        }
    } else if let Some((number, item)) = numbered(line) {
        match blocks.last_mut() {
            Some(Block::Steps(_, items)) => items.push(runs(item)),
            _ => blocks.push(Block::Steps(number, vec![runs(item)])),
        }
    } else if let Some(said) = line.strip_prefix("> ") {
        match blocks.last_mut() {
            Some(Block::Quote(lines)) => lines.push(runs(said)),
            _ => blocks.push(Block::Quote(vec![runs(said)])),
        }
    } else if line.starts_with('|') {
        row(blocks, line);
    } else if let Some(words) = line.strip_prefix("### ") {
        blocks.push(Block::Small(words.trim().to_owned()));
    } else if let Some(words) = line.strip_prefix("## ") {
        blocks.push(Block::Heading(words.trim().to_owned()));
    } else {
        blocks.push(Block::Text(runs(line)));
    }
}

/// Words, of which those between two pairs of stars are strong.
fn runs(words: &str) -> Vec<Run> {
    let parts = words.trim().split("**").enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(place, part)| Run { strong: place % 2 == 1, text: part.to_owned() }).collect()
}

fn numbered(line: &str) -> Option<(u8, &str)> {
    let (number, words) = line.split_once(". ")?;
    Some((number.parse().ok()?, words))
}

/// The first row of a table names the columns; the line under it is drawn, not read.
fn row(blocks: &mut Vec<Block>, line: &str) {
    let line = line.strip_prefix('|').unwrap_or(line);
    let cells: Vec<&str> = line.strip_suffix('|').unwrap_or(line).split('|').map(str::trim).collect();
    let is_rule = |cell: &&str| !cell.is_empty() && cell.chars().all(|sign| matches!(sign, '-' | ':'));
    match blocks.last_mut() {
        Some(Block::Table(_)) if cells.iter().all(is_rule) => {}
        Some(Block::Table(table)) => {
            let row = table.head.iter().zip(cells);
            let row = row.map(|(caption, cell)| Cell { caption: caption.clone(), words: runs(cell) });
            table.rows.push(row.collect());
        }
        _ => {
            let head = cells.into_iter().map(ToOwned::to_owned).collect();
            blocks.push(Block::Table(Table { head, rows: Vec::new() }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<Run> {
        vec![Run { strong: false, text: text.into() }]
    }

    #[test]
    fn lines_of_a_list_stay_together() {
        let (title, blocks) = read("# А\n\nслова\n\n## Б\n\n- один\n- два\n\n### В\n\n2. три\n3. четыре\n");
        let expected = [
            Block::Text(plain("слова")),
            Block::Heading("Б".into()),
            Block::List(vec![plain("один"), plain("два")]),
            Block::Small("В".into()),
            Block::Steps(2, vec![plain("три"), plain("четыре")]),
        ];
        assert_eq!((title.as_str(), blocks.as_slice()), ("А", expected.as_slice()));
    }

    #[test]
    fn what_is_said_and_what_is_strong_keep_their_look() {
        let (_, blocks) = read("> **Дана:** жақсы\n> Айгүл\n");
        let strong = Run { strong: true, text: "Дана:".into() };
        let said = vec![strong, Run { strong: false, text: " жақсы".into() }];
        assert_eq!(blocks, [Block::Quote(vec![said, plain("Айгүл")])]);
    }

    #[test]
    fn a_cell_of_a_table_knows_its_column_and_may_be_left_to_be_filled_in() {
        let (_, blocks) = read("| Кім | Не |\n|---|---|\n| Дана | |\n");
        let cells = vec![
            Cell { caption: "Кім".into(), words: plain("Дана") },
            Cell { caption: "Не".into(), words: Vec::new() },
        ];
        let table = Table { head: vec!["Кім".into(), "Не".into()], rows: vec![cells] };
        assert_eq!(blocks, [Block::Table(table)]);
    }
}
