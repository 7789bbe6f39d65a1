package io.slipway.knowledge.web;

import io.slipway.ui.form.FormText;

/**
 * Why an article is archived, as typed.
 */
record ArchiveForm(String reason) {

    ArchiveForm {
        reason = FormText.of(reason);
    }

}
