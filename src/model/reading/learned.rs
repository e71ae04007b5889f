//! A second reader, that has learned from labelled claims which words go with which cell.
//!
//! The tables know what their writers thought of; this one knows the company that words keep. It looks at single words,
//! their beginnings and pairs of neighbours, and adds up what each of them says for and against each cell, and for and
//! against there being none. What it has learned is a file, `learned.bin`, that a test makes from the claims in
//! `tests/claims` (docs/decisions/0022); nothing is learned when the program runs.
//!
//! The file is a list of rows, sorted by their first number: a hash of the feature (four bytes, little-endian), how
//! rare the feature is (one byte, in units of 1 / [`RARE_UNITS`]), and one signed byte for each class, in units of [`UNIT`]. The first
//! row, of the hash 0, is what speaks for a class before any word is read.

use super::Cell;
use super::tokens::{self, Token};
use std::ops::Range;

/// The cells in the order of [`Cell::all`], and none.
pub const CLASSES: usize = 10;

/// What a step in a byte of the file is worth.
pub const UNIT: f32 = 1.0 / 24.0;

/// How many steps of the byte that says how rare a feature is make one.
pub const RARE_UNITS: f32 = 16.0;

/// How long a row of the file is, in bytes.
pub const ROW: usize = 4 + 1 + CLASSES;

/// It is not asked about claims of fewer words.
pub(super) const FEWEST_WORDS: usize = 9;

/// How many letters of a word are its beginning.
const BEGINNING: usize = 5;

static LEARNED: &[u8] = include_bytes!("learned.bin");

/// Something that the second reader looks at, and the words that it is, by their places in the claim.
struct Feature {
    /// Never 0.
    hash: u32,
    words: Range<usize>,
}

/// What the second reader looks at in a text, by hash, each once: for whoever teaches it.
pub fn features_of(text: &str) -> Vec<u32> {
    features(&tokens::tokens(text)).iter().map(|feature| feature.hash).collect()
}

/// What the second reader looks at in a claim, by hash, each feature once.
fn features(tokens: &[Token]) -> Vec<Feature> {
    let mut found = Vec::with_capacity(3 * tokens.len());
    for_each_feature(tokens, |feature| found.push(feature));
    found.sort_by_key(|feature| (feature.hash, feature.words.start));
    found.dedup_by_key(|feature| feature.hash);
    found
}

/// Calls `found` with all features in the order of the text.
fn for_each_feature(tokens: &[Token], mut found: impl FnMut(Feature)) {
    let mut before = Hash::START.of("^");
    for (at, token) in tokens.iter().enumerate() {
        let now = if token.number { "0" } else { token.word.as_str() };
        let word = Hash::START.of(now);
        found(Feature { hash: word.number(), words: at..at + 1 });
        found(Feature { hash: before.of(" ").of(now).number(), words: at.saturating_sub(1)..at + 1 });
        if let Some((end, _)) = now.char_indices().nth(BEGINNING) {
            found(Feature { hash: Hash::START.of(&now[..end]).of("*").number(), words: at..at + 1 });
        }
        before = word;
    }
}

/// FNV-1a of a text. That of a longer one goes on from there.
#[derive(Clone, Copy)]
struct Hash(u32);

impl Hash {
    const START: Hash = Hash(0x811c_9dc5);

    fn of(self, text: &str) -> Hash {
        Hash(text.bytes().fold(self.0, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
    }

    /// Never 0.
    fn number(self) -> u32 {
        self.0.max(1)
    }
}

/// What a row of the file says.
struct Row<'a> {
    rare: f32,
    weights: &'a [u8],
}

/// The hash of a row.
const fn hash_of(row: usize) -> u32 {
    let at = row * ROW;
    u32::from_le_bytes([LEARNED[at], LEARNED[at + 1], LEARNED[at + 2], LEARNED[at + 3]])
}

/// How many of the upper bits of a hash the index knows.
const INDEX_BITS: u32 = 12;

/// For each value of these bits the first row with it or a higher one: so few rows are left to search.
static INDEX: [u16; (1 << INDEX_BITS) + 1] = {
    let mut index = [0; (1 << INDEX_BITS) + 1];
    let (mut bits, mut row, rows) = (0, 0, LEARNED.len() / ROW);
    assert!(rows <= u16::MAX as usize, "rows are counted in two bytes");
    while bits < index.len() {
        while row < rows && ((hash_of(row) >> (32 - INDEX_BITS)) as usize) < bits {
            row += 1;
        }
        index[bits] = row as u16;
        bits += 1;
    }
    index
};

fn row(hash: u32) -> Option<Row<'static>> {
    let bits = (hash >> (32 - INDEX_BITS)) as usize;
    let row = (INDEX[bits]..INDEX[bits + 1]).map(usize::from).find(|row| hash_of(*row) == hash)?;
    let said = &LEARNED[row * ROW + 4..(row + 1) * ROW];
    Some(Row { rare: f32::from(said[0]) / RARE_UNITS, weights: &said[1..] })
}

impl Row<'_> {
    fn weight(&self, class: usize) -> f32 {
        f32::from(self.weights[class] as i8) * UNIT
    }
}

/// What it makes of a claim: what speaks for each cell, in the order of [`Cell::all`], and for none.
pub(super) fn opinion(tokens: &[Token]) -> [f32; CLASSES] {
    let mut known: Vec<(u32, Row)> = Vec::with_capacity(3 * tokens.len());
    for_each_feature(tokens, |feature| known.extend(row(feature.hash).map(|row| (feature.hash, row))));
    known.sort_unstable_by_key(|(hash, _)| *hash);
    known.dedup_by_key(|(hash, _)| *hash);
    let known = || known.iter().map(|(_, row)| row);
    let length = known().map(|row| row.rare * row.rare).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let mut said = [0.0; CLASSES];
    for row in known() {
        for (class, said) in said.iter_mut().enumerate() {
            *said += row.rare * row.weight(class);
        }
    }
    let start = row(0);
    std::array::from_fn(|class| start.as_ref().map_or(0.0, |row| row.weight(class)) + said[class] / length)
}

/// The class of a cell, or of none.
pub fn class(cell: Option<Cell>) -> usize {
    Cell::all().position(|each| Some(each) == cell).unwrap_or(CLASSES - 1)
}

/// The words that speak most for a cell, by their places in the claim: up to four.
pub(super) fn words_for(cell: Cell, tokens: &[Token]) -> Vec<(usize, usize)> {
    let (class, features) = (class(Some(cell)), features(tokens));
    let mut found: Vec<(f32, &Feature)> = features
        .iter()
        .filter_map(|feature| row(feature.hash).map(|row| (row.rare * row.weight(class), feature)))
        .filter(|(says, _)| *says > 0.0)
        .collect();
    found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.words.start.cmp(&other.words.start)));
    found.iter().take(4).map(|(_, feature)| (feature.words.start, feature.words.end)).collect()
}
