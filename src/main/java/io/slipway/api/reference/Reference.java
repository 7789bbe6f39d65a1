package io.slipway.api.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The calls of the interface by their topic, as its page shows them.
 *
 * @param topics the topics, by name
 */
public record Reference(List<Topic> topics) {

    static Reference of(byte[] openApi, ObjectMapper json) throws IOException {
        TreeMap<String, List<Call>> topics = new TreeMap<>();
        json.readTree(openApi)
            .path("paths")
            .properties()
            .forEach((path) -> path.getValue()
                .properties()
                .forEach((operation) -> topics
                    .computeIfAbsent(operation.getValue().path("tags").path(0).asText("Others"),
                            (topic) -> new ArrayList<>())
                    .add(Call.of(operation.getKey(), path.getKey(), operation.getValue()))));
        return new Reference(topics.entrySet().stream().map((topic) -> {
            topic.getValue().sort(Comparator.comparing(Call::path).thenComparing(Call::method));
            return new Topic(topic.getKey(), List.copyOf(topic.getValue()));
        }).toList());
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /**
     * Calls that belong together.
     *
     * @param calls its calls, by address
     */
    public record Topic(String name, List<Call> calls) {
    }

    /**
     * One call.
     *
     * @param method such as {@code POST}
     * @param path its address
     * @param parameters what it takes beside a body
     * @param bodies media types of the body that it takes; none if it takes no body
     * @param example an example of its body; empty if it takes none
     * @param answers its statuses and what they mean
     */
    public record Call(String method, String path, String summary, List<Parameter> parameters, List<String> bodies,
            String example, List<Answer> answers) {

        static Call of(String method, String path, JsonNode operation) {
            JsonNode content = operation.path("requestBody").path("content");
            List<String> bodies = new ArrayList<>();
            content.fieldNames().forEachRemaining(bodies::add);
            String example = bodies.isEmpty() ? "" : content.path(bodies.get(0)).path("example").asText();
            List<Answer> answers = new ArrayList<>();
            operation.path("responses")
                .properties()
                .forEach((answer) -> answers
                    .add(new Answer(answer.getKey(), answer.getValue().path("description").asText())));
            return new Call(method.toUpperCase(Locale.ROOT), path, operation.path("summary").asText(),
                    elements(operation.path("parameters")).stream().map(Parameter::of).toList(), bodies,
                    example.strip(), answers.stream().sorted(Comparator.comparing(Answer::status)).toList());
        }

    }

    /**
     * What a call takes beside a body.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param required whether it has to be sent
     * @param values the values that it may have; empty if there is no list
     * @param description what it is for; may be empty
     */
    public record Parameter(String name, String in, boolean required, List<String> values, String description) {

        static Parameter of(JsonNode parameter) {
            return new Parameter(parameter.path("name").asText(), parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    elements(parameter.path("schema").path("enum")).stream().map(JsonNode::asText).toList(),
                    parameter.path("description").asText());
        }

    }

    /** How a call may be answered. */
    public record Answer(String status, String description) {

        /** Whether the call was done. */
        public boolean done() {
            return this.status.startsWith("2");
        }

    }

}
