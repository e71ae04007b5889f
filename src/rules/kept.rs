//! What was found in a declaration, kept for when the text around it has changed and the declaration has not.

use super::claim::JudgedClaim;
use super::diagnostic::Diagnostic;
use super::slips::{Cut, is_slip};
use crate::model::FileId;
use crate::syntax::{Child, Declaration};
use crate::text::{TextRange, TextSize};
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// By how much a text before something has grown, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift(i64);

impl Shift {
    /// From one place to another.
    pub(super) fn between(from: TextSize, to: TextSize) -> Shift {
        Shift(i64::from(u32::from(to)) - i64::from(u32::from(from)))
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    pub(super) fn apply(self, range: &mut TextRange) {
        let moved = |offset: TextSize| {
            // No text is so long that a place in it could not be told.
            TextSize::new(u32::try_from(i64::from(u32::from(offset)) + self.0).unwrap_or_default())
        };
        *range = TextRange::new(moved(range.start()), moved(range.end()));
    }
}

/// What a place outside of a declaration is counted from.
#[derive(Clone, Debug)]
enum Anchor {
    /// The project that the declaration stands in; the place is in none of its claims.
    Project(TextSize),
    /// Another declaration of the file.
    Other(Arc<Declaration>, TextSize),
}

/// What was found in a declaration, with the places as they were when it was judged.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// Where the declaration began then.
    pub(super) base: TextSize,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) claims: Vec<Arc<JudgedClaim>>,
    pub(super) cut: Cut,
    /// The other places that a finding has to do with and that are not in the declaration: those of which finding,
    /// the how-manieth, and what it is counted from.
    outside: Vec<(usize, usize, Anchor)>,
    /// A finding has to do with a place of which nobody can tell where it will be.
    fleeting: bool,
    /// Room for whoever shows it: what was made of these findings once need not be made again.
    pub(super) shown: OnceLock<Arc<dyn Any + Send + Sync>>,
}

/// Where things are when something is kept or taken up again.
pub(super) struct Around<'a> {
    pub(super) file: FileId,
    /// All that stands in the file.
    pub(super) declarations: &'a [Child],
    /// The project around it, if what is kept stands in one.
    pub(super) project: Option<(&'a Declaration, TextSize)>,
    /// Where each declaration stands, by its address, once anybody wants to know.
    places: OnceLock<HashMap<usize, TextSize>>,
}

impl<'a> Around<'a> {
    pub(super) fn new(file: FileId, declarations: &'a [Child]) -> Self {
        Self { file, declarations, project: None, places: OnceLock::new() }
    }

    pub(super) fn in_project(&self, project: &'a Declaration, base: TextSize) -> Self {
        Self { project: Some((project, base)), places: OnceLock::new(), ..*self }
    }

    fn place(&self, declaration: &Arc<Declaration>) -> Option<TextSize> {
        let address = |declaration: &Arc<Declaration>| Arc::as_ptr(declaration).addr();
        let places = || self.declarations.iter().map(|child| (address(&child.declaration), child.offset)).collect();
        self.places.get_or_init(places).get(&address(declaration)).copied()
    }

    /// What a place is counted from that is not in the declaration that is kept.
    fn anchor(&self, range: TextRange) -> Option<Anchor> {
        if let Some((project, base)) =
            self.project.filter(|(project, base)| TextRange::at(*base, project.len).contains_range(range))
        {
            let in_a_claim = project.children.iter().any(|child| (child.range() + base).intersect(range).is_some());
            return (!in_a_claim).then_some(Anchor::Project(base));
        }
        let after = self.declarations.partition_point(|child| child.offset <= range.start());
        let child = self.declarations.get(after.checked_sub(1)?)?;
        child.range().contains_range(range).then(|| Anchor::Other(Arc::clone(&child.declaration), child.offset))
    }
}

impl Kept {
    pub(super) fn new(
        own: TextRange,
        diagnostics: Vec<Diagnostic>,
        claims: Vec<Arc<JudgedClaim>>,
        cut: Cut,
        around: &Around<'_>,
    ) -> Kept {
        let mut outside = Vec::new();
        let mut fleeting = false;
        for (index, diagnostic) in diagnostics.iter().enumerate() {
            fleeting |= !own.contains_range(diagnostic.range);
            for (which, related) in diagnostic.related.iter().enumerate() {
                if related.file == around.file && !own.contains_range(related.range) {
                    match around.anchor(related.range) {
                        Some(anchor) => outside.push((index, which, anchor)),
                        None => fleeting = true,
                    }
                }
            }
        }
        let (base, shown) = (own.start(), OnceLock::new());
        Kept { base, diagnostics, claims, cut, outside, fleeting, shown }
    }

    /// Whether nothing was cut off, and the findings are the same wherever the declaration stands: nothing else in the
    /// file matters to where they point.
    pub(super) fn is_self_contained(&self) -> bool {
        self.outside.is_empty() && !self.fleeting && self.cut.is_empty()
    }

    /// How many of the findings are slips.
    pub(super) fn slips(&self) -> usize {
        self.diagnostics.iter().filter(|found| is_slip(found.rule)).count()
    }

    /// Whether it can be told where all of this is now.
    pub(super) fn holds(&self, around: &Around<'_>) -> bool {
        let known = |anchor: &Anchor| match anchor {
            Anchor::Project(_) => around.project.is_some(),
            Anchor::Other(declaration, _) => around.place(declaration).is_some(),
        };
        !self.fleeting && self.outside.iter().all(|(.., anchor)| known(anchor))
    }

    /// What was found, where it is now that the declaration begins at `base`.
    pub(super) fn diagnostics_at<'a>(
        &'a self,
        base: TextSize,
        around: &'a Around<'_>,
    ) -> impl Iterator<Item = Diagnostic> + 'a {
        let by = Shift::between(self.base, base);
        let mut outside = self.outside.iter().peekable();
        self.diagnostics.iter().enumerate().map(move |(index, found)| {
            let mut moved = found.moved(by, around.file);
            while let Some((_, which, anchor)) = outside.next_if(|(of, ..)| *of == index) {
                let (before, now) = match anchor {
                    Anchor::Project(before) => (*before, around.project.map(|(_, base)| base)),
                    Anchor::Other(declaration, before) => (*before, around.place(declaration)),
                };
                let range = &mut moved.related[*which].range;
                *range = found.related[*which].range;
                Shift::between(before, now.unwrap_or(before)).apply(range);
            }
            moved
        })
    }

    /// The claims, where they are now.
    pub(super) fn claims_at(&self, base: TextSize) -> impl Iterator<Item = Arc<JudgedClaim>> + '_ {
        let by = Shift::between(self.base, base);
        self.claims.iter().map(move |claim| if by.is_none() { Arc::clone(claim) } else { Arc::new(claim.moved(by)) })
    }
}
