package io.slipway.packaging.document.web;

import io.slipway.packaging.DocumentKind;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A document or script as it is uploaded.
 *
 * @param kind name of a {@link DocumentKind}
 * @param file the file; a browser does not keep it over an error
 */
record DocumentForm(String kind, @Nullable MultipartFile file) {

    @Nullable DocumentKind chosen() {
        return FormText.choice(DocumentKind.class, this.kind);
    }

    String fileName() {
        String name = (this.file != null) ? this.file.getOriginalFilename() : null;
        return (name != null) ? name : "";
    }

}
