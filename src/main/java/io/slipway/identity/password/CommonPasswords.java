package io.slipway.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.nulabinc.zxcvbn.Zxcvbn;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Knows, without asking anybody, the passwords that are tried first: the 10,000 most
 * frequent of those that are long enough, and by the estimate of zxcvbn whatever common
 * words, names, rows of keys, dates and repeats make up, however they are spelt.
 */
@Component
class CommonPasswords {

    /** Fewer guesses than these are too few. */
    private static final double GUESSES = 1e8;

    /** The estimate takes long for long texts, and so many characters are telling. */
    private static final int ESTIMATED = 40;

    private final Zxcvbn estimator = new Zxcvbn();

    private final Set<String> known;

    CommonPasswords() {
        try {
            this.known = new ClassPathResource("identity/common-passwords.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter((line) -> !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Also with digits and marks added. */
    boolean contains(String password) {
        String text = password.toLowerCase(Locale.ROOT);
        return this.known.contains(text) || this.known.contains(text.replaceFirst("[^\\p{L}]+$", ""));
    }

    boolean isGuessedQuickly(String password, Collection<String> words) {
        String begin = password.substring(0,
                password.offsetByCodePoints(0, Math.min(ESTIMATED, password.codePointCount(0, password.length()))));
        return this.estimator.measure(begin, List.copyOf(words)).getGuesses() < GUESSES;
    }

}
