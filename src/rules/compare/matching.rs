//! Which claim of one side is which of the other.

use super::Matched;
use super::facts::ClaimFacts;
use super::words::{alike, words};
use smol_str::SmolStr;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// From this share of words in common on, two claims of different names are taken for one.
const SIMILAR: f64 = 0.6;
/// A word that more claims than this have in common tells none of them apart.
const COMMON: usize = 200;

/// What a claim is known by.
pub(super) trait Known {
    /// The path of its file.
    fn path(&self) -> &str;
    /// The name of its project.
    fn project(&self) -> Option<&SmolStr>;
    /// Its own name.
    fn name(&self) -> Option<&SmolStr>;
    /// What it says.
    fn says(&self) -> &str;
}

impl Known for ClaimFacts {
    fn path(&self) -> &str {
        &self.path
    }

    fn project(&self) -> Option<&SmolStr> {
        self.project.as_ref()
    }

    fn name(&self) -> Option<&SmolStr> {
        self.name.as_ref()
    }

    fn says(&self) -> &str {
        &self.says
    }
}

type Pair<C> = (Option<C>, Option<C>, Option<Matched>);

/// The claims of two sides, each once: those that are one claim together.
pub(super) fn pairs<C: Known>(before: Vec<C>, after: Vec<C>) -> Vec<Pair<C>> {
    let mut before: Vec<Option<C>> = before.into_iter().map(Some).collect();
    let mut after: Vec<Option<C>> = after.into_iter().map(Some).collect();
    let mut pairs = Vec::new();
    // The same name in the same file; then in another file; then the same words, and last words that are alike.
    for with_path in [true, false] {
        let key = |claim: &C| {
            let name = claim.name()?;
            Some((with_path.then(|| claim.path().to_owned()), claim.project().cloned(), name.to_string()))
        };
        by_key(&mut before, &mut after, Matched::Name, &key, &mut pairs);
    }
    let said = |claim: &C| {
        let words = words(claim.says()).collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some((None, None, words))
    };
    by_key(&mut before, &mut after, Matched::Words, &said, &mut pairs);
    by_similar_words(&mut before, &mut after, &mut pairs);
    pairs.extend(before.into_iter().flatten().map(|claim| (Some(claim), None, None)));
    pairs.extend(after.into_iter().flatten().map(|claim| (None, Some(claim), None)));
    pairs
}

type Key = (Option<String>, Option<SmolStr>, String);

/// Takes out what has the same key on both sides. Of several with one key the first belong together, then the second.
fn by_key<C: Known>(
    before: &mut [Option<C>],
    after: &mut [Option<C>],
    matched: Matched,
    key: &dyn Fn(&C) -> Option<Key>,
    pairs: &mut Vec<Pair<C>>,
) {
    let mut waiting: HashMap<Key, VecDeque<usize>> = HashMap::new();
    for (index, claim) in after.iter().enumerate() {
        if let Some(key) = claim.as_ref().and_then(key) {
            waiting.entry(key).or_default().push_back(index);
        }
    }
    for claim in before {
        let Some(key) = claim.as_ref().and_then(key) else { continue };
        if let Some(index) = waiting.get_mut(&key).and_then(VecDeque::pop_front) {
            let (old, new) = (claim.take(), after[index].take());
            // A claim without a name that says the same is the same.
            let nameless = |side: &Option<C>| side.as_ref().is_some_and(|claim| claim.name().is_none());
            let same_project = old.as_ref().map(Known::project) == new.as_ref().map(Known::project);
            let plain = matched == Matched::Words && nameless(&old) && nameless(&new) && same_project;
            pairs.push((old, new, Some(if plain { Matched::Name } else { matched })));
        }
    }
}

/// Takes out what says nearly the same on both sides, the likest first.
fn by_similar_words<C: Known>(before: &mut [Option<C>], after: &mut [Option<C>], pairs: &mut Vec<Pair<C>>) {
    let of = |side: &[Option<C>]| -> Vec<Vec<String>> {
        side.iter().map(|claim| claim.iter().flat_map(|claim| words(claim.says())).collect()).collect()
    };
    let (old, new) = (of(before), of(after));
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, words) in new.iter().enumerate() {
        for word in words {
            let holders = holders.entry(word).or_default();
            if holders.last() != Some(&index) {
                holders.push(index);
            }
        }
    }
    let mut likest = Vec::new();
    for (index, words) in old.iter().enumerate() {
        let candidates: BTreeMap<usize, ()> = words
            .iter()
            .filter_map(|word| holders.get(word.as_str()))
            .filter(|holders| holders.len() <= COMMON)
            .flat_map(|holders| holders.iter().map(|&holder| (holder, ())))
            .collect();
        for candidate in candidates.into_keys() {
            let likeness = alike(words, &new[candidate]);
            if likeness >= SIMILAR {
                likest.push((likeness, index, candidate));
            }
        }
    }
    likest.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, old, new) in likest {
        if before[old].is_some() && after[new].is_some() {
            pairs.push((before[old].take(), after[new].take(), Some(Matched::SimilarWords)));
        }
    }
}
