package io.slipway.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import io.slipway.file.SentFiles.Sent;
import io.slipway.identity.Acting;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the demo company's test manager tried by hand, with a picture of it and notes.
 */
@Component
@Profile("demo")
class DemoManualTest {

    private static final String RECORD = """
            {"slipwayManualTest": 1, "title": "Photographs of a claim on a phone", "steps": [
             {"action": "Attach three photographs of 2 to 7 MB", "expected": "All three are listed with the claim",
              "actual": "All three are listed", "result": "passed"},
             {"action": "Close the page during the upload and open it again", "expected": "It goes on where it was",
              "actual": "It goes on with the second photograph", "result": "passed"},
             {"action": "Attach a photograph of 9 MB", "expected": "The page says that it is too large",
              "actual": "Left to the automated tests, which fail for it", "result": "skipped"}]}""";

    private static final String NOTES = """
            # Photographs of a claim on a phone

            - Two phones, one of 2019; by mobile network, 3 Mbit/s upwards.
            - The third photograph took 19 seconds. Nobody was asked to wait, but nothing said how long it would take.
            - Open: the hint about 8 MB is below the button and is easily missed.
            """;

    private final EvidenceManagement evidence;

    private final Acting acting;

    DemoManualTest(EvidenceManagement evidence, Acting acting) {
        this.evidence = evidence;
        this.acting = acting;
    }

    /** Records the session for a release whose units are there. */
    void record(DemoRelease release) {
        EvidenceDelivery said = new EvidenceDelivery("manual", "acceptance", "Photographs of a claim on a phone",
                "Staging", "", "", "", "");
        this.acting.as("test-manager", () -> {
            try (InputStream picture = new ClassPathResource("demo/three-photographs.png").getInputStream()) {
                Iterator<Sent> files = List
                    .of(new Sent("three-photographs.png", picture), new Sent("session-notes.md", stream(NOTES)))
                    .iterator();
                return this.evidence.deliver(release.key(), said, stream(RECORD),
                        () -> files.hasNext() ? files.next() : null);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

}
