//! Lenses that count claims over the whole workspace are counted anew when a spec changes that they do not stand in.
//!
//! An editor asks again for the lenses of the text that is edited, and not for those of a matrix beside it. It is told to
//! when the claims of another text have come to be judged by other cells; words and figures alone change no count.

use super::State;
use crate::ide::CellUse;
use crate::model::FileId;
use crate::server::outgoing::{Outgoing, Shown};
use crate::server::session::Agreed;
use crate::server::view::View;
use crate::syntax::Keyword;
use std::collections::HashMap;

/// What the counts rest on.
#[derive(Default)]
pub(super) struct Counts {
    /// Which cells judge the claims of each open text, as long as another one is open with a matrix that shows counts.
    judged: HashMap<FileId, CellUse>,
    /// Something else has changed: a spec that is not open, or one that is so no longer.
    changed: bool,
    /// The workspace was searched for the first time.
    searched: bool,
}

impl Counts {
    /// A text is no longer open: what is on the disk counts.
    pub(super) fn is_closed(&mut self, id: FileId) {
        self.changed |= self.judged.remove(&id).is_some();
    }

    /// A search has ended. Whoever asks for counts waits for the first.
    pub(super) fn is_searched(&mut self) {
        self.changed |= std::mem::replace(&mut self.searched, true);
    }
}

impl State {
    /// Has the editor ask again for lenses if a count in one that it shows has changed.
    pub(super) fn recount(&mut self, view: &View, agreed: &Agreed, edited: &[FileId]) {
        let mut changed = std::mem::take(&mut self.counts.changed);
        if !agreed.refresh_lenses || !self.settings.any(|settings| settings.code_lens) {
            return;
        }
        // Of what stands in its own text a matrix is asked about with that text.
        if self.documents.len() < 2 && !changed {
            self.counts.judged.clear();
            return;
        }
        let matrices: Vec<FileId> = self.documents.keys().copied().filter(|id| shows_counts(view, *id)).collect();
        if matrices.is_empty() {
            self.counts.judged.clear();
            return;
        }
        for id in self.documents.keys().copied() {
            if matrices.iter().all(|matrix| *matrix == id) {
                self.counts.judged.remove(&id);
                continue;
            }
            if self.counts.judged.contains_key(&id) && !edited.contains(&id) {
                continue;
            }
            let mut judged = CellUse::default();
            if let Some((_, judgement)) = view.judgement(id) {
                judged.add(judgement.claims_anywhere());
            }
            let before = self.counts.judged.insert(id, judged);
            changed |= before.is_some_and(|before| self.counts.judged.get(&id) != Some(&before));
        }
        if changed {
            self.send(Outgoing::Refresh(Shown::Lenses));
        }
    }
}

/// Whether a text has lenses that count.
fn shows_counts(view: &View, id: FileId) -> bool {
    let declarations = view.snapshot.file(id).map(|file| file.tree().declarations()).unwrap_or_default();
    let matrices = declarations.iter().map(|child| &child.declaration).filter(|it| it.keyword == Keyword::Matrix);
    matrices.into_iter().any(|matrix| matrix.children.iter().any(|child| child.declaration.keyword == Keyword::Cell))
}
