package io.slipway.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
 * {@code BUSINESS_KEY_}. A component that is a record, and no column, is filled from the
 * same row, first from columns whose names begin with its own; it is null if all that it
 * has is. The columns are looked up once for the result: Spring's own mapper asks the
 * driver for each name in each row, and has an exception for an answer.
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

    private final String prefix;

    private @Nullable List<Reader> readers;

    RecordRows(Class<T> type) {
        this(type, "");
    }

    private RecordRows(Class<T> type, String prefix) {
        this.prefix = prefix;
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.types = IntStream.range(0, this.constructor.getParameterCount())
            .mapToObj((index) -> new TypeDescriptor(new MethodParameter(this.constructor, index)))
            .toList();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (this.readers == null) {
            this.readers = readers(columns(row.getMetaData()));
        }
        return BeanUtils.instantiateClass(this.constructor, values(row, this.readers));
    }

    private static @Nullable Object[] values(ResultSet row, List<Reader> readers) throws SQLException {
        @Nullable Object[] values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(row);
        }
        return values;
    }

    private Reader within(Map<String, Integer> columns) {
        List<Reader> parts = readers(columns);
        return (row) -> {
            @Nullable Object[] values = values(row, parts);
            return Arrays.stream(values).allMatch(Objects::isNull) ? null
                    : BeanUtils.instantiateClass(this.constructor, values);
        };
    }

    /** Collections are JSON, or words between commas; records are JSON. */
    private static @Nullable Object value(ResultSet row, int column, TypeDescriptor type) throws SQLException {
        if (!type.isCollection() && !type.isMap() && !type.getType().isRecord()) {
            Object value = JdbcUtils.getResultSetValue(row, column, type.getType());
            return type.getObjectType().isInstance(value) ? value : CONVERSIONS.convert(value, type);
        }
        String text = row.getString(column);
        return (text != null && (text.startsWith("[") || text.startsWith("{")))
                ? Json.read(text, type.getResolvableType().getType()) : CONVERSIONS.convert(text, type);
    }

    private List<Reader> readers(Map<String, Integer> columns) {
        return IntStream.range(0, this.types.size())
            .mapToObj((index) -> reader(columns, this.constructor.getParameters()[index], this.types.get(index)))
            .toList();
    }

    private Reader reader(Map<String, Integer> columns, Parameter component, TypeDescriptor type) {
        String name = plain(component.getName());
        Integer column = columns.getOrDefault(this.prefix + name, columns.get(name));
        if (column != null) {
            return (row) -> value(row, column, type);
        }
        if (component.getType().isRecord()) {
            return new RecordRows<>(component.getType(), name).within(columns);
        }
        throw new IllegalStateException("No column for " + component + " of " + this.constructor);
    }

    private static Map<String, Integer> columns(ResultSetMetaData result) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            found.putIfAbsent(plain(result.getColumnLabel(column)), column);
        }
        return found;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Reads one component. */
    @FunctionalInterface
    private interface Reader {

        @Nullable Object read(ResultSet row) throws SQLException;

    }

}
