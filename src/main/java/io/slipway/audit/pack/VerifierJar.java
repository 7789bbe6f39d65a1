package io.slipway.audit.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.verify.Verify;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The verifier as a program of its own, of the classes that this portal was built with:
 * the same bytes each time. The build makes the same program, as
 * {@code slipway-verify.jar}.
 */
@Component
public class VerifierJar {

    private static final String FOLDER = "io/slipway/verify/";

    private static final String MANIFEST = "Manifest-Version: 1.0\r\nMain-Class: io.slipway.verify.Verify\r\n\r\n";

    private final byte[] content;

    VerifierJar() {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            files.put("META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
            String main = String.valueOf(Verify.class.getResource("Verify.class"));
            for (Resource type : new PathMatchingResourcePatternResolver()
                .getResources(main.replace("Verify.class", "*.class"))) {
                String name = String.valueOf(type.getFilename());
                if (!name.equals("package-info.class")) {
                    files.put(FOLDER + name, type.getContentAsByteArray());
                }
            }
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            EvidencePack.write(files, jar);
            this.content = jar.toByteArray();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The program. */
    public byte[] content() {
        return this.content.clone();
    }

}
