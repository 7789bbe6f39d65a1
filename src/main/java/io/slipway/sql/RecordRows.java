package io.slipway.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
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

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.jdbc.core.RowMapper;

/**
 * Fills records with the rows of one result. Components and columns have the same names,
 * whether {@code businessKey}, {@code business_key} or the engine's
 * {@code BUSINESS_KEY_}. A component that is a record, and no column, is filled from the
 * same row, first from columns whose names begin with its own; it is null if all that it
 * has is. How a record is made and its components are read is found out once for each
 * type, and the columns once for the result: Spring's own mapper asks the driver for each
 * name in each row, and has an exception for an answer.
 *
 * @param <T> the record
 */
final class RecordRows<T> implements RowMapper<T> {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Shape shape;

    private final String prefix;

    private @Nullable List<Reader> readers;

    RecordRows(Class<T> type) {
        this(type, "");
    }

    private RecordRows(Class<T> type, String prefix) {
        this.prefix = prefix;
        this.shape = SHAPES.get(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (this.readers == null) {
            this.readers = readers(columns(row.getMetaData()));
        }
        return (T) this.shape.make(values(row, this.readers));
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
            return Arrays.stream(values).allMatch(Objects::isNull) ? null : this.shape.make(values);
        };
    }

    private List<Reader> readers(Map<String, Integer> columns) {
        return this.shape.components().stream().map((component) -> reader(columns, component)).toList();
    }

    private Reader reader(Map<String, Integer> columns, Component component) {
        Integer column = columns.getOrDefault(this.prefix + component.name(), columns.get(component.name()));
        if (column != null) {
            return (row) -> component.value().read(row, column);
        }
        if (component.type().isRecord()) {
            return new RecordRows<>(component.type(), component.name()).within(columns);
        }
        throw new IllegalStateException("No column for " + component.name() + " of " + this.shape.constructor());
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

    /** How a record is made. */
    private record Shape(Constructor<?> constructor, List<Component> components) {

        static Shape of(Class<?> type) {
            Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
            constructor.setAccessible(true);
            return new Shape(constructor,
                    IntStream.range(0, constructor.getParameterCount())
                        .mapToObj((index) -> new Component(plain(constructor.getParameters()[index].getName()),
                                constructor.getParameterTypes()[index],
                                ValueReader.of(new TypeDescriptor(new MethodParameter(constructor, index)))))
                        .toList());
        }

        Object make(@Nullable Object[] values) {
            try {
                return this.constructor.newInstance(values);
            }
            catch (InvocationTargetException ex) {
                throw new BeanInstantiationException(this.constructor, "The row does not fit", ex.getTargetException());
            }
            catch (ReflectiveOperationException | IllegalArgumentException ex) {
                throw new BeanInstantiationException(this.constructor, "The row does not fit", ex);
            }
        }

    }

    /** A component of a record, by its plain name. */
    private record Component(String name, Class<?> type, ValueReader value) {
    }

    /** Reads one component. */
    @FunctionalInterface
    private interface Reader {

        @Nullable Object read(ResultSet row) throws SQLException;

    }

}
