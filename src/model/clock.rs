//! The day. Looked up here and nowhere else; whoever judges passes it on, so that a judgement can be repeated.

use crate::syntax::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// The day that the clock of this machine says it is, in UTC. A clock before 1970 counts as 1970-01-01.
pub fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_days(since.as_secs() / 86_400)
}
