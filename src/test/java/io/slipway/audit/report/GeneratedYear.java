package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.slipway.sql.Clause;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A year of deployments, written as facts without any of the guards, into which faults
 * are planted; the seed says which. Its time is its own, so that nobody else's rows are
 * in it.
 */
class GeneratedYear {

    /** What may be wrong with a deployment. */
    enum Fault {

        NONE, APPROVED_LATE, NOT_APPROVED, BUILT_AND_APPROVED, APPROVED_AND_DEPLOYED, OTHER_DIGEST, NOT_TESTED,
        NO_WAY_BACK, EMERGENCY_NOT_REVIEWED, EMERGENCY_REVIEWED_LATE

    }

    /** Each has a time of its own. */
    private static final AtomicInteger YEARS = new AtomicInteger();

    private final JdbcClient jdbc;

    private final Random random;

    private final String mark = "Y" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();

    private final int first;

    private final Map<Integer, Instant> begun = new TreeMap<>();

    final Instant begin;

    /** The key of each deployment with its fault. */
    final Map<String, Fault> planted = new TreeMap<>();

    GeneratedYear(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.first = 1_000_000 + 10_000 * YEARS.get();
        this.begin = Instant.parse("1990-01-01T00:00:00Z").plus(Duration.ofDays(400L * YEARS.getAndIncrement()));
    }

    ReportPeriod period() {
        return new ReportPeriod(this.begin, this.begin.plus(Duration.ofDays(365)));
    }

    GeneratedYear fill(int deployments) {
        Fault[] faults = Fault.values();
        for (int i = 0; i < deployments; i++) {
            deployment(i, (i < faults.length) ? faults[i]
                    : (this.random.nextInt(4) == 0) ? faults[this.random.nextInt(faults.length)] : Fault.NONE);
        }
        return this;
    }

    String number(int i) {
        return "CHG-%d".formatted(this.first + i);
    }

    String key(int i) {
        return this.mark + "-" + i;
    }

    /** Writes what the record says of them. */
    void record() {
        this.begun.forEach((i, start) -> {
            entry(start, "deployment.started", "release", key(i), i, "{\"attempt\": 1}");
            entry(start.minus(Duration.ofDays(4)), "change.raised", "change", number(i), i, "{}");
        });
    }

    private void entry(Instant at, String action, String type, String subject, int i, String values) {
        Clause
            .insert("audit_entries", "at", at, "actor", "deployer", "actor_name", "Deployer", "action", action,
                    "subject_type", type, "subject", subject, "release_key", key(i), "old_values", "{}", "new_values",
                    values)
            .on(this.jdbc)
            .update();
    }

    /** Deletes one as who owns the database can. */
    void forget(int i) {
        this.jdbc.sql("delete from deployments where release_key = :key").param("key", key(i)).update();
        this.jdbc.sql(
                "delete d from change_decisions d join change_records c on c.id = d.change_record_id where c.number = :number")
            .param("number", number(i))
            .update();
        this.jdbc.sql("delete from change_records where number = :number").param("number", number(i)).update();
    }

    /** Takes the year away again, all but what the record says of it. */
    void leave() {
        String keys = this.mark + "-%";
        this.jdbc.sql("""
                delete d from change_decisions d join change_records c on c.id = d.change_record_id
                 where c.release_key like :keys""").param("keys", keys).update();
        this.jdbc.sql("""
                delete u from release_units u join releases r on r.id = u.release_id
                 where r.release_key like :keys""").param("keys", keys).update();
        for (String table : List.of("change_records", "deployments", "evidence", "test_assessments", "releases")) {
            this.jdbc.sql("delete from " + table + " where release_key like :keys").param("keys", keys).update();
        }
        this.jdbc.sql("delete from work_items where business_key like :keys").param("keys", keys).update();
    }

    private void deployment(int i, Fault fault) {
        String key = this.mark + "-" + i;
        Instant start = this.begin.plus(Duration.ofMinutes(60L * 24 * 30 + i * 97L + this.random.nextInt(60)));
        this.begun.put(i, start);
        boolean emergency = fault.name().startsWith("EMERGENCY") || this.random.nextInt(10) == 0;
        String digest = DigestUtils.sha256Hex(key);
        long release = insert("releases", "release_key", key, "name", "Generated", "type", "MINOR", "model", "BIG_BANG",
                "owner", "author", "phase", "REVIEW", "status", "CLOSED", "ended", true, "planned_start", start,
                "planned_end", start.plusSeconds(7200), "schedule_at", start, "support_days", 7, "registered_at",
                start.minus(Duration.ofDays(20)), "ended_at", start.plus(Duration.ofDays(9)), "version", 0);
        insert("release_units", "release_id", release, "name", "shop", "version", "1", "artifact", "pkg:shop", "digest",
                digest, "source_commit", "4f2a91c", "committed_at", start.minus(Duration.ofDays(12)), "delivered_by",
                "builder", "delivered_at", start.minus(Duration.ofDays(10)));
        if (fault != Fault.NOT_TESTED) {
            insert("test_assessments", "version", 0, "release_key", key, "package_mark", digest, "critical", 0, "major",
                    0, "minor", 0, "report", "", "summary", "", "verdict", "PASSED", "assessed_by", "tester",
                    "assessed_at", start.minus(Duration.ofDays(5)));
        }
        insert("evidence", "version", 0, "release_key", key, "package_digest", digest, "format", "JUNIT", "level",
                "SYSTEM", "name", "suite", "environment", "test", "ran_at", start.minus(Duration.ofDays(6)), "source",
                "", "delivered_by", "tester", "delivered_at", start.minus(Duration.ofDays(6)), "report_digest", digest,
                "report_size", 1, "original_kept", false, "delivery_digest", digest, "totals", "{}");
        change(key, i, fault, emergency, start, digest);
        insert("deployments", "version", 0, "release_key", key, "attempt", 1, "environment", "production", "started_at",
                start, "finished_at", start.plusSeconds(1800), "notes", "", "status", "VERIFIED", "deployed_by",
                (fault == Fault.APPROVED_AND_DEPLOYED) ? "authority" : "deployer", "digest",
                (fault == Fault.OTHER_DIGEST) ? DigestUtils.sha256Hex("other" + key) : digest);
        this.planted.put(key + "/1", fault);
    }

    private void change(String key, int i, Fault fault, boolean emergency, Instant start, String digest) {
        Instant reviewed = (fault == Fault.EMERGENCY_NOT_REVIEWED) ? null
                : start.plus(Duration.ofDays((fault == Fault.EMERGENCY_REVIEWED_LATE) ? 8 : 3));
        long change = insert("change_records", "version", 0, "number", number(i), "release_key", key, "round", key,
                "title", "Generated", "type", emergency ? "EMERGENCY" : "NORMAL", "risk", "LOW", "risk_reasons", "",
                "risk_version", 3, "implementation_plan", "Do it.", "verification_plan", "Look.", "back_out_plan",
                (fault == Fault.NO_WAY_BACK) ? "" : "Undo it.", "status", "CLOSED", "digest", digest, "seats",
                "1:change-authority", "raised_at", start.minus(Duration.ofDays(4)), "emergency_verdict",
                (emergency && reviewed != null) ? "JUSTIFIED" : null, "emergency_reviewer",
                (emergency && reviewed != null) ? "authority" : null, "emergency_reviewed_at",
                emergency ? reviewed : null);
        decision(change, 0, "REQUESTED", "author", start.minus(Duration.ofDays(3)));
        if (fault != Fault.NOT_APPROVED) {
            decision(change, 1, "AUTHORISED", (fault == Fault.BUILT_AND_APPROVED) ? "builder" : "authority",
                    (fault == Fault.APPROVED_LATE) ? start.plusSeconds(60L * (1 + this.random.nextInt(500)))
                            : start.minusSeconds(60L * (1 + this.random.nextInt(500))));
        }
        if (emergency) {
            Clause
                .insert("work_items", "id", key, "business_key", key, "subject", "Generated", "definition", "x",
                        "process", "x", "step", "x", "step_name", "x", "phase", "REVIEW", "role", "change-authority",
                        "priority", 1, "due_at", start.plus(Duration.ofDays(5)), "created_at", start, "state",
                        "COMPLETED", "form", "change/review-emergency-change")
                .on(this.jdbc)
                .update();
        }
    }

    private void decision(long change, int position, String action, String actor, Instant at) {
        Clause
            .insert("change_decisions", "change_record_id", change, "position", position, "action", action, "actor",
                    actor, "decided_at", at, "role", "CHANGE_AUTHORITY")
            .on(this.jdbc)
            .update();
    }

    private long insert(String table, Object... values) {
        return Clause.insert(table, values).insertedBy(this.jdbc);
    }

}
