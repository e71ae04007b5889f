//! The pictures of the grammar in the language reference are those of the grammar, and what they show is the language.
//! `HYPECHECK_BLESS=1 cargo test --test grammar_pictures` draws them anew.

#[path = "support/files.rs"]
mod files;
#[path = "support/grammar.rs"]
mod grammar;
#[path = "support/made.rs"]
mod made;

use files::read;
use grammar::{Allowance, DRAWN, Grammar, Part, in_letters, name_of, texts};
use hypecheck::syntax::SyntaxTree;
use hypecheck::text::Text;
use made::{only, up_to_date};
use railroad::{
    Choice, Comment, Diagram, Empty, LabeledBox, Node, NonTerminal, Optional, Repeat, Sequence, SimpleEnd, SimpleStart,
    Terminal, svg,
};

fn json() -> serde_json::Value {
    serde_json::from_str(&read("grammar/src/grammar.json")).expect("it is JSON")
}

/// How the pictures look. They have a ground of their own, light or dark, so that they can be read on any page; what is
/// what is told by shape and weight, and by no colour.
const STYLE: &str = "\
svg.railroad{color-scheme:light dark}\
.railroad rect.railroad_canvas{fill:#fff;stroke:none}\
.railroad path{fill:none;stroke:#3c4450;stroke-width:2px}\
.railroad rect{fill:#fff;stroke:#3c4450;stroke-width:1.5px}\
.railroad text{font:14px ui-monospace,monospace;text-anchor:middle;fill:#1b1f24}\
.railroad .terminal text{font-weight:bold}\
.railroad .labeledbox>rect{stroke-dasharray:4px;stroke-width:1px;fill:none}\
.railroad text.comment{font:italic 12px ui-monospace,monospace}\
@media (prefers-color-scheme:dark){\
.railroad rect.railroad_canvas,.railroad rect{fill:#15181d}\
.railroad path,.railroad rect{stroke:#a1a9b3}\
.railroad rect.railroad_canvas{stroke:none}\
.railroad text{fill:#e8eaed}}";

fn node(part: &Part) -> Box<dyn Node> {
    match part {
        Part::Nothing => Box::new(Empty),
        Part::Word(word) => Box::new(Terminal::new(word.clone())),
        Part::Rule(name) => Box::new(NonTerminal::new(name.clone())),
        Part::Labelled(label, part) => Box::new(LabeledBox::new(node(part), Comment::new(label.clone()))),
        Part::Row(parts) => Box::new(Sequence::new(parts.iter().map(node).collect())),
        Part::OneOf(ways) => match &ways[..] {
            [way, Part::Nothing] => Box::new(Optional::new(node(way))),
            ways => Box::new(Choice::new(ways.iter().map(node).collect())),
        },
        Part::Again(part, between) => Box::new(Repeat::new(node(part), node(between))),
    }
}

/// The picture of a rule.
fn drawn(name: &str, part: &Part) -> String {
    let row: Vec<Box<dyn Node>> = vec![Box::new(SimpleStart), node(part), Box::new(SimpleEnd)];
    let mut picture = Diagram::new(Sequence::new(row));
    let (width, height) = (picture.width(), picture.height());
    for (attribute, value) in [("width", width.to_string()), ("height", height.to_string()), ("role", "img".to_owned())]
    {
        picture.attr(attribute.to_owned()).or_insert(value);
    }
    let left = name.replace(' ', "-");
    picture.add_element(svg::Element::new("title").text(name));
    picture.add_element(svg::Element::new("desc").text(&format!("{left} = {}", in_letters(part))));
    picture.add_css(STYLE);
    format!("{picture}\n")
}

/// The name of the picture of a rule.
fn picture_of(rule: &str) -> String {
    rule.trim_start_matches('_').replace('_', "-")
}

#[test]
fn the_pictures_are_those_of_the_grammar() {
    let json = json();
    let grammar = Grammar::new(&json);
    for rule in DRAWN {
        let path = format!("docs/images/grammar/{}.svg", picture_of(rule));
        up_to_date(&path, &drawn(&name_of(rule), &grammar.rule(rule)));
    }
    only("docs/images/grammar", ".svg", &DRAWN.iter().map(|rule| picture_of(rule)).collect::<Vec<_>>());
}

const INTRODUCTION: &str = "\
<!-- Made from grammar/src/grammar.json by tests/grammar_pictures.rs; change it there. -->

# The grammar in pictures

Follow a line from the left to the right; where it parts, every way is allowed. In a box with round corners stand
characters as one writes them, in a box with sharp corners the name of another rule. Spaces, tabs and comments may stand
between any two boxes. Below each picture stands the same in letters: `[ ]` may be left out, `{ }` may stand any number of
times, `|` parts alternatives.

The pictures show the language. The parser takes in more, so that a half-typed spec costs its line and nothing else
([why](decisions/0001-errors-are-part-of-the-grammar.md)); what goes beyond the pictures is a
[`syntax-error`](rules/syntax-error.md). What strings, names, numbers and dates look like stands in
[the language](language.md#values), and which fields a declaration takes in [the fields](fields.md).
";

#[test]
fn a_page_has_all_pictures_and_says_them_in_letters() {
    let json = json();
    let grammar = Grammar::new(&json);
    let mut page = INTRODUCTION.to_owned();
    for rule in DRAWN {
        let (name, picture) = (name_of(rule), picture_of(rule));
        let letters = in_letters(&grammar.rule(rule));
        let left = name.replace(' ', "-");
        page += &format!(
            "\n## {name}\n\n![The rule {name}; in letters below](images/grammar/{picture}.svg)\n\n```text\n{left} = {letters}\n```\n"
        );
    }
    up_to_date("docs/grammar.md", &page);
}

/// A spec with that text where the rule belongs.
fn placed(rule: &str, text: &str) -> String {
    let value = |text: &str| format!("project sample \"Sample\" {{\n  thing {text}\n}}\n");
    match rule {
        "source_file" | "_declaration" | "project" | "matrix" | "use" | "property" | "technique" | "chain"
        | "ceiling" | "phrase" | "reference" => text.to_owned(),
        "block" => format!("project sample \"Sample\" {text}"),
        "claim" | "field" => format!("project sample \"Sample\" {{\n  {text}\n}}\n"),
        "cell" => format!("matrix sample \"Sample\" {{\n  {text}\n}}\n"),
        "cell_list" => format!("project sample \"Sample\" {{\n  claim thing: {text} {{ }}\n}}\n"),
        _ => value(text),
    }
}

/// Whether a declaration is well-formed and stands where another belongs. The pictures do not tell that apart; the page
/// says it in words.
fn is_of_place(message: &str) -> bool {
    message.contains(" stands in a ") || message.contains(" cannot stand inside ")
}

/// What is wrong with a text as such, whatever its names mean.
fn syntax_errors(source: &str) -> Vec<String> {
    let text = Text::new(source);
    let errors = SyntaxTree::parse(&text).all_errors();
    errors.iter().filter(|error| !is_of_place(&error.message)).map(|error| format!("{error:?}")).collect()
}

#[test]
fn what_the_pictures_show_is_the_language() {
    let json = json();
    let grammar = Grammar::new(&json);
    let rules = grammar.drawn();
    for rule in DRAWN {
        let all = texts(&grammar.rule(rule), &rules, 2);
        assert!(!all.is_empty());
        for text in all {
            let source = placed(rule, &text);
            let errors = syntax_errors(&source);
            assert!(errors.is_empty(), "{rule}:\n{source}\n{errors:#?}");
        }
    }
}

#[test]
fn what_the_pictures_leave_out_is_a_syntax_error_or_known_to_be_forgiven() {
    let json = json();
    for (allowance, is_error) in Allowance::all() {
        let grammar = Grammar::allowing(&json, allowance);
        let found = DRAWN.iter().any(|rule| {
            // Only the rule itself makes the allowance, so that it is the one that is looked at.
            let plain = Grammar::new(&json).drawn();
            texts(&grammar.rule(rule), &plain, 2).iter().any(|text| !syntax_errors(&placed(rule, text)).is_empty())
        });
        assert_eq!(found, is_error, "{allowance:?}");
        assert_ne!(grammar.drawn(), Grammar::new(&json).drawn(), "{allowance:?} makes no difference: take it out");
    }
}
