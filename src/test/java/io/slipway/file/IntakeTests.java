package io.slipway.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

    @ParameterizedTest
    @CsvSource({ "../../etc/run it.sh, run it.sh", "C:\\temp\\shot.png, shot.png", "..hidden.txt, hidden.txt",
            "a\u202Egnp.txt, agnp.txt", "one  two.md, one two.md" })
    void keepsTheBareNameOfWhatCanBeSeen(String sent, String name) {
        assertThat(FileName.of(sent)).hasToString(name);
    }

    @Test
    void saysWhatIsWrongWithAName() {
        assertThat(refusal("")).isEqualTo("file.missing");
        assertThat(refusal("n".repeat(117) + ".txt")).isEqualTo("file.name.long");
        assertThat(refusal("run.exe")).isEqualTo("file.type");
        assertThat(FileName.of(null).text()).isEmpty();
        assertThat(FileName.of("Shot.PNG").isLike("shot.png")).isTrue();
        assertThat(FileName.of("shot.png").isLike("shot.jpg")).isFalse();
        assertThat(FileName.types()).contains("pdf, docx", "png").doesNotContain("exe", "html", "svg");
    }

    @Test
    void takesTextInAnyLanguage() throws IOException {
        String text = "Größe 5 €, \uD83D\uDE80, 漢字\n\t".repeat(2000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Intake intake = take("notes.txt", bytes)) {
            assertThat(intake.name()).isEqualTo("notes.txt");
            assertThat(intake.size()).isEqualTo(bytes.length);
            assertThat(intake.digest()).isEqualTo(DigestUtils.sha256Hex(bytes));
            try (InputStream content = intake.content()) {
                assertThat(content.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void refusesWhatIsNotWhatItsNameSays() {
        assertRefused("a.txt", "file.content", bytes('M', 'Z', 0x90, 0));
        assertRefused("a.txt", "file.content", bytes('a', 0));
        assertRefused("a.txt", "file.content", bytes('a', 0xc3));
        assertRefused("a.txt", "file.content", bytes(0x1b, '['));
        assertRefused("a.pdf", "file.content", bytes('%', 'P', 'D'));
        assertRefused("a.zip", "file.content", bytes(0x7f, 'E', 'L', 'F', 0));
        assertRefused("a.png", "file.content", bytes('G', 'I', 'F', '8'));
        assertRefused("a.txt", "file.empty", bytes());
        assertRefused("a.exe", "file.type", bytes('M', 'Z'));
        byte[] large = new byte[1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');
        assertRefused("a.txt", "file.large", large);
    }

    @Test
    void leavesNothingOnDisk() throws IOException {
        String mark = UUID.randomUUID().toString();
        try (Intake kept = take("a.txt", mark.getBytes(StandardCharsets.UTF_8))) {
            assertThat(onDisk(mark)).isEqualTo(1);
            assertRefused("a.txt", "file.content", (mark + '\u0000').getBytes(StandardCharsets.UTF_8));
            assertThat(onDisk(mark)).isEqualTo(1);
            assertThat(kept.size()).isEqualTo(36);
        }
        assertThat(onDisk(mark)).isZero();
    }

    private static long onDisk(String mark) throws IOException {
        long found = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")),
                "slipway-*.upload")) {
            for (Path file : files) {
                found += beginning(file).equals(mark) ? 1 : 0;
            }
        }
        return found;
    }

    /** Files of tests at the same time come and go. */
    private static String beginning(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(36), StandardCharsets.UTF_8);
        }
        catch (NoSuchFileException gone) {
            return "";
        }
    }

    @Test
    void takesWhatIs() throws IOException {
        byte[] most = new byte[1024 * 1024];
        Arrays.fill(most, (byte) 'a');
        take("a.txt", most).close();
        take("a.pdf", bytes('%', 'P', 'D', 'F', '-', '1')).close();
        take("a.docx", bytes('P', 'K', 3, 4, 0)).close();
        take("a.tgz", bytes(0x1f, 0x8b, 8)).close();
        take("a.jpg", bytes(0xff, 0xd8, 0xff, 0xe0)).close();
    }

    private static String refusal(String name) {
        InputCheck check = new InputCheck();
        FileName.of(name).check("file", check);
        return catchThrowableOfType(InvalidInputException.class, check::finish).code();
    }

    private static void assertRefused(String name, String code, byte[] content) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> take(name, content))
            .satisfies((refusal) -> {
                assertThat(refusal.code()).isEqualTo(code);
                assertThat(refusal.field()).isEqualTo("attachment");
            });
    }

    private static Intake take(String name, byte[] content) throws IOException {
        return Intake.of(FileName.of(name), new ByteArrayInputStream(content), "attachment", 1);
    }

    private static byte[] bytes(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return content;
    }

}
