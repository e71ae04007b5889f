//! `duplicate-name`: two declarations of the same kind with the same name.

use super::Level;
use super::context::{DeclarationContext, FileContext};
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Entry, Names};
use crate::syntax::Keyword;
use crate::text::TextRange;
use std::sync::Arc;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-name",
    group: Group::Names,
    level: Level::Error,
    summary: "Two declarations of the same kind have the same name.",
    why: r#"
A name stands for one thing. Of two claims, projects, techniques or other declarations that share one, only the first
is found by its name; a reader cannot tell which is meant. Rename one of them, or delete it.

A file may declare a name that the built-in library or a file it uses declares too: its own then takes the other's
place in this file, which is how a house changes what a technique costs.
"#,
    failing: &[
        Example {
            title: "two claims of a project",
            text: r#"
project demo "Demo" {
  claim proved: verifiability + security { says "Every answer comes with a proof." }
  claim proved: verifiability + security { says "Every answer can be checked." }
#       ^^^^^^ duplicate-name
}
"#,
        },
        Example {
            title: "two techniques of a file",
            text: r#"
technique masking "Masking" { serves privacy }
technique masking "Masking again" { serves privacy }
#         ^^^^^^^ duplicate-name
"#,
        },
    ],
    passing: &[
        Example {
            title: "claims of different projects, and a technique that takes the library's place",
            text: r#"
technique zkml "Our own zkML" { serves verifiability }
project one "One" { claim proved: verifiability + security { says "Every answer comes with a proof." } }
project two "Two" { claim proved: verifiability + security { says "Every answer comes with a proof." } }
"#,
        },
        Example {
            title: "things of different kinds",
            text: r#"
technique acme "Acme's technique" { serves privacy }
matrix acme "Acme's matrix" extends standard { }
"#,
        },
    ],
    run: Run::FileAndDeclaration(in_file, in_project),
    fix: Mending::None,
};

fn in_file(cx: &mut FileContext<'_>) {
    let names = Arc::clone(cx.file.names());
    for Repeated { range, message, first } in repeated(&names) {
        let finding = cx.report(range, message);
        if let Some((first, message)) = first {
            finding.related(first, message);
        }
    }
}

fn in_project(cx: &mut DeclarationContext<'_>) {
    let declaration = cx.declaration;
    if declaration.keyword != Keyword::Project || declaration.children.len() < 2 {
        return;
    }
    let children = || declaration.children.iter().filter(|child| child.declaration.keyword == Keyword::Claim);
    // Nearly always each has a name of its own, and nothing need be known of them but that.
    let mut names: Vec<&str> = children().filter_map(|child| Some(&*child.declaration.name.as_ref()?.text)).collect();
    names.sort_unstable();
    if names.windows(2).all(|pair| pair[0] != pair[1]) {
        return;
    }
    let mut claims = Names::default();
    for child in children() {
        let (file, base) = (cx.file.id(), cx.base + child.offset);
        claims.add(Entry { file, base, declaration: Arc::clone(&child.declaration) });
    }
    let base = cx.base;
    for Repeated { range, message, first } in repeated(&claims) {
        let finding = cx.report(range - base, message);
        if let Some((first, message)) = first {
            finding.related(first, message);
        }
    }
}

/// A name that is declared a second time.
struct Repeated<'a> {
    range: TextRange,
    message: String,
    first: Option<(&'a Entry, String)>,
}

fn repeated(names: &Names) -> impl Iterator<Item = Repeated<'_>> {
    names.declared_again().iter().filter_map(|entry| {
        let keyword = entry.declaration.keyword;
        let (what, name) = match (&entry.declaration.name, entry.declaration.title_text()) {
            (Some(name), _) => (format!("`{}`", name.text), name.text.to_string()),
            (None, Some(title)) => (format!("\"{title}\""), title.to_lowercase()),
            (None, None) => return None,
        };
        let message =
            format!("There is a {} {what} already. Give this one another name, or delete it.", keyword.as_str());
        let first = names.get(keyword, &name).map(|first| (first, format!("{what} is declared here first")));
        Some(Repeated { range: entry.selection(), message, first })
    })
}
