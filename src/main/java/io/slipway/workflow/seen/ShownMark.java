package io.slipway.workflow.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A note of the facts that a page showed, short enough for a form: of each fact its
 * weight and what tells its label and its reason from others. Whoever changes it changes
 * what they say they saw, and gains nothing: what is kept are the facts of the moment.
 */
final class ShownMark {

    private static final Pattern FACT = Pattern.compile("([0-9])([0-9a-f]{8})([0-9a-f]{8})");

    private static final int WORD = 8;

    private ShownMark() {
    }

    static String of(List<DecidingFact> facts) {
        return facts.isEmpty() ? "-" : facts.stream().map(ShownMark::one).collect(Collectors.joining("."));
    }

    /**
     * How the facts differ from those that were shown.
     * @return of each fact whether it is the same, another, or graver than before; a fact
     * that says nothing against a decision is never graver
     */
    static List<Since> compare(String mark, List<DecidingFact> facts) {
        List<String> shown = new ArrayList<>(List.of(mark.split("\\.")));
        return facts.stream().map((fact) -> {
            String now = one(fact);
            Optional<String> before = shown.stream()
                .filter((one) -> FACT.matcher(one).matches() && label(one).equals(label(now)))
                .findFirst();
            before.ifPresent(shown::remove);
            if (before.filter(now::equals).isPresent()) {
                return Since.SAME;
            }
            boolean graver = before.map((one) -> fact.weight().ordinal() <= one.charAt(0) - '0').orElse(true);
            return (graver && fact.weight().compareTo(Weight.UNKNOWN) <= 0) ? Since.GRAVER : Since.OTHER;
        }).toList();
    }

    /** Whether a fact that was shown is there no more. */
    static boolean gone(String mark, List<DecidingFact> facts) {
        List<String> labels = facts.stream().map((fact) -> label(one(fact))).toList();
        return Pattern.compile("\\.")
            .splitAsStream(mark)
            .anyMatch((one) -> FACT.matcher(one).matches() && !labels.contains(label(one)));
    }

    private static String label(String one) {
        return one.substring(1, 1 + WORD);
    }

    private static String one(DecidingFact fact) {
        return fact.weight().ordinal() + DigestUtils.sha256Hex(fact.label()).substring(0, WORD)
                + DigestUtils.sha256Hex(fact.reason()).substring(0, WORD);
    }

    /** What became of a fact since it was shown. */
    enum Since {

        /** It is as it was. */
        SAME,
        /** It is another, and does not speak against the decision more than before. */
        OTHER,
        /** It speaks against the decision, as it did not before. */
        GRAVER

    }

}
