package io.slipway.planning.plan;

import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.slipway.identity.Role;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.StepKind;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * The words of a plan's file: constants in lower case, roles by their names, instants
 * with an offset; text stays text.
 */
final class PlanWords {

    private PlanWords() {
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("plan");
        add(module, ReleaseType.class);
        add(module, DeploymentModel.class);
        add(module, DependencyKind.class);
        add(module, Channel.class);
        add(module, Anchor.class);
        add(module, Role.class);
        add(module, StepKind.class);
        add(module, LinkKind.class);
        add(module, CheckKind.class);
        module.addSerializer(Instant.class, new Writer<>(Instant.class));
        module.addDeserializer(Instant.class, new Reader<>(Instant.class, PlanWords::instant));
        module.addDeserializer(String.class, new Reader<>(String.class, (text) -> text));
        module.addDeserializer(Plan.class, new PlanReader());
        return module;
    }

    private static <E extends Enum<E>> void add(SimpleModule module, Class<E> type) {
        module.addSerializer(type, new Writer<>(type));
        module.addDeserializer(type,
                new Reader<>(type,
                        (text) -> Arrays.stream(type.getEnumConstants())
                            .filter((constant) -> word(constant).equals(text))
                            .findFirst()
                            .orElse(null)));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

    /** What could have stood where a wrong value stands. */
    static String allowed(InvalidFormatException ex) {
        Class<?> type = ex.getTargetType();
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(PlanWords::word).collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "2026-12-05T06:00:00Z";
        }
        return (type == Boolean.class || type == boolean.class) ? "true, false"
                : (type == String.class) ? "text" : "a whole number";
    }

    /** What is wrong, without the names of our classes. */
    static String plain(JsonProcessingException ex) {
        String message = Optional.ofNullable(ex.getOriginalMessage()).orElse("").lines().findFirst().orElse("");
        return message.replaceAll("`[^`]*`", "this").replaceAll("\\(?[a-z]+(\\.[a-zA-Z$]+){2,}\\)?", "");
    }

    private static String word(Object constant) {
        return (constant instanceof Role role) ? role.id()
                : (constant instanceof Enum<?> one) ? one.name().toLowerCase(Locale.ROOT) : constant.toString();
    }

    /** Writes a constant or an instant as a word. */
    private static final class Writer<T> extends StdSerializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(word(value));
        }

    }

    /** Reads a word, also where YAML would see a number. */
    private static final class Reader<T> extends StdDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, @Nullable T> reading;

        Reader(Class<T> type, Function<String, @Nullable T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            String text = token.isScalarValue() ? parser.getText()
                    : (token == JsonToken.START_ARRAY) ? "[...]" : "{...}";
            T value = token.isScalarValue() ? this.reading.apply(text) : null;
            if (value == null) {
                throw InvalidFormatException.from(parser, "Unknown word", text, handledType());
            }
            return value;
        }

    }

}
