//! Words of security and of decentralization.

use super::concept::Concept::{
    self, Attack, Censor, Cheat, Contract, Decentral, DecentralAi, Distrust, Host, Immutable, Independent, Mining,
    NoCentre, OnChain, Open, Parties, Peers, Slash, Stake, Volunteers,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Stake,
        "\
        =avs, backed by .. stake/collateral, bond, bonded, bonds, collateral*, crypto economic*, cryptoeconomic*, \
        deposit at risk, economic guarantee, economic incentive, economic security, economically secure*, \
        eigenlayer, game theor*, incentive compatib*, lock up .. token/tokens, locked tokens, restak*, \
        secured by .. stake/eth/bitcoin/token/tokens, security deposit, shared security, skin in the game, stake, \
        staked, staker, stakes, staking",
    ),
    (
        Slash,
        "\
        at risk, author penal*, banned, blacklist*, bond .. burned/lost/taken/forfeit*, \
        bond/deposit/stake/collateral ... burned/burnt/forfeited/confiscated, burned stake, \
        collateral .. burned/lost/taken/gone, confiscat*, cost .. more than .. gain*, costs .. stake, culprit, \
        cut/cuts .. reward/rewards, deposit .. burned/lost/taken/forfeit*/gone, earns nothing, evict*, =fined, \
        forfeit*, gets nothing, honest* .. pays/rewarded/best/dominant/profitable/rational, is fined, kicked out, \
        lone liar, lose it when, lose them when, \
        lose/loses/lost/losing .. stake/deposit/bond/collateral/token/tokens/reward/rewards, loser pays, \
        makes cheating .. expensive/unprofitable/irrational, minority .. lose, nash equilibrium, no reward for, \
        outvoted, pays out of its deposit, penalis*, penaliz*, penalt*, pledge, punish*, put up a, puts up, \
        rejected, reputation .. drop/drops/falls/lose/loses/lost, slash/slashes/slashed/slashing, \
        stake .. burned/lost/taken/gone/at risk, stake/staked ... lose them, throw out, thrown off, thrown out, \
        throws out, unprofitable",
    ),
    (
        Immutable,
        "\
        append only, can't be rewritten/changed/altered/deleted, \
        cannot .. rewrite/alter/erase/delete .. record/history/log, cannot be forged, \
        cannot be rewritten/changed/altered/deleted/edited/erased/modified/backdated, for good, immutab*, \
        incorruptib*, indelib*, irrevers*, ledger keeps, never be altered/changed/rewritten, \
        nobody can .. rewrite/alter/edit/change/delete, non repudia*, nonrepudia*, permanent*, permanently recorded, \
        set in stone, tamper evident, tamper proof, tamper resist*, tamper*, tamperproof, unalterable, unchangeable, \
        undeniabl*, unforgeab*, write once",
    ),
    (
        Attack,
        "\
        adversar*, anomaly detection, attack, attack resist*, attacker, attacks, backdoor, bft, breach*, break in, \
        break into, breaks into, byzantine, coalition, \
        compromis* .. node/nodes/host/server/device/key/operator/machine/party/parties, compromised, \
        compromised aggregator, coordinate median, corrupt, ddos, defen*, defend*, denial of service, downtime, \
        drain, eclipse, exploit, exploited, exploits, failure of, fault toleran*, foil*, hack, hacked, hacker, \
        hackproof, hacks, hold out, hold up against, holds out, hostile, infer* attack, inference attack, \
        infiltrat*, intruder, intrus*, inversion, krum, malicio*, malicious*, median aggregat*, \
        membership inference, model inversion, or the median, outage, point of failure, poison*, post quantum, \
        protect* .. against/from .. attack*/attacker/attackers/theft/manipulation/tampering/fraud/malicious/hack*/leak/leaks, \
        quantum proof, quantum resist*, quantum safe, reconstruction attack, resilien*, resist*, \
        robust .. against/to/aggregation, robust against, robust aggregation, robust to, secure* .. against, \
        secured by, security guarantee, shut out, shuts out, single point of failure, single points of failure, \
        steal, stolen, survive, survives, sybil*, theft, thief, thieves, threat, trimmed mean, vulnerab*, withstand*",
    ),
    (
        Cheat,
        "\
        bad actor, bad faith, behind .. back, cannot lie, cheat*, collu*, conspir*, \
        copy/copies/copied/copying .. answer/answers/output/outputs/others, copycat, \
        copying .. answer/weight/weights, corrupt*, counterfeit*, deviat*, dishonest node, dishonest*, fake, faked, \
        fakes, faking, faulty, faulty node, forge, forged, forgery, forging, fraud, fraudulent*, free rid*, \
        freeload*, freerid*, =game/=gaming .. reward/system/score, =gamed, garbage, guess*, honest*, impostor*, \
        lazy, lazy guess*, liar, lie, lies, lying, manipulat*, misbehav*, misconduct, plagiar*, quietly, rigged, \
        rogue, scam, secretly, shirk*, slacking, something weaker, spoof*, turns out .. false/wrong/incorrect, \
        unfaithful, \
        wrong/false/bad/incorrect/bogus/invalid .. answer/result/output/one/response/inference/submission",
    ),
    (
        Host,
        "\
        administrators cannot, against .. host/operator/provider, any node seeing, anyone else, cannot be extracted, \
        cannot be stolen, cannot be taken, cloud .. cannot, \
        even .. operator/host/provider/miner/owner/admin*/cloud/node .. cannot/can't/cant/not/unable, \
        from .. machine owner/operator/host, from the cloud, from the host, from the operator, from those who, \
        government, hardware backed, hardware enforced, hardware root, hardware rooted, \
        hidden/protected/shielded/isolated/safe from .. operator/host/provider/node/nodes/miner/owner/cloud/server/validators, \
        host os, host/hosts/operator/operators/provider/cloud .. see/sees/read/reads/learn/learns nothing, \
        hypervisor, intruder on the host, \
        keep/keeps/kept/shut/shuts/lock/locks .. operator/host/provider/owner/cloud/node .. out, keys cannot, \
        locked out, no one else, no platform, no provider, no third party can, nobody else, \
        node operator .. locked out, \
        not even .. operator/host/provider/miner/node/owner/admin*/cloud/developer/developers/team/we, \
        of its creator, \
        operator/host/provider/miner/owner/admin*/cloud/node/nodes/server/operators/hosts/providers/miners/validators/validator/servers .. cannot/can't/cant/never/unable, \
        out of reach of its, physical access, physical theft, privileged, root access, root on, \
        tamper proof hardware, the host, the machine .. owner, \
        untrusted host/server/cloud/operator/hardware/node/provider/nodes/machine/machines/operators/hosts/providers/environment, \
        walks off with, warrant, whoever .. rents/runs/operates/hosts/owns, whoever runs, with root, \
        without .. operator/host/provider/node/nodes/miner/cloud/server/validator/validators .. seeing/reading/access/learning/knowing, \
        without any node, without trusting .. provider/operator/host/node/cloud/server",
    ),
    (
        Contract,
        "\
        before .. pay*/settle*/money/release*/reward/rewarded, \
        blockchain/ledger/chain .. record/records/log/logs/track/tracks/store/stores/ensure/ensures/guarantee/guarantees/keep/keeps, \
        consensus .. verif*/validat*/confirm*/check/checks, consensus validation, \
        contract .. punish/punishes/slash/slashes/refuse/refuses, \
        contract .. verif*/check/checks/enforce/enforces/validate/validates/release/releases/reject/rejects/accept/accepts/measure/measures/make/makes/consume/consumes, \
        enforced by code, escrow*, on chain .. verif*, on chain attestation, on chain proof, on chain verif*, \
        onchain verif*, payment/payout/reward/rewards .. only/released .. after/when/if, \
        recorded/written/logged/stored/anchored/published/posted/registered/kept .. on chain/onchain/chain/ledger/blockchain, \
        refuses whatever, \
        smart contract .. verif*/check/checks/enforce/enforces/validate/validates/release/releases/only/reject/rejects/accept/accepts/measure/measures/make/makes/aggregat*, \
        validated by consensus, validators .. verif*/confirm*/check/checks/validate, \
        verif*/check/checked/attest*/prove/proven/proved/validated/proof/proofs/enforced .. on chain/onchain/contract/contracts/ledger/blockchain",
    ),
    (
        OnChain,
        "\
        blockchain, blockchain based, blockchain enabled, contract, ethereum, in the .. ledger, ledger, \
        on a .. blockchain/ledger/chain, on chain, on the .. blockchain/ledger/chain, on the chain, onchain, \
        smart contract, to the .. blockchain/ledger/chain",
    ),
    // AI work that earns blocks.
    (
        Mining,
        "\
        as .. proof of work, as proof of work, block .. ai task, block is won, \
        block producer/producers .. train*/advancing/running, block/blocks .. right to, \
        blocks .. made/mined/produced/won/earned .. by .. train*/inference/learning/model/ai, \
        blocks .. validated by .. performance/model, blocks .. won by, blocks are won, \
        chosen by .. quality .. model, computing hashes, consensus .. by/through/work .. train*/inference/learning, \
        consensus puts gpus, consensus work, count as work, difficulty, difficulty adapts, \
        double as .. mining/consensus/proof, doubles as .. mining/consensus/proof, draws its safety, \
        elected by .. model, energy .. wasted/burned/burns/burn .. mining/proof/hash*, for .. proof of work, \
        for hashes, given a purpose, hash computation, hash power .. into, hash power .. train*, hash puzzle, \
        hash puzzles, hashes .. replaced, inherits its security, instead of .. hash*, \
        instead of burning .. energy/power/electricity, instead of burning power, \
        leader .. elect* .. train*/model/learning, \
        matrix multiplication .. proof/work/mining/puzzle/consensus/block, \
        mine/mines/mining/mined .. by/with/through .. train*/inference/learning/model/neural/gradient/matrix, \
        mine/mining .. while .. train*, miners .. train/trains/training .. instead/place/rather, \
        mining machines ... train*, mining machines/rigs/farms .. train*, mining power ... train*, \
        mining rigs .. train*, minting .. block, not for hashes, picked by .. quality .. model, place of .. hash*, \
        place of hash*, proof of ai, proof of compute .. consensus/block, proof of deep learning, \
        proof of inference .. consensus/block/mining, proof of intelligence, \
        proof of learning .. consensus/block/mining/miner*, proof of machine learning, proof of neural, \
        proof of training .. consensus/block, proof of useful, proof of useful work, proof of work with, \
        puzzle ... train*/learning/model/matrix, puzzles, redirected to .. train*, replac* .. hash*, \
        reward/rewards .. while .. train*, right to .. block, rigs switch, security budget, security from that work, \
        that work secures, tokens generated count, train*/inference/ai/learning .. part of/is/as .. consensus, \
        train*/inference/ai/learning/model ... =secure/=secures/=securing .. chain/network/blockchain/ledger, \
        train*/inference/learning/model/models/neural .. mine/mines/mining/mined .. block/blocks/coin/coins/instead, \
        useful .. training, useful proof of work, useful work, useless hash*, useless puzzle, \
        validators .. =trained, wasted .. hash*/energy/mining, what miners compute, win blocks, \
        win/wins/earn/earns/get/gets .. block/slot, wins a block, wins the block, \
        work .. secures .. blockchain/chain/network, work secures",
    ),
    (
        Decentral,
        "\
        autonomous network, decentral*, democratis*, democratiz*, depin, leaderless, open network, sovereign*, \
        web3 native",
    ),
    (
        DecentralAi,
        "\
        ai/training/inference/learning/intelligence/model/models .. decentral*, \
        decentral* .. ai/train*/inference/learning/intelligence/model/models/compute/computing/gpu/gpus/supercomputer/reinforcement/pretrain*, \
        train/trained/trains/serve/served/run/host/hosted .. decentral*",
    ),
    (
        NoCentre,
        "\
        a platform in between, any single .. party/company/entity/node/operator/actor, as a collective, \
        avoid* .. central*, away from .. central*, belongs to the user, beyond .. control, beyond the reach, \
        big tech, break* .. monopol*, central apis, central arbiter, central body, charge of, co own*, \
        collective .. own/owns, collective ownership, collectively, collectively owned, community govern*, \
        community owned, community run, cooperative, coordinated by .. contract/contracts/chain/blockchain/protocol, \
        coordinator free, data broker, eliminat*/remov*/avoid*/no/without .. single point/points, \
        free from .. gatekeep*/central*/monopol*, free of .. central*/corporate, govern together, has custody, \
        in charge, in the middle, independent of .. cloud/aws/provider/hyperscaler/company, instead of one, lock in, \
        locks you in, master node, members vote, monopol*, no .. authority, no .. custody, no .. single point, \
        no account, no admin key, no aggregation server, no aggregator, no amazon/aws/google/microsoft/hyperscaler, \
        no authority, no aws, no boss, no broker, no broker/moderator, no central scheduler, no central*, \
        no company, no company ever, no company/corporation/firm/boss/owner/lab/vendor/landlord/headquarters, \
        no coordinator, no corporation, no custodian, no custody, no firm, no gatekeep*, no google, no hub, \
        no identity check, no intermediar*, no kyc, no lock in, no long term contract, no master, no master node, \
        no middleman, no middlemen, no neutral, no one body, no one company, no one controls, no one in charge, \
        no one owns, no one runs, no one to ask, no operator, no owner, no parameter server, no permission, \
        no platform, no provider, no reseller, no scheduler, no server, no servers, no sign up, \
        no single .. owner/party/company/entity/operator/authority/organization/firm/provider/point/controller/server/node/institution/team/coordinator/gatekeeper/one/corporation/aggregator/vendor, \
        no single owner, no trusted .. party/server/third/coordinator/aggregator/intermediary/authority, no vendor, \
        nobody controls, nobody in between, nobody in charge, nobody in the middle, nobody own, nobody owns, \
        nobody runs, non custodial, not .. any company, not .. any single .. company/entity/party/owner, \
        not .. central* .. server/party/entity/authority/controlled, not .. controlled by .. single/one/any, \
        not .. one vendor, not .. owned by .. single/one/any, not .. vendor, not one company, \
        one another .. without, one provider, outside .. big tech, outside .. control of, \
        owned by .. user/users/community/contributors/participants, owned by no/nobody/everyone/all/users/its, \
        owned collectively, ownerless, rather than one company, \
        replace/replaces/replaced/replacing/remove/removes/removing/eliminate/eliminates/eliminating/dispens*/without/instead/rather/away/cut/cuts/bypass* .. central*/middleman/middlemen/intermediary/intermediaries/coordinator/aggregator/gatekeeper/gatekeepers/monopoly, \
        replaces a trusted server, replaces the hub, self custod*, self hosted, self organis*, self organiz*, \
        self sovereign, single provider, straight from .. owner/owners, \
        take/takes/taking/took .. place of .. central/aggregator/server/coordinator/intermediary, that they govern, \
        to a central, to avoid .. central*, to central servers/server, trusted server, user owned, vendor lock, \
        without .. account, without .. aggregator, without .. authority, \
        without .. broker/platform/vendor/host/moderator, without .. central*, without .. company, \
        without .. coordinator, without .. gatekeep*, without .. hub, \
        without .. middleman/middlemen/intermediary/intermediaries, without .. parameter server, \
        without .. permission, without .. sacrificing/compromising/losing/giving .. decentraliz*, without .. server, \
        without .. single .. owner/party/company/entity/authority/provider/operator, without .. single point, \
        without .. trusted .. party/server/third/coordinator/aggregator/authority, without a company, \
        without a master, without a platform, without a server, without any server, without surrendering",
    ),
    (
        Open,
        "\
        all comers, all welcome, \
        any .. node/device/machine/gpu/computer/miner/developer/person/user/participant .. can/may/join/joins, \
        any untrusted, anybody, anyone, at will, barrier to entry, come and go, comes and goes, everybody can, \
        everyone can, free to join, join .. at any time, join .. at will, join and leave, \
        join/joins/leave/leaves freely, joining .. permission*, low barrier, no application process, no approval, \
        no entry barrier, no invitation, no whitelist, nobody needs, nobody/no/without/not .. permission, \
        open access, open competition, open market, open marketplace, open membership, open participation, \
        open protocol, open to all, open to anyone, open to everyone, openly compet*, permission less, \
        permissionless*, take part, uninvited, whoever, without .. asking/permission/approval/whitelist, \
        without .. whitelist*, without gatekeep*",
    ),
    (
        Peers,
        "\
        across the .. internet, among themselves, bittorrent*, collaborat* .. over the internet, commodity internet, \
        =dht, directly between, directly from .. owner/owners/providers/holders, directly with each other, gossip, \
        libp2p, mesh, mesh network, neighbouring, open internet, \
        ordinary/slow/home/consumer/commodity/domestic .. internet/connection/connections/broadband/bandwidth/lines, \
        over .. home/consumer/slow/ordinary .. internet/connection/connections/bandwidth/broadband, \
        over the .. internet, =p2p, peer, peer to peer, peers, person to person, public internet, residential, \
        swarm, swarm of .. node/nodes/machine/machines/device/devices/gpu/gpus/computers/worker/workers/peers, \
        torrent, with .. neighbor*/neighbour*",
    ),
    (
        Volunteers,
        "\
        anonymous .. node/nodes/peer/peers/miner/miners/worker/workers/host/hosts/machine/machines/contributor/contributors/provider/providers/participant/participants, \
        any laptop, anywhere in the world, at home, background, bedroom*, browser tab, citizen*, \
        collective of strangers, come and go, community .. gpu/gpus/compute/hardware/node/nodes, \
        consumer .. gpu/gpus/hardware/device/devices/grade/card/cards/laptop/laptops/machine/machines/pc/pcs, \
        contributors .. world, contributors around, crowd, crowd sourc*, crowdsourc*, drop out, drop/drops off, \
        drops out, edge device, everyday device/devices/computer/computers/hardware/people/users, =gamers, =gaming, \
        garage*, graphics cards of, grassroots, heterogen*, hobby, hobby*, \
        home .. computer/computers/gpu/gpus/pc/pcs/machine/machines/user/users/hardware, home broadband, \
        home machines, home miner/miners, =homes, household, households, \
        idle .. gpu/gpus/hardware/machine/machines/device/devices/computer/computers/pc/pcs/laptop/laptops/consumer/home/=gaming, \
        idle cards, idle computers, idle pcs, idle phones, \
        individual .. owner/owners/contributor/contributors/gpu/gpus/miner/miners, individuals, =laptops, \
        living room*, macbook, mobile device, mobile phone, of ordinary people, \
        ordinary .. user/users/people/person/hardware/computer/computers/device/devices/pc/pcs/laptop/laptops, \
        ordinary people, owners of idle, people .. machine/machines/computer/computers, people around, \
        people's .. machines/computers/gpus/devices, =phones, phones, private individuals, private owners, \
        private people, privilege of, raspberry, retail .. miner/hardware/gpu/gpus, \
        share/lend/contribute/rent/donate/offer .. your/their/own/spare/idle/unused .. gpu/gpus/compute/computer/machine/machines/hardware/power/device/devices, \
        slow links, slow uplink, slow uplinks, =smartphones, \
        spare .. gpu/gpus/cycles/hardware/laptop/machine/machines, strangers, strangers .. cards, turn .. idle, \
        unreliable nodes, unused .. gpu/gpus/laptop/hardware/machines, volunteer*, volunteers disappear, \
        your computer, your machine, \
        your own .. gpu/gpus/hardware/machine/computer/laptop .. earn/rent/share/contribute/lend, your own machine",
    ),
    (
        Independent,
        "\
        anonymous workers, competing .. miner/miners/model/models/node/nodes, competing parties, \
        different .. owner/owners/operator/operators/organization/organizations, different companies, \
        different owners, diverse .. node/nodes/participants/operators, do not know each other, every gpu owner, \
        independent .. custodian/custodians/organisations, \
        independent .. node/nodes/operator/operators/party/parties/provider/providers/miner/miners/validator/validators/contributor/contributors/worker/workers/host/hosts/machine/machines/participant/participants/verifier/verifiers/data/owner/owners/people/team/teams/company/companies, \
        independent replicas, independently operated, independently owned, independently run, many operators, \
        many owners, many parties, miners .. compete, miners compete, \
        multiple .. owner/owners/operator/operators/organization/organizations/institution/institutions/hospital/hospitals/bank/banks, \
        multiple parties, never met, nodes .. different, owners of .. gpu/gpus/hardware, providers .. compete, \
        rivalry among, run by .. different/many/several/various, \
        several .. hospital/hospitals/bank/banks/company/companies/organization/organizations/institution/institutions, \
        several parties, third party .. provider/providers/operator/operators/node/nodes, three jurisdictions, \
        unrelated",
    ),
    (
        Parties,
        "\
        across .. node/nodes/operator/operators/miner/miners/party/parties/participants/organization/organizations, \
        among .. node/nodes/operator/operators/party/parties/participants, banks, \
        community of .. node/nodes/operator/operators/contributor/contributors/miner/miners/developers, contributor, \
        data owners, each other, gpu owners, hardware owners, hospitals, institutions, labs, many suppliers, miners, \
        miners and validators, \
        network of .. node/nodes/miner/miners/operator/operators/provider/providers/worker/workers/contributor/contributors/validator/validators/gpu/gpus/machine/machines/device/devices/computers/host/hosts/participants/individual/individuals, \
        node operators, one another, organizations, participant, providers, relay, relays, \
        rival/competing .. company/companies/firm/firms/bank/banks/lab/labs, sites, validators and miners",
    ),
    (
        Distrust,
        "\
        competitors, distrust*, do not trust, does not trust, don't trust, dont trust, \
        mutually .. distrust*/untrust*/suspicious, need not trust, no need to trust, no trust in, nobody trusts, \
        not .. trust each other, rivals, trust minimi*, trustless*, \
        unknown .. node/nodes/peer/peers/party/parties/machine/machines/participant/participants/provider/providers, \
        untrusted, \
        untrusted .. node/nodes/worker/workers/peer/peers/party/parties/participant/participants/miner/miners/contributor/contributors/provider/providers/device/devices/machine/machines/hardware/compute/operator/operators, \
        without .. trust in .. any/each/other, without .. trusting .. other/another/anyone/any/each, \
        without having to trust",
    ),
    (
        Censor,
        "\
        always available, always online, can't be shut, \
        cannot be .. shut/blocked/stopped/switched/turned/banned/deplatformed, cannot be taken down, censor*, \
        deplatform*, free speech, kill switch, no off switch, no one can .. shut/stop/block/switch/turn/take/ban, \
        nobody can .. shut/stop/block/switch/turn/take/ban/censor, shut down, switch off, switched off, takedown, \
        uncensor*, unfiltered, unstoppable",
    ),
];
