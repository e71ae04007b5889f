//! The notions that the reader looks for. Each is a set of phrases in one of the `words_*` tables.

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A notion that words of a claim stand for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Concept { $($(#[$doc])* $name,)* }

        impl Concept {
            /// All of them, in the order of their numbers.
            pub const ALL: &[Concept] = &[$(Concept::$name,)*];

            /// How many there are.
            pub const COUNT: usize = Concept::ALL.len();
        }
    };
}

concepts! {
    // What the claim is about.
    /// AI models, their data and their work.
    Ai,
    /// Words that belong to AI less surely: agents, tokens per second, data sets.
    AiWeak,
    /// Answers, outputs, work done.
    Result,
    /// Graphics cards and other accelerators.
    Gpu,
    /// Computing of any kind.
    Compute,
    /// Data that somebody may want to keep.
    Data,
    /// A ledger, a contract, a network, its nodes and tokens.
    Chain,
    /// Subjects that are the chain's own: transfers, wallets, block times.
    ChainOnly,

    // Privacy.
    /// Hidden, encrypted, confidential.
    Hide,
    /// AI work that is said to be private.
    PrivateAi,
    /// The data stay where they are.
    Local,
    /// Somebody who might look cannot.
    NoSee,
    /// Only updates travel, the data do not.
    Updates,
    /// Who asked cannot be linked to what was asked.
    Unlink,
    /// Federated learning.
    Federated,
    /// Enclaves.
    Enclave,
    /// Computing on ciphertext.
    Homomorphic,
    /// Computing among several parties on shares.
    Multiparty,
    /// Zero-knowledge proofs.
    ZeroKnowledge,
    /// Noise that bounds what leaks, and sums that hide their parts.
    Masking,
    /// The algorithm travels to the data.
    ToData,
    /// A secret or a request that is cut up among parties.
    Shares,

    // Verifiability.
    /// Verifiable, verified, can be checked.
    Verify,
    /// Proofs of what was computed.
    Proof,
    /// Attestation.
    Attest,
    /// Traces, audits, origin, transparency.
    Trace,
    /// The work is done again to compare.
    Recheck,
    /// Anyone may challenge a result.
    Dispute,
    /// The model or its answer cannot be swapped or altered.
    Integrity,
    /// Several give an answer and it must agree.
    Vote,
    /// A hash or commitment is recorded.
    Commit,
    /// The right model, run properly.
    Right,

    // Performance.
    /// Fast, low latency, high throughput.
    Fast,
    /// Cheap AI work.
    Cheap,
    /// Large models, large runs.
    Big,
    /// Little waste: utilisation, bandwidth, memory saved.
    Thrifty,
    /// AI work at scale.
    AiScale,
    /// Much computing power.
    Capacity,

    // Security.
    /// Stake, collateral, economic security.
    Stake,
    /// Slashing and other loss for misconduct.
    Slash,
    /// A record that cannot be rewritten.
    Immutable,
    /// Attacks and attackers.
    Attack,
    /// Cheating and those who cheat.
    Cheat,
    /// The operator or host is kept out.
    Host,
    /// A contract or the chain checks.
    Contract,
    /// Something happens on a chain or in a contract.
    OnChain,
    /// AI work makes blocks.
    Mining,

    // Scalability.
    /// Scales, at scale, elastic.
    Scale,
    /// Pooled, clustered, aggregated machines.
    Pool,
    /// Data centres and machines spread over the world.
    Sites,
    /// Side by side: shards, batches, pipelines.
    Parallel,
    /// Heavy work is kept off the chain.
    OffChain,
    /// Low fees.
    Fees,
    /// Small proofs, quick checks.
    Succinct,
    /// Less traffic, less storage, less overhead.
    Light,
    /// Very many users, nodes or requests.
    Many,

    // Decentralization.
    /// The bare word.
    Decentral,
    /// AI work itself is spread: decentralized training, decentralized AI.
    DecentralAi,
    /// No centre, owner, coordinator, middleman.
    NoCentre,
    /// Open to anyone.
    Open,
    /// Peers, peer to peer, swarms.
    Peers,
    /// Volunteers, home machines, idle consumer cards.
    Volunteers,
    /// Independent operators, many parties.
    Independent,
    /// Several parties, of whom nothing says that they are independent.
    Parties,
    /// Parties that do not trust each other.
    Distrust,
    /// Censorship and shutting out.
    Censor,
    /// Anyone can check.
    AnyoneChecks,

    // What takes an assertion away.
    /// Money raised, prices, token supply, income.
    Money,
    /// Partners, customers, listings, teams.
    Partner,
    /// What is to come, on some later date. A mission or a vision may still say what is asserted.
    Plan,
    /// Others and how they do it.
    Others,
    /// Something is wrong with it.
    Trouble,
    /// A limit of one's own work.
    Limit,
    /// The project speaks of itself.
    Own,
    /// A phrase whose words mean something else here.
    Mask,
}
