package io.slipway.knowledge.web;

import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleQuery;
import io.slipway.ui.form.FormText;

/**
 * What a list of articles is asked for, from its address.
 *
 * @param text words to look for
 * @param view name of a part of the articles
 * @param from the cursor of the page before
 */
record KnowledgeFilters(String text, String kind, String service, String view, String from) {

    KnowledgeFilters {
        text = FormText.filter(text);
        kind = FormText.constant(ArticleKind.class, kind);
        service = FormText.filter(service);
        view = FormText.known(ArticleQuery.View.class, view);
        from = FormText.of(from);
    }

    ArticleQuery query() {
        ArticleQuery.View shown = FormText.choice(ArticleQuery.View.class, this.view);
        return new ArticleQuery(this.text, FormText.choice(ArticleKind.class, this.kind), this.service,
                (shown != null) ? shown : ArticleQuery.View.CURRENT, this.from);
    }

    /** Whether somebody looks for words among all articles, so that a miss tells much. */
    boolean asked() {
        return !this.text.isBlank() && this.kind.isEmpty() && this.service.isEmpty() && this.view.isEmpty();
    }

}
