use super::Show;
use crate::filters;
use crate::layout::parts::WayOut;
use crate::layout::{ClockBar, Flash, FlashKind, NavItem, Shell, Theme, Vision, Who};
use askama::Template;
use i18n::Lang;
use scraper::{Html, Selector};

/// The fullest frame: signed in, with places, a message, the test clock and the helplines.
fn shell(lang: Lang) -> Shell {
    let place = |icon, key, current| NavItem { href: "/design".to_owned(), icon, key, current };
    Shell {
        lang,
        path: "/design?a=1&b=2".to_owned(),
        school: Some("№ 47 мектеп-гимназия".to_owned()),
        person: Some(Who { name: "Дана Мейірқызы".to_owned(), initials: "СД".to_owned() }),
        nav: vec![place("home", "layout-nav", true), place("users", "design-people", false)],
        tabs: vec![place("users", "design-people", true), place("list-check", "design-rows", false)],
        flash: Some(Flash { kind: FlashKind::Done, text: i18n::t(lang, "design-flash-done", &[]) }),
        theme: Theme::Auto,
        vision: Vision::Usual,
        clock: Some(ClockBar { today_iso: "2026-10-07".to_owned(), today_text: "7.10.2026".to_owned() }),
        helplines: true,
        is_handed: false,
    }
}

fn render(page: &impl Template, lang: Lang) -> String {
    page.render_with_values(&("lang", &lang as &dyn std::any::Any)).unwrap()
}

fn design(lang: Lang) -> String {
    render(&Show::new(shell(lang)), lang)
}

fn values(page: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|one| one.attr(attribute).unwrap().to_owned()).collect()
}

#[derive(Template)]
#[template(path = "layout/error.html")]
struct Failed {
    shell: Shell,
    title: &'static str,
    text: &'static str,
    ways: Vec<WayOut>,
    request: String,
}

#[derive(Template)]
#[template(path = "layout/empty.html")]
struct Nothing {
    shell: Shell,
    date: String,
    title: &'static str,
    heading: &'static str,
    text: &'static str,
    ways: Vec<WayOut>,
}

fn small_pages(lang: Lang) -> [String; 2] {
    let ways = || ["design-empty-act", "design-write"].map(|key| WayOut { href: "/".to_owned(), key }).into();
    let failed = Failed {
        shell: Shell { lang, ..Shell::default() },
        title: "layout-error-ask",
        text: "design-flash-refused",
        ways: ways(),
        request: "А47-2216".to_owned(),
    };
    let nothing = Nothing {
        shell: shell(lang),
        date: "7.10.2026".to_owned(),
        title: "design-empty",
        heading: "design-empty",
        text: "design-empty-text",
        ways: ways(),
    };
    [render(&failed, lang), render(&nothing, lang)]
}

#[test]
fn every_part_is_well_formed_and_speaks_in_three_languages() {
    for lang in Lang::ALL {
        let [failed, nothing] = small_pages(lang);
        for text in [design(lang), failed, nothing] {
            let page = Html::parse_document(&text);
            assert!(page.errors.is_empty(), "{lang}: {:?}", page.errors);
            assert_eq!(values(&page, "html", "lang"), [lang.tag()]);
            let key =
                text.split('[').skip(1).filter_map(|rest| rest.split(']').next()).find(|key| i18n_like(key));
            assert_eq!(key, None, "{lang}: a text is missing");
        }
    }
}

/// What a missing text leaves on a page: `[layout-home]`.
fn i18n_like(words: &str) -> bool {
    words.contains('-') && words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The content policy allows styles and scripts from files only; an inline one would silently not work.
#[test]
fn nothing_is_inline() {
    let text = design(Lang::Kk);
    let page = Html::parse_document(&text);
    for selector in ["[style]", "style", "script:not([src])", "[onclick]", "[onsubmit]", "[onchange]"] {
        assert_eq!(page.select(&Selector::parse(selector).unwrap()).count(), 0, "{selector}");
    }
}

#[test]
fn every_icon_on_the_page_is_in_the_sprite() {
    let page = Html::parse_document(&design(Lang::Ru));
    let used = values(&page, "svg.i use", "href");
    assert!(used.len() > 60);
    for address in used {
        let name = address.strip_prefix(&format!("{}#", crate::assets::ICONS_SVG)).unwrap();
        assert!(crate::assets::icons().any(|icon| icon == name), "{name}");
    }
}

#[test]
fn an_id_stands_once_and_every_reference_finds_its_target() {
    let page = Html::parse_document(&design(Lang::En));
    let ids = values(&page, "[id]", "id");
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    for (selector, attribute) in [
        ("label[for]", "for"),
        ("[aria-describedby]", "aria-describedby"),
        ("[aria-labelledby]", "aria-labelledby"),
    ] {
        for target in values(&page, selector, attribute) {
            assert!(ids.contains(&target), "{attribute}={target}");
        }
    }
    for target in values(&page, "main a[href^='#']", "href") {
        assert!(ids.contains(&target[1..].to_owned()), "{target}");
    }
}

/// A link only leads somewhere: the language, the look, the clock and the way out are sent.
#[test]
fn the_frame_changes_things_only_by_post_and_comes_back_to_the_page() {
    let page = Html::parse_document(&design(Lang::Kk));
    for action in ["/language", "/appearance", "/sign-out", "/clock"] {
        let methods = values(&page, &format!("form[action='{action}']"), "method");
        assert!(!methods.is_empty() && methods.iter().all(|method| method == "post"), "{action}");
    }
    assert_eq!(values(&page, ".lang [name=back]", "value"), ["/design?a=1&b=2"]);
    assert_eq!(values(&page, ".lang [aria-pressed=true]", "value"), ["kk"]);
}

#[test]
fn a_field_keeps_its_value_and_tells_its_error_where_it_stands() {
    let page = Html::parse_document(&design(Lang::Ru));
    assert_eq!(values(&page, "#f-places", "value"), ["7"]);
    assert_eq!(values(&page, "#f-places", "aria-invalid"), ["true"]);
    assert_eq!(values(&page, ".sum a", "href"), ["#f-day", "#f-places"]);
    assert_eq!(values(&page, "#f-topic[aria-invalid]", "value"), Vec::<String>::new());
}

#[test]
fn the_first_cannot_rise_and_the_last_cannot_fall() {
    let page = Html::parse_document(&design(Lang::En));
    assert_eq!(values(&page, "#part-ranking button[disabled]", "name"), ["up", "down"]);
    assert_eq!(values(&page, "#part-ranking button[disabled]", "value"), ["nurbayeva", "qaliyeva"]);
}

#[test]
fn who_stands_alone_under_somebody_may_join_them_and_who_stands_in_a_tie_may_leave_it() {
    let page = Html::parse_document(&design(Lang::En));
    assert_eq!(values(&page, "#part-ranking [name=equal]", "value"), ["qaliyeva"]);
    let of_a_tie = "#part-ranking ul [name=up]:not([disabled])";
    assert_eq!(values(&page, of_a_tie, "value"), ["tuyaqov", "kuznetsova", "nurbayeva", "tuyaqov"]);
    let places = page.select(&Selector::parse("#part-ranking ol > li").unwrap()).count();
    assert_eq!(places, 3 + 1 + 3, "a tie is one place");
}

#[test]
fn hostile_words_stay_words() {
    let mut page = Show::new(shell(Lang::En));
    page.shell.school = Some("<script>alert(1)</script>".to_owned());
    page.ranked[0][0].name = "\"><img src=x onerror=alert(1)>".to_owned();
    let page = Html::parse_document(&render(&page, Lang::En));
    assert_eq!(page.select(&Selector::parse("script:not([src]), img").unwrap()).count(), 0);
}
