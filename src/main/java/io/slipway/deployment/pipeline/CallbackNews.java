package io.slipway.deployment.pipeline;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What a tool tells of its own accord, as each says it.
 *
 * @param project which project it is about; empty if it is not said
 * @param attempt the attempt's id; empty if it is not said
 * @param run what the tool calls it; null if it is not said
 * @param status what it says of it, as it is asked for elsewhere too
 */
record CallbackNews(String project, String attempt, @Nullable String run, @Nullable AttemptState status, String words,
        @Nullable String page) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What GitHub tells by {@code workflow_run}; refuses what is no JSON. */
    static CallbackNews ofGitHub(byte[] body) {
        JsonNode node = read(body);
        JsonNode run = node.path("workflow_run");
        Matcher id = ID.matcher(run.path("display_title").asText("") + ' ' + run.path("name").asText(""));
        String said = run.path("conclusion").asText("");
        String status = run.path("status").asText("");
        return new CallbackNews(node.at("/repository/full_name").asText(""), id.find() ? id.group() : "",
                text(run.path("id")), AttemptWords.ofGitHub(status, said),
                "GitHub: " + (said.isEmpty() || said.equals("null") ? status : said), page(run.path("html_url")));
    }

    /** What GitLab tells by a pipeline hook; refuses what is no JSON. */
    static CallbackNews ofGitLab(byte[] body) {
        JsonNode node = read(body);
        JsonNode pipeline = node.path("object_attributes");
        String attempt = "";
        for (JsonNode one : pipeline.path("variables")) {
            if (one.path("key").asText("").equals("SLIPWAY_ATTEMPT")) {
                attempt = one.path("value").asText("").toLowerCase(Locale.ROOT);
            }
        }
        String status = pipeline.path("status").asText("");
        return new CallbackNews(node.at("/project/path_with_namespace").asText(""), attempt, text(pipeline.path("id")),
                AttemptWords.ofGitLab(status), "GitLab: " + status, page(pipeline.path("url")));
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        }
        catch (IOException ex) {
            throw new CallbackRefusal(CallbackRefusal.Why.NOT_UNDERSTOOD);
        }
    }

    private static @Nullable String text(JsonNode value) {
        String text = value.asText("");
        return (text.isBlank() || text.length() > 200) ? null : text;
    }

    private static @Nullable String page(JsonNode value) {
        String text = value.asText("");
        return text.matches("https?://[^\\s\"'<>]{1,480}") ? text : null;
    }

}
