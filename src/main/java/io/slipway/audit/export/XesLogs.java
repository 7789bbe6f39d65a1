package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.slipway.audit.export.SelectedReleases.One;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what happened to releases as event logs in XES: one in which a trace is a
 * release, one in which it is a change record, and one in which it is a deployment. An
 * event is a row of the record.
 */
@Component
class XesLogs {

    private final SelectedReleases releases;

    private final Rows<RecordRow> rows;

    private final Activities activities;

    private final JdbcClient jdbc;

    XesLogs(SelectedReleases releases, Activities activities, JdbcClient jdbc) {
        this.releases = releases;
        this.rows = Rows.byRelease(jdbc);
        this.activities = activities;
        this.jdbc = jdbc;
    }

    /** Writes the log of releases. */
    long releases(ReleaseSelection selection, OutputStream to) throws IOException {
        Log log = new Log(new XesFile(to, "Releases"), Pseudonyms.of(this.jdbc));
        this.releases.chunks(selection, (some) -> {
            Map<String, One> known = byKey(some);
            this.rows.each(RecordRow.SELECT, Clause.in("release_key", known.keySet()), (row) -> {
                log.trace(row.release(), known.get(row.release()));
                log.event(row);
            });
        });
        return log.finish();
    }

    /** Writes the log of change records. */
    long changes(ReleaseSelection selection, OutputStream to) throws IOException {
        return parts(selection, new XesFile(to, "Changes"), "subject_type = 'change'", (row) -> row.kept().subject());
    }

    /** Writes the log of deployments, of which each attempt is one. */
    long deployments(ReleaseSelection selection, OutputStream to) throws IOException {
        return parts(selection, new XesFile(to, "Deployments"), "action like 'deployment.%'", (row) -> {
            String attempt = row.value("attempt");
            return attempt.isEmpty() ? "" : row.release() + "/" + attempt;
        });
    }

    /**
     * Traces that are parts of releases: memory holds the rows of one release's.
     * @param part which one a row belongs to; empty for none
     */
    private long parts(ReleaseSelection selection, XesFile file, String which, Function<RecordRow, String> part)
            throws IOException {
        Log log = new Log(file, Pseudonyms.of(this.jdbc));
        this.releases.chunks(selection, (some) -> {
            Map<String, One> known = byKey(some);
            Map<String, List<RecordRow>> traces = new LinkedHashMap<>();
            String[] current = { "" };
            this.rows.each(RecordRow.SELECT, Clause.in("release_key", known.keySet()).and(which), (row) -> {
                if (!row.release().equals(current[0])) {
                    log.traces(traces, known.get(current[0]));
                    current[0] = row.release();
                }
                traces.computeIfAbsent(part.apply(row), (name) -> new ArrayList<>()).add(row);
            });
            log.traces(traces, known.get(current[0]));
        });
        return log.finish();
    }

    private static Map<String, One> byKey(List<One> releases) {
        Map<String, One> known = new HashMap<>();
        releases.forEach((release) -> known.put(release.key(), release));
        return known;
    }

    /** A log that grows trace by trace. */
    private final class Log {

        private final XesFile file;

        private final Pseudonyms people;

        private String trace = "";

        private long events;

        Log(XesFile file, Pseudonyms people) {
            this.file = file;
            this.people = people;
        }

        void traces(Map<String, List<RecordRow>> traces, @Nullable One release) throws IOException {
            traces.remove("");
            for (Map.Entry<String, List<RecordRow>> one : traces.entrySet()) {
                trace(one.getKey(), release);
                for (RecordRow row : one.getValue()) {
                    event(row);
                }
            }
            traces.clear();
        }

        /** Begins a trace, unless it is the one that was begun last. */
        void trace(String name, @Nullable One release) throws IOException {
            if (name.equals(this.trace)) {
                return;
            }
            endTrace();
            this.trace = name;
            this.file.begin("trace").string("concept:name", name).id("trace " + name);
            if (release != null) {
                this.file.string("release", release.key())
                    .string("name", release.name())
                    .string("type", release.type())
                    .string("model", release.model())
                    .string("environment", release.environment())
                    .string("services", String.join("; ", release.services()))
                    .string("status", release.status());
            }
        }

        void event(RecordRow row) throws IOException {
            this.file.begin("event")
                .string("concept:name", XesLogs.this.activities.activity(row))
                .string("lifecycle:transition", XesLogs.this.activities.transition(row))
                .date("time:timestamp", row.kept().at())
                .string("org:resource", row.bySystem() ? "Slipway" : this.people.of(row.kept().actor()));
            if (row.kept().role() != null) {
                this.file.string("org:role", row.kept().role());
            }
            this.file.id("event " + row.kept().sequence())
                .string("action", XesLogs.this.activities.action(row))
                .number("sequence", row.kept().sequence())
                .yes("tool", row.kept().token() != null);
            if (row.kept().onBehalfOf() != null) {
                this.file.string("onBehalfOf", this.people.of(row.kept().onBehalfOf()));
            }
            if (row.kept().madeForDemo()) {
                this.file.yes("madeForDemo", true);
            }
            this.file.end();
            this.events++;
        }

        private void endTrace() throws IOException {
            if (!this.trace.isEmpty()) {
                this.file.end();
            }
        }

        long finish() throws IOException {
            endTrace();
            this.file.finish();
            return this.events;
        }

    }

}
