use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::observations::{Block, Kind, Sheet, pdf};
use i18n::Lang;
use jiff::civil::date;

#[test]
fn a_sheet_says_on_what_it_stands_and_whose_it_is() {
    for (lang, choice, owner) in [
        (Lang::Kk, "Мектептің шешімі бойынша.", "кімге көрсететінін өзі шешеді"),
        (Lang::Ru, "По решению школы.", "решает, кому его показать"),
        (Lang::En, "choice.", "decides whom to show it to"),
    ] {
        let name = format!("observation-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&samples::observation(), lang, made_at()).unwrap()));
        for words in [choice, owner, "83", "2.1", "Оқушылар жұппен сөйлесті", "Нурбаева Айгүл", "Рақмет"]
        {
            assert_printed(&printed, words);
        }
    }
}

/// A sheet as it is filled in on a usual day: every line looked at, three notes of a few sentences, an answer.
fn usual(lang: Lang) -> Sheet {
    let say = |key: &str| i18n::t(lang, &format!("observations-{key}"), &[]);
    let line = |number: &str, word: &str| {
        (number.to_owned(), say(&format!("criterion-{word}")), Some(u8::from(word != "goals") + 1))
    };
    let block = |word: &str, lines: &[(&str, &str)]| Block {
        title: say(&format!("block-{word}")),
        lines: lines.iter().map(|(number, word)| line(number, word)).collect(),
    };
    let words = "Сабақ басында оқушылар не үйренетінін өз сөзімен айтты. Жұптық жұмыс тыныш басталды, уақыт \
                 сақталды, екі топқа бөлек тапсырма берілді.";
    let fact = |key: &str, words: &str| (say(key), words.to_owned());
    Sheet {
        facts: vec![
            fact("paper-subject", "Алгебра және геометрия"),
            fact("paper-class", "7 «А»"),
            fact("paper-room", "214"),
            fact("paper-time", "10:40"),
            fact("topic", "Сызықтық теңдеулер жүйесін қосу тәсілімен шешу"),
            fact("goals", "Жүйені қосу тәсілімен шешеді, шешімін тексереді және тәсілін түсіндіреді"),
        ],
        blocks: vec![
            block("planning", &[("1.1", "goals"), ("1.2", "means")]),
            block("teaching", &[("2.1", "activity"), ("2.2", "differentiation"), ("2.3", "climate")]),
            block("assessment", &[("3.1", "criteria"), ("3.2", "feedback")]),
            block("reflection", &[("4.1", "reflection")]),
        ],
        notes: vec![
            fact("saw", &[words, words].join(" ")),
            fact("question", "Екінші топ тапсырманы ерте бітірсе, не істейді?"),
            fact("step", "Жұптық жұмыстың соңында екі жұптан шешімін сұрау"),
        ],
        read: Some((date(2026, 11, 12), Some(words.to_owned()))),
        ..samples::observation()
    }
}

#[test]
fn a_usual_sheet_is_one_page() {
    for lang in Lang::ALL {
        let name = format!("observation-usual-{}.pdf", lang.tag());
        let printed = keep(&name, pdf(&usual(lang), lang, made_at()).unwrap());
        assert_eq!(pages(&printed), 1, "{name}");
    }
}

#[test]
fn a_note_as_long_as_may_be_goes_over_pages_and_stands_there_whole() {
    let mut sheet = usual(Lang::Kk);
    let lines: Vec<String> = (0..90).map(|line| format!("{line}-жол")).collect();
    sheet.notes[0].1 = lines.join("\n");
    let printed = pdf(&sheet, Lang::Kk, made_at()).unwrap();
    assert!(pages(&printed) > 1);
    let printed = text(&printed);
    assert!(lines.iter().all(|line| printed.contains(line)), "{printed}");
}

#[test]
fn a_visit_has_no_marks_and_a_control_belongs_to_the_school() {
    let mut visit = samples::observation();
    (visit.kind, visit.total) = (Kind::Visit, None);
    visit.blocks.clear();
    let printed = text(&pdf(&visit, Lang::Ru, made_at()).unwrap());
    assert_printed(&printed, "Лист взаимопосещения уроков");
    assert!(!printed.contains("Балл"));
    let control = Sheet { kind: Kind::Control, read: None, ..samples::observation() };
    let printed = text(&pdf(&control, Lang::Kk, made_at()).unwrap());
    assert_printed(&printed, "Мектепішілік бақылау аясында");
    assert!(!printed.contains("өзі шешеді"));
}

#[test]
fn hostile_words_are_printed_letter_by_letter() {
    for hostile in samples::HOSTILE {
        let mut sheet = samples::observation();
        sheet.notes[0].1 = hostile.to_owned();
        assert_printed(&text(&pdf(&sheet, Lang::Kk, made_at()).unwrap()), hostile);
    }
}
