//! Words that take an assertion away or turn it: money, partners, plans, others and their troubles, own limits.

use super::concept::Concept::{self, Limit, Money, Others, Own, Partner, Plan, Trouble};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Money,
        "\
        % of .. revenue/fees/reward/rewards/supply/token/tokens/emission/emissions/treasury, 100x, a16z, airdrop*, \
        allocat*, allocation, apr, apy, awarded .. grant, \
        backed by .. capital/ventures/investor/investors/fund/labs, bull, burn* .. token/tokens/supply, buy back, \
        buyback, circulating, deflation*, dividends, early adopter, early backers, earn .. %, earn .. income, \
        earnings, emission, funding, fundraise*, gets/get/receive/receives/take/takes #, grant from, halving, ico, \
        ido, inflation, invested, investment, investor, listed on, listing, market cap, max supply, monetis*, \
        monetiz*, moon, multiplier, paid in, paid out, passive, passive income, payout, pays #, points, pre sale, \
        pre seed, presale, price of .. token, price target, profit, profits, \
        raise* .. million/billion/round/seed/funding/$*, referral, return on, revenue, reward/rewards .. paid, =roi, \
        royalt*, seed round, series a, series b, staking reward, supply of .. token/tokens, token price, \
        token supply, tokenomics, total supply, valuation, =vc, =vcs, venture capital, vest*, yield",
    ),
    (
        Partner,
        "\
        accelerator program, accepted into, adopted by, advisers, advisors, alumni, announced, announcement, \
        audited by, award, case study, chosen by, clients include, co founder, collaborat* with, community of #, \
        conference, customer, downloads, ecosystem of, ex google, followers, formerly, founded by, founder, \
        github stars, hackathon, headquarters, inception program, integrates with, integration with, led by, listed, \
        media, offices, partner*, phd, pilot with, press, selected, selected by, stars on, team of, teamed up, \
        teams up, used by, users so far",
    ),
    (
        Plan,
        "\
        =2026, =2027, =2028, =2030, aim to, aims to, aspire*, being built, coming soon, dream, envision*, \
        eventually, future version, future work, in development, in progress, in the future, later this year, \
        milestone, mission, next quarter, next year, not yet, on the roadmap, once .. launched, one day, phase 2, \
        phase three, phase two, plan to, plan/plans .. for, planned, plans to, =q1, =q2, =q3, =q4, roadmap, \
        some day, someday, soon, still to come, tomorrow, under development, upcoming, vision, when .. launches, \
        will be added, will become, will change, will redefine, will revolutioniz*, will transform, \
        work in progress, yet to",
    ),
    (
        Others,
        "\
        a blockchain cannot, a few .. companies/corporations/firms/giants/labs, a handful of, amazon, anthropic, \
        at present, aws, azure, black box, =blockchains .. cannot/can't/cant, \
        centralized .. provider/providers/platform/platforms/cloud/clouds/service/services/system/systems/company/companies/lab/labs/server/servers, \
        centralized ai, closed .. model/models/source/lab/labs, cloud giants, cloud providers, competitors, \
        conventional*, corporations, currently, developers face, =existing, few companies, few firms, google, \
        hyperscaler*, in practice, incumbent, legacy, meta, microsoft, monopol*, \
        most .. model/models/provider/providers/platform/platforms/users/ai/systems/companies/approaches, normally, \
        nowadays, openai, other networks, other platforms, other providers, =others, society, status quo, \
        tech giants, the field, the industry, today, traditional, traditionally, typical*, until now, up to now, \
        users face, usual, usually",
    ),
    (
        Trouble,
        "\
        abuse*, at the mercy, barrier, biased, blind trust, blindly trust, bottleneck, break/breaks, cannot know, \
        cannot/can't/cant .. run/train/host/afford, censor/censors .. users/content/models, challeng*, complex, \
        concentrat*, concern*, controlled by, costly, danger*, difficult*, dilemma, dominate*, dominated by, \
        drawback, expensive, expose/exposes .. user/users/data, exposed, fail/fails/failed/failing, failure, fear, \
        forced to, gap, had no, hallucinat*, hard to, harm*, has no, has to trust, have no, have to trust, hurt*, \
        kill/kills, lack/lacks/lacking/lacked, leak/leaks .. data/user/users, limit/limits/limited, locked, missing, \
        misuse*, must trust, need/needs .. be solved, no one knows, no way of, no way to, nobody knows, on faith, \
        opaque*, problem, prohibitive*, risk, risky, scarce, scarcity, shortage, shortcoming, silo, siloed, silos, \
        struggl*, suffer*, take .. word, tension, threat*, too costly, too expensive, too slow, trap/trapped, \
        unfair, unsolved, vulnerab*, waste/wastes/wasted, weakness, worr*",
    ),
    (
        Limit,
        "\
        adds .. latency, adds overhead, alone does not, alone is not, alpha, already hits, are centralized, \
        are limited, are slower, as of now, at the cost of, at the expense, at the moment, at your own risk, \
        beta software, beyond .. scope, blind spot, bottleneck remains, broken again, can leak, can pause, \
        can upgrade, \
        can/could/may/might still .. read/see/lie/cheat/forge/reconstruct/learn/look/be/steal/go/fail/leak/reorder/agree/collude, \
        cannot call it, cannot exclude, cannot guarantee, cannot prevent, caveat, costs more, costs time, \
        costs/cost .. times more than, could be lost, could leak, criticis*, critics, currently only, difficult to, \
        disabled by default, do not guarantee, do not protect, do not stop, do/does not say, do/does not tell, \
        does not claim, does not guarantee, does not prevent, does not protect, does not prove, does not stop, \
        does not support, does not verify, does/do not show/cover/tell, doubtful, downside, drawback, ends where, \
        experimental, fall/falls/fell short, far from, for next spring/year/quarter, for now, future work, \
        get/gets away with, gives you none, gives/give away, guarantee ends, \
        hard to .. recruit/find/scale/reach/guarantee/achieve/get/do/attract/keep/explain/sync*/train, \
        has not been shown, have to trust, impossible today, impractical*, in plain text, in the clear, \
        in theory only, in this version, infeasible, is centralized, is limited, is not activated, is probabilistic, \
        is slower, it is hard, it remains, lack/lacks .. memory/power/bandwidth/capacity, lag/lags behind, \
        leave aside, leave/leaves .. users waiting, left for future, limitation, limits/limit .. us/it/them, \
        lists .. next, makes no claim, may leak, might leak, might steal, must trust, no .. slashing, \
        no cryptographic, no guarantee, no one has .. shown, no protection, no support for, no way to check, \
        no way to stop, nobody has .. shown, none of the, not .. decentralized, not audited, \
        not been .. activated/enabled/implemented/tested/audited/shown/proved/proven, not claim, not confidential, \
        not cover/covers, not decentralized, not designed, not enabled, not encrypted, not fully, not guarantee*, \
        not intended, not meant for, not permissionless, not practical, not private, not protect, not suitable, \
        not suited, not support*, not the .. system/tool/place/right/choice, not trustless, not verifiable, \
        not verify, not yet, nothing is said, nothing prevents, offers no, on the roadmap, only in theory, \
        only works, open problem, open question, open to attack*, open to poisoning, order of magnitude smaller, \
        out of scope, out of the question, own risk, partly be recovered, prohibitive*, proof of concept, prototype, \
        proves nothing, provides no, questionable, relies on a trusted, \
        remain/remains .. challenge/challenging/open/hard/difficult/unsolved/unproven/central*/problem/minimal/small/limited/real/weak/vulnerable/unclear/slow/low, \
        remain/remains .. to be, remains to be seen, reorder, requires trust, rests on goodwill, \
        rules/rule out large, run out of memory, says nothing about, shortcoming, \
        single company .. operates/runs/controls, skeptic*, slower than, so far only, sound in concept, \
        sound in theory, stay centralized, \
        still .. rel*/depend*/central*/needs/need/requires/require/trust/trusts/see/sees/slow/early/small/limited/missing/lack/lacks/young, \
        still centralized, still on the roadmap, struggles, there is no .. guarantee, \
        too .. slow/expensive/costly .. for, too costly, too expensive, too heavy, too slow, trade off*, tradeoff*, \
        trust assumption, unaudited, uncertain, unclear, unencrypted, unlikely, unproven, unrealistic, unsupported, \
        untested, until .. is live, we do not claim, without slashing, works only, would take days, \
        would take weeks, yet to be, you trust",
    ),
    (
        Own,
        "\
        addresses, allows, brings, by contrast, changes that, enables, fixes, gives, here, in contrast, instead, \
        introduces, let, lets, makes, now, offers, our, our network, our protocol, platform, provides, solves, this, \
        we, with us",
    ),
];
