//! `hypecheck matrix` as pictures and diagrams, and `hypecheck badge`: what is drawn, where it goes, and what is refused.

#[path = "support/command.rs"]
mod support;

use std::path::Path;
use std::process::Output;
use support::{command, err, folder, out, run_with_input};

const SPEC: &str = r#"project tidepool "Tidepool <&>" {
  claim images-stay-home: privacy + decentralization {
    says     "Forty clinics train one model, and no record leaves its clinic."
    using    federated-learning, secure-aggregation
    evidence paper "https://arxiv.org/abs/1602.05629" 2026-02 "FedAvg"
    metric   accuracy-loss < 2 %
  }
  claim instant: performance + decentralization { says "A scan is read by the laptops of volunteers." }
}
"#;

fn hypecheck(folder: &Path, arguments: &[&str]) -> Output {
    let mut all = arguments.to_vec();
    all.extend(["--today", "2026-11-24"]);
    command(folder, &all).output().expect("it runs")
}

/// What it prints, when all goes well.
#[track_caller]
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = hypecheck(folder, arguments);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
    out(&output)
}

/// The message of a run that could not be done, and that it wrote nothing but that.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = hypecheck(folder, arguments);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{}", err(&output));
    err(&output)
}

fn files(folder: &Path) -> Vec<String> {
    let list = std::fs::read_dir(folder).expect("it is there");
    let mut names: Vec<String> =
        list.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Width and height of a PNG, as its header says them.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn a_picture_stands_alone_and_says_what_is_to_be_seen() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let svg = printed(folder.path(), &["matrix", "a.synergy", "--svg"]);
    let picture = roxmltree::Document::parse(&svg).expect("it is XML");
    let text = |name: &str| {
        picture.root_element().children().find(|node| node.has_tag_name(name)).and_then(|node| node.text())
    };
    assert_eq!(text("title"), Some("Tidepool <&>"));
    let said = text("desc").unwrap_or("");
    for part in [
        "2 claims: 1 works, 0 promising, 1 speculative",
        "privacy + decentralization, strong: images-stay-home (works)",
        "Blockchain trilemma: Tidepool <&> claims security 0 %",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    for node in picture.descendants().filter(|node| node.is_element()) {
        assert!(!["script", "image", "foreignObject", "use", "a"].contains(&node.tag_name().name()), "{svg}");
        for attribute in node.attributes() {
            let outside = attribute.value().contains("//") || attribute.value().contains("data:");
            assert!(
                !outside && !attribute.name().starts_with("on") && attribute.name() != "href",
                "{}",
                attribute.value()
            );
        }
    }
    assert!(svg.contains("@media (prefers-color-scheme:dark)") && !svg.contains("@import"));
}

#[test]
fn a_verdict_is_a_letter_and_a_shape_and_not_a_colour_alone() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let svg = printed(folder.path(), &["matrix", "a.synergy", "--svg"]);
    let picture = roxmltree::Document::parse(&svg).expect("it is XML");
    let sign = |claim: &str| {
        let title = |node: &roxmltree::Node<'_, '_>| node.text().is_some_and(|text| text.starts_with(claim));
        let dot =
            picture.descendants().find(|node| node.has_tag_name("title") && title(node)).and_then(|node| node.parent());
        let dot = dot.expect("a dot");
        let shape = dot.children().find(|node| node.attribute("class") == Some("shape")).expect("a shape");
        let letter = dot.children().find(|node| node.attribute("class") == Some("letter")).and_then(|node| node.text());
        (shape.tag_name().name().to_owned(), letter.unwrap_or("").to_owned())
    };
    assert_eq!(sign("images-stay-home:"), ("circle".to_owned(), "W".to_owned()));
    assert_eq!(sign("instant:"), ("path".to_owned(), "S".to_owned()));
}

#[test]
fn of_several_projects_the_matrix_is_drawn_without_triangles() {
    let other = SPEC.replace("tidepool", "other");
    let folder = folder(&[("a.synergy", SPEC), ("b.synergy", &other)]);
    let svg = printed(folder.path(), &["matrix", "--svg"]);
    assert!(svg.contains("<title>2 projects</title>") && !svg.contains("class=\"triangle"));
    assert_eq!(svg.matches(">instant</text>").count(), 2);
}

#[test]
fn the_same_picture_has_the_same_bytes() {
    let folder = folder(&[("a.synergy", SPEC)]);
    for arguments in [
        ["matrix", "a.synergy", "--svg"],
        ["matrix", "a.synergy", "--png"],
        ["matrix", "a.synergy", "--mermaid=argument"],
    ] {
        let (one, other) = (hypecheck(folder.path(), &arguments), hypecheck(folder.path(), &arguments));
        assert_eq!(one.status.code(), Some(0));
        assert!(one.stdout == other.stdout, "{arguments:?}");
    }
}

#[test]
fn a_png_shows_what_the_svg_shows_so_many_times_as_large() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let svg = printed(folder.path(), &["matrix", "a.synergy", "--svg"]);
    let picture = roxmltree::Document::parse(&svg).expect("it is XML");
    let side =
        |name: &str| picture.root_element().attribute(name).and_then(|side| side.parse::<u32>().ok()).expect("a side");
    for scale in [1, 2] {
        let output = hypecheck(folder.path(), &["matrix", "a.synergy", "--png", "--scale", &scale.to_string()]);
        assert_eq!(size(&output.stdout), (side("width") * scale, side("height") * scale));
    }
}

#[test]
fn a_file_is_written_whole_and_named() {
    let folder = folder(&[("a.synergy", SPEC)]);
    assert_eq!(printed(folder.path(), &["matrix", "a.synergy", "--svg=m.svg"]), "Wrote m.svg.\n");
    assert_eq!(printed(folder.path(), &["matrix", "a.synergy", "--png", "-o", "m.png"]), "Wrote m.png.\n");
    // A second time it takes the place of the first.
    assert_eq!(printed(folder.path(), &["matrix", "a.synergy", "--svg", "--output=m.svg"]), "Wrote m.svg.\n");
    assert_eq!(files(folder.path()), ["a.synergy", "m.png", "m.svg"]);
    let written = std::fs::read_to_string(folder.path().join("m.svg")).expect("it is there");
    assert_eq!(written, printed(folder.path(), &["matrix", "a.synergy", "--svg", "-o", "-"]));
}

#[test]
#[cfg(unix)]
fn a_new_file_can_be_read_by_those_who_may_read_other_new_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.synergy", SPEC)]);
    printed(folder.path(), &["matrix", "a.synergy", "--svg=m.svg"]);
    let mode =
        |name: &str| std::fs::metadata(folder.path().join(name)).expect("it is there").permissions().mode() & 0o777;
    // The one was made by this test, in the ordinary way.
    assert_eq!(mode("m.svg"), mode("a.synergy"));
}

#[test]
fn no_spec_is_written_over() {
    let folder = folder(&[("a.synergy", SPEC), ("text", SPEC)]);
    for arguments in [
        &["matrix", "text", "--svg=text"][..],
        &["matrix", "text", "--svg=./text"],
        &["matrix", "a.synergy", "--png=a.synergy"],
        &["matrix", "a.synergy", "--mermaid", "-o", "new.synergy"],
        &["badge", "a.synergy", "-o", "a.synergy"],
        &["report", "a.synergy", "-o", "a.synergy"],
    ] {
        let said = refused(folder.path(), arguments);
        assert!(said.contains("is a spec and is not written over; name another file"), "{said}");
    }
    assert_eq!(files(folder.path()), ["a.synergy", "text"]);
    assert_eq!(std::fs::read_to_string(folder.path().join("text")).expect("it is there"), SPEC);
}

#[test]
fn what_cannot_be_written_says_why() {
    let folder = folder(&[("a.synergy", SPEC), ("sub/b.synergy", SPEC)]);
    for (arguments, why) in [
        (&["matrix", "a.synergy", "--svg=none/m.svg"][..], "there is no folder none"),
        (&["matrix", "a.synergy", "--svg=sub"], "it is a folder"),
        (&["matrix", "a.synergy", "--svg=m.svg", "-o", "n.svg"], "two files are named"),
        (&["matrix", "a.synergy", "--svg="], "a value is required"),
        (&["report", "a.synergy", "--output="], "a value is required"),
        (&["matrix", "a.synergy", "--svg", "--png"], "cannot be used with"),
        (&["matrix", "a.synergy", "-o", "m.svg"], "required"),
        (&["matrix", "a.synergy", "--mermaid=pie"], "possible values: matrix, argument"),
        (&["matrix", "a.synergy", "--png", "--scale", "9"], "9 is not in 1..=4"),
        (&["matrix", "none.synergy", "--svg"], "there is no such file or folder"),
        (&["badge", "none.synergy"], "no badge was drawn"),
    ] {
        let said = refused(folder.path(), arguments);
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
    assert_eq!(files(folder.path()), ["a.synergy", "sub"]);
}

#[test]
fn what_can_be_read_is_drawn_and_the_rest_is_told() {
    let folder = folder(&[("a.synergy", SPEC)]);
    std::fs::write(folder.path().join("b.synergy"), b"\xff\xfe\x00").expect("it can be written");
    let output = hypecheck(folder.path(), &["matrix", "--svg"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("images-stay-home") && err(&output).contains("b.synergy: it is not UTF-8"));
    // A badge has no room to say so.
    assert!(refused(folder.path(), &["badge"]).contains("b.synergy: it is not UTF-8"));
}

#[test]
fn standard_input_is_drawn_too() {
    let folder = folder(&[]);
    let output = run_with_input(command(folder.path(), &["matrix", "-", "--svg"]), SPEC.as_bytes());
    assert!(out(&output).contains(">images-stay-home</text>"), "{}", err(&output));
}

#[test]
fn plain_is_ascii_and_a_colour_changes_no_word() {
    let folder = folder(&[("a.synergy", SPEC)]);
    let plain = printed(folder.path(), &["matrix", "a.synergy", "--plain"]);
    assert!(plain.is_ascii() && plain.contains("* strong") && plain.contains("! weak"), "{plain}");
    for form in [&["matrix", "a.synergy"][..], &["matrix", "a.synergy", "--plain"]] {
        let bare = printed(folder.path(), &[form, &["--color", "never"]].concat());
        let coloured = printed(folder.path(), &[form, &["--color", "always"]].concat());
        assert!(coloured.contains("\u{1b}[") && !bare.contains('\u{1b}'));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), bare);
    }
}

#[test]
fn the_matrix_as_a_diagram_names_each_cell_and_its_claims() {
    let folder = folder(&[("a.synergy", SPEC)]);
    insta::assert_snapshot!(printed(folder.path(), &["matrix", "a.synergy", "--mermaid"]));
}

#[test]
fn the_argument_as_a_diagram_leads_from_claims_to_techniques_and_evidence() {
    let folder = folder(&[("a.synergy", SPEC)]);
    insta::assert_snapshot!(printed(folder.path(), &["matrix", "a.synergy", "--mermaid=argument"]));
}

#[test]
fn of_very_many_claims_an_argument_says_how_many_it_leaves_out() {
    let claims: String = (0..400).map(|n| format!("claim c{n}: privacy + security {{ says \"a\" }}\n")).collect();
    let folder = folder(&[("a.synergy", &format!("project p \"P\" {{\n{claims}}}\n"))]);
    let diagram = printed(folder.path(), &["matrix", "--mermaid=argument"]);
    assert!(diagram.contains("more[\"and 250 more claims\"]") && diagram.lines().count() < 700);
}

#[test]
fn a_badge_says_how_many_claims_hold() {
    let folder = folder(&[("a.synergy", SPEC), ("empty.synergy", "")]);
    for (spec, title, color) in [
        ("a.synergy", "hypecheck: 1 of 2 claims hold", "#b98c00"),
        ("empty.synergy", "hypecheck: no claims", "#6e7781"),
    ] {
        let svg = printed(folder.path(), &["badge", spec]);
        let badge = roxmltree::Document::parse(&svg).expect("it is XML");
        assert_eq!(badge.root_element().attribute("aria-label"), Some(title));
        assert_eq!(
            badge.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text()),
            Some(title)
        );
        assert!(svg.contains(color), "{svg}");
    }
    assert_eq!(printed(folder.path(), &["badge", "a.synergy", "-o", "badge.svg"]), "");
    assert!(folder.path().join("badge.svg").is_file());
}

/// The pictures in the documents, and the commands that make them. `HYPECHECK_BLESS=1 cargo test --test pictures` makes
/// them anew.
const IN_DOCUMENTS: [(&str, &[&str]); 3] = [
    ("docs/images/matrix.svg", &["matrix", "examples/tutorial.synergy", "--svg"]),
    ("docs/images/matrix-of-all.svg", &["matrix", "examples", "--svg"]),
    ("docs/images/badge.svg", &["badge", "examples/tutorial.synergy"]),
];

#[test]
fn the_pictures_in_the_documents_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, arguments) in IN_DOCUMENTS {
        let drawn = printed(root, arguments);
        let path = root.join(path);
        if std::env::var_os("HYPECHECK_BLESS").is_some() {
            std::fs::write(&path, &drawn).expect("it can be written");
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            there == drawn,
            "{} is out of date: run `HYPECHECK_BLESS=1 cargo test --test pictures`",
            path.display()
        );
    }
}

#[test]
fn no_picture_in_the_documents_is_large() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images");
    for entry in std::fs::read_dir(folder).expect("it is there") {
        let entry = entry.expect("it can be listed");
        let len = entry.metadata().expect("it is there").len();
        assert!(len < 300_000, "{}: {len} bytes", entry.path().display());
    }
}
