package io.slipway.search;

import java.util.List;
import java.util.Optional;

import io.slipway.knowledge.ArticleLine;
import io.slipway.knowledge.ArticleQuery;
import io.slipway.knowledge.KnowledgeSearch;
import io.slipway.ui.Messages;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds articles by their key, or by words of what they say and are about, for those for
 * whom they are meant.
 */
@Component
@Order(6)
class ArticleFinder implements Finder {

    private final KnowledgeSearch knowledge;

    private final Messages messages;

    ArticleFinder(KnowledgeSearch knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public String icon() {
        return "book-2";
    }

    @Override
    public Optional<String> exact(String text) {
        return KnowledgeSearch.id(text).isEmpty() ? Optional.empty()
                : this.knowledge.list(ArticleQuery.of(text)).rows().stream().map(ArticleFinder::address).findFirst();
    }

    @Override
    public SearchGroup find(String text) {
        List<SearchHit> found = this.knowledge.typed(ArticleQuery.of(text))
            .rows()
            .stream()
            .map((article) -> new SearchHit(article.key(), article.title(),
                    this.messages.text("knowledge.kind." + article.kind()), address(article)))
            .toList();
        return SearchGroup.of(this, text, found, "/knowledge");
    }

    private static String address(ArticleLine article) {
        return "/knowledge/" + article.key();
    }

}
