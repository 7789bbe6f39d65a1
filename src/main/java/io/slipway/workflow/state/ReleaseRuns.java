package io.slipway.workflow.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together everything that runs or ran for one release: its runs and what they
 * passed from the engine's history, what waits from the tables of what is running, the
 * flows from our own record.
 */
@Component
class ReleaseRuns {

    static final String RUNS = """
            select h.PROC_INST_ID_ run, h.SUPER_PROCESS_INSTANCE_ID_ parent, h.PROC_DEF_ID_ model, h.PROC_DEF_KEY_ process,
                   h.START_TIME_ started, h.END_TIME_ ended, h.STATE_ engine_state
              from ACT_HI_PROCINST h
             where h.BUSINESS_KEY_ = :release
             order by h.START_TIME_, h.PROC_INST_ID_
             limit 500""";

    static final String PASSES = """
            select a.PROC_INST_ID_ run, a.ACT_ID_ element, a.CALL_PROC_INST_ID_ called, a.END_TIME_ is not null ended
              from ACT_HI_ACTINST a
             where a.PROC_INST_ID_ in (:runs) and a.ACT_TYPE_ <> 'multiInstanceBody'
             order by a.START_TIME_, a.SEQUENCE_COUNTER_
             limit 20000""";

    private final JdbcClient jdbc;

    private final RunRows rows;

    private final ProcessModels models;

    ReleaseRuns(JdbcClient jdbc, RunRows rows, ProcessModels models) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.models = models;
    }

    ReleaseProcess of(String releaseKey) {
        List<Row> runs = this.jdbc.sql(RUNS).param("release", releaseKey).query(Row.class).list();
        if (runs.isEmpty()) {
            return new ReleaseProcess(releaseKey, List.of());
        }
        Set<String> ids = runs.stream().map(Row::run).collect(Collectors.toSet());
        Map<String, Map<String, Passed>> passes = passes(ids);
        Map<String, Map<String, Tally>> waiting = this.rows
            .waiting(runs.stream().filter((row) -> row.ended() == null).map(Row::run).toList());
        Map<String, Map<String, Long>> flows = this.rows.flows(ids);
        Map<String, ModelVersion> versions = this.models
            .byId(runs.stream().map(Row::model).collect(Collectors.toSet()));
        Map<String, String> callers = callers(passes);
        return new ReleaseProcess(releaseKey,
                runs.stream()
                    .sorted(Comparator.comparing((row) -> row.parent() != null))
                    .map((row) -> row.run(callers.get(row.run()), versions, passes.getOrDefault(row.run(), Map.of()),
                            waiting.getOrDefault(row.run(), Map.of()), flows.getOrDefault(row.run(), Map.of())))
                    .toList());
    }

    private Map<String, Map<String, Passed>> passes(Set<String> runs) {
        Map<String, Map<String, Passed>> found = new HashMap<>();
        this.jdbc.sql(PASSES)
            .param("runs", runs)
            .query(Pass.class)
            .list()
            .forEach((pass) -> found.computeIfAbsent(pass.run(), (run) -> new LinkedHashMap<>())
                .compute(pass.element(), (element, known) -> Objects.requireNonNullElse(known, Passed.NEVER)
                    .plus(pass.ended(), pass.called())));
        return found;
    }

    /** Which element called a run. */
    private static Map<String, String> callers(Map<String, Map<String, Passed>> passes) {
        Map<String, String> found = new HashMap<>();
        passes.values()
            .forEach((elements) -> elements
                .forEach((element, passed) -> passed.called().forEach((run) -> found.put(run, element))));
        return found;
    }

    private record Pass(String run, String element, @Nullable String called, boolean ended) {
    }

    private record Row(String run, @Nullable String parent, String model, String process, Instant started,
            @Nullable Instant ended, String engineState) {

        ProcessRun run(@Nullable String caller, Map<String, ModelVersion> versions, Map<String, Passed> passes,
                Map<String, Tally> waiting, Map<String, Long> flows) {
            Set<String> ids = new LinkedHashSet<>(passes.keySet());
            ids.addAll(waiting.keySet());
            Map<String, ElementRun> elements = new LinkedHashMap<>();
            ids.forEach((id) -> elements.put(id,
                    waiting.getOrDefault(id, new Tally(id)).run(passes.getOrDefault(id, Passed.NEVER))));
            return new ProcessRun(this.run, this.parent, caller, version(versions), this.started, this.ended,
                    state(elements), elements, flows);
        }

        private RunState state(Map<String, ElementRun> elements) {
            return switch (this.engineState) {
                case "COMPLETED" -> RunState.COMPLETED;
                case "EXTERNALLY_TERMINATED", "INTERNALLY_TERMINATED" -> RunState.CANCELLED;
                case "SUSPENDED" -> RunState.SUSPENDED;
                default -> elements.values().stream().anyMatch((element) -> element.failed() > 0) ? RunState.FAILED
                        : RunState.RUNNING;
            };
        }

        /** A version that is deployed no more is known by its name only. */
        private ModelVersion version(Map<String, ModelVersion> versions) {
            ModelVersion known = versions.get(this.model);
            return (known != null) ? known
                    : new ModelVersion(this.model, this.process, this.process, 0, false, this.started);
        }

    }

}
