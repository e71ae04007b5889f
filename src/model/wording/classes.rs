//! The classes of words that the patterns speak of.

/// Each class and its words; a star stands for any ending.
pub(super) const CLASSES: &[(&str, &str)] = &[
    // Superlatives in one word. "Latest", "least" and "highest bidder" words are mostly the rules of a market and stay out.
    (
        "@sup",
        "largest biggest greatest best fastest quickest cheapest smartest strongest safest richest deepest broadest widest
         easiest simplest finest purest boldest cleverest smoothest fairest freest toughest leanest greenest brightest
         wisest hottest grandest mightiest densest speediest securest #1",
    ),
    ("@lead", "leading foremost premier top topmost preeminent flagship definitive ultimate"),
    // What is offered: a superlative before one of these praises the offer, one before "bid" or "miner" does not.
    (
        "@venture",
        "network networks platform* chain chains blockchain* protocol* marketplace* ecosystem* infrastructure*
         engine engines framework* community communities stack stacks project* grid grids mesh
         supercomputer* supercluster* computer exchange hub hubs fabric foundation* movement* company
         organisation* organization* alliance* collective* economy economies l1 l2 rollup*
         launchpad* toolkit* sdk product* internet intelligence web architecture* approach*
         alternative* destination* home ecosystem marketplaces solution* system systems technology technologies
         environment* superintelligence operating suite",
    ),
    ("@worlds", "world's planet's humanity's mankind's globe's earth's industry's web3's crypto's ai's universe's history's internet's"),
    ("@where", "world planet earth globe universe industry history existence galaxy cosmos"),
    ("@field", "web3 crypto ai blockchain defi depin industry sector space field ecosystem market class category cryptography computing"),
    (
        "@cmp",
        "more better faster cheaper safer stronger smarter fairer larger bigger quicker simpler easier richer deeper
         closer nearer greater finer purer smoother freer leaner wiser superior",
    ),
    ("@every", "any every all each everyone everybody anyone anybody anything everything"),
    (
        "@central",
        "central* web2 cloud clouds aws amazon google microsoft openai chatgpt gpt anthropic claude gemini hyperscaler*
         plaintext clear closed proprietary traditional conventional legacy native incumbent* bitcoin ethereum visa
         unencrypted big",
    ),
    (
        "@rival",
        "competitor* competition competing rivals incumbent* everyone everybody everything others humans human experts professionals
         analysts traders openai chatgpt gpt google amazon aws anthropic claude gemini microsoft nvidia centrali*
         hyperscaler* alternatives anything",
    ),
    (
        "@brand",
        "linux bitcoin ethereum android wikipedia amazon google uber airbnb visa swift nasdaq iphone netflix spotify youtube
         github stripe paypal napster bittorrent tor aws docker kubernetes chatgpt openai shopify alibaba tesla tcp",
    ),
    ("@hard", "completely totally absolutely perfectly utterly 100 wholly unconditionally permanently unbreakably eternally @pct100"),
    ("@soft", "fully entirely truly genuinely really radically purely inherently intrinsically"),
    (
        "@claimed",
        "secure* safe private anonymous trustless* decentrali* autonomous* sovereign transparent* fair unbiased reliable
         accurate immune untraceable invisible uncensor* independent automated confidential protected democratic honest
         neutral objective trustworthy open permissionless incorruptible scalable free censorship tamper* error",
    ),
    (
        "@ideal",
        "autonomy privacy security sovereignty freedom decentrali* ownership transparency anonymity fairness objectivity
         safety independence democracy liberty trust intelligence harmony equality reliability accuracy neutrality
         interoperability understanding protection
         confidentiality secrecy certainty resilience invisibility immunity",
    ),
    ("@ais", "ai ais agi agent agents machine machines robots model models algorithm* intelligence intelligences bots software"),
    ("@topic", "ai intelligence compute computing computation work finance money humanity internet web agents data trading healthcare commerce machine* agi research science blockchain* crypto defi web3 everything cloud infrastructure technology autonomous trust value ownership information innovation collaboration decentralized decentralised"),
    ("@folk", "humanity humankind mankind civilization* civilisation* humans"),
    ("@good", "potential possibilities promise opportunity opportunities creativity prosperity abundance greatness"),
    ("@gain", "return returns profit profits income yield yields earnings gains revenue revenues roi apy apr upside payout payouts"),
    ("@guarantee", "guarantee guarantees guaranteed guaranteeing assured assures ensured promise promises promised"),
    (
        "@llm",
        "gpt chatgpt openai claude anthropic gemini llama grok deepseek mistral qwen copilot",
    ),
    ("@made", "powered built based runs running using uses wraps wrapping plugging plugged plug driven built fuelled fueled calls calling tapping taps harnessing harnesses leveraging leverages integrating integrates connected connects"),
    (
        "@mind",
        "mind brain oracle genius superhuman sentient conscious thinking thinks understands brilliant intelligence smartest
         prophet guru expert mastermind analyst companion being self-aware",
    ),
    ("@trade", "sacrific* compromis*"),
    ("@corner", "security scalability decentrali* privacy speed performance trust trustless* scale efficiency quality sovereignty transparency safety openness latency accuracy cost control verifiability freedom convenience integrity"),
    ("@negator", "not never no without neither nor hardly cannot cant isn't aren't don't doesn't didn't won't can't wasn't couldn't wouldn't nobody none nothing rarely refrain* avoid* deny denies disclaim* instead"),
    // Signs of a measurement under stated conditions.
    (
        "@measured",
        "measured measurement* benchmark* median baseline* percentile p95 p99 dataset* testset averaged tokens resnet*
         mnist imagenet cifar* mmlu h100 h100s h200 h200s a100 a100s b200 rtx epyc xeon perplexity epsilon testnet points
         evaluated experiment* cpu cpus simulated simulation* seeds testbed controlled",
    ),
    // Named mechanisms that give flat guarantees.
    (
        "@mechanism",
        "zk zkml snark* stark* zksnark* circuit circuits sumcheck* lattice* enclave enclaves tee tees tdx sgx sev attest* fhe ckks tfhe homomorphic mpc
         shamir threshold* secret shares slashed slashing slash stake bond bonded collateral merkle hash hashes hashed ciphertext* encrypt* multisig
         quorum supermajority epsilon commitment* signature* signed signs key keys proof proofs prover* escrow contract contracts",
    ),
    // Signs that a sentence states a limit of what it offers.
    (
        "@admits",
        "overhead drawback* limitation* unsolved early-stage unsuited caveat* downside* costlier bottleneck* infeasible impractical unlikely",
    ),
    ("@contrast", "yet but though although however"),
    ("@downside", "slower costlier expensive longer less hours minutes heavy worse weaker fewer"),
    // Somebody else, who is said to promise or hold something.
    (
        "@others",
        "competitor* rivals others vendor incumbent* critic* marketers marketing companies corporations giants hyperscalers providers labs firms
         conglomerates vendors projects universities hospitals banks agencies institutions brochures adverts influencers whitepapers skeptics sceptics monopolies oligopoly regulators enthusiasts headlines",
    ),
    ("@says", "claim claims claimed promise promises promised boast boasts boasted say says said advertise* tout touts touted own owns control controls hold holds dominate dominates call calls market sell sells speak speaks pretend*"),
    // Words that put what follows at a distance.
    ("@modest", "theoretically hypothetically allegedly supposedly purportedly so-called unlike"),
    ("@univ", "all every any everyone everybody everything anyone anything nothing nobody always never ever forever everywhere anywhere"),
    ("@month", "january february march april may june july august september october november december"),
];
