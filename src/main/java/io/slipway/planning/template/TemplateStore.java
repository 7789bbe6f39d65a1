package io.slipway.planning.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.input.KeyPage;
import io.slipway.planning.template.TemplateManagement.Use;
import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps templates, their versions and what began with them, and reads them by key.
 */
@Component
class TemplateStore {

    private static final String TEMPLATES = """
            select t.id, t.name, t.note, t.version, t.retired_at, coalesce((select group_concat(s.service order by s.service
                   separator '\\n') from plan_template_services s where s.template_id = t.id), '') as services
              from plan_templates t""";

    private static final String USES = """
            select u.release_id as id, u.version, r.release_key as `key`, r.name, r.phase, r.status
              from plan_template_uses u join releases r on r.id = u.release_id
             where u.template_id = :template and u.release_id < :before order by u.release_id desc limit :limit""";

    private static final String VERSIONS = """
            select version, plan, minutes, note, release_key, made_by, made_at from plan_template_versions
             where template_id = :template and version < :before order by version desc limit :limit""";

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String name, String note, Collection<String> services) {
        long id = Clause.insert("plan_templates", "name", name, "note", note, "version", 0).insertedBy(this.jdbc);
        services.forEach((service) -> Clause.insert("plan_template_services", "template_id", id, "service", service)
            .on(this.jdbc)
            .update());
        return id;
    }

    void insert(long id, TemplateVersion version) {
        Clause
            .insert("plan_template_versions", "template_id", id, "version", version.version(), "plan", version.plan(),
                    "minutes", version.minutes(), "note", version.note(), "release_key", version.releaseKey(),
                    "made_by", version.madeBy(), "made_at", version.madeAt())
            .on(this.jdbc)
            .update();
        this.jdbc.sql("update plan_templates set version = :version where id = :id")
            .param("version", version.version())
            .param("id", id)
            .update();
    }

    void retire(long id, Instant at) {
        this.jdbc.sql("update plan_templates set retired_at = :at where id = :id")
            .param("at", at)
            .param("id", id)
            .update();
    }

    void use(String key, long id, int version) {
        this.jdbc
            .sql("insert into plan_template_uses (release_id, template_id, version) select id, :template, :version "
                    + "from releases where release_key = :key")
            .param("template", id)
            .param("version", version)
            .param("key", key)
            .update();
    }

    boolean named(String name) {
        return this.jdbc.sql("select count(*) from plan_templates where name = :name")
            .param("name", name)
            .query(Integer.class)
            .single() > 0;
    }

    Optional<PlanTemplate> find(long id, boolean locked) {
        return this.jdbc.sql(TEMPLATES + " where t.id = :id" + (locked ? " for update" : ""))
            .param("id", id)
            .query(Row.class)
            .optional()
            .map(Row::toTemplate);
    }

    KeyPage<PlanTemplate> list(boolean retired, String from) {
        return KeyPage.of(this.jdbc
            .sql(TEMPLATES + " where t.retired_at is " + (retired ? "not " : "")
                    + "null and t.id < :before order by t.id desc limit :limit")
            .param("before", KeyPage.idBefore(from))
            .param("limit", KeyPage.SIZE + 1)
            .query(Row.class)
            .list()
            .stream()
            .map(Row::toTemplate)
            .toList(), (template) -> Long.toString(template.id()));
    }

    /** Those of some services first; each service is read from its place in the index. */
    List<PlanTemplate> offers(Collection<String> services, int most) {
        List<Clause> found = new ArrayList<>();
        services
            .forEach((service) -> found.add(Clause.of(
                    "(select template_id as id, 0 as place from plan_template_services where service = :of"
                            + found.size() + " order by service desc, template_id desc limit 50)",
                    "of" + found.size(), service)));
        found.add(Clause.of("(select id, 1 as place from plan_templates where retired_at is null order by id desc"
                + " limit :most)", "most", most));
        return Clause.of(TEMPLATES + " join (")
            .append(Clause.join(found, " union "))
            .append(") o on o.id = t.id where t.retired_at is null group by t.id"
                    + " order by min(o.place), t.id desc limit :most")
            .on(this.jdbc)
            .query(Row.class)
            .list()
            .stream()
            .map(Row::toTemplate)
            .toList();
    }

    /** The newest versions before one. */
    List<TemplateVersion> versions(long id, long before, int most) {
        return this.jdbc.sql(VERSIONS)
            .param("template", id)
            .param("before", before)
            .param("limit", most)
            .query(TemplateVersion.class)
            .list();
    }

    KeyPage<Use> uses(long id, String from) {
        return KeyPage.of(this.jdbc.sql(USES)
            .param("template", id)
            .param("before", KeyPage.idBefore(from))
            .param("limit", KeyPage.SIZE + 1)
            .query(Use.class)
            .list(), (use) -> Long.toString(use.id()));
    }

    Optional<PlanTemplate> usedBy(String key) {
        return this.jdbc
            .sql(TEMPLATES
                    + " join plan_template_uses u on u.template_id = t.id join releases r on r.id = u.release_id "
                    + "where r.release_key = :key")
            .param("key", key)
            .query(Row.class)
            .optional()
            .map(Row::toTemplate);
    }

    /** A template as its table holds it, its services one a line. */
    private record Row(long id, String name, String note, int version, @Nullable Instant retiredAt, String services) {

        PlanTemplate toTemplate() {
            return new PlanTemplate(this.id, this.name, this.note, this.version, this.retiredAt,
                    this.services.lines().toList());
        }
    }

}
