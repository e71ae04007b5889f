//! Symbols: the outline of a file.

use crate::model::{Cell, FileId, Snapshot};
use crate::syntax::{Child, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};

/// What sort of thing a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A declaration.
    Declaration(Keyword),
    /// Evidence of a claim.
    Evidence,
    /// A metric of a claim.
    Metric,
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What it is called.
    pub name: String,
    /// What else to know of it, in a few words.
    pub detail: String,
    /// What sort of thing it is.
    pub kind: SymbolKind,
    /// All of it.
    pub range: TextRange,
    /// What to put the cursor on; inside `range`.
    pub selection: TextRange,
    /// What is in it.
    pub children: Vec<Symbol>,
}

/// The outline of a file, in the order of the text.
pub fn symbols(snapshot: &Snapshot, id: FileId) -> Vec<Symbol> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let Some(scope) = snapshot.scope(id) else { return Vec::new() };
    let strengths = |project: &Declaration| snapshot.judging_matrix(&scope, Some(project));
    file.tree()
        .declarations()
        .iter()
        .map(|child| {
            let matrix = strengths(&child.declaration);
            let rate = |cell: Cell| matrix.rating(cell).map(|rating| rating.strength.as_str());
            symbol(child, TextSize::new(0), &rate)
        })
        .collect()
}

fn symbol(child: &Child, base: TextSize, rate: &dyn Fn(Cell) -> Option<&'static str>) -> Symbol {
    let declaration = &*child.declaration;
    let base = base + child.offset;
    let cells = || {
        let named = declaration.cells.iter().filter_map(Cell::from_reference);
        named.map(|cell| match rate(cell) {
            Some(strength) => format!("{cell} · {strength}"),
            None => cell.to_string(),
        })
    };
    let title = declaration.title_text().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    let (name, detail) = match (declaration.keyword, &declaration.name) {
        (Keyword::Cell, _) => {
            let cell = declaration.cells.first().and_then(Cell::from_reference).map(|cell| cell.to_string());
            (cell, declaration.field_text("strength").unwrap_or("").to_owned())
        }
        (Keyword::Claim, name) => {
            (name.as_ref().map(|name| name.text.to_string()), cells().collect::<Vec<_>>().join(", "))
        }
        (_, Some(name)) => (Some(name.text.to_string()), title),
        (_, None) => (Some(title).filter(|title| !title.is_empty()), String::new()),
    };
    let range = child.range() + (base - child.offset);
    let mut children: Vec<Symbol> =
        declaration.fields.iter().filter_map(|field| field_symbol(declaration.keyword, field, base)).collect();
    children.extend(declaration.children.iter().map(|inner| symbol(inner, base, rate)));
    children.sort_by_key(|symbol| symbol.range.start());
    Symbol {
        // An empty name is not allowed, and a declaration that is being typed has none yet.
        name: name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| declaration.keyword.as_str().to_owned()),
        detail,
        kind: SymbolKind::Declaration(declaration.keyword),
        range,
        selection: (declaration.selection() + base).intersect(range).unwrap_or(range),
        children,
    }
}

fn field_symbol(keyword: Keyword, field: &Field, base: TextSize) -> Option<Symbol> {
    if keyword != Keyword::Claim {
        return None;
    }
    let (kind, name, detail) = match field.name.text.as_str() {
        "evidence" => {
            let text = |value: &Value| value.as_text().map(str::to_owned);
            let name = field.values.first().and_then(text)?;
            (SymbolKind::Evidence, name, field.values.get(1).and_then(text).unwrap_or_default())
        }
        "metric" => match &field.values.first()?.kind {
            ValueKind::Comparison(comparison) => {
                let quantity = comparison.quantity.as_ref().map(|quantity| {
                    let unit = quantity.unit.as_ref().map_or("", |unit| unit.text.as_str());
                    format!("{} {} {unit}", comparison.operator.as_str(), quantity.number).trim_end().to_owned()
                });
                (SymbolKind::Metric, comparison.metric.as_ref()?.text.to_string(), quantity.unwrap_or_default())
            }
            _ => return None,
        },
        _ => return None,
    };
    if name.trim().is_empty() {
        return None;
    }
    Some(Symbol {
        name,
        detail,
        kind,
        range: field.range + base,
        selection: field.name.range + base,
        children: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::snapshot;

    fn outline(symbols: &[Symbol], depth: usize) -> String {
        symbols
            .iter()
            .map(|symbol| {
                assert!(symbol.range.contains_range(symbol.selection), "{symbol:?}");
                assert!(!symbol.name.is_empty());
                format!(
                    "{}{} | {}\n{}",
                    "  ".repeat(depth),
                    symbol.name,
                    symbol.detail,
                    outline(&symbol.children, depth + 1)
                )
            })
            .collect()
    }

    #[test]
    fn the_outline_shows_projects_claims_with_their_cells_and_what_stands_behind_them() {
        let (snapshot, id) = snapshot(
            r#"
project demo "Demo" {
  claim instant: performance + decentralization {
    evidence paper "https://a.org/x" 2024
    metric latency < 50 ms
  }
  claim
}
matrix acme "Acme" { cell privacy + security { strength strong } }
"#,
        );
        let expected = "\
demo | Demo
  instant | performance + decentralization · weak
    paper | https://a.org/x
    latency | < 50 ms
  claim | 
acme | Acme
  privacy + security | strong
";
        assert_eq!(outline(&symbols(&snapshot, id), 0), expected);
    }
}
