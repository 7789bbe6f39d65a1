package io.slipway.workflow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code --slipway.work-items.rebuild}: the portal starts as ever and makes
 * the table of work items agree with the engine.
 */
@Component
@Order(0)
@ConditionalOnProperty("slipway.work-items.rebuild")
class RebuildAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RebuildAtStart.class);

    private final WorkItemRebuild rebuild;

    RebuildAtStart(WorkItemRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        WorkItemsRebuilt done = this.rebuild.run();
        log.info("Work items rebuilt: {} checked, {} added, {} corrected, {} removed", done.checked(), done.added(),
                done.corrected(), done.removed());
    }

}
