//! Words of performance on the AI side, and of scalability on the chain's.

use super::concept::Concept::{
    self, AiScale, Big, Capacity, Cheap, Fast, Fees, Light, Many, OffChain, Parallel, Pool, Scale, Sites, Thrifty,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Fast,
        "\
        # a second, accelerate/accelerates/accelerated/accelerating/acceleration, add no latency, \
        answer/token/reply/response .. in .. milliseconds/seconds/ms, answered in, answers in, as fast as, \
        as smooth/fast/quick .. as, at full tilt, at line speed, at reading speed, at the speed of, bare metal, \
        barely slower, before .. finished, behind one queue, bottleneck, converge*, convergence .. faster/speed, \
        days become hours, days to hours, does not add latency, doubled by, down from .. to, fast, # faster, faster, \
        fastest, first token, flat latency, fraction of a second, frames a second, frames per second, \
        from days to hours, from hours to minutes, from weeks to days, full speed, gb a second, gb per second, \
        =gb =s, =gbps, gbps, \
        halve/halves/halved/halving/double/doubles/doubled/tripled/triple/triples .. time/latency/speed/throughput/tokens/delay/wait, \
        hardly slower, hardly/barely/scarcely slows/slow/slowed, high performance, high performing, \
        hours become minutes, hours instead of, hours rather, idle time .. falls, in minutes, in no time at all, \
        in seconds, in the blink, in two seconds, in under, inference time, instant, instantaneous*, instantly, \
        interactive, is doubled, is tripled, just as fast, keep up .. pace, keep/keeps .. responsive, \
        keep/keeps up .. speed/pace, keeps up its pace, lag free, latency, latency .. falls/drops/low/flat/down/cut, \
        less than a second, less time, line rate, little slower, load in, loads in, \
        loads/load/start/starts .. in .. seconds, low latency, \
        lower/less/reduced/shorter/short/flat/low .. latency/delay/time/wait, \
        match/matches .. centralized/cloud/datacenter, =mb =s, microsecond*, millisecond, # milliseconds, \
        milliseconds, minutes instead of, minutes rather, more than double, \
        more/higher/greater .. tokens/throughput/speed/requests, # ms, =ms, \
        # =ms/second/seconds/millisecond/milliseconds/minute/minutes, native speed, native*, near native, \
        near real time, never pauses, no delay, no lag, no latency, no loss of speed, no slower, no waiting, \
        not add latency, not slow .. down, not slower, on par with .. data/cloud/central*, on time, \
        only a little slower, per second, per token, performance, performant, processing times, promised speed, \
        queue/queues .. short/empty/shorter, quick, quick response, quicker, quickly, rapid*, reading speed, \
        real time, realtime, replicas .. zero, replies in, requests per second, response time, response times, \
        responses .. late, responses in, responsive, \
        rival/rivals/rivalling/rivaling .. data/centres/centers/cloud/clouds/cluster/clusters/datacenter/speed/of the, \
        round trip, seconds instead, shorten/shortens/shortened/shorter .. time/times, shorter time, smooth, \
        smoothly, snappy, sooner, sped up, speed, speed up, speeds, speedup, stall/stalls/stalled, \
        start/starts/started in, stutter*, sub second, subsecond, swift*, takes over within, =tb =s, throughput, \
        throughput of a data, time to first token, # times .. faster, times as many, times as much, times faster, \
        # times faster/sooner/quicker, times more, tokens .. second, tokens per second, \
        tokens/requests/calls/queries/gb/inferences a second, too late, too slowly, training time, \
        training/train*/epoch/step/run .. takes/took/needs/in .. minutes/hours/days/seconds/milliseconds, tripled by, \
        under a second, uptime, usable speed, wait in a queue, wait/waits no, waiting time, weeks to days, \
        weeks/hours/days .. into .. days/hours/minutes, wire speed, within seconds, within the hour, \
        within/in/under .. second/seconds/minutes/milliseconds, without .. slowing/lag, without delay, without pause, \
        without queue/queuing/queueing, without stopping, without waiting, words a second, \
        # words/frames/tokens/images/answers a/per second, # x, x faster",
    ),
    (
        Cheap,
        "\
        % of .. cheapest/price/cost, a few dollars, \
        a quarter/third/tenth/fifth/half of the/its/their/what/list price/cost/bill/going/usual/others/cloud/data/you/they/it, \
        a third as much, a/# million tokens .. for #, affordab*, affordable, \
        an hour of .. costs/training/tuning/compute/inference, at # below, at a price that, at half, at no extra, \
        at prices .. below/lower/under/fraction/half/third/quarter/far/that no/only, bargain price, \
        beat* .. on .. cost, becomes affordable, # below, below .. cloud/aws/market, below a cent, \
        # below list/market/cloud, brings .. down to, budget friendly, cent each, # cents, cents, \
        cents .. hour/million/token/tokens, cheap, # cheaper, cheaper, cheapest, cheaply, compete .. on cost, \
        compete on cost, competitive price/pricing/rate, compute cost, cost .. less, cost effective*, \
        cost efficiency, cost efficient*, cost less, cost of .. call/prompt/answer/query/hour/reply .. under/below, \
        cost of ai, cost of compute, cost of inference, cost of training, cost saving, cost/costs least, \
        cost/costs/price .. an hour, cost/costs/price/bill .. lower/reduced/cut/down/drop/drops/fraction/less, \
        cost/costs/price/prices .. lower/less/little/nothing/half/quarter/third/tenth/fraction/drop/drops/fall/falls/sink/sinks/cents/cent, \
        cost/price .. transparent*, costs least, costs less, costs nothing, \
        costs/cost .. half/third/quarter/tenth/fraction/less/little/under/below, \
        costs/cost a quarter/third/half/tenth/fraction, \
        cut/cuts/slashes/halve/halves/halved .. price/prices/bill/cost/costs, dirt cheap, dollars .. hour/million, \
        dollars an hour, dollars an hour, dollars per hour, driven .. cost down, driven down, economical*, \
        far below what, for peanuts, for pennies, fraction of .. cost/price, fraction of a cent, fraction of what, \
        gpu hour, gpu hours .. cost/costs, h100 hour, half as much, half of what, half the cost, half the price, \
        half/third/quarter/tenth/fraction of the/its/their/what price/cost/bill/others, inexpensive, inference cost, \
        least .. cost, less .. cost, less than .. cloud, less than half, low cost, low price, # lower, lower bill, \
        lower cost, lower price, lower/less/reduced/smaller/little/low .. cost/price/bill/expense/fee, lowest cost, \
        lowest price, median price, next to nothing, no cloud bill, no extra charge/cost, no margin, \
        # of .. list price, # off, on a budget, only pay for, outbid*, pay as you go, pay less, pay only for, \
        pay per use, pennies, per cent of .. cent/price/cost/list, per dollar, per gpu hour, per hour, \
        per million tokens, percent below, price # lower, price advantage, price far below, \
        price of .. training/inference/gpu/h100/card/hour/prompt/answer/token/tokens, price of compute, \
        price of inference, price that is, price that no, prices .. down, prices down, prices that are, \
        pushes .. down, quarter/third/tenth/half/fraction of what, \
        reduce/reduces/cut/cuts/lower/lowers/slash/slashes .. cost/price/bill/expense, save* .. cost/money/bill, \
        =savings, sells for, smaller bill, sold at #, sold for, takes .. cut, taking its cut, \
        tenth/twentieth/hundredth/thousandth/fraction/quarter/half .. of a cent, times less, # times less/cheaper, \
        training cost, under a cent, underbid*, undercut*, up to # less, went for, without .. margin, without buying, \
        without capital",
    ),
    (
        Big,
        "\
        =1.5b, =100b, =10b, =110b, =120b, =123b, =12b, =130b, =13b, =14b, =15b, =176b, =180b, =1b, =20b, =22b, =236b, \
        =27b, =2b, =30b, =314b, =32b, =33b, =340b, =34b, =35b, =3b, =400b, =405b, =40b, =4b, =500b, =540b, =60b, \
        =65b, =671b, =67b, =6b, =70b, =70b+, =72b, =7b, =8b, =90b, =9b, alone could, any size, b model, b parameter, \
        beyond .. memory, beyond .. single/one .. machine/gpu/node/server, big model, bigger model, bigger than, \
        billion documents, billion images, billion parameter, billion parameters, \
        # billion/trillion .. tokens/parameters/weights/documents/images, billion/trillion tokens daily, \
        billions of parameters, bounded/limited by one/single machine, compute intensive, concurrent agents, \
        exaflop*, exceed .. memory, fits on no .. single, flops, foundation models, frontier .. training, \
        # million .. parameters/weights, one large/big/huge network/model, \
        train*/serv*/run/runs/host*/tun* .. frontier .. model/models, frontier ai, frontier class, frontier level, \
        frontier scale, frontier size, frontier sized, frontier training, giant model, gpt class, gpt scale, \
        grow beyond, heavy .. model/inference/training/computation, heavy workload, huge model, huge models, \
        hundreds of billions, large batches, large dataset, large language model .. train*/serv*/run/host/deploy*, \
        large model, large scale, larger model, larger than .. memory, larger than .. memory/single/one, \
        largest .. run/training/model, largest model, long context, many models at once, massive dataset, \
        massive model, million concurrent, million documents, million images, model of # billion/trillion, \
        model of any size, models of any size, more than .. single .. machine/gpu/node/card .. hold/holds/could, \
        no .. one .. could .. alone, no limit on size, no longer .. bounded/limited/confined .. by, \
        none .. could hold/host/run/train/carry/fit .. alone, none .. could load/handle/serve/manage .. alone, \
        none of them/you/us .. could .. alone, none/nobody .. alone, petabyte*, petaflop*, pre training run, \
        pretraining run, span .. nodes/gpus/machines/of, span many, spans many, state of the art model, terabyte*, \
        too big for, too large for, too large for any, too large/big/much .. for .. single/one/any, training run, \
        trillion parameter, trillion tokens, trillion/billion/million tokens a/per/each/every day, \
        work of a hyperscaler",
    ),
    (
        Thrifty,
        "\
        bandwidth .. saved/less/lower/reduced/fraction/cut/low/needed/drops/falls/a, better use of, busy, \
        cache/cached/caches, caching, communication cost, communication efficient, communication overhead, \
        communication round, compress*, diloco, disaggregat*, distro, efficiency, efficient, efficiently, \
        energy efficient, energy saving, every # steps, few bytes, fewer bits, fully used, hundred times less, \
        idle no more, idle time, in use, infrequent* .. sync*, kept busy, less .. waste, less communication, \
        less energy, less memory, less traffic, less waste, \
        less/little/low/lower/fewer/reduced/save/saves/saving/minimal .. bandwidth, \
        less/lower/fewer/reduced .. energy/memory/bandwidth/traffic/bytes/bits/power/electricity, lightweight, \
        load balanc*, local steps, low communication, low precision, memory footprint, mfu, \
        more/higher/better .. utilisation/utilization/efficiency, never idle, no card idles, no waste, not a watt, \
        nothing is wasted, # of the compute/capacity/cards/gpus/hardware is/are used/busy, once every # steps, \
        once in # steps, one bit .. per, one bit gradients, optimiz*, overlap*, pipelin*, power consumption, prefill, \
        quantis*, quantiz*, rarely sync*, \
        reduce/reduces/reducing/cut/cuts/cutting .. communication/traffic/bandwidth/memory/computation/compute/energy/latency/time/overhead, \
        request routing, resource efficien*, saves energy, schedul*, scheduling, shrink*, shrunk, sparse*, sparsif*, \
        speculative decoding, squeez*, squeezed, streamlin*, sync* .. rarely/infrequent*/every, \
        synchroniz*/synchronis*/sync/syncs .. once/rarely/seldom/every, # times fewer, \
        times less .. data/communication/traffic/bandwidth, utilis*, utiliz*, waste less, waste nothing, wasted, \
        without sacrificing .. performance/speed/quality, without waste",
    ),
    (
        AiScale,
        "\
        ai/inference/training .. scales/scalable, as many .. agents/models/replicas, autoscal*, \
        bring/brings up .. replica/replicas/copy/copies/worker/workers/nodes, \
        can scale .. ai/inference/training/models/learning/intelligence, elastic*, \
        inference/training/model/models/agents/ai .. replica/replicas, models/training .. at a scale, \
        rent/rents .. inference, replicas of the model, scalable .. ai/inference/training/learning/machine, \
        scale .. compute, =scales/=scaling/=scaled .. ai/inference/training/models/learning/intelligence, \
        scaling .. compute, spin/spins/spun up .. replica/replicas/gpu/gpus/node/nodes/copy/copies/worker/workers, \
        surge/surges/spike/spikes/peak/burst/bursts .. traffic/requests/demand/prompts/users, throughput of inference, \
        to scale .. ai/inference/training/models/learning/intelligence, \
        train*/inference/ai/model/models/learning/agents/intelligence .. at .. scale, \
        train/trains/training/inference/experts .. in parallel",
    ),
    (
        Capacity,
        "\
        # .. gpus/cards/accelerators/h100s, abundant .. compute/gpu/gpus, \
        access to .. gpu/gpus/compute/computing/h100/h100s/hardware, as many cards, capacity, \
        capacity .. auction/bought/sold/rented/booked, # cards, cards .. together/pooled/combined/linked, \
        chain .. cards, computational power, computational resource, compute capacity, compute layer, \
        compute marketplace, compute network, compute pool, compute power, compute resource, compute scarcity, \
        computing power, computing resource, confidential capacity, \
        dwarf/dwarfs .. server/cloud/data/cluster/supercomputer, enterprise gpu, enterprise grade gpu, get gpus, \
        gpu capacity, gpu cloud, gpu cluster, gpu compute, gpu fleet, gpu grid, gpu hours, gpu market, \
        gpu marketplace, gpu network, gpu pool, gpu power, gpu rental, gpu resource, gpu rich, gpu scarcity, \
        gpu shortage, gpu time, # gpu/card, # gpus, gpus of, gpus straight, # gpus/cards/h100s/accelerators, \
        high end gpu, high end gpus, horsepower, hours of compute, hours of training, idle capacity, \
        inference capacity, lease .. gpu/gpus, lend/lends .. phones/devices/machines/computers/laptops, \
        million concurrent agents, more .. power than, more workers, on demand compute, on demand gpu, \
        pool/pools/combine/bundle/link .. cards, \
        pool/pools/pooling/combine .. hardware/devices/computers/phones/laptops, processing power, rack after rack, \
        racks of, rent* .. gpu/gpus/compute/capacity, rented h100s, serving capacity, spare gpu/gpus, \
        spare/idle/pooled/linked/private cards, supercomput*, supply .. gpu/gpus/compute, \
        supply of .. gpu/gpus/compute, the more .. the stronger, thousands of gpus, training hours, virtual cluster",
    ),
    // The chain's side.
    (
        Scale,
        "\
        absorb/absorbs/absorbed, add .. nodes/gpus/machines, add nodes, \
        add/adds .. nodes/gpus/machines/chips/racks/hospitals/clients, added as demand/needed/load/required, \
        adding .. nodes/gpus/machines, adding experts, all at once, almost linearly, \
        another .. hundred/dozen/thousand/rack/node/machine/batch, any/whatever .. volume/load/demand/traffic, \
        as .. grows, as demand, as demand requires, as load increases, as many .. as they/you/needed/ask*, as many as, \
        as the queue grows, as users multiply, as volume, at any volume/load/scale/size, at scale, auto scal*, \
        autoscal*, bring/brings up .. replica/replicas/node/nodes, burst, by the hundred, by the rack/dozen/score, \
        by the thousand, capacity .. grow/grows/scales/expands, cloud scale, each .. that joins, \
        each added shard/node/machine, each new node, elastic*, every .. that joins, every new node, \
        expand .. with/without/to/as, expandable, expanded to, expands, fleet of #, fleet of .. hundred/thousand, \
        follow/follows demand, from # to # nodes/gpus/machines/cards, \
        from one/single .. to .. thousands/hundreds/thousand/hundred, further replicas, gains throughput, \
        global scale, grow to, grow* .. as, grow/grows .. with .. demand/usage/node/nodes/users, \
        grow/grows .. with demand, grow/grows/rise/rises/expand/expands .. with, grows as, grows beyond, grows by, \
        grows with each, high demand, high throughput, high volume, horizontal*, however large/big/many, hundredfold, \
        hyperscale, infinite scal*, infinitely .. scal*, internet scale, keep up with, keep/keeps pace, launch day, \
        limitless*, linear speedup, linearly, load increase, logarithm, many at once, meets demand, \
        more nodes .. more, more workers, \
        more/extra/additional .. gpus/nodes/machines/cards/replicas/servers .. start/join/added/come, never full, \
        no ceiling, no limit to, no longer confined, no matter how many/much/large, on demand, over a cluster, \
        peak demand, planet scale, planetary scale, production traffic, raise/raises the number of, replica/replicas, \
        rise with, rises with, rose linearly, rush hour, scalab*, scale, scale out, scales, scales out, scaling, \
        serve production, shrinks/shrink .. with, simply added, spike, spin/spins/spun up, surge, tenfold, terabytes, \
        tested up to, the more .. the more, thousands at once, unlimited, users multiply, volume rises, web scale, \
        whatever .. surge/load/volume/demand/traffic, whenever .. need more, with demand, \
        with each .. joins/added/join/new, without .. ceiling/limit, without limit",
    ),
    (
        Pool,
        "\
        acts/act/act/works/work/appear/appears as one, \
        aggregat* .. compute/gpu/gpus/capacity/resource/resources/hardware/power/idle/supply/computing/underused/underutilized, \
        behind one .. queue/endpoint/api/door/address, bound into, bound together, bundle/bundles/bundled .. into, \
        chained .. machines/gpus/peers, chained together, =chaining, =chaining .. machines/cards/gpus/laptops/peers, \
        cluster*, \
        combine/combines/combined/combining .. gpu/gpus/compute/power/machine/machines/resource/resources/capacity/hardware/computing, \
        combined .. power, common pool, data parallel*, distribut* .. across/over/among, distributed .. network, \
        distributed compute, distributed computing, distributed gpu*, distributed inference, distributed system, \
        distributed training, dormant .. gpu/gpus/machines/cards/hardware/compute, \
        dozens of .. gpus/machines/nodes/devices/cards, federat* .. gpu/gpus/compute/capacity, filling idle, fleet, \
        from many suppliers, gpu/compute .. grid, hundreds of .. gpus/machines/nodes/devices/cards, \
        idle .. gpu/gpus/compute/capacity/hardware/machine/machines/power/resource/resources, jobs .. spread, \
        join .. gpus/machines/cards/computers .. into, join/joins/joined .. into, joined up, \
        joins .. gpus/machines/cards/computers, lash/lashed together, latent compute, \
        layers .. over/across/among .. cards/gpus/machines/nodes/laptops, linked up, made up of, make up an, \
        make up one, many machines, marketplace .. compute/gpu, mesh of, mining farms, mixture of experts, \
        model .. split/sharded/divided .. over/across/among, model parallel*, multi gpu, multi node, \
        multiple machines, one cloud, one large/big/giant/virtual, one pool, one/single .. supercomputer, \
        orchestrat*, orchestration layer, packed onto, packs .. onto, patch* .. together, pipeline parallel*, pool, \
        pool .. takes/take, pooled, pooling, routes .. to, serverless, several gpus, several machines, \
        several servers, sharding .. model, share/shares/sharing the same .. gpu/workers/cards/gpus/machines, \
        shared capacity, shared infrastructure, single giant, single large, single virtual, \
        spare .. gpu/gpus/compute/capacity/cycles/power/resources, split .. layers, split/splits the model, \
        split/splits/split .. across/over/among .. gpu/gpus/machine/machines/node/nodes/device/devices/server/servers, \
        splitting .. layers, splitting a model, spread .. across/over/among, \
        spread .. over .. thousands/hundreds/dozens, spread over, spread/spreads the jobs/work/load, \
        stitch* .. together, string/strings/strung together, sum of .. machines/cards/gpus, supercluster, suppliers, \
        tensor parallel*, thousands of .. gpus/machines/nodes/devices/cards, tied together, under used, underus*, \
        underutiliz*, \
        unify/unifies/unite/unites/bundle/bundles .. gpu/gpus/compute/resource/resources/capacity/hardware, \
        unused .. gpu/gpus/compute/capacity/hardware/machine/machines/power/resource/resources, virtual cluster, \
        virtual supercomputer, whichever region, wired together, workstations",
    ),
    (
        Sites,
        "\
        across .. countries/regions/continents/country/locations, across the globe, around the globe, \
        around the world, bare metal, close to the user, closest to, cloud provider, colocation, # countries, \
        data center, data hall, datacenter, edge location, edge network, edge node, edge server, geo distributed, \
        geograph*, global footprint, global network, globally distributed, # locations, near the user, nearest, \
        points of presence, region, # regions, tier 3, tier 4, tier iii, tier iv, worldwide",
    ),
    (
        Parallel,
        "\
        appchain, asynchron*, batch* .. settle*/requests/transactions, batched into, bundled into one, concurren*, \
        dag, decoupl*, hierarchical, hierarchically, hierarchy of, in a tree, in batches, in one batch, in parallel, \
        =l2, layer 2, layer two, multi chain, multi tier, netted, netting, one rollup batch, packed into one, \
        parallel, parallel*, payment channel, payment channels, rollup, rollup batch, separat* .. from, \
        separate .. execution, settle* .. batch*, shard, sharded, sharding, side by side, side chain, sidechain, \
        simultaneous*, split .. layer, subchain, tree of .. committees/aggregators/nodes, two tier, up a tree",
    ),
    (
        OffChain,
        "\
        aside from the chain, base layer only, beside the chain, # byte .. commitment/root/hash/digest, \
        chain .. slim/small/light/lean, co processor, coprocessing, coprocessor, data availability, \
        decoupl* .. consensus .. execution, elsewhere, executed beside, heavy lifting .. off/outside, \
        heavy work .. off/outside, keep* .. chain .. light, layer of its own, load on the chain, next to the chain, \
        not on the chain itself, off chain, off it, off the chain, off to the side, offchain, only .. digests/digest, \
        only .. hash/hashes/proof/proofs/commitment/commitments/result/results .. on chain/chain/onchain, \
        only .. on chain, \
        only .. result/root/commitment/hash/digest .. chain/ledger/written/posted/goes/reaches/lands, \
        outside consensus, outside of the chain, outside the chain, own layer, reach/reaches/touches the chain, \
        run off it, runs off it, separate* .. consensus .. execution, slim, state channel, stored off, \
        what reaches the chain, write/writes/written down only",
    ),
    (
        Fees,
        "\
        cheap transaction, cheaper transactions, cost on chain, cost/costs the chain, costs the chain, \
        fee/fees .. below/under/less/nothing/fraction/tiny/small/shrink*/fall/falls/drop/drops, feeless, \
        fees .. low/lower/fraction, for the gas, gas, gas bill, gas cost, gas fee, hundredth of a cent, low fee, \
        low gas, lower fee, lower gas, micropayment, no fee, on chain cost, per cent of a cent, \
        settlement .. costs/cost/nothing/cheap/free, storage cost, sub cent, transaction cost, transaction costs, \
        transaction fee, zero fee",
    ),
    (
        Light,
        "\
        64 byte, barely more than, block/blocks stay/stays/remain/remains/kept .. small/light/lean/short/slim, \
        burden on the chain, by a factor of, bytes, chain slim, \
        chain/ledger/blocks .. small/light/slim/lean/uncluttered, communication .. reduced/cut/fewer, \
        communication efficient, compress*, constant .. overhead, constant amount, constant length, constant number, \
        costs the chain .. no/nothing/little/less, cuts/cut .. load, does not grow, few bytes, \
        few kilobytes/megabytes/kb/mb, fewer .. rounds/messages/transactions/bytes, hardly more than, isnt clogged, \
        just the .. layers, # kb, # kb per round, keep* .. ledger .. small, keeps .. slim, # kilobytes, \
        less communication, less overhead, less storage, less than # kb/mb/bytes/kilobytes/megabytes, less traffic, \
        light weight, lightweight, linear*, little overhead, load on the, load per, logarithmic*, low overhead, \
        minimal overhead, negligible overhead, never clog*, no bloat, no burden, no more than a plain, \
        not be clogged, not clog*, one message per, one short, only # kb/mb/bytes, only the .. layer, \
        only the sensitive, overhead .. constant, \
        overhead .. low/small/minimal/negligible/reduced/only/below/under/less, overhead per client, prun*, \
        reduce/reduces/reduced/reducing/cut/cuts/cutting/minimize/minimizes/lower/lowers/less/lowering .. communication/traffic/overhead/storage/bandwidth/burden/load, \
        # rounds however, sends/send .. less than/only, single/one .. root/commitment/digest/hash, small footprint, \
        small overhead, storage .. less/reduced/cheap/cheaper/costs, sublinear*, # times less, \
        times less .. traffic/data/communication/storage/bandwidth, whatever their number, without bloating, \
        without clogging, without waiting for",
    ),
    (
        Many,
        "\
        # .. a day, # .. an hour .. answers/requests/prompts, # .. each day, # .. per day, \
        # .. phones/clinics/hospitals/schools/sensors/cars/watches/households/prompts/requests, any number of, \
        # clients, # devices, # enclaves/agents/chats, however deep/many/long/large, however many, \
        hundred/thousand/million .. client/clients/devices/users/participants/hospitals/nodes/requests/calls/agents, \
        hundreds of thousands, # inferences, # k users, large number of, large scale, many clients, many devices, \
        many requests, many users, mass adoption, massive*, million .. a day, \
        # million .. inferences/requests/users/queries/proofs/calls/transactions/agents, millions of, \
        no matter how many, # nodes, number of .. rise/grow/increase, # participants, # requests, side by side, \
        ten/twenty/hundred/thousand/million/billion .. client/clients/phone/phones/device/devices/user/users/clinic/clinics/hospital/hospitals/school/schools/participant/participants/node/nodes/request/requests/prompt/prompts/answer/answers/call/calls/agents, \
        tens of thousands, thousands of, unlimited number, \
        up to # .. requests/prompts/answers/inferences/calls/clients/queries, # users, whatever their number",
    ),
];
