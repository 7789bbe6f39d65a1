package io.slipway.audit.retention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.slipway.audit.chain.SealNow;
import io.slipway.audit.pack.PackNow;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.camunda.bpm.engine.HistoryService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People are erased by two administrators and by nobody else, not while something is
 * held; and the record of an ended release needs nothing of what the engine remembers.
 */
@SlipwayTest
class RetentionTests {

    /**
     * The diagram with the path taken and the timeline say themselves that their year is
     * over.
     */
    private static final Set<String> ENGINES_OWN = Set.of("/diagram", "/timeline");

    @LocalServerPort
    int port;

    @Autowired
    Erasing erasing;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PersonManagement people;

    @Autowired
    Acting acting;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SealNow sealing;

    @Autowired
    PackNow packs;

    @Autowired
    HistoryService engineHistory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void erasesAPersonWhomTwoAdministratorsAgreedOnOnceNothingIsHeld() {
        String person = this.somePerson.called("gone-" + UUID.randomUUID().toString().substring(0, 8), "Gone Person",
                Role.RELEASE_MANAGER);
        Visitor himself = new Visitor(this.port).signIn(person);
        String key = this.driver.register("Of who will be gone");
        himself.get("/releases/" + key + "/discussion");
        assertThat(rows(person)).isPositive();
        this.jdbc.sql("""
                insert into notifications (matter, recipient, kind, title, text, facts, link, created_at, notice, mail)
                values (uuid(), :person, 'COMMENT', 'x', 'x', '[]', '/', utc_timestamp(3), 'READ', 'NONE')""")
            .param("person", person)
            .update();
        Visitor one = visitor(Role.ADMINISTRATOR);
        Visitor two = visitor(Role.ADMINISTRATOR);
        assertThat(ask(one, person)).as("who may still sign in").isEqualTo(422);
        this.acting.as("administrator", () -> this.people.disable(person));
        assertThat(
                one.post("/audit/retention/holds", "kind", "PERSON", "subject", person, "reason", "court").statusCode())
            .isEqualTo(302);
        assertThat(ask(one, person)).as("who is held").isEqualTo(422);
        lift(one, person);
        assertThat(ask(one, person)).isEqualTo(302);
        assertThat(ask(two, person)).as("a second time").isEqualTo(422);
        long id = this.jdbc.sql("select id from audit_erasures where person = :person")
            .param("person", person)
            .query(Long.class)
            .single();
        assertThat(one.post("/audit/retention/erasures/" + id + "/confirm").statusCode()).as("one's own")
            .isEqualTo(422);
        assertThat(visitor(Role.AUDITOR).post("/audit/retention/erasures/" + id + "/confirm").statusCode())
            .isEqualTo(403);
        this.erasing.erase();
        assertThat(rows(person)).isPositive();
        assertThat(two.post("/audit/retention/erasures/" + id + "/confirm").statusCode()).isEqualTo(302);
        assertThat(
                two.post("/audit/retention/holds", "kind", "PERSON", "subject", person, "reason", "court").statusCode())
            .isEqualTo(302);
        this.sealing.seal();
        this.erasing.erase();
        assertThat(rows(person)).as("held after all").isPositive();
        lift(one, person);
        this.erasing.erase();
        assertThat(rows(person)).isZero();
        String pseudonym = this.jdbc.sql("select pseudonym from audit_erasures where id = :id and person = pseudonym")
            .param("id", id)
            .query(String.class)
            .single();
        assertThat(rows(pseudonym)).isPositive();
        assertThat(this.jdbc
            .sql("select count(*) from audit_leaves l join audit_entries e using (sequence)"
                    + " where e.actor = :pseudonym and l.salt is not null")
            .param("pseudonym", pseudonym)
            .query(Long.class)
            .single()).isZero();
        assertThat(this.jdbc.sql("select count(*) from notifications where recipient = :person")
            .param("person", person)
            .query(Long.class)
            .single()).isZero();
        Document page = visitor(Role.AUDITOR).page("/audit/retention");
        assertThat(page.select("#erasures ~ div").text()).contains(pseudonym);
        assertThat(page.select("main form")).as("an auditor changes nothing").isEmpty();
        assertThat(visitor(Role.AUDITOR).page("/audit?action=record.erased").select(".trail-what").eachText())
            .anyMatch((line) -> line.contains(pseudonym));
    }

    /** The log stays whole: the digests stay, of what was seen and of the pack. */
    @Test
    void erasesWhomDecidersSawAndDeletesTheSealedPackUnlessItsReleaseIsHeld() {
        String name = "Seen " + UUID.randomUUID();
        String person = this.somePerson.called("seen-" + UUID.randomUUID().toString().substring(0, 8), name,
                Role.RELEASE_MANAGER);
        String key = this.driver.register("Where somebody was seen");
        this.driver.cancel(key);
        String content = "{\"question\":\"Go?\",\"facts\":[{\"weight\":\"BAD\",\"label\":\"On call\",\"reason\":\"Only "
                + name + " (" + person + ") is, and not " + person + "-two\",\"changed\":null}]}";
        this.jdbc
            .sql("""
                    insert into decision_facts (work_item_id, release_key, step_name, form, decided_by, decided_at, how,
                                                content, digest)
                    values (:person, :key, 'Go', 'x/y', :person, utc_timestamp(3), 'SHOWN', :content, sha2(:content, 256))""")
            .param("person", person)
            .param("key", key)
            .param("content", content)
            .update();
        this.sealing.seal();
        this.packs.seal(key);
        String other = this.driver.register("Of others");
        this.driver.cancel(other);
        this.sealing.seal();
        this.packs.seal(other);
        Visitor auditor = visitor(Role.AUDITOR);
        String sealed = "/audit/releases/" + key + "/sealed-evidence.zip";
        assertThat(auditor.get(sealed).statusCode()).isEqualTo(200);
        this.acting.as("administrator", () -> this.people.disable(person));
        Visitor one = visitor(Role.ADMINISTRATOR);
        assertThat(ask(one, person)).isEqualTo(302);
        long id = this.jdbc.sql("select id from audit_erasures where person = :person")
            .param("person", person)
            .query(Long.class)
            .single();
        visitor(Role.ADMINISTRATOR).post("/audit/retention/erasures/" + id + "/confirm");
        one.post("/audit/retention/holds", "kind", "RELEASE", "subject", key, "reason", "court");
        this.erasing.erase();
        assertThat(kept(key)).as("held").contains(name);
        assertThat(auditor.get(sealed).statusCode()).isEqualTo(200);
        long hold = this.jdbc.sql("select id from audit_holds where subject = :key")
            .param("key", key)
            .query(Long.class)
            .single();
        one.post("/audit/retention/holds/" + hold + "/lift", "reason", "over");
        this.erasing.erase();
        String pseudonym = this.jdbc.sql("select pseudonym from audit_erasures where id = :id and state = 'DONE'")
            .param("id", id)
            .query(String.class)
            .single();
        assertThat(kept(key)).contains("Only " + pseudonym + " (" + pseudonym + ") is, and not " + person + "-two");
        assertThat(this.jdbc
            .sql("select count(*) from decision_facts where release_key = :key and decided_by = :pseudonym"
                    + " and erased_at is not null and digest = sha2(:content, 256)")
            .param("key", key)
            .param("pseudonym", pseudonym)
            .param("content", content)
            .query(Long.class)
            .single()).isOne();
        assertThat(auditor.get(sealed).statusCode()).isEqualTo(400);
        assertThat(auditor.page("/audit/releases/" + key + "/evidence").select("#take ~ *").text())
            .contains("deleted when " + pseudonym + " was erased");
        assertThat(auditor.get("/audit/releases/" + other + "/sealed-evidence.zip").statusCode())
            .as("what both had stays with the other")
            .isEqualTo(200);
        assertThat(this.jdbc.sql("select count(*) from audit_entries e join evidence_packs p using (release_key)"
                + " where release_key = :key and action = 'release.pack-erased' and locate(p.digest, e.new_values) > 0")
            .param("key", key)
            .query(Long.class)
            .single()).isOne();
    }

    private String kept(String key) {
        return this.jdbc.sql("select content from decision_facts where release_key = :key and form = 'x/y'")
            .param("key", key)
            .query(String.class)
            .single();
    }

    @Test
    void needsNothingOfWhatTheEngineRemembersOfAnEndedRelease() {
        String key = this.driver.register("Long ago");
        this.driver.close(key);
        this.sealing.seal();
        this.packs.seal(key);
        Visitor auditor = visitor(Role.AUDITOR);
        Map<String, String> before = told(auditor, key);
        assertThat(before).hasSizeGreaterThan(3);
        String pack = auditor.get("/audit/releases/" + key + "/sealed-evidence.zip").body();
        assertThat(pack).startsWith("PK");
        this.engineHistory.createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(key)
            .rootProcessInstances()
            .list()
            .forEach((root) -> {
                this.engineHistory.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(key)
                    .list()
                    .stream()
                    .filter((run) -> !run.getId().equals(root.getId()))
                    .forEach((run) -> this.engineHistory.deleteHistoricProcessInstanceIfExists(run.getId()));
                this.engineHistory.deleteHistoricProcessInstanceIfExists(root.getId());
            });
        assertThat(this.engineHistory.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).count())
            .isZero();
        Map<String, String> after = told(auditor, key);
        before.forEach((part, text) -> {
            if (!ENGINES_OWN.contains(part.substring(part.lastIndexOf('/')))) {
                assertThat(after.get(part)).as(part).isEqualTo(text);
            }
        });
        assertThat(auditor.get("/audit/releases/" + key + "/sealed-evidence.zip").body()).as("the pack of its end")
            .isEqualTo(pack);
    }

    /** What each part of the release's page tells. */
    private Map<String, String> told(Visitor visitor, String key) {
        Map<String, String> told = new LinkedHashMap<>();
        String home = "/releases/" + key;
        Document page = visitor.page(home);
        told.put(home, page.select("main").text());
        page.select("main a[href^=" + home + "/]").eachAttr("href").stream().distinct().forEach((link) -> {
            if (link.matches(home + "/[a-z-]+")) {
                told.put(link, visitor.page(link).select("main").text());
            }
        });
        return told;
    }

    private int ask(Visitor visitor, String person) {
        return visitor.post("/audit/retention/erasures", "person", person, "reason", "asked for").statusCode();
    }

    private void lift(Visitor visitor, String person) {
        long hold = this.jdbc
            .sql("select id from audit_holds where kind = 'PERSON' and subject = :person and lifted_at is null")
            .param("person", person)
            .query(Long.class)
            .single();
        assertThat(visitor.post("/audit/retention/holds/" + hold + "/lift", "reason", "over").statusCode())
            .isEqualTo(302);
    }

    private long rows(String name) {
        return this.jdbc.sql(
                "select count(*) from audit_entries where actor = :name or (subject_type = 'person' and subject = :name)")
            .param("name", name)
            .query(Long.class)
            .single();
    }

    private Visitor visitor(Role role) {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(role));
        visitor.get("/");
        return visitor;
    }

}
