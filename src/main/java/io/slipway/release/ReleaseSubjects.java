package io.slipway.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

import io.slipway.change.ChangeSubject;
import io.slipway.change.ChangeSubjects;
import io.slipway.ui.NotFoundException;
import io.slipway.ui.ReadOnce;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells changes what a release would deploy, with a digest over its plan and its package.
 */
@Component
class ReleaseSubjects implements ChangeSubjects {

    private static final Duration LATELY = Duration.ofDays(90);

    private final ReleaseQueries releases;

    private final JdbcClient database;

    private final Clock clock;

    private final ReadOnce once;

    ReleaseSubjects(ReleaseQueries releases, JdbcClient database, Clock clock, ReadOnce once) {
        this.releases = releases;
        this.database = database;
        this.clock = clock;
        this.once = once;
    }

    @Override
    public ChangeSubject of(String releaseKey) {
        return this.once.of("change subject", releaseKey, () -> read(releaseKey));
    }

    private ChangeSubject read(String releaseKey) {
        ReleaseDetails release = this.once.of("release", releaseKey,
                () -> this.releases.find(releaseKey).orElseThrow(() -> new NotFoundException("release", releaseKey)));
        ReleasePlan plan = release.plan();
        return new ChangeSubject(release.key(), release.name(), release.type(), release.model(),
                plan.details().schemaChange(), plan.details().environment(), plan.services(), plan.details().items(),
                plan.plannedStart(), plan.plannedEnd(), release.owner(), recentFailures(plan.services()),
                digest(release));
    }

    /**
     * How many releases of some services were rolled back in the last 90 days.
     * @param services names of the services
     * @return the number of releases
     */
    int recentFailures(Collection<String> services) {
        if (services.isEmpty()) {
            return 0;
        }
        Instant since = this.clock.instant().minus(LATELY);
        return this.database.sql("""
                select count(*) from releases r
                 where r.rolled_back_at >= :since
                   and exists (select 1 from release_services s where s.release_id = r.id and s.service in (:services))
                """)
            .param("since", ReleaseRows.column(since))
            .param("services", services)
            .query(Integer.class)
            .single();
    }

    private static String digest(ReleaseDetails release) {
        StringBuilder content = new StringBuilder();
        add(content, release.key(), release.plan().changeDigest());
        release.content()
            .units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .forEach((unit) -> add(content, unit.name(), unit.version(), unit.digest()));
        release.content()
            .documents()
            .forEach((document) -> add(content, document.kind(), document.name(), document.digest()));
        return DigestUtils.sha256Hex(content.toString());
    }

    /** Adds each value with its length, so that no two contents read the same. */
    private static void add(StringBuilder content, @Nullable Object... values) {
        for (@Nullable
        Object value : values) {
            String text = String.valueOf(value);
            content.append(text.length()).append(':').append(text).append('\n');
        }
    }

}
