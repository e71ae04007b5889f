//! The kinds of nodes in the tree.

use std::sync::LazyLock;

macro_rules! kinds {
    ($($kind:ident = $name:literal,)*) => {
        /// What a node of the tree is. The names are those of the grammar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $(#[doc = concat!("`", $name, "`")] $kind,)*
            /// A piece that the grammar has no place for.
            Error,
            /// Anything else: brackets, keywords and other marks.
            Other,
        }

        /// The kind for each number that the grammar gives to a kind: comparing numbers is faster than names.
        static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
            let language = tree_sitter::Language::new(tree_sitter_synergy::LANGUAGE);
            (0..language.node_kind_count())
                .map(|id| match language.node_kind_for_id(id as u16) {
                    $(Some($name) if language.node_kind_is_named(id as u16) => Kind::$kind,)*
                    _ => Kind::Other,
                })
                .collect()
        });

        #[cfg(test)]
        const NAMES: &[&str] = &[$($name),*];
    };
}

kinds! {
    SourceFile = "source_file",
    Use = "use",
    Project = "project",
    Claim = "claim",
    Matrix = "matrix",
    Cell = "cell",
    Property = "property",
    Technique = "technique",
    Chain = "chain",
    Ceiling = "ceiling",
    Phrase = "phrase",
    Reference = "reference",
    UnknownDeclaration = "unknown_declaration",
    Block = "block",
    Field = "field",
    FieldName = "field_name",
    CellList = "cell_list",
    CellReference = "cell_reference",
    Comparison = "comparison",
    Operator = "operator",
    Quantity = "quantity",
    Unit = "unit",
    Deadline = "deadline",
    Name = "name",
    Number = "number",
    Date = "date",
    Url = "url",
    String = "string",
    BlockString = "block_string",
    StringContent = "string_content",
    EscapeSequence = "escape_sequence",
    Comment = "comment",
    UnexpectedLine = "unexpected_line",
    UnexpectedBrace = "unexpected_brace",
    Unexpected = "unexpected",
}

impl Kind {
    pub(super) fn of(node: tree_sitter::Node<'_>) -> Kind {
        if node.is_error() {
            return Kind::Error;
        }
        KINDS.get(usize::from(node.kind_id())).copied().unwrap_or(Kind::Other)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_named_kind_of_the_grammar_has_a_kind_here() {
        let language = tree_sitter::Language::new(tree_sitter_synergy::LANGUAGE);
        let mut of_the_grammar: Vec<_> = (0..language.node_kind_count() as u16)
            .filter(|&id| language.node_kind_is_named(id) && language.node_kind_is_visible(id))
            .filter_map(|id| language.node_kind_for_id(id))
            .filter(|&name| name != "ERROR")
            .collect();
        of_the_grammar.sort_unstable();
        of_the_grammar.dedup();
        let mut ours = super::NAMES.to_vec();
        ours.sort_unstable();
        assert_eq!(ours, of_the_grammar);
    }
}
