//! `syntax-error`: text that cannot be read as Synergy.

use super::Level;
use super::context::{DeclarationContext, FileContext};
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "syntax-error",
    group: Group::Syntax,
    level: Level::Error,
    summary: "The text cannot be read here.",
    why: r#"
A slip costs its line and nothing else: everything around it is read and judged as before. The message says what is
missing or in the way, in words, and where there is just one way to put it right a fix does so.

The shape of the language: a *declaration* is `keyword name "title" { … }`, a *field* inside it is
`name value, value …` and ends with its line. A string ends with its line too; `"""` goes around text that spans lines.
"#,
    failing: &[
        Example {
            title: "a claim without its colon",
            text: r#"
project demo "Demo" {
  claim fast performance + scalability { says "Faster with every machine." }
#            ^^^^^^^^^^^^^^^^^^^^^^^^^ syntax-error A `:` is missing
}
"#,
        },
        Example {
            title: "a colon without a cell",
            text: r#"
project demo "Demo" {
  claim fast: { says "Faster with every machine." }
#           ^ syntax-error After the `:` the cell of the claim is missing
}
"#,
        },
        Example {
            title: "a string that is not closed, which costs its line and no more",
            text: r#"
project demo "Demo" {
  claim first: performance + scalability {
    says "Faster with every machine.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ syntax-error This string is not closed
  }
  claim second: performance + decentralization {
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-synergy
    says "It runs anywhere."
  }
}
"#,
        },
        Example {
            title: "a quotation mark too many",
            text: r#"
project demo "Demo" {
  about "A demonstration.""
#                         ^ syntax-error There is a `"` too many
}
"#,
        },
        Example {
            title: "a quotation mark too many in a header",
            text: r#"
project demo "Demo"" {
#                  ^ syntax-error There is a `"` too many
  about "A demonstration."
}
"#,
        },
        Example {
            title: "quotation marks inside of a text",
            text: r#"
project demo "A "small" demo" { }
#                ^^^^^^^^^^^^ syntax-error a `"` inside of a text is written `\"`
"#,
        },
        Example {
            title: "a claim that is not closed before the next",
            text: r#"
project demo "Demo" {
  claim first: performance + scalability {
    says "Faster with every machine."

  claim second: verifiability + security {
# ^^^^^ syntax-error `claim second` cannot stand inside `claim first`
    says "Every answer comes with a proof."
  }
}
"#,
        },
        Example {
            title: "a header that is still being typed",
            text: r#"
project demo "Demo" {
  claim new
# ^^^^^^^^^ syntax-error `claim new` has no body yet

  claim other: verifiability + security { says "Every answer comes with a proof." }
}
"#,
        },
        Example {
            title: "a sign that means nothing",
            text: r#"
project demo "Demo" {
  about: "A demonstration."
#      ^ syntax-error `about` is followed by its value
}
"#,
        },
        Example {
            title: "a sign that is written otherwise",
            text: r#"
project demo "Demo" {
  claim pooled: performance + scalability {
    says   "Cards of all owners form one pool."
    metric cards ≥ 900
#          ^^^^^ unexpected-value a comparison
#                ^ syntax-error `≥` is written `>=`
  }
}
"#,
        },
        Example {
            title: "a comma with nothing after it",
            text: r#"
project demo "Demo" {
  covers data, training,
#                      ^ syntax-error Nothing follows this comma
  about  "A demonstration."
}
"#,
        },
    ],
    passing: &[Example {
        title: "lists that go on after a comma, text that spans lines, and several things on a line",
        text: r#"
project demo "Demo" {
  covers data,
         training, # comments do not matter
         inference
  about """
    The first line,
    and the second.
  """
  claim a: verifiability + security { says "One." } claim b: verifiability + security { says "Two." }
}
"#,
    }],
    run: Run::FileAndDeclaration(between_declarations, in_declaration),
    fix: Mending::WithFinding,
};

fn between_declarations(cx: &mut FileContext<'_>) {
    for error in cx.file.tree().errors() {
        cx.report(error.range, error.message.clone()).edit(error.fix.clone());
    }
}

fn in_declaration(cx: &mut DeclarationContext<'_>) {
    let (declaration, base) = (cx.declaration, cx.base);
    for error in &declaration.errors {
        cx.report(error.range, error.message.clone()).edit(error.at(base).fix);
    }
}
