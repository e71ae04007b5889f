//! What a judgement depends on besides the specs themselves.

use crate::syntax::Date;

/// What a judgement depends on besides the specs themselves. Nothing here or below looks at a clock: whoever calls
/// says what day it is, so that a judgement can be repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The day of the judgement: evidence is stale and caveats run out as of it.
    pub today: Date,
}

impl Settings {
    /// Settings as they are unless configured.
    pub fn new(today: Date) -> Settings {
        Settings { today }
    }
}
