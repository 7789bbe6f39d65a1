package io.slipway.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.input.InvalidInputException;

/**
 * The files that come together, laid down on disk until they are kept. Gone when closed.
 */
public final class Intakes implements AutoCloseable {

    private final List<Intake> files = new ArrayList<>();

    private Intakes() {
    }

    /**
     * Takes all files in, or none. Refuses one file too many, a name that another one
     * has, and what {@link Intake#of} refuses.
     * @param field name of the form's component, to refuse them at
     * @param most how many at most
     * @param mostMib the greatest length of each, in MiB
     * @throws IOException if a stream itself fails
     */
    public static Intakes of(SentFiles sent, String field, int most, int mostMib) throws IOException {
        Intakes all = new Intakes();
        try {
            for (SentFiles.Sent one = sent.next(); one != null; one = sent.next()) {
                try (InputStream content = one.content()) {
                    FileName name = FileName.of(one.name());
                    if (all.files.size() == most) {
                        throw new InvalidInputException(field, "file.many", most);
                    }
                    if (all.files.stream().anyMatch((other) -> name.isLike(other.name()))) {
                        throw new InvalidInputException(field, "file.twice", name.text());
                    }
                    all.files.add(Intake.of(name, content, field, mostMib));
                }
            }
            return all;
        }
        catch (IOException | RuntimeException ex) {
            all.close();
            throw ex;
        }
    }

    /** The files, in the order in which they came. */
    public List<Intake> files() {
        return List.copyOf(this.files);
    }

    /**
     * Names and digests, the same in whatever order the files were sent.
     * @return a line for each of them, none where there is no file
     */
    public String contents() {
        return this.files.stream()
            .sorted(Comparator.comparing(Intake::name))
            .map((file) -> "\n" + file.name() + "\n" + file.digest())
            .collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        for (Intake file : this.files) {
            file.close();
        }
    }

}
