package io.slipway.release.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseSummary;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Releases, to pick by the beginning of their key or words of their name, for those who
 * plan and those who book environments: without text those under way.
 */
@Component
class ReleasePicker implements Picker {

    private final ReleaseManagement releases;

    private final Messages words;

    ReleasePicker(ReleaseManagement releases, Messages words) {
        this.releases = releases;
        this.words = words;
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    @PreAuthorize(Role.WORKERS)
    public KeyPage<Pick> find(String text, String from) {
        return this.releases.list(new ReleaseQuery(text, null, "", null, null, "", Sort.START, from)).map(this::pick);
    }

    @Override
    public List<Pick> named(Collection<String> values) {
        return this.releases.find(values.stream().map((key) -> key.toUpperCase(Locale.ROOT)).toList())
            .stream()
            .map(this::pick)
            .toList();
    }

    private Pick pick(ReleaseSummary release) {
        return new Pick(release.key(), release.name(), this.words.text("release.phase." + release.phase()));
    }

}
