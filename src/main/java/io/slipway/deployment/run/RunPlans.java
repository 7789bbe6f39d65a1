package io.slipway.deployment.run;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.slipway.planning.wave.Wave;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plans that runs keep to. None ever changes, so those read last are remembered.
 */
@Component
class RunPlans {

    private static final int REMEMBERED = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();

    private final JdbcClient jdbc;

    private final Map<Long, RunPlan> plans = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RunPlan> eldest) {
            return size() > REMEMBERED;
        }

    });

    RunPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String write(List<Wave> waves) {
        try {
            return JSON.writeValueAsString(waves);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    RunPlan of(long run) {
        RunPlan known = this.plans.get(run);
        if (known != null) {
            return known;
        }
        String text = this.jdbc.sql("select plan from deployment_runs where id = :id")
            .param("id", run)
            .query(String.class)
            .single();
        RunPlan read = read(text);
        this.plans.put(run, read);
        return read;
    }

    private static RunPlan read(String text) {
        try {
            return new RunPlan(JSON.readValue(text, new TypeReference<List<Wave>>() {
            }));
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
