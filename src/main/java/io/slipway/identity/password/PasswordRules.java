package io.slipway.identity.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.slipway.input.InvalidInputException;
import io.slipway.ui.PortalAddress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The rules for passwords, by NIST SP 800-63B-4 (3.1.1) and OWASP ASVS 5.0 (V6.2): long
 * enough, none that is tried first, and not built from what others know of the person and
 * the portal. None asks for special characters.
 */
@Component
@EnableConfigurationProperties(PasswordProperties.class)
public class PasswordRules {

    /** The fewest characters of a password, counted as code points. */
    public static final int MIN = 12;

    /** The most characters of a password: a hash of a long text takes long. */
    public static final int MAX = 128;

    /** So many letters and digits have to remain without the words of the context. */
    private static final int OWN = 8;

    private static final int SHORTEST_WORD = 3;

    /** What is written for a letter; i and l are one, since 1 stands for both. */
    private static final String LEET = "01345789@$!|+l";

    private static final String PLAIN = "oieastbgasiiti";

    private final CommonPasswords common;

    private final List<String> everywhere;

    PasswordRules(CommonPasswords common, PasswordProperties properties, PortalAddress address) {
        this.common = common;
        this.everywhere = words(
                Stream.concat(Stream.of("slipway", address.host()), properties.organisation().stream()));
    }

    /**
     * A password as it is measured and hashed: the same however a keyboard composes its
     * characters (Unicode NFC).
     */
    public static String normal(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /**
     * Refuses a password that is missing, too short or too long, that is among the common
     * ones or is guessed as quickly, and that is little more than words which others
     * know.
     * @param password what was typed
     * @param known what others know of the person: user name, name, e-mail address
     */
    public void check(String password, Collection<String> known) {
        if (password.isEmpty()) {
            throw new InvalidInputException("password", "identity.password.missing");
        }
        String text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < MIN || length > MAX) {
            throw new InvalidInputException("password", "identity.password.length", MIN, MAX);
        }
        List<String> words = Stream.concat(words(known.stream()).stream(), this.everywhere.stream()).toList();
        String plain = plain(text);
        String rest = without(plain, words);
        if (rest.length() < plain.length() && rest.codePoints().filter(Character::isLetterOrDigit).count() < OWN) {
            throw new InvalidInputException("password", "identity.password.context", OWN);
        }
        if (this.common.contains(text)) {
            throw new InvalidInputException("password", "identity.password.common");
        }
        if (this.common.isGuessedQuickly(text, words)) {
            throw new InvalidInputException("password", "identity.password.guessed");
        }
    }

    private static List<String> words(Stream<String> texts) {
        return texts.flatMap((text) -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))))
            .filter((word) -> word.length() >= SHORTEST_WORD)
            .map((word) -> word.toLowerCase(Locale.ROOT))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    }

    private static String without(String plain, List<String> words) {
        String rest = plain;
        for (String word : words) {
            rest = rest.replace(plain(word), " ");
        }
        return rest;
    }

    /** Lower case, without accents, letters in the place of what stands for them. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter((character) -> Character.getType(character) != Character.NON_SPACING_MARK)
            .map((character) -> (LEET.indexOf(character) < 0) ? character : PLAIN.charAt(LEET.indexOf(character)))
            .forEach(plain::appendCodePoint);
        return plain.toString();
    }

}
