package io.slipway.deployment.tool;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What tools answer is kept short and without secrets, and only named tools are reached.
 */
class ExcerptsTests {

    private final Credentials credentials = new Credentials(
            new MockEnvironment().withProperty("SLIPWAY_CREDENTIAL_CI", "robot:correct-horse-battery")
                .withProperty("SLIPWAY_DATABASE_PASSWORD", "of the database"));

    private final Excerpts excerpts = new Excerpts(this.credentials);

    @Test
    void keepTheLastLinesOfALog() {
        String log = IntStream.rangeClosed(1, 1000).mapToObj((i) -> "line " + i).collect(Collectors.joining("\n"));
        assertThat(this.excerpts.of(log).split("\n")).hasSize(200).startsWith("line 801").endsWith("line 1000");
        assertThat(this.excerpts.of("é".repeat(50_000) + "\n" + "x".repeat(40_000) + "\nlast"))
            .isEqualTo("x".repeat(40_000) + "\nlast");
        assertThat(this.excerpts.of("z".repeat(10_000_000)).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 65_536);
        assertThat(this.excerpts.of("\u001b[31mred\u001b[0m\r\nnext\u0000")).isEqualTo("red\nnext");
    }

    @ParameterizedTest
    @ValueSource(strings = { "login robot correct-horse-battery ok", "token=abcdef123", "DB_PASSWORD: 'hunter2hunter2'",
            "Authorization: Bearer abc.def-ghi123", "clone https://me:pa55word@git.example.com/x",
            "ghp_0123456789abcdefABCDEF0123456789abcd", "\"api_key\": \"s3cr3tvalue\"",
            "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc" })
    void showNoSecret(String line) {
        this.credentials.value("CI");
        assertThat(this.excerpts.of(line)).contains("***")
            .doesNotContain("correct-horse", "abcdef123", "hunter2", "abc.def", "pa55word", "0123456789", "s3cr3t",
                    "MIIE");
    }

    @Test
    void leaveWordsAlone() {
        assertThat(this.excerpts.sentence("Deployed\n\n 3 units;  tokens are fine"))
            .isEqualTo("Deployed 3 units; tokens are fine");
        assertThat(this.excerpts.sentence("x".repeat(600))).hasSize(500).endsWith("…");
    }

    @Test
    void knowNamedSecretsOnly() {
        assertThat(this.credentials.value("CI")).contains("robot:correct-horse-battery");
        assertThat(this.credentials.value("ci")).isPresent();
        assertThat(List.of("", "NONE", "c i", "../CI", "PASSWORD")).noneMatch(this.credentials::has);
    }

    @ParameterizedTest
    @CsvSource({ "https://ci.example.com/jenkins, true", "https://CI.example.com:443/jenkins/job/a, true",
            "https://ci.example.com/jenkins-other, false", "http://ci.example.com/jenkins, false",
            "https://ci.example.com:8443/jenkins, false", "https://ci.example.com.evil.test/jenkins, false",
            "https://ci.example.com/jenkins/../admin, false", "https://ci.example.com/jenkins/%2e%2e/admin, false",
            "https://a@ci.example.com/jenkins, false", "https://api.github.com/repos/a/b, true",
            "ftp://api.github.com/, false", "//api.github.com/, false", "'', false", "https://api.github.com/#x, false",
            "http://169.254.169.254/latest, false" })
    void allowAddressesByTheirBeginning(String address, boolean allowed) {
        ToolAddresses addresses = addresses("https://ci.example.com/jenkins/", "https://api.github.com");
        assertThat(addresses.allows(address)).isEqualTo(allowed);
        assertThat(addresses().allows(address)).isFalse();
    }

    @Test
    void refuseAListOfWhatIsNoAddress() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> addresses("example.com"));
    }

    private static ToolAddresses addresses(String... allowed) {
        return new ToolAddresses(new ToolProperties(List.of(allowed), Duration.ofSeconds(1), false));
    }

}
