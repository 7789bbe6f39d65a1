package io.slipway.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.fasterxml.jackson.databind.ObjectReader;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads a column as values of one type, whatever that takes was found out before.
 */
@FunctionalInterface
interface ValueReader {

    /** Converts what drivers do not. */
    DefaultConversionService CONVERSIONS = conversions();

    /** Reads the column of a row. */
    @Nullable Object read(ResultSet row, int column) throws SQLException;

    /** Collections are JSON, or words between commas; records are JSON. */
    static ValueReader of(TypeDescriptor type) {
        if (type.isCollection() || type.isMap() || type.getType().isRecord()) {
            ObjectReader json = Json.reader(type.getResolvableType().getType());
            return (row, column) -> {
                String text = row.getString(column);
                return (text != null && (text.startsWith("[") || text.startsWith("{"))) ? Json.read(text, json)
                        : CONVERSIONS.convert(text, type);
            };
        }
        Class<?> wanted = type.getType();
        Class<?> kept = type.getObjectType();
        return (row, column) -> {
            Object value = JdbcUtils.getResultSetValue(row, column, wanted);
            return (kept.isInstance(value) || value == null && !wanted.isPrimitive()) ? value
                    : CONVERSIONS.convert(value, type);
        };
    }

    private static DefaultConversionService conversions() {
        DefaultConversionService conversions = new DefaultConversionService();
        conversions.addConverterFactory(new Constants());
        return conversions;
    }

}
