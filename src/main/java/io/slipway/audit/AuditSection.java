package io.slipway.audit;

import java.util.Map;

import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseSection;
import io.slipway.ui.Tab;

/**
 * The tab of the release page that shows its trail, newest first.
 */
@Tab.At(id = "history", order = 90, template = "audit/_section")
class AuditSection implements ReleaseSection {

    private final AuditManagement audit;

    private final AuditSentences words;

    AuditSection(AuditManagement audit, AuditSentences words) {
        this.audit = audit;
        this.words = words;
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        KeyPage<AuditEntry> found = this.audit.trail(release.key(), from);
        return Map.of("trail", new KeyPage<>(this.words.acts(found.rows()), found.next()));
    }

}
