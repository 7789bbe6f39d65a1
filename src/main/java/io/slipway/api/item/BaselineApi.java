package io.slipway.api.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.slipway.configuration.baseline.Baseline;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Comparison;
import io.slipway.configuration.baseline.Difference;
import io.slipway.configuration.baseline.ItemRecord;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The configuration baselines of a release for tools: what they recorded, and how they
 * differ from each other and from today.
 */
@RestController
@Tag(name = "Baselines")
@RequestMapping(path = "/api/v1/releases/{key}/baselines", produces = MediaType.APPLICATION_JSON_VALUE)
class BaselineApi {

    private final BaselineManagement baselines;

    private final ReleaseManagement releases;

    BaselineApi(BaselineManagement baselines, ReleaseManagement releases) {
        this.baselines = baselines;
        this.releases = releases;
    }

    @Operation(summary = "Lists the baselines of a release")
    @GetMapping
    Answer list(@PathVariable String key) {
        String release = this.releases.get(key).key();
        return new Answer(release, this.baselines.ofRelease(release).stream().map(Row::of).toList());
    }

    @Operation(summary = "Reads a baseline with what it recorded")
    @GetMapping("/{id}")
    Content get(@PathVariable String key, @PathVariable long id) {
        return new Content(Row.of(checked(key, id)), this.baselines.records(id));
    }

    @Operation(summary = "Compares a baseline with another, or with today")
    @GetMapping("/{id}/differences")
    Differences compare(@PathVariable String key, @PathVariable long id, @RequestParam(defaultValue = "0") long to) {
        checked(key, id);
        Comparison comparison = (to > 0) ? this.baselines.compare(id, checked(key, to).id()) : this.baselines.drift(id);
        return new Differences(id, (to > 0) ? Long.toString(to) : "today", comparison.same(), comparison.differences());
    }

    private Baseline checked(String key, long id) {
        Baseline baseline = this.baselines.get(id);
        if (!baseline.releaseKey().equals(this.releases.get(key).key())) {
            throw new NotFoundException("baseline", Long.toString(id));
        }
        return baseline;
    }

    /**
     * The baselines of a release.
     *
     * @param baselines newest first
     */
    record Answer(String release, List<Row> baselines) {
    }

    /**
     * A baseline.
     *
     * @param id its number
     * @param moment {@code before} or {@code after}
     * @param takenBy user name of whose act took it
     */
    record Row(long id, int attempt, String moment, Instant takenAt, String takenBy, int items, int leftOut) {

        static Row of(Baseline baseline) {
            return new Row(baseline.id(), baseline.attempt(), baseline.moment().name().toLowerCase(Locale.ROOT),
                    baseline.takenAt(), baseline.takenBy(), baseline.items(), baseline.leftOut());
        }

    }

    /**
     * A baseline with what it recorded.
     *
     * @param items the records, by key
     */
    record Content(Row baseline, List<ItemRecord> items) {
    }

    /**
     * How a baseline differs from another or from today.
     *
     * @param from number of the former
     * @param to number of the later, or {@code today}
     * @param same how many items do not differ
     * @param differences those that do, with their fields
     */
    record Differences(long from, String to, int same, List<Difference> differences) {
    }

}
