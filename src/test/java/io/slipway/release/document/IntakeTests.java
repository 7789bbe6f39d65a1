package io.slipway.release.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.slipway.ui.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A file is taken in with its length and digest if it is what its name says.
 */
class IntakeTests {

    @ParameterizedTest
    @CsvSource({ "notes.pdf, PDF", "Notes.DOCX, OFFICE", "a.b.zip, ZIP", "x.tar.gz, GZIP", "run.sh, TEXT",
            "schema.sql, TEXT", "shot.png, PNG", "photo.jpeg, JPEG" })
    void knowsTypesByName(String name, FileType type) {
        assertThat(FileType.of(name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({ "run.exe", "page.html", "picture.svg", "macro.docm", "sh", "program", "x.jar", "x.js", "noend." })
    void allowsNoOther(String name) {
        assertThat(FileType.of(name)).isEmpty();
    }

    @Test
    void takesTextInAnyLanguage() throws IOException {
        String text = "Größe 5 €, \uD83D\uDE80, 漢字\n\t".repeat(2000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Intake intake = Intake.of(new ByteArrayInputStream(bytes), FileType.TEXT, bytes.length)) {
            assertThat(intake.size()).isEqualTo(bytes.length);
            assertThat(intake.digest()).isEqualTo(DigestUtils.sha256Hex(bytes));
            try (InputStream content = intake.content()) {
                assertThat(content.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void refusesWhatIsNotWhatItsNameSays() {
        assertRefused(FileType.TEXT, "release.document.content", 'M', 'Z', 0x90, 0);
        assertRefused(FileType.TEXT, "release.document.content", 'a', 0);
        assertRefused(FileType.TEXT, "release.document.content", 'a', 0xc3);
        assertRefused(FileType.TEXT, "release.document.content", 0x1b, '[');
        assertRefused(FileType.PDF, "release.document.content", '%', 'P', 'D');
        assertRefused(FileType.ZIP, "release.document.content", 0x7f, 'E', 'L', 'F', 0);
        assertRefused(FileType.PNG, "release.document.content", 'G', 'I', 'F', '8');
        assertRefused(FileType.TEXT, "release.document.empty");
        assertRefused(FileType.TEXT, "release.document.large", 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
    }

    @Test
    void takesWhatIs() throws IOException {
        Intake.of(bytes('%', 'P', 'D', 'F', '-', '1'), FileType.PDF, 8).close();
        Intake.of(bytes('P', 'K', 3, 4, 0), FileType.OFFICE, 8).close();
        Intake.of(bytes(0x1f, 0x8b, 8), FileType.GZIP, 8).close();
        Intake.of(bytes(0xff, 0xd8, 0xff, 0xe0), FileType.JPEG, 8).close();
    }

    private static void assertRefused(FileType type, String code, int... bytes) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Intake.of(bytes(bytes), type, 8))
            .satisfies((refusal) -> {
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.field()).isEqualTo("file");
            });
    }

    private static InputStream bytes(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new ByteArrayInputStream(content);
    }

}
