package io.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the sources as the guards read it.
 *
 * @param path where it is, from the folder that was searched
 * @param text what it says
 */
record SourceText(String path, String text) {

    /** Comments that Thymeleaf drops: they show how to use a fragment. */
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);

    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    static final Path MESSAGES = Path.of("src/main/resources/messages");

    static final Path JAVA = Path.of("src/main/java");

    /**
     * All files below a folder; a guard that finds nothing to look at has lost its way.
     */
    static List<SourceText> all(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<SourceText> found = files.filter((file) -> file.toString().endsWith(ending))
                .sorted()
                .map((file) -> new SourceText(folder.relativize(file).toString(),
                        COMMENT.matcher(read(file)).replaceAll("")))
                .toList();
            if (found.isEmpty()) {
                throw new AssertionError("No *" + ending + " in " + folder);
            }
            return found;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The finds of a pattern, by its first group. */
    Stream<String> finds(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(this.text).results().map((find) -> find.group(1));
    }

    /** The finds of a pattern, each with the file's path before it. */
    Stream<String> findings(String pattern, Function<MatchResult, String> words) {
        return Pattern.compile(pattern, Pattern.DOTALL)
            .matcher(this.text)
            .results()
            .map((find) -> this.path + ": " + words.apply(find));
    }

    /** Tells whether it is a page of its own, and not a part of pages. */
    boolean isPage() {
        return !this.path.startsWith("fragments/") && !this.path.equals("layout.html") && !this.path.contains("/_");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
