package io.slipway.sql;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Fills records with the rows of one result. Components and columns have the same names,
 * whether {@code businessKey}, {@code business_key} or the engine's
 * {@code BUSINESS_KEY_}. The columns are looked up once for the result: Spring's own
 * mapper asks the driver for each name in each row, and has an exception for an answer.
 *
 * @param <T> the record
 */
final class RecordRows<T> implements RowMapper<T> {

    private static final DefaultConversionService CONVERSIONS = new DefaultConversionService();

    static {
        CONVERSIONS.addConverterFactory(new Constants());
    }

    private final Constructor<T> constructor;

    private final List<TypeDescriptor> types;

    private int @Nullable [] columns;

    RecordRows(Class<T> type) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.types = IntStream.range(0, this.constructor.getParameterCount())
            .mapToObj((index) -> new TypeDescriptor(new MethodParameter(this.constructor, index)))
            .toList();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (this.columns == null) {
            this.columns = columns(row.getMetaData());
        }
        @Nullable Object[] values = new Object[this.columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, this.columns[i], this.types.get(i));
        }
        return BeanUtils.instantiateClass(this.constructor, values);
    }

    /** Collections are JSON, or words between commas. */
    private static @Nullable Object value(ResultSet row, int column, TypeDescriptor type) throws SQLException {
        if (!type.isCollection() && !type.isMap()) {
            return CONVERSIONS.convert(JdbcUtils.getResultSetValue(row, column, type.getType()), type);
        }
        String text = row.getString(column);
        return (text != null && text.matches("(?s)[\\[{].*")) ? Json.read(text, type.getResolvableType().getType())
                : CONVERSIONS.convert(text, type);
    }

    private int[] columns(ResultSetMetaData result) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            found.putIfAbsent(plain(result.getColumnLabel(column)), column);
        }
        return List.of(this.constructor.getParameters())
            .stream()
            .mapToInt((component) -> found.computeIfAbsent(plain(component.getName()), (name) -> {
                throw new IllegalStateException("No column for " + component + " of " + this.constructor);
            }))
            .toArray();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

}
