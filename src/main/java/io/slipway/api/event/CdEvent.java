package io.slipway.api.event;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A CDEvent, read tolerantly: what the versions 0.3 to 0.5 of the specification have in
 * common, and whatever newer ones add is left alone.
 *
 * @param subject kind of thing it is about, such as {@code artifact}
 * @param predicate what happened to it, such as {@code published}
 * @param subjectId id of that thing; of an artifact its package URL
 * @param content what the subject says of itself
 */
record CdEvent(String subject, String predicate, String subjectId, JsonNode content, JsonNode custom) {

    private static final Pattern TYPE = Pattern.compile(
            "dev\\.cdevents\\.([a-z]{1,40})\\.([a-z]{1,40})\\.([0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}(-[a-z0-9.]{1,20})?)");

    private static final Pattern PURL = Pattern.compile("pkg:[a-z][a-z0-9.+-]*/([^?#\\s]+)(\\?[^#\\s]*)?(#\\S*)?");

    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-z])sha256:([0-9a-fA-F]{64})(?![0-9a-fA-F])");

    private static final Pattern BARE_DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * Reads what a CloudEvent carries.
     * @return the CDEvent; empty if it is of another type or says two things at once
     */
    static Optional<CdEvent> of(CloudEvent event) {
        Matcher type = TYPE.matcher(event.type());
        JsonNode context = event.data().path("context");
        JsonNode subject = event.data().path("subject");
        if (!type.matches() || !subject.path("id").isTextual() || subject.path("id").asText().isBlank()
                || !agrees(context, "id", event.id()) || !agrees(context, "source", event.source())
                || !agrees(context, "type", event.type())) {
            return Optional.empty();
        }
        return Optional.of(new CdEvent(type.group(1), type.group(2), subject.path("id").asText(),
                subject.path("content"), event.data().path("customData")));
    }

    private static boolean agrees(JsonNode context, String name, String attribute) {
        return !context.has(name) || context.path(name).asText().equals(attribute);
    }

    /** What kind of news it is, such as {@code artifact.published}. */
    String kind() {
        return this.subject + '.' + this.predicate;
    }

    /** The release that the sender names, if any. */
    @Nullable String release() {
        return text("release");
    }

    /** SHA-256 of the artifact that it is about, if it tells. */
    @Nullable String digest() {
        String told = text("digest");
        for (String place : new String[] { (told != null) ? told : "", decoded(this.subjectId),
                decoded(this.content.path("artifactId").asText()) }) {
            if (BARE_DIGEST.matcher(place).matches()) {
                return place.toLowerCase(Locale.ROOT);
            }
            Matcher digest = DIGEST.matcher(place);
            if (digest.find()) {
                return digest.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** The name of the unit: as told, or the last part of the package URL. */
    @Nullable String name() {
        String told = text("name");
        Matcher purl = PURL.matcher(this.subjectId);
        if (told != null || !purl.matches()) {
            return told;
        }
        String path = purl.group(1).replaceFirst("@.*$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The version of the unit: as told, or that of the package URL, or its tag. */
    @Nullable String version() {
        String told = text("version");
        Matcher purl = PURL.matcher(this.subjectId);
        if (told != null || !purl.matches()) {
            return told;
        }
        Matcher tag = Pattern.compile("[?&]tag=([^&]+)").matcher((purl.group(2) != null) ? purl.group(2) : "");
        if (tag.find()) {
            return decoded(tag.group(1));
        }
        int at = purl.group(1).lastIndexOf('@');
        String version = (at >= 0) ? decoded(purl.group(1).substring(at + 1)) : "";
        return (version.isEmpty() || version.startsWith("sha256:")) ? null : version;
    }

    /** The change that an artifact was made from, if the event tells. */
    @Nullable String change() {
        String told = text("commit");
        String change = this.content.path("change").path("id").asText();
        return (told != null) ? told : change.isBlank() ? null : change;
    }

    /** When that change was made, if the event tells. */
    @Nullable Instant committedAt() {
        String told = text("committedAt");
        return (told != null) ? CloudEvent.instant(told) : null;
    }

    /** Where it happened, if the event tells. */
    @Nullable String environment() {
        return text(this.content.path("environment"), "id");
    }

    /** The service that an incident concerns, if the event tells. */
    @Nullable String service() {
        return text(this.content.path("service"), "id");
    }

    /** What is wrong, in the words of the source. */
    @Nullable String description() {
        return text(this.content, "description");
    }

    /** Address of the ticket of an incident, if it has one. */
    @Nullable String ticket() {
        return text(this.content, "ticketURI");
    }

    /** The artifact that a service runs now, if the event tells. */
    @Nullable String artifact() {
        return text(this.content, "artifactId");
    }

    /** How tests ended, such as {@code success}. */
    @Nullable String outcome() {
        return text(this.content, "outcome");
    }

    /** Address of a report that the sender names. */
    @Nullable String report() {
        return text("report");
    }

    /** How severe an incident is: a number that the sender added. */
    @Nullable Integer priority() {
        JsonNode value = this.custom.path("priority");
        String told = value.isValueNode() ? value.asText().strip() : "";
        return told.matches("[1-4]") ? Integer.valueOf(told) : null;
    }

    private @Nullable String text(String name) {
        return text(this.custom, name);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return (value.isTextual() && !value.asText().isBlank()) ? value.asText().strip() : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        catch (IllegalArgumentException ex) {
            return text;
        }
    }

}
