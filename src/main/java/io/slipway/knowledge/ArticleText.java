package io.slipway.knowledge;

/**
 * What an article says.
 *
 * @param title 1 to 200 characters
 * @param symptom how one notices: messages, error texts, up to 1,000 characters
 * @param body Markdown, up to 100,000 characters
 */
public record ArticleText(String title, String symptom, String body) {
}
