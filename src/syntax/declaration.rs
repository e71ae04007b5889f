//! What a text declares, as plain data: declarations, their fields, and the fields' values.
//!
//! All ranges count from the start of the declaration they are in, so that a declaration stays the same when the text
//! before it changes. A [`Child`] says where a declaration stands in the one around it, or in the file.

use super::{Prose, SyntaxError};
use crate::text::{TextRange, TextSize};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::sync::Arc;

/// The word that opens a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Keyword {
    /// Makes another file's declarations known.
    Use,
    /// A project.
    Project,
    /// What a project claims.
    Claim,
    /// A rating of cells.
    Matrix,
    /// The rating of one cell.
    Cell,
    /// A row or a column of the matrix.
    Property,
    /// A way to get a property.
    Technique,
    /// A blockchain.
    Chain,
    /// A limit that no project can pass.
    Ceiling,
    /// A phrase that says nothing that could be checked.
    Phrase,
    /// A source that figures come from.
    Reference,
    /// A word that opens no declaration of this language.
    Unknown,
}

impl Keyword {
    /// All keywords of the language, in the order in which its reference explains them.
    pub const ALL: [Keyword; 11] = [
        Self::Use,
        Self::Project,
        Self::Claim,
        Self::Matrix,
        Self::Cell,
        Self::Property,
        Self::Technique,
        Self::Chain,
        Self::Ceiling,
        Self::Phrase,
        Self::Reference,
    ];

    /// The word as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::Project => "project",
            Self::Claim => "claim",
            Self::Matrix => "matrix",
            Self::Cell => "cell",
            Self::Property => "property",
            Self::Technique => "technique",
            Self::Chain => "chain",
            Self::Ceiling => "ceiling",
            Self::Phrase => "phrase",
            Self::Reference => "reference",
            Self::Unknown => "declaration",
        }
    }

    /// The keyword that a word is.
    pub fn from_word(word: &str) -> Option<Keyword> {
        Some(match word {
            "use" => Self::Use,
            "project" => Self::Project,
            "claim" => Self::Claim,
            "matrix" => Self::Matrix,
            "cell" => Self::Cell,
            "property" => Self::Property,
            "technique" => Self::Technique,
            "chain" => Self::Chain,
            "ceiling" => Self::Ceiling,
            "phrase" => Self::Phrase,
            "reference" => Self::Reference,
            _ => return None,
        })
    }

    /// The keyword that may stand inside a declaration of this one.
    pub fn inner(self) -> Option<Keyword> {
        match self {
            Self::Project => Some(Self::Claim),
            Self::Matrix => Some(Self::Cell),
            _ => None,
        }
    }

    /// The keyword in whose declarations this one must stand.
    pub fn outer(self) -> Option<Keyword> {
        match self {
            Self::Claim => Some(Self::Project),
            Self::Cell => Some(Self::Matrix),
            _ => None,
        }
    }
}

/// A declaration inside another, or in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Child {
    /// Where it starts, counted from the start of what it is in.
    pub offset: TextSize,
    /// The declaration.
    pub declaration: Arc<Declaration>,
}

impl Child {
    /// Takes over from what stood here before what is still the same: all of it, or what is declared in it.
    pub(super) fn take_over(&mut self, before: Option<&Child>) {
        let Some(before) = before.map(|before| &before.declaration) else { return };
        if *before == self.declaration {
            self.declaration = Arc::clone(before);
            return;
        }
        let declaration = Arc::make_mut(&mut self.declaration);
        let len = declaration.children.len();
        for (index, child) in declaration.children.iter_mut().enumerate() {
            // Counted from the start, or, behind one that is new or gone, from the end.
            let from_the_end = (before.children.len() + index).checked_sub(len);
            let same = |at: usize| before.children.get(at).filter(|known| known.declaration == child.declaration);
            if let Some(known) = same(index).or_else(|| from_the_end.and_then(same)) {
                child.declaration = Arc::clone(&known.declaration);
            }
        }
    }

    /// What it covers, counted from the start of what it is in.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.offset, self.declaration.len)
    }
}

/// `keyword name "title" { … }`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Declaration {
    /// The word that opens it.
    pub keyword: Keyword,
    /// That word as it is written.
    pub keyword_word: Word,
    /// How long it is.
    pub len: TextSize,
    /// Where its line breaks are, as a number that differs, as good as certainly, when they are elsewhere. Ranges are in
    /// bytes, but who shows them counts in lines: a declaration whose lines break elsewhere is another.
    pub(super) line_breaks: u32,
    /// Its header: all but its body.
    pub header: TextRange,
    /// Its name.
    pub name: Option<Word>,
    /// Its title; the path of a `use`, the words of a `phrase`.
    pub title: Option<Value>,
    /// The cells of a `claim`, the one cell of a `cell`.
    pub cells: Vec<CellReference>,
    /// Where a claim's list of cells is, or would be.
    pub cells_range: TextRange,
    /// The matrix that a `matrix` extends.
    pub extends: Option<Word>,
    /// What sort of phrase a `phrase` is.
    pub kind: Option<Word>,
    /// Its body with the braces, if it has one.
    pub body: Option<TextRange>,
    /// Its fields, in the order of the text.
    pub fields: Vec<Field>,
    /// The declarations in it, in the order of the text.
    pub children: Vec<Child>,
    /// What is wrong in it, but not in its children.
    #[serde(skip)]
    pub errors: Vec<SyntaxError>,
    /// It was read from its own text alone: as long as that stays the same, nothing around it makes it another.
    pub(super) settled: bool,
}

/// Where the line breaks of a text are, as a number (FNV-1a).
pub(super) fn line_breaks(text: &str) -> u32 {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
    breaks.fold(0x811c_9dc5, |hash, (at, _)| (hash ^ at as u32).wrapping_mul(0x0100_0193))
}

impl Declaration {
    /// One of which no more is known than where its keyword stands.
    pub(super) fn of(keyword: Keyword, word: TextRange) -> Declaration {
        Declaration {
            keyword,
            keyword_word: Word { text: SmolStr::new_static(keyword.as_str()), range: word },
            len: word.end(),
            line_breaks: line_breaks(""),
            header: word,
            name: None,
            title: None,
            cells: Vec::new(),
            cells_range: TextRange::empty(word.end()),
            extends: None,
            kind: None,
            body: None,
            fields: Vec::new(),
            children: Vec::new(),
            errors: Vec::new(),
            settled: true,
        }
    }

    /// What names it to the reader: its name, or else its keyword.
    pub fn selection(&self) -> TextRange {
        match (&self.name, &self.title, self.cells.first()) {
            (Some(name), _, _) => name.range,
            (None, Some(title), _) => title.range,
            (None, None, Some(cell)) => cell.range,
            (None, None, None) => self.keyword_word.range,
        }
    }

    /// Whether it says the same as another at the same places, but for what is declared in it.
    pub fn is_same_outside_of_children(&self, other: &Declaration) -> bool {
        self.keyword == other.keyword
            && self.name == other.name
            && self.title == other.title
            && self.cells == other.cells
            && self.extends == other.extends
            && self.kind == other.kind
            && self.fields == other.fields
    }

    /// The text of its title.
    pub fn title_text(&self) -> Option<&str> {
        self.title.as_ref().and_then(Value::as_text)
    }

    /// Its fields of that name.
    pub fn fields_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Field> + 'a {
        self.fields.iter().filter(move |field| field.name.text == name)
    }

    /// Its first field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name.text == name)
    }

    /// The text of the first value of its first field of that name.
    pub fn field_text(&self, name: &str) -> Option<&str> {
        self.field(name).and_then(|field| field.values.first()).and_then(Value::as_text)
    }

    /// All names among the values of its fields of that name.
    pub fn field_names<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a SmolStr, TextRange)> + 'a {
        self.fields_named(name).flat_map(|field| &field.values).filter_map(|value| match &value.kind {
            ValueKind::Name(name) => Some((name, value.range)),
            _ => None,
        })
    }
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The word.
    pub text: SmolStr,
    /// Where it stands.
    pub range: TextRange,
}

/// `name value, value …`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: Word,
    /// Its values, in the order of the text.
    pub values: Vec<Value>,
    /// What it covers.
    pub range: TextRange,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Where it stands, with its quotes.
    pub range: TextRange,
    /// Whether a comma parts it from the value before it.
    pub after_comma: bool,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ValueKind {
    /// Text between quotes.
    String(Prose),
    /// An address without quotes.
    Url(SmolStr),
    /// A name.
    Name(SmolStr),
    /// Two properties.
    Cell(CellReference),
    /// A metric and what it is compared with.
    Comparison(Comparison),
    /// A number and its unit.
    Quantity(Quantity),
    /// A day, month or year.
    Date(Date),
    /// Until or by when.
    Deadline(Deadline),
}

impl Value {
    /// The text of a string, an address or a name.
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::String(prose) => Some(&prose.text),
            ValueKind::Url(text) | ValueKind::Name(text) => Some(text),
            _ => None,
        }
    }

    /// The address, if it is one, with or without quotes.
    pub fn as_url(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::Url(url) => Some(url),
            ValueKind::String(prose) if is_url(&prose.text) => Some(&prose.text),
            _ => None,
        }
    }

    /// The name, if it is one.
    pub fn as_name(&self) -> Option<&SmolStr> {
        match &self.kind {
            ValueKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The date, if it is one or a number that can be a year.
    pub fn as_date(&self) -> Option<Date> {
        match &self.kind {
            ValueKind::Date(date) => Some(*date),
            ValueKind::Quantity(quantity) if quantity.unit.is_none() => Date::from_year(&quantity.number),
            _ => None,
        }
    }
}

/// Whether a text is an address that an editor can open.
pub fn is_url(text: &str) -> bool {
    // Nearly all addresses are of plain letters and signs alone, and those are told sooner.
    let is_plain = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_graphic());
    ["https://", "http://"]
        .iter()
        .filter_map(|scheme| text.strip_prefix(scheme))
        .any(|rest| !rest.is_empty() && (is_plain(rest) || !rest.chars().any(|c| c.is_whitespace() || c.is_control())))
}

/// `privacy + decentralization`, in either order, or a part of it while it is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellReference {
    /// The property before the `+`.
    pub left: Option<Word>,
    /// The property after the `+`.
    pub right: Option<Word>,
    /// What it covers.
    pub range: TextRange,
}

impl CellReference {
    /// The properties that are there.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.left.iter().chain(&self.right)
    }
}

/// `latency < 50 ms`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// What is measured.
    pub metric: Option<Word>,
    /// How it compares.
    pub operator: Operator,
    /// With what.
    pub quantity: Option<Quantity>,
}

/// How a metric compares with a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `=`
    Equal,
    /// `>=`
    GreaterOrEqual,
    /// `>`
    Greater,
}

impl Operator {
    /// The sign as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Equal => "=",
            Self::GreaterOrEqual => ">=",
            Self::Greater => ">",
        }
    }
}

/// A number and its unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number as it is written.
    pub number: SmolStr,
    /// Its value.
    pub value: f64,
    /// Its unit.
    pub unit: Option<Word>,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2026`, `2026-05` or `2026-05-31`; none for what is no date of the calendar.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year: u16 = parts.next()?.parse().ok()?;
        let month: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        let day: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        let days = match month {
            None => 0,
            Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            Some(1..=12) => 31,
            Some(_) => return None,
        };
        let date = Date { year, month, day };
        (day.is_none_or(|day| (1..=days).contains(&day)) && parts.next().is_none()).then_some(date)
    }

    /// The day that is so many days after 1970-01-01, in the Gregorian calendar.
    pub fn from_unix_days(days: u64) -> Date {
        // Counted from 1 March, so that the day which leap years add comes last; 146,097 days are 400 years.
        let days = days + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Date { year: year as u16, month: Some(month as u8), day: Some(day as u8) }
    }

    /// Whole months from this date to a later one; a part that is not given counts as its beginning. Negative if the
    /// other is earlier.
    pub fn months_until(self, later: Date) -> i32 {
        let months = |date: Date| i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(1)) - 1;
        let part = i32::from(later.day.unwrap_or(1) < self.day.unwrap_or(1));
        months(later) - months(self) - part
    }

    /// Days from this day to a later one, negative if the other is earlier; nothing where one of them is no day.
    pub fn days_until(self, later: Date) -> Option<i64> {
        // Days since the first of March of the year 0, as in `from_unix_days`.
        let days = |date: Date| {
            let (month, day) = (i64::from(date.month?), i64::from(date.day?));
            let year = i64::from(date.year) - i64::from(month <= 2);
            let shifted_month = (month + 9) % 12;
            Some(
                365 * year + year.div_euclid(4) - year.div_euclid(100)
                    + year.div_euclid(400)
                    + (153 * shifted_month + 2) / 5
                    + day
                    - 1,
            )
        };
        Some(days(later)? - days(self)?)
    }

    /// Whether all of this day, month or year lies before a day.
    pub fn is_over_on(self, day: Date) -> bool {
        let end = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        end < (day.year, day.month.unwrap_or(1), day.day.unwrap_or(1))
    }

    fn from_year(number: &str) -> Option<Date> {
        (number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit())).then(|| Date::parse(number)).flatten()
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// `until 2027-01-31`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// Until or by.
    pub kind: DeadlineKind,
    /// When.
    pub date: Option<Date>,
}

/// Whether a deadline ends something or is when something is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeadlineKind {
    /// `until`
    Until,
    /// `by`
    By,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_is_what_it_is_written_as() {
        for keyword in Keyword::ALL {
            assert_eq!(Keyword::from_word(keyword.as_str()), Some(keyword));
        }
        assert_eq!(Keyword::from_word(Keyword::Unknown.as_str()), None);
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let first = Date::from_unix_days(0);
        for days in [0, 1, 58, 59, 60, 365, 789, 11_016, 11_017, 20_000, 47_540] {
            let later = Date::from_unix_days(days);
            assert_eq!(first.days_until(later), Some(days as i64), "{later}");
            assert_eq!(later.days_until(first), Some(-(days as i64)), "{later}");
        }
        let month = Date { year: 2026, month: Some(5), day: None };
        assert_eq!(month.days_until(first), None);
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for good in ["2026", "2026-02", "2024-02-29", "2026-12-31"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in ["2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-01-00", "x"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        for (days, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_781, "2026-11-24")] {
            assert_eq!(Date::from_unix_days(days).to_string(), date);
        }
    }

    #[test]
    fn dates_are_compared_by_what_is_given_of_them() {
        let date = |text| Date::parse(text).expect("a date");
        assert_eq!(date("2024-02-17").months_until(date("2026-02-16")), 23);
        assert_eq!(date("2024").months_until(date("2026-11-24")), 34);
        assert!(date("2026-11-23").is_over_on(date("2026-11-24")));
        assert!(!date("2026-11").is_over_on(date("2026-11-24")));
        assert!(date("2025").is_over_on(date("2026-01-01")));
    }

    #[test]
    fn addresses_are_those_that_an_editor_can_open() {
        assert!(is_url("https://arxiv.org/abs/1602.05629"));
        for bad in ["https://", "javascript:alert(1)", "ftp://x", "https://a b", "see https://a"] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
