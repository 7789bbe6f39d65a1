package io.slipway.workflow.migration;

import java.util.List;

import io.slipway.input.KeyPage;
import io.slipway.workflow.model.ModelVersion;

/**
 * What a migration would do.
 *
 * @param to the newer version
 * @param running how many runs the older version has, counted up to 1,001
 * @param elements what becomes of each element that a token can wait at
 */
public record MigrationPreview(ModelVersion from, ModelVersion to, int running, List<MappedElement> elements,
        boolean calls, KeyPage<MigrationRun> page) {

    /** The elements that the newer version does not have. */
    public List<MappedElement> vanished() {
        return this.elements.stream().filter((element) -> !element.equal()).toList();
    }

    /**
     * The elements that both versions have.
     * @return those that are mapped onto themselves
     */
    public List<MappedElement> equal() {
        return this.elements.stream().filter(MappedElement::equal).toList();
    }

}
