//! What the style is, in texts: before and after.

use super::{Formatted, format, format_ranges, format_typed};
use crate::syntax::SyntaxTree;
use crate::text::{Text, TextRange};

/// Formats a text, and checks that formatting it again changes nothing.
#[track_caller]
fn formatted(before: &str) -> String {
    let once = apply(before);
    assert_eq!(apply(&once), once, "formatted twice");
    once
}

fn apply(before: &str) -> String {
    let text = Text::new(before);
    let Formatted { edits, .. } = format(&text, &SyntaxTree::parse(&text)).expect("it says the same");
    text.apply(&edits).to_string()
}

#[track_caller]
fn check(before: &str, after: &str) {
    let formatted = formatted(before);
    assert!(formatted == after, "this was made:\n{formatted}\nand this expected:\n{after}");
}

#[track_caller]
fn unchanged(text: &str) {
    check(text, text);
}

/// A text with the part between two `|` selected, formatted there.
#[track_caller]
fn check_selected(before: &str, after: &str) {
    let parts: Vec<&str> = before.split('|').collect();
    let [first, selected, last] = parts[..] else { panic!("two marks are needed") };
    let text = Text::new(&format!("{first}{selected}{last}"));
    let range = TextRange::at((first.len() as u32).into(), (selected.len() as u32).into());
    let edits = format_ranges(&text, &SyntaxTree::parse(&text), &[range]).expect("it says the same");
    let formatted = text.apply(&edits).to_string();
    assert!(formatted == after, "this was made:\n{formatted}\nand this expected:\n{after}");
}

/// A text in which a character was just typed before the `|`.
#[track_caller]
fn check_typed(typed: &str, before: &str, after: &str) {
    let (first, last) = before.split_once('|').expect("a mark is needed");
    let text = Text::new(&format!("{first}{last}"));
    let edits = format_typed(&text, &SyntaxTree::parse(&text), (first.len() as u32).into(), typed);
    let formatted = text.apply(&edits).to_string();
    assert!(formatted == after, "this was made:\n{formatted}\nand this expected:\n{after}");
}

#[test]
fn fields_are_indented_and_their_values_aligned_in_each_body_for_itself() {
    check(
        r#"
project p   "P"{
about "What it is."
    judged-by   standard
claim a :privacy+decentralization,verifiability +security{
says "x"
using b
}}
"#,
        r#"project p "P" {
  about     "What it is."
  judged-by standard

  claim a: privacy + decentralization, verifiability + security {
    says  "x"
    using b
  }
}
"#,
    );
}

#[test]
fn a_body_without_anything_in_it_is_closed_on_its_line() {
    check(
        "project p \"P\"{}\nmatrix m \"M\" extends  n {\n\n}\n",
        "project p \"P\" { }\n\nmatrix m \"M\" extends n { }\n",
    );
}

#[test]
fn a_body_on_one_line_is_opened_up() {
    check(
        "project p \"P\" { claim a { says \"x\" } claim b { } }",
        "project p \"P\" {\n  claim a {\n    says \"x\"\n  }\n\n  claim b { }\n}\n",
    );
}

#[test]
fn a_brace_on_its_own_line_joins_the_header() {
    check("project p \"P\"\n\n{\n}\n", "project p \"P\" { }\n");
}

#[test]
fn a_brace_stays_on_its_own_line_behind_a_comment() {
    check("project p \"P\" # one\n\n   # two\n\t{ # three\n}\n", "project p \"P\"  # one\n# two\n{  # three\n}\n");
}

#[test]
fn signs_numbers_and_units_are_parted_by_one_blank() {
    check(
        r#"chain c "C" {
limit block-time=12s
limit   throughput<=10_000   tx/s by 2030
limit growth <= 50% until   2027-01-31
about "a""b"
source seed ,witt,https://a.org/x,y
}
"#,
        r#"chain c "C" {
  limit  block-time = 12 s
  limit  throughput <= 10_000 tx/s by 2030
  limit  growth <= 50 % until 2027-01-31
  about  "a" "b"
  source seed, witt, https://a.org/x,y
}
"#,
    );
}

#[test]
fn a_list_keeps_its_lines_and_stands_in_one_column() {
    check(
        "technique t \"T\" {\naka \"a\" , \"b\",\n\n  \"c\",\n      \"d\"\n  serves x\n}\n",
        "technique t \"T\" {\n  aka    \"a\", \"b\",\n         \"c\",\n         \"d\"\n  serves x\n}\n",
    );
}

#[test]
fn comments_stay_with_what_they_are_said_of() {
    check(
        r##"#top
use "a.synergy"# trailing
project p "P" {# opening
# above a field
about "x" # beside a field
status live# beside another

  # loose

  # above a claim
  claim a {
says "x"
      # last in the body
  } # behind a brace
  using a, # behind a comma
  # in a list
  b
}
# end"##,
        r##"#top
use "a.synergy"  # trailing

project p "P" {  # opening
  # above a field
  about  "x"  # beside a field
  status live  # beside another

  # loose

  # above a claim
  claim a {
    says "x"
    # last in the body
  }  # behind a brace

  using  a,  # behind a comma
         # in a list
         b
}
# end
"##,
    );
}

#[test]
fn a_comment_right_above_a_declaration_is_parted_with_it_from_the_one_before() {
    check(
        "phrase \"a\" absolute { }\n# of b\nphrase \"b\" absolute { }\n# of b, below it\n\nphrase \"c\" absolute { }\n",
        "phrase \"a\" absolute { }\n\n# of b\nphrase \"b\" absolute { }\n# of b, below it\n\nphrase \"c\" absolute { }\n",
    );
}

#[test]
fn blank_lines_between_fields_are_kept_but_not_two_and_not_beside_braces() {
    check(
        "project p \"P\" {\n\n  about \"x\"\n\n\n\n  status live\n  source a\n\n}\n\n\n",
        "project p \"P\" {\n  about  \"x\"\n\n  status live\n  source a\n}\n",
    );
}

#[test]
fn imports_stand_together_and_apart_from_the_rest() {
    check(
        "use \"a.synergy\"\nuse \"b.synergy\"\nproject p \"P\" { }\n",
        "use \"a.synergy\"\nuse \"b.synergy\"\n\nproject p \"P\" { }\n",
    );
}

#[test]
fn prose_is_what_it_was_byte_for_byte() {
    unchanged("project p \"  P  # no comment  \" {\n  about \"a  \\\"b\\\"\t c ,d  \"\n}\n");
}

#[test]
fn a_text_over_several_lines_is_indented_as_a_whole() {
    check(
        "project p \"P\" {\nabout \"\"\"\n      one\n        two  \n\n      three\n\"\"\" seed\n}\n",
        "project p \"P\" {\n  about \"\"\"\n    one\n      two  \n\n    three\n    \"\"\" seed\n}\n",
    );
}

#[test]
fn a_text_over_several_lines_stands_on_lines_of_its_own() {
    check(
        "project p \"P\" {\n  about \"\"\"one\n  two\"\"\"\n}\n",
        "project p \"P\" {\n  about \"\"\"\n    one\n    two\n    \"\"\"\n}\n",
    );
}

#[test]
fn a_first_line_stays_beside_the_quotes_where_it_would_say_something_else_below_them() {
    // Indentation there is a part of the text, and a line that opens a declaration would end it.
    unchanged("project p \"P\" {\n  about \"\"\"  one\n    two\n    \"\"\"\n}\n");
    unchanged("project p \"P\" {\n  about \"\"\"claim x: of what\n    two\n    \"\"\"\n}\n");
}

#[test]
fn a_text_on_one_line_stays_there() {
    unchanged("project p \"P\" {\n  about \"\"\" one \"\"\"\n  site  \"\"\"\"\"\"\n}\n");
}

#[test]
fn a_name_that_no_field_has_does_not_push_the_others_away() {
    let long = "a-name-longer-than-any-of-the-language";
    check(
        &format!("project p \"P\" {{\n{long} 1\nabout   2\n}}\n"),
        &format!("project p \"P\" {{\n  {long} 1\n  about 2\n}}\n"),
    );
}

#[test]
fn a_declaration_that_cannot_be_read_is_left_alone_and_what_is_around_it_is_not() {
    check(
        r#"project p "P" {
claim a { says "x" }
 claim   broken: privacy + {
     says    "x
using  a ,b
      }
claim c { says "x" }
}
"#,
        r#"project p "P" {
  claim a {
    says "x"
  }
 claim   broken: privacy + {
     says    "x
using  a ,b
      }
  claim c {
    says "x"
  }
}
"#,
    );
}

#[test]
fn whatever_an_unclosed_body_swallows_is_left_alone() {
    unchanged("project p   \"P\" {\n claim a   {\n says   \"x\"\n\n\n project  q \"Q\" { }  \n");
}

#[test]
fn fields_after_a_header_without_a_body_are_left_where_they_are() {
    unchanged("project p \"P\" {\n  claim a: privacy + security\n    says   \"x\"\n}\n");
}

#[test]
fn surplus_braces_and_lines_that_belong_nowhere_are_left_alone() {
    check("}\n  stray   1 ,2\nproject p   \"P\" { }\n  }\n", "}\n  stray   1 ,2\nproject p \"P\" { }\n  }\n");
}

#[test]
fn what_is_left_alone_is_told() {
    let text = Text::new("project p   \"P\" {\n  claim\n}\nproject {\n");
    let left = format(&text, &SyntaxTree::parse(&text)).expect("it says the same").left;
    let lines: Vec<usize> = left.iter().map(|range| text.line_of(range.start())).collect();
    assert_eq!(lines, [1, 3]);
}

#[test]
fn line_breaks_are_those_of_the_text_and_a_byte_order_mark_stays() {
    check(
        "\u{feff}project p \"P\" {\r\nabout \"\"\"one\r\n two\"\"\"\r\n}",
        "\u{feff}project p \"P\" {\r\n  about \"\"\"\r\n    one\r\n    two\r\n    \"\"\"\r\n}\r\n",
    );
    check("project p \"P\" {\rabout 1\r}\r", "project p \"P\" {\r  about 1\r}\r");
    // Where they are mixed, the most win.
    check("use \"a\"\r\nuse \"b\"\r\nuse \"c\"\nuse \"d\"", "use \"a\"\r\nuse \"b\"\r\nuse \"c\"\r\nuse \"d\"\r\n");
}

#[test]
fn lines_that_are_taken_out_do_not_turn_the_line_breaks_round() {
    check("\n\npr\u{fffd}\r\r\r e", "\n\npr\u{fffd}\n\n e");
}

#[test]
fn nothing_comes_of_nothing() {
    check("", "");
    check(" \n\t\n", "");
    check("\u{feff}\n", "\u{feff}");
    check("\n# only a comment", "# only a comment\n");
}

#[test]
fn edits_touch_no_line_that_is_as_it_should_be() {
    let before = "project p \"P\" {\n  about  \"x\"\n  status   live\n\n\n  source a\n}\n";
    let text = Text::new(before);
    let edits = format(&text, &SyntaxTree::parse(&text)).expect("it says the same").edits;
    let shown: Vec<(usize, String, &str)> = edits
        .iter()
        .map(|edit| (text.line_of(edit.range.start()), text.slice(edit.range).into_owned(), &*edit.new_text))
        .collect();
    assert_eq!(shown, [(2, "  ".to_owned(), ""), (4, "\n".to_owned(), "")]);
}

#[test]
fn a_selection_formats_the_declarations_it_touches_as_wholes() {
    check_selected(
        "project p  \"P\" {\n about   1\n claim a  {\n  says   |\"x\"\n  u|sing b\n }\n claim  b { }\n}\n",
        "project p  \"P\" {\n about   1\n\n  claim a {\n    says  \"x\"\n    using b\n  }\n claim  b { }\n}\n",
    );
}

#[test]
fn a_selection_in_the_fields_of_a_declaration_leaves_those_inside_it_alone() {
    check_selected(
        "project p  \"P\" {\n ab|out   1|\n source x\n\n claim a  { }\n}\n",
        "project p \"P\" {\n  about  1\n  source x\n\n claim a  { }\n}\n",
    );
}

#[test]
fn a_selection_of_whole_lines_does_not_reach_into_the_next() {
    check_selected("|use  \"a\"\n|use  \"b\"\n", "use \"a\"\nuse  \"b\"\n");
}

#[test]
fn a_cursor_formats_the_declaration_it_stands_in_with_the_comment_above_it() {
    check_selected(
        "project p  \"P\" {\n  about   1\n\n # of a\n claim a  ||{ }\n}\n",
        "project p  \"P\" {\n  about   1\n\n  # of a\n  claim a { }\n}\n",
    );
}

#[test]
fn a_closing_brace_lays_out_what_it_closes_and_nothing_else() {
    check_typed(
        "}",
        "project p  \"P\" {\n  claim a   {\n  says   \"x\"\n      }|\n  claim  b { }\n}\n",
        "project p  \"P\" {\n  claim a {\n    says \"x\"\n  }\n  claim  b { }\n}\n",
    );
}

#[test]
fn a_closing_brace_finds_its_column_even_where_something_cannot_be_read() {
    check_typed(
        "}",
        "project p \"P\" {\n  claim a: privacy {\n    says \"x\n    }|\n",
        "project p \"P\" {\n  claim a: privacy {\n    says \"x\n  }\n",
    );
}

#[test]
fn a_brace_in_a_text_or_a_comment_is_a_character_like_any_other() {
    for text in ["project p \"P\" {\n  about   \"a}|\"\n}\n", "project p \"P\" {\n     #}|\n}\n"] {
        check_typed("}", text, &text.replace('|', ""));
    }
}

#[test]
fn a_new_line_is_indented_for_the_next_field() {
    check_typed("\n", "project p \"P\" {\n  about 1\n|\n}\n", "project p \"P\" {\n  about 1\n  \n}\n");
    check_typed(
        "\n",
        "project p \"P\" {\n  claim a {\n    says \"x\"\n       |using b\n  }\n}\n",
        "project p \"P\" {\n  claim a {\n    says \"x\"\n    using b\n  }\n}\n",
    );
    check_typed("\n", "project p \"P\" {\n}\n  |\n", "project p \"P\" {\n}\n\n");
}

#[test]
fn a_new_line_before_a_closing_brace_puts_the_brace_below_its_declaration() {
    check_typed("\n", "project p \"P\" {\n  about 1\n  |}\n", "project p \"P\" {\n  about 1\n}\n");
}

#[test]
fn a_new_line_after_a_comma_goes_on_below_the_first_value() {
    check_typed("\n", "technique t \"T\" {\n  serves a,\n|\n}\n", "technique t \"T\" {\n  serves a,\n         \n}\n");
    check_typed(
        "\n",
        "technique t \"T\" {\n  aka    \"a\",\n         \"b\",\n  |\n}\n",
        "technique t \"T\" {\n  aka    \"a\",\n         \"b\",\n         \n}\n",
    );
}

#[test]
fn a_new_line_in_a_text_is_the_authors() {
    let text = "project p \"P\" {\n  about \"\"\"\n one\n|\n two\n \"\"\"\n}\n";
    check_typed("\n", text, &text.replace('|', ""));
}

#[test]
fn a_new_line_in_a_body_that_nothing_closes_closes_it() {
    check_typed(
        "\n",
        "project p \"P\" {\n  claim a {\n|\n  claim b { }\n}\n",
        "project p \"P\" {\n  claim a {\n    \n  }\n  claim b { }\n}\n",
    );
    check_typed("\n", "project p \"P\" {\r\n|\r\n", "project p \"P\" {\r\n  \r\n}\r\n");
}

#[test]
fn a_new_line_in_a_body_that_is_closed_closes_nothing() {
    for text in [
        "project p \"P\" {\n  |\n}\n",
        "project p \"P\" {\n  claim a {\n    |\n  }\n",
        "project p \"P\" {\n  claim a {\n    |\n    says \"x\"\n",
        "project p \"P\" {\n  |",
    ] {
        check_typed("\n", text, &text.replace('|', ""));
    }
}
