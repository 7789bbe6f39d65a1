package io.slipway.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.Act;
import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.knowledge.text.RunbookSteps;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseSummary;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Articles: whoever has a part in releases writes them, and somebody other than who wrote
 * a version says that it is right. A version never changes, so that what links to one
 * goes on saying the same.
 */
@Service
@Transactional
public class KnowledgeManagement {

    private static final int TITLE = 200;

    private static final int SYMPTOM = 1000;

    private static final int BODY = 100_000;

    private static final int NOTE = 500;

    private static final int MOST_TIES = 30;

    private static final int MOST_DAYS = 730;

    /** Reviews of articles that were written on one day do not all come due on one. */
    private static final int SPREAD_DAYS = 14;

    private final ArticleStore store;

    private final ConfigurationManagement configuration;

    private final ReleaseManagement releases;

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    KnowledgeManagement(ArticleStore store, ConfigurationManagement configuration, ReleaseManagement releases,
            PersonDirectory people, CurrentActor currentActor, Journal journal, Clock clock) {
        this.store = store;
        this.configuration = configuration;
        this.releases = releases;
        this.people = people;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins an article, which is work in progress. Refuses a missing title, text that is
     * too long, an owner whom nobody knows, items and releases that are unknown, and more
     * than 30 of a kind. Steps get names that stay.
     * @return its number
     */
    @PreAuthorize(Role.WORKERS)
    public long begin(ArticleKind kind, ArticleText text, ArticleCare care, ArticleTies ties) {
        InputCheck check = new InputCheck();
        ArticleText said = check(check, kind, text, care, ties);
        check.finish();
        Act act = this.journal.act();
        Instant due = this.clock.instant().plus(Duration.ofDays(care.reviewDays()));
        long id = this.store.insert(kind, said, care, ties, due);
        this.store.insert(id, 1, said, "", act);
        this.store.change(id, 1, said, care, ties, ArticleState.WORK_IN_PROGRESS);
        record("article.begun", id, Map.of("title", said.title(), "kind", kind.name()));
        return id;
    }

    /**
     * Writes the next version. What was validated is so no longer: a version is right
     * only once somebody else says so. Refuses what {@link #begin} refuses, an archived
     * article, a missing note where it is no work in progress, and, with a
     * {@code StaleFormException}, one that somebody else changed meanwhile.
     * @param version the version that was shown
     * @param note what changes and why, up to 500 characters
     */
    @PreAuthorize(Role.WORKERS)
    public void change(long id, int version, ArticleText text, ArticleCare care, ArticleTies ties, String note) {
        Article article = locked(id);
        refuseUnless(article.active(), "knowledge.article.archived");
        if (article.version() != version) {
            throw new StaleFormException("/knowledge/" + article.key() + "/edit", words(article.text()), words(text));
        }
        InputCheck check = new InputCheck();
        ArticleText said = check(check, article.kind(), text, care, ties);
        boolean begun = article.state() == ArticleState.WORK_IN_PROGRESS;
        String why = begun ? check.optional("note", note, NOTE)
                : check.required("note", note, NOTE, "knowledge.note.missing");
        refuseGuidance(check, said, begun);
        check.finish();
        ArticleState state = begun ? article.state() : ArticleState.NOT_VALIDATED;
        this.store.insert(id, version + 1, said, why, this.journal.act());
        this.store.change(id, version + 1, said, care, ties, state);
        record("article.changed", id, Map.of("title", said.title(), "version", version + 1, "note", why));
    }

    /**
     * Says that an article is complete. Refuses one that is no work in progress, one in
     * which guidance of its template is left, and one of a kind with steps that has none.
     */
    @PreAuthorize(Role.WORKERS)
    public void publish(long id) {
        Article article = locked(id);
        refuseUnless(article.state() == ArticleState.WORK_IN_PROGRESS, "knowledge.publish.not");
        InputCheck check = new InputCheck();
        refuseGuidance(check, article.text(), false);
        check.refuseIf(article.kind().hasSteps() && RunbookSteps.of(article.text().body()).isEmpty(), "",
                "knowledge.steps.missing");
        check.finish();
        this.store.state(id, ArticleState.NOT_VALIDATED);
        record("article.published", id, Map.of("version", article.version()));
    }

    /**
     * Says that the newest version is right: it is validated, and due for review after as
     * many days as it says, spread a little. Refuses work in progress, archived articles,
     * and whoever wrote the version themselves while it is not validated.
     */
    @PreAuthorize(Role.WORKERS)
    public void confirm(long id) {
        Article article = locked(id);
        refuseUnless(article.state() == ArticleState.NOT_VALIDATED || article.state() == ArticleState.VALIDATED,
                "knowledge.confirm.not");
        boolean own = article.madeBy().equals(this.currentActor.get().userName());
        refuseUnless(!own || article.state() == ArticleState.VALIDATED, "knowledge.confirm.own");
        Act act = this.journal.act();
        Instant due = act.at().plus(Duration.ofDays(article.care().reviewDays() + id % SPREAD_DAYS));
        this.store.state(id, ArticleState.VALIDATED);
        this.store.reviewed(id, act, due);
        record("article.confirmed", id, Map.of("version", article.version(), "until", due));
    }

    /**
     * Takes an article out of use; what links to it still finds it. Refuses a missing
     * reason, and one that is archived.
     * @param reason why, 1 to 500 characters
     */
    @PreAuthorize(Role.WORKERS)
    public void archive(long id, String reason) {
        String why = InputCheck.text("reason", reason, NOTE, "knowledge.reason.missing");
        Article article = locked(id);
        refuseUnless(article.active(), "knowledge.article.archived");
        this.store.state(id, ArticleState.ARCHIVED);
        this.journal.record(entry("article.archived", id).because(why));
    }

    /** Takes an archived article back into use, not validated. Refuses one in use. */
    @PreAuthorize(Role.WORKERS)
    public void restore(long id) {
        refuseUnless(!locked(id).active(), "knowledge.restore.not");
        this.store.state(id, ArticleState.NOT_VALIDATED);
        record("article.restored", id, Map.of());
    }

    /**
     * Says whether the newest version helped: one voice for each person and version, of
     * which the newest counts. Everybody who reads it may.
     * @param note what was missing or wrong, up to 500 characters
     */
    @PreAuthorize(Role.WORKERS)
    public void judge(long id, boolean helped, String note) {
        InputCheck check = new InputCheck();
        String said = check.optional("note", note, NOTE);
        check.finish();
        Article article = get(id);
        Act act = this.journal.act();
        this.store.judge(id, article.version(), act.by(), helped, said, act.at());
        record("article.judged", id, Map.of("version", article.version(), "helped", helped, "note", said));
    }

    /**
     * Notes that people searched in vain, so that somebody writes what is missing.
     * @param text what was searched; less than three characters are nothing
     */
    @PreAuthorize("isAuthenticated()")
    public void miss(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (words.length() >= 3) {
            this.store.miss(words.substring(0, Math.min(words.length(), KnowledgeSearch.LONGEST)),
                    this.clock.instant());
        }
    }

    /**
     * Takes a search off the list of what is missing, once it was written or is no
     * matter.
     */
    @PreAuthorize(Role.WORKERS)
    public void settle(long miss) {
        this.store.forgetMiss(miss);
    }

    /**
     * An article. Refuses an unknown number with a {@code NotFoundException}, and whoever
     * it is not meant for with an {@code AccessDeniedException}.
     */
    @Transactional(readOnly = true)
    public Article get(long id) {
        return readable(this.store.find(id, false).orElseThrow(() -> missing(id)));
    }

    /**
     * A version of an article. Refuses what {@link #get} refuses, and unknown versions.
     */
    @Transactional(readOnly = true)
    public ArticleVersion version(long id, int version) {
        get(id);
        return this.store.version(id, version)
            .orElseThrow(() -> new NotFoundException("version", "KB-" + id + "/" + version));
    }

    /**
     * The versions of an article without their texts, the newest first.
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<ArticleVersion> versions(long id, String from) {
        get(id);
        return this.store.versions(id, from);
    }

    private ArticleText check(InputCheck check, ArticleKind kind, ArticleText text, ArticleCare care,
            ArticleTies ties) {
        String title = check.required("title", text.title(), TITLE, "knowledge.title.missing");
        check.meaningful("title", title);
        String symptom = check.optional("symptom", text.symptom(), SYMPTOM);
        String body = check.required("body", text.body(), BODY, "knowledge.body.missing");
        check.between("reviewDays", care.reviewDays(), 1, MOST_DAYS);
        check.refuseIf(this.people.find(care.owner()).isEmpty(), "owner", "knowledge.owner.unknown", care.owner());
        ties(check, "services", ties.services());
        ties(check, "items", ties.items());
        ties(check, "releases", ties.releases());
        ties(check, "alerts", ties.alerts());
        List<String> items = this.configuration.find(ties.items()).stream().map(ItemSummary::key).toList();
        check.refuseIf(!items.containsAll(ties.items()), "items", "knowledge.item.unknown",
                without(ties.items(), items));
        List<String> releases = this.releases.find(ties.releases()).stream().map(ReleaseSummary::key).toList();
        check.refuseIf(!releases.containsAll(ties.releases()), "releases", "knowledge.release.unknown",
                without(ties.releases(), releases));
        return new ArticleText(title, symptom, kind.hasSteps() ? RunbookSteps.named(body) : body);
    }

    private static void ties(InputCheck check, String field, List<String> values) {
        check.refuseIf(values.size() > MOST_TIES, field, "knowledge.ties.too-many", MOST_TIES);
        check.refuseIf(values.stream().anyMatch((one) -> one.length() > SYMPTOM / 5), field, "knowledge.ties.too-long",
                SYMPTOM / 5);
    }

    private static String without(List<String> asked, List<String> found) {
        return asked.stream().filter((one) -> !found.contains(one)).collect(Collectors.joining(", "));
    }

    private static void refuseGuidance(InputCheck check, ArticleText text, boolean begun) {
        check.refuseIf(!begun && text.body().contains("[["), "body", "knowledge.guidance.left");
    }

    private Article locked(long id) {
        return readable(this.store.find(id, true).orElseThrow(() -> missing(id)));
    }

    private Article readable(Article article) {
        Actor actor = this.currentActor.get();
        boolean meant = article.care().audience().isEmpty() || article.care().owner().equals(actor.userName())
                || actor.has(Role.AUDITOR) || article.care().audience().stream().anyMatch(actor::has);
        if (!meant) {
            throw new AccessDeniedException("Not meant for these roles");
        }
        return article;
    }

    private static NotFoundException missing(long id) {
        return new NotFoundException("article", "KB-" + id);
    }

    private static void refuseUnless(boolean right, String code) {
        if (!right) {
            throw new InvalidInputException("", code);
        }
    }

    private static Map<String, String> words(ArticleText text) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("knowledge.field.title", text.title());
        words.put("knowledge.field.symptom", text.symptom());
        words.put("knowledge.field.body", text.body());
        return words;
    }

    private void record(String action, long id, Map<String, ?> values) {
        this.journal.record(entry(action, id).with(values));
    }

    private static JournalEntry entry(String action, long id) {
        return JournalEntry.of(action, "article", "KB-" + id);
    }

}
