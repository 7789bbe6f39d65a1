package io.slipway;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the kinds of events of the record: whatever the code states has its sentence,
 * its place in the evidence pack and its things in exports. Kinds that the code puts
 * together are guarded by {@code io.slipway.test.ToldInWords} when a test acts.
 */
class AuditKindGuardTests {

    private static final Set<String> SECTIONS = Set.of("plan", "package", "approvals", "gates", "deployment", "support",
            "review", "access", "configuration", "other");

    private final List<SourceText> classes = SourceText.all(SourceText.JAVA, ".java");

    private final List<SourceText> messages = SourceText.all(SourceText.MESSAGES, ".properties");

    @Test
    void areRegisteredForWhateverTheCodeStates() throws IOException {
        Set<String> stated = this.classes.stream()
            .flatMap((file) -> Stream.concat(file.finds("JournalEntry\\.of(?:Release)?\\(\\s*\"([a-z.-]+)\""),
                    file.finds("(?:write|record|tell)\\(\\s*(?:[a-z.()]+ \\? )?\"([a-z-]+\\.[a-z-]+)\"")))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(stated).hasSizeGreaterThan(100);
        assertThat(kinds()).containsAll(stated);
    }

    @Test
    void haveASentenceEachAndNoOtherHas() throws IOException {
        assertThat(this.messages.stream().flatMap((file) -> file.finds("(?m)^audit\\.action\\.([a-z.-]+) *=")))
            .containsExactlyInAnyOrderElementsOf(kinds());
    }

    @Test
    void haveAPlaceInThePackAndThingsInExports() throws IOException {
        var entries = PropertiesLoaderUtils.loadProperties(new ClassPathResource("audit/kinds.properties"));
        assertThat(entries.stringPropertyNames()).allSatisfy((kind) -> {
            String entry = entries.getProperty(kind);
            assertThat(entry).as(kind)
                .matches("[a-z]+( beside)?: [a-z-]+([=@][A-Za-z,-]+)?( [a-z-]+([=@][A-Za-z,-]+)?)*");
            assertThat(SECTIONS).as(kind).contains(entry.split("[ :]")[0]);
        });
    }

    @Test
    void areNamedAsAThingAndWhatWasDoneToIt() throws IOException {
        assertThat(kinds()).allMatch((kind) -> kind.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
    }

    private static Set<String> kinds() throws IOException {
        return PropertiesLoaderUtils.loadProperties(new ClassPathResource("audit/kinds.properties"))
            .stringPropertyNames();
    }

}
