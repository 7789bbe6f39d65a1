package io.slipway.workflow.job;

import java.util.Optional;

import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells administrators whether jobs failed.
 */
@Component
@Order(1)
class JobCheck implements SystemCheck {

    private final Jobs jobs;

    private final Messages words;

    JobCheck(Jobs jobs, Messages words) {
        this.jobs = jobs;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        JobCounts counts = this.jobs.counts();
        return Optional.of(new State(counts.failed() > 0, this.words.text("workflow.check.jobs"),
                this.words.text("workflow.check.jobs.text", counts.failed(), counts.retrying(), counts.due()),
                "/monitor/jobs"));
    }

}
