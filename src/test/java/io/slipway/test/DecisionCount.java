package io.slipway.test;

import java.util.List;
import java.util.function.Predicate;

import io.slipway.policy.ReleasePolicy;
import io.slipway.policy.ReleaseType;

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

    /** Steps of a deployment; each passes by itself where the policy says so. */
    private static final List<String> DEPLOYMENT = List.of("announce-deployment", "decide-go-no-go", "confirm-backups",
            "start-deployment", "deploy-package", "verify-deployment");

    private final JdbcClient jdbc;

    public DecisionCount(JdbcClient jdbc) {
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

    /**
     * How many steps a release takes that people decide, besides the votes on its plan
     * and its change and the delivery of its units.
     * @param passes whether a step passes by itself
     */
    public static int steps(ReleasePolicy policy, ReleaseType type, Predicate<String> passes) {
        int tests = passes.test("assess-test-results") ? 0 : 1;
        int rehearsal = policy.gates().contains("rollback-rehearsal") ? 1 : 0;
        int change = passes.test("request-change") ? 0 : 1;
        int deployment = (int) DEPLOYMENT.stream().filter(passes.negate()).count();
        int review = policy.reviewRequired() ? 2 : 0;
        int lookBack = (type == ReleaseType.EMERGENCY) ? 1 : 0;
        return 1 + tests + rehearsal + change + deployment + 1 + review + 1 + lookBack;
    }

}
