package io.slipway.deployment.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseUnitDetails;
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

    private static final int LONGEST_ARTIFACT = 500;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-(\\d{1,18})");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final JdbcClient jdbc;

    private final DeploymentManagement deployments;

    private final Journal journal;

    private final Clock clock;

    DeploymentReports(JdbcClient jdbc, DeploymentManagement deployments, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.deployments = deployments;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes a report in, once for each source and id. Refuses everybody but build
     * engineers and deployment managers, an id that is missing or too long, and a digest
     * that is none. A moment in the future counts as now.
     * @param release key of the release
     * @param news the report
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'deployment-manager')")
    public void tell(String release, DeploymentNews news) {
        check(news);
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = news.at().isAfter(now) ? now : news.at();
        try {
            this.jdbc.sql("""
                    insert into reported_deployments (release_key, source, report_id, kind, happened_at, service,
                                                      environment, artifact, digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(release, news.source(), news.id(), news.kind().name(),
                        LocalDateTime.ofInstant(at, ZoneOffset.UTC), cut(news.service(), LONGEST_PLACE),
                        cut(news.environment(), LONGEST_PLACE), cut(news.artifact(), LONGEST_ARTIFACT), news.digest())
                .update();
        }
        catch (DuplicateKeyException ex) {
            return;
        }
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
     * @param release the release
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     * @return a page
     */
    @Transactional(readOnly = true)
    public KeyPage<ReportedDeployment> of(ReleaseDetails release, String from) {
        Matcher cursor = CURSOR.matcher(from);
        boolean known = cursor.matches();
        Map<String, Object> parameters = new HashMap<>(Map.of("release", release.key(), "most", KeyPage.SIZE + 1));
        if (known) {
            parameters.put("at",
                    LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(cursor.group(1))), ZoneOffset.UTC));
            parameters.put("id", Long.parseLong(cursor.group(2)));
        }
        List<DeploymentDetails> attempts = this.deployments.ofRelease(release.key());
        List<ReportedDeployment> found = this.jdbc
            .sql("select * from reported_deployments where release_key = :release"
                    + (known ? " and happened_at <= :at and (happened_at < :at or id < :id)" : "")
                    + " order by happened_at desc, id desc limit :most")
            .params(parameters)
            .query((row, number) -> judged(row, release, attempts))
            .list();
        return KeyPage.of(found, (one) -> one.at().toEpochMilli() + "-" + one.id());
    }

    private static ReportedDeployment judged(ResultSet row, ReleaseDetails release, List<DeploymentDetails> attempts)
            throws SQLException {
        ReportKind kind = ReportKind.valueOf(row.getString("kind"));
        Instant at = row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        String environment = row.getString("environment");
        String digest = row.getString("digest");
        Optional<String> unit = release.content()
            .units()
            .stream()
            .filter((one) -> one.digest().equals(digest))
            .map(ReleaseUnitDetails::name)
            .findFirst();
        ReportMatch match = unit.isPresent() ? ReportMatch.AS_DELIVERED : (kind == ReportKind.ROLLED_BACK)
                ? ReportMatch.FORMER : (digest == null) ? ReportMatch.UNTOLD : ReportMatch.OTHER;
        boolean elsewhere = environment != null
                && !environment.equalsIgnoreCase(release.plan().details().environment().strip());
        int attempt = elsewhere ? 0
                : attempts.stream()
                    .filter((one) -> running(one, at))
                    .map(DeploymentDetails::attempt)
                    .findFirst()
                    .orElse(0);
        ReportTiming timing = elsewhere ? ReportTiming.ELSEWHERE
                : (attempt > 0) ? ReportTiming.DURING : ReportTiming.OUTSIDE;
        return new ReportedDeployment(row.getLong("id"), row.getString("source"), kind, at, row.getString("service"),
                environment, row.getString("artifact"), digest, match, unit.orElse(null), timing, attempt);
    }

    /**
     * Forms know minutes only, so the minute in which it began or ended is part of it.
     */
    private static boolean running(DeploymentDetails attempt, Instant at) {
        boolean rollback = attempt.decision() != null && switch (attempt.status()) {
            case ROLLING_BACK, ROLLED_BACK -> within(attempt.decision().at(), attempt.rolledBackAt(), at);
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

}
