package io.slipway.schedule.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.schedule.exception.ExceptionDetails;
import io.slipway.schedule.exception.ExceptionManagement;
import io.slipway.schedule.period.PeriodManagement;

import org.springframework.stereotype.Component;

/**
 * What decides on an exception, and what its review looks back at: the exception, its
 * freezes, the release's planned time.
 */
@Component
class ExceptionEvidence {

    private final ExceptionManagement exceptions;

    private final PeriodManagement periods;

    ExceptionEvidence(ExceptionManagement exceptions, PeriodManagement periods) {
        this.exceptions = exceptions;
        this.periods = periods;
    }

    Map<String, Object> of(String releaseKey) {
        List<ExceptionDetails> newest = this.exceptions.ofRelease(releaseKey).stream().toList();
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("exceptions", newest);
        evidence.put("candidate", this.exceptions.release(releaseKey));
        evidence.put("freezes", this.periods.find(newest.stream().flatMap((one) -> one.freezes().stream()).toList()));
        return evidence;
    }

}
