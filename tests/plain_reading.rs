//! Sound text is read without a tree, piece by piece. What that gives is what the grammar gives, for any text.

use hypecheck::syntax::SyntaxTree;
use hypecheck::text::{Text, TextSize};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

/// Compares what is read with what the grammar says: declarations, errors, what can be folded, the pieces
/// that layout does not divide, the nodes at a place.
fn agrees(source: &str, places: impl IntoIterator<Item = usize>) -> Result<(), TestCaseError> {
    let text = Text::new(source);
    let (read, known) = (SyntaxTree::parse(&text), SyntaxTree::parse_by_grammar(&text));
    prop_assert_eq!(format!("{:#?}", read.declarations()), format!("{:#?}", known.declarations()), "of {:?}", source);
    prop_assert_eq!(read.all_errors(), known.all_errors(), "of {:?}", source);
    prop_assert_eq!(read.hidden_characters(), known.hidden_characters(), "of {:?}", source);
    prop_assert_eq!(read.comments_and_blocks(), known.comments_and_blocks(), "of {:?}", source);
    prop_assert_eq!(read.tokens(&text), known.tokens(&text), "of {:?}", source);
    prop_assert_eq!(format!("{:?}", read.members(&text)), format!("{:?}", known.members(&text)), "of {:?}", source);
    for place in places {
        let offset = TextSize::new(place as u32);
        prop_assert_eq!(read.nodes_at(offset), known.nodes_at(offset), "at {} of {:?}", place, source);
    }
    Ok(())
}

/// All files in a folder and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be listed").path());
    let (folders, mut found): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found.sort();
    found
}

/// The texts of all files in some folders of the repository, whatever they are.
fn texts(folders: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = folders.iter().flat_map(|folder| files(&root.join(folder)));
    paths.map(|path| String::from_utf8_lossy(&std::fs::read(path).expect("it can be read")).into_owned()).collect()
}

fn specs() -> Vec<String> {
    texts(&["examples", "src/std"])
}

#[test]
fn the_examples_and_the_library_are_read_as_the_grammar_reads_them() {
    for source in specs() {
        let places = (0..=source.len()).step_by(7).filter(|place| source.is_char_boundary(*place));
        agrees(&source, places).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn so_is_whatever_was_kept_of_fuzzing_and_every_file_of_the_grammar() {
    let sources = texts(&["tests/fuzz/corpus", "grammar/test", "docs/guide"]);
    assert!(sources.len() > 1_000, "only {} texts were found", sources.len());
    for source in sources {
        agrees(&source, [0, source.len()]).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn so_is_a_spec_that_is_typed_letter_by_letter() {
    let source = include_str!("../examples/tutorial.synergy");
    for (end, _) in source.char_indices() {
        agrees(&source[..end], [end]).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn so_is_a_spec_with_a_slip_in_any_of_its_lines() {
    let source = include_str!("../examples/tutorial.synergy");
    for (line, _) in source.match_indices('\n') {
        let from = source[..line].rfind('\n').map_or(0, |before| before + 1);
        let indent = source[from..].len() - source[from..].trim_start_matches(' ').len();
        for typed in [
            "{", "\"", ":", ",", " +", " <", "\\", "é", " claim", " }", " \"\"\"", "\u{a0}", "\0", " #", ",\u{b}",
            "\u{feff}",
        ] {
            for at in [from, from + indent, (from + line) / 2, line] {
                if source.is_char_boundary(at) {
                    let source = [&source[..at], typed, &source[at..]].concat();
                    agrees(&source, [at]).unwrap_or_else(|error| panic!("{error}"));
                }
            }
        }
    }
}

#[test]
fn so_is_a_list_over_any_number_of_lines() {
    for value in ["a", "\"t\"", "a + b", "a, b", "a b", "https://example.org"] {
        for lines in 1..40 {
            for end in ["", "\n:", ",", "\n  y z"] {
                let list = vec![value; lines].join(",\n  ");
                let source = format!("project p {{\n  runs-on {list}{end}\n}}\n");
                agrees(&source, [source.len() - 3]).unwrap_or_else(|error| panic!("{error}"));
            }
        }
    }
}

/// What is written in specs, and what is almost that.
const PIECES: &[&str] = &[
    "project p \"P\" {\n",
    "project p-2 {",
    "\nproject ",
    "technique t \"T\" {\n",
    "matrix m \"M\" extends standard {\n",
    "cell privacy + security { strength weak }\n",
    "cell a+b",
    "claim a: privacy + security {\n",
    "claim b: privacy + security, verifiability + scalability \"Title\" { says \"x\" }\n",
    "claim c { says \"y\" }",
    "  claim d \"D\" {\n    says \"\"\"\n      Two\n      lines.\n    \"\"\"\n  }\n",
    "phrase \"beyond compare\" vague { because \"It is.\" }\n",
    "use \"house.synergy\"\n",
    "use",
    "}\n",
    "}",
    "{",
    "\"",
    "\"\"",
    "\"\"\"",
    "\\",
    "\\\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\u{b}",
    "\u{feff}",
    "\u{a0}",
    "# note\n",
    "#",
    "says \"x\"\n",
    "says \"an \\u{1F511} é\"\n",
    "using zkml, tee\n",
    "using zkml,\n",
    "  tee, fhe\n",
    "  \"one\", \"two\",\n  \"three\"\n",
    "aka \"x\",\n# note\n\n",
    "metric latency < 50 ms\n",
    "metric fee <= 1_000.5e-3 USD/tx\n",
    "metric share = 99%\n",
    "evidence paper \"https://arxiv.org/abs/1602.05629\" 2026-03 \"text\"\n",
    "evidence code https://example.org/a,b#c, https://example.org\n",
    "caveat weak-synergy \"Nobody.\" until 2027-06\n",
    "by 2027",
    "2026-05-31",
    "2026-13",
    "-5",
    "+3",
    "1.5e9",
    "0x1",
    ":",
    ",",
    "+",
    "<",
    ">=",
    "=",
    "%",
    "/s",
    "until",
    "extends",
    "claim",
    "name",
    "é",
    "😀",
    "\0",
    ";",
];

fn made() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn damaged() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0usize..4, prop::sample::select(PIECES));
    (prop::sample::select(specs()), prop::collection::vec(edit, 1..4)).prop_map(|(mut source, edits)| {
        for (index, len, typed) in edits {
            let places: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
            let from = index.index(places.len());
            source.replace_range(places[from]..places[(from + len).min(places.len() - 1)], typed);
        }
        source
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn so_is_text_made_of_what_stands_in_specs(source in made(), at in any::<prop::sample::Index>()) {
        let places: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        agrees(&source, [places[at.index(places.len())]])?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn so_is_a_spec_in_which_something_was_typed_over(source in damaged()) {
        agrees(&source, [0])?;
    }
}

/// Of a long document all of it is held for as long as it is open.
#[test]
fn what_is_read_takes_no_more_room_than_it_needs() {
    let source = "project p \"P\" {\n  runs-on ethereum\n  claim a: privacy + security {\n    says \"x\"\n    using zkml, mpc, tee\n    \
                  evidence paper \"https://a.org\" 2026-05\n  }\n}\n";
    let tree = SyntaxTree::parse(&Text::new(source));
    let project = &tree.declarations()[0].declaration;
    let claim = &project.children[0].declaration;
    let using = &claim.fields[1].values;
    assert_eq!((project.children.capacity(), project.children.len()), (1, 1));
    assert_eq!((claim.fields.capacity(), claim.fields.len()), (3, 3));
    assert_eq!((claim.cells.capacity(), claim.cells.len()), (1, 1));
    assert_eq!((using.capacity(), using.len()), (3, 3));
}
