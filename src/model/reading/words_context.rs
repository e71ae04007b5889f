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
        paid in, paid out, passive, passive income, payout, pays #, =points, pre sale, pre seed, presale, \
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
        being built, coming soon, in development, later this year, next quarter/spring/summer/autumn/winter/year, \
        phase two/three/2/3, =planned, under development, upcoming",
    ),
    (
        Others,
        "\
        a blockchain cannot, a few .. companies/corporations/firms/giants/labs, a handful of, \
        a handful of .. firms/companies/labs/corporations/giants, amazon, anthropic, \
        at present .. providers/users/models/ai/people/companies, aws, azure, big .. labs/companies/providers/firms, \
        big labs, big tech, big three, black box, =blockchains .. cannot/can't/cant, blockchains have/cannot, \
        centralized .. provider/providers/platform/platforms/cloud/clouds/service/services/system/systems/company/companies/lab/labs/server/servers, \
        centralized ai, closed .. model/models/source/lab/labs, closed api/apis, cloud giants, cloud providers, \
        competitors, conventional*, corporations, currently .. providers/users/models/ai/people/companies, \
        developers face, everyone else, =existing, few .. monopolies, few companies, few firms, giants, google, \
        hyperscaler*, incumbent, large labs, legacy, many projects, microsoft, monopol*, \
        most .. model/models/provider/providers/platform/platforms/users/ai/systems/companies/approaches, \
        most projects, nowadays, oligopol*, openai, other chains, other networks, other platforms, other projects, \
        other providers, =others .. are/have/do/ask/charge/cannot/must/only/still/leave, rent seekers, \
        rollups .. today, rollups cannot, smart contracts cannot/have, status quo, tech giants, the field, \
        the industry, the large labs, three/four/five/few .. giants/clouds/monopolies, today, today .. whoever, \
        traditional, traditionally, transformers cannot, typical*, universities are, until now, up to now, \
        users face, usually, whoever .. today",
    ),
    (
        Trouble,
        "\
        abuse*, are slow, at the mercy, barrier, biased, bleed dry, blind trust, blindly trust, bottleneck, \
        break/breaks, cannot know, cannot/can't/cant .. run/train/host/afford, \
        censor/censors .. users/content/models, censored, challeng*, choke*, complex, concentrat*, concern*, \
        controlled by, costly, danger*, decide/decides .. what, dictate*, difficult*, dilemma, dominate*, \
        dominated by, drawback, expensive, expose/exposes .. user/users/data, exposed, \
        extract/extracts .. value/rent/from, fail/fails/failed/failing, failure, fear, forced to, gap, gouge*, \
        had no, hallucinat*, hard to, harm*, has no, has to trust, have no, have to trust, hoard*, hog/hogs, hurt*, \
        in the hands of, is slow, kill/kills, lack/lacks/lacking/lacked, leak/leaks .. data/user/users, \
        limit/limits/limited, locked, log/logs .. every, margin of, missing, misuse*, monopol*, must trust, \
        need/needs .. be solved, no one knows, no way of, no way to, nobody knows, oligopol*, on faith, opaque*, \
        out of reach, overcharg*, overnight, overpriced, priced out, problem, prohibitive*, \
        push/pushes/drive/drives up, push/pushes/pushed/drive/drives/driving .. price/prices/cost/costs .. up, \
        queueing, queuing, raise/raises .. price/prices, rent seeking, risk, risky, scarce, scarcity, shortage, \
        shortcoming, silo, siloed, silos, so far, squeeze/squeezes .. out, stifle*, struggl*, suffer, suffer*, \
        suffers, surveil*, take .. word, tension, threat*, too costly, too expensive, too slow, trap/trapped, unfair, \
        unsolved, useless, vulnerab*, waste/wastes/wasted, weakness, whatever .. charge/charges/asks/want, \
        without consent, without their consent, worr*",
    ),
    (
        Limit,
        "\
        a drawback, adds .. latency, adds overhead, all of them ours, all ours, all run by us, alone does not, \
        alone is not, alpha stage, alpha version, already hits, although not, are centralized, are limited, \
        are no help, are not checked, are slower, as long as .. cost/costs/cannot/remain/remains, as of now, \
        as soon as .. outgrow/outgrows/exceeds, at the cost of, at the expense, at the moment, at this stage, \
        at your own risk, attack/attacks .. recover/recovers/reconstruct/reconstructs/succeeds/extract/extracts, \
        becomes .. sluggish/unusable/deficient/unstable/impractical, before others can, belong/belongs to us, \
        beta software, blind spot, brings .. trouble/problem/problems/risk/risks .. own, broken again, \
        can be put together, can leak, can not promise, can pause, can upgrade, \
        can/could/may/might be .. forged/faked/bypassed/evaded/removed/circumvented/spoofed/tricked/fooled/replayed/reverse, \
        can/could/may/might still .. read/see/lie/cheat/forge/reconstruct/learn/look/be/steal/go/fail/leak/reorder/agree/collude, \
        can/could/may/might still be .. inferred/guessed/identified/seen/traced/linked/read/recovered/extracted, \
        cannot call it, cannot exclude, cannot guarantee, cannot prevent, cannot promise, cannot rule out, \
        cannot say that/whether, caveat, collude .. get through, colluding .. get/gets through, \
        costs/cost .. times more than, could be lost, could leak, covers only, criticis*, critics, currently only, \
        degrade/degrades .. badly/quickly/sharply, difficult to, disabled by default, do not guarantee, do not hide, \
        do not know whether, do not paste/send/use/rely/expect/upload, do not protect, do not scale, do not stop, \
        do nothing, \
        do/does not address/solve/handle/attempt/try/measure/evaluate/treat/hide/help/speed/change/stop/keep/prevent, \
        do/does not check/verify/prove/protect/guarantee/encrypt, do/does not say, do/does not tell, \
        do/does nothing for/against/about/to, do/does/did not hold up, does not claim, does not extend to, \
        does not guarantee, does not hide, does not prevent, does not protect, does not prove, does not scale, \
        does not stop, does not support, does not verify, does nothing, does/do not show/cover/tell, doubtful, \
        early version, ends at, ends where, experimental, fall/falls/fell short, far from, \
        fewer than .. applications/projects/teams/networks/models, for next spring/year/quarter, for now, \
        for the time being, for toys, futile, future work, get/gets away with, get/gets/getting past us/it, \
        gives you none, gives/give away, gives/give away parts, guarantee ends, hard coded, \
        hard to .. recruit/find/scale/reach/guarantee/achieve/get/do/attract/keep/explain/sync*/train, \
        hardly any/few .. application/applications/project/projects/team/teams, \
        has not been .. measured/tested/evaluated/reviewed, has not been shown, has/have/had stayed/remained ... few, \
        have not .. measured/tested/proven/evaluated/shown/tried, have to trust, have to trust us, \
        hold/holds/held up the whole, impossible today, impractical*, in alpha, in plain text, in simulation only, \
        in theory only, in this release, in this version, incomplete, infeasible, invites .. abuse, is alpha, \
        is centralized, is limited, is no help, is not activated, is not checked, is probabilistic, is slower, \
        is young, is/are/does not measured, it is hard, it remains, its downside, \
        keep .. out of .. public/swarm/network, lack/lacks .. memory/power/bandwidth/capacity, lag/lags behind, \
        leave aside, leave/leaves .. users waiting, left for future, left open, left out of, limitation, \
        limits/limit .. us/it/them, lists .. next, loses too much, \
        make/makes/give/gives/offer/offers no promise/promises/guarantee/guarantees/claim/claims, makes it pointless, \
        makes no claim, may leak, meant for tests/testing, mere hmac, might leak, might steal, most of them ours, \
        must trust, no .. slashing, no answer to, no application can, no cryptographic, no fun, no guarantee, \
        no longer .. secret/private/hidden/safe/confidential, no match for, no one has .. checked/verified, \
        no one has .. shown, no promise, no protection, no slashing, no substitute for, no support for, \
        no way of knowing, no way to check, no way to stop, nobody has .. shown, none of the, not .. decentralized, \
        not .. ready for, not .. recommend*, not a network/community/swarm/cluster, not audited, \
        not been .. activated/enabled/implemented/tested/audited/shown/proved/proven, \
        not been measured/tested/proven/reviewed/evaluated, not checked in any, not claim, not confidential, \
        not cover/covers, not covered, not decentralized, not designed, not enabled, not encrypted, \
        not feasible/viable/possible/available/realistic/planned, not finished, not for production, not fully, \
        not guarantee*, not hold up, not intended, not meant for, not open to, not open yet, not permissionless, \
        not practical, not private, not promise, not proof against, not protect, not replace/replaces, not resist*, \
        not run by, not scale, not solved, not suitable, not suited, not support*, \
        not the .. system/tool/place/right/choice, not to be relied, not to be trusted with, not trustless, \
        not verifiable, not verify, not yet, nothing in .. shows/proves/suggests, nothing is said, nothing prevents, \
        nothing stops/prevents/keeps/hinders/forbids, of no help, offers no, on paper only, on the roadmap, \
        one .. in our office, one drawback, only .. on paper, only .. simulat*, only .. testing/tests, only covers, \
        only in theory, only one .. so far, only protects, only works, open issue, open problem, open question, \
        open to attack*, open to poisoning, operated by us, order of magnitude smaller, our own servers, \
        out of scope, out of the question, outside .. reach/scope/control, own risk, partly be recovered, \
        pass/passes .. in plain text, \
        peers/peer/hosts/host/nodes/node/server/operators .. may/might .. read/see/change/alter, \
        peers/peer/hosts/host/nodes/node/server/operators/operator/clients .. can/may/could/might .. recover/reconstruct/maliciously, \
        perform/performs/performed poorly, please do not, pointless, preserve of, prohibitive*, \
        promise/promises/guarantee/guarantees none/nothing/no, proof of concept, prototype, proves nothing, \
        provides no, questionable, relies on a trusted, \
        remain/remains .. challenge/challenging/open/hard/difficult/unsolved/unproven/central*/problem/minimal/small/limited/real/weak/vulnerable/unclear/slow/low, \
        remain/remains .. to be, remain/remains/stay/stays so until, remains to be seen, reorder, requires trust, \
        rests on goodwill, rules/rule out large, run by us, run out of memory, \
        say/says/tell/tells/prove/proves nothing on/of/about/whether, says nothing about, \
        sent/read/readable/visible/stored/kept/seen/transmitted/go/goes/travel/travels/arrives .. in the clear, \
        shares can be, shortcoming, show/shows nothing about/on, shut out of, \
        single company .. operates/runs/controls, single/one box, skeptic*, slower than, sluggish, so far no, \
        so far only, so far under one, sound in concept, sound in theory, stay centralized, stay so until, \
        still .. rel*/depend*/central*/needs/need/requires/require/trust/trusts/see/sees/slow/early/small/limited/missing/lack/lacks/young, \
        still .. takes/take hours/days/minutes, still alpha, still centralized, still on the roadmap, stops at, \
        struggles, take our word, tests only, the downside, the drawback, there is no .. guarantee, though not, \
        thousand times slower, # times slower, times slower than, too .. slow/expensive/costly .. for, too costly, \
        too expensive, too heavy, too slow, toy examples, trade off*, tradeoff*, trouble of its own, \
        trust assumption, trust us, unaudited, unclear, under one operator, unencrypted, unfinished, unlikely, \
        unproven, unrealistic, unsolved, unsupported, untested, until .. adapted/rewritten/optimised/optimized, \
        until .. is live, until .. is through/done/over/ready/finished, vary/varies until, \
        we attack/break/reconstruct, we cannot say/tell/promise/guarantee/claim, we do not claim, we know of no, \
        we promise none, will be .. later, will be introduced, will stay so, without slashing, works only, \
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
