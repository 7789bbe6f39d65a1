package io.slipway.workflow.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.slipway.sql.PerTransaction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down which sequence flows a run takes, which the engine's history does not keep:
 * what one transaction takes is added by one statement before it commits. Rows are only
 * added, never counted up, so that parallel branches of a run wait for nobody.
 */
@Component
class FlowRecorder implements ExecutionListener {

    private final JdbcClient jdbc;

    private final PerTransaction<Map<Pass, Integer>> taken = new PerTransaction<>(LinkedHashMap::new, this::write);

    FlowRecorder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String flow = Objects.requireNonNull(execution.getCurrentTransitionId());
        this.taken.get().merge(new Pass(execution.getProcessInstanceId(), flow), 1, Integer::sum);
    }

    private void write(Map<Pass, Integer> taken) {
        this.jdbc.sql("insert into flow_passes (run, flow, passes) values :rows")
            .param("rows",
                    taken.entrySet()
                        .stream()
                        .map((pass) -> new Object[] { pass.getKey().run(), pass.getKey().flow(), pass.getValue() })
                        .toList())
            .update();
    }

    /** A flow that a run took. */
    private record Pass(String run, String flow) {
    }

}
