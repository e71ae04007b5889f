//! What names stand for: in a file, in the files it uses, and in the built-in library.

use super::{FileId, Library};
use crate::syntax::{Child, Declaration, Keyword, SyntaxTree};
use crate::text::{TextRange, TextSize};
use foldhash::HashMap;
use smol_str::SmolStr;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

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
    /// The first declaration of each name, by kind: most questions are about one kind of which there are few. Of projects
    /// there are many, which move with every letter and are hardly ever asked for: they stand apart.
    first: Arc<BTreeMap<Keyword, HashMap<SmolStr, Entry>>>,
    projects: OnceLock<HashMap<SmolStr, Entry>>,
    /// Later declarations of a name that was there already.
    again: Vec<Entry>,
    /// What they are the names of.
    of: Option<Of>,
}

/// The declarations of a file.
#[derive(Clone, Debug)]
struct Of {
    file: FileId,
    tree: SyntaxTree,
    /// How many there are up to the last that names anything but a project.
    without_projects: usize,
}

impl Of {
    fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        let entry =
            |child: &Child| Entry { file: self.file, base: child.offset, declaration: Arc::clone(&child.declaration) };
        self.tree.declarations().iter().map(entry)
    }
}

impl Names {
    /// The names of the declarations at the top level of a file. `before` are those of an earlier version of it.
    pub(super) fn of(file: FileId, tree: &SyntaxTree, before: Option<&Names>) -> Names {
        if let Some(names) = before.and_then(|before| before.of_version(file, tree)) {
            return names;
        }
        let last = tree.declarations().iter().rposition(|child| is_of_a_house(&child.declaration));
        let of = Of { file, tree: tree.clone(), without_projects: last.map_or(0, |last| last + 1) };
        let mut names = Names::default();
        of.entries().for_each(|entry| names.add(entry));
        names.of = Some(of);
        names
    }

    /// The names of another version of the file, in which no name has become another and nothing has moved but projects;
    /// nothing if that is not so.
    fn of_version(&self, file: FileId, tree: &SyntaxTree) -> Option<Names> {
        let of = self.of.as_ref().filter(|of| of.file == file && self.again.is_empty())?;
        let (old, new) = (of.tree.declarations(), tree.declarations());
        let [first, last] = same_at_ends(old, new);
        let (old, new) = (&old[first..old.len() - last], &new[first..new.len() - last]);
        let changed = |children: &[Child]| children.iter().any(|child| is_of_a_house(&child.declaration));
        if of.without_projects > first || changed(old) || changed(new) || !names_of(old).eq(names_of(new)) {
            return None;
        }
        let of = Of { tree: tree.clone(), ..*of };
        Some(Names { first: Arc::clone(&self.first), of: Some(of), ..Names::default() })
    }

    /// Adds a declaration; one without a name adds nothing.
    pub fn add(&mut self, entry: Entry) {
        let Some(name) = name_of(&entry.declaration) else { return };
        let kind = match entry.declaration.keyword {
            Keyword::Project => {
                self.projects();
                let Some(projects) = self.projects.get_mut() else { return };
                projects
            }
            other => Arc::make_mut(&mut self.first).entry(other).or_default(),
        };
        match kind.entry(name) {
            std::collections::hash_map::Entry::Occupied(_) => self.again.push(entry),
            std::collections::hash_map::Entry::Vacant(vacant) => {
                vacant.insert(entry);
            }
        }
    }

    /// The declaration of a name.
    pub fn get(&self, keyword: Keyword, name: &str) -> Option<&Entry> {
        self.kind(keyword)?.get(name)
    }

    /// Whether there are any of a kind.
    fn declares(&self, keyword: Keyword) -> bool {
        self.kind(keyword).is_some_and(|kind| !kind.is_empty())
    }

    fn kind(&self, keyword: Keyword) -> Option<&HashMap<SmolStr, Entry>> {
        if keyword == Keyword::Project { Some(self.projects()) } else { self.first.get(&keyword) }
    }

    fn projects(&self) -> &HashMap<SmolStr, Entry> {
        self.projects.get_or_init(|| {
            let entries = self.of.iter().flat_map(Of::entries);
            let projects = entries.filter(|entry| entry.declaration.keyword == Keyword::Project);
            // Where a name is declared again they are not made here.
            projects.filter_map(|entry| Some((name_of(&entry.declaration)?, entry))).collect()
        })
    }

    /// The declarations of names that are declared already.
    pub fn declared_again(&self) -> &[Entry] {
        &self.again
    }

    /// All names of a kind with what they stand for, in no order.
    fn of_kind(&self, keyword: Keyword) -> impl Iterator<Item = (&str, &Entry)> {
        self.kind(keyword).into_iter().flatten().map(|(name, entry)| (&**name, entry))
    }

    /// The first declaration of each name of a kind, in the order of the text.
    pub fn in_order(&self, keyword: Keyword) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.of_kind(keyword).map(|(_, entry)| entry).collect();
        entries.sort_unstable_by_key(|entry| entry.base);
        entries
    }

    /// All names, in no order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.first.values().chain([self.projects()]).flat_map(HashMap::values)
    }
}

/// How many declarations at the start, and how many at the end, are the same in two versions of a file.
pub(super) fn same_at_ends(old: &[Child], new: &[Child]) -> [usize; 2] {
    let same = |(old, new): &(&Child, &Child)| Arc::ptr_eq(&old.declaration, &new.declaration);
    let first = old.iter().zip(new).take_while(|pair| same(pair) && pair.0.offset == pair.1.offset).count();
    let last = old[first..].iter().rev().zip(new[first..].iter().rev()).take_while(same).count();
    [first, last]
}

/// Whether a declaration gives a name to something that others may rest on.
fn is_of_a_house(declaration: &Declaration) -> bool {
    !matches!(declaration.keyword, Keyword::Project | Keyword::Use | Keyword::Unknown)
}

fn names_of(children: &[Child]) -> impl Iterator<Item = SmolStr> + '_ {
    children.iter().filter_map(|child| name_of(&child.declaration))
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
    /// The names of the files that those use in turn, and so on. They are not known in the file, but what is known may
    /// rest on them: a matrix on the one that it extends.
    behind: Vec<Arc<Names>>,
}

impl Scope {
    pub(super) fn new(
        own: Arc<Names>,
        used: impl IntoIterator<Item = Arc<Names>>,
        behind: Vec<Arc<Names>>,
        library: &Library,
    ) -> Scope {
        let mut levels = vec![own];
        levels.extend(used);
        levels.push(Arc::clone(library.names()));
        Scope { levels, behind }
    }

    /// What every file knows without declaring or using anything.
    pub fn library() -> Scope {
        Scope { levels: vec![Arc::clone(Library::get().names())], behind: Vec::new() }
    }

    /// What a name stands for.
    pub fn get(&self, keyword: Keyword, name: &str) -> Option<&Entry> {
        self.levels.iter().find_map(|names| names.get(keyword, name))
    }

    /// Whether another scope knows the same from other files, of which none has another version, nor any that they use.
    pub fn uses_the_same(&self, other: &Scope) -> bool {
        let same = |own: &[Arc<Names>], other: &[Arc<Names>]| {
            own.len() == other.len() && own.iter().zip(other).all(|(own, other)| Arc::ptr_eq(own, other))
        };
        same(&self.levels[1..], &other.levels[1..]) && same(&self.behind, &other.behind)
    }

    /// All that is declared outside of the library, in no order.
    pub fn declared(&self) -> impl Iterator<Item = &Entry> {
        self.levels[..self.levels.len().saturating_sub(1)].iter().flat_map(|names| names.entries())
    }

    /// Whether anything of a kind is declared outside of the library.
    pub fn declares(&self, keyword: Keyword) -> bool {
        let outside = &self.levels[..self.levels.len().saturating_sub(1)];
        outside.iter().any(|names| names.declares(keyword))
    }

    /// All of a kind that is declared outside of the library, in no order; of one name there may be several.
    pub fn of_house(&self, keyword: Keyword) -> impl Iterator<Item = &Entry> {
        let outside = &self.levels[..self.levels.len().saturating_sub(1)];
        outside.iter().flat_map(move |names| names.of_kind(keyword)).map(|(_, entry)| entry)
    }

    /// All that is known of a kind, each name once, sorted by name.
    pub fn all(&self, keyword: Keyword) -> Vec<&Entry> {
        Self::known(&self.levels, keyword)
    }

    /// The same of what is declared outside of the library.
    pub fn all_of_house(&self, keyword: Keyword) -> Vec<&Entry> {
        Self::known(&self.levels[..self.levels.len().saturating_sub(1)], keyword)
    }

    fn known(levels: &[Arc<Names>], keyword: Keyword) -> Vec<&Entry> {
        let mut known = HashSet::new();
        let mut found: Vec<(&str, &Entry)> = Vec::new();
        for names in levels {
            found.extend(names.of_kind(keyword).filter(|(name, _)| known.insert(*name)));
        }
        found.sort_unstable_by_key(|(name, _)| *name);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The name that is most likely meant by one that is not known: one that another name of it (`aka`) is written
    /// like, or one that is spelt nearly so.
    pub fn nearest(&self, keyword: Keyword, name: &str) -> Option<SmolStr> {
        let all = || self.levels.iter().flat_map(|names| names.of_kind(keyword));
        let by_alias = all().filter(|(known, entry)| {
            let declaration = &entry.declaration;
            // What a nearer declaration of the name hides is not known by its other names.
            is_also_called(declaration, name)
                && self.get(keyword, known).is_some_and(|seen| Arc::ptr_eq(&seen.declaration, declaration))
        });
        let alias = by_alias.map(|(known, _)| known).min();
        alias.or_else(|| nearest(name, all().map(|(known, _)| known))).map(SmolStr::from)
    }

    /// Whether a name that is not known could mean this one that is: whether [`nearest`](Self::nearest) may find it,
    /// unless another is nearer. That is known at once, however many names there are.
    pub fn could_mean(&self, keyword: Keyword, name: &str, known: &str) -> bool {
        nearest(name, [known]).is_some()
            || self.get(keyword, known).is_some_and(|entry| is_also_called(&entry.declaration, name))
    }
}

/// Whether a declaration's title or another name of it is written like this.
fn is_also_called(declaration: &Declaration, name: &str) -> bool {
    let aliases = declaration.fields_named("aka").flat_map(|field| &field.values);
    let mut also = declaration.title_text().into_iter().chain(aliases.filter_map(|value| value.as_text()));
    also.any(|text| written_alike(text, name))
}

/// Whether two names differ in nothing but capitals and in what stands between their words.
fn written_alike(a: &str, b: &str) -> bool {
    fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
        let lower = text.chars().flat_map(char::to_lowercase);
        lower.map(|c| if matches!(c, ' ' | '_') { '-' } else { c })
    }
    plain(a).eq(plain(b))
}

/// The longest word, in characters, that may be a misspelling. To compare two words costs the product of their
/// lengths, and nobody misspells a word of that length.
const LONGEST_WORD: usize = 64;

/// The candidate that a word is most likely a misspelling of, if one is near enough. The whole of a word that was
/// begun comes before any that is more than one slip away.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let len = word.chars().count();
    let near = 1 + len / 4;
    let letters = letters(&word);
    let slips = |candidate: &str| {
        let apart = candidate.chars().count().abs_diff(len);
        // Each letter that the other lacks is one slip at least.
        let other = self::letters(candidate);
        let missing = (letters & !other).count_ones().max((other & !letters).count_ones()) as usize;
        if len > LONGEST_WORD || apart > near || missing > near {
            return None;
        }
        Some(strsim::damerau_levenshtein(&word, candidate)).filter(|&slips| slips <= near)
    };
    let ranked = candidates.into_iter().filter_map(|candidate| {
        let begun = word.len() >= 4 && candidate.starts_with(&*word);
        let slips = match begun || candidate.len() >= 4 && word.starts_with(candidate) {
            true => candidate.len().abs_diff(word.len()),
            false => slips(candidate)?,
        };
        Some((if begun { slips.min(1) } else { slips }, slips, candidate))
    });
    ranked.min().map(|(.., candidate)| candidate)
}

/// A set of the letters of a word. Of letters that are rare, several may share a place.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
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

    #[test]
    fn the_beginning_of_a_word_comes_before_a_short_stranger() {
        assert_eq!(nearest("publ", ["url", "published", "publications"]), Some("published"));
        assert_eq!(nearest("evid", ["void", "evidence"]), Some("evidence"));
        assert_eq!(nearest("privac", ["private", "privacy"]), Some("privacy"));
    }

    #[test]
    fn one_slip_comes_before_a_longer_word() {
        assert_eq!(nearest("dara", ["darafication", "data"]), Some("data"));
    }

    #[test]
    fn a_very_long_word_is_compared_at_no_cost() {
        let long = "x".repeat(1_000_000);
        let other = "y".repeat(1_000_000);
        assert_eq!(nearest(&long, ["privacy", &other]), None);
        assert_eq!(nearest(&format!("privacy{long}"), ["privacy", &other]), Some("privacy"));
    }

    #[test]
    fn a_name_is_found_by_its_other_names_however_they_are_written() {
        let scope = super::Scope::library();
        for written in ["SecAgg", "FedAvg", "secure_aggregation", "Secure-Aggregation"] {
            assert!(scope.nearest(crate::syntax::Keyword::Technique, written).is_some(), "{written}");
        }
        assert_eq!(scope.nearest(crate::syntax::Keyword::Technique, "SecAgg").as_deref(), Some("secure-aggregation"));
    }
}
