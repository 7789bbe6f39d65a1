package io.slipway.ui;

import java.util.Map;

import org.springframework.http.HttpStatusCode;

/**
 * What an error page says.
 *
 * @param title what happened, in a few words
 * @param text why, and what to do next
 * @param details what the status's own template shows besides
 */
record Failure(HttpStatusCode status, String title, String text, Map<String, Object> details) {

    /** The same with another status. */
    Failure as(HttpStatusCode other) {
        return new Failure(other, this.title, this.text, this.details);
    }

    /** The template that shows it. */
    String view() {
        return switch (this.status.value()) {
            case 403, 404, 409 -> "error/" + this.status.value();
            default -> this.status.is4xxClientError() ? "error/4xx" : "error/500";
        };
    }

}
