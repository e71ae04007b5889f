//! Folding: what can be shown as one line.

use super::lenses::Tally;
use crate::model::{Cell, FileId, Snapshot, Strength};
use crate::rules::{JudgedClaim, Report};
use crate::syntax::{Child, Declaration, Keyword, Kind};
use crate::text::{Text, TextRange, TextSize};
use std::sync::Arc;

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldKind {
    /// A declaration or a text that spans lines.
    Region,
    /// Comments on lines that follow each other.
    Comment,
    /// `use` lines that follow each other.
    Imports,
}

/// What can be folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What is hidden; it begins on the line that stays.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldKind,
    /// What to show in its place.
    pub collapsed: Option<Collapsed>,
}

/// What is shown for what is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collapsed {
    /// A text that begins with the name of the declaration.
    pub text: String,
    /// Where that name stands: what an editor hides that shows the text in its place.
    pub from: TextSize,
}

/// What can be folded in a file, in the order of the text. `report` is what was found in it: on a folded claim stands its
/// verdict, on a project what its claims come to.
pub fn folds(snapshot: &Snapshot, id: FileId, report: Option<&Report>) -> Vec<Fold> {
    let Some(file) = snapshot.file(id) else { return Vec::new() };
    let text = file.text();
    let mut folds = Vec::new();
    let claims = report.map_or(&[][..], |report| &report.claims);
    for child in file.tree().declarations() {
        declaration(child, TextSize::new(0), text, claims, &mut folds);
    }
    let mut comments: Option<TextRange> = None;
    for node in file.tree().comments_and_blocks() {
        if node.kind == Kind::BlockString {
            push(&mut folds, text, node.range, FoldKind::Region, None);
            continue;
        }
        let alone = text
            .slice(TextRange::new(text.line_start(text.line_of(node.range.start())), node.range.start()))
            .trim()
            .is_empty();
        match &mut comments {
            Some(run) if alone && text.line_of(node.range.start()) == text.line_of(run.end()) + 1 => {
                *run = run.cover(node.range)
            }
            _ => {
                if let Some(run) = comments.take() {
                    push(&mut folds, text, run, FoldKind::Comment, None);
                }
                comments = alone.then_some(node.range);
            }
        }
    }
    if let Some(run) = comments {
        push(&mut folds, text, run, FoldKind::Comment, None);
    }
    let uses: Vec<TextRange> = file
        .tree()
        .declarations()
        .iter()
        .take_while(|child| child.declaration.keyword == Keyword::Use)
        .map(Child::range)
        .collect();
    if let [first, .., last] = uses.as_slice() {
        push(&mut folds, text, first.cover(*last), FoldKind::Imports, None);
    }
    folds.sort_by_key(|fold| (fold.range.start(), std::cmp::Reverse(fold.range.end())));
    folds
}

fn declaration(child: &Child, base: TextSize, text: &Text, claims: &[Arc<JudgedClaim>], folds: &mut Vec<Fold>) {
    let declared = &*child.declaration;
    let base = base + child.offset;
    if let Some(body) = declared.body {
        let from = (declared.selection() + base).start();
        let collapsed = collapsed(declared, TextRange::at(base, declared.len), claims);
        let collapsed = collapsed.map(|text| Collapsed { text, from });
        push(folds, text, body + base, FoldKind::Region, collapsed);
    }
    for inner in &declared.children {
        declaration(inner, base, text, claims, folds);
    }
}

/// What there is to say of a declaration in a line that begins with its name. `claims` are those of the file, in order.
fn collapsed(declared: &Declaration, range: TextRange, claims: &[Arc<JudgedClaim>]) -> Option<String> {
    let first = claims.partition_point(|claim| claim.range.start() < range.start());
    let cells = || {
        let cells = declared.cells.iter().filter_map(Cell::from_reference);
        cells.map(|cell| cell.to_string()).collect::<Vec<_>>().join(", ")
    };
    match declared.keyword {
        Keyword::Claim => {
            let name = &declared.name.as_ref()?.text;
            let judged = claims.get(first).filter(|claim| claim.range.start() == range.start());
            let cells = match judged {
                Some(judged) => judged.cells.iter().map(|cell| cell.cell.to_string()).collect::<Vec<_>>().join(", "),
                None => cells(),
            };
            let verdict = judged.and_then(|judged| judged.verdict).map_or_else(String::new, |it| format!(" · {it}"));
            Some(if cells.is_empty() { name.to_string() } else { format!("{name}: {cells}{verdict}") })
        }
        Keyword::Project => {
            let own = claims[first..].iter().take_while(|claim| claim.range.start() < range.end());
            let tally = Tally::of(own).to_string();
            let name = &declared.name.as_ref()?.text;
            Some(if tally.is_empty() { name.to_string() } else { format!("{name} · {tally}") })
        }
        Keyword::Cell => {
            let strength = declared.field_text("strength").and_then(Strength::from_word);
            let strength = strength.map_or_else(String::new, |strength| format!(" · {strength}"));
            Some(cells()).filter(|cells| !cells.is_empty()).map(|cells| format!("{cells}{strength}"))
        }
        _ => None,
    }
}

fn push(folds: &mut Vec<Fold>, text: &Text, range: TextRange, kind: FoldKind, collapsed: Option<Collapsed>) {
    if text.line_of(range.start()) < text.line_of(range.end()) {
        folds.push(Fold { range, kind, collapsed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check;
    use crate::rules::fixture::{settings, snapshot};

    #[test]
    fn declarations_blocks_comments_and_uses_fold() {
        let source = "use \"a.synergy\"\nuse \"b.synergy\"\n# one\n# two\nproject p \"P\" {\n  about \"\"\"\n    text\n  \"\"\" # end\n  claim c: privacy + security {\n    says \"x\"\n  }\n  claim flat { says \"y\" }\n}\n";
        let (snapshot, id) = snapshot(source);
        let text = Text::new(source);
        let lines: Vec<_> = folds(&snapshot, id, None)
            .into_iter()
            .map(|fold| (text.line_of(fold.range.start()), text.line_of(fold.range.end()), fold.kind))
            .collect();
        use FoldKind::{Comment, Imports, Region};
        assert_eq!(lines, [(0, 1, Imports), (2, 3, Comment), (4, 12, Region), (5, 7, Region), (8, 10, Region)]);
    }
    #[test]
    fn a_fold_shows_the_cells_and_the_verdict_and_for_a_project_what_its_claims_come_to() {
        let source = "\
project p \"P\" {
  claim instant: performance + decentralization {
    says \"Real-time inference across thousands of anonymous nodes.\"
  }
  claim proved {
    says \"Every answer ships with a zero-knowledge proof that the right model produced it.\"
  }
  claim {
  }
}
matrix m \"M\" {
  cell privacy + security {
    strength weak
  }
}
";
        let (snapshot, id) = snapshot(source);
        let report = check(&snapshot, id, &settings());
        let folds = folds(&snapshot, id, report.as_ref());
        let shown: Vec<_> = folds
            .iter()
            .map(|fold| fold.collapsed.as_ref().map(|shown| (&source[usize::from(shown.from)..][..3], &*shown.text)))
            .collect();
        assert_eq!(
            shown,
            [
                Some(("p \"", "p · 1 strong · 1 weak · 1 in no cell")),
                Some(("ins", "instant: performance + decentralization · speculative")),
                Some(("pro", "proved: verifiability + security · promising")),
                None,
                None,
                Some(("pri", "privacy + security · weak")),
            ]
        );
    }
}
