//! Intensifiers, calls to join, and the mild words that only weigh together.

use super::Damper::{Admits, Measured, Mechanism};
use super::{Family, Kind};

pub(super) const FAMILIES: &[Family] = &[
    Family {
        kind: Kind::Vague,
        why: "It praises instead of saying how much.",
        yields: &[Measured, Admits],
        rows: &[
            (
                4,
                "so monumental|powerful|vast|profound|great|huge|revolutionary|immense|important|fundamental|big|advanced ..2 that|we|no|it",
            ),
            (4, "so monumental|profound|immense|revolutionary"),
            (
                3,
                "monumental*|staggering*|astonishing*|astounding*|incredibl*|unbelievabl*|extraordinar*|amazing*|phenomenal*|spectacular*|insane|insanely|stunning*|jaw|mind dropping|blowing",
            ),
            (
                4,
                "monumental*|staggering*|astonishing*|astounding*|incredibl*|unbelievabl*|extraordinar*|amazing*|phenomenal*|spectacular*|insane|insanely|stunning*|epic|supreme",
            ),
            (4, "mind blowing|bending"),
            (4, "jaw dropping"),
            (4, "unimaginabl*|inconceivabl*|unfathomabl*|miracle*|miraculous*"),
            (4, "magic|magical*"),
            (
                3,
                "immense|colossal|tremendous|enormous|gigantic|vast|massive|immeasurable|exceptional potential|opportunity|opportunities|power|impact|value|leap|scale|change|benefits|growth|speed|performance",
            ),
            (
                2,
                "immense*|tremendous*|exceptional*|outstanding*|immeasurabl*|profound*|radical*|brilliant*|superior|ultimate",
            ),
            (4, "the ultimate @w"),
            (
                2,
                "ultra|hyper|super|mega fast|secure|cheap|efficient|smart|scalable|powerful|scale|intelligent|low|private|intelligence",
            ),
            (2, "orders magnitude"),
            (2, "dramatic*|drastic*|vastly|massively|exponential* @cmp|lower|reduc*|increas*|improv*|cut*|boost*"),
        ],
    },
    Family {
        kind: Kind::Vague,
        why: "It calls to join in, and asserts nothing.",
        yields: &[],
        rows: &[
            (4, "say|says|wave goodbye|farewell to"),
            (4, "goodbye|farewell to|, ..3"),
            (4, "^ forget ..5"),
            (4, "^ imagine"),
            (4, "^ welcome to"),
            (3, "^ meet ..4"),
            (4, "join ..2 revolution|movement|future|us"),
            (3, "be|become|becoming ..1 part of ..2 revolution|future|movement|history|something|next|new"),
            (3, "why settle|wait|trust|rent"),
            (4, "gone are"),
            (4, "days|age|era|reign|monopoly|rule ..6 is|are|has|have|now over|numbered|ends|ended|ending"),
            (
                4,
                "mistake|take|not|just|merely|isn't|is ..2 one|just|yet|another more|another|one|a ..2 chatbot|chain|token|blockchain|network|project|platform|tool|protocol|agent|bot",
            ),
            (3, "more than just|merely|another ..1"),
            (
                3,
                "more than a chain|network|platform|protocol|token|tool|project|chatbot|product|company|wallet|marketplace",
            ),
            (2, "next level"),
            (2, "ever dreamed|dreamt|imagined|wanted|need|needed|wished"),
            (4, "all|everything|only you|anyone|we ..1 will? ever? need|needs|dreamed|wanted|want"),
            (3, "crown|throne|king|queen|reign|reigns"),
            (3, "blind faith|trust|dreamers|believers"),
            (3, "math|mathematics|code|cryptography in|is|replaces ..1 charge|law|king|trust|faith"),
            (3, "free from ..2 all|any|every"),
            (3, "dream|dreams of"),
            (2, "unlock*|empower*|unleash*"),
        ],
    },
    Family {
        kind: Kind::Buzzword,
        why: "A word of praise that fits any product; alone it is mild, in company it stands for content.",
        yields: &[Mechanism, Measured, Admits],
        rows: &[
            (
                1,
                "seamless*|effortless*|frictionless*|robust|powerful|innovative|sophisticated|dynamic|vibrant|thriving|holistic|premium|synerg*|harness*|empower*|visionary|intelligent|smart|smarter|smartly|bespoke|elegant*|advanced|empowering",
            ),
            (1, "cutting|bleeding edge"),
            (1, "next generation|gen|level"),
            (1, "state of the art"),
            (1, "enterprise|military|bank|institutional|production|consumer grade"),
            (1, "ai driven|powered|first|native|enhanced"),
            (1, "at scale"),
            (1, "sovereign|sovereignty"),
            (1, "trustless*"),
            (1, "self sovereign|custodial|driving"),
            (1, "super fast|app|easy"),
            (2, "super|hyper|ultra charged|charge|charges|modern"),
        ],
    },
];
