//! What was judged in single declarations, for answers that need no more than that.

use super::super::claim::JudgedClaim;
use super::super::judge::Judged;
use super::{Judgement, Part, Report};
use crate::syntax::Child;
use crate::text::TextRange;
use std::sync::Arc;

/// A declaration at the top level, with the claims in it as they were judged.
#[derive(Clone)]
pub struct JudgedDeclaration {
    /// The declaration and where it stands.
    pub child: Child,
    judged: Arc<Judged>,
}

impl JudgedDeclaration {
    /// The claims in it, in the order of the text, where they are now.
    pub fn claims(&self) -> Vec<Arc<JudgedClaim>> {
        self.judged.found.claims_at(self.child.offset).collect()
    }

    /// Whether a later judgement took this over: then nothing has changed of what it rests on, and only where it stands
    /// may be another place. Its text may have other blanks and comments.
    pub fn is_still(&self, later: &JudgedDeclaration) -> bool {
        Arc::ptr_eq(&self.child.declaration, &later.child.declaration) && Arc::ptr_eq(&self.judged, &later.judged)
    }
}

impl Judgement {
    /// The declarations at the top level, in the order of the text.
    pub fn declarations(&self) -> impl ExactSizeIterator<Item = JudgedDeclaration> + '_ {
        let declarations = self.file.tree().declarations().iter();
        declarations
            .zip(&self.parts)
            .map(|(child, part)| JudgedDeclaration { child: child.clone(), judged: Arc::clone(&part.judged) })
    }

    /// The claims, in the order of the text, each where it stood when it was judged: for whoever asks what they are, and
    /// not where.
    pub fn claims_anywhere(&self) -> impl Iterator<Item = &Arc<JudgedClaim>> + '_ {
        self.parts.iter().flat_map(|part| &part.judged.found.claims)
    }

    /// What is found in the declarations at the top level that a range touches, and outside of all: all that there is to
    /// know of a place in it, without putting the findings of a long file together.
    pub fn report_around(&self, range: TextRange) -> Arc<Report> {
        let scattered = || self.parts.iter().any(|part| !part.summary.is_self_contained);
        if self.report.get().is_some() || self.is_cut() || scattered() {
            return Arc::clone(self.report());
        }
        // In broken text one declaration may be read inside another.
        let touching = |range: TextRange| {
            let touches = move |part: &&Part| part.range().intersect(range).is_some();
            self.parts.iter().filter(touches)
        };
        let around = touching(range).fold(range, |around, part| around.cover(part.range()));
        Arc::new(self.assembled_from(touching(around)))
    }
}
