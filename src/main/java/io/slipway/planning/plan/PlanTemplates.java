package io.slipway.planning.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;

/**
 * What plans begin with: for each type of release a plan in {@code plans/}, with texts
 * that say what belongs there, and for each deployment model waves.
 */
public final class PlanTemplates {

    private static final Pattern HINT = Pattern.compile("\\([^()]+\\)");

    private static final Map<ReleaseType, Plan> ALL = all();

    private PlanTemplates() {
    }

    private static Map<ReleaseType, Plan> all() {
        Map<ReleaseType, Plan> all = new EnumMap<>(ReleaseType.class);
        for (ReleaseType type : ReleaseType.values()) {
            all.put(type, read(type.name().toLowerCase(Locale.ROOT)));
        }
        return all;
    }

    private static Plan read(String name) {
        String file = "/plans/" + name + ".yaml";
        try (InputStream in = PlanTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return PlanYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The waves that a deployment by a model may begin with. */
    public static Plan.Deployment waves(DeploymentModel model) {
        return read("model-" + model.name().toLowerCase(Locale.ROOT).replace('_', '-')).deployment();
    }

    /**
     * What of the templates' hints in brackets was left in a plan's scope.
     * @return the first of them; nothing if all were replaced
     */
    public static Optional<String> hint(Plan plan) {
        return ALL.values()
            .stream()
            .flatMap((template) -> HINT.matcher(template.scope().scope()).results())
            .map(MatchResult::group)
            .filter(plan.scope().scope()::contains)
            .findFirst();
    }

    /** Fills the gaps of a plan from the template of its type; what is written stays. */
    public static Plan fill(Plan plan) {
        return PlanParts.filled(plan, ALL.getOrDefault(plan.scope().type(), plan));
    }

}
