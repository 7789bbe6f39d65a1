package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.slipway.audit.AuditKind;
import io.slipway.audit.AuditKinds;
import io.slipway.audit.export.Ocel.Event;
import io.slipway.audit.export.Ocel.Relation;
import io.slipway.audit.export.Ocel.Thing;
import io.slipway.audit.export.Ocel.Type;
import io.slipway.audit.export.Ocel.Value;
import io.slipway.audit.export.SelectedReleases.One;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes what happened to releases as one object-centric event log (OCEL 2.0): an event
 * is a row of the record, and tells of each thing that it has to do with.
 */
@Component
class OcelLogs {

    private final SelectedReleases releases;

    private final Rows<RecordRow> rows;

    private final Activities activities;

    private final AuditKinds kinds;

    private final JdbcClient jdbc;

    OcelLogs(SelectedReleases releases, Activities activities, AuditKinds kinds, JdbcClient jdbc) {
        this.releases = releases;
        this.rows = Rows.byRelease(jdbc);
        this.activities = activities;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** Writes the log as JSON. */
    long json(ReleaseSelection selection, OutputStream to) throws IOException {
        return write(selection, new OcelJson(to));
    }

    /** Writes the log as an SQLite database, which is made on this node's disk. */
    long sqlite(ReleaseSelection selection, OutputStream to) throws IOException {
        Path folder = Files.createTempDirectory("slipway-export");
        Path file = folder.resolve("log.sqlite");
        try {
            long events = Objects.requireNonNull(new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + file))
                .execute((ConnectionCallback<Long>) (connection) -> {
                    try {
                        return write(selection, new OcelSqlite(connection));
                    }
                    catch (IOException ex) {
                        throw new UncheckedIOException(ex);
                    }
                }));
            Files.copy(file, to);
            return events;
        }
        finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private long write(ReleaseSelection selection, Ocel.Sink log) throws IOException {
        Pseudonyms pseudonyms = Pseudonyms.of(this.jdbc);
        Set<String> people = new TreeSet<>();
        long[] events = new long[1];
        this.releases.chunks(selection, (some) -> {
            OcelThings things = OcelThings.of(this.jdbc, some, pseudonyms, people::add);
            this.rows.each(RecordRow.SELECT, Clause.in("release_key", some.stream().map(One::key).toList()), (row) -> {
                log.event(event(row, things, pseudonyms, people));
                events[0]++;
            });
        });
        this.releases.chunks(selection, (some) -> {
            for (Thing thing : OcelThings.of(this.jdbc, some, pseudonyms, people::add).all()) {
                log.thing(thing);
            }
        });
        touched(selection, log);
        for (String pseudonym : people) {
            log.thing(new Thing(Type.PERSON.id(pseudonym), Type.PERSON, List.of(), Set.of()));
        }
        log.finish();
        return events[0];
    }

    private Event event(RecordRow row, OcelThings things, Pseudonyms pseudonyms, Set<String> people) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("activity", this.activities.activity(row));
        attributes.put("transition", this.activities.transition(row));
        attributes.put("sequence", row.kept().sequence());
        if (row.kept().role() != null) {
            attributes.put("role", row.kept().role());
        }
        attributes.put("tool", row.kept().token() != null);
        attributes.put("made_for_demo", row.kept().madeForDemo());
        Set<Relation> relations = new LinkedHashSet<>();
        relations.add(new Relation(Type.RELEASE.id(row.release()), "of"));
        String how = how(row);
        AuditKind kind = this.kinds.of(row.kept().action());
        things.about(row, kind.objects(row.entry())).forEach((thing) -> relations.add(new Relation(thing, how)));
        if (!row.bySystem()) {
            relations.add(person(pseudonyms.of(row.kept().actor()), "performed by", people));
        }
        if (row.kept().onBehalfOf() != null) {
            relations.add(person(pseudonyms.of(row.kept().onBehalfOf()), "on behalf of", people));
        }
        return new Event("event:" + row.kept().sequence(), kind.eventType(), row.kept().at(), attributes, relations);
    }

    private static Relation person(String pseudonym, String how, Set<String> people) {
        people.add(pseudonym);
        return new Relation(Type.PERSON.id(pseudonym), how);
    }

    private static String how(RecordRow row) {
        return switch (row.kept().action()) {
            case "change.authorised", "change.rejected", "change.voted", "deployment.retry-decided",
                    "deployment.rollback-decided" ->
                "decides on";
            case "deployment.started", "deployment.succeeded", "deployment.failed" -> "deploys";
            case "deployment.verified", "deployment.refuted" -> "verifies";
            case "deployment.rolled-back" -> "rolls back";
            case "unit.delivered" -> "delivers";
            case "package.assembled" -> "assembles";
            default -> "about";
        };
    }

    /** What releases change and affect: each once, however many releases do. */
    private void touched(ReleaseSelection selection, Ocel.Sink log) throws IOException {
        Clause of = Clause.of("exists (select 1 from releases r where r.id = t.release_id")
            .append(selection.condition().sql().isEmpty() ? Clause.NONE
                    : Clause.of(" and ").append(selection.condition()))
            .append(")");
        named("t.service").chunks(
                "select distinct t.service as `key`, t.service as name, '' as type from release_services t", of,
                (some) -> {
                    for (Named one : some) {
                        log.thing(new Thing(Type.SERVICE.id(one.key()), Type.SERVICE,
                                List.of(new Value("name", one.name(), Ocel.BEGINNING)), Set.of()));
                    }
                });
        named("t.item").chunks(
                "select distinct t.item as `key`, coalesce(i.name, t.item) as name, coalesce(i.type, '') as type"
                        + " from release_items t left join configuration_items i on i.item_key = t.item",
                of, (some) -> {
                    for (Named one : some) {
                        log.thing(new Thing(Type.ITEM.id(one.key()), Type.ITEM,
                                List.of(new Value("name", one.name(), Ocel.BEGINNING),
                                        new Value("type", one.type(), Ocel.BEGINNING)),
                                Set.of()));
                    }
                });
    }

    private Rows<Named> named(String column) {
        return new Rows<>(this.jdbc, " order by " + column,
                (one) -> Clause.of(column + " > :after", "after", one.key()), Named.class, 1000);
    }

    /** Something with a name. */
    private record Named(String key, String name, String type) {
    }

}
