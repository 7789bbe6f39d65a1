package io.slipway.policy;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.workflow.decision.TableFiles;
import io.slipway.workflow.escalation.NextLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where overdue work goes, row by row: never to who has it already.
 */
class EscalationDecisionTests {

    private static final Tables TABLES = new Tables(new TableFiles());

    @ParameterizedTest
    @CsvSource(textBlock = """
            stakeholder,           service-owner,    release-manager
            service-owner,         change-authority, release-manager
            change-authority,      service-owner,    release-manager
            test-manager,          service-owner,    release-manager
            build-engineer,        release-manager,  service-owner
            deployment-manager,    release-manager,  service-owner
            configuration-manager, release-manager,  service-owner
            operations,            release-manager,  service-owner
            release-manager,       service-owner,    stakeholder
            auditor,               '',               'release-manager,administrator'
            """)
    void goesToTheNextLevel(String role, String to, String told) {
        NextLevel next = TABLES.ask(Role.of(role).orElseThrow());
        assertThat((next.role() != null) ? next.role().id() : "").isEqualTo(to);
        assertThat(next.told().stream().map(Role::id).collect(Collectors.joining(","))).isEqualTo(told);
    }

    @Test
    void neverStaysWhereItIs() {
        assertThat(Arrays.asList(Role.values()))
            .allSatisfy((role) -> assertThat(TABLES.ask(role).role()).isNotEqualTo(role));
    }

}
