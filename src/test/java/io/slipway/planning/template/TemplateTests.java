package io.slipway.planning.template;

import java.time.LocalDateTime;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A plan is saved as a template, renewed and retired by release managers; a release that
 * begins with it asks for a name, a start and a scope, and for nothing else.
 */
@SlipwayTest
class TemplateTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    TemplateManagement templates;

    @Autowired
    CurrentPlans current;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void letsAMinorReleaseBeginWithThreeFields() {
        String key = planned("Taught");
        long id = saved(key, "Fixes of the ferry", "Ferry");
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        Document begun = manager.page("/releases/new?begin=" + id);
        assertThat(begun.select("input[name=services][checked]").eachAttr("value")).containsExactly("Ferry");
        assertThat(begun.select("select[name=type] option[selected]").val()).isEqualTo("MINOR");
        LocalDateTime start = ReleaseVisitor.START;
        manager.submit("/releases/new", "key", "FERRY-2", "name", "Ferry, second fixes", "type", "MINOR", "model",
                "PHASED", "services", "Ferry", "begin", Long.toString(id), "plannedStart", start.toString());
        Plan plan = this.current.of("FERRY-2").plan();
        assertThat(plan.times().plannedStart()).isEqualTo(start.toString() + ":00Z");
        assertThat(plan.times().plannedEnd()).isEqualTo(start.plusHours(3) + ":00Z");
        assertThat(plan.people().approvers()).containsExactly("stakeholder");
        assertThat(plan.wayBack().rollbackPlan()).isEqualTo("Switch back.");
        assertThat(plan.scope().scope()).isEmpty();
        String task = manager.task("FERRY-2", "Complete plan");
        Document scope = manager.page(task);
        assertThat(scope.select(".plan-step-missing .plan-step-name, .plan-step-problem .plan-step-name").eachText())
            .containsExactly("Scope");
        String version = scope.select("input[name=version]").val();
        assertThat(manager
            .submit(task, "part", "scope", "version", version, "name", "Ferry, second fixes", "type", "MINOR", "model",
                    "PHASED", "scope", "Doors close quicker.", "services", "Ferry", "environment", "production",
                    "outcome", "save")
            .statusCode()).isEqualTo(303);
        assertThat(manager
            .submit(task, "part", "check", "version", manager.page(task).select("input[name=version]").val(), "outcome",
                    "submit")
            .statusCode()).isEqualTo(303);
        assertThat(this.current.of("FERRY-2").revision()).isEqualTo(1);
        Document page = manager.page("/releases/templates/" + id);
        assertThat(page.select("tbody tr").text()).contains("FERRY-2");
        assertThat(manager.page("/releases/FERRY-2/plan").select("a[href$=/releases/templates/" + id + "]")).hasSize(1);
    }

    @Test
    void keepsEachVersionAndOffersThoseOfTheServicesFirst() {
        String key = planned("Versioned");
        long id = saved(key, "Fixes of the pier", "Pier");
        saved(key, "Fixes of the quay", "Quay");
        assertThat(refusal(() -> this.templates.renew(id, key, "Again"))).containsExactly("template");
        this.driver.complete("release-manager", key, "complete-plan", "save", "rollbackPlan", "Call the harbour.");
        this.acting.as("release-manager", () -> this.templates.renew(id, key, "The harbour helps."));
        assertThat(this.templates.versions(id)).extracting(TemplateVersion::version).containsExactly(2, 1);
        assertThat(this.templates.versions(id).get(1).toPlan().wayBack().rollbackPlan()).isEqualTo("Switch back.");
        assertThat(this.templates.offers(List.of("Pier")).get(0).name()).isEqualTo("Fixes of the pier");
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        Document page = manager.page("/releases/templates/" + id);
        assertThat(page.select("del").text()).contains("Switch back.");
        assertThat(page.select("ins").text()).contains("Call the harbour.");
        assertThat(manager.page("/releases/new/templates?services=Pier").select("a").first().text())
            .isEqualTo("Fixes of the pier");
        assertThat(manager.submit("/releases/templates/" + id + "/retire", "reason", "").statusCode()).isEqualTo(422);
        assertThat(manager.submit("/releases/templates/" + id + "/retire", "reason", "No pier any more.").statusCode())
            .isEqualTo(302);
        assertThat(this.templates.offers(List.of("Pier"))).extracting(PlanTemplate::id).doesNotContain(id);
        assertThat(manager.page("/releases/templates?retired=true").select("tbody").text())
            .contains("Fixes of the pier");
        assertThat(refusal(() -> this.templates.renew(id, key, "Too late"))).containsExactly("template");
        assertThat(this.jdbc
            .sql("select action from audit_entries where subject_type = 'plan-template' and subject = ? "
                    + "order by sequence")
            .param(Long.toString(id))
            .query(String.class)
            .list()).containsExactly("plan-template.saved", "plan-template.renewed", "plan-template.retired");
    }

    @Test
    void isForReleaseManagersToChangeAndForEverybodyToRead() {
        String key = planned("Guarded");
        long id = saved(key, "Guarded fixes", "Moat");
        String reader = this.somePerson.with(Role.AUDITOR);
        ReleaseVisitor visitor = new ReleaseVisitor(this.port, reader);
        assertThat(visitor.status("/releases/templates/" + id)).isEqualTo(200);
        assertThat(visitor.page("/releases/templates/" + id).select("form[action$=/retire]")).isEmpty();
        assertThat(visitor.status("/releases/" + key + "/plan/template")).isEqualTo(403);
        assertThat(visitor.status("/releases/new?begin=" + id)).isEqualTo(403);
        for (Runnable act : List.<Runnable>of(() -> this.templates.save(key, "Mine", "", List.of("Moat")),
                () -> this.templates.renew(id, key, "Mine"), () -> this.templates.retire(id, "Mine"))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.acting.as(reader, act));
        }
        assertThat(refusal(() -> this.templates.save(key, "Guarded fixes", "", List.of()))).containsExactly("services",
                "name");
        assertThat(refusal(() -> this.templates.save(key, "TBD", "", List.of("Moat")))).containsExactly("name");
    }

    private List<String> refusal(Runnable act) {
        return catchThrowableOfType(InvalidInputException.class, () -> this.acting.as("release-manager", act))
            .problems()
            .stream()
            .map(InputProblem::field)
            .toList();
    }

    private long saved(String key, String name, String service) {
        return this.acting.as("release-manager", () -> this.templates.save(key, name, "For fixes.", List.of(service)));
    }

    private String planned(String name) {
        String key = this.driver.register(name);
        LocalDateTime start = ReleaseVisitor.START;
        this.driver.complete("release-manager", key, "complete-plan", "save", "scope", "Only this time.", "services",
                List.of("Ferry"), "plannedStart", start.toString(), "plannedEnd", start.plusHours(3).toString(),
                "rollbackCriteria", "Errors.", "rollbackPlan", "Switch back.", "communicationPlan",
                "Mail the day before.", "approvers", List.of("stakeholder"));
        return key;
    }

}
