//! Reads the tables while the program is built, so that it finds them ready and builds nothing at its start.
//!
//! What comes of it is Rust source, which `tables.rs` includes.

use super::classes::CLASSES;
use super::families::{self, Family};
use super::figures::{ANY, FIGURES, Figures};
use super::layout::{Item, Letter, Row, Sense, Stretch};
use super::lists::{MARKED_CLASSES, marked};
use super::marks::Marks;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt::Debug;

/// The source of the tables, or what is wrong with them.
pub(crate) fn source() -> Result<String, Box<dyn std::error::Error>> {
    let mut tables = Tables { tree: vec![Knot::default()], ..Tables::default() };
    for (class, marks) in MARKED_CLASSES {
        let part = tables.part(class).ok_or_else(|| format!("no class: {class}"))?;
        tables.marks.insert(part, marks);
    }
    for (word, marks) in marked() {
        let knot = tables.knot(word);
        knot.marks = knot.marks.and(marks);
    }
    for (number, family) in families::all().enumerate() {
        for &(points, pattern) in family.rows {
            let row = tables.row(points, u8::try_from(number)?, pattern);
            row.ok_or_else(|| format!("no row: {points}, {pattern:?}"))?;
        }
    }
    Ok(tables.lay_out().ok_or("more than numbers of two bytes can tell apart")?)
}

/// A word, a beginning of words, a class or a name of figures, by the order in which they first stand in the tables.
type Part = usize;

/// A letter in the tree of all words and beginnings.
#[derive(Default)]
struct Knot {
    /// What may follow.
    next: BTreeMap<u8, usize>,
    /// The parts that the word stands for that ends here.
    word: Vec<Part>,
    /// The parts that every word stands for that begins so.
    beginning: Vec<Part>,
    /// The marks of the word that ends here.
    marks: Marks,
}

/// The tables as they are read.
#[derive(Default)]
struct Tables {
    parts: HashMap<&'static str, Part>,
    /// The marks of the words of a class.
    marks: HashMap<Part, Marks>,
    tree: Vec<Knot>,
    /// The alternatives of all items, as they are written.
    items: Vec<&'static str>,
    /// For each part the items that it is an alternative of.
    items_of: HashMap<Part, Vec<u16>>,
    /// For each part the rows that may begin with it.
    rows_of: HashMap<Part, Vec<u16>>,
    patterns: Vec<Item>,
    rows: Vec<Row>,
}

impl Tables {
    /// The letter that a word or a beginning ends with.
    fn knot(&mut self, word: &str) -> &mut Knot {
        let mut at = 0;
        for byte in word.bytes() {
            let new = self.tree.len();
            at = *self.tree[at].next.entry(byte).or_insert(new);
            if at == new {
                self.tree.push(Knot::default());
            }
        }
        &mut self.tree[at]
    }

    /// The number of a part. None for a class that does not exist.
    fn part(&mut self, name: &'static str) -> Option<Part> {
        if let Some(&known) = self.parts.get(name) {
            return Some(known);
        }
        let part = self.parts.len();
        for member in members(name)? {
            match member.strip_suffix('*') {
                Some(beginning) => self.knot(beginning).beginning.push(part),
                None => self.knot(member).word.push(part),
            }
        }
        self.parts.insert(name, part);
        Some(part)
    }

    /// The number of some alternatives.
    fn alternatives(&mut self, written: &'static str) -> Option<u16> {
        if let Some(known) = self.items.iter().position(|item| *item == written) {
            return u16::try_from(known).ok();
        }
        let number = u16::try_from(self.items.len()).ok()?;
        self.items.push(written);
        for name in written.split('|') {
            let part = self.part(name)?;
            self.items_of.entry(part).or_default().push(number);
        }
        Some(number)
    }

    fn item(&mut self, written: &'static str) -> Option<Item> {
        Some(match written {
            // It is read with the row.
            "^" => return None,
            "$" => Item::End,
            "," => Item::Comma,
            _ => {
                if let Some(most) = written.strip_prefix("..") {
                    Item::Gap { most: most.parse().ok()?, commas: false }
                } else if let Some(most) = written.strip_prefix('~') {
                    Item::Gap { most: most.parse().ok()?, commas: true }
                } else if let Some(none) = written.strip_prefix('!') {
                    Item::Not(self.alternatives(none)?)
                } else if let Some(maybe) = written.strip_suffix('?') {
                    Item::Maybe(self.alternatives(maybe)?)
                } else {
                    Item::One(self.alternatives(written)?)
                }
            }
        })
    }

    /// Adds a row. None if it is not one.
    fn row(&mut self, points: u8, family: u8, written: &'static str) -> Option<()> {
        let (begins, written) = written.strip_prefix("^ ").map_or((false, written), |behind| (true, behind));
        let mut items = written.split_ascii_whitespace();
        let number = u16::try_from(self.rows.len()).ok()?;
        let first = items.next()?;
        // It is found by a word.
        if first.starts_with(['^', '$', ',', '.', '~', '!']) || first.ends_with('?') {
            return None;
        }
        for name in first.split('|') {
            let part = self.part(name)?;
            self.rows_of.entry(part).or_default().push(number);
        }
        let pattern: Vec<Item> = items.map(|item| self.item(item)).collect::<Option<_>>()?;
        let rare = |item: &Item| if let Item::One(words) = *item { Some((self.shortest(words), words)) } else { None };
        let needed = pattern.iter().filter_map(rare).max().map(|(_, words)| words);
        let pattern = stretch(&mut self.patterns, &pattern)?;
        self.rows.push(Row { begins, pattern, needed, points, family });
        (1..=4).contains(&points).then_some(())
    }

    /// How long the shortest of some alternatives is: the shorter words are, the more often they stand in a text.
    fn shortest(&self, alternatives: u16) -> usize {
        let names = self.items[usize::from(alternatives)].split('|');
        names.filter_map(members).map(|words| words.map(str::len).min().unwrap_or(0)).min().unwrap_or(0)
    }

    /// What stands in the lists of these parts, each once.
    fn all(lists: &HashMap<Part, Vec<u16>>, parts: &[Part]) -> Vec<u16> {
        let mut all = Vec::new();
        for number in parts.iter().filter_map(|part| lists.get(part)).flatten() {
            if !all.contains(number) {
                all.push(*number);
            }
        }
        all
    }

    /// What a word stands for that stands for these parts and has these marks.
    fn sense(&self, parts: &[Part], marks: Marks, layout: &mut Layout) -> Option<u16> {
        let marks = parts.iter().filter_map(|part| self.marks.get(part)).fold(marks, |all, one| all.and(*one));
        let rows = layout.list(Self::all(&self.rows_of, parts))?;
        let alternatives = layout.list(Self::all(&self.items_of, parts))?;
        layout.sense(Sense { marks, rows, alternatives })
    }

    /// The tree in one list. What may follow a letter is laid where there is room for all of it.
    fn letters(&self, layout: &mut Layout) -> Option<Vec<Letter>> {
        let free = Letter { base: 0, after: u16::MAX, here: 0, beyond: 0 };
        let mut letters = vec![Letter { after: 0, ..free }];
        let mut waiting = VecDeque::from([(&self.tree[0], 0, Vec::new())]);
        while let Some((knot, at, before)) = waiting.pop_front() {
            let beyond = [before, knot.beginning.clone()].concat();
            let here = [&knot.word[..], &beyond].concat();
            let is_free = |place: usize| letters.get(place).is_none_or(|letter: &Letter| letter.after == free.after);
            // What lies far before the end is full but for places that nothing fits in.
            let from = letters.len().saturating_sub(300);
            let base = (from..).find(|base| knot.next.keys().all(|&byte| is_free(base + usize::from(byte))))?;
            letters[at].base = u16::try_from(base).ok()?;
            letters[at].here = self.sense(&here, knot.marks, layout)?;
            letters[at].beyond = self.sense(&beyond, Marks::default(), layout)?;
            for (&byte, &next) in &knot.next {
                let place = base + usize::from(byte);
                letters.resize(letters.len().max(place + 1), free);
                letters[place].after = u16::try_from(at).ok()?;
                waiting.push_back((&self.tree[next], place, beyond.clone()));
            }
        }
        Some(letters)
    }

    /// Everything as source.
    fn lay_out(&self) -> Option<String> {
        let mut layout = Layout::default();
        let letters = self.letters(&mut layout)?;
        let rows_by_figure = (0..=ANY).map(|wanted| {
            let named = self.parts.iter().filter(|(name, _)| figure(name) == Some(wanted));
            let parts: Vec<Part> = named.map(|(_, &part)| part).collect();
            layout.list(Self::all(&self.rows_of, &parts))
        });
        let rows_by_figure: Vec<Stretch> = rows_by_figure.collect::<Option<_>>()?;
        let figures = |item: &&str| item.split('|').filter_map(figure).fold(0, |all: Figures, at| all | 1 << at);
        let family = |Family { kind, why, yields, .. }: &Family| {
            format!("Family {{ kind: {kind:?}, why: {why:?}, yields: &{yields:?} }}")
        };
        let tables = [
            table("LETTERS", "Letter", letters.iter().map(source_of)),
            table("SENSES", "Sense", layout.senses.iter().map(source_of)),
            table("NUMBERS", "u16", layout.numbers.iter().map(source_of)),
            table("ROWS_BY_FIGURE", "Stretch", rows_by_figure.iter().map(source_of)),
            table("FIGURES_AMONG", "Figures", self.items.iter().map(figures).map(source_of)),
            table("ITEMS", "Item", self.patterns.iter().map(source_of)),
            table("ROWS", "Row", self.rows.iter().map(source_of)),
            table("FAMILIES", "Family", families::all().map(family)),
        ];
        Some(tables.concat())
    }
}

/// What many words share, and is laid out once.
#[derive(Default)]
struct Layout {
    senses: Vec<Sense>,
    known_senses: HashMap<Sense, u16>,
    /// All lists, one behind another.
    numbers: Vec<u16>,
    known_lists: HashMap<Vec<u16>, Stretch>,
}

impl Layout {
    /// The number of a sense.
    fn sense(&mut self, sense: Sense) -> Option<u16> {
        let new = u16::try_from(self.senses.len()).ok()?;
        let number = *self.known_senses.entry(sense).or_insert(new);
        if number == new {
            self.senses.push(sense);
        }
        Some(number)
    }

    /// Where a list stands.
    fn list(&mut self, list: Vec<u16>) -> Option<Stretch> {
        if let Some(&known) = self.known_lists.get(&list) {
            return Some(known);
        }
        let new = stretch(&mut self.numbers, &list)?;
        self.known_lists.insert(list, new);
        Some(new)
    }
}

/// Adds to a list, and says where.
fn stretch<T: Copy>(list: &mut Vec<T>, new: &[T]) -> Option<Stretch> {
    let from = u16::try_from(list.len()).ok()?;
    list.extend_from_slice(new);
    Some((from, u16::try_from(list.len()).ok()?))
}

/// The words, and the beginnings with a star behind them, that a part stands for. None for a class that does not exist.
fn members(part: &'static str) -> Option<impl Iterator<Item = &'static str>> {
    let written = match figure(part) {
        Some(_) => "",
        None if part.starts_with('@') => CLASSES.iter().find(|class| class.0 == part)?.1,
        None if part.is_empty() => return None,
        None => part,
    };
    Some(written.split_ascii_whitespace())
}

/// The bit of a name of figures.
fn figure(name: &str) -> Option<usize> {
    if name == "@w" { Some(ANY) } else { FIGURES.iter().position(|figure| figure.0 == name) }
}

fn source_of(thing: impl Debug) -> String {
    format!("{thing:?}")
}

fn table(name: &str, kind: &str, entries: impl Iterator<Item = String>) -> String {
    let entries: Vec<String> = entries.collect();
    format!("pub static {name}: [{kind}; {}] = [\n{}\n];\n", entries.len(), entries.join(",\n"))
}
