package io.slipway.deployment.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.environment.WhatRuns;
import io.slipway.deployment.environment.WhatRuns.Told;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what tools report to have deployed, and judges it when it is read: so it does not
 * matter whether the report or the step came first. A report completes no step.
 */
@Service
@Transactional
public class DeploymentReports {

    private static final int LONGEST_SOURCE = 300;

    private static final int LONGEST_ID = 200;

    private static final int LONGEST_PLACE = 200;

    private static final int LONGEST_ENVIRONMENT = 80;

    private static final int LONGEST_ARTIFACT = 500;

    private static final KeyOrder<Row> LATEST_FIRST = KeyOrder.<Row>descending()
        .instant("happened_at", Row::happenedAt)
        .number("id", Row::id);

    private static final String SELECT = "select * from reported_deployments";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final JdbcClient jdbc;

    private final DeploymentManagement deployments;

    private final ReleaseManagement releases;

    private final WhatRuns whatRuns;

    private final Journal journal;

    private final Clock clock;

    DeploymentReports(JdbcClient jdbc, DeploymentManagement deployments, ReleaseManagement releases, WhatRuns whatRuns,
            Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.deployments = deployments;
        this.releases = releases;
        this.whatRuns = whatRuns;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes a report in, once for each source and id. Refuses everybody but build
     * engineers and deployment managers, an id that is missing or too long, and a digest
     * that is none. A moment in the future counts as now.
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'deployment-manager')")
    public void tell(String release, DeploymentNews news) {
        check(news);
        Instant now = this.clock.instant();
        Instant at = news.at().isAfter(now) ? now : news.at();
        try {
            Clause
                .insert("reported_deployments", "release_key", release, "source", news.source(), "report_id", news.id(),
                        "kind", news.kind(), "happened_at", at, "service", cut(news.service(), LONGEST_PLACE),
                        "environment", cut(news.environment(), LONGEST_PLACE), "artifact",
                        cut(news.artifact(), LONGEST_ARTIFACT), "digest", news.digest())
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            return;
        }
        this.whatRuns.reported(this.releases.get(release),
                new Told(news.source(), at, Objects.requireNonNull(cut(news.service(), LONGEST_PLACE)),
                        cut(news.environment(), LONGEST_ENVIRONMENT), cut(news.artifact(), LONGEST_ARTIFACT),
                        news.digest(), news.kind() == ReportKind.ROLLED_BACK));
        Map<String, Object> values = new HashMap<>(Map.of("source", news.source(), "kind", news.kind(), "at", at));
        if (news.environment() != null) {
            values.put("environment", news.environment());
        }
        if (news.digest() != null) {
            values.put("digest", news.digest());
        }
        this.journal.record(JournalEntry.ofRelease("deployment.reported", release).with(values));
    }

    private static void check(DeploymentNews news) {
        InputCheck check = new InputCheck();
        check.refuseIf(news.source().isBlank() || news.source().length() > LONGEST_SOURCE, "source",
                "deployment.reported.id", LONGEST_SOURCE);
        check.refuseIf(news.id().isBlank() || news.id().length() > LONGEST_ID, "id", "deployment.reported.id",
                LONGEST_ID);
        check.refuseIf(news.service().isBlank(), "service", "deployment.reported.id", LONGEST_PLACE);
        check.refuseIf(news.digest() != null && !DIGEST.matcher(news.digest()).matches(), "digest",
                "release.unit.digest.invalid");
        check.finish();
    }

    /**
     * One page of what was reported of a release, the latest deployment first.
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    @Transactional(readOnly = true)
    public KeyPage<ReportedDeployment> of(ReleaseDetails release, String from) {
        KeyPage<Row> found = LATEST_FIRST.page(this.jdbc, SELECT, Clause.equal("release_key", release.key()), from,
                Row.class);
        return new KeyPage<>(judged(found.rows()), found.next());
    }

    /**
     * What was reported of some releases.
     * @return the reports, the latest deployment first
     */
    @Transactional(readOnly = true)
    public List<ReportedDeployment> of(Collection<String> releases) {
        return judged(Clause.of(SELECT)
            .where(Clause.in("release_key", releases))
            .append(LATEST_FIRST.by())
            .on(this.jdbc)
            .query(Row.class)
            .list());
    }

    /**
     * What was reported of a period, the latest deployment first.
     * @param from where to begin: the {@link #cursor} of the last one before; empty for
     * the first
     * @param most how many to read
     */
    @Transactional(readOnly = true)
    public List<ReportedDeployment> between(Instant since, Instant until, String from, int most) {
        return judged(Clause.of(SELECT)
            .where(Clause.of("happened_at >= :since", "since", since)
                .and("happened_at < :until", "until", until)
                .and(LATEST_FIRST.after(from)))
            .append(LATEST_FIRST.by() + " limit " + most)
            .on(this.jdbc)
            .query(Row.class)
            .list());
    }

    /** Where what follows a report begins. */
    public static String cursor(ReportedDeployment report) {
        return report.at().toEpochMilli() + "." + report.id();
    }

    private List<ReportedDeployment> judged(List<Row> rows) {
        Set<String> keys = rows.stream().map(Row::releaseKey).collect(Collectors.toSet());
        Map<String, List<Unit>> units = this.jdbc.sql("""
                select r.release_key, r.environment, u.name, u.digest from releases r
                  left join release_units u on u.release_id = r.id where r.release_key in (:keys)""")
            .param("keys", keys.isEmpty() ? List.of("") : keys)
            .query(Unit.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Unit::releaseKey));
        Map<String, List<DeploymentDetails>> attempts = this.deployments.ofReleases(keys);
        return rows.stream()
            .map((row) -> judged(row, units.getOrDefault(row.releaseKey(), List.of()),
                    attempts.getOrDefault(row.releaseKey(), List.of())))
            .toList();
    }

    private static ReportedDeployment judged(Row row, List<Unit> units, List<DeploymentDetails> attempts) {
        ReportKind kind = row.kind();
        Instant at = row.happenedAt();
        String environment = row.environment();
        String digest = row.digest();
        Optional<String> unit = units.stream()
            .filter((one) -> digest != null && digest.equals(one.digest()))
            .map(Unit::name)
            .findFirst();
        ReportMatch match = unit.isPresent() ? ReportMatch.AS_DELIVERED : (kind == ReportKind.ROLLED_BACK)
                ? ReportMatch.FORMER : (digest == null) ? ReportMatch.UNTOLD : ReportMatch.OTHER;
        boolean elsewhere = environment != null
                && units.stream().noneMatch((one) -> environment.equalsIgnoreCase(one.environment().strip()));
        int attempt = elsewhere ? 0
                : attempts.stream()
                    .filter((one) -> running(one, at))
                    .map(DeploymentDetails::attempt)
                    .findFirst()
                    .orElse(0);
        ReportTiming timing = elsewhere ? ReportTiming.ELSEWHERE
                : (attempt > 0) ? ReportTiming.DURING : ReportTiming.OUTSIDE;
        return new ReportedDeployment(row.id(), row.releaseKey(), row.source(), kind, at, row.service(), environment,
                row.artifact(), digest, match, unit.orElse(null), timing, attempt);
    }

    /**
     * Forms know minutes only, so the minute in which it began or ended is part of it.
     */
    private static boolean running(DeploymentDetails attempt, Instant at) {
        boolean rollback = attempt.decision() != null && switch (attempt.status()) {
            case ROLLING_BACK, ROLLED_BACK, FIXED_FORWARD ->
                within(attempt.decision().at(), attempt.rolledBackAt(), at);
            default -> false;
        };
        return rollback || within(attempt.run().startedAt(), attempt.run().finishedAt(), at);
    }

    private static boolean within(Instant start, @Nullable Instant end, Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return !minute.isBefore(start.truncatedTo(ChronoUnit.MINUTES)) && (end == null || !minute.isAfter(end));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        String stripped = (text != null) ? text.strip() : "";
        return stripped.isEmpty() ? null : stripped.substring(0, Math.min(stripped.length(), longest));
    }

    private record Row(long id, String releaseKey, String source, ReportKind kind, Instant happenedAt, String service,
            @Nullable String environment, @Nullable String artifact, @Nullable String digest) {
    }

    /** A unit of a release; a release without any has one row without a name. */
    private record Unit(String releaseKey, String environment, @Nullable String name, @Nullable String digest) {
    }

}
