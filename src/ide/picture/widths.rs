//! How wide words are, for drawings that must know before anybody has drawn them.
//!
//! Which font a picture is seen in is not known. The widths are those of DejaVu Sans, which is as wide as the wide ones
//! among the usual fonts (Verdana has the same): in any other, words take no more room than was left for them.

/// Thousandths of the size of the font, for each printable character of ASCII from the space on.
const REGULAR: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
    837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
    678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
    365, 712, 838,
];

/// How wide a text is in a font of a size.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let table = if bold { &BOLD } else { &REGULAR };
    let thousandths: u32 = text.chars().map(|char| u32::from(one(char, table))).sum();
    f64::from(thousandths) * size / 1000.0
}

fn one(char: char, table: &[u16; 95]) -> u16 {
    let at = (char as usize).checked_sub(32);
    match at.and_then(|at| table.get(at)) {
        Some(&width) => width,
        // The scripts of East Asia and emoji fill a square; most others are about as wide as wide letters here.
        None if char >= '\u{1100}' => 1000,
        None => 700,
    }
}

/// As much of a text as there is room for.
pub(super) fn fitted(text: &str, size: f64, bold: bool, room: f64) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size, bold);
    let mut fitted = String::new();
    for char in text.chars() {
        fitted.push(char);
        if width(&fitted, size, bold) > room {
            fitted.pop();
            break;
        }
    }
    fitted.truncate(fitted.trim_end().len());
    fitted.push('…');
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_in_the_font() {
        // 'W' is 2025 of 2048 units wide in DejaVu Sans, 'i' is 569.
        assert!((width("Wi", 2048.0, false) - (2025.0 + 569.0)).abs() < 2.5);
        assert!(width("holds", 11.0, true) > width("holds", 11.0, false));
    }

    #[test]
    fn a_text_is_cut_where_the_room_ends() {
        assert_eq!(fitted("short", 10.0, false, 100.0), "short");
        let cut = fitted("a text that is far too long for so little room", 10.0, false, 100.0);
        assert!(cut.ends_with('…') && width(&cut, 10.0, false) <= 100.0, "{cut}");
    }
}
