package io.slipway.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of files that are kept. A file has to be what its name says: it begins with
 * the right bytes, or is text.
 */
enum FileType {

    /** Portable document. */
    PDF("%PDF-", "pdf"),
    /** Office documents are archives inside. */
    OFFICE("PK\u0003\u0004", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    /** An archive. */
    ZIP("PK\u0003\u0004", "zip"),
    /** A compressed archive. */
    GZIP("\u001f\u008b", "gz", "tgz"),
    /** A picture. */
    PNG("\u0089PNG\r\n\u001a\n", "png"),
    /** A photograph. */
    JPEG("\u00ff\u00d8\u00ff", "jpg", "jpeg"),
    /**
     * Text in UTF-8: words, data, scripts. Pages and pictures that a browser runs are not
     * among it.
     */
    TEXT("", "txt", "md", "adoc", "rst", "csv", "log", "json", "yaml", "yml", "xml", "properties", "conf", "ini",
            "toml", "sql", "sh", "ps1", "py", "groovy", "kts", "tf", "bpmn", "dmn", "diff", "patch");

    private final String signature;

    private final List<String> extensions;

    FileType(String signature, String... extensions) {
        this.signature = signature;
        this.extensions = List.of(extensions);
    }

    /** The type that a file's name says, if it is one of these. */
    static Optional<FileType> of(String name) {
        int dot = name.lastIndexOf('.');
        String extension = (dot > 0) ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return Arrays.stream(values()).filter((type) -> type.extensions.contains(extension)).findFirst();
    }

    /** All extensions, for people. */
    static String all() {
        return Arrays.stream(values()).flatMap((type) -> type.extensions.stream()).collect(Collectors.joining(", "));
    }

    boolean isText() {
        return this.signature.isEmpty();
    }

    /** Whether a file that begins like this can be of this type. */
    boolean begins(byte[] head, int length) {
        if (length < this.signature.length()) {
            return false;
        }
        for (int i = 0; i < this.signature.length(); i++) {
            if ((head[i] & 0xff) != this.signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

}
