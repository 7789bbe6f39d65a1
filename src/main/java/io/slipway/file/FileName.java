package io.slipway.file;

import java.text.Normalizer;
import java.util.Optional;

import io.slipway.input.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * What a file is called: the bare name, of characters that can be seen. Its ending says
 * what the file has to be.
 */
public final class FileName {

    private static final int LONGEST = 120;

    private final String text;

    private FileName(String text) {
        this.text = text;
    }

    /**
     * Reads a name as it was sent.
     * @param sent the name; folders before it and characters that nobody sees are left
     * out. Null if none was sent
     * @return the name, perhaps empty
     */
    public static FileName of(@Nullable String sent) {
        String whole = (sent != null) ? sent : "";
        String bare = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        return new FileName(Normalizer
            .normalize(bare.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\"<>:|?*]", ""), Normalizer.Form.NFC)
            .replaceAll("\\s+", " ")
            .strip()
            .replaceFirst("^\\.+", ""));
    }

    /**
     * The endings of names that are allowed.
     * @return them, with commas between them
     */
    public static String types() {
        return FileType.all();
    }

    /**
     * Refuses a name that is missing, longer than {@value #LONGEST} characters, or whose
     * ending is not among those allowed.
     */
    public void check(String field, InputCheck check) {
        check.refuseIf(this.text.isEmpty(), field, "file.missing");
        check.refuseIf(this.text.length() > LONGEST, field, "file.name.long", LONGEST);
        check.refuseIf(type().isEmpty(), field, "file.type", this.text, types());
    }

    /**
     * The name itself.
     * @return at most {@value #LONGEST} characters once it is checked
     */
    public String text() {
        return this.text;
    }

    /**
     * Tells whether two files would be taken for each other.
     * @return whether they differ at most in capitals
     */
    public boolean isLike(String other) {
        return this.text.equalsIgnoreCase(other);
    }

    Optional<FileType> type() {
        return FileType.of(this.text);
    }

    @Override
    public String toString() {
        return this.text;
    }

}
