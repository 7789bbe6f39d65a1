package io.slipway.drills;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a load balancer does: asks each node every second whether it is ready, and hands
 * out those that were, in turn.
 */
final class Balancer implements AutoCloseable {

    private final List<Node> nodes;

    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor();

    private final AtomicInteger turn = new AtomicInteger();

    private volatile List<Node> ready;

    Balancer(List<Node> nodes) {
        this.nodes = nodes;
        this.ready = nodes;
        this.checks.scheduleWithFixedDelay(this::check, 0, 1, TimeUnit.SECONDS);
    }

    private void check() {
        this.ready = this.nodes.stream().filter(Node::ready).toList();
    }

    /** The next node; any of them when none is ready. */
    Node next() {
        List<Node> candidates = this.ready.isEmpty() ? this.nodes : this.ready;
        return candidates.get(Math.floorMod(this.turn.getAndIncrement(), candidates.size()));
    }

    @Override
    public void close() {
        this.checks.shutdownNow();
    }

}
