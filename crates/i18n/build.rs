//! Reads every text of every language and refuses to build when one is missing somewhere, stands twice, or
//! takes other variables than its sisters. Writes the list of sources that `lib.rs` includes.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Message key -> the variables its text takes.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let mut faults = Vec::new();
    let mut sources = String::from("[\n");
    let mut all: Vec<Texts> = Vec::new();
    for language in LANGUAGES {
        let (texts, listing) = language_texts(&Path::new(&root).join("locales").join(language), &mut faults)?;
        all.push(texts);
        let _ = writeln!(sources, "&[{listing}],");
    }
    sources.push(']');
    compare(&all, &mut faults);
    assert!(faults.is_empty(), "texts are not equal in all languages:\n{}", faults.join("\n"));
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("sources.rs"), sources)?;
    let keys: Vec<String> = all[0].keys().map(|key| format!("{key:?}")).collect();
    fs::write(Path::new(&out).join("keys.rs"), format!("&[{}]", keys.join(",")))?;
    Ok(())
}

fn language_texts(folder: &Path, faults: &mut Vec<String>) -> Result<(Texts, String), Box<dyn Error>> {
    let mut texts = Texts::new();
    let mut listing = String::new();
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    for file in files {
        let _ = write!(listing, "include_str!({:?}),", file.display().to_string());
        let text = fs::read_to_string(&file)?;
        match fluent_syntax::parser::parse(text) {
            Ok(resource) => collect(&resource.body, &file, &mut texts, faults),
            Err((_, errors)) => faults.push(format!("{}: {errors:?}", file.display())),
        }
    }
    Ok((texts, listing))
}

fn collect(body: &[Entry<String>], file: &Path, texts: &mut Texts, faults: &mut Vec<String>) {
    for entry in body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        if let Some(pattern) = &message.value {
            in_pattern(pattern, &mut variables);
        }
        if texts.insert(message.id.name.clone(), variables).is_some() {
            faults.push(format!("{}: {} stands twice", file.display(), message.id.name));
        }
    }
}

fn in_pattern(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<String>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<String>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.clone());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                in_inline(argument, found);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

fn compare(all: &[Texts], faults: &mut Vec<String>) {
    let keys: BTreeSet<&String> = all.iter().flat_map(Texts::keys).collect();
    for key in keys {
        for (language, texts) in LANGUAGES.iter().zip(all) {
            if !texts.contains_key(key) {
                faults.push(format!("{language}: {key} is missing"));
            }
        }
        // A number may be left out in one language («бір өтініш») but no text may ask for a variable that
        // the others do not know: it would never be handed in.
        let union: Vec<_> = all.iter().filter_map(|texts| texts.get(key)).collect();
        if union.windows(2).any(|pair| pair[0] != pair[1]) {
            faults.push(format!("{key}: takes different variables in different languages: {union:?}"));
        }
    }
}
