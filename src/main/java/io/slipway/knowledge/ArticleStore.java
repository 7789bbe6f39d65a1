package io.slipway.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.Act;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps articles, their versions and ties, and reads them by key.
 */
@Component
class ArticleStore {

    private static final String ARTICLE = """
            select a.*, v.made_by, v.made_at,
                   (select json_arrayagg(t.value order by t.value) from article_ties t
                     where t.article_id = a.id and t.kind = 'SERVICE') services,
                   (select json_arrayagg(t.value order by t.value) from article_ties t
                     where t.article_id = a.id and t.kind = 'ITEM') items,
                   (select json_arrayagg(t.value order by t.value) from article_ties t
                     where t.article_id = a.id and t.kind = 'RELEASE') releases,
                   (select json_arrayagg(t.value order by t.value) from article_ties t
                     where t.article_id = a.id and t.kind = 'ALERT') alerts
              from articles a join article_versions v on v.article_id = a.id and v.version = a.version""";

    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(ArticleKind kind, ArticleText text, ArticleCare care, ArticleTies ties, Instant reviewDue) {
        return Clause
            .insert("articles", "kind", kind, "state", ArticleState.WORK_IN_PROGRESS, "version", 0, "title",
                    text.title(), "symptom", text.symptom(), "body", text.body(), "words", words(ties), "owner",
                    care.owner(), "audience", audience(care), "review_days", care.reviewDays(), "review_due", reviewDue,
                    "helped", 0, "failed", 0, "runs", 0)
            .insertedBy(this.jdbc);
    }

    void insert(long id, int version, ArticleText text, String note, Act act) {
        Clause
            .insert("article_versions", "article_id", id, "version", version, "title", text.title(), "symptom",
                    text.symptom(), "body", text.body(), "note", note, "made_by", act.by(), "made_at", act.at())
            .on(this.jdbc)
            .update();
    }

    /** Makes a version the newest one, with the state and the care that it has now. */
    void change(long id, int version, ArticleText text, ArticleCare care, ArticleTies ties, ArticleState state) {
        Clause
            .update("articles", "version", version, "title", text.title(), "symptom", text.symptom(), "body",
                    text.body(), "words", words(ties), "owner", care.owner(), "audience", audience(care), "review_days",
                    care.reviewDays(), "state", state)
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .update();
        this.jdbc.sql("delete from article_ties where article_id = :id").param("id", id).update();
        tie(id, ties);
    }

    private void tie(long id, ArticleTies ties) {
        List<Object[]> rows = Stream
            .of(rows(id, "SERVICE", ties.services()), rows(id, "ITEM", ties.items()),
                    rows(id, "RELEASE", ties.releases()), rows(id, "ALERT", ties.alerts()))
            .flatMap(Function.identity())
            .toList();
        if (!rows.isEmpty()) {
            this.jdbc.sql("insert into article_ties (article_id, kind, value) values :rows")
                .param("rows", rows)
                .update();
        }
    }

    private static Stream<Object[]> rows(long id, String kind, List<String> values) {
        return values.stream().distinct().map((value) -> new Object[] { id, kind, value });
    }

    void state(long id, ArticleState state) {
        Clause.update("articles", "state", state).where(Clause.equal("id", id)).on(this.jdbc).update();
    }

    void reviewed(long id, Act act, Instant due) {
        Clause.update("articles", "reviewed_by", act.by(), "reviewed_at", act.at(), "review_due", due)
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .update();
    }

    /** One voice of a person for each version; the newest counts. */
    void judge(long id, int version, String userName, boolean helped, String note, Instant at) {
        this.jdbc
            .sql("insert into article_voices (article_id, version, user_name, helped, note, told_at) "
                    + "values (:id, :version, :person, :helped, :note, :at) "
                    + "on duplicate key update helped = :helped, note = :note, told_at = :at")
            .param("id", id)
            .param("version", version)
            .param("person", userName)
            .param("helped", helped)
            .param("note", note)
            .param("at", at)
            .update();
        this.jdbc.sql("""
                update articles a set
                  helped = (select count(*) from article_voices v where v.article_id = a.id and v.helped = true),
                  failed = (select count(*) from article_voices v where v.article_id = a.id and v.helped = false)
                 where a.id = :id""").param("id", id).update();
    }

    Optional<Article> find(long id, boolean locked) {
        return this.jdbc.sql(ARTICLE + " where a.id = :id" + (locked ? " for update" : ""))
            .param("id", id)
            .query(Row.class)
            .optional()
            .map(Row::toArticle);
    }

    Optional<ArticleVersion> version(long id, int version) {
        return Clause.of("select version, title, symptom, body, note, made_by, made_at from article_versions")
            .where(Clause.equal("article_id", id).and(Clause.equal("version", version)))
            .on(this.jdbc)
            .query(ArticleVersion.class)
            .optional();
    }

    /** The versions without their texts, the newest first. */
    KeyPage<ArticleVersion> versions(long id, String from) {
        KeyOrder<ArticleVersion> order = KeyOrder.<ArticleVersion>descending()
            .number("version", ArticleVersion::version);
        return order.page(this.jdbc,
                "select version, title, '' symptom, '' body, note, made_by, made_at from article_versions",
                Clause.equal("article_id", id), from, ArticleVersion.class);
    }

    /** Notes what was searched and not found. */
    void miss(String words, Instant at) {
        this.jdbc
            .sql("insert into knowledge_misses (words, times, last_at) values (:words, 1, :at) "
                    + "on duplicate key update times = times + 1, last_at = :at")
            .param("words", words)
            .param("at", at)
            .update();
    }

    void forgetMiss(long id) {
        this.jdbc.sql("delete from knowledge_misses where id = :id").param("id", id).update();
    }

    private static String words(ArticleTies ties) {
        String all = Stream.of(ties.services(), ties.items(), ties.releases(), ties.alerts())
            .flatMap(List::stream)
            .collect(Collectors.joining(" "));
        return (all.length() <= 2000) ? all : all.substring(0, 2000);
    }

    private static @Nullable String audience(ArticleCare care) {
        return care.audience().isEmpty() ? null : Json.text(care.audience().stream().map(Role::id).toList());
    }

    /**
     * A row.
     */
    private record Row(long id, ArticleKind kind, ArticleState state, int version, ArticleText text, String owner,
            @Nullable List<String> audience, int reviewDays, @Nullable List<String> services,
            @Nullable List<String> items, @Nullable List<String> releases, @Nullable List<String> alerts,
            @Nullable String reviewedBy, @Nullable Instant reviewedAt, Instant reviewDue, Article.Use use,
            String madeBy, Instant madeAt) {

        Article toArticle() {
            ArticleCare care = new ArticleCare(this.owner,
                    given(this.audience).stream().flatMap((id) -> Role.of(id).stream()).toList(), this.reviewDays);
            ArticleTies ties = new ArticleTies(given(this.services), given(this.items), given(this.releases),
                    given(this.alerts));
            return new Article(this.id, this.kind, this.state, this.version, this.text, care, ties,
                    new Article.Review(this.reviewedBy, this.reviewedAt, this.reviewDue), this.use, this.madeBy,
                    this.madeAt);
        }

        private static List<String> given(@Nullable List<String> values) {
            return (values != null) ? values : List.of();
        }

    }

}
