package io.slipway.api.release;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.slipway.api.TokenScope;
import io.slipway.planning.PlanFiles;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers releases from plans that tools send, as JSON or YAML: it is one format, since
 * JSON is YAML. What claims to be JSON has to be it.
 */
@Service
class ReleaseRegister {

    private static final int DEEPEST = 16;

    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

    private static final JsonMapper JSON = JsonMapper
        .builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(PlanYaml.LONGEST).build())
            .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private final PlanFiles files;

    private final TokenScope scope;

    ReleaseRegister(PlanFiles files, TokenScope scope) {
        this.files = files;
        this.scope = scope;
    }

    /**
     * Registers a release. Refuses everybody but release managers, a token for other
     * services than those of the plan, and what is no plan.
     * @param key the key that was chosen; null to have one given
     * @param plan the plan, YAML or JSON
     */
    @Transactional
    @PreAuthorize("hasAuthority('release-manager')")
    public String register(@Nullable String key, String plan) {
        Plan draft = PlanYaml.read(plan);
        this.scope.require((key != null) ? key.strip().toUpperCase(Locale.ROOT) : "", draft.scope().services());
        return this.files.register(key, draft);
    }

    /**
     * The same text as YAML, which knows neither tabs between values nor an escaped
     * slash; lines stay as they are. Refuses what is no JSON.
     */
    static String yaml(String json) throws JsonProcessingException {
        JSON.readTree(json);
        return ESCAPED_SLASH.matcher(json.replace('\t', ' ')).replaceAll("$1/");
    }

}
