//! The built-in library: what every file knows without `use`.
//!
//! It is written in the language itself (`src/std/*.synergy`) and read like any other file, so that all that the
//! checker knows can be looked up, jumped to and overridden.

use super::{Entry, FileId, FileKey, Matrix, Names, STANDARD_MATRIX, SourceFile};
use crate::syntax::{Child, Keyword, SyntaxTree};
use crate::text::Text;
use std::sync::{Arc, LazyLock};

/// The files of the library: name and text.
const FILES: [(&str, &str); 7] = [
    ("properties.synergy", include_str!("../std/properties.synergy")),
    ("matrix.synergy", include_str!("../std/matrix.synergy")),
    ("techniques.synergy", include_str!("../std/techniques.synergy")),
    ("chains.synergy", include_str!("../std/chains.synergy")),
    ("ceilings.synergy", include_str!("../std/ceilings.synergy")),
    ("phrases.synergy", include_str!("../std/phrases.synergy")),
    ("references.synergy", include_str!("../std/references.synergy")),
];

/// The built-in library.
pub struct Library {
    files: Vec<Arc<SourceFile>>,
    names: Arc<Names>,
    standard: Option<Arc<Matrix>>,
}

impl Library {
    /// The library; read at the first call, which takes some milliseconds. Call it early, on a thread of its own,
    /// where they matter.
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
        FILES.into_iter()
    }

    fn read() -> Library {
        let files: Vec<Arc<SourceFile>> = std::thread::scope(|threads| {
            let reading: Vec<_> = FILES
                .iter()
                .map(|&(name, source)| {
                    threads.spawn(move || {
                        let text = Text::new(source);
                        (name, SyntaxTree::parse(&text), text)
                    })
                })
                .collect();
            reading
                .into_iter()
                .enumerate()
                .filter_map(|(index, thread)| {
                    let (name, tree, text) = thread.join().ok()?;
                    Some(Arc::new(SourceFile::new(FileId::from_index(index), FileKey::Library(name), text, tree, None)))
                })
                .collect()
        });
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
