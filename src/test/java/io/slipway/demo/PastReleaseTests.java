package io.slipway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.slipway.identity.DemoMark;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The stories of the past year hold together before anybody plays them.
 */
class PastReleaseTests {

    private static final Pattern STEP = Pattern.compile("camunda:formKey=\"[a-z]+/([a-z-]+)\"");

    private final List<PastRelease> stories = PastRelease.read(new ClassPathResource("demo/past.yaml"));

    @Test
    void tellsOfAllTypesAndModelsInTheOrderInWhichTheyBegan() {
        assertThat(this.stories).hasSizeGreaterThanOrEqualTo(60)
            .isSortedAccordingTo((a, b) -> b.begins() - a.begins())
            .extracting(PastRelease::key)
            .doesNotHaveDuplicates()
            .doesNotContainAnyElementsOf(Stream
                .of(DemoRelease.CONTRAST, DemoRelease.SIGN_UP, DemoRelease.WIDGETS, DemoRelease.FRAUD_RULES,
                        DemoRelease.TAX_REPORT, DemoRelease.CHAT, DemoRelease.WINTER_BANKING, DemoRelease.DOCUMENT_SAFE)
                .map(DemoRelease::key)
                .toList());
        assertThat(this.stories).extracting((story) -> story.release().type()).contains(ReleaseType.values());
        assertThat(this.stories).extracting((story) -> story.release().model()).contains(DeploymentModel.values());
        assertThat(this.stories)
            .allMatch((story) -> story.begins() < DemoPast.DAYS && story.begins() > -story.release().startsInDays());
    }

    @Test
    void takesNoTurnAtAStepThatNoProcessHas() throws IOException {
        Set<String> steps;
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            steps = models.filter((file) -> file.toString().endsWith(".bpmn"))
                .flatMap(PastReleaseTests::steps)
                .collect(Collectors.toSet());
        }
        assertThat(this.stories).flatExtracting(PastRelease::plot)
            .extracting(PastRelease.Twist::step)
            .isNotEmpty()
            .isSubsetOf(steps);
    }

    @Test
    void isMadeForTheDemoInItsProfileOnly() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.slipway.identity", "io.slipway.demo");
        assertThat(classes.get(DemoMark.class).getAllSubclasses())
            .extracting(JavaClass::getSimpleName, (type) -> type.getAnnotationOfType(Profile.class).value()[0])
            .containsExactlyInAnyOrder(tuple("NoDemo", "!demo"), tuple("ToldClock", "demo"));
    }

    private static Stream<String> steps(Path model) {
        try {
            return STEP.matcher(Files.readString(model)).results().map((MatchResult found) -> found.group(1));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
