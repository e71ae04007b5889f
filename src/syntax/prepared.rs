//! Declarations that were read when the program was built.

use super::{Child, SyntaxTree, Whole, local};
use crate::text::Text;
use std::sync::Arc;

impl SyntaxTree {
    /// The declarations of a text without errors, as bytes for [`SyntaxTree::prepared`].
    ///
    /// # Errors
    /// If they cannot be written, which would be a mistake in their types.
    pub fn prepare(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&*self.declarations)
    }

    /// The tree of a text whose declarations were [prepared](SyntaxTree::prepare) by the same version of this program.
    /// Nothing for what is not such a list; that the list belongs to the text is up to the caller.
    pub fn prepared(text: &Text, declarations: &[u8]) -> Option<SyntaxTree> {
        let declarations: Vec<Child> = postcard::from_bytes(declarations).ok()?;
        let settled = local::is_settled(&declarations);
        Some(SyntaxTree {
            whole: Arc::new(Whole::unknown(text)),
            declarations: Arc::new(declarations),
            errors: Arc::default(),
            has_nul: false,
            hidden: Arc::default(),
            settled,
            piece: None,
            edited: None,
        })
    }
}
