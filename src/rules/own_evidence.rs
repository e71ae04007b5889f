//! `own-evidence`: a project that vouches for itself.

use super::Level;
use super::context::ClaimContext;
use super::evidence::{Evidence, evidence, host, same_site};
use super::rule::{Example, Group, Mending, Rule, Run};

pub(super) static RULE: Rule = Rule {
    name: "own-evidence",
    group: Group::Support,
    level: Level::Information,
    summary: "The evidence of a claim is on the project's own site.",
    why: r#"
A project that cites its own site (`site`) gives its word for its word. There may be nothing else yet, and it should be
seen for what it is. Cite somebody else who measured, audited or used it, or the `code`, which anyone can run.

An address is on the site if it is on the same host, or if one host lies below the other: `docs.acme.org` and
`acme.org`, with or without `www.`. On a host that many share, such as `github.com`, the first part of the path must be
the same as well. Two hosts side by side (`docs.acme.org`, `blog.acme.org`) count as two sites.

Nothing is reported where the claim also has solid evidence from elsewhere, or `code`; nor for a blog or an announcement,
which `soft-evidence` tells.
"#,
    failing: &[
        Example {
            title: "a benchmark on the project's own site",
            text: r#"
project demo "Demo" {
  site "https://acme.example"
  claim fast: performance + security {
    says     "A contract has its answer within 40 seconds."
    evidence benchmark "https://www.acme.example/benchmarks" 2026-05
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ own-evidence `acme.example`
    caveat   moderate-synergy "The time is part of the claim."
  }
}
"#,
        },
        Example {
            title: "a paper below the site's host",
            text: r#"
project demo "Demo" {
  site "https://acme.example/en"
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence paper https://research.acme.example/proofs.pdf 2026-05
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ own-evidence
  }
}
"#,
        },
    ],
    passing: &[
        Example {
            title: "somebody else's word",
            text: r#"
project demo "Demo" {
  site "https://acme.example"
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence audit "https://auditors.example/acme" 2026-05
  }
}
"#,
        },
        Example {
            title: "its own code can be run by others",
            text: r#"
project demo "Demo" {
  site "https://acme.example"
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence code "https://git.acme.example/prover" 2026-05
  }
}
"#,
        },
        Example {
            title: "a paper from elsewhere stands beside its own post",
            text: r#"
project demo "Demo" {
  site "https://acme.example"
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence paper "https://arxiv.org/abs/2404.16109" 2024
    evidence blog "https://blog.acme.example/proofs" 2026-05
  }
}
"#,
        },
        Example {
            title: "a neighbour on a shared host",
            text: r#"
project demo "Demo" {
  site "https://github.com/acme"
  claim proved: verifiability + security {
    says     "Every answer comes with a proof."
    evidence benchmark "https://github.com/others/zkml-bench" 2026-05
  }
}
"#,
        },
    ],
    run: Run::Claim(run),
    fix: Mending::None,
};

fn run(cx: &mut ClaimContext<'_>) {
    let site = cx.project.and_then(|project| project.field("site")).and_then(|field| field.values.first()?.as_url());
    let Some(site) = site else { return };
    let mut own = Vec::new();
    for evidence in evidence(cx.declaration).filter(Evidence::is_solid) {
        match evidence.url.filter(|(url, _)| evidence.kind.0 != "code" && same_site(url, site)) {
            Some((_, range)) => own.push(range),
            None => return,
        }
    }
    for range in own {
        let message = format!(
            "This is on the project's own site, `{}`, and so its own word. Cite somebody else who checked it, or the `code`.",
            host(site)
        );
        cx.report(range, message);
    }
}
