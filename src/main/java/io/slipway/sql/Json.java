package io.slipway.sql;

import java.lang.reflect.Type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Lists, maps and records as columns keep them. {@code json_arrayagg} gives the same for
 * several rows. A record that is filled from a row reads them by the types of its
 * components.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();

    private Json() {
    }

    /**
     * What a column is given.
     * @param value a list, a map or a record
     * @return it as JSON
     */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("This cannot be written as JSON", ex);
        }
    }

    /**
     * Reads what {@link #text} wrote. Refuses, with an {@code IllegalStateException},
     * what is no such thing.
     * @param <T> the value's type
     */
    public static <T> T read(String text, TypeReference<T> type) {
        return read(text, reader(type.getType()));
    }

    static ObjectReader reader(Type type) {
        return MAPPER.readerFor(MAPPER.constructType(type));
    }

    static <T> T read(String text, ObjectReader type) {
        try {
            return type.readValue(text);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A column holds what is no JSON of " + type.getValueType(), ex);
        }
    }

}
