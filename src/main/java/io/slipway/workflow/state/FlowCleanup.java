package io.slipway.workflow.state;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets the flows of runs that the engine has forgotten, each night after it did so: of
 * the oldest rows, as many as a busy day brings.
 */
@Component
class FlowCleanup {

    private static final int MOST = 200_000;

    static final String STATEMENT = """
            delete f from flow_passes f
                   left join ACT_HI_PROCINST h on h.PROC_INST_ID_ = f.run
             where f.id < :before and h.ID_ is null""";

    private final JdbcClient jdbc;

    FlowCleanup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "0 30 4 * * *")
    void run() {
        long oldest = this.jdbc.sql("select coalesce(min(id), 0) from flow_passes").query(Long.class).single();
        this.jdbc.sql(STATEMENT).param("before", oldest + MOST).update();
    }

}
