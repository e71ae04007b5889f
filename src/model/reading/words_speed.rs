//! Words of performance on the AI side, and of scalability on the chain's.

use super::concept::Concept::{
    self, AiScale, Big, Capacity, Cheap, Fast, Fees, Light, Many, OffChain, Parallel, Pool, Scale, Sites, Thrifty,
};

/// Phrases by notion; the notation is that of [`super::pattern`].
pub(super) const WORDS: &[(Concept, &str)] = &[
    (
        Fast,
        "\
        # a second, accelerat*, add no latency, as fast as, as smooth/fast/quick .. as, at line speed, bare metal, \
        bottleneck, come/comes late, converge*, convergence .. faster/speed, days become hours, days to hours, \
        delay, does not add latency, doubled, down from .. to, fast, # faster, faster, fastest, first token, \
        flat latency, from days to hours, from hours to minutes, from weeks to days, full speed, =gb =s, \
        gb a second, gb per second, =gbps, gbps, \
        halve/halves/halved/double/doubles .. time/latency/speed/throughput, high performance, high performing, \
        hours become minutes, hours instead of, hours rather, in minutes, in seconds, in two seconds, in under, \
        inference time, instant, instantaneous*, instantly, interactive, keep/keeps .. responsive, latency, \
        latency .. falls/drops/low/flat/down/cut, less time, line rate, little slower, load in, loads in, \
        low latency, lower/less/reduced/shorter/short/flat/low .. latency/delay/time/wait, \
        match/matches .. centralized/cloud/datacenter, =mb =s, microsecond*, millisecond, milliseconds, \
        minutes instead of, minutes rather, more than double, \
        more/higher/greater .. tokens/throughput/speed/requests, =ms, \
        # =ms/second/seconds/millisecond/milliseconds/minute/minutes, native speed, native*, near native, \
        near real time, no delay, no latency, no waiting, not add latency, on par with .. data/cloud/central*, \
        on time, only a little slower, per second, per token, performance, performant, processing times, queue, \
        queues short, quick, quick response, quicker, quickly, rapid*, real time, realtime, replicas .. zero, \
        requests per second, response time, response times, responses .. late, responsive, rival*, seconds instead, \
        shorten/shortens/shortened/shorter .. time/times, shorter time, smooth, smoothly, snappy, sooner, sped up, \
        speed, speed up, speeds, speedup, stall*, start/starts/started in, sub second, subsecond, swift*, =tb =s, \
        throughput, throughput of a data, time to first token, # times .. faster, times as many, times as much, \
        times faster, # times faster/sooner/quicker, times more, tokens per second, \
        tokens/requests/calls/queries/gb/inferences a second, too late, too slowly, training time, tripled, \
        under a second, uptime, usable speed, waiting time, weeks to days, wire speed, within seconds, \
        within/in/under .. second/seconds/minutes/milliseconds/hours, without delay, without waiting, # x, x faster",
    ),
    (
        Cheap,
        "\
        a quarter of, a tenth of, a third of, affordab*, an hour, at cost, at half, at prices, beat* .. on .. cost, \
        becomes affordable, # below, below .. cloud/aws/market, budget friendly, cent each, \
        cents .. hour/million/token/tokens, cents each, cheap, # cheaper, cheaper, cheapest, cheaply, \
        compete .. on cost, compete on cost, competitive price/pricing/rate, compute cost, cost .. less, \
        cost effective*, cost efficiency, cost efficient*, cost less, cost of ai, cost of compute, \
        cost of inference, cost of training, cost saving, \
        cost/costs/price/bill .. lower/reduced/cut/down/drop/drops/fraction/less, \
        cost/costs/price/prices .. lower/less/little/nothing/half/quarter/third/tenth/fraction/drop/drops/fall/falls/sink/sinks/cents/cent, \
        cost/price .. transparent*, costs less, costs nothing, costs/cost a quarter/third/half/tenth/fraction, \
        dollars .. hour/million, dollars an hour, dollars per hour, driven .. cost down, driven down, economical*, \
        far below what, fraction of .. cost/price, fraction of a cent, fraction of what, gpu hour, half of what, \
        half the cost, half the price, \
        half/third/quarter/tenth/fraction of the/its/their/what price/cost/bill/others, inexpensive, inference cost, \
        # less, less .. cost, low cost, low price, # lower, lower cost, lower price, \
        lower/less/reduced/smaller/little/low .. cost/price/bill/expense/fee, lowest cost, lowest price, no capital, \
        no cloud bill, # off, on a budget, only pay for, pay as you go, pay less, pay only for, pay per use, \
        per dollar, per gpu hour, per hour, per million tokens, percent below, price # lower, price advantage, \
        price far below, price of compute, price of inference, price that is, prices .. down, prices down, \
        prices that are, pushes .. down, \
        reduce/reduces/cut/cuts/lower/lowers/slash/slashes .. cost/price/bill/expense, save* .. cost/money/bill, \
        savings, times less, # times less/cheaper, training cost, undercut*, up to # less, without buying, \
        without capital",
    ),
    (
        Big,
        "\
        =100b, =120b, =13b, =14b, =176b, =180b, =236b, =32b, =405b, =40b, =65b, =671b, =70b, =70b+, =72b, =7b, =8b, \
        any size, b model, b parameter, beyond .. memory, beyond .. single/one .. machine/gpu/node/server, \
        big model, bigger model, billion parameter, billion parameters, billions of parameters, compute intensive, \
        concurrent agents, data hungry, =demanding, exaflop*, exceed .. memory, fits on no .. single, flops, \
        foundation models, frontier ai, frontier class, frontier level, frontier model, frontier scale, \
        frontier size, frontier sized, giant model, grow beyond, heavy .. model/inference/training/computation, \
        heavy workload, huge model, huge models, hundreds of billions, large dataset, \
        large language model .. train*/serv*/run/host/deploy*, large model, large scale, larger model, \
        larger than .. memory, larger than .. memory/single/one, largest .. run/training/model, largest model, \
        long context, many models at once, massive dataset, massive model, million concurrent, models of any size, \
        more than .. single .. machine/gpu/node/card .. hold/holds/could, none/nobody .. alone, petabyte*, \
        petaflop*, pre training run, pretraining run, span .. nodes/gpus/machines/of, span many, spans many, \
        state of the art model, terabyte*, too big for, too large for, too large/big/much .. for .. single/one/any, \
        training run, trillion parameter, trillion tokens, work of a hyperscaler",
    ),
    (
        Thrifty,
        "\
        bandwidth, better use of, busy, cache/cached/caches, caching, communication cost, communication efficient, \
        communication overhead, communication round, compress*, diloco, disaggregat*, distro, efficiency, efficient, \
        efficiently, energy efficient, energy saving, fewer bits, fold, fold less, fully used, idle time, in use, \
        infrequent* .. sync*, kept busy, less .. waste, less communication, less energy, less memory, less traffic, \
        less waste, less/lower/fewer/reduced .. energy/memory/bandwidth/traffic/bytes/bits/power/electricity, \
        lightweight, load balanc*, local steps, low communication, memory footprint, mfu, \
        more/higher/better .. utilisation/utilization/efficiency, no waste, nothing is wasted, optimiz*, overlap*, \
        pipelin*, power consumption, prefill, quantis*, quantiz*, rarely sync*, \
        reduce/reduces/reducing/cut/cuts/cutting .. communication/traffic/bandwidth/memory/computation/compute/energy/latency/time/overhead, \
        request routing, resource efficien*, saves energy, schedul*, scheduling, shrink*, shrunk, sparse*, sparsif*, \
        speculative decoding, squeez*, squeezed, streamlin*, sync* .. rarely/infrequent*/every, \
        times less .. data/communication/traffic/bandwidth, utilis*, utiliz*, waste less, waste nothing, wasted, \
        without sacrificing .. performance/speed/quality, without waste",
    ),
    (
        AiScale,
        "\
        ai/inference/training .. scales/scalable, scalable .. ai/inference/training/learning/machine, \
        scale .. compute, scale/scales/scaling .. ai/inference/training/models/learning/intelligence, \
        scaling .. compute, train*/inference/ai/model/models/learning/agents/intelligence .. at .. scale",
    ),
    (
        Capacity,
        "\
        abundant .. compute/gpu/gpus, access to .. gpu/gpus/compute/computing/h100/h100s/hardware, as many cards, \
        as many gpus, capacity, cards, computational power, computational resource, compute capacity, compute layer, \
        compute marketplace, compute network, compute pool, compute power, compute resource, compute scarcity, \
        computing power, computing resource, enterprise gpu, enterprise grade gpu, get gpus, gpu capacity, \
        gpu cloud, gpu cluster, gpu compute, gpu fleet, gpu grid, gpu hours, gpu market, gpu marketplace, \
        gpu network, gpu pool, gpu power, gpu rental, gpu resource, gpu rich, gpu scarcity, gpu shortage, gpu time, \
        # gpu/card, # gpus, gpus of, gpus straight, # gpus/cards/h100s/accelerators, high end gpu, high end gpus, \
        horsepower, idle capacity, inference capacity, lease .. gpu/gpus, million concurrent agents, more workers, \
        on demand compute, on demand gpu, processing power, rent* .. gpu/gpus/compute/capacity, rented h100s, \
        serving capacity, spare gpu/gpus, supercomput*, supply .. gpu/gpus/compute, supply of .. gpu/gpus/compute, \
        thousands of gpus",
    ),
    // The chain's side.
    (
        Scale,
        "\
        add .. nodes/gpus/machines, add nodes, adding .. nodes/gpus/machines, adding experts, almost linearly, \
        as demand, as load increases, as many .. as they/you/needed/ask*, as many as, as volume, at once, at scale, \
        auto scal*, autoscal*, burst, by the hundred, by the thousand, capacity .. grow/grows/scales/expands, \
        cloud scale, each new node, elastic*, every new node, expand*, follow/follows demand, \
        from one/single .. to .. thousands/hundreds/thousand/hundred, further replicas, global scale, grow to, \
        grow* .. as, grow/grows .. with .. demand/usage/node/nodes/users, \
        grow/grows/rise/rises/expand/expands .. with, grows beyond, grows with each, high demand, high throughput, \
        high volume, horizontal*, hyperscale, infinite*, internet scale, keep up with, limitless*, linear speedup, \
        linearly, load increase, meets demand, more nodes .. more, more workers, \
        more/extra/additional .. gpus/nodes/machines/cards/replicas/servers .. start/join/added/come, no ceiling, \
        no longer confined, on demand, over a cluster, peak demand, planet scale, planetary scale, \
        production traffic, replica/replicas, rise with, rises with, scalab*, scale, scale out, scales, scales out, \
        scaling, serve production, simply added, spike, surge, terabytes, tested up to, unlimited, volume rises, \
        web scale, when the load, whenever .. need more, with demand, without .. ceiling/limit, without limit",
    ),
    (
        Pool,
        "\
        aggregat* .. compute/gpu/gpus/capacity/resource/resources/hardware/power/idle/supply/computing/underused/underutilized, \
        as one, bound into, bound together, cluster*, \
        combine/combines/combined/combining .. gpu/gpus/compute/power/machine/machines/resource/resources/capacity/hardware/computing, \
        combined .. power, containers, data parallel*, distribut* .. across/over/among, distributed .. network, \
        distributed compute, distributed computing, distributed gpu*, distributed inference, distributed system, \
        distributed training, dormant, dozens of .. gpus/machines/nodes/devices/cards, \
        federat* .. gpu/gpus/compute/capacity, filling idle, fleet, from many suppliers, grid, \
        hundreds of .. gpus/machines/nodes/devices/cards, \
        idle .. gpu/gpus/compute/capacity/hardware/machine/machines/power/resource/resources, \
        join .. gpus/machines/cards/computers .. into, join/joins/joined .. into, \
        joins .. gpus/machines/cards/computers, latent compute, made up of, make up an, make up one, many machines, \
        marketplace .. compute/gpu, mesh of, mining farms, mixture of experts, model parallel*, multi gpu, \
        multi node, multiple machines, one cloud, one large/big/giant/virtual, orchestrat*, orchestration layer, \
        packed onto, packs .. onto, patch* .. together, pipeline parallel*, pool, pooled, pooling, routes .. to, \
        serverless, several gpus, several machines, several servers, shared capacity, shared infrastructure, \
        single .. machine/computer/virtual, spare .. gpu/gpus/compute/capacity/cycles/power/resources, \
        split .. layers, \
        split/splits/split .. across/over/among .. gpu/gpus/machine/machines/node/nodes/device/devices/server/servers, \
        splitting .. layers, splitting a model, spread .. across/over/among, spread over, stitch* .. together, \
        supercluster, suppliers, tensor parallel*, thousands of .. gpus/machines/nodes/devices/cards, under one, \
        under used, underus*, underutiliz*, \
        unify/unifies/unite/unites/bundle/bundles .. gpu/gpus/compute/resource/resources/capacity/hardware, \
        unused .. gpu/gpus/compute/capacity/hardware/machine/machines/power/resource/resources, virtual cluster, \
        virtual supercomputer, whichever region",
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
        appchain, asynchron*, batch* .. settle*/requests/transactions, concurren*, dag, decoupl*, hierarch*, \
        in batches, in parallel, =l2, layer 2, layer two, multi chain, multi tier, parallel, parallel*, rollup, \
        separat* .. from, separate .. execution, settle* .. batch*, shard, sharded, sharding, side by side, \
        side chain, sidechain, simultaneous*, split .. layer, subchain, two tier",
    ),
    (
        OffChain,
        "\
        chain .. slim/small/light/lean, co processor, coprocessing, coprocessor, data availability, \
        decoupl* .. consensus .. execution, keep* .. chain .. light, load on the chain, not on the chain itself, \
        off chain, off it, off the chain, offchain, \
        only .. hash/hashes/proof/proofs/commitment/commitments/result/results .. on chain/chain/onchain, \
        only .. on chain, outside consensus, outside of the chain, outside the chain, run off it, runs off it, \
        separate* .. consensus .. execution, slim, state channel, stored off",
    ),
    (
        Fees,
        "\
        cheap transaction, cheaper transactions, cost on chain, feeless, fees .. low/lower/fraction, gas, gas cost, \
        gas fee, low fee, low gas, lower fee, lower gas, micropayment, no fee, on chain cost, storage cost, \
        sub cent, transaction cost, transaction costs, transaction fee, zero fee",
    ),
    (
        Light,
        "\
        bytes, chain slim, communication .. reduced/cut/fewer, communication efficient, compress*, \
        constant .. overhead, constant amount, constant number, does not grow, \
        fewer .. rounds/messages/transactions/bytes, just the .. layers, keep* .. ledger .. small, keeps .. slim, \
        lean, less communication, less overhead, less storage, less traffic, light weight, lightweight, linear*, \
        little overhead, load .. small, logarithmic*, low overhead, minimal overhead, negligible overhead, no bloat, \
        one bit, only the sensitive, overhead .. constant, \
        overhead .. low/small/minimal/negligible/reduced/only/below/under/less, overhead per client, prun*, \
        reduce/reduces/reduced/reducing/cut/cuts/cutting/minimize/minimizes/lower/lowers/less/lowering .. communication/traffic/overhead/storage/bandwidth/burden/load, \
        small footprint, small overhead, storage .. less/reduced/cheap/cheaper/costs, sublinear*, # times less, \
        times less .. traffic/data/communication/storage/bandwidth, without bloating, without waiting for",
    ),
    (
        Many,
        "\
        any number of, at large, billions of, # clients, # devices, however many, \
        hundred/thousand/million .. client/clients/devices/users/participants/hospitals/nodes/requests/calls/agents, \
        hundreds of thousands, # inferences, # k users, large number of, large scale, many clients, many devices, \
        many requests, many users, mass adoption, massive*, \
        # million .. inferences/requests/users/queries/proofs/calls/transactions/agents, millions of, \
        no matter how many, # nodes, number of .. rise/grow/increase, # participants, # requests, tens of thousands, \
        thousands of, unlimited number, # users",
    ),
];
