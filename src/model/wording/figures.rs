//! Figures in a text, and the names that patterns have for them.

/// What a word is as a figure: one bit for each name that it goes by.
pub(super) type Figures = u16;

/// Names of figures, and when a figure is one: the least value, and whether it must be a percentage or a multiple.
pub(super) const FIGURES: [(&str, f64, Unit); 13] = [
    ("@num", 0.0, Unit::Any),
    ("@n10", 10.0, Unit::Plain),
    ("@n100", 100.0, Unit::Plain),
    ("@n1000", 1000.0, Unit::Plain),
    ("@n100k", 100_000.0, Unit::Plain),
    ("@pct", 0.0, Unit::Percent),
    ("@pct85", 85.0, Unit::Percent),
    ("@pct95", 95.0, Unit::Percent),
    ("@pct99", 99.5, Unit::Percent),
    ("@pct100", 100.0, Unit::Percent),
    ("@x5", 5.0, Unit::Times),
    ("@x50", 50.0, Unit::Times),
    ("@x1000", 1000.0, Unit::Times),
];

/// A figure, whatever its value and unit.
pub(super) const NUMBER: Figures = 1;

/// The place of the bit of any word that is no figure, after those of the names.
pub(super) const ANY: usize = FIGURES.len();

/// What a word is that is no figure.
pub(super) const NONE: Figures = 1 << ANY;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Any,
    Plain,
    Percent,
    Times,
}

/// What a word in small letters is as a figure, or that it is none. `percent` says that a percent sign stands behind it.
pub(super) fn figures(word: &str, percent: bool) -> Figures {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return NONE;
    }
    let Some((value, unit)) = figure(word, percent) else { return 0 };
    let goes_by = |&(_, least, wanted): &(&str, f64, Unit)| value >= least && (wanted == Unit::Any || wanted == unit);
    FIGURES.iter().enumerate().filter(|(_, name)| goes_by(name)).fold(0, |bits, (place, _)| bits | 1 << place)
}

/// The value of a figure such as "14,000", "2.5k", "40x" or, with a sign behind it, "99.9".
fn figure(word: &str, percent: bool) -> Option<(f64, Unit)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(word.len());
    let value: f64 = match &word[..end] {
        parted if parted.contains(',') => parted.replace(',', "").parse().ok()?,
        plain => plain.parse().ok()?,
    };
    match &word[end..] {
        "" if percent => Some((value, Unit::Percent)),
        "" => Some((value, Unit::Plain)),
        "x" | "×" => Some((value, Unit::Times)),
        "k" => Some((value * 1e3, Unit::Plain)),
        "m" => Some((value * 1e6, Unit::Plain)),
        _ => Some((value, Unit::Any)),
    }
}
