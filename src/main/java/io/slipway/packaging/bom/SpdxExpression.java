package io.slipway.packaging.bom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a licence expression from left to right, as annex B of SPDX 3 says: identifiers
 * with {@code WITH}, {@code AND}, {@code OR} in this order of precedence, in upper or
 * lower case, and parentheses. Anything else is no expression.
 */
final class SpdxExpression {

    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.:-]+\\+?)\\s*");

    private static final Pattern OPERATOR = Pattern.compile("AND|OR|WITH", Pattern.CASE_INSENSITIVE);

    private static final int DEEPEST = 50;

    private final Function<String, LicenceVerdict> licences;

    private final List<String> tokens;

    private int next;

    private int depth;

    private boolean sound = true;

    private SpdxExpression(List<String> tokens, Function<String, LicenceVerdict> licences) {
        this.tokens = tokens;
        this.licences = licences;
    }

    /**
     * Judges an expression.
     * @param licences judges a licence, and an exception, by its identifier
     * @return the verdict; empty if it is no expression
     */
    static Optional<LicenceVerdict> judge(String text, Function<String, LicenceVerdict> licences) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        SpdxExpression expression = new SpdxExpression(tokens, licences);
        LicenceVerdict verdict = expression.alternatives();
        boolean whole = expression.sound && end == text.length() && expression.next == tokens.size();
        return whole ? Optional.of(verdict) : Optional.empty();
    }

    private LicenceVerdict alternatives() {
        LicenceVerdict best = together();
        while (take("OR")) {
            best = best.or(together());
        }
        return best;
    }

    private LicenceVerdict together() {
        LicenceVerdict worst = one();
        while (take("AND")) {
            worst = LicenceVerdict.worst(worst, one());
        }
        return worst;
    }

    private LicenceVerdict one() {
        if (take("(")) {
            if (++this.depth > DEEPEST) {
                return unsound();
            }
            LicenceVerdict inside = alternatives();
            this.depth--;
            return take(")") ? inside : unsound();
        }
        LicenceVerdict verdict = identifier();
        return take("WITH") ? LicenceVerdict.worst(verdict, identifier()) : verdict;
    }

    private LicenceVerdict identifier() {
        if (this.next >= this.tokens.size() || this.tokens.get(this.next).matches("[()]")
                || OPERATOR.matcher(this.tokens.get(this.next)).matches()) {
            return unsound();
        }
        return this.licences.apply(this.tokens.get(this.next++));
    }

    private LicenceVerdict unsound() {
        this.sound = false;
        this.next = this.tokens.size();
        return LicenceVerdict.UNKNOWN;
    }

    private boolean take(String token) {
        boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).equalsIgnoreCase(token);
        this.next += there ? 1 : 0;
        return there;
    }

}
