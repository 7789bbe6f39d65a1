package io.slipway.sql;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Several texts in one column or one expression, as a JSON array: what
 * {@code json_arrayagg} gives, or {@link #json()} wrote. A record that is filled from a
 * row may have a component of this type.
 *
 * @param texts the texts
 */
public record TextList(List<String> texts) {

    /** No text. */
    public static final TextList EMPTY = new TextList(List.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    public TextList {
        texts = List.copyOf(texts);
    }

    public static TextList of(Collection<String> texts) {
        return new TextList(List.copyOf(texts));
    }

    /**
     * Reads a column; rows are filled through this.
     * @param json a JSON array of texts
     * @return the texts
     */
    public static TextList valueOf(String json) {
        try {
            return new TextList(Arrays.asList(JSON.readValue(json, String[].class)));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("A column holds what is no list of texts", ex);
        }
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this.texts);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
