//! Rule and list as they are published and hashed: lines of text, so that `sha256sum` is enough to check them. There is one
//! text for each: whatever is not printed here in the same bytes is not read.

use super::{Criterion, Entry, Fact, Kind, Prize, Rule, list_is_whole};
use std::fmt::Write as _;
use std::str::FromStr;

const RULE_HEAD: &str = "talimger award rule 1";
const LIST_HEAD: &str = "code,recent,hours,weeks,training,wishes";

/// The rule, line by line, in the order of `docs/awards.md`.
pub fn rule_text(rule: &Rule) -> String {
    let mut text = format!("{RULE_HEAD}\nkind {}\nfrom {}\nto {}\n", rule.kind.word(), rule.from, rule.to);
    for one in &rule.criteria {
        let _ = writeln!(text, "criterion {} {} {}", one.fact.word(), one.points, one.most);
    }
    let _ = writeln!(text, "threshold {}\nrest {}", rule.threshold, rule.rest_years);
    for prize in &rule.prizes {
        let _ = writeln!(text, "prize {} {}", prize.places, prize.name);
    }
    let _ = writeln!(text, "reserve {}\nappeals {}", rule.reserve, rule.appeal_days);
    let _ = writeln!(text, "draw {}\nsource {}", rule.draw_on, rule.source);
    text
}

/// Reads a printed rule; `None` where it is none, is not whole, or is printed otherwise.
pub fn read_rule(text: &str) -> Option<Rule> {
    let mut lines = text.lines();
    if lines.next() != Some(RULE_HEAD) {
        return None;
    }
    let fields: Vec<(&str, &str)> = lines.map(|line| line.split_once(' ')).collect::<Option<_>>()?;
    let one = |name: &str| fields.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let all =
        |name: &'static str| fields.iter().filter(move |(key, _)| *key == name).map(|(_, value)| *value);
    let rule = Rule {
        kind: Kind::from_word(one("kind")?)?,
        from: read(one("from")?)?,
        to: read(one("to")?)?,
        criteria: all("criterion").map(criterion).collect::<Option<_>>()?,
        threshold: read(one("threshold")?)?,
        rest_years: read(one("rest")?)?,
        prizes: all("prize").map(prize).collect::<Option<_>>()?,
        reserve: read(one("reserve")?)?,
        appeal_days: read(one("appeals")?)?,
        source: one("source")?.to_owned(),
        draw_on: read(one("draw")?)?,
    };
    (rule.whole().is_ok() && rule_text(&rule) == text).then_some(rule)
}

fn read<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn criterion(text: &str) -> Option<Criterion> {
    let mut words = text.split(' ');
    let fact = Fact::from_word(words.next()?)?;
    let (points, most) = (read(words.next()?)?, read(words.next()?)?);
    words.next().is_none().then_some(Criterion { fact, points, most })
}

fn prize(text: &str) -> Option<Prize> {
    let (places, name) = text.split_once(' ')?;
    Some(Prize { name: name.to_owned(), places: read(places)? })
}

/// The list, sorted by code; wishes count prizes from 1 on, the best first.
pub fn list_text(entries: &[Entry]) -> String {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|a, b| a.code.cmp(&b.code));
    let mut text = format!("{LIST_HEAD}\n");
    for one in sorted {
        let wishes = wishes_text(&one.wishes);
        let recent = u8::from(one.recent);
        let (hours, weeks, training) = (one.hours, one.weeks, one.training);
        let _ = writeln!(text, "{},{recent},{hours},{weeks},{training},{wishes}", one.code);
    }
    text
}

/// Reads a printed list; `None` where it is none, is not whole under the rule, or is printed otherwise.
pub fn read_list(rule: &Rule, text: &str) -> Option<Vec<Entry>> {
    let mut lines = text.lines();
    if lines.next() != Some(LIST_HEAD) {
        return None;
    }
    let entries: Vec<Entry> = lines.map(entry).collect::<Option<_>>()?;
    (list_is_whole(rule, &entries).is_ok() && list_text(&entries) == text).then_some(entries)
}

/// Wishes, the best first, counted from 1 on with a space between them.
pub fn wishes_text(wishes: &[usize]) -> String {
    let wishes: Vec<String> = wishes.iter().map(|wish| wish.saturating_add(1).to_string()).collect();
    wishes.join(" ")
}

/// Reads printed wishes.
pub fn read_wishes(text: &str) -> Option<Vec<usize>> {
    let wish = |text: &str| read::<usize>(text)?.checked_sub(1);
    text.split(' ').filter(|one| !one.is_empty()).map(wish).collect()
}

fn entry(line: &str) -> Option<Entry> {
    let fields: Vec<&str> = line.split(',').collect();
    let [code, recent, hours, weeks, training, wishes] = fields[..] else { return None };
    Some(Entry {
        code: code.to_owned(),
        recent: match recent {
            "0" => false,
            "1" => true,
            _ => return None,
        },
        hours: read(hours)?,
        weeks: read(weeks)?,
        training: read(training)?,
        wishes: read_wishes(wishes)?,
    })
}
