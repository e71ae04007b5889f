//! How the tables lie in the program: written while it is built, by `prepare.rs`, and read by `tables.rs`.
//!
//! What `Debug` says of these types is the source that the build writes.

use super::marks::Marks;

/// Where some entries of a list stand: from the first number up to the second.
pub(super) type Stretch = (u16, u16);

/// The number of an item that stands for words: of all its alternatives as they are written, such as `a|b*|@c`.
pub(super) type Alternatives = u16;

/// An item of a pattern behind its first. `families.rs` says how they are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item {
    /// A word.
    One(Alternatives),
    /// A word or nothing.
    Maybe(Alternatives),
    /// Up to so many words, with or without commas between them.
    Gap { most: u8, commas: bool },
    /// A comma that may or may not be there.
    Comma,
    /// The next word is none of these.
    Not(Alternatives),
    /// The clause ends here.
    End,
}

/// A row of a family.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Whether it must begin a clause.
    pub begins: bool,
    /// Its items behind the first, by which it is found.
    pub pattern: Stretch,
    /// What must stand somewhere in a text, or the row need not be looked for there.
    pub needed: Option<Alternatives>,
    pub points: u8,
    pub family: u8,
}

/// A letter in the tree of all words and beginnings that the tables speak of. The letter that follows it with a byte
/// lies that far behind `base`, if what lies there follows this one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub base: u16,
    /// The letter that this one follows.
    pub after: u16,
    /// What the word stands for that ends here.
    pub here: u16,
    /// What a word stands for that goes on to where the tree does not.
    pub beyond: u16,
}

/// What a word stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Sense {
    /// The lists that it stands in.
    pub marks: Marks,
    /// The rows that may begin with it, as numbers.
    pub rows: Stretch,
    /// The alternatives that it is among.
    pub alternatives: Stretch,
}
