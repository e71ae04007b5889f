//! Promised returns, and intelligence that is bought in.

use super::Damper::Admits;
use super::{Family, Kind};

pub(super) const FAMILIES: &[Family] = &[
    Family {
        kind: Kind::Returns,
        why: "Nobody can promise money that the market has yet to pay.",
        yields: &[Admits],
        rows: &[
            (4, "@guarantee ..3 @gain"),
            (4, "@gain|growth|success ..3 guaranteed|assured"),
            (4, "risk free|less ..2 @gain|money|trading"),
            (4, "passive|effortless ..2 @gain|wealth|money|earning"),
            (4, "earn*|profit* ..3 passively|effortlessly|forever|endlessly|automatically|risk free?"),
            (
                4,
                "steady|reliable|constant|ever|growing|continuous|effortless|lifelong|consistent|predictable growing? @gain",
            ),
            (2, "stable|extra|sustainable|automatic|real @gain"),
            (
                3,
                "high|huge|massive|substantial|outsized|handsome|lucrative|extraordinary|exceptional|superior|maximum|attractive|incredible|consistent|best|life|generous ..1 @gain|rewards",
            ),
            (3, "maximis*|maximiz*|boost*|multipl*|skyrocket* ..2 @gain|wealth|portfolio|capital|investment|holdings"),
            (4, "while|as|when|even ..1 you|they|owner|owners|holders|users|everyone ..1 sleep|sleeps|asleep"),
            (4, "without lifting|raising|moving"),
            (4, "financial|economic freedom|independence|liberation"),
            (3, "wealth|riches|jackpot|goldmine|windfall"),
            // What costs a fortune promises none.
            (3, "make|makes|made|making|earn*|win|wins|winning|your|into|amass*|new|of ..2 fortune|fortunes !of"),
            (4, "generational wealth|opportunity"),
            (4, "get|makes|make|making|become ..3 rich|wealthy|millionaire|millionaires"),
            (4, "to the moon"),
            (3, "share|stake|exposure in|to ..2 growth|rise|success|upside"),
            (4, "gold rush|mine"),
            (4, "print*|prints money|cash"),
            (4, "money printer|machine"),
            (
                4,
                "multipl*|doubl*|tripl*|grow|grows ..2 money|investment|capital|balance|savings|wealth|portfolio|stake !according",
            ),
            (4, "@x5 ..1 @gain|your|potential|gem|opportunity|token|money|investment"),
            (
                4,
                "many|several|@n10|ten|hundred|thousand times ..4 investment|stake|invested|put|paid|money|entry|stakes",
            ),
            (
                4,
                "price|value|token|coin|tokens ..3 will|must|bound|certain|only ..3 rise|up|grow|increase|climb|soar|appreciate|moon|explode|skyrocket|higher",
            ),
            (3, "soar*|skyrocket*|exploding|explodes|exploded|moons|mooning"),
            (2, "drive|drives|driving|push|pushes ..4 price|value ..2 up|higher|growth"),
            (
                4,
                "early|first ..1 adopter*|holder*|investor*|buyer*|backer*|movers|believers|supporters ..4 earn*|gain*|profit*|reap*|benefit|win|rewarded|set|many|multipl*|make|rich|most",
            ),
            (4, "beat|beats|beating|outperform*|outsmart* ..1 market|markets|wall"),
            (4, "always|never|cannot|only|can't ..1 win|wins|loses|lose|profit|profits|rises|up"),
            (
                3,
                "predict*|forecast*|foresee*|foretell*|knows|anticipat*|calls ..4 market|markets|price|prices|trend|trends|future|pump|crash ..3 before|with|right|accura*|perfect*|flawless*|certain*|every|always|unerring*",
            ),
            (
                3,
                "predict*|foresee*|foretell*|anticipat* ..1 every|all|any|each|everything|the ..1 move|moves|market|future|tomorrow|trend|everything",
            ),
            (
                3,
                "knows|sees|predicts|spots every|all|everything|any|the|what ..2 token|coin|market|trend|trade|opportunity|move|moves|future|tomorrow",
            ),
            (3, "@pct ..3 apy|apr|return|returns|yield|yields|roi|monthly|profit|profits|gain|gains"),
            (
                4,
                "earn*|gain*|make*|yield*|return*|guarante*|pay*|bring* ..4 @pct ..3 apy|apr|return|returns|yield|roi|monthly|profit|month|week|day",
            ),
            (3, "@pct a|per|each|every day|week|month"),
            (3, "apy|apr|yield|yields|returns|roi|profits ..3 @pct"),
            (4, "watch ..3 grow|rise|multiply|soar|flow|roll"),
            (4, "don't miss|wait"),
            (4, "last|once chance|in ..2 lifetime"),
            (3, "before it ..2 too late"),
            (3, "get|gets|come|comes|buy|buys|join|joins|jump|jumps in|on|aboard ..1 early|now|today|before|first"),
            (3, "harvest|harvests|reap|reaps ..4 for|years|rewards|fruits|gains|life|forever|benefits"),
            (
                4,
                "turn|turns|turning|make|makes|convert|converts|transforms ..5 into|out ..2 gold|fortune|fortunes|wealth|millions|profit|profits|cash|money|goldmine|riches",
            ),
            (3, "small|little|few|tiny|modest sums|money|change|savings|stakes ..1 into"),
            (1, "around the clock"),
            (3, "next bitcoin|ethereum|nvidia|100x|1000x|big"),
        ],
    },
    Family {
        kind: Kind::Wrapper,
        why: "The intelligence is somebody else's model behind an API, and what is added is not said.",
        yields: &[Admits],
        rows: &[
            (4, "@made ..3 @llm ~6 @mind|revolution*|unlock*|redefin*|unprecedented|limitless|own|first"),
            (4, "@mind|revolution*|proprietary|first|unlock*|redefin* ~8 @made ..3 @llm"),
            (3, "newest|latest|strongest|best ..2 model|models ..4 give*|become*|turn*|superhuman"),
            (2, "@made by|on|with|in|into ..2 @llm"),
            (4, "our|its|own|proprietary ..1 superintelligence|brain|mind|genius|oracle|ai|intelligence ~10 @llm"),
            (3, "own|proprietary ..1 ai|brain|intelligence|superintelligence|mind !model"),
            (3, "ai|agent|model|oracle does|takes|handles|care ..2 rest|everything|all"),
        ],
    },
];
