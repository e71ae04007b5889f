//! The grammar as a reader of the language needs it: what one writes, without what the parser puts up with.
//!
//! It is read from `grammar/src/grammar.json`. Half of the grammar is there for texts that are half-typed or broken
//! (docs/decisions/0001): parts that may be missing, values that mean nothing where they stand, bodies that are not
//! closed. The lists below say which parts these are. The tests write out what is left, and hold that nothing in it is
//! a syntax error, and that what the lists take away is.

use serde_json::Value;
use std::collections::BTreeMap;

/// What may be written at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    Nothing,
    /// These very characters.
    Word(String),
    /// What another rule describes.
    Rule(String),
    /// A part, and what it is there for.
    Labelled(String, Box<Part>),
    /// One after the other.
    Row(Vec<Part>),
    /// One of these.
    OneOf(Vec<Part>),
    /// Once or more often, with something between.
    Again(Box<Part>, Box<Part>),
}

/// Rules that only texts with mistakes in them need, besides those for bodies that nobody closed.
const FOR_MISTAKES: &[&str] = &[
    "unexpected",
    "unexpected_brace",
    "unexpected_line",
    "unknown_declaration",
    "_block_after_open_title",
    "_brace_in_open_title",
    "_cell_list_without_colon",
    "_half_cell",
    "_hanging_comma",
    "_open_title",
    "_stray_character",
    "_surplus",
    "_surplus_word",
];

/// What the grammar lets one leave out, and the language does not: a field of a node, or a rule.
const REQUIRED: &[&str] =
    &["body", "cell_reference", "cells", "date", "extends", "metric", "name", "path", "right", "value", "_list"];

/// Ways that a rule offers and that are no language: the rule, and what the way begins with; in brackets what may be
/// left out.
const NO_WAY: &[(&str, &str)] = &[
    // A `use` has no body.
    ("use", "[_tail]"),
    // A field stands in a declaration.
    ("source_file", "_line"),
    // A title before the cells of a claim; it belongs behind them.
    ("_claim_tail", "title"),
    // A cell without its two properties, and a phrase without its words.
    ("_cell_or_body", "body"),
    ("_phrase_tail", "_kind_tail"),
    // A declaration on the line of a field. It is understood, and the formatter gives it a line of its own.
    ("_line", "_declaration"),
];

/// Of all these, those that are no syntax error: what is written so is understood, or is a finding of another kind.
const FORGIVEN: &[&str] = &["cell_reference", "_list", "_declaration"];

/// Rules of the parser's own that a reader knows under a name.
const KNOWN_AS: &[(&str, &str)] = &[
    ("source_file", "file"),
    ("_declaration", "declaration"),
    ("_list", "values"),
    ("_lone_value", "listed value"),
    ("_value", "value"),
    ("_newline", "line end"),
    ("_word", "word"),
    ("field_name", "field name"),
];

/// The rules that are drawn, in the order in which one meets them.
pub const DRAWN: &[&str] = &[
    "source_file",
    "_declaration",
    "use",
    "project",
    "claim",
    "matrix",
    "cell",
    "property",
    "technique",
    "chain",
    "ceiling",
    "phrase",
    "reference",
    "block",
    "field",
    "_list",
    "_value",
    "_lone_value",
    "comparison",
    "quantity",
    "deadline",
    "cell_list",
    "cell_reference",
];

/// Labels that say more than the name of what they are put on.
const LABELS: &[&str] = &["path", "title", "extends", "kind", "metric", "cell", "cells"];

/// The grammar, and one of its allowances that is to be made for once.
pub struct Grammar<'a> {
    rules: &'a serde_json::Map<String, Value>,
    allowing: Option<Allowance>,
}

/// Something that the grammar allows and the language does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// A required part is missing.
    Missing(&'static str),
    /// A rule goes a way that is none.
    Way(&'static str, &'static str),
}

impl Allowance {
    /// All of them, and whether each is a syntax error.
    pub fn all() -> impl Iterator<Item = (Allowance, bool)> {
        let missing = REQUIRED.iter().map(|&part| (Self::Missing(part), part));
        let ways = NO_WAY.iter().map(|&(rule, part)| (Self::Way(rule, part), part));
        missing.chain(ways).map(|(allowance, part)| (allowance, !FORGIVEN.contains(&part)))
    }
}

/// The name of a rule as a reader sees it.
pub fn name_of(rule: &str) -> String {
    match KNOWN_AS.iter().find(|(inner, _)| *inner == rule) {
        Some((_, name)) => (*name).to_owned(),
        None => rule.replace('_', " "),
    }
}

impl<'a> Grammar<'a> {
    /// The grammar of `grammar.json`.
    pub fn new(json: &'a Value) -> Self {
        Self { rules: json["rules"].as_object().expect("a grammar has rules"), allowing: None }
    }

    /// The same, with one allowance made.
    pub fn allowing(json: &'a Value, allowance: Allowance) -> Self {
        Self { allowing: Some(allowance), ..Self::new(json) }
    }

    /// All rules that are drawn, by the names that readers know.
    pub fn drawn(&self) -> BTreeMap<String, Part> {
        DRAWN.iter().map(|rule| (name_of(rule), self.rule(rule))).collect()
    }

    /// What a rule says.
    pub fn rule(&self, rule: &str) -> Part {
        let part = self.read(&self.rules[rule], rule).unwrap_or_else(|| panic!("nothing is left of `{rule}`"));
        // A `use` is a line. The parser lets it end anywhere.
        let end = if rule == "use" { Part::Rule("line end".to_owned()) } else { Part::Nothing };
        simple(Part::Row(vec![part, end]))
    }

    /// What may be written where the grammar says this; nothing where only a mistake can be meant.
    fn read(&self, node: &Value, inside: &str) -> Option<Part> {
        let content = || self.read(&node["content"], inside);
        let members = || node["members"].as_array().expect("it has members");
        Some(match node["type"].as_str().expect("it has a type") {
            "BLANK" => Part::Nothing,
            "STRING" => Part::Word(text(&node["value"])),
            "SYMBOL" => self.symbol(node["name"].as_str().expect("it has a name"))?,
            "ALIAS" => {
                let meant = node["value"].as_str().expect("it has a value");
                let inner = node["content"]["name"].as_str().unwrap_or("");
                if is_for_mistakes(meant) || is_for_mistakes(inner) {
                    return None;
                }
                if node["named"] == true { Part::Rule(name_of(meant)) } else { Part::Word(meant.to_owned()) }
            }
            "FIELD" => {
                let label = node["name"].as_str().expect("it has a name");
                let part = content()?;
                if LABELS.contains(&label) && part != Part::Rule(label.to_owned()) {
                    Part::Labelled(label.to_owned(), Box::new(part))
                } else {
                    part
                }
            }
            "SEQ" => Part::Row(members().iter().map(|member| self.read(member, inside)).collect::<Option<_>>()?),
            "CHOICE" => return self.choice(members(), inside),
            "REPEAT" => match content() {
                Some(part) => maybe(Part::Again(Box::new(part), Box::new(Part::Nothing))),
                None => Part::Nothing,
            },
            "REPEAT1" => Part::Again(Box::new(content()?), Box::new(Part::Nothing)),
            "PREC" | "PREC_LEFT" | "PREC_RIGHT" | "PREC_DYNAMIC" | "TOKEN" | "IMMEDIATE_TOKEN" | "RESERVED" => {
                content()?
            }
            other => panic!("no picture for {other} in {inside}"),
        })
    }

    fn choice(&self, members: &[Value], inside: &str) -> Option<Part> {
        let can_be_absent = members.iter().any(|member| member["type"] == "BLANK");
        let goes = |member: &&Value| self.goes(key(member), inside, can_be_absent);
        let barred = !members.iter().all(|member| goes(&member));
        let required = members.iter().find_map(|member| required(key(member))).filter(|_| can_be_absent && !barred);
        if required.is_some_and(|part| self.allowing == Some(Allowance::Missing(part))) {
            return Some(Part::Nothing);
        }
        let ways = members.iter().filter(goes).filter(|member| required.is_none() || member["type"] != "BLANK");
        let ways: Vec<Part> = ways.filter_map(|member| self.read(member, inside)).collect();
        (!ways.is_empty()).then_some(Part::OneOf(ways))
    }

    /// Whether a rule may go on with that.
    fn goes(&self, key: &str, inside: &str, can_be_absent: bool) -> bool {
        let key = if can_be_absent { format!("[{key}]") } else { key.to_owned() };
        let Some((rule, part)) = NO_WAY.iter().find(|way| **way == (inside, key.as_str())) else { return true };
        self.allowing == Some(Allowance::Way(rule, part))
    }

    fn symbol(&self, name: &str) -> Option<Part> {
        if is_for_mistakes(name) {
            return None;
        }
        if !name.starts_with('_') || KNOWN_AS.iter().any(|(inner, _)| *inner == name) {
            return Some(Part::Rule(name_of(name)));
        }
        let node = &self.rules[name];
        match self.left_recursive(node, name) {
            Some(part) => Some(part),
            None => self.read(node, name),
        }
    }

    /// `list = item | list "," item` says the same as an item, and any number of `"," item`.
    fn left_recursive(&self, node: &Value, name: &str) -> Option<Part> {
        let begins = |member: &Value| key(&unwrap(member)["members"][0]) == name;
        let members = unwrap(node)["members"].as_array().filter(|members| members.iter().any(begins))?;
        let (recursive, first): (Vec<&Value>, Vec<&Value>) = members.iter().partition(|member| begins(member));
        let first: Vec<Part> = first.into_iter().filter_map(|member| self.read(member, name)).collect();
        let rest: Vec<Part> = recursive
            .into_iter()
            .filter_map(|member| {
                let rest = unwrap(member)["members"].as_array()?[1..].iter();
                Some(Part::Row(rest.map(|member| self.read(member, name)).collect::<Option<_>>()?))
            })
            .collect();
        // Of two ways on, the shorter is the longer one half-typed.
        let begins = |short: &Part, long: &Part| matches!((short, long), (Part::Row(short), Part::Row(long)) if short.len() < long.len() && long.starts_with(short));
        let whole = rest.iter().filter(|way| !rest.iter().any(|other| begins(way, other))).cloned().collect();
        let rest = maybe(Part::Again(Box::new(Part::OneOf(whole)), Box::new(Part::Nothing)));
        Some(Part::Row(vec![Part::OneOf(first), rest]))
    }
}

/// A node without the precedences around it.
fn unwrap(node: &Value) -> &Value {
    match node["type"].as_str() {
        Some("PREC" | "PREC_LEFT" | "PREC_RIGHT" | "PREC_DYNAMIC") => unwrap(&node["content"]),
        _ => node,
    }
}

/// What a way begins with, by which the lists above know it: the name of a field or of a rule.
fn key(node: &Value) -> &str {
    let node = unwrap(node);
    match node["type"].as_str() {
        Some("FIELD" | "SYMBOL") => node["name"].as_str().unwrap_or(""),
        Some("SEQ") => match &node["members"][0] {
            first if first["type"] == "FIELD" => first["name"].as_str().unwrap_or(""),
            _ => "",
        },
        Some("CHOICE") => key(&node["members"][0]),
        _ => "",
    }
}

/// The part that must not be left out, if it is one. What is left of a header always ends with the body.
fn required(key: &str) -> Option<&'static str> {
    let part = if key.ends_with("_tail") || key.ends_with("_or_body") { "body" } else { key };
    REQUIRED.iter().find(|known| **known == part).copied()
}

fn is_for_mistakes(rule: &str) -> bool {
    rule.starts_with("_open_") || FOR_MISTAKES.contains(&rule)
}

fn text(value: &Value) -> String {
    value.as_str().expect("it is a text").to_owned()
}

fn maybe(part: Part) -> Part {
    Part::OneOf(vec![part, Part::Nothing])
}

/// The same said with fewer parts.
fn simple(part: Part) -> Part {
    match part {
        Part::Row(parts) => {
            let mut row: Vec<Part> = Vec::new();
            for part in parts.into_iter().map(simple) {
                match part {
                    Part::Nothing => {}
                    Part::Row(inner) => row.extend(inner),
                    part => row.push(part),
                }
            }
            listed(&mut row);
            match row.len() {
                0 => Part::Nothing,
                1 => row.remove(0),
                _ => Part::Row(row),
            }
        }
        Part::OneOf(ways) => one_of(ways.into_iter().map(simple).collect()),
        Part::Again(part, between) => match (simple(*part), simple(*between)) {
            // A line end takes in the blank lines after it.
            (Part::Rule(rule), Part::Nothing) if rule == "line end" => Part::Rule(rule),
            (Part::Nothing, _) => Part::Nothing,
            (part, between) => Part::Again(Box::new(part), Box::new(between)),
        },
        Part::Labelled(label, part) => Part::Labelled(label, Box::new(simple(*part))),
        part => part,
    }
}

/// `a`, and any number of `b a`, is `a` again and again with `b` between.
fn listed(row: &mut Vec<Part>) {
    for at in 1..row.len() {
        let Part::OneOf(ways) = &row[at] else { continue };
        let [Part::Again(more, nothing), Part::Nothing] = &ways[..] else { continue };
        let (Part::Row(more), Part::Nothing) = (&**more, &**nothing) else { continue };
        let Some((last, between)) = more.split_last() else { continue };
        if *last == row[at - 1] {
            let between = simple(Part::Row(between.to_vec()));
            row[at - 1] = Part::Again(Box::new(last.clone()), Box::new(between));
            row.remove(at);
            return listed(row);
        }
    }
}

/// One of several ways, with what they have in common at their ends said once.
fn one_of(ways: Vec<Part>) -> Part {
    let mut flat: Vec<Part> = Vec::new();
    for way in ways {
        let inner = if let Part::OneOf(inner) = way { inner } else { vec![way] };
        for way in inner {
            if !flat.contains(&way) {
                flat.push(way);
            }
        }
    }
    if flat.len() == 1 {
        return flat.remove(0);
    }
    let row = |way: &Part| match way {
        Part::Row(parts) => parts.clone(),
        Part::Nothing => Vec::new(),
        part => vec![part.clone()],
    };
    let rows: Vec<Vec<Part>> = flat.iter().map(row).collect();
    let shortest = rows.iter().map(Vec::len).min().unwrap_or(0);
    let common = |at: &dyn Fn(&Vec<Part>, usize) -> Part| {
        (0..shortest).take_while(|&i| rows.iter().all(|row| at(row, i) == at(&rows[0], i))).count()
    };
    let before = common(&|row, i| row[i].clone());
    let after = common(&|row, i| row[row.len() - 1 - i].clone()).min(shortest - before);
    if before + after == 0 {
        // What may be left out comes last.
        flat.sort_by_key(|way| *way == Part::Nothing);
        return Part::OneOf(flat);
    }
    let middle: Vec<Part> = rows.iter().map(|row| Part::Row(row[before..row.len() - after].to_vec())).collect();
    // On the way from the short form to a longer one lies what is half-typed.
    let middle: Vec<Part> = middle.into_iter().map(simple).collect();
    let half = |way: &Part| middle.iter().any(|other| matches!(other, Part::Row(parts) if parts.first() == Some(way)));
    let whole = middle.iter().filter(|way| !half(way)).cloned().collect();
    let mut parts = rows[0][..before].to_vec();
    parts.push(one_of(whole));
    parts.extend_from_slice(&rows[0][rows[0].len() - after..]);
    simple(Part::Row(parts))
}

/// A part in letters, for those who do not see the picture: `[ ]` may be left out, `{ }` may be repeated.
pub fn in_letters(part: &Part) -> String {
    match part {
        Part::Nothing => String::new(),
        Part::Word(word) if word.contains('"') => format!("'{word}'"),
        Part::Word(word) => format!("\"{word}\""),
        Part::Rule(name) => name.replace(' ', "-"),
        Part::Labelled(label, part) => format!("{label}:{}", in_letters_as_one(part)),
        Part::Row(parts) => parts.iter().map(in_letters_as_one).collect::<Vec<_>>().join(" "),
        Part::OneOf(ways) if matches!(&ways[..], [Part::Again(_, between), Part::Nothing] if **between == Part::Nothing) =>
        {
            let [Part::Again(part, _), ..] = &ways[..] else { unreachable!() };
            format!("{{ {} }}", in_letters(part))
        }
        Part::OneOf(ways) => {
            let said: Vec<String> = ways.iter().filter(|way| **way != Part::Nothing).map(in_letters).collect();
            if said.len() < ways.len() { format!("[ {} ]", said.join(" | ")) } else { said.join(" | ") }
        }
        Part::Again(part, between) => {
            let between = if **between == Part::Nothing { String::new() } else { in_letters(between) + " " };
            format!("{} {{ {between}{} }}", in_letters_as_one(part), in_letters_as_one(part))
        }
    }
}

fn in_letters_as_one(part: &Part) -> String {
    match part {
        Part::OneOf(ways) if !ways.contains(&Part::Nothing) => format!("( {} )", in_letters(part)),
        part => in_letters(part),
    }
}

/// Texts that are written as a part says. Together they go every way there is; `depth` ends what contains itself.
pub fn texts(part: &Part, rules: &BTreeMap<String, Part>, depth: usize) -> Vec<String> {
    match part {
        Part::Nothing => vec![String::new()],
        Part::Word(word) => vec![word.clone()],
        Part::Labelled(_, part) => texts(part, rules, depth),
        Part::Rule(name) => match rules.get(name) {
            // A declaration is one of many, which are a level deeper.
            Some(part) if depth > usize::from(name == "declaration") => texts(part, rules, depth - 1),
            _ => vec![plain(name).to_owned()],
        },
        Part::Row(parts) => {
            let columns: Vec<Vec<String>> = parts.iter().map(|part| texts(part, rules, depth)).collect();
            let most = columns.iter().map(Vec::len).max().unwrap_or(0);
            let row = |i: usize| columns.iter().map(|column| column[i % column.len()].as_str()).collect::<Vec<_>>();
            (0..most).map(|i| row(i).join(" ")).collect()
        }
        Part::OneOf(ways) => ways.iter().flat_map(|way| texts(way, rules, depth)).collect(),
        Part::Again(part, between) => {
            let mut all = texts(part, rules, depth);
            let between = texts(between, rules, depth).remove(0);
            let twice = format!("{} {between} {}", all[0], all[all.len() - 1]);
            all.push(twice);
            all
        }
    }
}

/// The plainest text of a rule.
fn plain(rule: &str) -> &'static str {
    match rule {
        "block" => "{ }",
        "block string" => "\"\"\"words\"\"\"",
        "cell reference" => "privacy + security",
        "cell list" => "privacy + security",
        "date" => "2027-01-31",
        "declaration" => "reference thing { }",
        "field" => "about \"words\"",
        "field name" => "about",
        "line end" => "\n",
        "comparison" => "latency < 50 ms",
        "name" => "thing",
        "number" => "12",
        "operator" => "<=",
        "quantity" => "50 ms",
        "deadline" => "by 2030",
        "string" | "value" | "values" | "listed value" => "\"words\"",
        "unit" => "ms",
        "url" => "https://example.org/page",
        other => panic!("no text is known for {other}"),
    }
}
