//! Units: what they measure, and how much of it. So `50 ms` can be held against `12 s`, and not against `50 GB`.
//!
//! A small table of our own, and no library: `docs/decisions/0009-units-are-a-table.md` says what was looked at. What a
//! spec needs is a few dozen names, and that any other word may be the name of something counted: `comparisons/s` is a
//! rate.

mod table;

use super::nearest;
use crate::syntax::Quantity;
use smol_str::SmolStr;
use strsim::damerau_levenshtein;
use table::{COUNTS, LARGE, LONG, OFFERED, Row, SHORT, TIMES, UNITS};

/// What dimensions are made of. In brackets the unit that values of it are counted in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Time (a second).
    Time,
    /// Data (a byte).
    Data,
    /// Arithmetic (a FLOP).
    Compute,
    /// Energy (a joule). Power is energy by time.
    Energy,
    /// Money of one currency: rates of exchange change daily, so each is a dimension.
    Money(SmolStr),
    /// A share of something (the whole: 5 % is 0.05).
    Share,
    /// So many times something (once).
    Multiple,
    /// How many there are of something, by its name in the singular and in small letters.
    Count(SmolStr),
}

/// What is measured: bases and their exponents, sorted, none of them zero. A plain number has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(Vec<(Base, i8)>);

impl Dimension {
    fn of(bases: &[(Base, i8)]) -> Dimension {
        let mut dimension = Dimension::default();
        for (base, exponent) in bases {
            dimension.add(base, *exponent);
        }
        dimension
    }

    /// That of values which are counted in a base alone.
    pub fn of_base(base: Base) -> Dimension {
        Dimension(vec![(base, 1)])
    }

    fn add(&mut self, base: &Base, exponent: i8) {
        match self.0.iter_mut().find(|(own, _)| own == base) {
            Some((_, own)) => *own = own.saturating_add(exponent),
            None => self.0.push((base.clone(), exponent)),
        }
        self.0.retain(|(_, exponent)| *exponent != 0);
        self.0.sort();
    }

    fn times(mut self, other: &Dimension, sign: i8) -> Dimension {
        for (base, exponent) in &other.0 {
            self.add(base, exponent.saturating_mul(sign));
        }
        self
    }

    /// The exponent of a base: 1 for the time in `s`, -1 for that in `tx/s`, 0 where it has no part.
    pub fn exponent(&self, base: &Base) -> i8 {
        self.0.iter().find(|(own, _)| own == base).map_or(0, |(_, exponent)| *exponent)
    }

    /// The bases it is made of, with their exponents.
    pub fn bases(&self) -> impl Iterator<Item = (&Base, i8)> {
        self.0.iter().map(|(base, exponent)| (base, *exponent))
    }

    /// Whether it is that of a number without a unit.
    pub fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a count of something has a part in it.
    pub fn has_count(&self) -> bool {
        self.0.iter().any(|(base, _)| matches!(base, Base::Count(_)))
    }

    /// Whether something of the physical world or money has a part in it: not only counts, shares and multiples.
    pub fn is_physical(&self) -> bool {
        self.0.iter().any(|(base, _)| !matches!(base, Base::Count(_) | Base::Share | Base::Multiple))
    }

    /// Whether values of the two can be compared. A plain number compares with a share (0.95 and 95 %) and with a
    /// multiple, but a share does not with a multiple: 7 % more is 1.07 times as much.
    pub fn compares_with(&self, other: &Dimension) -> bool {
        let number = |dimension: &Dimension| {
            dimension.is_plain() || matches!(&dimension.0[..], [(Base::Share | Base::Multiple, 1)])
        };
        self == other || (self.is_plain() || other.is_plain()) && number(self) && number(other)
    }

    /// What it measures, in words: `a time`, `an amount of data`.
    pub fn in_words(&self) -> String {
        match &self.0[..] {
            [] => "a plain number".to_owned(),
            [(Base::Time, -1), (Base::Energy, 1)] => "a power".to_owned(),
            [(base, 1)] => match base {
                Base::Time => "a time".to_owned(),
                Base::Data => "an amount of data".to_owned(),
                Base::Compute => "an amount of arithmetic".to_owned(),
                Base::Energy => "an energy".to_owned(),
                Base::Money(_) => "an amount of money".to_owned(),
                Base::Share => "a share".to_owned(),
                Base::Multiple => "a multiple".to_owned(),
                Base::Count(_) => "a count".to_owned(),
            },
            _ if self.exponent(&Base::Time) == -1 => "a rate, so much in a time".to_owned(),
            _ if self.0.iter().any(|(base, exponent)| matches!(base, Base::Money(_)) && *exponent > 0) => {
                "a price".to_owned()
            }
            _ => "a ratio of two things".to_owned(),
        }
    }
}

/// A unit: what it measures, and how much of the unit that values of this dimension are counted in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the base units it is: 0.001 for `ms`.
    pub factor: f64,
}

/// A quantity in the base units of its dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// How much: 0.05 for `50 ms`.
    pub value: f64,
    /// Of what.
    pub dimension: Dimension,
}

impl Measure {
    /// What a quantity comes to. Nothing if its unit cannot be read or its number is too large to reckon with.
    pub fn of(quantity: &Quantity) -> Option<Measure> {
        let unit = match &quantity.unit {
            Some(unit) => Unit::parse(&unit.text)?,
            None => Unit { dimension: Dimension::default(), factor: 1.0 },
        };
        let value = quantity.value * unit.factor;
        value.is_finite().then_some(Measure { value, dimension: unit.dimension })
    }

    /// Whether it can be compared with another.
    pub fn compares_with(&self, other: &Measure) -> bool {
        self.dimension.compares_with(&other.dimension)
    }
}

impl Unit {
    /// The units that one would offer to somebody who has written a number, as they are written.
    pub fn usual() -> &'static [&'static str] {
        OFFERED
    }

    /// Reads a unit. A word that no unit is called by counts what it names; so nothing comes of a text only where after
    /// its slash neither a unit nor a word follows, as in `tx/1000`.
    pub fn parse(text: &str) -> Option<Unit> {
        let Some((over, per)) = text.split_once('/') else { return Some(known(text).unwrap_or_else(|| count(text))) };
        let over = known(over).unwrap_or_else(|| count(over));
        // A petaflop a second, for a day, is written with the slash first.
        if let Some(days) = per.strip_prefix("s-").and_then(time) {
            let per_second = Dimension::of(&[(Base::Time, -1)]);
            return Some(Unit {
                dimension: over.dimension.times(&per_second, 1).times(&days.dimension, 1),
                factor: over.factor * days.factor,
            });
        }
        let per = denominator(per)?;
        Some(Unit { dimension: over.dimension.times(&per.dimension, -1), factor: over.factor / per.factor })
    }

    /// The unit that this text is most likely a misspelling of. Nothing for a unit, and nothing for a word that may well
    /// be the name of something counted: a short word counts as misspelt only if its letters are those of a unit in
    /// another case or with two of them swapped.
    pub fn misspelt(text: &str) -> Option<String> {
        match text.split_once('/') {
            None => misspelt_word(text).map(str::to_owned),
            Some((over, per)) => {
                let right_over = misspelt_word(over);
                let right_per = misspelt_word(per)
                    .or_else(|| if denominator(per).is_none() { nearest(per, TIMES.iter().copied()) } else { None });
                (right_over.is_some() || right_per.is_some())
                    .then(|| format!("{}/{}", right_over.unwrap_or(over), right_per.unwrap_or(per)))
            }
        }
    }

    /// The unit of this dimension that is spelt most nearly like a word which stands where one is needed.
    pub fn nearest_of(dimension: &Dimension, text: &str) -> Option<String> {
        if text.chars().count() < 2 {
            return None;
        }
        names()
            .filter(|(name, row)| name.chars().count() > 1 && Dimension::of(row.bases) == *dimension)
            .map(|(name, _)| (damerau_levenshtein(&name, text), name))
            .filter(|(distance, _)| *distance <= 1)
            .min()
            .map(|(_, name)| name)
    }
}

fn misspelt_word(word: &str) -> Option<&'static str> {
    if known(word).is_some() || named_count(word).is_some() {
        return None;
    }
    let lower = word.to_lowercase();
    let other_case = SHORT.iter().chain(LONG).find(|unit| unit.to_lowercase() == lower);
    other_case.copied().or_else(|| {
        let swapped = |unit: &str| {
            let sorted = |text: &str| {
                let mut letters: Vec<char> = text.to_lowercase().chars().collect();
                letters.sort_unstable();
                letters
            };
            unit.len() >= 3 && sorted(unit) == sorted(word) && damerau_levenshtein(&unit.to_lowercase(), &lower) == 1
        };
        let near = |unit: &str| word.len() >= 5 && damerau_levenshtein(unit, &lower) == 1;
        let by_case = SHORT.iter().find(|unit| swapped(unit));
        by_case.or_else(|| LONG.iter().find(|unit| swapped(unit) || near(unit))).copied()
    })
}

/// All units of the table as they are written.
fn names() -> impl Iterator<Item = (String, &'static Row)> {
    UNITS.iter().flat_map(|row| {
        let all = row.prefixes.iter().flat_map(move |(prefix, _)| row.names.iter().map(move |name| (*prefix, *name)));
        all.map(move |(prefix, name)| (format!("{prefix}{name}"), row))
    })
}

/// A unit of the table, or one of the counts that take prefixes, or so many hours of something.
fn known(word: &str) -> Option<Unit> {
    let of = |row: &Row, prefix: f64| Unit { dimension: Dimension::of(row.bases), factor: row.factor * prefix };
    for row in UNITS {
        for name in row.names {
            let Some(prefix) = word.strip_suffix(name) else { continue };
            if let Some((_, factor)) = row.prefixes.iter().find(|(own, _)| *own == prefix) {
                return Some(of(row, *factor));
            }
        }
    }
    if let Some((name, factor)) = named_count(word) {
        return Some(Unit { dimension: Dimension::of(&[(Base::Count(SmolStr::new_static(name)), 1)]), factor });
    }
    let (what, long) = word.rsplit_once('-')?;
    let long = time(long)?;
    let what = known(what).unwrap_or_else(|| count(what));
    Some(Unit { dimension: what.dimension.times(&long.dimension, 1), factor: what.factor * long.factor })
}

fn time(word: &str) -> Option<Unit> {
    (!word.contains('-'))
        .then(|| known(word))
        .flatten()
        .filter(|unit| unit.dimension == Dimension::of(&[(Base::Time, 1)]))
}

/// One of the counts that are known, and by what its prefix multiplies it.
fn named_count(word: &str) -> Option<(&'static str, f64)> {
    let is = |rest: &str, ways: &[&str]| ways.contains(&rest);
    let lower = word.to_lowercase();
    if let Some((name, _)) = COUNTS.iter().find(|(_, ways)| is(&lower, ways)) {
        return Some((name, 1.0));
    }
    LARGE[1..].iter().find_map(|(prefix, factor)| {
        let rest = word.strip_prefix(prefix)?;
        COUNTS.iter().find(|(_, ways)| is(rest, ways)).map(|(name, _)| (*name, *factor))
    })
}

/// Something counted, by the word for it.
fn count(word: &str) -> Unit {
    let mut name = word.to_lowercase();
    if name.len() > 3 && name.ends_with('s') && !name.ends_with("ss") && !name.ends_with("us") {
        name.pop();
    }
    Unit { dimension: Dimension::of(&[(Base::Count(name.into()), 1)]), factor: 1.0 }
}

/// What follows a slash: `s`, `block`, `1k-tokens`. A number alone is nothing to divide by, nor is a single letter.
fn denominator(text: &str) -> Option<Unit> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 {
        let letters = text.chars().count();
        return known(text).or_else(|| (letters > 1).then(|| count(text)));
    }
    let number: f64 = text[..digits].parse().ok()?;
    let rest = &text[digits..];
    let (factor, word) = match rest.split_once('-') {
        Some(("", word)) => (1.0, word),
        Some(("k" | "K", word)) => (1e3, word),
        Some(("M", word)) => (1e6, word),
        Some(("B" | "G", word)) => (1e9, word),
        Some(_) => return None,
        None => (1.0, rest),
    };
    let word_follows = word.starts_with(|c: char| c.is_alphabetic());
    let unit = denominator(word).filter(|unit| word_follows && number > 0.0 && !unit.dimension.is_plain())?;
    Some(Unit { factor: unit.factor * number * factor, ..unit })
}

/// A factor for a reader: `1.1 times`, `240 times`, `12,000 times`, `5 million times`.
pub fn times(factor: f64) -> String {
    const LARGE_NUMBERS: &[(f64, &str)] = &[(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
    if !factor.is_finite() || factor >= 1e15 {
        return format!("{factor:.0e} times");
    }
    for (size, word) in LARGE_NUMBERS {
        if factor >= *size {
            return format!("{} {word} times", significant(factor / size));
        }
    }
    format!("{} times", significant(factor))
}

/// A number with two or three figures that count; one just above 1 does not become 1.
fn significant(number: f64) -> String {
    if (1.0..1.1).contains(&number) && number > 1.0 {
        return format!("{:.2}", number.max(1.01));
    }
    if number < 10.0 {
        let text = format!("{number:.1}");
        return text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned);
    }
    let size = 10f64.powi((number.log10().floor() as i32 - 2).max(0));
    let digits = format!("{:.0}", (number / size).round() * size);
    thousands(&digits)
}

/// The digits of a whole number with a comma between thousands.
pub fn thousands(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn unit(text: &str) -> Unit {
        Unit::parse(text).unwrap_or_else(|| panic!("{text} is no unit"))
    }

    /// So much of the first is one of the second.
    #[track_caller]
    fn same(first: &str, factor: f64, second: &str) {
        let (a, b) = (unit(first), unit(second));
        assert_eq!(a.dimension, b.dimension, "{first} and {second}");
        let ratio = a.factor * factor / b.factor;
        assert!((ratio - 1.0).abs() < 1e-9, "{factor} {first} are not one {second}, but {ratio}");
    }

    #[test]
    fn units_of_one_dimension_differ_by_a_factor() {
        same("ms", 1e3, "s");
        same("µs", 1e6, "s");
        same("μs", 1e6, "s");
        same("us", 1e6, "s");
        same("s", 60.0, "min");
        same("hours", 24.0, "day");
        same("months", 12.0, "year");
        same("tx/min", 60.0, "TPS");
        same("transactions/day", 86_400.0, "tx/s");
        same("tokens/h", 3_600.0, "tokens/s");
        same("MB", 1e3, "GB");
        same("B", 1_048_576.0, "MiB");
        same("Mbps", 8.0, "MB/s");
        same("Mbit/s", 1.0, "Mb/s");
        same("gigabytes", 1.0, "GB");
        same("GFLOP", 1e3, "TFLOP");
        same("PFLOPS", 1.0, "PFLOP/s");
        same("PFLOP", 86_400.0, "PFLOP/s-day");
        same("MW", 1e3, "GW");
        same("J/s", 1.0, "W");
        same("J", 3.6e6, "kWh");
        same("GFLOPS/W", 1.0, "GFLOP/J");
        same("USD/1M-tokens", 1e3, "USD/1k-tokens");
        same("USD/1000-tokens", 1.0, "USD/1k-tokens");
        same("USD/GPU-day", 24.0, "USD/GPU-hour");
        same("Mgas/s", 1.0, "Mgas/s");
        same("gas/s", 1e6, "Mgas/s");
        same("million", 1e3, "bn");
        same("‰", 10.0, "%");
    }

    #[test]
    fn other_things_are_of_another_dimension() {
        let units =
            ["s", "tx/s", "tokens/s", "GB", "GB/s", "FLOP", "FLOP/s", "W", "Wh", "USD", "EUR", "USD/month", "%", "x"];
        for (index, a) in units.iter().enumerate() {
            for b in &units[..index] {
                assert_ne!(unit(a).dimension, unit(b).dimension, "{a} and {b}");
            }
        }
    }

    #[test]
    fn any_word_may_be_counted() {
        for (one, same) in [("tokens", "token"), ("comparisons/s", "comparison/s"), ("GPUs", "gpu"), ("txs", "tx")] {
            assert_eq!(unit(one), unit(same));
        }
        for word in
            ["comparisons/s", "daos", "sets", "bots", "TAO", "gas", "images/set", "USD/DAO", "rounds", "bids", "m"]
        {
            assert!(Unit::parse(word).is_some(), "{word}");
            assert_eq!(Unit::misspelt(word), None, "{word}");
        }
    }

    #[test]
    fn a_misspelt_unit_finds_the_one_that_is_meant() {
        for (wrong, right) in [
            ("MS", "ms"),
            ("gw", "GW"),
            ("flop", "FLOP"),
            ("mb", "MB"),
            ("mni", "min"),
            ("secnds", "seconds"),
            ("minuets", "minutes"),
            ("tokns/s", "tokens/s"),
            ("tx/sce", "tx/sec"),
            ("tx/S", "tx/s"),
        ] {
            assert_eq!(Unit::misspelt(wrong).as_deref(), Some(right), "{wrong}");
        }
        for right in
            names().map(|(name, _)| name).chain(COUNTS.iter().flat_map(|(_, w)| w.iter().map(|w| w.to_string())))
        {
            assert_eq!(Unit::misspelt(&right), None, "{right}");
        }
    }

    #[test]
    fn after_a_slash_stands_what_can_be_divided_by() {
        for wrong in ["tx/1000", "tx/m", "USD/1k", "tx/0s"] {
            assert_eq!(Unit::parse(wrong), None, "{wrong}");
        }
        for right in ["tx/s", "tx/12s", "USD/1k-tokens", "gas/tx", "USD/GB", "J/token", "MB/block"] {
            assert!(Unit::parse(right).is_some(), "{right}");
        }
    }

    #[test]
    fn numbers_compare_with_shares_and_multiples_and_these_not_with_each_other() {
        let (plain, share, multiple) = (Dimension::default(), unit("%").dimension, unit("x").dimension);
        assert!(plain.compares_with(&share) && multiple.compares_with(&plain) && plain.compares_with(&plain));
        assert!(!share.compares_with(&multiple) && !plain.compares_with(&unit("nodes").dimension));
    }

    #[test]
    fn quantities_come_to_so_much_of_a_base_unit() {
        let quantity = |number: &str, unit: Option<&str>| Quantity {
            number: number.into(),
            value: number.parse().expect("a number"),
            unit: unit.map(|unit| crate::syntax::Word { text: unit.into(), range: Default::default() }),
        };
        let value = |number, unit| Measure::of(&quantity(number, unit)).map(|measure| measure.value);
        assert_eq!(value("50", Some("ms")), Some(0.05));
        assert_eq!(value("12", Some("s")), Some(12.0));
        assert_eq!(value("5", None), Some(5.0));
        assert_eq!(value("5", Some("tx/1000")), None);
        assert_eq!(value("1e400", Some("s")), None);
    }

    #[test]
    fn factors_are_told_as_one_would_say_them() {
        for (factor, told) in [
            (1.001, "1.01 times"),
            (1.08, "1.08 times"),
            (2.0, "2 times"),
            (3.83, "3.8 times"),
            (240.0, "240 times"),
            (12_096.0, "12,100 times"),
            (604_800.0, "605,000 times"),
            (5e6, "5 million times"),
            (1.26e9, "1.3 billion times"),
            (2e18, "2e18 times"),
        ] {
            assert_eq!(times(factor), told);
        }
    }

    #[test]
    fn dimensions_are_told_in_words() {
        for (text, told) in [
            ("s", "a time"),
            ("GB", "an amount of data"),
            ("tx/s", "a rate, so much in a time"),
            ("GW", "a power"),
            ("kWh", "an energy"),
            ("USD/1k-tokens", "a price"),
            ("%", "a share"),
            ("nodes", "a count"),
        ] {
            assert_eq!(unit(text).dimension.in_words(), told);
        }
    }

    #[test]
    fn what_is_offered_is_a_unit_that_is_written_properly() {
        let mut seen = std::collections::HashSet::new();
        for offered in Unit::usual() {
            assert!(Unit::parse(offered).is_some() && Unit::misspelt(offered).is_none(), "{offered}");
            let over = offered.split('/').next().unwrap_or_default();
            assert!(known(over).is_some(), "{offered} is in no table");
            assert!(seen.insert(offered), "{offered} is offered twice");
        }
    }
}
