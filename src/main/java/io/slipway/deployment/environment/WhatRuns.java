package io.slipway.deployment.environment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.Act;
import io.slipway.input.KeyPage;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows what runs where, since when, and how that is known: from deployments of ours,
 * from what tools report, from rollbacks. Facts are written in the transaction of the act
 * that makes them true. While a deployment runs, and after one that failed, it says so:
 * nobody knows for sure then.
 */
@Service
@Transactional
public class WhatRuns {

    /** Services on one page. */
    static final int ROWS = 40;

    private static final int LONGEST_VERSION = 500;

    private static final String SELECT = "select * from running_services";

    private static final KeyOrder<RunningService> LATEST_FIRST = KeyOrder.<RunningService>descending()
        .instant("since", RunningService::since)
        .number("id", RunningService::id);

    private final JdbcClient jdbc;

    private final PackageManagement packages;

    WhatRuns(JdbcClient jdbc, PackageManagement packages) {
        this.jdbc = jdbc;
        this.packages = packages;
    }

    /** Notes that a release is changing its services now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ReleaseDetails release, Act act) {
        for (String service : release.services()) {
            if (newest(release.environment(), service).isEmpty()) {
                insert(release.environment(), service, true,
                        new Fact(RunningSource.UNKNOWN, act.at(), null, null, null, null, null, act.by()), null);
            }
            Clause.update("running_services", "doubt_release", release.key(), "doubt_since", act.at())
                .where(place(release.environment(), service).and("newest = true"))
                .on(this.jdbc)
                .update();
        }
    }

    /**
     * Notes that a release's services run, as was verified.
     * @param since from when, UTC
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deployed(ReleaseDetails release, int attempt, Instant since, String verifiedBy) {
        PackageDetails content = this.packages.get(release.key());
        Fact fact = new Fact(RunningSource.RUN, since, release.key(), attempt, version(content),
                content.units().isEmpty() ? null : content.digest(), null, verifiedBy);
        release.services().forEach((service) -> put(release.environment(), service, fact));
    }

    /**
     * Notes that a release's services run where its deployment was rehearsed.
     * @param since from when, UTC
     * @param by user name of who had it rehearsed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rehearsed(ReleaseDetails release, String environment, Instant since, String by) {
        PackageDetails content = this.packages.get(release.key());
        Fact fact = new Fact(RunningSource.REHEARSAL, since, release.key(), null, version(content),
                content.units().isEmpty() ? null : content.digest(), null, by);
        release.services().forEach((service) -> put(environment, service, fact));
    }

    /**
     * Notes that a release was taken back: what ran before runs again.
     * @param since from when, UTC
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rolledBack(ReleaseDetails release, Instant since, String by) {
        rolledBack(release, release.environment(), since, by);
    }

    /** The same where its deployment was rehearsed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rolledBack(ReleaseDetails release, String environment, Instant since, String by) {
        for (String service : release.services()) {
            RunningService former = former(environment, service, release.key()).orElse(null);
            Fact fact = (former != null && former.known())
                    ? new Fact(RunningSource.ROLLBACK, since, former.releaseKey(), former.attempt(), former.version(),
                            former.digest(), former.asDelivered(), by)
                    : new Fact(RunningSource.UNKNOWN, since, null, null, null, null, null, by);
            put(environment, service, fact);
        }
    }

    /**
     * Notes what a tool reports to run. What is older than what is known of the place is
     * kept as history.
     * @param told what it reports; a release that is being deployed stays in doubt until
     * a person verified it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(ReleaseDetails release, Told told) {
        String environment = (told.environment() != null) ? told.environment() : release.environment();
        Boolean delivered = (told.digest() == null) ? null
                : this.packages.get(release.key()).digests().contains(told.digest());
        Fact fact = new Fact(RunningSource.REPORT, told.since(), told.back() ? null : release.key(), null,
                told.artifact(), told.digest(), told.back() ? null : delivered, told.toldBy());
        put(environment, told.service(), fact);
    }

    /**
     * What runs where, now.
     * @param after name of the last service of the page before; empty for the first page
     */
    @Transactional(readOnly = true)
    public RunningMatrix matrix(String after) {
        List<String> services = this.jdbc.sql("""
                select distinct service from running_services
                 where newest = true and service > :after order by service limit :most""")
            .param("after", after)
            .param("most", ROWS + 1)
            .query(String.class)
            .list();
        List<String> shown = services.stream().limit(ROWS).toList();
        if (shown.isEmpty()) {
            return new RunningMatrix(List.of(), Map.of(), null);
        }
        List<RunningService> found = Clause.of(SELECT)
            .where(Clause.of("newest = true").and(Clause.in("service", shown)))
            .append(" order by service, environment")
            .on(this.jdbc)
            .query(RunningService.class)
            .list();
        Map<String, Map<String, RunningService>> rows = new LinkedHashMap<>();
        found.forEach((one) -> rows.computeIfAbsent(one.service(), (name) -> new LinkedHashMap<>())
            .put(one.environment(), one));
        return new RunningMatrix(columns(found), rows,
                (services.size() > shown.size()) ? shown.get(shown.size() - 1) : null);
    }

    /**
     * What runs in an environment now.
     * @param from where the page begins; text that nobody gave out begins anew
     * @return by service
     */
    @Transactional(readOnly = true)
    public KeyPage<RunningService> in(String environment, String from) {
        return KeyOrder.<RunningService>ascending()
            .text("service", RunningService::service)
            .page(this.jdbc, SELECT, Clause.equal("environment", environment).and("newest = true"), from,
                    RunningService.class);
    }

    /**
     * Where a service runs now.
     * @return by environment, at most 50
     */
    @Transactional(readOnly = true)
    public List<RunningService> of(String service) {
        return Clause.of(SELECT)
            .where(Clause.equal("service", service).and("newest = true"))
            .append(" order by environment limit 50")
            .on(this.jdbc)
            .query(RunningService.class)
            .list();
    }

    /**
     * When a release was verified in an environment, its package of now before others.
     * @param digest of its package of now
     * @return nothing if it never was
     */
    @Transactional(readOnly = true)
    public Optional<RunningService> verified(String environment, String release, String digest) {
        return Clause.of(SELECT)
            .where(Clause.equal("release_key", release)
                .and(Clause.equal("environment", environment))
                .and("fact_source in ('RUN', 'REHEARSAL')"))
            .append(" order by (digest <=> ")
            .append(Clause.of(":digest", "digest", digest))
            .append(") desc, since desc limit 1")
            .on(this.jdbc)
            .query(RunningService.class)
            .optional();
    }

    /**
     * What ran as a service anywhere, the latest first.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @Transactional(readOnly = true)
    public KeyPage<RunningService> history(String service, String environment, String from) {
        return LATEST_FIRST.page(this.jdbc, SELECT, place(environment, service), from, RunningService.class);
    }

    private List<String> columns(List<RunningService> found) {
        List<String> seen = found.stream().map(RunningService::environment).distinct().sorted().toList();
        List<String> kept = Clause.of("select environment from environments")
            .where(Clause.in("environment", seen))
            .append(" order by position, environment")
            .on(this.jdbc)
            .query(String.class)
            .list();
        return Stream.concat(kept.stream(), seen.stream()).distinct().toList();
    }

    /**
     * Puts a fact in its place: on top unless a tool tells late what was before. What a
     * tool tells takes no doubt away.
     */
    private void put(String environment, String service, Fact fact) {
        RunningService newest = newest(environment, service).orElse(null);
        boolean report = fact.source() == RunningSource.REPORT;
        boolean late = report && newest != null && newest.known() && newest.since().isAfter(fact.since());
        if (newest != null && !late) {
            Clause.update("running_services", "newest", null, "doubt_release", null, "doubt_since", null)
                .where(Clause.equal("id", newest.id()))
                .on(this.jdbc)
                .update();
        }
        insert(environment, service, !late, fact, (report && !late) ? newest : null);
    }

    private void insert(String environment, String service, boolean newest, Fact fact,
            @Nullable RunningService doubted) {
        Clause
            .insert("running_services", "environment", environment, "service", service, "newest",
                    newest ? Boolean.TRUE : null, "fact_source", fact.source(), "since", fact.since(), "release_key",
                    fact.releaseKey(), "attempt", fact.attempt(), "version", fact.version(), "digest", fact.digest(),
                    "as_delivered", fact.asDelivered(), "told_by", fact.toldBy(), "doubt_release",
                    (doubted != null) ? doubted.doubtRelease() : null, "doubt_since",
                    (doubted != null) ? doubted.doubtSince() : null)
            .on(this.jdbc)
            .update();
    }

    /** What is known of a place now; nobody else may change it until the end. */
    private Optional<RunningService> newest(String environment, String service) {
        return Clause.of(SELECT)
            .where(place(environment, service).and("newest = true"))
            .append(" for update")
            .on(this.jdbc)
            .query(RunningService.class)
            .optional();
    }

    /** What ran before a release first came. */
    private Optional<RunningService> former(String environment, String service, String release) {
        return Clause.of(SELECT)
            .where(place(environment, service).and("""
                    id < coalesce((select min(o.id) from running_services o where o.release_key = :release
                     and o.environment = :environment and o.service = :service and o.fact_source <> 'ROLLBACK'), ~0)""",
                    "release", release))
            .append(" order by id desc limit 1")
            .on(this.jdbc)
            .query(RunningService.class)
            .optional();
    }

    private static Clause place(String environment, String service) {
        return Clause.equal("service", service).and(Clause.equal("environment", environment));
    }

    private static @Nullable String version(PackageDetails content) {
        String all = content.units()
            .stream()
            .map((unit) -> unit.name() + " " + unit.version())
            .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all.substring(0, Math.min(all.length(), LONGEST_VERSION));
    }

    /**
     * What a tool reports.
     *
     * @param toldBy who reports it
     * @param since when, UTC
     * @param environment where; null where the release goes
     * @param artifact address of what runs
     * @param digest SHA-256 of it
     * @param back whether it went back to something former
     */
    public record Told(String toldBy, Instant since, String service, @Nullable String environment,
            @Nullable String artifact, @Nullable String digest, boolean back) {
    }

    private record Fact(RunningSource source, Instant since, @Nullable String releaseKey, @Nullable Integer attempt,
            @Nullable String version, @Nullable String digest, @Nullable Boolean asDelivered, String toldBy) {
    }

}
