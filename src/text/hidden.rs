//! Characters that a reader does not see, or that make the text look like another.

use super::{Text, TextRange, TextSize};

/// A character that does not show in the text, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiddenCharacter {
    /// Where it begins.
    pub offset: TextSize,
    /// The character.
    pub character: char,
}

impl HiddenCharacter {
    /// What it covers.
    pub fn range(self) -> TextRange {
        TextRange::at(self.offset, TextSize::of(self.character))
    }

    /// What Unicode calls it, with its number: `U+202E RIGHT-TO-LEFT OVERRIDE`.
    pub fn name(self) -> String {
        let name = match self.character {
            '\u{ad}' => "SOFT HYPHEN",
            '\u{34f}' => "COMBINING GRAPHEME JOINER",
            '\u{61c}' => "ARABIC LETTER MARK",
            '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "HANGUL FILLER",
            '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
            '\u{200b}' => "ZERO WIDTH SPACE",
            '\u{200c}' => "ZERO WIDTH NON-JOINER",
            '\u{200d}' => "ZERO WIDTH JOINER",
            '\u{200e}' => "LEFT-TO-RIGHT MARK",
            '\u{200f}' => "RIGHT-TO-LEFT MARK",
            '\u{2028}' => "LINE SEPARATOR",
            '\u{2029}' => "PARAGRAPH SEPARATOR",
            '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
            '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
            '\u{202c}' => "POP DIRECTIONAL FORMATTING",
            '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
            '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
            '\u{2060}' => "WORD JOINER",
            '\u{2061}'..='\u{2064}' => "INVISIBLE OPERATOR",
            '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
            '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
            '\u{2068}' => "FIRST STRONG ISOLATE",
            '\u{2069}' => "POP DIRECTIONAL ISOLATE",
            '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
            '\u{fff9}'..='\u{fffb}' => "INTERLINEAR ANNOTATION",
            TAG_FIRST..=TAG_LAST => "TAG",
            _ => "CONTROL CHARACTER",
        };
        format!("U+{:04X} {name}", u32::from(self.character))
    }
}

const TAG_FIRST: char = '\u{e0000}';
const TAG_LAST: char = '\u{e007f}';
/// What flags of regions are written with: it and tags.
const BLACK_FLAG: char = '\u{1f3f4}';
/// At the start of a file it says in which encoding that is.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether a character turns the direction of the text around it.
pub fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether a character shows nothing, whatever stands beside it.
fn is_hidden_anywhere(character: char) -> bool {
    match character {
        // A form feed parts sections, and a NUL is an error of its own.
        '\t' | '\n' | '\r' | '\u{c}' | '\0' => false,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}' => true,
        '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => character.is_control(),
    }
}

/// Whether a character is needed to write some scripts and emoji, and shows nothing in others.
fn has_its_place(character: char) -> bool {
    matches!(character, '\u{200c}'..='\u{200f}' | '\u{61c}')
}

/// Whether all bytes are of characters that show, or of blanks and ordinary line breaks.
fn is_plain(bytes: &[u8]) -> bool {
    // Without a branch in it, the loop looks at many bytes at once.
    bytes.iter().fold(0, |odd, &byte| odd | u8::from(byte.wrapping_sub(b' ') > b'~' - b' ' && byte != b'\n')) == 0
}

impl Text {
    /// The hidden characters in a range that begins and ends with lines. What some scripts and emoji need is none
    /// beside them.
    pub fn hidden_characters(&self, lines: TextRange) -> Vec<HiddenCharacter> {
        const AT_ONCE: usize = 64;
        let piece = self.slice(lines);
        let mut found = Vec::new();
        let mut at = 0;
        // Nearly all text is plain, so it is looked at in pieces first.
        for bytes in piece.as_bytes().chunks(AT_ONCE) {
            let end = at + bytes.len();
            if !is_plain(bytes) {
                for place in (at..end).filter(|&place| !is_plain(&piece.as_bytes()[place..=place])) {
                    // Nothing where it is no character's first byte.
                    let Some(character) = piece.get(place..).and_then(|rest| rest.chars().next()) else { continue };
                    if is_hidden(character, place, &piece, lines.start()) {
                        let offset = lines.start() + TextSize::new(place as u32);
                        found.push(HiddenCharacter { offset, character });
                    }
                }
            }
            at = end;
        }
        found
    }
}

/// Whether the character at a place in a piece of a text shows nothing there.
fn is_hidden(character: char, place: usize, piece: &str, piece_start: TextSize) -> bool {
    let before = || piece[..place].chars().next_back();
    if has_its_place(character) {
        let after = piece[place + character.len_utf8()..].chars().next();
        let is_foreign = |neighbour: Option<char>| neighbour.is_some_and(|neighbour| !neighbour.is_ascii());
        return !is_foreign(before()) && !is_foreign(after);
    }
    match character {
        BYTE_ORDER_MARK => place > 0 || piece_start > TextSize::new(0),
        TAG_FIRST..=TAG_LAST => {
            let untagged = piece[..place].trim_end_matches(|c| matches!(c, TAG_FIRST..=TAG_LAST));
            !untagged.ends_with(BLACK_FLAG)
        }
        _ => is_hidden_anywhere(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hidden(text: &str) -> Vec<(u32, char)> {
        let text = Text::new(text);
        let found = text.hidden_characters(text.range());
        found.into_iter().map(|hidden| (hidden.offset.into(), hidden.character)).collect()
    }

    #[test]
    fn what_turns_the_direction_or_shows_nothing_is_found_where_it_is() {
        assert_eq!(hidden("a\u{202e}b\u{200b}c\u{1b}[31m"), [(1, '\u{202e}'), (5, '\u{200b}'), (9, '\u{1b}')]);
        let far = format!("{}é\u{2066}{}\u{ad}", "x".repeat(63), "y".repeat(200));
        assert_eq!(hidden(&far), [(65, '\u{2066}'), (268, '\u{ad}')]);
    }

    #[test]
    fn blanks_line_breaks_and_letters_of_any_script_are_not_hidden() {
        assert_eq!(hidden("a\tb\r\nc\u{c}\n é ß 中 — ≥ 🦀\u{a0}"), []);
    }

    #[test]
    fn joiners_and_marks_belong_to_scripts_and_emoji_that_need_them() {
        assert_eq!(hidden("می\u{200c}خواهم 👩\u{200d}🔬 שלום\u{200f}"), []);
        assert_eq!(hidden("pro\u{200c}of\u{200d} a\u{200f}b"), [(3, '\u{200c}'), (8, '\u{200d}'), (13, '\u{200f}')]);
    }

    #[test]
    fn tags_are_part_of_a_flag_and_hide_text_anywhere_else() {
        assert_eq!(hidden("🏴\u{e0067}\u{e0062}\u{e007f}"), []);
        assert_eq!(hidden("a\u{e0067}\u{e0062}"), [(1, '\u{e0067}'), (5, '\u{e0062}')]);
    }

    #[test]
    fn a_byte_order_mark_is_one_at_the_start_only() {
        assert_eq!(hidden("\u{feff}use"), []);
        assert_eq!(hidden("use\u{feff}"), [(3, '\u{feff}')]);
    }

    #[test]
    fn a_hidden_character_is_told_by_number_and_name() {
        let name = |character| HiddenCharacter { offset: 0.into(), character }.name();
        assert_eq!(name('\u{202e}'), "U+202E RIGHT-TO-LEFT OVERRIDE");
        assert_eq!(name('\u{7}'), "U+0007 CONTROL CHARACTER");
    }
}
