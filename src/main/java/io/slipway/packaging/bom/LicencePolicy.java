package io.slipway.packaging.bom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.configuration.exchange.BomLicence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Judges the licences of components. Of alternatives ({@code OR}) one that is allowed
 * suffices; of what holds together ({@code AND}, or several licences side by side) none
 * may be forbidden. A name is any text; an identifier that SPDX does not list and an
 * expression that cannot be read are unknown, or forbidden if they hold what is
 * forbidden.
 */
@Component
@EnableConfigurationProperties(LicenceProperties.class)
class LicencePolicy {

    private static final Pattern REFERENCE = Pattern
        .compile("(DocumentRef-[A-Za-z0-9.-]+:)?(LicenseRef|AdditionRef)-[A-Za-z0-9.-]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9.-]+|[.-]+(?![A-Za-z0-9])");

    private final List<Pattern> forbidden;

    private final Set<String> known;

    LicencePolicy(LicenceProperties properties) {
        this.forbidden = properties.forbidden()
            .stream()
            .map(String::strip)
            .filter((one) -> !one.isEmpty())
            .map(LicencePolicy::pattern)
            .toList();
        this.known = listed();
    }

    private static Pattern pattern(String text) {
        String[] parts = text.split("\\*", -1);
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            expression.append((i > 0) ? ".*" : "").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The identifiers that SPDX lists, in lower case. */
    private static Set<String> listed() {
        try (InputStream list = new ClassPathResource("licences/spdx.txt").getInputStream()) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter((line) -> !line.startsWith("#"))
                .map((line) -> line.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Whether a component with these licences may be released. */
    LicenceVerdict judge(List<BomLicence> licences) {
        return LicenceVerdict.worst(licences.stream().map(this::judge).toArray(LicenceVerdict[]::new));
    }

    private LicenceVerdict judge(BomLicence licence) {
        return SpdxExpression.judge(licence.text(), (id) -> identifier(id, licence.named())).orElseGet(() -> {
            if (forbids(licence.text()) || BETWEEN_WORDS.splitAsStream(licence.text()).anyMatch(this::forbids)) {
                return LicenceVerdict.FORBIDDEN;
            }
            return licence.named() ? LicenceVerdict.ALLOWED : LicenceVerdict.UNKNOWN;
        });
    }

    private LicenceVerdict identifier(String id, boolean named) {
        String bare = id.endsWith("+") ? id.substring(0, id.length() - 1) : id;
        if (forbids(id) || forbids(bare)) {
            return LicenceVerdict.FORBIDDEN;
        }
        boolean readable = named || this.known.contains(bare.toLowerCase(Locale.ROOT))
                || REFERENCE.matcher(id).matches();
        return readable ? LicenceVerdict.ALLOWED : LicenceVerdict.UNKNOWN;
    }

    private boolean forbids(String text) {
        return this.forbidden.stream().anyMatch((one) -> one.matcher(text).matches());
    }

}
