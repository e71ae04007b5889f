//! Symbols: the outline of a file.

use crate::model::{Cell, FileId, Scope, Snapshot, SourceFile, Strength};
use crate::rules::{JudgedClaim, Report};
use crate::syntax::{Child, Comparison, Declaration, Field, Keyword, Value, ValueKind};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;

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

/// An outline of more entries than this is cut: editors lay it out anew at every edit.
pub const MOST_SYMBOLS: usize = 5_000;

/// The outline of a file, in the order of the text: to each claim its cells, how they are rated and, as far as
/// `report` judges it, the verdict. Of a huge file what stands behind the claims is left out, and if that is not
/// enough, the declarations at its end; the last entry says so.
pub fn symbols(snapshot: &Snapshot, id: FileId, report: Option<&Report>) -> Vec<Symbol> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let Some(scope) = snapshot.scope(id) else { return Vec::new() };
    let claims = report.map_or(&[][..], |report| &report.claims);
    let declarations = file.tree().declarations().iter();
    let mut symbols: Vec<Symbol> = declarations.map(|child| symbol(snapshot, &scope, child, claims)).collect();
    let counted = count(&symbols);
    if counted > MOST_SYMBOLS {
        symbols.iter_mut().for_each(drop_fields);
        cut(&mut symbols, counted);
    }
    symbols
}

/// The entry of a declaration at the top level with all that is in it, in a file that knows these names. `claims` are
/// those in it, in the order of the text, as far as they are judged.
pub fn symbol(snapshot: &Snapshot, scope: &Scope, child: &Child, claims: &[Arc<JudgedClaim>]) -> Symbol {
    let matrix = snapshot.judging_matrix(scope, Some(&child.declaration));
    let outline = Outline { claims, rate: &|cell| matrix.rating(cell).map(|rating| rating.strength) };
    outline.symbol(child, TextSize::new(0))
}

/// How many entries the outline of a file would have if it were not cut.
pub fn count_symbols(file: &SourceFile) -> usize {
    fn count(child: &Child) -> usize {
        let declaration = &child.declaration;
        let fields = declaration.fields.iter().filter(|field| field_name(declaration.keyword, field).is_some()).count();
        1 + fields + declaration.children.iter().map(count).sum::<usize>()
    }
    file.tree().declarations().iter().map(count).sum()
}

fn count(symbols: &[Symbol]) -> usize {
    symbols.iter().map(|symbol| 1 + count(&symbol.children)).sum()
}

fn drop_fields(symbol: &mut Symbol) {
    symbol.children.retain(|child| matches!(child.kind, SymbolKind::Declaration(_)));
    symbol.children.iter_mut().for_each(drop_fields);
}

/// Keeps what fits, from the beginning, and says how much is left out.
fn cut(symbols: &mut Vec<Symbol>, all: usize) {
    fn keep(symbols: &mut Vec<Symbol>, room: &mut usize, end: &mut Option<TextRange>) {
        let mut fitting = 0;
        for symbol in symbols.iter_mut() {
            if *room == 0 {
                *end = end.or(Some(symbol.selection));
                break;
            }
            *room -= 1;
            fitting += 1;
            keep(&mut symbol.children, room, end);
        }
        symbols.truncate(fitting);
    }
    let mut end = None;
    keep(symbols, &mut (MOST_SYMBOLS - 1), &mut end);
    let shown = count(symbols);
    let place = end.or(symbols.last().map(|last| last.selection)).unwrap_or_default();
    symbols.push(Symbol {
        name: format!("… {} more are not shown", thousands(all - shown)),
        detail: "evidence, metrics, and what comes from here on".to_owned(),
        kind: SymbolKind::Declaration(Keyword::Unknown),
        range: place,
        selection: place,
        children: Vec::new(),
    });
}

fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Words in a sentence: `one`, `one and two`, `one, two and three`.
pub(super) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The cells of a claim in words, and which they are: those that it declares, or else those that it is read to say.
pub(super) fn cells_of(claim: &Declaration, judged: Option<&JudgedClaim>) -> Vec<(String, Cell)> {
    let declared: Vec<_> =
        claim.cells.iter().filter_map(Cell::from_reference).map(|cell| (cell.to_string(), cell)).collect();
    if !declared.is_empty() {
        return declared;
    }
    let inferred = judged.iter().flat_map(|judged| &judged.cells);
    inferred.map(|judged| (format!("{} (inferred)", judged.cell), judged.cell)).collect()
}

struct Outline<'a> {
    /// In the order of the text.
    claims: &'a [Arc<JudgedClaim>],
    rate: &'a dyn Fn(Cell) -> Option<Strength>,
}

impl Outline<'_> {
    fn claim(&self, declaration: &Declaration, base: TextSize) -> String {
        let at = self.claims.partition_point(|claim| claim.range.start() < base);
        let judged = self.claims.get(at).map(|claim| &**claim).filter(|claim| claim.range.start() == base);
        let mut parts: Vec<String> = Vec::new();
        let cells = cells_of(declaration, judged).into_iter().map(|(name, cell)| match (self.rate)(cell) {
            Some(strength) => format!("{name} · {strength}"),
            None => name,
        });
        parts.extend(Some(cells.collect::<Vec<_>>().join(", ")).filter(|cells| !cells.is_empty()));
        parts.extend(judged.and_then(|judged| judged.verdict).map(|verdict| verdict.to_string()));
        parts.join(" · ")
    }

    fn symbol(&self, child: &Child, base: TextSize) -> Symbol {
        let declaration = &*child.declaration;
        let base = base + child.offset;
        let title = declaration.title_text().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
        let (name, detail) = match (declaration.keyword, &declaration.name) {
            (Keyword::Cell, _) => {
                let cell = declaration.cells.first().and_then(Cell::from_reference).map(|cell| cell.to_string());
                (cell, declaration.field_text("strength").unwrap_or("").to_owned())
            }
            (Keyword::Claim, name) => (name.as_ref().map(|name| name.text.to_string()), self.claim(declaration, base)),
            (_, Some(name)) => (Some(name.text.to_string()), title),
            (_, None) => (Some(title).filter(|title| !title.is_empty()), String::new()),
        };
        let range = child.range() + (base - child.offset);
        let mut children: Vec<Symbol> =
            declaration.fields.iter().filter_map(|field| field_symbol(declaration.keyword, field, base)).collect();
        children.extend(declaration.children.iter().map(|inner| self.symbol(inner, base)));
        children.sort_by_key(|symbol| symbol.range.start());
        let name = name.filter(|name| !name.trim().is_empty());
        Symbol {
            // An empty name is not allowed, and a declaration that is being typed has none yet.
            name: name.unwrap_or_else(|| declaration.keyword.as_str().to_owned()),
            detail,
            kind: SymbolKind::Declaration(declaration.keyword),
            range,
            selection: (declaration.selection() + base).intersect(range).unwrap_or(range),
            children,
        }
    }
}

/// What a field that has an entry of its own is called there.
fn field_name(keyword: Keyword, field: &Field) -> Option<(SymbolKind, &str)> {
    if keyword != Keyword::Claim {
        return None;
    }
    let value = field.values.first()?;
    let (kind, name) = match (field.name.text.as_str(), &value.kind) {
        ("evidence", _) => (SymbolKind::Evidence, value.as_text()?),
        ("metric", ValueKind::Comparison(comparison)) => (SymbolKind::Metric, &*comparison.metric.as_ref()?.text),
        _ => return None,
    };
    (!name.trim().is_empty()).then_some((kind, name))
}

/// What is compared with, in words.
fn compared(comparison: &Comparison) -> Option<String> {
    let quantity = comparison.quantity.as_ref()?;
    let unit = quantity.unit.as_ref().map_or("", |unit| unit.text.as_str());
    Some(format!("{} {} {unit}", comparison.operator.as_str(), quantity.number).trim_end().to_owned())
}

fn field_symbol(keyword: Keyword, field: &Field, base: TextSize) -> Option<Symbol> {
    let (kind, name) = field_name(keyword, field)?;
    let detail = match field.values.first().map(|value| &value.kind) {
        Some(ValueKind::Comparison(comparison)) if kind == SymbolKind::Metric => compared(comparison),
        _ => field.values.get(1).and_then(Value::as_text).map(str::to_owned),
    };
    Some(Symbol {
        name: name.to_owned(),
        detail: detail.unwrap_or_default(),
        kind,
        range: field.range + base,
        selection: field.name.range + base,
        children: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

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
        assert_eq!(outline(&symbols(&snapshot, id, None), 0), expected);
    }

    #[test]
    fn a_claim_shows_its_verdict_and_the_cell_that_it_is_read_to_say() {
        let (snapshot, id) = snapshot(
            r#"
project demo "Demo" {
  claim instant: performance + decentralization, privacy + security { }
  claim proved { says "Every answer ships with a zero-knowledge proof that the right model produced it." }
}
"#,
        );
        let report = check(&snapshot, id, &settings());
        let expected = "\
demo | Demo
  instant | performance + decentralization · weak, privacy + security · moderate · speculative
  proved | verifiability + security (inferred) · strong · promising
";
        assert_eq!(outline(&symbols(&snapshot, id, report.as_ref()), 0), expected);
    }

    #[test]
    fn the_outline_of_a_huge_file_is_cut_and_says_so() {
        let claim = |n: usize| format!("  claim c{n} {{\n    metric latency < 1 ms\n    metric cost < 1 %\n  }}\n");
        let source = |claims: usize| format!("project p \"P\" {{\n{}}}\n", (0..claims).map(claim).collect::<String>());
        let all = |claims: usize| {
            let (snapshot, id) = snapshot(&source(claims));
            symbols(&snapshot, id, None)
        };
        // With its metrics it is too long, without them it fits.
        let without_metrics = all(3_000);
        assert_eq!((without_metrics.len(), count(&without_metrics)), (2, 3_002));
        assert_eq!(without_metrics[1].name, "… 6,000 more are not shown");
        let with_a_part = all(6_000);
        assert_eq!(count(&with_a_part), MOST_SYMBOLS);
        assert_eq!(with_a_part[1].name, "… 13,002 more are not shown");
        assert!(with_a_part[1].range.start() > with_a_part[0].children[4_000].range.start());
    }
}
