//! What can stand in the header of a declaration.

use super::{About, Completion, CompletionKind, Place};
use crate::model::schema;
use crate::model::{AiProperty, Axis, Cell, ChainProperty, Matrix, Property, Strength};
use crate::syntax::{Keyword, Prose, ValueKind};

impl Place<'_> {
    /// In the header of a declaration, which is `before` up to the word that is being typed.
    pub(super) fn header(&self, keyword: Keyword, before: &str) -> Vec<Completion> {
        let cells = match keyword {
            Keyword::Claim => before.split_once(':').map(|(_, cells)| cells),
            Keyword::Cell => before.strip_prefix("cell"),
            Keyword::Matrix if before.trim_end().ends_with(" extends") => return self.names(Keyword::Matrix),
            Keyword::Matrix if before.contains('"') && !before.contains(" extends") => {
                return vec![
                    Completion::new("extends", CompletionKind::Word).detail("Take over the cells of another matrix."),
                ];
            }
            Keyword::Phrase if before.matches('"').count() == 2 => {
                let kinds = schema::PHRASE_KINDS.iter();
                return kinds.map(|kind| Completion::new(*kind, CompletionKind::Word)).collect();
            }
            // The names of properties are given: there are six.
            Keyword::Property if before.trim_end() == "property" => return self.properties(None),
            _ => None,
        };
        let Some(cells) = cells else { return Vec::new() };
        let last = cells.rsplit(',').next().unwrap_or("").trim();
        match last.split_once('+') {
            None if last.is_empty() => match self.after.trim_start().strip_prefix('+') {
                Some(right) if self.whole_cell.is_none() => {
                    self.other_side(right.split([',', '{', '"', '#']).next().unwrap_or("").trim(), "")
                }
                _ => self.cells(),
            },
            None => self.other_side(last, "+ "),
            Some((left, right)) if right.trim().is_empty() => self.other_side(left.trim(), ""),
            _ => Vec::new(),
        }
    }

    /// All nine cells, the strongest first. In a matrix, those come last that it has already.
    fn cells(&self) -> Vec<Completion> {
        let matrix = self.matrix();
        let declared = self.around.matrix.iter().flat_map(|matrix| &matrix.children);
        let declared: Vec<Cell> =
            declared.filter_map(|child| Cell::from_reference(child.declaration.cells.first()?)).collect();
        let mut cells: Vec<Cell> = Cell::all().collect();
        cells.sort_by_key(|cell| (declared.contains(cell), rank(&matrix, *cell), cell.index()));
        let word = self.file.text().slice(self.word);
        let begins = |property: &&str| !word.is_empty() && property.starts_with(&*word);
        // Either order will do; whoever begins with the chain's side gets it first.
        let chain_first = ChainProperty::WORDS.iter().any(begins) && !AiProperty::WORDS.iter().any(begins);
        let item = |cell: Cell| {
            let label = if chain_first { format!("{} + {}", cell.chain, cell.ai) } else { cell.to_string() };
            rated(Completion::new(label, CompletionKind::Cell), &matrix, cell)
        };
        cells.into_iter().map(item).collect()
    }

    /// The properties that make a cell with one that stands there already, each after `plus`.
    fn other_side(&self, left: &str, plus: &str) -> Vec<Completion> {
        let Some(left) = Property::from_word(left) else { return Vec::new() };
        let matrix = self.matrix();
        let others: Vec<Property> = match left.axis() {
            Axis::Ai => ChainProperty::ALL.iter().map(|&property| Property::Chain(property)).collect(),
            Axis::Blockchain => AiProperty::ALL.iter().map(|&property| Property::Ai(property)).collect(),
        };
        let mut cells: Vec<(Property, Cell)> =
            others.into_iter().filter_map(|other| Some((other, Cell::of(left, other)?))).collect();
        cells.sort_by_key(|(_, cell)| rank(&matrix, *cell));
        let item = |(other, cell): (Property, Cell)| {
            rated(Completion::new(format!("{plus}{}", other.as_str()), CompletionKind::Cell), &matrix, cell)
        };
        cells.into_iter().map(item).collect()
    }

    /// The six properties, those of one axis first.
    pub(super) fn properties(&self, first: Option<Axis>) -> Vec<Completion> {
        let ai = AiProperty::ALL.iter().map(|&property| Property::Ai(property));
        let mut all: Vec<Property> =
            ai.chain(ChainProperty::ALL.iter().map(|&property| Property::Chain(property))).collect();
        all.sort_by_key(|property| first.is_some_and(|first| property.axis() != first));
        let item = |property: Property| {
            let side = match property.axis() {
                Axis::Ai => "of the AI",
                Axis::Blockchain => "of the blockchain",
            };
            Completion::new(property.as_str(), CompletionKind::Cell).note(side).about(About::Property(property))
        };
        all.into_iter().map(item).collect()
    }
}

/// The strongest first, and last what is not rated.
fn rank(matrix: &Matrix, cell: Cell) -> usize {
    matrix.rating(cell).map_or(Strength::ALL.len(), |rating| rating.strength as usize)
}

/// With how strong the cell is, and why in a line.
fn rated(item: Completion, matrix: &Matrix, cell: Cell) -> Completion {
    let item = item.about(About::Cell(cell));
    let Some(rating) = matrix.rating(cell) else { return item.note("not rated").detail("not rated") };
    let declared = &rating.entry.declaration;
    let text = |field: &str| {
        let value = &declared.field(field)?.values.first()?.kind;
        if let ValueKind::String(Prose { text, .. }) = value { Some(text) } else { None }
    };
    let why = text("verdict").or_else(|| text("because")).map_or("", |text| &**text);
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    item.note(rating.strength.as_str()).detail(format!("{}{why}", rating.strength))
}
