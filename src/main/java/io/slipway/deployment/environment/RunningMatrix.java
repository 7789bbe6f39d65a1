package io.slipway.deployment.environment;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What runs where: a page of services, and all environments in which one of them runs.
 *
 * @param environments the columns, those farthest from production first; what nobody
 * keeps comes last, by name
 * @param rows what runs of each service, by environment
 * @param next where the next page begins; null if there is none
 */
public record RunningMatrix(List<String> environments, Map<String, Map<String, RunningService>> rows,
        @Nullable String next) {
}
