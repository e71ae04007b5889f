//! The formatter: what holds of any text.

use hypecheck::ide::{format, format_ranges, format_typed};
use hypecheck::syntax::{Member, MemberKind, SyntaxTree, TokenKind};
use hypecheck::text::{Text, TextRange};
use proptest::prelude::*;

/// Formats a text. The formatter gives nothing if it has made something else of the text, and that is a fault.
#[track_caller]
fn laid_out(text: &Text, tree: &SyntaxTree) -> Text {
    let Some(formatted) = format(text, tree) else { panic!("it would say something else: {:?}", text.to_string()) };
    text.apply(&formatted.edits)
}

/// What a text consists of besides blanks, character by character.
fn without_blanks(text: &Text) -> String {
    text.to_string().chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// For each comment, the declarations it stands in and the last thing that is said before it and the first after it.
fn comments(text: &Text, tree: &SyntaxTree) -> Vec<(String, usize, String, String)> {
    let tokens = tree.tokens(text);
    let mut depth = 0;
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::OpeningBrace => depth += 1,
            TokenKind::ClosingBrace => depth -= 1,
            TokenKind::Comment => {
                let is_said = |index: &usize| tokens[*index].kind != TokenKind::Comment;
                let said = |index: usize| without_blanks(&Text::new(&text.slice(tokens[index].range)));
                let before = (0..index).rev().find(is_said).map_or(String::new(), said);
                let after = (index..tokens.len()).find(is_said).map_or(String::new(), said);
                found.push((text.slice(token.range).into_owned(), depth as usize, before, after));
            }
            _ => {}
        }
    }
    found
}

/// What is broken, byte for byte.
fn broken(text: &Text, members: &[Member]) -> Vec<String> {
    let mut found = Vec::new();
    for member in members {
        match &member.kind {
            MemberKind::Broken => found.push(text.slice(member.range).into_owned()),
            MemberKind::Declaration { body: Some(body), .. } => found.extend(broken(text, &body.members)),
            _ => {}
        }
    }
    found
}

#[track_caller]
fn holds(source: &str) {
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let after = laid_out(&text, &tree);
    let after_tree = SyntaxTree::parse(&after);
    let shown = format!("{:?}\nbecomes\n{:?}", text.to_string(), after.to_string());
    assert_eq!(without_blanks(&text), without_blanks(&after), "{shown}");
    assert!(tree.says_the_same(&text, &after_tree, &after), "{shown}");
    assert_eq!(comments(&text, &tree), comments(&after, &after_tree), "{shown}");
    let messages = |tree: &SyntaxTree| tree.all_errors().into_iter().map(|error| error.message).collect::<Vec<_>>();
    assert_eq!(messages(&tree), messages(&after_tree), "{shown}");
    assert_eq!(broken(&text, &tree.members(&text)), broken(&after, &after_tree.members(&after)), "{shown}");
    if tree.all_errors().is_empty() {
        assert_eq!(broken(&text, &tree.members(&text)), Vec::<String>::new(), "{shown}");
    }
    let again = laid_out(&after, &after_tree);
    assert!(again.same_as(&after), "{shown}\nand then\n{:?}", again.to_string());
}

/// A text that is in order but for its layout, with comments wherever one may stand.
fn spec() -> impl Strategy<Value = String> {
    let blank = prop::sample::select(vec!["", " ", "  ", "\t", " \u{b} "]);
    let gap = prop::sample::select(vec![" ", "   ", "\t"]);
    let line = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "\n\n\n\n",
        " # c\n",
        "# c \n\n# d\n",
        "\n   # e\n  ",
        "\n\n# f\n\n",
        "\r",
        "\n \t",
    ]);
    let value = prop::sample::select(vec![
        "name",
        "\"a string\"",
        "\"  # {no} comment, \\\" }\"",
        "50ms",
        "10_000   x",
        "2%",
        "latency<50 ms",
        "block-time  =12s",
        "privacy+security",
        "2026-05",
        "until 2027-01-31",
        "https://a.org/b#c",
        "\"\"\"one line\"\"\"",
        "\"\"\"\n   one\n  two \n\n \"\"\"",
        "\"\"\"one\n\ttwo\n      three\"\"\"",
        "\"\"\"  one\r\n    claim of\n\u{a0}\n   two\n \n \"\"\"",
        "\"\"\"\n \n\"\"\"",
    ]);
    let listed = prop::sample::select(vec!["a", "b-c", "\"d\"", "x + y"]);
    let values = prop_oneof![
        4 => prop::collection::vec((value, prop::sample::select(vec![" ", "  ", ",", " , "])), 0..4),
        1 => prop::collection::vec((listed, prop::sample::select(vec![",\n", ", # c\n\n", ",\n  # d\n", ","])), 1..5),
    ];
    let name =
        prop::sample::select(vec!["says", "using", "a", "conflicts-with", "an-unknown-name-that-is-far-too-long"]);
    let field = (name, gap, values).prop_map(|(name, gap, values)| {
        let mut field = format!("{name}{gap}");
        let last = values.len().saturating_sub(1);
        for (index, (value, after)) in values.iter().enumerate() {
            field += value;
            field += if index < last { after } else { "" };
        }
        field
    });
    let member = prop_oneof![
        4 => (field.clone(), line.clone()).prop_map(|(field, line)| format!("{field}{line}")),
        1 => line.clone().prop_map(str::to_owned),
    ];
    let members = prop::collection::vec(member, 0..5).prop_map(|members| members.concat());
    let brace = prop::sample::select(vec!["{", " {", "{\n", "\n{", " # b\n  {", "\n# b\n\n{# c\n"]);
    let inner =
        (blank.clone(), brace.clone(), members.clone(), line.clone()).prop_map(|(blank, brace, members, line)| {
            format!("claim c{blank}:{blank}privacy+ security{brace} {members}}}{blank}{line}")
        });
    let outer = (brace, members, prop::collection::vec(inner, 0..3), blank.clone(), line.clone()).prop_map(
        |(brace, members, inner, blank, line)| {
            format!("project  p \"P\"{brace}{members}{}}}{blank}{line}", inner.concat())
        },
    );
    let other = prop::sample::select(vec![
        "use \"a.synergy\"\n",
        "use   \"b.synergy\" # c\n",
        "# loose\n\n",
        "matrix m \"M\" extends standard {cell privacy+security{ strength weak }}",
        "phrase \"x\" absolute { because \"y\" }\n",
        "unknown thing, other \"T\" { a b }\n",
        "\n",
    ]);
    let part = prop_oneof![2 => outer, 1 => other.prop_map(str::to_owned)];
    (prop::sample::select(vec!["", "\u{feff}", "\n\n"]), prop::collection::vec(part, 0..4))
        .prop_map(|(start, parts)| format!("{start}{}", parts.concat()))
}

/// The specs of the repository.
fn examples() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = ["examples", "src/std"].iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|word| word == "synergy") {
                found.push(std::fs::read_to_string(path).expect("it can be read"));
            }
        }
    }
    assert!(found.len() > 20, "only {} specs were found", found.len());
    found
}

/// A spec of the repository in which something was typed, deleted or moved.
fn mutated() -> impl Strategy<Value = String> {
    let typed = prop_oneof![
        prop::sample::select(vec![
            "{",
            "}",
            "\"",
            "\"\"\"",
            "#",
            ",",
            ":",
            "+",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\u{feff}",
            "\u{a0}",
            "<",
            "claim ",
            "claim x: a + b {\n",
            "project ",
            "use \"x\"",
            "50ms",
            "\u{2028}",
            "\\",
            "é😀",
            "@",
            "\0",
            "extends",
            "until ",
        ])
        .prop_map(str::to_owned),
        ".{0,4}",
    ];
    let change = (any::<prop::sample::Index>(), 0..30usize, typed);
    (prop::sample::select(examples()), any::<prop::sample::Index>(), prop::collection::vec(change, 1..6)).prop_map(
        |(example, from, changes)| {
            // A part of a file is enough, and faster.
            let text = Text::new(&example);
            let start = text.line_start(from.index(text.line_count()));
            let mut part = Text::new(&text.slice(TextRange::at(start, 1500.into())));
            for (at, deleted, typed) in changes {
                let at = at.index(usize::from(part.len()) + 1) as u32;
                // Now and then nothing is deleted.
                part.replace(TextRange::at(at.into(), (deleted as u32 % 20).into()), &typed);
            }
            part.to_string()
        },
    )
}

/// Pieces of the language in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "project",
        "claim",
        "cell",
        "use",
        "matrix",
        "phrase",
        "extends",
        "a",
        "b-c",
        " ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "{",
        "{",
        "}",
        "}",
        ":",
        ",",
        ",\n",
        "+",
        "<",
        "=",
        "50",
        "ms",
        "%",
        "2026-05",
        "until",
        "\"",
        "\"x\"",
        "\"\"\"",
        "\"\"\"\n  x\n\"\"\"",
        "# c\n",
        "#",
        "\\",
        "https://a.b",
        "é",
        "\u{a0}",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "\u{c}",
        "says \"x\"\n",
        "claim x: a + b {\n",
        "}\n",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, max_shrink_iters: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn specs_in_order(source in spec()) {
        holds(&source);
    }

    #[test]
    fn specs_with_slips(source in mutated()) {
        holds(&source);
    }

    #[test]
    fn pieces_in_any_order(source in pieces()) {
        holds(&source);
    }

    #[test]
    fn any_text(source in "(?s).{0,60}") {
        holds(&source);
    }

    #[test]
    fn a_part_is_formatted_as_it_would_be_in_the_whole(source in prop_oneof![spec(), mutated(), pieces()], at in any::<(prop::sample::Index, prop::sample::Index)>()) {
        let text = Text::new(&source);
        let tree = SyntaxTree::parse(&text);
        let len = usize::from(text.len()) + 1;
        let (a, b) = (at.0.index(len) as u32, at.1.index(len) as u32);
        let range = text.clamp(TextRange::new(a.min(b).into(), a.max(b).into()));
        let part = format_ranges(&text, &tree, &[range]).expect("it says the same");
        let whole = format(&text, &tree).expect("it says the same").edits;
        prop_assert!(part.iter().all(|edit| whole.contains(edit)));
    }

    #[test]
    fn typing_changes_blanks_and_closes_braces_and_nothing_else(source in prop_oneof![spec(), mutated(), pieces()], at in any::<prop::sample::Index>(), newline: bool) {
        let text = Text::new(&source);
        let at = text.clamp(TextRange::empty((at.index(usize::from(text.len()) + 1) as u32).into())).start();
        let edits = format_typed(&text, &SyntaxTree::parse(&text), at, if newline { "\n" } else { "}" });
        for edit in edits {
            let old = without_blanks(&Text::new(&text.slice(edit.range)));
            prop_assert_eq!(old, "");
            let closes = ["", "}"].contains(&edit.new_text.trim());
            prop_assert!(closes);
        }
    }
}

#[test]
fn the_specs_of_the_repository() {
    examples().iter().for_each(|example| holds(example));
}

#[test]
fn every_broken_input_of_the_corpus() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar/test/corpus");
    for entry in std::fs::read_dir(folder).expect("it is there") {
        let text = std::fs::read_to_string(entry.expect("it can be listed").path()).expect("it can be read");
        // Titles and trees among them are texts too, and broken ones.
        text.split("\n---\n").for_each(holds);
    }
}
