//! `hypecheck explain`: what a rule, a cell or a technique is.

use super::Exit;
use super::terminal::{Terminal, render_markdown};
use crate::ide;
use crate::model::{FileKey, FileSystem, Workspace};
use crate::syntax::SyntaxTree;
use crate::text::Text;

/// What `hypecheck explain` is asked to explain.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArguments {
    /// A rule (`weak-synergy`), a cell (`performance+decentralization`, in either order), a property, or anything of
    /// the built-in library: a technique, chain, ceiling, phrase or reference.
    #[arg(required = true, num_args = 1..)]
    name: Vec<String>,
    /// Print the Markdown that editors show.
    #[arg(long)]
    markdown: bool,
}

pub(super) fn run(arguments: &ExplainArguments, terminal: &mut Terminal) -> Exit {
    let name = arguments.name.join(" ");
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::default();
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("explain".to_owned()), text, tree, None, &FileSystem);
    let snapshot = workspace.snapshot();
    let Some(scope) = snapshot.scope(id) else { return Exit::CouldNotRun };
    match ide::explain(&snapshot, &scope, &name) {
        Ok(explanation) => {
            let text =
                if arguments.markdown { explanation.markdown } else { render_markdown(&explanation.markdown, 100) };
            terminal.print(text.trim_end());
            terminal.print("\n");
            Exit::Clean
        }
        Err(near) => {
            let advice = if near.is_empty() {
                "Name a rule, a cell such as `performance+decentralization`, a technique, chain, ceiling or phrase."
                    .to_owned()
            } else {
                format!("Is one of these meant? {}", near.join(", "))
            };
            terminal.complain(&format!("nothing is called `{}`. {advice}", name));
            Exit::CouldNotRun
        }
    }
}
