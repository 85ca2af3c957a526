//! The report, for people and for programs.

use super::{ImportArgs, Imported, NotWritten, Unusable, file_name};
use crate::files;
use actions::rosters::Message;
use serde_json::{Value, json};
use std::process::ExitCode;
use web::rosters::words;

pub(super) fn unusable(args: &ImportArgs, why: Unusable) -> ExitCode {
    let (reason, details) = match why {
        Unusable::Setup(reason) => (reason, Vec::new()),
        Unusable::File(reason, details) => (reason, details),
    };
    if args.json {
        let why = json!({ "file": args.file.display().to_string(), "unusable": reason, "details": details });
        return files::finished(files::print(&why.to_string()).map(|()| ExitCode::from(2)));
    }
    eprintln!("talimger: {reason}");
    for detail in details {
        eprintln!("  {detail}");
    }
    ExitCode::from(2)
}

pub(super) fn print(args: &ImportArgs, imported: &Imported) -> Result<(), String> {
    let lang = args.lang.lang();
    let Imported { assessment, refused } = imported;
    let counts = &assessment.counts;
    if args.json {
        return files::print(&report(args, imported).to_string());
    }
    let named = [
        ("rosters-show-create", counts.create),
        ("rosters-show-update", counts.update),
        ("rosters-show-unchanged", counts.unchanged),
        ("rosters-show-decision", counts.decision),
        ("rosters-show-error", counts.error),
        ("rosters-show-absent", counts.absent),
        ("rosters-command-leaving", counts.leaving),
    ];
    for (key, count) in named {
        files::print(&format!("{:<18} {count}", i18n::t(lang, key, &[])))?;
    }
    for one in assessment.leaving() {
        files::print(&format!("  {}", one.label))?;
    }
    for message in &assessment.messages {
        let line = i18n::t(lang, "rosters-line", &[("line", message.line.into())]);
        let sheet = message.sheet.as_deref().unwrap_or_default();
        let column = message.column.as_deref().unwrap_or_default();
        let place =
            [sheet, &line, column].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>();
        let said = words::message(lang, message);
        files::print(&format!("{}: «{}» {said}", place.join(", "), message.value))?;
    }
    if let Some(refused) = refused {
        eprintln!("talimger: {}", refused.message);
    }
    Ok(())
}

fn report(args: &ImportArgs, imported: &Imported) -> Value {
    let Imported { assessment, refused } = imported;
    let counts = &assessment.counts;
    let messages: Vec<Value> = assessment.messages.iter().map(|message| said(args, message)).collect();
    let first_time = assessment.lines.iter().filter(|line| line.first_time);
    let first_time: Vec<&str> =
        first_time.map(|line| line.row.values.get("email").unwrap_or(&line.label).as_str()).collect();
    let leaving: Vec<&str> = assessment.leaving().map(|one| one.label.as_str()).collect();
    let why = |refused: &NotWritten| json!({ "kind": refused.kind, "message": refused.message });
    json!({
        "file": args.file.display().to_string(),
        "dry_run": args.dry_run,
        "written": !args.dry_run && refused.is_none() && assessment.writes,
        "refused": refused.as_ref().map(why),
        "counts": {
            "create": counts.create,
            "update": counts.update,
            "unchanged": counts.unchanged,
            "decision": counts.decision,
            "error": counts.error,
            "absent": counts.absent,
            "leaving": counts.leaving,
        },
        "first_time_teachers": first_time,
        "leaving": leaving,
        "messages": messages,
    })
}

fn said(args: &ImportArgs, message: &Message) -> Value {
    json!({
        "file": file_name(&args.file),
        "sheet": message.sheet,
        "line": message.line,
        "column": message.column,
        "value": message.value,
        "severity": words::kind(message),
        "kind": message.word,
        "message": words::message(args.lang.lang(), message),
    })
}
