package io.slipway.audit.chain;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the newest checkpoint now and then; whoever has today's is not told again.
 */
@Component
class DailyCheckpoint {

    private final ChainStore store;

    private final AnchorStore anchors;

    private final ApplicationEventPublisher events;

    DailyCheckpoint(ChainStore store, AnchorStore anchors, ApplicationEventPublisher events) {
        this.store = store;
        this.anchors = anchors;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${slipway.audit.tell-every:PT30M}",
            initialDelayString = "${slipway.audit.tell-first:PT5M}")
    @Transactional
    public void tell() {
        this.store.newest()
            .ifPresent((newest) -> this.events
                .publishEvent(new CheckpointOfTheDay(newest.size(), newest.at(), this.anchors.given(newest))));
    }

}
