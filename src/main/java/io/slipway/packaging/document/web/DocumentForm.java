package io.slipway.packaging.document.web;

import java.util.Arrays;

import io.slipway.packaging.DocumentKind;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A document or script as it is uploaded.
 *
 * @param kind name of a {@link DocumentKind}
 * @param file the file; a browser does not keep it over an error
 */
record DocumentForm(@Nullable String kind, @Nullable MultipartFile file) {

    @Nullable DocumentKind chosen() {
        return Arrays.stream(DocumentKind.values())
            .filter((one) -> one.name().equals(this.kind))
            .findFirst()
            .orElse(null);
    }

    String fileName() {
        String name = (this.file != null) ? this.file.getOriginalFilename() : null;
        return (name != null) ? name : "";
    }

}
