package io.slipway.test;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells from the record what people decided on a release: steps that somebody signed in
 * completed, not what a tool did by a token or a rule. Test classes ask for it with
 * {@code @Autowired DecisionCount}.
 */
@Component
@Profile("test")
public class DecisionCount {

    private final JdbcClient jdbc;

    DecisionCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The decisions of people on a release, in their order.
     * @return the steps, such as {@code Task_ApprovePlan}
     */
    public List<String> of(String release) {
        return this.jdbc
            .sql("select json_value(new_values, '$.step') from audit_entries where release_key = :release "
                    + "and action = 'task.completed' and token is null order by sequence")
            .param("release", release)
            .query(String.class)
            .list();
    }

}
