//! What `triangle-overreach` and `trilemma-overreach` share: a project that claims all three corners of an axis.

use super::claim::is_measured;
use super::context::ProjectContext;
use super::evidence::has_solid;
use super::{JudgedClaim, Origin};
use crate::model::{AiProperty, Axis, Cell, ChainProperty};
use crate::text::TextRange;

/// An axis of the matrix, in the words of the rule that guards it.
pub(super) struct Corners {
    pub(super) axis: Axis,
    /// What the lines of the matrix along it are called.
    pub(super) lines: &'static str,
    /// Its three properties in a row.
    pub(super) listed: &'static str,
    /// What having all three is at odds with, as a sentence without its end.
    pub(super) price: &'static str,
}

/// Finds a claim that is placed in all three lines, or claims that together are, with nothing behind any of them.
/// It is found at the name of the project, whose caveats count.
pub(super) fn run(cx: &mut ProjectContext<'_>, corners: &Corners) {
    let Corners { lines, listed, price, .. } = corners;
    let rule = cx.rule.name;
    let (message, at) = match reach(cx, corners.axis) {
        Some(Reach::Alone { claim, at }) => (
            format!(
                "{claim} is placed in all three {lines}: {listed}. {price}: split the claim and say which, or say in a \
                 `caveat {rule}` of the project how all three hold."
            ),
            vec![(at, format!("{claim} is declared here"))],
        ),
        Some(Reach::Together { at }) => (
            format!(
                "The claims are in all three {lines}, {listed}, and none of them has a `metric` or solid evidence. \
                 {price}: say which, or show what stands behind the claims."
            ),
            at.into_iter().map(|(at, word)| (at, format!("{word} is claimed here"))).collect(),
        ),
        None => return,
    };
    let (file, name) = (cx.file.id(), cx.declaration.selection());
    let mut finding = cx.report(name, message);
    for (range, message) in at {
        finding = finding.related_at(file, range, message);
    }
}

/// How a project reaches all three corners of an axis.
enum Reach {
    /// One claim does, which is named; and where it stands.
    Alone { claim: String, at: TextRange },
    /// Its claims do together, with nothing behind any of them; and where each corner is claimed.
    Together { at: Vec<(TextRange, &'static str)> },
}

/// Whether and how a project's claims reach all three corners of an axis.
fn reach(cx: &ProjectContext<'_>, axis: Axis) -> Option<Reach> {
    let corner = |cell: Cell| match axis {
        Axis::Ai => cell.ai as usize,
        Axis::Blockchain => cell.chain as usize,
    };
    let words = match axis {
        Axis::Ai => AiProperty::WORDS,
        Axis::Blockchain => ChainProperty::WORDS,
    };
    let corners = |claim: &JudgedClaim| {
        let mut corners = [false; 3];
        for judged in claim.cells.iter().filter(|judged| judged.origin == Origin::Declared) {
            corners[corner(judged.cell)] = true;
        }
        corners
    };
    if let Some((_, claim)) = cx.claims.iter().find(|(_, claim)| corners(claim) == [true; 3]) {
        let name = claim.name.as_ref().map_or_else(|| "A claim".to_owned(), |name| format!("`{name}`"));
        return Some(Reach::Alone { claim: name, at: claim.selection });
    }
    let mut first: [Option<TextRange>; 3] = [None; 3];
    for (declaration, claim) in cx.claims {
        let corners = corners(claim);
        if corners != [false; 3] && (is_measured(declaration) || has_solid(declaration)) {
            return None;
        }
        for (first, reached) in first.iter_mut().zip(corners) {
            *first = first.or(reached.then_some(claim.selection));
        }
    }
    let at: Option<Vec<_>> = first.into_iter().zip(words).map(|(at, word)| Some((at?, *word))).collect();
    at.map(|at| Reach::Together { at })
}
