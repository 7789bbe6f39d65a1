package io.slipway.planning.web;

import java.util.List;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People, services, items, releases and environments are picked: found while one types by
 * those who plan and by nobody else, and looked up by the server where there is no
 * script.
 */
@SlipwayTest
class PickerTests {

    private static final List<String> KINDS = List.of("item", "service", "environment", "release", "stakeholder",
            "helper", "audience");

    /** What everybody with a part in releases picks, such as for articles. */
    private static final List<String> SHARED = List.of("item", "service", "environment", "release");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ConfigurationManagement items;

    @Autowired
    RelationManagement relations;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Test
    void listsForThoseWhoPlanAndNobodyElse() {
        Visitor planner = new Visitor(this.port).signIn("release-manager");
        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        List<Visitor> others = List.of(engineer, new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR)));
        for (String kind : KINDS) {
            assertThat(planner.get("/pick/" + kind + "?q=a").statusCode()).as(kind).isEqualTo(200);
            others.forEach((other) -> assertThat(other.get("/pick/" + kind + "?q=a").statusCode()).as(kind)
                .isEqualTo((other == engineer && SHARED.contains(kind)) ? 200 : 403));
            assertThat(new Visitor(this.port).get("/pick/" + kind).statusCode()).as(kind).isEqualTo(302);
        }
        assertThat(planner.get("/pick/secret").statusCode()).isEqualTo(404);
    }

    @Test
    void listsPageByPageAndBesidesTheAuthor() {
        for (int i = 10; i < 40; i++) {
            item("paged-" + i, "Paged pump " + i, ItemType.APPLICATION);
        }
        Visitor planner = new Visitor(this.port).signIn("release-manager");
        Document first = Jsoup.parse(planner.get("/pick/item?q=paged").body());
        assertThat(first.select("[data-value]")).hasSize(25);
        String next = first.select("[data-next]").attr("data-next");
        Document second = Jsoup.parse(planner.get("/pick/item?q=paged&from=" + next).body());
        assertThat(second.select("[data-value]").eachAttr("data-value")).hasSize(5).contains("paged-39");
        assertThat(second.select("[data-next]")).isEmpty();
        assertThat(planner.get("/pick/helper?q=operations").body()).contains("operations:operations");
        assertThat(planner.get("/pick/stakeholder?q=stakeholder").body()).contains("data-value=\"stakeholder\"")
            .doesNotContain("data-value=\"operations\"");
    }

    @Test
    void listsWhoMayHaveATaskForThoseWhoGiveSome() {
        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        assertThat(engineer.get("/pick/holder-stakeholder?q=stakeholder").body())
            .contains("data-value=\"stakeholder\"", "data-value=\"stakeholder-2\"")
            .doesNotContain("data-value=\"operations\"");
        assertThat(engineer.get("/pick/holder-auditor").statusCode()).isEqualTo(404);
        Visitor auditor = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR));
        assertThat(auditor.get("/pick/holder-stakeholder").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/pick/person?q=a").statusCode()).isEqualTo(403);
        Visitor administrator = new Visitor(this.port).signIn(this.somePerson.with(Role.ADMINISTRATOR));
        assertThat(administrator.get("/pick/person?q=a").statusCode()).isEqualTo(200);
        assertThat(administrator.page("/administration/groups/new").select("[data-name=members]")).hasSize(1);
        String key = this.driver.register("Given away");
        ReleaseVisitor manager = new ReleaseVisitor(this.port, "release-manager");
        String task = manager.task(key, "Complete plan");
        Document page = manager.page(task);
        assertThat(page.select("[data-from=/pick/holder-release-manager] input").attr("name")).isEqualTo("assignee");
        assertThat(page.select("select#assignee")).isEmpty();
    }

    @Test
    void findsAnybodyForThoseWhoAskTheRecord() {
        String someone = this.somePerson.with(Role.OPERATIONS);
        Visitor auditor = new Visitor(this.port).signIn(this.somePerson.with(Role.AUDITOR));
        assertThat(auditor.get("/pick/anybody?q=" + someone).body()).contains("data-value=\"" + someone + "\"");
        for (String page : List.of("/audit?actor=", "/audit/exports?actor=", "/releases?person=",
                "/administration/tokens?owner=")) {
            Document shown = auditor.page(page + someone);
            assertThat(shown.select("[data-from=/pick/anybody] input[type=text]").val()).as(page).isEqualTo(someone);
        }
        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        assertThat(engineer.get("/pick/anybody?q=a").statusCode()).isEqualTo(403);
        assertThat(engineer.page("/releases").select("[data-pick]")).isEmpty();
    }

    @Test
    void picksWhoKeepsAnItemAndWhoWasAtAMeeting() {
        Visitor keeper = new Visitor(this.port).signIn("configuration-manager");
        assertThat(keeper.page("/configuration/new").select("[data-from=/pick/person] input").attr("name"))
            .isEqualTo("owner");
        Visitor authority = new Visitor(this.port).signIn("change-authority");
        Document meeting = authority.page("/changes/meetings/new");
        assertThat(meeting.select("input[type=checkbox][name=attendees][checked]").eachAttr("value"))
            .containsExactly("change-authority");
        Document refused = Jsoup.parse(
                authority
                    .post("/changes/meetings", "heldAt", "2026-11-01T10:00", "attendees", "change-authority",
                            "attendees", "nobody-here", "notes", "We met.")
                    .body());
        assertThat(refused.select("#attendees-error").text()).contains("nobody-here");
        assertThat(refused.select("input#attendees").val()).isEqualTo("nobody-here");
        assertThat(refused.select("input[name=attendees][checked]").eachAttr("value"))
            .containsExactly("change-authority");
    }

    @Test
    void picksTheAudienceOfAnAnnouncementAndTakesTypedAddresses() {
        ReleaseVisitor planner = new ReleaseVisitor(this.port, "release-manager");
        String key = this.driver.register("Announced");
        String task = planner.task(key, "Complete plan");
        String at = "announcements[0].audience";
        this.driver.complete("release-manager", key, "complete-plan", "save", at,
                List.of("operations", "service-owner, branches@example.com"), "announcements[0].channel", "MAIL",
                "announcements[0].amount", "2", "announcements[0].unit", "DAYS", "announcements[0].when",
                "BEFORE_START", "announcements[0].text", "It comes on Monday.");
        Document page = planner.page(task + "?part=communication");
        assertThat(page.select("input[type=checkbox][name='" + at + "'][checked]").eachAttr("value"))
            .containsExactlyInAnyOrder("operations", "service-owner", "branches@example.com");
        assertThat(page.select("li:has(input[value=operations])").text()).contains("Operations");
    }

    @Test
    void proposesWhatTheServicesNeedAndOffersWhatMayBeMeant() {
        item("kettle-service", "Kettle", ItemType.SERVICE);
        item("kettle-app", "Kettle application", ItemType.APPLICATION);
        item("kettle-db", "Kettle store", ItemType.DATABASE);
        this.acting.as("configuration-manager", () -> {
            this.relations.add("kettle-service", RelationKind.DEPENDS_ON, "kettle-app");
            this.relations.add("kettle-app", RelationKind.DEPENDS_ON, "kettle-db");
        });
        ReleaseVisitor planner = new ReleaseVisitor(this.port, "release-manager");
        planner.register("KETTLE-1", "Hot water", "Kettle");
        String task = planner.task("KETTLE-1", "Complete plan");
        Document scope = planner.page(task + "?part=scope");
        assertThat(scope.select("[aria-labelledby=items-proposed] input").eachAttr("value"))
            .containsExactlyInAnyOrder("kettle-app", "kettle-db");
        Document refused = Jsoup.parse(
                planner
                    .submit(task, "part", "scope", "version", scope.select("input[name=version]").val(), "name",
                            "Hot water", "type", "MINOR", "model", "PHASED", "scope", "Boils.", "services", "Kettle",
                            "items", "kettle", "environment", "production", "outcome", "save")
                    .body());
        assertThat(refused.select("#items-error").text()).contains("kettle");
        assertThat(refused.select("input#items").val()).isEqualTo("kettle");
        assertThat(refused.select(".pick-chosen input[name=items]").eachAttr("value")).contains("kettle-db");
        this.driver.complete("release-manager", "KETTLE-1", "complete-plan", "save", "items",
                List.of("kettle-db, kettle-app"));
        assertThat(planner.page(task + "?part=scope").select("input[name=items][checked]").eachAttr("value"))
            .containsExactly("kettle-app", "kettle-db");
    }

    private void item(String key, String name, ItemType type) {
        this.acting.as("configuration-manager",
                () -> this.items.register(key, new ItemProfile(name, type, Criticality.LOW, "operations", "")));
    }

}
