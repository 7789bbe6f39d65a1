package io.slipway.planning.wave;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A check: what is measured, how often, and when that means yes, no, or that nobody can
 * tell. Its limits have the meaning and the precedence of an analysis of Argo Rollouts: a
 * violated failure limit is a failure, satisfied successes are a success, and what is
 * neither is inconclusive. No data is never a pass.
 *
 * @param name what it is called, unique among the checks of its wave
 * @param source key of the monitoring source; empty for kinds that need none
 * @param query what is asked there: a path and JSON pointer, a query, a filter of labels
 * @param success condition on the value, such as {@code >= 0.99}; empty for none
 * @param failure condition on the value, such as {@code < 0.95}; empty for none
 * @param limits how often, and how many of which result are needed or tolerated
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record CheckRule(@JsonInclude String name, CheckKind kind, String source, String query, String success,
        String failure, CheckLimits limits) {

    public CheckRule {
        name = Needed.of(name, "name");
        Needed.of(kind, "kind");
        source = Needed.text(source);
        query = Needed.text(query);
        success = Needed.text(success);
        failure = Needed.text(failure);
        limits = (limits != null) ? limits : CheckLimits.ONCE;
    }

    /** One that is measured once. */
    public static CheckRule once(String name, CheckKind kind, String query, @Nullable String success) {
        return new CheckRule(name, kind, "", query, Needed.text(success), "", CheckLimits.ONCE);
    }

}
