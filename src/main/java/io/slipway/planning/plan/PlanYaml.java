package io.slipway.planning.plan;

import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.Wave;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import org.springframework.util.ConcurrentLruCache;

/**
 * A plan as YAML: written in one canonical way, of which its digest is, and read without
 * loss. A file that is not a plan is refused, with an {@link InvalidInputException} at
 * the field {@code file}, by line and column.
 */
public final class PlanYaml {

    /** The longest file, in characters. */
    public static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 8;

    /** From how many characters on a plan takes long to read. */
    private static final int LONG = 16 * 1024;

    /** Shows texts of several lines as such. */
    private static final YAMLMapper BLOCKS = mapper(true);

    /** Quotes every text, also what a block would lose. */
    private static final YAMLMapper QUOTES = mapper(false);

    private static final JsonMapper JSON = JsonMapper.builder()
        .addModule(PlanWords.module())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();

    /** Long plans that were read of late: a run asks for the same one again and again. */
    private static final ConcurrentLruCache<String, Plan> READ = new ConcurrentLruCache<>(16, PlanYaml::parsed);

    private PlanYaml() {
    }

    private static YAMLMapper mapper(boolean blocks) {
        return YAMLMapper
            .builder(YAMLFactory.builder()
                .configure(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE, blocks)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build())
            .addModule(PlanWords.module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    }

    /**
     * Writes a plan.
     * @return the YAML; equal for equal plans
     */
    public static String write(Plan plan) {
        return write(plan, Plan.class);
    }

    private static String write(Object value, Type type) {
        try {
            String blocks = BLOCKS.writeValueAsString(value);
            boolean whole = value.equals(BLOCKS.readValue(blocks, BLOCKS.constructType(type)));
            return whole ? blocks : QUOTES.writeValueAsString(value);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Reads a plan that was stored, as canonical YAML or as JSON. */
    public static Plan stored(String text) {
        return (text.length() < LONG) ? parsed(text) : READ.get(text);
    }

    private static Plan parsed(String text) {
        try {
            return (text.startsWith("{") ? JSON : BLOCKS).readValue(text, Plan.class);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * The digest of a plan, which approvals bind to.
     * @return SHA-256 of its YAML in UTF-8, in hexadecimal digits
     */
    public static String digest(Plan plan) {
        return DigestUtils.sha256Hex(write(plan));
    }

    /**
     * Reads a plan. Refuses a file of more than {@value #LONGEST} characters, what is not
     * YAML, anchors and aliases, names that are unknown or come twice, and values of the
     * wrong type.
     * @return the plan; what it leaves out is empty
     */
    public static Plan read(String text) {
        return read(text, (Type) Plan.class);
    }

    /** One part of a plan as its file has it, without its name; empty if it is. */
    public static String part(Plan plan, String name) {
        PlanParts.One part = PlanParts.named(name).orElseThrow();
        Object value = part.value(plan);
        return (value == null || part.text(plan).isEmpty()) ? "" : write(value, part.type());
    }

    /**
     * Reads the waves of a plan from the two values that its file has of them. Notes what
     * {@link #read} refuses, at the part's field.
     */
    public static Plan.Deployment deployment(String waves, String parallel, InputCheck check) {
        List<Wave> all = check.read(() -> part("waves", waves));
        return new Plan.Deployment((all != null) ? all : List.of(), check.read(() -> part("parallel", parallel)));
    }

    private static <T> @Nullable T part(String name, String text) {
        PlanParts.One part = PlanParts.named(name).orElseThrow();
        try {
            return text.isBlank() ? null : read(text, part.type());
        }
        catch (InvalidInputException ex) {
            throw new InvalidInputException(part.name(), ex.code(), ex.arguments());
        }
    }

    private static <T> T read(String text, Type type) {
        if (text.length() > LONGEST) {
            throw new InvalidInputException("file", "planning.plan-file.too-long", LONGEST / 1024);
        }
        try {
            checkEvents(text);
            T value = BLOCKS.readValue(text, BLOCKS.constructType(type));
            if (value == null) {
                throw new InvalidInputException("file", "planning.plan-file.empty");
            }
            return value;
        }
        catch (UnrecognizedPropertyException ex) {
            throw refusal(text, ex, "planning.plan-file.unknown", ex.getPropertyName(),
                    ex.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        catch (InvalidFormatException ex) {
            throw refusal(text, ex, "planning.plan-file.value", String.valueOf(ex.getValue()), PlanWords.allowed(ex));
        }
        catch (JsonProcessingException ex) {
            throw refusal(text, ex, "planning.plan-file.malformed", PlanWords.plain(ex));
        }
        catch (MarkedYAMLException ex) {
            throw at(ex.getProblemMark(), "planning.plan-file.malformed", String.valueOf(ex.getProblem()));
        }
        catch (YAMLException ex) {
            throw new InvalidInputException("file", "planning.plan-file.malformed", 1, 1,
                    String.valueOf(ex.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Refuses what a plan has no use for, before anything is made of it. */
    private static void checkEvents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        int depth = 0;
        int documents = 0;
        for (Event event : new Yaml(options).parse(new StringReader(text))) {
            documents += (event instanceof DocumentStartEvent) ? 1 : 0;
            depth += (event instanceof CollectionStartEvent) ? 1 : (event instanceof CollectionEndEvent) ? -1 : 0;
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                throw at(event.getStartMark(), "planning.plan-file.alias");
            }
            if (depth > DEEPEST) {
                throw at(event.getStartMark(), "planning.plan-file.deep");
            }
            if (documents > 1) {
                throw at(event.getStartMark(), "planning.plan-file.documents");
            }
        }
    }

    private static InvalidInputException refusal(String text, JsonProcessingException ex, String code,
            Object... arguments) {
        if (ex instanceof JsonMappingException mapping) {
            return at(mark(text, mapping), code, arguments);
        }
        JsonLocation place = ex.getLocation();
        return refusal((place != null) ? place.getLineNr() : 1, (place != null) ? place.getColumnNr() : 1, code,
                arguments);
    }

    /** Where the value stands that could not be taken over. */
    private static @Nullable Mark mark(String text, JsonMappingException ex) {
        Node node = new Yaml().compose(new StringReader(text));
        if (node == null) {
            return null;
        }
        for (JsonMappingException.Reference step : ex.getPath()) {
            Node next = next(node, step);
            if (next == null) {
                break;
            }
            node = next;
        }
        return node.getStartMark();
    }

    private static @Nullable Node next(Node node, JsonMappingException.Reference step) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue()
                .stream()
                .filter((entry) -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step.getFieldName()))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
        }
        boolean within = node instanceof SequenceNode sequence && step.getIndex() >= 0
                && step.getIndex() < sequence.getValue().size();
        return within ? ((SequenceNode) node).getValue().get(step.getIndex()) : null;
    }

    private static InvalidInputException at(@Nullable Mark mark, String code, Object... arguments) {
        return refusal((mark != null) ? mark.getLine() + 1 : 1, (mark != null) ? mark.getColumn() + 1 : 1, code,
                arguments);
    }

    private static InvalidInputException refusal(int line, int column, String code, Object... arguments) {
        Object[] all = Arrays.copyOf(new Object[] { line, column }, 2 + arguments.length);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new InvalidInputException("file", code, all);
    }

}
