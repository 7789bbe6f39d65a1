package io.slipway.monitor.operation.web;

import java.util.Arrays;
import java.util.Locale;

import io.slipway.workflow.job.JobFilter;
import io.slipway.workflow.job.JobState;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which jobs the address asks for; anything may stand in it.
 *
 * @param process id of a model
 * @param from where the page begins
 */
record JobQuery(String state, String process, String element, String release, String from) {

    JobQuery {
        release = release.toUpperCase(Locale.ROOT);
    }

    JobState chosen() {
        return Arrays.stream(JobState.values())
            .filter((one) -> id(one).equals(this.state))
            .findFirst()
            .orElse(JobState.FAILED);
    }

    JobFilter filter() {
        return new JobFilter(chosen(), this.process, this.element, this.release);
    }

    /** The address of another state with the same filter. */
    String address(JobState other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/monitor/jobs").queryParam("state", id(other));
        JobFilter filter = filter();
        if (!filter.process().isEmpty()) {
            address.queryParam("process", "{process}");
        }
        if (!filter.element().isEmpty()) {
            address.queryParam("element", "{element}");
        }
        if (!filter.release().isEmpty()) {
            address.queryParam("release", "{release}");
        }
        return address.encode()
            .buildAndExpand(java.util.Map.of("process", filter.process(), "element", filter.element(), "release",
                    filter.release()))
            .toUriString();
    }

    static String id(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

}
