//! Words that take an assertion away or turn it: money, partners, plans, others and their troubles, own limits.

use super::concept::Concept::{self, Limit, Money, Others, Own, Partner, Plan, Trouble};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Money,
        "\
        % of .. revenue/fees/reward/rewards/supply/token/tokens/emission/emissions/treasury, 100x, a16z, airdrop*, \
        allocat*, allocation, apr, apy, awarded .. grant, backed by .. capital/ventures/investor/investors/fund/labs, \
        bull, burn* .. token/tokens/supply, buy back, buyback, circulating, deflation*, dividends, early adopter, \
        early backers, earn .. %, earn .. income, earnings, emission, funding, fundraise*, \
        gets/get/receive/receives/take/takes #, grant from, halving, ico, ido, inflation, invested, investment, \
        investor, listed on, =listing, =listings, market cap, max supply, monetis*, monetiz*, moon, multiplier, \
        paid in, paid out, passive, passive income, payout, pays #, points, pre sale, pre seed, presale, \
        price of .. token, price target, profit, profits, raise* .. million/billion/round/seed/funding/$*, referral, \
        return on, revenue, reward/rewards .. paid, =roi, royalt*, seed round, series a, series b, staking reward, \
        supply of .. token/tokens, token price, token supply, tokenomics, total supply, valuation, =vc, =vcs, \
        venture capital, vest*, yield",
    ),
    (
        Partner,
        "\
        accelerator program, accepted into, adopted by, advisers, advisors, alumni, announced, announcement, \
        audited by, award, case study, chosen by, clients include, co founder, collaborat* with, community of #, \
        conference, customer, # downloads, ecosystem of, ex google, followers, formerly, founded by, founder, \
        github stars, hackathon, headquarters, inception program, integrates with, integration with, led by, \
        =listed on, media, offices, partner*, phd, pilot with, press, selected, selected by, stars on, team of, \
        teamed up, teams up, used by, users so far",
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
        a blockchain cannot, a few .. companies/corporations/firms/giants/labs, a handful of, \
        a handful of .. firms/companies/labs/corporations/giants, amazon, anthropic, \
        at present .. providers/users/models/ai/people/companies, aws, azure, big .. labs/companies/providers/firms, \
        big labs, black box, =blockchains .. cannot/can't/cant, \
        centralized .. provider/providers/platform/platforms/cloud/clouds/service/services/system/systems/company/companies/lab/labs/server/servers, \
        centralized ai, closed .. model/models/source/lab/labs, cloud giants, cloud providers, competitors, \
        conventional*, corporations, currently .. providers/users/models/ai/people/companies, developers face, \
        everyone else, =existing, few companies, few firms, google, hyperscaler*, incumbent, large labs, legacy, \
        many projects, microsoft, monopol*, \
        most .. model/models/provider/providers/platform/platforms/users/ai/systems/companies/approaches, \
        most projects, nowadays, openai, other chains, other networks, other platforms, other projects, \
        other providers, =others .. are/have/do/ask/charge/cannot/must/only/still/leave, status quo, tech giants, \
        the field, the industry, the large labs, today, traditional, traditionally, typical*, until now, up to now, \
        users face, usually",
    ),
    (
        Trouble,
        "\
        abuse*, are slow, at the mercy, barrier, biased, blind trust, blindly trust, bottleneck, break/breaks, \
        cannot know, cannot/can't/cant .. run/train/host/afford, censor/censors .. users/content/models, challeng*, \
        complex, concentrat*, concern*, controlled by, costly, danger*, difficult*, dilemma, dominate*, dominated by, \
        drawback, expensive, expose/exposes .. user/users/data, exposed, fail/fails/failed/failing, failure, fear, \
        forced to, gap, had no, hallucinat*, hard to, harm*, has no, has to trust, have no, have to trust, hurt*, \
        is slow, kill/kills, lack/lacks/lacking/lacked, leak/leaks .. data/user/users, limit/limits/limited, locked, \
        missing, misuse*, must trust, need/needs .. be solved, no one knows, no way of, no way to, nobody knows, \
        on faith, opaque*, problem, prohibitive*, risk, risky, scarce, scarcity, shortage, shortcoming, silo, siloed, \
        silos, so far, struggl*, suffer, suffer*, suffers, take .. word, tension, threat*, too costly, too expensive, \
        too slow, trap/trapped, unfair, unsolved, useless, vulnerab*, waste/wastes/wasted, weakness, worr*",
    ),
    (
        Limit,
        "\
        a drawback, adds .. latency, adds overhead, all of them ours, all ours, all run by us, alone does not, \
        alone is not, alpha stage, alpha version, already hits, although not, are centralized, are limited, \
        are no help, are not checked, are slower, as of now, at the cost of, at the expense, at the moment, \
        at this stage, at your own risk, before others can, belong/belongs to us, beta software, blind spot, \
        broken again, can leak, can not promise, can pause, can upgrade, \
        can/could/may/might still .. read/see/lie/cheat/forge/reconstruct/learn/look/be/steal/go/fail/leak/reorder/agree/collude, \
        can/could/may/might still be .. inferred/guessed/identified/seen/traced/linked/read/recovered/extracted, \
        cannot call it, cannot exclude, cannot guarantee, cannot prevent, cannot promise, cannot rule out, \
        cannot say that/whether, caveat, costs/cost .. times more than, could be lost, could leak, criticis*, critics, \
        currently only, difficult to, disabled by default, do not guarantee, do not hide, do not know whether, \
        do not paste/send/use/rely/expect/upload, do not protect, do not scale, do not stop, do nothing, \
        do/does not address/solve/handle/attempt/try/measure/evaluate/treat/hide/help/speed/change/stop/keep/prevent, \
        do/does not check/verify/prove/protect/guarantee/encrypt, do/does not say, do/does not tell, \
        do/does nothing for/against/about/to, does not claim, does not extend to, does not guarantee, does not hide, \
        does not prevent, does not protect, does not prove, does not scale, does not stop, does not support, \
        does not verify, does nothing, does/do not show/cover/tell, doubtful, early version, ends at, ends where, \
        experimental, fall/falls/fell short, far from, for next spring/year/quarter, for now, for the time being, \
        future work, get/gets away with, gives you none, gives/give away, guarantee ends, \
        hard to .. recruit/find/scale/reach/guarantee/achieve/get/do/attract/keep/explain/sync*/train, \
        has not been .. measured/tested/evaluated/reviewed, has not been shown, \
        have not .. measured/tested/proven/evaluated/shown/tried, have to trust, have to trust us, impossible today, \
        impractical*, in alpha, in plain text, in simulation only, in theory only, in this release, in this version, \
        incomplete, infeasible, is alpha, is centralized, is limited, is no help, is not activated, is not checked, \
        is probabilistic, is slower, is young, it is hard, it remains, its downside, \
        lack/lacks .. memory/power/bandwidth/capacity, lag/lags behind, leave aside, leave/leaves .. users waiting, \
        left for future, left open, limitation, limits/limit .. us/it/them, lists .. next, \
        make/makes/give/gives/offer/offers no promise/promises/guarantee/guarantees/claim/claims, makes no claim, \
        may leak, might leak, might steal, most of them ours, must trust, no .. slashing, no answer to, \
        no cryptographic, no guarantee, no match for, no one has .. checked/verified, no one has .. shown, no promise, \
        no protection, no slashing, no substitute for, no support for, no way of knowing, no way to check, \
        no way to stop, nobody has .. shown, none of the, not .. decentralized, not .. recommend*, \
        not a network/community/swarm/cluster, not audited, \
        not been .. activated/enabled/implemented/tested/audited/shown/proved/proven, \
        not been measured/tested/proven/reviewed/evaluated, not checked in any, not claim, not confidential, \
        not cover/covers, not covered, not decentralized, not designed, not enabled, not encrypted, \
        not feasible/viable/possible/available/realistic/planned, not finished, not fully, not guarantee*, \
        not intended, not meant for, not open to, not open yet, not permissionless, not practical, not private, \
        not promise, not proof against, not protect, not replace/replaces, not resist*, not run by, not scale, \
        not solved, not suitable, not suited, not support*, not the .. system/tool/place/right/choice, not trustless, \
        not verifiable, not verify, not yet, nothing in .. shows/proves/suggests, nothing is said, nothing prevents, \
        nothing stops/prevents/keeps/hinders/forbids, of no help, offers no, on paper only, on the roadmap, \
        one .. in our office, one drawback, only .. on paper, only .. simulat*, only in theory, only one .. so far, \
        only works, open issue, open problem, open question, open to attack*, open to poisoning, operated by us, \
        order of magnitude smaller, our own servers, out of scope, out of the question, \
        outside .. reach/scope/control, own risk, partly be recovered, pass/passes .. in plain text, please do not, \
        prohibitive*, promise/promises/guarantee/guarantees none/nothing/no, proof of concept, prototype, \
        proves nothing, provides no, questionable, relies on a trusted, \
        remain/remains .. challenge/challenging/open/hard/difficult/unsolved/unproven/central*/problem/minimal/small/limited/real/weak/vulnerable/unclear/slow/low, \
        remain/remains .. to be, remain/remains/stay/stays so until, remains to be seen, reorder, requires trust, \
        rests on goodwill, rules/rule out large, run by us, run out of memory, \
        say/says/tell/tells/prove/proves nothing on/of/about/whether, says nothing about, \
        sent/read/readable/visible/stored/kept/seen/transmitted/go/goes/travel/travels/arrives .. in the clear, \
        shortcoming, show/shows nothing about/on, single company .. operates/runs/controls, single/one box, skeptic*, \
        slower than, so far no, so far only, so far under one, sound in concept, sound in theory, stay centralized, \
        stay so until, \
        still .. rel*/depend*/central*/needs/need/requires/require/trust/trusts/see/sees/slow/early/small/limited/missing/lack/lacks/young, \
        still alpha, still centralized, still on the roadmap, stops at, struggles, take our word, the downside, \
        the drawback, there is no .. guarantee, though not, thousand times slower, # times slower, times slower than, \
        too .. slow/expensive/costly .. for, too costly, too expensive, too heavy, too slow, trade off*, tradeoff*, \
        trust assumption, trust us, unaudited, unclear, under one operator, unencrypted, unfinished, unlikely, \
        unproven, unrealistic, unsolved, unsupported, untested, until .. is live, \
        until .. is through/done/over/ready/finished, we cannot say/tell/promise/guarantee/claim, we do not claim, \
        we know of no, we promise none, will be introduced, will stay so, without slashing, works only, \
        would take days, would take weeks, yet to be, you trust",
    ),
    (
        Own,
        "\
        addresses, allows, brings, by contrast, changes that, enables, fixes, gives, here, in contrast, instead, \
        introduces, let, lets, makes, now, offers, our, our network, our protocol, platform, provides, solves, this, \
        we, with us",
    ),
];
