package io.slipway.deployment.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.deployment.check.Check;
import io.slipway.deployment.check.CheckScope;
import io.slipway.deployment.check.CheckVerdict;
import io.slipway.deployment.check.Checks;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.CheckRule;

import org.springframework.stereotype.Component;

/**
 * The checks of a wave that is watched, its minimum traffic among them: none is passed
 * before it says so.
 */
@Component
class BakeChecks {

    private final Checks checks;

    BakeChecks(Checks checks) {
        this.checks = checks;
    }

    void watch(RunHead run, RunWave wave, Bake bake) {
        rules(wave, bake).forEach((subject, rule) -> this.checks.watch(subject, rule,
                new CheckScope(run.releaseKey(), run.environment(), "")));
    }

    void stop(RunWave wave, Bake bake) {
        rules(wave, bake).keySet().forEach(this.checks::stop);
    }

    /** The first check that failed, with its figures. */
    Optional<String> failed(RunWave wave, Bake bake) {
        return all(wave, bake).stream()
            .filter((check) -> check.verdict() == CheckVerdict.FAILURE)
            .map(Check::reason)
            .findFirst();
    }

    /** The first check that nobody can tell of, with its figures. */
    Optional<String> unclear(RunWave wave, Bake bake) {
        return all(wave, bake).stream()
            .filter((check) -> check.verdict() == CheckVerdict.INCONCLUSIVE)
            .map(Check::reason)
            .findFirst();
    }

    /** Whether every check was judged, and passed. */
    boolean passed(RunWave wave, Bake bake) {
        Map<String, CheckRule> rules = rules(wave, bake);
        return all(wave, bake).stream().filter((check) -> check.verdict() == CheckVerdict.SUCCESS).count() == rules
            .size();
    }

    private List<Check> all(RunWave wave, Bake bake) {
        return rules(wave, bake).keySet().stream().flatMap((subject) -> this.checks.of(subject).stream()).toList();
    }

    private static Map<String, CheckRule> rules(RunWave wave, Bake bake) {
        Map<String, CheckRule> all = new LinkedHashMap<>();
        if (bake.traffic() != null) {
            all.put(wave.subject() + "/traffic", bake.traffic());
        }
        for (int i = 0; i < bake.checks().size(); i++) {
            all.put(wave.subject() + "/" + i, bake.checks().get(i));
        }
        return all;
    }

}
