package io.slipway.planning.plan;

import java.io.IOException;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan, part by part. Only name, type and model have to be there; support then
 * lasts as long as the type says.
 */
final class PlanReader extends StdDeserializer<Plan> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> NEEDED = List.of("name", "type", "model");

    PlanReader() {
        super(Plan.class);
    }

    @Override
    public Plan deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            return (Plan) context.handleUnexpectedToken(Plan.class, parser);
        }
        Map<String, Object> values = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            PlanParts.One part = PlanParts.named(name).orElse(null);
            if (part == null) {
                throw UnrecognizedPropertyException.from(parser, Plan.class, name, PlanParts.names());
            }
            Object value = value(part, parser, context);
            if (value != null) {
                values.put(part.name(), value);
            }
        }
        for (String needed : NEEDED) {
            if (!values.containsKey(needed)) {
                throw context.instantiationException(Plan.class, new IllegalArgumentException(needed + " is missing"));
            }
        }
        values.putIfAbsent("supportDays", ((ReleaseType) values.get("type")).supportDays());
        return PlanParts.plan(values);
    }

    private static @Nullable Object value(PlanParts.One part, JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return context.readValue(parser, context.getTypeFactory().constructType(part.type()));
        }
        catch (JsonMappingException ex) {
            ex.prependPath(Plan.class, part.file());
            throw ex;
        }
    }

}
