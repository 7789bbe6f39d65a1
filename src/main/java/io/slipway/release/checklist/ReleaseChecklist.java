package io.slipway.release.checklist;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.slipway.release.ReleaseDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gathers the eight items of the checklist from the features that own their facts.
 */
@Component
public class ReleaseChecklist {

    private final ObjectProvider<ChecklistSource> sources;

    private final Clock clock;

    ReleaseChecklist(ObjectProvider<ChecklistSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** An item of which nobody tells is not met: silence is never consent. */
    public List<ChecklistFact> facts(ReleaseDetails release) {
        Map<ChecklistItem, ChecklistFact> facts = new EnumMap<>(ChecklistItem.class);
        this.sources.orderedStream().forEach((source) -> source.facts(release).forEach((fact) -> {
            if (facts.put(fact.item(), fact) != null) {
                throw new IllegalStateException("Two sources tell of " + fact.item());
            }
        }));
        return Arrays.stream(ChecklistItem.values())
            .map((item) -> facts.getOrDefault(item, ChecklistFact.open(item, "unknown", "Nothing tells of it.")))
            .toList();
    }

    /**
     * The YAML of the release policy: names always the same, the target state where it is
     * reached and otherwise the word for what is true; under it why, as comments.
     */
    public String yaml(ReleaseDetails release) {
        StringBuilder yaml = new StringBuilder("release_checklist:\n");
        StringBuilder states = new StringBuilder("# " + release.key() + " as of " + this.clock.instant() + "\n");
        for (ChecklistFact fact : facts(release)) {
            String name = fact.item().name().toLowerCase(Locale.ROOT);
            yaml.append("  - ").append(name).append(": ").append(fact.word()).append('\n');
            states.append("# ").append(name).append(fact.met() ? ": met. " : ": not met. ");
            states.append(fact.why().replaceAll("\\p{Cntrl}+", " ")).append('\n');
        }
        return yaml.append(states).toString();
    }

}
