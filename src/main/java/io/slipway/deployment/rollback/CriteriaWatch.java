package io.slipway.deployment.rollback;

import io.slipway.deployment.check.CheckJudged;
import io.slipway.deployment.check.CheckVerdict;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes the checks of waves for what they are: measurable criteria of the rollback. One
 * that fails is told; what follows from it is the model's, or a person's.
 */
@Component
class CriteriaWatch {

    private static final String WAVE = "^run-wave:(\\d{1,18})/.*$";

    private final RollbackRows rows;

    private final ApplicationEventPublisher events;

    CriteriaWatch(RollbackRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void on(CheckJudged event) {
        String wave = event.subject().replaceFirst(WAVE, "$1");
        if (event.verdict() == CheckVerdict.FAILURE && !wave.equals(event.subject())) {
            this.rows.liveWave(wave)
                .ifPresent((one) -> this.events.publishEvent(new RollbackCriterionMet(one.releaseKey(), one.runId(),
                        one.label(), event.subject(), event.reason())));
        }
    }

}
