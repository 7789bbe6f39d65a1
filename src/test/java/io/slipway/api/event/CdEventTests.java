package io.slipway.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read of CDEvents of several versions, and what is none.
 */
class CdEventTests {

    private static final String DIGEST = "0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427";

    @Test
    void readsTheArtifactOfAPackageUrl() {
        CdEvent event = event("dev.cdevents.artifact.published.0.2.0",
                "pkg:oci/acme%2Fshop@sha256%3A" + DIGEST + "?repository_url=registry.example.com&tag=1.4.2", "{}",
                "{}");
        assertThat(event.kind()).isEqualTo("artifact.published");
        assertThat(event.digest()).isEqualTo(DIGEST);
        assertThat(event.name()).isEqualTo("acme/shop");
        assertThat(event.version()).isEqualTo("1.4.2");
        assertThat(event.change()).isNull();
    }

    @Test
    void readsDigestAndChangeWhereTheyAreTold() {
        CdEvent event = event("dev.cdevents.artifact.packaged.0.3.0",
                "pkg:maven/com.example/shop@1.4.2?checksum=sha1:ab,sha256:" + DIGEST,
                "{\"change\": {\"id\": \"4f2a91c\", \"source\": \"git\"}}",
                "{\"committedAt\": \"2026-01-02T04:04:05+01:00\"}");
        assertThat(event.digest()).isEqualTo(DIGEST);
        assertThat(event.name()).isEqualTo("shop");
        assertThat(event.version()).isEqualTo("1.4.2");
        assertThat(event.change()).isEqualTo("4f2a91c");
        assertThat(event.committedAt()).isEqualTo("2026-01-02T03:04:05Z");
        CdEvent custom = event("dev.cdevents.artifact.signed.9.0.1-draft", "shop", "{}", "{\"digest\": \""
                + DIGEST.toUpperCase(java.util.Locale.ROOT) + "\", \"name\": \"n\", \"version\": \"v\"}");
        assertThat(custom.digest()).isEqualTo(DIGEST);
        assertThat(custom.name()).isEqualTo("n");
        assertThat(custom.version()).isEqualTo("v");
    }

    @Test
    void isNoneOfAnotherKindOrWithTwoTongues() {
        assertThat(read("com.example.thing", "x", "{}", "{}", "{}")).isNull();
        assertThat(read("dev.cdevents.artifact.published", "x", "{}", "{}", "{}")).isNull();
        assertThat(read("dev.cdevents.artifact.published.0.2.0", "", "{}", "{}", "{}")).isNull();
        assertThat(read("dev.cdevents.artifact.published.0.2.0", "x", "{}", "{}", "{\"id\": \"other\"}")).isNull();
        assertThat(read("dev.cdevents.artifact.published.0.2.0", "x", "7", "[]", "{}")).isNotNull();
    }

    private static CdEvent event(String type, String subject, String content, String custom) {
        CdEvent event = read(type, subject, content, custom, "{\"id\": \"1\", \"source\": \"s\"}");
        assertThat(event).isNotNull();
        return event;
    }

    private static CdEvent read(String type, String subject, String content, String custom, String context) {
        try {
            return CdEvent.of(new CloudEvent("s", "1", type, null, new ObjectMapper().readTree("""
                    {"context": %s, "subject": {"id": "%s", "content": %s}, "customData": %s}""".formatted(context,
                    subject, content, custom))))
                .orElse(null);
        }
        catch (JsonProcessingException ex) {
            throw new AssertionError(ex);
        }
    }

}
