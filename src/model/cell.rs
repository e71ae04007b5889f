//! The two axes of the matrix, its nine cells, and how strong a cell is on whose word.

use crate::syntax::CellReference;

/// One of the two axes of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// The rows: what decentralised AI wants.
    Ai,
    /// The columns: what a blockchain trades.
    Blockchain,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The words for all of them, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word that stands for it in a spec.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// What a word in a spec stands for.
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// A row: what decentralised AI wants.
    AiProperty {
        /// Data, prompts, weights or updates are hidden from whoever computes on them.
        Privacy = "privacy",
        /// Others can check what was computed, and on what.
        Verifiability = "verifiability",
        /// AI work is fast, cheap, large or efficient.
        Performance = "performance",
    }
}

words! {
    /// A column: what a blockchain trades.
    ChainProperty {
        /// It resists cheating, tampering, collusion and theft.
        Security = "security",
        /// It carries more at little cost.
        Scalability = "scalability",
        /// Many independent parties, none of which owns it.
        Decentralization = "decentralization",
    }
}

words! {
    /// How well the two properties of a cell go together.
    Strength {
        /// They feed each other: prioritise.
        Strong = "strong",
        /// They go together under conditions: explore.
        Moderate = "moderate",
        /// They fight: avoid unless proven.
        Weak = "weak",
    }
}

words! {
    /// On whose word a strength stands.
    Provenance {
        /// The founding article says it.
        Stated = "stated",
        /// The founding article implies it.
        Implied = "implied",
        /// It is our judgement, or a house's.
        Judgement = "judgement",
    }
}

/// A property of either axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Property {
    /// A row.
    Ai(AiProperty),
    /// A column.
    Chain(ChainProperty),
}

impl Property {
    /// What a word in a spec stands for.
    pub fn from_word(word: &str) -> Option<Property> {
        AiProperty::from_word(word).map(Property::Ai).or_else(|| ChainProperty::from_word(word).map(Property::Chain))
    }

    /// The word that stands for it in a spec.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ai(property) => property.as_str(),
            Self::Chain(property) => property.as_str(),
        }
    }

    /// The axis it is on.
    pub fn axis(self) -> Axis {
        match self {
            Self::Ai(_) => Axis::Ai,
            Self::Chain(_) => Axis::Blockchain,
        }
    }
}

/// A cell of the matrix: one property of each axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Its row.
    pub ai: AiProperty,
    /// Its column.
    pub chain: ChainProperty,
}

impl Cell {
    /// The cell of the first row and the first column.
    pub const FIRST: Cell = Cell { ai: AiProperty::Privacy, chain: ChainProperty::Security };

    /// The nine cells, row by row.
    pub fn all() -> impl Iterator<Item = Cell> {
        AiProperty::ALL.iter().flat_map(|&ai| ChainProperty::ALL.iter().map(move |&chain| Cell { ai, chain }))
    }

    /// The cell of two properties, in either order; none if they are on the same axis.
    pub fn of(a: Property, b: Property) -> Option<Cell> {
        match (a, b) {
            (Property::Ai(ai), Property::Chain(chain)) | (Property::Chain(chain), Property::Ai(ai)) => {
                Some(Cell { ai, chain })
            }
            _ => None,
        }
    }

    /// The cell that a spec names, if it names one.
    pub fn from_reference(reference: &CellReference) -> Option<Cell> {
        let property =
            |word: &Option<crate::syntax::Word>| word.as_ref().and_then(|word| Property::from_word(&word.text));
        Cell::of(property(&reference.left)?, property(&reference.right)?)
    }

    /// Reads `performance + decentralization` or `performance+decentralization`, in either order.
    pub fn parse(text: &str) -> Option<Cell> {
        let (left, right) = text.split_once('+')?;
        Cell::of(Property::from_word(left.trim())?, Property::from_word(right.trim())?)
    }

    /// Its number from 0 to 8, row by row.
    pub fn index(self) -> usize {
        self.ai as usize * ChainProperty::ALL.len() + self.chain as usize
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} + {}", self.ai, self.chain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_two_properties_does_not_matter() {
        assert_eq!(Cell::parse("decentralization+performance"), Cell::parse("performance + decentralization"));
        assert!(Cell::parse("decentralization+performance").is_some());
    }

    #[test]
    fn two_properties_of_one_axis_are_no_cell() {
        assert_eq!(Cell::parse("privacy + performance"), None);
        assert_eq!(Cell::parse("security + scalability"), None);
    }

    #[test]
    fn the_nine_cells_are_numbered_row_by_row() {
        assert_eq!(Cell::all().map(Cell::index).collect::<Vec<_>>(), (0..9).collect::<Vec<_>>());
    }
}
