package io.slipway.knowledge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds articles: by their key, by words of title, symptom, text and what they are about,
 * or in lists. Nobody finds what is not meant for one of their roles; auditors find all.
 */
@Service
@Transactional(readOnly = true)
public class KnowledgeSearch {

    /** The longest text that is looked for. */
    static final int LONGEST = 200;

    private static final String LINE = """
            select a.id, a.kind, a.state, a.title, a.symptom, a.owner, a.review_due, a.helped, a.runs,
                   coalesce((select json_arrayagg(t.value order by t.value) from article_ties t
                     where t.article_id = a.id and t.kind = 'SERVICE'), '[]') services
              from articles a""";

    /** Title, symptom and what it is about: little text, by the beginnings of words. */
    private static final String NAMED = "match(a.title, a.symptom, a.words) against (:words in boolean mode)";

    /** All that it says, by whole words. */
    private static final String SAID = "match(a.body) against (:words in boolean mode)";

    private static final String ABOUT = "exists (select 1 from article_ties t where t.article_id = a.id "
            + "and t.kind = 'SERVICE' and t.value = :service)";

    private static final KeyOrder<ArticleLine> NEWEST = KeyOrder.<ArticleLine>descending()
        .number("a.id", ArticleLine::id);

    private static final KeyOrder<ArticleLine> DUE = KeyOrder.<ArticleLine>ascending()
        .instant("a.review_due", ArticleLine::reviewDue)
        .number("a.id", ArticleLine::id);

    private final JdbcClient jdbc;

    private final CurrentActor currentActor;

    private final Clock clock;

    KnowledgeSearch(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A page of articles. With words those that fit best come first, and there is one
     * page only: whoever looks farther needs another word.
     */
    public KeyPage<ArticleLine> list(ArticleQuery query) {
        return list(query, true);
    }

    /** The same while somebody types: titles, symptoms and what they are about only. */
    public KeyPage<ArticleLine> typed(ArticleQuery query) {
        return list(query, false);
    }

    private KeyPage<ArticleLine> list(ArticleQuery query, boolean texts) {
        Clause condition = readable().and(switch (query.view()) {
            case CURRENT -> Clause.of("a.archived = false");
            case DUE -> Clause.of("a.archived = false and a.review_due <= :now", "now", this.clock.instant());
            case ARCHIVED -> Clause.of("a.archived = true");
        })
            .and(Clause.given("a.kind", query.kind()))
            .and(query.service().isEmpty() ? Clause.NONE : Clause.of(ABOUT, "service", query.service()));
        if (query.text().isBlank()) {
            KeyOrder<ArticleLine> order = (query.view() == ArticleQuery.View.DUE) ? DUE : NEWEST;
            return order.page(this.jdbc, LINE, condition, query.from(), ArticleLine.class);
        }
        return new KeyPage<>(found(query.text(), condition, texts), null);
    }

    private List<ArticleLine> found(String text, Clause condition, boolean texts) {
        Optional<Long> id = id(text);
        if (id.isPresent() || SearchWords.of(text).isEmpty()) {
            Clause asked = id.map((number) -> Clause.equal("a.id", number))
                .orElseGet(() -> Clause.of("a.title like :title", "title", Clause.beginning(text)));
            return some(condition.and(asked), "a.id desc");
        }
        List<ArticleLine> all = new ArrayList<>(
                some(condition.and(NAMED, "words", SearchWords.begun(text)), NAMED + " desc, a.id desc"));
        if (texts && all.size() < KeyPage.size()) {
            List<Long> known = all.stream().map(ArticleLine::id).toList();
            some(condition.and(SAID, "words", SearchWords.whole(text)), SAID + " desc, a.id desc").stream()
                .filter((line) -> !known.contains(line.id()))
                .limit(KeyPage.size() - (long) known.size())
                .forEach(all::add);
        }
        return all;
    }

    private List<ArticleLine> some(Clause condition, String order) {
        return Clause.of(LINE)
            .where(condition)
            .append(" order by " + order + " limit " + KeyPage.size())
            .on(this.jdbc)
            .query(ArticleLine.class)
            .list();
    }

    /** The known errors of some services, those that were looked over last first. */
    public List<ArticleLine> knownErrors(Collection<String> services, int most) {
        return Clause.of("select l.* from (" + LINE + ") l join article_ties s on s.article_id = l.id")
            .where(Clause.in("s.value", services)
                .and("s.kind = 'SERVICE' and l.kind = 'KNOWN_ERROR' and l.state <> 'ARCHIVED'"))
            .append(" group by l.id order by l.review_due desc limit " + most)
            .on(this.jdbc)
            .query(ArticleLine.class)
            .list();
    }

    /**
     * What people looked for and did not find, the most wanted first.
     * @param from the cursor of the page before, empty for the first page
     */
    public KeyPage<SearchMiss> misses(String from) {
        KeyOrder<SearchMiss> order = KeyOrder.<SearchMiss>descending()
            .number("times", SearchMiss::times)
            .number("id", SearchMiss::id);
        return order.page(this.jdbc, "select id, words, times, last_at from knowledge_misses", Clause.NONE, from,
                SearchMiss.class);
    }

    /** The number in a key such as {@code KB-17}, in either case. */
    public static Optional<Long> id(String key) {
        String number = key.strip().toUpperCase(Locale.ROOT);
        return number.matches("KB-[0-9]{1,18}") ? Optional.of(Long.valueOf(number.substring(3))) : Optional.empty();
    }

    private Clause readable() {
        Actor actor = this.currentActor.get();
        if (actor.has(Role.AUDITOR) || actor.isSystem()) {
            return Clause.NONE;
        }
        return Clause.of("(a.audience is null or json_overlaps(a.audience, :roles) or a.owner = :me)")
            .with("roles", Json.text(actor.roles().stream().map(Role::id).toList()))
            .with("me", actor.userName());
    }

}
