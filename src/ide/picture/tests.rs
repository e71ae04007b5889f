//! What is drawn: of specs of several kinds, of hostile ones, and that no colour stands alone.

use super::{HeatMap, Use, fragment, grid, poster, table, triangle};
use crate::model::{Axis, Cell, Strength};
use crate::rules::fixture::{report, settings, snapshot};
use crate::rules::{Origin, Verdict};

fn map(source: &str) -> HeatMap {
    let (snapshot, id) = snapshot(source);
    let report = crate::rules::check(&snapshot, id, &settings()).expect("the file is there");
    HeatMap::of(&snapshot, &[("test.synergy".to_owned(), &report)])
}

/// Tags on lines of their own, so that a change of a drawing can be read.
fn lines(markup: &str) -> String {
    markup.replace("><", ">\n<")
}

const SEVERAL: &str = r#"
project tidepool "Tidepool" {
  claim images-stay-home: privacy + decentralization {
    says     "Forty clinics train one model, and no record leaves its clinic."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization {
    says   "A scan is read by the laptops of volunteers."
    caveat weak-synergy "Nobody waits for it."
  }
  claim both: verifiability + security, verifiability + scalability { says "Anyone checks an answer." }
  claim read { says "Every answer ships with a zero-knowledge proof that the right model produced it." }
  claim nowhere { says "We like it." }
}
"#;

#[test]
fn the_map_of_a_spec_has_its_claims_in_their_cells() {
    let map = map(SEVERAL);
    let placed: Vec<(String, Vec<String>)> = map
        .claims
        .iter()
        .map(|claim| {
            let cells = claim.placed.iter().map(|placed| {
                let strength = placed.strength.map_or("not rated", Strength::as_str);
                format!("{}: {strength}, {}", placed.cell, placed.origin.as_str())
            });
            let verdict = claim.verdict.map_or("none", Verdict::as_str);
            (format!("{} {verdict}", claim.id), cells.collect())
        })
        .collect();
    let expected = [
        ("#tidepool/images-stay-home works", vec!["privacy + decentralization: strong, declared"]),
        ("#tidepool/instant speculative", vec!["performance + decentralization: weak, declared"]),
        (
            "#tidepool/both speculative",
            vec!["verifiability + security: strong, declared", "verifiability + scalability: moderate, declared"],
        ),
        ("#tidepool/read promising", vec!["verifiability + security: strong, inferred"]),
        ("#tidepool/nowhere none", vec![]),
    ];
    let expected: Vec<(String, Vec<String>)> = expected
        .into_iter()
        .map(|(claim, cells)| (claim.to_owned(), cells.into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(placed, expected);
    assert!(map.claims[1].caveat && !map.claims[0].caveat);
}

#[test]
fn the_grid_of_a_spec() {
    insta::assert_snapshot!(lines(&grid(&map(SEVERAL), Use::Page)));
}

#[test]
fn the_grid_as_a_picture_that_stands_for_itself() {
    insta::assert_snapshot!(lines(&grid(&map(SEVERAL), Use::Still)));
}

#[test]
fn the_triangles_of_a_spec() {
    let map = map(SEVERAL);
    let both = [Axis::Blockchain, Axis::Ai].map(|axis| lines(&triangle(&map, axis, Use::Still)));
    insta::assert_snapshot!(both.join("\n\n"));
}

#[test]
fn the_table_of_a_spec() {
    insta::assert_snapshot!(lines(&table(&map(SEVERAL), Use::Page)));
}

#[test]
fn an_empty_file_shows_the_standard_matrix_and_says_how_to_begin() {
    let html = fragment(&map(""));
    assert_eq!(html.matches("class=\"cell ").count(), 9);
    assert!(html.contains("No claim is made here yet."), "{html}");
    assert!(!html.contains("<table class=\"claims\"") && !html.contains("class=\"dot"));
}

#[test]
fn a_house_shows_its_own_matrix() {
    let house = r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization { strength moderate provenance judgement because "We measured." }
}
"#;
    let map = map(house);
    let cell = &map.cells[Cell::parse("performance + decentralization").expect("a cell").index()];
    let rated: Vec<_> = cell.ratings.iter().map(|rated| (rated.strength, rated.matrix.as_str())).collect();
    assert_eq!(rated, [(Strength::Moderate, "acme")]);
}

#[test]
fn a_cell_that_two_matrices_rate_differently_says_so() {
    let source = r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization {
    strength moderate
  }
}
project one "One" {
  claim fast: performance + decentralization { says "Fast." }
}
project two "Two" {
  judged-by acme
  claim fast: performance + decentralization { says "Fast." }
}
"#;
    let map = map(source);
    let html = fragment(&map);
    assert!(html.contains(">weak / moderate<") && html.contains("matrices differ"), "{html}");
    let strengths: Vec<_> = map.claims.iter().map(|claim| claim.placed[0].strength).collect();
    assert_eq!(strengths, [Some(Strength::Weak), Some(Strength::Moderate)]);
}

/// Texts that would leave their place in a page if they were not escaped.
const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "]]><!-- & &amp; &#60;script&#62;",
    "{{constructor}} ${alert(1)} `x`",
    "\u{202e}gnp.evil \u{1}\u{b}\u{fffe}",
];

/// All that a drawing is made of.
const ELEMENTS: &str = "all svg title desc defs pattern g rect circle path text header h1 h2 ul li strong div section \
                        figure figcaption table caption thead tbody tr th td button span p code dl dt dd details \
                        summary style a";

/// Holds that a drawing is whole, that nothing in it is anything but ours, and that it shows a text as it is.
#[track_caller]
fn is_ours(drawn: &str, shows: &str) {
    let whole = format!("<all>{drawn}</all>");
    let document = roxmltree::Document::parse(&whole).unwrap_or_else(|error| panic!("{error} in {drawn}"));
    for node in document.descendants().filter(|node| !node.is_root()) {
        assert!(node.is_element() || node.is_text(), "a comment or an instruction in {drawn}");
        if node.is_element() {
            let name = node.tag_name().name();
            assert!(ELEMENTS.split(' ').any(|known| known == name), "<{name}> in {drawn}");
            if name == "style" {
                let rules = format!("@media (prefers-color-scheme:dark){{{}}}", super::glyphs::DARK);
                assert_eq!(node.text(), Some(rules.as_str()), "the style sheet is ours");
            }
        }
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && !["style", "src"].contains(&name), "{name} in {drawn}");
            assert!(name != "href" || attribute.value().starts_with('#'), "{} in {drawn}", attribute.value());
        }
    }
    let texts = document.descendants().filter_map(|node| node.text());
    let labels = document.descendants().flat_map(|node| node.attributes()).map(|attribute| attribute.value());
    assert!(texts.chain(labels).any(|text| text.contains(shows)), "{shows:?} is not shown in {drawn}");
}

#[test]
fn no_text_of_a_spec_becomes_a_part_of_the_page() {
    for hostile in HOSTILE {
        let text = format!("{hostile} \"><b>");
        let source = format!(
            "project p \"{0}\" {{\n  claim c: performance + decentralization {{ says \"{0}\" }}\n}}\n",
            text.replace('"', "\\\"")
        );
        let map = map(&source);
        let title = map.projects[0].title.clone();
        assert!(title.ends_with("\"><b>"), "the text came through: {title:?}");
        is_ours(&fragment(&map), &title);
        is_ours(&table(&map, Use::Still), &title);
        for axis in [Axis::Ai, Axis::Blockchain] {
            is_ours(&triangle(&map, axis, Use::Page), &title);
            is_ours(&triangle(&map, axis, Use::Still), &title);
        }
        is_ours(&poster(&map, settings().today), &title);
    }
}

#[test]
fn names_that_the_language_does_not_allow_are_escaped_all_the_same() {
    for hostile in HOSTILE.iter().filter(|text| text.is_ascii()) {
        let mut map = map(SEVERAL);
        map.claims[0].name = format!("\"{hostile}");
        map.claims[0].id = format!("\"{hostile}");
        map.projects[0].name = format!("\"{hostile}");
        map.projects[0].file = Some(format!("\"{hostile}"));
        is_ours(&fragment(&map), hostile);
        is_ours(&grid(&map, Use::Still), hostile);
    }
}

#[test]
fn two_claims_of_one_name_are_two() {
    let map = map("project p \"P\" {\n claim c { says \"a\" }\n claim c { says \"b\" }\n claim { says \"c\" }\n}\n");
    let ids: Vec<&str> = map.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["#p/c", "#p/c~2", "#p/(no name)"]);
}

#[test]
fn an_edit_elsewhere_changes_no_id() {
    let before = map(SEVERAL);
    let after = map(&format!("# a comment\nproject other \"Other\" {{ }}\n{SEVERAL}"));
    let ids = |map: &HeatMap| map.claims.iter().map(|claim| claim.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
}

#[test]
fn the_claim_at_a_place_is_the_one_around_it() {
    let source = SEVERAL;
    let map = map(source);
    let (snapshot, id) = snapshot(source);
    assert!(snapshot.file(id).is_some());
    let at = |words: &str| {
        let offset = source.find(words).expect("it is there");
        map.claim_at(id, (offset as u32).into()).map(|claim| claim.name.as_str())
    };
    assert_eq!(at("Nobody waits"), Some("instant"));
    assert_eq!(at("both:"), Some("both"));
    assert_eq!(at("project tidepool"), None);
}

#[test]
fn the_same_map_gives_the_same_bytes() {
    assert_eq!(fragment(&map(SEVERAL)), fragment(&map(SEVERAL)));
}

#[test]
fn a_verdict_has_a_letter_and_a_word_and_an_inferred_cell_a_word_too() {
    let map = map(SEVERAL);
    let html = grid(&map, Use::Page);
    let dots: Vec<&str> = html.split("<g class=\"dot ").skip(1).collect();
    let placed: Vec<_> = map.claims.iter().flat_map(|claim| claim.placed.iter().map(move |at| (claim, at))).collect();
    assert_eq!(dots.len(), placed.len());
    for dot in dots {
        let name = dot.split("aria-label=\"").nth(1).and_then(|rest| rest.split(':').next()).expect("a label");
        let claim = map.claims.iter().find(|claim| claim.name == name).expect("a claim");
        let (letter, word) = match claim.verdict {
            Some(Verdict::Works) => (">W<", "works"),
            Some(Verdict::Promising) => (">P<", "promising"),
            Some(Verdict::Speculative) => (">S<", "speculative"),
            None => (">?<", "no verdict"),
        };
        assert!(dot.contains(letter) && dot.contains(&format!(": {word};")), "{dot}");
        let inferred = claim.placed.iter().any(|placed| placed.origin == Origin::Inferred);
        assert_eq!(dot.contains("hollow"), inferred, "{dot}");
        assert_eq!(dot.contains("inferred from its words"), inferred, "{dot}");
    }
}

#[test]
fn each_strength_has_bars_of_its_own_and_its_word() {
    let html = grid(&map(""), Use::Still);
    for &strength in Strength::ALL {
        let cell = html.split("<g class=\"cell ").find(|cell| cell.starts_with(strength.as_str())).expect("a cell");
        let empty = cell.matches("bar empty").count();
        assert_eq!(empty, strength as usize, "{cell}");
        assert!(cell.contains(&format!(">{strength}<")));
    }
}

#[test]
fn of_very_many_claims_the_picture_counts_and_the_table_says_what_it_leaves_out() {
    let claims: String =
        (0..1_000).map(|n| format!("  claim c{n}: performance + decentralization {{ says \"Fast.\" }}\n")).collect();
    let html = fragment(&map(&format!("project p \"P\" {{\n{claims}}}\n")));
    assert!(html.contains("+973"), "28 places, one of which says how many more there are");
    assert!(html.contains("… and 600 more claims are not listed."));
    assert_eq!(html.matches("class=\"go\"").count(), 400);
}

#[test]
fn the_triangle_says_who_reaches_for_everything() {
    let source = r#"
project demo "Demo" {
  claim safe: verifiability + security { says "No answer can be forged." }
  claim large: performance + scalability { says "Cards of all owners form one pool." }
  claim ours: verifiability + decentralization { says "Independent nodes repeat every answer." }
}
"#;
    assert!(report(source).diagnostics.iter().any(|found| found.rule.name == "trilemma-overreach"));
    let map = map(source);
    assert!(map.projects[0].blockchain.overreach && !map.projects[0].ai.overreach);
    let drawn = triangle(&map, Axis::Blockchain, Use::Page);
    assert!(drawn.contains("it claims all three with nothing behind them"), "{drawn}");
}

#[test]
fn marks_of_many_projects_do_not_cover_each_other() {
    let projects: String = (0..6)
        .map(|n| format!("project p{n} \"P{n}\" {{\n claim c: performance + scalability {{ says \"Large.\" }}\n}}\n"))
        .collect();
    let drawn = triangle(&map(&projects), Axis::Blockchain, Use::Page);
    let mut places: Vec<&str> = drawn
        .split("class=\"mark")
        .skip(1)
        .filter_map(|mark| mark.split("translate(").nth(1)?.split(')').next())
        .collect();
    let all = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!((all, places.len()), (12, 12));
}

#[test]
fn a_triangle_says_how_many_projects_it_leaves_out() {
    let drawn = |count: usize| {
        let claim = "claim c: performance + scalability { says \"Large.\" }";
        let projects: String = (0..count).map(|n| format!("project p{n} \"P{n}\" {{\n {claim}\n}}\n")).collect();
        triangle(&map(&projects), Axis::Blockchain, Use::Still)
    };
    assert!(!drawn(12).contains("not drawn"));
    let picture = drawn(15);
    let picture = roxmltree::Document::parse(&picture).expect("it is XML");
    let shown =
        picture.descendants().find(|node| node.has_tag_name("text") && node.text() == Some("and 3 more, not drawn"));
    assert!(shown.is_some(), "who looks at it sees it");
    let label = picture.root_element().attribute("aria-label").unwrap_or_default();
    assert!(label.ends_with("and 3 more, not drawn"), "and who hears it hears it: {label}");
}

/// What is dark on light paper is light on dark paper: each colour that an attribute gives to a part that is not a sign
/// has its rule in the style sheet for dark paper.
#[test]
fn a_picture_that_stands_for_itself_has_its_dark_colours_along() {
    let map = map(SEVERAL);
    for drawn in [grid(&map, Use::Still), triangle(&map, Axis::Ai, Use::Still), poster(&map, settings().today)] {
        let picture = roxmltree::Document::parse(&drawn).expect("it is XML");
        assert_eq!(picture.descendants().filter(|node| node.has_tag_name("style")).count(), 1);
        for node in picture.descendants().filter(|node| node.is_element() && *node != picture.root_element()) {
            let class = node.attribute("class").unwrap_or("");
            let of_paper = [super::glyphs::PAPER, super::glyphs::INK, super::glyphs::MUTED];
            let coloured = ["fill", "stroke"].iter().filter_map(|name| node.attribute(*name));
            // A nested drawing says again what the whole one says, and the dark rule is for both.
            let own = node.tag_name().name() != "svg" && coloured.into_iter().any(|color| of_paper.contains(&color));
            let known = ["paper", "quiet", "whose", "shape", "letter", "field", "spoke", "middle", "way", "line"];
            assert!(!own || class.split(' ').any(|class| known.contains(&class)), "{class:?} in {drawn}");
        }
    }
}

#[test]
fn parts_of_a_page_bring_no_style_and_no_patterns_and_lead_where_they_are_told_to() {
    let mut map = map(SEVERAL);
    map.claims[0].anchor = Some("p1-c1".to_owned());
    let drawn = grid(&map, Use::Part);
    assert!(!drawn.contains("<style") && !drawn.contains("<pattern"), "{drawn}");
    assert_eq!(drawn.matches("<a href=\"#p1-c1\">").count(), 1);
    assert!(table(&map, Use::Part).contains("<a href=\"#p1-c1\">images-stay-home</a>"));
}

#[test]
fn maps_of_files_together_keep_their_claims_apart() {
    let source = "project p \"P\" {\n claim c: privacy + security { says \"a\" }\n}\n";
    let maps = ["a.synergy", "b.synergy"].map(|name| (name.to_owned(), map(source)));
    let whole = HeatMap::together(maps).expect("there are two");
    let ids: Vec<&str> = whole.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["a.synergy#p/c", "b.synergy#p/c"]);
    let projects: Vec<_> = whole.claims.iter().map(|claim| claim.project).collect();
    assert_eq!(projects, [Some(0), Some(1)]);
    assert_eq!(whole.part(Some(1)).claims.len(), 1);
    assert!(HeatMap::together([]).is_none());
}

#[test]
fn a_part_of_a_map_is_rated_as_its_own_project_is() {
    let source = r#"
matrix acme "Acme" extends standard {
  cell performance + decentralization { strength moderate }
}
project one "One" { claim fast: performance + decentralization { says "Fast." } }
project two "Two" { judged-by acme
  claim fast: performance + decentralization { says "Fast." }
}
"#;
    let map = map(source);
    let rated = |project| {
        let part = map.part(Some(project));
        let cell = Cell::parse("performance + decentralization").expect("a cell");
        part.cells[cell.index()].ratings.iter().map(|rated| rated.strength).collect::<Vec<_>>()
    };
    assert_eq!((rated(0), rated(1)), (vec![Strength::Weak], vec![Strength::Moderate]));
}
