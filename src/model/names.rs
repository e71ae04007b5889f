//! What names stand for: in a file, in the files it uses, and in the built-in library.

use super::{FileId, Library};
use crate::syntax::{Child, Declaration, Keyword};
use crate::text::{TextRange, TextSize};
use smol_str::SmolStr;
use std::collections::HashMap;
use std::sync::Arc;

/// A declaration and where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file it stands in.
    pub file: FileId,
    /// Where in the file it starts: what its ranges count from.
    pub base: TextSize,
    /// The declaration.
    pub declaration: Arc<Declaration>,
}

impl Entry {
    /// What it covers in its file.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.base, self.declaration.len)
    }

    /// Its name in its file, or what stands for it.
    pub fn selection(&self) -> TextRange {
        self.declaration.selection() + self.base
    }

    /// The declarations in it.
    pub fn children(&self) -> impl Iterator<Item = Entry> + '_ {
        self.declaration.children.iter().map(|child| Entry {
            file: self.file,
            base: self.base + child.offset,
            declaration: Arc::clone(&child.declaration),
        })
    }
}

/// The names that one file declares, each for its kind of declaration.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The first declaration of each name.
    first: HashMap<(Keyword, SmolStr), Entry>,
    /// Later declarations of a name that was there already.
    again: Vec<Entry>,
}

impl Names {
    /// The names of the declarations at the top level of a file.
    pub fn of(file: FileId, declarations: &[Child]) -> Names {
        let mut names = Names::default();
        for child in declarations {
            names.add(Entry { file, base: child.offset, declaration: Arc::clone(&child.declaration) });
        }
        names
    }

    /// Adds a declaration; one without a name adds nothing.
    pub fn add(&mut self, entry: Entry) {
        let Some(name) = name_of(&entry.declaration) else { return };
        match self.first.entry((entry.declaration.keyword, name)) {
            std::collections::hash_map::Entry::Occupied(_) => self.again.push(entry),
            std::collections::hash_map::Entry::Vacant(vacant) => {
                vacant.insert(entry);
            }
        }
    }

    /// The declaration of a name.
    pub fn get(&self, keyword: Keyword, name: &str) -> Option<&Entry> {
        self.first.get(&(keyword, SmolStr::from(name)))
    }

    /// The declarations of names that are declared already.
    pub fn declared_again(&self) -> &[Entry] {
        &self.again
    }

    /// All names, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.first.values()
    }
}

/// What a declaration is found by: its name, or the words of a phrase.
fn name_of(declaration: &Declaration) -> Option<SmolStr> {
    match declaration.keyword {
        Keyword::Phrase => declaration.title_text().map(|title| SmolStr::from(title.to_lowercase())),
        Keyword::Use | Keyword::Unknown => None,
        _ => declaration.name.as_ref().map(|name| name.text.clone()),
    }
}

/// The names that are known in one file: its own, those of the files it uses, and those of the library, in this order.
#[derive(Clone)]
pub struct Scope {
    levels: Vec<Arc<Names>>,
}

impl Scope {
    pub(super) fn new(own: Arc<Names>, used: impl IntoIterator<Item = Arc<Names>>, library: &Library) -> Scope {
        let mut levels = vec![own];
        levels.extend(used);
        levels.push(Arc::clone(library.names()));
        Scope { levels }
    }

    /// What every file knows without declaring or using anything.
    pub fn library() -> Scope {
        Scope { levels: vec![Arc::clone(Library::get().names())] }
    }

    /// What a name stands for.
    pub fn get(&self, keyword: Keyword, name: &str) -> Option<&Entry> {
        self.levels.iter().find_map(|names| names.get(keyword, name))
    }

    /// Whether anything of a kind is declared outside of the library.
    pub fn declares(&self, keyword: Keyword) -> bool {
        let own = &self.levels[..self.levels.len().saturating_sub(1)];
        own.iter().any(|names| names.entries().any(|entry| entry.declaration.keyword == keyword))
    }

    /// All that is known of a kind, each name once, sorted by name.
    pub fn all(&self, keyword: Keyword) -> Vec<&Entry> {
        let mut found: Vec<(SmolStr, &Entry)> = Vec::new();
        for names in &self.levels {
            for entry in names.entries().filter(|entry| entry.declaration.keyword == keyword) {
                let Some(name) = name_of(&entry.declaration) else { continue };
                if !found.iter().any(|(known, _)| *known == name) {
                    found.push((name, entry));
                }
            }
        }
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The name that is most likely meant by one that is not known: one that another name of it (`aka`) is written
    /// like, or one that is spelt nearly so.
    pub fn nearest(&self, keyword: Keyword, name: &str) -> Option<SmolStr> {
        let all = self.all(keyword);
        let by_alias = all.iter().find(|entry| {
            let same = |text: &str| {
                text.eq_ignore_ascii_case(name) || text.to_lowercase().replace([' ', '_'], "-") == name.to_lowercase()
            };
            let mut aliases = entry
                .declaration
                .fields_named("aka")
                .flat_map(|field| &field.values)
                .filter_map(|value| value.as_text());
            entry.declaration.title_text().is_some_and(same) || aliases.any(same)
        });
        match by_alias {
            Some(entry) => name_of(&entry.declaration),
            None => {
                let names: Vec<SmolStr> = all.iter().filter_map(|entry| name_of(&entry.declaration)).collect();
                nearest(name, names.iter().map(SmolStr::as_str)).map(SmolStr::from)
            }
        }
    }
}

/// The candidate that a word is most likely a misspelling of, if one is near enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let near = 1 + word.chars().count() / 4;
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate))
        .filter(|&(distance, candidate)| {
            distance <= near
                || word.len() >= 4 && candidate.starts_with(&*word)
                || candidate.len() >= 4 && word.starts_with(candidate)
        })
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_word_finds_its_nearest_neighbour() {
        let words = ["privacy", "performance", "security"];
        assert_eq!(nearest("privcy", words), Some("privacy"));
        assert_eq!(nearest("perf", words), Some("performance"));
        assert_eq!(nearest("Security", words), Some("security"));
        assert_eq!(nearest("banana", words), None);
    }
}
