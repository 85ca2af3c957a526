//! The fonts hold what Kazakh papers need, and all of Unicode has at least a box.

use typst::{foundations::Bytes, text::Font};

fn font(bytes: &'static [u8]) -> Font {
    Font::new(Bytes::new(bytes), 0).unwrap()
}

#[test]
fn the_letters_of_kazakh_and_the_signs_of_papers_are_in_both_text_fonts() {
    for bytes in [
        &include_bytes!("../../fonts/Tinos-Regular.ttf")[..],
        &include_bytes!("../../fonts/Tinos-Bold.ttf")[..],
    ] {
        let font = font(bytes);
        for c in "ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»–—₸АаЯяЁё".chars() {
            assert!(font.info().coverage.contains(c.into()), "{c}");
        }
        assert!(bytes.len() < 150_000);
    }
}

#[test]
fn codes_have_their_own_font() {
    let font = font(include_bytes!("../../fonts/Cousine-Bold.ttf"));
    for c in ' '..='~' {
        assert!(font.info().coverage.contains(c.into()), "{c}");
    }
}

#[test]
fn the_last_font_has_a_box_for_every_other_character() {
    let font = font(include_bytes!("../../fonts/Boxes.ttf"));
    for c in ['!', 'ß', 'م', '王', '👩', '\u{E000}', '\u{10FFFD}'] {
        assert!(font.info().coverage.contains(c.into()), "{c}");
    }
}
