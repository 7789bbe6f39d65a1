package io.slipway.configuration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps the attributes of an item in one column, as JSON in the order of their names.
 */
@Converter
class AttributesColumn implements AttributeConverter<Map<String, String>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(attributes));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These attributes cannot be written", ex);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return read(column);
    }

    static Map<String, String> read(String column) {
        try {
            return "{}".equals(column) ? Map.of() : Collections.unmodifiableMap(JSON.readValue(column, TYPE));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("The register holds attributes that are no JSON", ex);
        }
    }

}
