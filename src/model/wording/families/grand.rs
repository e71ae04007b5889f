//! Words of grandeur: metaphors of power, light, life, magic, gold and certainty, where a mechanism should stand.

use super::Damper::{Admits, Measured, Mechanism};
use super::{Family, Kind};

pub(super) const FAMILIES: &[Family] = &[
    Family {
        kind: Kind::Vision,
        why: "A grand image stands where the mechanism should be.",
        yields: &[Admits],
        rows: &[
            // Time.
            (4, "for|of|in|this|coming|next|our the? ..1 century|centuries|ages|millennium $"),
            (
                4,
                "engine|technology|invention|story|project|challenge|breakthrough|event of ..2 century|age|generation|time|era|epoch|lifetime|decade",
            ),
            (3, "coming|next decades|century|centuries|generations"),
            (3, "generations|ages|centuries to come"),
            (4, "dawn|birth|advent of ..2 @w"),
            (2, "is|was|being|are born !in|at|on|with"),
            (3, "will|shall|may|might|could be born"),
            (3, "timeless|ageless"),
            (4, "page|pages|course|wheel|arc of ..1 history"),
            (4, "of our time|times|age|century|era|generation|lifetime"),
            (
                4,
                "since|after ..1 the? ..1 web|internet|blockchain|computing|computers|bitcoin began|begin|started|existed|itself|invention",
            ),
            // Power.
            (4, "force of nature"),
            (3, "powerhouse|juggernaut|titan|colossus|behemoth|empire|supremacy|domination|beast|arsenal|unstoppable"),
            (4, "conquer*|dominate|dominates|dominating ..2 the|all|world|market|ai|industry|every"),
            (4, "take|takes|taking|took over ..1 the ..1 world|market|industry|internet|globe|planet|everything"),
            (4, "taking|takes|took ..1 the|by world|market|industry|storm by|storm"),
            (4, "rule|rules|conquer|conquers the world|future|market|galaxy"),
            // Life.
            (3, "heartbeat|lifeblood"),
            (3, "comes|come|brought|brings|bring ..2 to life"),
            (3, "rebirth|reborn|metamorphosis|resurrect*"),
            // Light, fire and earthquakes.
            (
                3,
                "lighthouse|ignit*|rocket|stratospheric|skyward|seismic|tectonic|earthquake|tsunami|catapult*|stardust|stellar|cosmic|galactic|interstellar",
            ),
            (
                3,
                "beacon|beacons of|for|in ..2 hope|light|freedom|truth|trust|privacy|humanity|innovation|world|darkness",
            ),
            (2, "propel*|horizon|horizons|odyssey|voyage|quest"),
            (3, "uncharted|unexplored|new ..1 territory|waters|land|continent|world|worlds"),
            // Magic and faith.
            (4, "crystal ball"),
            (4, "all seeing|knowing"),
            (
                4,
                "telepath*|automagical*|clairvoyan*|panacea|wizardry|sorcery|alchemy|prophe*|divine|heaven*|paradise|sacred|messiah|saviour|savior",
            ),
            (3, "superpower*|legend|legends|legendary|mythical|myth|hero|heroes|heroic"),
            // Freedom.
            (3, "tyranny|overlord*|shackles|manifesto|rebellion|uprising|oppress*|serfdom|slavery|enslav*"),
            (
                3,
                "constitution|parliament|republic|citizen|citizens|declaration of|for ..3 machine|machines|ai|agents|internet|intelligence|age",
            ),
            (3, "frees|freeing the? intelligence|humanity|ai|people|everyone|minds|mankind|of ..1 mind"),
            (3, "freedom for|to ..1 all|everyone|think|data|ai|intelligence"),
            (4, "hope of|for|remains ..2 @folk|ai|world|us|everyone|future"),
            (4, "the only|last|best|one hope|chance|salvation|defence|defense"),
            // Gold.
            (3, "treasure|treasures|lucrative|bonanza|eldorado|jackpot"),
            (3, "dividends|fruits|fruit of ..2 intelligence|ai|progress|revolution|future|humanity"),
            (3, "cash in|cows"),
            // Intelligence.
            (3, "genius|geniuses|wisest|mastermind|prodigy|polymath"),
            (2, "instinct|instincts|intuition"),
            (4, "brightest|finest|greatest|sharpest|best minds|brains|talents|thinkers"),
            // Perfection.
            (4, "pinnacle|masterpiece|impeccabl*|immaculate*|zenith|apotheosis|epitome|quintessence"),
            (4, "to|near perfection"),
            (3, "apex|jewel|gem|elite|holy|crowning|peerless"),
            (4, "money can buy"),
        ],
    },
    Family {
        kind: Kind::Vague,
        why: "It praises, and praise cannot be measured.",
        yields: &[Measured, Admits],
        rows: &[
            (
                4,
                "breathtaking*|dazzling*|glorious*|magnificent*|marvellous*|marvelous*|wondrous*|sublime|majestic*|awe|awesome|fabulous*|fantastic*|superb*|terrific|electrifying|thrilling|exhilarating|mesmeri*|jaw|unreal",
            ),
            (
                3,
                "wonderful*|mighty|relentless*|fearless*|ferocious*|explosive|formidable|delightful*|beautiful|gorgeous|ingenious*|exquisite*|unbeaten|uncanny|radiant|vibrancy",
            ),
            (
                2,
                "excellent|elegant|elegance|bold|boldest|daring|ambitious|passion*|inspir*|remarkabl*|impressive*|exciting|excited|thrilled",
            ),
            (2, "countless|innumerable|untold|myriads|uncountable"),
            (4, "oceans|galaxy|universe|mountains|treasure of ..1 @w"),
            (3, "peace of mind"),
            (3, "rest assured"),
            (4, "nothing to ..1 fear|worry|lose"),
            (3, "child's play|breeze"),
            (3, "just works"),
            (3, "without ..1 effort"),
            (4, "feels|feel|felt like ..3 magic|telepathy|future|one|home|human|nothing"),
            (3, "world of ..1 difference|possibilities|opportunity|opportunities"),
        ],
    },
    Family {
        kind: Kind::Absolute,
        why: "It claims a certainty that no argument is given for.",
        yields: &[Mechanism, Measured, Admits],
        rows: &[
            (4, "without|beyond|leaves ..1 a|any|no doubt|question|dispute|suspicion"),
            (3, "undoubtedly|doubtless|undeniabl*|indisputabl*|unquestionabl*|irrefutabl*|incontestabl*|unarguabl*"),
            (4, "undisputed|uncontested"),
            (3, "no|little doubt|question"),
            (3, "sure|certain|guaranteed|set to ..2 succeed|win|become|change|transform|dominate|lead|happen"),
            (4, "cannot|can't|never|could|impossibly ..1 happen|occur|exist|arise"),
            (4, "can|could do|but nothing|only ..1 but|rise|grow|gain|win"),
            (4, "not an|a ..1 option|luxury|choice|question but ..4"),
            (
                4,
                "the answer|cure|remedy|solution to|for ..3 all|every|everything|humanity|ai|world|problem|problems|crisis",
            ),
            (3, "cure|cures|panacea"),
            (4, "fix*|heal*|sav*|repair* ..1 the? ai|internet|web|finance|world|science|planet|society|democracy"),
            (2, "is|are now? dead"),
            (4, "death|funeral|demise|twilight of ..4"),
            (3, "doomed|extinct"),
            (4, "the right way to|of|for"),
            (4, "nothing ..1 like it|this|us"),
            (3, "@univ ..3 @univ , ..3 @univ"),
            (
                2,
                "everyone|anyone|everybody|nobody|everything|anything|always|never|forever , ..3 everyone|anyone|everything|anything|always|ever|forever|everywhere|anywhere|nothing",
            ),
            (3, "at|in every moment|turn|corner|respect|instant"),
            (3, "trust|faith|permission|humans|people ..2 no longer needed|required|necessary|matters"),
            (3, "nothing|none of|about ..3 lost|missing|wrong|left"),
        ],
    },
    Family {
        kind: Kind::Vision,
        why: "It speaks of the world and of the age, and of nothing that could be measured.",
        yields: &[Admits],
        rows: &[
            (
                3,
                "will|shall|to ..3 the? world|humanity|society|civilization|civilisation|mankind|everyone|everything $",
            ),
            (
                3,
                "steer*|run|runs|lead|leads|govern|governs|rule|rules|drives|drive|move|moves|carry|carries|change|changes|save|saves the ..1 world|planet|future|economy|age",
            ),
            (
                3,
                "piece|share|part|slice|owner|owners|stake of|in ..2 future|revolution|history|intelligence|tomorrow|destiny",
            ),
            (
                4,
                "transformative|disruptive|important|powerful|consequential|revolutionary ..1 technology|technologies|force|forces|invention|inventions|idea|shift|trend ..2 of|in|ever|since|our",
            ),
            (3, "great|greatest|two|mighty ..2 forces|revolutions|technologies ..1 of"),
            (
                2,
                "marriage|convergence|union|fusion|synthesis|merger of ..2 ai|blockchain|intelligence|crypto|artificial",
            ),
            (
                3,
                "think|thinks|act|acts|decide|decides|reason|reasons|learn|learns|evolve|evolves|grow|grows for|by|on themselves|itself|their|its ..1",
            ),
            (3, "the ..1 way ..1 world|people|humanity|humans|mankind|everyone|we ..5"),
            (2, "next wave|phase|stage|chapter|frontier of"),
            (3, "is|are about to change|transform|become|explode|disappear|take|shift|revolutionize|revolutionise"),
            (3, "everyone|everybody|all|society ..1 wins|benefits|profits|prospers|thrives"),
            (4, "win win"),
            (2, "the key|secret|heart|soul|home|answer of|to ..2"),
            (2, "pillar|pillars|bedrock of"),
            (
                3,
                "world|worlds|society|economy|internet|planet|future|humanity ..2 safer|fairer|freer|smarter|richer|better|open|just",
            ),
        ],
    },
    Family {
        kind: Kind::Absolute,
        why: "It covers every case, and no test covers them all.",
        yields: &[Mechanism, Measured, Admits],
        rows: &[
            (
                3,
                "every|all|each ..2 is|are true|correct|right|honest|fair|safe|genuine|trustworthy|flawless|reliable|possible",
            ),
            (
                3,
                "whatever|whoever|anyone|everyone|anything|everything that|who|with|has ..3 can ..1 train|run|do|solve|build|host|become|own any|anything|everything|all",
            ),
            (2, "can|could|will ..1 train|run|do|solve|build|host|answer|handle any|anything|everything"),
            (4, "nothing|anything less|short than|of"),
            (3, "by far"),
            (4, "hands down"),
            (3, "simply the|cannot|unbeatable|works|impossible|perfect|better"),
            (4, "in its|the ..1 purest form"),
            (3, "far|way|well beyond ..2 any|anything|what|human|the"),
            (2, "truly|genuinely @w"),
            (2, "extreme|extremely|extraordinarily|hugely|enormously|vastly"),
            (2, "^ no more @w"),
            (1, "of any kind|sort|size"),
            (1, "ever|massive|huge|enormous|gigantic|absolute|absolutely|totally"),
            (3, "natural|obvious|ideal|perfect choice|home|place|solution ..1 for|to"),
            (3, "your|our|my ..1 all|total|sole|full|complete|exclusive control"),
            (3, "totally|completely|entirely|fully|always under ..1 control"),
            (3, "all|every !at|in|on|of|for|to ..2 , all|every ..2"),
        ],
    },
    Family {
        kind: Kind::Superlative,
        why: "That nobody else does it would take a survey of everybody else.",
        yields: &[Measured, Admits],
        rows: &[
            (4, "we|us alone|only ..2"),
            (3, "we|ours alone"),
            (4, "only we|us !sign|store|need|keep|see|use|hold|collect"),
            (3, "^ only here|with|on ..1 do|does|will|can|us"),
            (4, "nowhere ..3 @w ..4 @cmp|@sup|such|so|as"),
            (2, "nowhere"),
            (
                4,
                "no|nobody one|company|project|team|network before|had|has|have ever? ..2 before|had|has|ever|brought|done|built|made|solved|managed|achieved",
            ),
            (4, "no one|company|project|team|network before"),
            (4, "nobody before"),
            (
                4,
                "others|rivals|competitors|everyone|rest|most ..8 we|here|ours|us ..4 all|both|every|do|does|deliver|already|don't|build|prove|get",
            ),
            (4, "while|where others|rivals|competitors|everyone ..3"),
            (3, "the pioneer|pioneers|trailblazers|visionaries|forerunner|forerunners"),
            (2, "pioneers|pioneer|pioneered|trailblazer"),
            (4, "keeps|keep|never|always ..1 growing|rising|increasing|multiplying|stops growing|rising"),
            (3, "give|gives|giving|lose|loses|losing up? none of"),
        ],
    },
];
