package io.slipway.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.identity.people.SomePerson;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitStatus;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests of both kinds of permit have in common: the process, and that together
 * they go every way that it knows.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PermitProcessTests {

    static final String PROCESS = "PermitProcess";

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PermitManagement permits;

    @Autowired
    Acting acting;

    @Autowired
    SomePerson somePerson;

    @Autowired
    MutableClock clock;

    @Autowired
    ProcessCoverage coverage;

    private final String kind;

    private final String elsewhere;

    /**
     * Tests a kind.
     * @param elsewhere the elements that the other kind's tests reach
     */
    PermitProcessTests(String kind, String elsewhere) {
        this.kind = kind;
        this.elsewhere = elsewhere;
    }

    @BeforeEach
    void note(TestInfo test) {
        this.coverage.note(getClass(), test.getDisplayName(), Set.of(PROCESS));
    }

    @AfterEach
    void stop() {
        this.coverage.stop();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void missesNoElement() {
        // The last step of a process may still be with the engine's jobs.
        Awaitility.await()
            .untilAsserted(() -> assertThat(this.coverage.missed(Map.of(PROCESS, model())))
                .allSatisfy((process, missed) -> assertThat(missed).allMatch((id) -> id.matches(this.elsewhere))));
    }

    private static BpmnModelInstance model() {
        try (InputStream content = new ClassPathResource("processes/permit/" + PROCESS + ".bpmn").getInputStream()) {
            return Bpmn.readModelFromStream(content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    PermitStatus status(String key) {
        return this.permits.newest(this.kind, key).orElseThrow().status();
    }

    void awaitStatus(String key, PermitStatus status) {
        Awaitility.await(key + " becomes " + status).until(() -> status(key), status::equals);
    }

}
