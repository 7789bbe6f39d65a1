package io.slipway.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * Verifies an evidence pack, or the whole log, without the portal. Says three things
 * apart: whether it is signed, whether it agrees with the checkpoint that one kept, and
 * until which row somebody outside vouches for it. Exit code 0 if all is good, 1 if
 * something is not, 2 if it could not be tried.
 */
public final class Verify {

    private static final Set<String> OPTIONS = Set.of("--key", "--checkpoint", "--witness");

    private static final String USAGE = """
            java -jar slipway-verify.jar FILE [--key KEY] [--checkpoint FILE] [--witness KEY]

              FILE          an evidence pack, or the whole log, as the portal gives them
              --key         the verifier key that you kept: name+id+key
              --checkpoint  a file with the checkpoint that you kept
              --witness     the verifier key of a witness that cosigns checkpoints""";

    private Verify() {
    }

    /** Verifies what the command line names. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Verifies what some arguments name, and tells what came of it. */
    static int run(PrintStream out, String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length && OPTIONS.contains(arguments[i]); i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length == 0 || arguments.length != 1 + 2 * options.size()) {
            out.println(USAGE);
            return 2;
        }
        try (ZipFile zip = new ZipFile(Path.of(arguments[0]).toFile())) {
            Archive archive = new Archive(zip);
            Told told = new Told(out);
            Heads heads = Heads.of(archive, options.get("--key"), told);
            String kept = options.get("--checkpoint");
            Vouched outside = new Vouched((kept != null) ? SignedText.parse(Files.readString(Path.of(kept))) : null,
                    options.get("--witness"), heads, told);
            if (archive.has("leaves.jsonl")) {
                new LogCheck(archive, heads, outside, told).run();
            }
            else {
                new PackCheck(archive, heads, outside, told).run();
            }
            out.println("All of it is good.");
            return 0;
        }
        catch (BadException ex) {
            out.println("BAD         " + ex.getMessage());
            return 1;
        }
        catch (IOException ex) {
            out.println("It cannot be read: " + ex.getMessage());
            return 2;
        }
    }

}
