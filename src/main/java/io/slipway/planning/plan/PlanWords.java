package io.slipway.planning.plan;

import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
        module.addSerializer(Instant.class, new Writer<>(Instant.class));
        module.addDeserializer(Instant.class, new InstantReader());
        module.addDeserializer(String.class, new TextReader());
        module.addDeserializer(Plan.class, new PlanReader());
        return module;
    }

    private static <E extends Enum<E>> void add(SimpleModule module, Class<E> type) {
        module.addSerializer(type, new Writer<>(type));
        module.addDeserializer(type, new WordReader<>(type));
    }

    /** Refuses what a file leaves out although it has to be there. */
    static <T> T need(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
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

    /**
     * Writes a constant or an instant as a word.
     *
     * @param <T> its type
     */
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

    /**
     * Reads a word as the constant that it names.
     *
     * @param <E> the constants' type
     */
    private static final class WordReader<E extends Enum<E>> extends StdDeserializer<E> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Class<E> type;

        WordReader(Class<E> type) {
            super(type);
            this.type = type;
        }

        @Override
        public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = TextReader.text(parser, context, this.type);
            return Arrays.stream(this.type.getEnumConstants())
                .filter((constant) -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidFormatException.from(parser, "Unknown word", text, this.type));
        }

    }

    /** Reads a point in time. */
    private static final class InstantReader extends StdDeserializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = TextReader.text(parser, context, Instant.class);
            try {
                return OffsetDateTime.parse(text).toInstant();
            }
            catch (DateTimeException ex) {
                throw InvalidFormatException.from(parser, "No point in time", text, Instant.class);
            }
        }

    }

    /** Reads text, also where YAML would see a number. */
    private static final class TextReader extends StdDeserializer<String> {

        @Serial
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return text(parser, context, String.class);
        }

        static String text(JsonParser parser, DeserializationContext context, Class<?> type) throws IOException {
            JsonToken token = parser.currentToken();
            if (!token.isScalarValue()) {
                throw InvalidFormatException.from(parser, "No text",
                        (token == JsonToken.START_ARRAY) ? "[...]" : "{...}", type);
            }
            return parser.getText();
        }

    }

}
