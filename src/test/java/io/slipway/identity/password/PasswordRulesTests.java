package io.slipway.identity.password;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.slipway.input.InvalidInputException;
import io.slipway.ui.PortalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which passwords are refused and why, by NIST SP 800-63B-4 and OWASP ASVS 5.0, V6.2.
 */
class PasswordRulesTests {

    private static final List<String> ZOE = List.of("zoe.winterbourne", "Zoë Winterbourne", "zoe.w@freight.example");

    private final PasswordRules rules = new PasswordRules(new CommonPasswords(),
            new PasswordProperties(List.of("Nordic Ferries")), new PortalAddress("https://harbourgate.example.com"));

    @ParameterizedTest
    @ValueSource(strings = { "purple monkey dishwasher", "x7Kq9mTz2LwP", "mittwochs regnet es", "纸上得来终觉浅绝知此事要躬行",
            "123 boats under a moon", "winterbourne likes seven red boats" })
    void takesWhatIsLongAndUncommonWhateverItsCharacters(String password) {
        assertThatCode(() -> this.rules.check(password, ZOE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({ "elevenchars, length", "🚢🚢🚢🚢🚢🚢🚢, length", "1qaz2wsx3edc, common", "QwertyQwerty, common",
            "UNBELIEVABLE, common", "SonyEricsson2026!, common", "password12345!, guessed", "P@ssw0rd!2026, guessed",
            "aaaaaaaaaaaaab, guessed", "LetMeIn12345, guessed", "qwertyuiop34!, guessed", "20262026202612, guessed",
            "slipway-demo, context", "$l1pw4y-2026!!, context", "Zoe.Winterbourne, context",
            "Winterbourne2026, context", "zoë-winterbourne!, context", "freight-freight1, context",
            "NordicFerries26, context", "h4rb0urg4te-abc, context" })
    void refusesByOneRuleInWords(String password, String rule) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.rules.check(password, ZOE))
            .returns("password", InvalidInputException::field)
            .returns("identity.password." + rule, InvalidInputException::code);
    }

    @Test
    void refusesTheThreeThousandMostFrequentOfItsLength() throws IOException {
        List<String> frequent = new ClassPathResource("identity/common-passwords.txt")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter((line) -> !line.startsWith("#"))
            .toList();
        assertThat(frequent).hasSize(10_000).doesNotHaveDuplicates();
        CommonPasswords common = new CommonPasswords();
        assertThat(frequent).allMatch((password) -> password.length() >= PasswordRules.MIN)
            .allMatch((password) -> common.contains(password.toUpperCase(Locale.ROOT)));
    }

    @Test
    void allowsSixtyFourCharactersAndBoundsWhatAHashCosts() {
        String sentence = "Seven lighthouses watch over nine grey ships that carry old tea.";
        assertThat(sentence).hasSize(64);
        this.rules.check(sentence, ZOE);
        this.rules.check("🚢 ships ".repeat(2) + sentence, ZOE);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.rules.check(sentence + sentence + "!", ZOE))
            .returns("identity.password.length", InvalidInputException::code);
    }

    @Test
    void countsAndHashesCharactersAsUnicodeComposesThem() {
        String composed = "gr\u00fcne \u00e4pfel f\u00fcr";
        String decomposed = "gru\u0308ne a\u0308pfel fu\u0308r";
        PasswordEncoder encoder = new BoundedEncoder(new AsIs());
        assertThat(encoder.matches(decomposed, encoder.encode(composed))).isTrue();
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.rules.check("u\u0308".repeat(11), List.of()))
            .returns("identity.password.length", InvalidInputException::code);
    }

    @Test
    void neverHashesMoreThanAnybodyMayHave() {
        String endless = "a".repeat(100_000);
        PasswordEncoder encoder = new BoundedEncoder(new AsIs());
        assertThat(encoder.matches(endless, endless)).isFalse();
        assertThat(encoder.matches("too long", "too long")).isTrue();
        assertThat(encoder.matches(endless, "too long")).isFalse();
    }

    /** Hashes nothing. */
    private static final class AsIs implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return hash.contentEquals(password);
        }

    }

}
