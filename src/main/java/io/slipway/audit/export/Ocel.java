package io.slipway.audit.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parts of an object-centric event log (OCEL 2.0).
 */
final class Ocel {

    /** At which time an object has the values with which it begins. */
    static final Instant BEGINNING = Instant.EPOCH;

    /** What each type of event has. */
    static final Map<String, String> EVENT = attributes("activity:string", "transition:string", "sequence:integer",
            "role:string", "tool:boolean", "made_for_demo:boolean");

    private Ocel() {
    }

    private static Map<String, String> attributes(String... declared) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Arrays.stream(declared).map((one) -> one.split(":")).forEach((one) -> attributes.put(one[0], one[1]));
        return attributes;
    }

    /** The types of objects, each with its attributes and their types. */
    enum Type {

        RELEASE("name:string", "type:string", "model:string", "environment:string", "registered_at:time",
                "planned_start:time", "planned_end:time", "phase:string", "status:string"),
        PACKAGE("assembled_at:time"), UNIT("name:string", "version:string", "digest:string", "source_commit:string"),
        CHANGE("type:string", "risk:string", "status:string"),
        DEPLOYMENT("attempt:integer", "environment:string", "started_at:time", "finished_at:time", "status:string"),
        PERMIT("kind:string", "status:string", "requested_at:time", "expires_at:time"),
        INCIDENT("priority:integer", "opened_at:time", "resolved_at:time"), SERVICE("name:string"),
        ITEM("name:string", "type:string"), PERSON();

        private final Map<String, String> attributes;

        Type(String... attributes) {
            this.attributes = Ocel.attributes(attributes);
        }

        /** What the log calls it. */
        String word() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }

        Map<String, String> attributes() {
            return this.attributes;
        }

        /** The id of one of them, which nothing else in the log has. */
        String id(Object key) {
            return name().toLowerCase(Locale.ROOT) + ":" + key;
        }

    }

    /**
     * Something that happened.
     *
     * @param type what, in words
     */
    record Event(String id, String type, Instant time, Map<String, Object> attributes, Set<Relation> relations) {
    }

    /** A thing to which something happened. */
    record Thing(String id, Type type, List<Value> values, Set<Relation> relations) {
    }

    /** What an attribute of a thing is, from a time on. */
    record Value(String name, Object value, Instant time) {
    }

    /** That something has to do with a thing, and what. */
    record Relation(String object, String qualifier) {
    }

    /** Where a log goes. */
    interface Sink {

        void event(Event event) throws IOException;

        /** Things come after all events. */
        void thing(Thing thing) throws IOException;

        void finish() throws IOException;

    }

}
