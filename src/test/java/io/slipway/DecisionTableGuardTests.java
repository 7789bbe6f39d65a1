package io.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the decision tables: names, language, texts that people read, and that Camunda
 * Modeler can open them. Reading refuses what the DMN schema refuses.
 */
class DecisionTableGuardTests {

    private static final Map<Path, DmnModelInstance> MODELS = new ConcurrentHashMap<>();

    private static final Pattern TIME_TO_LIVE = Pattern.compile("P\\d+D");

    private static final Pattern SENTENCE = Pattern.compile("[A-Z][^\\n]*\\.");

    private static final List<HitPolicy> HIT_POLICIES = List.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);

    @Test
    void holdOneTableInAFileOfItsName() {
        assertThat(findings((file) -> decisions(file)
            .filter((decision) -> decisions(file).count() != 1
                    || !file.getFileName().toString().equals(decision.getId() + ".dmn")
                    || !decision.getId().endsWith("Decision") || !(decision.getExpression() instanceof DecisionTable))
            .map((decision) -> decision.getId()
                    + ": keep one decision table in each file, and name the file after it, such as XyzDecision")))
            .isEmpty();
    }

    @Test
    void setTheTimeToLive() {
        assertThat(findings((file) -> decisions(file)
            .filter((decision) -> !TIME_TO_LIVE.matcher(String.valueOf(decision.getCamundaHistoryTimeToLiveString()))
                .matches())
            .map((decision) -> decision.getId() + ": set camunda:historyTimeToLive in days, such as P365D"))).isEmpty();
    }

    @Test
    void areWrittenInFeel() {
        assertThat(findings((file) -> Stream
            .of(each(file, InputExpression.class).filter((cell) -> !"feel".equals(cell.getExpressionLanguage()))
                .map(DmnElement::getId),
                    each(file, InputEntry.class).filter((cell) -> !"feel".equals(cell.getExpressionLanguage()))
                        .map(DmnElement::getId),
                    each(file, OutputEntry.class).filter((cell) -> !"feel".equals(cell.getExpressionLanguage()))
                        .map(DmnElement::getId))
            .flatMap((ids) -> ids)
            .map((id) -> id + ": set expressionLanguage to feel"))).isEmpty();
    }

    @Test
    void explainThemselvesToPeople() {
        assertThat(findings((file) -> Stream.concat(decisions(file), each(file, Rule.class))
            .filter((element) -> !SENTENCE.matcher(description(element)).matches())
            .map((element) -> element.getId() + ": say in a sentence what is decided, and why, as its description")))
            .isEmpty();
        assertThat(findings((file) -> Stream
            .concat(each(file, Input.class).filter((input) -> isBlank(input.getLabel())),
                    each(file, Output.class).filter((output) -> isBlank(output.getLabel())))
            .map((column) -> column.getId() + ": label the column"))).isEmpty();
    }

    @Test
    void nameIdsByTheRule() {
        assertThat(
                findings((file) -> Stream.of(each(file, Input.class), each(file, Output.class), each(file, Rule.class))
                    .flatMap((elements) -> elements.map(DmnElement.class::cast))
                    .filter((element) -> !element.getId().matches("(Input|Output|Rule)_[A-Z][A-Za-z]*"))
                    .map((element) -> element.getId() + ": begin the id with Input_, Output_ or Rule_ and a phrase")))
            .isEmpty();
    }

    @Test
    void saySafelyWhichRowsCount() {
        assertThat(findings((file) -> each(file, DecisionTable.class)
            .filter((table) -> !HIT_POLICIES.contains(table.getHitPolicy()) || table.getAggregation() != null)
            .map((table) -> table.getId() + ": use one of " + HIT_POLICIES + ", for which pages have words")))
            .isEmpty();
    }

    @Test
    void canBeSeenInTheModeler() {
        assertThat(findings((file) -> decisions(file)
            .filter((decision) -> !text(file).contains("dmnElementRef=\"" + decision.getId() + "\""))
            .map((decision) -> decision.getId() + ": draw it in the diagram"))).isEmpty();
    }

    @Test
    void appearOnTheMap() {
        String map = text(ProcessModel.ROOT.resolve("README.md"));
        assertThat(findings((file) -> decisions(file).filter((decision) -> !map.contains("`" + decision.getId() + "`"))
            .map((decision) -> "processes/README.md: add " + decision.getId()))).isEmpty();
    }

    private static List<String> findings(Function<Path, Stream<String>> check) {
        try (Stream<Path> files = Files.walk(ProcessModel.ROOT)) {
            List<Path> tables = files.filter((file) -> file.toString().endsWith(".dmn")).sorted().toList();
            assertThat(tables).as("Decision tables under processes/").isNotEmpty();
            return tables.stream().flatMap((file) -> check.apply(file).map((finding) -> file + " " + finding)).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Stream<Decision> decisions(Path file) {
        return each(file, Decision.class);
    }

    private static <T extends DmnElement> Stream<T> each(Path file, Class<T> type) {
        return MODELS.computeIfAbsent(file, (path) -> Dmn.readModelFromFile(path.toFile()))
            .getModelElementsByType(type)
            .stream();
    }

    private static String description(DmnElement element) {
        return element.getChildElementsByType(Description.class)
            .stream()
            .map((description) -> description.getTextContent().strip())
            .findFirst()
            .orElse("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

}
