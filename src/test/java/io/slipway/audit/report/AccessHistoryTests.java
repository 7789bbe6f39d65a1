package io.slipway.audit.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.audit.report.AccessHistory.Access;
import io.slipway.audit.report.AccessHistory.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every change of rights is taken back: roles of one's own, groups, their names, and who
 * was there at all.
 */
class AccessHistoryTests {

    private final AccessHistory history = new AccessHistory();

    @Test
    void takesBackWhatWasGivenAndTaken() {
        this.history.person("ann", true, List.of("operations"), List.of("Board"));
        this.history.person("bob", false, List.of("auditor"), List.of());
        this.history.person("new", true, List.of("auditor"), List.of("Board"));
        this.history.group("Board", List.of("change-authority"));
        assertThat(this.history.holding("change-authority")).extracting(Access::userName).containsExactly("ann", "new");

        undo("person.created", "new", "{}", "{}");
        undo("person.disabled", "bob", "{}", "{}");
        assertThat(this.history.holding("auditor")).extracting(Access::userName).containsExactly("bob");

        undo("person.changed", "ann", "{\"roles\": [\"deployment-manager\"]}", "{\"roles\": [\"operations\"]}");
        assertThat(this.history.holding("deployment-manager")).containsExactly(
                new Access("ann", Map.of("deployment-manager", Set.of(""), "change-authority", Set.of("Board"))));

        undo("group.changed", "Board", "{\"name\": \"CAB\", \"roles\": [\"service-owner\"], \"members\": [\"bob\"]}",
                "{\"name\": \"Board\", \"roles\": [\"change-authority\"], \"members\": [\"ann\"]}");
        assertThat(this.history.holding("change-authority")).isEmpty();
        assertThat(this.history.holding("service-owner"))
            .containsExactly(new Access("bob", Map.of("auditor", Set.of(""), "service-owner", Set.of("CAB"))));

        undo("group.created", "CAB", "{}", "{\"name\": \"CAB\"}");
        undo("group.deleted", "Old", "{\"name\": \"Old\", \"roles\": [\"test-manager\"], \"members\": [\"ann\"]}",
                "{}");
        assertThat(this.history.holding("service-owner")).isEmpty();
        assertThat(this.history.holding("test-manager")).extracting(Access::userName).containsExactly("ann");
    }

    private void undo(String action, String subject, String before, String after) {
        this.history.undo(new Step(action, subject, json(before), json(after)));
    }

    private static Map<String, JsonNode> json(String text) {
        try {
            return new ObjectMapper().readValue(text, new TypeReference<>() {
            });
        }
        catch (JsonProcessingException ex) {
            throw new AssertionError(ex);
        }
    }

}
