package io.slipway.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is known of a kind of event besides its sentence.
 *
 * @param id the kind, such as {@code plan.submitted}
 * @param section its place in the evidence pack
 * @param beside whether it goes along with another event of the same act
 * @param rules which things an event is about, as {@code kinds.properties} writes it
 */
public record AuditKind(String id, PackSection section, boolean beside, List<String> rules) {

    private static final String RELEASE = "release";

    /** A kind that is known no more: old rows keep a place. */
    static AuditKind unknown(String id) {
        return new AuditKind(id, PackSection.OTHER, false, List.of(RELEASE));
    }

    /**
     * Reads an entry of {@code kinds.properties}.
     * @param text such as {@code plan: release plan@revision}
     */
    static AuditKind of(String id, String text) {
        String[] parts = text.split(" *: *", 2);
        List<String> place = List.of(parts[0].split(" "));
        return new AuditKind(id, PackSection.valueOf(place.get(0).toUpperCase(Locale.ROOT)), place.contains("beside"),
                List.of(parts[1].trim().split(" +")));
    }

    /**
     * The type of the event in exports: object and past participle, such as {@code Plan
     * submitted}. It stays as long as the kind does.
     */
    public String eventType() {
        String words = this.id.replace('.', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The types of the things that an event can be about. */
    public List<String> objectTypes() {
        return this.rules.stream().map((rule) -> rule.split("[=@]")[0]).distinct().toList();
    }

    /** The things that an event is about. */
    public List<AuditObject> objects(AuditEntry entry) {
        return this.rules.stream().flatMap((rule) -> objects(rule, entry)).distinct().toList();
    }

    private static Stream<AuditObject> objects(String rule, AuditEntry entry) {
        String[] parts = rule.split("[=@]");
        if (parts.length == 1) {
            String id = rule.equals(RELEASE) ? entry.releaseKey()
                    : (rule.equals(entry.subjectType()) ? entry.subject() : null);
            return Stream.ofNullable(id).map((key) -> new AuditObject(rule, key));
        }
        Stream<String> ids = Stream.of(parts[1].split(","))
            .flatMap((field) -> Stream.of(entry.value(field).split(", *")))
            .filter((id) -> !id.isEmpty());
        return ids.map((id) -> new AuditObject(parts[0], rule.contains("@") ? entry.releaseKey() + "/" + id : id));
    }

}
