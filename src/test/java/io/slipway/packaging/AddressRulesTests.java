package io.slipway.packaging;

import java.util.List;

import io.slipway.input.InputCheck;
import io.slipway.input.InputProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An address of a document leads to a host that can exist, and to a thing of its kind.
 */
class AddressRulesTests {

    private final AddressRules rules = new AddressRules(new AddressProperties(List.of(), false, List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = { "", "https://docs.meridian.com/refunds", "http://wiki/pages/42", "https://git.corp.net/x.git" })
    void takesWhatCanBe(String address) {
        assertThat(problems(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://docs.example.com/x", "http://localhost:8080/", "https://a.test/",
            "http://127.0.0.1/x", "https://example.org", "http://[::1]/" })
    void refusesWhatIsKeptForExamples(String address) {
        assertThat(problems(address)).containsExactly("release.address.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "docs.meridian.com", "pkg:oci/x@1", "https://", "https:///x", "ftp://a.com/x",
            "https://a b.com", "https://me:secret@docs.meridian.com/" })
    void refusesWhatIsNoAddressOfAHost(String address) {
        assertThat(problems(address)).containsExactly("release.address.invalid");
    }

    @Test
    void refusesAThingOfTheOtherKindAndTheSameForBoth() {
        assertThat(problems("https://git.corp.net/deploy.sh")).containsExactly("release.address.script");
        InputCheck check = new InputCheck();
        this.rules.scripts("https://docs.corp.net/README.md", check);
        assertThat(check.problems()).extracting(InputProblem::code).containsExactly("release.address.paper");
        InputCheck both = new InputCheck();
        this.rules.apart("https://git.corp.net/x", "https://git.corp.net/x", both);
        assertThat(both.problems()).extracting(InputProblem::code).containsExactly("release.address.same");
    }

    @Test
    void takesFilesOfTheirKindForTheirPart() {
        assertThat(DocumentKind.RELEASE_NOTES.part()).isEqualTo(DocumentKind.INSTALLATION.part())
            .isEqualTo(DocumentKind.DOCUMENTATION);
        assertThat(DocumentKind.TEST_REPORT.part()).isEqualTo(DocumentKind.TEST_REPORT);
        assertThat(DocumentKind.RELEASE_NOTES.against("Run.SH")).contains("release.address.script");
        assertThat(DocumentKind.SCRIPTS.against("notes.md")).contains("release.address.paper");
        assertThat(DocumentKind.SCRIPTS.against("run.sh")).isEmpty();
        assertThat(DocumentKind.TEST_REPORT.against("junit.xml")).isEmpty();
    }

    @Test
    void takesTheHostsOfADemoForReal() {
        AddressRules demo = new AddressRules(new AddressProperties(List.of("example.com"), false, List.of()));
        InputCheck check = new InputCheck();
        demo.documentation("https://docs.example.com/x", check);
        assertThat(check.problems()).isEmpty();
    }

    private List<String> problems(String address) {
        InputCheck check = new InputCheck();
        this.rules.documentation(address, check);
        return check.problems().stream().map(InputProblem::code).toList();
    }

}
