package io.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the containers are made of is named by digest, and each has its limits, its
 * networks and no secret in its environment.
 */
class ContainerGuardTests {

    private static final Pattern SERVICE = Pattern.compile("(?m)^  (\\S+):\\n((?:    .*\\n|\\s*\\n)+)");

    private static final Pattern IMAGE = Pattern.compile("(?m)^(?:    image: |ARG \\w+_IMAGE=)(.*)$");

    @ParameterizedTest
    @ValueSource(strings = { "compose.yaml", "compose.cluster.yaml", "Dockerfile" })
    void namesImagesByDigest(String file) throws IOException {
        assertThat(images(read(file))).isNotEmpty()
            .allMatch((image) -> image.equals("slipway") || image.matches(".+@sha256:[0-9a-f]{64}}?"));
    }

    @Test
    void limitsEachService() throws IOException {
        String services = read("compose.yaml").split("\nservices:\n")[1].split("\nnetworks:\n")[0] + "\n";
        List<MatchResult> found = SERVICE.matcher(services).results().toList();
        assertThat(found).extracting((service) -> service.group(1)).containsExactly("database", "portal", "mail");
        assertThat(found).extracting((service) -> service.group(2))
            .allSatisfy((service) -> assertThat(service).contains("    mem_limit: ", "    cpus: ", "    pids_limit: ",
                    "    networks:\n"))
            .noneSatisfy((service) -> assertThat(service).containsPattern("SLIPWAY_\\w*PASSWORD: "));
    }

    private static List<String> images(String text) {
        return IMAGE.matcher(text).results().map((image) -> image.group(1)).toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("docker", file));
    }

}
