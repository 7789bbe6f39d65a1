package io.slipway.deployment.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.deployment.tool.Credentials;
import io.slipway.deployment.tool.Encoding;
import io.slipway.deployment.tool.Excerpts;
import io.slipway.deployment.tool.ToolAnswer;
import io.slipway.deployment.tool.ToolClient;
import io.slipway.deployment.tool.ToolException;
import io.slipway.deployment.tool.ToolRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Measures what a check asks for. Whatever goes wrong is no data, with what went wrong;
 * nothing that is not a number is a value.
 */
@Component
class Measuring {

    /**
     * A path, and a JSON pointer after a blank or a number sign; the status counts
     * without.
     */
    private static final Pattern HTTP = Pattern.compile("(\\S*?)(?:[#\\s]\\s*(/\\S*))?");

    private static final Pattern PRIORITY = Pattern.compile("(?i)p?([1-4])");

    private static final int LOWEST = 4;

    private final ToolClient client;

    private final Credentials credentials;

    private final Excerpts excerpts;

    private final ObjectProvider<IncidentCount> incidents;

    Measuring(ToolClient client, Credentials credentials, Excerpts excerpts, ObjectProvider<IncidentCount> incidents) {
        this.client = client;
        this.credentials = credentials;
        this.excerpts = excerpts;
        this.incidents = incidents;
    }

    /** The open incidents that count. */
    Measurement incidents(Check check) {
        Matcher priority = PRIORITY.matcher(check.rule().query().strip());
        int least = priority.matches() ? Integer.parseInt(priority.group(1)) : LOWEST;
        IncidentCount counted = this.incidents.getIfAvailable();
        return (counted == null) ? Measurement.none("Nobody keeps incidents")
                : new Measurement((double) counted.count(check.scope(), least), "priority " + least + " and above");
    }

    /** What a system says. */
    Measurement ask(Check check, MonitoringSource source) {
        try {
            return switch (check.rule().kind()) {
                case HTTP -> http(check, source);
                case PROMETHEUS -> prometheus(check, source);
                case ALERTS -> alerts(check, source);
                default -> Measurement.none("This is not measured");
            };
        }
        catch (ToolException ex) {
            return Measurement.none(this.excerpts.sentence(String.valueOf(ex.getMessage())));
        }
    }

    private Measurement http(Check check, MonitoringSource source) throws ToolException {
        Matcher query = HTTP.matcher(check.rule().query().strip());
        if (!query.matches()) {
            return Measurement.none("The query is no path with a JSON pointer");
        }
        String path = query.group(1);
        ToolAnswer answer = this.client
            .send(signed(ToolRequest.get(base(source) + ((path.isEmpty() || path.startsWith("/")) ? path : "/" + path)),
                    source));
        if (query.group(2) == null) {
            return new Measurement((double) answer.status(), "HTTP " + answer.status());
        }
        if (!answer.good()) {
            return Measurement.none("HTTP " + answer.status());
        }
        JsonNode json = json(answer);
        return number(json.at(JsonPointer.compile(query.group(2))), "nothing at " + query.group(2));
    }

    /** An instant query; the value of the first sample counts. */
    private Measurement prometheus(Check check, MonitoringSource source) throws ToolException {
        JsonNode json = json(this.client.send(signed(
                ToolRequest.get(base(source) + "/api/v1/query?query=" + Encoding.part(check.rule().query())), source)));
        if (!json.path("status").asText("").equals("success")) {
            return Measurement.none(this.excerpts
                .sentence("Prometheus: " + json.path("errorType").asText("") + " " + json.path("error").asText("")));
        }
        JsonNode result = json.at("/data/result");
        String type = json.at("/data/resultType").asText("");
        JsonNode value = (type.equals("scalar")) ? result : result.path(0).path("value");
        String note = (result.size() > 1 && type.equals("vector")) ? "the first of " + result.size() + " samples" : "";
        Measurement measured = number(value.path(1), "no sample");
        return (measured.value() == null) ? measured : new Measurement(measured.value(), note);
    }

    /** How many alerts fire that are neither silenced nor inhibited. */
    private Measurement alerts(Check check, MonitoringSource source) throws ToolException {
        StringBuilder filters = new StringBuilder();
        for (String filter : check.rule().query().split("\\s*,\\s*(?=[A-Za-z_])")) {
            if (!filter.isBlank()) {
                filters.append("&filter=").append(Encoding.part(filter.strip()));
            }
        }
        JsonNode json = json(this.client.send(signed(
                ToolRequest.get(base(source) + "/api/v2/alerts?active=true&silenced=false&inhibited=false" + filters),
                source)));
        if (!json.isArray()) {
            return Measurement.none("Alertmanager gave no list");
        }
        String first = json.path(0).at("/labels/alertname").asText("");
        return new Measurement((double) json.size(), first.isEmpty() ? "" : this.excerpts.sentence("first: " + first));
    }

    private JsonNode json(ToolAnswer answer) throws ToolException {
        return answer.json()
            .orElseThrow(
                    () -> new ToolException(ToolException.Kind.IN_DOUBT, answer.cut() ? "The answer is larger than 1 MB"
                            : "HTTP " + answer.status() + ", and no JSON: " + answer.text()));
    }

    private static Measurement number(JsonNode node, String otherwise) {
        if (node.isNumber()) {
            return new Measurement(node.asDouble(), "");
        }
        if (node.isBoolean()) {
            return new Measurement(node.asBoolean() ? 1.0 : 0.0, "");
        }
        String text = node.asText("").strip();
        return text.matches("[-+]?[0-9.]{1,40}([eE][-+]?[0-9]{1,3})?") ? parsed(text) : Measurement
            .none(text.isEmpty() ? otherwise : "no number: " + text.substring(0, Math.min(80, text.length())));
    }

    private static Measurement parsed(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? new Measurement(value, "") : Measurement.none("no number: " + text);
        }
        catch (NumberFormatException ex) {
            return Measurement.none("no number: " + text);
        }
    }

    private ToolRequest signed(ToolRequest request, MonitoringSource source) throws ToolException {
        if (source.credential().isEmpty()) {
            return request;
        }
        String secret = this.credentials.value(source.credential())
            .orElseThrow(() -> new ToolException(ToolException.Kind.NOT_SENT,
                    "The secret " + source.credential() + " is not set"));
        return secret.contains(":") ? request.basic(secret) : request.bearer(secret);
    }

    private static String base(MonitoringSource source) {
        return source.address().replaceAll("/+$", "");
    }

}
