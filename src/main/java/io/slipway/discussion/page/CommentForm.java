package io.slipway.discussion.page;

import java.util.List;

import io.slipway.file.SentFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A comment as it is sent.
 *
 * @param file files; a browser does not keep them over an error
 */
public record CommentForm(@Nullable String comment, @Nullable List<MultipartFile> file) {

    public CommentForm {
        comment = (comment != null) ? comment : "";
        file = SentFiles.chosen(file);
    }

    boolean hasFiles() {
        return this.file != null && !this.file.isEmpty();
    }

    SentFiles files() {
        return SentFiles.of((this.file != null) ? this.file : List.of());
    }

    String text() {
        return (this.comment != null) ? this.comment : "";
    }

}
