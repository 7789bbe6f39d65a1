package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * An object-centric event log as JSON (OCEL 2.0), written as it comes.
 */
final class OcelJson implements Ocel.Sink {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);

    private final JsonGenerator json;

    private final Set<String> events = new TreeSet<>();

    private boolean things;

    OcelJson(OutputStream to) throws IOException {
        this.json = new JsonFactory().createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.json.writeStartObject();
        this.json.writeArrayFieldStart("objectTypes");
        for (Ocel.Type type : Ocel.Type.values()) {
            declare(type.word(), type.attributes());
        }
        this.json.writeEndArray();
        this.json.writeArrayFieldStart("events");
    }

    /**
     * An instant as logs have it: in UTC, to the millisecond, and the beginning as the
     * standard writes it.
     */
    static String time(Instant at) {
        return at.equals(Ocel.BEGINNING) ? at.toString() : MILLIS.format(at);
    }

    private void declare(String name, Map<String, String> attributes) throws IOException {
        this.json.writeStartObject();
        this.json.writeStringField("name", name);
        this.json.writeArrayFieldStart("attributes");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            this.json.writeStartObject();
            this.json.writeStringField("name", attribute.getKey());
            this.json.writeStringField("type", attribute.getValue());
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
        this.json.writeEndObject();
    }

    @Override
    public void event(Ocel.Event event) throws IOException {
        this.events.add(event.type());
        line();
        this.json.writeStartObject();
        this.json.writeStringField("id", event.id());
        this.json.writeStringField("type", event.type());
        this.json.writeStringField("time", time(event.time()));
        this.json.writeArrayFieldStart("attributes");
        for (Map.Entry<String, Object> attribute : event.attributes().entrySet()) {
            this.json.writeStartObject();
            value(attribute.getKey(), attribute.getValue());
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
        relations(event.relations());
        this.json.writeEndObject();
    }

    @Override
    public void thing(Ocel.Thing thing) throws IOException {
        beginThings();
        line();
        this.json.writeStartObject();
        this.json.writeStringField("id", thing.id());
        this.json.writeStringField("type", thing.type().word());
        this.json.writeArrayFieldStart("attributes");
        for (Ocel.Value value : thing.values()) {
            this.json.writeStartObject();
            value(value.name(), value.value());
            this.json.writeStringField("time", time(value.time()));
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
        relations(thing.relations());
        this.json.writeEndObject();
    }

    private void beginThings() throws IOException {
        if (!this.things) {
            this.things = true;
            this.json.writeEndArray();
            this.json.writeArrayFieldStart("objects");
        }
    }

    /**
     * Of every type as text: the schema of the standard knows no other, and the declared
     * type tells what it is.
     */
    private void value(String name, Object value) throws IOException {
        this.json.writeStringField("name", name);
        this.json.writeStringField("value", (value instanceof Instant at) ? time(at) : value.toString());
    }

    private void relations(Set<Ocel.Relation> relations) throws IOException {
        this.json.writeArrayFieldStart("relationships");
        for (Ocel.Relation relation : relations) {
            this.json.writeStartObject();
            this.json.writeStringField("objectId", relation.object());
            this.json.writeStringField("qualifier", relation.qualifier());
            this.json.writeEndObject();
        }
        this.json.writeEndArray();
    }

    private void line() throws IOException {
        this.json.writeRaw('\n');
    }

    @Override
    public void finish() throws IOException {
        beginThings();
        this.json.writeEndArray();
        this.json.writeArrayFieldStart("eventTypes");
        for (String type : this.events) {
            declare(type, Ocel.EVENT);
        }
        this.json.writeEndArray();
        this.json.writeEndObject();
        this.json.flush();
    }

}
