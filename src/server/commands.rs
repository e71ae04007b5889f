//! The commands that an editor can have run: `workspace/executeCommand`.
//!
//! A command is one line in [`COMMANDS`] and a function. Whatever a command does can also be had without it, because
//! not every editor runs commands.

mod debug_info;
mod explain;
mod matrix;
mod matrix_text;
pub(super) mod open_page;

use super::session::{Agreed, Session};
use super::view::View;
use futures::future::BoxFuture;
use std::sync::Arc;
use tower_lsp_server::gen_lsp_types::LspAny;
use tower_lsp_server::jsonrpc::{Error, Result};

/// A command that is run.
pub(super) struct Call {
    /// The editor that has it run.
    pub(super) session: Arc<Session>,
    /// What was agreed with it.
    pub(super) agreed: Agreed,
    /// The state that it was asked in.
    pub(super) view: View,
    /// What was given to it.
    pub(super) arguments: Vec<LspAny>,
}

/// A command.
pub(super) struct Command {
    /// What it is called.
    name: &'static str,
    /// What it does.
    pub(super) run: fn(Call) -> BoxFuture<'static, Result<LspAny>>,
}

/// All commands, sorted by name.
static COMMANDS: [Command; 5] = [
    Command { name: "hypecheck.debugInfo", run: |call| Box::pin(debug_info::run(call)) },
    Command { name: "hypecheck.explain", run: |call| Box::pin(explain::run(call)) },
    Command { name: "hypecheck.matrix", run: |call| Box::pin(matrix::run(call)) },
    Command { name: "hypecheck.matrixText", run: |call| Box::pin(matrix_text::run(call)) },
    Command { name: open_page::NAME, run: |call| Box::pin(open_page::run(call)) },
];

/// The names of all commands.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|command| command.name)
}

/// The command of that name.
///
/// # Errors
/// If there is none.
pub(super) fn find(name: &str) -> Result<&'static Command> {
    let known = COMMANDS.iter().find(|command| command.name == name);
    known.ok_or_else(|| Error::invalid_params(format!("There is no command `{name}`.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_sorted_and_bear_our_name() {
        let names: Vec<&str> = names().collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
        assert!(names.iter().all(|name| name.starts_with("hypecheck.")), "{names:?}");
    }
}
