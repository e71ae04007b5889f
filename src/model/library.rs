//! The built-in library: what every file knows without `use`.
//!
//! It is written in the language itself (`src/std/*.synergy`) and read like any other file, so that all that the
//! checker knows can be looked up, jumped to and overridden.

use super::{Entry, FileId, FileKey, Matrix, Names, STANDARD_MATRIX, SourceFile};
use crate::syntax::{Child, Keyword, SyntaxTree};
use crate::text::Text;
use std::sync::{Arc, LazyLock};

/// A file of the library: its name, its text, and its declarations as they were read when the program was built.
struct Source {
    name: &'static str,
    text: &'static str,
    declarations: &'static [u8],
}

macro_rules! source {
    ($name:literal) => {
        Source {
            name: concat!($name, ".synergy"),
            text: include_str!(concat!("../std/", $name, ".synergy")),
            declarations: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".declarations")),
        }
    };
}

/// The files of the library.
const FILES: [Source; 7] = [
    source!("properties"),
    source!("matrix"),
    source!("techniques"),
    source!("chains"),
    source!("ceilings"),
    source!("phrases"),
    source!("references"),
];

/// The built-in library.
pub struct Library {
    files: Vec<Arc<SourceFile>>,
    names: Arc<Names>,
    standard: Option<Arc<Matrix>>,
}

impl Library {
    /// The library; put together at the first call, which takes a millisecond or two. Call it early, on a thread of its
    /// own, where they matter.
    pub fn get() -> &'static Library {
        static LIBRARY: LazyLock<Library> = LazyLock::new(Library::read);
        &LIBRARY
    }

    /// How many files it has. Their ids come before those of all other files.
    pub const fn file_count() -> usize {
        FILES.len()
    }

    /// The names and texts of its files, without reading them as declarations.
    pub fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
        FILES.into_iter().map(|file| (file.name, file.text))
    }

    fn read() -> Library {
        let files: Vec<Arc<SourceFile>> = FILES
            .iter()
            .enumerate()
            .map(|(index, file)| {
                let text = Text::new(file.text);
                let tree = SyntaxTree::prepared(&text, file.declarations).unwrap_or_else(|| SyntaxTree::parse(&text));
                let key = FileKey::Library(file.name);
                Arc::new(SourceFile::new(FileId::from_index(index), key, text, tree, None))
            })
            .collect();
        let mut names = Names::default();
        for file in &files {
            for Child { offset, declaration } in file.tree().declarations() {
                names.add(Entry { file: file.id(), base: *offset, declaration: Arc::clone(declaration) });
            }
        }
        let standard = names.get(Keyword::Matrix, STANDARD_MATRIX).map(|entry| Arc::new(Matrix::of(entry, None)));
        Library { files, names: Arc::new(names), standard }
    }

    /// Its files.
    pub fn files(&self) -> &[Arc<SourceFile>] {
        &self.files
    }

    /// All that it declares.
    pub fn names(&self) -> &Arc<Names> {
        &self.names
    }

    /// The matrix that judges unless another is named.
    ///
    /// # Panics
    /// If the built-in library has no matrix of that name, which a test rules out.
    pub fn standard(&self) -> &Arc<Matrix> {
        self.standard.as_ref().expect("the built-in library declares the standard matrix")
    }
}

#[cfg(test)]
mod tests {
    use super::Library;
    use crate::syntax::SyntaxTree;

    #[test]
    fn what_was_read_at_build_time_is_what_the_texts_declare() {
        for file in Library::get().files() {
            let parsed = SyntaxTree::parse(file.text());
            assert!(!parsed.declarations().is_empty());
            assert_eq!(file.tree().declarations(), parsed.declarations(), "{}", file.key());
            assert!(parsed.all_errors().is_empty());
        }
    }

    #[test]
    fn the_tree_of_a_library_file_is_there_when_it_is_asked_for() {
        let file = &Library::get().files()[0];
        assert_eq!(file.tree().to_sexp(), SyntaxTree::parse(file.text()).to_sexp());
    }

    #[test]
    fn what_is_no_list_of_declarations_gives_no_tree() {
        let text = crate::text::Text::new("");
        assert!(SyntaxTree::prepared(&text, &[0xff; 9]).is_none());
    }
}
