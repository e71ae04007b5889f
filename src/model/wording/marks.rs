//! The lists that a word may stand in: those of the smaller checks, and the signs that dampers look for.

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Marks(pub(super) u32);

impl Marks {
    /// A technology or a market begins with it.
    pub const OPENS_TERM: Marks = Marks(1);
    /// It may stand between two members of a list.
    pub const LINK: Marks = Marks(1 << 1);
    /// It is offered as a product when a model answers.
    pub const AGENT: Marks = Marks(1 << 2);
    /// A model that can only be had from its maker.
    pub const VENDOR: Marks = Marks(1 << 3);
    /// It says that one thing is made of another.
    pub const MAKES: Marks = Marks(1 << 4);
    /// A sign of something of one's own.
    pub const OWN: Marks = Marks(1 << 5);
    /// A comparative of one word.
    pub const BETTER: Marks = Marks(1 << 6);
    /// What "more" and "less" must stand before.
    pub const MEASURE: Marks = Marks(1 << 7);
    /// It names the second side of a comparison, or says that there need be none.
    pub const SIDE: Marks = Marks(1 << 8);
    /// Words of a time to come begin with it.
    pub const OPENS_FUTURE: Marks = Marks(1 << 9);
    /// It tells of today, or of a rule.
    pub const PRESENT: Marks = Marks(1 << 10);
    /// A comparison, if what may be compared stands behind it.
    pub const DEGREE: Marks = Marks(1 << 11);
    /// A promise, if a year stands behind it.
    pub const BY: Marks = Marks(1 << 12);

    /// A measurement under stated conditions, or a month.
    pub const CONDITION: Marks = Marks(1 << 13);
    /// A named mechanism that gives a flat guarantee.
    pub const MECHANISM: Marks = Marks(1 << 14);
    /// The sentence states a limit of what it offers.
    pub const ADMITS: Marks = Marks(1 << 15);
    /// Somebody else, who is said to promise or hold something.
    pub const OTHERS: Marks = Marks(1 << 16);
    /// That somebody says or holds something.
    pub const SAYS: Marks = Marks(1 << 17);
    /// It denies what follows.
    pub const NEGATOR: Marks = Marks(1 << 18);
    /// It sets what follows against what went before.
    pub const CONTRAST: Marks = Marks(1 << 19);
    /// What is worse than it could be.
    pub const DOWNSIDE: Marks = Marks(1 << 20);
    /// It puts what follows at a distance.
    pub const MODEST: Marks = Marks(1 << 21);

    /// These and others.
    pub const fn and(self, others: Marks) -> Marks {
        Marks(self.0 | others.0)
    }

    /// Whether it stands in this list, or in one of these.
    pub const fn has(self, list: Marks) -> bool {
        self.0 & list.0 != 0
    }
}

/// Costly technologies: each is an answer by itself, and each has a price.
pub(super) const TECHNOLOGIES: &[&[&str]] = &[
    &["zero", "knowledge", "proofs"],
    &["zero", "knowledge"],
    &["fully", "homomorphic", "encryption"],
    &["homomorphic", "encryption"],
    &["multi", "party", "computation"],
    &["multiparty", "computation"],
    &["trusted", "execution", "environments"],
    &["trusted", "execution"],
    &["secure", "enclaves"],
    &["federated", "learning"],
    &["differential", "privacy"],
    &["machine", "learning"],
    &["quantum", "computing"],
    &["edge", "computing"],
    &["big", "data"],
    &["swarm", "intelligence"],
    &["zk", "proofs"],
    &["zk", "snarks"],
    &["zk"],
    &["zkp"],
    &["zkps"],
    &["zkml"],
    &["opml"],
    &["snarks"],
    &["starks"],
    &["fhe"],
    &["mpc"],
    &["smpc"],
    &["tee"],
    &["tees"],
    &["enclaves"],
    &["ai"],
    &["quantum"],
    &["blockchain"],
    &["agi"],
    &["llms"],
    &["5g"],
    &["cloud"],
    &["vr"],
    &["ar"],
];

/// Words for markets rather than for products.
pub(super) const MARKETS: &[&[&str]] = &[
    &["real", "world", "assets"],
    &["internet", "of", "things"],
    &["web3"],
    &["web", "3"],
    &["metaverse"],
    &["defi"],
    &["desci"],
    &["depin"],
    &["deai"],
    &["defai"],
    &["gamefi"],
    &["socialfi"],
    &["infofi"],
    &["rwa"],
    &["rwas"],
    &["nft"],
    &["nfts"],
    &["dao"],
    &["daos"],
    &["iot"],
    &["gaming"],
    &["robotics"],
    &["memecoins"],
    &["tokenization"],
    &["tokenisation"],
];

/// Words that only ever speak of a time to come.
pub(super) const FUTURE: &[&[&str]] = &[
    &["in", "the", "near", "future"],
    &["in", "the", "future"],
    &["in", "the", "years", "to", "come"],
    &["in", "the", "coming"],
    &["within", "the", "next"],
    &["over", "the", "next"],
    &["coming", "soon"],
    &["one", "day"],
    &["going", "to"],
    &["soon"],
    &["eventually"],
    &["someday"],
    &["tomorrow"],
    &["upcoming"],
    &["plan", "to"],
    &["plans", "to"],
    &["aim", "to"],
    &["aims", "to"],
    &["intend", "to"],
    &["intends", "to"],
    &["we", "will"],
    &["we'll"],
    &["network", "will"],
    &["platform", "will"],
    &["protocol", "will"],
    &["agents", "will"],
    &["ai", "will"],
    &["it", "will"],
    &["will", "become"],
    &["will", "be", "the"],
    &["will", "change"],
    &["will", "replace"],
    &["will", "power"],
];
