//! Options that are put together when their command is called.

use clap::error::Error;
use clap::{ArgMatches, Args, Command, FromArgMatches};
use std::ops::Deref;

/// The options of one command of many. A start needs those of the command it runs; the others are named only.
#[derive(Debug)]
pub(super) struct Deferred<Arguments>(Arguments);

impl<Arguments> Deref for Deferred<Arguments> {
    type Target = Arguments;

    fn deref(&self) -> &Arguments {
        &self.0
    }
}

impl<Arguments: Args> Args for Deferred<Arguments> {
    fn augment_args(command: Command) -> Command {
        command.defer(Arguments::augment_args)
    }

    fn augment_args_for_update(command: Command) -> Command {
        command.defer(Arguments::augment_args_for_update)
    }
}

impl<Arguments: FromArgMatches> FromArgMatches for Deferred<Arguments> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        Arguments::from_arg_matches(matches).map(Deferred)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}
