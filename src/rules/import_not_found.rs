//! `import-not-found`: a `use` that leads to no file.

use super::Level;
use super::context::FileContext;
use super::rule::{Example, Group, Mending, Rule, Run};
use crate::model::{ImportProblem, ReadProblem};

pub(super) static RULE: Rule = Rule {
    name: "import-not-found",
    group: Group::Names,
    level: Level::Error,
    summary: "A `use` leads to no file that can be read.",
    why: r#"
Without the file that it uses, a spec lacks the names and the matrix that it is judged by. The path of a `use` is
relative to the file it stands in, parts its folders with `/`, and stays inside the workspace, so that a spec means
the same on every machine and can read nothing that it should not.

Everything else in the file is judged as before.
"#,
    failing: &[
        Example {
            title: "a file that is not there",
            text: r#"
use "house.synergy"
#   ^^^^^^^^^^^^^^^ import-not-found there is no such file
"#,
        },
        Example {
            title: "a path that leads out of the workspace",
            text: r#"
use "../../../etc/passwd"
#   ^^^^^^^^^^^^^^^^^^^^^ import-not-found leads out of the workspace
"#,
        },
        Example {
            title: "a path that other machines read otherwise",
            text: r#"
use "/specs/house.synergy"
#   ^^^^^^^^^^^^^^^^^^^^^^ import-not-found relative
"#,
        },
    ],
    passing: &[Example {
        title: "a spec that uses nothing",
        text: r#"
project demo "Demo" { }
"#,
    }],
    run: Run::File(run),
    fix: Mending::None,
};

fn run(cx: &mut FileContext<'_>) {
    for import in cx.snapshot.imports(cx.file.id()) {
        let Err(problem) = &import.target else { continue };
        let path = &import.path;
        let message = match problem {
            // That is a circle, and import-cycle says so.
            ImportProblem::Itself => continue,
            ImportProblem::NotRelative => {
                format!(
                    "`{path}` is no path that means the same everywhere. Write one relative to this file, with `/` between folders."
                )
            }
            ImportProblem::Outside => {
                format!(
                    "`{path}` leads out of the workspace. Move the file into it, or open the folder that holds both."
                )
            }
            ImportProblem::NoPlace => {
                "This text is in no folder yet, so no path can start from it. Save it first.".to_owned()
            }
            ImportProblem::Unreadable(ReadProblem::Missing) => {
                format!("`{path}` leads nowhere: there is no such file. Correct the path, or delete the line.")
            }
            ImportProblem::Unreadable(ReadProblem::Directory) => {
                format!("`{path}` is a folder. Name a file in it.")
            }
            ImportProblem::Unreadable(problem @ ReadProblem::NotUtf8(_)) => {
                format!("`{path}` cannot be used: {problem}. Save it as UTF-8.")
            }
            ImportProblem::Unreadable(problem) => format!("`{path}` cannot be used: {problem}."),
        };
        cx.report(import.range, message);
    }
}
