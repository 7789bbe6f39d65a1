package io.slipway.configuration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.slipway.sql.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps the attributes of an item in one column, as JSON in the order of their names.
 */
@Converter
class AttributesColumn implements AttributeConverter<Map<String, String>, String> {

    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(Map<String, String> attributes) {
        return Json.text(new TreeMap<>(attributes));
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return "{}".equals(column) ? Map.of() : Collections.unmodifiableMap(Json.read(column, TYPE));
    }

}
