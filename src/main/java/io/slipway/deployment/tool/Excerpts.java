package io.slipway.deployment.tool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * What is kept of logs and answers: the last 200 lines, 64 kB at most, without secrets.
 */
@Component
public class Excerpts {

    static final String MASK = "***";

    static final int LINES = 200;

    static final int BYTES = 64 * 1024;

    /** More than is kept, so that no secret is cut in two before it is seen. */
    private static final int LOOKED_AT = 4 * BYTES;

    private static final int SENTENCE = 500;

    /** Secrets by their looks: tokens of known makers, and what is called one. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("\\b(?:gh[pousr]_|github_pat_|glpat-|glptt-|whsec_|xox[abp]-|AKIA)[A-Za-z0-9_/+=-]{10,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            Pattern.compile("(?i)(?<=bearer |basic )[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?i)(?<=://)[^\\s/:@]{1,100}:[^\\s/@]{1,200}(?=@)"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"));

    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b([\\w.-]{0,40}(?:password|passwd|secret|token|api[_-]?key)[\\w.-]{0,20}[\"']?\\s{0,3}[:=]\\s{0,3}"
                    + "[\"']?)[^\\s\"',;&]{3,500}");

    /** Terminals' colours and other signs that no page shows. */
    private static final Pattern SIGNS = Pattern.compile("\\u001b\\[[0-9;?]*[A-Za-z]|[\\p{Cc}&&[^\\n\\t]]");

    private final Credentials credentials;

    Excerpts(Credentials credentials) {
        this.credentials = credentials;
    }

    /** The last of a log. */
    public String of(String log) {
        String end = log.substring(Math.max(0, log.length() - LOOKED_AT)).replace("\r\n", "\n");
        String[] lines = masked(SIGNS.matcher(end).replaceAll("")).split("\n", -1);
        StringBuilder last = new StringBuilder();
        int bytes = 0;
        for (int i = lines.length - 1; i >= Math.max(0, lines.length - LINES); i--) {
            int more = lines[i].getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more > BYTES) {
                return (bytes > 0) ? last.toString() : lines[i].substring(Math.max(0, lines[i].length() - BYTES / 4));
            }
            bytes += more;
            last.insert(0, lines[i] + ((last.length() > 0) ? "\n" : ""));
        }
        return last.toString();
    }

    /** One line of 500 characters at most, such as a tool's reason. */
    public String sentence(String text) {
        String plain = masked(SIGNS.matcher(text.substring(0, Math.min(text.length(), BYTES))).replaceAll(" "))
            .replaceAll("\\s+", " ")
            .strip();
        return (plain.length() <= SENTENCE) ? plain : plain.substring(0, SENTENCE - 1) + "…";
    }

    private String masked(String text) {
        String masked = this.credentials.masked(text);
        for (Pattern one : SECRETS) {
            masked = one.matcher(masked).replaceAll(MASK);
        }
        return NAMED.matcher(masked).replaceAll("$1" + MASK);
    }

}
