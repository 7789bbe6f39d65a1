package io.slipway.audit.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.slipway.audit.AuditObject;
import io.slipway.audit.export.Ocel.Relation;
import io.slipway.audit.export.Ocel.Thing;
import io.slipway.audit.export.Ocel.Type;
import io.slipway.audit.export.Ocel.Value;
import io.slipway.audit.export.SelectedReleases.One;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The things of some releases: each release, its package with its units, its changes,
 * deployments, permits and incidents, as they stand.
 */
final class OcelThings {

    private final Map<String, Thing> things = new LinkedHashMap<>();

    /** How the record calls a thing, and which thing that is. */
    private final Map<String, String> subjects = new HashMap<>();

    /** Services and items, which other releases may touch as well. */
    private final Set<String> touched = new HashSet<>();

    private final Pseudonyms pseudonyms;

    private final Consumer<String> people;

    private OcelThings(Pseudonyms pseudonyms, Consumer<String> people) {
        this.pseudonyms = pseudonyms;
        this.people = people;
    }

    /**
     * Reads the things of some releases.
     * @param people told the pseudonym of each person that a thing has to do with
     */
    static OcelThings of(JdbcClient jdbc, List<One> releases, Pseudonyms pseudonyms, Consumer<String> people) {
        OcelThings found = new OcelThings(pseudonyms, people);
        Map<String, One> byKey = new LinkedHashMap<>();
        releases.forEach((release) -> byKey.put(release.key(), release));
        Clause keys = Clause.in("release_key", byKey.keySet());
        Map<String, List<Begun>> phases = new HashMap<>();
        read(jdbc,
                "select release_key, at, json_value(old_values, '$.phase') as before_it,"
                        + " json_value(new_values, '$.phase') as phase from audit_entries",
                keys.and("action = 'phase.begun'"), " order by release_key, sequence", Begun.class)
            .forEach((begun) -> phases.computeIfAbsent(begun.releaseKey(), (key) -> new ArrayList<>()).add(begun));
        Map<Long, Set<String>> items = new HashMap<>();
        read(jdbc, "select release_id, item from release_items",
                Clause.in("release_id", releases.stream().map(One::id).toList()), " order by release_id, item",
                Touched.class)
            .forEach((one) -> items.computeIfAbsent(one.releaseId(), (id) -> new LinkedHashSet<>()).add(one.item()));
        releases.forEach((release) -> found.add(release, phases.getOrDefault(release.key(), List.of()),
                items.getOrDefault(release.id(), Set.of())));
        read(jdbc, "select release_key, assembled_at from packages", keys, " order by release_key", Parcel.class)
            .forEach(found::add);
        read(jdbc,
                "select r.release_key, u.name, u.version, u.digest, u.source_commit, u.delivered_by"
                        + " from releases r join release_units u on u.release_id = r.id",
                Clause.in("r.release_key", byKey.keySet()), " order by u.id", Unit.class)
            .forEach(found::add);
        read(jdbc, "select release_key, number, type, risk, status from change_records", keys, " order by id",
                Change.class)
            .forEach(found::add);
        read(jdbc, "select release_key, attempt, environment, started_at, finished_at, status, deployed_by"
                + " from deployments", keys, " order by id", Run.class)
            .forEach(found::add);
        read(jdbc, "select id, release_key, kind, status, requested_by, requested_at, expires_at from permits", keys,
                " order by id", Permit.class)
            .forEach(found::add);
        read(jdbc, "select id, release_key, subject, priority, opened_at, resolved_at from incidents", keys,
                " order by id", Incident.class)
            .forEach(found::add);
        return found;
    }

    private static <T> List<T> read(JdbcClient jdbc, String select, Clause which, String by, Class<T> type) {
        return Clause.of(select).where(which).append(by).on(jdbc).query(type).list();
    }

    /** All of them. */
    Iterable<Thing> all() {
        return this.things.values();
    }

    private boolean has(String id) {
        return this.things.containsKey(id) || this.touched.contains(id);
    }

    /**
     * Which of these things a row of the record is about, besides its release.
     * @param named the things that its kind of event names
     * @return their ids
     */
    Set<String> about(RecordRow row, List<AuditObject> named) {
        Set<String> about = new LinkedHashSet<>();
        String subject = this.subjects.get(row.release() + " " + row.kept().subjectType() + " " + row.kept().subject());
        if (subject != null) {
            about.add(subject);
        }
        for (AuditObject object : named) {
            Stream.of(object.type() + ":" + object.id(), Type.SERVICE.id(object.id()))
                .filter((id) -> !object.type().equals("release") && has(id))
                .findFirst()
                .ifPresent(about::add);
        }
        if (row.kept().action().startsWith("package.") && has(Type.PACKAGE.id(row.release()))) {
            about.add(Type.PACKAGE.id(row.release()));
        }
        return about;
    }

    private void add(One release, List<Begun> phases, Set<String> items) {
        Made made = new Made(Type.RELEASE, release.key());
        made.value("name", release.name())
            .value("type", release.type())
            .value("model", release.model())
            .value("environment", release.environment())
            .value("registered_at", release.registeredAt())
            .value("planned_start", release.plannedStart())
            .value("planned_end", release.plannedEnd())
            .value("phase", phases.isEmpty() ? release.phase() : phases.get(0).beforeIt())
            .value("status", "OPEN");
        phases.stream()
            .filter((begun) -> !Objects.equals(begun.phase(), begun.beforeIt()))
            .forEach((begun) -> made.value("phase", begun.phase(), begun.at()));
        if (release.endedAt() != null) {
            made.value("status", release.status(), release.endedAt());
        }
        release.services().forEach((service) -> made.touches(Type.SERVICE.id(service), "changes"));
        items.forEach((item) -> made.touches(Type.ITEM.id(item), "affects"));
        made.by(release.owner(), "managed by").keep();
    }

    private void add(Parcel parcel) {
        new Made(Type.PACKAGE, parcel.releaseKey()).value("assembled_at", parcel.assembledAt())
            .to(Type.RELEASE.id(parcel.releaseKey()), "package of")
            .keep();
    }

    private void add(Unit unit) {
        new Made(Type.UNIT, unit.releaseKey() + "/" + unit.name()).value("name", unit.name())
            .value("version", unit.version())
            .value("digest", unit.digest())
            .value("source_commit", unit.sourceCommit())
            .to(Type.PACKAGE.id(unit.releaseKey()), "part of")
            .to(Type.RELEASE.id(unit.releaseKey()), "unit of")
            .by(unit.deliveredBy(), "delivered by")
            .keep();
    }

    private void add(Change change) {
        new Made(Type.CHANGE, change.number()).value("type", change.type())
            .value("risk", change.risk())
            .value("status", change.status())
            .to(Type.RELEASE.id(change.releaseKey()), "authorises")
            .called(change.releaseKey(), "change", change.number())
            .keep();
    }

    private void add(Run run) {
        new Made(Type.DEPLOYMENT, run.releaseKey() + "/" + run.attempt()).value("attempt", run.attempt())
            .value("environment", run.environment())
            .value("started_at", run.startedAt())
            .value("finished_at", run.finishedAt())
            .value("status", run.status())
            .to(Type.RELEASE.id(run.releaseKey()), "deploys")
            .by(run.deployedBy(), "deployed by")
            .keep();
    }

    private void add(Permit permit) {
        new Made(Type.PERMIT, permit.id()).value("kind", permit.kind())
            .value("status", permit.status())
            .value("requested_at", permit.requestedAt())
            .value("expires_at", permit.expiresAt())
            .to(Type.RELEASE.id(permit.releaseKey()), "excepts")
            .by(permit.requestedBy(), "requested by")
            .called(permit.releaseKey(), permit.kind(), String.valueOf(permit.id()))
            .keep();
    }

    private void add(Incident incident) {
        new Made(Type.INCIDENT, incident.id()).value("priority", incident.priority())
            .value("opened_at", incident.openedAt())
            .value("resolved_at", incident.resolvedAt())
            .to(Type.RELEASE.id(incident.releaseKey()), "caused by")
            .called(incident.releaseKey(), "incident", incident.subject())
            .keep();
    }

    /** A thing that is put together. */
    private final class Made {

        private final Type type;

        private final String id;

        private final List<Value> values = new ArrayList<>();

        private final Set<Relation> relations = new LinkedHashSet<>();

        Made(Type type, Object key) {
            this.type = type;
            this.id = type.id(key);
        }

        Made value(String name, @Nullable Object value) {
            return value(name, value, Ocel.BEGINNING);
        }

        Made value(String name, @Nullable Object value, Instant from) {
            if (value != null) {
                this.values.add(new Value(name, value, from));
            }
            return this;
        }

        /** Relates it, unless to a part of these things that is not there. */
        Made to(String other, String how) {
            boolean part = !other.startsWith(Type.PACKAGE.id("")) || has(other);
            if (part) {
                this.relations.add(new Relation(other, how));
            }
            return this;
        }

        Made touches(String other, String how) {
            OcelThings.this.touched.add(other);
            return to(other, how);
        }

        Made by(String userName, String how) {
            String pseudonym = OcelThings.this.pseudonyms.of(userName);
            OcelThings.this.people.accept(pseudonym);
            return to(Type.PERSON.id(pseudonym), how);
        }

        Made called(String release, String kind, String subject) {
            OcelThings.this.subjects.put(release + " " + kind + " " + subject, this.id);
            return this;
        }

        void keep() {
            OcelThings.this.things.put(this.id, new Thing(this.id, this.type, this.values, this.relations));
        }

    }

    /** A phase that began. */
    private record Begun(String releaseKey, Instant at, @Nullable String beforeIt, @Nullable String phase) {
    }

    /** An item that a release touches. */
    private record Touched(long releaseId, String item) {
    }

    /** A package. */
    private record Parcel(String releaseKey, @Nullable Instant assembledAt) {
    }

    /** A unit of a package. */
    private record Unit(String releaseKey, String name, String version, String digest, String sourceCommit,
            String deliveredBy) {
    }

    /** A change record. */
    private record Change(String releaseKey, String number, String type, String risk, String status) {
    }

    /** A deployment. */
    private record Run(String releaseKey, int attempt, String environment, Instant startedAt, Instant finishedAt,
            String status, String deployedBy) {
    }

    /** A permit. */
    private record Permit(long id, String releaseKey, String kind, String status, String requestedBy,
            Instant requestedAt, Instant expiresAt) {
    }

    /** An incident. */
    private record Incident(long id, String releaseKey, String subject, @Nullable Integer priority,
            @Nullable Instant openedAt, @Nullable Instant resolvedAt) {
    }

}
