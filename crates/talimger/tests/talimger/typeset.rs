//! `talimger typeset`: what an edited body must not do is stopped, and said in words; the program goes on.

use documents::templates::{Shape, Trouble, Why, outcome, task};
use i18n::Lang;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Longer than the process may compute, on a machine that has much else to do; what is stopped is stopped before.
const PATIENCE: Duration = Duration::from_mins(3);

/// Signals of the system whose computing time is over.
const KILLED: i32 = 9;
const COMPUTED: i32 = 24;

/// What the process makes of a body.
fn run(body: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_talimger"))
        .arg("typeset")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let made_at = "2026-11-02T04:30:00Z".parse().unwrap();
    let task = task(&report(), body, Lang::Kk, made_at).unwrap();
    child.stdin.take().unwrap().write_all(&task).unwrap();
    child.wait_with_output().unwrap()
}

fn report() -> documents::reports::Report {
    use documents::{Both, Check, Paper, School};
    let both = || Both::new("№ 12 мектеп", "Школа № 12");
    documents::reports::Report {
        paper: Paper {
            school: School { name: both(), locality: both(), bin: "990140000471".into() },
            school_year: "2026/27".into(),
            number: "7".into(),
            date: jiff::civil::date(2026, 11, 2),
            template_version: "1.0.0-1".into(),
            check: Check { code: "7F3K-92QD".into(), address: "https://x.example/verify/7F3K-92QD".into() },
        },
        title: "Есеп".into(),
        by_law: false,
        draft: false,
        period: (jiff::civil::date(2026, 8, 15), jiff::civil::date(2026, 11, 2)),
        novice: None,
        mentor: None,
        order: None,
        figures: Vec::new(),
        lists: Vec::new(),
        answers: Vec::new(),
        signatures: Vec::new(),
    }
}

/// What is wrong with a body that the process has read to its end.
fn trouble(body: &str) -> Trouble {
    let output = run(body);
    assert!(output.status.success(), "{body}: {:?}", output.status);
    outcome(output.stdout).unwrap_err().remove(0)
}

#[test]
fn the_usual_body_is_laid_out_within_the_bounds() {
    let output = run(Shape::Report.usual());
    assert!(output.status.success(), "{:?}", output.status);
    outcome(output.stdout).unwrap();
}

#[test]
fn a_body_sees_no_file_no_package_and_no_plugin() {
    for (body, why) in [
        ("#read(\"/etc/passwd\")", Why::File),
        ("#read(\"../../../etc/passwd\")", Why::File),
        ("#image(\"/etc/logo.png\")", Why::File),
        ("#include \"/etc/hosts\"", Why::File),
        ("#import \"order.typ\": *", Why::File),
        ("#json(\"/proc/self/environ\")", Why::File),
        ("#read(\"http://127.0.0.1/\")", Why::File),
        ("#image(\"https://x.example/logo.png\")", Why::File),
        ("#import \"@preview/cetz:0.3.0\": *", Why::Package),
        ("#import \"@local/own:1.0.0\": *", Why::Package),
        ("#plugin(\"evil.wasm\")", Why::Plugin),
        ("#plugin(bytes((0, 97, 115, 109)))", Why::Plugin),
        ("#std.plugin(\"evil.wasm\")", Why::Plugin),
    ] {
        let said = trouble(&format!("Бірінші жол\n\n{body}"));
        // The standard module says in its own words that it has no plugin.
        let same = said.why == why || body.starts_with("#std") && matches!(&said.why, Why::Typst(_));
        assert!(same, "{body}: {said:?}");
        assert_eq!(said.line, Some(3), "{body}: {said:?}");
    }
}

#[test]
fn a_fault_is_told_with_its_line() {
    let said = trouble("#import \"parts.typ\": *\n#people()\n#nobody()");
    assert_eq!(said, Trouble { line: Some(3), why: Why::Typst("unknown variable: nobody".into()) });
    assert_eq!(trouble("#let x = (").line, Some(1));
    let said = trouble("\n#panic(\"тоқта\")");
    assert_eq!(said.line, Some(2), "{said:?}");
    // A fault inside a ready piece is told at the line that calls it.
    let said = trouble("#import \"parts.typ\": *\n\n\n#list(1, 2)");
    assert_eq!(said.line, Some(4), "{said:?}");
}

/// How the process ended with a body that it must not lay out.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// The system ended it: its computing time was over.
    Time,
    /// It ended itself: memory was refused, or a call went too deep.
    Memory,
    /// It said what is wrong.
    Said,
}

fn end(body: &str) -> End {
    #[expect(clippy::disallowed_methods, reason = "a test looks how long the process took")]
    let begun = Instant::now();
    let output = run(body);
    let took = begun.elapsed();
    println!("{took:.1?} {:?} {body:?}", output.status);
    assert!(took < PATIENCE, "{body}: {took:?}");
    match output.status.signal() {
        Some(KILLED | COMPUTED) => End::Time,
        Some(_) => End::Memory,
        None => {
            assert!(outcome(output.stdout).is_err(), "{body} was laid out");
            End::Said
        }
    }
}

#[test]
fn a_body_that_never_ends_is_stopped_by_its_time() {
    let endless = "#for i in range(100000) { for j in range(100000) { let x = calc.pow(2, 2) } }";
    assert_eq!(end(endless), End::Time);
    assert_eq!(
        end("#while true { let x = 1 }"),
        End::Said,
        "the typesetter counts rounds that change nothing"
    );
}

#[test]
fn a_body_that_takes_all_memory_is_stopped() {
    assert_eq!(end("#let a = range(400000000)"), End::Memory);
    // Whichever bound these reach first: copying takes its time.
    for body in [
        "#let s = \"әріп\"\n#for i in range(40) { s = s + s }",
        "#let a = (1,)\n#for i in range(40) { a = a + a }",
    ] {
        assert_ne!(end(body), End::Said, "{body}");
    }
}

#[test]
fn a_body_that_goes_too_deep_is_told_so() {
    for body in ["#let f(x) = f(x + 1)\n#f(0)", "#show heading: it => heading(it.body)\n= а"] {
        assert_eq!(end(body), End::Said, "{body}");
    }
    // Nothing of it stays behind.
    assert!(run("Тыныш.").status.success());
}
