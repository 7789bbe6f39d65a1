package io.slipway.knowledge.web;

import java.util.List;

import io.slipway.identity.Role;
import io.slipway.knowledge.Article;
import io.slipway.knowledge.ArticleCare;
import io.slipway.knowledge.ArticleText;
import io.slipway.knowledge.ArticleTies;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * An article, as typed.
 *
 * @param audience ids of roles
 * @param alerts names, one on each line
 * @param version the version that was shown; empty for a new one
 */
record ArticleForm(String kind, String title, String symptom, String body, List<String> services, List<String> items,
        List<String> releases, String alerts, String owner, List<String> audience, String reviewDays, String note,
        String version) {

    ArticleForm {
        kind = FormText.of(kind);
        title = FormText.of(title);
        symptom = FormText.of(symptom);
        body = FormText.of(body);
        services = FormText.all(services, "");
        items = FormText.all(items, "");
        releases = FormText.all(releases, "");
        alerts = FormText.of(alerts);
        owner = FormText.of(owner);
        audience = FormText.chosen(audience);
        reviewDays = FormText.of(reviewDays);
        note = FormText.of(note);
        version = FormText.of(version);
    }

    static ArticleForm begun(String kind, String title, String body, String owner, @Nullable String release) {
        return new ArticleForm(kind, title, "", body, List.of(), List.of(),
                (release != null && !release.isBlank()) ? List.of(release) : List.of(), "", owner, List.of(), "180", "",
                "");
    }

    static ArticleForm of(Article article, String note) {
        ArticleTies ties = article.ties();
        return new ArticleForm(article.kind().name(), article.text().title(), article.text().symptom(),
                article.text().body(), ties.services(), ties.items(), ties.releases(), String.join("\n", ties.alerts()),
                article.care().owner(), article.care().audience().stream().map(Role::id).toList(),
                Integer.toString(article.care().reviewDays()), note, Integer.toString(article.version()));
    }

    ArticleText text() {
        return new ArticleText(this.title, this.symptom, this.body);
    }

    ArticleCare care() {
        return new ArticleCare(this.owner, this.audience.stream().flatMap((id) -> Role.of(id).stream()).toList(),
                FormText.number(this.reviewDays));
    }

    ArticleTies ties() {
        return new ArticleTies(this.services, this.items, this.releases,
                this.alerts.lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList());
    }

    /** The version that was shown, -1 for text that is none. */
    int shown() {
        return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1;
    }

}
