package io.slipway.workflow.engine;

import java.util.List;

import io.slipway.test.SlipwayTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An expression of a model reaches delegates and three functions, and nothing else.
 */
@SlipwayTest
class DelegateExpressionManagerTests {

    @Autowired
    ProcessEngine engine;

    @Test
    void reachesDelegates() {
        assertThat(value("${confirmPlanDelegate}")).isInstanceOf(JavaDelegate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "${dataSource}", "${confirmPlanDelegate.getClass()}", "${confirmPlanDelegate.class}",
            "${list('a').getClass().getClassLoader()}", "${''.getClass().forName('java.lang.Runtime')}",
            "${systemProperties}" })
    void reachesNothingElse(String expression) {
        assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> value(expression))
            .withMessageContaining(expression)
            .withStackTraceContaining("NotFoundException");
    }

    @Test
    void splitsTextIntoList() {
        assertThat(value("${list('ann, bob,,ann')}")).isEqualTo(List.of("ann", "bob"));
    }

    @Test
    void readsSeats() {
        assertThat(value("${role('2:service-owner')}")).isEqualTo("service-owner");
        assertThat(value("${person('2:service-owner')}")).isNull();
        assertThat(value("${role('1:stakeholder=sam')}")).isEqualTo("stakeholder");
        assertThat(value("${person('1:stakeholder=sam')}")).isEqualTo("sam");
    }

    private Object value(String expression) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) this.engine
            .getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired()
            .execute((context) -> configuration.getExpressionManager()
                .createExpression(expression)
                .getValue(StartProcessVariableScope.getSharedInstance()));
    }

}
