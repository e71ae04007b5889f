//! What a text declares, as plain data: declarations, their fields, and the fields' values.
//!
//! All ranges count from the start of the declaration they are in, so that a declaration stays the same when the text
//! before it changes. A [`Child`] says where a declaration stands in the one around it, or in the file.

use super::{Date, Deadline, Prose, SyntaxError};
use crate::text::{TextRange, TextSize};
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
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
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes());
    breaks.fold(0x811c_9dc5, |hash, at| (hash ^ at as u32).wrapping_mul(0x0100_0193))
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
    /// Its values, in the order of the text. Most fields have one.
    pub values: Values,
    /// What it covers.
    pub range: TextRange,
}

/// The values of a field.
pub type Values = SmallVec<[Value; 1]>;

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
    Cell(Box<CellReference>),
    /// A metric and what it is compared with.
    Comparison(Box<Comparison>),
    /// A number and its unit.
    Quantity(Box<Quantity>),
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
    let is_plain = |rest: &str| rest.bytes().fold(true, |plain, byte| plain & byte.is_ascii_graphic());
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
    fn addresses_are_those_that_an_editor_can_open() {
        assert!(is_url("https://arxiv.org/abs/1602.05629"));
        for bad in ["https://", "javascript:alert(1)", "ftp://x", "https://a b", "see https://a"] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
