//! `duplicate-name`: two declarations of the same kind with the same name.

use super::Level;
use super::context::FileContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{Entry, Names};
use crate::syntax::Keyword;

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
    run: Run::File(run),
    fix: Mending::None,
};

fn run(cx: &mut FileContext<'_>) {
    report(cx, &std::sync::Arc::clone(cx.file.names()));
    for child in cx.file.tree().declarations() {
        let declaration = &child.declaration;
        if declaration.keyword != Keyword::Project || declaration.children.len() < 2 {
            continue;
        }
        let project = Entry { file: cx.file.id(), base: child.offset, declaration: std::sync::Arc::clone(declaration) };
        let mut claims = Names::default();
        project
            .children()
            .filter(|inner| inner.declaration.keyword == Keyword::Claim)
            .for_each(|claim| claims.add(claim));
        report(cx, &claims);
    }
}

fn report(cx: &mut FileContext<'_>, names: &Names) {
    for entry in names.declared_again() {
        let keyword = entry.declaration.keyword;
        let (what, name) = match (&entry.declaration.name, entry.declaration.title_text()) {
            (Some(name), _) => (format!("`{}`", name.text), name.text.to_string()),
            (None, Some(title)) => (format!("\"{title}\""), title.to_lowercase()),
            (None, None) => continue,
        };
        let message =
            format!("There is a {} {what} already. Give this one another name, or delete it.", keyword.as_str());
        let finding = cx.report(entry.selection(), message);
        if let Some(first) = names.get(keyword, &name) {
            finding.related(first, format!("{what} is declared here first"));
        }
    }
}
