//! What of an earlier judgement may hold for the next one.

use super::context::says;
use super::judge::Part;
use super::judgement::Judgement;
use super::said::names_of;
use crate::model::Scope;
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::TextSize;
use std::collections::HashSet;
use std::sync::Arc;

/// What of an earlier judgement may hold for another version of the file.
pub(super) struct Reuse<'a> {
    pub(super) before: &'a Judgement,
    /// How many declarations at the start, and how many at the end, are the same; and how many there are in all.
    same: [usize; 2],
    len: usize,
    /// What projects were or are called, of those that are called something else now. Where a claim says that, it may
    /// be read otherwise.
    pub(super) renamed: Vec<String>,
}

/// A claim is held against so many names that changed; if it is more, all is judged anew.
const MOST_RENAMED: usize = 24;

impl<'a> Reuse<'a> {
    /// Nothing where the names may stand for something else now.
    pub(super) fn new(before: &'a Judgement, now: &[Child], scope: &Scope) -> Option<Reuse<'a>> {
        if !before.scope.uses_the_same(scope) {
            return None;
        }
        let same = |(part, child): &(&Part, &Child)| Arc::ptr_eq(&part.judged.declaration, &child.declaration);
        let parts = &before.parts;
        let first = parts.iter().zip(now).take_while(same).count();
        let last = parts[first..].iter().rev().zip(now[first..].iter().rev()).take_while(same).count();
        // Where the strength of a cell is declared is part of every claim that is judged by it.
        let moved = |(part, child): (&Part, &Child)| part.summary.is_matrix && part.offset != child.offset;
        let ends = parts[parts.len() - last..].iter().zip(&now[now.len() - last..]);
        if parts[..first].iter().zip(now).chain(ends).any(moved) {
            return None;
        }
        let old = parts[first..parts.len() - last].iter().map(|part| (&part.judged.declaration, part.offset));
        let new = now[first..now.len() - last].iter().map(|child| (&child.declaration, child.offset));
        let names_something = |(declaration, _): &(&Arc<Declaration>, TextSize)| {
            !matches!(declaration.keyword, Keyword::Project | Keyword::Use | Keyword::Unknown)
        };
        let place = |(declaration, offset): (&Arc<Declaration>, TextSize)| (Arc::as_ptr(declaration), offset);
        let old_names = old.clone().filter(names_something).map(place);
        let new_names = new.clone().filter(names_something).map(place);
        if !old_names.eq(new_names) {
            return None;
        }
        let old: HashSet<&str> = old.flat_map(|(declaration, _)| names_of(declaration)).collect();
        let new: HashSet<&str> = new.flat_map(|(declaration, _)| names_of(declaration)).collect();
        let renamed: Vec<String> = old.symmetric_difference(&new).map(|name| (*name).to_owned()).collect();
        (renamed.len() <= MOST_RENAMED).then_some(Reuse { before, same: [first, last], len: now.len(), renamed })
    }

    /// What was found in the declaration of that index: the same one if it is the same, else the one in its place.
    pub(super) fn part(&self, index: usize) -> Option<&'a Part> {
        let [first, last] = self.same;
        let parts = &self.before.parts;
        if index < first {
            parts.get(index)
        } else if index >= self.len - last {
            parts.get(parts.len() - (self.len - index))
        } else {
            parts[..parts.len() - last].get(index)
        }
    }

    /// Whether a declaration speaks of something that was renamed.
    pub(super) fn speaks_of_renamed(&self, declaration: &Declaration) -> bool {
        let says =
            |claim: &Declaration| says(claim).any(|prose| self.renamed.iter().any(|name| prose.text.contains(&**name)));
        !self.renamed.is_empty()
            && (says(declaration) || declaration.children.iter().any(|child| says(&child.declaration)))
    }
}
