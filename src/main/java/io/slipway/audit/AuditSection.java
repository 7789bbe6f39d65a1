package io.slipway.audit;

import java.util.Map;

import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Links;
import io.slipway.ui.Tab;
import io.slipway.ui.form.FormText;

/**
 * The tab of the release page that shows its trail, newest first: all acts, or those that
 * the address asks for.
 */
@Tab.At(id = "history", order = 90, template = "audit/_section")
class AuditSection implements ReleaseSection {

    private final AuditManagement audit;

    private final AuditSentences words;

    private final TrailFilters filters;

    private final Links links;

    AuditSection(AuditManagement audit, AuditSentences words, TrailFilters filters, Links links) {
        this.audit = audit;
        this.words = words;
        this.filters = filters;
        this.links = links;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        TrailFilter filter = this.filters.of(asked("part"), asked("doer"), asked("text"));
        KeyPage<AuditEntry> found = this.audit.trail(release.key(), filter, from);
        return Map.of("trail", new KeyPage<>(this.words.acts(found.rows()), found.next()), "filter", filter, "sections",
                PackSection.values(), "doers", TrailFilters.DOERS);
    }

    private String asked(String name) {
        return FormText.filter(this.links.value(name));
    }

}
