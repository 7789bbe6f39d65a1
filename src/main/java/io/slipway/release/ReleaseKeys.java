package io.slipway.release;

import java.util.Locale;
import java.util.regex.Pattern;

import io.slipway.input.InvalidInputException;
import io.slipway.sql.GivenNumbers;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives releases their keys: one chosen by a person, or the portal's next number.
 */
@Component
class ReleaseKeys {

    private static final Pattern CHOSEN = Pattern.compile("[A-Z][A-Z0-9]{1,9}-[A-Z0-9][A-Z0-9.-]{0,29}");

    private static final Pattern GIVEN = Pattern.compile("REL-[0-9]+");

    private final ReleaseRepository releases;

    private final GivenNumbers numbers;

    ReleaseKeys(ReleaseRepository releases, GivenNumbers numbers) {
        this.releases = releases;
        this.numbers = numbers;
    }

    /** Refuses a chosen key that is malformed, reserved or taken. */
    void check(@Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) {
            return;
        }
        String key = keyOf(chosen);
        if (!CHOSEN.matcher(key).matches()) {
            throw new InvalidInputException("key", "release.key.invalid");
        }
        if (GIVEN.matcher(key).matches()) {
            throw new InvalidInputException("key", "release.key.reserved");
        }
        if (this.releases.existsByKey(key)) {
            throw taken(key);
        }
    }

    /**
     * The key for a new release. Two at once never get the same number; of two who choose
     * the same key, the database refuses the later.
     */
    String keyFor(@Nullable String chosen) {
        return (chosen == null || chosen.isBlank()) ? "REL-%06d".formatted(this.numbers.next("REL")) : keyOf(chosen);
    }

    private static String keyOf(String chosen) {
        return chosen.strip().toUpperCase(Locale.ROOT);
    }

    static InvalidInputException taken(String key) {
        return new InvalidInputException("key", "release.key.taken", key);
    }

}
