package io.slipway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A package fits into a head, and a value has one shape. The values for which that does
 * not hold yet are named here; the names get fewer.
 */
class SizeGuardTests {

    /** How many files a package may have, besides its description. */
    private static final int FILES = 30;

    /** How many names of components make two records one value in two shapes. */
    private static final int ALIKE = 6;

    /**
     * The records that are alike, by their simple names. What a page or the API shows is
     * a contract of its own, and holds text.
     */
    private static final Set<String> TWINS = Set.of("AuditEntry, JournalEntry", "AuditEntry, SealedRow",
            "CalendarItem, Occurrence", "CalendarItem, PeriodDraft", "ChangeSummary, MinuteLine", "Count, RunPlace",
            "DeploymentNews, ReportedDeployment", "DiagramElement, Element", "JournalEntry, SealedRow",
            "ElementMark, ElementState", "ElementState, RunPlace", "EvidenceDelivery, EvidenceDetails",
            "Incident, IncidentNews", "ItemProfile, ItemRecord", "ItemRecord, ItemSummary", "Matter, Notification",
            "Occurrence, PeriodDraft", "PeriodDraft, PeriodSummary", "PeriodDraft, Timeline.Period",
            "PeriodSummary, Timeline.Period", "ReleaseDetails, ReleaseSummary", "ReleaseDetails, ScheduledRelease",
            "ReleaseSummary, ScheduledRelease", "ReleaseUnitDetails, UnitDelivery", "WorkItem, WorkItemOpened");

    @Test
    void keepsPackagesSmall() {
        Map<String, Long> sizes = SourceText.all(SourceText.JAVA, ".java")
            .stream()
            .map(SourceText::path)
            .filter((path) -> !path.endsWith("package-info.java"))
            .collect(Collectors.groupingBy((path) -> path.substring(0, path.lastIndexOf('/')), TreeMap::new,
                    Collectors.counting()));
        List<String> findings = new ArrayList<>();
        sizes.forEach((folder, files) -> {
            if (files > FILES) {
                findings.add(folder + " has " + files + " files: make a package of what belongs together, until there "
                        + "are " + FILES);
            }
        });
        assertThat(findings).isEmpty();
    }

    @Test
    void givesEachTypeANameOfItsOwn() {
        Map<String, List<String>> folders = SourceText.all(SourceText.JAVA, ".java")
            .stream()
            .map(SourceText::path)
            .filter((path) -> !path.endsWith("package-info.java"))
            .collect(Collectors.groupingBy((path) -> path.substring(path.lastIndexOf('/') + 1), TreeMap::new,
                    Collectors.toList()));
        folders.values().removeIf((paths) -> paths.size() == 1);
        assertThat(folders).as("Types of one name in two places").isEmpty();
    }

    @Test
    void givesAValueOneShape() {
        List<JavaClass> records = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.slipway")
            .stream()
            .filter((type) -> type.isRecord() && isValue(type)
                    && !type.getPackageName().matches(".*\\.(api|web)(\\..*)?"))
            .toList();
        assertThat(records).hasSizeGreaterThan(100);
        Set<String> twins = new TreeSet<>();
        for (JavaClass one : records) {
            Set<String> components = components(one);
            records.stream()
                .filter((other) -> one.getFullName().compareTo(other.getFullName()) < 0)
                .filter((other) -> components(other).stream().filter(components::contains).count() >= ALIKE)
                .forEach((other) -> twins
                    .add(Stream.of(one, other).map(SizeGuardTests::name).sorted().collect(Collectors.joining(", "))));
        }
        assertThat(twins).as("Records that say the same: let one hold the other, or use it").isEqualTo(TWINS);
    }

    /** What a statement returns to the class around it is a row. */
    private static boolean isValue(JavaClass type) {
        return !type.isNestedClass() || type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String name(JavaClass type) {
        return type.getFullName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Set<String> components(JavaClass type) {
        return type.getFields()
            .stream()
            .filter((field) -> !field.getModifiers().contains(JavaModifier.STATIC))
            .map(JavaField::getName)
            .collect(Collectors.toSet());
    }

}
