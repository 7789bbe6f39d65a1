package io.slipway.release.bill;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Judges the licences of components. Of alternatives ({@code OR}) one that is allowed
 * suffices; of what holds together ({@code AND}, or several licences side by side) none
 * may be forbidden.
 */
@Component
@EnableConfigurationProperties(LicenceProperties.class)
class LicencePolicy {

    private static final Pattern TOKENS = Pattern.compile("(?=[()])|(?<=[()])|\\s+");

    private final List<Pattern> forbidden;

    LicencePolicy(LicenceProperties properties) {
        this.forbidden = properties.forbidden()
            .stream()
            .map(String::strip)
            .filter((one) -> !one.isEmpty())
            .map(LicencePolicy::pattern)
            .toList();
    }

    private static Pattern pattern(String text) {
        String[] parts = text.split("\\*", -1);
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            expression.append((i > 0) ? ".*" : "").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether a component with these licences may not be released. */
    boolean forbids(List<String> licences) {
        return licences.stream().anyMatch(this::forbids);
    }

    private boolean forbids(String licence) {
        Expression expression = new Expression(licence);
        boolean verdict = expression.alternatives();
        return expression.whole() ? verdict : matches(licence);
    }

    private boolean matches(String licence) {
        return this.forbidden.stream().anyMatch((one) -> one.matcher(licence).matches());
    }

    /**
     * Reads an SPDX expression from left to right; each part tells whether it is
     * forbidden.
     */
    private final class Expression {

        private final List<String> tokens;

        private int next;

        private boolean sound = true;

        Expression(String text) {
            this.tokens = TOKENS.splitAsStream(text).map(String::strip).filter((one) -> !one.isEmpty()).toList();
        }

        boolean whole() {
            return this.sound && this.next == this.tokens.size();
        }

        boolean alternatives() {
            boolean all = together();
            while (take("OR")) {
                all &= together();
            }
            return all;
        }

        private boolean together() {
            boolean any = one();
            while (take("AND")) {
                any |= one();
            }
            return any;
        }

        private boolean one() {
            if (take("(")) {
                boolean inside = alternatives();
                this.sound &= take(")");
                return inside;
            }
            if (this.next >= this.tokens.size() || this.tokens.get(this.next).matches("OR|AND|WITH|\\)")) {
                this.sound = false;
                return false;
            }
            boolean forbids = matches(this.tokens.get(this.next++));
            if (take("WITH")) {
                this.next++;
            }
            return forbids;
        }

        private boolean take(String token) {
            boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).equals(token);
            this.next += there ? 1 : 0;
            return there;
        }

    }

}
