//! What overstatements overstate, and what takes the edge off them.

/// What an overstatement overstates, or by which means. The first nine are the kinds of the library's phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something holds entirely, always or never.
    Absolute,
    /// First, only, most; better than everybody.
    Superlative,
    /// Without limit, at once, for ever.
    Infinity,
    /// More on the chain than fits there.
    OnChain,
    /// Words that go with any product, and stacks of technologies.
    Buzzword,
    /// Somebody else's model, sold as new intelligence.
    Wrapper,
    /// Money that is promised.
    Returns,
    /// Praise that cannot be refuted.
    Vague,
    /// A technique that is not what it is called, or does not give what is said.
    Identity,
    /// A future, or a change of the world, that nobody could test.
    Vision,
    /// Everything at once, and nothing paid for it.
    Bargain,
    /// A figure that nobody would believe without its conditions.
    Figure,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 12] = [
        Kind::Absolute,
        Kind::Superlative,
        Kind::Infinity,
        Kind::OnChain,
        Kind::Buzzword,
        Kind::Wrapper,
        Kind::Returns,
        Kind::Vague,
        Kind::Identity,
        Kind::Vision,
        Kind::Bargain,
        Kind::Figure,
    ];

    /// Its name, as the library writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Absolute => "absolute",
            Kind::Superlative => "superlative",
            Kind::Infinity => "infinity",
            Kind::OnChain => "on-chain",
            Kind::Buzzword => "buzzword",
            Kind::Wrapper => "wrapper",
            Kind::Returns => "returns",
            Kind::Vague => "vague",
            Kind::Identity => "identity",
            Kind::Vision => "vision",
            Kind::Bargain => "bargain",
            Kind::Figure => "figure",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Why a phrase of this kind cannot be checked.
    pub(super) const fn why(self) -> &'static str {
        match self {
            Kind::Absolute => "Something is always still trusted, still leaks or still fails; an absolute hides what.",
            Kind::Superlative => "It ranks the offer above all others and names neither them nor the measure.",
            Kind::Infinity => "Every system has a bottleneck, so nothing is without limit.",
            Kind::OnChain => "A chain has no room for it, so it says not what really runs where.",
            Kind::Buzzword => "It fits any product and says nothing of this one.",
            Kind::Wrapper => "It says not whose model it is and what is added to it.",
            Kind::Returns => "Nobody can promise money that the market has yet to pay.",
            Kind::Vague => "Nobody could show it to be untrue.",
            Kind::Identity => "The technique that is named does not give this.",
            Kind::Vision => "Nobody can test today what it says of tomorrow.",
            Kind::Bargain => "Something is always paid; it denies the price and shows no measurement of it.",
            Kind::Figure => "Such a figure needs the conditions under which it was measured, and none are given.",
        }
    }
}

/// Words of a sentence that make an overstatement in it weigh less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damper {
    /// A figure with the conditions under which it was measured.
    Measured,
    /// A precise scope: a date, a named object, a limit of what is meant.
    Scope,
    /// The mechanism that gives what is said.
    Mechanism,
    /// The sentence states a limit of what it offers.
    Admits,
}
